"""Looking into another country: what was asked and answered there, whether the DIA can help, and what proves admission."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import is_geweest, past, volle_tekst, zonder_rekening
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Bewijssoort
from verantwoord.ondersteuning.keuzes import Landantwoord as Antwoordsoort
from verantwoord.ondersteuning.models import DerdeLand, Landantwoord, Toelatingsbewijs
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def begin_derde_land(*, door: Medewerker, dossier_id: UUID, land: str, peildatum: date) -> DerdeLand:
    """Begin to look into one other country. One that was begun already is given as it is."""
    dossier = lock_dossier(dossier_id, door=door)
    rij, nieuw = DerdeLand.objects.get_or_create(
        dossier=dossier, land=land, defaults={"begonnen_op": peildatum}
    )
    if nieuw:
        _record(rij, "derdeland.begonnen", door=door)
    return rij


@transaction.atomic
def consider_dia(
    *,
    door: Medewerker,
    dossier_id: UUID,
    derde_land_id: UUID,
    versie: int,
    dia_overwogen: bool,
    dia_reden: str,
) -> DerdeLand:
    """Record whether help of the DIA was considered for this country, and what was found or why not."""
    rij = _neem(door, dossier_id, derde_land_id, versie)
    dia_reden = volle_tekst(
        dia_reden, veld="dia_reden", leeg=_("Schrijf op wat u vond, of waarom de DIA hier niet helpt.")
    )
    vorige = rij.dia_overwogen
    rij.dia_overwogen, rij.dia_reden = dia_overwogen, zonder_rekening(dia_reden, veld="dia_reden")
    _bewaar(rij)
    _record(
        rij,
        "derdeland.dia_overwogen",
        door=door,
        reden=rij.dia_reden,
        wijzigingen={"dia_overwogen": [vorige, dia_overwogen]},
    )
    return rij


@transaction.atomic
def record_landantwoord(
    *,
    door: Medewerker,
    dossier_id: UUID,
    derde_land_id: UUID,
    versie: int,
    peildatum: date,
    wie: str,
    soort: str,
    op: date,
    tekst: str = "",
) -> Landantwoord:
    """Record what was asked of an embassy or consulate, or what it answered."""
    rij = _neem(door, dossier_id, derde_land_id, versie)
    is_geweest(op, peildatum=peildatum, veld="op")
    wie = volle_tekst(wie, veld="wie", leeg=_("Schrijf op welke ambassade of welk consulaat dit is."))
    tekst = zonder_rekening(past(tekst.strip(), veld="tekst"), veld="tekst")
    antwoord = Landantwoord.objects.create(
        derde_land=rij,
        wie=zonder_rekening(wie, veld="wie"),
        soort=Antwoordsoort(soort),
        op=op,
        tekst=tekst,
        door=door,
        door_naam=door.naam,
    )
    _bewaar(rij)
    _record(rij, "derdeland.antwoord", door=door, toelichting=tekst, antwoord=antwoord.soort)
    return antwoord


@transaction.atomic
def add_bewijs(
    *,
    door: Medewerker,
    dossier_id: UUID,
    derde_land_id: UUID,
    versie: int,
    peildatum: date,
    soort: str,
    kenmerk: str,
    gezien_op: date,
    geldig_tot: date | None = None,
) -> Toelatingsbewijs:
    """Record what proves that the country lets the person in; a booking to that country proposes it."""
    rij = _neem(door, dossier_id, derde_land_id, versie)
    is_geweest(gezien_op, peildatum=peildatum, veld="gezien_op")
    kenmerk = volle_tekst(kenmerk, veld="kenmerk", leeg=_("Vul het kenmerk of het nummer van het bewijs in."))
    zonder_rekening(kenmerk, veld="kenmerk")
    if geldig_tot is not None and geldig_tot < gezien_op:
        raise WensKloptNiet(
            _("Dit bewijs was al verlopen toen u het zag. Vraag om een nieuw bewijs."), veld="geldig_tot"
        )
    bewijs = Toelatingsbewijs.objects.create(
        derde_land=rij,
        soort=Bewijssoort(soort),
        kenmerk=kenmerk,
        gezien_op=gezien_op,
        geldig_tot=geldig_tot,
        door=door,
        door_naam=door.naam,
    )
    _bewaar(rij)
    _record(rij, "derdeland.bewijs", door=door, kenmerk=kenmerk)
    return bewijs


@transaction.atomic
def drop_bewijs(
    *,
    door: Medewerker,
    dossier_id: UUID,
    derde_land_id: UUID,
    bewijs_id: UUID,
    versie: int,
    peildatum: date,
    reden: str,
) -> Toelatingsbewijs:
    """Cross out a proof that no longer holds, with the reason. A trip that was booked on it stays as it is."""
    rij = _neem(door, dossier_id, derde_land_id, versie)
    bewijs: Toelatingsbewijs = rij.bewijzen.get(pk=bewijs_id)
    if bewijs.vervallen_op is not None:
        raise WensKloptNiet(_("Dit bewijs is al doorgehaald."))
    reden = volle_tekst(reden, veld="reden", leeg=_("Schrijf op waarom dit bewijs niet meer geldt."))
    bewijs.vervallen_op, bewijs.vervallen_reden = peildatum, zonder_rekening(reden, veld="reden")
    bewijs.save(update_fields=["vervallen_op", "vervallen_reden"])
    _bewaar(rij)
    _record(rij, "derdeland.bewijs_vervallen", door=door, reden=bewijs.vervallen_reden)
    return bewijs


def _neem(door: Medewerker, dossier_id: UUID, derde_land_id: UUID, versie: int) -> DerdeLand:
    dossier = lock_dossier(dossier_id, door=door)
    rij: DerdeLand = DerdeLand.objects.select_for_update().get(pk=derde_land_id, dossier=dossier)
    if rij.versie != versie:
        raise Versieconflict(
            _("Een collega heeft dit intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={"dia_reden": rij.dia_reden},
            versie=rij.versie,
        )
    return rij


def _bewaar(rij: DerdeLand) -> None:
    rij.versie += 1
    rij.save()


def _record(rij: DerdeLand, soort: str, *, door: Medewerker, **gegevens: object) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=rij,
        dossier_id=rij.dossier_id,
        door=door,
        gegevens={"naam": landnaam(rij.land), **gegevens},
    )
