"""Save what differs between two states of the facts of one dossier."""

from collections.abc import Iterator
from typing import Any

import msgspec
from django.db.models import Max

from verantwoord.dossier.feiten import EIGEN_LIJSTEN, HELE_DELEN, als_waarden, dagen_van
from verantwoord.dossier.models import Dossier, Dossierdeel, Feitrij, Gezinslid
from verantwoord.dossier.rijen import dossier_waarden, gezin_rijen, persoon_waarden
from verantwoord.kern import dossierbeeld as kern

Wijzigingen = dict[str, list[Any]]


def schrijf_verschil(dossier: Dossier, eerst: kern.Dossierbeeld, daarna: kern.Dossierbeeld) -> Wijzigingen:
    """Save what differs; return per path of the dossierbeeld the old and the new value, as JSON values.

    The caller holds the lock. Entries of a list are changed in place or added at the end, never removed or moved,
    so the rows keep their history. Raises ``ValueError`` when ``daarna`` has lost an entry.
    """
    wijzigingen = dict(_verschillen(eerst, daarna))
    if not wijzigingen:
        return {}
    _schrijf_velden(dossier, dossier_waarden(daarna))
    eerder = dagen_van(eerst)
    for soort, waarden in dagen_van(daarna).items():
        if waarden != eerder[soort]:
            soort._default_manager.update_or_create(dossier=dossier, defaults=waarden)
    _schrijf_velden(dossier.persoon, persoon_waarden(daarna.persoon, aliassen=dossier.persoon.aliassen))
    if eerst.persoon.gezin != daarna.persoon.gezin:
        dossier.persoon.gezin.all().delete()
        Gezinslid.objects.bulk_create(gezin_rijen(dossier.persoon, daarna.persoon))
    for pad, (rijsoort, lees) in EIGEN_LIJSTEN.items():
        _schrijf_lijst(dossier, pad, rijsoort, lees(eerst), lees(daarna))
    for deel in HELE_DELEN:
        if getattr(eerst, deel) == getattr(daarna, deel):
            continue
        if getattr(daarna, deel) is None:
            # What is no longer so has no row; the row history keeps what it was.
            Dossierdeel.objects.filter(dossier=dossier, deel=deel).delete()
        else:
            Dossierdeel.objects.update_or_create(
                dossier=dossier, deel=deel, defaults={"inhoud": msgspec.to_builtins(getattr(daarna, deel))}
            )
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    return wijzigingen


def _schrijf_velden(rij: Any, waarden: dict[str, Any]) -> None:
    anders = [veld for veld, waarde in waarden.items() if getattr(rij, veld) != waarde]
    for veld in anders:
        setattr(rij, veld, waarden[veld])
    if anders:
        rij.save(update_fields=anders)


def _schrijf_lijst(
    dossier: Dossier, pad: str, rijsoort: type[Feitrij], eerst: tuple[Any, ...], daarna: tuple[Any, ...]
) -> None:
    if eerst == daarna:
        return
    if len(daarna) < len(eerst):
        raise ValueError(f"{pad} has lost an entry")
    rijen = rijsoort._default_manager.filter(dossier=dossier)
    tellend = list(rijen.filter(**rijsoort.TELT).order_by("volgorde"))
    for rij, oud, nieuw in zip(tellend, eerst, daarna, strict=False):
        if oud != nieuw:
            _schrijf_velden(rij, als_waarden(nieuw))
    begin = rijen.aggregate(hoogste=Max("volgorde", default=-1))["hoogste"] + 1
    for volgorde, feit in enumerate(daarna[len(eerst) :], start=begin):
        rijsoort._default_manager.create(dossier=dossier, volgorde=volgorde, **als_waarden(feit))


def _verschillen(eerst: Any, daarna: Any, pad: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Walk both states; give each path whose value differs, an added entry as a whole."""
    if eerst == daarna:
        return
    if isinstance(eerst, msgspec.Struct) and isinstance(daarna, msgspec.Struct):
        for veld in eerst.__struct_fields__:
            yield from _verschillen(getattr(eerst, veld), getattr(daarna, veld), f"{pad}.{veld}".lstrip("."))
    elif isinstance(eerst, tuple) and isinstance(daarna, tuple) and len(daarna) >= len(eerst):
        for plaats, nieuw in enumerate(daarna):
            oud = eerst[plaats] if plaats < len(eerst) else None
            yield from _verschillen(oud, nieuw, f"{pad}[{plaats}]")
    else:
        yield pad, [msgspec.to_builtins(eerst), msgspec.to_builtins(daarna)]
