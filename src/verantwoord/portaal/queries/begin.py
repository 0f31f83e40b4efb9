"""The first page: where am I, what happens next, my appointment, my wish, my choice, who looked."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from verantwoord.dossier.machtiging.toestemming import keuzerecht_van
from verantwoord.dossier.models import Portaalaccount
from verantwoord.dossier.queries import onthouden_of
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.ondersteuning.models import Wens
from verantwoord.portaal.queries.bron import Bron, bron_van
from verantwoord.portaal.queries.route import route_van
from verantwoord.portaal.queries.straks import Straks, straks_van
from verantwoord.portaal.queries.toestemming import keuze_van, voorstellen_van
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import Portaalrol
from verantwoord.toezicht.models import Reistest
from verantwoord.toezicht.portaalkeuze import keuzes_in_portaal
from verantwoord.vertrekgesprek.keuzes import Status, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.web.waarden import Routestap

KEEK_IN: Final = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """A talk that is planned. ``tolk``: whether somebody will interpret, in which language."""

    id: UUID
    dag: date
    tijd: time | None
    plaats: str
    met: str
    tolk: bool
    taal: str


@dataclass(frozen=True, kw_only=True)
class Laatstewens:
    """The last wish, in the person's own words, with the answer or the day by which it should have been there."""

    woorden: str
    op: date
    antwoord: str
    antwoord_op: date | None
    uiterlijk_op: date | None
    te_laat: bool


@dataclass(frozen=True, kw_only=True)
class Beginblad:
    """``namens`` is for whom somebody with a mandate looks; empty for the person. ``voorstel``: help waits for a choice.

    ``test``: a country asks something for the journey about which nobody asked the person yet.
    """

    voornaam: str
    namens: str
    vandaag: date
    gesloten: bool
    route: tuple[Routestap, ...]
    straks: tuple[Straks, ...]
    afspraak: Afspraak | None
    wens: Laatstewens | None
    toestemming: str
    voorstel: bool
    test: bool
    keek: int
    contact: str


def beginblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Beginblad:
    """Everything of the first page; the number of questions does not grow with the dossier."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    persoon = bron.dossier.persoon
    zelf = viewer.rol == Portaalrol.PERSOON
    return Beginblad(
        voornaam=persoon.voornamen if zelf else viewer.naam,
        namens="" if zelf else persoon.volledige_naam,
        vandaag=op,
        gesloten=bron.s.gesloten_op is not None,
        route=route_van(bron.s),
        straks=straks_van(bron.s),
        afspraak=_afspraak(bron, op),
        wens=_wens(bron),
        # What somebody chose about a doctor is for nobody who has a mandate.
        toestemming=_toestemming(bron.s) if zelf else "",
        voorstel=(zelf or keuzerecht_van(viewer, dossier_id, op=op) is not None)
        and any(rij.wacht_op_keuze for rij in voorstellen_van(bron)),
        test=zelf and _vraagt_test(bron),
        keek=gekeken_of(dossier_id, viewer=viewer, op=op)
        .filter(moment__gte=timezone.now() - KEEK_IN)
        .count(),
        contact=bron.regievoerder,
    )


def gekeken_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> QuerySet[Inzage]:
    """Every look at this dossier by somebody else than who asks; when the person themselves looked is theirs alone."""
    kijkjes = (
        Inzage.objects.filter(dossier_id=dossier_id, toegestaan=True)
        .exclude(medewerker_id=viewer.pk)
        .exclude(rol=Portaalrol.PERSOON)
    )
    return onthouden_of(dossier_id, viewer=viewer, op=op).zonder(kijkjes, "toegang.Inzage")


def _afspraak(bron: Bron, op: date) -> Afspraak | None:
    gepland = Gesprek.objects.filter(dossier=bron.dossier.pk, status=Status.GEPLAND, gepland_op__gte=op)
    gesprek = bron.weg.zonder(gepland, "beeld.gesprekken").order_by("gepland_op", "tijd", "volgorde").first()
    if gesprek is None or gesprek.gepland_op is None:
        return None
    return Afspraak(
        id=gesprek.pk,
        dag=gesprek.gepland_op,
        tijd=gesprek.tijd,
        plaats=gesprek.plaats,
        met=bron.regievoerder,
        tolk=gesprek.tolk_gepland in {Tolk.AANWEZIG, Tolk.TELEFONISCH},
        taal=gesprek.taal or "",
    )


def _wens(bron: Bron) -> Laatstewens | None:
    wensen = Wens.objects.filter(dossier=bron.dossier.pk).exclude(soort="geen_wens_geuit")
    wens = bron.weg.zonder(wensen, "beeld.wensen").order_by("-geuit_op", "-volgorde").first()
    if wens is None:
        return None
    uiterlijk = (
        plus_dagen(wens.geuit_op, bron.s.p["vertrekwens-vastleggen.opvolging"]) if wens.is_open else None
    )
    return Laatstewens(
        woorden=wens.omschrijving,
        op=wens.geuit_op,
        antwoord=wens.antwoord,
        antwoord_op=wens.vervolg_op,
        uiterlijk_op=uiterlijk,
        te_laat=uiterlijk is not None and uiterlijk < bron.s.op,
    )


def _vraagt_test(bron: Bron) -> bool:
    if bron.dossier.gesloten_op is not None or bron.weg.van("beeld.medisch"):
        return False
    testen = set(Reistest.objects.te_vragen().filter(dossier=bron.dossier.pk).values_list("pk", flat=True))
    return bool(testen) and not testen <= keuzes_in_portaal(bron.dossier.pk).keys()


def _toestemming(s: Stand) -> str:
    """What was chosen about medical information: ``ja``, ``nee``, ``ingetrokken`` or nothing yet."""
    keuze, _op = keuze_van(s.medisch)
    return "ingetrokken" if keuze == "intrekken" else keuze
