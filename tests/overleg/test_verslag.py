"""Minutes write themselves, are confirmed as they stand, and are fixed in the database; corrections are additions."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from tests.overleg.factories import DATUM, NU, PARTNERS, VRIJDAG
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.overleg import actions
from verantwoord.overleg.fouten import NietNu, TeLaat
from verantwoord.overleg.models import Actie, Agendapunt, Verslagpunt
from verantwoord.overleg.queries import verslag_of
from verantwoord.toegang.rechten import GeenToegang

# Friday 4 March is the third working day; on Monday the minute taker may close.
MAANDAG = date(2022, 3, 7)


@pytest.fixture
def gehouden(tafel):
    """A meeting with one decided item that is over and whose minutes are shared."""
    punt = tafel.punt()
    tafel.start()
    tafel.besluit(punt)
    actions.add_actie(door=tafel.coa, punt_id=punt.pk, omschrijving="Bellen", eigenaar="coa", uiterlijk=None)
    tafel.eindig()
    actions.share_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=DATUM)
    tafel.besloten = Agendapunt.objects.get(pk=punt.pk)
    return tafel


def bevestig(tafel, partner, *, zegel=None, nu=NU):
    zegel = zegel or verslag_of(tafel.overleg.pk, viewer=tafel.wie(partner)).zegel
    return actions.confirm_verslag(door=tafel.wie(partner), overleg_id=tafel.overleg.pk, zegel=zegel, nu=nu)


def test_given_a_meeting_when_read_back_then_the_minutes_say_it_all(gehouden):
    blad = verslag_of(gehouden.overleg.pk, viewer=gehouden.ind)

    ((punt, inhoud),) = blad.punten
    dossier = punt.dossiers.get().dossier
    assert inhoud["dossiers"] == [{"nummer": dossier.nummer, "naam": dossier.persoon.volledige_naam}]
    assert {s["partner"]: s["oordeel"] for s in inhoud["standpunten"]} == dict.fromkeys(PARTNERS, "akkoord")
    assert [(t["tekst"], t["antwoord"]) for t in inhoud["tegenspraak"]] == [
        ("De school begint over twee weken.", "Daarom wachten wij tot de vakantie.")
    ]
    assert (inhoud["besluit"], inhoud["besloten_op"]) == ("vastgesteld", "2022-03-01")
    assert inhoud["acties"] == [{"omschrijving": "Bellen", "eigenaar": "coa", "uiterlijk": None}]


def test_given_minutes_that_are_shared_when_reading_the_facts_then_each_dossier_knows_the_day(gehouden):
    dossier = gehouden.besloten.dossiers.get().dossier_id

    assert beeld_of(dossier).overleg[0].verslag_op == DATUM


def test_given_a_meeting_that_goes_on_when_sharing_then_it_is_refused(tafel):
    tafel.start()

    with pytest.raises(NietNu):
        actions.share_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=DATUM)


def test_given_who_neither_chairs_nor_writes_when_sharing_then_it_is_refused(tafel):
    tafel.start()
    tafel.eindig()
    ander = next(p for p in PARTNERS if p not in {tafel.overleg.voorzitter, tafel.overleg.notulist})

    with pytest.raises(GeenToegang):
        actions.share_verslag(door=tafel.wie(ander), overleg_id=tafel.overleg.pk, peildatum=DATUM)


def test_given_four_confirmations_of_one_text_when_the_last_comes_then_it_is_fixed(gehouden):
    for partner in PARTNERS:
        bevestig(gehouden, partner)

    blad = verslag_of(gehouden.overleg.pk, viewer=gehouden.coa)
    assert (blad.is_vast, sorted(blad.bevestigd), blad.verslag.zonder_bevestiging) == (
        True,
        sorted(PARTNERS),
        [],
    )
    assert Verslagpunt.objects.get(punt=gehouden.besloten).inhoud == dict(blad.punten[0][1])


def test_given_something_added_when_confirming_an_older_text_then_it_must_be_read_again(gehouden):
    oud = verslag_of(gehouden.overleg.pk, viewer=gehouden.coa).zegel
    bevestig(gehouden, "ind")
    actions.write_besproken(
        door=gehouden.notulist, punt_id=gehouden.besloten.pk, tekst="De school is gebeld.", was=""
    )

    with pytest.raises(Versieconflict):
        bevestig(gehouden, "coa", zegel=oud)

    blad = verslag_of(gehouden.overleg.pk, viewer=gehouden.coa)
    assert (dict(blad.bevestigd), blad.eerder) == ({}, ("ind",))


def test_given_a_vote_that_may_still_come_when_all_confirm_then_nothing_is_fixed(tafel):
    punt = tafel.punt()
    tafel.start()
    tafel.open(punt)
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "avim"):
        tafel.stem(punt, partner)
    tafel.eindig()
    actions.share_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=DATUM)

    for partner in PARTNERS:
        verslag = bevestig(tafel, partner)

    assert verslag.vastgesteld_op is None
    assert tafel.stem(punt, "ind", nu=VRIJDAG).schriftelijk


@pytest.mark.parametrize("op", [DATUM, date(2022, 3, 4)])
def test_given_the_term_still_runs_when_closing_then_it_is_refused(gehouden, op):
    with pytest.raises(TeLaat):
        actions.establish_verslag(door=gehouden.notulist, overleg_id=gehouden.overleg.pk, peildatum=op)


def test_given_the_term_is_over_when_closing_then_who_did_not_confirm_is_named(gehouden):
    bevestig(gehouden, "coa")

    verslag = actions.establish_verslag(
        door=gehouden.notulist, overleg_id=gehouden.overleg.pk, peildatum=MAANDAG
    )

    assert (verslag.vastgesteld_op, verslag.zonder_bevestiging) == (MAANDAG, ["dtv", "avim", "ind"])


def test_given_an_item_without_a_decision_when_the_minutes_close_then_it_has_none(tafel):
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    tafel.start()
    tafel.open(punt)
    tafel.eindig()
    actions.share_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=DATUM)

    actions.establish_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=MAANDAG)

    assert beeld_of(dossier.pk).overleg[0].besluit == "geen_besluit"


@pytest.fixture
def vast(gehouden):
    actions.establish_verslag(door=gehouden.notulist, overleg_id=gehouden.overleg.pk, peildatum=MAANDAG)
    return gehouden


@pytest.mark.parametrize(
    "opdracht",
    [
        "update overleg_agendapunt set besluit_tekst = 'anders'",
        "update overleg_agendapunt set besluit = 'geen_besluit'",
        "delete from overleg_verslagpunt",
        "update overleg_verslagpunt set inhoud = '{}'",
        "update overleg_verslag set zonder_bevestiging = '[]'",
        "delete from overleg_bevestiging",
        "update overleg_stem set oordeel = 'akkoord'",
        "delete from overleg_stem",
        "update overleg_standpunt set motivering = 'anders'",
        "update overleg_tegenspraak set tekst = 'anders'",
        "update overleg_tegenspraak set antwoord = 'anders'",
        "delete from overleg_tegenspraak",
        "update overleg_actie set omschrijving = 'anders'",
        "delete from overleg_actie",
        "delete from overleg_puntdossier",
    ],
)
def test_given_fixed_minutes_when_the_database_is_told_otherwise_then_it_refuses(vast, opdracht):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


@pytest.mark.parametrize(
    "opdracht",
    [
        "update overleg_standpunt set motivering = 'anders'",
        "delete from overleg_standpunt",
        "update overleg_stem set oordeel = 'akkoord'",
        "delete from overleg_stem",
        "update overleg_tegenspraak set tekst = 'anders'",
    ],
)
def test_given_open_cards_without_minutes_when_the_database_is_told_otherwise_then_it_refuses(
    tafel, opdracht
):
    tafel.besluit(tafel.punt())

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def test_given_fixed_minutes_when_an_agreement_is_carried_out_then_that_is_still_written(vast):
    actie = Actie.objects.get()

    actions.finish_actie(door=vast.coa, actie_id=actie.pk, gereed_op=MAANDAG, peildatum=MAANDAG)

    assert Actie.objects.get().gereed_op == MAANDAG
    assert verslag_of(vast.overleg.pk, viewer=vast.coa).punten[0][1]["acties"][0]["omschrijving"] == "Bellen"


def test_given_fixed_minutes_when_somebody_sees_it_otherwise_then_it_stands_beside_them(vast):
    actions.add_aanvulling(door=vast.ind, punt_id=vast.besloten.pk, tekst="De datum moet 12 maart zijn.")

    blad = verslag_of(vast.overleg.pk, viewer=vast.dtv)
    (aanvulling,) = blad.aanvullingen[vast.besloten.pk]
    assert (aanvulling.partner, aanvulling.tekst) == ("ind", "De datum moet 12 maart zijn.")
    with pytest.raises(NietNu):
        bevestig(vast, "ind")


def test_given_fixed_minutes_when_partners_look_then_only_who_still_has_to_act_is_let_in(vast):
    in_beeld = Betrokkenheid.objects.filter(grond="overleg", tot__isnull=True).values_list(
        "organisatie", flat=True
    )
    assert list(in_beeld) == ["coa"]

    actions.finish_actie(door=vast.coa, actie_id=Actie.objects.get().pk, gereed_op=MAANDAG, peildatum=MAANDAG)

    assert not in_beeld.all().exists()


def test_given_late_words_when_the_minutes_are_fixed_then_nothing_of_the_item_changes(vast):
    with pytest.raises(NietNu):
        vast.stem(vast.besloten, "coa", "niet_akkoord", nu=datetime(2022, 3, 7, 9, 0, tzinfo=UTC))
    with pytest.raises(NietNu):
        actions.write_besproken(door=vast.notulist, punt_id=vast.besloten.pk, tekst="Anders.", was="")


def test_given_an_item_that_is_shielded_since_when_confirmed_then_the_minutes_of_the_table_are_still_whole(
    gehouden,
):
    Dossier.objects.filter(pk=gehouden.besloten.dossiers.get().dossier_id).update(afgeschermd=True)

    gelezen = {p: len(verslag_of(gehouden.overleg.pk, viewer=gehouden.wie(p)).punten) for p in PARTNERS}
    for partner in PARTNERS:
        verslag = bevestig(gehouden, partner)

    assert gelezen == {"dtv": 1, "coa": 0, "avim": 0, "ind": 0}
    assert verslag.vastgesteld_op == DATUM
    assert Verslagpunt.objects.count() == 1
