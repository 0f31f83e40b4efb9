"""Does the vertrektermijn run, and from which day? The answer of norm ``vertrektermijn-start``.

It stands here and not among the norms, because the termijnen are counted with it.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import ASIEL, Definities
from verantwoord.kern.kalender import voluit
from verantwoord.kern.woorden import OPSCHORTING, stand_van_beroep

_BEROEP_NOG_OPEN: Final = frozenset({"loopt", "termijn_loopt", "termijn_onbekend", "uitspraak_onvolledig"})
_PAST: Final = voldaan("De gebeurtenis waarmee de vertrektermijn begint, klopt met de procedure.")
_DAG_EEN: Final = "de dag daarna is dag 1."


def beoordeel_start(s: Definities) -> Antwoord:
    """Judge the recorded start event against the procedure, in the order of the catalogue."""
    if s.actieve_opschorting is not None:
        opschorting = s.actieve_opschorting
        tot = f" tot en met {voluit(opschorting.tot)}" if opschorting.tot else ""
        return niet_van_toepassing(
            f"Het vertrek is opgeschort door {OPSCHORTING[opschorting.soort]}{tot}. Zolang loopt er geen vertrektermijn."
        )
    if s.beroepsstand == "geen_besluit":
        return onbekend(
            "Er staat geen besluit in het dossier, dus niemand kan zeggen of er een vertrektermijn loopt. "
            "De IND kan het besluit geven.",
            "procedure.besluiten",
        )
    t = s.vertrektermijn
    if t.startgebeurtenis is None and t.start_op is None and _wacht_op_rechter(s):
        return niet_van_toepassing(f"{stand_van_beroep(s)} Daarom loopt er nu geen vertrektermijn.")

    past = _PASSEND[t.startgebeurtenis](s, t.start_op) if t.startgebeurtenis is not None else _PAST
    if past.oordeel == "niet_voldaan":
        return past
    ontbreekt = _ontbrekend_begin(s)
    if ontbreekt is not None:
        return onbekend(ontbreekt.uitleg, *ontbreekt.ontbreekt, *past.ontbreekt)
    return past


def _wacht_op_rechter(s: Definities) -> bool:
    """The term cannot run yet: the appeal was well-founded, or may be awaited in the Netherlands."""
    if s.beroepsstand == "gegrond":
        return True
    return s.beroepsstand in _BEROEP_NOG_OPEN and s.schorsende_werking is not False


def _ontbrekend_begin(s: Definities) -> Antwoord | None:
    """Say what is missing of the start: the event, its day, or a new day after a suspension."""
    t = s.vertrektermijn
    if t.startgebeurtenis is None or t.start_op is None:
        delen = []
        if t.startgebeurtenis is None:
            delen.append(("vertrektermijn.startgebeurtenis", "de gebeurtenis waarmee zij begint"))
        if t.start_op is None:
            delen.append(("vertrektermijn.start_op", "de dag waarop zij begint"))
        return onbekend(
            f"Van de vertrektermijn ontbreekt {' en '.join(wat for _, wat in delen)}. De regievoerder legt dit vast, zo "
            "nodig na een vraag aan de IND. Tot dan loopt er geen termijn.",
            *(pad for pad, _ in delen),
        )
    einde = s.geeindigde_opschorting_tot
    if einde is not None and einde > t.start_op:
        return onbekend(
            f"De vertrektermijn begon op {voluit(t.start_op)}, maar daarna was het vertrek opgeschort tot en met "
            f"{voluit(einde)}. De oude termijn begint dan niet vanzelf opnieuw: de IND moet zeggen vanaf welke dag een "
            "termijn loopt.",
            "vertrektermijn.start_op",
        )
    return None


# Each of the functions below says whether a start event fits the procedure. Without a day it can only say
# what is certain without that day.


def _uitspraak_ongegrond(s: Definities, start: date | None) -> Antwoord:
    if s.beroepsstand == "uitspraak_onvolledig":
        return onbekend(
            "De vertrektermijn zou zijn begonnen met een uitspraak, maar van die uitspraak ontbreekt de uitkomst of de "
            "dag waarop zij bekend is gemaakt. De IND of de rechtbank kan dit zeggen.",
            *s.ontbrekend_aan_uitspraak,
        )
    if s.beroepsstand != "afgedaan" or s.basis is None:
        return niet_voldaan(
            f"Als begin van de vertrektermijn staat een ongegrond beroep vastgelegd, maar dat klopt niet. {stand_van_beroep(s)}"
        )
    if start is None:
        return _PAST
    if start < s.basis:
        return niet_voldaan(
            f"De vertrektermijn begint volgens het dossier op {voluit(start)}, maar de uitspraak is pas op "
            f"{voluit(s.basis)} bekendgemaakt."
        )
    return voldaan(
        f"De uitspraak op het beroep is op {voluit(s.basis)} bekendgemaakt. De vertrektermijn begint op {voluit(start)}; "
        + _DAG_EEN
    )


def _beroepstermijn_verstreken(s: Definities, start: date | None) -> Antwoord:
    tot = s.beroepstermijn_tot
    if s.beroepsstand == "termijn_onbekend":
        return onbekend(
            "De vertrektermijn zou zijn begonnen na de beroepstermijn, maar de laatste dag van de beroepstermijn is niet "
            "goed vastgelegd. De IND kan die dag geven.",
            "procedure.beroepstermijn_tot",
        )
    if s.beroepsstand != "termijn_verstreken" or tot is None:
        return niet_voldaan(
            "Als begin van de vertrektermijn staat een ongebruikte beroepstermijn vastgelegd, maar dat klopt niet. "
            + stand_van_beroep(s)
        )
    if start is None:
        return _PAST
    if start < tot:
        return niet_voldaan(
            f"De vertrektermijn begint volgens het dossier op {voluit(start)}, maar de beroepstermijn liep nog tot en met "
            f"{voluit(tot)}."
        )
    return voldaan(
        f"De beroepstermijn is op {voluit(tot)} voorbijgegaan zonder beroep. De vertrektermijn begint op {voluit(start)}; "
        + _DAG_EEN
    )


def _besluit_zonder_schorsende_werking(s: Definities, start: date | None) -> Antwoord:
    besluit = s.referentiebesluit
    if besluit is None or besluit.schorsende_werking is True:
        return niet_voldaan(
            "Als begin van de vertrektermijn staat een besluit vastgelegd dat meteen werkt, maar beroep tegen het besluit "
            "stelt het vertrek uit."
        )
    bekend = besluit.bekendgemaakt_op
    if start is not None and bekend is not None and start < bekend:
        return niet_voldaan(
            f"De vertrektermijn begint volgens het dossier op {voluit(start)}, maar het besluit is pas op {voluit(bekend)} "
            "bekendgemaakt."
        )
    ontbreekt = [v for v in ("schorsende_werking", "bekendgemaakt_op") if getattr(besluit, v) is None]
    if ontbreekt or bekend is None:
        return onbekend(
            f"Van het besluit van {voluit(besluit.genomen_op)} staat niet vast of beroep het vertrek uitstelt, of op welke "
            "dag het is bekendgemaakt. De IND kan dit zeggen.",
            *(s.pad("besluiten", besluit, veld) for veld in ontbreekt),
        )
    if start is None:
        return _PAST
    return voldaan(
        f"Beroep tegen het besluit van {voluit(besluit.genomen_op)} stelt het vertrek niet uit; het besluit is op "
        f"{voluit(bekend)} bekendgemaakt. De vertrektermijn begint op {voluit(start)}; " + _DAG_EEN
    )


def _intrekking_aanvraag(s: Definities, start: date | None) -> Antwoord:
    ingetrokken = [a.ingetrokken_op for a in s.aanvragen if a.soort in ASIEL and a.ingetrokken_op is not None]
    passend = [dag for dag in ingetrokken if start is None or dag <= start]
    if not passend:
        return niet_voldaan(
            "Als begin van de vertrektermijn staat een ingetrokken asielaanvraag vastgelegd, maar op die dag was er geen "
            "asielaanvraag ingetrokken."
        )
    if start is None:
        return _PAST
    return voldaan(
        f"De asielaanvraag is op {voluit(max(passend))} ingetrokken. De vertrektermijn begint op {voluit(start)}; "
        + _DAG_EEN
    )


def _einde_uitstel(s: Definities, start: date | None) -> Antwoord:
    einden = [o.tot for o in s.opschortingen if o.tot is not None and o.tot < s.op]
    passend = [einde for einde in einden if start is None or einde <= start]
    if not einden:
        return niet_voldaan(
            "Als begin van de vertrektermijn staat het einde van uitstel van vertrek vastgelegd, maar er is geen uitstel dat "
            "is geëindigd."
        )
    if not passend:
        return niet_voldaan(
            f"De vertrektermijn begint volgens het dossier al voor het einde van het uitstel van vertrek op {voluit(min(einden))}."
        )
    if start is None:
        return _PAST
    return voldaan(
        f"Het uitstel van vertrek is geëindigd op {voluit(max(passend))}. De vertrektermijn begint op {voluit(start)}; "
        + _DAG_EEN
    )


_PASSEND: Final[dict[str, Callable[[Definities, date | None], Antwoord]]] = {
    "uitspraak_ongegrond": _uitspraak_ongegrond,
    "beroepstermijn_verstreken": _beroepstermijn_verstreken,
    "besluit_zonder_schorsende_werking": _besluit_zonder_schorsende_werking,
    "intrekking_aanvraag": _intrekking_aanvraag,
    "einde_uitstel": _einde_uitstel,
}
