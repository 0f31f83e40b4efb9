from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier


class AliasForm(Formulier):
    """One other name, and where it was seen."""

    naam = forms.CharField(
        label=_("Andere naam of schrijfwijze"),
        help_text=_("Schrijf de naam zoals u hem zag, ook als hij anders is gespeld."),
        max_length=200,
        error_messages={"required": _("Schrijf de andere naam op.")},
    )
    bron = forms.CharField(
        label=_("Waar staat deze naam?"),
        help_text=_("Bijvoorbeeld: paspoort, overdracht van de AVIM, de vreemdeling zelf."),
        max_length=200,
        error_messages={"required": _("Schrijf op waar u deze naam zag.")},
    )


class WegForm(Formulier):
    """Which name was a mistake, and why."""

    naam = forms.CharField(max_length=200, widget=forms.HiddenInput)
    reden = forms.CharField(
        label=_("Waarom klopt deze naam niet?"),
        max_length=500,
        error_messages={"required": _("Schrijf op waarom deze naam weg moet.")},
    )
