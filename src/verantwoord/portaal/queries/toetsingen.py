"""My four moments: what was looked at, what the answer was, and how to ask again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern.definities import TOETSINGSMOMENTEN
from verantwoord.kern.dossierbeeld import Toetsing
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """One of the four questions with its last answer. ``bekeken`` and ``waarom`` are as they were written, in Dutch."""

    moment: str
    titel: Zin
    vraag: Zin
    op: date | None
    antwoord: Zin
    bekeken: str
    waarom: str
    loopt: bool


@dataclass(frozen=True, kw_only=True)
class Toetsingenblad:
    vragen: tuple[Vraag, ...]


def toetsingenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Toetsingenblad:
    """The four, in the order of the procedure."""
    s = bron_van(dossier_id, viewer=viewer, op=op).s
    open_signalen = {signaal.moment for signaal in s.signalen if signaal.afgehandeld_op is None}
    return Toetsingenblad(
        vragen=tuple(
            _vraag(moment, s.laatste_toetsing.get(moment), loopt=moment in open_signalen)
            for moment in TOETSINGSMOMENTEN
        )
    )


def _vraag(moment: str, toetsing: Toetsing | None, *, loopt: bool) -> Vraag:
    titel, vraag = {
        "medisch": (zin("Uw gezondheid"), zin("Kunt u reizen, en is er zorg die u nodig hebt?")),
        "buiten_schuld": (
            zin("Kunt u weg?"),
            zin("Lukt het niet om te vertrekken, terwijl u er alles aan doet?"),
        ),
        "schrijnend": (
            zin("Bijzondere omstandigheden"),
            zin("Is uw situatie zo bijzonder dat de IND er opnieuw naar moet kijken?"),
        ),
        "mensenhandel": (zin("Veiligheid"), zin("Dwingt iemand u tot iets, of bent u bang voor iemand?")),
    }[moment]
    # Somebody else may read along: of safety no word that was written is shown here, only that it was looked at.
    toon = toetsing if moment != "mensenhandel" else None
    return Vraag(
        moment=moment,
        titel=titel,
        vraag=vraag,
        op=toetsing.getoetst_op if toetsing else None,
        antwoord=_antwoord(toetsing, moment),
        bekeken=toon.feiten if toon else "",
        waarom=toon.afweging if toon else "",
        loopt=loopt and moment != "mensenhandel",
    )


def _antwoord(toetsing: Toetsing | None, moment: str) -> Zin:
    if toetsing is None:
        return zin("Wij hebben hier nog niet goed genoeg naar gekeken. Dat moet nog.")
    if moment == "mensenhandel":
        return zin(
            "Wij hebben hiernaar gekeken. Praat met uw contactpersoon als u hier meer over wilt weten."
        )
    return {
        "geen_aanwijzing": zin("Wij zagen hier geen reden in om uw vertrek te stoppen."),
        "nader_onderzoek": zin("Wij zoeken dit nog verder uit."),
        "voorgelegd": zin("Wij hebben dit voorgelegd aan wie erover beslist."),
        "opschorten": zin("Uw vertrek ligt hierdoor stil."),
    }[toetsing.conclusie]
