"""Everything that is held in one dossier, in two heaps: what this account gets, and what is counted as withheld.

The rows are read as the account itself, so the database decides with us; the program counts what there is.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Portaalaccount
from verantwoord.dossier.onthouding.weglaten import BEELD, Onthouden
from verantwoord.dossier.queries import onthouden_of
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.portaal.afschrift.afgeleid import afgeleid_van
from verantwoord.portaal.afschrift.indeling import ANDEREN, HISTORIE, INDELING, LOGBOEK, SPOREN, Plaats
from verantwoord.portaal.afschrift.rijen import Kast, modellen, velden_van
from verantwoord.portaal.afschrift.sporen import Spoor, logboek_van, rijhistorie_van
from verantwoord.toegang.context import als_systeem


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How many items of one kind there are, and where they are in the copy; the first is the sum of the others."""

    titel: str
    aanwezig: int
    getoond: int
    dubbel: int
    achter: int


@dataclass(frozen=True, kw_only=True)
class Achtergehouden:
    """So many items that are not shown, on this ground; the day is there when it may be said."""

    aantal: int
    grond: str
    tot: date | None


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """The whole copy as plain values."""

    feiten: dict[str, Any]
    rijen: dict[str, list[dict[str, Any]]]
    tellingen: dict[str, Telling]
    achter: tuple[Achtergehouden, ...]


def verzamel(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Inhoud:
    """What ``viewer`` gets of one dossier on a day, in a transaction in which the database knows them."""
    dossier = Dossier.objects.get(pk=dossier_id)
    weg = onthouden_of(dossier_id, viewer=viewer, op=op)
    kast = Kast(dossier, viewer, weg, afgeleid_van(dossier_id, weg))
    tellingen: dict[str, Telling] = {}
    achter: Counter[tuple[str, date | None]] = Counter()
    feiten = _feiten(dossier_id, weg, tellingen, achter)
    rijen: dict[str, list[dict[str, Any]]] = {}
    for label, soort in INDELING.items():
        if soort.plaats == Plaats.FEITEN:
            continue
        rijen_hier = _rijen_van(kast, label)
        with als_systeem():
            aanwezig = kast.alle(label).count()
        getoond = len(rijen_hier)
        dubbel = aanwezig if soort.plaats == Plaats.DUBBEL else 0
        tellingen[label] = Telling(
            titel=soort.titel,
            aanwezig=aanwezig,
            getoond=getoond,
            dubbel=dubbel,
            achter=aanwezig - getoond - dubbel,
        )
        _verdeel(achter, kast.gronden(label), weg, tellingen[label].achter, soort.grond)
        if rijen_hier:
            rijen[label] = rijen_hier
    for label, spoor in ((HISTORIE, rijhistorie_van(kast)), (LOGBOEK, logboek_van(kast))):
        tellingen[label] = _telling_van(SPOREN[label], spoor)
        for van, aantal in spoor.achter.items():
            _verdeel(achter, kast.gronden(van), weg, aantal, INDELING[van].grond)
        if spoor.getoond:
            rijen[label] = spoor.getoond
    return Inhoud(
        feiten=feiten,
        rijen=rijen,
        tellingen=tellingen,
        achter=tuple(
            Achtergehouden(aantal=aantal, grond=grond, tot=tot)
            for (grond, tot), aantal in sorted(achter.items(), key=lambda paar: (paar[0][0], str(paar[0][1])))
        ),
    )


def _telling_van(titel: str, spoor: Spoor) -> Telling:
    getoond, achter = len(spoor.getoond), spoor.achter.total()
    return Telling(
        titel=titel,
        aanwezig=getoond + spoor.dubbel + achter,
        getoond=getoond,
        dubbel=spoor.dubbel,
        achter=achter,
    )


def _rijen_van(kast: Kast, label: str) -> list[dict[str, Any]]:
    soort = INDELING[label]
    if soort.plaats != Plaats.RIJEN:
        return []
    velden = velden_van(modellen()[label], soort)
    return [
        {veld.name: rij[veld.attname] for veld in velden}
        for rij in kast.zichtbaar(label).values(*(veld.attname for veld in velden))
    ]


def onderdelen(beeld: Dossierbeeld) -> Iterator[tuple[str, int]]:
    """How many items each part of the facts has; a part that is no list is one item when it was filled in."""
    for veld in msgspec.structs.fields(Dossierbeeld):
        waarde = getattr(beeld, veld.name)
        if isinstance(waarde, tuple):
            yield veld.name, len(waarde)
            continue
        leeg = None if veld.required else _leeg(veld)
        yield veld.name, 0 if waarde is None or waarde == leeg else 1


def _leeg(veld: msgspec.structs.FieldInfo) -> Any:
    return veld.default if veld.default is not msgspec.NODEFAULT else veld.default_factory()


def _feiten(
    dossier_id: UUID, weg: Onthouden, tellingen: dict[str, Telling], achter: Counter[tuple[str, date | None]]
) -> dict[str, Any]:
    with als_systeem():
        alles = beeld_of(dossier_id)
    getoond = weg.beeld(beeld_of(dossier_id))
    aantallen = dict(onderdelen(getoond))
    for naam, aantal in onderdelen(alles):
        wat = BEELD + naam
        tellingen[wat] = Telling(
            titel=naam.replace("_", " ").capitalize(),
            aanwezig=aantal,
            getoond=aantallen[naam],
            dubbel=0,
            achter=aantal - aantallen[naam],
        )
        _verdeel(achter, {wat}, weg, aantal - aantallen[naam], "")
    return {
        naam: waarde
        for naam, waarde in msgspec.to_builtins(getoond).items()
        if not tellingen[BEELD + naam].achter or tellingen[BEELD + naam].getoond
    }


def _verdeel(
    achter: Counter[tuple[str, date | None]], namen: Collection[str], weg: Onthouden, aantal: int, grond: str
) -> None:
    """Count under the grounds that were given for this, and the rest under that of the table, or of others."""
    gegeven = [een for een in weg.weg if een.wat in namen]
    for nummer, een in enumerate(gegeven, 1):
        deel = aantal if nummer == len(gegeven) else min(aantal, 1)
        if deel:
            achter[een.grond, een.tot] += deel
        aantal -= deel
    if aantal:
        achter[grond or ANDEREN, None] += aantal
