"""Ask for a copy, make it as the account that asked, hand it over, and throw it away after thirty days."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from verantwoord.dossier.models import Afschrift, Afschriftbestand, Portaalaccount
from verantwoord.dossier.portaal.codes import TEKENS
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.portaal.afschrift.blad import afschriftblad, reden_van
from verantwoord.portaal.afschrift.verzamelen import Inhoud, verzamel
from verantwoord.portaal.queries import dossiers_van
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.actions import record_inzage, require, systeem
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.rechten import Recht
from verantwoord.web.pdf import DOCUMENT, maak_pdf

MAAK: Final = "afschrift.maak"
HOUDBAAR: Final = timedelta(days=30)


class AfschriftKanNiet(DomeinFout):
    """There is one on its way already."""


@transaction.atomic
def request_afschrift(*, door: Portaalaccount, dossier_id: UUID, op: date) -> Afschrift:
    """Ask for a copy of everything. It is owed within a month; a job makes it at once."""
    require(door, Recht.AFSCHRIFT_VRAGEN)
    if Afschrift.objects.filter(dossier=dossier_id, account=door, gemaakt_op=None).exists():
        raise AfschriftKanNiet("")
    afschrift = Afschrift.objects.create(
        dossier_id=dossier_id,
        account=door,
        kenmerk="A-" + "".join(secrets.choice(TEKENS) for _ in range(10)),
        gevraagd_naam=door.naam,
        uiterlijk_op=_maand_later(op),
    )
    with als_systeem():
        enqueue(MAAK, door=systeem(), afschrift_id=afschrift.pk)
    _record(afschrift, "afschrift.gevraagd", door=door, uiterlijk=afschrift.uiterlijk_op.isoformat())
    return afschrift


def make_afschrift(afschrift_id: UUID, *, nu: datetime) -> None:
    """Make the file as whoever asked may see the dossier now; made already, or no longer theirs, nothing happens.

    The look is committed first, as with every page: without it the database shows no rows.
    """
    op = timezone.localdate(nu)
    with als_systeem():
        afschrift = (
            Afschrift.objects.select_related("account__persoon")
            .filter(pk=afschrift_id, gemaakt_op=None)
            .first()
        )
        if afschrift is None or afschrift.dossier_id not in dossiers_van(viewer=afschrift.account, op=op):
            return
    wie, verzoek = afschrift.account, afschrift.pk.hex
    with transactie_van(wie, verzoek=verzoek):
        record_inzage(
            viewer=wie,
            dossiers=[afschrift.dossier_id],
            onderdeel="portaal:afschrift",
            doel="eigen dossier",
            verzoek=verzoek,
            bon=True,
        )
    with transactie_van(wie, verzoek=verzoek):
        inhoud = verzamel(afschrift.dossier_id, viewer=wie, op=op)
        pdf = maak_pdf(DOCUMENT, afschriftblad(inhoud, afschrift, op=op))
        Afschriftbestand.objects.create(
            afschrift=afschrift, account=wie, pdf=pdf, json=als_json(inhoud, afschrift, op=op)
        )
        afschrift.gemaakt_op, afschrift.verloopt_op = nu, nu + HOUDBAAR
        afschrift.save(update_fields=["gemaakt_op", "verloopt_op"])
        _record(afschrift, "afschrift.gemaakt", door=wie)


def als_json(inhoud: Inhoud, afschrift: Afschrift, *, op: date) -> bytes:
    """The same for machines: the facts in the shape of the contract, the rows by table, and the counts."""
    return msgspec.json.encode(
        {
            "schema": "verantwoord.afschrift/1",
            "kenmerk": afschrift.kenmerk,
            "gemaakt_op": op,
            "dossierbeeld": inhoud.feiten,
            "rijen": inhoud.rijen,
            "tellingen": inhoud.tellingen,
            "achtergehouden": [
                {"aantal": een.aantal, "grond": reden_van(een.grond), "tot": een.tot} for een in inhoud.achter
            ],
        },
        enc_hook=str,
    )


@transaction.atomic
def fetch_afschrift(
    afschrift_id: UUID, *, door: Portaalaccount, dossier_id: UUID, soort: str, nu: datetime
) -> bytes | None:
    """Hand the file to who asked for it and record that; nothing when there is none, none any more, or not theirs."""
    afschrift = Afschrift.objects.filter(
        pk=afschrift_id, account=door, dossier=dossier_id, verloopt_op__gt=nu
    ).first()
    if afschrift is None or soort not in {"pdf", "json"}:
        return None
    afschrift.opgehaald_op = nu
    afschrift.save(update_fields=["opgehaald_op"])
    _record(afschrift, "afschrift.opgehaald", door=door, vorm=soort)
    bestand = Afschriftbestand.objects.get(pk=afschrift.pk)
    return bytes(bestand.pdf if soort == "pdf" else bestand.json)


def clear_afschriften(*, nu: datetime) -> int:
    """Throw the files away that expired; that they were made stays known."""
    return Afschriftbestand.objects.filter(afschrift__verloopt_op__lte=nu).delete()[0]


def _maand_later(op: date) -> date:
    """The same day of the next month, or its last day when it has no such day (AVG art. 12(3))."""
    volgende = (op.replace(day=1) + timedelta(days=32)).replace(day=1)
    laatste = (volgende + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return min(laatste, volgende + timedelta(days=op.day - 1))


def _record(afschrift: Afschrift, soort: str, *, door: Portaalaccount, **gegevens: Any) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=afschrift, dossier_id=afschrift.dossier_id, door=door, gegevens=gegevens
    )
