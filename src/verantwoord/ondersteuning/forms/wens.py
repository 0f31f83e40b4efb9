from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.keuzes import Bron, Oordeel, Soort, Vervolg, Wijze
from verantwoord.web.formulier import DatumField, Formulier, Keuze, TekstField


class WensForm(Formulier):
    """A wish, in the words of the person."""

    omschrijving = forms.CharField(
        label=lui("De wens, in eigen woorden"),
        help_text=lui(
            "Schrijf op wat de vreemdeling zegt. Vat niet samen en verbeter niet. "
            "Hoorde u het van een ander? Schrijf dan op wat die ander zei of schreef."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "class": "vw-eigen-woorden"}),
        max_length=20000,
        required=False,
    )
    soort = forms.ChoiceField(
        label=lui("Waar gaat de wens over?"),
        choices=[("", lui("Kies een onderwerp")), *Soort.choices],
        error_messages={"required": lui("Kies waar de wens over gaat, of “Geen wens geuit”.")},
    )
    geuit_op = DatumField(label=lui("Op welke dag?"), help_text=lui("Bijvoorbeeld 22 9 2022"))
    bron = forms.ChoiceField(
        label=lui("Van wie hoorde u het?"),
        choices=Bron.choices,
        widget=forms.RadioSelect,
        initial=Bron.GESPREK,
    )
    bron_toelichting = forms.CharField(
        label=lui("Hoe kwam het bij u?"),
        help_text=lui("Bijvoorbeeld: brief van de gemachtigde van 3 maart"),
        max_length=200,
        required=False,
    )


class BeoordelingForm(Formulier):
    """Whether a wish can come true, and why."""

    beoordeling = forms.ChoiceField(
        label=lui("Kan deze wens?"),
        choices=[
            (Oordeel.REALISTISCH.value, Keuze(Oordeel.REALISTISCH.label, lui("Er is een weg naartoe"))),
            (Oordeel.NADER_ONDERZOEK.value, Keuze(Oordeel.NADER_ONDERZOEK.label, lui("U weet het nog niet"))),
            (
                Oordeel.NIET_REALISTISCH.value,
                Keuze(Oordeel.NIET_REALISTISCH.label, lui("Leg uit waarom niet")),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies of de wens kan.")},
    )
    reden = forms.CharField(
        label=lui("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op waarom de wens kan of niet kan.")},
    )


class AntwoordForm(Formulier):
    """What the person hears about a wish."""

    vervolg = forms.ChoiceField(
        label=lui("Wat gebeurt er met de wens?"),
        choices=[
            (Vervolg.TOEGEKEND.value, Keuze(Vervolg.TOEGEKEND.label, lui("De DT&V regelt het"))),
            (
                Vervolg.DOORVERWEZEN.value,
                Keuze(
                    Vervolg.DOORVERWEZEN.label,
                    lui("IOM, een ngo of een ander helpt verder; u houdt de regie"),
                ),
            ),
            (
                Vervolg.UITGELEGD.value,
                Keuze(Vervolg.UITGELEGD.label, lui("U legde uit wat wel en niet kan, zoals bij veiligheid")),
            ),
            (
                Vervolg.AFGEWEZEN.value,
                Keuze(Vervolg.AFGEWEZEN.label, lui("Het kan niet, met de reden erbij")),
            ),
            (Vervolg.VERVULD.value, Keuze(Vervolg.VERVULD.label, lui("Het is geregeld"))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat er met de wens gebeurt.")},
    )
    antwoord = forms.CharField(
        label=lui("Welk antwoord geeft u?"),
        help_text=lui("Zoals u het aan de vreemdeling vertelt, in gewone woorden"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op welk antwoord de vreemdeling krijgt.")},
    )
    vervolg_op = DatumField(
        label=lui("Op welke dag gaf u dit antwoord?"), help_text=lui("Bijvoorbeeld 22 9 2022")
    )
    wijze = forms.ChoiceField(
        label=lui("Heeft de vreemdeling dit al gehoord?"),
        choices=[("", lui("Nog niet")), *Wijze.choices],
        widget=forms.RadioSelect,
        required=False,
    )


class VertelForm(Formulier):
    """That the person heard the answer, and what was said to it."""

    verteld_op = DatumField(
        label=lui("Op welke dag hoorde de vreemdeling het?"), help_text=lui("Bijvoorbeeld 22 9 2022")
    )
    wijze = forms.ChoiceField(
        label=lui("Hoe?"),
        choices=Wijze.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies hoe de vreemdeling het hoorde.")},
    )
    reactie = TekstField(
        label=lui("Wat zei de vreemdeling?"),
        help_text=lui("In eigen woorden. Geen reactie is ook goed; laat het dan leeg."),
        widget=forms.Textarea(attrs={"rows": 4, "class": "vw-eigen-woorden"}),
        max_length=20000,
        required=False,
    )
