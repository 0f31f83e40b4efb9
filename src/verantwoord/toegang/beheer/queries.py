"""Questions about staff and teams, for whoever looks after them; anybody else is told nothing."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Model, Q, QuerySet

from verantwoord.toegang.models import Medewerker, Sleutel, Team
from verantwoord.toegang.rechten import Recht, Rol

PER_PAGINA = 25
Rij = TypeVar("Rij", bound=Model)


def medewerkers(
    *, viewer: Medewerker, zoek: str = "", rol: str = "", actief: bool = True
) -> QuerySet[Medewerker]:
    """Everybody who has, or had, an account; the program itself is not among them."""
    if not viewer.heeft(Recht.MEDEWERKERS_BEHEREN):
        return Medewerker.objects.none()
    gevonden = Medewerker.objects.exclude(rol=Rol.SYSTEEM).filter(is_active=actief).select_related("team")
    if rol:
        gevonden = gevonden.filter(rol=rol)
    if zoek:
        gevonden = gevonden.filter(Q(naam__icontains=zoek) | Q(gebruikersnaam__icontains=zoek))
    return gevonden.order_by("naam")


def medewerker_of(medewerker_id: UUID, *, viewer: Medewerker) -> Medewerker | None:
    """One account; ``None`` when it is not there or not for this viewer."""
    if not viewer.heeft(Recht.MEDEWERKERS_BEHEREN):
        return None
    gevonden = Medewerker.objects.exclude(rol=Rol.SYSTEEM).select_related("team")
    return gevonden.filter(pk=medewerker_id).first()


def sleutels_of(medewerker: Medewerker, *, viewer: Medewerker) -> QuerySet[Sleutel]:
    """The tokens of one account, newest first; what they are is not kept."""
    if not viewer.heeft(Recht.MEDEWERKERS_BEHEREN):
        return Sleutel.objects.none()
    return Sleutel.objects.filter(medewerker=medewerker).defer("digest").order_by("-pk")


def teams(*, viewer: Medewerker) -> QuerySet[Team]:
    """All teams with how many work in them, by name."""
    if not viewer.heeft(Recht.TEAMS_BEHEREN):
        return Team.objects.none()
    leden = Count("leden", filter=Q(leden__is_active=True))
    return Team.objects.annotate(aantal_leden=leden).order_by("naam")


def team_of(team_id: int, *, viewer: Medewerker) -> Team | None:
    """One team; ``None`` when it is not there or not for this viewer."""
    return Team.objects.filter(pk=team_id).first() if viewer.heeft(Recht.TEAMS_BEHEREN) else None


def teamnamen(*, viewer: Medewerker) -> list[tuple[int, str]]:
    """The teams somebody can be put in."""
    if not viewer.heeft(Recht.MEDEWERKERS_BEHEREN):
        return []
    return list(Team.objects.order_by("naam").values_list("pk", "naam"))


def pagina(rijen: QuerySet[Rij], *, veld: str, na: object = None) -> tuple[list[Rij], object | None]:
    """One page of a list that stands in the order of ``veld``, after the row with key ``na``.

    Also the key of the last row when there is more. A key that is not there begins at the beginning.
    """
    waarde = None
    if na is not None:
        waarde = rijen.model._default_manager.filter(pk=na).values_list(veld, flat=True).first()
    if waarde is not None:
        rijen = rijen.filter(**{f"{veld}__gt": waarde})
    return _pagina(rijen)


def pagina_omlaag(
    rijen: QuerySet[Rij], *, veld: str = "pk", na: object = None
) -> tuple[list[Rij], object | None]:
    """As :func:`pagina`, for a list that stands newest first."""
    waarde = None
    if na is not None:
        waarde = rijen.model._default_manager.filter(pk=na).values_list(veld, flat=True).first()
    if waarde is not None:
        rijen = rijen.filter(**{f"{veld}__lt": waarde})
    return _pagina(rijen)


def _pagina(rijen: QuerySet[Rij]) -> tuple[list[Rij], object | None]:
    gevonden = list(rijen[: PER_PAGINA + 1])
    return gevonden[:PER_PAGINA], gevonden[PER_PAGINA - 1].pk if len(gevonden) > PER_PAGINA else None
