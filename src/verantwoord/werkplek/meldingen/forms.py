from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier


class MailForm(Formulier):
    """Whether and where one wants mail."""

    per_mail = forms.BooleanField(
        label=_("Mail mij als er nieuwe meldingen zijn, hooguit één keer per dag"), required=False
    )
    adres = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Neem uw adres van het werk. In de mail staan geen namen en geen nummers van dossiers."),
        required=False,
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": _("Schrijf het adres als naam@organisatie.nl.")},
    )

    def clean(self) -> None:
        super().clean()
        if (
            self.cleaned_data.get("per_mail")
            and not self.cleaned_data.get("adres")
            and "adres" not in self.errors
        ):
            self.add_error("adres", _("Vul uw e-mailadres in, of haal het kruisje weg."))
