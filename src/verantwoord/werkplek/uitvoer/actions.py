"""Ask for a list as a file, make it, hand it over, and throw it away."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.queries import getoond, keuze_van
from verantwoord.dossier.betwisting.woorden import onderwerp_in_woorden
from verantwoord.dossier.queries import betwist_sinds
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.actions import record_inzage, require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.datums import wanneer
from verantwoord.werkplek.lijst import Filter, gefilterd, voor_regels
from verantwoord.werkplek.team.queries import waargenomen_door
from verantwoord.werkplek.uitvoer.blad import kolommen_voor, schrijf
from verantwoord.werkplek.uitvoer.models import Uitvoer

MAAK: Final = "uitvoer.maak"
HOUDBAAR: Final = timedelta(days=1)
# A spreadsheet holds a million rows; nobody works from one longer than this.
MEESTE_RIJEN: Final = 100_000
_PARTIJ: Final = 500


@transaction.atomic
def request_uitvoer(*, door: Medewerker, filter_: Filter) -> Uitvoer:
    """Ask for the list that this filter shows; a job makes the file."""
    require(door, Recht.LIJST_UITVOEREN)
    uitvoer = Uitvoer.objects.create(medewerker=door, filter=msgspec.to_builtins(filter_))
    uitvoer.taak = enqueue(MAAK, door=door, uitvoer_id=uitvoer.pk)
    uitvoer.save(update_fields=["taak"])
    record_gebeurtenis(
        soort="uitvoer.gevraagd",
        onderwerp=uitvoer,
        dossier_id=None,
        door=door,
        gegevens={"filter": uitvoer.filter},
    )
    return uitvoer


@transaction.atomic
def make_uitvoer(uitvoer_id: UUID, *, door: Medewerker, nu: datetime) -> None:
    """Make the file as the person who asked may see the list now; every dossier in it is a look by that person.

    The looks and the file are committed together: there is no file without them. Made already, nothing happens.
    """
    require(door, Recht.LIJST_UITVOEREN)
    uitvoer = Uitvoer.objects.visible_to(door).select_for_update().filter(pk=uitvoer_id).first()
    if uitvoer is None or uitvoer.gemaakt_op is not None:
        return
    f = msgspec.convert(uitvoer.filter, Filter)
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "lijst.xlsx"
        uitvoer.aantal = schrijf(
            pad, kolommen_voor(door), _bekeken(f, uitvoer, door, nu), toelichting=_toelichting(door, nu)
        )
        uitvoer.inhoud = pad.read_bytes()
    uitvoer.gemaakt_op, uitvoer.vervalt_op = nu, nu + HOUDBAAR
    uitvoer.save(update_fields=["aantal", "inhoud", "gemaakt_op", "vervalt_op"])
    record_gebeurtenis(
        soort="uitvoer.gemaakt",
        onderwerp=uitvoer,
        dossier_id=None,
        door=door,
        gegevens={"aantal": uitvoer.aantal},
    )


def _bekeken(f: Filter, uitvoer: Uitvoer, door: Medewerker, nu: datetime) -> Iterator[Stand]:
    """The rows of the list in its order, a lot at a time, each lot recorded as looked at."""
    vandaag = timezone.localdate(nu)
    waargenomen = [w.regievoerder_id for w in waargenomen_door(viewer=door, vandaag=vandaag)]
    keuze = gefilterd(keuze_van(viewer=door, van=f.van, waargenomen=waargenomen), f, vandaag=vandaag)
    standen = voor_regels(getoond(keuze, viewer=door, aantal=MEESTE_RIJEN)).iterator(chunk_size=_PARTIJ)
    while partij := list(islice(standen, _PARTIJ)):
        record_inzage(
            viewer=door,
            dossiers=[stand.dossier_id for stand in partij],
            onderdeel="werkplek:uitvoer",
            doel="uitvoer",
            verzoek=uitvoer.pk.hex,
        )
        betwist = betwist_sinds([stand.dossier_id for stand in partij], viewer=door)
        for stand in partij:
            # Only for the file: what the page of the list does not need is not kept with the row.
            stand.betwist = ", ".join(map(onderwerp_in_woorden, betwist.get(stand.dossier_id, {})))  # type: ignore[attr-defined]
        yield from partij


def _toelichting(door: Medewerker, nu: datetime) -> dict[str, str]:
    return {
        _("Gemaakt"): wanneer(nu),
        _("Voor"): door.naam,
        _("Let op"): _(
            "Dit bestand bevat persoonsgegevens. Gebruik het alleen voor uw werk, stuur het niet door en gooi het weg als "
            "u het niet meer nodig hebt. In het systeem staat welke dossiers erin staan."
        ),
    }


@transaction.atomic
def fetch_uitvoer(uitvoer_id: UUID, *, door: Medewerker) -> Uitvoer | None:
    """Hand the file to who asked for it and record that; ``None`` when there is none, or none any more, or not theirs."""
    uitvoer = Uitvoer.objects.visible_to(door).filter(pk=uitvoer_id, gemaakt_op__isnull=False).first()
    if uitvoer is not None:
        record_gebeurtenis(soort="uitvoer.opgehaald", onderwerp=uitvoer, dossier_id=None, door=door)
    return uitvoer


def clear_uitvoer(*, door: Medewerker, nu: datetime) -> int:
    """Throw away what expired, and what was asked for days ago and never made; return how many."""
    require(door, Recht.UITVOER_OPRUIMEN)
    oud = Uitvoer.objects.filter(vervalt_op__lte=nu) | Uitvoer.objects.filter(
        gemaakt_op__isnull=True, gevraagd_op__lte=nu - 3 * HOUDBAAR
    )
    return oud.delete()[0]
