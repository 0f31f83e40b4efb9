"""The spreadsheet itself: which columns a role gets, and cells that no program takes for a formula."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # it comes without types
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.bewaking.models import Stand
from verantwoord.kern.werklijst import Plicht, plicht_tekst
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.cel import veilig
from verantwoord.werkplek import woorden

Cel = str | int | date | None


@dataclass(frozen=True, kw_only=True)
class Kolom:
    """One column; ``recht`` is what a role needs to get it, apart from the list itself."""

    titel: Promise
    waarde: Callable[[Stand], Cel]
    breed: int = 14
    recht: Recht | None = None


def _gesprek(nummer: int) -> Callable[[Stand], Cel]:
    return lambda stand: str(woorden.GESPREKSTEKEN[stand.regel["gesprekken"][nummer]][1])


def _toetsing(moment: str) -> Callable[[Stand], Cel]:
    return lambda stand: str(woorden.TOETSINGSTEKEN[stand.regel["toetsingen"][moment]][1])


def _plicht(stand: Stand) -> Cel:
    norm = stand.volgende_norm
    return plicht_tekst(Plicht(norm=norm, uiterlijk_op=stand.volgende_op)) if norm else None


def _wensen(stand: Stand) -> Cel:
    aantal: int | None = stand.regel["open_wensen"]
    return _("niet gevraagd") if aantal is None else aantal


def _lp_op(stand: Stand) -> Cel:
    return date.fromisoformat(stand.regel["lp_op"]) if stand.regel["lp_op"] else None


# In the order of the page. A file leaves the program, so it holds less than the page: how the toetsing of health stands
# goes only to who weighs it, and of mensenhandel there is no word in any file.
KOLOMMEN: Final = (
    Kolom(titel=lui("V-nummer"), waarde=lambda s: s.dossier.persoon.v_nummer),
    Kolom(titel=lui("Naam"), waarde=lambda s: s.dossier.persoon.lijstnaam, breed=30),
    Kolom(titel=lui("Personen in het gezin"), waarde=lambda s: getattr(s, "gezin", 1)),
    Kolom(
        titel=lui("Regievoerder"), waarde=lambda s: s.regievoerder.naam if s.regievoerder else None, breed=24
    ),
    Kolom(titel=lui("Volgende plicht"), waarde=_plicht, breed=44),
    Kolom(titel=lui("Uiterlijk op"), waarde=lambda s: s.volgende_op),
    Kolom(
        titel=lui("Verblijf"),
        waarde=lambda s: woorden.verblijf_in_woorden(s.verblijfsoort, s.locatie),
        breed=24,
    ),
    Kolom(titel=lui("Fase"), waarde=lambda s: str(woorden.FASE[s.fase]), breed=24),
    Kolom(titel=lui("Ontvangen op"), waarde=lambda s: s.ontvangen_op),
    Kolom(titel=lui("Gesprek 1"), waarde=_gesprek(0)),
    Kolom(titel=lui("Gesprek 2"), waarde=_gesprek(1)),
    Kolom(titel=lui("Gesprek 3"), waarde=_gesprek(2)),
    Kolom(titel=lui("Toetsing medisch"), waarde=_toetsing("medisch"), recht=Recht.DOSSIER_BEHANDELEN),
    Kolom(
        titel=lui("Toetsing buiten schuld"),
        waarde=_toetsing("buiten_schuld"),
        recht=Recht.DOSSIER_BEHANDELEN,
    ),
    Kolom(titel=lui("Toetsing schrijnend"), waarde=_toetsing("schrijnend"), recht=Recht.DOSSIER_BEHANDELEN),
    Kolom(titel=lui("Laissez-passer"), waarde=lambda s: str(woorden.LP[s.regel["lp"]][1]), breed=28),
    Kolom(titel=lui("Datum laissez-passer"), waarde=_lp_op),
    Kolom(titel=lui("Open wensen"), waarde=_wensen, breed=14),
    Kolom(titel=lui("Betwist door de persoon"), waarde=lambda s: getattr(s, "betwist", None), breed=40),
)


def kolommen_voor(viewer: Medewerker) -> list[Kolom]:
    """The columns that the role of this person may take along."""
    return [kolom for kolom in KOLOMMEN if kolom.recht is None or viewer.heeft(kolom.recht)]


def schrijf(
    pad: Path, kolommen: Sequence[Kolom], standen: Iterable[Stand], *, toelichting: Mapping[str, str]
) -> int:
    """Write the list row by row, so that its length costs no memory; return how many rows there are."""
    opties = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    aantal = 0
    with xlsxwriter.Workbook(pad, opties) as boek:
        kop, dag = boek.add_format({"bold": True}), boek.add_format({"num_format": "dd-mm-yyyy"})
        blad = boek.add_worksheet(_("Dossiers"))
        blad.freeze_panes(1, 0)
        for plek, kolom in enumerate(kolommen):
            blad.set_column(plek, plek, kolom.breed)
            blad.write_string(0, plek, str(kolom.titel), kop)
        for aantal, stand in enumerate(standen, start=1):
            for plek, kolom in enumerate(kolommen):
                _cel(blad, aantal, plek, kolom.waarde(stand), dag)
        uitleg = boek.add_worksheet(_("Toelichting"))
        uitleg.set_column(0, 1, 40)
        for rij, (naam, tekst) in enumerate(toelichting.items()):
            uitleg.write_string(rij, 0, naam, kop)
            uitleg.write_string(rij, 1, veilig(tekst))
    return aantal


def _cel(blad: Any, rij: int, plek: int, waarde: Cel, dag: Any) -> None:
    match waarde:
        case None | "":
            return
        case int():
            blad.write_number(rij, plek, waarde)
        case date():
            blad.write_datetime(rij, plek, waarde, dag)
        case _:
            blad.write_string(rij, plek, veilig(waarde))
