"""Where somebody is in the procedure: a few steps in words, from the decision to the departure."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.portaal.taal import Zin, zin
from verantwoord.web.waarden import Routestap

_GEDAAN: Final = "gedaan"
_STRAKS: Final = "niet-begonnen"
_HOGER_BEROEP: Final = 28


def route_van(s: Stand) -> tuple[Routestap, ...]:
    """The steps on the day of ``s``, with the one that is now marked. Why departure lies still is said elsewhere."""
    stappen = [_besluit(s), *_rechter(s), *_tijd(s), _einde(s)]
    nu = next((i for i, (_titel, _bij, gedaan) in enumerate(stappen) if not gedaan), len(stappen) - 1)
    return tuple(
        Routestap(
            teken=_GEDAAN if gedaan else ("nu" if i == nu else _STRAKS),
            titel=zin("U bent hier: %(stap)s", stap=titel) if i == nu else titel,
            toelichting=bij,
            huidig=i == nu,
            woord=zin("klaar") if gedaan else (zin("nu") if i == nu else zin("nog niet begonnen")),
        )
        for i, (titel, bij, gedaan) in enumerate(stappen)
    )


_Stap = tuple[Zin, Zin | str, bool]


def _besluit(s: Stand) -> _Stap:
    titel = zin("Besluit van de IND")
    besluit = s.referentiebesluit
    if s.asielbesluit_is_inwilliging:
        return titel, zin("De IND heeft ja gezegd op uw aanvraag."), True
    if besluit is None:
        return titel, zin("De IND heeft nog niet beslist, of wij weten het nog niet."), False
    if besluit.soort == "afwijzing":
        return titel, zin("De IND zei nee op %(dag)s.", dag=besluit.genomen_op), True
    return titel, zin("De IND besliste op %(dag)s dat u moet vertrekken.", dag=besluit.genomen_op), True


def _rechter(s: Stand) -> Iterator[_Stap]:
    if s.referentiebesluit is None:
        return
    beroep, titel = s.beroep, zin("Beroep bij de rechter")
    if beroep is None:
        yield titel, _zonder_beroep(s), s.beroepsstand == "termijn_verstreken"
        return
    yield titel, _beroep(s), s.beroepsstand != "loopt"
    if not beroep.zonder_zitting:
        klaar = beroep.uitspraak_op is not None or (
            beroep.zitting_op is not None and beroep.zitting_op < s.op
        )
        bij = (
            zin("%(dag)s", dag=beroep.zitting_op) if beroep.zitting_op else zin("Wij weten de dag nog niet.")
        )
        yield zin("Zitting bij de rechtbank"), bij, klaar
    yield zin("Uitspraak van de rechter"), _uitspraak(s), s.beroepsstand == "afgedaan"


def _zonder_beroep(s: Stand) -> Zin:
    tot = s.beroepstermijn_tot
    if tot is None or s.beroepsstand == "termijn_onbekend":
        return zin("Wij weten nog niet tot welke dag u naar de rechter kunt. Vraag het uw advocaat.")
    if s.beroepsstand == "termijn_loopt":
        return zin("U kunt naar de rechter gaan tot en met %(dag)s.", dag=tot)
    return zin("De tijd om naar de rechter te gaan was voorbij op %(dag)s.", dag=tot)


def _beroep(s: Stand) -> Zin:
    if s.beroepsstand != "loopt":
        return zin("De rechter heeft uw beroep bekeken.")
    if s.schorsende_werking:
        return zin("U mag in Nederland blijven tot de rechter heeft beslist.")
    return zin("De rechter heeft nog niet beslist. Vraag uw advocaat of u dat in Nederland mag afwachten.")


def _uitspraak(s: Stand) -> Zin:
    beroep = s.beroep
    dag = beroep.uitspraak_op if beroep else None
    match s.beroepsstand:
        case "gegrond":
            return zin("De rechter gaf u gelijk, helemaal of voor een deel. De IND beslist opnieuw.")
        case "afgedaan" if dag is not None and _kan_hoger(s, dag):
            return zin(
                "De rechter gaf u op %(dag)s geen gelijk. Misschien kunt u nog naar een hogere rechter. Vraag dat meteen aan uw advocaat.",
                dag=dag,
            )
        case "afgedaan" if dag is not None:
            return zin("De rechter gaf u op %(dag)s geen gelijk.", dag=dag)
        case "afgedaan":
            return zin("De rechter gaf u geen gelijk.")
        case "uitspraak_onvolledig":
            return zin("Er is een uitspraak. Wij weten nog niet alles daarover.")
        case _:
            return zin("Wij weten de dag nog niet.")


def _kan_hoger(s: Stand, uitspraak_op: date) -> bool:
    """Whether a higher court may still be asked: the term is four weeks (Vw 2000 art. 69) or shorter."""
    gevraagd = any(beroep.soort == "hoger_beroep" for beroep in s.beroepen)
    return not gevraagd and s.op <= plus_dagen(uitspraak_op, _HOGER_BEROEP)


def _tijd(s: Stand) -> Iterator[_Stap]:
    """The time to arrange a departure oneself, or that departure lies still."""
    stil = s.actieve_opschorting
    if stil is not None:
        bij = (
            zin("Tot en met %(dag)s. U hoeft nu niet te vertrekken.", dag=stil.tot)
            if stil.tot
            else zin("Er is nog geen einddag. U hoeft nu niet te vertrekken.")
        )
        yield zin("Uw vertrek ligt stil"), bij, False
        return
    einde = s.termijnen.vertrektermijn.eindigt_op
    if einde is not None:
        yield (
            zin("Tijd om zelf uw vertrek te regelen"),
            zin("Tot en met %(dag)s. Wij helpen u daarbij.", dag=einde),
            einde < s.op,
        )


def _einde(s: Stand) -> _Stap:
    if s.asielbesluit_is_inwilliging:
        return zin("U mag blijven"), "", s.gesloten_op is not None
    if s.gesloten_op is not None:
        return zin("Uw dossier is gesloten"), zin("%(dag)s", dag=s.gesloten_op), True
    dagen = [boeking.gepland_op for boeking in s.open_boekingen if boeking.gepland_op >= s.op]
    # Without a day this says nothing about whether there is one: it may be withheld.
    return zin("Vertrek"), zin("%(dag)s", dag=min(dagen)) if dagen else zin("Hier staat nog geen dag."), False
