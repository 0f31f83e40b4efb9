"""What differs between two versions, section by section, as a reader compares them."""

from django.utils.translation import gettext as _

from verantwoord.vertrekplan.inhoud import Inhoud, Optie, actie_zin, gekozen_titel
from verantwoord.vertrekplan.keuzes import Analysedeel, Mogelijkheid
from verantwoord.web.waarden import Verschilonderdeel


def onderdelen(oud: Inhoud, nieuw: Inhoud) -> list[Verschilonderdeel]:
    """Every section of a plan with its old and its new text, in the order of the page."""
    eerst, daarna = _secties(oud), _secties(nieuw)
    return [Verschilonderdeel(titel, eerst[titel], tekst) for titel, tekst in daarna.items()]


def _secties(inhoud: Inhoud) -> dict[str, str]:
    opties = {optie.optie: optie for optie in inhoud.opties}
    overige = {str(deel.label): inhoud.analyse.get(deel, "") for deel in Analysedeel}
    return {
        _("Strategie"): inhoud.strategie,
        _("Keuze"): "\n".join(
            regel for regel in (gekozen_titel(inhoud.gekozen), inhoud.reden_keuze) if regel
        ),
        **{str(soort.label): _optie_tekst(opties.get(soort)) for soort in Mogelijkheid},
        **overige,
        _("Acties"): "\n".join(actie_zin(actie) for actie in inhoud.acties),
    }


def _optie_tekst(optie: Optie | None) -> str:
    if optie is None or optie.is_leeg:
        return ""
    regels = (
        optie.analyse,
        _("Belemmering: %(tekst)s") % {"tekst": optie.belemmering} if optie.belemmering else "",
        _("Haalbaar: %(tekst)s") % {"tekst": optie.haalbaar_woorden},
        _("Zegt zelf: %(tekst)s") % {"tekst": optie.wil} if optie.wil else "",
    )
    return "\n".join(regel for regel in regels if regel)
