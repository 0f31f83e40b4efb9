"""How it ends: the proof of departure, closing, and opening again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.vertrek import actions
from verantwoord.vertrek.forms.basis import KORT, Stapformulier, tekst
from verantwoord.vertrek.keuzes import AANTOONBAAR, Aanleiding, Bewijs, Uitkomst
from verantwoord.vertrek.toestand import openstaand
from verantwoord.web.formulier import DatumField


class UitkomstForm(Stapformulier):
    titel = _("Leg vast dat de persoon is vertrokken")
    inleiding = _("Alleen met bewijs. Het dossier blijft open tot u het sluit.")
    knop = _("Leg het vertrek vast")
    soort = forms.ChoiceField(
        label=_("Hoe is de persoon vertrokken"),
        choices=[(keuze.value, keuze.label) for keuze in AANTOONBAAR],
        widget=forms.RadioSelect,
    )
    op = DatumField(label=_("Vertrokken op"))
    bewijs = forms.ChoiceField(label=_("Wat is het bewijs"), choices=Bewijs.choices, widget=forms.RadioSelect)
    bewijs_ref = forms.CharField(
        label=_("Waar is het bewijs te vinden"),
        help_text=_("Bijvoorbeeld het nummer van de verklaring."),
        max_length=KORT,
    )
    toelichting = tekst(
        _("Hoe is het gegaan"),
        _("Nodig als op de dag zelf niet is vastgelegd dat het vertrek mocht doorgaan."),
    )

    def begin(self) -> dict[str, Any]:
        uitkomst = self.toestand.s.beeld.uitkomst
        if uitkomst is not None:
            return {"soort": uitkomst.soort, "op": uitkomst.op, "bewijs_ref": uitkomst.bewijs_ref or ""}
        reizen = [b for b in self.toestand.s.open_boekingen if b.gepland_op <= self.toestand.s.op]
        return {"op": reizen[-1].gepland_op} if reizen else {}

    def doe(self, **wie: Any) -> object:
        return actions.confirm_vertrek(**wie, **self.waarden())


class SluitForm(Stapformulier):
    titel = _("Sluit het dossier")
    inleiding = _("Een dossier sluit nooit vanzelf. U kiest de uitkomst en schrijft de reden op.")
    knop = _("Sluit het dossier")
    soort = forms.ChoiceField(
        label=_("Waarmee eindigt het"), choices=Uitkomst.choices, widget=forms.RadioSelect
    )
    op = DatumField(
        label=_("Op welke dag"),
        help_text=_("Alleen bij een ingetrokken overdracht, of bij verblijf of een andere reden."),
        required=False,
    )
    kenmerk = forms.CharField(
        label=_("Kenmerk van de brief of het besluit"),
        help_text=_("Alleen bij een ingetrokken overdracht, of bij verblijf of een andere reden."),
        max_length=KORT,
        required=False,
    )
    reden = tekst(_("Waarom sluit u het dossier"), verplicht=True)
    ondersteuning = tekst(_("Welke ondersteuning is gegeven"), _("Ook wat is aangeboden en niet gewild."))
    lessen = tekst(_("Wat kan een volgende keer anders"))
    gezien_wat_vervalt = forms.BooleanField(
        label=_("Ik heb gezien wat er nog gepland staat; dat vervalt"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.openstaand = openstaand(self.toestand.s)
        if not self.openstaand.vervalt:
            del self.fields["gezien_wat_vervalt"]

    def begin(self) -> dict[str, Any]:
        uitkomst = self.toestand.s.beeld.uitkomst
        return {"soort": uitkomst.soort} if uitkomst else {}

    def doe(self, **wie: Any) -> object:
        return actions.close_dossier(**wie, **self.waarden())


class HeropenForm(Stapformulier):
    titel = _("Heropen het dossier")
    inleiding = _(
        "Dit is voor wie binnen dezelfde overdracht weer in beeld is. Een nieuwe overdracht maakt een nieuw dossier."
    )
    knop = _("Heropen het dossier")
    aanleiding = forms.ChoiceField(
        label=_("Waarom gaat het dossier weer open"), choices=Aanleiding.choices, widget=forms.RadioSelect
    )
    weer_gezien_op = DatumField(
        label=_("Gezien op"), help_text=_("Alleen als de persoon er weer is."), required=False
    )
    reden = tekst(_("Schrijf op wat er is gebeurd"), verplicht=True)

    def doe(self, **wie: Any) -> object:
        return actions.reopen_dossier(**wie, **self.waarden())
