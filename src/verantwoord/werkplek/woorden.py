"""What the codes of a dossier are called on screen. No code word ever reaches a reader."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.bewaking import woorden as fasewoorden
from verantwoord.web.datums import dag_maand

FASE: Final = fasewoorden.FASE
# Kinds of stay that are said before the place; of the others the place says enough.
VERBLIJF: Final = {
    "azc": "azc",
    "gl": "gl",
    "vbl": "vbl",
    "lvv": "lvv",
    "ggv": "ggv",
    "detentie": lui("detentie"),
}
GESPREKSTEKEN: Final[dict[str, tuple[str, Promise]]] = {
    "gevoerd": ("gedaan", lui("gevoerd")),
    "gepland": ("gepland", lui("gepland")),
    "te_laat": ("te-laat", lui("te laat")),
    "ontbreekt": ("ontbreekt", lui("ontbreekt")),
    "niet_aan_de_orde": ("niet-aan-de-orde", lui("nog niet aan de orde")),
}
TOETSINGSTEKEN: Final[dict[str, tuple[str, Promise]]] = {
    "actueel": ("gedaan", lui("actueel")),
    "verouderd": ("verouderd", lui("verouderd")),
    "ontbreekt": ("ontbreekt", lui("ontbreekt")),
    "aanwijzing": ("aanwijzing", lui("nieuwe aanwijzing")),
}
MOMENT: Final[dict[str, tuple[str, Promise]]] = {
    "medisch": ("Me", lui("Medisch")),
    "buiten_schuld": ("Bs", lui("Buiten schuld")),
    "schrijnend": ("Sc", lui("Schrijnend")),
    "mensenhandel": ("Mh", lui("Mensenhandel")),
}
# Icon and words; a date is put behind the words where there is one.
LP: Final[dict[str, tuple[str, Promise]]] = {
    "niet_nodig": ("vink", lui("Niet nodig, heeft een reisdocument")),
    "niet_ingevuld": ("blad", lui("Nog niet ingevuld")),
    "niet_gewild": ("blad", lui("Niet ingevuld, dat was de keuze op")),
    "op_slot": ("slot", lui("Ingevuld, niet verzonden")),
    "klaar": ("brief", lui("Klaar om te verzenden")),
    "verzonden": ("vink", lui("Verzonden")),
    "toegezegd": ("vink", lui("Toegezegd")),
    "geweigerd": ("blad", lui("Niet toegezegd")),
    "afgegeven": ("vink", lui("Ontvangen")),
}
LP_MET_DATUM: Final = frozenset({"niet_gewild", "verzonden", "toegezegd", "geweigerd", "afgegeven"})
RELATIE: Final[dict[str, Promise]] = {
    "broer_zus": lui("broer of zus"),
    "kind": lui("kind"),
    "ouder": lui("ouder"),
    "overig": lui("familielid"),
    "partner": lui("partner"),
}
OPSCHORTING: Final[dict[str, Promise]] = {
    "artikel_64": lui("De IND heeft uitstel van vertrek verleend om medische redenen (artikel 64)."),
    "bedenktijd": lui("Er loopt bedenktijd voor slachtoffers van mensenhandel."),
    "vergunning": lui("Er is een verblijfsvergunning in verband met mensenhandel."),
    "voorziening": lui("De rechter heeft een voorlopige voorziening toegewezen."),
}


def verblijf_in_woorden(soort: str, locatie: str) -> str:
    """Say where someone lives: ``azc Assen``."""
    if not locatie and not soort:
        return _("verblijf niet bekend")
    kind = str(VERBLIJF.get(soort, ""))
    if not locatie:
        return kind or _("verblijf niet bekend")
    return locatie if not kind or locatie.casefold().startswith(kind) else f"{kind} {locatie}"


def v_nummer_in_delen(v_nummer: str) -> str:
    """Write a v-number so that it can be read aloud: ``281 447 9053``."""
    return f"{v_nummer[:3]} {v_nummer[3:6]} {v_nummer[6:]}" if len(v_nummer) == 10 else v_nummer


def geboren_in_woorden(geboortedatum: str | None, op: date) -> str:
    """Say a birth date with the age; unknown parts (00) are left out, and then no age is guessed."""
    if geboortedatum is None:
        return _("niet bekend")
    jaar, maand, dag = geboortedatum.split("-")
    if "00" in (maand, dag):
        return jaar if jaar != "0000" else _("niet bekend")
    geboren = date.fromisoformat(geboortedatum)
    leeftijd = op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))
    return _("%(datum)s (%(leeftijd)d jaar)") % {"datum": dag_maand(geboren), "leeftijd": leeftijd}


def opsomming(delen: Iterable[str]) -> str:
    """Join words as people do: a, b en c."""
    woorden = [str(deel) for deel in delen]
    if len(woorden) < 2:
        return "".join(woorden)
    return _("%(begin)s en %(laatste)s") % {"begin": ", ".join(woorden[:-1]), "laatste": woorden[-1]}
