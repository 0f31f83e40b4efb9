"""The page of norms: what each asks, where it comes from and what it stops, for a reader who reads no code."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from verantwoord.kern.beoordeling import HANDELINGEN
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import NORMEN
from verantwoord.kern.normen.register import PROJECTKEUZE, Norm, Parameter
from verantwoord.kern.parameters import REGELSET
from verantwoord.project.omgeving import WORTEL, OnveiligeInstelling

GEVOLG = {
    "blokkeert": "Zolang niet aan deze norm is voldaan, kan wat hieronder staat niet.",
    "waarschuwt": "Wie toch doorgaat, legt vast waarom.",
    "taak": "Het programma maakt er werk van, met een datum als die er is.",
    "meting": "Telt alleen mee in de meting.",
}
AARD = {
    "report": "rapport Verantwoord Vertrek",
    "law": "wet",
    "leidraad": "Leidraad Terugkeer en Vertrek",
    "project": "keuze van dit project",
}
OORDEEL = {
    "voldaan": "voldaan",
    "niet_voldaan": "niet voldaan",
    "onbekend": "onbekend",
    "niet_van_toepassing": "niet van toepassing",
}
EENHEID = {
    "calendar-day": "dagen",
    "day": "dagen",
    "working-day": "werkdagen",
    "week": "weken",
    "month": "maanden",
    "year": "jaar",
    "hour": "uur",
    "percent": "procent",
    "interview": "gesprekken",
    "ground": "gronden",
    "plan": "plannen",
    "report": "verslagen",
    "entry": "aantekeningen",
    "per-week": "keer per week",
    "per-month": "keer per maand",
    "consecutive": "achter elkaar",
    "factor": "maal",
}
INLEIDING = """\
# De normen

Deze bladzijde is gemaakt uit het programma zelf (`verantwoord make-docs`) en zegt dus wat het programma doet. Regelset: \
`{regelset}`; {aantal} normen, waarvan {dossier} over één dossier.

Een norm antwoordt voor een dossier op een dag met **voldaan**, **niet voldaan**, **onbekend** (een nodig feit ontbreekt; \
het antwoord noemt welk) of **niet van toepassing**. Onbekend is nooit gunstig: wat een norm tegenhoudt zolang niet is \
voldaan, houdt hij ook tegen zolang het onbekend is. Een norm informeert; een mens beslist.

De grenzen bij elke norm zijn de situaties waarop hij is getoetst, met het antwoord dat er hoort. Klopt er een niet, \
dan is de norm fout: meld het.
"""


def normen() -> str:
    """The whole page, in the order of the catalogue."""
    grenzen = _grenzen()
    delen = [
        INLEIDING.format(
            regelset=REGELSET, aantal=len(NORMEN), dossier=sum(n.functie is not None for n in NORMEN.values())
        ),
        "\n".join(f"- [{n.titel}](#{n.id})" for n in NORMEN.values()),
        *("\n".join(_norm(n, grenzen.get(n.id, []))) for n in NORMEN.values()),
    ]
    return "\n\n".join(deel.strip("\n") for deel in delen) + "\n"


def _norm(n: Norm, grenzen: list[tuple[str, str, str]]) -> Iterator[str]:
    yield f'## <a id="{n.id}"></a>{n.titel}'
    yield f"\n{n.regel}\n"
    yield f"- **Naam in het programma:** `{n.id}` ({n.title_en})"
    yield f"- **Bron:** {'; '.join(n.bron)} ({AARD[n.origin]})"
    if n.functie is None:
        yield "- **Bereik:** geldt voor de organisatie of het programma, niet voor één dossier."
        if n.gedrag:
            yield f"- **Wat het programma doet:** {n.gedrag}"
    yield f"- **Wat er te doen is:** {n.plicht}."
    yield f"- **Gevolg:** {n.gevolg}. {GEVOLG[n.gevolg]}"
    if n.blokkeert:
        yield f"- **Houdt tegen:** {'; '.join(HANDELINGEN.get(h, h) for h in n.blokkeert)}."
    if n.afwijking_mogelijk:
        yield "- **Afwijken:** kan, met een reden, goedkeuring van een ander en een einddatum."
    elif n.gevolg == "blokkeert":
        yield "- **Afwijken:** kan niet."
    if n.geldig_van or n.geldig_tot:
        yield f"- **Geldt:** {_periode(n.geldig_van, n.geldig_tot)}."
    if n.parameters:
        yield "\n| waarde | nu | van wie | geldt |\n|---|---|---|---|"
        yield from (_parameter(p) for p in n.parameters)
    if grenzen:
        yield f"\n<details><summary>Grenzen: {len(grenzen)} getoetste situaties</summary>\n"
        yield "| situatie | op | antwoord |\n|---|---|---|"
        yield from (f"| {_cel(wat)} | {_dag(op)} | {OORDEEL[oordeel]} |" for wat, op, oordeel in grenzen)
        yield "\n</details>"


def _parameter(p: Parameter) -> str:
    eenheid = EENHEID.get(p.eenheid or "", p.eenheid or "")
    van_wie = "keuze van de organisatie" if p.status == PROJECTKEUZE else _cel(p.status or "bron van de norm")
    geldt = _periode(p.geldig_van, p.geldig_tot) or "altijd"
    return f"| `{p.naam}` | {_cel(f'{_waarde(p.waarde)} {eenheid}'.strip())} | {van_wie} | {geldt} |"


def _waarde(waarde: Any) -> str:
    if waarde is None:
        return "nog niet gekozen"
    if isinstance(waarde, date):
        return voluit(waarde)
    if isinstance(waarde, tuple | list):
        return ", ".join(map(_waarde, waarde))
    return str(waarde)


def _periode(van: date | None, tot: date | None) -> str:
    delen = [f"vanaf {voluit(van)}"] if van else []
    return " ".join([*delen, f"tot en met {voluit(tot)}"] if tot else delen)


def _dag(op: str) -> str:
    return voluit(date.fromisoformat(op))


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|").replace("\n", " ")


def _grenzen() -> dict[str, list[tuple[str, str, str]]]:
    """Per norm the situations its tests check, as (situation, day, answer).

    They stand in the tests and nowhere else: an example that nobody checks would be a promise. Only a working copy
    has them, so only there this page can be made.
    """
    map_ = WORTEL / "tests" / "kern" / "normen"
    if not map_.is_dir():
        raise OnveiligeInstelling(
            "De naslag wordt gemaakt in een werkkopie van de broncode: daar staan de getoetste grenzen."
        )
    if str(WORTEL) not in sys.path:
        sys.path.insert(0, str(WORTEL))
    gevonden: dict[str, list[tuple[str, str, str]]] = {}
    for bestand in sorted(map_.glob("test_normen_*.py")):
        for functie in vars(import_module(f"tests.kern.normen.{bestand.stem}")).values():
            merken = {merk.name: merk.args for merk in getattr(functie, "pytestmark", [])}
            if "norm" in merken and "parametrize" in merken:
                rijen = [rij.values[0] for rij in merken["parametrize"][1]]
                tabel = [(rij.situatie, rij.op, rij.oordeel) for rij in rijen if hasattr(rij, "oordeel")]
                for norm_id in merken["norm"]:
                    gevonden.setdefault(norm_id, []).extend(tabel)
    return gevonden
