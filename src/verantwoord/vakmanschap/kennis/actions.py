"""Writing a piece of knowledge, looking at what a colleague wrote, and taking away what no longer holds."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.kennis.models import Kennisstuk
from verantwoord.vakmanschap.navertelling import ALLEEN_DOSSIERS, require_navertelling
from verantwoord.vakmanschap.opleiding.queries import may_keep_cursussen


@dataclass(frozen=True, kw_only=True)
class Kennisgegevens:
    """Everything a piece says; see :class:`Kennisstuk`."""

    titel: str
    tekst: str
    onderwerp: str
    bron: str
    geldig_tot: date
    landen: tuple[str, ...] = ()
    cursus_id: UUID | None = None


@transaction.atomic
def write_stuk(*, door: Medewerker, gegevens: Kennisgegevens, peildatum: date) -> Kennisstuk:
    """Write a piece; anybody who works here may. It is shown at work when a trainer looked at it."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    _klopt(gegevens, peildatum)
    stuk = Kennisstuk.objects.create(**_velden(gegevens), opgesteld_door=door, opgesteld_op=peildatum)
    _meld("kennis.geschreven", stuk, door)
    return stuk


@transaction.atomic
def change_stuk(
    *, door: Medewerker, stuk_id: UUID, versie: int, gegevens: Kennisgegevens, peildatum: date
) -> Kennisstuk:
    """Change a piece: who changes it is its writer from then on, and somebody else looks at it anew."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    _klopt(gegevens, peildatum)
    stuk = Kennisstuk.objects.visible_to(door).select_for_update().get(pk=stuk_id)
    if stuk.versie != versie:
        raise AlVeranderd(
            _("Een collega heeft dit intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={"tekst": stuk.tekst, "bron": stuk.bron},
            versie=stuk.versie,
        )
    for veld, waarde in _velden(gegevens).items():
        setattr(stuk, veld, waarde)
    stuk.opgesteld_door, stuk.opgesteld_op = door, peildatum
    stuk.beoordeeld_door = stuk.beoordeeld_op = None
    stuk.versie += 1
    stuk.save()
    _meld("kennis.gewijzigd", stuk, door)
    return stuk


@transaction.atomic
def review_stuk(*, door: Medewerker, stuk_id: UUID, versie: int, peildatum: date) -> Kennisstuk:
    """Say that a piece is right: a trainer or administrator other than the writer."""
    stuk = _te_beheren(door, stuk_id, versie)
    if stuk.opgesteld_door_id == door.pk:
        raise GeenToegang(_("U schreef dit stuk zelf. Een collega kijkt het na."))
    if stuk.geldig_tot < peildatum:
        raise KanNiet(_("De laatste dag is voorbij. Werk het stuk eerst bij."))
    stuk.beoordeeld_door, stuk.beoordeeld_op = door, peildatum
    stuk.versie += 1
    stuk.save(update_fields=["beoordeeld_door", "beoordeeld_op", "versie"])
    _meld("kennis.nagekeken", stuk, door)
    return stuk


@transaction.atomic
def retract_stuk(*, door: Medewerker, stuk_id: UUID, versie: int, peildatum: date) -> Kennisstuk:
    """Take a piece away that no longer holds; it stays kept."""
    stuk = _te_beheren(door, stuk_id, versie)
    stuk.ingetrokken_op = peildatum
    stuk.versie += 1
    stuk.save(update_fields=["ingetrokken_op", "versie"])
    _meld("kennis.ingetrokken", stuk, door)
    return stuk


def _te_beheren(door: Medewerker, stuk_id: UUID, versie: int) -> Kennisstuk:
    if not may_keep_cursussen(door):
        raise GeenToegang(_("Een trainer of functioneel beheer kijkt kennis na."))
    stuk = Kennisstuk.objects.visible_to(door).select_for_update().get(pk=stuk_id)
    if stuk.versie != versie:
        raise KanNiet(_("Een collega heeft dit intussen bijgewerkt. Lees het opnieuw."))
    return stuk


def _klopt(gegevens: Kennisgegevens, peildatum: date) -> None:
    require_navertelling(gegevens.titel, gegevens.tekst, alleen=ALLEEN_DOSSIERS)
    if gegevens.geldig_tot < peildatum:
        raise KanNiet(_("Deze dag is voorbij. Kies tot wanneer dit zeker klopt."), veld="geldig_tot")


def _velden(gegevens: Kennisgegevens) -> dict[str, object]:
    return asdict(gegevens) | {"landen": list(gegevens.landen)}


def _meld(soort: str, stuk: Kennisstuk, door: Medewerker) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=stuk, dossier_id=None, door=door, gegevens={"titel": stuk.titel}
    )
