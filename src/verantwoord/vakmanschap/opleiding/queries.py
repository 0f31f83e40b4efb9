"""What there is to learn, who took what, and what is owed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht, Rol
from verantwoord.vakmanschap.opleiding.models import Cursus, Deelname, Loopbaan, Trainer, Voor
from verantwoord.vakmanschap.opleiding.verplicht import Verplicht, verplicht_voor


@dataclass(frozen=True, kw_only=True)
class Lid:
    """One colleague on the page of a manager: since when, and what is mandatory with its dates."""

    medewerker: Medewerker
    begonnen_op: date | None
    verplicht: Sequence[Verplicht]


def is_trainer(viewer: Medewerker) -> bool:
    return Trainer.objects.filter(medewerker=viewer, tot__isnull=True).exists()


def may_keep_cursussen(viewer: Medewerker) -> bool:
    """Whether this person keeps the catalogue: a trainer, or who looks after the program."""
    return viewer.heeft(Recht.CURSUSSEN_BEHEREN) or is_trainer(viewer)


def trainers_of(*, viewer: Medewerker) -> QuerySet[Trainer]:
    """Who is a trainer now; everybody may know whom to ask."""
    del viewer
    return (
        Trainer.objects.filter(tot__isnull=True)
        .select_related("medewerker__team")
        .order_by("medewerker__naam")
    )


def cursussen_of(*, viewer: Medewerker, ook_vervallen: bool = False) -> QuerySet[Cursus]:
    """The catalogue by title; it is about nobody."""
    del viewer
    return Cursus.objects.all() if ook_vervallen else Cursus.objects.filter(vervallen_op__isnull=True)


def cursus_of(cursus_id: UUID, *, viewer: Medewerker) -> Cursus:
    """One course. Raises ``Cursus.DoesNotExist``."""
    return cursussen_of(viewer=viewer, ook_vervallen=True).get(pk=cursus_id)


def deelnames_of(cursus: Cursus, *, viewer: Medewerker) -> QuerySet[Deelname]:
    """Who takes or took this course, as far as the viewer may know: a trainer all, anybody else their own."""
    rijen = Deelname.objects.visible_to(viewer).filter(cursus=cursus, afgemeld_op__isnull=True)
    if not is_trainer(viewer):
        rijen = rijen.filter(medewerker=viewer)
    return rijen.select_related("medewerker", "vastgelegd_door").order_by("gedaan_op", "medewerker__naam")


def nog_te_volgen_of(
    cursus: Cursus, *, viewer: Medewerker, peildatum: date
) -> list[tuple[Medewerker, Verplicht]]:
    """For a trainer: for whom this mandatory course is due, the first last day on top; nobody else sees anybody."""
    if cursus.voor == Voor.VRIJ or not is_trainer(viewer):
        return []
    leden = list(_regievoerders())
    wie = [lid.pk for lid in leden]
    verplicht = _verplicht(wie, Loopbaan.objects.visible_to(viewer), Deelname.objects.visible_to(viewer))
    aan_de_beurt = [
        (lid, wat)
        for lid in leden
        for wat in verplicht[lid.pk]
        if wat.cursus == cursus and wat.is_aan_de_beurt(peildatum)
    ]
    return sorted(aan_de_beurt, key=lambda paar: (paar[1].uiterlijk or date.max, paar[0].naam))


def eigen_deelnames_of(*, viewer: Medewerker) -> QuerySet[Deelname]:
    """One's own, the newest first."""
    rijen = Deelname.objects.visible_to(viewer).filter(medewerker=viewer, afgemeld_op__isnull=True)
    return rijen.select_related("cursus", "vastgelegd_door").order_by("-gedaan_op", "-aangemeld_op")


def lopende_deelname_of(cursus: Cursus, *, viewer: Medewerker) -> Deelname | None:
    """One's own enrolment that has no result yet."""
    rijen = Deelname.objects.visible_to(viewer).filter(cursus=cursus, medewerker=viewer)
    return rijen.filter(gedaan_op__isnull=True, afgemeld_op__isnull=True).first()


def eigen_verplicht_of(*, viewer: Medewerker) -> list[Verplicht]:
    """What is mandatory for oneself; only regievoerders have mandatory courses (norm training-vervolg)."""
    if viewer.rol != Rol.REGIEVOERDER:
        return []
    return _verplicht([viewer.pk], Loopbaan.objects.visible_to(viewer), Deelname.objects.visible_to(viewer))[
        viewer.pk
    ]


def begin_of(*, viewer: Medewerker) -> date | None:
    """Since when one does this work oneself, when somebody wrote it down."""
    return (
        Loopbaan.objects.visible_to(viewer)
        .filter(medewerker=viewer)
        .values_list("begonnen_op", flat=True)
        .first()
    )


def team_of(*, viewer: Medewerker) -> list[Lid]:
    """The regievoerders of one's team by name, with what is mandatory; for a manager. Five queries for any team."""
    if not viewer.heeft(Recht.OPLEIDING_BEKIJKEN) or viewer.team_id is None:
        return []
    leden = list(_regievoerders().filter(team=viewer.team_id))
    loopbanen = Loopbaan.objects.visible_to(viewer)
    begonnen = dict(loopbanen.values_list("medewerker_id", "begonnen_op"))
    verplicht = _verplicht([lid.pk for lid in leden], loopbanen, Deelname.objects.visible_to(viewer))
    return [
        Lid(medewerker=lid, begonnen_op=begonnen.get(lid.pk), verplicht=verplicht[lid.pk]) for lid in leden
    ]


def lid_of(medewerker_id: UUID, *, viewer: Medewerker) -> Medewerker:
    """One regievoerder of one's team. Raises ``Medewerker.DoesNotExist``, also when it is no team of the viewer's."""
    if not viewer.heeft(Recht.OPLEIDING_BEKIJKEN) or viewer.team_id is None:
        raise Medewerker.DoesNotExist
    return _regievoerders().get(pk=medewerker_id, team=viewer.team_id)


def verplicht_van_iedereen() -> Mapping[UUID, list[Verplicht]]:
    """What is mandatory for everybody who works here. For the job that reminds, never to show."""
    leden = list(_regievoerders().values_list("pk", flat=True))
    return _verplicht(leden, Loopbaan.objects.all(), Deelname.objects.all())


def managers_van(medewerkers: Collection[UUID]) -> Mapping[UUID, list[UUID]]:
    """The managers of the teams of these people, for each of them."""
    per_team: dict[int, list[UUID]] = defaultdict(list)
    managers = Medewerker.objects.filter(rol=Rol.MANAGER, organisatie=Organisatie.DTV, is_active=True)
    for pk, team_id in managers.filter(team__isnull=False).values_list("pk", "team_id"):
        per_team[team_id].append(pk)
    van = Medewerker.objects.filter(pk__in=medewerkers, team__isnull=False).values_list("pk", "team_id")
    return {pk: per_team[team_id] for pk, team_id in van}


def _regievoerders() -> QuerySet[Medewerker]:
    return Medewerker.objects.filter(
        rol=Rol.REGIEVOERDER, organisatie=Organisatie.DTV, is_active=True
    ).order_by("naam")


def _verplicht(
    wie: Collection[UUID], loopbanen: QuerySet[Loopbaan], deelnames: QuerySet[Deelname]
) -> dict[UUID, list[Verplicht]]:
    cursussen = list(Cursus.objects.filter(~Q(voor=Voor.VRIJ), vervallen_op__isnull=True))
    begonnen = dict(loopbanen.filter(medewerker__in=wie).values_list("medewerker_id", "begonnen_op"))
    gevolgd: dict[UUID, list[Deelname]] = defaultdict(list)
    for deelname in deelnames.filter(medewerker__in=wie, cursus__in=cursussen):
        gevolgd[deelname.medewerker_id].append(deelname)
    return {pk: verplicht_voor(cursussen, begonnen_op=begonnen.get(pk), deelnames=gevolgd[pk]) for pk in wie}
