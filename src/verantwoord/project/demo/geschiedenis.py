"""What happened in a dossier, told from its facts in the order of their days, as sealed events.

The database seals an event when it is written, with the moment of writing. A history of months has moments of its own,
so here the seal is made beforehand, exactly as ``gebeurtenis_zegel`` makes it; ``verify-gebeurtenissen`` holds it against
the database's own.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo.begeleiding import Routestap
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stappen import STAPPEN

_AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
_JSON: Final = json.JSONEncoder(ensure_ascii=False)
SYSTEEM: Final = ("systeem", "Het systeem")


@dataclass(frozen=True)
class Feit:
    """Something that happened on a day. ``rij`` names the row it is about, by model label and place in its list."""

    op: date
    soort: str
    door: str
    rij: tuple[str, int] = ("dossier.Dossier", 0)
    gegevens: dict[str, Any] = field(default_factory=dict)


class Schakel(NamedTuple):
    """One sealed event, with the columns of its table. A plain tuple: there are millions of them."""

    dossier_id: UUID
    volgnummer: int
    soort: str
    onderwerp: str
    onderwerp_id: str
    door: str
    door_naam: str
    gegevens: str
    moment: datetime
    vorige: str
    hash: str


def maak_gebeurtenissen(
    beeld: kern.Dossierbeeld,
    *,
    dossier_id: UUID,
    rijen: dict[tuple[str, int], UUID],
    namen: dict[str, str],
    manager: str,
    nu: datetime,
    stappen: Sequence[Routestap] = (),
) -> list[Schakel]:
    """The chain of one dossier, from nothing to its last event. ``namen`` gives the log-in of each name."""
    feiten = sorted((*_feiten(beeld, manager), *_van_routes(stappen)), key=lambda feit: feit.op)
    keten: list[Schakel] = []
    vorige, moment = "", datetime.min.replace(tzinfo=UTC)
    for volgnummer, feit in enumerate(feiten, start=1):
        moment = min(max(_in_de_dag(feit.op, volgnummer), moment + timedelta(minutes=4)), nu)
        inlog, naam = (namen.get(feit.door, ""), feit.door) if feit.door else SYSTEEM
        onderwerp_id = str(rijen.get(feit.rij, dossier_id))
        zegel_van = (volgnummer, feit.soort, feit.rij[0], onderwerp_id, inlog, naam)
        gegevens = jsonb_tekst(feit.gegevens)
        hash_ = zegel(vorige, dossier_id, *zegel_van, gegevens, moment)
        keten.append(Schakel(dossier_id, *zegel_van, gegevens, moment, vorige, hash_))
        vorige = hash_
    return keten


def _in_de_dag(op: date, volgnummer: int) -> datetime:
    """Somewhere between nine and four, not always at the same minute."""
    minuten = 7 + volgnummer * 53 % 412
    return (datetime.combine(op, time(9), tzinfo=_AMSTERDAM) + timedelta(minutes=minuten)).astimezone(UTC)


def zegel(  # noqa: PLR0917 - the columns in the order of the function in the database
    vorige: str,
    dossier_id: UUID,
    volgnummer: int,
    soort: str,
    onderwerp: str,
    onderwerp_id: str,
    door: str,
    door_naam: str,
    gegevens: str,
    moment: datetime,
) -> str:
    """The seal of one event without a message: what ``gebeurtenis_zegel`` computes, from the same text.

    ``gegevens`` is the text of the jsonb. The columns are in the order of the database's function.
    """
    voor = jsonb_tekst([vorige, str(dossier_id), volgnummer, soort, onderwerp, onderwerp_id, door, door_naam])
    wanneer = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return hashlib.sha256(f'{voor[:-1]}, {gegevens}, null, "{wanneer}"]'.encode()).hexdigest()


def jsonb_tekst(waarde: Any) -> str:
    """A JSON value as PostgreSQL writes it as jsonb."""
    return _JSON.encode(_geordend(waarde))


def _geordend(waarde: Any) -> Any:
    """The order in which jsonb keeps keys: the shorter first, then by bytes."""
    if isinstance(waarde, dict):
        return {
            sleutel: _geordend(waarde[sleutel])
            for sleutel in sorted(waarde, key=lambda s: (len(s.encode()), s.encode()))
        }
    return [_geordend(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def _werd(**velden: Any) -> dict[str, Any]:
    return {"wijzigingen": {naam: [None, waarde] for naam, waarde in velden.items()}}


def _feiten(beeld: kern.Dossierbeeld, manager: str) -> Iterator[Feit]:
    regie = beeld.regievoerder or ""
    ontvangen = beeld.overdracht.ontvangen_op
    yield Feit(
        ontvangen,
        "overdracht.ontvangen",
        "",
        gegevens={"afzender": beeld.overdracht.afzender, "eerdere_dossiers": list(beeld.eerdere_dossiers)},
    )
    if regie:
        yield Feit(ontvangen, "dossier.toegewezen", manager, gegevens=_werd(regievoerder=regie))
    if beeld.intake_afgerond_op:
        yield Feit(
            beeld.intake_afgerond_op,
            "intake.afgerond",
            regie,
            gegevens=_werd(intake_afgerond_op=beeld.intake_afgerond_op.isoformat()),
        )
    yield from _van_de_rechter(beeld, ontvangen)
    yield from _van_gesprekken(beeld, regie)
    yield from _van_toetsingen(beeld)
    yield from _van_plannen(beeld)
    yield from _van_wensen_en_lp(beeld, regie)
    yield from _van_de_keten(beeld, regie)
    if beeld.gesloten_op and beeld.uitkomst:
        yield Feit(
            beeld.gesloten_op, "dossier.gesloten", regie, gegevens=_werd(uitkomst=beeld.uitkomst.soort)
        )


def _van_de_rechter(beeld: kern.Dossierbeeld, ontvangen: date) -> Iterator[Feit]:
    for i, beroep in enumerate(beeld.procedure.beroepen):
        rij = ("dossier.Beroep", i)
        stappen = (
            ("beroep_ingesteld", beroep.ingesteld_op, {"ingesteld_op": beroep.ingesteld_op}),
            ("zitting_bepaald", beroep.zitting_bekend_op, {"zitting_op": beroep.zitting_op}),
            (
                "uitspraak",
                beroep.bekendgemaakt_op or beroep.uitspraak_op,
                {"uitspraak_op": beroep.uitspraak_op, "uitkomst": beroep.uitkomst},
            ),
        )
        for soort, op, velden in stappen:
            if op is not None and op >= ontvangen:
                nieuw = {
                    naam: waarde.isoformat() if isinstance(waarde, date) else waarde
                    for naam, waarde in velden.items()
                    if waarde is not None
                }
                yield Feit(op, f"procedure.{soort}", "", rij, _werd(**nieuw))
    for v in beeld.procedure.voorlopige_voorzieningen:
        gevraagd = _werd(gevraagd_op=v.gevraagd_op.isoformat())
        yield Feit(v.gevraagd_op, "procedure.voorlopige_voorziening", "", gegevens=gevraagd)
        if v.beslist_op is not None:
            yield Feit(
                v.beslist_op, "procedure.voorlopige_voorziening", "", gegevens=_werd(toegewezen=v.toegewezen)
            )
    for aanvraag in beeld.procedure.aanvragen:
        if aanvraag.ingediend_op >= ontvangen:
            yield Feit(
                aanvraag.ingediend_op,
                "procedure.nieuwe_aanvraag",
                "",
                gegevens=_werd(aanvraag=aanvraag.soort),
            )
    for besluit in beeld.procedure.besluiten:
        if besluit.genomen_op >= ontvangen:
            yield Feit(besluit.genomen_op, "procedure.besluit", "", gegevens=_werd(besluit=besluit.soort))


def _van_gesprekken(beeld: kern.Dossierbeeld, regie: str) -> Iterator[Feit]:
    for i, g in enumerate(beeld.gesprekken):
        rij = ("vertrekgesprek.Gesprek", i)
        if g.uitgenodigd_op and g.gepland_op:
            yield Feit(
                g.uitgenodigd_op,
                "gesprek.gepland",
                regie,
                rij,
                {"moment": g.moment, "gepland_op": g.gepland_op.isoformat()},
            )
        if g.afgerond_op:
            yield Feit(g.afgerond_op, "gesprek.afgerond", regie, rij, {"moment": g.moment})
        elif g.status == "niet_verschenen" and g.gepland_op:
            yield Feit(g.gepland_op, "gesprek.niet_verschenen", regie, rij, {"moment": g.moment})


def _van_toetsingen(beeld: kern.Dossierbeeld) -> Iterator[Feit]:
    vorige: dict[str, str] = {}
    for i, t in enumerate(beeld.toetsingen):
        yield Feit(
            t.getoetst_op,
            "toetsing.vastgelegd",
            t.door,
            ("toetsing.Toetsing", i),
            {
                "moment": t.moment,
                "telt": bool(t.feiten.strip() and t.afweging.strip()),
                "beantwoorde_signalen": [],
                "wijzigingen": {"conclusie": [vorige.get(t.moment), t.conclusie]},
            },
        )
        vorige[t.moment] = t.conclusie
    for i, s in enumerate(beeld.signalen):
        yield Feit(
            s.ontvangen_op,
            "signaal.ontvangen",
            beeld.regievoerder or "",
            ("toetsing.Signaal", i),
            {"moment": s.moment, "bron": s.bron, "ontvangen_op": s.ontvangen_op.isoformat()},
        )


def _van_routes(stappen: Sequence[Routestap]) -> Iterator[Feit]:
    """An event of a route names the step and none of its words."""
    for stap in stappen:
        soort = STAPPEN[Moment(stap.moment)][stap.naam].soort
        yield Feit(stap.op, soort, stap.door, gegevens={"route": stap.moment, "stap": stap.naam})


def _van_plannen(beeld: kern.Dossierbeeld) -> Iterator[Feit]:
    vorige = None
    for i, plan in enumerate(beeld.vertrekplannen):
        rij = ("vertrekplan.Vertrekplan", i)
        yield Feit(
            plan.vastgesteld_op,
            "vertrekplan.vastgesteld",
            plan.door,
            rij,
            {"versie": plan.versie, "waarschuwingen": [], "wijzigingen": {"gekozen": [vorige, plan.gekozen]}},
        )
        vorige = plan.gekozen
        for actie in plan.acties:
            if actie.gereed_op:
                yield Feit(
                    actie.gereed_op,
                    "actie.gereed",
                    plan.door,
                    rij,
                    {"omschrijving": actie.omschrijving, "eigenaar": actie.eigenaar, "versie": plan.versie},
                )


def _van_wensen_en_lp(beeld: kern.Dossierbeeld, regie: str) -> Iterator[Feit]:
    for i, wens in enumerate(beeld.wensen):
        rij = ("ondersteuning.Wens", i)
        yield Feit(
            wens.geuit_op,
            "wens.geuit",
            regie,
            rij,
            {"soort": wens.soort, "bron": wens.bron, "geuit_op": wens.geuit_op.isoformat()},
        )
        if wens.vervolg_op:
            yield Feit(wens.vervolg_op, "wens.beantwoord", regie, rij, _werd(vervolg=wens.vervolg))
    for i, lp in enumerate(beeld.lp_aanvragen):
        rij = ("reisdocument.LPAanvraag", i)
        stappen: tuple[tuple[str, date | None, dict[str, Any]], ...] = (
            ("formulier_ingevuld", lp.ingevuld_op, {}),
            ("verzonden", lp.verzonden_op, {}),
            ("uitkomst", lp.uitkomst_op, _werd(uitkomst=lp.uitkomst)),
            ("afgegeven", lp.afgegeven_op, {}),
        )
        for soort, op, gegevens in stappen:
            if op is not None:
                yield Feit(op, f"lp.{soort}", regie, rij, gegevens)


def _van_de_keten(beeld: kern.Dossierbeeld, regie: str) -> Iterator[Feit]:
    for verwijzing in beeld.verwijzingen:
        wie = {"omschrijving": verwijzing.organisatie or verwijzing.naar}
        yield Feit(verwijzing.verwezen_op, "verwijzing.gedaan", regie, gegevens=wie)
        if verwijzing.opvolging_op:
            yield Feit(verwijzing.opvolging_op, "verwijzing.opgevolgd", regie, gegevens=wie)
        if verwijzing.resultaat_op:
            yield Feit(verwijzing.resultaat_op, "verwijzing.resultaat", regie, gegevens=wie)
    for punt in beeld.overleg:
        yield Feit(
            punt.datum, "overleg.besproken", regie, gegevens=_werd(besluit=punt.besluit, over=punt.onderwerp)
        )
    for meldplicht in beeld.meldplichten:
        yield Feit(
            meldplicht.opgelegd_op,
            "meldplicht.opgelegd",
            "",
            gegevens={"omschrijving": f"{meldplicht.per_week} keer per week, door de AVIM"},
        )
        if meldplicht.beeindigd_op:
            yield Feit(meldplicht.beeindigd_op, "meldplicht.beeindigd", "")
    for bewaring in beeld.bewaringen:
        if bewaring.voorgesteld_op:
            yield Feit(bewaring.voorgesteld_op, "bewaring.voorgesteld", bewaring.voorgesteld_door or regie)
        if bewaring.opgelegd_op:
            yield Feit(
                bewaring.opgelegd_op,
                "bewaring.opgelegd",
                "",
                gegevens={"omschrijving": "opgelegd door de AVIM"},
            )
    for boeking in beeld.boekingen:
        # A journey is booked some days before it goes; the day itself stands in no field.
        geboekt = min(boeking.gepland_op - timedelta(days=14), beeld.gesloten_op or date.max)
        yield Feit(
            geboekt, "vertrek.geboekt", regie, gegevens=_werd(gepland_op=boeking.gepland_op.isoformat())
        )
