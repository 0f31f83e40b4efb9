"""The nine fasen, their order of precedence, and when a suspension counts."""

import pytest

from tests.kern.bouw import (
    afgewezen,
    artikel_64,
    beeld,
    beoordeel_op,
    beroep,
    beroep_loopt,
    besluit,
    bewaring,
    boeking,
    met,
    opgelegd,
    plan,
    termijn_loopt,
    uitspraak,
    zonder,
)

OP = "2022-04-20"
INTAKE = {"regievoerder": "rv.een", "intake_afgerond_op": "2022-01-14"}
VERTREKFASE = beeld(uitspraak(), termijn_loopt(), INTAKE)
LOOPT = beeld(beroep_loopt(), INTAKE)
GEDWONGEN = beeld(VERTREKFASE, vertrekplannen=[plan()])


def fase(dossierbeeld, op=OP):
    return beoordeel_op(beeld(dossierbeeld), op).fase


def met_plan(gekozen, dossierbeeld=VERTREKFASE):
    return beeld(dossierbeeld, vertrekplannen=[plan(gekozen=gekozen)])


def mensenhandel(**feiten):
    return beeld(VERTREKFASE, mensenhandel=feiten)


@pytest.mark.parametrize(
    ("situatie", "op", "verwacht"),
    [
        pytest.param({}, OP, "overgedragen", id="niemand aangewezen"),
        pytest.param(
            {"intake_afgerond_op": "2022-04-21"}, OP, "overgedragen", id="intake morgen, niemand aangewezen"
        ),
        pytest.param({"regievoerder": "rv.een"}, OP, "intake", id="regievoerder aangewezen"),
        pytest.param(INTAKE, "2022-01-13", "intake", id="dag voor het einde van de intake"),
        pytest.param(INTAKE, "2022-01-14", "intake", id="intake af maar geen besluit"),
        pytest.param(
            {"intake_afgerond_op": "2022-01-14"},
            OP,
            "intake",
            id="intake af, geen besluit, niemand aangewezen",
        ),
        pytest.param(
            beeld(afgewezen(), INTAKE), "2022-02-08", "beroep_mogelijk", id="laatste dag beroepstermijn"
        ),
        pytest.param(beeld(afgewezen(), INTAKE), "2022-02-09", "vertrekfase", id="dag na de beroepstermijn"),
        pytest.param(
            beeld(afgewezen(schorsende_werking=None), INTAKE),
            "2022-02-08",
            "beroep_mogelijk",
            id="schorsing onbekend",
        ),
        pytest.param(
            beeld(afgewezen(schorsende_werking=False), INTAKE),
            "2022-02-08",
            "vertrekfase",
            id="niet schorsend",
        ),
        pytest.param(
            zonder(beeld(afgewezen(), INTAKE), "procedure.beroepstermijn_tot"),
            OP,
            "beroep_mogelijk",
            id="einde beroepstermijn onbekend",
        ),
        pytest.param(
            met(beeld(afgewezen(), INTAKE), {"procedure.beroepstermijn_tot": "2022-01-09"}),
            OP,
            "beroep_mogelijk",
            id="beroepstermijn van een eerder besluit",
        ),
        pytest.param(LOOPT, "2022-01-29", "beroep_mogelijk", id="dag voor het beroep"),
        pytest.param(LOOPT, "2022-01-30", "beroep_loopt", id="dag van het beroep"),
        pytest.param(VERTREKFASE, "2022-03-06", "beroep_loopt", id="uitspraak nog niet bekendgemaakt"),
        pytest.param(VERTREKFASE, "2022-03-07", "vertrekfase", id="uitspraak bekendgemaakt"),
        pytest.param(beeld(uitspraak(uitkomst=None), INTAKE), OP, "beroep_loopt", id="uitkomst onbekend"),
        pytest.param(
            beeld(beroep_loopt(schorsende_werking=False), INTAKE),
            OP,
            "vertrekfase",
            id="beroep loopt, niet schorsend",
        ),
        pytest.param(
            beeld(uitspraak(uitkomst="ingetrokken"), INTAKE), OP, "vertrekfase", id="beroep ingetrokken"
        ),
        pytest.param(
            beeld(uitspraak(uitkomst="niet_ontvankelijk"), INTAKE), OP, "vertrekfase", id="niet ontvankelijk"
        ),
        pytest.param(
            met(LOOPT, {"procedure.beroepen[0].ingesteld_op": "2022-01-09"}),
            "2022-02-09",
            "vertrekfase",
            id="beroep tegen een eerder besluit",
        ),
        *[
            pytest.param(met_plan(wat), OP, "zelfstandig_in_voorbereiding", id=f"gekozen {wat}")
            for wat in ("zelfstandig_iom", "zelfstandig_ngo", "zelfstandig_dtv", "derde_land")
        ],
        pytest.param(met_plan("gedwongen"), OP, "gedwongen_in_voorbereiding", id="gekozen gedwongen"),
        pytest.param(met_plan("geen_vertrek_nu"), OP, "vertrekfase", id="gekozen geen vertrek nu"),
        pytest.param(met_plan(None), OP, "vertrekfase", id="niets gekozen"),
        pytest.param(GEDWONGEN, "2022-04-14", "vertrekfase", id="dag voor het plan"),
        pytest.param(GEDWONGEN, "2022-04-15", "gedwongen_in_voorbereiding", id="dag van het plan"),
        pytest.param(
            met(met_plan("gedwongen"), {"vertrekplannen[1]": plan(versie=2, gekozen="zelfstandig_iom")}),
            OP,
            "zelfstandig_in_voorbereiding",
            id="terug naar zelfstandig in een nieuwe versie",
        ),
        pytest.param(
            beeld(VERTREKFASE, bewaringen=[bewaring()]),
            OP,
            "gedwongen_in_voorbereiding",
            id="bewaring voorgesteld",
        ),
        pytest.param(
            beeld(met_plan("zelfstandig_iom"), bewaringen=[opgelegd()]),
            OP,
            "gedwongen_in_voorbereiding",
            id="bewaring gaat voor zelfstandig",
        ),
        pytest.param(
            beeld(VERTREKFASE, bewaringen=[bewaring(opgeheven_op=OP)]),
            OP,
            "vertrekfase",
            id="bewaring opgeheven",
        ),
        pytest.param(
            beeld(LOOPT, vertrekplannen=[plan()], bewaringen=[opgelegd()]),
            OP,
            "beroep_loopt",
            id="beroep gaat voor gedwongen",
        ),
        pytest.param(
            beeld(VERTREKFASE, boekingen=[boeking()]), OP, "vertrekfase", id="een boeking verandert niets"
        ),
        pytest.param(beeld(VERTREKFASE, spoor="dublin"), OP, "vertrekfase", id="het spoor verandert niets"),
        pytest.param(
            beeld(VERTREKFASE, eerdere_dossiers=["D-2019-000001"]),
            OP,
            "vertrekfase",
            id="eerder dossier verandert niets",
        ),
        pytest.param(
            beeld(VERTREKFASE, uitkomst={"soort": "gedwongen", "op": OP}),
            OP,
            "vertrekfase",
            id="uitkomst sluit niet",
        ),
        pytest.param(beeld(VERTREKFASE, gesloten_op="2022-04-21"), OP, "vertrekfase", id="morgen gesloten"),
        pytest.param(beeld(VERTREKFASE, gesloten_op=OP), OP, "gesloten", id="vandaag gesloten"),
        pytest.param(beeld(gesloten_op=OP), OP, "gesloten", id="gesloten zonder intake"),
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-01", None), gesloten_op=OP),
            OP,
            "gesloten",
            id="gesloten gaat voor opgeschort",
        ),
    ],
)
def test_fase(situatie, op, verwacht):
    assert fase(situatie, op) == verwacht


def test_given_no_intake_when_departure_is_suspended_then_suspension_comes_first():
    assert fase(artikel_64("2022-04-01", None)) == "opgeschort"


def test_given_forced_departure_in_preparation_when_art_64_is_granted_then_the_dossier_is_suspended():
    assert fase(GEDWONGEN) == "gedwongen_in_voorbereiding"
    assert fase(beeld(GEDWONGEN, artikel_64(OP, None))) == "opgeschort"


def test_given_a_second_rejection_when_its_appeal_period_runs_then_the_first_appeal_no_longer_counts():
    tweede = met(
        VERTREKFASE,
        {
            "procedure.besluiten[1]": besluit(genomen_op="2022-04-01", bekendgemaakt_op="2022-04-02"),
            "procedure.beroepstermijn_tot": "2022-04-30",
        },
    )

    assert fase(tweede, "2022-03-31") == "vertrekfase"
    assert fase(tweede, "2022-04-30") == "beroep_mogelijk"
    assert fase(tweede, "2022-05-01") == "vertrekfase"


def test_given_two_appeals_when_the_later_one_runs_then_it_is_the_appeal_wherever_it_stands():
    twee = met(
        LOOPT,
        {
            "procedure.beroepen": [
                beroep(ingesteld_op="2022-02-05"),
                beroep(uitspraak_op="2022-02-01", bekendgemaakt_op="2022-02-01", uitkomst="ongegrond"),
            ]
        },
    )

    assert fase(twee, "2022-02-04") == "vertrekfase"
    assert fase(twee, "2022-02-05") == "beroep_loopt"
