from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.ondersteuning.keuzes import Behoeftesoort
from verantwoord.web.formulier import LANGSTE_TEKST, Formulier, TekstField


class BehoefteForm(Formulier):
    """What somebody would need and nobody offers."""

    soort = forms.ChoiceField(
        label=lui("Wat is er nodig, en is er niet?"),
        choices=Behoeftesoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat er nodig is.")},
    )
    land = forms.ChoiceField(
        label=lui("In welk land?"),
        help_text=lui("Weet u het niet, of maakt het niet uit? Laat het leeg."),
        choices=landkeuzes,
        required=False,
    )
    toelichting = TekstField(
        label=lui("Wat zocht u, en wat is er niet?"),
        help_text=lui("Dit blijft in het dossier. Naar beleid gaat alleen een aantal, zonder personen."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": lui("Schrijf op wat er niet is, en wat u zocht.")},
    )


class VervuldForm(Formulier):
    met = TekstField(
        label=lui("Wat is er gevonden?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": lui("Schrijf op wat er is gevonden.")},
    )
