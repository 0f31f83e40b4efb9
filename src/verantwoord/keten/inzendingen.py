"""What a partner's own program sends about one dossier: done once, and set apart whole when it does not fit now.

The acts are those of the desks in ``keten.partner``. A message that comes again under its id does nothing more; one
that was put right under its id takes the place of the one that waits.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
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
from verantwoord.keten.partner import actions, overplaatsing
from verantwoord.keten.partner import meldplichtacties as meldplicht
from verantwoord.keten.uitkomst import Uitkomst
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang

Soort = Inzending.Soort


@dataclass(frozen=True, kw_only=True)
class Daad:
    """The act that a kind of message asks; ``kopie`` is what its sender keeps of the fields."""

    act: Callable[..., Inzending]
    soort: Inzending.Soort
    kopie: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict


def _met(als: Mapping[str, str] = MappingProxyType({}), **vast: str) -> Callable[..., Mapping[str, Any]]:
    """A copy in which fields have another name and in which stands what the act adds of itself."""
    return lambda velden: {als.get(naam, naam): waarde for naam, waarde in velden.items()} | vast


def _aankomst(velden: Mapping[str, Any]) -> Mapping[str, Any]:
    antwoord = "aangekomen" if velden["aangekomen"] else "niet_aangekomen"
    return {"antwoord": antwoord} | {naam: velden[naam] for naam in velden if naam != "aangekomen"}


_REDEN: Final = {"reden": "toelichting"}
DADEN: Final[Mapping[str, Daad]] = {
    "afwezigheid": Daad(act=actions.send_afwezigheid, soort=Soort.AFWEZIGHEID),
    "weer_gezien": Daad(act=actions.send_weer_gezien, soort=Soort.WEER_GEZIEN),
    "controle": Daad(act=actions.send_controle, soort=Soort.CONTROLE),
    "bericht_van_vertrek": Daad(act=actions.send_bericht_van_vertrek, soort=Soort.BERICHT_VAN_VERTREK),
    "opvangbesluit": Daad(act=actions.send_opvangbesluit, soort=Soort.OPVANGBESLUIT),
    "einddatum": Daad(act=actions.contest_einddatum, soort=Soort.EINDDATUM),
    "verwijzing": Daad(act=actions.send_verwijzing_antwoord, soort=Soort.VERWIJZING),
    "opdracht": Daad(act=actions.finish_opdracht, soort=Soort.OPDRACHT),
    "zorg": Daad(act=actions.send_zorg, soort=Soort.ZORG),
    "politieantwoord": Daad(act=actions.send_politieantwoord, soort=Soort.POLITIEANTWOORD),
    "overplaatsing": Daad(act=overplaatsing.send_antwoord, soort=Soort.OVERPLAATSING),
    "overdracht": Daad(
        act=overplaatsing.send_overdracht,
        soort=Soort.OVERPLAATSING,
        kopie=_met({"wat": "toelichting"}, antwoord="overgedragen"),
    ),
    "aankomst": Daad(act=overplaatsing.send_aankomst, soort=Soort.OVERPLAATSING, kopie=_aankomst),
    "meldplicht": Daad(act=meldplicht.send_meldplicht, soort=Soort.MELDPLICHT, kopie=_met(_REDEN)),
    "frequentie": Daad(act=meldplicht.send_frequentie, soort=Soort.MELDPLICHT, kopie=_met(_REDEN)),
    "einde": Daad(act=meldplicht.send_einde, soort=Soort.MELDPLICHT, kopie=_met({"op": "tot"} | _REDEN)),
    "weigering": Daad(
        act=meldplicht.send_weigering,
        soort=Soort.MELDPLICHT,
        kopie=_met(_REDEN, besluit="geweigerd"),
    ),
    "melding": Daad(act=meldplicht.send_meldmoment, soort=Soort.MELDING, kopie=_met({"soort": "melding"})),
    "reden": Daad(act=meldplicht.send_reden, soort=Soort.MELDING, kopie=_met({"uitkomst": "melding"})),
}
_ZONDER_PEILDATUM: Final = frozenset({"einddatum"})
_DAGEN: Final = frozenset({"laatst_gezien_op", "op", "tot", "gereed_op", "gezien_op"})
_MOMENTEN: Final = frozenset({"verwacht"})


@dataclass(frozen=True, kw_only=True)
class Ingezonden:
    """One message of a partner: ``velden`` are the arguments of the act of its ``soort``, a key of ``DADEN``."""

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
        velden={naam: _uit_json(naam, waarde) for naam, waarde in gelezen["velden"].items()},
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
    return DADEN[ingezonden.soort].act(
        door=ingezonden.door,
        dossier_id=ingezonden.dossier_id,
        inzending_id=ingezonden.bericht_id,
        **ingezonden.velden,
        **({} if ingezonden.soort in _ZONDER_PEILDATUM else {"peildatum": peildatum}),
    )


def _is_gelijk(inzending: Inzending, ingezonden: Ingezonden) -> bool:
    """Whether what is kept under an id is what was sent now; what was left out is not kept."""
    daad = DADEN[ingezonden.soort]
    gevuld = {
        naam: waarde for naam, waarde in daad.kopie(ingezonden.velden).items() if waarde not in (None, "", [])
    }
    return inzending.soort == daad.soort and inzending.inhoud == json.loads(_als_json(gevuld))


def _als_json(velden: Mapping[str, Any]) -> str:
    return json.dumps(velden, default=lambda dag: dag.isoformat(), ensure_ascii=False)


def _uit_json(naam: str, waarde: Any) -> Any:
    if waarde is None:
        return None
    if naam in _MOMENTEN:
        return datetime.fromisoformat(waarde)
    return date.fromisoformat(waarde) if naam in _DAGEN else waarde


def _zet_apart(ingezonden: Ingezonden, reden: str, uitleg: str) -> Uitkomst:
    """Keep it whole for who repairs messages, who does not read what is in it; only its sender hears why."""
    inhoud = _als_json({"soort": ingezonden.soort, "velden": ingezonden.velden}).encode()
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
