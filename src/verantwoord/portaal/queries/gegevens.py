"""Who I am in the file: my name, my family, who helps me. What is wrong here can be said on the page itself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern import dossierbeeld as feit
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin
from verantwoord.stamgegevens.landen import ZONDER_LAND, landnaam, taalnaam


@dataclass(frozen=True, kw_only=True)
class Geboren:
    """A day of birth, or the year when no more is known, or nothing."""

    op: date | None
    jaar: str


@dataclass(frozen=True, kw_only=True)
class Gezinslid:
    """Somebody of the family. Their name is not kept."""

    wie: Zin
    geboren: Geboren
    reist_mee: bool


@dataclass(frozen=True, kw_only=True)
class Gegevensblad:
    """``contact`` is empty while nobody has the dossier."""

    naam: str
    geboren: Geboren
    geslacht: Zin | str | None
    nationaliteiten: tuple[Zin | str, ...]
    talen: tuple[str, ...]
    gezin: tuple[Gezinslid, ...]
    contact: str
    advocaat: str
    voogd: str


def gegevensblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Gegevensblad:
    """What is kept about the person themselves, field by field."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    persoon = bron.s.beeld.persoon
    return Gegevensblad(
        naam=bron.dossier.persoon.volledige_naam,
        geboren=_geboren(persoon.geboortedatum),
        geslacht={"man": zin("man"), "vrouw": zin("vrouw"), "x": "X"}.get(persoon.geslacht),
        nationaliteiten=tuple(land(code) for code in persoon.nationaliteiten),
        talen=tuple(taalnaam(code) for code in persoon.talen),
        gezin=tuple(_gezinslid(lid) for lid in persoon.gezin),
        contact=bron.regievoerder,
        advocaat=persoon.gemachtigde or "",
        voogd=persoon.voogd or "",
    )


def land(code: str) -> Zin | str:
    """A country in the language of who reads; of somebody without one a word for that."""
    if code not in ZONDER_LAND:
        return landnaam(code)
    return zin("geen nationaliteit") if code == "XXA" else zin("wij weten het niet")


def _geboren(geboortedatum: str | None) -> Geboren:
    if geboortedatum is None:
        return Geboren(op=None, jaar="")
    jaar, maand, dag = geboortedatum.split("-")
    if "00" in (maand, dag):
        return Geboren(op=None, jaar=jaar)
    return Geboren(op=date.fromisoformat(geboortedatum), jaar=jaar)


def _gezinslid(lid: feit.Gezinslid) -> Gezinslid:
    wie = {
        "partner": zin("Uw partner"),
        "kind": zin("Uw kind"),
        "ouder": zin("Uw ouder"),
        "broer_zus": zin("Uw broer of zus"),
        "overig": zin("Iemand anders van uw familie"),
    }[lid.relatie]
    return Gezinslid(wie=wie, geboren=_geboren(lid.geboortedatum), reist_mee=lid.meereizend)
