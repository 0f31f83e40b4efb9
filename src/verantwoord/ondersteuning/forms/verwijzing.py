from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.forms.velden import BedragField, WensVeld, wens_keuzes
from verantwoord.ondersteuning.keuzes import Antwoord, Einde, Naar, Uitkomst
from verantwoord.ondersteuning.models import Wens
from verantwoord.web.formulier import DatumField, Formulier, Keuze, TekstField

BIJVOORBEELD = lui("Bijvoorbeeld 22 9 2022")


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
    toestemming = forms.TypedChoiceField(
        label=lui("Mag u hiervoor gegevens delen?"),
        help_text=lui(
            "Leg uit wat u deelt en met wie. “U hoeft niet te kiezen. Zegt u nee? Dan verandert er niets. "
            "U kunt ook zelf contact opnemen, en later mag het altijd nog.”"
        ),
        choices=[("ja", lui("Ja, dat mag")), ("nee", lui("Nee, nu niet"))],
        coerce="ja".__eq__,
        widget=forms.RadioSelect(attrs={"class": "vw-keuzeknoppen"}),
        error_messages={"required": lui("Kies wat de vreemdeling antwoordde.")},
    )
    op = DatumField(label=lui("Op welke dag sprak u dit af?"), help_text=BIJVOORBEELD)
    waarvoor = TekstField(
        label=lui("Wat vraagt u de organisatie?"),
        help_text=lui(
            "Vul dit in bij een ja. Alleen wat nodig is om te helpen; geen medische gegevens zonder "
            "toestemmingsverklaring."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        required=False,
    )
    volgende_op = DatumField(
        label=lui("Wanneer vraagt u hoe het loopt?"),
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
        if data.get("toestemming") and not data.get("waarvoor") and "waarvoor" not in self.errors:
            self.add_error("waarvoor", lui("Schrijf op wat u de organisatie vraagt, in gewone woorden."))
        return data


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
