"""What is asked about transfers and children. All of it starts with who is asking."""

from uuid import UUID

from django.db.models import QuerySet

from verantwoord.dossier.models import Kindbelang, Overplaatsing
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie


def overplaatsingen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Overplaatsing]:
    """Every transfer of one dossier with its steps and who took them, the newest first."""
    rijen = Overplaatsing.objects.visible_to(viewer).filter(dossier=dossier_id)
    return rijen.prefetch_related("stappen__door").order_by("-gevraagd_op", "-pk")


def lopende_overplaatsing(dossier_id: UUID, *, viewer: Medewerker) -> Overplaatsing | None:
    """The transfer in which somebody still has to do something."""
    return overplaatsingen_of(dossier_id, viewer=viewer).filter(stand__in=Overplaatsing.LOPEND).first()


def overplaatsing_bij_coa(dossier_id: UUID, *, viewer: Medewerker) -> Overplaatsing | None:
    """For the COA the transfer about which it can say something now; for anybody else none."""
    if viewer.organisatie != Organisatie.COA:
        return None
    standen = (*Overplaatsing.LOPEND, Overplaatsing.Stand.NIET_AANGEKOMEN)
    return overplaatsingen_of(dossier_id, viewer=viewer).filter(stand__in=standen).first()


def lopende_overplaatsingen(*, viewer: Medewerker) -> QuerySet[Overplaatsing]:
    """Those of all dossiers of the viewer, by the day on which an answer or the transfer is due."""
    rijen = Overplaatsing.objects.visible_to(viewer).lopend()
    return rijen.prefetch_related("stappen").order_by("antwoord_voor", "pk")


def gezin_van(overplaatsing: Overplaatsing, *, viewer: Medewerker) -> list[Overplaatsing]:
    """The transfers of relatives that were asked in the same act and that the viewer works on."""
    if overplaatsing.gezin is None:
        return []
    anderen = Overplaatsing.objects.visible_to(viewer).filter(gezin=overplaatsing.gezin)
    return list(
        anderen.exclude(pk=overplaatsing.pk).select_related("dossier__persoon").order_by("dossier__nummer")
    )


def kindbelangen_of(dossier_id: UUID, *, viewer: Medewerker) -> dict[int | None, list[Kindbelang]]:
    """What was recorded for each child by its place, the newest first."""
    per_kind: dict[int | None, list[Kindbelang]] = {}
    rijen = Kindbelang.objects.visible_to(viewer).filter(dossier=dossier_id).select_related("door")
    for belang in rijen.order_by("-pk"):
        per_kind.setdefault(belang.kind, []).append(belang)
    return per_kind


def achttien_besproken(dossier_id: UUID) -> set[int | None]:
    """For which children it was discussed what changes at 18; who may see the dossier may see this."""
    events = gebeurtenissen_of(dossier_id).filter(soort="kind.achttien_besproken")
    return {g.gegevens["kind"] for g in events}
