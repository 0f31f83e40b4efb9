from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.stamgegevens.landen import landkeuzes
from verantwoord.stamgegevens.velden import LandenField
from verantwoord.vakmanschap.kennis.models import Onderwerp
from verantwoord.vakmanschap.navertelling import ALLEEN_DOSSIERS
from verantwoord.vakmanschap.opleiding.models import Cursus
from verantwoord.vakmanschap.velden import NavertelField, NavertelregelField
from verantwoord.web.formulier import DatumField, Formulier


class ZoekForm(Formulier):
    """Search what is known; what is left empty narrows nothing."""

    woord = forms.CharField(label=lui("Welk woord?"), max_length=100, required=False)
    onderwerp = forms.ChoiceField(
        label=lui("Welk onderwerp?"), choices=[("", lui("Elk onderwerp")), *Onderwerp.choices], required=False
    )
    land = forms.ChoiceField(
        label=lui("Welk land?"), choices=lambda: [("", _("Elk land")), *landkeuzes()[1:]], required=False
    )


class StukForm(Formulier):
    """One piece of knowledge."""

    titel = NavertelregelField(
        label=lui("Waar gaat het over, in één regel?"), max_length=120, alleen=ALLEEN_DOSSIERS
    )
    tekst = NavertelField(
        label=lui("Wat moet een collega weten?"),
        help_text=lui(
            "Kort: wat in één minuut te lezen is. Over een regel of een aanbod, niet over een persoon."
        ),
        max_length=1200,
        rijen=6,
        alleen=ALLEEN_DOSSIERS,
    )
    onderwerp = forms.ChoiceField(
        label=lui("Welk onderwerp?"), choices=Onderwerp.choices, widget=forms.RadioSelect
    )
    landen = LandenField(
        label=lui("Voor welke landen geldt het?"),
        help_text=lui("Eén land op elke regel. Leeg betekent: voor elk land."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    bron = forms.CharField(
        label=lui("Waar staat dit?"),
        help_text=lui("Een brief, een afspraak of een adres op internet. Het programma opent het niet."),
        max_length=300,
    )
    geldig_tot = DatumField(
        label=lui("Tot wanneer klopt dit zeker?"),
        help_text=lui("Na deze dag toont het programma het niet meer, tot iemand het nakijkt."),
    )
    cursus = forms.ModelChoiceField(
        label=lui("Bij welke cursus hoort het?"),
        queryset=Cursus.objects.none(),
        empty_label=lui("Bij geen cursus"),
        required=False,
    )

    def __init__(self, *args: Any, cursussen: QuerySet[Cursus], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["cursus"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101 - declared above
        veld.queryset = cursussen
