"""A contribution of the DT&V itself: what is asked, and what was decided and why."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import is_geweest, volle_tekst
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Besluit, Vorm
from verantwoord.ondersteuning.models import Bijdrage, Wens
from verantwoord.toegang.models import Medewerker


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
    """Ask for a contribution; what it is for is said in plain words."""
    dossier = lock_dossier(dossier_id, door=door)
    is_geweest(op, peildatum=peildatum, veld="op")
    bijdrage = Bijdrage.objects.create(
        dossier=dossier,
        wens=None if wens_id is None else Wens.objects.get(pk=wens_id, dossier=dossier),
        vorm=Vorm(vorm),
        waarvoor=volle_tekst(waarvoor, veld="waarvoor", leeg=_("Schrijf op waarvoor de bijdrage is.")),
        gevraagd_op=op,
        gevraagd_bedrag=bedrag,
    )
    record_gebeurtenis(
        soort="bijdrage.gevraagd",
        onderwerp=bijdrage,
        dossier_id=dossier.pk,
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
    besloten_door: str,
    op: date,
    bedrag: Decimal | None = None,
) -> Bijdrage:
    """Record the decision with its reason and who took it; a new decision replaces it and the old one stays in history."""
    dossier = lock_dossier(dossier_id, door=door)
    bijdrage: Bijdrage = Bijdrage.objects.select_for_update().get(pk=bijdrage_id, dossier=dossier)
    if bijdrage.versie != versie:
        raise Versieconflict(
            _("Een collega heeft deze bijdrage intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={"reden": bijdrage.reden, "besloten_door": bijdrage.besloten_door},
            versie=bijdrage.versie,
        )
    is_geweest(op, peildatum=peildatum, veld="op", na=bijdrage.gevraagd_op)
    if besluit == Besluit.AFGEWEZEN and bedrag:
        raise WensKloptNiet(_("Laat het bedrag leeg: er is niets toegekend."), veld="bedrag")
    vorige = bijdrage.besluit
    bijdrage.besluit, bijdrage.besluit_op, bijdrage.bedrag = Besluit(besluit), op, bedrag
    bijdrage.reden = volle_tekst(reden, veld="reden", leeg=_("Schrijf op waarom zo is besloten."))
    bijdrage.besloten_door = volle_tekst(
        besloten_door, veld="besloten_door", leeg=_("Schrijf op wie het besluit nam.")
    )
    bijdrage.versie += 1
    bijdrage.save()
    record_gebeurtenis(
        soort="bijdrage.besloten",
        onderwerp=bijdrage,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "reden": bijdrage.reden,
            "besloten_door": bijdrage.besloten_door,
            "bedrag": _bedrag(bedrag),
            "wijzigingen": {"besluit": [vorige, bijdrage.besluit]},
        },
    )
    return bijdrage


def _bedrag(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else str(bedrag)
