"""What becomes of an item: held, up to the RAO and back, outside the meeting and confirmed."""

from datetime import date, time, timedelta

import pytest

from tests.dossier.factories import DossierFactory
from tests.overleg.factories import DATUM, NU, PARTNERS, VRIJDAG
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier, Opvangdagen, Verblijfplaats
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.parameters import STANDAARD
from verantwoord.overleg import actions
from verantwoord.overleg.fouten import NietGedeeld, NietNu, RedenOntbreekt
from verantwoord.overleg.models import Agendapunt
from verantwoord.toegang.rechten import GeenToegang


def oordeel(dossier, norm: str, op: date) -> str:
    beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=op, parameters=STANDAARD)
    return next(b.oordeel for b in beoordeling.bevindingen if b.norm == norm)


def verdeeld(tafel, dossier=None, **velden) -> Agendapunt:
    """An item about which the COA does not agree."""
    punt = tafel.punt(dossier, **velden)
    tafel.open(punt, coa="niet_akkoord")
    tafel.spreek_tegen(punt)
    return Agendapunt.objects.get(pk=punt.pk)


def schaal_op(tafel, punt, *, naar="rao", **velden):
    velden = {"verschil": "Het COA wil eerst de school afwachten."} | velden
    return actions.escalate_punt(door=tafel.coa, punt_id=punt.pk, naar=naar, peildatum=DATUM, **velden)


@pytest.fixture
def rao(tafel):
    """The RAO of the region a week later, with the same people; ``overleg`` is filled."""
    reeks = actions.plan_reeks(
        door=tafel.dtv,
        soort="rao",
        naam="RAO Noord",
        locaties=["Assen", "Emmen"],
        om_de_weken=4,
        eerste_op=DATUM + timedelta(days=7),
        begin=time(10, 0),
        teams=[],
        medewerkers=[tafel.wie(p).pk for p in PARTNERS],
    )
    return reeks.overleggen.order_by("datum").first()


def test_given_an_item_that_is_held_when_the_last_votes_come_in_time_then_it_is_decided_after_all(tafel):
    punt = tafel.punt()
    tafel.start()
    tafel.open(punt)
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "avim"):
        tafel.stem(punt, partner)
    actions.hold_punt(
        door=tafel.voorzitter, punt_id=punt.pk, reden="De IND zoekt een datum op.", peildatum=DATUM
    )
    tafel.eindig()

    tafel.stem(punt, "ind", nu=VRIJDAG)

    assert Agendapunt.objects.get(pk=punt.pk).besluit == "vastgesteld"


def test_given_dissent_when_going_up_then_the_words_go_along_and_the_norm_is_met(tafel, rao):
    dossier = tafel.dossier()
    punt = schaal_op(tafel, verdeeld(tafel, dossier))

    assert actions.fill_agenda(door=tafel.dtv, overleg_id=rao.pk, peildatum=DATUM) == 1
    boven = rao.punten.get()

    assert (boven.bron, boven.voorstel, boven.redenen) == (
        punt,
        "Het COA wil eerst de school afwachten.",
        ["opgeschaald"],
    )
    assert beeld_of(dossier.pk).overleg[0].opgeschaald_naar == "rao"
    assert oordeel(dossier, "opschaling-rao", DATUM) == "voldaan"
    assert oordeel(dossier, "lko-unaniem", DATUM) == "niet_voldaan"


def test_given_no_words_of_dissent_when_going_up_then_it_is_refused(tafel):
    punt = verdeeld(tafel)

    with pytest.raises(RedenOntbreekt):
        schaal_op(tafel, punt, verschil=" ")


def test_given_no_haste_when_skipping_the_rao_then_it_is_refused(tafel):
    punt = verdeeld(tafel)

    with pytest.raises(RedenOntbreekt):
        schaal_op(tafel, punt, naar="deelberaad")


def test_given_haste_with_a_reason_when_skipping_the_rao_then_it_goes_up(tafel):
    dossier = tafel.dossier()
    punt = verdeeld(tafel, dossier)

    schaal_op(tafel, punt, naar="deelberaad", spoed_reden="De vlucht is over vier dagen.")

    assert beeld_of(dossier.pk).overleg[0].spoed_reden == "De vlucht is over vier dagen."
    assert oordeel(dossier, "opschaling-deelberaad", DATUM) == "voldaan"


def test_given_positions_that_are_closed_when_going_up_then_it_is_refused(tafel):
    punt = tafel.punt()

    with pytest.raises(NietNu):
        schaal_op(tafel, punt)


def test_given_an_outcome_of_the_rao_when_fed_back_then_the_lko_item_and_the_dossier_know(tafel, rao):
    dossier = tafel.dossier()
    onder = schaal_op(tafel, verdeeld(tafel, dossier))
    actions.fill_agenda(door=tafel.dtv, overleg_id=rao.pk, peildatum=DATUM)
    boven = rao.punten.get()
    voorzitter = tafel.wie(rao.voorzitter)
    actions.record_uitkomst(
        door=voorzitter,
        punt_id=boven.pk,
        besluit="vastgesteld",
        tekst="Wacht tot na de zomer.",
        peildatum=rao.datum,
    )

    assert oordeel(dossier, "opschaling-rao", rao.datum) == "niet_voldaan"
    actions.feed_back(door=voorzitter, punt_id=boven.pk, tekst="", peildatum=rao.datum)

    onder.refresh_from_db()
    assert (onder.teruggekoppeld_op, onder.terugkoppeling) == (rao.datum, "Wacht tot na de zomer.")
    assert oordeel(dossier, "opschaling-rao", rao.datum) == "voldaan"
    assert [p.teruggekoppeld_op for p in beeld_of(dossier.pk).overleg] == 2 * [rao.datum]
    assert oordeel(dossier, "lko-unaniem", rao.datum) == "voldaan"


def test_given_feedback_when_the_next_lko_fills_then_it_is_announced_once_and_nothing_is_decided_again(
    tafel, rao
):
    dossier = tafel.dossier()
    schaal_op(tafel, verdeeld(tafel, dossier))
    actions.fill_agenda(door=tafel.dtv, overleg_id=rao.pk, peildatum=DATUM)
    boven, voorzitter = rao.punten.get(), tafel.wie(rao.voorzitter)
    actions.record_uitkomst(
        door=voorzitter, punt_id=boven.pk, besluit="vastgesteld", tekst="Wacht.", peildatum=rao.datum
    )
    actions.feed_back(door=voorzitter, punt_id=boven.pk, tekst="", peildatum=rao.datum)
    volgend = tafel.reeks.overleggen.order_by("datum")[1]

    for _ in range(2):
        actions.fill_agenda(door=tafel.dtv, overleg_id=volgend.pk, peildatum=rao.datum)

    (punt,) = volgend.punten.filter(vorm="mededeling")
    assert (punt.bron, punt.voorstel) == (boven, "Wacht.")
    actions.treat_mededeling(door=tafel.coa, punt_id=punt.pk, nu=NU)
    assert len(beeld_of(dossier.pk).overleg) == 2


def test_given_who_does_not_chair_when_holding_then_it_is_refused(tafel):
    punt = verdeeld(tafel)
    niet = next(tafel.wie(p) for p in PARTNERS if p != tafel.overleg.voorzitter)

    with pytest.raises(GeenToegang):
        actions.hold_punt(door=niet, punt_id=punt.pk, reden="Later.", peildatum=DATUM)


def buiten(tafel, dossier, **velden):
    velden = {
        "onderwerp": "gl",
        "datum": date(2022, 2, 20),
        "tekst": "Telefonisch besloten.",
        "partners": ["coa"],
    } | velden
    return actions.record_besluit_buiten(door=tafel.dtv, dossiers=[dossier.pk], peildatum=DATUM, **velden)


def test_given_a_decision_outside_a_meeting_when_not_confirmed_then_it_is_provisional(tafel):
    dossier = tafel.dossier()

    buiten(tafel, dossier)

    assert oordeel(dossier, "lko-besluit-buiten-overleg", DATUM) == "niet_voldaan"
    assert oordeel(dossier, "lko-unaniem", DATUM) == "niet_voldaan"


def test_given_a_decision_outside_when_a_meeting_confirms_it_then_it_holds(tafel):
    dossier = tafel.dossier()
    los = buiten(tafel, dossier)
    actions.fill_agenda(door=tafel.dtv, overleg_id=tafel.overleg.pk, peildatum=DATUM)
    punt = tafel.overleg.punten.get(redenen__contains=["bevestigen"])

    tafel.besluit(punt)

    los.refresh_from_db()
    assert los.bevestigd_op == DATUM
    assert oordeel(dossier, "lko-besluit-buiten-overleg", DATUM) == "voldaan"


def test_given_a_day_that_has_to_come_when_recorded_outside_then_it_is_refused(tafel):
    with pytest.raises(NietNu):
        buiten(tafel, tafel.dossier(), datum=DATUM + timedelta(days=1))


def test_given_a_shielded_dossier_when_put_on_an_agenda_or_decided_outside_then_it_is_refused(tafel):
    dossier = tafel.dossier(afgeschermd=True)

    with pytest.raises(NietGedeeld):
        tafel.punt(dossier)
    with pytest.raises(NietGedeeld):
        buiten(tafel, dossier)


def test_given_a_dossier_of_another_team_when_put_on_the_agenda_then_it_is_not_there(tafel):
    with pytest.raises(Dossier.DoesNotExist):
        tafel.punt(DossierFactory())


def test_given_two_people_who_are_no_family_when_put_in_one_item_then_it_is_refused(tafel):
    with pytest.raises(NietNu):
        actions.add_punt(
            door=tafel.dtv,
            overleg_id=tafel.overleg.pk,
            dossiers=[tafel.dossier().pk, tafel.dossier().pk],
            onderwerp="gl",
            vraag="Samen?",
        )


def test_given_a_decision_about_the_vbl_when_somebody_stays_there_then_the_dossier_knows_its_day(tafel):
    dossier = tafel.dossier()
    Verblijfplaats.objects.filter(dossier=dossier).update(tot=date(2021, 12, 1))
    Verblijfplaats.objects.create(
        dossier=dossier, volgorde=1, soort="vbl", locatie="Assen", van=date(2021, 12, 2)
    )

    tafel.besluit(tafel.punt(dossier, onderwerp="vbl"))

    assert Opvangdagen.objects.get(dossier=dossier).vbl_lko_besluit_op == DATUM


def test_given_a_decision_when_taken_then_no_other_fact_of_the_dossier_moves(tafel):
    dossier = tafel.dossier()
    eerst = beeld_of(dossier.pk)

    tafel.besluit(tafel.punt(dossier, onderwerp="gedwongen_vertrek"))

    daarna = beeld_of(dossier.pk)
    assert [v for v in eerst.__struct_fields__ if getattr(eerst, v) != getattr(daarna, v)] == ["overleg"]


def test_given_two_who_write_what_was_discussed_when_saving_then_nothing_is_lost(tafel):
    punt = tafel.punt()
    actions.write_besproken(door=tafel.notulist, punt_id=punt.pk, tekst="Het hoger beroep loopt.", was="")

    with pytest.raises(Versieconflict) as fout:
        actions.write_besproken(door=tafel.voorzitter, punt_id=punt.pk, tekst="Iets anders.", was="")

    assert fout.value.bewaard == {"besproken": "Het hoger beroep loopt."}


def test_given_everything_that_happens_when_reading_the_events_then_each_dossier_tells_it(tafel):
    dossier = tafel.dossier()

    tafel.besluit(tafel.punt(dossier))

    soorten = list(
        Gebeurtenis.objects.filter(dossier_id=dossier.pk)
        .order_by("volgnummer")
        .values_list("soort", flat=True)
    )
    assert soorten == [
        "overleg.geagendeerd",
        *4 * ["overleg.standpunt_gegeven"],
        "overleg.standpunten_geopend",
        "overleg.tegenspraak",
        "overleg.tegenspraak_beantwoord",
        *4 * ["overleg.gestemd"],
        "overleg.besluit",
    ]


def test_given_an_agreement_when_done_then_only_who_had_to_do_it_says_so(tafel):
    dossier = tafel.dossier()
    punt = tafel.open(tafel.punt(dossier))
    actie = actions.add_actie(
        door=tafel.dtv,
        punt_id=punt.pk,
        omschrijving="School bellen",
        eigenaar="coa",
        uiterlijk=date(2022, 3, 8),
    )

    with pytest.raises(GeenToegang):
        actions.finish_actie(door=tafel.ind, actie_id=actie.pk, gereed_op=DATUM, peildatum=DATUM)
    with pytest.raises(NietNu):
        actions.finish_actie(
            door=tafel.coa, actie_id=actie.pk, gereed_op=DATUM + timedelta(days=1), peildatum=DATUM
        )
    actions.finish_actie(door=tafel.coa, actie_id=actie.pk, gereed_op=DATUM, peildatum=DATUM)

    assert beeld_of(dossier.pk).overleg[0].acties[0].gereed_op == DATUM
