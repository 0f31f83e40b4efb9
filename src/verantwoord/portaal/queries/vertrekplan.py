"""My vertrekplan: my own sentence, the possibilities, and what the DT&V does."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin
from verantwoord.vertrekplan.models import Vertrekplan


@dataclass(frozen=True, kw_only=True)
class Mogelijkheid:
    """One way to go; ``wil`` is what the person said about it."""

    titel: Zin
    haalbaar: Zin
    wil: str
    gekozen: bool


@dataclass(frozen=True, kw_only=True)
class Actie:
    """What somebody does, as it was agreed (in Dutch); ``van_u`` when it is the person's own."""

    wat: str
    van_u: bool
    uiterlijk: date | None
    gereed_op: date | None
    te_laat: bool


@dataclass(frozen=True, kw_only=True)
class Planblad:
    """``eigen_woorden`` is what the person said in the last talk. Without a plan ``id`` is empty."""

    id: UUID | None
    op: date | None
    eigen_woorden: str
    mogelijkheden: tuple[Mogelijkheid, ...]
    acties: tuple[Actie, ...]


def planblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Planblad:
    """The version that was established last; a concept is nobody's plan yet."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    gezegd = [
        g.eigen_woorden for g in bron.s.gevoerde_gesprekken if g.afgerond_op and g.eigen_woorden.strip()
    ]
    plannen = Vertrekplan.objects.filter(dossier=dossier_id, vastgesteld_op__isnull=False)
    plan = (
        bron.weg.zonder(plannen, "beeld.vertrekplannen")
        .prefetch_related("acties")
        .order_by("-versie")
        .first()
    )
    if plan is None:
        return Planblad(
            id=None, op=None, eigen_woorden=gezegd[-1] if gezegd else "", mogelijkheden=(), acties=()
        )
    return Planblad(
        id=plan.pk,
        op=plan.vastgesteld_op,
        eigen_woorden=gezegd[-1] if gezegd else "",
        mogelijkheden=tuple(_mogelijkheid(optie, plan.gekozen) for optie in plan.opties),
        acties=tuple(
            Actie(
                wat=actie.omschrijving,
                van_u=actie.eigenaar == "vreemdeling",
                uiterlijk=actie.uiterlijk,
                gereed_op=actie.gereed_op,
                te_laat=actie.gereed_op is None and actie.uiterlijk is not None and actie.uiterlijk < op,
            )
            for actie in plan.acties.all()
        ),
    )


def _mogelijkheid(optie: dict[str, str], gekozen: str | None) -> Mogelijkheid:
    titels = {
        "zelfstandig_iom": zin("Zelf vertrekken met hulp van IOM"),
        "zelfstandig_ngo": zin("Zelf vertrekken met hulp van een hulporganisatie"),
        "zelfstandig_dtv": zin("Zelf vertrekken met hulp van de Dienst Terugkeer en Vertrek"),
        "derde_land": zin("Naar een ander land"),
        "gedwongen": zin("Gedwongen vertrek"),
        "geen_vertrek_nu": zin("Nu geen vertrek"),
    }
    haalbaar = {"ja": zin("Dit kan."), "nee": zin("Dit kan nu niet.")}
    return Mogelijkheid(
        titel=titels[optie["optie"]],
        haalbaar=haalbaar.get(optie.get("haalbaar", ""), zin("Wij weten nog niet of dit kan.")),
        wil=optie.get("wil", ""),
        gekozen=optie["optie"] == gekozen,
    )
