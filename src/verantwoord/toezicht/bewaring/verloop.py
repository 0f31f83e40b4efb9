"""How a detention stands on a day and what is owed about it: worked out from facts and what was kept, never stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toetsing.models import Signaal
from verantwoord.toezicht.bewaring.keuzes import ANTWOORD_BINNEN, HEROVERWEEG_NA, Regelsoort, Stand
from verantwoord.toezicht.bewaring.models import Bewaringsregel, Voorstel
from verantwoord.web.datums import dag_maand


@dataclass(frozen=True, kw_only=True)
class Taak:
    """One thing that is owed: what, why, by which day, by which source, and the step that does it."""

    titel: str
    uitleg: str
    uiterlijk: date
    bron: str
    stap: str


def taken_van(
    s: Feitenstand,
    *,
    voorstel: Voorstel | None,
    regels: Sequence[Bewaringsregel],
    signalen: Sequence[Signaal],
) -> list[Taak]:
    """What is owed about a proposal or a detention on the day of ``s``, the earliest first. Silence only adds to it."""
    plaats, bewaring = open_bewaring(s)
    taken = [*_over_het_voorstel(voorstel)]
    if plaats is not None and bewaring is not None and bewaring.opgelegd_op is not None:
        van_deze = [regel for regel in regels if regel.plaats == plaats]
        taken += _na_het_opleggen(s, bewaring, bewaring.opgelegd_op, van_deze, signalen)
    return sorted(taken, key=lambda taak: taak.uiterlijk)


def open_bewaring(s: Feitenstand) -> tuple[int | None, d.Bewaring | None]:
    """The detention, or the proposal, that has not ended, and its place among the facts."""
    open_ = [nummer for nummer, b in enumerate(s.beeld.bewaringen) if b.opgeheven_op is None]
    return (open_[-1], s.beeld.bewaringen[open_[-1]]) if open_ else (None, None)


def heroverwegen_op(begin: date, regels: Sequence[Bewaringsregel], signalen: Sequence[Signaal]) -> date:
    """By which day somebody must look again: what was agreed, at most four weeks, and at once after a new sign."""
    gedaan = [regel for regel in regels if regel.soort == Regelsoort.HEROVERWOGEN]
    laatste = gedaan[-1] if gedaan else None
    if laatste is None:
        gewoon = begin + timedelta(days=HEROVERWEEG_NA)
        nieuw = [x for x in signalen if timezone.localdate(x.vastgelegd_op) >= begin]
    else:
        gewoon = date.fromisoformat(laatste.gegevens["volgende_op"])
        nieuw = [x for x in signalen if x.vastgelegd_op > laatste.vastgelegd_op]
    return min([gewoon, *(timezone.localdate(x.vastgelegd_op) for x in nieuw)])


def _over_het_voorstel(voorstel: Voorstel | None) -> Iterator[Taak]:
    if voorstel is None:
        return
    if voorstel.stand == Stand.BIJ_LEZER and voorstel.gevraagd_op and voorstel.lezer:
        yield Taak(
            titel="Een voorstel voor bewaring als tweede lezen.",
            uitleg=(
                f"{voorstel.opsteller.naam} vroeg {voorstel.lezer.naam} op {dag_maand(voorstel.gevraagd_op)} om mee te lezen. "
                "Zonder tweede lezer gaat het niet verder."
            ),
            uiterlijk=voorstel.gevraagd_op + timedelta(days=ANTWOORD_BINNEN),
            bron="Rapport Verantwoord Vertrek 2.2",
            stap="lezen",
        )
    elif voorstel.stand == Stand.AKKOORD and voorstel.gelezen_op:
        tekenen = voorstel.met_minderjarige and voorstel.directie_id is None
        yield Taak(
            titel="Beslissen of dit voorstel nog nodig is.",
            uitleg=(
                "De tweede lezer is akkoord. "
                + (
                    "Er is een minderjarige: eerst tekent iemand namens de directie. "
                    if tekenen
                    else "Leg het voor aan een bevoegde ambtenaar. "
                )
                + "Is er intussen een lichter middel, trek het dan in."
            ),
            uiterlijk=voorstel.gelezen_op + timedelta(days=ANTWOORD_BINNEN),
            bron="Rapport Verantwoord Vertrek 2.2",
            stap="",
        )
    elif voorstel.stand == Stand.BIJ_AMBTENAAR and voorstel.voorgelegd_op and voorstel.ambtenaar:
        yield Taak(
            titel="Navragen bij de bevoegde ambtenaar, of het voorstel intrekken.",
            uitleg=(
                f"{voorstel.ambtenaar.naam} heeft het sinds {dag_maand(voorstel.voorgelegd_op)} en heeft nog niet besloten. "
                "Zolang niemand besluit, verandert er niets voor de persoon."
            ),
            uiterlijk=voorstel.voorgelegd_op + timedelta(days=ANTWOORD_BINNEN),
            bron="Rapport Verantwoord Vertrek 2.2",
            stap="",
        )


def _na_het_opleggen(
    s: Feitenstand,
    bewaring: d.Bewaring,
    begin: date,
    regels: Sequence[Bewaringsregel],
    signalen: Sequence[Signaal],
) -> Iterator[Taak]:
    if not any(regel.soort == Regelsoort.ADVOCAAT for regel in regels):
        yield Taak(
            titel="De advocaat inlichten.",
            uitleg="Wie in bewaring zit, krijgt meteen een advocaat. Leg vast wie dat is en sinds wanneer hij het weet.",
            uiterlijk=begin,
            bron="Vw 2000 art. 100",
            stap="advocaat",
        )
    kennis = s.termijnen.rechtbank_in_kennis.eindigt_op
    if bewaring.rechtbank_in_kennis_op is None and kennis is not None:
        yield Taak(
            titel="De rechtbank in kennis stellen.",
            uitleg=f"Dat moet uiterlijk {dag_maand(kennis)}.",
            uiterlijk=kennis,
            bron="Vw 2000 art. 94",
            stap="rechtbank",
        )
    dag = heroverwegen_op(begin, regels, signalen)
    yield Taak(
        titel="Opnieuw bekijken of bewaring nog mag.",
        uitleg=_waarom_nu(s, begin, regels, signalen),
        uiterlijk=dag,
        bron="Richtlijn 2008/115/EG art. 15 lid 3 en 4",
        stap="heroverwegen",
    )


def _waarom_nu(
    s: Feitenstand, begin: date, regels: Sequence[Bewaringsregel], signalen: Sequence[Signaal]
) -> str:
    zonder = heroverwegen_op(begin, regels, [])
    if heroverwegen_op(begin, regels, signalen) < zonder:
        return "Er kwam een nieuwe aanwijzing binnen. Bekijk meteen of de bewaring nog mag. Kan dat niet, hef haar dan op."
    if s.op > zonder:
        return "De afgesproken dag is voorbij. Is er nog zicht op uitzetting, en volstaat nu iets lichters? Anders: hef haar op."
    return "Is er dan nog zicht op uitzetting, en volstaat iets lichters?"
