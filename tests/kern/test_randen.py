"""An absurd date in a file gives an absurd answer, and never a crash; the answer is the same in every order of asking."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.dossierbeeld import Afwezigheid, Dossierbeeld, lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand

REGELS = (Path(__file__).parents[1] / "data" / "scenarios.jsonl").read_text(encoding="utf-8").splitlines()


def beelden(*, vervang: str | None = None) -> list[Dossierbeeld]:
    """Read the published dossierbeelden, with the year of every date replaced when asked."""
    teksten = [json.dumps(json.loads(regel)["beeld"]) for regel in REGELS]
    if vervang is not None:
        teksten = [t.replace('"2021-', f'"{vervang}-').replace('"2022-', f'"{vervang}-') for t in teksten]
        teksten = [t.replace(f"{vervang}-02-29", f"{vervang}-02-28") for t in teksten]
    return [lees_dossierbeeld(t.encode()) for t in teksten]


@pytest.mark.parametrize("op", [date.min, date(1900, 2, 28), date(2024, 2, 29), date.max])
@pytest.mark.parametrize("jaar", [None, "0001", "9999"])
def test_given_dates_at_the_edge_of_the_calendar_when_judged_then_every_norm_answers(
    op: date, jaar: str | None
):
    aantallen = {len(beoordeel(beeld, peildatum=op).bevindingen) for beeld in beelden(vervang=jaar)}

    assert aantallen == {81}


@pytest.mark.parametrize(
    "sinds",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
    ],
)
@pytest.mark.parametrize("op", [date.min, date(2022, 5, 1), date.max])
def test_given_a_moment_at_the_edge_when_judged_then_the_absence_is_answered(sinds: datetime, op: date):
    beeld = replace(beelden()[0], afwezigheid=Afwezigheid(niet_aangekomen_sinds=sinds))

    oordelen = {b.norm: b.oordeel for b in beoordeel(beeld, peildatum=op).bevindingen}

    assert oordelen["vertrek-zonder-toezicht"] in {"niet_voldaan", "niet_van_toepassing"}


def test_given_a_record_that_is_not_visible_when_a_field_is_named_then_the_place_is_that_in_the_file():
    beeld = beelden()[4]
    besluit = beeld.procedure.besluiten[0]
    later = replace(besluit, genomen_op=date(2030, 1, 1))
    onbekend = replace(besluit, bekendgemaakt_op=None)
    procedure = replace(beeld.procedure, besluiten=(later, onbekend))

    stand = Stand(replace(beeld, procedure=procedure), date(2022, 5, 1), STANDAARD.op(date(2022, 5, 1)))

    assert (
        stand.pad("besluiten", stand.besluiten[0], "bekendgemaakt_op")
        == "procedure.besluiten[1].bekendgemaakt_op"
    )
