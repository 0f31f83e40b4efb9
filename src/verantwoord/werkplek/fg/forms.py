from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import OpvallendeInzage
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, TekstField


class ZoekForm(Formulier):
    """What of the log one wants to see; everything in the body, so that no address says whom it is about."""

    dossiernummer = forms.CharField(
        label=_("Dossiernummer"),
        help_text=_("Bijvoorbeeld D-2022-000123."),
        max_length=20,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    medewerker = forms.CharField(
        label=_("Medewerker"),
        help_text=_("De naam of de gebruikersnaam, helemaal."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    van = DatumField(label=_("Vanaf"))
    tot = DatumField(label=_("Tot en met"))
    alleen_geweigerd = forms.BooleanField(label=_("Alleen wat is geweigerd"), required=False)

    def clean(self) -> None:
        super().clean()
        van, tot = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Kies dezelfde dag of een latere."))


class NakijkForm(Formulier):
    """The answer to the question that a finding is."""

    oordeel = forms.ChoiceField(
        label=_("Was er werk voor"), choices=OpvallendeInzage.Oordeel.choices, widget=forms.RadioSelect
    )
    toelichting = TekstField(
        label=_("Wat heeft u gevraagd, en wat was het antwoord"),
        help_text=_("Schrijf niets op over de persoon om wie het dossier gaat."),
        max_length=LANGSTE_TEKST,
    )
