"""What every act on a referral shares: its course, the next day to ask, and a version for what has no fact."""

from datetime import date

from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.kern.kalender import plus_dagen
from verantwoord.ondersteuning.actions.regels import dagen_tot_navraag
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Verwijzing, Verwijzingsstap
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Wie


def komt_nog(dag: date | None, *, peildatum: date) -> None:
    """Refuse a day to ask again that is over."""
    if dag is not None and dag < peildatum:
        raise WensKloptNiet(
            _("Deze dag is al voorbij. Kies de dag waarop u weer navraag doet."), veld="volgende_op"
        )


def volgende_keer(op: date, *, peildatum: date) -> date:
    """The day to ask again when nobody names one; what should have been asked already is asked today."""
    return max(peildatum, plus_dagen(op, dagen_tot_navraag(peildatum)))


def next_versie(dossier: Dossier) -> None:
    """What changed has no fact, yet a form that was open before it must notice."""
    dossier.versie += 1
    dossier.save(update_fields=["versie"])


def note_stap(rij: Verwijzing, soort: str, *, op: date, tekst: str, door: Wie) -> None:
    """Add one line to the course of a referral."""
    Verwijzingsstap.objects.create(
        verwijzing=rij, soort=soort, op=op, tekst=tekst, door=van_de_staf(door), door_naam=door.naam
    )


def van_de_staf(door: Wie) -> Medewerker | None:
    """Who of the staff did it; nobody when the person did, who signs by name alone."""
    return door if isinstance(door, Medewerker) else None
