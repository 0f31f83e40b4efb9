"""Which talk is at issue: events propose the three moments, and a talk that does not count is proposed anew."""

from datetime import date

import msgspec
import pytest

from tests.kern.bouw import afgewezen, beeld, beroep_loopt, gesprek, met, uitspraak
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.vertrekgesprek.voorstel import voorstel_momenten

ZITTING = {
    "procedure.beroepen[0].zitting_bekend_op": "2022-02-10",
    "procedure.beroepen[0].zitting_op": "2022-02-24",
}
GEPLAND = {"moment": "tweede", "status": "gepland", "gepland_op": "2022-02-15"}
EERSTE = ("eerste", "Het dossier is op 12 januari 2022 overgedragen.", date(2022, 1, 26))
TWEEDE = ("tweede", "De zitting is op 24 februari 2022.", date(2022, 2, 23))


def voorstellen(feiten: dict, op: str) -> list[tuple[str, str, date | None]]:
    dag = date.fromisoformat(op)
    stand = Stand(msgspec.convert(feiten, Dossierbeeld), dag, STANDAARD.op(dag))
    return [(v.moment, v.reden, v.uiterlijk_op) for v in voorstel_momenten(stand)]


@pytest.mark.parametrize(
    ("feiten", "op", "verwacht"),
    [
        (beeld(afgewezen()), "2022-01-12", [EERSTE]),
        (beeld(afgewezen(), gesprekken=[gesprek("eerste", "2022-01-20")]), "2022-01-21", []),
        (
            beeld(afgewezen(), gesprekken=[gesprek("eerste", "2022-01-20", tolk="geen")]),
            "2022-01-21",
            [EERSTE],
        ),
        (
            beeld(afgewezen(), gesprekken=[gesprek("eerste", None, status="niet_verschenen")]),
            "2022-01-21",
            [EERSTE],
        ),
        (met(beeld(beroep_loopt()), ZITTING), "2022-02-09", [EERSTE]),
        (met(beeld(beroep_loopt()), ZITTING), "2022-02-10", [EERSTE, TWEEDE]),
        (met(beeld(beroep_loopt()), ZITTING | {"gesprekken": [GEPLAND]}), "2022-02-10", [EERSTE]),
        (
            met(beeld(beroep_loopt()), {"procedure.beroepen[0].zonder_zitting": True}),
            "2022-02-10",
            [EERSTE],
        ),
        (
            beeld(afgewezen()),
            "2022-02-09",
            [
                EERSTE,
                (
                    "derde",
                    "De beroepstermijn is op 8 februari 2022 voorbijgegaan zonder beroep.",
                    date(2022, 2, 15),
                ),
            ],
        ),
        (
            beeld(uitspraak()),
            "2022-03-07",
            [
                EERSTE,
                TWEEDE,
                (
                    "derde",
                    "De uitspraak van de rechtbank is op 7 maart 2022 bekendgemaakt.",
                    date(2022, 3, 14),
                ),
            ],
        ),
        (beeld(uitspraak(uitkomst="gegrond")), "2022-03-08", []),
    ],
)
def test_given_the_facts_when_proposing_then_events_call_for_talks(feiten, op, verwacht):
    assert voorstellen(feiten, op) == verwacht
