"""What the tab shows: the lock, each request with its steps, and the one act that moves it on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.dossier.models import Dossier
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.termijnen import Stand
from verantwoord.reisdocument import queries
from verantwoord.reisdocument.land import landblok
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.reisdocument.stappen import slot_van, stappen_van
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.waarden import Routestap, Verwijzing

VERZENDVERBOD = "lp-verzendverbod"
SETCONTROLE = "lp-geen-asielinformatie"


@dataclass(frozen=True, kw_only=True)
class Aanvraagblok:
    """One request as the page shows it: its steps, and the act that can be done now, if there is one."""

    aanvraag: LPAanvraag
    land: str
    stappen: list[Routestap]
    knop: Verwijzing | None
    wacht: str


def overzicht_context(dossier: Dossier, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """Everything the tab shows of one dossier on one day."""
    toestand = queries.toestand_of(dossier.pk, viewer=viewer, peildatum=vandaag)
    tegen = toestand.tegen("lp_verzenden")
    verbod = next((b for b in tegen if b.norm == VERZENDVERBOD), None)
    slot = slot_van(toestand.s)
    aanvragen = list(queries.lp_aanvragen_of(dossier.pk, viewer=viewer))
    return {
        "documenten": queries.reisdocumenten_of(dossier.pk, viewer=viewer),
        "heeft_geldig": toestand.s.heeft_geldig_reisdocument,
        "vandaag": vandaag,
        "verbod": verbod,
        "slot": slot,
        "bronnen": [Verwijzing(bron_in_woorden(bron)) for bron in verbod.bron] if verbod else [],
        "landblok": landblok(toestand.s),
        "ook_tegen": _ook_tegen(tegen, aanvragen),
        "nieuw_formulier": bool(aanvragen) and all(a.uitkomst == "geweigerd" for a in aanvragen),
        "blokken": [
            Aanvraagblok(
                aanvraag=aanvraag,
                land=landnaam(aanvraag.land),
                stappen=stappen_van(aanvraag, op_slot=verbod is not None, slot=slot),
                knop=_volgende_knop(dossier, aanvraag, toestand, viewer=viewer),
                wacht=_wacht_op(dossier, aanvraag, viewer=viewer),
            )
            for aanvraag in aanvragen
        ],
    }


def landen_voor(s: Stand) -> list[str]:
    """The countries a form can be for: where the decision points to, then the person's nationalities."""
    terug = [s.terugkeerbesluit.land_van_terugkeer] if s.terugkeerbesluit else []
    landen = [land for land in (*terug, *s.persoon.nationaliteiten) if land and land != "XXA"]
    return list(dict.fromkeys(landen)) or ["XXX"]


def _ook_tegen(tegen: tuple[Bevinding, ...], aanvragen: list[LPAanvraag]) -> list[Bevinding]:
    """What else stops sending, once there is a form to send; the check of the set stands with its own step."""
    if not any(a.ingevuld_op and not a.verzonden_op for a in aanvragen):
        return []
    return [b for b in tegen if b.norm not in {VERZENDVERBOD, SETCONTROLE}]


def _volgende_knop(
    dossier: Dossier, aanvraag: LPAanvraag, toestand: queries.Toestand, *, viewer: Medewerker
) -> Verwijzing | None:
    """The one act that moves this request on now; what cannot be done has no button."""
    args = [dossier.pk, aanvraag.pk]
    if aanvraag.afgegeven_op is not None or aanvraag.uitkomst == "geweigerd":
        return None
    te_controleren = aanvraag.ingevuld_op is not None and aanvraag.verzonden_op is None
    if te_controleren and not aanvraag.uitleg_gegeven and dossier.is_te_behandelen_door(viewer):
        return Verwijzing(
            _("Leg vast dat u het heeft uitgelegd"), reverse("reisdocument:formulier", args=args[:1])
        )
    if te_controleren and aanvraag.asielinformatie_aangetroffen is not False:
        if not _mag_controleren(dossier, viewer=viewer):
            return None
        return Verwijzing(_("Controleer de set"), reverse("reisdocument:controle", args=args))
    if not dossier.is_te_behandelen_door(viewer):
        return None
    if aanvraag.uitkomst == "toegezegd":
        return Verwijzing(_("Leg de afgifte vast"), reverse("reisdocument:afgifte", args=args))
    if aanvraag.verzonden_op is not None:
        return Verwijzing(
            _("Leg het antwoord van het land vast"), reverse("reisdocument:uitkomst", args=args)
        )
    if aanvraag.ingevuld_op is None:
        return Verwijzing(_("Toch ingevuld"), reverse("reisdocument:formulier", args=args[:1]))
    if toestand.tegen("lp_verzenden"):
        return None
    return Verwijzing(_("Verstuur de aanvraag"), reverse("reisdocument:verzenden", args=args))


def _mag_controleren(dossier: Dossier, *, viewer: Medewerker) -> bool:
    return (
        dossier.gesloten_op is None
        and viewer.heeft(Recht.LP_SET_CONTROLEREN)
        and dossier.regievoerder_id != viewer.pk
    )


def _wacht_op(dossier: Dossier, aanvraag: LPAanvraag, *, viewer: Medewerker) -> str:
    """Who has to do something first, when it is not the one who looks."""
    te_controleren = (
        aanvraag.ingevuld_op is not None
        and aanvraag.verzonden_op is None
        and aanvraag.asielinformatie_aangetroffen is not False
    )
    if te_controleren and not _mag_controleren(dossier, viewer=viewer):
        return _(
            "Vraag een collega uit uw team of uw manager om de set te controleren. "
            "Wie de regie voert, controleert de eigen set niet."
        )
    return ""
