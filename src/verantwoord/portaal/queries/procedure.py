"""My procedure: what was asked and decided, by whom and when, and what the words mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern.termijnen import Stand
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Gebeurd:
    """Something that was asked or decided."""

    op: date
    wat: Zin


@dataclass(frozen=True, kw_only=True)
class Woord:
    woord: str
    uitleg: Zin


@dataclass(frozen=True, kw_only=True)
class Procedureblad:
    gebeurd: tuple[Gebeurd, ...]
    stil: Zin | None
    termijn: Zin | None
    woorden: tuple[Woord, ...]


def procedureblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Procedureblad:
    """The whole procedure, newest first."""
    s = bron_van(dossier_id, viewer=viewer, op=op).s
    einde = s.termijnen.vertrektermijn.eindigt_op
    return Procedureblad(
        gebeurd=tuple(sorted(_gebeurd(s), key=lambda een: een.op, reverse=True)),
        stil=_stil(s),
        termijn=zin("U kunt zelf uw vertrek regelen tot en met %(dag)s.", dag=einde)
        if einde is not None and s.actieve_opschorting is None
        else None,
        woorden=tuple(Woord(woord=woord, uitleg=uitleg) for woord, uitleg in _woorden().items()),
    )


def _woorden() -> dict[str, Zin]:
    """What the words in letters and talks mean for the person, in the order of the procedure."""
    return {
        "terugkeerbesluit": zin(
            "Het besluit van de overheid dat u Nederland moet verlaten. Hebt u dit besluit niet gekregen, of geldt het niet meer? Dan hoeft u niet te vertrekken."
        ),
        "beroep": zin("U vraagt de rechtbank om te kijken of het besluit van de IND goed is."),
        "hoger beroep": zin(
            "U vraagt een hogere rechter om te kijken of de uitspraak van de rechtbank goed is. Uw vertrek stopt daardoor niet vanzelf. Vraag uw advocaat wat u kunt doen."
        ),
        "voorlopige voorziening": zin(
            "U vraagt de rechter om iets te beslissen voor de tijd dat uw zaak loopt, bijvoorbeeld dat u zo lang mag blijven. Zegt de rechter ja? Dan ligt uw vertrek stil."
        ),
        "vertrektermijn": zin(
            "De tijd die u hebt om zelf uw vertrek te regelen. Dat is meestal vier weken. Daarna volgt niet vanzelf dwang."
        ),
        "vertrekgesprek": zin(
            "Een gesprek met uw contactpersoon: over uw procedure, over wat er kan en over wat u wilt. Er zijn minstens drie gesprekken."
        ),
        "artikel 64": zin(
            "Uw vertrek kan stilliggen om uw gezondheid: als reizen niet veilig is, of als de zorg die u nodig hebt er niet is waar u naartoe gaat."
        ),
    }


def _stil(s: Stand) -> Zin | None:
    """Why departure lies still. What could put somebody in danger when read over a shoulder is not named."""
    match s.actieve_opschorting:
        case None:
            return None
        case opschorting if opschorting.soort == "artikel_64":
            return zin("Uw vertrek ligt stil om uw gezondheid.")
        case opschorting if opschorting.soort == "voorziening":
            return zin("Uw vertrek ligt stil omdat de rechter dat heeft gezegd.")
        case _:
            return zin("Uw vertrek ligt stil. Uw contactpersoon kan u vertellen waarom.")


def _gebeurd(s: Stand) -> Iterator[Gebeurd]:
    yield Gebeurd(op=s.beeld.overdracht.ontvangen_op, wat=zin("Wij kregen uw dossier."))
    yield from _aanvragen(s)
    for besluit in s.besluiten:
        soort = {
            "afwijzing": zin("De IND zei nee op uw aanvraag."),
            "inwilliging": zin("De IND zei ja op uw aanvraag."),
            "intrekking": zin("De IND trok uw vergunning in."),
            "terugkeerbesluit": zin("De IND besliste dat u moet vertrekken (terugkeerbesluit)."),
            "inreisverbod": zin("U kreeg een inreisverbod."),
        }
        yield Gebeurd(op=besluit.genomen_op, wat=soort[besluit.soort])
    yield from _beroepen(s)
    for voorziening in s.voorlopige_voorzieningen:
        yield Gebeurd(
            op=voorziening.gevraagd_op, wat=zin("U vroeg de rechter om een voorlopige voorziening.")
        )
        if voorziening.beslist_op is not None:
            ja = zin("De rechter zei ja op de voorlopige voorziening. Uw vertrek ligt dan stil.")
            nee = zin("De rechter zei nee op de voorlopige voorziening.")
            yield Gebeurd(op=voorziening.beslist_op, wat=ja if voorziening.toegewezen else nee)


def _aanvragen(s: Stand) -> Iterator[Gebeurd]:
    for aanvraag in s.aanvragen:
        soort = {
            "asiel": zin("U vroeg asiel aan."),
            "opvolgend_asiel": zin("U vroeg opnieuw asiel aan."),
            "regulier": zin("U vroeg een verblijfsvergunning aan."),
            "medische_behandeling": zin("U vroeg een vergunning aan voor medische behandeling."),
        }
        yield Gebeurd(op=aanvraag.ingediend_op, wat=soort[aanvraag.soort])
        if aanvraag.ingetrokken_op is not None:
            yield Gebeurd(op=aanvraag.ingetrokken_op, wat=zin("Uw aanvraag werd ingetrokken."))


def _beroepen(s: Stand) -> Iterator[Gebeurd]:
    for beroep in s.beroepen:
        hoger = beroep.soort == "hoger_beroep"
        yield Gebeurd(
            op=beroep.ingesteld_op,
            wat=zin("U ging in hoger beroep.") if hoger else zin("U ging in beroep bij de rechter."),
        )
        if beroep.zitting_op is not None:
            yield Gebeurd(op=beroep.zitting_op, wat=zin("Zitting bij de rechtbank"))
        if beroep.uitspraak_op is not None:
            uitkomst = {
                "gegrond": zin("De rechter gaf u gelijk."),
                "deels_gegrond": zin("De rechter gaf u voor een deel gelijk."),
                "ongegrond": zin("De rechter gaf u geen gelijk."),
                "niet_ontvankelijk": zin("De rechter kon uw beroep niet behandelen."),
                "ingetrokken": zin("Het beroep werd ingetrokken."),
            }.get(beroep.uitkomst or "", zin("De rechter deed uitspraak."))
            yield Gebeurd(op=beroep.uitspraak_op, wat=uitkomst)
