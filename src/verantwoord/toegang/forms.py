from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier


class InlogForm(AuthenticationForm):
    username = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}
        ),
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    error_messages = {
        "invalid_login": _(
            "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Kijk beide na en probeer het opnieuw."
        ),
        "inactive": _("U kunt niet inloggen met dit account. Vraag functioneel beheer om hulp."),
    }


class WachtwoordForm(Formulier):
    """A password of one's own."""

    huidig = forms.CharField(
        label=_("Het wachtwoord waarmee u nu inlogt"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    nieuw = forms.CharField(
        label=_("Uw nieuwe wachtwoord"),
        strip=False,
        max_length=200,
        help_text=_("Ten minste 12 tekens. Een zin van een paar woorden is goed te onthouden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    nogmaals = forms.CharField(
        label=_("Nog een keer uw nieuwe wachtwoord"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_nieuw(self) -> str:
        nieuw: str = self.cleaned_data["nieuw"]
        validate_password(nieuw)
        return nieuw

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("nieuw") and data.get("nogmaals") and data["nieuw"] != data["nogmaals"]:
            self.add_error("nogmaals", _("Dit is een ander wachtwoord dan hierboven. Typ het opnieuw."))
        return data
