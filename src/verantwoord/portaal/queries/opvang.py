"""My shelter: where, until when, what then, and what cannot happen without something else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern.definities import is_actief
from verantwoord.kern.termijnen import Stand
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Plek:
    """One place where the person lived or lives; ``tot`` is empty for where they are now."""

    naam: str
    van: date
    tot: date | None


@dataclass(frozen=True, kw_only=True)
class Waarborg:
    """What has to be done before shelter may end, with the rule it comes from."""

    wat: Zin
    bron: str


@dataclass(frozen=True, kw_only=True)
class Opvangblad:
    nu: Plek | None
    eerder: tuple[Plek, ...]
    tot: date | None
    verlengd: bool
    gevraagd: date | None
    vbl_tot: date | None
    detentie_sinds: date | None
    waarborgen: tuple[Waarborg, ...]


def opvangblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Opvangblad:
    """Where the person lives, and until when that is sure."""
    s = bron_van(dossier_id, viewer=viewer, op=op).s
    plekken = [
        (plek, Plek(naam=f"{plek.soort} {plek.locatie}".removeprefix("anders "), van=plek.van, tot=plek.tot))
        for plek in sorted(s.verblijfplaatsen, key=lambda plek: plek.van, reverse=True)
    ]
    nu = next((blad for plek, blad in plekken if is_actief(plek, op)), None)
    wacht = [v for v in s.verlengingen if v.coa_besluit is None]
    bewaring = s.open_bewaring
    return Opvangblad(
        nu=nu,
        eerder=tuple(blad for _plek, blad in plekken if blad is not nu),
        tot=s.termijnen.opvang.eindigt_op,
        verlengd=s.termijnen.opvang.verlengd_wegens is not None,
        gevraagd=wacht[-1].gevraagd_op if wacht else None,
        vbl_tot=s.termijnen.vbl.eindigt_op,
        detentie_sinds=bewaring.opgelegd_op if bewaring is not None else None,
        waarborgen=tuple(_waarborgen(s)),
    )


def _waarborgen(s: Stand) -> Iterator[Waarborg]:
    """The norms that stop the end of shelter, said as what they are for the person."""
    if s.schorsende_werking and s.beroepsstand in {"loopt", "termijn_loopt"}:
        yield Waarborg(
            wat=zin("De opvang stopt niet zolang u de uitspraak van de rechter in Nederland mag afwachten."),
            bron="Vw 2000 art. 8(h), 82",
        )
    if s.iemand_minderjarig:
        yield Waarborg(
            wat=zin(
                "De opvang van een gezin met een kind stopt niet zonder dat eerst is bekeken of er nood ontstaat."
            ),
            bron="Gerechtshof Den Haag 11-01-2011 (Ferreira)",
        )
    yield Waarborg(
        wat=zin("Hebt u meer tijd nodig? Vraag het. U mag langer blijven als het COA dat goed vindt."),
        bron="Verantwoord Vertrek 3.2",
    )
    yield Waarborg(
        wat=zin(
            "U gaat niet zomaar naar een vrijheidsbeperkende locatie. Eerst moeten vier organisaties het daarover eens zijn."
        ),
        bron="Verantwoord Vertrek 3.4",
    )
