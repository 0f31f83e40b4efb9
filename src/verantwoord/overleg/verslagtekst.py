"""The minutes write themselves: of each item what was discussed, who thought what, what was said against, and the rest."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from verantwoord.overleg.keuzes import Vorm
from verantwoord.overleg.models import Agendapunt, Overleg, Puntdossier, Stem
from verantwoord.toegang.context import als_systeem

Inhoud = Mapping[str, Any]


def te_notuleren(overleg: Overleg) -> QuerySet[Agendapunt]:
    """The items of a meeting that were dealt with, in the order of its agenda, with all that was brought in."""
    gedaan = Q(vorm=Vorm.BESLUIT) & (Q(onthuld_op__isnull=False) | Q(besluit__isnull=False))
    return (
        overleg.punten.filter(gedaan | Q(behandeld_op__isnull=False), doorgeschoven_op__isnull=True)
        .op_volgorde()
        .select_related("overleg")
        .prefetch_related(
            "standpunten",
            "tegenspraken",
            Prefetch("stemmen", Stem.objects.order_by("nummer")),
            "acties",
            "gasten",
        )
    )


def inhoud_van(punten: Sequence[Agendapunt]) -> list[Inhoud]:
    """What the minutes say of each of these items, as plain values; words come when it is shown or printed.

    Whom an item is about is read as the program: who may not see the item does not get this far.
    """
    with als_systeem():
        bij: dict[Any, list[Puntdossier]] = {}
        rijen = (
            Puntdossier.objects.filter(punt__in=punten).select_related("dossier__persoon").order_by("dossier")
        )
        for rij in rijen:
            bij.setdefault(rij.punt_id, []).append(rij)
    return [_inhoud(punt, bij.get(punt.pk, [])) for punt in punten]


def _inhoud(punt: Agendapunt, dossiers: Sequence[Puntdossier]) -> Inhoud:
    standpunten = punt.standpunten.all() if punt.is_onthuld else ()
    return {
        "dossiers": [
            {"nummer": d.dossier.nummer, "naam": d.dossier.persoon.volledige_naam} for d in dossiers
        ],
        "vorm": punt.vorm,
        "onderwerp": punt.onderwerp,
        "redenen": punt.redenen,
        "vraag": punt.vraag,
        "voorstel_door": punt.voorstel_door,
        "voorstel": punt.voorstel,
        "besproken": punt.besproken,
        "gasten": [{"naam": g.naam, "organisatie": g.organisatie} for g in punt.gasten.all()],
        "standpunten": [
            {
                "partner": s.partner,
                "oordeel": s.oordeel,
                "motivering": s.motivering,
                "door": s.door_naam,
                "op": _dag(s.gegeven_op),
            }
            for s in sorted(standpunten, key=lambda s: (s.gegeven_op, s.partner))
        ],
        "zonder_standpunt": punt.onthuld_zonder,
        "tegenspreker": punt.tegenspreker,
        "tegenspraak": [
            {
                "partner": t.partner,
                "soort": t.soort,
                "tekst": t.tekst,
                "antwoord": t.antwoord,
                "antwoord_partner": t.antwoord_partner,
            }
            for t in punt.tegenspraken.all()
        ],
        "stemmen": [
            {
                "partner": s.partner,
                "oordeel": s.oordeel,
                "motivering": s.motivering,
                "schriftelijk": s.schriftelijk,
                "op": _dag(s.gegeven_op),
            }
            for s in punt.stemmen.all()
        ],
        "besluit": punt.besluit,
        "besloten_op": punt.besloten_op.isoformat() if punt.besloten_op else None,
        "besluit_tekst": punt.besluit_tekst,
        "opgeschaald_naar": punt.opgeschaald_naar,
        "verschil": punt.verschil,
        "spoed_reden": punt.spoed_reden,
        "acties": [
            {
                "omschrijving": a.omschrijving,
                "eigenaar": a.eigenaar,
                "uiterlijk": a.uiterlijk.isoformat() if a.uiterlijk else None,
            }
            for a in punt.acties.all()
        ],
    }


def _dag(moment: Any) -> str:
    return timezone.localdate(moment).isoformat()


def zegel_van(overleg: Overleg, inhoud: Sequence[Inhoud]) -> str:
    """The seal of the minutes as they stand: who chaired and came, and every item. One word else gives another seal."""
    tafel = [[d.organisatie, d.aanwezig, d.namen] for d in overleg.deelnemers.order_by("organisatie", "pk")]
    blad = {
        "datum": overleg.datum.isoformat(),
        "soort": overleg.soort,
        "voorzitter": overleg.voorzitter,
        "tafel": tafel,
        "punten": list(inhoud),
    }
    tekst = json.dumps(blad, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()
