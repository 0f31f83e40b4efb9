"""Until when a limit holds and what can be done with it: the words round the limits of a dossier."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.web.datums import dag_maand, lang

# What may not be done, as the title of a panel.
TITELS: Final[dict[str, Promise]] = {
    "dossier_openen": lui("Dit dossier mag nog niet in behandeling worden genomen"),
    "lp_verzenden": lui("De LP-aanvraag mag nog niet worden verzonden"),
    "presentatie_plannen": lui("Een presentatie mag nog niet worden gepland"),
    "medische_gegevens_opvragen": lui("Medische gegevens mogen nog niet worden opgevraagd"),
    "vertrekplan_vaststellen": lui("Het vertrekplan kan nog niet worden vastgesteld"),
    "overplaatsen_vbl": lui("Overplaatsing naar een vbl mag nog niet"),
    "overplaatsen_gl": lui("Overplaatsing naar een gezinslocatie mag nog niet"),
    "opvang_beeindigen": lui("De opvang mag nog niet eindigen"),
    "gedwongen_vertrek_starten": lui("Gedwongen vertrek mag nog niet beginnen"),
    "bewaring_voorstellen": lui("Bewaring mag niet worden voorgesteld"),
    "bewaring_opleggen": lui("Bewaring mag niet worden opgelegd"),
    "zelfstandig_vertrek_boeken": lui("De reis mag nog niet worden geboekt"),
    "gedwongen_vertrek_boeken": lui("Een gedwongen vertrek mag nog niet worden geboekt"),
    "zelfstandig_vertrek_uitvoeren": lui("Het zelfstandige vertrek mag nog niet plaatsvinden"),
    "gedwongen_vertrek_uitvoeren": lui("Het gedwongen vertrek mag niet plaatsvinden"),
    "sluiten_ongecontroleerd": lui("Het dossier mag niet worden gesloten als vertrokken zonder toezicht"),
    "sluiten_vertrokken": lui("Het dossier mag nog niet worden gesloten"),
}


@dataclass(frozen=True, kw_only=True)
class Tot:
    """Until when: the moment in bold, and what is known of it."""

    wanneer: str
    uitleg: str = ""


def _opgelost() -> Tot:
    return Tot(wanneer=_("wat hierboven staat, is opgelost"))


def _uitspraak(s: Stand) -> Tot:
    """Until the court has ruled, when it is the court one waits for; otherwise what stops it is said above."""
    if s.beroepsstand == "termijn_loopt" and s.beroepstermijn_tot:
        return Tot(
            wanneer=_("het einde van de beroepstermijn"),
            uitleg=_(", op %(dag)s, of de uitspraak als er beroep wordt ingesteld")
            % {"dag": lang(s.beroepstermijn_tot)},
        )
    if s.beroepsstand not in {"loopt", "uitspraak_onvolledig"}:
        return _nieuwe_aanvraag(s) if s.open_aanvragen else _opschorting(s)
    zitting = s.beroep.zitting_op if s.beroep else None
    if zitting is None:
        uitleg = _("; de zittingsdatum is nog niet bekend")
    elif zitting >= s.op:
        uitleg = _("; de zitting is op %(dag)s") % {"dag": lang(zitting)}
    else:
        uitleg = _("; de zitting was op %(dag)s") % {"dag": lang(zitting)}
    return Tot(wanneer=_("de uitspraak van de rechtbank"), uitleg=uitleg)


def _nieuwe_aanvraag(s: Stand) -> Tot:
    ingediend = max(aanvraag.ingediend_op for aanvraag in s.open_aanvragen)
    return Tot(
        wanneer=_("het besluit op de nieuwe aanvraag"),
        uitleg=_(" van %(dag)s") % {"dag": dag_maand(ingediend)},
    )


def _opschorting(s: Stand) -> Tot:
    lopend = s.actieve_opschorting
    if lopend is None:
        return _opgelost()
    if lopend.tot is None:
        return Tot(wanneer=_("het einde van de opschorting"), uitleg=_("; er is nog geen einddatum"))
    return Tot(wanneer=dag_maand(lopend.tot), uitleg=_(", of eerder als de opschorting eindigt"))


def _opvang(s: Stand) -> Tot:
    einde = s.termijnen.opvang.eindigt_op
    if s.actieve_opschorting is not None:
        return _opschorting(s)
    if einde is None or einde < s.op:
        return _uitspraak(s)
    return Tot(
        wanneer=_("het einde van het recht op opvang"), uitleg=_(", op %(dag)s") % {"dag": lang(einde)}
    )


def _toezegging(tekst: Promise) -> Callable[[Stand], Tot]:
    return lambda _s: Tot(wanneer=str(tekst))


_TOT: Final[dict[str, Callable[[Stand], Tot]]] = {
    "lp-verzendverbod": _uitspraak,
    "beroep-afwachten": _uitspraak,
    "hoger-beroep-voorlopige-voorziening": _opschorting,
    "medisch-opschorting": _opschorting,
    "mensenhandel-bedenktijd": _opschorting,
    "mensenhandel-vergunning": _opschorting,
    "opvang-vier-weken": _opvang,
    "mensenhandel-signaal": _toezegging(lui("de politie heeft geantwoord")),
    "rechtmatig-verblijf-toets": _toezegging(lui("er geen rechtmatig verblijf meer is")),
    "terugkeerbesluit-vereist": _toezegging(lui("het terugkeerbesluit in het dossier staat")),
    "verwijderbaarheidscheck": _toezegging(lui("de IND heeft geantwoord dat vertrek mag")),
    "vertrektermijn-start": _toezegging(lui("het begin van de vertrektermijn is vastgelegd")),
    "vertrektermijn-nul-dagen": _toezegging(lui("de grond voor de kortere termijn in het dossier staat")),
    "opvang-verlenging-maatwerk": _toezegging(lui("het COA heeft beslist")),
    "gezinslocatie-ferreira": _toezegging(lui("is getoetst of voor de kinderen een noodsituatie dreigt")),
    "overplaatsing-compleet-dossier": _toezegging(lui("het dossier compleet is")),
    "aantal-gesprekken-voor-dwang": _toezegging(lui("drie gesprekken zijn gevoerd")),
    "zelfstandig-voor-gedwongen": _toezegging(lui("zelfstandig vertrek is aangeboden en afgewogen")),
    "derde-land-vertrek": _toezegging(lui("het bewijs van toelating in het dossier staat")),
    "lp-geen-asielinformatie": _toezegging(lui("een tweede collega de set heeft nagekeken")),
    "toetsing-vier-momenten": _toezegging(
        lui("alle vier de toetsingen met feiten en een afweging zijn vastgelegd")
    ),
    "toetsing-elk-stadium": _toezegging(lui("de toetsingen in dit stadium zijn herhaald")),
    "medisch-toestemming": _toezegging(lui("er toestemming is; die mag worden geweigerd")),
    "medisch-zwangerschap-tbc": _toezegging(lui("de beschermde periode voorbij is")),
    "medisch-overdracht": _toezegging(lui("de medische overdracht is geregeld")),
    "vertrek-zonder-toezicht": _toezegging(
        lui("de aanwezigheid is gecontroleerd en het bericht van vertrek er is")
    ),
    "amv-adequate-opvang": _toezegging(lui("adequate opvang in het land van terugkeer is aangetoond")),
    "lko-unaniem": _toezegging(lui("de vier partners samen hebben besloten")),
    "uitkomst-aantoonbaar": _toezegging(lui("er bewijs van het vertrek is")),
    "afsluiten-dossier": _toezegging(lui("de lopende maatregelen zijn beëindigd")),
    "reikwijdte-geen-dublin": _toezegging(lui("de zaak geen Dublinzaak meer is")),
    "grensprocedure-buiten-proces": _toezegging(lui("de zaak geen terugkeergrensprocedure meer is")),
    "intake-bron-overdracht": _toezegging(lui("de IND, de AVIM of de KMar het dossier (weer) overdraagt")),
    "bewaring-laatste-middel": _toezegging(lui("ieder lichter middel is afgewogen")),
    "bewaring-bevoegdheid": _toezegging(
        lui("vaststaat wie voorstelt en wie oplegt, en dat zijn niet dezelfde")
    ),
    "bewaring-zicht-op-uitzetting": _toezegging(lui("het zicht op uitzetting is onderbouwd")),
    "bewaring-onttrekkingsrisico": _toezegging(lui("ten minste twee gronden zijn toegelicht")),
    "bewaring-minderjarigen": _toezegging(lui("het belang van het kind is gewogen")),
}


def geldt_tot(norm: str, s: Stand) -> Tot:
    """Until when this norm holds its limit, in words; a norm without words of its own says it plainly."""
    woord = _TOT.get(norm)
    return woord(s) if woord else _opgelost()


def afwijken(norm: str) -> str:
    """Whether deviating is possible, in a sentence; of a law it never is."""
    regel = REGISTER[norm]
    if regel.afwijking_mogelijk:
        return _("Kan alleen met een geschreven reden en het akkoord van uw manager.")
    if regel.origin == "law":
        return _("Kan niet. Dit is de wet.")
    return _("Kan niet. Deze grens geldt voor iedereen.")
