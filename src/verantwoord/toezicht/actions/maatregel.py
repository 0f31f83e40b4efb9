"""A measure that restricts freedom (Vw 2000 art. 56): weighed, explained, looked at in time, and over by itself."""

from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier import poort
from verantwoord.dossier.actions import lock_dossier, lock_versie
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld, record_gebeurtenis
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.actions.regels import eis_tekst, niet_later_dan, stand_van
from verantwoord.toezicht.fouten import NietAanDeOrde, VeldFout
from verantwoord.toezicht.keuzes import Maatregelsoort
from verantwoord.toezicht.kinderen import heeft_kinderen
from verantwoord.toezicht.models import Maatregel, Maatregeltoets

# A place of the COA is reached by a transfer, and that asks the complete file.
HANDELING: Final = {Maatregelsoort.VBL: "overplaatsen_vbl", Maatregelsoort.GL: "overplaatsen_gl"}


@transaction.atomic
def impose_maatregel(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    soort: str,
    waar: str,
    reden: str,
    lichter: str,
    belang_kinderen: str,
    van: date,
    tot: date,
    toets_voor: date,
    peildatum: date,
) -> Maatregel:
    """Impose a measure of art. 56. One that goes on after another weighs everything again and begins after its end.

    Raises ``NormBlokkeert`` where a norm stops the transfer that belongs to it.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    maatregelsoort = Maatregelsoort(soort)
    if maatregelsoort in HANDELING:
        poort.require(HANDELING[maatregelsoort], dossier=dossier, peildatum=peildatum, door=door)
    s = stand_van(dossier, peildatum)
    _eis_dagen(s, maatregelsoort, van=van, tot=tot, toets_voor=toets_voor, peildatum=peildatum)
    met_kinderen = heeft_kinderen(s)
    if met_kinderen:
        belang_kinderen = eis_tekst(
            belang_kinderen,
            veld="belang_kinderen",
            melding=_(
                "Er zijn kinderen onder de 18, of dat is niet zeker. Schrijf op wat deze maatregel voor hen betekent."
            ),
        )
    vorige = Maatregel.objects.filter(dossier=dossier).order_by("-tot").first()
    if vorige is not None and _einde(vorige) >= van:
        raise NietAanDeOrde(
            _(
                "In deze tijd geldt al een maatregel. Een nieuwe begint daarna, of u beëindigt de eerste eerst."
            )
        )
    maatregel = Maatregel.objects.create(
        dossier=dossier,
        soort=maatregelsoort,
        waar=eis_tekst(waar, veld="waar", melding=_("Vul in waar de persoon moet verblijven.")),
        reden=eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom dit bij deze persoon nodig is.")),
        lichter=eis_tekst(
            lichter,
            veld="lichter",
            melding=_("Schrijf op wat u eerst heeft geprobeerd of overwogen, en waarom dat niet genoeg is."),
        ),
        belang_kinderen=belang_kinderen.strip(),
        met_kinderen=met_kinderen,
        van=van,
        tot=tot,
        toets_voor=toets_voor,
        door=door,
        door_naam=door.naam,
        vervolg_op=vorige,
    )
    _vermeld(
        "maatregel.opgelegd",
        maatregel,
        door=door,
        reden=maatregel.reden,
        van=van.isoformat(),
        tot=tot.isoformat(),
    )
    return maatregel


@transaction.atomic
def review_maatregel(
    *,
    door: Medewerker,
    dossier_id: UUID,
    maatregel_id: UUID,
    blijft: bool,
    reden: str,
    volgende_voor: date | None,
    peildatum: date,
) -> Maatregeltoets:
    """Look again whether the measure is still needed; when it is not, it ends today. Its last day never becomes later."""
    dossier = lock_dossier(dossier_id, door=door)
    maatregel = _lopend(dossier, maatregel_id, peildatum)
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op wat u heeft gewogen."))
    if not blijft:
        volgende_voor = None
    elif volgende_voor is not None and not peildatum < volgende_voor < maatregel.tot:
        raise VeldFout(_("Kies een dag na vandaag en voor het einde van de maatregel."), veld="volgende_voor")
    with gebundeld():
        toets = Maatregeltoets.objects.create(
            maatregel=maatregel,
            op=peildatum,
            blijft=blijft,
            reden=reden,
            volgende_voor=volgende_voor,
            door=door,
            door_naam=door.naam,
        )
        _vermeld("maatregel.bekeken", maatregel, door=door, reden=reden)
        if not blijft:
            _eindig(maatregel, op=peildatum, reden=reden, door=door)
    return toets


@transaction.atomic
def end_maatregel(
    *, door: Medewerker, dossier_id: UUID, maatregel_id: UUID, op: date, reden: str, peildatum: date
) -> Maatregel:
    """End a measure before its last day. No norm stops that, and a closed dossier neither."""
    dossier = lock_dossier(dossier_id, door=door, ook_gesloten=True)
    maatregel = _lopend(dossier, maatregel_id, peildatum)
    niet_later_dan(op, peildatum, veld="op")
    if op < maatregel.van:
        raise VeldFout(_("Deze dag ligt voor het begin van de maatregel."), veld="op")
    _eindig(
        maatregel,
        op=op,
        reden=eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom de maatregel eindigt.")),
        door=door,
    )
    return maatregel


def _eis_dagen(
    s: Stand, soort: Maatregelsoort, *, van: date, tot: date, toets_voor: date, peildatum: date
) -> None:
    if van < peildatum:
        raise VeldFout(_("Een maatregel begint niet in het verleden. Kies vandaag of later."), veld="van")
    if tot <= van:
        raise VeldFout(_("De laatste dag ligt na de eerste."), veld="tot")
    if soort == Maatregelsoort.VBL:
        dagen: int = s.p["vbl-twaalf-weken.period"]
        if tot > plus_dagen(van, dagen):
            raise VeldFout(
                _("Verblijf op de vbl duurt in beginsel hooguit %(n)d dagen. Kies een eerdere dag.")
                % {"n": dagen},
                veld="tot",
            )
    if not van < toets_voor < tot:
        raise VeldFout(_("Kies een dag tussen de eerste en de laatste dag."), veld="toets_voor")


def _einde(maatregel: Maatregel) -> date:
    """The last day on which it held or would hold."""
    if maatregel.beeindigd_op is None:
        return maatregel.tot
    return min(maatregel.tot, plus_dagen(maatregel.beeindigd_op, -1))


def _lopend(dossier: Dossier, maatregel_id: UUID, peildatum: date) -> Maatregel:
    maatregel = Maatregel.objects.filter(dossier=dossier, pk=maatregel_id).select_for_update().first()
    if maatregel is None or maatregel.beeindigd_op is not None or maatregel.tot < peildatum:
        raise NietAanDeOrde(_("Deze maatregel geldt niet meer. Er is niets te doen."))
    return maatregel


def _eindig(maatregel: Maatregel, *, op: date, reden: str, door: Medewerker) -> None:
    maatregel.beeindigd_op = op
    maatregel.einde_reden = reden
    maatregel.beeindigd_door_naam = door.naam
    maatregel.save(update_fields=["beeindigd_op", "einde_reden", "beeindigd_door_naam"])
    _vermeld("maatregel.beeindigd", maatregel, door=door, reden=reden)


def _vermeld(soort: str, maatregel: Maatregel, *, door: Medewerker, **gegevens: str) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=maatregel, dossier_id=maatregel.dossier_id, door=door, gegevens=gegevens
    )
