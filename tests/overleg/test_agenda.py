"""The agenda fills itself from facts and dates; order, reasons and who is on it say nothing about the person."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import MedewerkerFactory, zet_dagen
from tests.overleg.factories import DATUM, NU
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier, Persoon, Verblijfplaats
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.overleg import actions
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.models import Agendapunt, Overlegpunt
from verantwoord.overleg.queries import agenda_of, open_acties_of, te_doen_of
from verantwoord.overleg.redenen import aanleidingen
from verantwoord.overleg.taken import agenda as nachtelijk
from verantwoord.toegang.actions import systeem
from verantwoord.toetsing.models import Signaal

VULDAG = date(2022, 2, 25)


def vul(tafel, overleg=None, op=VULDAG):
    return actions.fill_agenda(door=systeem(), overleg_id=(overleg or tafel.overleg).pk, peildatum=op)


def redenen_van(dossier, op=VULDAG, datum=DATUM):
    return [
        a.reden.value for a in aanleidingen(Stand(beeld_of(dossier.pk), op, STANDAARD.op(op)), datum=datum)
    ]


def eerder_besproken(dossier, datum, **velden):
    volgorde = Overlegpunt.objects.filter(dossier=dossier).count()
    return Overlegpunt.objects.create(
        dossier=dossier,
        volgorde=volgorde,
        **{"soort": "lko", "datum": datum, "besluit": "vastgesteld"} | velden,
    )


def test_given_a_dossier_without_any_reason_when_filled_then_it_is_not_on_the_agenda(tafel):
    tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))

    assert vul(tafel) == 0


def test_given_a_strategy_that_nobody_discussed_when_filled_then_it_is_on_the_agenda_once(tafel):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    VertrekplanFactory(dossier=dossier)

    aantallen = [vul(tafel), vul(tafel)]

    assert aantallen == [1, 0]
    (punt,) = tafel.overleg.punten.all()
    assert (punt.redenen, punt.voorstel_door, punt.onderwerp) == (["strategie"], "dtv", "vertrekstrategie")


@pytest.mark.parametrize(("dagen", "redenen"), [(28, []), (29, ["stagnatie"])])
def test_given_open_agreements_when_nothing_was_said_for_28_days_then_the_case_comes_back(
    tafel, dagen, redenen
):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    eerder_besproken(
        dossier, DATUM - timedelta(days=dagen), acties=[{"omschrijving": "Bellen", "eigenaar": "coa"}]
    )

    assert redenen_van(dossier) == redenen


@pytest.mark.parametrize(("dagen", "redenen"), [(62, []), (63, ["vbl"])])
def test_given_a_stay_in_the_vbl_when_week_ten_begins_then_it_is_discussed(tafel, dagen, redenen):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    Verblijfplaats.objects.filter(dossier=dossier).update(soort="vbl", van=DATUM - timedelta(days=dagen))

    assert redenen_van(dossier) == redenen


@pytest.mark.parametrize(("over", "redenen"), [(28, ["opvang"]), (29, [])])
def test_given_the_end_of_reception_when_it_is_four_weeks_away_then_it_is_discussed(tafel, over, redenen):
    dossier = tafel.dossier(
        beroepstermijn_tot=date(2022, 12, 1), recht_eindigt_op=DATUM + timedelta(days=over)
    )

    assert redenen_van(dossier) == redenen


def test_given_an_end_that_was_discussed_when_asked_then_it_is_no_reason_again(tafel):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1), recht_eindigt_op=DATUM + timedelta(days=7))
    eerder_besproken(dossier, DATUM - timedelta(days=14))

    assert redenen_van(dossier) == []


def test_given_an_end_that_passed_without_a_meeting_when_asked_then_it_is_not_forgotten(tafel):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1), recht_eindigt_op=DATUM - timedelta(days=90))

    assert redenen_van(dossier) == ["opvang"]


@pytest.mark.parametrize("besluit", ["aangehouden", "geen_besluit"])
def test_given_a_meeting_that_decided_nothing_when_the_next_fills_then_it_goes_on(tafel, besluit):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    bron = eerder_besproken(dossier, DATUM - timedelta(days=20), besluit=besluit, onderwerp="gl")

    vul(tafel)

    (punt,) = tafel.overleg.punten.all()
    assert (punt.onderwerp, punt.redenen, punt.dossiers.get().bron) == ("gl", ["aangehouden"], bron)


@pytest.mark.parametrize(("op", "redenen"), [(date(2022, 2, 25), []), (date(2022, 2, 28), ["aangehouden"])])
def test_given_an_item_without_a_decision_when_the_votes_are_over_then_it_comes_back(tafel, op, redenen):
    # Discussed on Tuesday 22 February; Friday 25 February is the third working day.
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    eerder_besproken(dossier, date(2022, 2, 22), besluit=None)

    assert redenen_van(dossier, op) == redenen


def test_given_something_new_after_the_last_meeting_when_asked_then_its_kind_cannot_be_read(tafel):
    redenen = []
    for moment in ("medisch", "schrijnend", "buiten_schuld"):
        dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
        eerder_besproken(dossier, date(2022, 2, 1))
        Signaal.objects.create(
            dossier=dossier, volgorde=0, moment=moment, ontvangen_op=date(2022, 2, 20), bron="coa"
        )
        redenen.append(redenen_van(dossier))

    assert redenen == 3 * [["nieuw"]]


def test_given_a_signal_of_mensenhandel_when_filled_then_it_puts_nothing_on_a_shared_agenda(tafel):
    gewoon, afgeschermd = tafel.dossier(), tafel.dossier(afgeschermd=True)
    for dossier in (gewoon, afgeschermd):
        zet_dagen(dossier, beroepstermijn_tot=date(2022, 12, 1))
        eerder_besproken(dossier, date(2022, 2, 1))
        Signaal.objects.create(
            dossier=dossier, volgorde=0, moment="mensenhandel", ontvangen_op=date(2022, 2, 20), bron="coa"
        )

    assert vul(tafel) == 0


def test_given_a_shielded_case_with_every_reason_when_filled_then_it_is_on_no_shared_agenda(tafel):
    dossier = tafel.dossier(afgeschermd=True, recht_eindigt_op=DATUM)
    VertrekplanFactory(dossier=dossier)

    assert vul(tafel) == 0


def test_given_a_case_that_is_shielded_later_when_filled_then_it_leaves_and_partners_are_out(tafel):
    dossier = tafel.dossier(recht_eindigt_op=DATUM)
    vul(tafel)
    (punt,) = tafel.overleg.punten.all()
    Dossier.objects.filter(pk=dossier.pk).update(afgeschermd=True)

    vul(tafel)

    punt.refresh_from_db()
    assert punt.doorgeschoven_op is not None
    assert not Betrokkenheid.objects.filter(dossier=dossier, grond="overleg", tot__isnull=True).exists()


def test_given_a_case_on_an_open_agenda_when_another_meeting_fills_then_it_stands_once(tafel):
    dossier = tafel.dossier(recht_eindigt_op=DATUM + timedelta(days=21))
    tafel.punt(dossier, door="dtv")
    tweede = tafel.reeks.overleggen.order_by("datum")[1]

    assert vul(tafel, tweede) == 0


def test_given_a_family_when_filled_then_it_is_one_item_with_the_earliest_date(tafel):
    een, ander = tafel.gezin()
    zet_dagen(een, recht_eindigt_op=date(2022, 3, 20))
    zet_dagen(ander, recht_eindigt_op=date(2022, 3, 12))

    vul(tafel)

    (punt,) = tafel.overleg.punten.filter(onderwerp="einde_opvang")
    assert (punt.uiterlijk, set(punt.dossiers.values_list("dossier", flat=True))) == (
        date(2022, 3, 12),
        {een.pk, ander.pk},
    )


def test_given_a_date_that_moves_when_filled_again_then_the_item_follows_until_somebody_wrote(tafel):
    dossier = tafel.dossier(recht_eindigt_op=date(2022, 3, 20))
    vul(tafel)
    (punt,) = tafel.overleg.punten.all()
    zet_dagen(dossier, recht_eindigt_op=date(2022, 3, 10))
    vul(tafel)
    punt.refresh_from_db()
    data = [punt.uiterlijk]

    tafel.standpunt(punt, "coa")
    zet_dagen(dossier, recht_eindigt_op=date(2022, 3, 8))
    vul(tafel)

    punt.refresh_from_db()
    assert [*data, punt.uiterlijk] == [date(2022, 3, 10), date(2022, 3, 10)]


def test_given_an_item_of_a_partner_that_was_not_reached_when_the_next_fills_then_it_is_there(tafel):
    dossier = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    Betrokkenheid.objects.create(dossier=dossier, organisatie="coa", team=tafel.coa.team, grond="locatie")
    punt = tafel.punt(dossier, door="coa", vraag="Kan de opvang langer?")
    tafel.start()
    tafel.eindig()
    volgend = tafel.reeks.overleggen.order_by("datum")[1]

    for _ in range(2):
        vul(tafel, volgend, op=date(2022, 3, 20))

    (nieuw,) = volgend.punten.all()
    assert (nieuw.bron, nieuw.vraag, nieuw.voorstel_door) == (punt, "Kan de opvang langer?", "coa")


def test_given_the_night_when_the_job_runs_then_agendas_of_three_weeks_fill_and_dates_are_added(
    tafel, monkeypatch
):
    tafel.dossier(recht_eindigt_op=date(2022, 3, 20))
    monkeypatch.setattr("verantwoord.overleg.taken.timezone.localdate", lambda: VULDAG)

    nachtelijk(door=systeem())

    assert [o.punten.count() for o in tafel.reeks.overleggen.order_by("datum")] == [1, 0, 0, 0]


def test_given_two_with_one_date_when_shown_then_the_order_is_the_date_and_then_arrival(tafel):
    laat = tafel.dossier(recht_eindigt_op=date(2022, 3, 20))
    vroeg = tafel.dossier(recht_eindigt_op=date(2022, 3, 10), ontvangen_op=date(2022, 2, 3))
    eerst = tafel.dossier(recht_eindigt_op=date(2022, 3, 10), ontvangen_op=date(2022, 2, 2))
    zonder = tafel.dossier(beroepstermijn_tot=date(2022, 12, 1))
    tafel.punt(zonder)
    vul(tafel)

    volgorde = [p.dossiers.all()[0].dossier for p, _stand in agenda_of(tafel.overleg, viewer=tafel.coa)]

    assert volgorde == [eerst, vroeg, laat, zonder]


def test_given_other_people_in_the_same_cases_when_filled_then_the_agenda_is_the_same(tafel):
    """Nationality, sex, age, religion and language order, select and explain nothing (invariant 2)."""
    dossiers = [
        tafel.dossier(
            recht_eindigt_op=DATUM + timedelta(days=(n * 7) % 23), ontvangen_op=date(2022, 2, 1 + n % 5)
        )
        for n in range(12)
    ]
    vul(tafel)
    eerst = [
        (p.dossiers.all()[0].dossier_id, p.redenen, p.uiterlijk, p.onderwerp)
        for p, _stand in agenda_of(tafel.overleg, viewer=tafel.dtv)
    ]

    for n, dossier in enumerate(dossiers):
        Persoon.objects.filter(pk=dossier.persoon_id).update(
            nationaliteiten=[("NGA", "SYR", "MAR")[n % 3]],
            geslacht=("vrouw", "x")[n % 2],
            geboortedatum=f"19{50 + n}-01-01",
            talen=["fr"],
            achternaam=f"Ander{n}",
        )
    tweede = tafel.reeks.overleggen.order_by("datum")[1]
    Agendapunt.objects.filter(overleg=tafel.overleg).update(doorgeschoven_op=NU)
    tweede.datum = DATUM
    type(tweede).objects.filter(pk=tafel.overleg.pk).update(datum=DATUM - timedelta(days=1))
    tweede.save()
    vul(tafel, tweede)

    daarna = [
        (p.dossiers.all()[0].dossier_id, p.redenen, p.uiterlijk, p.onderwerp)
        for p, _stand in agenda_of(tweede, viewer=tafel.dtv)
    ]
    assert len(eerst) == 12
    assert daarna == eerst


def test_given_one_item_or_thirty_when_shown_then_the_questions_are_as_many(tafel):
    aantallen = []
    for erbij in (1, 29):
        for _ in range(erbij):
            punt = tafel.punt()
            tafel.standpunt(punt, "coa")
        with CaptureQueriesContext(connection) as vragen:
            rijen = agenda_of(tafel.overleg, viewer=tafel.coa)
            [
                (p.overleg.naam, [d.dossier.persoon.lijstnaam for d in p.dossiers.all()], s.stap)
                for p, s in rijen
            ]
            te_doen_of(viewer=tafel.ind, op=DATUM)
        aantallen.append(len(vragen))

    assert aantallen[0] == aantallen[1]


def test_given_agreements_of_an_earlier_meeting_when_the_next_opens_then_they_come_first(tafel):
    punt = tafel.open(tafel.punt())
    for omschrijving, uiterlijk in (
        ("Zonder dag", None),
        ("Later", date(2022, 4, 1)),
        ("Eerst", date(2022, 3, 5)),
    ):
        actions.add_actie(
            door=tafel.dtv, punt_id=punt.pk, omschrijving=omschrijving, eigenaar="coa", uiterlijk=uiterlijk
        )
    volgend = tafel.reeks.overleggen.order_by("datum")[1]

    assert [a.omschrijving for a in open_acties_of(volgend, viewer=tafel.ind)] == [
        "Eerst",
        "Later",
        "Zonder dag",
    ]


def test_given_work_of_each_kind_when_asked_then_it_waits_for_who_has_to_do_it(tafel):
    te_schrijven = tafel.punt()
    te_stemmen = tafel.open(tafel.punt())
    tafel.standpunt(te_schrijven, "coa")
    tafel.spreek_tegen(te_stemmen)
    actions.add_actie(
        door=tafel.dtv, punt_id=te_stemmen.pk, omschrijving="Bellen", eigenaar="ind", uiterlijk=None
    )

    van_coa, van_ind = (te_doen_of(viewer=w, op=DATUM) for w in (tafel.coa, tafel.ind))

    assert ([p.pk for p in van_coa.standpunten], [p.pk for p in van_ind.standpunten]) == (
        [],
        [te_schrijven.pk],
    )
    assert [(p.pk, tot) for p, tot in van_coa.stemmen] == [(te_stemmen.pk, date(2022, 3, 4))]
    assert ([a.omschrijving for a in van_coa.acties], [a.omschrijving for a in van_ind.acties]) == (
        [],
        ["Bellen"],
    )


def test_given_a_guest_when_asked_then_a_reason_is_needed_and_nobody_of_the_table_is_a_guest(tafel):
    punt = tafel.punt()

    with pytest.raises(RedenOntbreekt):
        actions.invite_gast(door=tafel.dtv, punt_id=punt.pk, naam="Wijkagent", team_id=None, reden="")
    with pytest.raises(NietNu):
        actions.invite_gast(
            door=tafel.dtv, punt_id=punt.pk, naam="COA", team_id=tafel.coa.team_id, reden="Zo."
        )


def test_given_an_item_put_off_when_asked_then_it_waits_and_the_dossier_tells(tafel):
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)

    actions.defer_punt(door=tafel.voorzitter, punt_id=punt.pk, reden="De tolk is ziek.", nu=NU)

    punt.refresh_from_db()
    assert punt.reden_doorgeschoven == "De tolk is ziek."
    assert Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort="overleg.van_agenda").exists()


def test_given_a_guest_who_is_done_when_the_meeting_ends_then_nothing_is_left_open(tafel):
    iom = MedewerkerFactory(iom=True)
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    actions.invite_gast(
        door=tafel.dtv, punt_id=punt.pk, naam=iom.naam, team_id=iom.team_id, reden="Kent de familie."
    )
    tijdens = Dossier.objects.visible_to(iom).filter(pk=dossier.pk).exists()
    tafel.start()
    tafel.open(punt)

    tafel.eindig(nu=datetime(2022, 3, 1, 15, 0, tzinfo=UTC))

    assert tijdens
    assert not Dossier.objects.visible_to(iom).filter(pk=dossier.pk).exists()
    assert not Agendapunt.objects.visible_to(iom).exists()


@pytest.mark.parametrize(
    ("soort", "gegevens"),
    [
        ("mensenhandel.afscherming", {"wijzigingen": {"afgeschermd": [False, True]}}),
        ("dossier.gesloten", {"wijzigingen": {"uitkomst": [None, "zelfstandig"]}}),
    ],
)
def test_given_a_dossier_that_is_shielded_or_closed_when_told_then_the_table_is_out_at_once(
    tafel, soort, gegevens
):
    dossier = tafel.dossier()
    tafel.punt(dossier)
    lopend = Betrokkenheid.objects.filter(dossier=dossier, grond="overleg", tot__isnull=True)
    tijdens = lopend.count()

    record_gebeurtenis(
        soort=soort, onderwerp=dossier, dossier_id=dossier.pk, door=tafel.dtv, gegevens=gegevens
    )

    assert (tijdens, lopend.count()) == (3, 0)
