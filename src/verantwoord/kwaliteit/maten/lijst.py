"""The dossiers behind one figure, as far as they are the viewer's to see."""

from collections.abc import Collection
from datetime import date
from typing import Any, Final, Literal, NamedTuple
from uuid import UUID

import msgspec

from verantwoord.dossier.models import Dossier
from verantwoord.kwaliteit.keuze import controleer, gevouwen, mag
from verantwoord.kwaliteit.maten.nu import vraag_nu
from verantwoord.kwaliteit.maten.vraag import DUREN, VOORWAARDEN, kenmerken
from verantwoord.kwaliteit.maten.vragen import Keuze, waarden_voor
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.toegang.models import Medewerker

PER_PAGINA: Final = 25
# What a list is of: all that the measure asks about, where it was found, where it was not, and of the latter where it
# cannot be said.
Telt = Literal["alle", "ja", "nee", "onbekend"]
Duurt = Literal["voorbij", "loopt"]


class Achter(NamedTuple):
    """A dossier behind a figure; ``dagen`` where the figure is about how long something took."""

    dossier: Dossier
    dagen: int | None = None


class Lijst(NamedTuple):
    """Whose list, of which choice, and after which place (day of arrival and id) it goes on; see :class:`Keuze`."""

    viewer: Medewerker
    keuze: Keuze
    # Only what came in in this quarter.
    kwartaal: Kwartaal | None = None
    na: tuple[date, UUID] | None = None


def dossiers_achter(naam: str, *, telt: Telt, lijst: Lijst) -> list[Achter]:
    """The dossiers behind one figure that the viewer may open, oldest first; one more than a page when there are more.

    It asks the facts as they are now, so that it may know more than a figure of last night. Raises ``KeyError`` for a
    measure that is none, and what :func:`~verantwoord.kwaliteit.maten.vragen.meet_maten` raises.
    """
    return _achter(
        f"select dossier, ontvangen_op, null as dagen from kenmerken where {_waar(naam, telt)}",  # noqa: S608 - names of our own
        lijst,
        # Whether a text is a standard line is decided by all dossiers, also those that are not in the list.
        geheel=("plan",) if naam == "strategie_eigen" else (),
    )


def dossiers_met_duur(wat: str, *, telt: Duurt, lijst: Lijst) -> list[Achter]:
    """The dossiers in which ``wat`` (a fase, or "wens") is over or still runs, with the days; of several times the longest.

    Further as :func:`dossiers_achter`.
    """
    klaar = {"voorbij": "klaar", "loopt": "not klaar"}[telt]
    return _achter(
        f"select dossier, ontvangen_op, max(dagen) as dagen from ({DUREN}) duren"  # noqa: S608 - names of our own
        f" where wat = $wat and {klaar} group by dossier, ontvangen_op",
        lijst,
        wat=wat,
    )


def _achter(vraag: str, lijst: Lijst, *, geheel: Collection[str] = (), **meer: Any) -> list[Achter]:
    viewer, keuze, kwartaal, na = lijst
    mag(viewer)
    controleer(tot=keuze.tot, van=keuze.van, locatie=keuze.locatie)
    keuze = msgspec.structs.replace(keuze, locatie=gevouwen(keuze.locatie))
    zichtbaar, zichtbaar_waarden = Dossier.objects.visible_to(viewer).values("pk").query.sql_with_params()
    tot_kenmerken = kenmerken(
        van=keuze.van is not None,
        locatie=bool(keuze.locatie),
        fase=bool(keuze.fase),
        kwartaal=kwartaal is not None,
    )
    waarden: dict[str, Any] = waarden_voor(keuze) | {f"z{i}": w for i, w in enumerate(zichtbaar_waarden)}
    waarden |= {"kwartaal_van": kwartaal.van, "kwartaal_tot": kwartaal.tot} if kwartaal else {}
    waarden |= {"na_op": na[0], "na_id": na[1]} if na else {}
    verder = "where (ontvangen_op, dossier) > ($na_op, $na_id)" if na else ""
    rijen = vraag_nu(
        f"{tot_kenmerken} select dossier, dagen from ({vraag}) achter {verder}"  # noqa: S608 - names of our own
        f" order by ontvangen_op, dossier limit {PER_PAGINA + 1}",
        waarden | meer,
        alleen=zichtbaar % tuple(f"%(z{i})s" for i in range(len(zichtbaar_waarden))),
        geheel=geheel,
    )
    dagen = dict(rijen)
    dossiers = (
        Dossier.objects.visible_to(viewer).select_related("persoon", "regievoerder").in_bulk(list(dagen))
    )
    return [Achter(dossiers[pk], aantal) for pk, aantal in dagen.items() if pk in dossiers]


def _waar(naam: str, telt: Telt) -> str:
    """The condition of one list; only names from the register ever reach the SQL."""
    v = VOORWAARDEN[naam]
    gevonden = f"coalesce(({v.teller}), false)"
    return (
        f"({v.noemer}) and "
        + {
            "alle": "true",
            "ja": gevonden,
            "nee": f"not {gevonden}",
            "onbekend": f"not {gevonden} and ({v.onbekend})",
        }[telt]
    )
