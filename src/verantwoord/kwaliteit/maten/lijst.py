"""The dossiers behind one figure, as far as they are the viewer's to see."""

from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from verantwoord.dossier.models import Dossier
from verantwoord.kwaliteit.keuze import controleer, gevouwen, mag
from verantwoord.kwaliteit.maten.nu import vraag_nu
from verantwoord.kwaliteit.maten.vraag import VOORWAARDEN, kenmerken
from verantwoord.kwaliteit.maten.vragen import Keuze, waarden_voor
from verantwoord.toegang.models import Medewerker

PER_PAGINA: Final = 25
# What a list is of: where it was found, where it was not, and of the latter where it cannot be said.
Telt = Literal["ja", "nee", "onbekend"]


def dossiers_achter(
    naam: str,
    *,
    telt: Telt,
    viewer: Medewerker,
    tot: date,
    van: date | None = None,
    locatie: str = "",
    fase: str = "",
    na: tuple[date, UUID] | None = None,
) -> list[Dossier]:
    """The dossiers behind one figure that the viewer may open, oldest first; one more than a page when there are more.

    ``na``: after this place. It asks the facts as they are now, so that it may know more than a figure of last night.
    """
    mag(viewer)
    controleer(tot=tot, van=van, locatie=locatie)
    keuze = Keuze(tot=tot, van=van, locatie=gevouwen(locatie), fase=fase)
    zichtbaar, zichtbaar_waarden = Dossier.objects.visible_to(viewer).values("pk").query.sql_with_params()
    vraag = kenmerken(van=van is not None, locatie=bool(locatie), fase=bool(fase))
    verder = "and (ontvangen_op, dossier) > ($na_op, $na_id)" if na else ""
    waarden: dict[str, Any] = waarden_voor(keuze) | {f"z{i}": w for i, w in enumerate(zichtbaar_waarden)}
    waarden |= {"na_op": na[0], "na_id": na[1]} if na else {}
    rijen = vraag_nu(
        f"{vraag} select dossier from kenmerken where {_waar(naam, telt)} {verder}"  # noqa: S608 - names of our own
        f" order by ontvangen_op, dossier limit {PER_PAGINA + 1}",
        waarden,
        alleen=zichtbaar % tuple(f"%(z{i})s" for i in range(len(zichtbaar_waarden))),
        # Whether a text is a standard line is decided by all dossiers, also those that are not in the list.
        geheel=("plan",) if naam == "strategie_eigen" else (),
    )
    gevonden = [rij[0] for rij in rijen]
    dossiers = Dossier.objects.visible_to(viewer).select_related("persoon", "regievoerder").in_bulk(gevonden)
    return [dossiers[pk] for pk in gevonden if pk in dossiers]


def _waar(naam: str, telt: Telt) -> str:
    """The condition of one list; only names from the register ever reach the SQL."""
    if naam not in VOORWAARDEN:
        raise ValueError(naam)
    v = VOORWAARDEN[naam]
    gevonden = f"coalesce(({v.teller}), false)"
    return (
        f"({v.noemer}) and "
        + {
            "ja": gevonden,
            "nee": f"not {gevonden}",
            "onbekend": f"not {gevonden} and ({v.onbekend})",
        }[telt]
    )
