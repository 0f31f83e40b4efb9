"""How many cases went to the IND a year, by kind: what was given to the Inspectie, and what is counted here since.

Report §3.3. What is counted here are dossiers in which the day is recorded, so a second time in the same dossier is not
a second one. Small counts point at people and are not shown (invariant 11); what the Inspectie published is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.models import Cijferopmerking, Jaarcijfer, Voorlegging
from verantwoord.kwaliteit.meting import MINSTENS
from verantwoord.kwaliteit.publicatie.tabel import MINSTENS_GEVOELIG
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

_DREMPEL: Final = {Voorlegging.ARTIKEL_64: MINSTENS_GEVOELIG}
# Where in the facts of a dossier the day stands.
_FEIT: Final[Mapping[Voorlegging, tuple[str, str]]] = {
    Voorlegging.ARTIKEL_64: ("medisch", "art64_ambtshalve_op"),
    Voorlegging.BUITEN_SCHULD: ("buiten_schuld", "zwaarwegend_advies_op"),
    Voorlegging.SCHRIJNEND: ("schrijnend", "ingediend_op"),
    Voorlegging.SCHRIJNEND_INFORMEEL: ("schrijnend", "vooroverleg_op"),
}
GETELD: Final = _(
    "Geteld in dit systeem: dossiers waarin de dag van voorleggen is vastgelegd. Een tweede keer in hetzelfde dossier "
    "vervangt de eerste, en wat een ketenpartner zelf indiende staat er alleen als dat is vastgelegd. Afgerond op vijf, "
    "en bij gezondheid op tien."
)
_TEL: Final = """
    select soort, jaar, count(*) from (
        select s.soort, left(d.inhoud ->> s.veld, 4)::int as jaar
        from unnest(%(soorten)s::text[], %(delen)s::text[], %(velden)s::text[]) as s (soort, deel, veld)
        join dossier_dossierdeel d on d.deel = s.deel
        where d.inhoud ->> s.veld is not null
    ) geteld
    where jaar between %(van)s and %(tot)s
    group by soort, jaar
"""


@dataclass(frozen=True, kw_only=True)
class Cijfer:
    """One figure with its year and everything that must be known to read it.

    ``aantal`` is ``None`` when it is not known, or too small to show (``onder`` then says below what).
    """

    jaar: int
    aantal: int | None
    onder: int
    geteld: bool
    bron: str
    opmerkingen: Sequence[Cijferopmerking]


@dataclass(frozen=True, kw_only=True)
class Reeks:
    soort: Voorlegging
    titel: Promise | str
    cijfers: Sequence[Cijfer]

    @property
    def opmerkingen(self) -> list[Cijferopmerking]:
        """Every remark of the series once, in the order of the years."""
        return list({o.pk: o for cijfer in self.cijfers for o in cijfer.opmerkingen}.values())

    @property
    def geteld(self) -> str:
        """What is counted in the years that are counted here; nothing when there is no such year."""
        return next((cijfer.bron for cijfer in self.cijfers if cijfer.geteld), "")


def reeksen_of(*, viewer: Medewerker, tot_jaar: int) -> list[Reeks]:
    """The figures of every kind and year: what was given, and from the year after that what is counted here."""
    require(viewer, Recht.RAPPORT_LEZEN)
    gegeven = {(cijfer.soort, cijfer.jaar): cijfer for cijfer in Jaarcijfer.objects.all()}
    opmerkingen = list(Cijferopmerking.objects.filter(ingetrokken_op__isnull=True).select_related("door"))
    laatste = max((jaar for _soort, jaar in gegeven), default=tot_jaar - 1)
    begin = min((jaar for _soort, jaar in gegeven), default=tot_jaar)
    geteld = _tel(van=laatste + 1, tot=tot_jaar)
    return [
        Reeks(
            soort=soort,
            titel=soort.label,
            cijfers=[
                _cijfer(soort, jaar, gegeven.get((soort, jaar)), geteld, opmerkingen, na=laatste)
                for jaar in range(begin, tot_jaar + 1)
            ],
        )
        for soort in Voorlegging
    ]


def _cijfer(
    soort: Voorlegging,
    jaar: int,
    gegeven: Jaarcijfer | None,
    geteld: Mapping[tuple[str, int], int],
    opmerkingen: Sequence[Cijferopmerking],
    *,
    na: int,
) -> Cijfer:
    erbij = [o for o in opmerkingen if o.soort == soort and o.van_jaar <= jaar <= o.tot_jaar]
    if jaar <= na:
        return Cijfer(
            jaar=jaar,
            aantal=gegeven.aantal if gegeven else None,
            onder=0,
            geteld=False,
            bron=gegeven.bron if gegeven else "",
            opmerkingen=erbij,
        )
    aantal, drempel = geteld.get((soort, jaar), 0), _DREMPEL.get(soort, MINSTENS)
    klein = aantal < drempel
    return Cijfer(
        jaar=jaar,
        aantal=None if klein else _afgerond(aantal, op=drempel),
        onder=drempel if klein else 0,
        geteld=True,
        bron=str(GETELD),
        opmerkingen=erbij,
    )


def _afgerond(aantal: int, *, op: int) -> int:
    """Rounded, for a count of today that stood one lower yesterday would point at somebody."""
    return (2 * aantal + op) // (2 * op) * op


def _tel(*, van: int, tot: int) -> dict[tuple[str, int], int]:
    """Count over every dossier, whoever asks; what comes back are figures."""
    if van > tot:
        return {}
    with als_systeem(), connection.cursor() as cursor:
        cursor.execute(
            _TEL,
            {
                "soorten": [str(soort) for soort in _FEIT],
                "delen": [deel for deel, _veld in _FEIT.values()],
                "velden": [veld for _deel, veld in _FEIT.values()],
                "van": van,
                "tot": tot,
            },
        )
        return {(soort, jaar): aantal for soort, jaar, aantal in cursor.fetchall()}
