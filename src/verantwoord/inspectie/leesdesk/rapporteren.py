"""Making a report, and making it again: what is handed over is always what the data say, and never anything else than was made."""

from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from verantwoord.inspectie.actions.slot import lock_onderzoek, noteer
from verantwoord.inspectie.fouten import OnderzoekKanNiet
from verantwoord.inspectie.leesdesk import rapport
from verantwoord.inspectie.leesdesk.models import Onderzoeksrapport
from verantwoord.inspectie.leesdesk.queries import voortgang
from verantwoord.inspectie.models import Onderzoek, Stand
from verantwoord.toegang.models import Medewerker

# In which steps a report is made.
STANDEN: Final = (Stand.VERGELIJKEN, Stand.RAPPORT)


class Bestanden(NamedTuple):
    """A report as it leaves: the PDF, and the ZIP with that and the data."""

    pdf: bytes
    zip: bytes

    @property
    def digests(self) -> tuple[str, str]:
        return sha256(self.pdf).hexdigest(), sha256(self.zip).hexdigest()


@transaction.atomic
def make_rapport(onderzoek_id: UUID, *, door: Medewerker) -> Onderzoeksrapport:
    """Make the report once everything was read and decided, and keep its digests; the same data give the same report."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=STANDEN)
    if not voortgang(onderzoek, viewer=door).alles_beslist:
        raise OnderzoekKanNiet(
            _("Het verslag kan pas als alle dossiers zijn gelezen en over ieder verschil is beslist.")
        )
    pdf, zip_ = _maak(onderzoek, door=door).digests
    laatste = onderzoek.rapporten.first()
    if laatste is not None and (laatste.pdf_sha256, laatste.zip_sha256) == (pdf, zip_):
        return laatste
    nummer = (onderzoek.rapporten.aggregate(n=Max("nummer"))["n"] or 0) + 1
    nieuw = Onderzoeksrapport.objects.create(
        onderzoek=onderzoek, nummer=nummer, pdf_sha256=pdf, zip_sha256=zip_, door=door
    )
    noteer("rapport_gemaakt", onderzoek, door=door, nummer=nummer, pdf_sha256=pdf, zip_sha256=zip_)
    return nieuw


@transaction.atomic
def fetch_rapport(onderzoek_id: UUID, *, door: Medewerker) -> Bestanden:
    """Hand over the last report, made again; refuses when the data changed since, so that nobody holds a report unlike its digest."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=tuple(Stand))
    laatste = onderzoek.rapporten.first()
    if laatste is None:
        raise OnderzoekKanNiet(_("Er is nog geen verslag. Maak het eerst."))
    bestanden = _maak(onderzoek, door=door)
    if bestanden.digests != (laatste.pdf_sha256, laatste.zip_sha256):
        raise OnderzoekKanNiet(
            _("De gegevens van dit onderzoek zijn veranderd sinds verslag %(n)d. Maak een nieuw verslag.")
            % {"n": laatste.nummer}
        )
    noteer("rapport_opgehaald", onderzoek, door=door, nummer=laatste.nummer)
    return bestanden


def _maak(onderzoek: Onderzoek, *, door: Medewerker) -> Bestanden:
    inhoud = rapport.inhoud_of(onderzoek, viewer=door)
    pdf = rapport.maak_pdf(inhoud)
    return Bestanden(pdf, rapport.maak_zip(inhoud, rapport=pdf))
