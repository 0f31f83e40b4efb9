from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Persoon
from verantwoord.vertrekgesprek.keuzes import Moment, Oorzaak, Status, Toevoeging, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.talen import taalkeuzes
from verantwoord.web.formulier import DatumField, Formulier, Keuze

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

    def __init__(self, *args: Any, persoon: Persoon, gesprek: Gesprek | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        huidig = gesprek.taal if gesprek else None
        self.fields["taal"].choices = taalkeuzes(huidig, *persoon.talen)  # type: ignore[attr-defined]
        if gesprek is not None:
            del self.fields["moment"]

    def clean_gemeenschappelijke_taal(self) -> bool | None:
        return ja_nee(self.cleaned_data["gemeenschappelijke_taal"])


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
            (
                Toevoeging.REACTIE.value,
                Keuze(lui("Een reactie van de vreemdeling"), lui("In eigen woorden, niet samengevat")),
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
        help_text=lui("Bij een reactie van de vreemdeling is geen reden nodig"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("soort") not in {None, Toevoeging.REACTIE} and not gegevens.get("reden"):
            self.add_error("reden", _("Schrijf op waarom dit er later bij komt."))
        return gegevens
