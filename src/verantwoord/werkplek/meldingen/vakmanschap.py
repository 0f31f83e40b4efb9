"""Who hears that a mandatory course is due, and that a colleague asks or wrote something about the craft."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol
from verantwoord.vakmanschap.dialoog.queries import NADERT, te_rapporteren
from verantwoord.vakmanschap.kennis.queries import wacht_sinds
from verantwoord.vakmanschap.opleiding.queries import managers_van, trainers_of, verplicht_van_iedereen
from verantwoord.vakmanschap.opleiding.verplicht import eerste_dag
from verantwoord.werkplek.meldingen.models import Melding

Soort = Melding.Soort
# These lead to the pages of the craft, and name no dossier.
VAKMANSCHAP: Final = frozenset({Soort.OPLEIDING, Soort.VAKMANSCHAP, Soort.DIALOOG})
_KAMERDELEN: Final = ("meekijken.", "intervisie.", "dialoog.")


def hoor_vakmanschap(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Tell whom the act itself names; what was written stands only where those who may read it."""
    aan = {
        UUID(pk)
        for g in gebeurtenissen
        if g.soort.startswith(_KAMERDELEN)
        for pk in g.gegevens.get("aan", ())
    }
    if not aan:
        return
    with als_systeem():
        Melding.objects.bulk_create(
            [Melding(medewerker_id=wie, soort=Soort.VAKMANSCHAP) for wie in sorted(aan)],
            ignore_conflicts=True,
        )


def remind_opleiding(*, door: Medewerker, peildatum: date) -> None:
    """Tell each regievoerder and the manager of the team that a course comes near or is past its last day.

    Each is told once of what came up since the last time; the page says which course and by when. Colleagues hear
    nothing (norm training-vervolg).
    """
    require(door, Recht.HERBEOORDELEN)
    with als_systeem():
        dagen = dict(eerste_dag(verplicht_van_iedereen(), op=peildatum))
        for wie, managers in managers_van(list(dagen)).items():
            for manager in managers:
                dagen[manager] = max(dagen.get(manager, dagen[wie]), dagen[wie])
        _meld_eens(dagen, Soort.OPLEIDING)


def remind_dialogen(*, door: Medewerker, peildatum: date) -> None:
    """Tell who led a session, and the managers who were asked to it, that its report to the Inspectie comes near or is late.

    Once when it comes near and once when it is late (norm dialoog-uniforme-werkwijze).
    """
    require(door, Recht.HERBEOORDELEN)
    with als_systeem():
        dagen: dict[UUID, date] = {}
        for dialoog in te_rapporteren(op=peildatum):
            laat = dialoog.rapport_voor < peildatum
            dag = dialoog.rapport_voor + timedelta(days=1) if laat else dialoog.rapport_voor - NADERT
            managers = Medewerker.objects.filter(pk__in=dialoog.kring, rol=Rol.MANAGER, is_active=True)
            for wie in {dialoog.begeleider_id, *managers.values_list("pk", flat=True)}:
                dagen[wie] = max(dagen.get(wie, dag), dag)
        _meld_eens(dagen, Soort.DIALOOG)


def remind_kennis(*, door: Medewerker, peildatum: date) -> None:
    """Tell the trainers that a piece of knowledge came to wait for somebody to look at it, each time once."""
    require(door, Recht.HERBEOORDELEN)
    with als_systeem():
        sinds = wacht_sinds(peildatum=peildatum)
        if sinds is not None:
            _meld_eens({t.medewerker_id: sinds for t in trainers_of(viewer=door)}, Soort.VAKMANSCHAP)


def _meld_eens(dagen: Mapping[UUID, date], soort: Melding.Soort) -> None:
    """Tell each of what there is to say since that day, unless they were told since."""
    gehoord = Melding.objects.filter(medewerker__in=dagen, soort=soort)
    laatst = dict(gehoord.values_list("medewerker").annotate(op=Max("gemaakt_op")))
    Melding.objects.bulk_create(
        [
            Melding(medewerker_id=wie, soort=soort)
            for wie, dag in sorted(dagen.items())
            if wie not in laatst or timezone.localdate(laatst[wie]) < dag
        ],
        ignore_conflicts=True,
    )


def weg_van_vakmanschap(melding: Melding, *, viewer: Medewerker) -> str:
    """The page to which such a notification leads this person."""
    if melding.soort == Soort.DIALOOG:
        return "dialoog:lijst"
    van_team = melding.soort == Soort.OPLEIDING and viewer.heeft(Recht.OPLEIDING_BEKIJKEN)
    return "vakmanschap:team" if van_team else "vakmanschap:begin"
