"""What the steps of the route schrijnend ask."""

from django.utils.translation import gettext_lazy as _

from verantwoord.kern.normen.schrijnend import schrijnend_eerste_procedure
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren.basis import Stapformulier, dag, keuze, kort, tekst
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.web.formulier import Keuze

_S = STAPPEN[Moment.SCHRIJNEND]
PARTNERS = [("dtv", "DT&V"), ("ind", "IND"), ("coa", "COA"), ("avim", "AVIM"), ("kmar", "KMar")]


class FactorForm(Stapformulier):
    stap = _S["factor"]
    uitleg = _(
        "Bijzondere omstandigheden die in Nederland zijn ontstaan. Leg elke omstandigheid apart vast; de lijst is niet gesloten. Het gaat om alles samen."
    )
    na = (_("Vanaf twee omstandigheden, of na een aanwijzing, leest een tweede regievoerder mee."),)
    norm = "schrijnend-signaal"
    soort = keuze(
        _("Waar gaat het over"),
        [
            ("medisch", _("Medische problemen")),
            ("overlijden", _("Overlijden in Nederland van iemand uit het gezin")),
            ("geweld", _("Eerwraak, huiselijk geweld of iets anders vanwege gender")),
            ("ingrijpend", _("Een ingrijpende ervaring in Nederland")),
            ("kind", _("Het belang van een kind")),
            ("anders", _("Iets anders")),
        ],
    )
    omschrijving = kort(_("De omstandigheid in één zin"))
    op = dag(_("Wanneer hoorde u dit"))
    toelichting = tekst(_("Wat betekent het voor deze persoon"), _("Zo mogelijk in eigen woorden."))


class TweedeLezerForm(Stapformulier):
    stap = _S["tweede-lezer"]
    uitleg = _(
        "U leest het dossier zelf en schrijft op wat u ziet, zonder overleg vooraf. Ziet u het anders dan uw collega, dan blijven beide meningen staan en gaan ze samen naar het vooroverleg."
    )
    norm = "schrijnend-signaal"
    oordeel = keuze(
        _("Is er een samenloop van bijzondere omstandigheden"),
        [("ja", _("Ja")), ("nee", _("Nee")), ("weet_niet", _("Dat is nog niet te zeggen"))],
    )
    op = dag(_("Gelezen op"))
    toelichting = tekst(_("Waarom"), _("Noem wat ervoor en wat ertegen pleit."), verplicht=True, regels=6)


class VooroverlegForm(Stapformulier):
    stap = _S["vooroverleg"]
    uitleg = _(
        "Ook een telefoontje of een vraag in de wandelgang is een vooroverleg. Leg het vast met de uitkomst; is die er nog niet, leg dan later een nieuwe regel vast."
    )
    norm = "schrijnend-ketenbreed"
    op = dag(_("Datum"))
    vorm = keuze(
        _("Hoe"), [("formeel", _("In een overleg")), ("informeel", _("Informeel: telefoon, e-mail, gesprek"))]
    )
    met = kort(_("Met wie"), _("Organisaties en functies, geen namen van buitenstaanders."))
    waarover = keuze(
        _("Wat voor zaak is ingebracht"),
        [
            ("schrijnend", _("Schrijnende omstandigheden")),
            ("vastgelopen", Keuze(_("Een vastgelopen zaak"), _("Telt apart, zodat cijfers kloppen."))),
            ("media_politiek", Keuze(_("Een zaak met aandacht van media of politiek"), _("Telt apart."))),
        ],
    )
    uitkomst = keuze(
        _("Wat is de uitkomst"),
        [
            ("open", _("Nog open")),
            ("indienen", _("De zaak wordt ingediend")),
            ("afgedaan", _("De zaak wordt niet ingediend")),
        ],
    )
    toelichting = tekst(_("De redenen"), verplicht=True)


class CoordinatorForm(Stapformulier):
    stap = _S["coordinator"]
    uitleg = _("Eén organisatie coördineert en dient in, ook als een ander de zaak aandroeg.")
    norm = "schrijnend-ketenbreed"
    begint_met = ("coordinator",)
    coordinator = keuze(_("Welke organisatie coördineert"), [*PARTNERS])
    op = dag(_("Afgesproken op"))
    toelichting = tekst(_("Met wie afgesproken"))


class IndienenForm(Stapformulier):
    stap = _S["indienen"]
    norm = "schrijnend-eerste-procedure"
    begint_met = ("coordinator",)
    weg = keuze(
        _("Langs welke route"),
        [
            (
                "a",
                Keuze(
                    _("Route A: aan de directeur-generaal van de IND"),
                    _("In de eerste procedure, tot en met het hoger beroep."),
                ),
            ),
            (
                "b",
                Keuze(_("Route B: als vastgelopen zaak via RAO en Deelberaad"), _("Na de eerste procedure.")),
            ),
        ],
    )
    coordinator = keuze(_("Wie dient in"), [*PARTNERS])
    op = dag(_("Ingediend op"))
    toelichting = tekst(
        _("Toelichting"), _("Kiest u een andere route dan uit de feiten volgt, schrijf dan op waarom.")
    )

    def pas_aan(self, s: Stand) -> None:
        """Say above the choice what the facts say about it; nobody is sent down a road by the program."""
        self.fields["weg"].help_text = schrijnend_eerste_procedure(s).uitleg


class BesluitForm(Stapformulier):
    stap = _S["besluit"]
    uitleg = _("Leg vast wat is besloten.")
    na = (_("Bij een vergunning is er verblijfsrecht. Leg het besluit dan ook vast bij de procedure."),)
    norm = "schrijnend-ketenbreed"
    besluit = keuze(
        _("Wat is besloten"), [("ingewilligd", _("Er komt een vergunning")), ("afgewezen", _("Afgewezen"))]
    )
    besloten_op = dag(_("Besloten op"))
    kenmerk = kort(_("Kenmerk"), verplicht=False)
    toelichting = tekst(_("Toelichting"))


FORMULIEREN = (FactorForm, TweedeLezerForm, VooroverlegForm, CoordinatorForm, IndienenForm, BesluitForm)
