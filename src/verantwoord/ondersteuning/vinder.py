"""What the catalogue offers for the wishes in a dossier, with the conditions in words.

The answer itself is the core's (``kern.ondersteuning``); here are the rows and the words. Nothing is left out in
silence: what does not fit says why, and what nobody knows is asked in the talk.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern import dossierbeeld as feit
from verantwoord.kern import ondersteuning as kern
from verantwoord.kern.definities import Definities
from verantwoord.kern.woorden import ONDERSTEUNING
from verantwoord.ondersteuning.keuzes import Aanbieder, Eis, Mogelijkheid, Soort
from verantwoord.ondersteuning.models import Aanbod, Wens
from verantwoord.ondersteuning.queries import feiten_of, nagevraagd_of
from verantwoord.toegang.models import Medewerker

# A wish as a row of this room, or as the fact it stands for.
W = TypeVar("W", Wens, feit.Wens)
# What was answered to the questions that no fact answers.
Nagevraagd = Mapping[str, bool | None]

VOORWAARDEN: Final[Mapping[str, str | Promise]] = {
    "wens": lui("Het past bij het onderwerp van de wens"),
    "periode": lui("Het is er op dit moment"),
    "land": lui("Het is er in het land van terugkeer"),
    "gezin": lui("Wie meereist, mag meedoen"),
    "woorden": lui("De voorwaarden die in woorden bij “Voor wie en wanneer” staan"),
    "nationaliteit": lui("De nationaliteit is niet uitgesloten"),
    **{eis.value: eis.label for eis in Eis},
}
# Whoever offers the kinds of support that have an organisation of their own; for entries that do not say their kind.
_VAN: Final[Mapping[str, str]] = {
    Mogelijkheid.IOM_REAN: Aanbieder.IOM,
    Mogelijkheid.IOM_AVRR: Aanbieder.IOM,
    Mogelijkheid.NGO: Aanbieder.NGO,
    Mogelijkheid.DTV_BIJDRAGE: Aanbieder.DTV,
    Mogelijkheid.DIA: Aanbieder.DIA,
}


@dataclass(frozen=True, kw_only=True)
class Steun:
    """One entry with the answer of the finder, each condition in words."""

    aanbod: Aanbod
    vondst: kern.Vondst

    @property
    def past(self) -> bool:
        return self.vondst.uitkomst == "past"

    @property
    def na_te_vragen(self) -> bool:
        return self.vondst.uitkomst == "onbekend"

    @property
    def past_niet(self) -> bool:
        return self.vondst.uitkomst == "past_niet"

    @property
    def over_iets_anders(self) -> bool:
        """Whether the entry is about another subject than the wish, which leaves nothing to explain."""
        return "wens" in self.vondst.met("niet_voldaan")

    @property
    def voldaan(self) -> list[str]:
        return self._woorden("voldaan")

    @property
    def niet_voldaan(self) -> list[str]:
        return self._woorden("niet_voldaan")

    @property
    def onbekend(self) -> list[str]:
        return self._woorden("onbekend")

    def _woorden(self, oordeel: kern.Oordeel) -> list[str]:
        return [str(VOORWAARDEN[naam]) for naam in self.vondst.met(oordeel)]


@dataclass(frozen=True, kw_only=True)
class Bespreekpunt:
    """A kind of support that no talk dealt with yet, and what the catalogue has of it for this person."""

    mogelijkheid: str
    naam: str
    steun: list[Steun]


@dataclass(frozen=True, kw_only=True)
class Portaalsteun:
    """All that a person reads of an entry in the portal: there is no other field to show.

    The conditions go by their name, so that the portal says them to the person in their language: the words of the
    catalogue are for who works here, as are its other conditions and how to reach the organisation.
    """

    titel: str
    organisatie: str
    wat: str
    past: bool
    niet_voldaan: tuple[str, ...]
    na_te_vragen: tuple[str, ...]


def vind_steun(
    wensen: Collection[W],
    beeld: feit.Dossierbeeld,
    *,
    viewer: Medewerker,
    peildatum: date,
    nagevraagd: Nagevraagd | None = None,
) -> list[tuple[W, list[Steun]]]:
    """For each wish every entry about its subject: what fits, what has something unknown, what does not fit.

    One question of the catalogue however many wishes there are. A wish that is none ("geen wens geuit") has no answer.
    """
    gevraagd = [wens for wens in wensen if wens.soort != Soort.GEEN_WENS_GEUIT]
    if not gevraagd:
        return []
    zoek = _Zoeker(Aanbod.objects.visible_to(viewer).geldig(peildatum), beeld, peildatum, nagevraagd)
    return [(wens, zoek.over(wens.soort)) for wens in gevraagd]


def steun_van_dossier(
    dossier_id: UUID, *, viewer: Medewerker, peildatum: date
) -> list[tuple[feit.Wens, list[Steun]]]:
    """For each wish of a dossier what fits or has to be asked. Raises ``Dossier.DoesNotExist`` when it is not the viewer's."""
    beeld = feiten_of(dossier_id, viewer=viewer)
    gevonden = vind_steun(
        beeld.wensen,
        beeld,
        viewer=viewer,
        peildatum=peildatum,
        nagevraagd=nagevraagd_of(dossier_id, viewer=viewer),
    )
    return [(wens, [een for een in steun if not een.past_niet]) for wens, steun in gevonden]


def niet_besproken(
    beeld: feit.Dossierbeeld, *, viewer: Medewerker, peildatum: date, nagevraagd: Nagevraagd | None = None
) -> list[Bespreekpunt]:
    """The kinds of support of the norm that no talk that counts dealt with, and what there is of each.

    For whoever has no wish yet every entry is listed, with its subject as something to ask.
    """
    zoek = _Zoeker(Aanbod.objects.visible_to(viewer).geldig(peildatum), beeld, peildatum, nagevraagd)
    besproken = {optie for g in zoek.definities.tellende_gesprekken for optie in g.opties_besproken}
    soorten = {wens.soort for wens in beeld.wensen} - {Soort.GEEN_WENS_GEUIT}
    return [
        Bespreekpunt(
            mogelijkheid=soort,
            naam=str(Mogelijkheid(soort).label),
            steun=list(zoek.van_soort(soort, soorten or {None})),
        )
        for soort in ONDERSTEUNING
        if soort not in besproken
    ]


def steun_voor_portaal(
    soort: str, beeld: feit.Dossierbeeld, *, peildatum: date, nagevraagd: Nagevraagd | None = None
) -> list[Portaalsteun]:
    """What the portal may show at a wish of this kind; whose portal it is was decided by who calls.

    An invented example is left out: nobody may hope for it.
    """
    zoek = _Zoeker(Aanbod.objects.geldig(peildatum).filter(voorbeeld=False), beeld, peildatum, nagevraagd)
    return [
        Portaalsteun(
            titel=steun.aanbod.titel,
            organisatie=steun.aanbod.organisatie,
            wat=steun.aanbod.omschrijving,
            past=steun.past,
            niet_voldaan=steun.vondst.met("niet_voldaan"),
            na_te_vragen=steun.vondst.met("onbekend"),
        )
        for steun in zoek.over(soort)
    ]


class _Zoeker:
    """The catalogue of a day and one person, read once."""

    def __init__(
        self,
        aanbod: Iterable[Aanbod],
        beeld: feit.Dossierbeeld,
        op: date,
        nagevraagd: Nagevraagd | None = None,
    ) -> None:
        p = geldende_parameters().op(op)
        self.definities = Definities(beeld, op, p)
        self.situatie = kern.situatie_van(beeld, op=op, p=p, nagevraagd=nagevraagd)
        self.rijen = {str(rij.pk): rij for rij in aanbod}
        self.aanbod = [als_aanbod(rij) for rij in self.rijen.values()]

    def over(self, soort: str | None) -> list[Steun]:
        gevonden = (
            Steun(aanbod=self.rijen[vondst.aanbod.id], vondst=vondst)
            for vondst in kern.vind(self.aanbod, wens=soort, situatie=self.situatie)
        )
        return [steun for steun in gevonden if not steun.over_iets_anders]

    def van_soort(self, mogelijkheid: str, soorten: Collection[str | None]) -> Iterator[Steun]:
        """Each entry of this kind of support once, with the best answer that some wish gives it."""
        beste: dict[str, Steun] = {}
        for soort in soorten:
            for steun in self.over(soort):
                eerder = beste.get(steun.vondst.aanbod.id)
                if eerder is None or (steun.past and not eerder.past):
                    beste[steun.vondst.aanbod.id] = steun
        for steun in sorted(beste.values(), key=lambda s: (not s.past, s.aanbod.organisatie, s.aanbod.titel)):
            hoort_erbij = steun.aanbod.mogelijkheid == mogelijkheid or (
                not steun.aanbod.mogelijkheid and steun.aanbod.aanbieder == _VAN[mogelijkheid]
            )
            if hoort_erbij and not steun.past_niet:
                yield steun


def als_aanbod(rij: Aanbod) -> kern.Aanbod:
    """A row of the catalogue as the core reads it."""
    return kern.Aanbod(
        id=str(rij.pk),
        organisatie=rij.organisatie,
        titel=rij.titel,
        wensen=frozenset(rij.wensen),
        landen=frozenset(rij.landen),
        gezin=rij.gezin,
        medisch=rij.medisch,
        van=rij.van,
        tot=rij.tot,
        eisen=tuple(rij.eisen),
        in_woorden=bool(rij.voorwaarden.strip()),
        niet_nationaliteiten=frozenset(rij.niet_nationaliteiten),
    )
