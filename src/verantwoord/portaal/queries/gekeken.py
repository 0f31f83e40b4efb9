"""Who looked in my dossier: which organisation, in which task, for what, on which day. Never which officer."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import TruncDate

from verantwoord.dossier.models import Portaalaccount
from verantwoord.portaal.queries.begin import gekeken_of
from verantwoord.portaal.taal import Zin, zin
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import Organisatie, Portaalrol, Rol

HOEVEEL: Final = 200


@dataclass(frozen=True, kw_only=True)
class Blik:
    """Looks of one day by one organisation, in one task, for one purpose."""

    op: date
    wie: Zin
    taak: Zin | None
    waarvoor: Zin
    keer: int


@dataclass(frozen=True, kw_only=True)
class Gekekenblad:
    """``meer`` says that there are older ones than fit; ``zelf`` counts the own looks, ``zelf_laatst`` is the last day."""

    blikken: tuple[Blik, ...]
    meer: bool
    zelf: int
    zelf_laatst: date | None


def gekekenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Gekekenblad:
    """Every look, newest first; one's own apart."""
    rijen = list(
        gekeken_of(dossier_id, viewer=viewer, op=op)
        .annotate(dag=TruncDate("moment"))
        .values("dag", "organisatie", "rol", "doel")
        .annotate(keer=Count("pk"))
        .order_by("-dag", "organisatie", "rol", "doel")[: HOEVEEL + 1]
    )
    eigen = Inzage.objects.filter(dossier_id=dossier_id, medewerker_id=viewer.pk)
    laatste = (
        eigen.annotate(dag=TruncDate("moment")).order_by("-moment").values_list("dag", flat=True).first()
    )
    return Gekekenblad(
        blikken=tuple(
            Blik(
                op=rij["dag"],
                wie=wie(rij["organisatie"], rij["rol"]),
                taak=taak(rij["rol"]),
                waarvoor=waarvoor(rij["doel"]),
                keer=rij["keer"],
            )
            for rij in rijen[:HOEVEEL]
        ),
        meer=len(rijen) > HOEVEEL,
        zelf=eigen.count(),
        zelf_laatst=laatste,
    )


def wie(organisatie: str, rol: str) -> Zin:
    """An organisation as a person knows it; of the police no part is named, which would tell too much."""
    if rol == Portaalrol.PERSOON:
        return zin("U zelf")
    if rol == Portaalrol.GEMACHTIGDE:
        return zin("Iemand die u hebt gemachtigd")
    namen = {
        Organisatie.DTV: zin("Dienst Terugkeer en Vertrek"),
        Organisatie.COA: zin("COA, de opvang"),
        Organisatie.AVIM: zin("Politie"),
        Organisatie.IND: zin("IND"),
        Organisatie.KMAR: zin("Koninklijke Marechaussee"),
        Organisatie.IOM: zin("IOM"),
        Organisatie.NGO: zin("Een hulporganisatie"),
        Organisatie.VWN: zin("VluchtelingenWerk"),
        Organisatie.NIDOS: zin("Nidos, voor jongeren zonder ouders"),
        Organisatie.DIA: zin("Dienst Terugkeer en Vertrek, voor het buitenland"),
        Organisatie.INSPECTIE: zin("De Inspectie, die ons controleert"),
    }
    return (
        namen.get(Organisatie(organisatie), zin("Een computerprogramma"))
        if organisatie
        else zin("Een computerprogramma")
    )


def taak(rol: str) -> Zin | None:
    """In which task somebody looked, when that says more than their organisation."""
    taken = {
        Rol.REGIEVOERDER: zin("medewerker die uw vertrek regelt"),
        Rol.MANAGER: zin("leidinggevende"),
        Rol.MEDISCH_BEVOEGD: zin("medewerker voor medische vragen"),
        Rol.FG: zin("toezicht op privacy"),
        Rol.SYSTEEM: zin("automatisch"),
        Rol.AFZENDER: zin("automatisch"),
    }
    return taken.get(Rol(rol)) if rol in Rol else None


def waarvoor(doel: str) -> Zin:
    """For what somebody looked."""
    return {
        "behandeling": zin("om aan uw zaak te werken"),
        "werklijst": zin("om een lijst met werk te zien"),
        "zoeken": zin("om een dossier te zoeken"),
        "agenda": zin("om afspraken te plannen"),
        "overleg": zin("om met andere organisaties over uw zaak te praten"),
        "toewijzen": zin("om uw dossier aan een collega te geven"),
        "uitvoer": zin("om een lijst te maken"),
        "meldingen": zin("om berichten te lezen"),
        "noodtoegang": zin("omdat er haast of gevaar was"),
        "toezicht": zin("om te controleren of er goed met uw gegevens wordt omgegaan"),
        "eigen dossier": zin("om het dossier te lezen"),
    }.get(doel, zin("voor het werk van deze organisatie"))
