"""Series and meetings: dates, the table, the chair by rotation, who came."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.kalender import rustdag
from verantwoord.overleg.feitwijziging import keep_feiten
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.keuzes import LKO_SOORTEN, Overlegstand, Partner, Soort
from verantwoord.overleg.models import Deelnemer, Gast, Overleg, Overlegreeks, Reeksdeelnemer
from verantwoord.overleg.rooster import volgende
from verantwoord.overleg.slot import lock_overleg, require_chair, require_open, touch_overleg
from verantwoord.overleg.stand import aanwezigen
from verantwoord.overleg.toelating import let_out, let_out_gast
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Recht

# How far ahead the dates of a series stand in everybody's agenda.
VOORUIT = timedelta(weeks=12)


@transaction.atomic
def plan_reeks(
    *,
    door: Medewerker,
    soort: str,
    naam: str,
    locaties: Collection[str],
    om_de_weken: int,
    eerste_op: date,
    begin: time,
    teams: Collection[int],
    medewerkers: Collection[UUID] = (),
) -> Overlegreeks:
    """Make a series with its fixed members and its first dates.

    ``teams`` sit at the table as a whole, ``medewerkers`` in person (managers in an RAO); their organisation follows from
    them. A partner without anybody at the table cannot agree, so a series names all four.
    """
    require(door, Recht.OVERLEG_PLANNEN)
    aan_tafel = [
        *(Reeksdeelnemer(organisatie=t.organisatie, team=t) for t in Team.objects.filter(pk__in=teams)),
        *(
            Reeksdeelnemer(organisatie=m.organisatie, medewerker=m)
            for m in Medewerker.objects.filter(pk__in=medewerkers, is_active=True)
        ),
    ]
    zonder = [p.label for p in Partner if p not in {d.organisatie for d in aan_tafel}]
    if zonder:
        raise RedenOntbreekt(
            _(
                "Kies ook wie er namens %(partners)s aan tafel zit. Zonder hen kan het overleg niets besluiten."
            )
            % {"partners": ", ".join(str(label) for label in zonder)}
        )
    reeks = Overlegreeks.objects.create(
        soort=soort,
        naam=naam,
        locaties=sorted(locaties),
        om_de_weken=om_de_weken,
        eerste_op=eerste_op,
        begin=begin,
    )
    for deelnemer in aan_tafel:
        deelnemer.reeks = reeks
    Reeksdeelnemer.objects.bulk_create(d for d in aan_tafel if d.organisatie in VASTE_PARTNERS)
    _plan_dates(reeks, tot_en_met=eerste_op + VOORUIT)
    record_gebeurtenis(
        soort="overleg.reeks_gepland",
        onderwerp=reeks,
        dossier_id=None,
        door=door,
        gegevens={"naam": naam, "soort": soort},
    )
    return reeks


@transaction.atomic
def end_reeks(*, door: Medewerker, reeks_id: UUID, tot: date) -> Overlegreeks:
    """No dates after ``tot``; meetings that are planned later and have no items are taken out of the agenda."""
    require(door, Recht.OVERLEG_PLANNEN)
    reeks = Overlegreeks.objects.visible_to(door).select_for_update(of=("self",)).get(pk=reeks_id)
    reeks.tot = tot
    reeks.save(update_fields=["tot"])
    later = reeks.overleggen.filter(datum__gt=tot, stand=Overlegstand.GEPLAND, punten__isnull=True)
    later.update(stand=Overlegstand.VERVALLEN, reden_vervallen=_("De reeks is gestopt."))
    record_gebeurtenis(
        soort="overleg.reeks_gestopt",
        onderwerp=reeks,
        dossier_id=None,
        door=door,
        gegevens={"wijzigingen": {"tot": [None, tot.isoformat()]}},
    )
    return reeks


@transaction.atomic
def extend_reeksen(*, door: Medewerker, peildatum: date) -> int:
    """Put the dates of the coming weeks of every series in the agenda; twice on a day adds nothing. Gives how many."""
    require(door, Recht.OVERLEG_VULLEN)
    return sum(
        _plan_dates(reeks, tot_en_met=peildatum + VOORUIT)
        for reeks in Overlegreeks.objects.select_for_update().order_by("pk")
    )


@transaction.atomic
def plan_overleg(*, door: Medewerker, reeks_id: UUID, datum: date, begin: time) -> Overleg:
    """One more meeting of a series, beside its rhythm."""
    require(door, Recht.OVERLEG_PLANNEN)
    reeks = Overlegreeks.objects.visible_to(door).select_for_update(of=("self",)).get(pk=reeks_id)
    if reeks.overleggen.filter(datum=datum).exists():
        raise NietNu(_("Op deze dag is er al een overleg van deze reeks. Kies een andere dag."))
    overleg = _maak_overleg(reeks, datum=datum, begin=begin)
    _meld(overleg, "overleg.gepland", door=door, naar=datum.isoformat())
    return overleg


@transaction.atomic
def move_overleg(*, door: Medewerker, overleg_id: UUID, datum: date, begin: time) -> Overleg:
    """Another day or hour for a meeting that has not begun; its items go along."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_PLANNEN)
    _require_gepland(overleg)
    bezet = Overleg.objects.filter(reeks=overleg.reeks_id, datum=datum).exclude(pk=overleg.pk)
    if overleg.reeks_id is not None and bezet.exists():
        raise NietNu(_("Op deze dag is er al een overleg van deze reeks. Kies een andere dag."))
    was, overleg.datum, overleg.begin = overleg.datum, datum, begin
    touch_overleg(overleg, "datum", "begin")
    _meld(overleg, "overleg.verplaatst", door=door, van=was.isoformat(), naar=datum.isoformat())
    return overleg


@transaction.atomic
def cancel_overleg(*, door: Medewerker, overleg_id: UUID, reden: str, nu: datetime) -> Overleg:
    """A meeting that does not take place; its items wait for the next agenda, nothing is lost."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_PLANNEN)
    _require_gepland(overleg)
    if not reden.strip():
        raise RedenOntbreekt(_("Schrijf op waarom dit overleg niet doorgaat."))
    overleg.stand, overleg.reden_vervallen = Overlegstand.VERVALLEN, reden.strip()
    touch_overleg(overleg, "stand", "reden_vervallen")
    with als_systeem():
        _schuif_door(overleg, nu=nu, reden=_("Het overleg ging niet door."))
    _meld(overleg, "overleg.vervallen", door=door)
    return overleg


@transaction.atomic
def choose_voorzitter(*, door: Medewerker, overleg_id: UUID, voorzitter: str, reden: str) -> Overleg:
    """Let another partner chair than the rotation proposed; that asks a reason, which stays readable."""
    overleg = require_open(lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_VOORZITTEN))
    if voorzitter != overleg.voorzitter_rooster and not reden.strip():
        raise RedenOntbreekt(_("Schrijf op waarom u van het rooster afwijkt. Iedereen kan dat lezen."))
    was, overleg.voorzitter = overleg.voorzitter, voorzitter
    overleg.reden_voorzitter = reden.strip() if voorzitter != overleg.voorzitter_rooster else ""
    touch_overleg(overleg, "voorzitter", "reden_voorzitter")
    _meld(overleg, "overleg.voorzitter_gekozen", door=door, van=was, naar=voorzitter)
    return overleg


@transaction.atomic
def choose_notulist(*, door: Medewerker, overleg_id: UUID, notulist: str) -> Overleg:
    overleg = require_open(lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_NOTULEREN))
    was, overleg.notulist = overleg.notulist, notulist
    touch_overleg(overleg, "notulist")
    _meld(overleg, "overleg.notulist_gekozen", door=door, van=was, naar=notulist)
    return overleg


@transaction.atomic
def start_overleg(
    *,
    door: Medewerker,
    overleg_id: UUID,
    aanwezig: Mapping[str, bool],
    namen: Mapping[str, str],
    nu: datetime,
) -> Overleg:
    """Open the meeting and record who came. Without one of the four an LKO is a small one (report §3.4)."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    require_chair(overleg, door=door)
    _require_gepland(overleg)
    overleg.stand, overleg.begonnen_op = Overlegstand.BEZIG, nu
    _noteer_aanwezigen(overleg, aanwezig, namen)
    touch_overleg(overleg, "stand", "begonnen_op", "soort")
    _meld(overleg, "overleg.begonnen", door=door)
    return overleg


@transaction.atomic
def record_aanwezigheid(
    *, door: Medewerker, overleg_id: UUID, aanwezig: Mapping[str, bool], namen: Mapping[str, str]
) -> Overleg:
    """Somebody came later or had to leave; what was discussed already says so too."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    require_chair(overleg, door=door)
    if overleg.stand != Overlegstand.BEZIG:
        raise NietNu(_("Wie er is, legt u vast tijdens het overleg."))
    _noteer_aanwezigen(overleg, aanwezig, namen)
    touch_overleg(overleg, "soort")
    with als_systeem():
        for punt in overleg.punten.select_for_update().order_by("pk"):
            punt.overleg = overleg
            keep_feiten(punt)
    _meld(overleg, "overleg.aanwezigheid", door=door)
    return overleg


@transaction.atomic
def end_overleg(*, door: Medewerker, overleg_id: UUID, nu: datetime) -> Overleg:
    """Close the meeting. What nobody got round to waits for the next agenda; votes in writing may still come."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    require_chair(overleg, door=door)
    if overleg.stand != Overlegstand.BEZIG:
        raise NietNu(_("Dit overleg is niet bezig."))
    overleg.stand, overleg.afgerond_op = Overlegstand.AFGEROND, nu
    touch_overleg(overleg, "stand", "afgerond_op")
    with als_systeem():
        _schuif_door(overleg, nu=nu, reden=_("Het overleg kwam hier niet aan toe."))
        # A guest came for the discussion; who sits at the table still votes and confirms.
        gasten = Gast.objects.filter(punt__overleg=overleg, tot__isnull=True)
        for gast in gasten.select_related("punt__overleg"):
            gast.tot = nu
            gast.save(update_fields=["tot"])
            let_out_gast(gast)
    _meld(overleg, "overleg.afgerond", door=door)
    return overleg


def _require_gepland(overleg: Overleg) -> None:
    if overleg.stand != Overlegstand.GEPLAND:
        raise NietNu(_("Dit overleg is al begonnen, voorbij of gaat niet door."))


def _schuif_door(overleg: Overleg, *, nu: datetime, reden: str) -> None:
    """What nobody opened waits for another agenda; a first position that was written stays with the old item."""
    over = overleg.punten.filter(
        onthuld_op__isnull=True,
        besluit__isnull=True,
        behandeld_op__isnull=True,
        doorgeschoven_op__isnull=True,
    )
    for punt in over.select_for_update().order_by("pk"):
        punt.doorgeschoven_op, punt.reden_doorgeschoven = nu, reden
        punt.versie += 1
        punt.save(update_fields=["doorgeschoven_op", "reden_doorgeschoven", "versie"])
        let_out(punt)


def _noteer_aanwezigen(overleg: Overleg, aanwezig: Mapping[str, bool], namen: Mapping[str, str]) -> None:
    deelnemers = list(overleg.deelnemers.select_for_update().order_by("pk"))
    for deelnemer in deelnemers:
        deelnemer.aanwezig = aanwezig.get(deelnemer.organisatie, False)
        deelnemer.namen = namen.get(deelnemer.organisatie, "").strip() if deelnemer.aanwezig else ""
    Deelnemer.objects.bulk_update(deelnemers, ["aanwezig", "namen"])
    if overleg.soort in LKO_SOORTEN:
        compleet = len(aanwezigen(deelnemers)) == len(VASTE_PARTNERS)
        overleg.soort = Soort.LKO if compleet else Soort.KLEIN_LKO


def _plan_dates(reeks: Overlegreeks, *, tot_en_met: date) -> int:
    einde = min(tot_en_met, reeks.tot or tot_en_met)
    bestaand = set(reeks.overleggen.values_list("datum", flat=True))
    nieuw = [dag for dag in _dates(reeks, tot_en_met=einde) if dag not in bestaand]
    laatste = max(bestaand, default=None)
    for dag in nieuw:
        # A date that was moved is not put back: only what lies after the last one is new.
        if laatste is None or dag > laatste:
            _maak_overleg(reeks, datum=dag, begin=reeks.begin)
    return sum(laatste is None or dag > laatste for dag in nieuw)


def _dates(reeks: Overlegreeks, *, tot_en_met: date) -> Iterator[date]:
    """The dates of the rhythm; one on a holiday or in a weekend moves to the next ordinary day."""
    gelijkgesteld = geldende_parameters().op(reeks.eerste_op)["gelijkgestelde_dagen"]
    dag = reeks.eerste_op
    while dag <= tot_en_met:
        werkdag = dag
        while rustdag(werkdag, gelijkgesteld) is not None:
            werkdag += timedelta(days=1)
        yield werkdag
        dag += timedelta(weeks=reeks.om_de_weken)


def _maak_overleg(reeks: Overlegreeks, *, datum: date, begin: time) -> Overleg:
    voorzitter = volgende(VASTE_PARTNERS, _geweest(reeks, "voorzitter"))
    # Who chairs does not also write.
    over = [partner for partner in VASTE_PARTNERS if partner != voorzitter]
    overleg = Overleg.objects.create(
        reeks=reeks,
        soort=reeks.soort,
        naam=reeks.naam,
        locaties=reeks.locaties,
        datum=datum,
        begin=begin,
        voorzitter_rooster=voorzitter,
        voorzitter=voorzitter,
        notulist=volgende(over, _geweest(reeks, "notulist")),
    )
    Deelnemer.objects.bulk_create(
        Deelnemer(
            overleg=overleg, organisatie=d.organisatie, team_id=d.team_id, medewerker_id=d.medewerker_id
        )
        for d in reeks.deelnemers.order_by("pk")
    )
    return overleg


def _geweest(reeks: Overlegreeks, wat: str) -> list[str]:
    """Who had this turn in the meetings of the series, oldest first; one that did not take place was no turn."""
    geweest = reeks.overleggen.exclude(stand=Overlegstand.VERVALLEN).order_by("datum")
    return list(geweest.values_list(wat, flat=True))


def _meld(
    overleg: Overleg, soort: str, *, door: Medewerker, van: str | None = None, naar: str | None = None
) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=overleg,
        dossier_id=None,
        door=door,
        gegevens={"overleg": overleg.naam, "datum": overleg.datum.isoformat()}
        | ({"wijzigingen": {soort.partition(".")[2]: [van, naar]}} if naar else {}),
    )
