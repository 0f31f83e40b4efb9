"""Rows of a norm's table: the situation, the peildatum and the answer the catalogue prescribes."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from tests.kern.bouw import Deel, beeld, bevinding, catalogus, iso

MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
NIET_GETOETST = "niet getoetst"
PAD = re.compile(r"\w\[\d+\]|[a-z]{3,}\.[a-z]{3,}|_|\d{4}-\d{2}-\d{2}|\[\]|\bNone\b|\bTrue\b|\bFalse\b")
# What is left when a list in a sentence turned out empty.
SLORDIG = re.compile(r": ?\.|\s\s|\.\.|\s[.,;:]|\( ?\)|[!?]\.")
NEDERLANDS = frozenset(
    [
        "de",
        "het",
        "een",
        "er",
        "is",
        "zijn",
        "niet",
        "geen",
        "van",
        "op",
        "in",
        "nog",
        "wel",
        "dit",
        "deze",
        "dat",
        "moet",
        "mag",
        "kan",
        "heeft",
        "wordt",
        "staat",
    ]
)


@dataclass(frozen=True)
class Rij:
    situatie: str
    beeld: Deel = field(repr=False)
    op: str
    oordeel: str
    ontbreekt: tuple[str, ...] = ()
    uiterlijk: str | None = NIET_GETOETST
    noemt: tuple[str, ...] = ()
    afgeweken: bool = False


def voldaan(situatie: str, dossierbeeld: Deel, op: str, **meer: Any) -> Rij:
    return Rij(situatie, dossierbeeld, op, "voldaan", **meer)


def niet_voldaan(situatie: str, dossierbeeld: Deel, op: str, **meer: Any) -> Rij:
    return Rij(situatie, dossierbeeld, op, "niet_voldaan", **meer)


def onbekend(situatie: str, dossierbeeld: Deel, op: str, *ontbreekt: str, **meer: Any) -> Rij:
    return Rij(situatie, dossierbeeld, op, "onbekend", ontbreekt, **meer)


def nvt(situatie: str, dossierbeeld: Deel, op: str, **meer: Any) -> Rij:
    return Rij(situatie, dossierbeeld, op, "niet_van_toepassing", **meer)


def tabel(*rijen: Rij) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rij", [pytest.param(rij, id=rij.situatie) for rij in rijen])


def voluit(dag: str) -> str:
    """Write a date as a reader of Dutch expects it: 2022-03-07 is '7 maart 2022'."""
    datum = date.fromisoformat(dag)
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def controleer_uitleg(uitleg: str) -> None:
    assert PAD.search(uitleg) is None, uitleg
    assert SLORDIG.search(uitleg) is None, uitleg
    assert uitleg == uitleg.strip()
    assert uitleg.endswith(".")
    assert NEDERLANDS & set(re.findall(r"\w+", uitleg.lower())), uitleg


def controleer(norm: str, rij: Rij) -> None:
    """Check the whole bevinding of one row: the answer, what it stops, what it misses and how it says so."""
    [regel] = [een for een in catalogus() if een["id"] == norm]
    antwoord = bevinding(beeld(rij.beeld), rij.op, norm)
    houdt_tegen = rij.oordeel in {"niet_voldaan", "onbekend"} and not rij.afgeweken

    assert (antwoord.oordeel, sorted(antwoord.ontbreekt)) == (rij.oordeel, sorted(rij.ontbreekt)), (
        antwoord.uitleg
    )
    assert list(antwoord.blokkeert) == (regel.get("blokkeert", []) if houdt_tegen else [])
    assert antwoord.gevolg == regel["gevolg"]
    assert list(antwoord.bron) != []
    assert antwoord.regelset.strip() != ""
    controleer_uitleg(antwoord.uitleg)
    assert [dag for dag in rij.noemt if voluit(dag) not in antwoord.uitleg] == [], antwoord.uitleg
    if "uiterlijk" not in regel:
        assert antwoord.uiterlijk_op is None
    elif rij.uiterlijk != NIET_GETOETST:
        assert iso(antwoord.uiterlijk_op) == rij.uiterlijk
        assert rij.noemt or rij.uiterlijk is None or voluit(rij.uiterlijk) in antwoord.uitleg, antwoord.uitleg
