"""The agenda fills itself: every night and when a member asks. Twice gives the same agenda."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from verantwoord.dossier.feiten import beelden_of
from verantwoord.dossier.models import Dossier, Verblijfplaats
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.termijnen import Stand
from verantwoord.overleg.actions.agenda import place
from verantwoord.overleg.bij_dossiers import families
from verantwoord.overleg.keuzes import Besluit, Opschaling, Overlegstand, Reden, Soort, Vorm
from verantwoord.overleg.models import Agendapunt, Overleg, Overlegpunt, Puntdossier
from verantwoord.overleg.redenen import Aanleiding, aanleidingen
from verantwoord.overleg.slot import lock_overleg, touch
from verantwoord.overleg.toelating import let_out
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

_PARTIJ: Final = 500
# These stay items of their own: what is confirmed or held is about that decision and no other.
_EIGEN_PUNT: Final = frozenset({Reden.BEVESTIGEN, Reden.AANGEHOUDEN})


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """An item as the facts ask for it, before it stands on the agenda."""

    dossiers: tuple[Dossier, ...]
    onderwerp: str
    redenen: tuple[str, ...]
    uiterlijk: date | None
    bronnen: tuple[UUID | None, ...] = ()
    bron: Agendapunt | None = None
    vorm: str = Vorm.BESLUIT
    vraag: str = ""
    voorstel: str = ""


@transaction.atomic
def fill_agenda(*, door: Medewerker, overleg_id: UUID, peildatum: date) -> int:
    """Put on the agenda what belongs there and is not there yet; bring dates up to the day. Gives how many were added.

    An item that somebody already worked on is left as it is. Never a shielded dossier, and never one that waits on
    another agenda.
    """
    recht = Recht.OVERLEG_VULLEN if door.is_systeem else Recht.OVERLEG_INBRENGEN
    overleg = lock_overleg(overleg_id, door=door, recht=recht)
    if overleg.stand != Overlegstand.GEPLAND:
        return 0
    # The norms look once at each dossier, however many items came.
    with als_systeem(), gebundeld():
        _drop_shielded(overleg)
        voorstellen = list(_van_een_lko(overleg, peildatum) if overleg.is_lko else _opgeschaald(overleg))
        voorstellen += _doorgeschoven(overleg)
        return sum(_zet_op(overleg, voorstel, door=door) for voorstel in voorstellen)


def _drop_shielded(overleg: Overleg) -> None:
    """What was shielded or closed since leaves the agenda without a word about why."""
    weg = overleg.punten.filter(
        Q(dossiers__dossier__afgeschermd=True) | Q(dossiers__dossier__gesloten_op__isnull=False),
        onthuld_op__isnull=True,
        besluit__isnull=True,
        doorgeschoven_op__isnull=True,
    )
    for punt in weg.distinct():
        punt.doorgeschoven_op = timezone.now()
        touch(punt, "doorgeschoven_op")
        let_out(punt)


def _van_een_lko(overleg: Overleg, peildatum: date) -> Iterator[Voorstel]:
    """What the facts of who lives here ask for, families together, and what other meetings decided."""
    dossiers = _hier(overleg)
    samen: dict[tuple[UUID, str, str | None], list[tuple[Dossier, list[Aanleiding], UUID | None]]]
    samen = defaultdict(list)
    gezin = _gezinsnummer(dossiers)
    for dossier, redenen, punten in _redenen(dossiers, overleg, peildatum):
        for groep in _items(redenen):
            bron = punten[groep[0].bron] if groep[0].bron is not None else None
            eigen = str(bron) if bron is not None else None
            samen[gezin[dossier.pk], groep[0].onderwerp, eigen].append((dossier, groep, bron))
    for (_gezin, onderwerp, _eigen), leden in samen.items():
        alle = [a for _d, groep, _b in leden for a in groep]
        data = [a.uiterlijk for a in alle if a.uiterlijk is not None]
        yield Voorstel(
            dossiers=tuple(dossier for dossier, _g, _b in leden),
            onderwerp=onderwerp,
            redenen=tuple(dict.fromkeys(a.reden.value for a in alle)),
            uiterlijk=min(data, default=None),
            bronnen=tuple(bron for _d, _g, bron in leden),
        )
    yield from _teruggekoppeld(dossiers)


def _items(redenen: list[Aanleiding]) -> list[list[Aanleiding]]:
    """One item a case, but for what goes on with an earlier decision."""
    eigen = [[a] for a in redenen if a.reden in _EIGEN_PUNT]
    onderwerpen = {a[0].onderwerp for a in eigen}
    rest = [a for a in redenen if a.reden not in _EIGEN_PUNT and a.onderwerp not in onderwerpen]
    return [*eigen, rest] if rest else eigen


def _hier(overleg: Overleg) -> dict[UUID, Dossier]:
    """Open dossiers of who lives at a location of this meeting; a shielded one is on no shared agenda."""
    woont = Verblijfplaats.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=overleg.datum), locatie__in=overleg.locaties, van__lte=overleg.datum
    )
    open_ = Dossier.objects.filter(
        pk__in=woont.values("dossier"), afgeschermd=False, gesloten_op__isnull=True
    )
    elders = Puntdossier.objects.filter(
        punt__overleg__stand__in=(Overlegstand.GEPLAND, Overlegstand.BEZIG),
        punt__doorgeschoven_op__isnull=True,
        punt__vorm=Vorm.BESLUIT,
    ).exclude(punt__overleg=overleg)
    elders = elders.filter(Q(punt__besluit__isnull=True) | Q(punt__besluit=Besluit.AANGEHOUDEN))
    rijen = open_.exclude(pk__in=elders.values("dossier")).select_related("persoon")
    return {rij.pk: rij for rij in rijen.order_by("ontvangen_op", "pk")}


def _redenen(
    dossiers: dict[UUID, Dossier], overleg: Overleg, peildatum: date
) -> Iterator[tuple[Dossier, list[Aanleiding], list[UUID]]]:
    parameters = geldende_parameters().op(peildatum)
    volgorde = list(dossiers)
    for begin in range(0, len(volgorde), _PARTIJ):
        partij = volgorde[begin : begin + _PARTIJ]
        feiten: dict[UUID, list[UUID]] = defaultdict(list)
        for dossier_id, pk in (
            Overlegpunt.objects.filter(dossier__in=partij, datum__lte=peildatum)
            .order_by("dossier_id", "volgorde")
            .values_list("dossier_id", "pk")
        ):
            feiten[dossier_id].append(pk)
        beelden = beelden_of(partij)
        for dossier_id in partij:
            s = Stand(beelden[dossier_id], peildatum, parameters)
            redenen = aanleidingen(s, datum=overleg.datum)
            if redenen:
                yield dossiers[dossier_id], redenen, feiten[dossier_id]


def _gezinsnummer(dossiers: dict[UUID, Dossier]) -> dict[UUID, UUID]:
    """For each dossier a name of its family, the same for all members that are here."""
    van_persoon = {rij.persoon_id: rij.pk for rij in dossiers.values()}
    return {
        van_persoon[lid]: min(leden)
        for leden in families({rij.persoon_id: rij.persoon.v_nummer for rij in dossiers.values()})
        for lid in leden
    }


def _teruggekoppeld(dossiers: Collection[UUID]) -> Iterator[Voorstel]:
    """What the RAO or the Deelberaad told this table: to know of, nothing is decided again."""
    punten = Agendapunt.objects.filter(
        overleg__soort__in=(Soort.RAO, Soort.DEELBERAAD),
        teruggekoppeld_op__isnull=False,
        dossiers__dossier__in=dossiers,
    ).exclude(vervolg__vorm=Vorm.MEDEDELING)
    for punt in punten.distinct().prefetch_related("dossiers__dossier"):
        bij = [b.dossier for b in punt.dossiers.all() if b.dossier_id in dossiers]
        yield Voorstel(
            dossiers=tuple(bij),
            onderwerp=punt.onderwerp,
            redenen=(Reden.TERUGKOPPELING,),
            uiterlijk=None,
            bron=punt,
            vorm=Vorm.MEDEDELING,
            vraag=punt.vraag,
            voorstel=punt.terugkoppeling,
        )


def _opgeschaald(overleg: Overleg) -> Iterator[Voorstel]:
    """Cases that a table below could not settle, with the dissent as it was written there."""
    naar = Opschaling.RAO if overleg.soort == Soort.RAO else Opschaling.DEELBERAAD
    punten = Agendapunt.objects.filter(
        besluit=Besluit.OPGESCHAALD, opgeschaald_naar=naar, teruggekoppeld_op__isnull=True
    )
    punten = punten.exclude(vervolg__isnull=False, vervolg__doorgeschoven_op__isnull=True)
    punten = punten.exclude(dossiers__dossier__afgeschermd=True)
    for punt in punten.select_related("overleg").prefetch_related("dossiers__dossier"):
        assert punt.overleg is not None  # noqa: S101 - only items of a meeting scale up; tells the type checker
        if overleg.locaties and not set(overleg.locaties) & set(punt.overleg.locaties):
            continue
        yield Voorstel(
            dossiers=tuple(b.dossier for b in punt.dossiers.all()),
            onderwerp=punt.onderwerp,
            redenen=(Reden.OPGESCHAALD,),
            uiterlijk=punt.uiterlijk,
            bron=punt,
            vraag=punt.vraag,
            voorstel=punt.verschil,
        )


def _doorgeschoven(overleg: Overleg) -> Iterator[Voorstel]:
    """What an earlier meeting of this series did not get round to, unless the facts asked for it again already."""
    if overleg.reeks_id is None:
        return
    punten = Agendapunt.objects.filter(
        overleg__reeks=overleg.reeks_id,
        overleg__datum__lt=overleg.datum,
        doorgeschoven_op__isnull=False,
        aangemeld_door__isnull=False,
        vervolg__isnull=True,
        dossiers__dossier__afgeschermd=False,
        dossiers__dossier__gesloten_op__isnull=True,
    )
    for punt in punten.distinct().prefetch_related("dossiers__dossier"):
        yield Voorstel(
            dossiers=tuple(b.dossier for b in punt.dossiers.all()),
            onderwerp=punt.onderwerp,
            redenen=tuple(punt.redenen),
            uiterlijk=punt.uiterlijk,
            bron=punt,
            vraag=punt.vraag,
            voorstel=punt.voorstel,
        )


def _zet_op(overleg: Overleg, voorstel: Voorstel, *, door: Medewerker) -> bool:
    al = overleg.punten.filter(
        dossiers__dossier__in=voorstel.dossiers, vorm=voorstel.vorm, doorgeschoven_op__isnull=True
    )
    if voorstel.bron is not None:
        al = al.filter(bron=voorstel.bron)
    else:
        al = al.filter(onderwerp=voorstel.onderwerp)
    bestaand = al.distinct().order_by("aangemeld_op").first()
    if bestaand is not None:
        _bring_up(bestaand, voorstel)
        return False
    ontvangen_op = min(d.ontvangen_op for d in voorstel.dossiers)
    punt = Agendapunt(
        overleg=overleg,
        bron=voorstel.bron,
        vorm=voorstel.vorm,
        onderwerp=voorstel.onderwerp,
        vraag=voorstel.vraag,
        voorstel=voorstel.voorstel,
        voorstel_door=voorstel.bron.voorstel_door if voorstel.bron is not None else "dtv",
        redenen=list(voorstel.redenen),
        uiterlijk=voorstel.uiterlijk,
        ontvangen_op=ontvangen_op,
        aangemeld_door=voorstel.bron.aangemeld_door if voorstel.bron is not None else None,
    )
    bronnen = voorstel.bronnen or tuple(None for _ in voorstel.dossiers)
    place(
        punt,
        [Puntdossier(dossier=d, bron_id=b) for d, b in zip(voorstel.dossiers, bronnen, strict=True)],
        door=door,
    )
    return True


def _bring_up(punt: Agendapunt, voorstel: Voorstel) -> None:
    """The date and the reasons follow the facts as long as nobody wrote anything about the item."""
    nieuw = (list(voorstel.redenen), voorstel.uiterlijk)
    if punt.ingeleverd or punt.aangemeld_door_id is not None or (punt.redenen, punt.uiterlijk) == nieuw:
        return
    punt.redenen, punt.uiterlijk = nieuw
    touch(punt, "redenen", "uiterlijk")
