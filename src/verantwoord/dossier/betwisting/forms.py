from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Betwisting
from verantwoord.web.formulier import LANGSTE_TEKST, Formulier, TekstField


class BeslisForm(Formulier):
    """What was decided, and why in words that the person reads."""

    besluit = forms.ChoiceField(
        label=_("Wat heeft u gedaan"), choices=Betwisting.Besluit.choices, widget=forms.RadioSelect
    )
    motivering = TekstField(
        label=_("Uw antwoord aan de persoon"),
        help_text=_(
            "De persoon leest dit in het portaal. Zeg wat u heeft nagekeken, en waarom u dit besluit."
        ),
        max_length=LANGSTE_TEKST,
    )
