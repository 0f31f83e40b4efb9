"""What the actions of this room share: which trip is meant, and refusing what cannot be."""

from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet, StapNietAanDeOrde


def uitkomst_van(soort: str, op: date, bewijs_ref: str | None) -> d.Uitkomst:
    """The outcome as the contract has it; a kind it does not know is a mistake of the caller."""
    return msgspec.convert({"soort": soort, "op": op, "bewijs_ref": bewijs_ref}, d.Uitkomst)


def stand_van(beeld: d.Dossierbeeld, peildatum: date) -> Stand:
    return Stand(beeld, peildatum, geldende_parameters().op(peildatum))


def open_boeking(beeld: d.Dossierbeeld, nummer: int) -> d.Vertrekboeking:
    """The trip at this place of the list, while it is neither cancelled nor made."""
    if not 0 <= nummer < len(beeld.boekingen) or beeld.boekingen[nummer].geannuleerd_op is not None:
        raise StapNietAanDeOrde(_("Deze reis staat niet meer geboekt. Ververs de pagina."))
    return beeld.boekingen[nummer]


def met_boeking(beeld: d.Dossierbeeld, nummer: int, boeking: d.Vertrekboeking) -> d.Dossierbeeld:
    boekingen = list(beeld.boekingen)
    boekingen[nummer] = boeking
    return replace(beeld, boekingen=tuple(boekingen))


def eis_tekst(tekst: str, *, veld: str, melding: str) -> str:
    """Give the text without blanks round it; refuse when nothing is left."""
    if not tekst.strip():
        raise AntwoordOntbreekt(melding, veld=veld)
    return tekst.strip()


def niet_later_dan(dag: date | None, peildatum: date, *, veld: str) -> None:
    if dag is not None and dag > peildatum:
        raise DagKloptNiet(_("Deze dag moet nog komen. Vul de dag in waarop het is gebeurd."), veld=veld)


def niet_voor_ontvangst(dag: date | None, dossier: Dossier, *, veld: str) -> None:
    if dag is not None and dag < dossier.ontvangen_op:
        raise DagKloptNiet(
            _("Deze dag ligt voor de overdracht van het dossier. Controleer de datum."), veld=veld
        )


def zonder_leeg(**gegevens: Any) -> dict[str, Any]:
    """What an event keeps: only what was answered, days as text."""
    return {
        naam: waarde.isoformat() if isinstance(waarde, date) else waarde
        for naam, waarde in gegevens.items()
        if waarde not in (None, "", (), [])
    }
