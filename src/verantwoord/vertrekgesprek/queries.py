"""Questions about talks. All of them start with who is asking."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.models import Gesprek, Klad
from verantwoord.vertrekgesprek.regels import Afspraakregel, afspraken_van_alle


def gesprekken_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Gesprek]:
    """Every talk of one dossier, the newest first, with what was added and who held it."""
    return (
        Gesprek.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("gevoerd_door", "klad")
        .prefetch_related("addenda", "afspraken_gedaan")
        .order_by("-volgorde")
    )


def gesprek_of(dossier_id: UUID, gesprek_id: UUID, *, viewer: Medewerker) -> Gesprek:
    """One talk of this dossier. Raises ``Gesprek.DoesNotExist``, also when the viewer may not see the dossier."""
    return gesprekken_of(dossier_id, viewer=viewer).select_related("dossier__persoon").get(pk=gesprek_id)


def klad_of(gesprek: Gesprek, *, viewer: Medewerker) -> Klad | None:
    """The draft of a talk's report with who saved it last, if there is one."""
    zichtbaar = Gesprek.objects.visible_to(viewer).filter(pk=gesprek.pk)
    return Klad.objects.filter(gesprek__in=zichtbaar).select_related("door").first()


def afspraken_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Afspraakregel]:
    """The agreements of all finished talks of one dossier: what is still to be done first, then by date."""
    return afspraken_van_alle(gesprekken_of(dossier_id, viewer=viewer))


def stand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Stand:
    """The facts of one dossier as they stand on a day. Raises ``Dossier.DoesNotExist``."""
    gevonden = Dossier.objects.visible_to(viewer).values_list("pk", flat=True).get(pk=dossier_id)
    return Stand(beeld_of(gevonden), peildatum, geldende_parameters().op(peildatum))
