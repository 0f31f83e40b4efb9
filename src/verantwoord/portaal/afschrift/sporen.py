"""What points to a dossier in words and not by a key: what rows were before, and for what data were processed.

The database shows these two tables to nobody. The program looks for what belongs to the rows that somebody may read, so
nothing comes along of a row that is withheld; the rest is counted.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from django.db.models import Q

from verantwoord.gebeurtenis.logboek import ontsleutel
from verantwoord.gebeurtenis.models import Rijhistorie, Verwerkingsregel
from verantwoord.portaal.afschrift.indeling import INDELING, Indeling, Plaats
from verantwoord.portaal.afschrift.rijen import GEBEURTENIS, Kast, modellen, sleutels, velden_van
from verantwoord.toegang.context import als_systeem

# By what a line of the processing log finds the line that says who it was: the table there, and its field.
_AANLEIDINGEN: Final[Mapping[str, tuple[str, str]]] = {
    "inzage": ("toegang.Inzage", "verzoek"),
    "gebeurtenis": (GEBEURTENIS, "pk"),
    "verstrekking": ("keten.Uitbericht", "pk"),
}


class Spoor(NamedTuple):
    """What was found: what may be shown, how much stands elsewhere already, and how much is withheld of which table."""

    getoond: list[dict[str, Any]]
    dubbel: int
    achter: Counter[str]


def rijhistorie_van(kast: Kast) -> Spoor:
    """What the rows of this dossier held before; of rows that may be read, without who changed them."""
    getoond: list[dict[str, Any]] = []
    dubbel, achter = 0, Counter[str]()
    gezien: set[str] = set()
    for label, soort in INDELING.items():
        tabel = modellen()[label]._meta.db_table
        if tabel in gezien:
            continue
        gezien.add(tabel)
        zichtbaar = {str(pk) for pk in sleutels(kast.zichtbaar(label))}
        toon = _vorm(label, soort)
        for regel in _historie(kast, label, soort):
            if regel.oud is None or soort.plaats == Plaats.DUBBEL:
                # Of a new row nothing was kept that the row itself does not say.
                dubbel += 1
            elif regel.rij_id in zichtbaar or (regel.operatie == "DELETE" and _is_vrij(kast, label, soort)):
                getoond.append(toon(regel))
            else:
                achter[label] += 1
    return Spoor(sorted(getoond, key=lambda regel: regel["moment"]), dubbel, achter)


def _historie(kast: Kast, label: str, soort: Indeling) -> list[Rijhistorie]:
    """Of the rows there are, and of those that were removed and say whose they were."""
    with als_systeem():
        er_zijn = Q(rij_id__in=[str(pk) for pk in sleutels(kast.alle(label))])
        kolommen = {veld.column for veld in modellen()[label]._meta.concrete_fields}
        for kolom, van in (("dossier_id", kast.dossier.pk), ("persoon_id", kast.dossier.persoon_id)):
            if kolom in kolommen and soort.route == kolom.removesuffix("_id"):
                er_zijn |= Q(**{"operatie": "DELETE", f"oud__{kolom}": str(van)})
        return list(
            Rijhistorie.objects.filter(er_zijn, tabel=modellen()[label]._meta.db_table).order_by("pk")
        )


def _is_vrij(kast: Kast, label: str, soort: Indeling) -> bool:
    """Whether nothing of this table is withheld, so that what was removed from it may be read too."""
    return soort.plaats in {Plaats.RIJEN, Plaats.FEITEN} and not any(
        kast.weg.van(wat) for wat in kast.gronden(label)
    )


def _vorm(label: str, soort: Indeling) -> Callable[[Rijhistorie], dict[str, Any]]:
    namen = {veld.column: veld.name for veld in velden_van(modellen()[label], soort)}

    def toon(regel: Rijhistorie) -> dict[str, Any]:
        return {
            "onderdeel": soort.titel,
            "moment": regel.moment,
            "wat_er_gebeurde": {"UPDATE": "gewijzigd", "DELETE": "weggehaald"}[regel.operatie],
            "was": {namen[kolom]: waarde for kolom, waarde in (regel.oud or {}).items() if kolom in namen},
        }

    return toon


def logboek_van(kast: Kast) -> Spoor:
    """For what this person's data were processed; the line that each belongs to says who it was, if that may be read.

    Whom a line is about is encrypted anew each time, so the lines are found by what they belong to and then opened. The
    log has no index for this: it is written with every look, and read so once in a long while, by a job.
    """
    getoond: list[dict[str, Any]] = []
    achter = Counter[str]()
    for audit, (label, veld) in _AANLEIDINGEN.items():
        zichtbaar = {str(sleutel) for sleutel in kast.zichtbaar(label).values_list(veld, flat=True)}
        for regel in _regels(kast, audit, label, veld):
            if regel.audit_id in zichtbaar:
                getoond.append(
                    {"moment": regel.begin, "activiteit": regel.activiteit, "onderdeel": regel.naam}
                )
            else:
                achter[label] += 1
    return Spoor(sorted(getoond, key=lambda regel: regel["moment"]), 0, achter)


def _regels(kast: Kast, audit: str, label: str, veld: str) -> Iterator[Verwerkingsregel]:
    with als_systeem():
        van_dit = {str(sleutel) for sleutel in kast.alle(label).values_list(veld, flat=True)}
        gevonden = list(Verwerkingsregel.objects.filter(audit=audit, audit_id__in=van_dit).order_by("pk"))
    yield from (regel for regel in gevonden if ontsleutel(bytes(regel.betrokkene)) == kast.dossier.pk)
