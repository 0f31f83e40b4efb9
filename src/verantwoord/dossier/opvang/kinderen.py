"""The children of a family: what is important for each of them, and that one of them turns 18.

Dates alone: nothing here weighs, counts or compares children.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Kindbelang
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import achttien_op
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.typen import geboortegrenzen
from verantwoord.toegang.models import Medewerker

# How long before the day it is said that somebody turns 18.
VOORAF: Final = timedelta(days=90)
_ZELF: Final = "persoon.geboortedatum"


class KindPastNiet(DomeinFout):
    """What was entered is not about a child of this family."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A child of the family, or somebody who may be one. ``plaats`` is that among the family, ``None`` for the person.

    ``achttien_op`` is ``None`` when the file does not know the day of birth.
    """

    plaats: int | None
    relatie: str
    geboortedatum: str | None
    achttien_op: date | None

    @property
    def sleutel(self) -> str:
        """How an address names this child."""
        return "zelf" if self.plaats is None else str(self.plaats)


def kinderen_van(s: Stand) -> list[Kind]:
    """Everybody who is, or of whom it is not known that they are not, under 18: the person first, then as in the file."""
    kinderen = []
    for pad, leeftijd in s.leeftijden:
        if leeftijd == "meerderjarig":
            continue
        plaats = None if pad == _ZELF else int(pad.partition("[")[2].partition("]")[0])
        wie = s.persoon if plaats is None else s.persoon.gezin[plaats]
        kinderen.append(
            Kind(
                plaats=plaats,
                relatie="" if plaats is None else s.persoon.gezin[plaats].relatie,
                geboortedatum=wie.geboortedatum,
                achttien_op=_achttien_op(wie.geboortedatum),
            )
        )
    return kinderen


def _achttien_op(geboortedatum: str | None) -> date | None:
    if geboortedatum is None:
        return None
    vroegst, laatst = geboortegrenzen(geboortedatum)
    return achttien_op(vroegst) if vroegst == laatst else None


def worden_achttien(s: Stand) -> list[Kind]:
    """The children who turn 18 within ninety days."""
    return [
        kind
        for kind in kinderen_van(s)
        if kind.achttien_op is not None and s.op < kind.achttien_op <= s.op + VOORAF
    ]


@transaction.atomic
def record_kindbelang(
    *,
    door: Medewerker,
    dossier_id: UUID,
    kind: int | None,
    op: date,
    school: str,
    gezondheid: str,
    band: str,
    veiligheid: str,
    eigen_woorden: str,
    niet_gehoord: str,
    peildatum: date,
) -> Kindbelang:
    """Keep what is important for one child, with the child's own words or why it was not heard. Earlier ones stay."""
    dossier = lock_dossier(dossier_id, door=door)
    _kind_of(dossier_id, kind, peildatum)
    if op > peildatum:
        raise KindPastNiet(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
    if not eigen_woorden.strip() and not niet_gehoord.strip():
        raise KindPastNiet(
            _("Schrijf op wat het kind zelf zegt. Is het kind niet gehoord, schrijf dan waarom niet.")
        )
    belang = Kindbelang.objects.create(
        dossier=dossier,
        kind=kind,
        op=op,
        school=school,
        gezondheid=gezondheid,
        band=band,
        veiligheid=veiligheid,
        eigen_woorden=eigen_woorden,
        niet_gehoord=niet_gehoord,
        door=door,
    )
    record_gebeurtenis(
        soort="kind.belangen_vastgelegd",
        onderwerp=belang,
        dossier_id=dossier_id,
        door=door,
        gegevens={"kind": kind, "gehoord": bool(eigen_woorden.strip())},
    )
    return belang


@transaction.atomic
def record_achttien_besproken(
    *, door: Medewerker, dossier_id: UUID, kind: int | None, op: date, toelichting: str, peildatum: date
) -> None:
    """Keep that it was discussed what changes when this child turns 18; the notice is then no longer owed."""
    dossier = lock_dossier(dossier_id, door=door)
    _kind_of(dossier_id, kind, peildatum)
    if op > peildatum:
        raise KindPastNiet(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
    record_gebeurtenis(
        soort="kind.achttien_besproken",
        onderwerp=dossier,
        dossier_id=dossier_id,
        door=door,
        gegevens={"kind": kind, "op": op.isoformat(), "toelichting": toelichting},
    )


def _kind_of(dossier_id: UUID, kind: int | None, op: date) -> Kind:
    s = Stand(beeld_of(dossier_id), op, geldende_parameters().op(op))
    for ander in kinderen_van(s):
        if ander.plaats == kind:
            return ander
    raise KindPastNiet(_("Dit kind staat niet in het dossier, of is intussen 18."))
