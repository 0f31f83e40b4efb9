"""How a toetsingsmoment stands and why a text does not count yet: derived from facts alone, no database, no clock.

Whether a weighing is right is for people; this only looks whether there is one, and from when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from verantwoord.kern.definities import is_leeg, laatste
from verantwoord.kern.dossierbeeld import Toetsing
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import stadium_begon_op, toetsingsteken
from verantwoord.web.datums import dag_maand

# From this many dossiers on a text is called a standard text; below it, a family or chance explains it.
STANDAARD_VANAF = 5
# A weighing of fewer words shows nothing of what was weighed.
WOORDEN_VAN_EEN_AFWEGING = 5
# Facts may be short; “niet van toepassing” is none.
WOORDEN_VAN_FEITEN = 4

TEKEN = {
    "actueel": "gedaan",
    "verouderd": "verouderd",
    "ontbreekt": "ontbreekt",
    "aanwijzing": "aanwijzing",
}


class Vastlegging(Protocol):
    """A record of a toetsing, as a fact or as a row."""

    @property
    def getoetst_op(self) -> date: ...

    @property
    def feiten(self) -> str: ...

    @property
    def afweging(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Momentstand:
    """One toetsingsmoment on one day.

    ``laatste`` is the last record, counting or not; ``tellend`` the last that counts. ``bezwaren`` say why the moment
    is not answered for this stage; ``hints`` only ask to look again and never block.
    """

    moment: str
    stand: str
    laatste: Toetsing | None
    tellend: Toetsing | None
    bezwaren: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def teken(self) -> str:
        return TEKEN[self.stand]


def momentstand(s: Stand, moment: str, *, gelijke_teksten: int = 0, heropend: bool = False) -> Momentstand:
    """Judge one moment on the day of ``s``.

    ``gelijke_teksten`` is in how many dossiers the last afweging stands. ``heropend`` says that a signal was recorded
    after the last toetsing, though it may be dated before it.
    """
    laatst = laatste([t for t in s.toetsingen if t.moment == moment], lambda t: t.getoetst_op)
    return Momentstand(
        moment=moment,
        stand="aanwijzing" if heropend else toetsingsteken(s, moment),
        laatste=laatst,
        tellend=s.laatste_toetsing.get(moment),
        bezwaren=tuple(_bezwaren(s, moment, laatst)),
        hints=tuple(_hints(laatst, gelijke_teksten)) if laatst else (),
    )


def telt_niet_omdat(toetsing: Vastlegging, *, ontvangen_op: date, heropend: bool) -> list[str]:
    """Why this one record is no substantive toetsing of a dossier; an empty list means that it counts.

    In a dossier that follows an earlier one (``heropend``) only what came after its transfer counts.
    """
    redenen = []
    if is_leeg(toetsing.feiten):
        redenen.append(_("Er zijn geen feiten ingevuld."))
    if is_leeg(toetsing.afweging):
        redenen.append(_("Er is geen afweging ingevuld."))
    if heropend and toetsing.getoetst_op < ontvangen_op:
        redenen.append(
            _("De toetsing is van %(dag)s, uit een eerder dossier. Dit dossier kwam op %(ontvangen)s binnen.")
            % {"dag": dag_maand(toetsing.getoetst_op), "ontvangen": dag_maand(ontvangen_op)}
        )
    return redenen


def telt_niet_in(s: Stand, toetsing: Vastlegging) -> list[str]:
    """As :func:`telt_niet_omdat`, for who has the facts at hand."""
    return telt_niet_omdat(
        toetsing, ontvangen_op=s.beeld.overdracht.ontvangen_op, heropend=bool(s.beeld.eerdere_dossiers)
    )


def _bezwaren(s: Stand, moment: str, laatst: Toetsing | None) -> Iterator[str]:
    if laatst is None:
        yield _("Er is nog niets vastgelegd.")
    else:
        yield from telt_niet_in(s, laatst)
    tellend = s.laatste_toetsing.get(moment)
    signaal = laatste([x for x in s.signalen if x.moment == moment], lambda x: x.ontvangen_op)
    if signaal is not None and tellend is not None and signaal.ontvangen_op > tellend.getoetst_op:
        yield (
            _("Ouder dan de aanwijzing: de afweging is van %(dag)s, de aanwijzing kwam op %(signaal)s.")
            % {"dag": dag_maand(tellend.getoetst_op), "signaal": dag_maand(signaal.ontvangen_op)}
        )
    begin = stadium_begon_op(s)
    if tellend is not None and tellend.getoetst_op < begin:
        yield (
            _("Ouder dan dit stadium: de afweging is van %(dag)s, het stadium begon op %(begin)s.")
            % {"dag": dag_maand(tellend.getoetst_op), "begin": dag_maand(begin)}
        )


def _hints(toetsing: Toetsing, gelijke_teksten: int) -> Iterator[str]:
    if not is_leeg(toetsing.feiten) and len(toetsing.feiten.split()) < WOORDEN_VAN_FEITEN:
        yield (
            _("Bij de feiten staat alleen: “%(tekst)s”. Daaruit blijkt niet wat u vroeg en wat u hoorde.")
            % {"tekst": toetsing.feiten.strip()}
        )
    if not is_leeg(toetsing.afweging) and len(toetsing.afweging.split()) < WOORDEN_VAN_EEN_AFWEGING:
        yield (
            _("Bij de afweging staat alleen: “%(tekst)s”. Daaruit blijkt niet wat er is gewogen.")
            % {"tekst": toetsing.afweging.strip()}
        )
    if gelijke_teksten >= STANDAARD_VANAF:
        yield (
            _("Deze afweging staat woordelijk in %(aantal)d dossiers. Gaat zij over deze persoon?")
            % {"aantal": gelijke_teksten}
        )
    if not toetsing.bronnen:
        yield _("Er is geen bron genoemd. Wat heeft u zelf nagevraagd?")


def stadia(s: Stand) -> list[tuple[date, str]]:
    """The days on which a stage began, with the words for what came after, in order of time."""
    begin = [(s.beeld.overdracht.ontvangen_op, _("Na de overdracht"))]
    if s.beroep is not None and s.beroep.zitting_bekend_op is not None:
        begin.append((s.beroep.zitting_bekend_op, _("Zitting bekend")))
    if s.basis is not None and s.basis <= s.op:
        woord = _("Na de uitspraak") if s.beroepsstand == "afgedaan" else _("Na de beroepstermijn")
        begin.append((s.basis, woord))
    return sorted(begin, key=lambda stadium: stadium[0])


def stadium_op(begin: list[tuple[date, str]], dag: date) -> str:
    """In which stage a day fell."""
    woorden = [woord for van, woord in begin if van <= dag]
    return woorden[-1] if woorden else _("Vóór deze overdracht")
