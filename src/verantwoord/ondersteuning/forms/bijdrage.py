from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.forms.velden import BedragField, WensVeld, wens_keuzes
from verantwoord.ondersteuning.keuzes import Besluit, Vorm
from verantwoord.ondersteuning.models import Wens
from verantwoord.web.formulier import DatumField, Formulier, TekstField

BIJVOORBEELD = lui("Bijvoorbeeld 22 9 2022")


class BijdrageForm(Formulier):
    """A contribution of the DT&V: what for, and how much."""

    wens_id = WensVeld()
    vorm = forms.ChoiceField(
        label=lui("Wat vraagt u aan?"),
        choices=Vorm.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat u aanvraagt.")},
    )
    waarvoor = TekstField(
        label=lui("Waarvoor is het?"),
        help_text=lui("Zeg wat de vreemdeling ermee kan. Een diagnose hoort hier niet."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op waarvoor de bijdrage is.")},
    )
    bedrag = BedragField(label=lui("Welk bedrag vraagt u?"))
    op = DatumField(label=lui("Aangevraagd op"), help_text=BIJVOORBEELD)

    def __init__(self, *args: Any, wensen: Iterable[Wens], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wens_id"].choices = wens_keuzes(wensen)  # type: ignore[attr-defined]


class BesluitForm(Formulier):
    """What was decided about a contribution."""

    besluit = forms.ChoiceField(
        label=lui("Wat is het besluit?"),
        choices=Besluit.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat het besluit is.")},
    )
    bedrag = BedragField(label=lui("Welk bedrag is toegekend?"))
    reden = TekstField(
        label=lui("Waarom?"),
        help_text=lui("Zoals u het aan de vreemdeling vertelt"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op waarom zo is besloten.")},
    )
    besloten_door = forms.CharField(
        label=lui("Wie nam het besluit?"),
        max_length=200,
        error_messages={"required": lui("Schrijf op wie het besluit nam.")},
    )
    op = DatumField(label=lui("Besloten op"), help_text=BIJVOORBEELD)
