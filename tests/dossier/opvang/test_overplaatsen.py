"""A transfer: the complete file each time, a question with a day, two people who hand over, and an arrival somebody saw."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.dossier.opvang.conftest import OP, draag_over, geef_aan, neem_over, reserveer, vraag
from tests.kern import bouw
from tests.keten.uitfactories import OntvangerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import (
    Dossier,
    Dossierdeel,
    Overplaatsing,
    Overplaatsingsgrond,
    Overplaatsingsstap,
    Verblijfplaats,
)
from verantwoord.dossier.opvang import overplaatsen, tonen
from verantwoord.dossier.opvang.overplaatsen import OverplaatsingPastNiet
from verantwoord.dossier.stand import beoordeel_op, bevinding_van
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.keten.models import Uitbericht
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Rol
from verantwoord.werkplek.wacht_opvang import overplaatsing

pytestmark = pytest.mark.django_db
GEEN_PLAN = "Voor een overplaatsing ontbreekt nog een vertrekplan met een strategie en een keuze."
GEEN_BESLUIT = "Voor een overplaatsing ontbreekt nog een besluit waar alle vaste partners achter staan."
GEEN_DOCUMENT = "Voor een overplaatsing ontbreekt nog een geldig reisdocument of een ingevulde LP-aanvraag."


def stand(rij):
    return Overplaatsing.objects.get(pk=rij.pk).stand


ZONDER = {
    GEEN_PLAN: {"vertrekplannen": [bouw.plan() | {"strategie": ""}]},
    GEEN_BESLUIT: {"overleg": [bouw.lko(besluit="aangehouden")]},
    GEEN_DOCUMENT: {"lp_aanvragen": []},
}


def zonder_document(dossier):
    Reisdocument.objects.filter(dossier=dossier).delete()
    LPAanvraag.objects.filter(dossier=dossier).update(ingevuld_op=None, geweigerd_op=None)


def aanwijzing(dossier):
    """A sign of trafficking, not yet reported: it holds every step of departure."""
    Dossierdeel.objects.create(dossier=dossier, deel="mensenhandel", inhoud={"aanwijzing_op": "2022-04-24"})


@pytest.mark.parametrize("naar", ["vbl", "gl"])
@pytest.mark.parametrize("uitleg", ZONDER)
def test_given_a_file_that_misses_one_part_when_asking_then_the_gate_says_which_and_nothing_is_written(
    regie, uitleg, naar
):
    dossier = geef_aan(neem_over(7, ZONDER[uitleg]), regie)

    with pytest.raises(NormBlokkeert) as fout:
        vraag(dossier, naar=naar)

    gevraagd = Gebeurtenis.objects.filter(soort__startswith="overplaatsing")
    assert uitleg in [b.uitleg for b in fout.value.bevindingen]
    assert (Overplaatsing.objects.count(), gevraagd.count()) == (0, 0)


def test_given_the_parts_of_the_file_when_shown_then_they_are_those_the_norm_counts(regie):
    dossier = geef_aan(neem_over(7, ZONDER[GEEN_PLAN]), regie)

    s, beoordeling = beoordeel_op(beeld_of(dossier.pk), OP)
    onderdelen = tonen.onderdelen(s, dossier.pk)

    assert [deel.is_er for deel in onderdelen] == [False, True, True]
    assert bevinding_van(beoordeling, "overplaatsing-compleet-dossier").uitleg == GEEN_PLAN


@pytest.mark.parametrize(
    "anders",
    [
        {"zicht_op_terugkeer": " "},
        {"maatregel_op": date(2022, 4, 21)},
        {"antwoord_voor": date(2022, 4, 19)},
        {"gewenst_op": date(2022, 4, 24)},
    ],
    ids=["no prospect", "measure still to come", "answer asked for the past", "moves before the answer"],
)
def test_given_a_request_that_misses_something_when_asking_then_nothing_is_written(dossier, anders):
    with pytest.raises(OverplaatsingPastNiet):
        vraag(dossier, **anders)

    assert Overplaatsing.objects.count() == 0


def test_given_a_request_when_another_runs_then_there_is_one_at_a_time(dossier):
    vraag(dossier)

    with pytest.raises(OverplaatsingPastNiet):
        vraag(dossier, naar="gl")

    with pytest.raises(IntegrityError), transaction.atomic():
        Overplaatsing.objects.create(
            dossier=dossier, naar="gl", locatie="Emmen", gewenst_op=OP, antwoord_voor=OP, toelichting="x",
            gevraagd_op=OP, gevraagd_door=dossier.regievoerder,
        )  # fmt: skip


def test_given_a_whole_transfer_when_each_did_their_part_then_the_person_lives_there_from_the_arrival(
    dossier, coa
):
    rij = vraag(dossier)
    overplaatsen.question_overplaatsing(
        door=coa, dossier_id=dossier.pk, overplaatsing_id=rij.pk, vraag="Hoeveel kamers?", peildatum=OP
    )
    overplaatsen.reply_overplaatsing(
        door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, reactie="Een.",
        antwoord_voor=date(2022, 4, 26), peildatum=date(2022, 4, 21),
    )  # fmt: skip
    reserveer(rij, coa)
    draag_over(rij, coa, dossier.regievoerder)

    overplaatsen.record_aankomst(
        door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, samen=frozenset(),
        aangekomen_op=date(2022, 4, 29), toelichting="Bericht van het COA.", peildatum=date(2022, 4, 30),
    )  # fmt: skip

    soorten = list(Overplaatsingsstap.objects.values_list("soort", "organisatie"))
    assert soorten == [
        ("gevraagd", "dtv"), ("vraag", "coa"), ("reactie", "dtv"), ("akkoord", "coa"),
        ("overgedragen", "coa"), ("overgedragen", "dtv"), ("aangekomen", "dtv"),
    ]  # fmt: skip
    assert stand(rij) == "aangekomen"
    assert [(p.soort, p.van, p.tot) for p in beeld_of(dossier.pk).opvang.verblijfplaatsen] == [
        ("azc", date(2021, 6, 10), date(2022, 4, 28)),
        ("vbl", date(2022, 4, 29), None),
    ]


def test_given_a_norm_that_stops_a_transfer_since_when_somebody_arrived_then_that_is_kept_and_named(
    dossier, coa
):
    rij = vraag(dossier)
    reserveer(rij, coa)
    draag_over(rij, coa, dossier.regievoerder)
    aanwijzing(dossier)

    overplaatsen.record_aankomst(
        door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, samen=frozenset(),
        aangekomen_op=date(2022, 4, 29), toelichting="Bericht van het COA.", peildatum=date(2022, 4, 30),
    )  # fmt: skip

    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="opvang.aangekomen")
    assert stand(rij) == "aangekomen"
    assert gebeurtenis.gegevens["tegengehouden_door"] == ["mensenhandel-signaal"]


class TestOverdracht:
    @pytest.fixture
    def rij(self, dossier, coa):
        rij = vraag(dossier)
        reserveer(rij, coa)
        return rij

    def test_given_one_half_when_the_other_is_missing_then_nobody_can_arrive(self, dossier, rij):
        draag_over(rij, dossier.regievoerder)

        assert stand(rij) == "akkoord"
        with pytest.raises(OverplaatsingPastNiet):
            overplaatsen.record_aankomst(
                door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, samen=frozenset(),
                aangekomen_op=date(2022, 4, 29), toelichting="x", peildatum=date(2022, 4, 30),
            )  # fmt: skip

    def test_given_one_half_when_a_colleague_of_the_same_side_hands_over_too_then_it_is_refused(
        self, dossier, rij
    ):
        collega = MedewerkerFactory(team=dossier.team)
        draag_over(rij, dossier.regievoerder)

        with pytest.raises(OverplaatsingPastNiet):
            draag_over(rij, collega)

        assert stand(rij) == "akkoord"

    def test_given_both_halves_by_one_person_when_written_past_the_program_then_the_database_refuses(
        self, dossier, rij
    ):
        draag_over(rij, dossier.regievoerder)

        with pytest.raises(IntegrityError), transaction.atomic():
            Overplaatsingsstap.objects.create(
                overplaatsing=rij, soort="overgedragen", organisatie=Organisatie.COA, door=dossier.regievoerder,
                op=OP, tekst="Ook voor het COA.",
            )  # fmt: skip

    def test_given_a_sign_between_the_halves_when_the_second_hands_over_then_the_gate_stops_it(
        self, dossier, rij, coa
    ):
        draag_over(rij, dossier.regievoerder)
        aanwijzing(dossier)

        with pytest.raises(NormBlokkeert):
            draag_over(rij, coa)

        assert stand(rij) == "akkoord"

    def test_given_a_regievoerder_when_answering_for_the_coa_then_it_is_refused(self, dossier, rij):
        with pytest.raises(GeenToegang):
            reserveer(rij, dossier.regievoerder)


def test_given_somebody_who_did_not_come_when_recorded_then_the_place_and_the_absence_stay_as_they_were(
    dossier, coa
):
    rij = vraag(dossier)
    reserveer(rij, coa)
    draag_over(rij, dossier.regievoerder, coa)
    eerst = beeld_of(dossier.pk)

    overplaatsen.record_niet_aangekomen(
        door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, op=date(2022, 4, 29),
        toelichting="Nog niet gezien.", peildatum=date(2022, 4, 30),
    )  # fmt: skip

    assert (stand(rij), beeld_of(dossier.pk)) == ("niet_aangekomen", eerst)


def test_given_days_that_pass_when_nobody_answers_then_nothing_changes_and_it_says_whom_to_call(dossier):
    rij = vraag(dossier)

    woorden = tonen.wat_nu(rij, date(2022, 5, 30))

    assert stand(rij) == "gevraagd"
    assert woorden == (
        "Het COA heeft nog niet geantwoord. Er verandert niets vanzelf: bel het COA, of trek de overplaatsing in."
    )


class TestGezin:
    def test_given_a_family_when_transferred_then_every_dossier_has_its_own_row_and_event(self, gezin, coa):
        rij = vraag(gezin[0], samen=gezin[1:], naar="gl", zicht_op_terugkeer="")
        reserveer(rij, coa)
        draag_over(rij, gezin[0].regievoerder, coa)

        overplaatsen.record_aankomst(
            door=gezin[0].regievoerder, dossier_id=gezin[0].pk, overplaatsing_id=rij.pk,
            samen=frozenset({gezin[2].pk}), aangekomen_op=date(2022, 4, 29), toelichting="Gezien.",
            peildatum=date(2022, 4, 30),
        )  # fmt: skip

        standen = dict(Overplaatsing.objects.values_list("dossier", "stand"))
        woont = [beeld_of(d.pk).opvang.verblijfplaatsen[-1].soort for d in gezin]
        assert [standen[d.pk] for d in gezin] == ["aangekomen", "overgedragen", "aangekomen"]
        assert woont == ["gl", "azc", "gl"]
        assert Gebeurtenis.objects.filter(soort="overplaatsing.overgedragen").count() == 6

    def test_given_one_of_a_family_whose_file_misses_something_when_asking_then_nobody_is_asked_for(
        self, gezin
    ):
        zonder_document(gezin[1])

        with pytest.raises(OverplaatsingPastNiet) as fout:
            vraag(gezin[0], samen=gezin[1:])

        assert fout.value.melding == (
            f"Voor Rana Voorbeeld kan dit niet. {GEEN_DOCUMENT} Er is voor niemand van het gezin iets vastgelegd."
        )
        assert (
            Overplaatsing.objects.count(),
            Gebeurtenis.objects.filter(soort="overplaatsing.gevraagd").count(),
        ) == (0, 0)

    def test_given_somebody_who_is_no_relative_when_asking_together_then_it_is_refused(self, gezin, regie):
        vreemde = Dossier.objects.get(pk=gezin[1].pk)
        gezin[0].persoon.gezin.filter(v_nummer=vreemde.persoon.v_nummer).delete()

        with pytest.raises(OverplaatsingPastNiet):
            vraag(gezin[0], samen=[vreemde])

    def test_given_a_transfer_of_a_family_when_withdrawn_then_for_all_of_them(self, gezin):
        rij = vraag(gezin[0], samen=gezin[1:])

        overplaatsen.withdraw_overplaatsing(
            door=gezin[0].regievoerder, dossier_id=gezin[0].pk, overplaatsing_id=rij.pk, reden="Vertrek geboekt.",
            peildatum=OP,
        )  # fmt: skip

        assert {*Overplaatsing.objects.values_list("stand", flat=True)} == {"ingetrokken"}


def test_given_a_coa_that_is_told_by_itself_when_a_place_is_asked_and_not_any_more_then_it_hears_both_without_why(
    coa, dossier
):
    for organisatie, rol in ((Organisatie.COA, Rol.COA), (Organisatie.AVIM, Rol.AVIM_TOEZICHT)):
        OntvangerFactory(organisatie=organisatie, rol=rol)

    rij = vraag(dossier)
    overplaatsen.withdraw_overplaatsing(
        door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, reden="Vertrek geboekt.",
        peildatum=OP,
    )  # fmt: skip

    verteld = Uitbericht.objects.filter(soort__startswith="overplaatsing").order_by("soort")
    wie = {"v_nummer": dossier.persoon.v_nummer}
    assert [(b.soort, b.ontvanger.organisatie, b.inhoud["velden"]) for b in verteld] == [
        ("overplaatsing", "coa", wie | {"naar": "vbl", "antwoord_voor": "2022-04-25"}),
        ("overplaatsing_ingetrokken", "coa", wie | {"op": "2022-04-20"}),
    ]


class TestPlicht:
    """What the regievoerder owes, and when: never while somebody else still has their days."""

    def plichten(self, dossier, op):
        gevonden = overplaatsing(dossier.pk, viewer=dossier.regievoerder, op=op)
        return [(p.datum, p.actie_url.rstrip("/").rpartition("/")[2]) for p in gevonden]

    def test_given_a_request_when_its_day_passes_without_an_answer_then_the_regievoerder_calls(self, dossier):
        vraag(dossier)

        assert self.plichten(dossier, date(2022, 4, 25)) == []
        assert self.plichten(dossier, date(2022, 4, 26)) == [(date(2022, 4, 25), "opvang")]

    def test_given_each_state_when_asked_then_only_what_is_the_regievoerders_is_owed(self, dossier, coa):
        rij, owed = vraag(dossier), []
        overplaatsen.question_overplaatsing(
            door=coa, dossier_id=dossier.pk, overplaatsing_id=rij.pk, vraag="Wanneer?", peildatum=OP
        )
        owed.append(self.plichten(dossier, OP))
        reserveer(rij, coa)
        owed.append(self.plichten(dossier, OP))
        draag_over(rij, dossier.regievoerder)
        owed.append(self.plichten(dossier, OP))
        draag_over(rij, coa)
        owed += [self.plichten(dossier, dag) for dag in (date(2022, 4, 28), date(2022, 4, 29))]

        assert owed == [
            [(date(2022, 4, 25), "reactie")],
            [(date(2022, 4, 29), "overdracht")],
            [],
            [],
            [(date(2022, 4, 29), "aankomst")],
        ]


class TestBuitenstaander:
    def test_given_rows_of_a_transfer_when_others_ask_then_they_are_not_there(self, dossier, coa):
        vraag(dossier)
        anderen = [MedewerkerFactory(), MedewerkerFactory(coa=True), MedewerkerFactory(avim=True)]

        gezien = [
            (
                Overplaatsing.objects.visible_to(wie).count(),
                Overplaatsingsstap.objects.visible_to(wie).count(),
                Overplaatsingsgrond.objects.visible_to(wie).count(),
            )
            for wie in (dossier.regievoerder, coa, *anderen)
        ]

        assert gezien == [(1, 1, 1), (1, 1, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)]

    def test_given_rows_of_a_transfer_when_asked_past_the_program_then_the_database_shows_the_coa_no_ground(
        self, dossier, coa
    ):
        vraag(dossier)
        avim = MedewerkerFactory(avim=True, team=TeamFactory(organisatie="avim", locaties=["Assen"]))
        herbeoordeel([dossier.pk], peildatum=OP)

        gezien = []
        for wie in (dossier.regievoerder, coa, avim, MedewerkerFactory()):
            with transactie_van(wie, lijst=True):
                gezien.append(
                    [
                        soort.objects.count()
                        for soort in (Overplaatsing, Overplaatsingsstap, Overplaatsingsgrond)
                    ]
                )

        assert gezien == [[1, 1, 1], [1, 1, 0], [0, 0, 0], [0, 0, 0]]

    def test_given_an_outsider_when_acting_then_the_transfer_does_not_exist(self, dossier):
        rij = vraag(dossier)

        with pytest.raises(Overplaatsing.DoesNotExist):
            draag_over(rij, MedewerkerFactory())


def test_given_a_stay_in_a_vbl_when_asking_for_a_vbl_then_it_is_refused(dossier):
    Verblijfplaats.objects.filter(dossier=dossier).update(soort="vbl")

    with pytest.raises(OverplaatsingPastNiet):
        vraag(dossier)

    assert Overplaatsing.objects.count() == 0
