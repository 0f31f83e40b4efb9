from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.forms.verwijzing import BIJVOORBEELD
from verantwoord.ondersteuning.keuzes import Vraag
from verantwoord.web.formulier import DatumField, Formulier

_ANTWOORDEN = {"ja": True, "nee": False, "onbekend": None}


class NavraagForm(Formulier):
    """The questions that the catalogue asks and no fact answers; not knowing is an answer too."""

    def __init__(self, *args: Any, eerder: Mapping[str, bool | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woord = {antwoord: sleutel for sleutel, antwoord in _ANTWOORDEN.items()}
        for vraag in Vraag:
            self.fields[vraag.value] = forms.ChoiceField(
                label=vraag.label,
                choices=[("ja", lui("Ja")), ("nee", lui("Nee")), ("onbekend", lui("Weet ik niet"))],
                initial=woord[eerder.get(vraag.value)],
                widget=forms.RadioSelect,
                error_messages={"required": lui("Kies een antwoord.")},
            )
        self.fields["op"] = DatumField(label=lui("Op welke dag vroeg u dit?"), help_text=BIJVOORBEELD)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        return {
            "op": data.get("op"),
            "antwoorden": {vraag.value: _ANTWOORDEN[data[vraag]] for vraag in Vraag if vraag in data},
        }
