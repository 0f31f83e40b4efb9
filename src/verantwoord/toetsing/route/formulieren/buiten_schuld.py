"""What the steps of the route buiten schuld ask."""

from django.utils.translation import gettext_lazy as _

from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren.basis import (
    Stapformulier,
    dag,
    keuze,
    kort,
    meerkeuze,
    tekst,
    waarheid,
)
from verantwoord.toetsing.route.stappen import STAPPEN

_S = STAPPEN[Moment.BUITEN_SCHULD]
_GEDEELD = [("persoon", _("De persoon")), ("gemachtigde", _("De gemachtigde"))]


class PogingForm(Stapformulier):
    stap = _S["poging"]
    uitleg = _(
        "Wat heeft de persoon zelf gedaan om te vertrekken? Leg elke poging apart vast, vanaf het begin. Het bewijs telt later."
    )
    norm = "buitenschuld-voorwaarden"
    omschrijving = kort(
        _("Wat is geprobeerd"), _("Bijvoorbeeld: ambassade bezocht en om een document gevraagd.")
    )
    op = dag(_("Wanneer was dat"))
    bewijs = kort(
        _("Welk bewijs is er"), _("Bijvoorbeeld: brief, afspraakbevestiging, kaartje."), verplicht=False
    )
    toelichting = tekst(_("Wat kwam eruit"), _("Schrijf op wat de persoon erover zei."))


class BemiddelingForm(Stapformulier):
    stap = _S["bemiddeling"]
    uitleg = _("De persoon vraagt de DT&V te bemiddelen bij de autoriteiten van het land.")
    na = (_("Voor een alleenstaande minderjarige hoeft niet om bemiddeling te zijn gevraagd."),)
    norm = "buitenschuld-voorwaarden"
    begint_met = ("bemiddeling_gevraagd_op",)
    bemiddeling_gevraagd_op = dag(_("Bemiddeling gevraagd op"))
    bij = kort(_("Bij wie wordt bemiddeld"), _("Bijvoorbeeld: de ambassade van het land."))
    toelichting = tekst(_("Toelichting"))


class MisluktForm(Stapformulier):
    stap = _S["bemiddeling-mislukt"]
    uitleg = _("Leg vast dat de bemiddeling niets opleverde, en waardoor.")
    norm = "buitenschuld-voorwaarden"
    begint_met = ("bemiddeling_mislukt_op",)
    bemiddeling_mislukt_op = dag(_("Geëindigd op"))
    waardoor = keuze(
        _("Waardoor"),
        [
            ("geen_antwoord", _("Het land antwoordt niet")),
            ("geen_document", _("Het land geeft geen document")),
            ("niet_erkend", _("Het land erkent de nationaliteit niet")),
            ("anders", _("Iets anders")),
        ],
    )
    toelichting = tekst(_("Wat is gedaan en wat was het antwoord"), verplicht=True)


class VoorwaardenForm(Stapformulier):
    stap = _S["voorwaarden"]
    uitleg = _(
        "Voor het advies moet vaststaan wie de persoon is, en dat de persoon heeft gedaan wat mogelijk was. Weet u het nog niet, kies dan dat."
    )
    norm = "buitenschuld-voorwaarden"
    begint_met = ("identiteit_twijfel", "meewerkend")
    identiteit_twijfel = waarheid(_("Is er redelijke twijfel over identiteit of nationaliteit"))
    meewerkend = waarheid(_("Heeft de persoon gedaan wat mogelijk was om te vertrekken"))
    op = dag(_("Beoordeeld op"))
    toelichting = tekst(
        _("Waarop baseert u dat"), _("Noem de stukken. Leg het de persoon voor."), verplicht=True
    )


class AdviesForm(Stapformulier):
    stap = _S["advies"]
    uitleg = _(
        "Zijn de voorwaarden vervuld, dan stuurt de DT&V uit zichzelf een positief advies aan de IND. De IND kijkt naar openbare orde en beslist."
    )
    na = (
        _("Een negatieve uitkomst gaat met redenen naar de persoon en de gemachtigde."),
        _("Het advies houdt het vertrek niet vanzelf tegen. Bespreek in het plan wat u in die tijd doet."),
    )
    norm = "buitenschuld-zwaarwegend-advies"
    uitkomst = keuze(
        _("Wat is de uitkomst"),
        [("positief", _("Positief, verstuurd aan de IND")), ("negatief", _("Niet positief"))],
    )
    op = dag(_("Datum"))
    kenmerk = kort(_("Kenmerk"), verplicht=False)
    gedeeld = meerkeuze(_("Met wie gedeeld"), _GEDEELD)
    toelichting = tekst(_("De redenen"), verplicht=True, regels=6)


class BesluitForm(Stapformulier):
    stap = _S["besluit"]
    uitleg = _("Leg vast wat de IND op het advies heeft besloten.")
    na = (_("Bij een vergunning is er verblijfsrecht. Leg het besluit dan ook vast bij de procedure."),)
    norm = "buitenschuld-zwaarwegend-advies"
    ind_besluit = keuze(
        _("Wat heeft de IND besloten"),
        [("ingewilligd", _("Er komt een vergunning buiten schuld")), ("afgewezen", _("Afgewezen"))],
    )
    ind_besloten_op = dag(_("Besloten op"))
    kenmerk = kort(_("Kenmerk"), verplicht=False)
    toelichting = tekst(_("Toelichting"))


FORMULIEREN = (PogingForm, BemiddelingForm, MisluktForm, VoorwaardenForm, AdviesForm, BesluitForm)
