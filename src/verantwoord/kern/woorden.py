"""The facts of a dossier in plain Dutch, for the uitleg of norms. No code word ever reaches a reader."""

from collections.abc import Iterable
from typing import Final

from verantwoord.kern.definities import Definities
from verantwoord.kern.kalender import voluit

MOMENT: Final = {
    "medisch": "medisch",
    "buiten_schuld": "buiten schuld",
    "schrijnend": "schrijnend",
    "mensenhandel": "mensenhandel",
}
PARTNER: Final = {
    "dtv": "de DT&V",
    "coa": "het COA",
    "avim": "de AVIM",
    "ind": "de IND",
    "kmar": "de KMar",
    "iom": "IOM",
    "ngo": "een ngo",
    "vreemdeling": "de vreemdeling",
}
OPSCHORTING: Final = {
    "artikel_64": "uitstel om medische redenen (artikel 64)",
    "bedenktijd": "de bedenktijd voor slachtoffers van mensenhandel",
    "vergunning": "een verblijfsvergunning wegens mensenhandel",
    "voorziening": "een voorlopige voorziening van de rechter",
}
OVERLEG: Final = {
    "lko": "het LKO",
    "klein_lko": "het kleine LKO",
    "rao": "het RAO",
    "deelberaad": "het Deelberaad Asiel",
    "buiten_overleg": "de afspraak buiten het overleg",
}
VERBLIJF: Final = {"vbl": "een vbl", "gl": "een gezinslocatie", "detentie": "detentie"}
AFZENDER: Final = {"ind": "de IND", "avim": "de AVIM", "kmar": "de KMar"}
GRONDEN_VERKORTING: Final = {
    "kennelijk_ongegrond_of_onjuiste_gegevens": "kennelijk ongegrond of onjuiste gegevens",
    "onttrekkingsrisico": "risico op onttrekking",
    "openbare_orde_of_nationale_veiligheid": "openbare orde of nationale veiligheid",
}
ONDERWERP: Final = {
    "procedure": "de stand van de procedure",
    "opties": "de mogelijkheden om te vertrekken",
    "gevolgen": "de gevolgen van niet meewerken",
    "toetsingsmomenten": "de vier toetsingsmomenten",
    "wensen_belemmeringen": "wensen en belemmeringen",
    "afspraken": "de afspraken",
}
ONDERSTEUNING: Final = {
    "iom_rean": "basishulp van IOM",
    "iom_avrr": "herintegratiehulp van IOM",
    "ngo": "hulp van een ngo",
    "dtv_bijdrage": "de bijdrage van de DT&V",
    "dia": "hulp van de DIA",
}
ANALYSE: Final = {
    "documenten": "documenten",
    "medewerking_land": "medewerking van het land",
    "wensen": "wensen",
    "ondersteuning": "ondersteuning",
    "toetsing": "toetsing",
    "alternatieven": "alternatieven",
}
UITKOMST: Final = {
    "zelfstandig_gecontroleerd": "gecontroleerd zelfstandig vertrek",
    "gedwongen": "gedwongen vertrek",
    "ongecontroleerd": "vertrek zonder toezicht",
    "overdracht_ingetrokken": "ingetrokken overdracht",
    "verblijf_of_overig": "verblijf of een andere uitkomst",
}


def opsomming(delen: Iterable[str]) -> str:
    """Join words as people do: a, b en c."""
    eerdere = list(delen)
    if not eerdere:
        return ""
    laatste = eerdere.pop()
    return f"{', '.join(eerdere)} en {laatste}" if eerdere else laatste


def hoofdletter(zin: str) -> str:
    """Begin a sentence with a capital and leave the rest as it is."""
    return zin[:1].upper() + zin[1:]


def stand_van_beroep(s: Definities) -> str:
    """Say in one sentence how the procedure before the court stands."""
    besluit, beroep = s.referentiebesluit, s.beroep
    match s.beroepsstand:
        case "gegrond":
            return "Het beroep is geheel of gedeeltelijk gegrond verklaard."
        case "loopt" if beroep is not None:
            return f"Het beroep van {voluit(beroep.ingesteld_op)} loopt nog: de rechtbank heeft nog niet geoordeeld."
        case "afgedaan" if s.basis is not None and beroep is not None:
            uitkomst = "niet-ontvankelijk" if beroep.uitkomst == "niet_ontvankelijk" else "ongegrond"
            return f"Het beroep is {uitkomst} verklaard; dat is op {voluit(s.basis)} bekendgemaakt."
        case "uitspraak_onvolledig" if beroep is not None:
            return (
                f"Op het beroep van {voluit(beroep.ingesteld_op)} is een uitspraak, maar de uitkomst of de dag van "
                "bekendmaking is niet vastgelegd."
            )
        case "termijn_onbekend" if besluit is not None:
            return (
                f"Tegen het besluit van {voluit(besluit.genomen_op)} staat geen beroep in het dossier, en de laatste dag "
                "van de beroepstermijn is niet vastgelegd."
            )
        case "termijn_loopt" if s.beroepstermijn_tot is not None:
            return f"De beroepstermijn loopt nog tot en met {voluit(s.beroepstermijn_tot)}."
        case "termijn_verstreken" if s.beroepstermijn_tot is not None:
            return f"De beroepstermijn is op {voluit(s.beroepstermijn_tot)} voorbijgegaan zonder beroep."
        case _:
            return "Er staat geen besluit in het dossier waartegen beroep kon worden ingesteld."
