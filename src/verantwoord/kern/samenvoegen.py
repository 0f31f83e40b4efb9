"""How a second transfer of an open dossier is added to what is known, without losing or overwriting anything silently."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final, TypeVar

import msgspec

from verantwoord.kern import dossierbeeld as d

S = TypeVar("S", bound=msgspec.Struct)

# What makes two entries of a list one and the same; entries without such a name in common are different facts.
_EIGEN: Final[Mapping[type[msgspec.Struct], Callable[[Any], Any]]] = {
    d.Aanvraag: attrgetter("soort", "ingediend_op"),
    d.Besluit: attrgetter("soort", "genomen_op"),
    d.Beroep: attrgetter("soort", "ingesteld_op"),
    d.VoorlopigeVoorziening: attrgetter("gevraagd_op"),
    d.Verblijfsgrond: attrgetter("grond", "van"),
    d.Verblijfplaats: attrgetter("soort", "locatie", "van"),
    d.Opvangverlenging: attrgetter("gevraagd_op"),
    d.FerreiraToets: attrgetter("getoetst_op"),
    d.Gezinslid: attrgetter("relatie", "v_nummer", "geboortedatum"),
}


def voeg_samen(bekend: d.Dossierbeeld, nieuw: d.Dossierbeeld) -> d.Dossierbeeld:
    """Give the facts of ``bekend`` with what a later message says of person, procedure and reception.

    What the message says replaces what was said before; what it leaves open stays as it was. An entry of a list
    that is already known is completed in its place, any other is added at the end. The first receipt, its sender
    and its track stay; documents are added. Nothing else of the dossier changes.
    """
    return msgspec.structs.replace(
        bekend,
        overdracht=msgspec.structs.replace(
            bekend.overdracht,
            documenten=tuple(dict.fromkeys((*bekend.overdracht.documenten, *nieuw.overdracht.documenten))),
        ),
        persoon=_vul(bekend.persoon, nieuw.persoon),
        procedure=_vul(bekend.procedure, nieuw.procedure),
        opvang=_vul(bekend.opvang, nieuw.opvang),
    )


def _vul(bekend: S, nieuw: S) -> S:
    """Take over every field that ``nieuw`` fills; a field at its default says nothing."""
    standaard = {veld.name: _standaard(veld) for veld in msgspec.structs.fields(nieuw)}
    velden = {}
    for naam, leeg in standaard.items():
        oud, waarde = getattr(bekend, naam), getattr(nieuw, naam)
        if waarde in (leeg, oud):
            continue
        velden[naam] = _voeg_lijst(oud, waarde) if _is_lijst_van_feiten(waarde) else waarde
    return msgspec.structs.replace(bekend, **velden)


def _standaard(veld: msgspec.structs.FieldInfo) -> Any:
    if veld.default is not msgspec.NODEFAULT:
        return veld.default
    return veld.default_factory() if veld.default_factory is not msgspec.NODEFAULT else msgspec.NODEFAULT


def _is_lijst_van_feiten(waarde: Any) -> bool:
    return isinstance(waarde, tuple) and bool(waarde) and type(waarde[0]) in _EIGEN


def _voeg_lijst(bekend: tuple[Any, ...], nieuw: tuple[Any, ...]) -> tuple[Any, ...]:
    eigen = _EIGEN[type(nieuw[0])]
    samen = {eigen(feit): feit for feit in bekend}
    if len(samen) != len(bekend):
        # Two known entries of one name: which of them is meant cannot be told, so what is new is added.
        return (*bekend, *(feit for feit in nieuw if feit not in bekend))
    for feit in nieuw:
        oud = samen.get(eigen(feit))
        samen[eigen(feit)] = feit if oud is None else _vul(oud, feit)
    return tuple(samen.values())
