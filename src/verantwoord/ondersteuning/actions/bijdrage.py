"""A contribution of the DT&V itself: what is asked, what somebody else decided and why, and how its payment goes."""

from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.begroting import neem_begroting, ruimte_in
from verantwoord.ondersteuning.actions.regels import is_geweest, past, volle_tekst, zonder_rekening
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Besluit, Betaling, Vorm
from verantwoord.ondersteuning.models import Begroting, Betaalstap, Bijdrage, Wens
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

# The payment office gives these a reference of its own.
_MET_KENMERK: Final = frozenset({Betaling.OPGEDRAGEN, Betaling.BETAALD, Betaling.TERUGGEVORDERD})


@transaction.atomic
def request_bijdrage(
    *,
    door: Medewerker,
    dossier_id: UUID,
    peildatum: date,
    vorm: str,
    waarvoor: str,
    op: date,
    bedrag: Decimal | None = None,
    wens_id: UUID | None = None,
) -> Bijdrage:
    """Ask for a contribution; what it is for is said in plain words. Who asks does not decide."""
    dossier = lock_dossier(dossier_id, door=door)
    is_geweest(op, peildatum=peildatum, veld="op")
    waarvoor = volle_tekst(waarvoor, veld="waarvoor", leeg=_("Schrijf op waarvoor de bijdrage is."))
    zonder_rekening(waarvoor, veld="waarvoor")
    bijdrage = Bijdrage.objects.create(
        dossier=dossier,
        wens=None if wens_id is None else Wens.objects.get(pk=wens_id, dossier=dossier),
        vorm=Vorm(vorm),
        waarvoor=waarvoor,
        gevraagd_op=op,
        gevraagd_bedrag=bedrag,
        aanvrager=door,
    )
    _record(
        bijdrage,
        "bijdrage.gevraagd",
        door=door,
        gegevens={"omschrijving": bijdrage.waarvoor, "vorm": bijdrage.vorm, "bedrag": _bedrag(bedrag)},
    )
    return bijdrage


@transaction.atomic
def decide_bijdrage(
    *,
    door: Medewerker,
    dossier_id: UUID,
    bijdrage_id: UUID,
    versie: int,
    peildatum: date,
    besluit: str,
    reden: str,
    bedrag: Decimal | None = None,
) -> Bijdrage:
    """Decide about what a colleague asked, with the reason; an amount comes from the budget of this year.

    A new decision replaces one of which nothing was paid yet, and the old one stays in history. Two decisions about one
    budget wait for each other. Raises ``WensKloptNiet`` for one's own request and beyond the budget.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.BIJDRAGE_BESLUITEN)
    bijdrage = _neem(dossier, bijdrage_id, versie)
    if door.pk == bijdrage.aanvrager_id:
        raise WensKloptNiet(
            _("U vroeg deze bijdrage zelf aan. Een collega of uw manager beslist; vraag het aan een van hen.")
        )
    if bijdrage.betaling not in {None, Betaling.GOEDGEKEURD}:
        raise WensKloptNiet(_("De betaling is al onderweg of klaar. Vraag zo nodig een nieuwe bijdrage aan."))
    if besluit == Besluit.AFGEWEZEN and bedrag:
        raise WensKloptNiet(_("Laat het bedrag leeg: er is niets toegekend."), veld="bedrag")
    reden = volle_tekst(reden, veld="reden", leeg=_("Schrijf op waarom zo is besloten."))
    vorige = bijdrage.besluit
    bijdrage.reden = zonder_rekening(reden, veld="reden")
    bijdrage.besluit, bijdrage.besluit_op, bijdrage.bedrag = Besluit(besluit), peildatum, bedrag
    bijdrage.besloten_door, bijdrage.beslisser = door.naam, door
    bijdrage.begroting = _begroting_voor(bijdrage, dossier, peildatum) if bedrag else None
    bijdrage.betaling = Betaling.GOEDGEKEURD if bedrag else None
    bijdrage.versie += 1
    bijdrage.save()
    if bedrag:
        _stap(bijdrage, Betaling.GOEDGEKEURD, op=peildatum, door=door)
    _record(
        bijdrage,
        "bijdrage.besloten",
        door=door,
        gegevens={
            "reden": bijdrage.reden,
            "besloten_door": bijdrage.besloten_door,
            "bedrag": _bedrag(bedrag),
            "wijzigingen": {"besluit": [vorige, bijdrage.besluit]},
        },
    )
    return bijdrage


@transaction.atomic
def record_betaling(
    *,
    door: Medewerker,
    dossier_id: UUID,
    bijdrage_id: UUID,
    versie: int,
    peildatum: date,
    stand: str,
    op: date,
    kenmerk: str = "",
    toelichting: str = "",
) -> Bijdrage:
    """Record the next step of a payment as the payment office reported it.

    That an amount was claimed back is written down, and nothing follows from it: no step of the departure and no later
    contribution depends on it.
    """
    dossier = lock_dossier(dossier_id, door=door)
    bijdrage = _neem(dossier, bijdrage_id, versie)
    nieuw = Betaling(stand)
    if nieuw not in bijdrage.betaalvervolg:
        raise WensKloptNiet(_("Deze stap kan nu niet. Kijk hoe het met de betaling staat."), veld="stand")
    laatste = bijdrage.betaalstappen.values_list("op", flat=True).last()
    is_geweest(op, peildatum=peildatum, veld="op", na=laatste)
    kenmerk = zonder_rekening(kenmerk.strip(), veld="kenmerk")
    if nieuw in _MET_KENMERK and not kenmerk:
        raise WensKloptNiet(_("Vul het kenmerk van het betaalkantoor in."), veld="kenmerk")
    toelichting = zonder_rekening(past(toelichting.strip(), veld="toelichting"), veld="toelichting")
    vorige, bijdrage.betaling = bijdrage.betaling, nieuw
    bijdrage.versie += 1
    bijdrage.save(update_fields=["betaling", "versie"])
    _stap(bijdrage, nieuw, op=op, door=door, kenmerk=kenmerk, toelichting=toelichting)
    _record(
        bijdrage,
        "bijdrage.betaling",
        door=door,
        gegevens={
            "toelichting": toelichting,
            "kenmerk": kenmerk,
            "wijzigingen": {"betaling": [vorige, bijdrage.betaling]},
        },
    )
    return bijdrage


def _neem(dossier: Dossier, bijdrage_id: UUID, versie: int) -> Bijdrage:
    bijdrage: Bijdrage = Bijdrage.objects.select_for_update().get(pk=bijdrage_id, dossier=dossier)
    if bijdrage.versie != versie:
        raise Versieconflict(
            _("Een collega heeft deze bijdrage intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={"reden": bijdrage.reden},
            versie=bijdrage.versie,
        )
    return bijdrage


def _begroting_voor(bijdrage: Bijdrage, dossier: Dossier, peildatum: date) -> Begroting:
    """The budget that has room for this amount, taken so that no other decision counts on the same room."""
    begroting = neem_begroting(jaar=peildatum.year, team_id=dossier.team_id)
    if begroting is None:
        raise WensKloptNiet(
            _("Er is nog geen begroting voor %(jaar)d. Vraag de manager om die eerst vast te leggen.")
            % {"jaar": peildatum.year},
            veld="bedrag",
        )
    bedrag = bijdrage.bedrag or Decimal(0)
    if bedrag > ruimte_in(begroting, zonder=bijdrage):
        raise WensKloptNiet(
            _(
                "Dit past niet meer in de begroting van %(jaar)d. De manager kan de begroting verhogen, met een reden. Daarna kunt u dit toekennen."
            )
            % {"jaar": begroting.jaar},
            veld="bedrag",
        )
    return begroting


def _stap(
    bijdrage: Bijdrage,
    stand: Betaling,
    *,
    op: date,
    door: Medewerker,
    kenmerk: str = "",
    toelichting: str = "",
) -> None:
    Betaalstap.objects.create(
        bijdrage=bijdrage,
        stand=stand,
        op=op,
        kenmerk=kenmerk,
        toelichting=toelichting,
        door=door,
        door_naam=door.naam,
    )


def _record(bijdrage: Bijdrage, soort: str, *, door: Medewerker, gegevens: dict[str, Any]) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=bijdrage, dossier_id=bijdrage.dossier_id, door=door, gegevens=gegevens
    )


def _bedrag(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else str(bedrag)
