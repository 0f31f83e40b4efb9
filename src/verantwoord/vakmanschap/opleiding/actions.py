"""Keeping the catalogue, enrolling, and writing down what came of it."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.vakmanschap.collegas import collega
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.opleiding import queries
from verantwoord.vakmanschap.opleiding.models import (
    GELDT,
    Cursus,
    Deelname,
    Loopbaan,
    Trainer,
    Uitkomst,
    Voor,
)
from verantwoord.vakmanschap.opleiding.verplicht import geldig_tot


@dataclass(frozen=True, kw_only=True)
class Cursusgegevens:
    """Everything the catalogue says of one course; see :class:`Cursus`."""

    titel: str
    doel: str
    voor: str
    vorm: str
    aanbieder: str
    uren: Decimal
    bron: str
    met_oefening: bool = False
    geldt_vanaf: date | None = None
    termijn_dagen: int | None = None
    geldig_maanden: int | None = None
    vervallen_op: date | None = None


@transaction.atomic
def designate_trainer(*, door: Medewerker, medewerker_id: UUID, peildatum: date) -> Trainer:
    """Say that a colleague is a trainer from today; nobody says so of oneself."""
    require(door, Recht.TRAINERS_AANWIJZEN)
    wie = collega(medewerker_id, door=door, veld="medewerker")
    if queries.is_trainer(wie):
        raise KanNiet(_("Deze collega is al trainer."), veld="medewerker")
    trainer = Trainer.objects.create(medewerker=wie, aangewezen_door=door, van=peildatum)
    record_gebeurtenis(soort="trainer.aangewezen", onderwerp=trainer, dossier_id=None, door=door)
    return trainer


@transaction.atomic
def end_trainer(*, door: Medewerker, trainer_id: int, peildatum: date) -> Trainer:
    """Say that somebody is a trainer no more. Raises ``Trainer.DoesNotExist``."""
    require(door, Recht.TRAINERS_AANWIJZEN)
    trainer = Trainer.objects.select_for_update().get(pk=trainer_id, tot__isnull=True)
    trainer.tot, trainer.beeindigd_door = peildatum, door
    trainer.save(update_fields=["tot", "beeindigd_door"])
    record_gebeurtenis(soort="trainer.beeindigd", onderwerp=trainer, dossier_id=None, door=door)
    return trainer


@transaction.atomic
def record_begin(*, door: Medewerker, medewerker_id: UUID, begonnen_op: date, peildatum: date) -> Loopbaan:
    """Write down since when a regievoerder of one's team does this work. Raises ``Medewerker.DoesNotExist``."""
    require(door, Recht.OPLEIDING_BEKIJKEN)
    wie = queries.lid_of(medewerker_id, viewer=door)
    if begonnen_op > peildatum:
        raise KanNiet(_("Deze dag moet nog komen. Vul de eerste werkdag in."), veld="begonnen_op")
    loopbaan, _nieuw = Loopbaan.objects.update_or_create(
        medewerker=wie, defaults={"begonnen_op": begonnen_op, "vastgelegd_door": door}
    )
    record_gebeurtenis(soort="loopbaan.vastgelegd", onderwerp=loopbaan, dossier_id=None, door=door)
    return loopbaan


@transaction.atomic
def add_cursus(*, door: Medewerker, gegevens: Cursusgegevens) -> Cursus:
    """Add a course to the catalogue."""
    _require_beheer(door)
    _klopt(gegevens)
    cursus = Cursus.objects.create(**asdict(gegevens))
    record_gebeurtenis(
        soort="cursus.toegevoegd",
        onderwerp=cursus,
        dossier_id=None,
        door=door,
        gegevens={"titel": cursus.titel},
    )
    return cursus


@transaction.atomic
def change_cursus(*, door: Medewerker, cursus_id: UUID, versie: int, gegevens: Cursusgegevens) -> Cursus:
    """Change what the catalogue says; a course that is no longer given gets its last day and stays."""
    _require_beheer(door)
    _klopt(gegevens, zelf=cursus_id)
    cursus = Cursus.objects.select_for_update().get(pk=cursus_id)
    if cursus.versie != versie:
        raise AlVeranderd(
            _("Een collega heeft dit intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={veld: getattr(cursus, veld) for veld in ("doel", "bron")},
            versie=cursus.versie,
        )
    wijzigingen = {}
    for veld, waarde in asdict(gegevens).items():
        oud = getattr(cursus, veld)
        if oud != waarde:
            setattr(cursus, veld, waarde)
            wijzigingen[veld] = [_als_json(oud), _als_json(waarde)]
    if not wijzigingen:
        raise KanNiet(_("Er is niets veranderd. Pas iets aan, of ga terug."))
    cursus.versie += 1
    cursus.save()
    record_gebeurtenis(
        soort="cursus.gewijzigd",
        onderwerp=cursus,
        dossier_id=None,
        door=door,
        gegevens={"titel": cursus.titel, "wijzigingen": wijzigingen},
    )
    return cursus


@transaction.atomic
def enrol(*, door: Medewerker, cursus_id: UUID, gepland_op: date | None, peildatum: date) -> Deelname:
    """Enrol oneself. Raises ``Cursus.DoesNotExist``."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    cursus = queries.cursussen_of(viewer=door).get(pk=cursus_id)
    if gepland_op is not None and gepland_op < peildatum:
        raise KanNiet(_("Deze dag is voorbij. Kies vandaag of later."), veld="gepland_op")
    if queries.lopende_deelname_of(cursus, viewer=door) is not None:
        raise KanNiet(_("U bent al aangemeld voor deze cursus."))
    deelname = Deelname.objects.create(
        cursus=cursus, medewerker=door, aangemeld_op=peildatum, gepland_op=gepland_op
    )
    _meld("cursus.aangemeld", deelname, door)
    return deelname


@transaction.atomic
def withdraw(*, door: Medewerker, deelname_id: UUID, peildatum: date) -> Deelname:
    """Take back one's own enrolment. Raises ``Deelname.DoesNotExist``."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    eigen = Deelname.objects.visible_to(door).filter(medewerker=door, gedaan_op__isnull=True)
    deelname = eigen.select_for_update(of=("self",)).get(pk=deelname_id, afgemeld_op__isnull=True)
    deelname.afgemeld_op = peildatum
    deelname.save(update_fields=["afgemeld_op"])
    _meld("cursus.afgemeld", deelname, door)
    return deelname


@transaction.atomic
def record_uitkomst(
    *,
    door: Medewerker,
    cursus_id: UUID,
    medewerker_id: UUID,
    gedaan_op: date,
    uitkomst: str,
    bewijs: str,
    peildatum: date,
) -> Deelname:
    """Write down that somebody took a course: a trainer of anybody, and anybody of oneself.

    With exercises somebody else saw them, so there a trainer writes and never of oneself.
    """
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    cursus = queries.cursus_of(cursus_id, viewer=door)
    wie = _over_wie(cursus, medewerker_id, door=door)
    if gedaan_op > peildatum:
        raise KanNiet(_("Deze dag moet nog komen. Vul in wanneer de cursus was."), veld="gedaan_op")
    deelname = _lopend(cursus, wie, door=door) or Deelname(
        cursus=cursus, medewerker=wie, aangemeld_op=peildatum
    )
    deelname.gedaan_op, deelname.uitkomst, deelname.bewijs = gedaan_op, Uitkomst(uitkomst), bewijs
    deelname.geldig_tot = geldig_tot(cursus, gedaan_op) if uitkomst in GELDT else None
    deelname.vastgelegd_door = door
    deelname.save()
    _meld("cursus.uitkomst", deelname, door)
    return deelname


def _over_wie(cursus: Cursus, medewerker_id: UUID, *, door: Medewerker) -> Medewerker:
    if medewerker_id == door.pk:
        if cursus.met_oefening:
            raise KanNiet(_("Bij deze cursus hoort oefenen. Daarom legt een trainer vast dat u hem volgde."))
        return door
    if not queries.is_trainer(door):
        raise GeenToegang(_("Alleen een trainer legt vast wat een collega volgde."))
    return collega(medewerker_id, door=door, veld="medewerker")


def _lopend(cursus: Cursus, wie: Medewerker, *, door: Medewerker) -> Deelname | None:
    rijen = Deelname.objects.visible_to(door).filter(cursus=cursus, medewerker=wie)
    return (
        rijen.filter(gedaan_op__isnull=True, afgemeld_op__isnull=True).select_for_update(of=("self",)).first()
    )


def _require_beheer(door: Medewerker) -> None:
    if not queries.may_keep_cursussen(door):
        raise GeenToegang(_("Een trainer of functioneel beheer houdt de cursussen bij."))


def _klopt(gegevens: Cursusgegevens, *, zelf: UUID | None = None) -> None:
    if gegevens.voor != Voor.VRIJ and gegevens.geldt_vanaf is None:
        raise KanNiet(_("Vul in vanaf welke dag deze cursus verplicht is."), veld="geldt_vanaf")
    if gegevens.voor != Voor.VRIJ and gegevens.termijn_dagen is None:
        raise KanNiet(_("Vul in hoeveel dagen iemand de tijd heeft."), veld="termijn_dagen")
    zelfde_naam = Cursus.objects.filter(titel__iexact=gegevens.titel)
    if (zelfde_naam.exclude(pk=zelf) if zelf else zelfde_naam).exists():
        raise KanNiet(_("Er is al een cursus met deze naam. Kies een andere naam."), veld="titel")


def _meld(soort: str, deelname: Deelname, door: Medewerker) -> None:
    record_gebeurtenis(soort=soort, onderwerp=deelname, dossier_id=None, door=door)


def _als_json(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return str(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde
