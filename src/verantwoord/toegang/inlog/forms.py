from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier


class CodeForm(Formulier):
    """A code of the app, or one of the codes on paper."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("De 6 cijfers die uw app nu toont, of een van uw herstelcodes."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class AppForm(Formulier):
    """The first code of a new app."""

    code = forms.CharField(
        label=_("De code die uw app nu toont"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasskeyForm(Formulier):
    """What to call a new passkey; the browser fills in the rest."""

    naam = forms.CharField(
        label=_("Hoe noemt u deze passkey?"),
        max_length=60,
        required=False,
        help_text=_("Bijvoorbeeld: laptop van het werk. Zo herkent u hem later."),
    )
    antwoord = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)


class AntwoordForm(Formulier):
    """The answer of a passkey; the browser fills it in."""

    antwoord = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)
