"""What the steps of reading and comparing still miss, each as a sentence that says what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.inspectie.leesdesk.queries import stand_of
from verantwoord.inspectie.models import Onderzoek, Stand
from verantwoord.inspectie.voortgang import vraag_bij


@vraag_bij(Stand.LEZEN)
def _lezen(onderzoek: Onderzoek) -> Iterator[str]:
    if not onderzoek.criteria.exists():
        yield _("Schrijf de criteria op: de vragen die iedere beoordelaar beantwoordt.")
    if not onderzoek.lezers.exists():
        yield _("Kies de beoordelaars en begin met lezen.")
        return
    stand = stand_of(onderzoek)
    if stand.gemaakt < stand.exemplaren:
        yield _("Nog niet alle leesexemplaren zijn gemaakt: %(n)d van %(totaal)d.") % {
            "n": stand.gemaakt,
            "totaal": stand.exemplaren,
        }
    if not stand.alles_gelezen:
        yield _("Nog niet ieder dossier is door twee beoordelaars gelezen: %(n)d van %(totaal)d.") % {
            "n": stand.paren_gesloten,
            "totaal": stand.exemplaren,
        }


@vraag_bij(Stand.VERGELIJKEN)
def _vergelijken(onderzoek: Onderzoek) -> Iterator[str]:
    stand = stand_of(onderzoek)
    if not stand.alles_beslist:
        n = stand.verschillend - stand.beslist
        yield ngettext(
            "Over %(n)d dossier verschillen de beoordelaars nog. Een derde onderzoeker beslist.",
            "Over %(n)d dossiers verschillen de beoordelaars nog. Een derde onderzoeker beslist.",
            n,
        ) % {"n": n}


@vraag_bij(Stand.RAPPORT)
def _rapport(onderzoek: Onderzoek) -> Iterator[str]:
    if onderzoek.lezers.exists() and not onderzoek.rapporten.exists():
        yield _("Maak het verslag van het dossieronderzoek, bij Lezen.")
