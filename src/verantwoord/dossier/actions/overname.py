"""How a dossier begins: a transfer message, or a dossierbeeld that another installation exported."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

import msgspec
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.verschil import schrijf_verschil
from verantwoord.dossier.feiten import beeld_of, rijen_of
from verantwoord.dossier.models import Dossier, Dossiernummer, Gezinslid, Persoon
from verantwoord.dossier.rijen import dossier_rij, gezin_rijen, persoon_waarden
from verantwoord.gebeurtenis.actions import nieuwe_gebeurtenis, record_gebeurtenis, record_gebeurtenissen
from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.samenvoegen import voeg_samen
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.queries import team_for
from verantwoord.toegang.rechten import Recht


class DossierBestaatAl(DomeinFout):
    """There is a dossier with this number, or an open one for this person."""


class PersoonVerschilt(DomeinFout):
    """The person is known here, and the file says something else of them."""


@transaction.atomic
def receive_overdracht(*, door: Medewerker, overdracht: kern.Dossierbeeld, bericht_id: UUID) -> Dossier:
    """Open a dossier for a transfer, or add the transfer to the person's open dossier.

    ``overdracht`` holds what the message says, in the shape of a dossierbeeld without a number of its own. A
    closed dossier is never opened again: a new one refers to it, and what counts anew counts anew.
    """
    require(door, Recht.BERICHT_AANLEVEREN)
    open_dossier = (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("persoon")
        .filter(persoon__v_nummer=overdracht.persoon.v_nummer, gesloten_op__isnull=True)
        .first()
    )
    if open_dossier is not None:
        return _vul_aan(open_dossier, overdracht, door=door, bericht_id=bericht_id)
    persoon = _bewaar_persoon(overdracht.persoon)
    eerdere = tuple(
        Dossier.objects.filter(persoon=persoon)
        .order_by("ontvangen_op", "nummer")
        .values_list("nummer", flat=True)
    )
    beeld = msgspec.structs.replace(
        overdracht,
        dossiernummer=_volgende_nummers(overdracht.overdracht.ontvangen_op.year, 1)[0],
        eerdere_dossiers=eerdere,
    )
    dossier = _bewaar_dossier(beeld, persoon, team=team_for(_woont(beeld)))
    record_gebeurtenis(
        soort="overdracht.ontvangen",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"afzender": beeld.overdracht.afzender, "eerdere_dossiers": list(eerdere)},
        bericht_id=bericht_id,
    )
    return dossier


@transaction.atomic
def open_dossiers(
    *, door: Medewerker, overdrachten: Sequence[tuple[kern.Dossierbeeld, UUID]]
) -> list[Dossier]:
    """Open dossiers for first transfers of people who are not known yet, all in a fixed number of queries.

    The result is in the same order. Does what :func:`receive_overdracht` does for one; the database refuses a
    person who is known after all.
    """
    require(door, Recht.BERICHT_AANLEVEREN)
    jaren = [beeld.overdracht.ontvangen_op.year for beeld, _bericht in overdrachten]
    nummers = {jaar: iter(_volgende_nummers(jaar, aantal)) for jaar, aantal in sorted(Counter(jaren).items())}
    teams = {locatie: team_for(locatie) for locatie in {_woont(beeld) for beeld, _bericht in overdrachten}}
    beelden = [
        msgspec.structs.replace(beeld, dossiernummer=next(nummers[jaar]))
        for (beeld, _bericht), jaar in zip(overdrachten, jaren, strict=True)
    ]
    personen = Persoon.objects.bulk_create(Persoon(**persoon_waarden(beeld.persoon)) for beeld in beelden)
    Gezinslid.objects.bulk_create(
        lid
        for persoon, beeld in zip(personen, beelden, strict=True)
        for lid in gezin_rijen(persoon, beeld.persoon)
    )
    dossiers = Dossier.objects.bulk_create(
        dossier_rij(beeld, persoon, regievoerder=None, team=teams[_woont(beeld)])
        for persoon, beeld in zip(personen, beelden, strict=True)
    )
    _bewaar_rijen(zip(beelden, (dossier.pk for dossier in dossiers), strict=True))
    record_gebeurtenissen(
        [
            nieuwe_gebeurtenis(
                soort="overdracht.ontvangen",
                onderwerp=dossier,
                dossier_id=dossier.pk,
                door=door,
                gegevens={"afzender": dossier.afzender, "eerdere_dossiers": []},
                bericht_id=bericht_id,
            )
            for dossier, (_beeld, bericht_id) in zip(dossiers, overdrachten, strict=True)
        ]
    )
    return dossiers


@transaction.atomic
def import_dossierbeeld(*, door: Medewerker, beeld: kern.Dossierbeeld) -> Dossier:
    """Take over a whole dossier that was exported elsewhere; exporting it here gives the same dossierbeeld.

    What is known here of the person never gives way to a file: that could take away a lawyer or a guardian unseen.
    """
    require(door, Recht.DOSSIER_OVERNEMEN)
    bezet = Dossier.objects.filter(nummer=beeld.dossiernummer).exists()
    loopt = (
        beeld.gesloten_op is None
        and Dossier.objects.filter(
            persoon__v_nummer=beeld.persoon.v_nummer, gesloten_op__isnull=True
        ).exists()
    )
    if bezet or loopt:
        raise DossierBestaatAl(
            _("Dit dossier is er al. Er is niets overgenomen; vergelijk eerst welk van de twee geldt.")
        )
    ander = (
        Dossier.objects.filter(persoon__v_nummer=beeld.persoon.v_nummer).values_list("pk", flat=True).first()
    )
    if ander is not None and beeld_of(ander).persoon != beeld.persoon:
        raise PersoonVerschilt(
            _(
                "Deze persoon is hier bekend met andere gegevens. Er is niets overgenomen; vergelijk de gegevens van de "
                "persoon en laat de afzender het bestand verbeteren."
            )
        )
    dossier = _bewaar_dossier(beeld, _bewaar_persoon(beeld.persoon), team=team_for(_woont(beeld)))
    _reserveer_nummer(beeld.dossiernummer)
    record_gebeurtenis(
        soort="dossier.overgenomen", onderwerp=dossier, dossier_id=dossier.pk, door=door, gegevens={}
    )
    return dossier


def _bewaar_persoon(persoon: kern.Persoon) -> Persoon:
    rij, nieuw = Persoon.objects.update_or_create(
        v_nummer=persoon.v_nummer, defaults=persoon_waarden(persoon)
    )
    if not nieuw:
        rij.gezin.all().delete()
    Gezinslid.objects.bulk_create(gezin_rijen(rij, persoon))
    return rij


def _bewaar_dossier(beeld: kern.Dossierbeeld, persoon: Persoon, *, team: Team | None) -> Dossier:
    regievoerder = Medewerker.objects.filter(naam=beeld.regievoerder).first() if beeld.regievoerder else None
    dossier = dossier_rij(beeld, persoon, regievoerder=regievoerder, team=team)
    dossier.save()
    _bewaar_rijen([(beeld, dossier.pk)])
    return dossier


def _bewaar_rijen(beelden: Iterable[tuple[kern.Dossierbeeld, UUID]]) -> None:
    per_soort: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for beeld, dossier_id in beelden:
        for rij in rijen_of(beeld, dossier_id):
            per_soort[type(rij)].append(rij)
    for soort, rijen in per_soort.items():
        soort._default_manager.bulk_create(rijen)


def _vul_aan(
    dossier: Dossier, overdracht: kern.Dossierbeeld, *, door: Medewerker, bericht_id: UUID
) -> Dossier:
    eerst = beeld_of(dossier.pk)
    wijzigingen = schrijf_verschil(dossier, eerst, voeg_samen(eerst, overdracht))
    record_gebeurtenis(
        soort="overdracht.toegevoegd",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"afzender": overdracht.overdracht.afzender, "wijzigingen": wijzigingen},
        bericht_id=bericht_id,
    )
    return dossier


def _woont(beeld: kern.Dossierbeeld) -> str | None:
    # Where the file says the person lives or will live last: that is where the work is.
    verblijf = max(beeld.opvang.verblijfplaatsen, key=lambda v: v.van, default=None)
    return verblijf.locatie if verblijf else None


def _volgende_nummers(jaar: int, aantal: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into dossier_dossiernummer (jaar, laatste) values (%(jaar)s, %(aantal)s) on conflict (jaar)"
            " do update set laatste = dossier_dossiernummer.laatste + %(aantal)s returning laatste",
            {"jaar": jaar, "aantal": aantal},
        )
        (laatste,) = cursor.fetchone()
    return [f"D-{jaar}-{volg:06}" for volg in range(laatste - aantal + 1, laatste + 1)]


def _reserveer_nummer(nummer: str) -> None:
    """Keep later numbers of that year above one that came from elsewhere."""
    jaar, volg = int(nummer[2:6]), int(nummer[7:])
    teller, _nieuw = Dossiernummer.objects.get_or_create(jaar=jaar)
    Dossiernummer.objects.filter(pk=teller.pk, laatste__lt=volg).update(laatste=volg)
