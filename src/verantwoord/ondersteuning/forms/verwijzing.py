from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.forms.velden import BedragField, WensVeld, wens_keuzes
from verantwoord.ondersteuning.keuzes import Antwoord, Einde, Kiezer, Naar, Uitkomst
from verantwoord.ondersteuning.models import Wens
from verantwoord.web.formulier import DatumField, Formulier, Keuze, TekstField

BIJVOORBEELD = lui("Bijvoorbeeld 22 9 2022")
VOORLEGGEN: Final = "voorleggen"
# What has to be written for each answer, and what is said when it is not.
_NODIG: Final = {"ja": ("waarvoor",), VOORLEGGEN: ("waarvoor", "deelt", "waarom")}
_LEEG: Final = {
    "waarvoor": lui("Schrijf op wat u de organisatie vraagt, in gewone woorden."),
    "deelt": lui("Schrijf op welke gegevens u deelt."),
    "waarom": lui("Schrijf op waarom deze hulp kan passen."),
}


class VerwijzingForm(Formulier):
    """Whom is asked to help, with what, and whether the person agrees; both answers weigh the same."""

    wens_id = WensVeld()
    naar = forms.ChoiceField(
        label=lui("Wie kan helpen?"),
        choices=[
            (Naar.IOM.value, Naar.IOM.label),
            (Naar.NGO.value, Naar.NGO.label),
            (Naar.DIA.value, Keuze(Naar.DIA.label, lui("Zaken die in het land zelf worden geregeld"))),
            (
                Naar.GEMACHTIGDE.value,
                Keuze(
                    Naar.GEMACHTIGDE.label,
                    lui("Bij nieuwe feiten over veiligheid; oordeel er zelf niet over"),
                ),
            ),
            (Naar.OVERIG.value, Naar.OVERIG.label),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wie kan helpen.")},
    )
    organisatie = forms.CharField(
        label=lui("Welke organisatie of contactpersoon?"),
        help_text=lui("Bij een ngo of een andere organisatie altijd de naam"),
        max_length=200,
        required=False,
    )
    toestemming = forms.ChoiceField(
        label=lui("Mag u hiervoor gegevens delen?"),
        help_text=lui(
            "Leg uit wat u deelt en met wie. “U hoeft niet te kiezen. Zegt u nee? Dan verandert er niets. "
            "U kunt ook zelf contact opnemen, en later mag het altijd nog.” Onder de 16 jaar zegt de ouder of de voogd ja."
        ),
        choices=[
            ("ja", lui("Ja, dat mag")),
            ("nee", lui("Nee, nu niet")),
            (
                VOORLEGGEN,
                Keuze(
                    lui("Nog niet gevraagd. Ik leg het voor"),
                    lui("De persoon kiest in het portaal, of zegt het tegen u. Tot een ja deelt u niets"),
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat de vreemdeling antwoordde.")},
    )
    op = DatumField(label=lui("Op welke dag sprak u dit af?"), help_text=BIJVOORBEELD)
    waarvoor = TekstField(
        label=lui("Wat vraagt u de organisatie?"),
        help_text=lui(
            "Vul dit in bij een ja of een voorstel. De organisatie leest dit zoals u het schrijft. Alleen wat nodig is om te "
            "helpen; geen medische gegevens zonder toestemmingsverklaring."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        required=False,
    )
    deelt = TekstField(
        label=lui("Welke gegevens deelt u dan?"),
        help_text=lui("Vul dit in bij een voorstel. De persoon leest dit in het portaal."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20000,
        required=False,
    )
    waarom = TekstField(
        label=lui("Waarom kan deze hulp passen?"),
        help_text=lui("Vul dit in bij een voorstel. De persoon leest dit in het portaal."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20000,
        required=False,
    )
    volgende_op = DatumField(
        label=lui("Wanneer vraagt u hoe het loopt, of wat de persoon kiest?"),
        help_text=lui("De regie blijft bij u. Binnen twee weken is de norm bij IOM en ngo's."),
        required=False,
    )
    aanbod_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, wensen: Iterable[Wens], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wens_id"].choices = wens_keuzes(wensen)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("naar") in {Naar.NGO, Naar.OVERIG} and not data.get("organisatie"):
            self.add_error("organisatie", lui("Schrijf op om welke organisatie het gaat."))
        for veld in _NODIG.get(data.get("toestemming", ""), ()):
            if not data.get(veld) and veld not in self.errors:
                self.add_error(veld, _LEEG[veld])
        return data


class KeuzeForm(Formulier):
    """What was said to somebody about a proposal. Every answer weighs the same, and saying nothing is one of them."""

    keuze = forms.ChoiceField(
        label=lui("Wat is het antwoord op het voorstel?"),
        choices=[
            ("ja", Keuze(lui("Ja, dat mag"), lui("De verwijzing gaat nu naar de organisatie."))),
            ("nee", Keuze(lui("Nee, nu niet"), lui("Er wordt niets gedeeld. Een ja kan later altijd nog."))),
            ("nog_niet", Keuze(lui("Nog niet gekozen"), lui("U vraagt het later nog een keer."))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat het antwoord is.")},
    )
    wie = forms.ChoiceField(
        label=lui("Wie gaf het antwoord?"),
        help_text=lui("Onder de 16 jaar zegt de ouder of de voogd ja. Een advocaat kan dat niet."),
        choices=Kiezer.choices,
        initial=Kiezer.PERSOON,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wie het antwoord gaf.")},
    )
    op = DatumField(label=lui("Op welke dag sprak u dit af?"), help_text=BIJVOORBEELD)
    volgende_op = DatumField(
        label=lui("Wanneer vraagt u het weer?"),
        help_text=lui("Alleen als er nog niet is gekozen."),
        required=False,
    )


class OpvolgingForm(Formulier):
    """How it goes, and when that is asked again."""

    op = DatumField(label=lui("Op welke dag vroeg u het na?"), help_text=BIJVOORBEELD)
    hoe = TekstField(
        label=lui("Hoe loopt het?"),
        help_text=lui("Wat zegt de vreemdeling, en wat zegt de organisatie?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op hoe het loopt.")},
    )
    volgende_op = DatumField(label=lui("Wanneer vraagt u het weer?"), required=False)


class ResultaatForm(Formulier):
    """What came of it."""

    uitkomst = forms.ChoiceField(
        label=lui("Wat is de uitslag?"),
        choices=Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat de uitslag is.")},
    )
    resultaat = TekstField(
        label=lui("Wat is er afgesproken of geregeld?"),
        help_text=lui("Zoals u het ook aan de vreemdeling vertelt. Lukt het niet? Schrijf op waarom."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op wat de uitslag is.")},
    )
    bedrag = BedragField(label=lui("Hoort er een bedrag bij?"))
    op = DatumField(label=lui("Op welke dag hoorde u dit?"), help_text=BIJVOORBEELD)


class EindeForm(Formulier):
    """That a referral stops, and why; it is not removed."""

    einde = forms.ChoiceField(
        label=lui("Waarom stopt de verwijzing?"),
        choices=Einde.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies waarom de verwijzing stopt.")},
    )
    toelichting = TekstField(
        label=lui("Wat is er gebeurd, en wat nu?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op hoe de verwijzing eindigde.")},
    )
    op = DatumField(label=lui("Op welke dag stopte zij?"), help_text=BIJVOORBEELD)


class VervalForm(EindeForm):
    """That a proposal is no longer there to choose; nobody said no."""

    einde = forms.ChoiceField(
        label=lui("Waarom geldt het voorstel niet meer?"),
        choices=[keuze for keuze in Einde.choices if keuze[0] != Einde.TOESTEMMING_WEG],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies waarom het voorstel niet meer geldt.")},
    )
    op = DatumField(label=lui("Vanaf welke dag?"), help_text=BIJVOORBEELD)


class OrganisatieantwoordForm(Formulier):
    """What the organisation said to being asked, when it did not say so here itself."""

    antwoord = forms.ChoiceField(
        label=lui("Wat zegt de organisatie?"),
        choices=[
            (
                Antwoord.AANGENOMEN.value,
                Keuze(Antwoord.AANGENOMEN.label, lui("De verwijzing loopt. U blijft nagaan hoe het gaat.")),
            ),
            (
                Antwoord.GEWEIGERD.value,
                Keuze(
                    Antwoord.GEWEIGERD.label,
                    lui("De verwijzing stopt. Zoek samen met de vreemdeling een andere weg."),
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat de organisatie zegt.")},
    )
    toelichting = TekstField(
        label=lui("Wat zei de organisatie erbij?"),
        help_text=lui("Kan de organisatie niet helpen? Schrijf op waarom, zoals u het vertelt."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op wat de organisatie zei.")},
    )
    op = DatumField(label=lui("Op welke dag hoorde u dit?"), help_text=BIJVOORBEELD)


class BewijsVanAanvraagForm(Formulier):
    """The day on which the "Bewijs van Aanvraag" of the IOM was signed."""

    op = DatumField(
        label=lui("Op welke dag is het Bewijs van Aanvraag getekend?"),
        help_text=lui("Het geldt zestig dagen. De IOM deelt alleen wat daarin staat."),
    )
