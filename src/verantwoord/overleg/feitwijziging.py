"""Keep the facts of each dossier next to the items about it: written in the transaction of the act, dossier by dossier."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max
from django.utils import timezone

from verantwoord.dossier.feiten import als_waarden
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import nieuwe_gebeurtenis, record_gebeurtenissen
from verantwoord.kern import dossierbeeld as kern
from verantwoord.overleg.keuzes import Vorm
from verantwoord.overleg.models import Agendapunt, Overlegpunt, Puntdossier, Verslag
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


def is_feit(punt: Agendapunt) -> bool:
    """An item is a fact from the moment it was discussed with open cards; what is only planned is nobody's fact."""
    besproken = punt.is_onthuld or punt.besluit is not None
    return punt.vorm == Vorm.BESLUIT and besproken and punt.doorgeschoven_op is None


def keep_feiten(punt: Agendapunt) -> None:
    """Write the entry of each dossier of a locked item as it stands now.

    As the program: the partner who acts need not see the dossier's own list. Dossiers are taken in a fixed order.
    """
    if not is_feit(punt):
        return
    with als_systeem():
        bij = Puntdossier.objects.filter(punt=punt).values("dossier")
        dossiers = list(
            Dossier.objects.filter(pk__in=bij).select_for_update(of=("self",), no_key=True).order_by("pk")
        )
        bestaand = {rij.dossier_id: rij for rij in Overlegpunt.objects.filter(punt=punt)}
        for dossier in dossiers:
            waarden = als_waarden(feit_van(punt, dossier))
            rij = bestaand.get(dossier.pk)
            if rij is None:
                hoogste = Overlegpunt.objects.filter(dossier=dossier).aggregate(h=Max("volgorde"))["h"]
                volgorde = 0 if hoogste is None else hoogste + 1
                Overlegpunt.objects.create(dossier=dossier, punt=punt, volgorde=volgorde, **waarden)
                continue
            anders = [veld for veld, waarde in waarden.items() if getattr(rij, veld) != waarde]
            for veld in anders:
                setattr(rij, veld, waarden[veld])
            if anders:
                rij.save(update_fields=anders)


def feit_van(punt: Agendapunt, dossier: Dossier) -> kern.Overlegpunt:
    """The fact that this item is in the dossier: first positions, then votes, in the order in which they came."""
    standpunten = [
        *(punt.standpunten.order_by("gegeven_op", "partner") if punt.is_onthuld else ()),
        *punt.stemmen.order_by("nummer"),
    ]
    tegen = [t for t in punt.tegenspraken.all() if t.partner == punt.tegenspreker] or list(
        punt.tegenspraken.all()[:1]
    )
    verslag = Verslag.objects.filter(overleg=punt.overleg_id).first() if punt.overleg_id else None
    acties = punt.acties.order_by("nummer")
    return kern.Overlegpunt(
        soort=punt.soort,  # type: ignore[arg-type]
        datum=punt.datum,
        onderwerp=punt.onderwerp,  # type: ignore[arg-type]
        voorstel_door=punt.voorstel_door,  # type: ignore[arg-type]
        standpunten=tuple(
            kern.Standpunt(
                partner=s.partner,
                standpunt=s.oordeel,
                gegeven_op=timezone.localdate(s.gegeven_op),
                motivering=s.motivering,
            )
            for s in standpunten
        ),
        tegenspraak_door=tegen[0].partner if tegen else None,  # type: ignore[arg-type]
        tegenspraak="\n\n".join(t.tekst for t in tegen),
        reactie="\n\n".join(t.antwoord for t in tegen if t.antwoord),
        besluit=punt.besluit,  # type: ignore[arg-type]
        bevestigd_op=punt.bevestigd_op,
        verslag_op=verslag.gedeeld_op if verslag else None,
        opgeschaald_naar=punt.opgeschaald_naar,  # type: ignore[arg-type]
        spoed_reden=punt.spoed_reden,
        teruggekoppeld_op=punt.teruggekoppeld_op,
        acties=tuple(
            kern.Actie(
                omschrijving=a.omschrijving,
                eigenaar=a.eigenaar,  # type: ignore[arg-type]
                uiterlijk=a.uiterlijk,
                gereed_op=a.gereed_op,
            )
            for a in acties
            if a.dossier_id in {None, dossier.pk}
        ),
    )


def tell(
    punt: Agendapunt, soort: str, *, door: Medewerker, gegevens: Mapping[str, Any] | None = None
) -> None:
    """Write one event in each dossier the item is about; never what a first position says before all may read it."""
    with als_systeem():
        record_gebeurtenissen(
            [
                nieuwe_gebeurtenis(
                    soort=soort,
                    onderwerp=punt,
                    dossier_id=dossier_id,
                    door=door,
                    gegevens={"overleg": punt.soort, "datum": punt.datum.isoformat(), **(gegevens or {})},
                )
                for dossier_id in punt.dossiers.order_by("dossier_id").values_list("dossier_id", flat=True)
            ]
        )
