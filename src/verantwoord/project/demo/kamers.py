"""What the rooms keep beside the facts: steps of routes, the course of a referral, and passages that were read again."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from verantwoord.kern.signalen import lexiconversie, zoek_passages
from verantwoord.ondersteuning.keuzes import Naar, Verloop
from verantwoord.ondersteuning.models import Verwijzing, Verwijzingsstap
from verantwoord.project.demo.begeleiding import Ontwerp
from verantwoord.project.demo.teksten.gesprek import TERZIJDE
from verantwoord.toegang.models import Medewerker
from verantwoord.toetsing.models import Routeregel
from verantwoord.toetsing.tekst import vinger_van
from verantwoord.vertrekgesprek.keuzes import Besluitsoort
from verantwoord.vertrekgesprek.models import AfspraakGedaan, Gesprek, Passagebesluit
from verantwoord.vertrekgesprek.passages import leesteksten

# Whoever holds a talk reads its words again within so many days.
NAGELEZEN: Final = timedelta(days=11)
# How long a referral has a course of its own to show; of older ones the facts say enough.
VERLOOP: Final = timedelta(days=90)


def kamerrijen(
    ontwerp: Ontwerp, dossier_id: UUID, medewerkers: Mapping[str, Medewerker], *, vandaag: date
) -> Iterator[Model]:
    """The rows of one dossier that are no mirror of a fact."""
    for stap in ontwerp.stappen:
        if stap.door in medewerkers:
            yield Routeregel(
                dossier_id=dossier_id,
                moment=stap.moment,
                stap=stap.naam,
                op=stap.op,
                invoer=stap.invoer,
                toelichting=stap.toelichting,
                toelichting_vinger=vinger_van(stap.toelichting),
                door=medewerkers[stap.door],
                door_naam=stap.door,
                vastgelegd_op=_om(stap.op, 14),
            )
    regie = medewerkers.get(ontwerp.beeld.regievoerder or "")
    if regie is not None:
        yield from _verwijzingen(ontwerp, dossier_id, regie, vandaag)


def _verwijzingen(ontwerp: Ontwerp, dossier_id: UUID, regie: Medewerker, vandaag: date) -> Iterator[Model]:
    for plaats, feit in enumerate(ontwerp.beeld.verwijzingen):
        if feit.naar not in Naar.values or feit.verwezen_op < vandaag - VERLOOP:
            continue
        einde = ontwerp.einden.get(plaats)
        loopt = einde is None and feit.resultaat is None and ontwerp.beeld.gesloten_op is None
        rij = Verwijzing(
            dossier_id=dossier_id,
            plaats=plaats,
            naar=feit.naar,
            organisatie=feit.organisatie or "",
            waarvoor="Bespreken wat u bij een begin na terugkeer kunt betekenen, en wat dat kost.",
            toestemming=feit.toestemming,
            gevraagd_op=feit.verwezen_op,
            volgende_op=vandaag + timedelta(days=3 + plaats % 9) if loopt and feit.opvolging_op else None,
            beeindigd_op=einde.op if einde else None,
            einde=einde.waarom if einde else None,
        )
        yield rij
        verloop = [
            (Verloop.GEDAAN, feit.verwezen_op, rij.waarvoor),
            (
                Verloop.OPVOLGING,
                feit.opvolging_op,
                "Gebeld. Er is een afspraak gemaakt voor een eerste gesprek.",
            ),
            (Verloop.EINDE, einde.op, einde.tekst)
            if einde
            else (Verloop.RESULTAAT, feit.resultaat_op, feit.resultaat),
        ]
        for soort, op, tekst in verloop:
            if op is not None and tekst:
                yield Verwijzingsstap(
                    verwijzing=rij, soort=soort, op=op, tekst=tekst, door=regie, door_naam=regie.naam,
                    vastgelegd_op=_om(op, 15),
                )  # fmt: skip


def afspraakrijen(gesprek: Gesprek, regie: Medewerker, *, vandaag: date) -> Iterator[Model]:
    """What was agreed and kept: nearly all of longer ago, and here and there one that was forgotten."""
    for nummer, afspraak in enumerate(gesprek.afspraken):
        uiterlijk = date.fromisoformat(afspraak["uiterlijk"])
        vergeten = (uiterlijk.day + nummer) % 9 == 0
        if uiterlijk < vandaag - timedelta(days=7) and not vergeten:
            yield AfspraakGedaan(
                gesprek=gesprek,
                nummer=nummer,
                gedaan_op=uiterlijk - timedelta(days=uiterlijk.day % 4),
                door=regie,
            )


def passagerijen(gesprek: Gesprek, regie: Medewerker, *, vandaag: date) -> Iterator[Model]:
    """What was decided about the words of a talk; those of the last weeks still wait to be read."""
    if gesprek.afgerond_op is None or gesprek.afgerond_op > vandaag - NAGELEZEN:
        return
    for passage in zoek_passages(leesteksten(gesprek, toegevoegd=())):
        yield Passagebesluit(
            gesprek=gesprek,
            vindplaats=passage.vindplaats,
            begin=passage.begin,
            eind=passage.eind,
            terrein=passage.terrein,
            citaat=passage.citaat,
            soort=Besluitsoort.TERZIJDE,
            reden=TERZIJDE[passage.terrein],
            regels=passage.regels,
            lexicon=lexiconversie(),
            door=regie,
            door_naam=regie.naam,
            gegeven_op=_om(gesprek.afgerond_op + timedelta(days=4), 10),
        )


def _om(dag: date, uur: int) -> datetime:
    return datetime.combine(dag, time(uur), tzinfo=timezone.get_default_timezone())
