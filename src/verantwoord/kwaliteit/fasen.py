"""In which fase a dossier was from which day to which: worked out from its facts, and kept for counting.

Which fase it is only the core can say (:func:`verantwoord.kern.fase.bepaal_fase`). It can change only on a day that the
facts name, or the day after one; on each of those the core is asked.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone

from verantwoord.bewaking.rijen import voeg_toe
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.dossierbeeld import Dossierbeeld, lees_dossierbeeld
from verantwoord.kern.fase import bepaal_fase
from verantwoord.kern.parameters import Parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.context import als_systeem

PARTIJ: Final = 500
_EEN_DAG: Final = timedelta(1)
_KOLOMMEN: Final = {
    "dossier_id": "uuid",
    "fase": "text",
    "van": "date",
    "tot": "date",
    "berekend_op": "timestamptz",
}


class Periode(NamedTuple):
    """One fase from ``van`` to ``tot``, both included; without ``tot`` it still is."""

    fase: str
    van: date
    tot: date | None


def fasen_van(beeld: Dossierbeeld, *, tot: date, parameters: Parameters) -> list[Periode]:
    """Every fase from the day the dossier came in up to ``tot``, one after the other and without gaps."""
    begin = beeld.overdracht.ontvangen_op
    te_vragen = {dag for dag in _dagen(beeld) if begin < dag <= tot}
    if begin <= tot:
        te_vragen.add(begin)
    gevraagd: dict[date, str] = {}
    while te_vragen:
        dag = te_vragen.pop()
        s = Stand(beeld, dag, parameters.op(dag))
        gevraagd[dag] = bepaal_fase(s)
        # The end of a suspension may be worked out and stands in no fact.
        einden = {o.tot + _EEN_DAG for o in s.opschortingen if o.tot is not None and o.tot < tot}
        te_vragen |= {einde for einde in einden if einde > begin} - gevraagd.keys()
    begonnen: list[tuple[date, str]] = []
    for dag in sorted(gevraagd):
        if not begonnen or begonnen[-1][1] != gevraagd[dag]:
            begonnen.append((dag, gevraagd[dag]))
    einden_op = [dag - _EEN_DAG for dag, _fase in begonnen[1:]]
    return (
        [
            Periode(fase, van, tot_en_met)
            for (van, fase), tot_en_met in zip(begonnen, [*einden_op, None], strict=True)
        ]
        if begonnen
        else []
    )


def werk_fasen_bij(*, op: date) -> int:
    """Work out the fasen anew of every dossier that changed since, up to ``op``; give how many those were.

    In lots, each in its own transaction: stopped halfway, a next run goes on with what is left.
    """
    parameters = geldende_parameters()
    aantal, na = 0, None
    while True:
        with als_systeem():
            partij = _veranderd(na)
            _bewaar(
                {
                    dossier: fasen_van(lees_dossierbeeld(beeld.encode()), tot=op, parameters=parameters)
                    for dossier, beeld in partij
                }
            )
        if not partij:
            return aantal
        aantal += len(partij)
        na = partij[-1][0]


def _veranderd(na: UUID | None) -> list[tuple[UUID, str]]:
    """The next lot of dossiers without fasen, with facts that changed, or of which a day that passed made another fase."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select s.dossier_id, s.beeld from bewaking_stand s"
            " left join kwaliteit_faseperiode f on f.dossier_id = s.dossier_id and f.tot is null"
            " where (f.id is null or f.berekend_op < s.gewijzigd_op or f.fase <> s.fase)"
            " and (%(na)s::uuid is null or s.dossier_id > %(na)s) order by s.dossier_id limit %(aantal)s",
            {"na": na, "aantal": PARTIJ},
        )
        return list(cursor.fetchall())


def _bewaar(fasen: dict[UUID, list[Periode]]) -> None:
    nu = timezone.now()
    rijen = [(dossier, *periode, nu) for dossier, perioden in fasen.items() for periode in perioden]
    with connection.cursor() as cursor:
        cursor.execute("delete from kwaliteit_faseperiode where dossier_id = any(%s)", [list(fasen)])
        if rijen:
            voeg_toe(cursor, "kwaliteit_faseperiode", _KOLOMMEN, rijen)


def _dagen(beeld: Dossierbeeld) -> Iterator[date]:
    """Every day on which another fase may begin: of a fact the day itself, of a last day the day after it."""
    p, m, h = beeld.procedure, beeld.medisch, beeld.mensenhandel
    vanaf: list[date | None] = [
        beeld.intake_afgerond_op,
        beeld.gesloten_op,
        m.art64_van,
        h.aanwijzing_op,
        h.politie_terugkoppeling_op,
        h.bedenktijd_van,
        h.vergunning_van,
        h.sepot_op,
        *(b.genomen_op for b in p.besluiten),
        *(dag for b in p.beroepen for dag in (b.ingesteld_op, b.uitspraak_op, b.bekendgemaakt_op)),
        *(dag for v in p.voorlopige_voorzieningen for dag in (v.gevraagd_op, v.beslist_op)),
        *(g.van for g in p.verblijfsgronden),
        *(plan.vastgesteld_op for plan in beeld.vertrekplannen),
        *(dag for b in beeld.bewaringen for dag in (b.voorgesteld_op, b.opgelegd_op, b.opgeheven_op)),
    ]
    tot_en_met: list[date | None] = [
        p.beroepstermijn_tot,
        m.art64_tot,
        h.bedenktijd_tot,
        h.vergunning_tot,
        *(v.tot for v in p.voorlopige_voorzieningen),
        *(g.tot for g in p.verblijfsgronden),
    ]
    yield from (dag for dag in vanaf if dag is not None)
    yield from (dag + _EEN_DAG for dag in tot_en_met if dag is not None and dag < date.max)
