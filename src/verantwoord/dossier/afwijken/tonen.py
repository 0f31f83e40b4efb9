"""Deviations in words: who asked, why, who decided, until when, and how it stands on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.actions.afwijken import AFWIJKBAAR
from verantwoord.dossier.models import Afwijkverzoek
from verantwoord.dossier.queries import afwijkverzoeken_of
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.web.datums import dag_maand

Hoe = Literal["wacht", "geldt", "geweigerd", "ingetrokken", "verlopen", "telt_niet"]
TEKENS: dict[Hoe, str] = {
    "wacht": "gepland",
    "geldt": "nu",
    "geweigerd": "niet-aan-de-orde",
    "ingetrokken": "niet-aan-de-orde",
    "verlopen": "verouderd",
    "telt_niet": "ontbreekt",
}


@dataclass(frozen=True, kw_only=True)
class Afwijking:
    """One deviation or request, as a page shows it."""

    norm: str
    titel: str
    hoe: Hoe
    reden: str
    gevraagd: str
    besluit: str
    motivering: str
    ingetrokken: str
    geldig_tot: date | None

    @property
    def teken(self) -> str:
        return TEKENS[self.hoe]

    @property
    def stand(self) -> str:
        """How it stands, in words that need no colour."""
        tot = dag_maand(self.geldig_tot) if self.geldig_tot else ""
        return {
            "wacht": _("wacht op het besluit van een manager"),
            "geldt": _("geldt tot en met %s") % tot,
            "geweigerd": _("geweigerd"),
            "ingetrokken": _("ingetrokken"),
            "verlopen": _("gold tot en met %s") % tot,
            "telt_niet": _("niet goedgekeurd, dus telt niet"),
        }[self.hoe]

    @property
    def zin(self) -> str:
        """The sentence beside the norm's answer: who, why, until when."""
        delen = {"wie": self.gevraagd, "reden": self.reden, "besluit": self.besluit}
        delen["tot"] = dag_maand(self.geldig_tot) if self.geldig_tot else ""
        if self.hoe == "wacht":
            return (
                _(
                    "Er is gevraagd om tot en met %(tot)s van deze regel af te wijken: “%(reden)s” (%(wie)s). Een manager moet nog besluiten."
                )
                % delen
            )
        return (
            _(
                "Hier wordt tot en met %(tot)s van afgeweken: “%(reden)s” (gevraagd door %(wie)s; goedgekeurd door %(besluit)s)."
            )
            % delen
        )


def afwijkingen_van(
    s: Stand, dossier_id: UUID, *, viewer: Medewerker, met_verzoeken: bool = True
) -> list[Afwijking]:
    """Every request and every deviation of a dossier, the newest first; also what came along from elsewhere."""
    verzoeken = list(afwijkverzoeken_of(dossier_id, viewer=viewer)) if met_verzoeken else []
    eigen = {(v.norm, v.reden, v.besloten_op) for v in verzoeken}
    elders = [
        a
        for a in s.beeld.afwijkingen
        if a.norm in REGISTER and (a.norm, a.reden, a.goedgekeurd_op) not in eigen
    ]
    return [_van_verzoek(v, s.op) for v in reversed(verzoeken)] + [_van_feit(a, s) for a in reversed(elders)]


def nu_van_belang(afwijkingen: Iterable[Afwijking]) -> Mapping[str, Afwijking]:
    """What holds or waits now, by norm; what holds goes before what waits."""
    belang = [a for a in afwijkingen if a.hoe in {"wacht", "geldt"}]
    return {a.norm: a for a in sorted(belang, key=lambda a: a.hoe == "geldt")}


def _van_verzoek(v: Afwijkverzoek, op: date) -> Afwijking:
    besluit = ""
    if v.besloten_door is not None and v.besloten_op is not None:
        besluit = _wie_wanneer(v.besloten_door.naam, v.besloten_op)
    ingetrokken = ""
    if v.ingetrokken_door is not None and v.ingetrokken_op is not None:
        ingetrokken = f"{_wie_wanneer(v.ingetrokken_door.naam, v.ingetrokken_op)}: {v.intrekreden}"
    return Afwijking(
        norm=v.norm,
        titel=REGISTER[v.norm].titel,
        hoe=_hoe(v, op),
        reden=v.reden,
        gevraagd=_wie_wanneer(v.gevraagd_door.naam, v.gevraagd_op),
        besluit=besluit,
        motivering=v.motivering,
        ingetrokken=ingetrokken,
        geldig_tot=v.geldig_tot,
    )


def _hoe(v: Afwijkverzoek, op: date) -> Hoe:
    if v.ingetrokken_op is not None:
        return "ingetrokken"
    if v.besluit is None:
        return "wacht"
    if v.besluit == Afwijkverzoek.Besluit.GEWEIGERD:
        return "geweigerd"
    return "geldt" if v.geldig_tot >= op else "verlopen"


def _van_feit(a: d.Afwijking, s: Stand) -> Afwijking:
    """A deviation that came with a dossier from elsewhere: there is no request for it here."""
    if a.norm in AFWIJKBAAR and a == s.geldige_afwijking(a.norm):
        hoe: Hoe = "geldt"
    elif a.goedgekeurd_op is not None and a.geldig_tot is not None and a.geldig_tot < s.op:
        hoe = "verlopen"
    else:
        hoe = "telt_niet"
    door = a.goedgekeurd_door or ""
    besluit = _wie_wanneer(door, a.goedgekeurd_op) if door and a.goedgekeurd_op else door
    return Afwijking(
        norm=a.norm,
        titel=REGISTER[a.norm].titel,
        hoe=hoe,
        reden=a.reden,
        gevraagd=a.door,
        besluit=besluit,
        motivering="",
        ingetrokken="",
        geldig_tot=a.geldig_tot,
    )


def _wie_wanneer(naam: str, dag: date) -> str:
    return _("%(naam)s op %(dag)s") % {"naam": naam, "dag": dag_maand(dag)}
