from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier


class SluitForm(Formulier):
    """Why a message will not be taken in."""

    reden = forms.CharField(
        label=_("Waarom neemt u dit bericht niet op"),
        help_text=_("Bijvoorbeeld: de IND stuurt een verbeterd bericht, afgesproken op 3 maart."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Schrijf op waarom dit bericht niet wordt opgenomen.")},
    )
