"""Keeping whom one spoke and what one read: functions and documents, never names."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from verantwoord.inspectie.actions.slot import lock_onderzoek, noteer
from verantwoord.inspectie.fouten import OnderzoekKanNiet
from verantwoord.inspectie.models import Bron, Interview, Interviewtabel, Overlegbezoek
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def add_tabel(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    titel: str,
    locaties: Sequence[str] = (),
    genoemd: int | None = None,
) -> Interviewtabel:
    """Add a table to the register: by location when there are ``locaties``, else a list of functions."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    laatste = onderzoek.interviewtabellen.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    tabel = Interviewtabel.objects.create(
        onderzoek=onderzoek, volgorde=laatste + 1, titel=titel, locaties=list(locaties), genoemd=genoemd
    )
    noteer("interviewtabel_erbij", onderzoek, door=door)
    return tabel


def _tabel_of(onderzoek_id: UUID, tabel_id: int, *, door: Medewerker, locatie: str) -> Interviewtabel:
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    tabel = onderzoek.interviewtabellen.filter(pk=tabel_id).first()
    if tabel is None:
        raise OnderzoekKanNiet(_("Deze tabel is er niet meer. Ververs de pagina."))
    if tabel.locaties and locatie not in tabel.locaties:
        raise OnderzoekKanNiet(_("Kies een locatie van deze tabel."))
    return tabel


@transaction.atomic
def add_interview(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    tabel_id: int,
    functie: str,
    organisatie: str = "",
    locatie: str = "",
    op: date | None = None,
    aantal: int = 1,
) -> Interview:
    """Register an interview by function, organisation and place; who it was is not kept."""
    tabel = _tabel_of(onderzoek_id, tabel_id, door=door, locatie=locatie)
    interview = Interview.objects.create(
        tabel=tabel,
        functie=" ".join(functie.split()),
        organisatie=organisatie,
        locatie=locatie,
        op=op,
        aantal=aantal,
    )
    noteer("interview_erbij", tabel.onderzoek, door=door)
    return interview


@transaction.atomic
def remove_interview(onderzoek_id: UUID, *, door: Medewerker, interview_id: int) -> None:
    """Take out what was registered by mistake; the row history keeps it."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    Interview.objects.filter(pk=interview_id, tabel__onderzoek=onderzoek).delete()
    noteer("interview_weg", onderzoek, door=door)


@transaction.atomic
def keep_bezoek(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    tabel_id: int,
    bijgewoond: bool,
    overleg: str = "LKO",
    locatie: str = "",
    op: date | None = None,
) -> None:
    """Say whether the overleg of a location was attended; said again, the later holds."""
    tabel = _tabel_of(onderzoek_id, tabel_id, door=door, locatie=locatie)
    Overlegbezoek.objects.update_or_create(
        tabel=tabel, overleg=overleg, locatie=locatie, defaults={"bijgewoond": bijgewoond, "op": op}
    )
    noteer("bezoek_bewaard", tabel.onderzoek, door=door)


@transaction.atomic
def add_bron(
    onderzoek_id: UUID, *, door: Medewerker, titel: str, herkomst: str, waarvoor: str, van: date | None = None
) -> Bron:
    """Add a document to the desk research."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    bron = Bron.objects.create(
        onderzoek=onderzoek, titel=titel, herkomst=herkomst, waarvoor=waarvoor, van=van
    )
    noteer("bron_erbij", onderzoek, door=door)
    return bron


@transaction.atomic
def remove_bron(onderzoek_id: UUID, *, door: Medewerker, bron_id: int) -> None:
    """Take a document out of the list; the row history keeps it."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    onderzoek.bronnen.filter(pk=bron_id).delete()
    noteer("bron_weg", onderzoek, door=door)
