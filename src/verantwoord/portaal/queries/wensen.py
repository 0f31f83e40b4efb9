"""My wishes: what I said, what became of it, and until when an answer is owed."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.dossier.queries import onthouden_of
from verantwoord.kern.kalender import plus_dagen
from verantwoord.ondersteuning.actions import mag_intrekken
from verantwoord.ondersteuning.keuzes import Soort, Vervolg
from verantwoord.ondersteuning.models import Wens
from verantwoord.portaal.taal import Zin, zin, zin_lui
from verantwoord.toegang.rechten import Portaalrol

SOORTEN: Final = {
    Soort.ONDERNEMEN: zin_lui("Een eigen bedrijf"),
    Soort.WERK: zin_lui("Werk"),
    Soort.OPLEIDING: zin_lui("Een opleiding"),
    Soort.ONDERWIJS_KINDEREN: zin_lui("School voor mijn kinderen"),
    Soort.MEDISCHE_ZORG: zin_lui("Zorg van een dokter"),
    Soort.ONDERDAK: zin_lui("Een plek om te wonen"),
    Soort.VEILIGHEID: zin_lui("Veilig zijn"),
    Soort.GELD: zin_lui("Geld"),
    Soort.BAGAGE: zin_lui("Mijn spullen meenemen"),
    Soort.TIJD: zin_lui("Meer tijd"),
    Soort.DERDE_LAND: zin_lui("Naar een ander land"),
    Soort.OVERIG: zin_lui("Iets anders"),
}


@dataclass(frozen=True, kw_only=True)
class Eigenwens:
    """One wish. ``antwoord`` is as it was written, in Dutch; ``nieuw`` while the person did not say it was read.

    ``mijn``: whether this account may take it back.
    """

    id: UUID
    soort: str
    woorden: str
    op: date
    uitkomst: Zin | None
    antwoord: str
    antwoord_op: date | None
    nieuw: bool
    mijn: bool
    uiterlijk_op: date | None
    te_laat: bool
    ingetrokken_op: date | None


@dataclass(frozen=True, kw_only=True)
class Wensenblad:
    wensen: tuple[Eigenwens, ...]


def wensenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Wensenblad:
    """Every wish, the newest first."""
    dagen = geldende_parameters().op(op)["vertrekwens-vastleggen.opvolging"]
    geuit = Wens.objects.filter(dossier=dossier_id).exclude(soort=Soort.GEEN_WENS_GEUIT)
    wensen = onthouden_of(dossier_id, viewer=viewer, op=op).zonder(geuit, "beeld.wensen")
    return Wensenblad(
        wensen=tuple(_wens(wens, dagen, op, viewer) for wens in wensen.order_by("-geuit_op", "-volgorde"))
    )


def _wens(wens: Wens, dagen: int, op: date, viewer: Portaalaccount) -> Eigenwens:
    uiterlijk = plus_dagen(wens.geuit_op, dagen) if wens.is_open else None
    return Eigenwens(
        id=wens.pk,
        soort=str(SOORTEN[Soort(wens.soort)]),
        woorden=wens.omschrijving,
        op=wens.geuit_op,
        uitkomst=_uitkomst(wens.vervolg),
        antwoord=wens.antwoord,
        antwoord_op=wens.vervolg_op,
        nieuw=wens.wacht_op_vertellen and viewer.rol == Portaalrol.PERSOON,
        mijn=mag_intrekken(wens, door=viewer),
        uiterlijk_op=uiterlijk,
        te_laat=uiterlijk is not None and uiterlijk < op,
        ingetrokken_op=wens.ingetrokken_op,
    )


def _uitkomst(vervolg: str | None) -> Zin | None:
    if vervolg is None:
        return None
    return {
        Vervolg.TOEGEKEND: zin("Wij zeggen ja."),
        Vervolg.DOORVERWEZEN: zin("Een andere organisatie helpt u hiermee."),
        Vervolg.UITGELEGD: zin("Wij leggen uit wat er kan."),
        Vervolg.AFGEWEZEN: zin("Dit kan niet."),
        Vervolg.VERVULD: zin("Dit is gelukt."),
    }[Vervolg(vervolg)]
