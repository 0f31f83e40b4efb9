"""The plan of a sample, its seed that two agree on, the draw, and who takes the place of a dossier that cannot be read."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.actions.slot import lock_onderzoek, noteer
from verantwoord.inspectie.fouten import OnderzoekKanNiet, OnderzoekWeg
from verantwoord.inspectie.models import Getrokken, Onderzoek, Seedafspraak, Stand, Stratum, Trekking
from verantwoord.inspectie.queries import plan_van, populatie, tel_populatie
from verantwoord.kern import steekproef as kern
from verantwoord.kern.steekproef import Steekproef, Steekproefplan, lees_plan, trek, verdeel
from verantwoord.kern.verwerkingen import bij_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

GETROKKEN: Final = "steekproef.getrokken"
VERVANGEN: Final = "steekproef.vervangen"
_PER_KEER: Final = 500
_SEEDS: Final = 10**9
_BIJ_HET_PLAN: Final = (Stand.OPZET, Stand.TREKKING)


def draw_steekproef(*, door: Medewerker, plan: Steekproefplan, peildatum: date) -> Steekproef:
    """Draw the sample of ``plan`` from the dossiers as they stand on ``peildatum``, and account for it.

    The event says what was drawn from what, with the hashes that prove it, and not which dossiers: it stands in no
    timeline. Each dossier that was drawn gets its line in the processing log. Raises ``GeenToegang``,
    ``StratumKleinerDanPlan``, ``NiemandOpLocatie``.
    """
    require(door, Recht.STEEKPROEF_TREKKEN)
    with transaction.atomic(), als_systeem():
        steekproef = trek(plan, populatie(peildatum=peildatum, viewer=door))
        nummers = [getrokken.dossiernummer for getrokken in steekproef.trekking]
        gebeurtenis = record_gebeurtenis(
            soort=GETROKKEN,
            onderwerp=door,
            dossier_id=None,
            door=door,
            gegevens={
                "peildatum": peildatum.isoformat(),
                "populatie": steekproef.populatie,
                "populatie_sha256": steekproef.populatie_sha256,
                "algoritme": steekproef.algoritme,
                "strata": [{"naam": stratum.naam, "aantal": stratum.aantal} for stratum in plan.strata],
                "trekking_sha256": trekking_sha256(nummers),
            },
        )
        _verantwoord(GETROKKEN, list(_dossiers(nummers).values()), gebeurtenis=str(gebeurtenis.pk))
    return steekproef


def trekking_sha256(nummers: Sequence[str]) -> str:
    """The hash of the draw: one number a line, in the order of the draw."""
    return sha256("".join(f"{nummer}\n" for nummer in nummers).encode()).hexdigest()


def _dossiers(nummers: Sequence[str]) -> Mapping[str, UUID]:
    gevonden: dict[str, UUID] = {}
    for begin in range(0, len(nummers), _PER_KEER):
        deel = nummers[begin : begin + _PER_KEER]
        gevonden.update(Dossier.objects.filter(nummer__in=deel).values_list("nummer", "pk"))
    return gevonden


def _verantwoord(soort: str, dossiers: Sequence[UUID], *, gebeurtenis: str) -> None:
    activiteit = bij_gebeurtenis(soort).code
    for begin in range(0, len(dossiers), _PER_KEER):
        logboek.schrijf(
            [
                logboek.Regel(soort, activiteit, dossier, gebeurtenis)
                for dossier in dossiers[begin : begin + _PER_KEER]
            ],
            audit="gebeurtenis",
        )


@transaction.atomic
def keep_stratum(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    naam: str,
    aantal: int,
    locaties: Sequence[str] = (),
    stratum_id: int | None = None,
) -> Stratum:
    """Add a part to the plan, or change one. The part of everybody who is left always stands last."""
    onderzoek = _met_open_plan(onderzoek_id, door=door)
    anderen = [stratum for stratum in onderzoek.strata.all() if stratum.pk != stratum_id]
    if any(ander.naam == naam for ander in anderen):
        raise OnderzoekKanNiet(_("Deze naam heeft een ander stratum al. Geef ieder stratum een eigen naam."))
    rest = next((ander for ander in anderen if not ander.locaties), None)
    if rest is not None and not locaties:
        raise OnderzoekKanNiet(
            _("Het stratum %(naam)s neemt al iedereen die over is. Schrijf hier locaties op.")
            % {"naam": rest.naam}
        )
    stratum = onderzoek.strata.filter(pk=stratum_id).first() if stratum_id else None
    if stratum_id and stratum is None:
        raise OnderzoekKanNiet(_("Dit stratum is er niet meer. Ververs de pagina."))
    stratum = stratum or Stratum(onderzoek=onderzoek, volgorde=_achteraan(onderzoek))
    stratum.naam, stratum.aantal, stratum.locaties = naam, aantal, list(locaties)
    stratum.save()
    _zet_rest_achteraan(onderzoek)
    # What a plan may be is said once, where the command reads it from a file.
    lees_plan(msgspec.json.encode(plan_van(onderzoek, seed=0)))
    noteer("plan_gewijzigd", onderzoek, door=door)
    return stratum


@transaction.atomic
def remove_stratum(onderzoek_id: UUID, *, door: Medewerker, stratum_id: int) -> None:
    """Take a part out of the plan."""
    onderzoek = _met_open_plan(onderzoek_id, door=door)
    onderzoek.strata.filter(pk=stratum_id).delete()
    noteer("plan_gewijzigd", onderzoek, door=door)


def _met_open_plan(onderzoek_id: UUID, *, door: Medewerker) -> Onderzoek:
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=_BIJ_HET_PLAN)
    if onderzoek.seedafspraken.filter(ingetrokken_op__isnull=True).exists():
        raise OnderzoekKanNiet(
            _("Het plan staat vast: er is een seed voor voorgesteld. Trek die eerst in, met een reden.")
        )
    return onderzoek


def _achteraan(onderzoek: Onderzoek) -> int:
    return int(onderzoek.strata.aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1


def _zet_rest_achteraan(onderzoek: Onderzoek) -> None:
    strata = sorted(onderzoek.strata.all(), key=lambda stratum: (not stratum.locaties, stratum.volgorde))
    for volgorde, stratum in enumerate(strata, start=1):
        if stratum.volgorde != volgorde:
            stratum.volgorde = volgorde
            stratum.save(update_fields=["volgorde"])


def plan_sha256(onderzoek: Onderzoek) -> str:
    """The hash of what two agree on besides the seed: the strata in their order, and the day."""
    plan = plan_van(onderzoek, seed=0)
    return sha256(msgspec.json.encode([plan.strata, onderzoek.peildatum])).hexdigest()


@transaction.atomic
def propose_seed(onderzoek_id: UUID, *, door: Medewerker) -> Seedafspraak:
    """Let the program make a seed for the plan as it stands; it is used once another onderzoeker agrees.

    A plan that cannot be drawn gets no seed, for after that it is fixed. Raises what ``draw_steekproef`` raises.
    """
    onderzoek = _met_open_plan(onderzoek_id, door=door)
    if onderzoek.peildatum is None or not onderzoek.strata.exists():
        raise OnderzoekKanNiet(_("Kies eerst de peildatum en maak het plan: een seed hoort bij één plan."))
    kern.controleer(plan_van(onderzoek, seed=0), tel_populatie(onderzoek, viewer=door))
    afspraak = Seedafspraak.objects.create(
        onderzoek=onderzoek,
        seed=secrets.randbelow(_SEEDS),
        plan_sha256=plan_sha256(onderzoek),
        voorgesteld_door=door,
    )
    noteer("seed_voorgesteld", onderzoek, door=door)
    return afspraak


@transaction.atomic
def agree_seed(onderzoek_id: UUID, *, door: Medewerker) -> Seedafspraak:
    """Agree, as another than who proposed, with the seed and the plan that belongs to it."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=_BIJ_HET_PLAN)
    afspraak = _afspraak_of(onderzoek)
    if afspraak.voorgesteld_door_id == door.pk:
        raise OnderzoekKanNiet(_("U stelde deze seed zelf voor. Een andere onderzoeker geeft akkoord."))
    if afspraak.akkoord_door_id is not None:
        raise OnderzoekKanNiet(_("Er is al akkoord. Ververs de pagina."))
    afspraak.akkoord_door, afspraak.akkoord_op = door, timezone.now()
    afspraak.save(update_fields=["akkoord_door", "akkoord_op"])
    noteer("seed_akkoord", onderzoek, door=door)
    return afspraak


@transaction.atomic
def withdraw_seed(onderzoek_id: UUID, *, door: Medewerker, reden: str) -> None:
    """Take a seed back before the draw, with a reason; it stays to be seen that there was one."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=_BIJ_HET_PLAN)
    afspraak = _afspraak_of(onderzoek)
    if hasattr(onderzoek, "trekking"):
        raise OnderzoekKanNiet(_("De steekproef is getrokken. De seed blijft zoals die is."))
    if not reden.strip():
        raise OnderzoekKanNiet(_("Schrijf op waarom u de seed intrekt."))
    afspraak.ingetrokken_op, afspraak.reden = timezone.now(), reden.strip()
    afspraak.save(update_fields=["ingetrokken_op", "reden"])
    noteer("seed_ingetrokken", onderzoek, door=door)


def _afspraak_of(onderzoek: Onderzoek) -> Seedafspraak:
    afspraak = onderzoek.seedafspraken.filter(ingetrokken_op__isnull=True).first()
    if afspraak is None:
        raise OnderzoekKanNiet(_("Er is geen seed voorgesteld. Ververs de pagina."))
    return afspraak


@transaction.atomic
def trek_onderzoek(onderzoek_id: UUID, *, door: Medewerker) -> Trekking:
    """Draw the sample of the plan with the seed that two agreed on; once. Raises what ``draw_steekproef`` raises."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=(Stand.TREKKING,))
    if hasattr(onderzoek, "trekking"):
        raise OnderzoekKanNiet(
            _("De steekproef is al getrokken. Wie opnieuw trekt tot het bevalt, heeft geen steekproef.")
        )
    afspraak = _afspraak_of(onderzoek)
    if afspraak.akkoord_door_id is None or afspraak.plan_sha256 != plan_sha256(onderzoek):
        raise OnderzoekKanNiet(_("Een andere onderzoeker moet eerst akkoord gaan met de seed en het plan."))
    plan = plan_van(onderzoek, seed=afspraak.seed)
    assert onderzoek.peildatum is not None  # noqa: S101 - a seed is proposed for a plan with its day
    steekproef = draw_steekproef(door=door, plan=plan, peildatum=onderzoek.peildatum)
    trekking = _bewaar(afspraak, steekproef, peildatum=onderzoek.peildatum, door=door)
    noteer("getrokken", onderzoek, door=door, aantal=len(steekproef.trekking))
    return trekking


def _bewaar(afspraak: Seedafspraak, steekproef: Steekproef, *, peildatum: date, door: Medewerker) -> Trekking:
    onderzoek = afspraak.onderzoek
    strata = {stratum.naam: stratum for stratum in onderzoek.strata.all()}
    nummers = [getrokken.dossiernummer for getrokken in steekproef.trekking]
    gewicht = {getrokken.stratum: getrokken.gewicht for getrokken in steekproef.trekking}
    trekking = Trekking.objects.create(
        onderzoek=onderzoek,
        afspraak=afspraak,
        door=door,
        peildatum=peildatum,
        seed=steekproef.seed,
        algoritme=steekproef.algoritme,
        populatie=steekproef.populatie,
        populatie_sha256=steekproef.populatie_sha256,
        trekking_sha256=trekking_sha256(nummers),
        strata=[
            {"naam": s.naam, "aantal": s.aantal, "populatie": round(gewicht[s.naam] * s.aantal)}
            for s in strata.values()
        ],
    )
    with als_systeem():
        dossiers = _dossiers(nummers)
    per_stratum: dict[str, int] = dict.fromkeys(strata, 0)
    rijen = []
    for getrokken in steekproef.trekking:
        per_stratum[getrokken.stratum] += 1
        rijen.append(
            Getrokken(
                trekking=trekking,
                stratum=strata[getrokken.stratum],
                dossier_id=dossiers[getrokken.dossiernummer],
                volgorde=per_stratum[getrokken.stratum],
                gewicht=getrokken.gewicht,
                door=door,
            )
        )
    Getrokken.objects.bulk_create(rijen)
    return trekking


@transaction.atomic
def replace_getrokken(getrokken_id: UUID, *, door: Medewerker, reden: str) -> Getrokken:
    """Let the next dossier in the order of the draw take the place of one that cannot be read, with the reason.

    The event says whether the population is still the one of the draw. Never because of what was found in the dossier.
    """
    require(door, Recht.STEEKPROEF_TREKKEN)
    weg = (
        Getrokken.objects.filter(pk=getrokken_id)
        .select_related("trekking", "stratum")
        .exclude(vervangen_door__isnull=False)
        .first()
    )
    if weg is None:
        raise OnderzoekWeg(_("Dit dossier staat niet in de steekproef, of het is al vervangen."))
    onderzoek = lock_onderzoek(weg.trekking.onderzoek_id, door=door, standen=(Stand.TREKKING, Stand.LEZEN))
    if not reden.strip():
        raise OnderzoekKanNiet(_("Schrijf op waarom dit dossier niet gelezen kan worden."))
    plan = plan_van(onderzoek, seed=weg.trekking.seed)
    with als_systeem():
        verdeling = verdeel(plan, populatie(peildatum=weg.trekking.peildatum, viewer=door))
        al = set(Getrokken.objects.filter(trekking=weg.trekking).values_list("dossier__nummer", flat=True))
        nummer = kern.volgende(verdeling.per_stratum[weg.stratum.naam], seed=plan.seed, al_getrokken=al)
        if nummer is None:
            raise OnderzoekKanNiet(
                _(
                    "In dit stratum zijn alle dossiers al getrokken. Er is geen volgende; zeg dat in het rapport."
                )
            )
        dossier_id = _dossiers([nummer])[nummer]
    laatste = Getrokken.objects.filter(stratum=weg.stratum).aggregate(n=Max("volgorde"))["n"]
    erbij = Getrokken.objects.create(
        trekking=weg.trekking,
        stratum=weg.stratum,
        dossier_id=dossier_id,
        volgorde=laatste + 1,
        gewicht=weg.gewicht,
        vervangt=weg,
        reden=reden.strip(),
        door=door,
    )
    with als_systeem():
        gebeurtenis = record_gebeurtenis(
            soort=VERVANGEN,
            onderwerp=door,
            dossier_id=None,
            door=door,
            gegevens={"zelfde_populatie": verdeling.populatie_sha256 == weg.trekking.populatie_sha256},
        )
        _verantwoord(VERVANGEN, [dossier_id], gebeurtenis=str(gebeurtenis.pk))
    return erbij
