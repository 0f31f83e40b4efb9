"""Which dossiers an item may be about."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.overleg.fouten import NietGedeeld, NietNu
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


def take_dossiers(dossiers: Collection[UUID], *, door: Medewerker) -> list[Dossier]:
    """The open dossiers with these ids that this person works on: one, or those of one family; never a shielded one.

    Raises ``Dossier.DoesNotExist`` for one that is not there for this person, ``NietGedeeld`` or ``NietNu``.
    """
    # Who may is asked here by name; nothing of it is shown.
    with als_systeem():
        gevonden = list(
            Dossier.objects.visible_to(door).filter(pk__in=dossiers).select_related("persoon").order_by("pk")
        )
    if not gevonden or len(gevonden) != len(set(dossiers)):
        raise Dossier.DoesNotExist
    if any(dossier.afgeschermd for dossier in gevonden):
        raise NietGedeeld(
            _(
                "Dit dossier is afgeschermd. Het komt niet op een gedeelde agenda; bespreek het met uw manager."
            )
        )
    if any(dossier.gesloten_op is not None for dossier in gevonden):
        raise NietNu(_("Dit dossier is gesloten. Heropen het eerst als er weer iets te besluiten is."))
    if len(gevonden) > 1 and not _is_gezin(gevonden):
        raise NietNu(
            _("Een agendapunt gaat over één persoon of over één gezin. Maak voor ieder ander een eigen punt.")
        )
    return gevonden


def _is_gezin(dossiers: Collection[Dossier]) -> bool:
    return len(families({d.persoon_id: d.persoon.v_nummer for d in dossiers})) == 1


def families(personen: dict[UUID, str]) -> list[set[UUID]]:
    """Put these people (id and v-number) together with whom of them their files name as travelling along."""
    van_v_nummer = {v_nummer: pk for pk, v_nummer in personen.items()}
    groep = {pk: {pk} for pk in personen}
    with als_systeem():
        banden = list(
            Gezinslid.objects.filter(
                persoon__in=personen, v_nummer__in=van_v_nummer, meereizend=True
            ).values_list("persoon_id", "v_nummer")
        )
    for een, v_nummer in banden:
        assert v_nummer is not None  # noqa: S101 - asked for by number; tells the type checker
        samen = groep[een] | groep[van_v_nummer[v_nummer]]
        for lid in samen:
            groep[lid] = samen
    return [set(leden) for leden in {frozenset(g) for g in groep.values()}]
