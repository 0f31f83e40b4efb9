from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.ondersteuning.keuzes import Bewijssoort, Landantwoord
from verantwoord.web.formulier import DatumField, Formulier, TekstField

BIJVOORBEELD = lui("Bijvoorbeeld 22 9 2022")


class DerdeLandForm(Formulier):
    """Which other country the person thinks of."""

    land = forms.ChoiceField(
        label=lui("Naar welk land?"),
        choices=landkeuzes,
        error_messages={"required": lui("Kies een land.")},
    )


class DiaForm(Formulier):
    """Whether the DIA can help, and why or why not."""

    dia_overwogen = forms.TypedChoiceField(
        label=lui("Is hulp van de DIA overwogen?"),
        help_text=lui("De DIA kan helpen om te weten of het land de persoon toelaat."),
        choices=[("ja", lui("Ja")), ("nee", lui("Nee"))],
        coerce="ja".__eq__,
        empty_value=None,
        widget=forms.RadioSelect(attrs={"class": "vw-keuzeknoppen"}),
        error_messages={"required": lui("Kies ja of nee.")},
    )
    dia_reden = TekstField(
        label=lui("Wat kwam eruit, of waarom niet?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op wat u vond, of waarom de DIA hier niet helpt.")},
    )


class LandantwoordForm(Formulier):
    """What was asked of an embassy or consulate, or what it answered."""

    wie = forms.CharField(
        label=lui("Welke ambassade of welk consulaat?"),
        max_length=200,
        error_messages={"required": lui("Schrijf op welke ambassade of welk consulaat dit is.")},
    )
    soort = forms.ChoiceField(
        label=lui("Wat is er gevraagd of geantwoord?"),
        choices=Landantwoord.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat er is gevraagd of geantwoord.")},
    )
    op = DatumField(label=lui("Op welke dag?"), help_text=BIJVOORBEELD)
    tekst = TekstField(
        label=lui("Wat zeiden zij erbij?"),
        help_text=lui("Deel bij zo’n vraag nooit iets over een asielaanvraag."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        required=False,
    )


class ToelatingForm(Formulier):
    """By what it is certain that the country lets the person in."""

    soort = forms.ChoiceField(
        label=lui("Welk bewijs is er?"),
        choices=Bewijssoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies welk bewijs er is.")},
    )
    kenmerk = forms.CharField(
        label=lui("Kenmerk of nummer"),
        help_text=lui("Het document zelf bewaart u hier niet."),
        max_length=200,
        error_messages={"required": lui("Vul het kenmerk of het nummer van het bewijs in.")},
    )
    gezien_op = DatumField(label=lui("Op welke dag zag u het bewijs?"), help_text=BIJVOORBEELD)
    geldig_tot = DatumField(
        label=lui("Tot en met welke dag geldt het?"),
        help_text=lui("Laat leeg als er geen einde op staat."),
        required=False,
    )


class VervallenForm(Formulier):
    """Why a proof no longer holds."""

    reden = TekstField(
        label=lui("Waarom geldt dit bewijs niet meer?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op waarom dit bewijs niet meer geldt.")},
    )
