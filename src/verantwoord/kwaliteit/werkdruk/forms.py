from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.web.formulier import Formulier


class AannamesForm(Formulier):
    """Which team, and what is taken to be so; all of it stands in the address, and none of it names a person."""

    team = forms.ChoiceField(
        label=lui("Team"), error_messages={"invalid_choice": lui("Kies een team uit deze lijst.")}
    )
    per_week = forms.DecimalField(
        label=lui("Gesprekken per collega per week"),
        help_text=lui("Met voorbereiding, tolk, verslag en wat eruit volgt."),
        min_value=0.5,
        max_value=20,
        decimal_places=1,
        initial=4,
        localize=True,
        error_messages={
            "invalid": lui("Vul een getal in, zoals 4 of 3,5."),
            "min_value": lui("Vul een getal in van 0,5 of meer."),
        },
    )
    afwezig = forms.IntegerField(
        label=lui("Afwezig, in procenten"),
        help_text=lui("Verlof, ziekte, opleiding en ander werk samen."),
        min_value=0,
        max_value=80,
        initial=20,
    )
    zitting_na = forms.IntegerField(
        label=lui("Weken van aankomst tot zitting"), min_value=3, max_value=104, initial=16
    )
    collegas = forms.IntegerField(
        label=lui("Probeer met zoveel collega’s"), min_value=1, max_value=200, required=False
    )

    def __init__(self, *args: Any, teams: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["team"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101 - it stands above
        keuze.choices = list(teams.items())
