"""What can be arranged for a meeting: under which word in the address, with which form, by which act."""

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
from verantwoord.overleg.lezen import zoek_dossiers
from verantwoord.overleg.models import Overleg
from verantwoord.toegang.models import Medewerker


def _begin(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
    actions.start_overleg(door=door, overleg_id=overleg_id, aanwezig=form.aanwezig, namen=form.namen, nu=nu)


def _aanwezig(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
    del nu
    actions.record_aanwezigheid(door=door, overleg_id=overleg_id, aanwezig=form.aanwezig, namen=form.namen)


def _einde(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
    del form
    actions.end_overleg(door=door, overleg_id=overleg_id, nu=nu)


def _vul(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
    del form
    actions.fill_agenda(door=door, overleg_id=overleg_id, peildatum=timezone.localdate(nu))


def _vervalt(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
    actions.cancel_overleg(door=door, overleg_id=overleg_id, nu=nu, **form.cleaned_data)


def _breng_in(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
    del nu
    velden = dict(form.cleaned_data)
    dossiers = zoek_dossiers(velden.pop("dossiers"), viewer=door)
    actions.add_punt(door=door, overleg_id=overleg_id, dossiers=dossiers, **velden)


def _met_velden(doe: Callable[..., object]) -> Callable[..., None]:
    def verricht(*, door: Medewerker, overleg_id: UUID, form: Any, nu: datetime) -> None:
        del nu
        doe(door=door, overleg_id=overleg_id, **form.cleaned_data)

    return verricht


def _tafel(overleg: Overleg) -> dict[str, Any]:
    """Who came as it was recorded; until then everybody is expected."""
    begin: dict[str, Any] = {}
    for deelnemer in overleg.deelnemers.all():
        begin[f"aanwezig_{deelnemer.organisatie}"] = "nee" if deelnemer.aanwezig is False else "ja"
        begin[f"namen_{deelnemer.organisatie}"] = deelnemer.namen
    return begin


@dataclass(frozen=True, kw_only=True)
class Tafelstap:
    form: type[forms.Overlegformulier]
    doe: Callable[..., None]
    gedaan: str | Promise
    begin: Callable[[Overleg], dict[str, Any]] = lambda _overleg: {}

    def maak(self, ingevuld: Any = None, *, overleg: Overleg | None = None) -> Any:
        extra = {"partners": VASTE_PARTNERS} if self.form is forms.AanwezigForm else {}
        initial = self.begin(overleg) if overleg is not None else {}
        return self.form(ingevuld, initial=initial, **extra)


STAPPEN: Final[Mapping[str, Tafelstap]] = {
    "begin": Tafelstap(
        form=forms.AanwezigForm,
        doe=_begin,
        gedaan=lui("Het overleg is begonnen."),
        begin=_tafel,
    ),
    "aanwezigheid": Tafelstap(
        form=forms.AanwezigForm, doe=_aanwezig, gedaan=lui("Bewaard wie er is."), begin=_tafel
    ),
    "einde": Tafelstap(
        form=forms.SluitForm,
        doe=_einde,
        gedaan=lui("Het overleg is gesloten. Wie er niet was, stemt nog schriftelijk."),
    ),
    "voorzitter": Tafelstap(
        form=forms.VoorzitterForm,
        doe=_met_velden(actions.choose_voorzitter),
        gedaan=lui("De voorzitter is gekozen."),
        begin=lambda o: {"voorzitter": o.voorzitter, "reden": o.reden_voorzitter},
    ),
    "notulist": Tafelstap(
        form=forms.NotulistForm,
        doe=_met_velden(actions.choose_notulist),
        gedaan=lui("Bewaard wie het verslag maakt."),
        begin=lambda o: {"notulist": o.notulist},
    ),
    "verplaatsen": Tafelstap(
        form=forms.VerplaatsForm,
        doe=_met_velden(actions.move_overleg),
        gedaan=lui("Het overleg is verplaatst."),
        begin=lambda o: {"datum": o.datum, "begin": o.begin},
    ),
    "vervallen": Tafelstap(
        form=forms.VervalForm,
        doe=_vervalt,
        gedaan=lui("Het overleg gaat niet door. De punten gaan naar het volgende."),
    ),
    "vullen": Tafelstap(
        form=forms.VulForm,
        doe=_vul,
        gedaan=lui("De agenda is bijgewerkt."),
    ),
    "inbrengen": Tafelstap(
        form=forms.InbrengForm,
        doe=_breng_in,
        gedaan=lui("Het punt staat op de agenda."),
    ),
}
