"""What the norms say of one dossierbeeld on one peildatum.

:func:`beoordeel` is the one entrance to the norms: a click, a command on a file and a batch over a million
dossiers all ask here. It has no clock and changes nothing.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec.structs import replace

from verantwoord.kern.antwoord import (
    FORMAAT,
    Antwoord,
    Beoordeling,
    Bevinding,
    Handeling,
    Termijn,
    niet_van_toepassing,
)
from verantwoord.kern.dossierbeeld import Afwijking, Dossierbeeld
from verantwoord.kern.fase import bepaal_fase
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import DOSSIERNORMEN, NORMEN, Norm
from verantwoord.kern.normen.register import Functie
from verantwoord.kern.parameters import STANDAARD, Parameters
from verantwoord.kern.termijnen import Stand

__all__ = ["HANDELINGEN", "Beoordeling", "Bevinding", "Handeling", "Termijn", "beoordeel"]

# Every act that norms can block, with its meaning, in the order of the contract.
HANDELINGEN: Final = {
    "dossier_openen": "het dossier in dit proces in behandeling nemen",
    "lp_verzenden": "LP-aanvraag (of enig ander contact) naar de autoriteiten van het herkomstland",
    "presentatie_plannen": "presentatie bij de vertegenwoordiging van het herkomstland",
    "medische_gegevens_opvragen": "medische gegevens opvragen",
    "vertrekplan_vaststellen": "een versie van het vertrekplan vaststellen",
    "overplaatsen_vbl": "overplaatsing naar een vrijheidsbeperkende locatie",
    "overplaatsen_gl": "overplaatsing naar een gezinslocatie",
    "opvang_beeindigen": "de opvang van deze persoon of dit gezin beëindigen",
    "gedwongen_vertrek_starten": "overgaan van zelfstandig naar gedwongen vertrek",
    "bewaring_voorstellen": "inbewaringstelling voorstellen",
    "bewaring_opleggen": "inbewaringstelling opleggen",
    "zelfstandig_vertrek_boeken": "een reis boeken voor iemand die zelf wil vertrekken",
    "gedwongen_vertrek_boeken": "een reis boeken voor gedwongen vertrek",
    "zelfstandig_vertrek_uitvoeren": "het zelfstandige vertrek laten plaatsvinden",
    "gedwongen_vertrek_uitvoeren": "het gedwongen vertrek uitvoeren",
    "sluiten_ongecontroleerd": "sluiten als ongecontroleerd vertrek (MOB)",
    "sluiten_vertrokken": "sluiten als aantoonbaar vertrokken",
}
_HOUDT_TEGEN: Final = frozenset({"niet_voldaan", "onbekend"})


def beoordeel(beeld: Dossierbeeld, *, peildatum: date, parameters: Parameters = STANDAARD) -> Beoordeling:
    """Let every norm about a dossier answer for ``beeld`` as it stood on ``peildatum``.

    Facts dated after the peildatum do not exist for the answer. An approved deviation leaves the oordeel of
    its norm as it is, but lets that norm block nothing.
    """
    return beoordeel_stand(Stand(beeld, peildatum, parameters.op(peildatum)), regelset=parameters.regelset)


def beoordeel_stand(stand: Stand, *, regelset: str) -> Beoordeling:
    """As :func:`beoordeel`, for who also asks the facts themselves and need not work them out twice."""
    bevindingen = [
        vast(antwoord) or _bevinding(norm, antwoord, regelset)
        for norm, vraag, vast in _vragen(stand.op, regelset)
        for antwoord in [vraag(stand)]
    ]
    if stand.afwijkingen:
        afgeweken = {afwijking.norm for afwijking in stand.afwijkingen}
        bevindingen = [_met_afwijking(b, stand) if b.norm in afgeweken else b for b in bevindingen]
    blokkerend = [b.norm for b in bevindingen if b.blokkeert]
    return Beoordeling(
        schema=FORMAAT,
        dossiernummer=stand.beeld.dossiernummer,
        peildatum=stand.op,
        fase=bepaal_fase(stand),
        bevindingen=tuple(bevindingen),
        termijnen=stand.termijnen,
        handelingen=_handelingen(tuple(blokkerend)),
    )


@lru_cache(maxsize=4096)
def _handelingen(blokkerend: tuple[str, ...]) -> tuple[Handeling, ...]:
    """Tell of every act whether it may be done; dossiers stopped by the same norms share the answer."""
    return tuple(
        Handeling(handeling, mag=not door, geblokkeerd_door=door)
        for handeling in HANDELINGEN
        for door in [tuple(norm for norm in blokkerend if handeling in NORMEN[norm].blokkeert)]
    )


def _bevinding(norm: Norm, antwoord: Antwoord, regelset: str) -> Bevinding:
    """Put the metadata of a norm beside its answer."""
    return Bevinding(
        norm.id,
        antwoord.oordeel,
        norm.gevolg,
        antwoord.uitleg,
        norm.bron,
        regelset,
        norm.blokkeert if antwoord.oordeel in _HOUDT_TEGEN else (),
        antwoord.uiterlijk_op,
        antwoord.ontbreekt,
    )


def _met_afwijking(bevinding: Bevinding, stand: Stand) -> Bevinding:
    """Let an approved deviation stop the norm from blocking, and name it; not where no deviation is possible."""
    afwijking = stand.geldige_afwijking(bevinding.norm)
    if afwijking is None or not NORMEN[bevinding.norm].afwijking_mogelijk:
        return bevinding
    return replace(bevinding, uitleg=f"{bevinding.uitleg} {_noem(afwijking)}", blokkeert=())


class _Vraag(NamedTuple):
    """One norm to ask, with the Bevindingen for the answers it gives in the same words to everyone."""

    norm: Norm
    functie: Functie
    vast: Callable[[Antwoord], Bevinding | None]


@lru_cache(maxsize=1024)
def _vragen(op: date, regelset: str) -> tuple[_Vraag, ...]:
    """List the norms to ask on ``op``; one that does not exist that day always gives the same answer."""
    return tuple(_vraag(n, n.functie, op, regelset) for n in DOSSIERNORMEN if n.functie is not None)


def _vraag(norm: Norm, functie: Functie, op: date, regelset: str) -> _Vraag:
    if not norm.geldt_op(op):
        buiten = _buiten_geldigheid(norm, op)
        return _Vraag(norm, lambda _: buiten, {buiten: _bevinding(norm, buiten, regelset)}.get)
    # Answers that name no fact are constants of the norm's module; they live as long as the program.
    vaste_antwoorden = [a for a in functie.__globals__.values() if isinstance(a, Antwoord)]
    return _Vraag(norm, functie, {a: _bevinding(norm, a, regelset) for a in vaste_antwoorden}.get)


def _buiten_geldigheid(norm: Norm, op: date) -> Antwoord:
    if norm.geldig_van is not None and op < norm.geldig_van:
        return niet_van_toepassing(f"Deze regel geldt pas vanaf {voluit(norm.geldig_van)}.")
    tot = norm.geldig_tot or op
    return niet_van_toepassing(f"Deze regel gold tot en met {voluit(tot)}.")


def _noem(afwijking: Afwijking) -> str:
    """Name an approved deviation; both dates are recorded, or it would not be valid."""
    van, tot = afwijking.goedgekeurd_op, afwijking.geldig_tot
    periode = f" op {voluit(van)}" if van else ""
    einde = f" tot en met {voluit(tot)}" if tot else ""
    return f"Van deze regel is met een reden afgeweken. Dat is{periode} goedgekeurd en geldt{einde}; zolang houdt deze regel niets tegen."
