"""Every change of a wish. The order is always the same: right and lock, precondition, write, event."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import past, volle_tekst
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Bron, Oordeel, Soort, Stap, Vervolg, Wijze
from verantwoord.ondersteuning.models import Wens, Wensstap
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def record_wens(
    *,
    door: Medewerker,
    dossier_id: UUID,
    soort: str,
    omschrijving: str,
    geuit_op: date,
    peildatum: date,
    bron: str = Bron.GESPREK,
    bron_toelichting: str = "",
    gesprek_id: UUID | None = None,
) -> Wens:
    """Keep a wish in the person's own words, or that the person was asked and had none (report §3.2)."""
    dossier = lock_dossier(dossier_id, door=door)
    woorden = omschrijving.strip()
    if geuit_op > peildatum:
        raise WensKloptNiet(
            _("Deze dag moet nog komen. Vul de dag in waarop de wens is geuit."), veld="geuit_op"
        )
    if not woorden and soort != Soort.GEEN_WENS_GEUIT:
        raise WensKloptNiet(
            _(
                "Schrijf de wens op in de woorden van de vreemdeling. Was er geen wens? Kies dan “Geen wens geuit”."
            ),
            veld="omschrijving",
        )
    past(woorden, veld="omschrijving")
    laatste = Wens.objects.filter(dossier=dossier).aggregate(hoogste=Max("volgorde"))["hoogste"]
    wens = Wens.objects.create(
        dossier=dossier,
        volgorde=0 if laatste is None else laatste + 1,
        soort=Soort(soort),
        omschrijving=woorden,
        geuit_op=geuit_op,
        bron=Bron(bron),
        bron_toelichting=bron_toelichting.strip(),
        gesprek_id=gesprek_id,
    )
    record_gebeurtenis(
        soort="wens.geuit",
        onderwerp=wens,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"soort": wens.soort, "bron": wens.bron, "geuit_op": geuit_op.isoformat()},
    )
    return wens


@transaction.atomic
def assess_wens(
    *,
    door: Medewerker,
    dossier_id: UUID,
    wens_id: UUID,
    versie: int,
    beoordeling: str,
    reden: str,
    peildatum: date,
) -> Wens:
    """Say whether a wish can come true, and why; a later judgment comes beside the earlier one."""
    wens = _neem(door=door, dossier_id=dossier_id, wens_id=wens_id, versie=versie)
    reden = volle_tekst(reden, veld="reden", leeg=_("Schrijf op waarom de wens kan of niet kan."))
    vorige, wens.beoordeling, wens.beoordeling_reden = wens.beoordeling, Oordeel(beoordeling), reden
    _bewaar(wens, ["beoordeling", "beoordeling_reden"])
    _stap(wens, Stap.BEOORDELING, uitkomst=beoordeling, tekst=reden, op=peildatum, door=door)
    record_gebeurtenis(
        soort="wens.beoordeeld",
        onderwerp=wens,
        dossier_id=dossier_id,
        door=door,
        gegevens={"soort": wens.soort, "wijzigingen": {"beoordeling": [vorige, wens.beoordeling]}},
    )
    return wens


@transaction.atomic
def answer_wens(
    *,
    door: Medewerker,
    dossier_id: UUID,
    wens_id: UUID,
    versie: int,
    vervolg: str,
    antwoord: str,
    vervolg_op: date,
    peildatum: date,
    wijze: str = "",
) -> Wens:
    """Answer the person about a wish. The answer is kept as it was given; a next step is a new answer.

    ``wijze`` says how the person heard it that same day; blank means that the person still has to hear it.
    """
    wens = _neem(door=door, dossier_id=dossier_id, wens_id=wens_id, versie=versie)
    antwoord = volle_tekst(
        antwoord, veld="antwoord", leeg=_("Schrijf op welk antwoord de vreemdeling krijgt.")
    )
    if vervolg_op > peildatum:
        raise WensKloptNiet(
            _("Deze dag moet nog komen. Vul de dag in waarop het antwoord is gegeven."), veld="vervolg_op"
        )
    if vervolg_op < wens.geuit_op:
        raise WensKloptNiet(_("Deze dag ligt vóór de dag waarop de wens is geuit."), veld="vervolg_op")
    vorige = wens.vervolg
    wens.vervolg, wens.vervolg_op, wens.antwoord = Vervolg(vervolg), vervolg_op, antwoord
    wens.verteld_op, wens.verteld_wijze = (vervolg_op, Wijze(wijze)) if wijze else (None, None)
    _bewaar(wens, ["vervolg", "vervolg_op", "antwoord", "verteld_op", "verteld_wijze"])
    _stap(wens, Stap.ANTWOORD, uitkomst=vervolg, tekst=antwoord, op=vervolg_op, door=door)
    if wijze:
        _stap(wens, Stap.VERTELD, uitkomst=wijze, tekst="", op=vervolg_op, door=door)
    record_gebeurtenis(
        soort="wens.beantwoord",
        onderwerp=wens,
        dossier_id=dossier_id,
        door=door,
        gegevens={"soort": wens.soort, "wijzigingen": {"vervolg": [vorige, wens.vervolg]}},
    )
    return wens


@transaction.atomic
def tell_wens(
    *,
    door: Medewerker,
    dossier_id: UUID,
    wens_id: UUID,
    versie: int,
    verteld_op: date,
    wijze: str,
    peildatum: date,
    reactie: str = "",
) -> Wens:
    """Record that the person heard the answer, how, and what the person said to it if anything."""
    wens = _neem(door=door, dossier_id=dossier_id, wens_id=wens_id, versie=versie)
    if wens.vervolg_op is None:
        raise WensKloptNiet(_("Er is nog geen antwoord om te vertellen. Geef eerst antwoord op de wens."))
    if verteld_op > peildatum:
        raise WensKloptNiet(
            _("Deze dag moet nog komen. Leg dit vast als het antwoord is verteld."), veld="verteld_op"
        )
    if verteld_op < wens.vervolg_op:
        raise WensKloptNiet(_("Deze dag ligt vóór de dag van het antwoord."), veld="verteld_op")
    reactie = past(reactie.strip(), veld="reactie")
    wens.verteld_op, wens.verteld_wijze = verteld_op, Wijze(wijze)
    _bewaar(wens, ["verteld_op", "verteld_wijze"])
    _stap(wens, Stap.VERTELD, uitkomst=wijze, tekst=reactie, op=verteld_op, door=door)
    record_gebeurtenis(
        soort="wens.verteld",
        onderwerp=wens,
        dossier_id=dossier_id,
        door=door,
        gegevens={"soort": wens.soort, "wijze": wijze, "op": verteld_op.isoformat()},
    )
    return wens


def _neem(*, door: Medewerker, dossier_id: UUID, wens_id: UUID, versie: int) -> Wens:
    dossier = lock_dossier(dossier_id, door=door)
    wens: Wens = Wens.objects.select_for_update().get(pk=wens_id, dossier=dossier)
    if wens.is_geen_wens:
        raise WensKloptNiet(
            _("Hier is vastgelegd dat er geen wens was. Leg een nieuwe wens vast als die er nu wel is.")
        )
    if wens.versie != versie:
        raise Versieconflict(
            _(
                "Een collega heeft deze wens intussen bijgewerkt. Uw tekst staat er nog; vergelijk hem met wat er nu staat."
            ),
            bewaard={"reden": wens.beoordeling_reden, "antwoord": wens.antwoord},
            versie=wens.versie,
        )
    return wens


def _bewaar(wens: Wens, velden: list[str]) -> None:
    wens.versie += 1
    wens.save(update_fields=[*velden, "versie"])


def _stap(wens: Wens, soort: str, *, uitkomst: str, tekst: str, op: date, door: Medewerker) -> None:
    Wensstap.objects.create(
        wens=wens, soort=soort, uitkomst=uitkomst, tekst=tekst, op=op, door=door, door_naam=door.naam
    )
