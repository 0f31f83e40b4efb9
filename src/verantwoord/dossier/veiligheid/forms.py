from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier, TekstField


class KaartForm(Formulier):
    """What one must know in danger; ``vorige`` is the card that was read."""

    vorige = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tekst = TekstField(
        label=_("Wat moet iemand weten bij gevaar"),
        help_text=_(
            "De kamer en de verdieping, wat kalmeert, wie gebeld moet worden. Schrijf geen ziekte en geen signaal van "
            "mensenhandel op. Laat het leeg om de kaart weg te halen."
        ),
        max_length=4000,
        required=False,
    )
