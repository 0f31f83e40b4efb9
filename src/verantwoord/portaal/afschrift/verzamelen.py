"""Everything that is held in one dossier, in two heaps: what this account gets, and what is counted as withheld.

The rows are read as the account itself, so the database decides with us; the program counts what there is.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final
from uuid import UUID

import msgspec
from django.apps import apps
from django.db.models import Model, Q, QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Portaalaccount
from verantwoord.dossier.onthouding.weglaten import BEELD, Onthouden
from verantwoord.dossier.queries import onthouden_of
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.portaal.afschrift.indeling import ANDEREN, GEHEIM, INDELING, Indeling, Plaats
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Portaalrol

GEBEURTENIS: Final = "gebeurtenis.Gebeurtenis"


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
    tellingen: dict[str, Telling] = {}
    achter: Counter[tuple[str, date | None]] = Counter()
    feiten = _feiten(dossier_id, weg, tellingen, achter)
    rijen: dict[str, list[dict[str, Any]]] = {}
    for label, soort in INDELING.items():
        if soort.plaats == Plaats.FEITEN:
            continue
        model = _modellen()[label]
        rijen_hier = _rijen_van(model, soort, dossier, weg, viewer)
        with als_systeem():
            aanwezig = model._default_manager.filter(_van(soort, dossier)).count()
        getoond = len(rijen_hier)
        dubbel = aanwezig if soort.plaats == Plaats.DUBBEL else 0
        tellingen[label] = Telling(
            titel=soort.titel,
            aanwezig=aanwezig,
            getoond=getoond,
            dubbel=dubbel,
            achter=aanwezig - getoond - dubbel,
        )
        namen = {label, *(wat for _weg, _ouder, wat in _ouders(model, soort))}
        if label == GEBEURTENIS:
            namen |= {een.wat for een in weg.weg}
        _verdeel(achter, namen, weg, tellingen[label].achter, soort.grond)
        if rijen_hier:
            rijen[label] = rijen_hier
    return Inhoud(
        feiten=feiten,
        rijen=rijen,
        tellingen=tellingen,
        achter=tuple(
            Achtergehouden(aantal=aantal, grond=grond, tot=tot)
            for (grond, tot), aantal in sorted(achter.items(), key=lambda paar: (paar[0][0], str(paar[0][1])))
        ),
    )


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


@cache
def _modellen() -> dict[str, type[Model]]:
    return {model._meta.label: model for model in apps.get_models()}


def _van(soort: Indeling, dossier: Dossier) -> Q:
    is_persoon = soort.route.endswith("persoon")
    return Q(**{soort.route: dossier.persoon_id if is_persoon else dossier.pk})


def _rijen_van(
    model: type[Model], soort: Indeling, dossier: Dossier, weg: Onthouden, viewer: Portaalaccount
) -> list[dict[str, Any]]:
    if soort.plaats != Plaats.RIJEN:
        return []
    rijen = model._default_manager.filter(_van(soort, dossier))
    if viewer.rol != Portaalrol.PERSOON and soort.route in {"dossier", "stem__dossier"}:
        rijen = _zonder_collegas(rijen, model, soort, viewer)
    rijen = weg.zonder(rijen.order_by("pk"), model._meta.label)
    rijen = _zonder_ouders(rijen, model, soort, weg)
    velden = [
        veld
        for veld in model._meta.concrete_fields
        if veld.name not in GEHEIM | soort.zonder and veld.related_model is not Medewerker
    ]
    return [
        {veld.name: rij[veld.attname] for veld in velden}
        for rij in rijen.values(*(v.attname for v in velden))
    ]


def _zonder_collegas(
    rijen: QuerySet[Model], model: type[Model], soort: Indeling, viewer: Portaalaccount
) -> QuerySet[Model]:
    """Somebody with a mandate reads the person's letters and their own, and not those of another with one."""
    naar = soort.route.removesuffix("dossier")
    if model._meta.label not in {
        "dossier.Stem",
        "dossier.Stembericht",
        "dossier.Machtiging",
        "dossier.Afschrift",
    }:
        return rijen
    return rijen.filter(Q(**{f"{naar}account": viewer}) | Q(**{f"{naar}account__rol": Portaalrol.PERSOON}))


def _zonder_ouders(
    rijen: QuerySet[Model], model: type[Model], soort: Indeling, weg: Onthouden
) -> QuerySet[Model]:
    """What belongs to something that is withheld, and the events about it, go with it."""
    if model._meta.label == GEBEURTENIS:
        for label in INDELING:
            for wat in _namen(label):
                if weg.van(wat):
                    pks = weg.pks(_modellen()[label], wat=wat)
                    over = Q(onderwerp=label)
                    rijen = rijen.exclude(
                        over if pks is None else over & Q(onderwerp_id__in=[str(pk) for pk in pks])
                    )
        return rijen
    for weg_daar, ouder, wat in _ouders(model, soort):
        if weg.van(wat):
            pks = weg.pks(ouder, wat=wat)
            rijen = rijen.none() if pks is None else rijen.exclude(Q(**{f"{weg_daar}__in": pks}))
    return rijen


def _ouders(model: type[Model], soort: Indeling) -> Iterator[tuple[str, type[Model], str]]:
    """What a row belongs to, up to the dossier: the way there, the table, and by which name that is withheld."""
    stappen = soort.route.split("__")[:-1]
    ouder: Any = model
    for diep, stap in enumerate(stappen, 1):
        ouder = ouder._meta.get_field(stap).related_model
        yield from ((("__".join(stappen[:diep])), ouder, wat) for wat in _namen(ouder._meta.label))


def _namen(label: str) -> tuple[str, ...]:
    soort = INDELING.get(label)
    return (label, BEELD + soort.pad) if soort and soort.pad else (label,)


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
