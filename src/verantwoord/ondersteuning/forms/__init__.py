"""The forms of this room, and where a refusal belongs."""

from typing import Any

from django import forms

from verantwoord.ondersteuning.forms.behoefte import BehoefteForm, VervuldForm
from verantwoord.ondersteuning.forms.bijdrage import BegrotingForm, BesluitForm, BetalingForm, BijdrageForm
from verantwoord.ondersteuning.forms.catalogus import AanbodForm, ZoekForm
from verantwoord.ondersteuning.forms.derdeland import (
    DerdeLandForm,
    DiaForm,
    LandantwoordForm,
    ToelatingForm,
    VervallenForm,
)
from verantwoord.ondersteuning.forms.navraag import NavraagForm
from verantwoord.ondersteuning.forms.regeling import RegelingForm, RegelstandForm
from verantwoord.ondersteuning.forms.verwijzing import (
    BewijsVanAanvraagForm,
    EindeForm,
    KeuzeForm,
    OpvolgingForm,
    OrganisatieantwoordForm,
    ResultaatForm,
    VervalForm,
    VerwijzingForm,
)
from verantwoord.ondersteuning.forms.wens import AntwoordForm, BeoordelingForm, VertelForm, WensForm

__all__ = [
    "AanbodForm",
    "AntwoordForm",
    "BegrotingForm",
    "BehoefteForm",
    "BeoordelingForm",
    "BesluitForm",
    "BetalingForm",
    "BewijsVanAanvraagForm",
    "BijdrageForm",
    "DerdeLandForm",
    "DiaForm",
    "EindeForm",
    "KeuzeForm",
    "LandantwoordForm",
    "NavraagForm",
    "OpvolgingForm",
    "OrganisatieantwoordForm",
    "RegelingForm",
    "RegelstandForm",
    "ResultaatForm",
    "ToelatingForm",
    "VertelForm",
    "VervalForm",
    "VervallenForm",
    "VervuldForm",
    "VerwijzingForm",
    "WensForm",
    "ZoekForm",
    "veld_van",
]


def veld_van(form: forms.Form, veld: Any) -> str | None:
    """The field to put a refusal beside, or none when this form does not have it."""
    return veld if veld in form.fields else None
