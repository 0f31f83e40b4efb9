"""What may still be added after a talk is finished."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Wie
from verantwoord.vertrekgesprek.actions.slot import neem, schrijf
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Reactievorm, Toevoeging
from verantwoord.vertrekgesprek.models import Addendum, AfspraakGedaan, Gesprek


@transaction.atomic
def add_addendum(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, soort: str, tekst: str, reden: str = ""
) -> Addendum:
    """Add a correction or something forgotten to a finished talk, with the reason why it comes now; the talk itself stays."""
    # A correction and the person's reaction belong to what was written, also when the dossier is closed.
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id, ook_gesloten=True)
    if not gesprek.is_afgerond:
        raise GesprekStaatVast(_("Dit verslag is nog niet afgerond. Wijzig het verslag zelf."))
    tekst, reden = tekst.strip(), reden.strip()
    if not tekst:
        raise PlanningKloptNiet(_("Schrijf op wat u wilt toevoegen."), veld="tekst")
    if not reden:
        raise PlanningKloptNiet(_("Schrijf op waarom dit er later bij komt."), veld="reden")
    return voeg_toe(gesprek, door=door, soort=Toevoeging(soort), tekst=tekst, reden=reden)


@transaction.atomic
def add_reactie(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gesprek_id: UUID,
    tekst: str,
    vorm: str,
    gegeven_op: date,
    peildatum: date,
) -> Addendum:
    """Keep the person's reaction to a finished report in their own words, with the day it was given. Nothing judges it."""
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id, ook_gesloten=True)
    if gesprek.afgerond_op is None:
        raise GesprekStaatVast(_("Dit verslag is nog niet afgerond. Een reactie kan daarna."))
    if not tekst.strip():
        raise PlanningKloptNiet(_("Schrijf de reactie op in de woorden van de vreemdeling."), veld="tekst")
    if gegeven_op > peildatum:
        raise PlanningKloptNiet(
            _("Deze dag moet nog komen. Vul de dag in waarop de reactie kwam."), veld="gegeven_op"
        )
    if gegeven_op < (gesprek.gevoerd_op or gesprek.afgerond_op):
        raise PlanningKloptNiet(
            _("Op deze dag was het gesprek nog niet gevoerd. Controleer de datum."), veld="gegeven_op"
        )
    return voeg_toe(
        gesprek,
        door=door,
        soort=Toevoeging.REACTIE,
        tekst=tekst.strip(),
        vorm=Reactievorm(vorm),
        gegeven_op=gegeven_op,
    )


def voeg_toe(gesprek: Gesprek, *, door: Wie, **velden: Any) -> Addendum:
    """Write it with its event; the last step of whoever may add something. The person signs by name alone."""
    staf = door if isinstance(door, Medewerker) else None
    addendum: Addendum = Addendum.objects.create(gesprek=gesprek, door=staf, door_naam=door.naam, **velden)
    record_gebeurtenis(
        soort="gesprek.aangevuld" if addendum.soort != Toevoeging.REACTIE else "gesprek.reactie",
        onderwerp=addendum,
        dossier_id=gesprek.dossier_id,
        door=door,
        gegevens={"moment": gesprek.moment, "soort": addendum.soort},
    )
    return addendum


@transaction.atomic
def finish_afspraak(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, nummer: int, peildatum: date
) -> AfspraakGedaan:
    """Keep that an agreement of a finished talk was kept; doing so twice changes nothing."""
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    if not gesprek.is_afgerond or not 0 <= nummer < len(gesprek.afspraken):
        raise GesprekStaatVast(_("Deze afspraak staat niet in een afgerond gesprek. Ververs de pagina."))
    gedaan, nieuw = AfspraakGedaan.objects.get_or_create(
        gesprek=gesprek, nummer=nummer, defaults={"gedaan_op": peildatum, "door": door}
    )
    if nieuw:
        schrijf(gesprek, "afspraak.gedaan", door=door, gegevens={"moment": gesprek.moment, "nummer": nummer})
    return gedaan
