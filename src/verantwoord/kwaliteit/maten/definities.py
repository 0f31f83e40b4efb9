"""The measures in the order in which the page shows them."""

from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.kwaliteit.maten.maat import Maat

GROEPEN: Final[dict[str, Promise]] = {
    "toetsing": _("Toetsing"),
    "strategie": _("Strategie"),
    "gesprekken": _("Gesprekken"),
    "opties_wensen": _("Opties en wensen"),
    "plan": _("Vertrekplan"),
    "overleg": _("Overleg"),
    "uitkomst": _("Uitkomst"),
}

_ALLE_DOSSIERS: Final = _("Alle dossiers.")
_MET_PLAN: Final = _("Dossiers met een vastgesteld vertrekplan.")
_EIGEN_AFWEGING: Final = _("Of de afweging klopt. Dat leest alleen een mens.")
_GETELD: Final = _(
    "Het gesprek is vastgelegd, maar niet in welke taal of op welke dag. Dan telt het als onbekend."
)


def _toets(naam: str, titel: Promise, teller: Promise, **meer: Any) -> Maat:
    return Maat(
        naam=naam,
        groep="toetsing",
        titel=titel,
        definitie=_(
            "Er staat een toetsing met feiten én een eigen afweging. Een conclusie alleen telt niet."
        ),
        teller=teller,
        noemer=_ALLE_DOSSIERS,
        ontbreekt=_EIGEN_AFWEGING,
        norm="toetsing-vier-momenten",
        **meer,
    )


_LIJST: Final = (
    _toets(
        "medisch",
        _("Medische bijzonderheden"),
        _("Dossiers waarin de medische situatie inhoudelijk is getoetst."),
        gevoelig=True,
    ),
    _toets("buiten_schuld", _("Buiten schuld"), _("Dossiers waarin buiten schuld inhoudelijk is getoetst.")),
    _toets(
        "schrijnend",
        _("Schrijnende omstandigheden"),
        _("Dossiers waarin schrijnendheid inhoudelijk is getoetst."),
    ),
    _toets("mensenhandel", _("Mensenhandel"), _("Dossiers waarin mensenhandel inhoudelijk is getoetst.")),
    _toets("alle_vier", _("Alle vier getoetst"), _("Dossiers waarin alle vier inhoudelijk zijn getoetst.")),
    Maat(
        naam="toetsing_bronnen",
        groep="toetsing",
        titel=_("Toetsing met bronnen"),
        definitie=_("Bij de laatste toetsing van elk onderwerp staat waar de feiten vandaan komen."),
        teller=_("Dossiers waarin elke laatste toetsing ten minste één bron noemt."),
        noemer=_("Dossiers met ten minste één inhoudelijke toetsing."),
        ontbreekt=_("Of de bron is gelezen."),
        norm="toetsing-actieve-houding",
    ),
    Maat(
        naam="toetsing_stadium",
        groep="toetsing",
        titel=_("Opnieuw getoetst in dit stadium"),
        definitie=_("Alle vier zijn inhoudelijk getoetst sinds de fase begon waarin het dossier nu is."),
        teller=_("Dossiers met vier toetsingen op of na de eerste dag van deze fase."),
        noemer=_("Open dossiers na de intake."),
        ontbreekt=_(
            "Van een dossier zonder berekende fase is dit niet te zeggen. Dan telt het als onbekend."
        ),
        norm="toetsing-elk-stadium",
    ),
    Maat(
        naam="toetsing_signaal",
        groep="toetsing",
        titel=_("Opnieuw getoetst na een signaal"),
        definitie=_(
            "Na het laatste signaal over een onderwerp is dat onderwerp opnieuw inhoudelijk getoetst."
        ),
        teller=_("Dossiers waarin na elk signaal opnieuw is getoetst."),
        noemer=_("Dossiers waarin een signaal is binnengekomen."),
        ontbreekt=_("Een signaal dat niemand opschreef."),
        norm="toetsing-elk-stadium",
    ),
    Maat(
        naam="toetsing_dwang",
        groep="toetsing",
        titel=_("Actueel bij gedwongen vertrek"),
        definitie=_(
            "Geen van de vier toetsingen is ouder dan de norm toestaat, en er is geen signaal daarna."
        ),
        teller=_("Dossiers waarin de vier toetsingen actueel zijn."),
        noemer=_("Open dossiers waarin gedwongen vertrek wordt voorbereid."),
        ontbreekt=_EIGEN_AFWEGING,
        norm="toetsing-elk-stadium",
    ),
    Maat(
        naam="plan_aanwezig",
        groep="strategie",
        titel=_("Vertrekplan aanwezig"),
        definitie=_("Er is ten minste één vastgesteld vertrekplan. Een concept telt niet."),
        teller=_("Dossiers met een vastgesteld vertrekplan."),
        noemer=_("Dossiers waarvan de intake is afgerond."),
        ontbreekt=_("Hoe goed het plan is."),
        norm="vertrekplan-aanwezig",
    ),
    Maat(
        naam="vertrekstrategie",
        groep="strategie",
        titel=_("Vertrekstrategie beschreven"),
        definitie=_("In het laatste vastgestelde vertrekplan staat een strategie."),
        teller=_("Dossiers met een beschreven strategie."),
        noemer=_ALLE_DOSSIERS,
        ontbreekt=_("Of de strategie past bij deze persoon. Dat leest alleen een mens."),
        norm="vertrekstrategie-aanwezig",
    ),
    Maat(
        naam="strategie_analyse",
        groep="strategie",
        titel=_("Strategie rust op een analyse"),
        definitie=_(
            "De analyse in het laatste plan heeft alle zes onderdelen: documenten, medewerking van het land, wensen,"
            " ondersteuning, toetsing en alternatieven."
        ),
        teller=_("Dossiers waarin alle zes onderdelen zijn ingevuld."),
        noemer=_MET_PLAN,
        ontbreekt=_("Of de analyse klopt."),
        norm="vertrekstrategie-analyse",
    ),
    Maat(
        naam="strategie_afgewogen",
        groep="strategie",
        titel=_("Zelfstandig en gedwongen vertrek afgewogen"),
        definitie=_("In het laatste plan zijn zelfstandig én gedwongen vertrek allebei geanalyseerd."),
        teller=_("Dossiers waarin allebei zijn afgewogen."),
        noemer=_MET_PLAN,
        ontbreekt=_("Of zelfstandig vertrek ook echt is aangeboden."),
        norm="zelfstandig-voor-gedwongen",
    ),
    Maat(
        naam="strategie_eigen",
        groep="strategie",
        titel=_("Strategie is geen standaardzin"),
        definitie=_(
            "Dezelfde tekst staat in minder dan vijf dossiers. Hoofdletters, spaties en leestekens tellen niet mee."
        ),
        teller=_("Dossiers met een strategie die niet in vijf of meer dossiers staat."),
        noemer=_("Dossiers met een beschreven strategie."),
        ontbreekt=_("Een standaardzin die steeds een beetje anders is opgeschreven."),
        norm="vertrekstrategie-analyse",
    ),
    Maat(
        naam="gesprek_eerste",
        groep="gesprekken",
        titel=_("Eerste gesprek gevoerd"),
        definitie=_("Er is een eerste gesprek gevoerd dat beiden konden volgen, na het besluit."),
        teller=_("Dossiers met een eerste gesprek dat telt."),
        noemer=_ALLE_DOSSIERS,
        ontbreekt=_GETELD,
        norm="drie-vertrekgesprekken",
    ),
    Maat(
        naam="gesprek_tweede",
        groep="gesprekken",
        titel=_("Tweede gesprek gevoerd"),
        definitie=_("Er is een tweede gesprek gevoerd dat beiden konden volgen."),
        teller=_("Dossiers met een tweede gesprek dat telt."),
        noemer=_("Dossiers waarin een zitting bekend is."),
        ontbreekt=_GETELD,
        norm="gesprek-2-zittingsdatum",
    ),
    Maat(
        naam="gesprek_derde",
        groep="gesprekken",
        titel=_("Derde gesprek gevoerd"),
        definitie=_("Er is een derde gesprek gevoerd dat beiden konden volgen."),
        teller=_("Dossiers met een derde gesprek dat telt."),
        noemer=_("Dossiers waarin het beroep ongegrond is of de beroepstermijn voorbij is."),
        ontbreekt=_GETELD,
        norm="gesprek-3-na-uitspraak",
    ),
    Maat(
        naam="drie_gesprekken",
        groep="gesprekken",
        titel=_("Drie gesprekken gevoerd"),
        definitie=_("Er zijn ten minste drie gesprekken gevoerd die beiden konden volgen, na het besluit."),
        teller=_("Dossiers met ten minste drie gesprekken die tellen."),
        noemer=_ALLE_DOSSIERS,
        ontbreekt=_GETELD,
        norm="drie-vertrekgesprekken",
    ),
    Maat(
        naam="drie_op_moment",
        groep="gesprekken",
        titel=_("Drie gesprekken op hun moment"),
        definitie=_(
            "Na het besluit, als de zitting bekend is en na de uitspraak is een gesprek gevoerd; samen ten minste drie."
        ),
        teller=_("Dossiers waarin aan de norm is voldaan."),
        noemer=_("Dossiers waarin het beroep ongegrond is of de beroepstermijn voorbij is."),
        ontbreekt=_GETELD,
        norm="drie-vertrekgesprekken",
    ),
    Maat(
        naam="eerste_op_tijd",
        groep="gesprekken",
        titel=_("Eerste gesprek op tijd"),
        definitie=_("Het eerste gesprek is gevoerd binnen de dagen van de norm na ontvangst."),
        teller=_("Dossiers waarin het eerste gesprek op tijd is gevoerd."),
        noemer=_("Dossiers waarin het op tijd is gevoerd, of waarin de tijd voorbij is."),
        ontbreekt=_GETELD,
        norm="gesprek-1-termijn",
    ),
    Maat(
        naam="tweede_op_tijd",
        groep="gesprekken",
        titel=_("Tweede gesprek vóór de zitting"),
        definitie=_("Het tweede gesprek is gevoerd vóór de dag van de zitting."),
        teller=_("Dossiers waarin het tweede gesprek vóór de zitting is gevoerd."),
        noemer=_("Dossiers waarin dat is gebeurd, of waarin de zitting is geweest."),
        ontbreekt=_GETELD,
        norm="gesprek-2-zittingsdatum",
    ),
    Maat(
        naam="derde_op_tijd",
        groep="gesprekken",
        titel=_("Derde gesprek op tijd"),
        definitie=_(
            "Het derde gesprek is gevoerd binnen de werkdagen van de norm na de uitspraak of de beroepstermijn."
        ),
        teller=_("Dossiers waarin het derde gesprek op tijd is gevoerd."),
        noemer=_("Dossiers waarin het op tijd is gevoerd, of waarin de tijd voorbij is."),
        ontbreekt=_(
            "Van de uitspraak of van het gesprek is iets niet vastgelegd. Dan telt het als onbekend."
        ),
        norm="gesprek-3-na-uitspraak",
    ),
    Maat(
        naam="tweezijdig",
        groep="gesprekken",
        titel=_("Gesprekken met eigen woorden"),
        definitie=_(
            "In het verslag van elk gesprek staan de eigen woorden van de persoon, of dat die niet wilde antwoorden."
        ),
        teller=_("Dossiers waarin dat bij elk gesprek staat."),
        noemer=_("Dossiers met ten minste één gesprek dat telt."),
        ontbreekt=_("Of er ook is geluisterd."),
        norm="gesprek-wederkerigheid",
    ),
    Maat(
        naam="begrepen",
        groep="gesprekken",
        titel=_("Gesprekken met tolk of gedeelde taal"),
        definitie=_("Elk gevoerd gesprek was met een tolk of in een taal die beiden spreken."),
        teller=_("Dossiers waarin dat bij elk gevoerd gesprek zo was."),
        noemer=_("Dossiers met ten minste één gevoerd gesprek."),
        ontbreekt=_("Bij een gesprek staat niet of er een tolk was. Dan telt het dossier als onbekend."),
        norm="gesprek-tolk",
    ),
    Maat(
        naam="gespreksverslag",
        groep="gesprekken",
        titel=_("Gespreksverslagen op tijd klaar"),
        definitie=_(
            "Van elk gevoerd gesprek is het verslag afgerond, of de werkdagen daarvoor zijn nog niet voorbij."
        ),
        teller=_("Dossiers waarin geen verslag te laat is."),
        noemer=_("Dossiers met ten minste één gevoerd gesprek."),
        ontbreekt=_("Of een verslag dat nu klaar is, toen op tijd was."),
        norm="gesprek-verslag",
    ),
    Maat(
        naam="opties_besproken",
        groep="opties_wensen",
        titel=_("Alle hulp bij vertrek besproken"),
        definitie=_(
            "In de gesprekken kwamen alle vormen van ondersteuning aan de orde, van IOM en ngo’s tot de DIA."
        ),
        teller=_("Dossiers waarin alles is besproken."),
        noemer=_("Dossiers waarin het derde gesprek is afgerond."),
        ontbreekt=_("Of de persoon het aanbod kon gebruiken."),
        norm="ondersteuning-volledig-besproken",
    ),
    Maat(
        naam="wens_gevraagd",
        groep="opties_wensen",
        titel=_("Naar wensen gevraagd"),
        definitie=_("Er staat ten minste één wens, of dat de persoon geen wens noemde."),
        teller=_("Dossiers waarin een wens staat, of dat er geen was."),
        noemer=_("Dossiers met ten minste één gesprek dat telt."),
        ontbreekt=_("Een wens die niemand opschreef."),
        norm="vertrekwens-vastleggen",
    ),
    Maat(
        naam="wens_beantwoord",
        groep="opties_wensen",
        titel=_("Wensen op tijd beantwoord"),
        definitie=_("Geen wens wacht langer op antwoord dan de norm toestaat."),
        teller=_("Dossiers waarin geen wens te lang open staat."),
        noemer=_("Dossiers waarin een wens is geuit."),
        ontbreekt=_("Of het antwoord hielp."),
        norm="vertrekwens-vastleggen",
    ),
    Maat(
        naam="plan_bijgewerkt",
        groep="plan",
        titel=_("Plan bekeken na elke verandering"),
        definitie=_(
            "Na het laatste vastgestelde plan gebeurde er niets waarvoor het opnieuw bekeken moet worden: een uitspraak,"
            " een medische aanwijzing, een wens, een antwoord op de LP-aanvraag, een besluit in het overleg of een signaal."
        ),
        teller=_("Dossiers waarin het plan bij is."),
        noemer=_MET_PLAN,
        ontbreekt=_("Een verandering in het gezin heeft geen datum en telt niet mee."),
        norm="vertrekplan-dynamisch",
    ),
    Maat(
        naam="overleg_verslag",
        groep="overleg",
        titel=_("Verslag van elk overleg op tijd"),
        definitie=_("Van elk overleg is er een verslag, of de werkdagen daarvoor zijn nog niet voorbij."),
        teller=_("Dossiers waarin geen verslag van een overleg te laat is."),
        noemer=_("Dossiers die in een overleg zijn besproken."),
        ontbreekt=_("Wat er in het verslag staat."),
        norm="lko-verslag",
    ),
    Maat(
        naam="overleg_tegenspraak",
        groep="overleg",
        titel=_("Tegenspraak in het overleg"),
        definitie=_(
            "In het laatste LKO over de strategie bracht een andere partner een alternatief, risico of vraag in, en staat"
            " het antwoord erbij."
        ),
        teller=_("Dossiers met tegenspraak en een antwoord daarop."),
        noemer=_("Dossiers waarvan de strategie in een LKO is besproken."),
        ontbreekt=_("Of de tegenspraak iets veranderde."),
        norm="lko-tegenspraak",
    ),
    Maat(
        naam="uitkomst_zelfstandig",
        groep="uitkomst",
        titel=_("Zelfstandig vertrokken, gecontroleerd"),
        definitie=_("De persoon vertrok zelfstandig en dat is gezien aan de grens."),
        teller=_("Dossiers met deze uitkomst."),
        noemer=_("Dossiers met een uitkomst."),
        ontbreekt=_("Hoe het de persoon na aankomst gaat."),
        norm="uitkomst-aantoonbaar",
    ),
    Maat(
        naam="uitkomst_gedwongen",
        groep="uitkomst",
        titel=_("Gedwongen vertrokken"),
        definitie=_("De persoon vertrok gedwongen."),
        teller=_("Dossiers met deze uitkomst."),
        noemer=_("Dossiers met een uitkomst."),
        ontbreekt=_("Hoe het de persoon na aankomst gaat."),
        norm="uitkomst-aantoonbaar",
    ),
    Maat(
        naam="uitkomst_mob",
        groep="uitkomst",
        titel=_("Met onbekende bestemming"),
        definitie=_(
            "De persoon is weg en niemand weet waarheen. Dit telt nooit als geslaagd vertrek en staat daarom apart."
        ),
        teller=_("Dossiers met deze uitkomst."),
        noemer=_("Dossiers met een uitkomst."),
        ontbreekt=_("Of de persoon Nederland verliet."),
        norm="uitkomst-aantoonbaar",
    ),
    Maat(
        naam="terug_na_mob",
        groep="uitkomst",
        titel=_("Teruggekomen na onbekende bestemming"),
        definitie=_(
            "Na een vertrek met onbekende bestemming kwam er een nieuw dossier van dezelfde persoon."
        ),
        teller=_("Dossiers waarna een nieuw dossier kwam."),
        noemer=_("Dossiers met de uitkomst ‘met onbekende bestemming’."),
        ontbreekt=_("Wie wel terug is, maar zich niet meldde."),
        norm="heropenen-dossier",
    ),
)

MATEN: Final[dict[str, Maat]] = {maat.naam: maat for maat in _LIJST}
