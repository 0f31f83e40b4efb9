"""Minutes and figures of a table."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Verblijfplaats
from verantwoord.overleg.cijfers import Cijfers, Overlegcijfer, Puntcijfer, tel
from verantwoord.overleg.keuzes import Besluit, Oordeel, Overlegstand, Vorm
from verantwoord.overleg.models import (
    Aanvulling,
    Agendapunt,
    Bevestiging,
    Overleg,
    Overlegreeks,
    Verslag,
)
from verantwoord.overleg.queries.tafel import overleg_of
from verantwoord.overleg.stand import aanwezigen, stemdag, verslagdag
from verantwoord.overleg.verslagtekst import Inhoud, inhoud_van, te_notuleren, zegel_van
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Verslagblad:
    """The minutes of a meeting as this person may read them.

    ``zegel`` is what a confirmation of this text names; ``bevestigd`` who confirmed exactly this text, ``eerder`` who
    confirmed an earlier one.
    """

    overleg: Overleg
    verslag: Verslag | None
    punten: Sequence[tuple[Agendapunt, Inhoud]]
    zegel: str
    bevestigd: Mapping[str, Bevestiging]
    eerder: tuple[str, ...]
    aanvullingen: Mapping[UUID, Sequence[Aanvulling]]
    vast_te_stellen_na: date

    @property
    def is_vast(self) -> bool:
        return self.verslag is not None and self.verslag.vastgesteld_op is not None


def verslag_of(overleg_id: UUID, *, viewer: Medewerker) -> Verslagblad:
    """The minutes, as they write themselves until they are fixed and as they were fixed afterwards."""
    overleg = overleg_of(overleg_id, viewer=viewer)
    verslag = getattr(overleg, "verslag", None)
    # The seal is that of the whole, also of an item that this person does not read.
    with als_systeem():
        punten = list(te_notuleren(overleg))
        vast = verslag is not None and verslag.vastgesteld_op is not None
        inhoud = dict(verslag.punten.values_list("punt", "inhoud")) if verslag is not None and vast else {}
        if not vast:
            inhoud = dict(zip((p.pk for p in punten), inhoud_van(punten), strict=True))
        zegel = zegel_van(overleg, [inhoud[p.pk] for p in punten])
    zichtbaar = set(
        Agendapunt.objects.visible_to(viewer).filter(overleg=overleg).values_list("pk", flat=True)
    )
    per_partner = {b.partner: b for b in verslag.bevestigingen.order_by("op")} if verslag is not None else {}
    if verslag is not None and vast:
        bevestigd = {p: b for p, b in per_partner.items() if p not in verslag.zonder_bevestiging}
    else:
        bevestigd = {p: b for p, b in per_partner.items() if b.zegel == zegel}
    return Verslagblad(
        overleg=overleg,
        verslag=verslag,
        punten=[(p, inhoud[p.pk]) for p in punten if p.pk in zichtbaar],
        zegel=zegel,
        bevestigd=bevestigd,
        eerder=tuple(sorted(set(per_partner) - set(bevestigd))),
        aanvullingen=_aanvullingen(zichtbaar),
        vast_te_stellen_na=max(verslagdag(overleg.datum), stemdag(overleg.datum)),
    )


def _aanvullingen(punten: Collection[UUID]) -> dict[UUID, list[Aanvulling]]:
    per_punt: dict[UUID, list[Aanvulling]] = defaultdict(list)
    for aanvulling in Aanvulling.objects.filter(punt__in=punten).order_by("op"):
        per_punt[aanvulling.punt_id].append(aanvulling)
    return dict(per_punt)


def cijfers_of(*, viewer: Medewerker, reeks_id: UUID, van: date, tot: date, op: date) -> Cijfers:
    """Figures of one table over a period, for who sits at it; of no person, and nothing where there is too little.

    Raises ``Overlegreeks.DoesNotExist``, also for who does not sit there.
    """
    reeks = Overlegreeks.objects.visible_to(viewer).get(pk=reeks_id)
    gehouden = reeks.overleggen.filter(stand=Overlegstand.AFGEROND, datum__range=(van, tot))
    # Counts are of the whole table, whatever this person reads of the cases.
    with als_systeem():
        overleggen = list(gehouden.select_related("verslag").prefetch_related("deelnemers"))
        punten = list(
            Agendapunt.objects.filter(overleg__in=overleggen, vorm=Vorm.BESLUIT, onthuld_op__isnull=False)
            .prefetch_related("tegenspraken", "stemmen", "standpunten")
            .order_by("pk")
        )
        buiten = _buiten_het_overleg(reeks, van=van, tot=tot)
    return tel(
        [_overlegcijfer(overleg, op=op) for overleg in overleggen],
        [*map(_puntcijfer, punten), *buiten],
    )


def _overlegcijfer(overleg: Overleg, *, op: date) -> Overlegcijfer:
    verslag, grens = getattr(overleg, "verslag", None), verslagdag(overleg.datum)
    if verslag is not None:
        op_tijd: bool | None = verslag.gedeeld_op <= grens
    else:
        op_tijd = None if op <= grens else False
    return Overlegcijfer(
        voorzitter=overleg.voorzitter,
        afgeweken=overleg.voorzitter != overleg.voorzitter_rooster,
        aanwezig=frozenset(aanwezigen(overleg.deelnemers.all())),
        verslag_op_tijd=op_tijd,
    )


def _puntcijfer(punt: Agendapunt) -> Puntcijfer:
    oordelen = {s.oordeel for s in punt.standpunten.all()} | {s.oordeel for s in punt.stemmen.all()}
    return Puntcijfer(
        tegenspraak=bool(punt.tegenspraken.all()),
        niet_unaniem=bool(oordelen - {Oordeel.AKKOORD}),
        opgeschaald=punt.besluit == Besluit.OPGESCHAALD,
        besluit=punt.besluit,
    )


def _buiten_het_overleg(reeks: Overlegreeks, *, van: date, tot: date) -> list[Puntcijfer]:
    """Decisions outside a meeting about who lived at a location of this table."""
    hier = Verblijfplaats.objects.filter(locatie__in=reeks.locaties).values("dossier")
    punten = Agendapunt.objects.filter(
        overleg__isnull=True, datum_buiten__range=(van, tot), dossiers__dossier__in=hier
    )
    return [
        Puntcijfer(tegenspraak=False, niet_unaniem=False, opgeschaald=False, besluit=besluit, buiten=True)
        for besluit in punten.distinct().values_list("besluit", flat=True)
    ]
