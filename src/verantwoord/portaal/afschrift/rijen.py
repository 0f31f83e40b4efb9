"""Which rows of a table somebody gets: what the database shows them, without what is withheld or tells of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from verantwoord.dossier.models import Dossier, Portaalaccount
from verantwoord.dossier.onthouding.weglaten import BEELD, Onthouden
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.portaal.afschrift.afgeleid import Afgeleid
from verantwoord.portaal.afschrift.indeling import ALLES, BESCHERMING, GEHEIM, INDELING, Indeling, Plaats
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Portaalrol

GEBEURTENIS: Final = "gebeurtenis.Gebeurtenis"
INZAGE: Final = "toegang.Inzage"
_VAN_IEMAND: Final = frozenset(
    {"dossier.Stem", "dossier.Stembericht", "dossier.Machtiging", "dossier.Afschrift"}
)


@cache
def modellen() -> dict[str, type[Model]]:
    return {model._meta.label: model for model in apps.get_models()}


@dataclass(frozen=True)
class Kast:
    """One dossier as one account may read it."""

    dossier: Dossier
    viewer: Portaalaccount
    weg: Onthouden
    afgeleid: Afgeleid

    def alle(self, label: str) -> QuerySet[Model]:
        """Everything the table holds of this dossier; for who counts, as the program."""
        return modellen()[label]._default_manager.filter(self._van(INDELING[label]))

    def zichtbaar(self, label: str) -> QuerySet[Model]:
        """The rows that may be shown; of a table that is counted only, none."""
        soort = INDELING[label]
        rijen = self.alle(label)
        if soort.plaats not in {Plaats.RIJEN, Plaats.FEITEN} or self._rust_op_iets(soort):
            return rijen.none()
        if self.viewer.rol != Portaalrol.PERSOON and label in _VAN_IEMAND:
            rijen = self._zonder_collegas(rijen, soort)
        if self.viewer.rol != Portaalrol.PERSOON and label == INZAGE:
            # When somebody themselves comes in is theirs alone to read.
            rijen = rijen.exclude(rol=Portaalrol.PERSOON)
        for wat in namen(label):
            rijen = self.weg.zonder(rijen, wat)
        if soort.pad == "*":
            rijen = rijen.exclude(deel__in=[een.wat.removeprefix(BEELD) for een in self.weg.weg])
        return self._zonder_ouders(rijen.order_by("pk"), label)

    def gronden(self, label: str) -> frozenset[str]:
        """By which names what this table tells may be withheld."""
        soort, model = INDELING[label], modellen()[label]
        if label == GEBEURTENIS or soort.rust_op == ALLES or label in self.afgeleid.labels:
            return frozenset(een.wat for een in self.weg.weg)
        ouders = (wat for _route, _ouder, wat in _ouders(model, soort))
        return frozenset({*namen(label), *ouders, *(BEELD + deel for deel in soort.rust_op)})

    def _van(self, soort: Indeling) -> Q:
        is_persoon = soort.route.endswith("persoon")
        return Q(**{soort.route: self.dossier.persoon_id if is_persoon else self.dossier.pk})

    def _rust_op_iets(self, soort: Indeling) -> bool:
        if soort.rust_op == ALLES:
            return any(een.wat.startswith(BEELD) for een in self.weg.weg)
        return any(self.weg.van(BEELD + deel) for deel in soort.rust_op)

    def _zonder_collegas(self, rijen: QuerySet[Model], soort: Indeling) -> QuerySet[Model]:
        """Somebody with a mandate reads the person's letters and their own, and not those of another with one."""
        naar = soort.route.removesuffix("dossier")
        return rijen.filter(
            Q(**{f"{naar}account": self.viewer}) | Q(**{f"{naar}account__rol": Portaalrol.PERSOON})
        )

    def _zonder_ouders(self, rijen: QuerySet[Model], label: str) -> QuerySet[Model]:
        """What belongs to something that is withheld, what was derived from it, and the events about it, go with it."""
        rijen = rijen.exclude(pk__in=self.afgeleid.van(label))
        if label == GEBEURTENIS:
            return rijen.exclude(self._over_wat_weg_is).exclude(pk__in=self._wijzigt_wat_weg_is)
        if label == "dossier.Ontvangstbevestiging":
            return rijen.exclude(antwoord__in=self.afgeleid.van("dossier.Antwoord"))
        for weg_daar, ouder, wat in _ouders(modellen()[label], INDELING[label]):
            if self.weg.van(wat):
                pks = self.weg.pks(ouder, wat=wat)
                rijen = rijen.none() if pks is None else rijen.exclude(Q(**{f"{weg_daar}__in": pks}))
        return rijen

    @cached_property
    def _over_wat_weg_is(self) -> Q:
        gevonden = Q(pk__in=[])
        for label, soort in INDELING.items():
            over = Q(onderwerp=label)
            # That something was done for somebody's safety is itself what nobody may read along with.
            if self._rust_op_iets(soort) or (soort.plaats == Plaats.ACHTER and soort.grond == BESCHERMING):
                gevonden |= over
            for wat in namen(label):
                if self.weg.van(wat):
                    pks = self.weg.pks(modellen()[label], wat=wat)
                    gevonden |= over if pks is None else over & Q(onderwerp_id__in=[str(pk) for pk in pks])
        return gevonden

    @cached_property
    def _wijzigt_wat_weg_is(self) -> frozenset[int]:
        """The events that changed a part of which something is withheld: their name alone would tell of it."""
        delen = {een.wat.removeprefix(BEELD) for een in self.weg.weg if een.wat.startswith(BEELD)}
        if not delen:
            return frozenset()
        with als_systeem():
            paden = Gebeurtenis.objects.filter(
                dossier_id=self.dossier.pk, gegevens__has_key="wijzigingen"
            ).values_list("pk", "gegevens__wijzigingen")
            return frozenset(
                pk
                for pk, wijzigingen in paden
                if delen & {pad.split(".")[0].split("[")[0] for pad in wijzigingen}
            )


def velden_van(model: type[Model], soort: Indeling) -> list[Any]:
    """The fields that may stand in a copy: nothing that opens a door, and nothing about who of the staff it was."""
    return [
        veld
        for veld in model._meta.concrete_fields
        if veld.name not in GEHEIM | soort.zonder and veld.related_model is not Medewerker
    ]


def namen(label: str) -> tuple[str, ...]:
    """By which names something of this table is withheld: its own, and that of the part of the facts it holds."""
    soort = INDELING.get(label)
    return (label, BEELD + soort.pad) if soort and soort.pad not in {"", "*"} else (label,)


def _ouders(model: type[Model], soort: Indeling) -> Iterator[tuple[str, type[Model], str]]:
    """What a row belongs to, up to the dossier: the way there, the table, and by which name that is withheld."""
    stappen = soort.route.split("__")[:-1]
    ouder: Any = model
    for diep, stap in enumerate(stappen, 1):
        ouder = ouder._meta.get_field(stap).related_model
        for wat in namen(ouder._meta.label):
            yield "__".join(stappen[:diep]), ouder, wat


def sleutels(rijen: QuerySet[Model]) -> frozenset[UUID | int | str]:
    return frozenset(rijen.values_list("pk", flat=True))
