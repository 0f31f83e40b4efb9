"""How what goes out stands, for who looks after the exchange; and what went out about one dossier, for who may see that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from verantwoord.dossier.models import Dossier
from verantwoord.keten.uit.models import Aflevering, Ontvanger, Poging, Uitwisselafspraak, Verstrekking
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

PER_PAGINA: Final = 25
Stand = Aflevering.Stand


@dataclass(frozen=True, kw_only=True)
class Ontvangerregel:
    """One receiver as the list shows it. ``afgesproken_tot`` is the last day of the agreement that runs longest."""

    ontvanger: Ontvanger
    wacht: int
    geparkeerd: int
    oudste: datetime | None
    laatst_gelukt_op: datetime | None
    storing_tot: datetime | None
    afgesproken_tot: date | None

    @property
    def staat_stil(self) -> bool:
        """Whether something waits that no agreement lets go."""
        return self.wacht > 0 and self.afgesproken_tot is None


def ontvangers(*, viewer: Medewerker) -> list[Ontvangerregel]:
    """Every receiver and how it stands, by name; three queries however many there are. Empty without the right."""
    if not viewer.heeft(Recht.UITWISSELING_BEHEREN):
        return []
    vandaag, nu = timezone.localdate(), timezone.now()
    lopend = Uitwisselafspraak.objects.filter(van__lte=vandaag, tot__gte=vandaag).order_by("tot")
    tot = dict(lopend.values_list("organisatie", "tot"))
    open_ = Aflevering.objects.filter(stand__in=[Stand.WACHT, Stand.GEPARKEERD])
    tellingen = {
        rij["ontvanger"]: rij
        for rij in open_.values("ontvanger").annotate(
            wacht=Count("pk", filter=Q(stand=Stand.WACHT)),
            geparkeerd=Count("pk", filter=Q(stand=Stand.GEPARKEERD)),
            oudste=Min("ontstaan_op"),
        )
    }
    alle = Ontvanger.objects.select_related("bereikbaarheid").order_by("-actief", "naam")
    return [_regel(o, tellingen.get(o.pk, {}), tot.get(o.organisatie), nu) for o in alle]


def _regel(o: Ontvanger, telling: Mapping[str, Any], tot: date | None, nu: datetime) -> Ontvangerregel:
    stand = getattr(o, "bereikbaarheid", None)
    return Ontvangerregel(
        ontvanger=o,
        wacht=telling.get("wacht", 0),
        geparkeerd=telling.get("geparkeerd", 0),
        oudste=telling.get("oudste"),
        laatst_gelukt_op=stand.laatst_gelukt_op if stand else None,
        storing_tot=stand.niet_voor if stand and stand.niet_voor > nu else None,
        afgesproken_tot=tot,
    )


def geparkeerd(*, viewer: Medewerker, na: int | None = None) -> tuple[list[Aflevering], int | None]:
    """One page of what was set aside, the oldest first, without what is in it; and the last of it when there is more."""
    if not viewer.heeft(Recht.UITWISSELING_BEHEREN):
        return [], None
    alle = Aflevering.objects.filter(stand=Stand.GEPARKEERD, pk__gt=na or 0).select_related("ontvanger")
    rijen = list(alle.order_by("pk")[: PER_PAGINA + 1])
    return rijen[:PER_PAGINA], rijen[PER_PAGINA - 1].pk if len(rijen) > PER_PAGINA else None


def aflevering_of(aflevering_id: int, *, viewer: Medewerker) -> Aflevering | None:
    if not viewer.heeft(Recht.UITWISSELING_BEHEREN):
        return None
    return Aflevering.objects.filter(pk=aflevering_id).select_related("ontvanger").first()


def ontvanger_of(ontvanger_id: UUID, *, viewer: Medewerker) -> Ontvanger | None:
    if not viewer.heeft(Recht.UITWISSELING_BEHEREN):
        return None
    return Ontvanger.objects.filter(pk=ontvanger_id).first()


def afspraken_of(organisatie: str, *, viewer: Medewerker) -> Sequence[Uitwisselafspraak]:
    """What was agreed with this organisation, the one that ends last first."""
    if not viewer.heeft(Recht.UITWISSELING_BEHEREN):
        return []
    return list(Uitwisselafspraak.objects.filter(organisatie=organisatie).order_by("-tot", "kenmerk"))


def pogingen_of(ontvanger_id: UUID, *, viewer: Medewerker) -> Sequence[Poging]:
    """The last attempts towards one receiver, the newest first."""
    if not viewer.heeft(Recht.UITWISSELING_BEHEREN):
        return []
    gedaan = Poging.objects.filter(aflevering__ontvanger=ontvanger_id).select_related("aflevering")
    return list(gedaan.order_by("-pk")[:PER_PAGINA])


def verstrekkingen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Verstrekking]:
    """What went out about one dossier, the newest first."""
    return Verstrekking.objects.filter(
        dossier=dossier_id, dossier__in=Dossier.objects.visible_to(viewer)
    ).order_by("-pk")
