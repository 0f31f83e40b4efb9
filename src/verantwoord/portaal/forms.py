"""What the person can write: few fields, big ones, and every sentence in their language."""

from typing import Any, Final

from django import forms

from verantwoord.portaal.queries.betwistingen import ONDERWERPEN
from verantwoord.portaal.queries.wensen import SOORTEN
from verantwoord.portaal.taal import zin_lui
from verantwoord.web.formulier import Formulier, TekstField

LANGST: Final = 5000
_LEEG: Final = {
    "required": zin_lui("Schrijf hier iets op. Eén zin is genoeg."),
    "max_length": zin_lui("Deze tekst is te lang. Maak hem korter, of schrijf het in twee keer."),
}
_KIES: Final = {"required": zin_lui("Kies er een."), "invalid_choice": zin_lui("Kies er een uit de lijst.")}


def _woorden(label: Any, uitleg: Any = "", *, verplicht: bool = True) -> TekstField:
    return TekstField(
        label=label,
        help_text=uitleg,
        required=verplicht,
        max_length=LANGST,
        error_messages=_LEEG,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )


def _keuze(label: Any, keuzes: dict[Any, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", zin_lui("Kies")), *((str(sleutel), tekst) for sleutel, tekst in keuzes.items())],
        error_messages=_KIES,
    )


class WensForm(Formulier):
    omschrijving = _woorden(
        zin_lui("Wat wilt u?"), zin_lui("Schrijf in uw eigen taal en in uw eigen woorden.")
    )
    soort = _keuze(zin_lui("Waar gaat het over?"), SOORTEN)


class BerichtForm(Formulier):
    tekst = _woorden(zin_lui("Uw bericht"), zin_lui("Schrijf in uw eigen taal en in uw eigen woorden."))


class AndereDagForm(Formulier):
    wanneer = _woorden(
        zin_lui("Wanneer kunt u wel?"), zin_lui("Bijvoorbeeld: dinsdag, of een dag na de middag.")
    )
    waarom = _woorden(
        zin_lui("Waarom kunt u niet?"), zin_lui("U hoeft dit niet te schrijven."), verplicht=False
    )


class BetwistForm(Formulier):
    onderwerp = _keuze(zin_lui("Wat klopt er niet?"), ONDERWERPEN)
    over = forms.CharField(
        label=zin_lui("Welk deel?"),
        help_text=zin_lui("Bijvoorbeeld een dag of een naam. U hoeft dit niet te schrijven."),
        required=False,
        max_length=200,
        error_messages=_LEEG,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    wat_klopt_niet = _woorden(
        zin_lui("Vertel wat er niet klopt"), zin_lui("Schrijf in uw eigen taal en in uw eigen woorden.")
    )
    hoe_dan = _woorden(
        zin_lui("Hoe is het wel?"), zin_lui("Weet u het niet? Laat het dan leeg."), verplicht=False
    )


class RijForm(Formulier):
    """Which of one's own rows a button is about."""

    id = forms.UUIDField()


class NummerForm(Formulier):
    """Which referral a button is about, by its place."""

    nummer = forms.IntegerField(min_value=0, max_value=9999)


class KeuzeForm(Formulier):
    """The button that was pressed."""

    keuze = forms.ChoiceField(choices=[(k, k) for k in ("ja", "nee", "intrekken")])


class VoorstelForm(RijForm):
    """The button that was pressed at one proposal."""

    keuze = forms.ChoiceField(choices=[(k, k) for k in ("ja", "nee")])


class TestForm(RijForm):
    """The button that was pressed at one test that a country asks."""

    keuze = forms.ChoiceField(choices=[(k, k) for k in ("ja", "nee", "intrekken")])


class MachtigForm(Formulier):
    naam = forms.CharField(
        label=zin_lui("Hoe heet deze persoon?"),
        max_length=200,
        error_messages=_LEEG | {"required": zin_lui("Schrijf de naam op.")},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    nummer = forms.CharField(
        label=zin_lui("Welk nummer heeft deze persoon?"),
        help_text=zin_lui(
            "Gebruikt deze persoon dit portaal al voor iemand anders? Vraag dan het nummer. U hoeft dit niet te schrijven."
        ),
        required=False,
        max_length=20,
        error_messages=_LEEG,
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "numeric", "autocomplete": "off"}),
    )
    wie = _keuze(
        zin_lui("Wie is het?"),
        {
            "advocaat": zin_lui("Mijn advocaat"),
            "vwn": zin_lui("Iemand van VluchtelingenWerk"),
            "anders": zin_lui("Iemand anders die ik vertrouw"),
        },
    )
    hoe_lang = _keuze(
        zin_lui("Hoe lang mag het?"),
        {
            "maand": zin_lui("Een maand"),
            "kwartaal": zin_lui("Drie maanden"),
            "halfjaar": zin_lui("Een half jaar"),
            "jaar": zin_lui("Een jaar"),
        },
    )
