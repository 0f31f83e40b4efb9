from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.ondersteuning.forms.velden import WensVeld, wens_keuzes
from verantwoord.ondersteuning.keuzes import Regelsoort, Regelstand, Uitvoerder
from verantwoord.ondersteuning.models import Wens
from verantwoord.web.formulier import DatumField, Formulier, Keuze, TekstField

BIJVOORBEELD = lui("Bijvoorbeeld 22 9 2022")


class RegelingForm(Formulier):
    """What is needed in kind, where, by when, and who sees to it."""

    wens_id = WensVeld()
    uitvoerder = forms.ChoiceField(
        label=lui("Wie regelt dit?"),
        choices=[
            (
                Uitvoerder.DIA.value,
                Keuze(Uitvoerder.DIA.label, lui("Alleen als de vreemdeling goedvond dat u met de DIA deelt")),
            ),
            (
                Uitvoerder.BIJZONDER_VERTREK.value,
                Keuze(Uitvoerder.BIJZONDER_VERTREK.label, lui("Een onderdeel van de DT&V zelf")),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wie dit regelt.")},
    )
    soort = forms.ChoiceField(
        label=lui("Waar gaat het om?"),
        choices=Regelsoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies waar het om gaat.")},
    )
    nodig = TekstField(
        label=lui("Wat is er nodig?"),
        help_text=lui(
            "Wie dit regelt, leest alleen dit. Schrijf op wat nodig is, niet waarom iemand vertrekt. Een diagnose hoort hier niet."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op wat er nodig is, in gewone woorden.")},
    )
    land = forms.ChoiceField(
        label=lui("In welk land?"), choices=landkeuzes, error_messages={"required": lui("Kies een land.")}
    )
    nodig_op = DatumField(label=lui("Wanneer moet het geregeld zijn?"), help_text=BIJVOORBEELD)

    def __init__(self, *args: Any, wensen: Iterable[Wens], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wens_id"].choices = wens_keuzes(wensen)  # type: ignore[attr-defined]


class RegelstandForm(Formulier):
    """How something in kind stands now."""

    stand = forms.ChoiceField(
        label=lui("Hoe staat het ermee?"),
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies hoe het ermee staat.")},
    )
    tekst = TekstField(
        label=lui("Wat is er afgesproken, of waarom lukt het niet?"),
        help_text=lui("Lukt het niet, of hoeft het niet meer? Schrijf dan op waarom."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        required=False,
    )
    op = DatumField(label=lui("Op welke dag?"), help_text=BIJVOORBEELD)

    def __init__(self, *args: Any, vervolg: Iterable[Regelstand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stand"].choices = [  # type: ignore[attr-defined]
            (stand.value, stand.label) for stand in vervolg
        ]
