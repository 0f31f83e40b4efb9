"""The decision: by one competent officer who neither wrote nor read it, through the gate of that day, with own reasons."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol
from verantwoord.toezicht.bewaring.actions.regels import (
    eis_tekst,
    laat_ambtenaar_los,
    lock_voorstel,
    met_bewaring,
    schrijf_regel,
    stand_op,
)
from verantwoord.toezicht.bewaring.actions.voorstel import end_feit
from verantwoord.toezicht.bewaring.bevoegd import aanwijzing_van
from verantwoord.toezicht.bewaring.fouten import KanNietNu, NietBevoegd, VeldFout
from verantwoord.toezicht.bewaring.inhoud import is_minderjarig_mogelijk, wat_ontbreekt
from verantwoord.toezicht.bewaring.keuzes import Regelsoort, Stand
from verantwoord.toezicht.bewaring.models import Voorstel


@transaction.atomic
def impose_bewaring(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gehoord: str,
    lichter: str,
    motivering: str,
    uitgereikt: bool,
    peildatum: date,
) -> Voorstel:
    """Impose, after hearing the person, with one's own reasons why nothing lighter will do; never the program itself.

    The designation must hold today, and every norm answers again today. Raises ``NormBlokkeert``, ``NietBevoegd``.
    """
    with als_systeem():
        dossier, voorstel = _bij_deze_ambtenaar(dossier_id, door)
        aanwijzing = aanwijzing_van(door, op=peildatum)
        if aanwijzing is None:
            raise NietBevoegd(_("Uw aanwijzing geldt vandaag niet. U kunt geen bewaring opleggen."))
        woorden = {
            "gehoord": eis_tekst(gehoord, veld="gehoord", melding=_("Schrijf op wat de persoon zelf zei.")),
            "lichter": eis_tekst(
                lichter,
                veld="lichter",
                melding=_("Schrijf op waarom volgens u geen lichter middel volstaat."),
            ),
        }
        motivering = eis_tekst(motivering, veld="motivering", melding=_("Schrijf op waarom u zo besluit."))
        if not uitgereikt:
            raise VeldFout(
                _("De persoon krijgt de maatregel met de redenen, in een taal die hij of zij begrijpt."),
                veld="uitgereikt",
            )
        plaats = _check(dossier, voorstel, peildatum)
        feit = {
            "opgelegd_op": peildatum,
            "opgelegd_door": door.naam,
            "opgelegd_door_partner": door.organisatie,
            "aanwijzing_ref": aanwijzing.kenmerk,
        }
        poort.require(
            "bewaring_opleggen",
            dossier=dossier,
            peildatum=peildatum,
            door=door,
            beeld=met_bewaring(beeld_of(dossier.pk), plaats, **feit),
        )
        voorstel.stand, voorstel.aanwijzing, voorstel.opgelegd_op = Stand.OPGELEGD, aanwijzing, peildatum
        voorstel.save(update_fields=["stand", "aanwijzing", "opgelegd_op"])
        schrijf_regel(
            dossier,
            Regelsoort.OPGELEGD,
            door=door,
            op=peildatum,
            tekst=motivering,
            voorstel=voorstel,
            gegevens={**woorden, "aanwijzing": aanwijzing.kenmerk, "tot": aanwijzing.tot.isoformat()},
        )
        change_feiten(
            dossier,
            lambda beeld: met_bewaring(beeld, plaats, **feit),
            door=door,
            soort="bewaring.opgelegd",
            gegevens={"aan": [str(voorstel.opsteller_id)]},
        )
    return voorstel


@transaction.atomic
def refuse_bewaring(*, door: Medewerker, dossier_id: UUID, motivering: str, peildatum: date) -> Voorstel:
    """Say no, with reasons: back to the lesser means. Nothing stops this, not even a designation that has ended."""
    with als_systeem():
        dossier, voorstel = _bij_deze_ambtenaar(dossier_id, door)
        motivering = eis_tekst(
            motivering,
            veld="motivering",
            melding=_("Schrijf op waarom u geen bewaring oplegt. De regievoerder gaat daarmee verder."),
        )
        voorstel.stand = Stand.GEWEIGERD
        voorstel.save(update_fields=["stand"])
        schrijf_regel(
            dossier, Regelsoort.GEWEIGERD, door=door, op=peildatum, tekst=motivering, voorstel=voorstel
        )
        end_feit(dossier, voorstel, door=door, op=peildatum, soort="bewaring.geweigerd")
        laat_ambtenaar_los(dossier.pk)
    return voorstel


def _bij_deze_ambtenaar(dossier_id: UUID, door: Medewerker) -> tuple[Dossier, Voorstel]:
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.BEWARING_BESLUITEN)
    voorstel = lock_voorstel(dossier, Stand.BIJ_AMBTENAAR)
    if door.rol == Rol.SYSTEEM or voorstel.ambtenaar_id != door.pk:
        raise NietBevoegd(_("Dit voorstel is aan een ander voorgelegd. U beslist er niet over."))
    if door.pk in {voorstel.opsteller_id, voorstel.lezer_id, voorstel.directie_id}:
        raise NietBevoegd(_("U schreef, las of tekende dit voorstel. Een ander beslist erover."))
    return dossier, voorstel


def _check(dossier: Dossier, voorstel: Voorstel, peildatum: date) -> int:
    """The place of the fact, when the proposal still says all that is asked on this day."""
    s = stand_op(beeld_of(dossier.pk), peildatum)
    if voorstel.plaats is None or wat_ontbreekt(voorstel.gelezen_inhoud, s):
        raise KanNietNu(
            _(
                "Er is iets veranderd waardoor het voorstel niet meer compleet is. De DT&V kijkt er eerst naar."
            )
        )
    if is_minderjarig_mogelijk(s) and voorstel.directie_id is None:
        raise KanNietNu(_("Er is een minderjarige. Eerst moet iemand namens de directie tekenen."))
    return voorstel.plaats
