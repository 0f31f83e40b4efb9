"""Support that fits: what organisations offer for what the person wants, and what must be asked first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.ondersteuning.keuzes import Eis
from verantwoord.ondersteuning.queries import nagevraagd_in_portaal
from verantwoord.ondersteuning.vinder import Portaalsteun, steun_voor_portaal
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Hulp:
    """One kind of help. ``eisen`` are the conditions that are not met or, when none is, those that nobody asked about yet."""

    titel: str
    organisatie: str
    wat: str
    past: bool
    past_niet: bool
    eisen: tuple[Zin, ...]


@dataclass(frozen=True, kw_only=True)
class Steunvraag:
    """One subject the person has a wish about, and what there is for it."""

    onderwerp: Zin
    aanbod: tuple[Hulp, ...]


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
                aanbod=tuple(
                    _hulp(een)
                    for een in steun_voor_portaal(soort, beeld, peildatum=op, nagevraagd=nagevraagd)
                ),
            )
            for soort in soorten
        )
    )


def _hulp(steun: Portaalsteun) -> Hulp:
    return Hulp(
        titel=steun.titel,
        organisatie=steun.organisatie,
        wat=steun.wat,
        past=steun.past,
        past_niet=bool(steun.niet_voldaan),
        eisen=tuple(eis(naam) for naam in steun.niet_voldaan or steun.na_te_vragen),
    )


def eis(naam: str) -> Zin:
    """A condition, said to the person; whether it is met stands above it."""
    return {
        "wens": zin("De hulp moet passen bij wat u wilt."),
        "periode": zin("De hulp moet er nu zijn."),
        "land": zin("De hulp moet er zijn in het land waar u naartoe gaat."),
        "gezin": zin("Wie met u meereist, moet ook mee mogen doen."),
        "woorden": zin("Er zijn nog andere voorwaarden. Uw contactpersoon kan die uitleggen."),
        "nationaliteit": zin("De hulp moet er zijn voor mensen met uw nationaliteit."),
        Eis.PROCEDURES_KLAAR: zin("Al uw procedures moeten klaar zijn."),
        Eis.GEEN_DUBLIN: zin(
            "De hulp is er niet voor wie voor de asielaanvraag naar een ander land in Europa gaat."
        ),
        Eis.GEEN_EU_EER: zin(
            "De hulp is er niet voor mensen uit een land van de Europese Unie of uit IJsland, Liechtenstein of Noorwegen."
        ),
        Eis.GEEN_MIDDELEN: zin("De hulp is voor wie zelf geen geld heeft voor de reis."),
        Eis.DEFINITIEF_VERTREK: zin("De hulp is voor wie voorgoed vertrekt."),
        Eis.EERSTE_KEER: zin("De hulp is voor wie deze hulp niet eerder kreeg."),
        Eis.ALLEEN_GEZIN: zin("De hulp is alleen voor gezinnen."),
        Eis.ALLEEN_ALLEENREIZEND: zin("De hulp is alleen voor wie zonder gezin reist."),
        Eis.ALLEEN_MINDERJARIG: zin("De hulp is alleen voor wie jonger is dan 18 jaar."),
        Eis.ALLEEN_VOLWASSEN: zin("De hulp is alleen voor wie 18 jaar of ouder is."),
        Eis.ALLEEN_MEDISCH: zin("De hulp is alleen voor wie zorg van een dokter nodig heeft."),
    }[naam]


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
