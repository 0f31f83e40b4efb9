from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.ondersteuning.keuzes import Aanbieder, Eis, Hulp, Mogelijkheid, Soort
from verantwoord.stamgegevens.velden import LandenField
from verantwoord.web.formulier import DatumField, Formulier, TekstField

WENSEN = [keuze for keuze in Soort.choices if keuze[0] != Soort.GEEN_WENS_GEUIT]


class ZoekForm(Formulier):
    """Search the catalogue; what is left empty narrows nothing."""

    wens = forms.ChoiceField(
        label=lui("Bij welke wens?"), choices=[("", lui("Elke wens")), *WENSEN], required=False
    )
    land = forms.ChoiceField(
        label=lui("In welk land?"),
        choices=lambda: [("", _("Elk land")), *landkeuzes()[1:]],
        required=False,
    )
    gezin = forms.BooleanField(label=lui("Ook voor gezinnen"), required=False)
    medisch = forms.BooleanField(label=lui("Ook bij medische zorg"), required=False)
    ook_afgelopen = forms.BooleanField(label=lui("Ook wat is afgelopen"), required=False)


class AanbodForm(Formulier):
    """One entry of the catalogue."""

    aanbieder = forms.ChoiceField(
        label=lui("Wie biedt het aan?"), choices=Aanbieder.choices, widget=forms.RadioSelect
    )
    organisatie = forms.CharField(label=lui("Naam van de organisatie"), max_length=200)
    titel = forms.CharField(label=lui("Hoe heet het?"), max_length=200)
    mogelijkheid = forms.ChoiceField(
        label=lui("Bij welke mogelijkheid uit het gesprek hoort het?"),
        choices=[("", lui("Dat weet ik niet")), *Mogelijkheid.choices],
        required=False,
    )
    omschrijving = TekstField(
        label=lui("Wat houdt het in?"),
        help_text=lui("In gewone woorden: deze tekst komt ook in het gesprek op tafel."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
    )
    biedt = forms.MultipleChoiceField(
        label=lui("Wat krijgt iemand?"),
        choices=Hulp.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    bedrag = forms.DecimalField(
        label=lui("Ten hoogste hoeveel euro?"),
        help_text=lui("Alleen als het bekend is."),
        max_digits=9,
        decimal_places=2,
        min_value=0,
        localize=True,
        required=False,
    )
    eisen = forms.MultipleChoiceField(
        label=lui("Welke voorwaarden gelden?"),
        help_text=lui("Hierop kijkt het programma mee. Weet het iets niet, dan vraagt het dat na."),
        choices=Eis.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    niet_nationaliteiten = LandenField(
        label=lui("Voor welke nationaliteiten is het er niet?"),
        help_text=lui("Eén land op elke regel. Leeg betekent: voor iedereen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    voorwaarden = TekstField(
        label=lui("Welke voorwaarden zijn er nog meer?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )
    contact = TekstField(
        label=lui("Hoe neemt u contact op?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    bron = forms.CharField(
        label=lui("Waar staat dit?"),
        help_text=lui("Een brief, een afspraak of een adres op internet. Het programma opent het niet."),
        max_length=300,
        required=False,
    )
    wensen = forms.MultipleChoiceField(
        label=lui("Bij welke wensen past het?"),
        help_text=lui("Niets aangekruist betekent: bij elke wens."),
        choices=WENSEN,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    landen = LandenField(
        label=lui("In welke landen?"),
        help_text=lui("Eén land op elke regel. Leeg betekent: in elk land."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    gezin = forms.BooleanField(label=lui("Ook voor gezinnen"), required=False)
    medisch = forms.BooleanField(label=lui("Ook bij medische zorg"), required=False)
    van = DatumField(label=lui("Eerste dag"), required=False)
    tot = DatumField(
        label=lui("Laatste dag"),
        help_text=lui("Is het gestopt? Vul de laatste dag in. Het blijft bewaard."),
        required=False,
    )
    nagekeken_op = DatumField(label=lui("Wanneer hebt u dit nagevraagd bij de organisatie?"), required=False)
    voorbeeld = forms.BooleanField(
        label=lui("Dit is een verzonnen voorbeeld"),
        help_text=lui("Het staat er dan overal bij, en de vreemdeling ziet het niet."),
        required=False,
    )


class InvoerForm(Formulier):
    """A spreadsheet to read; what is in it is judged by who reads it."""

    bestand = forms.FileField(
        label=lui("Welk bestand?"),
        help_text=lui("Een xlsx-bestand zoals u het hier ophaalt, ten hoogste 2 MB."),
        error_messages={
            "required": lui("Kies een bestand."),
            "empty": lui("Dit bestand is leeg. Kies een ander bestand."),
        },
    )
