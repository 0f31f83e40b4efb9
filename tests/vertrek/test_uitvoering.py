"""The day itself, and recording that the person left."""

from datetime import timedelta

import pytest

from tests.kern.bouw import boeking as feit
from tests.kern.bouw import dagen_na
from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.dossierbeeld import Uitkomst
from verantwoord.vertrek.actions import confirm_vertrek, let_vertrek_doorgaan
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet, StapNietAanDeOrde

pytestmark = pytest.mark.django_db
VANDAAG = DAG.isoformat()


def vandaag_weg(soort="gedwongen", **anders):
    return maak_dossier(klaar_voor_vertrek(boekingen=[feit(soort=soort, gepland_op=VANDAAG)], **anders))


def laat_doorgaan(dossier, **anders):
    gegevens = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "nummer": 0,
        "versie": dossier.versie,
        "afweging": "Hij is rustig en heeft ontbeten.",
        "peildatum": DAG,
    }
    return let_vertrek_doorgaan(**gegevens | anders)


def bevestig(dossier, **anders):
    gegevens = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "versie": dossier.versie,
        "soort": "gedwongen",
        "op": DAG,
        "bewijs": "kmar",
        "bewijs_ref": "KMAR-1",
        "peildatum": DAG,
    }
    return confirm_vertrek(**gegevens | anders)


def gebeurtenis(dossier, soort):
    return Gebeurtenis.objects.get(dossier_id=dossier.pk, soort=soort)


@pytest.mark.parametrize("soort", ["gedwongen", "zelfstandig"])
def test_given_the_day_itself_when_no_norm_stops_it_then_that_it_goes_ahead_is_kept_with_the_reason(soort):
    dossier = vandaag_weg(soort)

    laat_doorgaan(dossier)

    gegevens = gebeurtenis(dossier, "vertrek.doorgelaten").gegevens
    assert (gegevens["soort"], gegevens["op"], gegevens["toelichting"]) == (
        soort,
        VANDAAG,
        "Hij is rustig en heeft ontbeten.",
    )


@pytest.mark.parametrize(
    ("soort", "feiten", "norm"),
    [
        ("gedwongen", {"verwijderbaarheidschecks": []}, "verwijderbaarheidscheck"),
        ("gedwongen", {"medisch": {"reisvoorwaarden": ["arts mee"]}}, "medisch-overdracht"),
        ("zelfstandig", {"medisch": {"reisvoorwaarden": ["arts mee"]}}, "medisch-overdracht"),
        (
            "zelfstandig",
            {"medisch": {"verwachte_bevalling_op": dagen_na(VANDAAG, 20)}},
            "medisch-zwangerschap-tbc",
        ),
        ("zelfstandig", {"mensenhandel": {"aanwijzing_op": VANDAAG}}, "mensenhandel-signaal"),
    ],
)
def test_given_the_day_itself_when_a_norm_stops_it_then_it_does_not_go_ahead(soort, feiten, norm):
    dossier = vandaag_weg(soort, **feiten)

    with pytest.raises(NormBlokkeert) as fout:
        laat_doorgaan(dossier)

    assert norm in [b.norm for b in fout.value.bevindingen]
    assert not Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort="vertrek.doorgelaten").exists()


def test_given_the_day_before_when_it_is_let_go_ahead_then_it_waits_for_the_day():
    dossier = vandaag_weg()

    with pytest.raises(StapNietAanDeOrde) as fout:
        laat_doorgaan(dossier, peildatum=DAG - timedelta(days=1))

    assert fout.value.melding == (
        "Dit legt u vast op de dag van vertrek zelf, 20 april 2022. Wat een dag eerder mag, kan dan anders zijn."
    )


def test_given_it_goes_ahead_when_that_is_said_again_then_the_page_is_old():
    dossier = vandaag_weg()
    laat_doorgaan(dossier)

    with pytest.raises(StapNietAanDeOrde):
        laat_doorgaan(dossier)


def test_given_no_reason_when_it_is_let_go_ahead_then_one_is_asked():
    with pytest.raises(AntwoordOntbreekt) as fout:
        laat_doorgaan(vandaag_weg(), afweging="  ")

    assert fout.value.veld == "afweging"


def test_given_it_went_ahead_when_the_proof_comes_then_the_outcome_is_known_and_the_dossier_still_open():
    dossier = vandaag_weg()
    laat_doorgaan(dossier)

    bevestig(dossier)

    beeld = beeld_of(dossier.pk)
    assert beeld.uitkomst == Uitkomst(soort="gedwongen", op=DAG, bewijs_ref="KMAR-1")
    assert beeld.gesloten_op is None
    gegevens = gebeurtenis(dossier, "vertrek.bevestigd").gegevens
    assert (gegevens["bewijs"], gegevens["vooraf_getoetst"]) == ("kmar", True)


def test_given_nobody_let_it_go_ahead_when_the_proof_comes_then_it_is_told_how_and_what_stood_against_it():
    dossier = vandaag_weg(verwijderbaarheidschecks=[])

    with pytest.raises(AntwoordOntbreekt) as fout:
        bevestig(dossier)
    bevestig(dossier, toelichting="De KMar heeft hem meegenomen zonder te bellen.")

    assert fout.value.veld == "toelichting"
    gegevens = gebeurtenis(dossier, "vertrek.bevestigd").gegevens
    assert (gegevens["vooraf_getoetst"], gegevens["tegen"], gegevens["toelichting"]) == (
        False,
        ["verwijderbaarheidscheck"],
        "De KMar heeft hem meegenomen zonder te bellen.",
    )


def test_given_no_proof_when_the_outcome_is_recorded_then_it_is_asked():
    with pytest.raises(AntwoordOntbreekt) as fout:
        bevestig(vandaag_weg(), bewijs_ref=" ")

    assert fout.value.veld == "bewijs_ref"


@pytest.mark.parametrize("dagen", [1, -2000])
def test_given_a_day_that_cannot_be_when_the_outcome_is_recorded_then_the_day_is_asked_again(dagen):
    with pytest.raises(DagKloptNiet) as fout:
        bevestig(vandaag_weg(), op=DAG + timedelta(days=dagen))

    assert fout.value.veld == "op"
