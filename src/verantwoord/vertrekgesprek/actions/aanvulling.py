"""What may still be added after a talk is finished."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions.slot import neem, schrijf
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Toevoeging
from verantwoord.vertrekgesprek.models import Addendum, AfspraakGedaan


@transaction.atomic
def add_addendum(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, soort: str, tekst: str, reden: str = ""
) -> Addendum:
    """Add a correction, something forgotten, or the person's reaction to a finished talk; the talk itself stays."""
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    if not gesprek.is_afgerond:
        raise GesprekStaatVast(_("Dit verslag is nog niet afgerond. Wijzig het verslag zelf."))
    tekst, reden = tekst.strip(), reden.strip()
    if not tekst:
        raise PlanningKloptNiet(_("Schrijf op wat u wilt toevoegen."), veld="tekst")
    if not reden and soort != Toevoeging.REACTIE:
        raise PlanningKloptNiet(_("Schrijf op waarom dit er later bij komt."), veld="reden")
    addendum = Addendum.objects.create(
        gesprek=gesprek,
        soort=Toevoeging(soort),
        tekst=tekst,
        reden=reden,
        door=door,
        door_naam=door.naam,
    )
    record_gebeurtenis(
        soort="gesprek.aangevuld",
        onderwerp=addendum,
        dossier_id=dossier_id,
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
