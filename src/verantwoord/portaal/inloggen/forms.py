from django import forms

from verantwoord.portaal.taal import zin_lui
from verantwoord.web.formulier import Formulier

_CODE = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
_LEEG = {"required": zin_lui("Vul dit in.")}


class ActiveerForm(Formulier):
    """The code of the letter."""

    code = forms.CharField(
        label=zin_lui("De code uit uw brief"),
        help_text=zin_lui("Zes groepen van vier letters en cijfers. Streepjes en kleine letters mogen."),
        max_length=60,
        error_messages=_LEEG,
        widget=forms.TextInput(attrs=_CODE),
    )


class InlogForm(Formulier):
    """A number and a code; ``onderweg`` is what was typed on the page where the stay ended."""

    nummer = forms.CharField(
        label=zin_lui("Uw nummer"),
        help_text=zin_lui("Negen cijfers. Het staat in uw brief."),
        max_length=20,
        error_messages=_LEEG,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "inputmode": "numeric", "dir": "ltr", "spellcheck": "false"}
        ),
    )
    code = forms.CharField(
        label=zin_lui("Code"),
        help_text=zin_lui("De 6 cijfers van uw app, of een code van uw papier."),
        max_length=40,
        error_messages=_LEEG,
        widget=forms.TextInput(attrs=_CODE),
    )


class AntwoordForm(Formulier):
    """The answer of a passkey; the browser fills it in."""

    antwoord = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)


class AppForm(Formulier):
    """The first code of a new app."""

    code = forms.CharField(
        label=zin_lui("De 6 cijfers die uw app nu toont"),
        max_length=12,
        error_messages=_LEEG,
        widget=forms.TextInput(attrs={**_CODE, "inputmode": "numeric"}),
    )


class ManierForm(Formulier):
    """Which way of logging in to take away; of codes on paper all at once."""

    soort = forms.CharField(max_length=8)
    pk = forms.UUIDField(required=False)


class VerblijfForm(Formulier):
    """Which stay to end."""

    nummer = forms.UUIDField()


class KiesForm(Formulier):
    """For whom to look."""

    dossier = forms.UUIDField()
