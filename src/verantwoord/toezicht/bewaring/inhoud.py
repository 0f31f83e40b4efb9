"""What a proposal says, and what it still lacks. Plain values: nothing here reads or writes a row."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.tekst import vinger_van
from verantwoord.toezicht.bewaring.keuzes import (
    AMV_GRONDEN,
    GRONDEN,
    INDICATOREN,
    KWETSBAAR,
    MIDDELEN,
    Onderwerp,
)


class Middel(msgspec.Struct, frozen=True, kw_only=True):
    """One lesser means: when it was tried, if it was, what came of it, and why it is not enough now."""

    geprobeerd_op: date | None = None
    resultaat: str = ""
    waarom: str = ""

    @property
    def is_gewogen(self) -> bool:
        return not is_leeg(self.resultaat) and not is_leeg(self.waarom)


class Inhoud(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one person writes in a proposal. All of it may be empty as long as it is a draft."""

    middelen: dict[str, Middel] = {}
    kwetsbaarheid: dict[str, str] = {}
    gronden: dict[str, str] = {}
    zicht: dict[str, str] = {}
    zicht_oordeel: bool | None = None
    zicht_afweging: str = ""
    belang_kind: str = ""
    nidos_op: date | None = None
    nidos: str = ""
    amv_grond: str = ""

    def middel(self, naam: str) -> Middel:
        return self.middelen.get(naam, Middel())


def lees_inhoud(rij: Mapping[str, Any]) -> Inhoud:
    """The words of a proposal as they are kept in its row."""
    return msgspec.convert(dict(rij), Inhoud)


def schrijf_inhoud(inhoud: Inhoud) -> dict[str, Any]:
    """As :func:`lees_inhoud` reads it back."""
    kaal: dict[str, Any] = msgspec.to_builtins(inhoud)
    return kaal


def is_minderjarig_mogelijk(s: Stand) -> bool:
    """Whether the person or a relative is a minor, or may be one because an age is not known."""
    return s.iemand_minderjarig or bool(s.onbekende_leeftijden)


def is_amv(s: Stand) -> bool:
    return s.persoon.amv and s.leeftijd != "meerderjarig"


def wat_ontbreekt(inhoud: Inhoud, s: Stand) -> dict[str, list[str]]:
    """What has not been written yet, by part of the proposal; an empty answer means that somebody else can read it.

    More than the norms ask: every lesser means is weighed, not one of them, and every question about vulnerability
    and prospect has an answer of its own, also when that answer is that nothing was found.
    """
    delen = {
        "middelen": list(_zonder(MIDDELEN, lambda naam: inhoud.middel(naam).is_gewogen)),
        "kwetsbaarheid": list(_zonder(KWETSBAAR, lambda naam: not is_leeg(inhoud.kwetsbaarheid.get(naam)))),
        "kinderen": list(_over_kinderen(inhoud, s)),
        "gronden": list(_over_gronden(inhoud, s)),
        "zicht": list(_over_zicht(inhoud)),
    }
    return {deel: tekort for deel, tekort in delen.items() if tekort}


def als_feit(inhoud: Inhoud, *, voorgesteld_op: date | None, voorgesteld_door: str) -> d.Bewaring:
    """The proposal as the dossierbeeld has it: what the norms read."""
    return d.Bewaring(
        voorgesteld_op=voorgesteld_op,
        voorgesteld_door=voorgesteld_door,
        lichtere_middelen={
            naam: _middel_in_woorden(inhoud.middel(naam)) for naam in MIDDELEN if naam in inhoud.middelen
        },
        gronden={naam: inhoud.gronden[naam] for naam in GRONDEN if not is_leeg(inhoud.gronden.get(naam))},
        zicht_op_uitzetting={naam: inhoud.zicht[naam] for naam in INDICATOREN if naam in inhoud.zicht},
        zicht_oordeel=inhoud.zicht_oordeel,
        kwetsbaarheid=_kwetsbaarheid(inhoud),
    )


def vingers_van(inhoud: Inhoud) -> dict[str, str]:
    """A fingerprint of each text that can be the same elsewhere, by where it stands."""
    teksten = {f"middel {naam}": middel.waarom for naam, middel in inhoud.middelen.items()}
    teksten |= {f"kwetsbaarheid {naam}": tekst for naam, tekst in inhoud.kwetsbaarheid.items()}
    teksten |= {f"grond {naam}": tekst for naam, tekst in inhoud.gronden.items()}
    teksten |= {"zicht": inhoud.zicht_afweging}
    return {plek: vinger for plek, tekst in teksten.items() if (vinger := vinger_van(tekst))}


def titel_van_plek(plek: str) -> str:
    """In words where a text stands, for the sentence that it stands elsewhere too."""
    soort, _spatie, naam = plek.partition(" ")
    onderwerpen: dict[str, Mapping[str, Onderwerp]] = {
        "middel": MIDDELEN,
        "kwetsbaarheid": KWETSBAAR,
        "grond": GRONDEN,
    }
    return str(onderwerpen[soort][naam].titel) if naam else _("Zicht op uitzetting")


def _zonder(onderwerpen: Mapping[str, Onderwerp], is_klaar: Any) -> Iterator[str]:
    return (str(onderwerp.titel) for naam, onderwerp in onderwerpen.items() if not is_klaar(naam))


def _over_gronden(inhoud: Inhoud, s: Stand) -> Iterator[str]:
    minimum = s.p["bewaring-onttrekkingsrisico.min_grounds"]
    aantal = sum(not is_leeg(inhoud.gronden.get(naam)) for naam in GRONDEN)
    if aantal < minimum:
        yield _("Ten minste %(minimum)d gronden met een eigen toelichting; nu %(aantal)d") % {
            "minimum": minimum,
            "aantal": aantal,
        }


def _over_zicht(inhoud: Inhoud) -> Iterator[str]:
    yield from _zonder(INDICATOREN, lambda naam: not is_leeg(inhoud.zicht.get(naam)))
    if inhoud.zicht_oordeel is None:
        yield _("Uw oordeel of er zicht op uitzetting is")
    if is_leeg(inhoud.zicht_afweging):
        yield _("Waarom u zo oordeelt")


def _over_kinderen(inhoud: Inhoud, s: Stand) -> Iterator[str]:
    if not is_minderjarig_mogelijk(s):
        return
    if is_leeg(inhoud.belang_kind):
        yield _("Het belang van ieder kind")
    if inhoud.nidos_op is None or is_leeg(inhoud.nidos):
        yield _("Wat Nidos zei, en op welke dag")
    if is_amv(s) and inhoud.amv_grond not in AMV_GRONDEN:
        yield _("De grond voor bewaring van een alleenstaande minderjarige")


def _middel_in_woorden(middel: Middel) -> str:
    delen = [middel.resultaat.strip(), middel.waarom.strip()]
    return "\n".join(deel for deel in delen if deel)


def _kwetsbaarheid(inhoud: Inhoud) -> str:
    regels = [
        f"{onderwerp.titel} {inhoud.kwetsbaarheid[naam].strip()}"
        for naam, onderwerp in KWETSBAAR.items()
        if not is_leeg(inhoud.kwetsbaarheid.get(naam))
    ]
    if not is_leeg(inhoud.belang_kind):
        regels.append(inhoud.belang_kind.strip())
    return "\n".join(regels)
