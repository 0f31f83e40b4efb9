"""The first steps of every act in a meeting: the right, the row so that others wait, and the seat at the table."""

from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.fouten import NietNu
from verantwoord.overleg.keuzes import Overlegstand
from verantwoord.overleg.models import Agendapunt, Overleg
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht


def lock_overleg(overleg_id: UUID, *, door: Medewerker, recht: Recht) -> Overleg:
    """Take the meeting. Raises ``GeenToegang`` without the right, ``Overleg.DoesNotExist`` for who does not sit there."""
    require(door, recht)
    overleggen = Overleg.objects.all() if door.is_systeem else Overleg.objects.visible_to(door)
    return overleggen.select_for_update(of=("self",)).get(pk=overleg_id)


def lock_punt(punt_id: UUID, *, door: Medewerker, recht: Recht) -> Agendapunt:
    """Take the item alone, never its dossiers: eight people work on eight items and wait for nobody.

    Raises ``GeenToegang`` without the right or for who only looks on, ``Agendapunt.DoesNotExist`` when it is not there
    for this person.
    """
    require(door, recht)
    punt = (
        Agendapunt.objects.visible_to(door)
        .select_for_update(of=("self",))
        .select_related("overleg", "bron")
        .get(pk=punt_id)
    )
    if punt.overleg_id is not None and not sits(door, punt.overleg_id):
        raise GeenToegang(
            _("U zit niet aan tafel bij dit overleg. U kunt dit punt lezen, niet meebeslissen.")
        )
    return punt


def sits(door: Medewerker, overleg_id: UUID) -> bool:
    return Overleg.objects.visible_to(door).filter(pk=overleg_id).exists()


def partner_of(door: Medewerker) -> str:
    """For which of the four this person speaks."""
    if door.organisatie not in VASTE_PARTNERS:
        raise GeenToegang(
            _("Alleen de DT&V, het COA, de AVIM en de IND beslissen mee. Uw organisatie is hier te gast.")
        )
    return door.organisatie


def touch(punt: Agendapunt, *velden: str) -> None:
    """Save these fields of a locked item and let every page that shows it know that there is something new."""
    punt.versie += 1
    punt.save(update_fields=[*velden, "versie"])


def touch_overleg(overleg: Overleg, *velden: str) -> None:
    overleg.versie += 1
    overleg.save(update_fields=[*velden, "versie"])


def require_chair(overleg: Overleg | None, *, door: Medewerker) -> Overleg:
    """Only the organisation that chairs this time runs the meeting."""
    if overleg is None or overleg.voorzitter != partner_of(door):
        raise GeenToegang(_("Dit doet de voorzitter van het overleg. Vraag het aan de voorzitter."))
    return overleg


def require_minutes(overleg: Overleg | None, *, door: Medewerker) -> Overleg:
    """The organisation that keeps the minutes, or that chairs."""
    if overleg is None or partner_of(door) not in {overleg.notulist, overleg.voorzitter}:
        raise GeenToegang(_("Dit doet wie het verslag maakt, of de voorzitter. Vraag het aan hen."))
    return overleg


def require_open(overleg: Overleg | None) -> Overleg:
    """The meeting is planned or going on."""
    if overleg is None or overleg.stand not in {Overlegstand.GEPLAND, Overlegstand.BEZIG}:
        raise NietNu(_("Dit overleg is voorbij of gaat niet door. Zet het punt op een volgende agenda."))
    return overleg
