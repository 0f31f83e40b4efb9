"""The forms of this room, and where a refusal belongs."""

from typing import Any

from django import forms

from verantwoord.ondersteuning.forms.behoefte import BehoefteForm, VervuldForm
from verantwoord.ondersteuning.forms.bijdrage import BesluitForm, BijdrageForm
from verantwoord.ondersteuning.forms.catalogus import AanbodForm, ZoekForm
from verantwoord.ondersteuning.forms.verwijzing import (
    EindeForm,
    OpvolgingForm,
    ResultaatForm,
    VerwijzingForm,
)
from verantwoord.ondersteuning.forms.wens import AntwoordForm, BeoordelingForm, VertelForm, WensForm

__all__ = [
    "AanbodForm",
    "AntwoordForm",
    "BehoefteForm",
    "BeoordelingForm",
    "BesluitForm",
    "BijdrageForm",
    "EindeForm",
    "OpvolgingForm",
    "ResultaatForm",
    "VertelForm",
    "VervuldForm",
    "VerwijzingForm",
    "WensForm",
    "ZoekForm",
    "veld_van",
]


def veld_van(form: forms.Form, veld: Any) -> str | None:
    """The field to put a refusal beside, or none when this form does not have it."""
    return veld if veld in form.fields else None
