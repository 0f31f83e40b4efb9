"""What I chose about medical information, and which organisations get something of me in order to help."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern.dossierbeeld import Medisch, Verwijzing
from verantwoord.kern.kalender import plus_maanden
from verantwoord.ondersteuning.keuzes import Naar
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Hulp:
    """A referral for which somebody agreed that information is shared. ``nummer`` is its place."""

    nummer: int
    naar: Zin
    organisatie: str
    op: date


@dataclass(frozen=True, kw_only=True)
class Toestemmingblad:
    """``keuze`` is ``ja``, ``nee``, ``intrekken`` or nothing yet; ``op`` the day of it. A yes holds for half a year."""

    keuze: str
    op: date | None
    verlopen: bool
    hulp: tuple[Hulp, ...]


def toestemmingblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Toestemmingblad:
    s = bron_van(dossier_id, viewer=viewer, op=op).s
    keuze, dag = keuze_van(s.medisch)
    return Toestemmingblad(
        keuze=keuze,
        op=dag,
        verlopen=keuze == "ja"
        and dag is not None
        and plus_maanden(dag, s.p["medisch-toestemming.max_age"]) < op,
        hulp=tuple(
            _hulp(nummer, verwijzing)
            for nummer, verwijzing in enumerate(s.beeld.verwijzingen)
            if verwijzing.toestemming
            and verwijzing.naar in Naar.values
            and not (verwijzing.resultaat or "").strip()
        ),
    )


def keuze_van(m: Medisch) -> tuple[str, date | None]:
    """The choice that holds: the last one, and of one day the one that protects most."""
    gekozen = [
        (dag, naam)
        for dag, naam in (
            (m.toestemming_op, "ja"),
            (m.toestemming_geweigerd_op, "nee"),
            (m.toestemming_ingetrokken_op, "intrekken"),
        )
        if dag is not None
    ]
    if not gekozen:
        return "", None
    dag = max(dag for dag, _naam in gekozen)
    # A yes comes first in the list: of one day a no or a taking back holds.
    return [naam for op, naam in gekozen if op == dag][-1], dag


def _hulp(nummer: int, verwijzing: Verwijzing) -> Hulp:
    naar = {
        Naar.IOM: zin("IOM"),
        Naar.NGO: zin("Een hulporganisatie"),
        Naar.DIA: zin("Een dienst van de overheid die in uw land iets regelt"),
        Naar.GEMACHTIGDE: zin("Uw advocaat"),
        Naar.OVERIG: zin("Een andere organisatie"),
    }
    return Hulp(
        nummer=nummer,
        naar=naar[Naar(verwijzing.naar)],
        organisatie=verwijzing.organisatie or "",
        op=verwijzing.verwezen_op,
    )
