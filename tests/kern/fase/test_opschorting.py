"""When departure lies still: each suspension on its first day, its last day and the day after."""

import pytest

from tests.kern.bouw import (
    artikel_64,
    beeld,
    beoordeel_op,
    beroep,
    beroep_loopt,
    besluit,
    met,
    plan,
    termijn_loopt,
    uitspraak,
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
