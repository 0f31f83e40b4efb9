"""Who may look and speak for me, until when, and how often they looked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max
from django.db.models.functions import TruncDate

from verantwoord.dossier.models import Machtiging, Machtigingvoorstel, Portaalaccount
from verantwoord.portaal.taal import Zin, zin
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import Portaalrol


@dataclass(frozen=True, kw_only=True)
class Mandaat:
    """One mandate. ``gekeken`` counts the looks of whoever has it, ``laatst`` is the day of the last."""

    id: UUID
    naam: str
    wat: Zin
    van: date
    tot: date
    loopt: bool
    gestopt_op: date | None
    gekeken: int
    laatst: date | None


@dataclass(frozen=True, kw_only=True)
class Wachtend:
    """A mandate on paper at which a second colleague still looks."""

    naam: str
    wat: Zin


@dataclass(frozen=True, kw_only=True)
class Machtigingenblad:
    """``mag_geven`` is so for the person alone; somebody with a mandate sees their own."""

    lopend: tuple[Mandaat, ...]
    eerder: tuple[Mandaat, ...]
    wachtend: tuple[Wachtend, ...]
    mag_geven: bool


def machtigingenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Machtigingenblad:
    """Every mandate in this dossier, or of who has one that one alone."""
    is_zelf = viewer.rol == Portaalrol.PERSOON
    rijen = Machtiging.objects.filter(dossier=dossier_id).select_related("account")
    if not is_zelf:
        rijen = rijen.filter(account=viewer)
    gekeken = {
        rij["medewerker_id"]: (rij["keer"], rij["laatst"])
        for rij in Inzage.objects.filter(
            dossier_id=dossier_id, toegestaan=True, medewerker_id__in=[rij.account_id for rij in rijen]
        )
        .values("medewerker_id")
        .annotate(keer=Count("pk"), laatst=Max(TruncDate("moment")))
    }
    alle = [_mandaat(rij, gekeken.get(rij.account_id, (0, None)), op) for rij in rijen]
    voorstellen = Machtigingvoorstel.objects.filter(dossier=dossier_id, beslist_op=None) if is_zelf else ()
    return Machtigingenblad(
        lopend=tuple(een for een in alle if een.loopt),
        eerder=tuple(een for een in alle if not een.loopt),
        wachtend=tuple(Wachtend(naam=v.naam, wat=_wat(v.hoedanigheid)) for v in voorstellen),
        mag_geven=is_zelf,
    )


def _mandaat(rij: Machtiging, gekeken: tuple[int, date | None], op: date) -> Mandaat:
    return Mandaat(
        id=rij.pk,
        naam=rij.account.eigen_naam,
        wat=_wat(rij.hoedanigheid),
        van=rij.van,
        tot=rij.tot,
        loopt=rij.ingetrokken_op is None and rij.tot >= op,
        gestopt_op=rij.ingetrokken_op.date() if rij.ingetrokken_op else None,
        gekeken=gekeken[0],
        laatst=gekeken[1],
    )


def _wat(hoedanigheid: str) -> Zin:
    return {
        Machtiging.Hoedanigheid.ADVOCAAT: zin("Advocaat"),
        Machtiging.Hoedanigheid.VOOGD: zin("Voogd"),
        Machtiging.Hoedanigheid.VWN: zin("VluchtelingenWerk"),
        Machtiging.Hoedanigheid.ANDERS: zin("Iemand anders"),
    }[Machtiging.Hoedanigheid(hoedanigheid)]
