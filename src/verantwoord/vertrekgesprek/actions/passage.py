"""What somebody does with words of a finished report that the rules pointed at. What they point at is kept nowhere."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.signalen import LANGSTE_PASSAGE, Plek, lexiconversie, zoek_passages
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions.slot import neem
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Besluitsoort
from verantwoord.vertrekgesprek.models import Gesprek, Passagebesluit
from verantwoord.vertrekgesprek.passages import leesteksten, plek_van


@transaction.atomic
def answer_passage(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gesprek_id: UUID,
    plek: Plek,
    soort: str,
    betreft: str = "",
    reden: str = "",
) -> Passagebesluit:
    """Keep what somebody decided about the words at ``plek``, with the text she read and the rules that prompted her.

    Setting them aside asks a reason; opening a toetsing or recording a wish is done together with that act, see
    ``samenstelling.pak_op``, and ``betreft`` says which. The event names neither the matter nor the words: the timeline
    has more readers than the passages. Raises ``GesprekStaatVast`` when nobody is asked about this place any more.
    """
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id, ook_gesloten=True)
    besluitsoort, reden = Besluitsoort(soort), reden.strip()
    tekst = leesteksten(gesprek).get(plek.vindplaats, "") if gesprek.is_afgerond else ""
    regels = _wat_haar_vroeg(gesprek, plek, tekst)
    if not regels:
        raise GesprekStaatVast(
            _("Over deze passage is al beslist, of de woordregels zijn veranderd. Ververs de pagina.")
        )
    if besluitsoort == Besluitsoort.TERZIJDE and not reden:
        raise PlanningKloptNiet(_("Schrijf op waarom dit er niet bij hoort."), veld="reden")
    besluit = Passagebesluit.objects.create(
        gesprek=gesprek,
        vindplaats=plek.vindplaats,
        begin=plek.begin,
        eind=plek.eind,
        terrein=plek.terrein,
        citaat=tekst[plek.begin : plek.eind],
        soort=besluitsoort,
        betreft=betreft,
        reden=reden,
        regels=regels,
        lexicon=lexiconversie(),
        door=door,
        door_naam=door.naam,
    )
    record_gebeurtenis(
        soort="passage.gelezen",
        onderwerp=besluit,
        dossier_id=dossier_id,
        door=door,
        gegevens={"moment": gesprek.moment},
    )
    return besluit


def _wat_haar_vroeg(gesprek: Gesprek, plek: Plek, tekst: str) -> list[str]:
    """The rules that still ask about words within this place; none for a place nobody could have read at one glance."""
    if not 0 <= plek.begin < plek.eind <= len(tekst) or plek.eind - plek.begin > 2 * LANGSTE_PASSAGE:
        return []
    gelezen = [plek_van(besluit) for besluit in gesprek.passagebesluiten.all()]
    gevraagd = [
        treffer.regel
        for passage in zoek_passages({plek.vindplaats: tekst}, gelezen=gelezen)
        for treffer in passage.treffers
        if plek.omvat(Plek(passage.vindplaats, passage.terrein, treffer.begin, treffer.eind))
    ]
    return list(dict.fromkeys(gevraagd))
