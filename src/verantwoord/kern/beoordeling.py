"""What the norms say of one dossierbeeld on one peildatum.

:func:`beoordeel` is the one entrance to the norms: a click, a command on a file and a batch over a million
dossiers all ask here. It has no clock and changes nothing.
"""

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from verantwoord.kern.antwoord import (
    FORMAAT,
    Antwoord,
    Beoordeling,
    Bevinding,
    Gevolg,
    Handeling,
    Termijn,
    niet_van_toepassing,
)
from verantwoord.kern.dossierbeeld import Afwijking, Dossierbeeld
from verantwoord.kern.fase import bepaal_fase
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import DOSSIERNORMEN, Norm
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
_MAG: Final = {handeling: Handeling(handeling, mag=True) for handeling in HANDELINGEN}
_NIETS: Final[tuple[str, ...]] = ()


def beoordeel(beeld: Dossierbeeld, *, peildatum: date, parameters: Parameters = STANDAARD) -> Beoordeling:
    """Let every norm about a dossier answer for ``beeld`` as it stood on ``peildatum``.

    Facts dated after the peildatum do not exist for the answer. An approved deviation leaves the oordeel of
    its norm as it is, but lets that norm block nothing.
    """
    return beoordeel_stand(Stand(beeld, peildatum, parameters.op(peildatum)), regelset=parameters.regelset)


def beoordeel_stand(stand: Stand, *, regelset: str) -> Beoordeling:
    """As :func:`beoordeel`, for who also asks the facts themselves and need not work them out twice."""
    afgeweken = {a.norm for a in stand.afwijkingen}
    bevindingen = []
    geblokkeerd: dict[str, list[str]] = {}
    for norm_id, vraag, gevolg, bron, kan_blokkeren, afwijking_mogelijk in _vragen(stand.op):
        antwoord = vraag(stand)
        oordeel, uitleg, blokkeert = antwoord.oordeel, antwoord.uitleg, _NIETS
        if kan_blokkeren and (oordeel == "niet_voldaan" or oordeel == "onbekend"):  # noqa: PLR1714 - twice as fast as `in`
            blokkeert = kan_blokkeren
        if afwijking_mogelijk and norm_id in afgeweken:
            afwijking = stand.geldige_afwijking(norm_id)
            if afwijking is not None:
                blokkeert = _NIETS
                uitleg = f"{uitleg} {_noem(afwijking)}"
        for handeling in blokkeert:
            geblokkeerd.setdefault(handeling, []).append(norm_id)
        bevindingen.append(
            Bevinding(
                norm_id,
                oordeel,
                gevolg,
                uitleg,
                bron,
                regelset,
                blokkeert,
                antwoord.uiterlijk_op,
                antwoord.ontbreekt,
            )
        )
    return Beoordeling(
        schema=FORMAAT,
        dossiernummer=stand.beeld.dossiernummer,
        peildatum=stand.op,
        fase=bepaal_fase(stand),
        bevindingen=tuple(bevindingen),
        termijnen=stand.termijnen,
        handelingen=tuple([_handeling(h, geblokkeerd) for h in HANDELINGEN]),
    )


class _Vraag(NamedTuple):
    """What is needed to ask one norm and to write its Bevinding, taken out of the loop over dossiers."""

    norm: str
    functie: Functie
    gevolg: Gevolg
    bron: tuple[str, ...]
    blokkeert: tuple[str, ...]
    afwijking_mogelijk: bool


@lru_cache(maxsize=1024)
def _vragen(op: date) -> tuple[_Vraag, ...]:
    """List the norms to ask on ``op``; one that does not exist that day always gives the same answer."""
    return tuple(
        _Vraag(
            n.id,
            n.functie if n.functie is not None and n.geldt_op(op) else _altijd(_buiten_geldigheid(n, op)),
            n.gevolg,
            n.bron,
            n.blokkeert,
            n.afwijking_mogelijk,
        )
        for n in DOSSIERNORMEN
    )


def _altijd(antwoord: Antwoord) -> Functie:
    return lambda _: antwoord


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


def _handeling(handeling: str, geblokkeerd: dict[str, list[str]]) -> Handeling:
    door = geblokkeerd.get(handeling)
    return _MAG[handeling] if door is None else Handeling(handeling, mag=False, geblokkeerd_door=tuple(door))
