"""Names and places that nothing in the dossier tells: found by deduce, the de-identification library of UMC Utrecht.

Only a worker loads it, once: its lists take seconds and much memory. The lists of streets and of care institutions take
nine tenths of that; a street is recognised by how it ends, so both are left empty here. What is built from the lists is kept
in the data folder. deduce does not run on Python 3.14 yet; there a copy is refused, for one with names is none.
"""

import json
import logging
import pickle
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext as _

from verantwoord.inspectie.leesdesk.herkennen import Soort, Vondst, is_van_niemand, staat_in_datum
from verantwoord.inspectie.leesdesk.vouwen import gevouwen
from verantwoord.kern.fouten import DomeinFout

# The lists that are not used, and what would look things up in them.
_LEEG: Final = ("locations/lst_street", "institutions/lst_healthcare_institution")
_ZONDER: Final = ("street_lookup", "institution")
# Dates and ages are needed to read a dossier by; see herkennen.
_GROEPEN_UIT: Final = frozenset({"dates", "ages"})
_SOORT: Final[dict[str, Soort]] = {
    "patient": "persoon",
    "persoon": "naam",
    "locatie": "plaats",
    "ziekenhuis": "plaats",
    "zorginstelling": "plaats",
    "id": "nummer",
    "bsn": "nummer",
    "telefoonnummer": "contact",
    "emailadres": "contact",
    "url": "contact",
}
_slot = threading.Lock()
_geladen: list[Any] = []


class GeenBibliotheek(DomeinFout):
    """The library that finds names is not there, so no copy can be made without them."""


def middel() -> str:
    """Which library took names out, with its version, as it stands in a report."""
    return f"deduce/{_laad().versie}"


def vind(tekst: str) -> Iterator[Vondst]:
    """Every name, place, number and way to reach somebody that the library sees. Raises ``GeenBibliotheek``."""
    gevonden = _laad().deduce.deidentify(tekst, disabled=set(_GROEPEN_UIT))
    for stuk in gevonden.annotations:
        soort = _SOORT.get(stuk.tag, "naam")
        vondst = Vondst(int(stuk.start_char), int(stuk.end_char), soort, gevouwen(stuk.text).strip())
        if not is_van_niemand(stuk.text) and not staat_in_datum(tekst, vondst):
            yield vondst


class _Geladen:
    def __init__(self, deduce: Any, versie: str) -> None:
        self.deduce, self.versie = deduce, versie


def is_er() -> bool:
    """Whether the library is installed; asked without loading it."""
    return find_spec("deduce") is not None


def _laad() -> _Geladen:
    with _slot:
        if not _geladen:
            _geladen.append(_bouw(settings.DATAMAP / "deduce"))
        geladen: _Geladen = _geladen[0]
        return geladen


def _bouw(map_: Path) -> _Geladen:
    if not is_er():
        raise GeenBibliotheek(
            _(
                "De bibliotheek die namen herkent (deduce) is hier niet aanwezig, dus worden er geen leesexemplaren gemaakt. "
                "Draai de werker met een Python ouder dan 3.14, of installeer deduce."
            )
        )
    with _stil():
        import deduce  # type: ignore[import-untyped]  # noqa: PLC0415 - only a worker pays for it; it comes without types

        pakket = Path(str(deduce.__file__)).parent
        _leg_lijsten_neer(pakket / "data" / "lookup", map_)
        config = json.loads((pakket / "base_config.json").read_text(encoding="utf-8"))
        for naam in _ZONDER:
            del config["annotators"][naam]

        def maak(*, opnieuw: bool) -> Any:
            return deduce.Deduce(
                load_base_config=False,
                config=config,
                lookup_data_path=map_,
                cache_path=map_,
                build_lookup_structs=opnieuw,
            )

        return _Geladen(_of_opnieuw(maak), deduce.__version__)


def _of_opnieuw(maak: Callable[..., Any]) -> Any:
    """What was built before, or build it: another worker may be writing it at this moment, or it is of another version."""
    try:
        return maak(opnieuw=False)
    except (EOFError, pickle.UnpicklingError, AttributeError, ImportError, KeyError):
        return maak(opnieuw=True)


def _leg_lijsten_neer(uit: Path, map_: Path) -> None:
    """Lay the library's own lists ready, with those that are not used empty; once, for their age decides about the rest."""
    if (map_ / "src" / "klaar").exists():
        return
    for pad in sorted((uit / "src").rglob("*")):
        plek = pad.relative_to(uit / "src")
        if pad.is_dir() or pad.suffix not in {".txt", ".json"}:
            continue
        doel = map_ / "src" / plek
        doel.parent.mkdir(parents=True, exist_ok=True)
        ongebruikt = any(plek.is_relative_to(leeg) for leeg in _LEEG)
        doel.write_text(
            "" if ongebruikt and pad.suffix == ".txt" else pad.read_text(encoding="utf-8"), encoding="utf-8"
        )
    (map_ / "src" / "klaar").touch()


class _stil:  # noqa: N801 - reads as what it is for
    """Keep the library from taking over the log of the whole program: it would write texts to the terminal."""

    def __enter__(self) -> None:
        self._wortel = logging.getLogger()
        self._niveau = self._wortel.level
        # What has a handler already is left alone by logging.basicConfig.
        self._eigen = logging.NullHandler()
        self._wortel.addHandler(self._eigen)

    def __exit__(self, *_fout: object) -> None:
        self._wortel.removeHandler(self._eigen)
        self._wortel.setLevel(self._niveau)
