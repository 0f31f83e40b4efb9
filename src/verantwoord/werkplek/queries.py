"""Questions of the staff desk: one dossier with what the norms say, its family, and finding somebody."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.queries import VOLGORDE
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.namen import gevouwen, klank
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.dossier.queries import dossier_of
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.geboorte import lees_geboorte

_NUMMER: Final = re.compile(r"(?:d[\s-]*)?(\d{4})[\s-]+(\d{1,6})", re.IGNORECASE)
_CIJFERS: Final = re.compile(r"[\d\s.-]+")
HEEL_VOLGNUMMER: Final = 6
_LIDWOORD: Final = ("al", "el")
# Shorter than this, half the names would match.
KORTSTE_ZOEKVRAAG: Final = 2
LAATSTE_CIJFERS: Final = 4


def stand_van_dossier(
    dossier_id: UUID, *, viewer: Medewerker, peildatum: date, ook: Mapping[str, Any] | None = None
) -> tuple[Dossier, Feitenstand, Beoordeling]:
    """One dossier, its facts on the day and what the norms say. Raises ``Dossier.DoesNotExist``."""
    dossier = dossier_of(dossier_id, viewer=viewer, op=peildatum, ook=ook)
    bewaard = Stand.objects.filter(pk=dossier.pk).values_list("beeld", flat=True).first()
    beeld = lees_dossierbeeld(bewaard.encode()) if bewaard is not None else beeld_of(dossier.pk)
    parameters = geldende_parameters()
    stand = Feitenstand(beeld, peildatum, parameters.op(peildatum))
    return dossier, stand, beoordeel_stand(stand, regelset=parameters.regelset)


def familie_of(v_nummers: Sequence[str], *, viewer: Medewerker) -> dict[str, Dossier]:
    """The open dossiers of these people that the viewer may see, by v-number."""
    if not v_nummers:
        return {}
    dossiers = (
        Dossier.objects.visible_to(viewer)
        .filter(persoon__v_nummer__in=v_nummers, gesloten_op__isnull=True)
        .select_related("persoon", "regievoerder")
    )
    return {dossier.persoon.v_nummer: dossier for dossier in dossiers}


def standen_of(dossiers: Collection[UUID], *, viewer: Medewerker) -> QuerySet[Stand]:
    """The rows of these dossiers that the viewer may see, in the order of a search: open ones first."""
    return (
        Stand.objects.visible_to(viewer)
        .filter(pk__in=dossiers)
        .select_related("dossier__persoon", "regievoerder")
        .defer("beeld")
        .order_by("gesloten", *VOLGORDE)
    )


def zoek(vraag: str, *, viewer: Medewerker) -> QuerySet[Stand]:
    """The dossiers whose person or number fits, of those the viewer may see, in the order of work lists.

    A v-number may be typed with spaces, and as its beginning or its last four digits; a dossier number without its D. Names forgive accents,
    capitals and other spellings of the same sounds; every word must fit, in any order, in the name or in another name
    the person is known by. A birth date, whole or in part, may stand alone or beside a name. Fewer than two letters
    or digits find nothing.
    """
    standen = (
        Stand.objects.visible_to(viewer)
        .select_related("dossier__persoon", "regievoerder")
        .defer("beeld")
        .order_by("gesloten", *VOLGORDE)
    )
    voorwaarde = _voorwaarde(vraag.strip())
    return standen.none() if voorwaarde is None else standen.filter(voorwaarde)


def zoek_bijna(vraag: str, *, viewer: Medewerker) -> QuerySet[Stand]:
    """Names that look like what was typed, for when nothing fits: a letter too many, two that changed places."""
    naam = gevouwen(vraag)
    standen = zoek(vraag, viewer=viewer)
    if len(naam) < 4 or any(teken.isdigit() for teken in naam):
        return standen.none()
    return (
        Stand.objects.visible_to(viewer)
        .select_related("dossier__persoon", "regievoerder")
        .defer("beeld")
        .filter(dossier__persoon__zoeknaam__trigram_word_similar=naam)
        .order_by("gesloten", *VOLGORDE)
    )


def _voorwaarde(vraag: str) -> Q | None:
    """What fits as a name or number, or what fits as a birth date with the rest as a name."""
    voorwaarde = _naam_of_nummer(vraag)
    gevonden = lees_geboorte(vraag, via="dossier__persoon__")
    if gevonden is None:
        return voorwaarde
    geboren, rest = gevonden
    if rest:
        naam = None if _CIJFERS.fullmatch(rest) else _naam_of_nummer(rest)
        if naam is None:
            return voorwaarde
        geboren &= naam
    return geboren if voorwaarde is None else voorwaarde | geboren


def _naam_of_nummer(vraag: str) -> Q | None:
    if treffer := _NUMMER.fullmatch(vraag):
        jaar, volgnummer = treffer[1], treffer[2]
        if len(volgnummer) == HEEL_VOLGNUMMER:
            return Q(dossier__nummer=f"D-{jaar}-{volgnummer}")
        return Q(dossier__nummer__regex=rf"^D-{jaar}-[0-9]*{volgnummer.lstrip('0') or '0'}")
    if _CIJFERS.fullmatch(vraag):
        cijfers = re.sub(r"\D", "", vraag)
        if len(cijfers) < KORTSTE_ZOEKVRAAG:
            return None
        voorwaarde = Q(dossier__persoon__v_nummer__startswith=cijfers)
        # People read each other the end of a number; a longer piece is its beginning, which the index finds.
        if len(cijfers) == LAATSTE_CIJFERS:
            voorwaarde |= Q(dossier__persoon__v_nummer__endswith=cijfers)
        return voorwaarde
    letters = gevouwen(vraag)
    if len(letters) < KORTSTE_ZOEKVRAAG:
        return None
    voorwaarde = Q()
    for woord in letters.split():
        voorwaarde &= _woord(woord)
    return voorwaarde


def _woord(woord: str) -> Q:
    """One word as it is written, as it is said, and without the article that some write fast to the name."""
    past = Q(dossier__persoon__zoeknaam__contains=woord)
    for vorm in (woord, woord[2:]) if woord.startswith(_LIDWOORD) and len(woord) > 4 else (woord,):
        gezegd = klank(vorm)
        if len(gezegd) >= KORTSTE_ZOEKVRAAG:
            # Behind the bar stand the sounds; a word is found by its beginning.
            past |= Q(dossier__persoon__zoeknaam__regex=rf"\|.* {re.escape(gezegd)}")
    return past


def is_te_kort(vraag: str) -> bool:
    """Tell whether a search would match half of everyone and is therefore not tried."""
    return _voorwaarde(vraag.strip()) is None
