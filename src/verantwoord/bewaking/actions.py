"""Ask the norms again and keep what is open. Derived facts only; nothing here decides anything."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from verantwoord.bewaking.antwoorden import bewaar_antwoorden
from verantwoord.bewaking.betrokken import bewaar_betrokkenen
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.bewaking.oordeel import BEWAARD, Oordeel, beoordeel_feiten
from verantwoord.dossier.feiten import beelden_of
from verantwoord.dossier.lijst import plaats_in_lijst
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.antwoordvormen import Inhoud
from verantwoord.kern.betrokkenheid import Betrokken, betrokken_bij
from verantwoord.kern.dossierbeeld import schrijf_dossierbeeld
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.context import als_systeem


@transaction.atomic
def herbeoordeel(dossiers: Collection[UUID], *, peildatum: date | None = None) -> None:
    """Bring the stand of these dossiers up to the day, in the transaction that changed them.

    The number of queries does not grow with the number of dossiers. Running it twice changes nothing. The norms need
    all facts, also those that whoever changed one of them may not read: the program itself asks.
    """
    with als_systeem():
        _herbeoordeel(dossiers, peildatum)


def _herbeoordeel(dossiers: Collection[UUID], peildatum: date | None) -> None:
    op = peildatum or timezone.localdate()
    parameters = geldende_parameters()
    rijen = Dossier.objects.filter(pk__in=dossiers).in_bulk()
    standen: list[Stand] = []
    open_nu: dict[UUID, list[Bevinding]] = {}
    betrokken: dict[UUID, Collection[Betrokken]] = {}
    antwoorden: dict[UUID, dict[str, Inhoud]] = {}
    for dossier_id, beeld in beelden_of(dossiers).items():
        s = Feitenstand(beeld, op, parameters.op(op))
        oordeel = beoordeel_feiten(s, regelset=parameters.regelset)
        standen.append(_stand(rijen[dossier_id], s, oordeel, parameters.regelset))
        open_nu[dossier_id] = oordeel.open
        antwoorden[dossier_id] = oordeel.antwoorden
        betrokken[dossier_id] = betrokken_bij(s, afgeschermd=rijen[dossier_id].afgeschermd)
    Stand.objects.bulk_create(
        standen,
        update_conflicts=True,
        unique_fields=["dossier"],
        update_fields=[veld.name for veld in Stand._meta.concrete_fields if not veld.primary_key],
    )
    _bewaar_open(open_nu, op)
    bewaar_betrokkenen(betrokken)
    bewaar_antwoorden(antwoorden, op=op)
    plaats_in_lijst(dossiers)


def _stand(dossier: Dossier, s: Feitenstand, oordeel: Oordeel, regelset: str) -> Stand:
    return Stand(
        dossier=dossier,
        regievoerder_id=dossier.regievoerder_id,
        team_id=dossier.team_id,
        peildatum=s.op,
        regelset=regelset,
        beeld=schrijf_dossierbeeld(s.beeld).decode(),
        gesloten=dossier.gesloten_op is not None,
        ontvangen_op=dossier.ontvangen_op,
        gewijzigd_op=timezone.now(),
        **oordeel.stand,
    )


def _bewaar_open(open_nu: dict[UUID, list[Bevinding]], op: date) -> None:
    """Close what no longer holds as it was, add what is new, and leave the rest as it stands."""
    bestaand: dict[UUID, dict[str, OpenBevinding]] = defaultdict(dict)
    for rij in OpenBevinding.objects.filter(dossier__in=open_nu, tot__isnull=True):
        bestaand[rij.dossier_id][rij.norm] = rij
    voorbij: list[int] = []
    nieuw: list[OpenBevinding] = []
    for dossier_id, bevindingen in open_nu.items():
        over = bestaand[dossier_id]
        for bevinding in bevindingen:
            rij = _rij(dossier_id, bevinding, op)
            was = over.pop(bevinding.norm, None)
            if was is not None and all(getattr(was, veld) == getattr(rij, veld) for veld in BEWAARD):
                continue
            if was is not None:
                voorbij.append(was.pk)
            nieuw.append(rij)
        voorbij += [was.pk for was in over.values()]
    if voorbij:
        OpenBevinding.objects.filter(pk__in=voorbij).update(tot=op)
    if nieuw:
        OpenBevinding.objects.bulk_create(nieuw)


def _rij(dossier_id: UUID, b: Bevinding, op: date) -> OpenBevinding:
    return OpenBevinding(
        dossier_id=dossier_id,
        norm=b.norm,
        oordeel=b.oordeel,
        gevolg=b.gevolg,
        uitleg=b.uitleg,
        uiterlijk_op=b.uiterlijk_op,
        ontbreekt=list(b.ontbreekt),
        blokkeert=list(b.blokkeert),
        regelset=b.regelset,
        van=op,
    )
