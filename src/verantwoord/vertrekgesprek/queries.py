"""Questions about talks. All of them start with who is asking."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.models import Gesprek, Klad, Passage
from verantwoord.vertrekgesprek.regels import Afspraakregel, afspraken_van_alle


def gesprekken_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Gesprek]:
    """Every talk of one dossier, the newest first, with what was added and who held it."""
    return (
        Gesprek.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("gevoerd_door", "klad", "vervangt", "samen_met")
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


def samen_gevoerd(gesprek: Gesprek, *, viewer: Medewerker) -> list[Gesprek]:
    """The other talks of the same sitting, of the dossiers the viewer works on."""
    hoofd = gesprek.samen_met_id or gesprek.pk
    return list(
        Gesprek.objects.visible_to(viewer)
        .filter(Q(samen_met=hoofd) | Q(pk=hoofd))
        .exclude(pk=gesprek.pk)
        .select_related("dossier__persoon")
        .order_by("dossier__nummer")
    )


def passages_of(gesprek: Gesprek, *, viewer: Medewerker) -> list[Passage]:
    """The passages of a finished talk with what was decided about each; none for who does not handle dossiers."""
    return list(Passage.objects.visible_to(viewer).filter(gesprek=gesprek).select_related("antwoord"))


def te_lezen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Gesprek]:
    """The finished talks of one dossier with passages that wait for somebody to read them."""
    wacht = Passage.objects.visible_to(viewer).filter(gesprek__dossier=dossier_id, antwoord__isnull=True)
    return Gesprek.objects.filter(pk__in=wacht.values("gesprek")).order_by("volgorde")


def passage_of(dossier_id: UUID, passage_id: UUID, *, viewer: Medewerker) -> Passage:
    """One passage of this dossier. Raises ``Passage.DoesNotExist``, also for who may not see it."""
    return (
        Passage.objects.visible_to(viewer)
        .select_related("gesprek__dossier__persoon", "antwoord")
        .get(pk=passage_id, gesprek__dossier=dossier_id)
    )


def beoordeling_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> tuple[Stand, Beoordeling]:
    """The facts of one dossier with what the norms say of them. Raises ``Dossier.DoesNotExist``."""
    gevonden = Dossier.objects.visible_to(viewer).values_list("pk", flat=True).get(pk=dossier_id)
    return beoordeel_op(beeld_of(gevonden), peildatum)
