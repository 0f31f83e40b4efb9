"""From rows to facts and back, for many dossiers at once. The only bridge between tables and norms.

A room registers a :class:`Feitenbron` for its parts of the dossierbeeld: how to read them with a fixed number of
queries a batch, and which rows stand for them when a dossierbeeld is taken over from elsewhere.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, get_type_hints
from uuid import UUID

import msgspec
from django.db import connection, models

from verantwoord.dossier.models import (
    Aanvraag,
    Beroep,
    Besluit,
    Dossier,
    Dossierdeel,
    Feitrij,
    FerreiraToets,
    Gezinslid,
    Opvangdagen,
    Opvangverlenging,
    Persoon,
    Proceduredagen,
    Verblijfplaats,
    Verblijfsgrond,
    Verwijderbaarheidscheck,
    VoorlopigeVoorziening,
)
from verantwoord.kern import dossierbeeld as kern
from verantwoord.toegang.models import Medewerker

Delen = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Feitenbron:
    """How one room holds its parts of the dossierbeeld.

    ``lees`` gives, per dossier that has any, the parts by name, as plain values in the shape of the contract
    (dates may be dates); the whole is checked against the contract when it is put together. ``maak`` gives the
    unsaved rows for a dossierbeeld, parents before children; ``bulk_create`` in that order must succeed.
    """

    delen: tuple[str, ...]
    lees: Callable[[Collection[UUID]], Mapping[UUID, Delen]]
    maak: Callable[[kern.Dossierbeeld, UUID], Iterable[models.Model]]


_bronnen: dict[str, Feitenbron] = {}


def register(bron: Feitenbron) -> None:
    """Let a room say where its parts live; a part has one home."""
    for deel in bron.delen:
        if _bronnen.setdefault(deel, bron) is not bron:
            raise RuntimeError(f"{deel} is registered twice")


def _alle_bronnen() -> Iterator[Feitenbron]:
    yield from dict.fromkeys(_bronnen.values())


def beelden_of(dossiers: Collection[UUID]) -> dict[UUID, kern.Dossierbeeld]:
    """The facts of these dossiers as the norms read them; the number of queries does not grow with their number."""
    delen: dict[UUID, dict[str, Any]] = defaultdict(lambda: {"schema": kern.FORMAAT})
    for bron in _alle_bronnen():
        for dossier_id, gevonden in bron.lees(dossiers).items():
            delen[dossier_id].update(gevonden)
    return {
        dossier_id: msgspec.convert(gevonden, kern.Dossierbeeld) for dossier_id, gevonden in delen.items()
    }


def delen_of(dossier_id: UUID, delen: Collection[str]) -> dict[str, Any]:
    """Some parts of one dossier alone, each as the norms read it; what whoever asks may not see is not there.

    For a page that shows one category and nothing else.
    """
    gevraagd: dict[str, Any] = {}
    for bron in dict.fromkeys(_bronnen[deel] for deel in delen):
        gelezen = bron.lees([dossier_id]).get(dossier_id, {})
        gevraagd |= {deel: gelezen[deel] for deel in delen if deel in gelezen}
    soorten = get_type_hints(kern.Dossierbeeld, include_extras=True)
    return {deel: msgspec.convert(waarde, soorten[deel]) for deel, waarde in gevraagd.items()}


def beeld_of(dossier_id: UUID) -> kern.Dossierbeeld:
    return beelden_of([dossier_id])[dossier_id]


def rijen_of(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    """The unsaved rows of every room for this dossierbeeld; ``Dossier`` and ``Persoon`` themselves are not among them."""
    for bron in _alle_bronnen():
        yield from bron.maak(beeld, dossier_id)


def lijsten_of(
    rijsoort: type[Feitrij], feitsoort: type[msgspec.Struct], dossiers: Collection[UUID]
) -> dict[UUID, list[dict[str, Any]]]:
    """The entries of one list, per dossier and in order, read in one query; fields of one name hold one fact."""
    lijsten: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    rijen = rijsoort._default_manager.filter(dossier__in=dossiers, **rijsoort.TELT)
    rijen = rijen.order_by("dossier_id", "volgorde")
    for rij in rijen.values("dossier_id", *feitsoort.__struct_fields__):
        lijsten[rij.pop("dossier_id")].append(rij)
    return lijsten


def rijen_voor(
    rijsoort: type[Feitrij], feiten: Iterable[msgspec.Struct], dossier_id: UUID
) -> Iterator[Feitrij]:
    """The unsaved rows for the entries of one list, numbered in order."""
    for volgorde, feit in enumerate(feiten):
        yield rijsoort(dossier_id=dossier_id, volgorde=volgorde, **als_waarden(feit))


def als_waarden(feit: msgspec.Struct) -> dict[str, Any]:
    """The fields of an entry as a row holds them: dates as dates, lists and objects as plain JSON values."""
    return {
        veld: waarde if isinstance(waarde, date) else msgspec.to_builtins(waarde)
        for veld, waarde in msgspec.structs.asdict(feit).items()
    }


_bekend: ContextVar[Mapping[str, Medewerker] | None] = ContextVar("feiten_bekend", default=None)


@contextmanager
def met_bekenden(medewerkers: Mapping[str, Medewerker]) -> Iterator[None]:
    """Say beforehand who works here, for whoever makes rows for very many dossiers."""
    sleutel = _bekend.set(medewerkers)
    try:
        yield
    finally:
        _bekend.reset(sleutel)


def bekenden(namen: Collection[str]) -> Mapping[str, Medewerker]:
    """Who of these names works here; the others stay a name."""
    vooraf = _bekend.get()
    if vooraf is not None:
        return vooraf
    return {m.naam: m for m in Medewerker.objects.filter(naam__in=namen)} if namen else {}


# The dossier's own parts.

_PROCEDURE: dict[str, tuple[type[Feitrij], type[msgspec.Struct]]] = {
    "aanvragen": (Aanvraag, kern.Aanvraag),
    "besluiten": (Besluit, kern.Besluit),
    "beroepen": (Beroep, kern.Beroep),
    "voorlopige_voorzieningen": (VoorlopigeVoorziening, kern.VoorlopigeVoorziening),
    "verblijfsgronden": (Verblijfsgrond, kern.Verblijfsgrond),
}
_OPVANG: dict[str, tuple[type[Feitrij], type[msgspec.Struct]]] = {
    "verblijfplaatsen": (Verblijfplaats, kern.Verblijfplaats),
    "verlengingen": (Opvangverlenging, kern.Opvangverlenging),
    "ferreira": (FerreiraToets, kern.FerreiraToets),
}
# Every list that the dossier itself holds, by its path in the dossierbeeld: its rows, and how to read it there.
EIGEN_LIJSTEN: dict[str, tuple[type[Feitrij], Callable[[kern.Dossierbeeld], tuple[Any, ...]]]] = {
    **{f"procedure.{naam}": (rij, attrgetter(f"procedure.{naam}")) for naam, (rij, _) in _PROCEDURE.items()},
    **{f"opvang.{naam}": (rij, attrgetter(f"opvang.{naam}")) for naam, (rij, _) in _OPVANG.items()},
    "verwijderbaarheidschecks": (Verwijderbaarheidscheck, attrgetter("verwijderbaarheidschecks")),
}
# Parts that are kept whole; see Dossierdeel.
HELE_DELEN = (
    "medisch",
    "buiten_schuld",
    "schrijnend",
    "mensenhandel",
    "verwijzingen",
    "landen",
    "meldplichten",
    "bewaringen",
    "afwezigheid",
    "boekingen",
    "afwijkingen",
    "uitkomst",
)


def _lees_eigen(dossiers: Collection[UUID]) -> dict[UUID, Delen]:
    lijsten = _eigen_lijsten_of(dossiers)
    naast = ("persoon", "regievoerder", "proceduredagen", "opvangdagen")
    rijen = list(Dossier.objects.filter(pk__in=dossiers).select_related(*naast))
    gezinnen = _gezinnen_of({rij.persoon_id for rij in rijen})
    return {
        rij.pk: {
            "dossiernummer": rij.nummer,
            "spoor": rij.spoor,
            "overdracht": _velden(rij, kern.Overdracht),
            "persoon": _persoon(rij.persoon) | {"gezin": gezinnen[rij.persoon_id]},
            "regievoerder": rij.regievoerder.naam if rij.regievoerder else rij.regievoerder_elders,
            "intake_afgerond_op": rij.intake_afgerond_op,
            "gesloten_op": rij.gesloten_op,
            "eerdere_dossiers": rij.eerdere_dossiers,
            "procedure": {"beroepstermijn_tot": _procedure(rij).beroepstermijn_tot}
            | {naam: lijsten[rij.pk, naam] for naam in _PROCEDURE},
            "vertrektermijn": _velden(_procedure(rij), kern.Vertrektermijn),
            "verwijderbaarheidschecks": lijsten[rij.pk, "verwijderbaarheidschecks"],
            "opvang": {
                veld: getattr(_opvang(rij), veld) for veld in ("recht_eindigt_op", "vbl_lko_besluit_op")
            }
            | {naam: lijsten[rij.pk, naam] for naam in _OPVANG},
        }
        for rij in rijen
    }


# What is left open, or is not for who asks, has no row.
def _procedure(rij: Dossier) -> Proceduredagen:
    return getattr(rij, "proceduredagen", None) or Proceduredagen()


def _opvang(rij: Dossier) -> Opvangdagen:
    return getattr(rij, "opvangdagen", None) or Opvangdagen()


def _vraag_naar_lijst(naam: str, rijsoort: type[Feitrij], feitsoort: type[msgspec.Struct]) -> str:
    velden = ", ".join(f"'{veld}', t.{veld}" for veld in feitsoort.__struct_fields__)
    telt = "".join(f" and t.{veld.removesuffix('__isnull')} is null" for veld in rijsoort.TELT)
    return (
        f"select t.dossier_id, '{naam}' as lijst, t.volgorde, jsonb_build_object({velden}) as feit "  # noqa: S608 - the names are our own fields
        f"from {rijsoort._meta.db_table} t where t.dossier_id = any(%(dossiers)s){telt}"
    )


# All lists of the dossier itself in one question: they are asked at every act, and nine questions cost nine times.
_VRAAG_NAAR_LIJSTEN = " union all ".join(
    _vraag_naar_lijst(naam, rijsoort, feitsoort)
    for naam, (rijsoort, feitsoort) in (
        _PROCEDURE
        | _OPVANG
        | {"verwijderbaarheidschecks": (Verwijderbaarheidscheck, kern.Verwijderbaarheidscheck)}
    ).items()
)


def _eigen_lijsten_of(dossiers: Collection[UUID]) -> dict[tuple[UUID, str], list[dict[str, Any]]]:
    lijsten: dict[tuple[UUID, str], list[dict[str, Any]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(f"{_VRAAG_NAAR_LIJSTEN} order by volgorde", {"dossiers": list(dossiers)})
        for dossier_id, lijst, _volgorde, feit in cursor:
            lijsten[dossier_id, lijst].append(json.loads(feit))
    return lijsten


def _velden(rij: models.Model, feitsoort: type[msgspec.Struct]) -> dict[str, Any]:
    return {veld: getattr(rij, veld) for veld in feitsoort.__struct_fields__}


def _persoon(persoon: Persoon) -> dict[str, Any]:
    velden = [veld for veld in kern.Persoon.__struct_fields__ if veld not in {"naam", "gezin"}]
    naam = _velden(persoon, kern.Naam) if persoon.achternaam is not None else None
    return {"naam": naam} | {veld: getattr(persoon, veld) for veld in velden}


def _gezinnen_of(personen: Collection[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    gezinnen: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    leden = Gezinslid.objects.filter(persoon__in=personen).order_by("persoon_id", "volgorde")
    for lid in leden.values("persoon_id", *kern.Gezinslid.__struct_fields__):
        gezinnen[lid.pop("persoon_id")].append(lid)
    return gezinnen


def dagen_van(beeld: kern.Dossierbeeld) -> dict[type[models.Model], dict[str, Any]]:
    """The facts that are one value each and do not stand in the dossier's own row, by the table that holds them."""
    return {
        Proceduredagen: {
            "beroepstermijn_tot": beeld.procedure.beroepstermijn_tot,
            **msgspec.structs.asdict(beeld.vertrektermijn),
        },
        Opvangdagen: {
            "recht_eindigt_op": beeld.opvang.recht_eindigt_op,
            "vbl_lko_besluit_op": beeld.opvang.vbl_lko_besluit_op,
        },
    }


def _maak_eigen(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    for soort, waarden in dagen_van(beeld).items():
        if any(waarde is not None for waarde in waarden.values()):
            yield soort(dossier_id=dossier_id, **waarden)
    for rijsoort, lijst in EIGEN_LIJSTEN.values():
        yield from rijen_voor(rijsoort, lijst(beeld), dossier_id)


def _lees_delen(dossiers: Collection[UUID]) -> dict[UUID, Delen]:
    delen: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for dossier_id, deel, inhoud in Dossierdeel.objects.filter(dossier__in=dossiers).values_list(
        "dossier_id", "deel", "inhoud"
    ):
        delen[dossier_id][deel] = inhoud
    return dict(delen)


def _maak_delen(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    for deel in HELE_DELEN:
        waarde = getattr(beeld, deel)
        if waarde != _LEEG[deel]:
            yield Dossierdeel(dossier_id=dossier_id, deel=deel, inhoud=msgspec.to_builtins(waarde))


_LEEG = {
    veld.name: veld.default if veld.default is not msgspec.NODEFAULT else veld.default_factory()
    for veld in msgspec.structs.fields(kern.Dossierbeeld)
    if not veld.required
}


def register_eigen_feiten() -> None:
    register(
        Feitenbron(
            delen=(
                "dossiernummer",
                "spoor",
                "overdracht",
                "persoon",
                "regievoerder",
                "intake_afgerond_op",
                "gesloten_op",
                "eerdere_dossiers",
                "procedure",
                "vertrektermijn",
                "verwijderbaarheidschecks",
                "opvang",
            ),
            lees=_lees_eigen,
            maak=_maak_eigen,
        )
    )
    register(Feitenbron(delen=HELE_DELEN, lees=_lees_delen, maak=_maak_delen))
