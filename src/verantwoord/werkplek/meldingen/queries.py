"""One's own notifications."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Subquery

from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.queries import WERKT_MET_DOSSIERS
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.meldingen.models import Mailvoorkeur, Melding

PER_PAGINA: Final = 25


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """One page, newest first, with the dossiers on it that the viewer may still see."""

    meldingen: Sequence[Melding]
    standen: Mapping[UUID, Stand]
    volgende: int | None


def kop_of(*, viewer: Medewerker) -> tuple[str, int]:
    """What the head of every page says of the viewer: the name of the team and how many notifications are unread.

    One query for both, because it is asked for every page; it counts in an index of unread ones alone.
    """
    ongelezen = (
        Melding.objects.ongelezen()
        .filter(medewerker=OuterRef("pk"))
        .order_by()
        .values("medewerker")
        .annotate(aantal=Count("pk"))
    )
    gevonden = Medewerker.objects.filter(pk=viewer.pk).values_list(
        "team__naam", Subquery(ongelezen.values("aantal"), output_field=IntegerField())
    )
    team, aantal = gevonden.get()
    return team or "", aantal or 0


def pagina_of(*, viewer: Medewerker, na: int | None) -> Pagina:
    """The notifications that came before ``na``; two queries however many there are."""
    meldingen = Melding.objects.visible_to(viewer).order_by("-pk")
    if na is not None:
        meldingen = meldingen.filter(pk__lt=na)
    rijen = list(meldingen[: PER_PAGINA + 1])
    getoond = rijen[:PER_PAGINA]
    # Who has no desk with dossiers is told what it is about where the notification leads.
    over = {m.dossier_id for m in getoond if m.dossier_id and viewer.rol in WERKT_MET_DOSSIERS}
    standen = Stand.objects.visible_to(viewer).filter(pk__in=over)
    return Pagina(
        meldingen=getoond,
        standen={stand.pk: stand for stand in standen.select_related("dossier__persoon").defer("beeld")},
        volgende=getoond[-1].pk if len(rijen) > PER_PAGINA else None,
    )


def mailvoorkeur_of(*, viewer: Medewerker) -> Mailvoorkeur:
    """What one chose about mail; until then an unsaved one without an address."""
    return Mailvoorkeur.objects.visible_to(viewer).first() or Mailvoorkeur(medewerker=viewer)
