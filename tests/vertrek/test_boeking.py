"""Booking, changing and cancelling a trip."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.dossier.factories import MedewerkerFactory
from tests.kern.bouw import boeking as feit
from tests.kern.bouw import plan
from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.dossierbeeld import Vertrekboeking
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrek.actions import Uitleg, book_vertrek, cancel_boeking, change_boeking
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet, StapNietAanDeOrde

pytestmark = pytest.mark.django_db
REIS = Vertrekboeking(soort="zelfstandig", land="ARM", gepland_op=DAG + timedelta(days=7))
GEDWONGEN = replace(REIS, soort="gedwongen", begeleiding=("kmar",))
GEDWONGEN_PLAN = {"vertrekplannen": [plan(gekozen="gedwongen")]}


def boek(dossier, reis=REIS, **anders):
    gegevens = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "versie": dossier.versie,
        "boeking": reis,
        "peildatum": DAG,
    }
    return book_vertrek(**gegevens | anders)


def boekingen(dossier):
    return beeld_of(dossier.pk).boekingen


def laatste(dossier):
    return Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("-volgnummer").first()


def test_given_nothing_in_the_way_when_an_independent_trip_is_booked_then_it_stands_in_the_facts():
    dossier = maak_dossier(klaar_voor_vertrek())

    boek(dossier, toelichting="De broer haalt hem op.")

    assert boekingen(dossier) == (REIS,)
    gebeurtenis = laatste(dossier)
    assert (gebeurtenis.soort, gebeurtenis.gegevens["boeking"], gebeurtenis.gegevens["toelichting"]) == (
        "vertrek.geboekt",
        0,
        "De broer haalt hem op.",
    )


def test_given_a_trip_to_another_country_when_admission_is_not_shown_then_it_is_not_booked():
    dossier = maak_dossier(klaar_voor_vertrek())

    with pytest.raises(NormBlokkeert) as fout:
        boek(dossier, replace(REIS, land="GEO"))

    assert [b.norm for b in fout.value.bevindingen] == ["derde-land-vertrek"]
    assert boekingen(dossier) == ()


def test_given_a_plan_for_another_country_when_admission_is_shown_with_the_trip_then_it_is_booked():
    dossier = maak_dossier(klaar_voor_vertrek(vertrekplannen=[plan(gekozen="derde_land")]))
    reis = replace(REIS, land="GEO", toegangsbewijs_ref="Visum GE-1", dia_overwogen=True)

    boek(dossier, reis)

    assert boekingen(dossier) == (reis,)


def test_given_forced_departure_chosen_when_all_norms_allow_then_it_is_booked():
    dossier = maak_dossier(klaar_voor_vertrek(**GEDWONGEN_PLAN))

    boek(dossier, GEDWONGEN, toelichting="Besproken op 19 april.")

    assert boekingen(dossier) == (GEDWONGEN,)


def test_given_independent_departure_chosen_when_a_forced_trip_is_booked_then_the_plan_comes_first():
    dossier = maak_dossier(klaar_voor_vertrek(vertrekplannen=[plan(gekozen="zelfstandig_iom")]))

    with pytest.raises(StapNietAanDeOrde) as fout:
        boek(dossier, GEDWONGEN)

    assert fout.value.melding == (
        "Gedwongen vertrek is niet gekozen in het vertrekplan. Leg die keuze daar eerst vast, met de redenen."
    )


def test_given_a_check_that_lapsed_when_a_forced_trip_is_booked_then_the_norm_refuses_and_nothing_stands():
    dossier = maak_dossier(klaar_voor_vertrek(verwijderbaarheidschecks=[], **GEDWONGEN_PLAN))

    with pytest.raises(NormBlokkeert) as fout:
        boek(dossier, GEDWONGEN)

    assert [b.norm for b in fout.value.bevindingen] == ["verwijderbaarheidscheck"]
    assert boekingen(dossier) == ()


def test_given_a_forced_trip_when_the_person_chooses_to_go_then_that_is_booked_and_the_forced_one_is_cancelled():
    dossier = maak_dossier(klaar_voor_vertrek(**GEDWONGEN_PLAN))
    dossier = boek(dossier, GEDWONGEN)

    boek(dossier)

    assert boekingen(dossier) == (replace(GEDWONGEN, geannuleerd_op=DAG), REIS)
    assert laatste(dossier).gegevens["vervangt"] == [0]


def test_given_an_independent_trip_ahead_when_a_forced_one_is_booked_then_the_norm_refuses():
    dossier = boek(maak_dossier(klaar_voor_vertrek(**GEDWONGEN_PLAN)))

    with pytest.raises(NormBlokkeert) as fout:
        boek(dossier, GEDWONGEN)

    assert [b.norm for b in fout.value.bevindingen] == ["zelfstandig-voor-gedwongen"]


def test_given_a_trip_when_another_of_its_kind_is_booked_then_the_first_is_changed_or_cancelled_first():
    dossier = boek(maak_dossier(klaar_voor_vertrek()))

    with pytest.raises(StapNietAanDeOrde):
        boek(dossier, replace(REIS, gepland_op=DAG + timedelta(days=9)))

    assert boekingen(dossier) == (REIS,)


def test_given_a_day_that_is_over_when_a_trip_is_booked_then_another_day_is_asked():
    dossier = maak_dossier(klaar_voor_vertrek())

    with pytest.raises(DagKloptNiet) as fout:
        boek(dossier, replace(REIS, gepland_op=DAG - timedelta(days=1)))

    assert fout.value.veld == "gepland_op"


# Leaving while something still runs.

LOPEND = {
    "procedure": {
        "aanvragen": [{"soort": "opvolgend_asiel", "ingediend_op": "2022-04-10"}],
        "besluiten": [],
    }
}


def test_given_a_request_that_runs_when_the_person_wants_to_leave_then_it_is_explained_and_the_lawyer_told():
    dossier = maak_dossier(klaar_voor_vertrek(**LOPEND))

    with pytest.raises(AntwoordOntbreekt) as zonder_taal:
        boek(dossier)
    with pytest.raises(AntwoordOntbreekt) as zonder_dag:
        boek(dossier, uitleg=Uitleg(taal="hy", gemachtigde="weet_het"))
    boek(dossier, uitleg=Uitleg(taal="hy", gemachtigde="weet_het", gemachtigde_op=date(2022, 4, 19)))

    assert (zonder_taal.value.veld, zonder_dag.value.veld) == ("taal", "gemachtigde_op")
    assert laatste(dossier).gegevens["uitleg"] == {
        "taal": "hy",
        "gemachtigde": "weet_het",
        "gemachtigde_op": "2022-04-19",
    }


# Changing and cancelling.


def test_given_a_trip_when_its_day_changes_then_the_old_day_stays_in_the_event():
    dossier = boek(maak_dossier(klaar_voor_vertrek()))
    nieuw = replace(REIS, gepland_op=DAG + timedelta(days=9))

    change_boeking(
        door=dossier.regievoerder, dossier_id=dossier.pk, nummer=0, versie=dossier.versie, boeking=nieuw,
        reden="De vlucht is verzet.", peildatum=DAG,
    )  # fmt: skip

    assert boekingen(dossier) == (nieuw,)
    assert laatste(dossier).gegevens == {
        "boeking": 0,
        "reden": "De vlucht is verzet.",
        "wijzigingen": {"boekingen[0].gepland_op": ["2022-04-27", "2022-04-29"]},
    }


def test_given_a_forced_trip_when_a_norm_now_stops_it_then_only_what_makes_it_safer_changes():
    dossier = maak_dossier(
        klaar_voor_vertrek(verwijderbaarheidschecks=[], boekingen=[feit(gepland_op="2022-04-27")])
    )
    staat = boekingen(dossier)[0]
    gegevens = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "nummer": 0, "peildatum": DAG}

    with pytest.raises(NormBlokkeert):
        change_boeking(
            **gegevens,
            versie=dossier.versie,
            reden="Later.",
            boeking=replace(staat, gepland_op=date(2022, 4, 29)),
        )
    change_boeking(
        **gegevens,
        versie=dossier.versie,
        reden="Een arts gaat mee.",
        boeking=replace(staat, begeleiding=("medisch",)),
    )

    assert boekingen(dossier) == (replace(staat, begeleiding=("medisch",)),)


def test_given_a_trip_that_no_norm_allows_any_more_when_it_is_cancelled_then_nothing_stops_that():
    dossier = maak_dossier(
        klaar_voor_vertrek(verwijderbaarheidschecks=[], boekingen=[feit(gepland_op="2022-04-27")])
    )

    cancel_boeking(
        door=dossier.regievoerder, dossier_id=dossier.pk, nummer=0, versie=dossier.versie,
        reden="Hij is ziek.", peildatum=DAG,
    )  # fmt: skip

    assert boekingen(dossier)[0].geannuleerd_op == DAG


def test_given_a_cancelled_trip_when_it_is_changed_then_the_page_is_old():
    dossier = maak_dossier(
        klaar_voor_vertrek(boekingen=[feit(gepland_op="2022-04-27", geannuleerd_op="2022-04-19")])
    )

    with pytest.raises(StapNietAanDeOrde):
        cancel_boeking(
            door=dossier.regievoerder, dossier_id=dossier.pk, nummer=0, versie=dossier.versie,
            reden="Nog eens.", peildatum=DAG,
        )  # fmt: skip


def test_given_a_colleague_who_was_first_when_a_trip_is_booked_then_nothing_is_written_over():
    dossier = maak_dossier(klaar_voor_vertrek())

    with pytest.raises(Versieconflict):
        boek(dossier, versie=dossier.versie - 1)


def test_given_a_manager_when_a_trip_is_booked_then_it_is_not_the_managers_to_book():
    dossier = maak_dossier(klaar_voor_vertrek())

    with pytest.raises(GeenToegang):
        boek(dossier, door=MedewerkerFactory(team=dossier.team, manager=True))
