"""What the steps of the route mensenhandel ask: that something was reported and answered, never what the police know."""

from django.utils.translation import gettext_lazy as _

from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren.basis import Stapformulier, dag, keuze, kort, tekst
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.toetsing.route.stappen.mensenhandel import AFSCHERMING

_S = STAPPEN[Moment.MENSENHANDEL]
_GEEN_INHOUD = _("Alleen dat het is gebeurd. Wat de politie weet of onderzoekt, hoort hier niet.")


class AanwijzingForm(Stapformulier):
    stap = _S["aanwijzing"]
    uitleg = _(
        "Iedere aanwijzing telt, hoe klein ook. Onderzoek niets zelf, stel geen vragen aan huisgenoten of familie en bespreek het niet in een overleg met anderen."
    )
    na = (
        _("De aanwijzing gaat vandaag nog naar de politie, uiterlijk de volgende werkdag."),
        _("Tot de politie antwoordt, wordt geen vertrekstap gezet, ook geen zelfstandige."),
    )
    norm = "mensenhandel-signaal"
    aanwijzing_op = dag(_("Wanneer was de aanwijzing"))
    toelichting = tekst(
        _("Wat zag of hoorde u"),
        _(
            "In de woorden van wie het zei. De regievoerder van dit dossier leest dit, wie waarneemt, en u zelf."
        ),
    )


class PolitieForm(Stapformulier):
    stap = _S["politie"]
    uitleg = _(
        "Meld vandaag. Wie waarneemt, meldt ook: wachten tot de regievoerder er weer is, kan niet. U hoeft niets te bewijzen."
    )
    na = (_("Vraag wanneer de politie antwoordt en leg dat antwoord hier vast."),)
    norm = "mensenhandel-signaal"
    politie_gemeld_op = dag(_("Gemeld op"))
    bij = keuze(
        _("Bij wie"),
        [
            ("avim", _("De AVIM, mensenhandel")),
            ("kmar", _("De KMar")),
            ("politie", _("De politie, met spoed (112 of 0900-8844)")),
        ],
    )
    kenmerk = kort(_("Kenmerk of contactpunt"), verplicht=False)
    voogd = keuze(
        _("Is de persoon minderjarig"),
        [
            ("nee", _("Nee")),
            ("nidos", _("Ja, Nidos is ingelicht")),
            ("nog_niet", _("Ja, Nidos moet nog worden ingelicht")),
        ],
    )
    veilig = keuze(
        _("Is de persoon nu veilig"),
        [
            ("ja", _("Ja")),
            ("onbekend", _("Dat weet ik niet")),
            ("nee", _("Nee, COA is om een andere plek gevraagd")),
        ],
    )
    toelichting = tekst(_("Toelichting"), _GEEN_INHOUD)


class TerugkoppelingForm(Stapformulier):
    stap = _S["terugkoppeling"]
    uitleg = _("Leg vast dat de politie heeft geantwoord en wat dat voor het vertrek betekent.")
    norm = "mensenhandel-signaal"
    op = dag(_("Antwoord op"))
    uitkomst = keuze(
        _("Wat betekent het antwoord"),
        [
            ("bedenktijd", _("De persoon krijgt bedenktijd aangeboden")),
            ("aangifte", _("De persoon doet aangifte of werkt mee")),
            ("geen_vervolg", _("De politie ziet nu geen vervolg")),
        ],
    )
    kenmerk = kort(_("Kenmerk"), verplicht=False)
    toelichting = tekst(_("Toelichting"), _GEEN_INHOUD)


class BedenktijdForm(Stapformulier):
    stap = _S["bedenktijd"]
    uitleg = _(
        "Bedenktijd duurt ten hoogste drie maanden (in een Dublinzaak dertig dagen). Het vertrek ligt stil. Verlengen kan niet."
    )
    norm = "mensenhandel-bedenktijd"
    begint_met = ("bedenktijd_van",)
    bedenktijd_van = dag(_("Eerste dag van de bedenktijd"))
    toelichting = tekst(_("Toelichting"), _GEEN_INHOUD)


class BedenktijdEindeForm(Stapformulier):
    stap = _S["bedenktijd-einde"]
    uitleg = _("Alleen als de politie of de IND zegt dat de bedenktijd eerder eindigt.")
    na = (_("Daarna kijkt u opnieuw naar alle vier de toetsingsmomenten."),)
    norm = "mensenhandel-bedenktijd"
    bedenktijd_tot = dag(_("Laatste dag van de bedenktijd"))
    waardoor = keuze(
        _("Waardoor"),
        [
            ("aangifte", _("De persoon heeft aangifte gedaan of werkt mee")),
            ("ziet_af", _("De persoon ziet ervan af")),
            ("vertrokken", _("De persoon is niet meer te bereiken")),
        ],
    )
    toelichting = tekst(_("Wie heeft dit laten weten"), verplicht=True)


class VergunningForm(Stapformulier):
    stap = _S["vergunning"]
    uitleg = _("Wie meewerkt aan het strafrechtelijk onderzoek kan een tijdelijke vergunning krijgen.")
    na = (_("Zolang de vergunning geldt, ligt het vertrek stil."),)
    norm = "mensenhandel-vergunning"
    begint_met = ("vergunning_van", "vergunning_tot")
    vergunning_van = dag(_("Vergunning van"))
    vergunning_tot = dag(_("Vergunning tot en met"), verplicht=False)
    kenmerk = kort(_("Kenmerk"), verplicht=False)
    toelichting = tekst(_("Toelichting"), _GEEN_INHOUD)


class EindeForm(Stapformulier):
    stap = _S["einde"]
    uitleg = _("Leg vast waardoor de tijdelijke vergunning eindigt.")
    na = (
        _("De beoordeling begint opnieuw: leg alle vier de toetsingen opnieuw vast."),
        _("Vertel de persoon en de gemachtigde welke wegen er nog zijn."),
    )
    norm = "mensenhandel-vergunning"
    waardoor = keuze(
        _("Waardoor"),
        [
            ("sepot", _("De strafzaak is geseponeerd")),
            ("ingetrokken", _("De IND heeft de vergunning ingetrokken")),
        ],
    )
    op = dag(_("Op welke dag"), _("Bij intrekking: de laatste dag waarop de vergunning geldt."))
    toelichting = tekst(_("Wie heeft dit laten weten"), _GEEN_INHOUD, verplicht=True)


class AfschermingForm(Stapformulier):
    stap = _S[AFSCHERMING]
    uitleg = _(
        "De woorden bij dit toetsingsmoment leest altijd alleen de regievoerder, of wie waarneemt. Is dat niet genoeg, dan schermt u het hele dossier af: niemand anders vindt of ziet het dan nog, ook uw manager en wie waarneemt niet."
    )
    na = (
        _(
            "Bent u er een dag niet, open het dossier dan eerst weer. Anders kan niemand het antwoord van de politie verwerken."
        ),
        _("Is het gevaar voorbij, open het dossier dan weer langs dezelfde weg."),
    )
    norm = "mensenhandel-signaal"
    wat = keuze(
        _("Wat wilt u"),
        [
            ("afschermen", _("Het dossier afschermen")),
            ("openen", _("Het dossier weer openen voor het team")),
        ],
    )
    op = dag(_("Vanaf"))
    toelichting = tekst(_("Waarom"), verplicht=True)


FORMULIEREN = (
    AanwijzingForm,
    PolitieForm,
    TerugkoppelingForm,
    BedenktijdForm,
    BedenktijdEindeForm,
    VergunningForm,
    EindeForm,
    AfschermingForm,
)
