"""Who is designated: proposed by one administrator, confirmed by another, withdrawn by either at once."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toezicht.bewaring.actions.regels import eis_tekst
from verantwoord.toezicht.bewaring.fouten import KanNietNu, NietBevoegd, VeldFout
from verantwoord.toezicht.bewaring.keuzes import Waarvoor
from verantwoord.toezicht.bewaring.models import Aanwijzing

# A project choice: a designation is looked at again at least every two years.
LANGSTE = timedelta(days=731)
RECHT_VOOR = {
    Waarvoor.OPLEGGEN: Recht.BEWARING_BESLUITEN,
    Waarvoor.KINDEREN: Recht.BEWARING_TEKENEN,
}


@transaction.atomic
def propose_aanwijzing(
    *,
    door: Medewerker,
    medewerker: Medewerker,
    waarvoor: str,
    kenmerk: str,
    van: date,
    tot: date,
    peildatum: date,
) -> Aanwijzing:
    """Write down who was designated, by which document and until when. It gives nothing until another confirms it."""
    require(door, Recht.AANWIJZINGEN_BEHEREN)
    if medewerker.pk == door.pk:
        raise NietBevoegd(_("U kunt uzelf niet aanwijzen. Vraag het een andere beheerder."))
    if not medewerker.is_active or not medewerker.heeft(RECHT_VOOR[Waarvoor(waarvoor)]):
        raise VeldFout(
            _("Deze medewerker heeft geen rol waarin dit kan. Kies iemand anders."), veld="medewerker"
        )
    kenmerk = eis_tekst(
        kenmerk, veld="kenmerk", melding=_("Vul het kenmerk in van het besluit waarin dit staat.")
    )
    if tot < van or tot < peildatum:
        raise VeldFout(_("De laatste dag is voorbij of ligt vóór de eerste dag."), veld="tot")
    if tot - van > LANGSTE:
        raise VeldFout(_("Een aanwijzing geldt hooguit twee jaar. Daarna komt er een nieuwe."), veld="tot")
    aanwijzing = Aanwijzing.objects.create(
        medewerker=medewerker,
        waarvoor=waarvoor,
        kenmerk=kenmerk,
        van=van,
        tot=tot,
        voorgesteld_door=door,
        voorgesteld_op=peildatum,
    )
    _schrijf("aanwijzing.voorgesteld", aanwijzing, door=door)
    return aanwijzing


@transaction.atomic
def confirm_aanwijzing(*, door: Medewerker, aanwijzing_id: UUID, peildatum: date) -> Aanwijzing:
    """Confirm what a colleague wrote down; never one's own, nor about oneself."""
    aanwijzing = _lock(aanwijzing_id, door)
    if aanwijzing.bevestigd_op is not None:
        raise KanNietNu(_("Deze aanwijzing is al bevestigd."))
    if door.pk in {aanwijzing.voorgesteld_door_id, aanwijzing.medewerker_id}:
        raise NietBevoegd(
            _("U schreef deze aanwijzing op, of zij gaat over u. Een andere beheerder bevestigt.")
        )
    aanwijzing.bevestigd_door, aanwijzing.bevestigd_op = door, peildatum
    aanwijzing.save(update_fields=["bevestigd_door", "bevestigd_op"])
    _schrijf("aanwijzing.bevestigd", aanwijzing, door=door)
    return aanwijzing


@transaction.atomic
def withdraw_aanwijzing(*, door: Medewerker, aanwijzing_id: UUID, reden: str, peildatum: date) -> Aanwijzing:
    """Withdraw: from today it gives nothing any more. One person is enough, for it only takes away."""
    aanwijzing = _lock(aanwijzing_id, door)
    aanwijzing.intrekreden = eis_tekst(
        reden, veld="reden", melding=_("Schrijf op waarom de aanwijzing niet meer geldt.")
    )
    aanwijzing.ingetrokken_door, aanwijzing.ingetrokken_op = door, peildatum
    aanwijzing.save(update_fields=["ingetrokken_door", "ingetrokken_op", "intrekreden"])
    _schrijf("aanwijzing.ingetrokken", aanwijzing, door=door)
    return aanwijzing


def _lock(aanwijzing_id: UUID, door: Medewerker) -> Aanwijzing:
    require(door, Recht.AANWIJZINGEN_BEHEREN)
    aanwijzing = Aanwijzing.objects.select_for_update(of=("self",)).filter(pk=aanwijzing_id).first()
    if aanwijzing is None or aanwijzing.ingetrokken_op is not None:
        raise KanNietNu(_("Deze aanwijzing is er niet meer. Ververs de lijst."))
    return aanwijzing


def _schrijf(soort: str, aanwijzing: Aanwijzing, *, door: Medewerker) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=aanwijzing,
        dossier_id=None,
        door=door,
        gegevens={
            "van": aanwijzing.medewerker.gebruikersnaam,
            "waarvoor": aanwijzing.waarvoor,
            "kenmerk": aanwijzing.kenmerk,
            "geldig_van": aanwijzing.van.isoformat(),
            "geldig_tot": aanwijzing.tot.isoformat(),
        },
    )
