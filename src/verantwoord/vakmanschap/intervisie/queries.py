"""The sessions of which one is part."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.intervisie.models import Afspraak, Antwoord, Bijeenkomst, Casus, Deelnemer


def bijeenkomsten_of(*, viewer: Medewerker) -> QuerySet[Bijeenkomst]:
    """The newest first."""
    return Bijeenkomst.objects.visible_to(viewer).select_related("begeleider").order_by("-op", "pk")


def bijeenkomst_of(bijeenkomst_id: UUID, *, viewer: Medewerker) -> Bijeenkomst:
    """One of them. Raises ``Bijeenkomst.DoesNotExist``."""
    return bijeenkomsten_of(viewer=viewer).get(pk=bijeenkomst_id)


def deelnemers_of(bijeenkomst: Bijeenkomst, *, viewer: Medewerker) -> QuerySet[Deelnemer]:
    rijen = Deelnemer.objects.visible_to(viewer).filter(bijeenkomst=bijeenkomst)
    return rijen.select_related("medewerker")


def casussen_of(bijeenkomst: Bijeenkomst, *, viewer: Medewerker) -> QuerySet[Casus]:
    rijen = Casus.objects.visible_to(viewer).filter(bijeenkomst=bijeenkomst)
    return rijen.select_related("inbrenger")


def casus_of(casus_id: UUID, *, viewer: Medewerker) -> Casus:
    """A case that one brought oneself. Raises ``Casus.DoesNotExist``."""
    rijen = Casus.objects.visible_to(viewer).select_related("bijeenkomst")
    return rijen.get(pk=casus_id, inbrenger=viewer)


def afspraken_of(bijeenkomst: Bijeenkomst, *, viewer: Medewerker) -> QuerySet[Afspraak]:
    rijen = Afspraak.objects.visible_to(viewer).filter(bijeenkomst=bijeenkomst)
    return rijen.select_related("wie")


def eigen_afspraken_of(*, viewer: Medewerker) -> QuerySet[Afspraak]:
    """What one agreed to do and has not done yet."""
    rijen = Afspraak.objects.visible_to(viewer).filter(wie=viewer, gedaan_op__isnull=True)
    return rijen.select_related("bijeenkomst")


def te_beantwoorden_of(*, viewer: Medewerker, op: date) -> QuerySet[Deelnemer]:
    """Sessions to come to which one was asked and has not answered."""
    rijen = Deelnemer.objects.visible_to(viewer).filter(medewerker=viewer, antwoord=Antwoord.GEVRAAGD)
    komend = rijen.filter(
        bijeenkomst__op__gte=op,
        bijeenkomst__afgerond_op__isnull=True,
        bijeenkomst__afgezegd_op__isnull=True,
    )
    return komend.select_related("bijeenkomst").order_by("bijeenkomst__op")


def af_te_ronden_of(*, viewer: Medewerker, op: date) -> QuerySet[Bijeenkomst]:
    """Sessions that one led, of which what came of it still has to be written or closed."""
    eigen = Bijeenkomst.objects.visible_to(viewer).filter(begeleider=viewer, op__lt=op)
    return eigen.filter(afgerond_op__isnull=True, afgezegd_op__isnull=True)


def kring_of(bijeenkomst: Bijeenkomst, *, viewer: Medewerker) -> QuerySet[Medewerker]:
    """Who is part of it, by name; for who is part of it."""
    rijen = Medewerker.objects.filter(pk__in=bijeenkomst.kring).order_by("naam")
    return rijen if viewer.pk in bijeenkomst.kring else rijen.none()
