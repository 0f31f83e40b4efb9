"""The languages people speak in these talks, by their BCP 47 code, and how a person is addressed."""

from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Persoon
from verantwoord.kern.definities import leeftijd_van
from verantwoord.stamgegevens import landen

TALEN: Final[dict[str, Promise]] = {
    "sq": lui("Albanees"),
    "am": lui("Amhaars"),
    "ar": lui("Arabisch"),
    "hy": lui("Armeens"),
    "az": lui("Azerbeidzjaans"),
    "bn": lui("Bengaals"),
    "bs": lui("Bosnisch"),
    "zh": lui("Chinees (Mandarijn)"),
    "prs": lui("Dari"),
    "de": lui("Duits"),
    "en": lui("Engels"),
    "fa": lui("Farsi"),
    "fr": lui("Frans"),
    "ff": lui("Fula"),
    "ka": lui("Georgisch"),
    "ha": lui("Hausa"),
    "hi": lui("Hindi"),
    "ig": lui("Igbo"),
    "it": lui("Italiaans"),
    "kmr": lui("Koerdisch (Kurmanji)"),
    "ckb": lui("Koerdisch (Sorani)"),
    "ln": lui("Lingala"),
    "mk": lui("Macedonisch"),
    "mn": lui("Mongools"),
    "nl": lui("Nederlands"),
    "ne": lui("Nepalees"),
    "uz": lui("Oezbeeks"),
    "om": lui("Oromo"),
    "ps": lui("Pasjtoe"),
    "pt": lui("Portugees"),
    "pa": lui("Punjabi"),
    "ro": lui("Roemeens"),
    "rom": lui("Romani"),
    "ru": lui("Russisch"),
    "sr": lui("Servisch"),
    "so": lui("Somalisch"),
    "es": lui("Spaans"),
    "sw": lui("Swahili"),
    "tg": lui("Tadzjieks"),
    "ta": lui("Tamil"),
    "ti": lui("Tigrinya"),
    "tr": lui("Turks"),
    "uk": lui("Oekraïens"),
    "ur": lui("Urdu"),
    "vi": lui("Vietnamees"),
    "yo": lui("Yoruba"),
}


def taalnaam(code: str | None) -> str:
    """The name of a language as it is said in these talks; others as the Unicode locale data name them."""
    if not code:
        return ""
    bekend = TALEN.get(code) or TALEN.get(code.partition("-")[0])
    return str(bekend or landen.taalnaam(code).capitalize())


def taalkeuzes(*voorop: str | None) -> list[tuple[str, str]]:
    """The languages to choose from: first the person's own, then the others by name."""
    eigen = [code for code in dict.fromkeys(voorop) if code]
    anders = sorted((code for code in TALEN if code not in eigen), key=taalnaam)
    return [("", _("Kies een taal")), *((code, taalnaam(code)) for code in (*eigen, *anders))]


def aanspreekvorm(persoon: Persoon, *, op: date | None) -> str:
    """How the person is called in a sentence: "de heer Al-Jabouri"; a child, and without a known sex, by the full name.

    ``op`` is the day of the talk, on which somebody was a child or not.
    """
    if op is not None and persoon.geboortedatum and leeftijd_van(persoon.geboortedatum, op) == "minderjarig":
        return persoon.volledige_naam
    naam = " ".join(deel for deel in (persoon.tussenvoegsel, persoon.achternaam) if deel)
    if not persoon.achternaam:
        return _("de vreemdeling")
    naam = naam[:1].upper() + naam[1:]
    titels = {"man": _("de heer %(naam)s"), "vrouw": _("mevrouw %(naam)s")}
    return titels.get(persoon.geslacht, "%(naam)s") % {
        "naam": naam if persoon.geslacht in titels else persoon.volledige_naam
    }


def hij_of_zij(persoon: Persoon) -> str:
    """The word that begins a sentence about this person."""
    return {"man": _("Hij"), "vrouw": _("Zij")}.get(persoon.geslacht, _("De vreemdeling"))
