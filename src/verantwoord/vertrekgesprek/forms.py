import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Dossier, Persoon
from verantwoord.vertrekgesprek.keuzes import (
    WENSSOORTEN,
    Besluitsoort,
    Moment,
    Oorzaak,
    Reactievorm,
    Status,
    Toevoeging,
    Tolk,
    Zoekterrein,
)
from verantwoord.vertrekgesprek.models import Gesprek, Woordvoorstel
from verantwoord.vertrekgesprek.passages import Passageblad
from verantwoord.vertrekgesprek.talen import taalkeuzes
from verantwoord.web.formulier import DatumField, Formulier, Keuze

LANGSTE_PROEF: Final = 5_000
JA_NEE = [("ja", lui("Ja")), ("nee", lui("Nee"))]


def ja_nee(waarde: str) -> bool | None:
    """What a choice between yes and no says; no choice is no answer."""
    return {"ja": True, "nee": False}.get(waarde)


def als_ja_nee(waarde: bool | None) -> str:  # noqa: FBT001 - a fact with three values, not a switch
    return {True: "ja", False: "nee"}.get(waarde, "") if waarde is not None else ""


class PlanForm(Formulier):
    """When, where and in which language; which talk only when it is new."""

    moment = forms.ChoiceField(
        label=lui("Welk gesprek"),
        choices=Moment.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies welk gesprek u plant.")},
    )
    gepland_op = DatumField(label=lui("Datum"), help_text=lui("Bijvoorbeeld 22 9 2022"))
    tijd = forms.TimeField(
        label=lui("Tijd"),
        help_text=lui("Bijvoorbeeld 10.00"),
        input_formats=["%H.%M", "%H:%M", "%H"],
        widget=forms.TimeInput(
            format="%H.%M", attrs={"class": "vw-kort", "inputmode": "numeric", "autocomplete": "off"}
        ),
        error_messages={
            "required": lui("Vul de tijd in."),
            "invalid": lui("Schrijf de tijd in uren en minuten, bijvoorbeeld 10.00."),
        },
    )
    plaats = forms.CharField(
        label=lui("Plaats en kamer"),
        help_text=lui("Zoals het in de uitnodiging staat, bijvoorbeeld azc Assen, gebouw B, kamer 3"),
        max_length=200,
        error_messages={"required": lui("Vul in waar het gesprek is.")},
    )
    taal = forms.ChoiceField(
        label=lui("Taal van het gesprek"), error_messages={"required": lui("Kies de taal van het gesprek.")}
    )
    gemeenschappelijke_taal = forms.ChoiceField(
        label=lui("Spreekt u deze taal zelf goed genoeg voor dit gesprek?"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
        required=False,
    )
    tolk_gepland = forms.ChoiceField(
        label=lui("Tolk"),
        choices=[
            (Tolk.AANWEZIG.value, lui("In de kamer")),
            (Tolk.TELEFONISCH.value, lui("Aan de telefoon")),
            (Tolk.GEEN.value, Keuze(lui("Geen tolk"), lui("Alleen als u elkaars taal goed spreekt"))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies hoe er wordt getolkt.")},
    )
    tolk_bestelling = forms.CharField(
        label=lui("Nummer van de bestelling van de tolk"), max_length=200, required=False
    )

    met = forms.MultipleChoiceField(
        label=lui("Wie van het gezin is erbij?"),
        help_text=lui(
            "Ieder dossier krijgt een eigen verslag. U schrijft samen op wat u uitlegde, en apart wat ieder zelf zei."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": lui("Kies alleen mensen uit het gezin in dit dossier.")},
    )

    def __init__(
        self,
        *args: Any,
        persoon: Persoon,
        gesprek: Gesprek | None = None,
        familie: Sequence[Dossier] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        huidig = gesprek.taal if gesprek else None
        velden["taal"].choices = taalkeuzes(huidig, *persoon.talen)
        velden["met"].choices = [
            (str(dossier.pk), Keuze(dossier.persoon.volledige_naam, dossier.nummer)) for dossier in familie
        ]
        if gesprek is not None:
            del velden["moment"]
        if not familie:
            del velden["met"]

    def clean_gemeenschappelijke_taal(self) -> bool | None:
        return ja_nee(self.cleaned_data["gemeenschappelijke_taal"])


class TolkForm(Formulier):
    """The order of an interpreter, and its confirmation."""

    tolk_gepland = forms.ChoiceField(
        label=lui("Hoe tolkt de tolk?"),
        choices=[
            (Tolk.AANWEZIG.value, lui("In de kamer")),
            (Tolk.TELEFONISCH.value, lui("Aan de telefoon")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies hoe de tolk tolkt.")},
    )
    tolk_voorkeur = forms.CharField(
        label=lui("Wat vroeg de vreemdeling zelf?"),
        help_text=lui("Bijvoorbeeld: liever een vrouw, of het Arabisch van Irak"),
        max_length=200,
        required=False,
    )
    tolk_bestelling = forms.CharField(label=lui("Nummer van de bestelling"), max_length=200, required=False)
    tolk_besteld_op = DatumField(
        label=lui("Besteld op"), error_messages={"required": lui("Vul in wanneer de tolk is besteld.")}
    )
    tolk_bevestigd_op = DatumField(
        label=lui("Bevestigd op"),
        help_text=lui("Laat leeg zolang het tolkenbureau niet heeft geantwoord"),
        required=False,
    )


class NietGevoerdForm(Formulier):
    """What happened to a talk that was planned."""

    status = forms.ChoiceField(
        label=lui("Wat gebeurde er?"),
        choices=[
            (
                Status.NIET_VERSCHENEN.value,
                Keuze(
                    lui("De vreemdeling kwam niet"),
                    lui("Plan daarna een nieuw gesprek."),
                ),
            ),
            (
                Status.NIET_DOORGEGAAN.value,
                Keuze(lui("Het gesprek ging niet door"), lui("Bijvoorbeeld omdat er geen tolk was")),
            ),
            (
                Status.GEANNULEERD.value,
                Keuze(
                    lui("Het gesprek is van tevoren afgezegd"),
                    lui("De vreemdeling weet dat het niet doorgaat"),
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat er gebeurde.")},
    )
    oorzaak = forms.ChoiceField(
        label=lui("Waardoor ging het niet door?"),
        help_text=lui("Alleen als het gesprek niet doorging"),
        choices=Oorzaak.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    reden = forms.CharField(
        label=lui("Toelichting"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": lui("Schrijf op wat er gebeurde.")},
    )


class AddendumForm(Formulier):
    """Something that comes to a finished talk."""

    soort = forms.ChoiceField(
        label=lui("Wat voegt u toe?"),
        choices=[
            (
                Toevoeging.AANVULLING.value,
                Keuze(lui("Een aanvulling"), lui("Iets dat in het verslag ontbreekt")),
            ),
            (
                Toevoeging.CORRECTIE.value,
                Keuze(lui("Een correctie"), lui("Iets dat anders was dan er staat")),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat u toevoegt.")},
    )
    tekst = forms.CharField(
        label=lui("Tekst"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op wat u wilt toevoegen.")},
    )
    reden = forms.CharField(
        label=lui("Waarom komt dit er later bij?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": lui("Schrijf op waarom dit er later bij komt.")},
    )


class ReactieForm(Formulier):
    """What the person says about a finished report. No reason is asked for it and nothing about it is judged."""

    tekst = forms.CharField(
        label=lui("De reactie, in eigen woorden"),
        help_text=lui("Schrijf op wat de vreemdeling zegt. Vat niet samen en verbeter niet."),
        widget=forms.Textarea(attrs={"rows": 8, "class": "vw-eigen-woorden"}),
        max_length=20000,
        error_messages={"required": lui("Schrijf de reactie op in de woorden van de vreemdeling.")},
    )
    vorm = forms.ChoiceField(
        label=lui("Hoe kwam de reactie?"),
        # What came by the portal is there already.
        choices=[keuze for keuze in Reactievorm.choices if keuze[0] != Reactievorm.PORTAAL],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies hoe de reactie kwam.")},
    )
    gegeven_op = DatumField(
        label=lui("Op welke dag?"), error_messages={"required": lui("Vul in wanneer de reactie kwam.")}
    )


class ToetsingpassageForm(Formulier):
    """Which of the four the words of a passage belong to."""

    betreft = forms.ChoiceField(
        label=lui("Bij welke toetsing?"),
        choices=[
            ("", lui("Kies een toetsing")),
            *((keuze.value, keuze.label) for keuze in Zoekterrein if keuze != Zoekterrein.WENS),
        ],
        error_messages={"required": lui("Kies bij welke toetsing dit hoort.")},
    )


class WenspassageForm(Formulier):
    """What a wish is about that was found in the report."""

    betreft = forms.ChoiceField(
        label=lui("Waar gaat de wens over?"),
        choices=[("", lui("Kies een onderwerp")), *WENSSOORTEN],
        error_messages={"required": lui("Kies waar de wens over gaat.")},
    )


class TerzijdeForm(Formulier):
    """Why a passage does not concern what its words may be about."""

    reden = forms.CharField(
        label=lui("Waarom niet?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": lui("Schrijf op waarom dit er niet bij hoort.")},
    )


PASSAGEFORMS: Final[dict[str, type[Formulier]]] = {
    Besluitsoort.TOETSING.value: ToetsingpassageForm,
    Besluitsoort.WENS.value: WenspassageForm,
    Besluitsoort.TERZIJDE.value: TerzijdeForm,
}


@dataclass(frozen=True)
class Passagekaart:
    """A passage with the three forms that answer it; several stand on one page, so each has ids of its own."""

    blad: Passageblad
    toetsing: Formulier
    wens: Formulier
    terzijde: Formulier


def passagekaart(blad: Passageblad, **ingevuld: Formulier) -> Passagekaart:
    """``ingevuld`` is the form that was sent and refused, by the kind of decision."""
    moment = "" if blad.is_wens else blad.passage.terrein

    def formulier(soort: Besluitsoort) -> Formulier:
        return ingevuld.get(soort.value) or PASSAGEFORMS[soort](
            auto_id=f"{soort}-{blad.sleutel}-%s",
            initial={"betreft": moment} if soort == Besluitsoort.TOETSING else None,
        )

    return Passagekaart(blad, *(formulier(soort) for soort in Besluitsoort))


# What could be the number of a person, a dossier or a telephone: a rule about words needs none.
_NUMMER: Final = re.compile(r"(?:\d[ .\-/]?){6,}|\bD-?\d{4}", re.IGNORECASE)
_ADRES: Final = re.compile(r"\S@\S")


class WoordvoorstelForm(Formulier):
    """Words that the rules should find, as people in general say them; never a text out of a dossier."""

    terrein = forms.ChoiceField(
        label=lui("Waar gaan deze woorden over?"),
        choices=Zoekterrein.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies waar deze woorden over gaan.")},
    )
    woorden = forms.CharField(
        label=lui("Welke woorden moeten de regels vinden?"),
        help_text=lui(
            "Schrijf zoals mensen het zeggen, in uw eigen woorden. Bijvoorbeeld: hij kreeg geen lucht meer."
        ),
        max_length=200,
        error_messages={"required": lui("Schrijf de woorden op die gevonden moeten worden.")},
    )
    toelichting = forms.CharField(
        label=lui("Waarom wijzen deze woorden daarop?"),
        help_text=lui("In het algemeen, zonder over iemand te vertellen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )
    zonder_persoon = forms.BooleanField(
        label=lui("Hier staat niets in over een persoon en geen tekst uit een dossier"),
        error_messages={"required": lui("Lees uw tekst na en kruis dit aan. Haal weg wat over iemand gaat.")},
    )

    def clean_woorden(self) -> str:
        return _zonder_nummer(self.cleaned_data["woorden"])

    def clean_toelichting(self) -> str:
        return _zonder_nummer(self.cleaned_data["toelichting"])


def _zonder_nummer(tekst: str) -> str:
    if _NUMMER.search(tekst) or _ADRES.search(tekst):
        raise forms.ValidationError(
            _(
                "Hier staat een nummer of een adres dat bij iemand kan horen. Haal het weg en schrijf alleen de woorden op."
            )
        )
    return tekst.strip()


class VoorstelantwoordForm(Formulier):
    """What was done with a proposal, for who made it."""

    stand = forms.ChoiceField(
        label=lui("Wat doet u met dit voorstel?"),
        choices=[
            (
                Woordvoorstel.Stand.OVERGENOMEN.value,
                Keuze(
                    lui("Overgenomen"), lui("De regels zijn aangepast, of worden dat in de volgende versie")
                ),
            ),
            (
                Woordvoorstel.Stand.NIET_OVERGENOMEN.value,
                Keuze(
                    lui("Niet overgenomen"),
                    lui("Bijvoorbeeld omdat de woorden te vaak iets anders betekenen"),
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat u met het voorstel doet.")},
    )
    antwoord = forms.CharField(
        label=lui("Uw antwoord"),
        help_text=lui("Wie het voorstelde, leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": lui("Schrijf op waarom. Wie het voorstelde, leest uw antwoord.")},
    )


class ProefForm(Formulier):
    """A text to try the rules on. It is read and forgotten."""

    tekst = forms.CharField(
        label=lui("Uw tekst"),
        help_text=lui(
            "Hooguit 5.000 tekens. Bedenk zelf een tekst; gebruik er geen over een echt mens. De tekst wordt niet bewaard."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        max_length=LANGSTE_PROEF,
        error_messages={
            "required": lui("Schrijf of plak een tekst."),
            "max_length": lui("Deze tekst is te lang. Er passen 5.000 tekens in."),
        },
    )
