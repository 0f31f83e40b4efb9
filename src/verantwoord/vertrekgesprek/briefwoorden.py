"""The fixed sentences of the invitation, in each language in which it is written. Plain values, no database.

Dutch is the letter itself; the others stand beside it for the reader. Who speaks a language that is not there gets
English and is told so.
"""

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from babel import Locale
from babel.dates import format_date

BRIEVEN: Final = Path(__file__).parent / "brieven"
NEDERLANDS: Final = "nl"
TERUGVAL: Final = "en"
VERTALINGEN: Final = ("ar", "en", "es", "fa", "fr", "ru", "so", "ti", "tr")
# Who speaks Dari reads the same written Persian.
LEEST_MEE: Final = {"prs": "fa"}


class Zinnen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every sentence of the invitation in one language; a name in braces is filled in."""

    taal: str
    dagpatroon: str
    datumpatroon: str
    tijdteken: str
    tijd: str
    dag_met_tijd: str
    dag_om_tijd: str
    dag_onbekend: str
    titel: str
    dienst: str
    locatie: str
    contact: str
    regievoerder: str
    kenmerk: str
    aanhef_man: str
    aanhef_vrouw: str
    aanhef: str
    ik_wil: str
    welk: Mapping[str, str]
    opnieuw: str
    opnieuw_tolk: str
    samen: str
    overgedragen: str
    afzenders: Mapping[str, str]
    zitting: str
    termijn_voorbij: str
    uitspraak: str
    wanneer: str
    hoe_lang: str
    een_uur: str
    waar: str
    plaats_onbekend: str
    tolk: str
    geen_tolk: str
    tolk_hoe: Mapping[str, str]
    kop_blijven: str
    beroep_loopt: str
    beroep_kan: str
    reisdocument: str
    kop_tijd: str
    tijd_tot: str
    kop_waarover: str
    waarover: str
    kop_mee: str
    mee: str
    mee_advocaat: str
    kop_verhinderd: str
    verhinderd: str
    groet: str
    klacht: str
    bladzijde: str
    staat_verderop: str
    vertaling: str
    niet_vertaald: str

    def dag(self, dag: date) -> str:
        """A day with its name, in the order of the language; digits are those on the Dutch page."""
        return format_date(dag, self.dagpatroon, locale=self.taal)

    def datum(self, dag: date) -> str:
        return format_date(dag, self.datumpatroon, locale=self.taal)

    def klok(self, moment: time) -> str:
        return self.tijd.format(tijd=f"{moment.hour:02}{self.tijdteken}{moment.minute:02}")

    def taalnaam(self, code: str) -> str:
        """The name of another language in this one; a code that nobody knows is shown as it came."""
        # The locale data know Dari as the Persian of Afghanistan.
        code = {"prs": "fa_AF", "kmr": "ku"}.get(code, code)
        namen = Locale.parse(self.taal).languages
        return str(namen.get(code.replace("-", "_")) or namen.get(code.split("-", maxsplit=1)[0]) or code)


@cache
def zinnen_in(taal: str) -> Zinnen:
    """The sentences in one of the languages that are there."""
    return msgspec.json.decode((BRIEVEN / f"uitnodiging.{taal}.json").read_bytes(), type=Zinnen)


def vertaling_voor(taal: str | None) -> tuple[str, bool]:
    """Which language stands beside the Dutch for who speaks ``taal``, and whether it is that language itself.

    Blank when Dutch is enough.
    """
    if not taal:
        return TERUGVAL, True
    kort = taal.partition("-")[0]
    if kort == NEDERLANDS:
        return "", True
    kort = LEEST_MEE.get(kort, kort)
    return (kort, True) if kort in VERTALINGEN else (TERUGVAL, False)
