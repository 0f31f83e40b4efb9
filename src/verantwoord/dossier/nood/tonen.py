"""What is recorded of one category, as a sheet to read in an emergency: every fact with its name, nothing left to guess."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec
from django.db.models import Q
from django.utils.translation import gettext as _

from verantwoord.dossier.feiten import delen_of
from verantwoord.dossier.inzageverzoek.woorden import categorie_in_woorden
from verantwoord.dossier.models import Dossier, Veiligheidskaart, Verblijfplaats
from verantwoord.toegang.context import als_systeem
from verantwoord.web.datums import kort_jaar

# Which parts of the dossierbeeld belong to which category. What is about mensenhandel is in none of them.
_DELEN: Final[Mapping[str, tuple[str, ...]]] = {
    "identiteit": ("persoon",),
    "opvang_einddatum": ("opvang",),
    "ind_besluit": ("procedure", "vertrektermijn", "verwijderbaarheidschecks"),
    "medisch": ("medisch",),
    "vertrekplan_en_toetsing": (
        "vertrekplannen",
        "buiten_schuld",
        "schrijnend",
        "wensen",
        "verwijzingen",
        "boekingen",
    ),
    "gespreksverslag": ("gesprekken",),
    "toezicht_en_bewaring": ("meldplichten", "bewaringen", "afwezigheid"),
    "veiligheidskaart": (),
}


@dataclass(frozen=True, kw_only=True)
class Groep:
    """One record under its own heading: names with their values."""

    titel: str
    regels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Noodblad:
    """The sheet: whose it is, where that person stays, and what is recorded of the one category."""

    naam: str
    verblijf: str
    categorie: str
    groepen: tuple[Groep, ...]
    kaart: str


def noodblad_van(dossier_id: UUID, categorie: str, *, op: date) -> Noodblad:
    """Read the one category of a dossier that was opened. Ask only after the look was kept, which opens its rows."""
    dossier = Dossier.objects.select_related("persoon").filter(pk=dossier_id).first()
    delen = delen_of(dossier_id, _DELEN[categorie])
    return Noodblad(
        naam=dossier.persoon.volledige_naam if dossier else "",
        verblijf=_verblijf(dossier_id, op),
        categorie=categorie_in_woorden(categorie),
        groepen=tuple(groep for deel, feit in delen.items() for groep in _groepen(deel, feit)),
        kaart=_kaart(dossier_id) if categorie == "veiligheidskaart" else "",
    )


def _verblijf(dossier_id: UUID, op: date) -> str:
    """Where help must go, whatever the category: an answer of the program, and nothing of the stay but the place."""
    with als_systeem():
        hier = Verblijfplaats.objects.filter(Q(tot=None) | Q(tot__gte=op), dossier=dossier_id, van__lte=op)
        return hier.order_by("-volgorde").values_list("locatie", flat=True).first() or ""


def _kaart(dossier_id: UUID) -> str:
    laatste = Veiligheidskaart.objects.filter(dossier=dossier_id).order_by("-pk").first()
    return laatste.tekst if laatste else ""


def _groepen(titel: str, feit: Any) -> Iterator[Groep]:
    if isinstance(feit, tuple):
        for nummer, een in enumerate(feit, start=1):
            yield from _groepen(f"{titel} {nummer}" if len(feit) > 1 else titel, een)
        return
    velden = msgspec.structs.asdict(feit)
    samen = {veld: w for veld, w in velden.items() if isinstance(w, msgspec.Struct) or _is_lijst(w)}
    regels = tuple(
        (_woorden(veld), _waarde(w)) for veld, w in velden.items() if veld not in samen and _is_bekend(w)
    )
    if regels:
        yield Groep(titel=_woorden(titel), regels=regels)
    for veld, waarde in samen.items():
        yield from _groepen(veld, waarde)


def _is_lijst(waarde: Any) -> bool:
    return isinstance(waarde, tuple) and any(isinstance(een, msgspec.Struct) for een in waarde)


def _is_bekend(waarde: Any) -> bool:
    return waarde is not None and waarde not in ("", (), {}, [])


def _woorden(veld: str) -> str:
    return veld.replace("_", " ").capitalize()


_ALS_TEKST: Final[Sequence[tuple[type, Callable[[Any], str]]]] = (
    (bool, lambda w: _("ja") if w else _("nee")),
    (date, kort_jaar),
    (tuple, lambda w: ", ".join(map(_waarde, w))),
    (dict, lambda w: "; ".join(f"{_woorden(sleutel)}: {_waarde(een)}" for sleutel, een in w.items())),
)


def _waarde(waarde: Any) -> str:
    for soort, maak in _ALS_TEKST:
        if isinstance(waarde, soort):
            return maak(waarde)
    return str(waarde).replace("_", " ") if isinstance(waarde, str) and "_" in waarde else str(waarde)
