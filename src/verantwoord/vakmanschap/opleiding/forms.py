from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as lui

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.opleiding.models import Uitkomst, Voor, Vorm
from verantwoord.vakmanschap.velden import Collegakeuze
from verantwoord.web.formulier import DatumField, Formulier, TekstField


class CursusForm(Formulier):
    """One course of the catalogue."""

    titel = forms.CharField(label=lui("Hoe heet de cursus?"), max_length=150)
    doel = TekstField(
        label=lui("Wat kan iemand na deze cursus?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    voor = forms.ChoiceField(label=lui("Voor wie?"), choices=Voor.choices, widget=forms.RadioSelect)
    geldt_vanaf = DatumField(
        label=lui("Vanaf welke dag is de cursus verplicht?"),
        help_text=lui("Niet nodig bij vrije keuze."),
        required=False,
    )
    termijn_dagen = forms.IntegerField(
        label=lui("Hoeveel dagen heeft iemand de tijd?"),
        help_text=lui("Geteld vanaf de dag waarop de cursus voor iemand geldt. Niet nodig bij vrije keuze."),
        min_value=1,
        max_value=3650,
        required=False,
    )
    geldig_maanden = forms.IntegerField(
        label=lui("Na hoeveel maanden is herhalen nodig?"),
        help_text=lui("Leeg betekent: één keer is genoeg."),
        min_value=1,
        max_value=240,
        required=False,
    )
    vorm = forms.ChoiceField(label=lui("Hoe gaat het?"), choices=Vorm.choices, widget=forms.RadioSelect)
    met_oefening = forms.BooleanField(
        label=lui("Met oefenen en feedback"),
        help_text=lui("Dan legt een trainer de uitkomst vast, en niet wie de cursus volgt."),
        required=False,
    )
    aanbieder = forms.CharField(label=lui("Wie geeft de cursus?"), max_length=150)
    uren = forms.DecimalField(
        label=lui("Hoeveel uur duurt het?"), max_digits=5, decimal_places=1, min_value=0.5, localize=True
    )
    bron = forms.CharField(
        label=lui("Waar staat dat dit zo is afgesproken?"),
        help_text=lui("Een opleidingsplan, een besluit of een rapport."),
        max_length=300,
    )
    vervallen_op = DatumField(
        label=lui("Wordt de cursus niet meer gegeven? Vul de laatste dag in"),
        help_text=lui("Wat collega’s volgden, blijft bewaard."),
        required=False,
    )


class AanmeldForm(Formulier):
    """When one will take a course."""

    gepland_op = DatumField(
        label=lui("Wanneer volgt u de cursus?"),
        help_text=lui("Weet u het nog niet? Laat het leeg."),
        required=False,
    )


class UitkomstForm(Formulier):
    """What came of it; for a trainer also whose result it is."""

    medewerker = Collegakeuze(
        label=lui("Welke collega?"),
        empty_label=lui("Kies een collega"),
        error_messages={
            "required": lui("Kies een collega."),
            "invalid_choice": lui("Kies een collega uit deze lijst."),
        },
    )
    gedaan_op = DatumField(label=lui("Wanneer was het?"))
    uitkomst = forms.ChoiceField(
        label=lui("Wat kwam eruit?"), choices=Uitkomst.choices, widget=forms.RadioSelect
    )
    bewijs = forms.CharField(
        label=lui("Waaruit blijkt dat?"),
        help_text=lui("Bijvoorbeeld het nummer van een certificaat, of waar de lijst met deelnemers staat."),
        max_length=200,
    )

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker] | None, **kwargs: Any) -> None:
        """Without ``collegas`` it is about oneself."""
        super().__init__(*args, **kwargs)
        if collegas is None:
            del self.fields["medewerker"]
            return
        veld = self.fields["medewerker"]
        assert isinstance(veld, Collegakeuze)  # noqa: S101 - declared above
        veld.queryset = collegas


class BeginForm(Formulier):
    """Since when somebody does this work."""

    begonnen_op = DatumField(
        label=lui("Eerste werkdag als regievoerder"),
        help_text=lui("Hieruit volgt welke cursussen voor deze collega gelden."),
    )


class TrainerForm(Formulier):
    """Whom to make a trainer."""

    medewerker = Collegakeuze(
        label=lui("Wie wordt trainer?"),
        empty_label=lui("Kies een collega"),
        error_messages={
            "required": lui("Kies een collega."),
            "invalid_choice": lui("Kies een collega uit deze lijst."),
        },
    )

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["medewerker"]
        assert isinstance(veld, Collegakeuze)  # noqa: S101 - declared above
        veld.queryset = collegas
