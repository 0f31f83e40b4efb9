"""The forms of what goes out to partners by itself."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.keten.uit.stromen import V_NUMMER, alle_velden
from verantwoord.toegang.rechten import KETENROLLEN, ORGANISATIES, Organisatie, Rol
from verantwoord.web.formulier import DatumField, Formulier, TekstField

SOORTEN: Final = {
    "opvangrecht": _("Recht op opvang"),
    "toezicht": _("Toezicht"),
    "reisgeschiktheid": _("Kunnen reizen"),
    "vertrek": _("Geboekt vertrek"),
    "opdrachten_coa": _("Acties uit het vertrekplan"),
    "opdrachten_ind": _("Acties uit het vertrekplan"),
    "opdrachten_avim": _("Acties uit het vertrekplan"),
    "opdrachten_kmar": _("Acties uit het vertrekplan"),
    "opdrachten_iom": _("Acties uit het vertrekplan (IOM)"),
    "opdrachten_ngo": _("Acties uit het vertrekplan (NGO)"),
    "overlegactie": _("Actie uit een overleg"),
    "overplaatsing": _("Vraag om een plaats"),
    "overplaatsing_ingetrokken": _("Vraag om een plaats, ingetrokken"),
    "meldplichtvraag": _("Vraag over een meldplicht"),
    "meldplichtvraag_ingetrokken": _("Vraag over een meldplicht, ingetrokken"),
}
VELDEN: Final = {
    V_NUMMER: _("V-nummer"),
    "recht": _("recht of niet"),
    "categorie": _("soort recht"),
    "einddatum": _("laatste dag"),
    "redencode": _("neutrale reden"),
    "meldplicht": _("meldplicht of niet"),
    "per_week": _("hoe vaak melden"),
    "in_bewaring": _("in bewaring of niet"),
    "geschikt": _("kan reizen of niet"),
    "tot": _("tot wanneer dat geldt"),
    "begeleiding": _("medische begeleiding of niet"),
    "soort": _("zelfstandig of gedwongen"),
    "gepland_op": _("dag van vertrek"),
    "land": _("land van bestemming"),
    "begeleiding_kmar": _("begeleiding door de KMar of niet"),
    "opdrachten": _("wat is afgesproken en wanneer"),
    "overleg": _("soort overleg"),
    "datum": _("dag van het overleg"),
    "punt": _("nummer van het agendapunt"),
    "naar": _("soort plaats"),
    "vraag": _("wat wordt gevraagd"),
    "antwoord_voor": _("dag voor het antwoord"),
    "op": _("dag"),
}
_SCHEIDING: Final = "/"


def veld_in_woorden(paar: str) -> str:
    """``opvangrecht.einddatum`` as an administrator reads it."""
    soort, _punt, veld = paar.partition(".")
    return f"{SOORTEN.get(soort, soort)}: {VELDEN.get(veld, veld)}"


def per_soort(paren: Iterable[str]) -> list[tuple[str, str]]:
    """What was agreed, a line a sort: its name and its fields."""
    gevonden: dict[str, list[str]] = {}
    for paar in paren:
        soort, _punt, veld = paar.partition(".")
        gevonden.setdefault(str(SOORTEN.get(soort, soort)), []).append(str(VELDEN.get(veld, veld)))
    return [(soort, ", ".join(velden)) for soort, velden in gevonden.items()]


def wiekeuzes() -> list[tuple[str, str]]:
    """Every role of a partner to which anything may go, with its organisation."""
    return [
        (f"{organisatie}{_SCHEIDING}{rol}", f"{Organisatie(organisatie).label}, {Rol(rol).label}")
        for rol in Rol
        if rol in KETENROLLEN
        for organisatie in sorted(ORGANISATIES[rol])
        if alle_velden(organisatie)
    ]


class OntvangerForm(Formulier):
    """A program of a partner to which messages go."""

    naam = forms.CharField(
        label=_("Naam"), max_length=100, help_text=_("Bijvoorbeeld: COA, systeem voor bewoners")
    )
    wie = forms.ChoiceField(
        label=_("Voor wie"),
        choices=wiekeuzes,
        help_text=_("De rol bepaalt wat deze ontvanger hoogstens mag weten."),
    )
    adres = forms.CharField(
        label=_("Adres"),
        max_length=500,
        help_text=_("Met https://, op een host die de serverbeheerder heeft toegelaten."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "inputmode": "url"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if wie := data.pop("wie", None):
            data["organisatie"], data["rol"] = wie.split(_SCHEIDING)
        return data


class AdresForm(Formulier):
    """Where a receiver is by now, and whether anything goes there."""

    gezien = forms.CharField(widget=forms.HiddenInput, max_length=600)
    adres = OntvangerForm.base_fields["adres"]
    actief = forms.TypedChoiceField(
        label=_("Gaan er berichten naartoe"),
        choices=[("ja", _("Ja")), ("nee", _("Nee, zet stil"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        help_text=_("Wat al klaarstaat, blijft wachten. Over wat daarna verandert, komt geen bericht."),
    )


class AfspraakForm(Formulier):
    """What was agreed with an organisation."""

    kenmerk = forms.CharField(
        label=_("Kenmerk"),
        max_length=100,
        help_text=_("Waaronder de afspraak te vinden is, bijvoorbeeld: 2026-COA-03"),
    )
    doel = TekstField(
        label=_("Waarvoor"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Welke taak van deze organisatie dit nodig heeft."),
    )
    velden = forms.MultipleChoiceField(
        label=_("Welke gegevens"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kruis aan wat is afgesproken. Meer dan hier staat, mag deze organisatie niet weten."),
        error_messages={"required": _("Kruis aan wat is afgesproken.")},
    )
    van = DatumField(label=_("Eerste dag"))
    tot = DatumField(label=_("Laatste dag"), help_text=_("Na deze dag gaat er niets meer uit."))

    def __init__(self, *args: Any, organisatie: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["velden"].choices = [  # type: ignore[attr-defined]  # the field above has them
            (paar, veld_in_woorden(paar)) for paar in alle_velden(organisatie)
        ]


class OverslaanForm(Formulier):
    """Why a message need not arrive any more."""

    reden = TekstField(
        label=_("Waarom hoeft dit bericht niet meer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld: het COA heeft de datum op 3 maart telefonisch bevestigd."),
        error_messages={"required": _("Schrijf op waarom dit bericht niet meer hoeft.")},
    )
