"""The one door to every step of a route: right and lock, gate, facts, the line in its history, the event."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Routeregel
from verantwoord.toetsing.route.stap import Stap, StapFout, Wie
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.toetsing.route.stappen.mensenhandel import AFSCHERMING
from verantwoord.toetsing.tekst import vinger_van


@transaction.atomic
def take_stap(
    *,
    door: Medewerker,
    dossier_id: UUID,
    moment: str,
    naam: str,
    invoer: Mapping[str, Any],
    versie: int | None,
    peildatum: date,
    recht: Recht | None = None,
) -> Routeregel:
    """Record one step: its facts in the dossierbeeld, everything that was entered in the history of the route.

    Raises ``Versieconflict`` when the dossier changed since the form was opened, ``NormBlokkeert`` when a norm stops
    the step, ``GeenToegang`` when it is somebody else's to take, and ``StapFout`` when what was entered does not fit.
    ``recht`` is what whoever takes it must hold, where that is not the right of the step: the police answer themselves.
    """
    stap = STAPPEN[Moment(moment)][naam]
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht or stap.recht)
    _check_wie(stap, dossier, door)
    _check_dagen(stap, invoer, peildatum)
    if stap.handeling:
        poort.require(stap.handeling, dossier=dossier, peildatum=peildatum, door=door)
    s = Stand(beeld_of(dossier.pk), peildatum, geldende_parameters().op(peildatum))
    nieuw = stap.verander(s, invoer)
    regel = _schrijf_regel(stap, dossier, door, invoer)
    gegevens = {"route": stap.moment.value, "stap": stap.naam}
    if nieuw != s.beeld:
        change_feiten(dossier, lambda _beeld: nieuw, door=door, soort=stap.soort, gegevens=gegevens)
        return regel
    if stap.naam == AFSCHERMING:
        gegevens |= _scherm_af(dossier, afgeschermd=invoer["wat"] == "afschermen")
    dossier.versie += 1
    dossier.save(update_fields=["versie", "afgeschermd"])
    record_gebeurtenis(soort=stap.soort, onderwerp=regel, dossier_id=dossier.pk, door=door, gegevens=gegevens)
    return regel


def weigering_voor(stap: Stap, dossier: Dossier, door: Medewerker) -> str:
    """Why this person may not take the step, blank when they may; also asked before anything is typed."""
    regels = Routeregel.objects.filter(dossier=dossier, moment=stap.moment)
    return stap.weiger(Wie(door=door.pk, regievoerder=dossier.regievoerder_id), regels)


def _check_wie(stap: Stap, dossier: Dossier, door: Medewerker) -> None:
    reden = weigering_voor(stap, dossier, door)
    if reden:
        raise GeenToegang(reden)


def _check_dagen(stap: Stap, invoer: Mapping[str, Any], peildatum: date) -> None:
    for veld, waarde in invoer.items():
        if veld not in stap.plannen and isinstance(waarde, date) and waarde > peildatum:
            raise StapFout(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."), veld=veld)


def _schrijf_regel(stap: Stap, dossier: Dossier, door: Medewerker, invoer: Mapping[str, Any]) -> Routeregel:
    toelichting = invoer.get("toelichting", "")
    return Routeregel.objects.create(
        dossier=dossier,
        moment=stap.moment,
        stap=stap.naam,
        op=invoer[stap.datumveld],
        invoer={
            veld: waarde.isoformat() if isinstance(waarde, date) else waarde
            for veld, waarde in invoer.items()
            if veld != "toelichting" and waarde not in (None, "", [])
        },
        toelichting=toelichting,
        toelichting_vinger=vinger_van(toelichting),
        door=door,
        door_naam=door.naam,
    )


def _scherm_af(dossier: Dossier, *, afgeschermd: bool) -> dict[str, Any]:
    was, dossier.afgeschermd = dossier.afgeschermd, afgeschermd
    return {"wijzigingen": {"afgeschermd": [was, afgeschermd]}}
