"""One question as a page shows it: who asks what and why, how it stands, and the answer for who may read it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.inzageverzoek.woorden import GROND, categorie_in_woorden
from verantwoord.dossier.models import Inzageverzoek
from verantwoord.dossier.queries import Antwoordstand, antwoord_of, antwoordstand_of
from verantwoord.kern.inzage import GRONDSLAGEN
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie
from verantwoord.web.datums import dag_maand

Hoe = Literal["wacht", "te_laat", "te_lezen", "verlopen", "ingetrokken", "geweigerd", "teruggenomen"]
TEKENS: dict[Hoe, str] = {
    "wacht": "gepland",
    "te_laat": "te-laat",
    "te_lezen": "gedaan",
    "verlopen": "verouderd",
    "ingetrokken": "niet-aan-de-orde",
    "geweigerd": "niet-aan-de-orde",
    "teruggenomen": "niet-aan-de-orde",
}
_PER_GROND = {g.id: g for g in GRONDSLAGEN}


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """Plain values for a page. ``tekst`` is empty for who may not read the answer on that day."""

    id: UUID
    dossier_id: UUID
    soort: str
    wat: str
    doel: str
    grond: str
    bron: str
    wie: str
    organisatie: str
    eigenaar: str
    gevraagd_op: date
    antwoord_voor: date
    hoe: Hoe
    motivering: str
    besloten: str
    tekst: str
    geldig_tot: date | None
    ingetrokken: str
    van_mij: bool

    @property
    def teken(self) -> str:
        return TEKENS[self.hoe]

    @property
    def stand(self) -> str:
        """How it stands, in words that need no colour."""
        dag = dag_maand(self.antwoord_voor)
        tot = dag_maand(self.geldig_tot) if self.geldig_tot else ""
        return {
            "wacht": _("wacht op antwoord, uiterlijk %s") % dag,
            "te_laat": _("antwoord had er uiterlijk %s moeten zijn") % dag,
            "te_lezen": _("beantwoord, te lezen tot en met %s") % tot,
            "verlopen": _("beantwoord, was te lezen tot en met %s") % tot,
            "ingetrokken": _("antwoord ingetrokken"),
            "geweigerd": _("geweigerd"),
            "teruggenomen": _("vraag teruggenomen"),
        }[self.hoe]


def vraag_van(v: Inzageverzoek, *, viewer: Medewerker, op: date) -> Vraag:
    """One question in full; asks the database how its answer stands, and for the answer itself when it may be read."""
    gegeven = v.besluit == Inzageverzoek.Besluit.TOEGEKEND
    stand = antwoordstand_of(v, viewer=viewer) if gegeven else None
    antwoord = antwoord_of(v, viewer=viewer, op=op) if gegeven else None
    grond = _PER_GROND[v.grondslag]
    ingetrokken = ""
    if stand is not None and stand.ingetrokken_op is not None:
        ingetrokken = f"{_wie_wanneer(stand.ingetrokken_door, stand.ingetrokken_op)}: {stand.intrekreden}"
    besloten = (
        _wie_wanneer(v.besloten_door.naam, v.besloten_op)
        if v.besloten_door is not None and v.besloten_op is not None
        else ""
    )
    return Vraag(
        id=v.pk,
        dossier_id=v.dossier_id,
        soort=categorie_in_woorden(v.soort),
        wat=v.wat,
        doel=v.doel,
        grond=str(GROND[grond.id]),
        bron=f"{grond.bron}; {v.grondslag_toelichting}" if v.grondslag_toelichting else grond.bron,
        wie=v.vraagsteller.naam,
        organisatie=str(Organisatie(v.organisatie).label),
        eigenaar=str(Organisatie(v.eigenaar).label),
        gevraagd_op=v.gevraagd_op,
        antwoord_voor=v.antwoord_voor,
        hoe=_hoe(v, stand, op),
        motivering=v.motivering,
        besloten=besloten,
        tekst=antwoord.tekst if antwoord is not None else "",
        geldig_tot=stand.geldig_tot if stand is not None else None,
        ingetrokken=ingetrokken,
        van_mij=v.vraagsteller_id == viewer.pk,
    )


def _hoe(v: Inzageverzoek, stand: Antwoordstand | None, op: date) -> Hoe:
    if v.ingetrokken_op is not None:
        return "teruggenomen"
    if v.besluit is None:
        return "te_laat" if v.antwoord_voor < op else "wacht"
    if stand is None:
        return "geweigerd"
    if stand.ingetrokken_op is not None:
        return "ingetrokken"
    return "te_lezen" if op <= stand.geldig_tot else "verlopen"


def _wie_wanneer(naam: str, dag: date) -> str:
    return _("%(naam)s op %(dag)s") % {"naam": naam, "dag": dag_maand(dag)}
