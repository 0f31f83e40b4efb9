"""What people say the rules about words should find, and what is answered. Nothing of it is about a dossier."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Zoekterrein
from verantwoord.vertrekgesprek.models import Woordvoorstel


@transaction.atomic
def propose_woorden(*, door: Medewerker, terrein: str, woorden: str, toelichting: str = "") -> Woordvoorstel:
    """Say which words the rules should find. The event does not repeat them: only who keeps the rules reads them."""
    require(door, Recht.WOORDEN_VOORSTELLEN)
    voorstel = Woordvoorstel.objects.create(
        terrein=Zoekterrein(terrein), woorden=woorden.strip(), toelichting=toelichting.strip(), door=door
    )
    record_gebeurtenis(
        soort="woordvoorstel.gedaan",
        onderwerp=voorstel,
        dossier_id=None,
        door=door,
        gegevens={"terrein": voorstel.terrein},
    )
    return voorstel


@transaction.atomic
def answer_woordvoorstel(*, door: Medewerker, voorstel_id: UUID, stand: str, antwoord: str) -> Woordvoorstel:
    """Say what was done with a proposal; whoever made it reads the answer. Answered once."""
    require(door, Recht.WOORDREGELS_BIJHOUDEN)
    voorstel = Woordvoorstel.objects.visible_to(door).select_for_update(of=("self",)).get(pk=voorstel_id)
    if voorstel.stand != Woordvoorstel.Stand.NIEUW:
        raise GesprekStaatVast(_("Op dit voorstel is al geantwoord. Ververs de pagina."))
    if not antwoord.strip():
        raise PlanningKloptNiet(
            _("Schrijf op waarom. Wie het voorstelde, leest uw antwoord."), veld="antwoord"
        )
    voorstel.stand = Woordvoorstel.Stand(stand)
    voorstel.antwoord = antwoord.strip()
    voorstel.beantwoord_door = door
    voorstel.beantwoord_op = timezone.now()
    voorstel.save(update_fields=["stand", "antwoord", "beantwoord_door", "beantwoord_op"])
    record_gebeurtenis(
        soort="woordvoorstel.beantwoord",
        onderwerp=voorstel,
        dossier_id=None,
        door=door,
        gegevens={"wijzigingen": {"stand": [Woordvoorstel.Stand.NIEUW.value, voorstel.stand]}},
    )
    return voorstel
