"""Beginning to read, judging each on one's own, deciding where two differ, and masking what still said who it was."""

import secrets
from collections.abc import Mapping, Sequence
from itertools import combinations
from string import ascii_uppercase
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.actions.slot import lock_onderzoek, noteer
from verantwoord.inspectie.fouten import IntussenGewijzigd, OnderzoekKanNiet, OnderzoekWeg
from verantwoord.inspectie.leesdesk.criteria import VAN_HET_RAPPORT
from verantwoord.inspectie.leesdesk.herkennen import Bekend, Bekenden
from verantwoord.inspectie.leesdesk.models import (
    DERDE,
    EERSTE,
    TWEEDE,
    Beoordeling,
    Criterium,
    Herkomst,
    Leesbeurt,
    Leesexemplaar,
    Leessleutel,
    Lezer,
    Naammelding,
    Oordeel,
    Verborgen,
)
from verantwoord.inspectie.leesdesk.pseudonimiseren import nieuwe_volgorde, samengevoegd, vervang
from verantwoord.inspectie.leesdesk.queries import verschilt
from verantwoord.inspectie.leesdesk.samenstellen import Deel, digest_van, ontdaan
from verantwoord.inspectie.models import Getrokken, Onderzoek, Stand
from verantwoord.kern.beoordelaars import lees_oordelen
from verantwoord.kern.verwerkingen import bij_gebeurtenis
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker

MAAK: Final = "leesdesk.maak"
GEOPEND: Final = "steekproef.gelezen"
_BIJ_CRITERIA: Final = (Stand.OPZET, Stand.TREKKING, Stand.LEZEN)
_SLEUTELBYTES: Final = 32
KORTSTE_NAAM: Final = 2


class Ingevuld(NamedTuple):
    """What an assessor filled in for one criterium; either may still be empty in a draft."""

    oordeel: str
    reden: str


# The criteria.


@transaction.atomic
def add_criterium(
    onderzoek_id: UUID, *, door: Medewerker, code: str, vraag: str, toelichting: str = "", deel: str = ""
) -> Criterium:
    """Add a question; not any more once the reading began, for all must answer the same."""
    onderzoek = _voor_het_lezen(onderzoek_id, door=door)
    if onderzoek.criteria.filter(code=code).exists():
        raise OnderzoekKanNiet(_("Deze korte naam heeft een ander criterium al. Kies een andere."))
    criterium = Criterium.objects.create(
        onderzoek=onderzoek,
        volgorde=(onderzoek.criteria.aggregate(n=Max("volgorde"))["n"] or 0) + 1,
        code=code,
        vraag=vraag,
        toelichting=toelichting,
        deel=deel,
    )
    noteer("criterium_erbij", onderzoek, door=door, criterium=code)
    return criterium


@transaction.atomic
def add_rapportcriteria(onderzoek_id: UUID, *, door: Medewerker) -> int:
    """Take over the criteria of the report of 2022 that are not there yet; return how many came."""
    onderzoek = _voor_het_lezen(onderzoek_id, door=door)
    al = set(onderzoek.criteria.values_list("code", flat=True))
    nieuw = [voorbeeld for voorbeeld in VAN_HET_RAPPORT if voorbeeld.code not in al]
    for voorbeeld in nieuw:
        add_criterium(
            onderzoek_id,
            door=door,
            code=voorbeeld.code,
            vraag=str(voorbeeld.vraag),
            toelichting=str(voorbeeld.toelichting),
            deel=voorbeeld.deel,
        )
    return len(nieuw)


@transaction.atomic
def remove_criterium(onderzoek_id: UUID, *, door: Medewerker, criterium_id: int) -> None:
    """Take a question out before the reading begins."""
    onderzoek = _voor_het_lezen(onderzoek_id, door=door)
    criterium = onderzoek.criteria.filter(pk=criterium_id).first()
    if criterium is not None:
        noteer("criterium_weg", onderzoek, door=door, criterium=criterium.code)
        criterium.delete()


def _voor_het_lezen(onderzoek_id: UUID, *, door: Medewerker) -> Onderzoek:
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=_BIJ_CRITERIA)
    if onderzoek.lezers.exists():
        raise OnderzoekKanNiet(
            _(
                "Het lezen is begonnen. De criteria blijven zoals ze zijn, want iedereen beantwoordt dezelfde vragen."
            )
        )
    return onderzoek


# Beginning.


@transaction.atomic
def start_lezen(onderzoek_id: UUID, *, door: Medewerker, lezers: Sequence[UUID]) -> None:
    """Deal the drawn dossiers out to pairs of assessors, and ask for the copies.

    With two assessors both read all; with more each pair gets an equal part, in an order that says nothing of the draw.
    Who works on the onderzoek and is not in a pair decides where that pair differs.
    """
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=(Stand.LEZEN,), leider=True)
    if onderzoek.lezers.exists():
        raise OnderzoekKanNiet(_("Het lezen is al begonnen. Ververs de pagina."))
    if not onderzoek.criteria.exists():
        raise OnderzoekKanNiet(
            _("Schrijf eerst de criteria op: de vragen die iedere beoordelaar beantwoordt.")
        )
    werken_eraan = set(onderzoek.onderzoekers.filter(tot__isnull=True).values_list("medewerker", flat=True))
    gekozen = list(dict.fromkeys(lezers))
    if len(gekozen) < 2 or not set(gekozen) <= werken_eraan:
        raise OnderzoekKanNiet(_("Kies ten minste twee beoordelaars die aan dit onderzoek werken."))
    if len(werken_eraan) < 3:
        raise OnderzoekKanNiet(
            _(
                "Er is een derde onderzoeker nodig, die beslist waar twee beoordelaars verschillen. Voeg die eerst aan het onderzoek toe."
            )
        )
    Lezer.objects.bulk_create(
        Lezer(onderzoek=onderzoek, medewerker_id=wie, letter=letter)
        for wie, letter in zip(gekozen, ascii_uppercase, strict=False)
    )
    with als_systeem():
        Leessleutel.objects.create(onderzoek=onderzoek, sleutel=secrets.token_bytes(_SLEUTELBYTES))
        deal_out(onderzoek)
    noteer("lezen_begonnen", onderzoek, door=door, beoordelaars=len(gekozen))
    enqueue(MAAK, door=door, onderzoek_id=onderzoek.pk)


def deal_out(onderzoek: Onderzoek) -> None:
    """Give every drawn dossier that has none a copy to be made and its pair; let those that were replaced lapse.

    As the program itself: the numbers of the copies come from a key that nobody who reads may know.
    """
    Leesexemplaar.objects.filter(
        onderzoek=onderzoek, vervallen_op__isnull=True, herkomst__getrokken__vervangen_door__isnull=False
    ).update(vervallen_op=timezone.now())
    sleutel = bytes(Leessleutel.objects.get(onderzoek=onderzoek).sleutel)
    al = Herkomst.objects.filter(leesexemplaar__onderzoek=onderzoek).values("getrokken")
    nieuw = {
        str(g.pk): g
        for g in Getrokken.objects.filter(trekking__onderzoek=onderzoek, vervangen_door__isnull=True).exclude(
            pk__in=al
        )
    }
    begin = Leesexemplaar.objects.filter(onderzoek=onderzoek).count()
    paren = list(combinations([lezer.medewerker_id for lezer in onderzoek.lezers.order_by("letter")], 2))
    exemplaren, herkomsten, beurten = [], [], []
    for nummer, getrokken in enumerate(nieuwe_volgorde(sleutel, nieuw), start=begin):
        exemplaar = Leesexemplaar(onderzoek=onderzoek, code=f"L-{nummer + 1:03}")
        exemplaren.append(exemplaar)
        herkomsten.append(Herkomst(leesexemplaar=exemplaar, getrokken=nieuw[getrokken]))
        for plek, wie in zip((EERSTE, TWEEDE), paren[nummer % len(paren)], strict=True):
            beurten.append(Leesbeurt(leesexemplaar=exemplaar, medewerker_id=wie, plek=plek))
    Leesexemplaar.objects.bulk_create(exemplaren)
    Herkomst.objects.bulk_create(herkomsten)
    Leesbeurt.objects.bulk_create(beurten)


@transaction.atomic
def ask_exemplaren(onderzoek_id: UUID, *, door: Medewerker) -> None:
    """Ask again for the copies that are not there yet, such as of a dossier that came instead of another."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=(Stand.LEZEN,))
    if not onderzoek.lezers.exists():
        raise OnderzoekKanNiet(_("Begin eerst met lezen: kies de beoordelaars."))
    with als_systeem():
        deal_out(onderzoek)
    noteer("exemplaren_gevraagd", onderzoek, door=door)
    enqueue(MAAK, door=door, onderzoek_id=onderzoek.pk)


# Reading and judging.


def record_gelezen(exemplaar: Leesexemplaar, *, door: Medewerker) -> None:
    """Write that somebody read this copy, before it is shown: who in the event, whose dossier in the processing log alone.

    The list of looks of a dossier is for who treats it, who must not learn that it was drawn; the log accounts for it.
    """
    gebeurtenis = record_gebeurtenis(soort=GEOPEND, onderwerp=exemplaar, dossier_id=None, door=door)
    with als_systeem():
        dossier_id = Herkomst.objects.values_list("getrokken__dossier", flat=True).get(
            leesexemplaar=exemplaar
        )
        logboek.schrijf(
            [logboek.Regel(GEOPEND, bij_gebeurtenis(GEOPEND).code, dossier_id, str(gebeurtenis.pk))],
            audit="gebeurtenis",
        )


@transaction.atomic
def save_beurt(
    beurt_id: UUID, *, door: Medewerker, versie: int, ingevuld: Mapping[int, Ingevuld], afronden: bool = False
) -> Leesbeurt:
    """Keep what was filled in, by criterium; with ``afronden`` it is complete and never changes again.

    Raises ``IntussenGewijzigd`` when this person saved in another window, ``OnderzoekWeg`` for a turn of somebody else.
    """
    beurt = _lock_beurt(beurt_id, door=door)
    criteria = {criterium.pk: criterium for criterium in te_beoordelen(beurt)}
    if beurt.versie != versie:
        raise IntussenGewijzigd(
            _(
                "U bewaarde dit intussen ook in een ander venster. Hieronder staat wat u hier invulde; bewaar het opnieuw."
            ),
            bewaard={},
            versie=beurt.versie,
        )
    for pk, wat in ingevuld.items():
        if pk in criteria:
            Beoordeling.objects.update_or_create(
                leesbeurt=beurt,
                criterium=criteria[pk],
                defaults={"oordeel": wat.oordeel and Oordeel(wat.oordeel), "reden": wat.reden.strip()},
            )
    beurt.versie += 1
    if afronden:
        _eis_volledig(beurt, len(criteria))
        beurt.afgerond_op = timezone.now()
    beurt.save(update_fields=["versie", "afgerond_op"])
    if afronden:
        noteer("beurt_afgerond", beurt.leesexemplaar.onderzoek, door=door, exemplaar=beurt.leesexemplaar.code)
    return beurt


def _lock_beurt(beurt_id: UUID, *, door: Medewerker) -> Leesbeurt:
    beurt = (
        Leesbeurt.objects.visible_to(door)
        .filter(pk=beurt_id, medewerker=door)
        .select_related("leesexemplaar")
        .select_for_update(of=("self",))
        .first()
    )
    if beurt is None:
        raise OnderzoekWeg(_("Deze leesbeurt is er niet."))
    lock_onderzoek(beurt.leesexemplaar.onderzoek_id, door=door, standen=(Stand.LEZEN, Stand.VERGELIJKEN))
    if beurt.afgerond_op is not None:
        raise OnderzoekKanNiet(_("U hebt deze beoordeling al afgerond. Zij verandert niet meer."))
    if beurt.leesexemplaar.vervallen_op is not None:
        raise OnderzoekKanNiet(_("Dit dossier is vervangen door een ander. U hoeft het niet meer te lezen."))
    return beurt


def _eis_volledig(beurt: Leesbeurt, aantal: int) -> None:
    volledig = beurt.beoordelingen.exclude(oordeel="").exclude(reden="").count()
    if volledig < aantal:
        raise OnderzoekKanNiet(_("Geef bij iedere vraag een oordeel en een reden. Daarna kunt u afronden."))


def te_beoordelen(beurt: Leesbeurt) -> list[Criterium]:
    """All criteria for the first two; for the third those on which these two differ."""
    criteria = list(beurt.leesexemplaar.onderzoek.criteria.all())
    if beurt.plek != DERDE:
        return criteria
    verschillend = verschilt(beurt.leesexemplaar)
    return [criterium for criterium in criteria if criterium.pk in verschillend]


@transaction.atomic
def take_beslissing(exemplaar_id: UUID, *, door: Medewerker) -> Leesbeurt:
    """Take it upon oneself to decide where two differ, as one who is neither; the database refuses anybody else."""
    exemplaar = (
        Leesexemplaar.objects.visible_to(door)
        .select_for_update(of=("self",))
        .filter(pk=exemplaar_id, vervallen_op__isnull=True)
        .first()
    )
    if exemplaar is None:
        raise OnderzoekWeg(_("Dit leesexemplaar is er niet."))
    onderzoek = lock_onderzoek(exemplaar.onderzoek_id, door=door, standen=(Stand.LEZEN, Stand.VERGELIJKEN))
    if not verschilt(exemplaar):
        raise OnderzoekKanNiet(
            _("Hier valt niets te beslissen: de beoordelaars zijn het eens, of nog niet klaar.")
        )
    with als_systeem():
        beurten = {beurt.medewerker_id: beurt for beurt in exemplaar.beurten.all()}
    if door.pk in beurten and beurten[door.pk].plek != DERDE:
        raise OnderzoekKanNiet(_("U hebt dit dossier zelf beoordeeld. Een ander beslist."))
    derde = next((beurt for beurt in beurten.values() if beurt.plek == DERDE), None)
    if derde is not None and derde.medewerker_id != door.pk:
        raise OnderzoekKanNiet(_("Een collega beslist hier al over. Ververs de pagina."))
    if derde is not None:
        return derde
    beurt = Leesbeurt.objects.create(leesexemplaar=exemplaar, medewerker=door, plek=DERDE)
    noteer("beslissing_genomen_op", onderzoek, door=door, exemplaar=exemplaar.code)
    return beurt


@transaction.atomic
def import_oordelen(onderzoek_id: UUID, *, door: Medewerker, inhoud: bytes) -> int:
    """Take over one's own judgments from a file in the form of compare-beoordelaars, as drafts; return how many.

    The file has no reasons, so each turn is still to be completed. A line of another assessor is refused: only they
    judge. Raises ``LeesFout`` for a file that cannot be read.
    """
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=(Stand.LEZEN,))
    eigen = onderzoek.lezers.filter(medewerker=door).first()
    if eigen is None:
        raise OnderzoekKanNiet(_("U bent geen beoordelaar in dit onderzoek."))
    oordelen = lees_oordelen(inhoud)
    if any(oordeel.beoordelaar != eigen.letter for oordeel in oordelen):
        raise OnderzoekKanNiet(
            _(
                "In dit bestand staan oordelen van een ander. Neem alleen uw eigen oordelen over, met uw letter %(letter)s."
            )
            % {"letter": eigen.letter}
        )
    beurten = {
        beurt.leesexemplaar.code: beurt
        for beurt in Leesbeurt.objects.visible_to(door)
        .filter(
            medewerker=door,
            leesexemplaar__onderzoek=onderzoek,
            leesexemplaar__vervallen_op__isnull=True,
            plek__lt=DERDE,
            afgerond_op__isnull=True,
        )
        .select_related("leesexemplaar")
    }
    criteria = {criterium.code: criterium for criterium in onderzoek.criteria.all()}
    for oordeel in oordelen:
        if (
            oordeel.dossier not in beurten
            or oordeel.criterium not in criteria
            or oordeel.oordeel not in Oordeel
        ):
            raise OnderzoekKanNiet(
                _(
                    "In dit bestand staat een dossier dat u niet (meer) beoordeelt, een criterium van een ander onderzoek of een ander "
                    "woord dan ja, nee of niet_te_beoordelen. Er is niets overgenomen."
                )
            )
    for oordeel in oordelen:
        Beoordeling.objects.update_or_create(
            leesbeurt=beurten[oordeel.dossier],
            criterium=criteria[oordeel.criterium],
            defaults={"oordeel": Oordeel(oordeel.oordeel)},
        )
    for beurt in {beurten[oordeel.dossier].pk: beurten[oordeel.dossier] for oordeel in oordelen}.values():
        beurt.versie += 1
        beurt.save(update_fields=["versie"])
    noteer("oordelen_overgenomen", onderzoek, door=door, aantal=len(oordelen))
    return len(oordelen)


# What slipped through.


@transaction.atomic
def mask_naam(exemplaar_id: UUID, *, door: Medewerker, tekst: str) -> int:
    """Take something out of a copy that still says who it is, everywhere it stands; return in how many places.

    At once, without asking anybody: it can be seen no more while somebody looks into it. The note does not hold what it was.
    """
    exemplaar = (
        Leesexemplaar.objects.visible_to(door)
        .select_for_update(of=("self",))
        .filter(pk=exemplaar_id, inhoud__isnull=False)
        .first()
    )
    if exemplaar is None:
        raise OnderzoekWeg(_("Dit leesexemplaar is er niet."))
    lock_onderzoek(exemplaar.onderzoek_id, door=door)
    gezocht = " ".join(tekst.split())
    if sum(teken.isalnum() for teken in gezocht) < KORTSTE_NAAM:
        raise OnderzoekKanNiet(
            _("Schrijf de naam of het nummer op zoals het er staat, ten minste twee tekens.")
        )
    plaatsen, delen = verberg(exemplaar.inhoud or [], gezocht)
    if not plaatsen:
        raise OnderzoekKanNiet(_("Dit staat niet (meer) in de tekst. Schrijf het over zoals het er staat."))
    exemplaar.inhoud, exemplaar.sha256 = delen, digest_van(delen)
    exemplaar.save(update_fields=["inhoud", "sha256"])
    Naammelding.objects.create(leesexemplaar=exemplaar, door=door, plaatsen=plaatsen)
    with als_systeem():
        Verborgen.objects.create(leesexemplaar=exemplaar, tekst=gezocht[:100])
    noteer("naam_verborgen", exemplaar.onderzoek, door=door, exemplaar=exemplaar.code, plaatsen=plaatsen)
    return plaatsen


def verberg(delen: Sequence[Deel], naam: str) -> tuple[int, list[Deel]]:
    """The parts of a copy without this name, and in how many places it stood."""
    bekend, aantal = Bekenden([Bekend(naam, "verborgen")], delen=False), 0

    def zonder(tekst: str) -> str:
        nonlocal aantal
        vondsten = samengevoegd(bekend.in_tekst(tekst))
        aantal += len(vondsten)
        return vervang(tekst, vondsten, lambda _vondst: "[verborgen]")

    schoon = ontdaan(delen, zonder)
    return aantal, schoon
