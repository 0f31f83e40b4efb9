"""What a partner's own program sends about one dossier: done once, and set apart whole when it does not fit now.

The acts are those of the desks in ``keten.partner``. A message that comes again under its id does nothing more; one
that was put right under its id takes the place of the one that waits.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.models import InkomendBericht, Inzending
from verantwoord.keten.partner import actions
from verantwoord.keten.uitkomst import Uitkomst
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang

Soort = Inzending.Soort
_ACTS: Final[Mapping[str, Callable[..., Inzending]]] = {
    Soort.AFWEZIGHEID: actions.send_afwezigheid,
    Soort.WEER_GEZIEN: actions.send_weer_gezien,
    Soort.CONTROLE: actions.send_controle,
    Soort.BERICHT_VAN_VERTREK: actions.send_bericht_van_vertrek,
    Soort.OPVANGBESLUIT: actions.send_opvangbesluit,
    Soort.EINDDATUM: actions.contest_einddatum,
    Soort.VERWIJZING: actions.send_verwijzing_antwoord,
    Soort.OPDRACHT: actions.finish_opdracht,
    Soort.ZORG: actions.send_zorg,
}
_ZONDER_PEILDATUM: Final = frozenset({Soort.EINDDATUM})
_DAGEN: Final = frozenset({"laatst_gezien_op", "op", "tot", "gereed_op", "gezien_op"})


@dataclass(frozen=True, kw_only=True)
class Ingezonden:
    """One message of a partner: ``velden`` are the arguments of the act of its ``soort``."""

    door: Medewerker
    soort: str
    dossier_id: UUID
    bericht_id: UUID
    velden: Mapping[str, Any]


@transaction.atomic
def deliver_inzending(ingezonden: Ingezonden, *, peildatum: date) -> Uitkomst:
    """Do what a message asks, or keep it apart with the reason.

    Raises ``GeenToegang`` without the right, and ``Dossier.DoesNotExist`` when the dossier is not there for this person.
    """
    with als_systeem():
        was_er_al = Inzending.objects.filter(pk=ingezonden.bericht_id).exists()
    try:
        with transaction.atomic():
            inzending = _doe(ingezonden, peildatum)
    except GeenToegang:
        raise
    except NormBlokkeert:
        # What the norms weighed may be what this partner does not know.
        uitleg = _("Dit kan nu niet. De regievoerder kan zeggen wat eerst nodig is.")
        return _zet_apart(ingezonden, "niet_toepasbaar", uitleg)
    except DomeinFout as fout:
        return _zet_apart(ingezonden, "niet_toepasbaar", fout.melding)
    if not _is_gelijk(inzending, ingezonden):
        uitleg = _("Onder dit bericht_id is eerder iets anders gestuurd. Geef het een nieuw bericht_id.")
        return _zet_apart(ingezonden, "zelfde_id_andere_inhoud", uitleg)
    _sluit_wachtende(ingezonden)
    return _uitkomst(ingezonden.bericht_id, "dubbel" if was_er_al else "opgenomen")


def retry_inzending(bericht: InkomendBericht, *, peildatum: date) -> Uitkomst:
    """Try again what was set apart, in the name and with the rights of who sent it."""
    if bericht.inhoud is None or bericht.bericht_id is None or bericht.dossier_id is None:
        raise RuntimeError("an entry is always kept whole")
    gelezen = json.loads(bytes(bericht.inhoud))
    ingezonden = Ingezonden(
        door=bericht.aangeleverd_door,
        soort=gelezen["soort"],
        dossier_id=bericht.dossier_id,
        bericht_id=bericht.bericht_id,
        velden={
            naam: date.fromisoformat(waarde) if naam in _DAGEN and waarde is not None else waarde
            for naam, waarde in gelezen["velden"].items()
        },
    )
    try:
        with als_systeem():
            return deliver_inzending(ingezonden, peildatum=peildatum)
    except (GeenToegang, Dossier.DoesNotExist):
        uitleg = _(
            "De afzender heeft in dit dossier geen taak meer. Overleg met de afzender of sluit het bericht."
        )
        return _uitkomst(bericht.bericht_id, "quarantaine", "niet_toepasbaar", uitleg)


def _doe(ingezonden: Ingezonden, peildatum: date) -> Inzending:
    return _ACTS[ingezonden.soort](
        door=ingezonden.door,
        dossier_id=ingezonden.dossier_id,
        inzending_id=ingezonden.bericht_id,
        **ingezonden.velden,
        **({} if ingezonden.soort in _ZONDER_PEILDATUM else {"peildatum": peildatum}),
    )


def _is_gelijk(inzending: Inzending, ingezonden: Ingezonden) -> bool:
    """Whether what is kept under an id is what was sent now; what was left out is not kept."""
    gevuld = {naam: waarde for naam, waarde in ingezonden.velden.items() if waarde not in (None, "", [])}
    return inzending.soort == ingezonden.soort and inzending.inhoud == json.loads(
        json.dumps(gevuld, default=str)
    )


def _zet_apart(ingezonden: Ingezonden, reden: str, uitleg: str) -> Uitkomst:
    """Keep it whole for who repairs messages, who does not read what is in it; only its sender hears why."""
    inhoud = json.dumps(
        {"soort": ingezonden.soort, "velden": ingezonden.velden}, default=str, ensure_ascii=False
    ).encode()
    with als_systeem():
        rij = _wachtend(ingezonden).first() or InkomendBericht(
            soort=InkomendBericht.Soort.INZENDING,
            bericht_id=ingezonden.bericht_id,
            aangeleverd_door=ingezonden.door,
            afzender=ingezonden.door.organisatie,
        )
        rij.inhoud, rij.omvang, rij.sha256 = inhoud, len(inhoud), hashlib.sha256(inhoud).hexdigest()
        rij.status, rij.reden = InkomendBericht.Status.QUARANTAINE, reden
        rij.dossier_id = ingezonden.dossier_id
        rij.uitleg = _(
            "Dit bericht van een ketenpartner past nu niet in het dossier. De afzender weet waarom."
        )
        rij.save()
    return _uitkomst(ingezonden.bericht_id, "quarantaine", reden, uitleg)


def _sluit_wachtende(ingezonden: Ingezonden) -> None:
    with als_systeem():
        _wachtend(ingezonden).update(
            gesloten_op=timezone.now(),
            gesloten_door=ingezonden.door,
            reden_sluiting=_("Opnieuw ontvangen en opgenomen."),
        )


def _wachtend(ingezonden: Ingezonden) -> QuerySet[InkomendBericht]:
    return InkomendBericht.objects.in_quarantaine().filter(
        soort=InkomendBericht.Soort.INZENDING,
        bericht_id=ingezonden.bericht_id,
        aangeleverd_door=ingezonden.door,
    )


def _uitkomst(bericht_id: UUID, status: str, reden: str | None = None, uitleg: str = "") -> Uitkomst:
    return Uitkomst(bericht_id=str(bericht_id), status=status, reden=reden, uitleg=uitleg, dossiernummer=None)
