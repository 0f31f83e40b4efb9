"""Keeping what the rules found, signing it off, and saying why one opens very many dossiers."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kern.opvallend import NAKIJKEN_BINNEN, Treffer
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzagereden, Medewerker, OpvallendeInzage, Postcode
from verantwoord.toegang.rechten import Recht

# What was asked about somebody and one dossier is not asked again within this time.
NIET_OPNIEUW: Final = timedelta(days=90)
_CIJFERS: Final = re.compile(r"[1-9][0-9]{3}", re.ASCII)


class NakijkenKanNiet(DomeinFout):
    """A finding that cannot be signed off now; the sentence says why."""


@transaction.atomic
def keep_opvallend(
    *, door: Medewerker, treffers: Collection[Treffer], mensen: Collection[Medewerker], peildatum: date
) -> int:
    """Put new findings before the privacy officer; what was found before is not found again. How many were new."""
    require(door, Recht.HERBEOORDELEN)
    per_mens = {medewerker.pk: medewerker for medewerker in mensen}
    eerder = set(
        OpvallendeInzage.objects.filter(
            medewerker_id__in={t.medewerker for t in treffers}, dag__gt=peildatum - NIET_OPNIEUW
        ).values_list("regel", "medewerker_id", "dossier_id")
    )
    nieuw = []
    for treffer in treffers:
        sleutel = (treffer.regel, treffer.medewerker, treffer.dossier)
        wie = per_mens.get(treffer.medewerker)
        # A finding about a day as a whole names no dossier; another day is another question.
        if wie is None or (treffer.dossier is not None and sleutel in eerder):
            continue
        eerder.add(sleutel)
        nieuw.append(
            OpvallendeInzage(
                regel=treffer.regel,
                medewerker_id=wie.pk,
                naam=wie.naam,
                organisatie=wie.organisatie,
                rol=wie.rol,
                dossier_id=treffer.dossier,
                dag=treffer.dag,
                feiten=dict(treffer.feiten),
                nakijken_voor=plus_werkdagen(peildatum, NAKIJKEN_BINNEN),
            )
        )
    voor = OpvallendeInzage.objects.count()
    OpvallendeInzage.objects.bulk_create(nieuw, ignore_conflicts=True)
    bewaard = OpvallendeInzage.objects.count() - voor
    if bewaard:
        record_gebeurtenis(
            soort="inzage.opvallend",
            onderwerp=nieuw[0],
            dossier_id=None,
            door=door,
            gegevens={"aantal": bewaard},
        )
    return bewaard


@transaction.atomic
def sign_opvallend(
    *, door: Medewerker, opvallend_id: UUID, oordeel: str, toelichting: str
) -> OpvallendeInzage:
    """Say what the answer to the question was: once, with the reason, and never about oneself."""
    require(door, Recht.INZAGELOG_BEOORDELEN)
    gevonden = (
        OpvallendeInzage.objects.visible_to(door)
        .select_for_update(of=("self",))
        .filter(pk=opvallend_id)
        .first()
    )
    if gevonden is None:
        raise NakijkenKanNiet(_("Deze vraag is er niet."))
    if gevonden.medewerker_id == door.pk:
        raise NakijkenKanNiet(_("Dit gaat over uzelf. Een ander kijkt het na."))
    if gevonden.oordeel is not None:
        raise NakijkenKanNiet(_("Dit is al nagekeken. Ververs de pagina."))
    if not toelichting.strip():
        raise NakijkenKanNiet(_("Schrijf op wat u heeft gevraagd en wat het antwoord was."))
    gevonden.oordeel = OpvallendeInzage.Oordeel(oordeel)
    gevonden.toelichting = toelichting.strip()
    gevonden.beoordeeld_door, gevonden.beoordeeld_op = door, timezone.now()
    gevonden.save(update_fields=["oordeel", "toelichting", "beoordeeld_door", "beoordeeld_op"])
    record_gebeurtenis(
        soort="inzage.nagekeken",
        onderwerp=gevonden,
        dossier_id=None,
        door=door,
        gegevens={"regel": gevonden.regel, "oordeel": oordeel},
    )
    return gevonden


@transaction.atomic
def keep_postcodes(*, door: Medewerker, regels: Collection[Sequence[str]]) -> int:
    """Put the four digits of where people live and locations are in place of what was known; how many there are now.

    All or nothing: one line that cannot be read refuses the whole, with its number. What is not named is forgotten.
    """
    require(door, Recht.MEDEWERKERS_BEHEREN)
    mensen = dict(Medewerker.objects.values_list("gebruikersnaam", "pk"))
    nieuw = [_postcode(nummer, regel, mensen) for nummer, regel in enumerate(regels, start=1)]
    with als_systeem():
        Postcode.objects.all().delete()
        Postcode.objects.bulk_create(nieuw)
    return len(nieuw)


def _postcode(nummer: int, regel: Sequence[str], mensen: Mapping[str, UUID]) -> Postcode:
    soort, naam, cijfers = regel if len(regel) == 3 else ("", "", "")
    if _CIJFERS.fullmatch(cijfers):
        if soort == "locatie" and naam:
            return Postcode(locatie=naam, cijfers=cijfers)
        if soort == "medewerker" and naam in mensen:
            return Postcode(medewerker_id=mensen[naam], cijfers=cijfers)
    raise NakijkenKanNiet(
        _("Regel %(n)d is niet te lezen. Schrijf: locatie;Assen;9401 of medewerker;gebruikersnaam;9402.")
        % {"n": nummer}
    )


@transaction.atomic
def give_inzagereden(*, door: Medewerker, reden: str, aantal: int) -> Inzagereden:
    """Say why one opens so many dossiers; kept, and then one goes on."""
    if not reden.strip():
        raise NakijkenKanNiet(_("Schrijf op waarvoor u zoveel dossiers opent."))
    gegeven = Inzagereden.objects.create(medewerker=door, reden=reden.strip(), aantal=aantal)
    record_gebeurtenis(
        soort="inzage.reden_gegeven",
        onderwerp=gegeven,
        dossier_id=None,
        door=door,
        gegevens={"aantal": aantal},
    )
    return gegeven
