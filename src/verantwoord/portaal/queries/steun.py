"""Support that fits: what organisations offer for what the person wants, and what must be asked first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.ondersteuning.queries import nagevraagd_in_portaal
from verantwoord.ondersteuning.vinder import Portaalsteun, steun_voor_portaal
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Steunvraag:
    """One subject the person has a wish about, and what there is for it."""

    onderwerp: Zin
    aanbod: tuple[Portaalsteun, ...]


@dataclass(frozen=True, kw_only=True)
class Steunblad:
    vragen: tuple[Steunvraag, ...]


def steunblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Steunblad:
    """For each subject of a wish what the catalogue offers."""
    beeld = bron_van(dossier_id, viewer=viewer, op=op).s.beeld
    nagevraagd = nagevraagd_in_portaal(dossier_id)
    soorten = dict.fromkeys(wens.soort for wens in beeld.wensen if wens.soort != "geen_wens_geuit")
    return Steunblad(
        vragen=tuple(
            Steunvraag(
                onderwerp=onderwerp(soort),
                aanbod=tuple(steun_voor_portaal(soort, beeld, peildatum=op, nagevraagd=nagevraagd)),
            )
            for soort in soorten
        )
    )


def onderwerp(soort: str) -> Zin:
    """What a wish is about."""
    return {
        "ondernemen": zin("Een eigen bedrijf"),
        "werk": zin("Werk"),
        "opleiding": zin("Een opleiding"),
        "onderwijs_kinderen": zin("School voor de kinderen"),
        "medische_zorg": zin("Medische zorg"),
        "onderdak": zin("Een plek om te wonen"),
        "veiligheid": zin("Veiligheid"),
        "geld": zin("Geld"),
        "bagage": zin("Spullen meenemen"),
        "tijd": zin("Meer tijd"),
        "derde_land": zin("Naar een ander land"),
    }.get(soort, zin("Iets anders"))
