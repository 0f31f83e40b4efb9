"""Closing a dossier and opening it again: by a person, with a reason, and never past a gate."""

from datetime import date, time, timedelta

import pytest

from tests.kern.bouw import boeking as feit
from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from tests.vertrek.test_afwezigheid import WEG
from verantwoord.dossier.actions import receive_overdracht
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import DossierGesloten, NormBlokkeert
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.dossierbeeld import Afwezigheid, Overdracht, Uitkomst
from verantwoord.toegang.actions import systeem
from verantwoord.vertrek.actions import cancel_boeking, close_dossier, reopen_dossier
from verantwoord.vertrek.fouten import AntwoordOntbreekt, StapNietAanDeOrde
from verantwoord.vertrek.queries import verwante_dossiers_of
from verantwoord.vertrekgesprek.actions import Planning, plan_gesprek
from verantwoord.vertrekgesprek.models import Gesprek

pytestmark = pytest.mark.django_db
VERTROKKEN = {"soort": "zelfstandig_gecontroleerd", "op": "2022-04-19", "bewijs_ref": "IOM-1"}
MELDPLICHT = {"opgelegd_op": "2022-03-10", "opgelegd_door": "avim"}


def sluit(dossier, soort="zelfstandig_gecontroleerd", **anders):
    gegevens = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "versie": dossier.versie,
        "soort": soort,
        "reden": "Hij is met IOM vertrokken.",
        "peildatum": DAG,
    }
    return close_dossier(**gegevens | anders)


def heropen(dossier, **anders):
    gegevens = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "versie": dossier.versie,
        "aanleiding": "weer_gezien",
        "reden": "Hij meldde zich in Ter Apel.",
        "weer_gezien_op": DAG + timedelta(days=3),
        "peildatum": DAG + timedelta(days=3),
    }
    return reopen_dossier(**gegevens | anders)


def test_given_proof_of_departure_when_the_dossier_is_closed_then_the_trip_stays_and_the_reason_is_kept():
    dossier = maak_dossier(
        klaar_voor_vertrek(
            uitkomst=VERTROKKEN, boekingen=[feit(soort="zelfstandig", gepland_op="2022-04-19")]
        )
    )

    sluit(dossier, ondersteuning="REAN en een project in Gyumri.")

    beeld = beeld_of(dossier.pk)
    assert (beeld.gesloten_op, beeld.boekingen[0].geannuleerd_op) == (DAG, None)
    gegevens = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="dossier.gesloten").gegevens
    assert (gegevens["reden"], gegevens["ondersteuning"]) == (
        "Hij is met IOM vertrokken.",
        "REAN en een project in Gyumri.",
    )


@pytest.mark.parametrize(
    ("feiten", "soort", "normen"),
    [
        ({}, "gedwongen", ["uitkomst-aantoonbaar"]),
        ({}, "ongecontroleerd", ["vertrek-zonder-toezicht"]),
        ({"uitkomst": VERTROKKEN, "meldplichten": [MELDPLICHT]}, "zelfstandig_gecontroleerd", ["afsluiten-dossier"]),
        ({"afwezigheid": WEG, "meldplichten": [MELDPLICHT]}, "ongecontroleerd", ["afsluiten-dossier"]),
        ({"afwezigheid": {k: v for k, v in WEG.items() if "controle" not in k}}, "ongecontroleerd",
         ["vertrek-zonder-toezicht"]),
        ({"afwezigheid": WEG | {"laatst_gezien_op": "2022-04-16"}}, "ongecontroleerd", ["vertrek-zonder-toezicht"]),
        ({"meldplichten": [MELDPLICHT]}, "verblijf_of_overig", ["afsluiten-dossier"]),
    ],
)  # fmt: skip
def test_given_what_a_norm_asks_is_missing_when_the_dossier_is_closed_then_it_stays_open(
    feiten, soort, normen
):
    dossier = maak_dossier(klaar_voor_vertrek(**feiten))

    with pytest.raises(NormBlokkeert) as fout:
        sluit(dossier, soort, op=DAG, kenmerk="Z1-1")

    assert [b.norm for b in fout.value.bevindingen] == normen
    assert beeld_of(dossier.pk).gesloten_op is None


def test_given_every_step_of_an_absence_when_a_person_closes_then_it_is_left_without_supervision():
    dossier = maak_dossier(klaar_voor_vertrek(afwezigheid=WEG))

    sluit(dossier, "ongecontroleerd", reden="Niet meer gezien sinds 12 april.")

    assert beeld_of(dossier.pk).uitkomst == Uitkomst(soort="ongecontroleerd", op=DAG, bewijs_ref="AVIM-BVV-1")


@pytest.mark.parametrize("soort", ["overdracht_ingetrokken", "verblijf_of_overig"])
def test_given_another_end_when_the_dossier_is_closed_then_day_and_letter_are_asked(soort):
    dossier = maak_dossier(klaar_voor_vertrek())

    with pytest.raises(AntwoordOntbreekt) as zonder_dag:
        sluit(dossier, soort, kenmerk="Z1-1")
    with pytest.raises(AntwoordOntbreekt) as zonder_brief:
        sluit(dossier, soort, op=date(2022, 4, 18))
    sluit(dossier, soort, op=date(2022, 4, 18), kenmerk="Z1-1")

    assert (zonder_dag.value.veld, zonder_brief.value.veld) == ("op", "kenmerk")
    beeld = beeld_of(dossier.pk)
    assert beeld.uitkomst == Uitkomst(soort=soort, op=date(2022, 4, 18), bewijs_ref="Z1-1")
    assert beeld.overdracht.ingetrokken_op == (
        date(2022, 4, 18) if soort == "overdracht_ingetrokken" else None
    )


def test_given_proof_of_departure_when_another_end_is_chosen_then_the_proof_goes_before():
    dossier = maak_dossier(klaar_voor_vertrek(uitkomst=VERTROKKEN))

    with pytest.raises(StapNietAanDeOrde):
        sluit(dossier, "verblijf_of_overig", op=DAG, kenmerk="Z1-1")


def test_given_things_still_planned_when_the_dossier_is_closed_then_they_are_shown_and_cancelled():
    dossier = maak_dossier(klaar_voor_vertrek(boekingen=[feit(gepland_op="2022-04-28")]))
    plan_gesprek(
        door=dossier.regievoerder, dossier_id=dossier.pk, moment="extra", peildatum=DAG,
        planning=Planning(gepland_op=date(2022, 4, 26), tijd=time(10, 0), gemeenschappelijke_taal=True),
    )  # fmt: skip
    verblijf = {"soort": "verblijf_of_overig", "op": DAG, "kenmerk": "Z1-1", "reden": "Er is een vergunning."}

    with pytest.raises(AntwoordOntbreekt) as fout:
        sluit(dossier, **verblijf)
    sluit(dossier, **verblijf, gezien_wat_vervalt=True)

    assert fout.value.veld == "gezien_wat_vervalt"
    assert beeld_of(dossier.pk).boekingen[0].geannuleerd_op == DAG
    assert Gesprek.objects.values_list("status", "status_reden").get(dossier=dossier, moment="extra") == (
        "geannuleerd",
        "Er is een vergunning.",
    )
    gegevens = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="dossier.gesloten").gegevens
    assert gegevens["vervallen"] == [
        "Het geplande gesprek (26 april 2022)",
        "Reis naar Armenië op 28 april 2022",
    ]


# Opening again.


def test_given_a_closed_dossier_when_the_person_is_there_again_then_it_opens_and_the_old_absence_is_gone():
    dossier = sluit(maak_dossier(klaar_voor_vertrek(afwezigheid=WEG)), "ongecontroleerd")

    heropen(dossier)

    beeld = beeld_of(dossier.pk)
    assert (beeld.gesloten_op, beeld.uitkomst) == (None, None)
    assert beeld.afwezigheid == Afwezigheid(
        laatst_gezien_op=date(2022, 4, 23), aanwezigheidscontrole_op=date(2022, 4, 18)
    )
    gegevens = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="dossier.heropend").gegevens
    assert (gegevens["aanleiding"], gegevens["wijzigingen"]["gesloten_op"]) == (
        "weer_gezien",
        ["2022-04-20", None],
    )


def test_given_a_dossier_closed_by_mistake_when_it_opens_then_its_trip_no_longer_stands():
    dossier = maak_dossier(
        klaar_voor_vertrek(
            uitkomst=VERTROKKEN, boekingen=[feit(soort="zelfstandig", gepland_op="2022-04-19")]
        )
    )
    dossier = sluit(dossier)

    heropen(dossier, aanleiding="onterecht", weer_gezien_op=None, reden="Verkeerde persoon.", peildatum=DAG)

    assert beeld_of(dossier.pk).boekingen[0].geannuleerd_op == DAG


def test_given_an_open_dossier_when_it_is_opened_then_there_is_nothing_to_open():
    with pytest.raises(StapNietAanDeOrde):
        heropen(maak_dossier(klaar_voor_vertrek()))


def test_given_somebody_who_is_there_again_when_the_day_or_reason_is_missing_then_it_is_asked():
    dossier = sluit(maak_dossier(klaar_voor_vertrek(afwezigheid=WEG)), "ongecontroleerd")

    with pytest.raises(AntwoordOntbreekt) as zonder_dag:
        heropen(dossier, weer_gezien_op=None)
    with pytest.raises(AntwoordOntbreekt) as zonder_reden:
        heropen(dossier, reden=" ")

    assert (zonder_dag.value.veld, zonder_reden.value.veld) == ("weer_gezien_op", "reden")


def test_given_a_withdrawn_transfer_when_it_is_opened_by_hand_then_a_new_transfer_is_needed():
    dossier = sluit(
        maak_dossier(klaar_voor_vertrek()), "overdracht_ingetrokken", op=date(2022, 4, 18), kenmerk="IND-1"
    )

    with pytest.raises(StapNietAanDeOrde):
        heropen(dossier)


def test_given_a_new_transfer_when_it_comes_then_both_dossiers_know_each_other_and_the_old_one_stays_closed():
    dossier = sluit(maak_dossier(klaar_voor_vertrek(afwezigheid=WEG)), "ongecontroleerd")
    oud = beeld_of(dossier.pk)
    nieuw = receive_overdracht(
        door=systeem(),
        overdracht=type(oud)(
            schema=oud.schema,
            dossiernummer="D-2022-000000",
            overdracht=Overdracht(afzender="ind", ontvangen_op=date(2022, 6, 1)),
            persoon=oud.persoon,
        ),
        bericht_id=dossier.pk,
    )
    type(nieuw).objects.filter(pk=nieuw.pk).update(team=dossier.team)

    with pytest.raises(StapNietAanDeOrde):
        heropen(dossier)

    assert nieuw.eerdere_dossiers == [dossier.nummer]
    assert verwante_dossiers_of(dossier, viewer=dossier.regievoerder) == [nieuw]
    assert verwante_dossiers_of(nieuw, viewer=dossier.regievoerder) == [dossier]


def test_given_a_closed_dossier_when_a_trip_is_cancelled_then_it_is_closed():
    dossier = sluit(maak_dossier(klaar_voor_vertrek(uitkomst=VERTROKKEN)))

    with pytest.raises(DossierGesloten):
        cancel_boeking(
            door=dossier.regievoerder, dossier_id=dossier.pk, nummer=0, versie=dossier.versie, reden="x",
            peildatum=DAG,
        )  # fmt: skip
