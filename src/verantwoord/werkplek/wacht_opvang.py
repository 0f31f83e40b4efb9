"""What waits for a person about where somebody lives: a transfer, a child that turns 18, the end of twelve weeks."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.dossier.models import Overplaatsing
from verantwoord.dossier.opvang import tonen
from verantwoord.dossier.opvang.kinderen import worden_achttien
from verantwoord.dossier.opvang.queries import achttien_besproken, lopende_overplaatsing
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.watnu import Plicht, Punt

_OVERPLAATSING: Final = "overplaatsing-compleet-dossier"
_KINDEREN: Final = "gezinslocatie-ferreira"


def overplaatsing(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Iterator[Plicht]:
    """What the regievoerder owes in a transfer that runs; while the COA still has its days, nothing.

    In Dutch whatever the page speaks, as every duty is.
    """
    rij = lopende_overplaatsing(dossier_id, viewer=viewer)
    if rij is None:
        return
    stap, titel, uitleg, datum = _wat_wacht(rij)
    if rij.stand == Overplaatsing.Stand.GEVRAAGD and op <= rij.antwoord_voor:
        return
    if rij.stand == Overplaatsing.Stand.OVERGEDRAGEN and op < rij.gewenst_op:
        return
    if stap == "overdracht" and "dtv" in tonen.overdragers(rij):
        return
    yield Plicht(
        titel=titel,
        uitleg=uitleg,
        datum=datum,
        bron=_bron(_OVERPLAATSING),
        actie=_("Open de overplaatsing"),
        actie_url=reverse("dossier:overplaatsing", args=[dossier_id, rij.pk, stap])
        if stap
        else reverse("dossier:opvang", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )


def _wat_wacht(rij: Overplaatsing) -> tuple[str, str, str, date]:
    if rij.stand == Overplaatsing.Stand.VRAAG:
        return (
            "reactie",
            "De vraag van het COA over de overplaatsing beantwoorden",
            f"Het COA stelde een vraag over de plaats in {rij.locatie}. Tot uw antwoord gebeurt er niets.",
            rij.antwoord_voor,
        )
    if rij.stand == Overplaatsing.Stand.AKKOORD:
        return (
            "overdracht",
            "Het dossier overdragen voor de overplaatsing",
            f"Het COA heeft een plaats in {rij.locatie} gereserveerd. U en de casemanager dragen ieder zelf over.",
            rij.gewenst_op,
        )
    if rij.stand == Overplaatsing.Stand.OVERGEDRAGEN:
        return (
            "aankomst",
            "Vastleggen of de vreemdeling is aangekomen",
            f"De vreemdeling werd op {voluit(rij.gewenst_op)} in {rij.locatie} verwacht. Er verandert niets vanzelf.",
            rij.gewenst_op,
        )
    return (
        "",
        "Het COA vragen te antwoorden over de overplaatsing",
        f"U vroeg het COA om antwoord voor {voluit(rij.antwoord_voor)}. Het COA heeft nog niet geantwoord.",
        rij.antwoord_voor,
    )


def achttien(s: Stand, dossier_id: UUID) -> Iterator[Plicht]:
    """Each child that turns 18 within ninety days, until it was discussed what then changes."""
    kinderen = worden_achttien(s)
    if not kinderen:
        return
    besproken = achttien_besproken(dossier_id)
    for kind in kinderen:
        if kind.plaats in besproken or kind.achttien_op is None:
            continue
        wie = "De vreemdeling" if kind.plaats is None else "Iemand van het gezin"
        yield Plicht(
            titel="Bespreken wat verandert als iemand 18 wordt",
            uitleg=f"{wie} wordt op {voluit(kind.achttien_op)} 18. Bespreek voor die dag wat er dan verandert.",
            datum=kind.achttien_op,
            bron=_bron(_KINDEREN),
            actie=_("Bekijk wat er verandert"),
            actie_url=reverse("dossier:achttien", args=[dossier_id, kind.sleutel]),
            afwijking="",
            afwijken_url="",
        )


def vbl(s: Stand, dossier_id: UUID) -> Iterator[Punt]:
    """That the twelve weeks in a vbl end within three weeks and the LKO has not decided; past them the norm itself asks."""
    weken = tonen.vblweken(s)
    if weken is None or not weken.waarschuwing or weken.tot < s.op:
        return
    yield Punt(
        titel=_("Bereid het besluit van het LKO over de vbl voor."),
        uitleg=weken.waarschuwing,
        actie=_("Bekijk de weken"),
        actie_url=reverse("dossier:opvang", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )


def _bron(norm: str) -> str:
    return "; ".join(bron_in_woorden(bron) for bron in REGISTER[norm].bron[:2])
