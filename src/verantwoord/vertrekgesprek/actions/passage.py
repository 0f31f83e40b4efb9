"""What a finished report may still ask of somebody: passages to read, and what was decided about them."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.signalen import LEXICON, zoek_passages
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions.slot import neem
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Antwoordsoort, Onderwerp
from verantwoord.vertrekgesprek.models import Gesprek, Passage, Passageantwoord


def find_passages(gesprek: Gesprek, *, kinderen: Iterable[str]) -> None:
    """Keep the passages of a talk that is being finished, for a person to read. They change nothing by themselves.

    ``kinderen`` are the words about children that are read here: those of a child whose own talk ends in the same
    sitting are read in its own dossier, once.
    """
    vragen = " ".join(tekst.strip() for tekst in gesprek.vragen.values() if tekst.strip())
    teksten = {
        Onderwerp.WENSEN_BELEMMERINGEN.value: "\n".join([gesprek.eigen_woorden, *kinderen]),
        Onderwerp.TOETSINGSMOMENTEN.value: vragen,
        Onderwerp.OPTIES.value: gesprek.blokken.get("opties", ""),
        Onderwerp.AFSPRAKEN.value: gesprek.blokken.get("overig", ""),
    }
    Passage.objects.bulk_create(
        Passage(
            gesprek=gesprek,
            volgorde=volgorde,
            terrein=gevonden.terrein,
            onderwerp=gevonden.vindplaats,
            citaat=gevonden.citaat,
            hints=[list(hint) for hint in gevonden.hints],
            lexicon=LEXICON,
        )
        for volgorde, gevonden in enumerate(zoek_passages(teksten))
    )


@transaction.atomic
def answer_passage(
    *, door: Medewerker, dossier_id: UUID, passage_id: UUID, soort: str, reden: str = ""
) -> Passage:
    """Keep what somebody decided about a passage.

    Setting it aside asks a reason; taking it up is done together with the sign or the wish that it becomes, see
    ``samenstelling.pak_op``. The event names neither the matter nor the words: the timeline has more readers than the passages.
    """
    passage = Passage.objects.visible_to(door).select_related("gesprek").get(pk=passage_id)
    neem(door=door, dossier_id=dossier_id, gesprek_id=passage.gesprek_id, ook_gesloten=True)
    antwoord, reden = Antwoordsoort(soort), reden.strip()
    if Passageantwoord.objects.filter(passage=passage).exists():
        raise GesprekStaatVast(_("Over deze passage is al beslist. Ververs de pagina."))
    if antwoord == Antwoordsoort.TERZIJDE and not reden:
        raise PlanningKloptNiet(_("Schrijf op waarom dit er niet bij hoort."), veld="reden")
    Passageantwoord.objects.create(
        passage=passage, soort=antwoord, reden=reden, door=door, door_naam=door.naam
    )
    record_gebeurtenis(
        soort="passage.gelezen",
        onderwerp=passage,
        dossier_id=dossier_id,
        door=door,
        gegevens={"moment": passage.gesprek.moment},
    )
    return passage
