"""A Beoordeling and the list of norms as text for a terminal: first what may not, then what is owed, then why."""

import shutil
import textwrap
from collections.abc import Iterable
from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.beoordeling import HANDELINGEN
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import NORMEN, Norm
from verantwoord.kern.normen.register import Parameter
from verantwoord.kern.woorden import hoofdletter, opsomming

FASEN: Final = {
    "overgedragen": "overgedragen",
    "intake": "intake",
    "beroep_mogelijk": "beroep is nog mogelijk",
    "beroep_loopt": "het beroep loopt",
    "vertrekfase": "vertrekfase",
    "zelfstandig_in_voorbereiding": "zelfstandig vertrek in voorbereiding",
    "gedwongen_in_voorbereiding": "gedwongen vertrek in voorbereiding",
    "opgeschort": "opgeschort",
    "gesloten": "gesloten",
}
TERMIJNEN: Final = {
    "vertrektermijn": "Vertrektermijn",
    "opvang": "Opvang",
    "vbl": "Verblijf in de vbl",
    "bedenktijd": "Bedenktijd",
    "artikel_64": "Uitstel om medische redenen (artikel 64)",
    "bewaring": "Bewaring",
    "rechtbank_in_kennis": "Rechtbank in kennis stellen",
    "gesprek_eerste": "Eerste gesprek",
    "gesprek_tweede": "Tweede gesprek",
    "gesprek_derde": "Derde gesprek",
}
OORDELEN: Final = {
    "voldaan": "voldaan",
    "niet_voldaan": "niet voldaan",
    "onbekend": "onbekend",
    "niet_van_toepassing": "niet van toepassing",
}
GEVOLGEN: Final = {
    "blokkeert": "houdt tegen",
    "waarschuwt": "waarschuwt",
    "taak": "geeft een taak",
    "meting": "wordt alleen gemeten",
}
_OPEN: Final = ("niet_voldaan", "onbekend")
_BREEDST: Final = 100


def rapporteer(b: Beoordeling) -> str:
    """Write what the norms say of one dossier, for a person to read."""
    regels = [
        f"Dossier {b.dossiernummer} op {voluit(b.peildatum)}",
        f"Fase: {FASEN[b.fase]}",
        *_kop("Wat nu niet mag"),
        *_niet_toegestaan(b),
        *_kop("Wat nu te doen is"),
        *_te_doen(b),
        *_kop("Termijnen"),
        *_termijnen(b),
        *_kop("Wat in orde is"),
        *_in_orde(b),
        "",
        f"Regels: {b.bevindingen[0].regelset}",
    ]
    return "\n".join(regels) + "\n"


def _niet_toegestaan(b: Beoordeling) -> list[str]:
    """List the acts that are stopped, then once for each norm why it stops them."""
    geblokkeerd = [h for h in b.handelingen if not h.mag]
    if not geblokkeerd:
        return ["Geen norm houdt op deze dag een stap tegen."]
    regels = []
    for h in geblokkeerd:
        door = "; ".join(NORMEN[norm].titel for norm in h.geblokkeerd_door)
        regels += _alinea(f"{hoofdletter(HANDELINGEN[h.handeling])}. Door: {door}.", "- ")
    regels += _kop("Waarom niet")
    for x in b.bevindingen:
        if x.blokkeert:
            regels += _toelichting(NORMEN[x.norm].titel, x)
    return regels


def _te_doen(b: Beoordeling) -> list[str]:
    """List the duties: with a date first and by that date, then in the order of the catalogue."""
    plichten = [x for x in b.bevindingen if x.oordeel in _OPEN and x.gevolg in ("taak", "waarschuwt")]
    if not plichten:
        return ["Er staat op deze dag niets open."]
    plichten.sort(key=lambda x: x.uiterlijk_op or date.max)
    return [regel for x in plichten for regel in _toelichting(NORMEN[x.norm].plicht, x)]


def _toelichting(kop: str, x: Bevinding) -> list[str]:
    uiterlijk = f" (uiterlijk {voluit(x.uiterlijk_op)})" if x.uiterlijk_op is not None else ""
    onbekend = " [nog niet bekend]" if x.oordeel == "onbekend" else ""
    bron = "Bron: " + "; ".join(x.bron) + "."
    return [*_alinea(f"{kop}{uiterlijk}{onbekend}", "- "), *_alinea(x.uitleg, "  "), *_alinea(bron, "  ")]


def _termijnen(b: Beoordeling) -> list[str]:
    """List the termijnen with a last day; the others are named together."""
    breedte = max(map(len, TERMIJNEN.values()))
    regels, zonder = [], []
    for t in b.termijnen:
        if t.eindigt_op is None:
            zonder.append(TERMIJNEN[t.termijn].lower())
        else:
            wegens = f" ({t.verlengd_wegens})" if t.verlengd_wegens else ""
            regels.append(f"{TERMIJNEN[t.termijn]:<{breedte}}  tot en met {voluit(t.eindigt_op)}{wegens}")
    return regels + (_alinea(f"Zonder einddatum: {opsomming(zonder)}.", "") if zonder else [])


def _in_orde(b: Beoordeling) -> list[str]:
    regels = []
    for oordeel, titel in (("voldaan", "Voldaan"), ("niet_van_toepassing", "Niet van toepassing")):
        normen = [NORMEN[x.norm].titel for x in b.bevindingen if x.oordeel == oordeel]
        regels += _alinea(f"{titel} ({len(normen)}): {'; '.join(normen)}.", "")
    gemeten = [x for x in b.bevindingen if x.oordeel in _OPEN and x.gevolg == "meting"]
    regels += [regel for x in gemeten for regel in _alinea(f"Alleen gemeten: {_samenvatting(x)}", "")]
    return regels


def _samenvatting(x: Bevinding) -> str:
    return f"{NORMEN[x.norm].titel}, {OORDELEN[x.oordeel]}. {x.uitleg}"


def rapporteer_normen(normen: Iterable[Norm]) -> str:
    """Write the norms as a list to read, in the order of the catalogue."""
    regels: list[str] = []
    for n in normen:
        bereik = "" if n.functie is not None else "; gaat niet over één dossier"
        regels += [f"{n.titel}", f"  {n.id} ({n.soort}; {GEVOLGEN[n.gevolg]}{bereik})"]
        regels += _alinea(n.regel, "  ")
        regels += _alinea("Bron: " + "; ".join(n.bron) + ".", "  ")
        for p in n.parameters:
            regels += _alinea(f"Waarde: {_parameter(p)}", "  ")
        if n.blokkeert:
            regels += _alinea(
                "Kan tegenhouden: " + "; ".join(HANDELINGEN[h] for h in n.blokkeert) + ".", "  "
            )
        if n.afwijking_mogelijk:
            regels.append("  Met een goedgekeurde reden mag hiervan worden afgeweken.")
        if n.geldig_van is not None or n.geldig_tot is not None:
            regels.append(f"  Geldt {_periode(n.geldig_van, n.geldig_tot)}.")
        regels.append("")
    return "\n".join(regels)


def _parameter(p: Parameter) -> str:
    waarde = (
        ", ".join(map(str, p.waarde))
        if isinstance(p.waarde, tuple)
        else str(p.waarde if p.waarde is not None else "geen")
    )
    soort = "projectkeuze" if p.is_keuze else "ligt vast"
    return f"{p.naam} = {waarde}{f' {p.eenheid}' if p.eenheid else ''} ({soort}, geldt {_periode(p.geldig_van, p.geldig_tot)})"


def _periode(van: date | None, tot: date | None) -> str:
    delen = [f"vanaf {voluit(van)}"] if van is not None else []
    delen += [f"tot en met {voluit(tot)}"] if tot is not None else []
    return " ".join(delen) or "altijd"


def _kop(tekst: str) -> list[str]:
    return ["", tekst, "-" * len(tekst)]


def _alinea(tekst: str, begin: str) -> list[str]:
    """Break a text at the width of the terminal; following lines stand under the first word."""
    breedte = min(_BREEDST, max(40, shutil.get_terminal_size((80, 24)).columns))
    return textwrap.wrap(
        tekst, breedte, initial_indent=begin, subsequent_indent=" " * len(begin), break_on_hyphens=False
    )
