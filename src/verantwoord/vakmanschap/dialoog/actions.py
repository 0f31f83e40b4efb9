"""Planning a session about a variation, keeping what came of it, and reporting it to the Inspectie."""

from collections.abc import Collection
from datetime import date, time
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie import queries as verteld
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Recht
from verantwoord.vakmanschap.collegas import ROLLEN
from verantwoord.vakmanschap.dialoog.models import (
    Dialoog,
    Dialoogafspraak,
    Genodigde,
    Komst,
    Reactie,
    Voorbeeld,
)
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.navertelling import require_navertelling


@transaction.atomic
def plan_dialoog(
    *,
    door: Medewerker,
    maat: str,
    kwartaal: Kwartaal,
    vraag: str,
    op: date,
    tijd: time | None,
    plaats: str,
    teams: Collection[int],
    rapport_voor: date,
    peildatum: date,
) -> Dialoog:
    """Plan a session about one distribution, which is kept as it was told, and ask the regievoerders of these teams.

    Raises ``GeenToegang`` and :class:`KanNiet`.
    """
    require(door, Recht.DIALOOG_LEIDEN)
    require_navertelling(vraag)
    if op < peildatum:
        raise KanNiet(_("Deze dag is voorbij. Kies vandaag of later."), veld="op")
    if rapport_voor < op:
        raise KanNiet(_("Het verslag komt na de sessie. Kies een latere dag."), veld="rapport_voor")
    beeld = verteld.spreiding(maat, kwartaal=kwartaal, viewer=door)
    if beeld is None:
        raise KanNiet(
            _("Over dit kwartaal is dit cijfer niet verteld. Kies een ander kwartaal."), veld="kwartaal"
        )
    wie = list(_regievoerders(teams).exclude(pk=door.pk))
    if not wie:
        raise KanNiet(
            _("In deze teams werkt nu niemand die u kunt vragen. Kies een ander team."), veld="teams"
        )
    dialoog = Dialoog.objects.create(
        maat=maat,
        kwartaal=kwartaal.code,
        beeld=beeld.samenvatting(),
        vraag=vraag,
        op=op,
        tijd=tijd,
        plaats=plaats,
        teams=len(set(teams)),
        begeleider=door,
        kring=[door.pk, *(medewerker.pk for medewerker in wie)],
        rapport_voor=rapport_voor,
    )
    Genodigde.objects.create(dialoog=dialoog, medewerker=door, antwoord=Komst.KOMT)
    for medewerker in wie:
        Genodigde.objects.create(dialoog=dialoog, medewerker=medewerker)
    _meld("dialoog.uitgenodigd", dialoog, door, aan=[medewerker.pk for medewerker in wie])
    return dialoog


@transaction.atomic
def answer_uitnodiging(*, door: Medewerker, dialoog_id: UUID, komt: bool) -> Genodigde:
    """Say whether one comes. Raises ``DoesNotExist`` for who was not asked."""
    dialoog = _lopend(door, dialoog_id)
    rijen = Genodigde.objects.visible_to(door).select_for_update(of=("self",))
    genodigde: Genodigde = rijen.get(dialoog=dialoog, medewerker=door)
    genodigde.antwoord = Komst.KOMT if komt else Komst.KOMT_NIET
    genodigde.save(update_fields=["antwoord"])
    _meld("dialoog.beantwoord", dialoog, door)
    return genodigde


@transaction.atomic
def tell_voorbeeld(
    *, door: Medewerker, dialoog_id: UUID, navertelling: str, voorbeeld_id: UUID | None = None
) -> Voorbeeld:
    """Bring a retold example, or change one that is there; anybody of the circle does. Raises ``DoesNotExist``."""
    dialoog = _lopend(door, dialoog_id)
    require_navertelling(navertelling)
    if voorbeeld_id is None:
        voorbeeld = Voorbeeld(dialoog=dialoog)
    else:
        voorbeeld = Voorbeeld.objects.visible_to(door).get(pk=voorbeeld_id, dialoog=dialoog)
    voorbeeld.navertelling = navertelling
    voorbeeld.save()
    _meld("dialoog.voorbeeld_verteld", dialoog, door)
    return voorbeeld


@transaction.atomic
def write_uitkomst(
    *, door: Medewerker, dialoog_id: UUID, uitkomst: str, aanwezig: int, versie: int, peildatum: date
) -> Dialoog:
    """Keep what the session came to and how many took part; who leads it writes, and not before its day.

    Raises :class:`AlVeranderd` when it was written meanwhile on another screen.
    """
    dialoog = _geleid(door, dialoog_id)
    require_navertelling(uitkomst)
    if dialoog.op > peildatum:
        raise KanNiet(_("De sessie moet nog komen. Schrijf de uitkomst op als zij is geweest."))
    if dialoog.versie != versie:
        raise AlVeranderd(
            _("De uitkomst is intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={"uitkomst": dialoog.uitkomst},
            versie=dialoog.versie,
        )
    dialoog.uitkomst, dialoog.aanwezig = uitkomst, aanwezig
    dialoog.versie += 1
    dialoog.save(update_fields=["uitkomst", "aanwezig", "versie"])
    _meld("dialoog.uitkomst_bewaard", dialoog, door)
    return dialoog


@transaction.atomic
def agree(*, door: Medewerker, dialoog_id: UUID, wat: str, eigenaar: str, uiterlijk: date) -> Dialoogafspraak:
    """Keep what is agreed, who takes it up, and by when; who leads the session writes it."""
    dialoog = _geleid(door, dialoog_id)
    require_navertelling(wat)
    if uiterlijk < dialoog.op:
        raise KanNiet(_("Kies een dag op of na de sessie."), veld="uiterlijk")
    afspraak = Dialoogafspraak.objects.create(
        dialoog=dialoog, wat=wat, eigenaar=eigenaar, uiterlijk=uiterlijk
    )
    _meld("dialoog.afgesproken", dialoog, door)
    return afspraak


@transaction.atomic
def mark_nagekomen(*, door: Medewerker, afspraak_id: UUID, peildatum: date) -> Dialoogafspraak:
    """Say that what was agreed was done, also after the report. Raises ``DoesNotExist``, ``GeenToegang``."""
    require(door, Recht.DIALOOG_LEIDEN)
    open_ = Dialoogafspraak.objects.visible_to(door).filter(gedaan_op__isnull=True)
    afspraak: Dialoogafspraak = open_.select_for_update(of=("self",)).get(pk=afspraak_id)
    _eis_begeleider(door, afspraak.dialoog)
    afspraak.gedaan_op = peildatum
    afspraak.save(update_fields=["gedaan_op"])
    _meld("dialoog.nagekomen", afspraak.dialoog, door)
    return afspraak


@transaction.atomic
def report_dialoog(*, door: Medewerker, dialoog_id: UUID, peildatum: date) -> Dialoog:
    """Give the outcome to the Inspectie. From then on nothing in it changes. Raises :class:`KanNiet`, ``GeenToegang``."""
    dialoog = _geleid(door, dialoog_id)
    if not dialoog.uitkomst or dialoog.aanwezig is None:
        raise KanNiet(_("Schrijf eerst op wat de uitkomst was en met hoeveel u was."))
    if not dialoog.afspraken.exists():
        raise KanNiet(
            _("Leg eerst vast wat u afspreekt. Verandert er niets? Leg dan vast wanneer u weer kijkt.")
        )
    dialoog.gerapporteerd_op = peildatum
    dialoog.save(update_fields=["gerapporteerd_op"])
    _meld("dialoog.gerapporteerd", dialoog, door, aan=[pk for pk in dialoog.kring if pk != door.pk])
    return dialoog


@transaction.atomic
def call_off(*, door: Medewerker, dialoog_id: UUID, peildatum: date) -> Dialoog:
    """Call a session off; only who leads it. Everybody who was asked hears it."""
    dialoog = _geleid(door, dialoog_id)
    if dialoog.uitkomst:
        raise KanNiet(_("De sessie is geweest: er staat een uitkomst. Geef het verslag aan de Inspectie."))
    dialoog.afgezegd_op = peildatum
    dialoog.save(update_fields=["afgezegd_op"])
    _meld("dialoog.afgezegd", dialoog, door, aan=[pk for pk in dialoog.kring if pk != door.pk])
    return dialoog


@transaction.atomic
def respond_to_report(*, door: Medewerker, dialoog_id: UUID, tekst: str, peildatum: date) -> Reactie:
    """Answer a report, as the Inspectie; who led the session hears it. Raises ``DoesNotExist``, ``GeenToegang``."""
    require(door, Recht.DIALOOG_BEANTWOORDEN)
    require_navertelling(tekst)
    dialoog = Dialoog.objects.visible_to(door).get(pk=dialoog_id, gerapporteerd_op__isnull=False)
    reactie = Reactie.objects.create(dialoog=dialoog, tekst=tekst, gegeven_op=peildatum, door=door)
    _meld("dialoog.beantwoord_door_inspectie", dialoog, door, aan=[dialoog.begeleider_id])
    return reactie


def _regievoerders(teams: Collection[int]) -> models.QuerySet[Medewerker]:
    return Medewerker.objects.filter(
        organisatie=Organisatie.DTV, rol__in=ROLLEN, is_active=True, team__in=teams
    ).order_by("naam")


def _lopend(door: Medewerker, dialoog_id: UUID) -> Dialoog:
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    dialoog = Dialoog.objects.visible_to(door).select_for_update(of=("self",)).get(pk=dialoog_id)
    if dialoog.gerapporteerd_op is not None:
        raise KanNiet(_("Het verslag is gegeven aan de Inspectie. Er verandert niets meer in."))
    if dialoog.afgezegd_op is not None:
        raise KanNiet(_("Deze sessie gaat niet door. Er verandert niets meer in."))
    return dialoog


def _geleid(door: Medewerker, dialoog_id: UUID) -> Dialoog:
    require(door, Recht.DIALOOG_LEIDEN)
    dialoog = _lopend(door, dialoog_id)
    _eis_begeleider(door, dialoog)
    return dialoog


def _eis_begeleider(door: Medewerker, dialoog: Dialoog) -> None:
    if dialoog.begeleider_id != door.pk:
        raise GeenToegang(_("Wie de sessie begeleidt, doet dit."))


def _meld(soort: str, dialoog: Dialoog, door: Medewerker, *, aan: Collection[UUID] = ()) -> None:
    """Keep that it happened and whom it is told to; never a word of what was said."""
    gegevens = {"aan": [str(pk) for pk in aan]} if aan else {}
    record_gebeurtenis(soort=soort, onderwerp=dialoog, dossier_id=None, door=door, gegevens=gegevens)
