"""Whether the country of return issues travel documents: what the dossier says, and what is known of the country now."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from verantwoord.kern.definities import laatste
from verantwoord.kern.dossierbeeld import LandInformatie
from verantwoord.kern.termijnen import Stand
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.stamgegevens.queries import landmedewerking_op
from verantwoord.web import datums
from verantwoord.web.waarden import Feit


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """What the list of countries says; offered, never taken over by itself."""

    lp_vrijwillig: bool | None
    lp_gedwongen: bool | None
    per: date
    bron: str

    @property
    def feiten(self) -> list[Feit]:
        return [*_feiten(self), Feit(_("Bron"), self.bron)]


@dataclass(frozen=True, kw_only=True)
class Landblok:
    """The country that norm lp-land-medewerking looks at, as the dossier has it, and a newer proposal if there is one."""

    land: str
    bekend: LandInformatie | None
    voorstel: Voorstel | None

    @property
    def naam(self) -> str:
        return landnaam(self.land)

    @property
    def feiten(self) -> list[Feit]:
        return _feiten(self.bekend) if self.bekend else []


def landblok(s: Stand) -> Landblok | None:
    """The block for one dossier on one day; ``None`` when no country of return is known."""
    land = land_van(s)
    if land is None:
        return None
    bekend = laatste([i for i in s.landen if i.land == land], lambda i: i.per)
    return Landblok(land=land, bekend=bekend, voorstel=_nieuwer(voorstel_voor(land, op=s.op), bekend))


def land_van(s: Stand) -> str | None:
    """The country of the return decision, else the first nationality: as the norm chooses."""
    besluit = s.terugkeerbesluit
    if besluit is not None and besluit.land_van_terugkeer is not None:
        return besluit.land_van_terugkeer
    return s.persoon.nationaliteiten[0] if s.persoon.nationaliteiten else None


def voorstel_voor(land: str, *, op: date) -> Voorstel | None:
    """What the list of countries says on a day."""
    rij = landmedewerking_op(land, op=op)
    if rij is None:
        return None
    return Voorstel(
        lp_vrijwillig=rij.lp_vrijwillig, lp_gedwongen=rij.lp_gedwongen, per=rij.per, bron=rij.bron
    )


def begin_van(voorstel: Voorstel) -> dict[str, object]:
    """What a proposal fills in beforehand in a form; the person who sends it decides."""
    antwoord = {True: "ja", False: "nee", None: ""}
    return {
        "lp_vrijwillig": antwoord[voorstel.lp_vrijwillig],
        "lp_gedwongen": antwoord[voorstel.lp_gedwongen],
        "per": voorstel.per,
        "bron": voorstel.bron,
    }


def _nieuwer(voorstel: Voorstel | None, bekend: LandInformatie | None) -> Voorstel | None:
    """Only a proposal that says something else than the dossier, and is no older, asks for a look."""
    if voorstel is None or bekend is None:
        return voorstel
    zelfde = (voorstel.lp_vrijwillig, voorstel.lp_gedwongen) == (bekend.lp_vrijwillig, bekend.lp_gedwongen)
    return None if zelfde or voorstel.per < bekend.per else voorstel


def _feiten(bekend: LandInformatie | Voorstel) -> list[Feit]:
    woorden = {True: _("werkt mee"), False: _("werkt niet mee"), None: _("niet bekend")}
    return [
        Feit(_("Vrijwillige terugkeer"), woorden[bekend.lp_vrijwillig]),
        Feit(_("Gedwongen terugkeer"), woorden[bekend.lp_gedwongen]),
        Feit(_("Bekend sinds"), datums.dag_maand(bekend.per)),
    ]
