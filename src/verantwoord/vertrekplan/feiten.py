"""From established plans to facts, and back. A concept is nobody's fact yet and stays out."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db import models

from verantwoord.dossier.feiten import Delen, Feitenbron, als_waarden, bekenden, register
from verantwoord.kern import dossierbeeld as kern
from verantwoord.vertrekplan.models import Actie, Vertrekplan

_VELDEN = ("versie", "vastgesteld_op", "strategie", "opties", "gekozen", "analyse")
_OPTIE = kern.Optie.__struct_fields__
_ACTIE = kern.Actie.__struct_fields__


def _lees(dossiers: Collection[UUID]) -> dict[UUID, Delen]:
    plannen = (
        Vertrekplan.objects.filter(dossier__in=dossiers, vastgesteld_op__isnull=False)
        .order_by("dossier_id", "volgorde")
        .values("pk", "dossier_id", "door_naam", *_VELDEN)
    )
    acties: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    rijen = Actie.objects.filter(plan__dossier__in=dossiers).order_by("plan_id", "volgorde")
    for actie in rijen.values("plan_id", *_ACTIE):
        acties[actie.pop("plan_id")].append(actie)
    delen: dict[UUID, dict[str, Any]] = defaultdict(lambda: {"vertrekplannen": []})
    for plan in plannen:
        dossier_id, pk = plan.pop("dossier_id"), plan.pop("pk")
        plan["door"] = plan.pop("door_naam")
        plan["opties"] = [{veld: optie[veld] for veld in _OPTIE} for optie in plan["opties"]]
        delen[dossier_id]["vertrekplannen"].append(plan | {"acties": acties[pk]})
    return dict(delen)


def _maak(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    namen = {plan.door for plan in beeld.vertrekplannen}
    bekend = bekenden(namen)
    acties: list[Actie] = []
    for volgorde, plan in enumerate(beeld.vertrekplannen):
        waarden = als_waarden(plan)
        naam, _acties = waarden.pop("door"), waarden.pop("acties")
        waarden["opties"] = [als_waarden(optie) for optie in plan.opties]
        rij = Vertrekplan(
            dossier_id=dossier_id,
            volgorde=volgorde,
            door=bekend.get(naam),
            door_naam=naam,
            aantal_acties=len(plan.acties),
            **waarden,
        )
        acties.extend(
            Actie(plan=rij, volgorde=plek, **als_waarden(actie)) for plek, actie in enumerate(plan.acties)
        )
        yield rij
    yield from acties


def register_feiten() -> None:
    register(Feitenbron(delen=("vertrekplannen",), lees=_lees, maak=_maak))
