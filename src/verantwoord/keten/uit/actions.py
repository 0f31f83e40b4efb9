"""Who may receive what, agreed and signed for; and what to do with a message that does not arrive."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.uit.adres import AdresMagNiet, ontleed
from verantwoord.keten.uit.geheim import berg_op, maak_geheim
from verantwoord.keten.uit.klaarleggen import VERSTUUR
from verantwoord.keten.uit.models import (
    Aflevering,
    Bereikbaarheid,
    Ondertekensleutel,
    Ontvanger,
    Uitbericht,
    Uitwisselafspraak,
)
from verantwoord.keten.uit.stromen import alle_velden
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.actions import require, systeem
from verantwoord.toegang.beheer.actions import Gewijzigd
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, ORGANISATIES, Organisatie, Recht, Rol

Stand = Aflevering.Stand
# So long the receiver accepts the old secret beside the new one.
OVERGANG: Final = timedelta(hours=24)
_UITLEG: Final = {
    "adres_zonder_tls": lui("Het adres moet met https:// beginnen."),
    "host_niet_toegestaan": lui(
        "Deze host staat niet in VERANTWOORD_ONTVANGERS. Laat de serverbeheerder hem toevoegen, precies zo geschreven."
    ),
    "adres_onleesbaar": lui(
        "Dit adres is niet te lezen. Neem het precies over, zonder # en zonder naam ervoor."
    ),
}


class OntvangerKanNiet(DomeinFout):
    """The receiver cannot be like this; the sentence says what to mend."""


class NietGeparkeerd(DomeinFout):
    """The message was dealt with already."""


def stand_van(ontvanger: Ontvanger) -> str:
    """What a form on this receiver was opened on; another state means that a colleague was first."""
    return f"{ontvanger.adres}/{ontvanger.actief}"


@transaction.atomic
def add_ontvanger(
    *, door: Medewerker, naam: str, organisatie: str, rol: str, adres: str
) -> tuple[Ontvanger, str]:
    """Let answers for this role go to a program of this organisation; return it and its secret, shown once.

    Nothing goes out before an agreement is recorded.
    """
    require(door, Recht.UITWISSELING_BEHEREN)
    if not settings.OIN:
        raise OntvangerKanNiet(
            _("VERANTWOORD_OIN ontbreekt. Een bericht moet zeggen van welke organisatie het is.")
        )
    if rol not in KETENROLLEN or Organisatie(organisatie) not in ORGANISATIES[Rol(rol)]:
        raise OntvangerKanNiet(_("Kies een rol die bij deze organisatie hoort."))
    if Ontvanger.objects.filter(naam__iexact=naam).exists():
        raise OntvangerKanNiet(_("Er is al een ontvanger met deze naam. Kies een andere."))
    _check_adres(adres)
    ontvanger = Ontvanger.objects.create(naam=naam, organisatie=organisatie, rol=rol, adres=adres)
    geheim = maak_geheim()
    Ondertekensleutel.objects.create(ontvanger=ontvanger, geheim=berg_op(geheim))
    record_gebeurtenis(
        soort="ontvanger.toegevoegd",
        onderwerp=ontvanger,
        dossier_id=None,
        door=door,
        gegevens={"naam": naam, "organisatie": organisatie, "rol": rol, "adres": adres},
    )
    return ontvanger, geheim


@transaction.atomic
def change_ontvanger(
    *, door: Medewerker, ontvanger_id: UUID, gezien: str, adres: str, actief: bool
) -> Ontvanger:
    """Let messages go to another address, or stop them. What waits goes to the new address."""
    require(door, Recht.UITWISSELING_BEHEREN)
    ontvanger = Ontvanger.objects.select_for_update().get(pk=ontvanger_id)
    if gezien != stand_van(ontvanger):
        raise Gewijzigd(_("Een collega heeft deze ontvanger intussen gewijzigd. Kijk wat er nu staat."))
    nieuw = {"adres": adres, "actief": actief}
    wijzigingen = {
        veld: [getattr(ontvanger, veld), waarde]
        for veld, waarde in nieuw.items()
        if getattr(ontvanger, veld) != waarde
    }
    if not wijzigingen:
        raise OntvangerKanNiet(_("U heeft niets veranderd."))
    if "adres" in wijzigingen or actief:
        _check_adres(adres)
    ontvanger.adres, ontvanger.actief = adres, actief
    ontvanger.save()
    # Whether the old address answered says nothing of the new one.
    Bereikbaarheid.objects.filter(ontvanger=ontvanger).update(achtereen_mislukt=0, niet_voor=timezone.now())
    record_gebeurtenis(
        soort="ontvanger.gewijzigd",
        onderwerp=ontvanger,
        dossier_id=None,
        door=door,
        gegevens={"wijzigingen": wijzigingen},
    )
    return ontvanger


def _check_adres(adres: str) -> None:
    try:
        ontleed(adres)
    except AdresMagNiet as fout:
        raise OntvangerKanNiet(str(_UITLEG[str(fout)])) from fout


@transaction.atomic
def rotate_sleutel(*, door: Medewerker, ontvanger_id: UUID) -> str:
    """Make a new secret and return it; the one before it stays valid for a day, so that nothing is refused meanwhile."""
    require(door, Recht.UITWISSELING_BEHEREN)
    ontvanger = Ontvanger.objects.select_for_update().get(pk=ontvanger_id)
    nu = timezone.now()
    # Two at most: one that was already on its way out ends now.
    ontvanger.sleutels.filter(tot__gt=nu).update(tot=nu)
    ontvanger.sleutels.filter(tot__isnull=True).update(tot=nu + OVERGANG)
    geheim = maak_geheim()
    sleutel = Ondertekensleutel.objects.create(ontvanger=ontvanger, geheim=berg_op(geheim))
    record_gebeurtenis(soort="ondertekensleutel.vervangen", onderwerp=sleutel, dossier_id=None, door=door)
    return geheim


@transaction.atomic
def record_afspraak(
    *,
    door: Medewerker,
    organisatie: str,
    kenmerk: str,
    doel: str,
    velden: Collection[str],
    van: date,
    tot: date,
) -> Uitwisselafspraak:
    """Record what was agreed with an organisation. What waited for an agreement goes out now."""
    require(door, Recht.UITWISSELING_BEHEREN)
    onbekend = set(velden) - set(alle_velden(organisatie))
    if onbekend or not velden:
        raise OntvangerKanNiet(
            _("Kies wat er is afgesproken. Meer dan in de lijst staat, mag deze organisatie niet weten.")
        )
    if tot < van:
        raise OntvangerKanNiet(_("De laatste dag ligt voor de eerste. Kijk de data na."))
    if Uitwisselafspraak.objects.filter(kenmerk__iexact=kenmerk).exists():
        raise OntvangerKanNiet(_("Er is al een afspraak met dit kenmerk."))
    afspraak = Uitwisselafspraak.objects.create(
        organisatie=organisatie,
        kenmerk=kenmerk,
        doel=doel.strip(),
        velden=sorted(velden),
        van=van,
        tot=tot,
        vastgelegd_door=door,
    )
    record_gebeurtenis(
        soort="uitwisselafspraak.vastgelegd",
        onderwerp=afspraak,
        dossier_id=None,
        door=door,
        gegevens={
            "kenmerk": kenmerk,
            "organisatie": organisatie,
            "van": van.isoformat(),
            "tot": tot.isoformat(),
        },
    )
    for ontvanger in Ontvanger.objects.filter(organisatie=organisatie, actief=True):
        enqueue(VERSTUUR, door=systeem(), ontvanger=ontvanger.pk)
    return afspraak


@transaction.atomic
def end_afspraak(*, door: Medewerker, afspraak_id: UUID, laatste: date) -> Uitwisselafspraak:
    """End an agreement before its time: after ``laatste`` nothing goes out by it."""
    require(door, Recht.UITWISSELING_BEHEREN)
    afspraak = Uitwisselafspraak.objects.select_for_update().get(pk=afspraak_id)
    if not afspraak.van <= laatste < afspraak.tot:
        raise OntvangerKanNiet(_("Deze afspraak loopt niet meer, of nog niet. Ververs de pagina."))
    was, afspraak.tot = afspraak.tot, laatste
    afspraak.save(update_fields=["tot"])
    record_gebeurtenis(
        soort="uitwisselafspraak.beeindigd",
        onderwerp=afspraak,
        dossier_id=None,
        door=door,
        gegevens={
            "kenmerk": afspraak.kenmerk,
            "wijzigingen": {"tot": [was.isoformat(), laatste.isoformat()]},
        },
    )
    return afspraak


@transaction.atomic
def retry_aflevering(*, door: Medewerker, aflevering_id: int) -> Aflevering:
    """Let a parked message be tried again, with a clean count; what stands behind it follows."""
    require(door, Recht.UITWISSELING_BEHEREN)
    aflevering = _lock_geparkeerd(aflevering_id)
    aflevering.stand, aflevering.pogingen, aflevering.niet_voor = Stand.WACHT, 0, timezone.now()
    aflevering.save(update_fields=["stand", "pogingen", "niet_voor"])
    Bereikbaarheid.objects.filter(ontvanger=aflevering.ontvanger_id).update(
        achtereen_mislukt=0, niet_voor=timezone.now()
    )
    record_gebeurtenis(
        soort="aflevering.opnieuw",
        onderwerp=aflevering,
        dossier_id=None,
        door=door,
        gegevens={"soort": aflevering.soort},
    )
    enqueue(VERSTUUR, door=systeem(), ontvanger=aflevering.ontvanger_id)
    return aflevering


@transaction.atomic
def skip_aflevering(*, door: Medewerker, aflevering_id: int, reden: str) -> Aflevering:
    """Let a parked message go, with a reason; it stays, and what stands behind it follows. The dossier shows it."""
    require(door, Recht.UITWISSELING_BEHEREN)
    if not reden.strip():
        raise OntvangerKanNiet(_("Schrijf op waarom dit bericht niet meer hoeft."))
    aflevering = _lock_geparkeerd(aflevering_id)
    aflevering.stand, aflevering.reden = Stand.OVERGESLAGEN, reden.strip()
    aflevering.afgerond_op = timezone.now()
    aflevering.save(update_fields=["stand", "reden", "afgerond_op"])
    with als_systeem():
        bericht = Uitbericht.objects.select_related("ontvanger").get(pk=aflevering.bericht_id)
        record_gebeurtenis(
            soort="uitbericht.overgeslagen",
            onderwerp=bericht,
            dossier_id=bericht.dossier_id,
            door=door,
            gegevens={"soort": bericht.soort, "ontvanger": bericht.ontvanger.naam, "reden": reden.strip()},
        )
    enqueue(VERSTUUR, door=systeem(), ontvanger=aflevering.ontvanger_id)
    return aflevering


def _lock_geparkeerd(aflevering_id: int) -> Aflevering:
    aflevering = Aflevering.objects.select_for_update().get(pk=aflevering_id)
    if aflevering.stand != Stand.GEPARKEERD:
        raise NietGeparkeerd(_("Dit bericht staat niet meer apart. Ververs de lijst."))
    return aflevering
