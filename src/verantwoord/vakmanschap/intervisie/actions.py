"""Planning a session, bringing a retold case, and keeping what came of it."""

from collections.abc import Collection
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.vakmanschap.collegas import collegas_of
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.intervisie.models import Afspraak, Antwoord, Bijeenkomst, Casus, Deelnemer
from verantwoord.vakmanschap.navertelling import require_navertelling


@transaction.atomic
def plan_bijeenkomst(
    *,
    door: Medewerker,
    thema: str,
    op: date,
    tijd: time | None,
    plaats: str,
    deelnemers: Collection[UUID],
    peildatum: date,
) -> Bijeenkomst:
    """Plan a session that one leads oneself, and ask colleagues to come."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    require_navertelling(thema)
    if op < peildatum:
        raise KanNiet(_("Deze dag is voorbij. Kies vandaag of later."), veld="op")
    wie = list(collegas_of(door).filter(pk__in=deelnemers))
    if not wie or len(wie) != len(set(deelnemers)):
        raise KanNiet(_("Kies ten minste één collega die hier nu werkt."), veld="deelnemers")
    bijeenkomst = Bijeenkomst.objects.create(
        thema=thema,
        op=op,
        tijd=tijd,
        plaats=plaats,
        begeleider=door,
        kring=[door.pk, *(medewerker.pk for medewerker in wie)],
    )
    Deelnemer.objects.create(bijeenkomst=bijeenkomst, medewerker=door, antwoord=Antwoord.KOMT)
    for medewerker in wie:
        Deelnemer.objects.create(bijeenkomst=bijeenkomst, medewerker=medewerker)
    _meld("intervisie.uitgenodigd", bijeenkomst, door, aan=[medewerker.pk for medewerker in wie])
    return bijeenkomst


@transaction.atomic
def respond(*, door: Medewerker, bijeenkomst_id: UUID, komt: bool) -> Deelnemer:
    """Say whether one comes. Raises ``DoesNotExist`` for who was not asked."""
    bijeenkomst = _open(door, bijeenkomst_id)
    rijen = Deelnemer.objects.visible_to(door).select_for_update(of=("self",))
    deelnemer: Deelnemer = rijen.get(bijeenkomst=bijeenkomst, medewerker=door)
    deelnemer.antwoord = Antwoord.KOMT if komt else Antwoord.KOMT_NIET
    deelnemer.save(update_fields=["antwoord"])
    _meld("intervisie.beantwoord", bijeenkomst, door)
    return deelnemer


@transaction.atomic
def write_casus(
    *,
    door: Medewerker,
    bijeenkomst_id: UUID,
    titel: str,
    navertelling: str,
    vraag: str,
    casus_id: UUID | None = None,
) -> Casus:
    """Bring a retold case, or change the one that one brought. Raises ``DoesNotExist``."""
    bijeenkomst = _open(door, bijeenkomst_id)
    require_navertelling(titel, navertelling, vraag)
    if casus_id is None:
        casus = Casus(bijeenkomst=bijeenkomst, inbrenger=door)
    else:
        casus = Casus.objects.visible_to(door).get(pk=casus_id, inbrenger=door, bijeenkomst=bijeenkomst)
    casus.titel, casus.navertelling, casus.vraag = titel, navertelling, vraag
    casus.save()
    _meld("intervisie.casus_ingebracht", bijeenkomst, door)
    return casus


@transaction.atomic
def write_inzichten(*, door: Medewerker, bijeenkomst_id: UUID, inzichten: str, versie: int) -> Bijeenkomst:
    """Keep what the circle understood; anybody of it writes, and sees it when somebody else was first."""
    bijeenkomst = _open(door, bijeenkomst_id)
    require_navertelling(inzichten)
    if bijeenkomst.versie != versie:
        raise AlVeranderd(
            _("Een collega heeft dit intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={"inzichten": bijeenkomst.inzichten},
            versie=bijeenkomst.versie,
        )
    bijeenkomst.inzichten = inzichten
    bijeenkomst.versie += 1
    bijeenkomst.save(update_fields=["inzichten", "versie"])
    _meld("intervisie.inzichten_bewaard", bijeenkomst, door)
    return bijeenkomst


@transaction.atomic
def agree_afspraak(
    *, door: Medewerker, bijeenkomst_id: UUID, wat: str, wie_id: UUID, uiterlijk: date
) -> Afspraak:
    """Keep what somebody of the circle will do, and by when."""
    bijeenkomst = _open(door, bijeenkomst_id)
    require_navertelling(wat)
    if wie_id not in bijeenkomst.kring:
        raise KanNiet(_("Kies iemand die bij deze intervisie hoort."), veld="wie")
    if uiterlijk < bijeenkomst.op:
        raise KanNiet(_("Kies een dag op of na de bijeenkomst."), veld="uiterlijk")
    afspraak = Afspraak.objects.create(bijeenkomst=bijeenkomst, wat=wat, wie_id=wie_id, uiterlijk=uiterlijk)
    _meld("intervisie.afgesproken", bijeenkomst, door, aan=[wie_id] if wie_id != door.pk else ())
    return afspraak


@transaction.atomic
def mark_gedaan(*, door: Medewerker, afspraak_id: int, peildatum: date) -> Afspraak:
    """Say that one did what one agreed to. Raises ``Afspraak.DoesNotExist``, also for what is somebody else's."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    eigen = Afspraak.objects.visible_to(door).filter(wie=door, gedaan_op__isnull=True)
    afspraak: Afspraak = eigen.select_for_update(of=("self",)).get(pk=afspraak_id)
    afspraak.gedaan_op = peildatum
    afspraak.save(update_fields=["gedaan_op"])
    _meld("intervisie.afspraak_gedaan", afspraak.bijeenkomst, door)
    return afspraak


@transaction.atomic
def round_off(*, door: Medewerker, bijeenkomst_id: UUID, peildatum: date) -> Bijeenkomst:
    """Close a session: what stands there stays as it is. Only who leads it, and not before its day."""
    bijeenkomst = _geleid(door, bijeenkomst_id)
    if bijeenkomst.op > peildatum:
        raise KanNiet(_("De bijeenkomst moet nog komen. Daarna kunt u afronden."))
    if not bijeenkomst.inzichten:
        raise KanNiet(_("Schrijf eerst op wat u samen hebt begrepen."))
    bijeenkomst.afgerond_op = peildatum
    bijeenkomst.save(update_fields=["afgerond_op"])
    _meld("intervisie.afgerond", bijeenkomst, door)
    return bijeenkomst


@transaction.atomic
def call_off(*, door: Medewerker, bijeenkomst_id: UUID, peildatum: date) -> Bijeenkomst:
    """Call a session off; only who leads it. Everybody who was asked hears it."""
    bijeenkomst = _geleid(door, bijeenkomst_id)
    bijeenkomst.afgezegd_op = peildatum
    bijeenkomst.save(update_fields=["afgezegd_op"])
    _meld("intervisie.afgezegd", bijeenkomst, door, aan=[pk for pk in bijeenkomst.kring if pk != door.pk])
    return bijeenkomst


def _open(door: Medewerker, bijeenkomst_id: UUID) -> Bijeenkomst:
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    bijeenkomst = Bijeenkomst.objects.visible_to(door).select_for_update().get(pk=bijeenkomst_id)
    if bijeenkomst.afgerond_op is not None or bijeenkomst.afgezegd_op is not None:
        raise KanNiet(_("Deze intervisie is afgesloten. Er verandert niets meer in."))
    return bijeenkomst


def _geleid(door: Medewerker, bijeenkomst_id: UUID) -> Bijeenkomst:
    bijeenkomst = _open(door, bijeenkomst_id)
    if bijeenkomst.begeleider_id != door.pk:
        raise GeenToegang(_("Wie de intervisie begeleidt, doet dit."))
    return bijeenkomst


def _meld(soort: str, bijeenkomst: Bijeenkomst, door: Medewerker, *, aan: Collection[UUID] = ()) -> None:
    """Keep that it happened and whom it is told to; never a word of what was said."""
    gegevens = {"aan": [str(pk) for pk in aan]} if aan else {}
    record_gebeurtenis(soort=soort, onderwerp=bijeenkomst, dossier_id=None, door=door, gegevens=gegevens)
