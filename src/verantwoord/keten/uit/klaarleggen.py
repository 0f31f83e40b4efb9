"""Put messages ready in the transaction of the act that they tell of; a job delivers them once that is committed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.bewaking.antwoorden import Nieuw
from verantwoord.dossier.antwoorden import gegeven_aan
from verantwoord.dossier.models import Antwoord, Betrokkenheid, Betwistmerk, Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.spoor import huidig_spoor
from verantwoord.kern.betwisting import ONDERWERPEN
from verantwoord.keten.uit.models import Aflevering, Ontvanger, Uitbericht
from verantwoord.keten.uit.stromen import (
    V_NUMMER,
    VAN_ANTWOORD,
    VAN_GEBEURTENIS,
    Stroom,
    velden_van,
)
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem

VERSTUUR = "keten.verstuur"


@dataclass(frozen=True, kw_only=True)
class _Nieuws:
    """Something that a stream tells, before it is known to whom. ``alleen`` narrows it to one organisation."""

    stroom: Stroom
    dossier_id: UUID
    antwoord: Antwoord | None = None
    waarden: Mapping[str, Any] = field(default_factory=dict)
    alleen: str = ""


def leg_antwoorden_klaar(nieuw: Sequence[Nieuw]) -> None:
    """Hear of new answers, and put a message ready for every receiver that may know of them."""
    gezocht = [n.id for n in nieuw if n.soort in VAN_ANTWOORD]
    if not gezocht:
        return
    with als_systeem():
        ontvangers = _ontvangers()
        # The whole of a night comes by here: who has no receivers pays for one question.
        antwoorden = Antwoord.objects.filter(pk__in=gezocht).order_by("pk") if ontvangers else ()
        nieuws = [
            _Nieuws(stroom=VAN_ANTWOORD[a.soort], dossier_id=a.dossier_id, antwoord=a) for a in antwoorden
        ]
        _leg_klaar(nieuws, ontvangers)


def leg_gebeurtenissen_klaar(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Hear of events, and put a message ready where one is for a receiver."""
    nieuws = [
        _Nieuws(
            stroom=stroom,
            dossier_id=g.dossier_id,
            waarden=g.gegevens | {"punt": g.onderwerp_id},
            # Where the event does not say whom it is for, it is for nobody.
            alleen=str(g.gegevens.get(stroom.voor_wie) or "niemand") if stroom.voor_wie else "",
        )
        for g in gebeurtenissen
        if g.dossier_id is not None and (stroom := VAN_GEBEURTENIS.get(g.soort)) is not None
    ]
    if nieuws:
        with als_systeem():
            _leg_klaar(nieuws, _ontvangers())


def _ontvangers() -> list[Ontvanger]:
    return list(Ontvanger.objects.filter(actief=True))


def _leg_klaar(nieuws: Sequence[_Nieuws], ontvangers: Sequence[Ontvanger]) -> None:
    betrokken = _betrokkenen({n.dossier_id for n in nieuws}) if nieuws and ontvangers else {}
    paren = [(n, ontvanger) for n in nieuws for ontvanger in ontvangers if _is_voor(n, ontvanger, betrokken)]
    if not paren:
        return
    dossiers = Dossier.objects.filter(pk__in={n.dossier_id for n, _ in paren})
    nummers = dict(dossiers.values_list("pk", "persoon__v_nummer"))
    betwist = _betwist({n.dossier_id for n, _ in paren})
    _bewaar([_bericht(n, ontvanger, nummers[n.dossier_id], betwist) for n, ontvanger in paren])
    for ontvanger_id in {ontvanger.pk for _, ontvanger in paren}:
        enqueue(VERSTUUR, door=systeem(), ontvanger=ontvanger_id)


def _betrokkenen(dossiers: Iterable[UUID]) -> dict[UUID, set[tuple[str, str]]]:
    """Which organisation is involved in which dossier, in which role; one that this very act ended still hears of it."""
    gevonden: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    rijen = Betrokkenheid.objects.filter(Q(tot__isnull=True) | Q(tot__gte=Now()), dossier__in=set(dossiers))
    for dossier_id, organisatie, rol in rijen.values_list("dossier_id", "organisatie", "rol"):
        gevonden[dossier_id].add((organisatie, rol))
    return gevonden


def _is_voor(n: _Nieuws, ontvanger: Ontvanger, betrokken: Mapping[UUID, set[tuple[str, str]]]) -> bool:
    if n.alleen and n.alleen != ontvanger.organisatie:
        return False
    erbij = {(ontvanger.organisatie, ontvanger.rol), (ontvanger.organisatie, "")}
    return bool(erbij & betrokken.get(n.dossier_id, set())) and bool(
        velden_van(n.stroom.soort, rol=ontvanger.rol, organisatie=ontvanger.organisatie)
    )


def _betwist(dossiers: Iterable[UUID]) -> dict[tuple[UUID, str], date]:
    """Since when an answer rests on something that the person says is not right, by dossier and sort."""
    gevonden: dict[tuple[UUID, str], date] = {}
    merken = Betwistmerk.objects.filter(dossier__in=set(dossiers), tot=None).order_by("-sinds")
    for dossier_id, onderwerp, sinds in merken.values_list("dossier", "onderwerp", "sinds"):
        for soort in ONDERWERPEN[onderwerp].antwoorden:
            gevonden[dossier_id, soort] = sinds
    return gevonden


def _bericht(
    n: _Nieuws, ontvanger: Ontvanger, v_nummer: str, betwist: Mapping[tuple[UUID, str], date]
) -> Uitbericht:
    spoor = huidig_spoor()
    wie = {"rol": ontvanger.rol, "organisatie": ontvanger.organisatie}
    waarden, vast = n.waarden, {}
    if n.antwoord is not None:
        gegeven = gegeven_aan(n.antwoord, **wie)
        waarden = gegeven.inhoud
        # Which answer it is, and from when it holds; goes along whatever was agreed, as it says nothing of anybody.
        vast = {
            "antwoord": gegeven.id,
            "geldig_vanaf": gegeven.geldig_vanaf.isoformat(),
            "correctie_van": gegeven.correctie_van,
        }
        # The mark goes where the fact goes.
        if sinds := betwist.get((n.dossier_id, n.antwoord.soort)):
            vast["betwist_sinds"] = sinds.isoformat()
    waarden = {V_NUMMER: v_nummer, **waarden}
    return Uitbericht(
        dossier_id=n.dossier_id,
        ontvanger=ontvanger,
        soort=n.stroom.soort,
        categorie=n.stroom.categorie,
        inhoud={
            "vast": vast,
            "velden": {veld: waarden.get(veld) for veld in velden_van(n.stroom.soort, **wie)},
        },
        antwoord_id=n.antwoord.pk if n.antwoord is not None else None,
        trace_id=spoor.trace_id,
        ouder_id=spoor.ouder,
    )


def _bewaar(berichten: Sequence[Uitbericht]) -> None:
    Uitbericht.objects.bulk_create(berichten)
    # Acts on one dossier come one after the other, so the numbers stand in the order of what happened.
    Aflevering.objects.bulk_create(
        [
            Aflevering(bericht_id=b.pk, ontvanger=b.ontvanger, soort=b.soort, baan=b.dossier_id)
            for b in berichten
        ]
    )
