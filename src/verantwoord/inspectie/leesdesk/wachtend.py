"""What waits for one inspecteur: a seed to agree with, copies to read, differences to decide on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.inspectie.leesdesk.models import DERDE, Leesbeurt, Leesexemplaar
from verantwoord.inspectie.leesdesk.queries import verschillend
from verantwoord.inspectie.models import Onderzoek, Seedafspraak, Stand
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Wachtend:
    """One thing to do, for which onderzoek, and where."""

    onderzoek: Onderzoek
    wat: str
    url: str


def wachtend_op(*, viewer: Medewerker) -> list[Wachtend]:
    """What waits in the onderzoeken one works on, the latest first; a fixed number of queries."""
    eigen = Onderzoek.objects.worked_on_by(viewer).filter(gepubliceerd_op__isnull=True)
    onderzoeken = {onderzoek.pk: onderzoek for onderzoek in eigen.order_by("-gestart_op", "titel")}
    seeds, te_lezen, te_beslissen = (
        _seeds(onderzoeken, viewer),
        _te_lezen(onderzoeken, viewer),
        _te_beslissen(onderzoeken, viewer),
    )
    return [
        Wachtend(onderzoek=onderzoek, wat=wat, url=reverse(blad, args=[pk]))
        for pk, onderzoek in onderzoeken.items()
        for wat, blad in _woorden(pk in seeds, te_lezen[pk], te_beslissen[pk])
    ]


def _woorden(seed: bool, lezen: int, beslissen: int) -> Iterator[tuple[str, str]]:  # noqa: FBT001 - one of three facts, named where it is used
    if seed:
        yield _("Kijk naar het plan en de seed, en geef akkoord"), "inspectie:steekproef"
    if lezen:
        yield (
            ngettext("Lees nog %(n)d dossier", "Lees nog %(n)d dossiers", lezen) % {"n": lezen},
            "leesdesk:onderzoek",
        )
    if beslissen:
        yield (
            ngettext(
                "Beslis over %(n)d dossier waar twee verschillen",
                "Beslis over %(n)d dossiers waar twee verschillen",
                beslissen,
            )
            % {"n": beslissen},
            "leesdesk:onderzoek",
        )


def _seeds(onderzoeken: Mapping[UUID, Onderzoek], viewer: Medewerker) -> set[UUID]:
    open_ = Seedafspraak.objects.filter(
        onderzoek__in=onderzoeken,
        onderzoek__stand__in=(Stand.OPZET, Stand.TREKKING),
        akkoord_door__isnull=True,
        ingetrokken_op__isnull=True,
    )
    return set(open_.exclude(voorgesteld_door=viewer).values_list("onderzoek", flat=True))


def _te_lezen(onderzoeken: Mapping[UUID, Onderzoek], viewer: Medewerker) -> Counter[UUID]:
    open_ = Leesbeurt.objects.visible_to(viewer).filter(
        medewerker=viewer,
        plek__lt=DERDE,
        afgerond_op__isnull=True,
        leesexemplaar__onderzoek__in=onderzoeken,
        leesexemplaar__gemaakt_op__isnull=False,
        leesexemplaar__vervallen_op__isnull=True,
    )
    geteld = open_.order_by().values_list("leesexemplaar__onderzoek").annotate(n=Count("pk"))
    return Counter(dict(geteld))


def _te_beslissen(onderzoeken: Mapping[UUID, Onderzoek], viewer: Medewerker) -> Counter[UUID]:
    """Copies on which two differ and that one may decide on: nobody else began, and one read it not oneself."""
    with als_systeem():
        gevonden = verschillend(Q(leesbeurt__leesexemplaar__onderzoek__in=onderzoeken))
        van_een_ander = Leesbeurt.objects.filter(
            Q(medewerker=viewer, plek__lt=DERDE)
            | (Q(plek=DERDE) & (Q(afgerond_op__isnull=False) | ~Q(medewerker=viewer))),
            leesexemplaar__in=gevonden,
        )
        vrij = Leesexemplaar.objects.filter(pk__in=gevonden).exclude(
            pk__in=van_een_ander.values("leesexemplaar")
        )
        return Counter(vrij.values_list("onderzoek", flat=True))
