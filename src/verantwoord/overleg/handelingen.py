"""What can be done at an item: under which word in the address, with which form, and what is said when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg import actions, forms
from verantwoord.overleg.blad import Punt, partner_naam
from verantwoord.overleg.keuzes import Oordeel
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Handeling:
    form: type[forms.Puntformulier]
    doe: Callable[..., object]
    gedaan: str | Promise
    # What of the moment the act asks besides what was typed.
    met_moment: bool = False
    met_dag: bool = False
    begin: Callable[[Punt], dict[str, Any]] = lambda _punt: {}

    def verricht(self, *, door: Medewerker, punt_id: UUID, velden: Mapping[str, Any], nu: datetime) -> None:
        extra: dict[str, Any] = {}
        if self.met_moment:
            extra["nu"] = nu
        if self.met_dag:
            extra["peildatum"] = timezone.localdate(nu)
        self.doe(door=door, punt_id=punt_id, **velden, **extra)


def _eigen_standpunt(p: Punt) -> dict[str, Any]:
    eigen = next((s for s in p.standpunten if s.partner == p.partner), None)
    if eigen is None:
        return {"versie": 0}
    return {"versie": eigen.versie, "oordeel": eigen.oordeel, "motivering": eigen.motivering}


def _eigen_stem(p: Punt) -> dict[str, Any]:
    stem = p.stand.stemmen.get(p.partner)
    return {"oordeel": stem.oordeel, "motivering": stem.motivering} if stem is not None else {}


def _onbeantwoord(p: Punt) -> dict[str, Any]:
    wacht = next((t for t in p.stand.tegenspraken if t.beantwoord_op is None), None)
    return {"tegenspraak_id": wacht.pk} if wacht is not None else {}


def _verschil(p: Punt) -> dict[str, Any]:
    """Who thinks what, as it was said: the RAO reads it (norm opschaling-rao), and it begins with everybody's own words."""
    gezegd = {s.partner: (s.oordeel, s.motivering) for s in p.standpunten if p.punt.is_onthuld}
    gezegd |= {
        partner: (stem.oordeel, stem.motivering or gezegd.get(partner, ("", ""))[1])
        for partner, stem in p.stand.stemmen.items()
    }
    regels = [
        f"{partner_naam(partner)}, {str(Oordeel(oordeel).label).lower()}: {woorden}"
        for partner in VASTE_PARTNERS
        if partner in gezegd
        for oordeel, woorden in [gezegd[partner]]
    ]
    return {"verschil": "\n".join(regels)}


HANDELINGEN: Final[Mapping[str, Handeling]] = {
    "standpunt": Handeling(
        form=forms.StandpuntForm,
        doe=actions.give_standpunt,
        gedaan=lui("Uw standpunt is ingeleverd."),
        met_moment=True,
        begin=_eigen_standpunt,
    ),
    "openen": Handeling(
        form=forms.OpenForm,
        doe=actions.reveal_punt,
        gedaan=lui("De standpunten staan open."),
        met_moment=True,
    ),
    "tegenspraak": Handeling(
        form=forms.TegenspraakForm,
        doe=actions.give_tegenspraak,
        gedaan=lui("Uw tegenspraak is vastgelegd."),
        met_moment=True,
    ),
    "antwoord": Handeling(
        form=forms.AntwoordForm,
        doe=actions.answer_tegenspraak,
        gedaan=lui("Uw antwoord is vastgelegd."),
        met_moment=True,
        begin=_onbeantwoord,
    ),
    "stem": Handeling(
        form=forms.StemForm,
        doe=actions.cast_stem,
        gedaan=lui("Uw stem is vastgelegd."),
        met_moment=True,
        begin=_eigen_stem,
    ),
    "besproken": Handeling(
        form=forms.BesprokenForm,
        doe=actions.write_besproken,
        gedaan=lui("De tekst voor het verslag is bewaard."),
        begin=lambda p: {"was": p.punt.besproken, "tekst": p.punt.besproken},
    ),
    "voorstel": Handeling(
        form=forms.VoorstelForm,
        doe=actions.change_voorstel,
        gedaan=lui("Het voorstel is bewaard."),
        begin=lambda p: {"versie": p.punt.versie, "vraag": p.punt.vraag, "voorstel": p.punt.voorstel},
    ),
    "aanhouden": Handeling(
        form=forms.AanhoudenForm,
        doe=actions.hold_punt,
        gedaan=lui("Het besluit is aangehouden."),
        met_dag=True,
    ),
    "opschalen": Handeling(
        form=forms.OpschalenForm,
        doe=actions.escalate_punt,
        gedaan=lui("Het punt is opgeschaald, met het verschil van mening op papier."),
        met_dag=True,
        begin=_verschil,
    ),
    "uitkomst": Handeling(
        form=forms.UitkomstForm,
        doe=actions.record_uitkomst,
        gedaan=lui("De uitkomst is vastgelegd. Koppel haar terug aan het overleg dat het punt bracht."),
        met_dag=True,
    ),
    "terugkoppelen": Handeling(
        form=forms.TerugkoppelForm,
        doe=actions.feed_back,
        gedaan=lui("De uitkomst staat nu bij het punt in het LKO en in het dossier."),
        met_dag=True,
        begin=lambda p: {"tekst": p.punt.besluit_tekst},
    ),
    "behandeld": Handeling(
        form=forms.BehandeldForm,
        doe=actions.treat_mededeling,
        gedaan=lui("Vastgelegd dat het overleg dit heeft gehoord."),
        met_moment=True,
    ),
    "doorschuiven": Handeling(
        form=forms.DoorschuifForm,
        doe=actions.defer_punt,
        gedaan=lui("Het punt gaat naar een volgend overleg."),
        met_moment=True,
    ),
    "gast": Handeling(
        form=forms.GastForm,
        doe=actions.invite_gast,
        gedaan=lui("De gast is uitgenodigd en ziet alleen dit punt."),
    ),
    "actie": Handeling(
        form=forms.ActieForm,
        doe=actions.add_actie,
        gedaan=lui("De actie is afgesproken."),
    ),
    "aanvulling": Handeling(
        form=forms.AanvullingForm,
        doe=actions.add_aanvulling,
        gedaan=lui("Uw aanvulling staat onder het verslag."),
    ),
}


# What is asked of an organisation itself, in the order in which an item goes.
BEURTEN: Final = ("standpunt", "tegenspraak", "antwoord", "stem")


def beurt_van(p: Punt) -> str:
    """Which act the item waits for from this reader's organisation; empty when it waits for others."""
    if not p.aan_tafel:
        return ""
    if p.mag("standpunt") and p.partner in p.stand.zonder_standpunt:
        return "standpunt"
    gesproken = any(t.partner == p.partner for t in p.stand.tegenspraken)
    if p.mag("tegenspraak") and p.punt.tegenspreker == p.partner and not gesproken:
        return "tegenspraak"
    wacht = any(t.beantwoord_op is None and t.partner != p.partner for t in p.stand.tegenspraken)
    if p.mag("antwoord") and wacht and p.partner == p.punt.voorstel_door:
        return "antwoord"
    if p.mag("stem") and p.partner not in p.stand.stemmen:
        return "stem"
    return ""
