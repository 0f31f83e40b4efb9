"""What came out: conclusions, recommendations, publishing them, and the answers."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.actions.slot import lock_onderzoek, noteer
from verantwoord.inspectie.fouten import OnderzoekKanNiet, OnderzoekWeg
from verantwoord.inspectie.models import (
    Aanbeveling,
    Conclusie,
    Onderzoek,
    Reactie,
    Reactieverzoek,
    Stand,
)
from verantwoord.inspectie.opvolging import maten as gekozen_uit
from verantwoord.inspectie.voortgang import ontbreekt
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht

# How long an organisation has for its answer when the leader of the onderzoek says nothing else.
REACTIE_BINNEN: Final = timedelta(weeks=6)
# Reminded this long before the day, and after it every week until there is an answer.
VOORAF: Final = timedelta(weeks=2)
DAARNA: Final = timedelta(weeks=1)


@transaction.atomic
def keep_conclusie(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    kop: str,
    tekst: str,
    paragraaf: str = "",
    conclusie_id: int | None = None,
) -> Conclusie:
    """Write a conclusion, or change one, until the report comes out."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    conclusie = onderzoek.conclusies.filter(pk=conclusie_id).first() if conclusie_id else None
    if conclusie_id and conclusie is None:
        raise OnderzoekKanNiet(_("Deze conclusie is er niet meer. Ververs de pagina."))
    conclusie = conclusie or Conclusie(onderzoek=onderzoek, volgorde=_volgende(onderzoek.conclusies.all()))
    conclusie.kop, conclusie.tekst, conclusie.paragraaf = kop, tekst, paragraaf
    conclusie.save()
    noteer("conclusie_bewaard", onderzoek, door=door)
    return conclusie


@transaction.atomic
def remove_conclusie(onderzoek_id: UUID, *, door: Medewerker, conclusie_id: int) -> None:
    """Take out a conclusion before the report comes out; the row history keeps it."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    onderzoek.conclusies.filter(pk=conclusie_id).delete()
    noteer("conclusie_weg", onderzoek, door=door)


@transaction.atomic
def keep_aanbeveling(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    tekst: str,
    aan: Sequence[str],
    paragraaf: str = "",
    maten: Sequence[str] = (),
    anders_te_zien: str = "",
    aanbeveling_id: int | None = None,
) -> Aanbeveling:
    """Write a recommendation, or change one, until the report comes out: to whom, and how one will see that it is followed."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    if not aan:
        raise OnderzoekKanNiet(_("Kies aan wie de aanbeveling is."))
    aanbeveling = onderzoek.aanbevelingen.filter(pk=aanbeveling_id).first() if aanbeveling_id else None
    if aanbeveling_id and aanbeveling is None:
        raise OnderzoekKanNiet(_("Deze aanbeveling is er niet meer. Ververs de pagina."))
    aanbeveling = aanbeveling or Aanbeveling(
        onderzoek=onderzoek, volgorde=_volgende(onderzoek.aanbevelingen.all())
    )
    aanbeveling.tekst, aanbeveling.paragraaf, aanbeveling.anders_te_zien = tekst, paragraaf, anders_te_zien
    aanbeveling.aan = [str(organisatie) for organisatie in Organisatie if organisatie in set(aan)]
    aanbeveling.maten = [maat for maat in gekozen_uit() if maat in set(maten)]
    aanbeveling.save()
    noteer("aanbeveling_bewaard", onderzoek, door=door)
    return aanbeveling


@transaction.atomic
def remove_aanbeveling(onderzoek_id: UUID, *, door: Medewerker, aanbeveling_id: int) -> None:
    """Take out a recommendation before the report comes out; the row history keeps it."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    onderzoek.aanbevelingen.filter(pk=aanbeveling_id).delete()
    noteer("aanbeveling_weg", onderzoek, door=door)


def _volgende(rijen: QuerySet[Conclusie] | QuerySet[Aanbeveling]) -> int:
    return int(rijen.aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1


@transaction.atomic
def publish_onderzoek(
    onderzoek_id: UUID, *, door: Medewerker, op: date, vindplaats: str, reactie_voor: date | None = None
) -> Onderzoek:
    """Let the report come out: it is there for who may read reports, and who is addressed is asked for an answer.

    What is in it stays as it is from here on. Sample, seed and who read what stay with who did the onderzoek.
    """
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=(Stand.RAPPORT,), leider=True)
    mist = ontbreekt(onderzoek)
    if mist:
        raise OnderzoekKanNiet(_("Het rapport is nog niet klaar. %(mist)s") % {"mist": " ".join(mist)})
    uiterlijk = reactie_voor or op + REACTIE_BINNEN
    if uiterlijk <= op:
        raise OnderzoekKanNiet(_("Geef wie u iets aanbeveelt tijd voor een antwoord: kies een latere dag."))
    onderzoek.gepubliceerd_op, onderzoek.vindplaats, onderzoek.stand = op, vindplaats, Stand.AFGEROND
    onderzoek.save(update_fields=["gepubliceerd_op", "vindplaats", "stand"])
    ask_reacties(onderzoek, op=op, uiterlijk=uiterlijk)
    noteer("gepubliceerd", onderzoek, door=door, op=op.isoformat())
    return onderzoek


def ask_reacties(onderzoek: Onderzoek, *, op: date, uiterlijk: date) -> None:
    """Ask each organisation that is addressed what it does with it; the day is a day of its own for each."""
    Reactieverzoek.objects.bulk_create(
        Reactieverzoek(aanbeveling=aanbeveling, organisatie=organisatie, gevraagd_op=op, uiterlijk=uiterlijk)
        for aanbeveling in onderzoek.aanbevelingen.all()
        for organisatie in aanbeveling.aan
    )


@transaction.atomic
def give_reactie(*, door: Medewerker, aanbeveling_id: int, standpunt: str, tekst: str) -> Reactie:
    """Answer a recommendation for one's own organisation. A later answer comes beside the earlier one."""
    require(door, Recht.AANBEVELING_BEANTWOORDEN)
    verzoek = Reactieverzoek.objects.filter(
        aanbeveling=aanbeveling_id,
        organisatie=door.organisatie,
        aanbeveling__onderzoek__in=Onderzoek.objects.visible_to(door),
    ).first()
    if verzoek is None:
        raise OnderzoekWeg(_("Deze aanbeveling is niet aan uw organisatie."))
    if not tekst.strip():
        raise OnderzoekKanNiet(_("Schrijf op wat uw organisatie met de aanbeveling doet, en wanneer."))
    reactie = Reactie.objects.create(
        verzoek=verzoek, standpunt=Reactie.Standpunt(standpunt), tekst=tekst.strip(), door=door
    )
    record_gebeurtenis(
        soort="onderzoek.reactie_gegeven",
        onderwerp=verzoek,
        dossier_id=None,
        door=door,
        gegevens={"organisatie": door.organisatie, "standpunt": standpunt},
    )
    return reactie


def te_herinneren(*, peildatum: date) -> list[Reactieverzoek]:
    """The questions without an answer of which it is time to be told: when asked, two weeks before, and then every week."""
    open_ = Reactieverzoek.objects.filter(
        reacties__isnull=True, aanbeveling__onderzoek__gepubliceerd_op__lte=peildatum
    )
    return [verzoek for verzoek in open_ if _is_tijd(verzoek, peildatum)]


def _is_tijd(verzoek: Reactieverzoek, op: date) -> bool:
    laatst = verzoek.herinnerd_op
    if laatst is None:
        return True
    if op > verzoek.uiterlijk:
        return laatst <= max(verzoek.uiterlijk, op - DAARNA)
    return op >= verzoek.uiterlijk - VOORAF > laatst


@transaction.atomic
def mark_herinnerd(*, door: Medewerker, peildatum: date) -> Collection[str]:
    """Say of which organisations an answer is due and keep that they are reminded today."""
    require(door, Recht.ONDERZOEK_VOLGEN)
    nu = te_herinneren(peildatum=peildatum)
    Reactieverzoek.objects.filter(pk__in=[verzoek.pk for verzoek in nu]).update(herinnerd_op=peildatum)
    return {verzoek.organisatie for verzoek in nu}
