"""The talks of one dossier as rows of a page: each of the three fixed ones in its place, then all others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.vertrekgesprek.keuzes import Moment, Status
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.talen import taalnaam
from verantwoord.vertrekgesprek.verslag import MET_TOLK
from verantwoord.vertrekgesprek.voorstel import Voorstel

VASTE_MOMENTEN: Final = (Moment.EERSTE, Moment.TWEEDE, Moment.DERDE)


@dataclass(frozen=True, kw_only=True)
class Gespreksregel:
    """One row: its mark and word, and the talk it stands for, if there is one."""

    naam: str
    teken: str
    stand: str
    toelichting: str = ""
    gesprek: Gesprek | None = None
    dag: date | None = None

    @property
    def taal_en_tolk(self) -> str:
        if self.gesprek is None:
            return ""
        gesprek = self.gesprek
        tolk = gesprek.get_tolk_display() if gesprek.tolk else gesprek.get_tolk_gepland_display()
        return ", ".join(deel for deel in (taalnaam(gesprek.taal), str(tolk).lower()) if deel)


def vaste_regels(
    gesprekken: Sequence[Gesprek], voorstellen: Sequence[Voorstel], vandaag: date
) -> list[Gespreksregel]:
    """Always three rows, also where nothing is planned yet. ``gesprekken`` come newest first."""
    return [
        regel_van(gesprek, vandaag)
        if (gesprek := vast_gesprek(gesprekken, moment)) is not None
        else _nog_niets(moment, voorstellen, vandaag)
        for moment in VASTE_MOMENTEN
    ]


def andere_regels(gesprekken: Sequence[Gesprek], vandaag: date) -> list[Gespreksregel]:
    """Extra talks and those that did not take place, newest first."""
    vaste = {
        gesprek.pk for moment in VASTE_MOMENTEN if (gesprek := vast_gesprek(gesprekken, moment)) is not None
    }
    return [regel_van(gesprek, vandaag) for gesprek in gesprekken if gesprek.pk not in vaste]


def vast_gesprek(gesprekken: Sequence[Gesprek], moment: Moment) -> Gesprek | None:
    """The talk that stands for a fixed moment: the newest one that is planned or held."""
    return next(
        (g for g in gesprekken if g.moment == moment and g.status in {Status.GEPLAND, Status.GEVOERD}), None
    )


def regel_van(gesprek: Gesprek, vandaag: date) -> Gespreksregel:
    teken, stand, toelichting = _stand_van(gesprek, vandaag)
    return Gespreksregel(
        naam=str(gesprek.get_moment_display()),
        teken=teken,
        stand=stand,
        toelichting=toelichting,
        gesprek=gesprek,
        dag=gesprek.gevoerd_op or gesprek.gepland_op,
    )


def _stand_van(gesprek: Gesprek, vandaag: date) -> tuple[str, str, str]:
    naam = str(gesprek.get_status_display())
    if gesprek.status == Status.GEPLAND:
        if gesprek.gepland_op is not None and gesprek.gepland_op < vandaag:
            return (
                "te-laat",
                _("Nog niet vastgelegd"),
                _("De dag is voorbij. Leg vast of het gesprek er was."),
            )
        return "gepland", naam, _("De tolk is nog niet besteld.") if wacht_op_tolk(gesprek) else ""
    if gesprek.status != Status.GEVOERD:
        return "niet-aan-de-orde", naam, gesprek.status_reden
    if not verstaanbaar(gesprek):
        return "aanwijzing", _("Gevoerd, telt niet"), _("Er was geen tolk en geen gemeenschappelijke taal.")
    if not gesprek.is_afgerond:
        return "nu", _("Verslag nog niet af"), ""
    return "gedaan", naam, ""


def wacht_op_tolk(gesprek: Gesprek) -> bool:
    """Whether a planned talk needs an interpreter whom nobody has ordered."""
    besteld = gesprek.tolk_besteld_op is not None or bool(gesprek.tolk_bestelling)
    return gesprek.tolk_gepland in MET_TOLK and not besteld


def verstaanbaar(gesprek: Gesprek) -> bool:
    """Whether people could understand each other in a held talk; unknown is not held against it (norm gesprek-tolk)."""
    return gesprek.gemeenschappelijke_taal is not False or gesprek.tolk not in {"geen", "niet_verschenen"}


def _nog_niets(moment: Moment, voorstellen: Sequence[Voorstel], vandaag: date) -> Gespreksregel:
    voorstel = next((v for v in voorstellen if v.moment == moment), None)
    if voorstel is None:
        return Gespreksregel(
            naam=str(moment.label), teken="niet-aan-de-orde", stand=_("Nog niet aan de orde")
        )
    te_laat = voorstel.uiterlijk_op is not None and voorstel.uiterlijk_op < vandaag
    return Gespreksregel(
        naam=str(moment.label),
        teken="te-laat" if te_laat else "ontbreekt",
        stand=_("Te laat") if te_laat else _("Nog te plannen"),
        toelichting=voorstel.reden,
    )


@dataclass(frozen=True, kw_only=True)
class Afspraakregel:
    """One agreement of a finished talk and whether it was kept."""

    gesprek_id: UUID
    nummer: int
    wie: str
    wat: str
    uiterlijk: date
    gedaan_op: date | None


def afspraken_van_alle(gesprekken: Iterable[Gesprek]) -> list[Afspraakregel]:
    """The agreements of talks that were read with ``queries.gesprekken_of``."""
    regels = [regel for gesprek in gesprekken if gesprek.is_afgerond for regel in afspraken_van(gesprek)]
    return sorted(regels, key=lambda regel: (regel.gedaan_op is not None, regel.uiterlijk))


def afspraken_van(gesprek: Gesprek) -> Iterator[Afspraakregel]:
    """The agreements of one talk, with ``afspraken_gedaan`` read beforehand."""
    gedaan = {rij.nummer: rij.gedaan_op for rij in gesprek.afspraken_gedaan.all()}
    for nummer, afspraak in enumerate(gesprek.afspraken):
        yield Afspraakregel(
            gesprek_id=gesprek.pk,
            nummer=nummer,
            wie=afspraak["wie"],
            wat=afspraak["wat"],
            uiterlijk=date.fromisoformat(afspraak["uiterlijk"]),
            gedaan_op=gedaan.get(nummer),
        )
