"""Support in a demo: a budget with contributions in each state, another country that lets somebody in, the DIA at work."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from verantwoord.dossier.afscherming.acties import shield_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern import dossierbeeld as kern
from verantwoord.ondersteuning import actions
from verantwoord.ondersteuning.models import Bijdrage, DerdeLand
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol

_REGIE: Final = "Noor Haverkamp"
# Of another team, with a log-in that the demo prints.
_TWEEDE: Final = "Marjan Peeters"
_BIJDRAGEN: Final = (
    ("Gereedschap om weer als lasser te kunnen werken.", "450.00", "betaald"),
    ("Een koffer extra en het vervoer naar het vliegveld.", "120.00", "opgedragen"),
    ("Een cursus van zes weken, met een bewijs aan het eind.", "900.00", "goedgekeurd"),
    ("Een telefoon om de familie te bereiken na aankomst.", "150.00", ""),
)
_REGELINGEN: Final = (
    ("aankomst", "Iemand die ophaalt op het vliegveld en meereist naar het huis van de familie.", "opgepakt"),
    ("onderdak", "Een kamer voor de eerste drie maanden, dicht bij de familie.", ""),
)


def laat_steun_zien(vandaag: date) -> None:
    """Let Noor, her manager and the DIA do what they would have done, through the same acts."""
    door = Medewerker.objects.filter(naam=_REGIE).select_related("team").first()
    if door is None:
        return
    manager = Medewerker.objects.filter(rol=Rol.MANAGER, team=door.team, is_active=True).first()
    with transactie_van(door), als_systeem(), gebundeld():
        beelden = [(dossier, beeld_of(dossier.pk)) for dossier in _eigen(door)]
        if manager is not None:
            _geef_bijdragen(beelden, door=door, manager=manager, vandaag=vandaag)
        _zoek_ander_land(beelden, door=door, vandaag=vandaag)
        _hoor_organisaties(beelden, door=door, vandaag=vandaag)
        _hoor_niets(beelden, door=door, vandaag=vandaag)
        _laat_regelen(beelden, door=door, vandaag=vandaag)
        _vraag_na(beelden, door=door, vandaag=vandaag)
        _scherm_af(beelden, door=door, vandaag=vandaag)


Beelden = Sequence[tuple[Dossier, kern.Dossierbeeld]]


def _eigen(door: Medewerker) -> Iterator[Dossier]:
    eigen = Dossier.objects.filter(regievoerder=door, gesloten_op__isnull=True, afgeschermd=False)
    yield from eigen.select_related("persoon").order_by("nummer")


def _geef_bijdragen(beelden: Beelden, *, door: Medewerker, manager: Medewerker, vandaag: date) -> None:
    actions.set_begroting(
        door=manager, jaar=vandaag.year, bedrag=Decimal("7500.00"), reden="Zo staat het in het jaarplan.",
        versie=0, peildatum=vandaag, eigen_team=True,
    )  # fmt: skip
    met_wens = [dossier for dossier, beeld in beelden if beeld.wensen]
    for dossier, (waarvoor, bedrag, stand) in zip(met_wens, _BIJDRAGEN, strict=False):
        wie: dict[str, Any] = {"dossier_id": dossier.pk, "peildatum": vandaag}
        rij = actions.request_bijdrage(
            **wie, door=door, vorm="geld", waarvoor=waarvoor, bedrag=Decimal(bedrag),
            op=max(dossier.ontvangen_op, vandaag - timedelta(days=9)),
        )  # fmt: skip
        if stand:
            rij = actions.decide_bijdrage(
                **wie, door=manager, bijdrage_id=rij.pk, versie=rij.versie, besluit="toegekend",
                reden="Dit past bij de wens en bij het plan.", bedrag=Decimal(bedrag),
            )  # fmt: skip
            _betaal(rij, tot=stand, door=door, vandaag=vandaag)


def _betaal(rij: Bijdrage, *, tot: str, door: Medewerker, vandaag: date) -> None:
    weg = ("opgedragen", "betaald")
    for stand in weg[: weg.index(tot) + 1] if tot in weg else ():
        rij = actions.record_betaling(
            door=door, dossier_id=rij.dossier_id, bijdrage_id=rij.pk, versie=rij.versie, peildatum=vandaag,
            stand=stand, op=vandaag, kenmerk=f"BK-{vandaag.year}-{rij.betaalstappen.count():03}",
        )  # fmt: skip


def _zoek_ander_land(beelden: Beelden, *, door: Medewerker, vandaag: date) -> None:
    """One country that let the person in, and one whose embassy has said nothing yet."""
    gekozen = (d for d, beeld in beelden if any(p.gekozen == "derde_land" for p in beeld.vertrekplannen))
    for nummer, dossier in enumerate(islice(gekozen, 2)):
        wie: dict[str, Any] = {"door": door, "dossier_id": dossier.pk}
        land = actions.begin_derde_land(**wie, land="RWA", peildatum=vandaag)
        over = wie | {"derde_land_id": land.pk}
        actions.consider_dia(
            **over, versie=1, dia_overwogen=True,
            dia_reden="De DIA vraagt na of er een plek is om te wonen en te werken.",
        )  # fmt: skip
        _antwoord(over, "gevraagd", vandaag - timedelta(days=20), vandaag)
        if nummer == 0:
            _antwoord(over, "laat_toe", vandaag - timedelta(days=6), vandaag)
            actions.add_bewijs(
                **over, versie=_versie(land), peildatum=vandaag, soort="visum", kenmerk="RW-2041-77",
                gezien_op=vandaag - timedelta(days=5), geldig_tot=vandaag + timedelta(days=85),
            )  # fmt: skip


def _antwoord(over: dict[str, Any], soort: str, op: date, vandaag: date) -> None:
    actions.record_landantwoord(
        **over, versie=_versie(DerdeLand(pk=over["derde_land_id"])), peildatum=vandaag,
        wie="Ambassade van Rwanda", soort=soort, op=op,
    )  # fmt: skip


def _versie(land: DerdeLand) -> int:
    land.refresh_from_db()
    return land.versie


def _hoor_organisaties(beelden: Beelden, *, door: Medewerker, vandaag: date) -> None:
    """The IOM goes to work and the person signed; of the others nothing was heard yet."""
    for dossier, nummer, _feit in islice(_lopend(beelden, "iom"), 2):
        wie: dict[str, Any] = {"door": door, "dossier_id": dossier.pk, "nummer": nummer, "op": vandaag}
        dossier.refresh_from_db()
        actions.record_antwoord(
            **wie, versie=dossier.versie, peildatum=vandaag, antwoord="aangenomen",
            toelichting="De IOM belt deze week voor een eerste gesprek.",
        )  # fmt: skip
        dossier.refresh_from_db()
        actions.record_bewijs(**wie, versie=dossier.versie, peildatum=vandaag)


def _hoor_niets(beelden: Beelden, *, door: Medewerker, vandaag: date) -> None:
    """One referral of three weeks ago of which nothing was heard."""
    toen = vandaag - timedelta(days=21)
    lang_genoeg = (d for d, beeld in beelden if beeld.wensen and d.ontvangen_op < toen)
    for dossier in islice(lang_genoeg, 1):
        dossier.refresh_from_db()
        actions.refer(
            door=door, dossier_id=dossier.pk, versie=dossier.versie, peildatum=toen, naar="ngo",
            toestemming=True, op=toen, organisatie="Huis voor Even",
            waarvoor="Helpen met een plek om te wonen na aankomst.",
        )  # fmt: skip


def _laat_regelen(beelden: Beelden, *, door: Medewerker, vandaag: date) -> None:
    for dossier, _nummer, _feit in islice(_lopend(beelden, "dia"), 1):
        for dagen, (soort, nodig, stand) in enumerate(_REGELINGEN):
            rij = actions.ask_regeling(
                door=door, dossier_id=dossier.pk, peildatum=vandaag, uitvoerder="dia", soort=soort, nodig=nodig,
                land=_land(dossier), nodig_op=vandaag + timedelta(days=12 + 7 * dagen),
            )  # fmt: skip
            if stand:
                actions.move_regeling(
                    door=door, dossier_id=dossier.pk, regeling_id=rij.pk, versie=rij.versie,
                    peildatum=vandaag, stand=stand, op=vandaag, tekst="De DIA zoekt iemand ter plaatse.",
                )  # fmt: skip


def _lopend(beelden: Beelden, naar: str) -> Iterator[tuple[Dossier, int, kern.Verwijzing]]:
    for dossier, beeld in beelden:
        for nummer, feit in enumerate(beeld.verwijzingen):
            if feit.naar == naar and feit.toestemming and not feit.resultaat:
                yield dossier, nummer, feit


def _land(dossier: Dossier) -> str:
    landen = [code for code in dossier.persoon.nationaliteiten if not code.startswith("XX")]
    return landen[0] if landen else "IRQ"


def _vraag_na(beelden: Beelden, *, door: Medewerker, vandaag: date) -> None:
    """What two people answered to what organisations want to know."""
    antwoorden: tuple[dict[str, bool | None], ...] = (
        {"eigen_middelen": False, "eerder_geholpen": False, "definitief": True},
        {"eigen_middelen": True, "eerder_geholpen": None, "definitief": None},
    )
    met_wens = (dossier for dossier, beeld in beelden if beeld.wensen)
    for dossier, gegeven in zip(met_wens, antwoorden, strict=False):
        dossier.refresh_from_db(fields=["versie"])
        actions.record_navraag(
            door=door, dossier_id=dossier.pk, versie=dossier.versie, peildatum=vandaag, op=vandaag,
            antwoorden=gegeven,
        )  # fmt: skip


def _scherm_af(beelden: Beelden, *, door: Medewerker, vandaag: date) -> None:
    """One dossier that only its regievoerder sees, with something that waits for the named second."""
    tweede = Medewerker.objects.filter(naam=_TWEEDE).exclude(team=door.team_id).first()
    stil = [d for d, beeld in beelden if not beeld.wensen and not beeld.overleg and not beeld.boekingen]
    if tweede is None or not stil:
        return
    dossier = stil[-1]
    shield_dossier(
        door=door,
        dossier_id=dossier.pk,
        reden="Iemand uit de omgeving van deze persoon werkt op dit kantoor.",
        tweede=tweede.pk,
    )
    actions.request_bijdrage(
        door=door, dossier_id=dossier.pk, peildatum=vandaag, vorm="geld",
        waarvoor="Vervoer naar een veilige plek.", bedrag=Decimal("60.00"), op=vandaag,
    )  # fmt: skip
