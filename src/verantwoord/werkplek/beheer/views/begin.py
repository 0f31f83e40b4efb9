from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek.queries import voorstellen_of
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.kader import adres


@dataclass(frozen=True)
class Ingang:
    titel: str
    uitleg: str
    url: str


@require_safe
@voor(Recht.MEDEWERKERS_BEHEREN)
def begin(request: StaffRequest) -> HttpResponse:
    """Where everything is that an administrator looks after; what is not in this installation is left out."""
    ingangen = (
        Ingang(
            _("Medewerkers en systemen"),
            _("Accounts toevoegen, een rol of team wijzigen, sluiten, sleutels geven."),
            adres("beheer:medewerkers"),
        ),
        Ingang(
            _("Groepen en rollen"),
            _("Welke groep van de organisatie hier welke rol geeft."),
            adres("beheer:groepen"),
        ),
        Ingang(
            _("Teams en locaties"),
            _("Welk team werkt voor welke locatie, en welk team het vangnet is."),
            adres("beheer:teams"),
        ),
        Ingang(
            _("Aanwijzingen voor bewaring"),
            _("Wie bewaring mag opleggen, van wanneer tot wanneer. Twee beheerders samen."),
            adres("aanwijzingen:lijst"),
        ),
        Ingang(
            _("Cursussen en trainers"),
            _("Wat regievoerders leren, voor wie het verplicht is, en wie trainer is."),
            adres("vakmanschap:cursussen"),
        ),
        Ingang(
            _("Woordregels"),
            _voorstellen(request),
            adres("woordregels:voorstellen"),
        ),
        Ingang(
            _("Landen"),
            _("Geeft een land reisdocumenten voor vrijwillige en voor gedwongen terugkeer?"),
            adres("beheer:landen"),
        ),
        Ingang(
            _("Waarden van normen"),
            _("De getallen die geen bron geeft en die de organisatie zelf kiest."),
            adres("beheer:normwaarden"),
        ),
        Ingang(
            _("Berichten in quarantaine"),
            _("Berichten die niet zijn opgenomen, en volgnummers die ontbreken."),
            adres("keten:quarantaine"),
        ),
        Ingang(
            _("Berichten naar partners"),
            _("Wie vanzelf hoort wat er verandert, volgens welke afspraak, en wat niet aankwam."),
            adres("beheer:uitwisseling"),
        ),
        Ingang(_("Taken"), _("Werk dat het programma op de achtergrond doet."), adres("taken:overzicht")),
        Ingang(_("Gezondheid"), _("Of de onderdelen van het programma werken."), adres("gezondheid")),
    )
    context = {"ingangen": [ingang for ingang in ingangen if ingang.url]}
    return render(request, "werkplek/beheer/begin.html", context)


def _voorstellen(request: StaffRequest) -> str:
    """What colleagues say the rules about words should find, and how much of it waits for an answer."""
    wacht = voorstellen_of(viewer=request.user).filter(stand="nieuw").count()
    if not wacht:
        return _("Wat collega’s zeggen dat gevonden moet worden. Er wacht niets op antwoord.")
    return ngettext(
        "Er wacht %(n)d voorstel op uw antwoord.", "Er wachten %(n)d voorstellen op uw antwoord.", wacht
    ) % {"n": wacht}
