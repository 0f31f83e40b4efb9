"""What I have to do now under supervision: report, or stay at a place; and what I can do about it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern import dossierbeeld as feit
from verantwoord.portaal.queries.bron import Bron, bron_van
from verantwoord.portaal.taal import Zin, zin
from verantwoord.toezicht.keuzes import Maatregelsoort
from verantwoord.toezicht.models import Maatregel


@dataclass(frozen=True, kw_only=True)
class Melden:
    """A duty to report that runs, how often in a week, and the days that were counted as missed."""

    sinds: date
    door: Zin
    per_week: int
    waarom: str
    gemist: tuple[date, ...]


@dataclass(frozen=True, kw_only=True)
class Blijven:
    """A measure that keeps somebody at a place, until a day after which it is over by itself."""

    wat: Zin
    waar: str
    van: date
    tot: date
    waarom: str


@dataclass(frozen=True, kw_only=True)
class Vastzitten:
    """Detention that was imposed. ``rechter_op`` is the day on which the court was told."""

    sinds: date
    rechter_op: date | None


@dataclass(frozen=True, kw_only=True)
class Meldenblad:
    melden: tuple[Melden, ...]
    blijven: tuple[Blijven, ...]
    vastzitten: Vastzitten | None
    eerder: int


def meldenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Meldenblad:
    """What runs now. What is over is only counted: it asks nothing of anybody."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    bewaring = bron.s.open_bewaring
    return Meldenblad(
        melden=tuple(_melden(een) for een in bron.s.lopende_meldplichten),
        blijven=tuple(_blijven(bron, op)),
        vastzitten=Vastzitten(sinds=bewaring.opgelegd_op, rechter_op=bewaring.rechtbank_in_kennis_op)
        if bewaring is not None and bewaring.opgelegd_op is not None
        else None,
        eerder=len(bron.s.meldplichten) - len(bron.s.lopende_meldplichten),
    )


def _melden(plicht: feit.Meldplicht) -> Melden:
    return Melden(
        sinds=plicht.opgelegd_op,
        door={
            "avim": zin("de politie"),
            "coa": zin("het COA"),
            "dtv": zin("de Dienst Terugkeer en Vertrek"),
            "ind": zin("de IND"),
            "kmar": zin("de Koninklijke Marechaussee"),
        }[plicht.opgelegd_door],
        per_week=plicht.per_week,
        waarom=plicht.reden_afwijking,
        gemist=plicht.gemist_op,
    )


def _blijven(bron: Bron, op: date) -> list[Blijven]:
    """A measure rests on the same facts as a duty to report: is one of those withheld, so is this."""
    if bron.weg.van("beeld.meldplichten"):
        return []
    return [
        Blijven(
            wat={
                Maatregelsoort.VBL: zin("U moet op de vrijheidsbeperkende locatie blijven"),
                Maatregelsoort.GL: zin("U moet op de gezinslocatie blijven"),
                Maatregelsoort.GEMEENTE: zin("U moet in deze gemeente blijven"),
            }[Maatregelsoort(maatregel.soort)],
            waar=maatregel.waar,
            van=maatregel.van,
            tot=maatregel.tot,
            waarom=maatregel.reden,
        )
        for maatregel in Maatregel.objects.filter(dossier=bron.dossier.pk).lopend_op(op)
    ]
