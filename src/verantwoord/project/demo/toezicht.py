"""What supervision keeps beside the facts: each day of reporting, a measure that is looked at, a question to the AVIM."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo.begeleiding import Ontwerp
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.keuzes import (
    Gehoord,
    Maatregelsoort,
    Moment,
    Namens,
    Reden,
    Reistestantwoordsoort,
    Reistestsoort,
    Verzoeksoort,
)
from verantwoord.toezicht.models import Maatregel, Meldmoment, Meldverzoek, Reistest, Reistestantwoord

# As far back as the calendar shows.
WEKEN: Final = 12
# A few of many: the last digits of a number that was dealt out.
_EEN_OP: Final = 23


def toezichtrijen(
    ontwerp: Ontwerp, dossier_id: UUID, *, regie: Medewerker, avim: Medewerker, vandaag: date
) -> Iterator[Model]:
    """The rows of supervision of one dossier, as they would have been written."""
    beeld = ontwerp.beeld
    lot = int(beeld.persoon.v_nummer) % _EEN_OP
    for plaats, plicht in enumerate(beeld.meldplichten):
        yield from _momenten(plicht, plaats, dossier_id, avim, vandaag)
    if beeld.gesloten_op is not None:
        return
    if not beeld.meldplichten and lot == 0 and beeld.intake_afgerond_op:
        yield _vraag(dossier_id, regie, vandaag)
    woont = next((v for v in beeld.opvang.verblijfplaatsen if v.tot is None), None)
    loopt = any(plicht.beeindigd_op is None for plicht in beeld.meldplichten)
    if woont is not None and loopt and not beeld.persoon.gezin:
        yield _maatregel(woont, dossier_id, regie, vandaag)
    reis = next((b for b in beeld.boekingen if b.gepland_op > vandaag and not b.geannuleerd_op), None)
    if reis is not None:
        yield from _reistest(reis.land, dossier_id, regie, vandaag, antwoord=lot % 3)


def _momenten(
    plicht: kern.Meldplicht, plaats: int, dossier_id: UUID, avim: Medewerker, vandaag: date
) -> Iterator[Meldmoment]:
    """Every week a report; the third was missed for a good reason, and those of the facts count."""
    laatste = min(vandaag, (plicht.beeindigd_op or vandaag))
    eerste = max(plicht.opgelegd_op + timedelta(days=7), vandaag - timedelta(weeks=WEKEN))
    gemist = set(plicht.gemist_op)
    weken = range((laatste - eerste).days // 7 + 1) if eerste <= laatste else range(0)
    dagen = {eerste + timedelta(weeks=week): week for week in weken}
    for dag in sorted({*dagen, *(dag for dag in gemist if dag <= laatste)}):
        if dag not in gemist and any(abs((dag - weg).days) < 4 for weg in gemist):
            continue
        verschoond = dagen.get(dag) == 2
        if dag not in gemist and not verschoond:
            yield _moment(plaats, dag, Moment.GEMELD, dossier_id, avim)
            continue
        yield _moment(plaats, dag, Moment.GEMIST, dossier_id, avim)
        if dag in gemist:
            yield _moment(
                plaats, dag, Moment.TELT, dossier_id, avim, gehoord=Gehoord.NIET_BEREIKT, reden=Reden.GEEN,
                toelichting="Twee keer gebeld en langs geweest op de kamer.",
            )  # fmt: skip
        else:
            yield _moment(
                plaats, dag, Moment.VERSCHOOND, dossier_id, avim, gehoord=Gehoord.GESPROKEN, reden=Reden.AFSPRAAK,
                toelichting="Had een afspraak bij de advocaat en liet de bevestiging zien.",
            )  # fmt: skip


def _moment(
    plaats: int, dag: date, soort: Moment, dossier_id: UUID, avim: Medewerker, **meer: str
) -> Meldmoment:
    return Meldmoment(
        dossier_id=dossier_id,
        plaats=plaats,
        op=dag,
        soort=soort,
        horen_voor=dag + timedelta(days=7) if soort == Moment.GEMIST else None,
        door=avim,
        door_naam=avim.naam,
        vastgelegd_op=_om(dag, 16),
        **meer,
    )


def _vraag(dossier_id: UUID, regie: Medewerker, vandaag: date) -> Meldverzoek:
    return Meldverzoek(
        dossier_id=dossier_id,
        soort=Verzoeksoort.OPLEGGEN,
        reden="Twee afspraken zijn niet doorgegaan. Ik wil weten of deze persoon er nog is, en vraag niet meer dan eens per week.",
        per_week=1,
        gevraagd_op=vandaag - timedelta(days=2),
        antwoord_voor=vandaag + timedelta(days=5),
        door=regie,
        door_naam=regie.naam,
    )


def _maatregel(woont: kern.Verblijfplaats, dossier_id: UUID, regie: Medewerker, vandaag: date) -> Maatregel:
    return Maatregel(
        dossier_id=dossier_id,
        soort=Maatregelsoort.GEMEENTE,
        waar=woont.locatie,
        reden="De reis wordt binnen enkele weken verwacht en afspraken in de gemeente gingen drie keer niet door.",
        lichter="Gesprekken en een meldplicht zijn geprobeerd. Begeleiding op de huidige plek loopt door, maar is alleen niet genoeg.",
        met_kinderen=False,
        van=vandaag - timedelta(days=20),
        tot=vandaag + timedelta(days=36),
        toets_voor=vandaag + timedelta(days=3),
        door=regie,
        door_naam=regie.naam,
    )


def _reistest(
    land: str, dossier_id: UUID, regie: Medewerker, vandaag: date, *, antwoord: int
) -> Iterator[Model]:
    test = Reistest(
        dossier_id=dossier_id,
        land=land,
        soort=Reistestsoort.VACCINATIE,
        wat="Een bewijs van vaccinatie, hooguit een jaar oud, bij aankomst te laten zien.",
        bron="Bericht van de ambassade (voorbeeld)",
        gevraagd_op=vandaag - timedelta(days=6),
        vraag_voor=vandaag + timedelta(days=2),
        door=regie,
        door_naam=regie.naam,
    )
    yield test
    if antwoord:
        yield Reistestantwoord(
            reistest=test,
            antwoord=(Reistestantwoordsoort.JA, Reistestantwoordsoort.NEE)[antwoord - 1],
            namens=Namens.ZELF,
            op=vandaag - timedelta(days=3),
            taal="nl",
            door=regie,
            door_naam=regie.naam,
            vastgelegd_op=_om(vandaag - timedelta(days=3), 11),
        )


def _om(dag: date, uur: int) -> datetime:
    return datetime.combine(dag, time(uur), tzinfo=timezone.get_default_timezone())
