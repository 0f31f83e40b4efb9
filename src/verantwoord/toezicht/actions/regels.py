"""What the actions of this room share: the facts on a day, and refusing what cannot be."""

from datetime import date

from django.utils.translation import gettext as _

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.toezicht.fouten import VeldFout


def stand_van(dossier: Dossier, peildatum: date) -> Stand:
    """The facts of a locked dossier as they are on a day."""
    return Stand(beeld_of(dossier.pk), peildatum, geldende_parameters().op(peildatum))


def eis_tekst(tekst: str, *, veld: str, melding: str) -> str:
    """Give the text without blanks round it; refuse when nothing is left."""
    if not tekst.strip():
        raise VeldFout(melding, veld=veld)
    return tekst.strip()


def niet_later_dan(dag: date, peildatum: date, *, veld: str) -> None:
    if dag > peildatum:
        raise VeldFout(_("Deze dag moet nog komen. Vul de dag in waarop het is gebeurd."), veld=veld)
