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


@pytest.mark.parametrize(
    ("situatie", "op", "opgeschort"),
    [
        # art. 64
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-20", "2022-04-30")),
            "2022-04-19",
            False,
            id="artikel 64 morgen",
        ),
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-20", "2022-04-30")),
            "2022-04-20",
            True,
            id="artikel 64 eerste dag",
        ),
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-20", "2022-04-30")),
            "2022-04-30",
            True,
            id="artikel 64 laatste dag",
        ),
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-20", "2022-04-30")),
            "2022-05-01",
            False,
            id="artikel 64 voorbij",
        ),
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-20", None, "voorlopig_uitstel")),
            OP,
            True,
            id="voorlopig uitstel",
        ),
        pytest.param(
            beeld(VERTREKFASE, artikel_64("2022-04-20", None, "afgewezen")),
            OP,
            False,
            id="artikel 64 afgewezen",
        ),
        pytest.param(beeld(VERTREKFASE, artikel_64(None, None)), OP, False, id="artikel 64 zonder begin"),
        # bedenktijd and permit
        pytest.param(
            mensenhandel(bedenktijd_van="2022-01-20"), "2022-04-20", True, id="bedenktijd laatste dag"
        ),
        pytest.param(mensenhandel(bedenktijd_van="2022-01-20"), "2022-04-21", False, id="bedenktijd voorbij"),
        pytest.param(
            mensenhandel(bedenktijd_van="2022-01-20", bedenktijd_tot="2022-04-19"),
            OP,
            False,
            id="bedenktijd eerder voorbij",
        ),
        pytest.param(mensenhandel(vergunning_van="2022-04-20"), OP, True, id="vergunning eerste dag"),
        pytest.param(
            mensenhandel(vergunning_van="2022-04-01", vergunning_tot=OP),
            OP,
            True,
            id="vergunning laatste dag",
        ),
        pytest.param(
            mensenhandel(vergunning_van="2022-04-01", vergunning_tot="2022-04-19"),
            OP,
            False,
            id="vergunning voorbij",
        ),
        pytest.param(
            mensenhandel(vergunning_van="2022-04-01", sepot_op="2022-04-21"),
            OP,
            True,
            id="dag voor het sepot",
        ),
        pytest.param(
            mensenhandel(vergunning_van="2022-04-01", sepot_op=OP), OP, False, id="dag van het sepot"
        ),
        # interim measure
        pytest.param(
            met(
                VERTREKFASE,
                {
                    "procedure.voorlopige_voorzieningen[0]": {
                        "gevraagd_op": "2022-04-01",
                        "beslist_op": OP,
                        "toegewezen": True,
                        "tot": OP,
                    }
                },
            ),
            OP,
            True,
            id="voorlopige voorziening een dag lang",
        ),
        pytest.param(
            met(
                VERTREKFASE,
                {
                    "procedure.voorlopige_voorzieningen[0]": {
                        "gevraagd_op": "2022-04-01",
                        "toegewezen": True,
                        "tot": "2022-04-19",
                    }
                },
            ),
            OP,
            False,
            id="voorlopige voorziening voorbij",
        ),
        pytest.param(
            met(VERTREKFASE, {"procedure.voorlopige_voorzieningen[0]": {"gevraagd_op": "2022-04-01"}}),
            OP,
            False,
            id="open verzoek schort niet op",
        ),
        # trafficking indication
        pytest.param(mensenhandel(aanwijzing_op=OP), OP, True, id="aanwijzing mensenhandel"),
        pytest.param(mensenhandel(aanwijzing_op="2022-04-21"), OP, False, id="aanwijzing morgen"),
        pytest.param(
            mensenhandel(aanwijzing_op="2022-04-01", politie_terugkoppeling_op="2022-04-21"),
            OP,
            True,
            id="antwoord morgen",
        ),
        pytest.param(
            mensenhandel(aanwijzing_op="2022-04-01", politie_terugkoppeling_op=OP),
            OP,
            False,
            id="antwoord vandaag",
        ),
        pytest.param(
            beeld(VERTREKFASE, signalen=[{"moment": "mensenhandel", "bron": "ngo", "ontvangen_op": OP}]),
            OP,
            False,
            id="alleen een signaal",
        ),
        # lawful stay
        *[
            pytest.param(
                met(VERTREKFASE, {"procedure.verblijfsgronden[0]": {"grond": f"8{letter}", "van": OP}}),
                OP,
                True,
                id=f"grond 8{letter}",
            )
            for letter in "abcdegijkl"
        ],
        pytest.param(
            met(VERTREKFASE, {"procedure.verblijfsgronden[0]": {"grond": "8h", "van": OP}}),
            OP,
            False,
            id="grond 8h",
        ),
        pytest.param(
            met(VERTREKFASE, {"procedure.verblijfsgronden[0]": {"grond": "8f", "van": "2022-01-10"}}),
            OP,
            False,
            id="8f van de dag van het besluit",
        ),
        pytest.param(
            met(VERTREKFASE, {"procedure.verblijfsgronden[0]": {"grond": "8f", "van": "2022-01-11"}}),
            OP,
            True,
            id="8f van na het besluit",
        ),
        pytest.param(
            met(
                VERTREKFASE,
                {"procedure.verblijfsgronden[0]": {"grond": "8j", "van": "2022-04-01", "tot": OP}},
            ),
            OP,
            True,
            id="8j laatste dag",
        ),
        pytest.param(
            met(
                VERTREKFASE,
                {"procedure.verblijfsgronden[0]": {"grond": "8j", "van": "2022-04-01", "tot": "2022-04-19"}},
            ),
            OP,
            False,
            id="8j voorbij",
        ),
        # the court or the IND
        pytest.param(
            met(VERTREKFASE, {"procedure.beroepen[0].uitkomst": "gegrond"}), OP, True, id="beroep gegrond"
        ),
        pytest.param(
            met(VERTREKFASE, {"procedure.beroepen[0].uitkomst": "deels_gegrond"}),
            OP,
            True,
            id="beroep deels gegrond",
        ),
        pytest.param(
            met(
                VERTREKFASE,
                {
                    "procedure.beroepen[1]": beroep(
                        soort="hoger_beroep", ingesteld_op="2022-03-20", uitkomst="gegrond"
                    )
                },
            ),
            OP,
            True,
            id="hoger beroep gegrond",
        ),
        pytest.param(
            met(
                VERTREKFASE,
                {"procedure.beroepen[1]": beroep(soort="hoger_beroep", ingesteld_op="2022-03-20")},
            ),
            OP,
            False,
            id="hoger beroep loopt",
        ),
        pytest.param(
            met(VERTREKFASE, {"procedure.besluiten[1]": besluit(soort="inwilliging", genomen_op=OP)}),
            OP,
            True,
            id="ingewilligd",
        ),
        pytest.param(
            met(
                VERTREKFASE, {"procedure.besluiten[1]": besluit(soort="inwilliging", genomen_op="2022-04-21")}
            ),
            OP,
            False,
            id="morgen ingewilligd",
        ),
        pytest.param(
            met(
                VERTREKFASE, {"procedure.besluiten[1]": besluit(soort="inwilliging", genomen_op="2022-01-09")}
            ),
            OP,
            False,
            id="eerder ingewilligd",
        ),
        pytest.param(
            met(VERTREKFASE, {"procedure.besluiten[1]": besluit(soort="inwilliging")}),
            OP,
            True,
            id="zelfde dag, later in de lijst",
        ),
    ],
)
def test_opgeschort(situatie, op, opgeschort):
    assert (fase(situatie, op) == "opgeschort") is opgeschort


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
