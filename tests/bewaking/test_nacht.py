"""The night gives what asking each dossier gives, from the facts that are kept ready, and leaves alone what is being changed."""

import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from msgspec.structs import replace

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking import nacht
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.bewaking.nacht import Gedaan, doe_partij, herbeoordeel_alles
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.dossierbeeld import Dossierbeeld, lees_dossierbeeld
from verantwoord.project.demo.collegas import VAST, ploegen_van
from verantwoord.project.demo.samenstelling import deel_uit
from verantwoord.stamgegevens.models import Parameterwaarde
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang

EERST = date(2022, 6, 1)
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"


def neem_over(beelden) -> None:
    with gebundeld():
        for beeld in beelden:
            try:
                with transaction.atomic():
                    import_dossierbeeld(door=systeem(), beeld=beeld)
            except IntegrityError:
                # A scenario about facts that contradict each other fits in no table.
                continue


def met_eigen_nummer(beeld: Dossierbeeld, nummer: int) -> Dossierbeeld:
    """Scenarios tell of the same person on other days; here each is somebody else."""
    persoon = replace(beeld.persoon, v_nummer=f"98{nummer:08}")
    return replace(beeld, dossiernummer=f"D-2019-{nummer:06}", persoon=persoon)


@pytest.fixture
def velen(db) -> list:
    """Open dossiers of every kind: all scenarios of the norms, and a demo with whole histories."""
    neem_over(
        met_eigen_nummer(lees_dossierbeeld(json.dumps(json.loads(regel)["beeld"]).encode()), nummer)
        for nummer, regel in enumerate(SCENARIOS.read_text().splitlines())
    )
    neem_over(o.beeld for o in deel_uit(40, ploegen_van(VAST), vandaag=EERST))
    open_ = list(Dossier.objects.filter(gesloten_op__isnull=True).values_list("pk", flat=True))
    herbeoordeel(open_, peildatum=EERST)
    return open_


def uitkomst() -> tuple[list, list]:
    """All that is derived, without what only says when or in which row it was written."""
    standen = Stand.objects.order_by("pk").values()
    bevindingen = OpenBevinding.objects.order_by("dossier_id", "norm", "van", "tot").values()
    return (
        [{k: v for k, v in stand.items() if k != "gewijzigd_op"} for stand in standen],
        [{k: v for k, v in bevinding.items() if k != "id"} for bevinding in bevindingen],
    )


def een_voor_een(dossiers: list, op: date) -> tuple[list, list]:
    """What asking each dossier gives; nothing of it stays."""
    with transaction.atomic():
        herbeoordeel(dossiers, peildatum=op)
        gevonden = uitkomst()
        transaction.set_rollback(True)
    return gevonden


@pytest.mark.parametrize("dagen", [1, 45, 400])
def test_given_dossiers_of_every_kind_when_the_night_passes_then_all_is_as_if_each_was_asked(velen, dagen):
    op = EERST + timedelta(days=dagen)
    verwacht = een_voor_een(velen, op)

    gedaan = herbeoordeel_alles(door=systeem(), op=op, processen=1)

    assert uitkomst() == verwacht
    assert gedaan.aantal == len(velen) > 50


def test_given_another_number_of_days_when_the_night_passes_then_every_row_names_the_new_rules(velen):
    Parameterwaarde.objects.create(
        norm="gesprek-1-termijn",
        naam="target",
        waarde=7,
        geldig_van=date(2022, 1, 1),
        reden="Afspraak team Noord",
    )
    op = EERST + timedelta(days=1)
    verwacht = een_voor_een(velen, op)

    gedaan = herbeoordeel_alles(door=systeem(), op=op, processen=1)

    assert uitkomst() == verwacht
    assert gedaan == Gedaan(aantal=len(velen), veranderd=len(velen))


def test_given_a_dossier_of_another_colleague_when_only_that_is_behind_then_its_row_follows(velen):
    collega = MedewerkerFactory()
    Dossier.objects.filter(pk=velen[0]).update(regievoerder=collega, regievoerder_elders=None)

    herbeoordeel_alles(door=systeem(), op=EERST + timedelta(days=1), processen=1)

    assert Stand.objects.get(pk=velen[0]).regievoerder == collega


@pytest.mark.django_db
def test_given_only_a_day_that_passed_when_the_night_passes_then_nothing_but_the_day_is_written():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))
    eerst = Stand.objects.values().get()

    gedaan = herbeoordeel_alles(door=systeem(), op=date(2022, 2, 11), processen=1)

    assert Stand.objects.values().get() == eerst | {"peildatum": date(2022, 2, 11)}
    assert gedaan == Gedaan(aantal=1, veranderd=0)


@pytest.mark.django_db
def test_given_a_night_that_was_stopped_when_begun_again_then_only_the_rest_is_asked(monkeypatch):
    dossiers = sorted(DossierFactory().pk for _ in range(7))
    herbeoordeel(dossiers, peildatum=date(2022, 2, 10))
    monkeypatch.setattr(nacht, "PARTIJ", 3)
    op = date(2022, 2, 20)
    doe_partij(nacht._partijen(op)[1][0])

    gedaan = herbeoordeel_alles(door=systeem(), op=op, processen=1)

    assert gedaan.aantal == 4
    assert set(Stand.objects.values_list("peildatum", flat=True)) == {op}


@pytest.mark.django_db
def test_given_a_dossier_without_a_row_and_a_closed_one_when_the_night_passes_then_the_first_gets_one_alone():
    nieuw = DossierFactory()
    DossierFactory(gesloten_op=date(2022, 3, 1))

    gedaan = herbeoordeel_alles(door=systeem(), op=date(2022, 2, 10), processen=1)

    assert list(Stand.objects.values_list("dossier", "peildatum")) == [(nieuw.pk, date(2022, 2, 10))]
    assert gedaan.aantal == 1


@pytest.mark.django_db(transaction=True)
def test_given_somebody_at_work_in_a_dossier_when_its_lot_comes_then_the_night_does_not_wait_for_it():
    dossiers = sorted(DossierFactory().pk for _ in range(3))
    herbeoordeel(dossiers, peildatum=date(2022, 2, 10))
    op = date(2022, 2, 20)
    (partij,) = nacht._partijen(op)[1]
    toegang = {
        k: v
        for k, v in connection.get_connection_params().items()
        if k in {"dbname", "user", "host", "port", "password", "options"}
    }

    with psycopg.connect(**toegang) as collega:
        collega.execute("set verantwoord.rol = 'systeem'")
        collega.execute("select from bewaking_stand where dossier_id = %s for update", [dossiers[1]])
        gedaan = doe_partij(partij)

    assert gedaan.aantal == 2
    assert list(nacht.achterstallig(op=op)) == [dossiers[1]]


@pytest.mark.django_db(transaction=True)
def test_given_many_dossiers_when_two_processes_share_them_then_each_is_asked_once(monkeypatch):
    dossiers = [DossierFactory().pk for _ in range(9)]
    herbeoordeel(dossiers, peildatum=date(2022, 2, 10))
    monkeypatch.setattr(nacht, "PARTIJ", 2)
    monkeypatch.setattr(nacht, "_VEEL", 1)
    op = date(2022, 2, 20)
    verwacht = een_voor_een(dossiers, op)

    gedaan = herbeoordeel_alles(door=systeem(), op=op, processen=2)

    assert gedaan.aantal == 9
    assert uitkomst() == verwacht


@pytest.mark.django_db
def test_given_somebody_of_the_staff_when_asking_for_the_night_then_it_is_refused():
    with pytest.raises(GeenToegang):
        herbeoordeel_alles(door=MedewerkerFactory(), op=EERST)


@pytest.mark.django_db
def test_given_the_command_when_given_twice_then_the_second_has_nothing_to_do():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))
    vandaag = f"{timezone.localdate():%d-%m-%Y}"
    zinnen = []

    for _ in range(2):
        uit = StringIO()
        call_command("herbeoordeel", processen=1, stdout=uit)
        zinnen.append(uit.getvalue())

    assert zinnen == [
        f"1 open dossiers zijn bij op {vandaag}; bij 1 werd de werklijst anders.\n",
        f"0 open dossiers zijn bij op {vandaag}; bij 0 werd de werklijst anders.\n",
    ]


def test_given_the_columns_of_the_work_list_when_counted_then_the_night_compares_every_one_that_can_change():
    vast = {"dossier_id", "beeld", "peildatum", "gesloten", "gewijzigd_op"}

    assert {veld.column for veld in Stand._meta.concrete_fields} - vast == set(nacht._KOLOMMEN)
