"""The sessions of this room on which somebody is expected, of all its parts together."""

from datetime import date, time
from typing import Any, Literal, NamedTuple, cast
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, TimeField, Value

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.dialoog.models import Dialoog, Genodigde, Komst
from verantwoord.vakmanschap.intervisie.models import Antwoord, Bijeenkomst, Deelnemer
from verantwoord.vakmanschap.meekijken.models import Meekijken

Sessiesoort = Literal["intervisie", "dialoog", "meekijken"]


class Sessie(NamedTuple):
    """One session: on which day, of which part, and what it is about (nothing for watching a talk)."""

    dag: date
    tijd: time | None
    soort: Sessiesoort
    pk: UUID
    thema: str


def sessies_of(*, viewer: Medewerker, van: date, tot: date) -> list[Sessie]:
    """Between two days, both included: those of one's own that go on and that one did not decline; one query."""
    dagen = Q(op__range=(van, tot), afgezegd_op__isnull=True)
    intervisie = Bijeenkomst.objects.visible_to(viewer).filter(
        dagen,
        ~_zei_nee(Deelnemer.objects.filter(bijeenkomst=OuterRef("pk"), antwoord=Antwoord.KOMT_NIET), viewer),
    )
    dialoog = Dialoog.objects.visible_to(viewer).filter(
        dagen,
        ~_zei_nee(Genodigde.objects.filter(dialoog=OuterRef("pk"), antwoord=Komst.KOMT_NIET), viewer),
        # The Inspectie reads reports of sessions, and is not expected at one.
        kring__contains=[viewer.pk],
    )
    meekijken = Meekijken.objects.visible_to(viewer).van(viewer).filter(dagen, akkoord_op__isnull=False)
    zonder_uur, zonder_thema = Value(None, TimeField()), Value("", CharField())
    rijen = _rijen(intervisie, "intervisie", "tijd", "thema").union(
        _rijen(dialoog, "dialoog", "tijd", "vraag"), _rijen(meekijken, "meekijken", zonder_uur, zonder_thema)
    )
    gevonden = [
        Sessie(dag, uur, cast("Sessiesoort", soort), pk, thema) for dag, uur, soort, pk, thema in rijen
    ]
    return sorted(gevonden, key=lambda s: (s.dag, s.tijd is None, s.tijd or time.min, s.soort, s.pk))


def _zei_nee(antwoorden: QuerySet[Any], viewer: Medewerker) -> Exists:
    return Exists(antwoorden.filter(medewerker=viewer))


def _rijen(sessies: QuerySet[Any], soort: Sessiesoort, uur: Any, thema: Any) -> QuerySet[Any, Any]:
    return sessies.order_by().values_list("op", uur, Value(soort, CharField()), "pk", thema)
