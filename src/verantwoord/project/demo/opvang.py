"""Reception in a demo: transfers in each state, what is important for the children, and one who soon turns 18."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier, Gezinslid, Overplaatsing, Persoon
from verantwoord.dossier.opvang import overplaatsen
from verantwoord.dossier.opvang.kinderen import kinderen_van, record_kindbelang
from verantwoord.dossier.opvang.overplaatsen import OverplaatsingPastNiet
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol

_REGIE: Final = "Noor Haverkamp"
# How far each transfer got, as far as there are dossiers that the gate lets through.
_STANDEN: Final = ("gevraagd", "akkoord", "vraag", "overgedragen")
_GEZINNEN: Final = 4
_BELANG: Final = {
    "school": "Gaat naar school bij het azc en heeft daar vrienden. De juf maakt een brief voor een nieuwe school.",
    "gezondheid": "Moet goed kunnen slapen en eten. De jeugdarts ziet het kind over een maand weer.",
    "band": "Is het liefst bij de ouders. Belt elke week met oma.",
    "veiligheid": "Wil een eigen bed en een plek om huiswerk te maken.",
    "eigen_woorden": "Als we gaan, wil ik mijn tekeningen meenemen. Allemaal.",
    "niet_gehoord": "",
}


def laat_opvang_zien(vandaag: date) -> None:
    """Let Noor and the COA do what they would have done; through the same acts and gates, so that nothing is made up."""
    door = Medewerker.objects.filter(naam=_REGIE).first()
    if door is None:
        return
    with transactie_van(door), als_systeem(), gebundeld():
        _vraag_plaatsen(door, vandaag)
        _leg_belangen_vast(door, vandaag)
        _laat_iemand_18_worden(door, vandaag)


def _eigen(door: Medewerker) -> Iterator[Dossier]:
    eigen = Dossier.objects.filter(regievoerder=door, gesloten_op__isnull=True, afgeschermd=False)
    yield from eigen.select_related("persoon").order_by("nummer")


def _vraag_plaatsen(door: Medewerker, vandaag: date) -> None:
    """Ask for the first dossiers that the gate lets through, and take each a step further than the one before."""
    standen = iter(_STANDEN)
    stand = next(standen)
    for dossier in _eigen(door):
        woont = [p for p in beeld_of(dossier.pk).opvang.verblijfplaatsen if p.tot is None]
        casemanager = _casemanager(woont[0].locatie) if woont and woont[0].soort == "azc" else None
        if casemanager is None:
            continue
        try:
            with transaction.atomic():
                rij = _vraag(door, dossier, vandaag)
                _breng_tot(rij, stand, door=door, coa=casemanager, vandaag=vandaag)
        except (NormBlokkeert, OverplaatsingPastNiet):
            continue
        stand = next(standen, "")
        if not stand:
            return


def _casemanager(locatie: str) -> Medewerker | None:
    coa = Medewerker.objects.filter(rol=Rol.COA, is_active=True, team__locaties__contains=[locatie])
    return coa.order_by("naam").first()


def _vraag(door: Medewerker, dossier: Dossier, vandaag: date) -> Overplaatsing:
    return overplaatsen.ask_overplaatsing(
        door=door,
        dossier_id=dossier.pk,
        versie=dossier.versie,
        samen={},
        naar="vbl",
        locatie="Ter Apel",
        gewenst_op=vandaag + timedelta(days=12),
        antwoord_voor=vandaag + timedelta(days=4),
        toelichting="Een kamer voor één persoon. De gesprekken gaan in Ter Apel door.",
        zicht_op_terugkeer="Het reisdocument is aangevraagd en de persoon werkt mee. De reis kan binnen twaalf weken.",
        maatregel=f"VBM-{vandaag.year}-{dossier.nummer[-4:]}",
        maatregel_op=vandaag - timedelta(days=1),
        peildatum=vandaag,
    )


def _breng_tot(rij: Overplaatsing, stand: str, *, door: Medewerker, coa: Medewerker, vandaag: date) -> None:
    wie: dict[str, Any] = {"dossier_id": rij.dossier_id, "overplaatsing_id": rij.pk, "peildatum": vandaag}
    if stand == "vraag":
        overplaatsen.question_overplaatsing(
            door=coa, vraag="Komt er bagage mee, en hoe laat komt de bus aan?", **wie
        )
    if stand in {"akkoord", "overgedragen"}:
        overplaatsen.accept_overplaatsing(door=coa, toelichting="Kamer in gebouw C.", **wie)
        overplaatsen.hand_over(
            door=coa, wat="Besproken met de casemanager in Ter Apel.", recht=Recht.OPVANG_BESLUITEN, **wie
        )
    if stand == "overgedragen":
        overplaatsen.hand_over(door=door, wat="Plan en afspraken doorgenomen met de nieuwe collega.", **wie)


def _leg_belangen_vast(door: Medewerker, vandaag: date) -> None:
    gezinnen = 0
    for dossier in _eigen(door):
        s = Stand(beeld_of(dossier.pk), vandaag, geldende_parameters().op(vandaag))
        kinderen = [kind for kind in kinderen_van(s) if kind.plaats is not None and kind.achttien_op]
        for kind in kinderen:
            record_kindbelang(
                door=door,
                dossier_id=dossier.pk,
                kind=kind.plaats,
                op=vandaag - timedelta(days=6),
                peildatum=vandaag,
                **_BELANG,
            )
        gezinnen += bool(kinderen)
        if gezinnen == _GEZINNEN:
            return


def _laat_iemand_18_worden(door: Medewerker, vandaag: date) -> None:
    """Let the oldest child of one family turn 18 in seven weeks: in its own file and in those of the others."""
    kinderen = Gezinslid.objects.filter(
        persoon__dossiers__in=[dossier.pk for dossier in _eigen(door)], relatie="kind", v_nummer__isnull=False
    )
    oudste = kinderen.order_by("geboortedatum").first()
    if oudste is None:
        return
    dag = vandaag + timedelta(weeks=7)
    geboren = date(dag.year - 18, dag.month, min(dag.day, 28)).isoformat()
    Gezinslid.objects.filter(v_nummer=oudste.v_nummer).update(geboortedatum=geboren)
    Persoon.objects.filter(v_nummer=oudste.v_nummer).update(geboortedatum=geboren)
    familie = Dossier.objects.filter(
        Q(persoon__v_nummer=oudste.v_nummer) | Q(persoon__gezin__v_nummer=oudste.v_nummer)
    )
    herbeoordeel(list(familie.distinct().values_list("pk", flat=True)), peildatum=vandaag)
