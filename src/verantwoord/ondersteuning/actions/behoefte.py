"""Needs that nothing in the catalogue meets: said once a kind, and ended when something is found after all."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import volle_tekst
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Behoeftesoort
from verantwoord.ondersteuning.models import Behoefte, Wens
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def report_behoefte(
    *,
    door: Medewerker,
    dossier_id: UUID,
    wens_id: UUID,
    soort: str,
    land: str,
    toelichting: str,
    peildatum: date,
) -> Behoefte:
    """Say that nothing is offered for what this wish needs. The words stay in the dossier; policy gets a count.

    The same kind is said once in a dossier, so that a count is a count of people.
    """
    dossier = lock_dossier(dossier_id, door=door)
    wens: Wens = Wens.objects.select_for_update().get(pk=wens_id, dossier=dossier)
    if wens.is_geen_wens:
        raise WensKloptNiet(_("Hier is vastgelegd dat er geen wens was. Leg eerst de wens vast."))
    tekst = volle_tekst(toelichting, veld="toelichting", leeg=_("Schrijf op wat er niet is, en wat u zocht."))
    if Behoefte.objects.filter(dossier=dossier, soort=soort).exists():
        raise WensKloptNiet(_("Dit staat al in dit dossier. Twee keer telt niet mee."), veld="soort")
    behoefte = Behoefte.objects.create(
        dossier=dossier,
        wens=wens,
        soort=Behoeftesoort(soort),
        land=land,
        toelichting=tekst,
        gemeld_op=peildatum,
        door=door,
        door_naam=door.naam,
    )
    record_gebeurtenis(
        soort="behoefte.gemeld",
        onderwerp=behoefte,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"soort": behoefte.soort, "land": land},
    )
    return behoefte


@transaction.atomic
def meet_behoefte(
    *, door: Medewerker, dossier_id: UUID, behoefte_id: UUID, met: str, peildatum: date
) -> Behoefte:
    """Record what was found after all. The count of the period in which it was missing stays as it was."""
    dossier = lock_dossier(dossier_id, door=door)
    behoefte: Behoefte = Behoefte.objects.select_for_update().get(pk=behoefte_id, dossier=dossier)
    if not behoefte.is_open:
        raise WensKloptNiet(_("Hier is al iets voor gevonden."))
    behoefte.vervuld_met = volle_tekst(met, veld="met", leeg=_("Schrijf op wat er is gevonden."))
    behoefte.vervuld_op = peildatum
    behoefte.save(update_fields=["vervuld_met", "vervuld_op"])
    record_gebeurtenis(
        soort="behoefte.vervuld",
        onderwerp=behoefte,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"soort": behoefte.soort},
    )
    return behoefte
