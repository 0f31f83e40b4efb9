"""The person says something in the portal; whoever directs the case reads it, and answers what asks for an answer."""

from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Dossier, Portaalaccount, Stem, Stembericht
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import plus_dagen
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Portaalrol, Recht

# The time that the norm on wishes gives holds for everything the person says.
_OPVOLGING: Final = "vertrekwens-vastleggen.opvolging"
_SOORTEN: Final = {
    Stem.Soort.VRAAG: "vraag.gesteld",
    Stem.Soort.AFSPRAAK: "afspraak.andere_dag_gevraagd",
    Stem.Soort.KOMT: "afspraak.bevestigd",
}


class StemKanNiet(DomeinFout):
    """There are no words, or nothing waits any more."""


@transaction.atomic
def say(
    *,
    door: Portaalaccount,
    dossier_id: UUID,
    soort: str,
    op: date,
    tekst: str = "",
    over: UUID | None = None,
    antwoord_voor: date | None = None,
) -> Stem:
    """Keep what the person said as a duty with a day: within the time of the norm on wishes, earlier where ``antwoord_voor`` says so.

    That somebody comes to an appointment asks nothing of anybody, and nobody else says it for the person. Where other rooms keep the words and write the event,
    they call :func:`open_stem` instead. The same words on the same day, while they wait, are said once: a button that was
    pressed twice.
    """
    require(door, Recht.STEM_LATEN_HOREN)
    if soort == Stem.Soort.KOMT and door.rol != Portaalrol.PERSOON:
        raise GeenToegang(_("Of de persoon komt, zegt de persoon zelf."))
    Dossier.objects.select_for_update().only("pk").get(pk=dossier_id)
    dezelfde = Stem.objects.wachtend().filter(
        dossier=dossier_id, account=door, soort=soort, over=over, gezegd_op=op, berichten__tekst=tekst.strip()
    )
    if (eerder := dezelfde.first()) is not None:
        return eerder
    stem = open_stem(
        door=door, dossier_id=dossier_id, soort=soort, op=op, over=over, antwoord_voor=antwoord_voor
    )
    if stem.soort == Stem.Soort.KOMT:
        stem.afgedaan_op = op
        stem.save(update_fields=["afgedaan_op"])
        close_vraag_om_dag(dossier_id, over=over, op=op)
    else:
        _schrijf(stem, tekst, op=op, naam=door.naam)
    record_gebeurtenis(
        soort=_SOORTEN[Stem.Soort(soort)],
        onderwerp=stem,
        dossier_id=dossier_id,
        door=door,
        gegevens={"uiterlijk": stem.antwoord_voor.isoformat()},
    )
    return stem


def open_stem(
    *,
    door: Portaalaccount,
    dossier_id: UUID,
    soort: str,
    op: date,
    over: UUID | None = None,
    antwoord_voor: date | None = None,
    tekst: str = "",
) -> Stem:
    """Let something that the person said elsewhere wait for somebody who reads it; part of another action.

    ``tekst`` is kept with it where no other room has a place for the words.
    """
    uiterlijk = _uiterlijk(op)
    stem = Stem.objects.create(
        dossier_id=dossier_id,
        soort=Stem.Soort(soort),
        over=over,
        account=door,
        gezegd_naam=door.naam,
        gezegd_op=op,
        antwoord_voor=uiterlijk if antwoord_voor is None else max(op, min(antwoord_voor, uiterlijk)),
    )
    if tekst:
        _schrijf(stem, tekst, op=op, naam=door.naam)
    return stem


def close_keuze(dossier_id: UUID, *, over: UUID, op: date, door: Medewerker | None = None) -> None:
    """A choice about medical matters no longer waits: it was written down, or another came. Part of another action."""
    gekozen = Stem.objects.wachtend().filter(dossier=dossier_id, over=over, soort=Stem.Soort.TOESTEMMING)
    gekozen.update(afgedaan_op=op, afgedaan_door=door)


def close_vraag_om_dag(
    dossier_id: UUID, *, over: UUID | None, op: date, door: Medewerker | None = None
) -> None:
    """Another day is no longer asked for: the talk was moved, or the person comes after all. Part of another action."""
    gevraagd = Stem.objects.wachtend().filter(dossier=dossier_id, over=over, soort=Stem.Soort.AFSPRAAK)
    gevraagd.update(afgedaan_op=op, afgedaan_door=door)


@transaction.atomic
def say_more(*, door: Portaalaccount, dossier_id: UUID, stem_id: UUID, tekst: str, op: date) -> Stem:
    """Add a message to one's own question; it waits for an answer again, of which the time begins anew if one was given."""
    require(door, Recht.STEM_LATEN_HOREN)
    stem: Stem = Stem.objects.select_for_update().get(
        pk=stem_id, dossier=dossier_id, account=door, soort=Stem.Soort.VRAAG
    )
    _schrijf(stem, tekst, op=op, naam=door.naam)
    if stem.afgedaan_op is not None:
        stem.afgedaan_op = stem.afgedaan_door = None
        stem.antwoord_voor = _uiterlijk(op)
        stem.save(update_fields=["afgedaan_op", "afgedaan_door", "antwoord_voor"])
    record_gebeurtenis(soort="vraag.gesteld", onderwerp=stem, dossier_id=dossier_id, door=door)
    return stem


@transaction.atomic
def answer_stem(*, door: Medewerker, dossier_id: UUID, stem_id: UUID, tekst: str, op: date) -> Stem:
    """Write back to the person, who reads it in the portal."""
    stem = _neem(door=door, dossier_id=dossier_id, stem_id=stem_id)
    _schrijf(stem, tekst, op=op, naam=door.naam, door=door)
    _doe_af(stem, op=op, door=door)
    record_gebeurtenis(soort="vraag.beantwoord", onderwerp=stem, dossier_id=dossier_id, door=door)
    return stem


@transaction.atomic
def mark_gelezen(*, door: Medewerker, dossier_id: UUID, stem_id: UUID, op: date) -> Stem:
    """Keep that somebody read news that asks for no answer."""
    stem = _neem(door=door, dossier_id=dossier_id, stem_id=stem_id)
    if stem.vraagt_antwoord:
        raise StemKanNiet(_("De persoon wacht op antwoord. Schrijf uw antwoord op."))
    if stem.afgedaan_op is not None:
        raise StemKanNiet(_("Dit is al gelezen."))
    if stem.soort == Stem.Soort.TOESTEMMING and stem.berichten.exists():
        # Read alone it would be lost: nobody else knows what was chosen.
        raise StemKanNiet(_("Leg de keuze van de persoon vast bij de test die het land vraagt."))
    _doe_af(stem, op=op, door=door)
    record_gebeurtenis(soort="stem.gelezen", onderwerp=stem, dossier_id=dossier_id, door=door)
    return stem


def _uiterlijk(op: date) -> date:
    return plus_dagen(op, geldende_parameters().op(op)[_OPVOLGING])


def _neem(*, door: Medewerker, dossier_id: UUID, stem_id: UUID) -> Stem:
    # Who left the Netherlands may still ask something, and gets an answer.
    lock_dossier(dossier_id, door=door, ook_gesloten=True)
    stem: Stem = Stem.objects.select_for_update().get(pk=stem_id, dossier=dossier_id)
    return stem


def _doe_af(stem: Stem, *, op: date, door: Medewerker) -> None:
    stem.afgedaan_op, stem.afgedaan_door = op, door
    stem.save(update_fields=["afgedaan_op", "afgedaan_door"])


def _schrijf(stem: Stem, tekst: str, *, op: date, naam: str, door: Medewerker | None = None) -> None:
    if not tekst.strip():
        raise StemKanNiet(_("Schrijf op wat u wilt zeggen."))
    Stembericht.objects.create(stem=stem, tekst=tekst.strip(), op=op, naam=naam, door=door)
