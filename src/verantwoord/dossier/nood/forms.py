from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from verantwoord.dossier.inzageverzoek.woorden import UITLEG, categorie_in_woorden
from verantwoord.dossier.nood.actions import DUREN
from verantwoord.toegang.models import Noodtoegang
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField


class OpenForm(Formulier):
    """Who, what, why and how long; the categories are those of the role."""

    v_nummer = forms.CharField(
        label=_("V-nummer"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false"}),
    )
    geboortedatum = DatumField(label=_("Geboortedatum"), required=False)
    achternaam = forms.CharField(
        label=_("Of de achternaam"),
        help_text=_("Nodig als u de geboortedatum niet weet."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    categorie = forms.ChoiceField(label=_("Wat moet u zien"), widget=forms.RadioSelect)
    reden = TekstField(
        label=_("Wat is er aan de hand"),
        help_text=_("Schrijf op welk gevaar er is en waarom het niet kan wachten. Een ander leest dit na."),
        max_length=LANGSTE_TEKST,
    )
    minuten = forms.TypedChoiceField(
        label=_("Hoe lang heeft u dit nodig"), coerce=int, widget=forms.RadioSelect, initial=DUREN[0]
    )

    def __init__(self, *args: Any, soorten: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = [  # type: ignore[attr-defined]
            (soort, Keuze(categorie_in_woorden(soort), UITLEG.get(soort, ""))) for soort in soorten
        ]
        self.fields["minuten"].choices = [  # type: ignore[attr-defined]
            (duur, ngettext("%(n)d minuut", "%(n)d minuten", duur) % {"n": duur}) for duur in DUREN
        ]

    def clean_v_nummer(self) -> str:
        return "".join(
            teken for teken in self.cleaned_data["v_nummer"] if teken.isascii() and teken.isdigit()
        )

    def clean(self) -> None:
        super().clean()
        gegeven = self.cleaned_data
        if "geboortedatum" in gegeven and not gegeven["geboortedatum"] and not gegeven.get("achternaam"):
            self.add_error("achternaam", _("Vul de geboortedatum in, of de achternaam."))


class BeoordeelForm(Formulier):
    """Whether the emergency was there, and why one thinks so."""

    oordeel = forms.ChoiceField(
        label=_("Was dit nodig"), choices=Noodtoegang.Oordeel.choices, widget=forms.RadioSelect
    )
    toelichting = TekstField(
        label=_("Waarom"),
        help_text=_("Schrijf op wat u heeft nagegaan en bij wie."),
        max_length=LANGSTE_TEKST,
    )
