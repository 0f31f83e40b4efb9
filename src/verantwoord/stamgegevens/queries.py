"""Questions about reference data; what a dossier needs of it everyone may ask, the rest who looks after it."""

from datetime import date

from django.db.models import QuerySet

from verantwoord.kern.parameters import Keuze
from verantwoord.stamgegevens.models import Landmedewerking, Parameterwaarde
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def parameterwaarden() -> list[Parameterwaarde]:
    """Every project choice that differs from the rule set's own value, oldest first."""
    return list(Parameterwaarde.objects.order_by("geldig_van", "norm", "naam"))


def keuzes_uit(waarden: list[Parameterwaarde]) -> tuple[Keuze, ...]:
    """The choices as the norms take them."""
    return tuple(
        Keuze(norm=w.norm, naam=w.naam, waarde=w.waarde, geldig_van=w.geldig_van, geldig_tot=w.geldig_tot)
        for w in waarden
    )


def parameterwaarden_of(norm: str, naam: str, *, viewer: Medewerker) -> QuerySet[Parameterwaarde]:
    """What was chosen for one number, the last period first."""
    if not viewer.heeft(Recht.NORMWAARDEN_KIEZEN):
        return Parameterwaarde.objects.none()
    return Parameterwaarde.objects.filter(norm=norm, naam=naam).order_by("-geldig_van")


def landmedewerkingen_of(land: str, *, viewer: Medewerker) -> QuerySet[Landmedewerking]:
    """Everything that was recorded about one country, newest first."""
    if not viewer.heeft(Recht.LANDEN_BIJHOUDEN):
        return Landmedewerking.objects.none()
    return Landmedewerking.objects.filter(land=land).order_by("-per")


def landmedewerking_nu(*, viewer: Medewerker, op: date) -> QuerySet[Landmedewerking]:
    """The last statement of each country on a day."""
    if not viewer.heeft(Recht.LANDEN_BIJHOUDEN):
        return Landmedewerking.objects.none()
    return Landmedewerking.objects.filter(per__lte=op).order_by("land", "-per").distinct("land")


def landmedewerking_op(land: str, *, op: date) -> Landmedewerking | None:
    """What is known of a country on a day, to be offered where a dossier asks for it; it names nobody."""
    return Landmedewerking.objects.filter(land=land, per__lte=op).order_by("-per").first()
