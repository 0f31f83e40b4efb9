"""The meldplicht: asked by the DT&V, decided by the AVIM, and nothing counts before the reason was heard."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.keten.uitfactories import OntvangerFactory
from tests.toezicht.bouw import VANDAAG, maak_avim, maak_dossier, plicht, sleutel, team_in_assen
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.keten.models import Uitbericht
from verantwoord.keten.partner import meldplichtacties as avim
from verantwoord.keten.partner.models import Inzending
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Rol
from verantwoord.toezicht import actions
from verantwoord.toezicht.fouten import NietAanDeOrde, VeldFout
from verantwoord.toezicht.models import Meldmoment, Meldverzoek

pytestmark = pytest.mark.django_db
DAG = date(2022, 2, 8)


def vraag(dossier, **anders):
    return actions.ask_meldplicht(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "versie": Dossier.objects.get(pk=dossier.pk).versie,
            "soort": "opleggen",
            "reden": "Zij is twee afspraken niet gekomen.",
            "per_week": 1,
            "antwoord_voor": date(2022, 2, 21),
            "peildatum": VANDAAG,
        }
        | anders
    )


def leg_op(dossier, door, **anders):
    return avim.send_meldplicht(
        **{
            "door": door,
            "dossier_id": dossier.pk,
            "inzending_id": sleutel(),
            "op": date(2022, 2, 10),
            "per_week": 1,
            "reden": "Weten waar zij is.",
            "reden_afwijking": "",
            "peildatum": VANDAAG,
        }
        | anders
    )


def mis(dossier, door, op=DAG, soort="gemist"):
    return avim.send_meldmoment(
        door=door, dossier_id=dossier.pk, inzending_id=sleutel(), op=op, soort=soort, toelichting="",
        peildatum=VANDAAG,
    )  # fmt: skip


def hoor(dossier, door, op=DAG, **anders):
    return avim.send_reden(
        **{
            "door": door,
            "dossier_id": dossier.pk,
            "inzending_id": sleutel(),
            "op": op,
            "uitkomst": "telt",
            "gehoord": "niet_bereikt",
            "reden": "geen",
            "toelichting": "Gebeld op 9 en 10 februari, en langs geweest.",
            "peildatum": VANDAAG,
        }
        | anders
    )


def gemist(dossier):
    return [p.gemist_op for p in beeld_of(dossier.pk).meldplichten]


def test_given_an_avim_that_is_told_by_itself_when_asked_and_not_any_more_then_it_hears_both_without_why():
    dossier = maak_dossier()
    Betrokkenheid.objects.create(
        dossier=dossier, organisatie=Organisatie.AVIM, rol=Rol.AVIM_TOEZICHT, grond="locatie"
    )
    for organisatie, rol in ((Organisatie.COA, Rol.COA), (Organisatie.AVIM, Rol.AVIM_TOEZICHT)):
        OntvangerFactory(organisatie=organisatie, rol=rol)

    vraag(dossier)
    actions.withdraw_meldverzoek(door=dossier.regievoerder, dossier_id=dossier.pk, peildatum=VANDAAG)

    verteld = Uitbericht.objects.filter(soort__startswith="meldplicht").order_by("soort")
    wie = {"v_nummer": dossier.persoon.v_nummer}
    assert [(b.soort, b.ontvanger.organisatie, b.inhoud["velden"]) for b in verteld] == [
        ("meldplichtvraag", "avim", wie | {"vraag": "opleggen", "antwoord_voor": "2022-02-21"}),
        ("meldplichtvraag_ingetrokken", "avim", wie | {"op": VANDAAG.isoformat()}),
    ]


class TestVragenEnOpleggen:
    def test_given_a_request_when_it_is_made_then_the_facts_are_as_they_were(self):
        dossier = maak_dossier()
        eerst = beeld_of(dossier.pk)

        vraag(dossier)

        assert beeld_of(dossier.pk) == eerst

    def test_given_a_request_when_the_avim_imposes_then_it_is_answered_with_the_reason(self):
        dossier, door = maak_dossier(), maak_avim()
        verzoek = vraag(dossier)

        leg_op(dossier, door)

        verzoek.refresh_from_db()
        (opgelegd,) = beeld_of(dossier.pk).meldplichten
        assert (opgelegd.opgelegd_door, opgelegd.per_week, opgelegd.reden_afwijking) == ("avim", 1, "")
        assert (verzoek.besluit, verzoek.besluit_reden, verzoek.besloten_door) == (
            "gedaan",
            "Weten waar zij is.",
            door,
        )

    def test_given_a_request_when_the_avim_refuses_then_nothing_is_imposed(self):
        dossier, door = maak_dossier(), maak_avim()
        verzoek = vraag(dossier)

        avim.send_weigering(
            door=door, dossier_id=dossier.pk, inzending_id=sleutel(), reden="Zij is er steeds.", peildatum=VANDAAG
        )  # fmt: skip

        verzoek.refresh_from_db()
        assert verzoek.besluit == "geweigerd"
        assert beeld_of(dossier.pk).meldplichten == ()

    def test_given_a_request_when_it_is_withdrawn_then_another_may_be_made(self):
        dossier = maak_dossier()
        vraag(dossier)

        actions.withdraw_meldverzoek(door=dossier.regievoerder, dossier_id=dossier.pk, peildatum=VANDAAG)
        vraag(dossier)

        assert Meldverzoek.objects.filter(dossier=dossier).count() == 2

    def test_given_a_request_that_waits_when_another_is_made_then_it_is_refused(self):
        dossier = maak_dossier()
        vraag(dossier)

        with pytest.raises(NietAanDeOrde):
            vraag(dossier)

    @pytest.mark.parametrize("per_week", [2, 7])
    def test_given_another_frequency_without_a_reason_when_imposing_then_it_is_refused(self, per_week):
        dossier = maak_dossier()

        with pytest.raises(VeldFout) as fout:
            leg_op(dossier, maak_avim(), per_week=per_week, reden_afwijking="  ")

        assert fout.value.veld == "reden_afwijking"
        assert beeld_of(dossier.pk).meldplichten == ()

    def test_given_the_regievoerder_when_imposing_then_it_is_not_theirs_to_do(self):
        dossier = maak_dossier()

        with pytest.raises(GeenToegang):
            leg_op(dossier, dossier.regievoerder)

    def test_given_the_avim_of_another_place_when_imposing_then_the_dossier_is_not_there(self):
        dossier = maak_dossier()
        elders = MedewerkerFactory(
            avim=True, team=TeamFactory(organisatie=Organisatie.AVIM, locaties=["Ter Apel"])
        )

        with pytest.raises(Dossier.DoesNotExist):
            leg_op(dossier, elders)

    def test_given_the_same_form_twice_when_imposing_then_it_counts_once(self):
        dossier, door, zelfde = maak_dossier(), maak_avim(), sleutel()

        leg_op(dossier, door, inzending_id=zelfde)
        leg_op(dossier, door, inzending_id=zelfde)

        assert len(beeld_of(dossier.pk).meldplichten) == 1
        assert Inzending.objects.count() == 1

    def test_given_a_meldplicht_when_it_is_changed_and_ended_then_each_has_its_reason(self):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()

        avim.send_frequentie(
            door=door, dossier_id=dossier.pk, inzending_id=sleutel(), per_week=2, reden="Zij vraagt dit zelf.",
            peildatum=VANDAAG,
        )  # fmt: skip
        avim.send_einde(
            door=door, dossier_id=dossier.pk, inzending_id=sleutel(), op=VANDAAG, reden="Niet meer nodig.",
            peildatum=VANDAAG,
        )  # fmt: skip

        (eind,) = beeld_of(dossier.pk).meldplichten
        soorten = Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort__startswith="meldplicht.")
        assert (eind.per_week, eind.reden_afwijking, eind.beeindigd_op) == (
            2,
            "Zij vraagt dit zelf.",
            VANDAAG,
        )
        assert [(g.soort, g.gegevens["reden"]) for g in soorten.order_by("volgnummer")] == [
            ("meldplicht.gewijzigd", "Zij vraagt dit zelf."),
            ("meldplicht.beeindigd", "Niet meer nodig."),
        ]


class TestNietGemeld:
    def test_given_somebody_who_did_not_report_when_it_is_recorded_then_it_counts_for_nothing_yet(self):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()

        mis(dossier, door)

        assert gemist(dossier) == [()]

    def test_given_no_reason_heard_when_years_pass_then_it_still_counts_for_nothing(self):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()

        mis(dossier, door)

        assert Meldmoment.objects.get().horen_voor == date(2022, 2, 21)
        assert gemist(dossier) == [()]

    def test_given_somebody_who_could_not_be_reached_when_the_avim_says_so_then_the_day_counts(self):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()
        mis(dossier, door)

        hoor(dossier, door)

        assert gemist(dossier) == [(DAG,)]

    @pytest.mark.parametrize(
        "reden", ["ziekenhuis", "afspraak", "vervoer", "niet_geweten", "verplaatst", "anders"]
    )
    def test_given_a_good_reason_when_it_is_heard_then_the_day_never_counts(self, reden):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()
        mis(dossier, door)

        hoor(dossier, door, uitkomst="verschoond", gehoord="gesproken", reden=reden, toelichting="Gehoord.")

        assert gemist(dossier) == [()]

    @pytest.mark.parametrize("reden", ["ziekenhuis", "verplaatst"])
    def test_given_somebody_who_could_not_come_when_the_day_is_counted_then_it_is_refused(self, reden):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()
        mis(dossier, door)

        with pytest.raises(VeldFout):
            hoor(dossier, door, gehoord="gesproken", reden=reden)

        assert gemist(dossier) == [()]

    def test_given_a_day_that_counts_when_a_good_reason_comes_later_then_it_no_longer_counts_and_stays_readable(
        self,
    ):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()
        mis(dossier, door)
        hoor(dossier, door)

        hoor(
            dossier,
            door,
            uitkomst="verschoond",
            gehoord="gesproken",
            reden="ziekenhuis",
            toelichting="Brief.",
        )

        assert gemist(dossier) == [()]
        assert [m.soort for m in Meldmoment.objects.order_by("pk")] == ["gemist", "telt", "verschoond"]

    def test_given_a_day_that_counts_when_the_person_turns_out_to_have_reported_then_it_no_longer_counts(
        self,
    ):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()
        mis(dossier, door)
        hoor(dossier, door)

        mis(dossier, door, soort="gemeld")

        assert gemist(dossier) == [()]

    def test_given_no_missed_day_when_a_reason_is_given_then_it_is_refused(self):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()

        with pytest.raises(NietAanDeOrde):
            hoor(dossier, door)

    def test_given_the_database_when_a_day_counts_without_being_heard_then_it_is_refused(self):
        dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()

        with pytest.raises(IntegrityError), transaction.atomic():
            Meldmoment.objects.create(
                dossier=dossier, plaats=0, op=DAG, soort="telt", door=door, door_naam=door.naam
            )


def test_given_people_of_other_roles_when_reading_then_only_who_reads_supervision_finds_rows():
    dossier, door = maak_dossier(meldplichten=[plicht()]), maak_avim()
    vraag(dossier, soort="beeindigen", per_week=None)
    mis(dossier, door)
    coa = MedewerkerFactory(coa=True, team=team_in_assen(Organisatie.COA))
    anderen = [coa, MedewerkerFactory(), MedewerkerFactory(fg=True)]

    gezien = {
        viewer.naam: (
            Meldverzoek.objects.visible_to(viewer).count(),
            Meldmoment.objects.visible_to(viewer).count(),
        )
        for viewer in [dossier.regievoerder, door, *anderen]
    }

    assert gezien == {dossier.regievoerder.naam: (1, 1), door.naam: (1, 1)} | {
        viewer.naam: (0, 0) for viewer in anderen
    }
