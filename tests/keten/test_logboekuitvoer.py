"""The processing log reaches a real collector, every line of it, and none counts before the collector said so."""

import base64
import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction

from tests.dossier.factories import DossierFactory
from tests.keten.ontvanger import luistert, vrije_poort, wacht_tot
from tests.taken.werk import doe_wat_wacht
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.models import Verwerkingsregel
from verantwoord.gebeurtenis.spoor import Spoor
from verantwoord.keten.logboek import uitvoer
from verantwoord.keten.logboek.otlp import als_otlp
from verantwoord.keten.logboek.uitvoer import achterstand, voer_uit
from verantwoord.keten.models import Logboekuitvoer
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Verzameld:
    bestand: Path

    def spans(self) -> list[dict]:
        return (
            [json.loads(regel) for regel in self.bestand.read_text().splitlines()]
            if self.bestand.exists()
            else []
        )

    def antwoord(self, wat: str) -> None:
        Path(f"{self.bestand}.antwoord").write_text(wat)


@pytest.fixture
def verzameld(tmp_path, settings):
    poort, bestand = vrije_poort(), tmp_path / "spans.jsonl"
    programma = Path(__file__).with_name("verzamelaar.py")
    proces = subprocess.Popen([sys.executable, str(programma), str(poort), str(bestand)])  # noqa: S603 - our own
    settings.LOGBOEK_ADRES = f"http://127.0.0.1:{poort}/v1/traces"
    wacht_tot(lambda: luistert(poort))
    yield Verzameld(bestand)
    proces.kill()
    proces.wait()


def schrijf(aantal: int = 1, **spoor: object) -> list[str]:
    dossier = DossierFactory()
    with transaction.atomic():
        return logboek.schrijf(
            [logboek.Regel("wens.geuit", "ondersteuning-1", dossier.pk, str(n)) for n in range(aantal)],
            audit="gebeurtenis",
            spoor=Spoor(**spoor),
        )


def ids(spans: list[dict]) -> list[str]:
    return [base64.b64decode(span["spanId"]).hex() for span in spans]


def test_given_lines_when_the_job_runs_then_the_collector_has_each_as_the_official_definition_reads_it(
    verzameld,
):
    vreemd = ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")
    (operatie,) = schrijf(vreemd=vreemd, partij="ind", ouder="00f067aa0ba902b7")
    regel = Verwerkingsregel.objects.get()
    with transaction.atomic():
        enqueue("keten.logboek_uit", door=systeem())

    doe_wat_wacht()

    (span,) = verzameld.spans()
    kenmerken = {a["key"]: a["value"]["stringValue"] for a in span["attributes"]}
    assert ids([span]) == [operatie]
    assert base64.b64decode(span["traceId"]).hex() == regel.trace_id
    assert base64.b64decode(span["parentSpanId"]).hex() == "00f067aa0ba902b7"
    assert (span["name"], span["kind"], span["status"]) == (
        "wens.geuit",
        "SPAN_KIND_INTERNAL",
        {"code": "STATUS_CODE_OK"},
    )
    assert int(span["startTimeUnixNano"]) == pytest.approx(regel.begin.timestamp() * 1e9, abs=1000)
    assert int(span["endTimeUnixNano"]) >= int(span["startTimeUnixNano"])
    assert kenmerken["dpl.core.processing_activity_id"].endswith("/verwerkingen/#ondersteuning-1")
    assert kenmerken["dpl.core.data_subject_id_type"] == "urn:verantwoord:dossier"
    assert base64.b64decode(kenmerken["dpl.core.data_subject_id"]) == bytes(regel.betrokkene)
    (link,) = span["links"]
    assert (base64.b64decode(link["traceId"]).hex(), base64.b64decode(link["spanId"]).hex()) == vreemd
    assert link["attributes"][0]["value"]["stringValue"] == "urn:verantwoord:organisatie:ind"


@pytest.mark.parametrize(
    ("wat", "code"), [("500", "http_500"), ("202", "http_202"), ("deels", "deels_geweigerd")]
)
def test_given_a_collector_that_does_not_confirm_when_sent_then_nothing_counts_and_all_comes_again(
    verzameld, wat, code
):
    schrijf(3)
    verzameld.antwoord(wat)

    eerst, tussen = voer_uit(), achterstand()
    verzameld.antwoord("")
    daarna, na = voer_uit(), achterstand()

    assert (eerst, tussen.regels, tussen.bevestigd, tussen.laatste_fout) == (0, 3, 0, code)
    assert (daarna, na.regels, na.bevestigd, na.laatste_fout) == (3, 0, 3, "")
    assert set(ids(verzameld.spans())) == set(Verwerkingsregel.objects.values_list("operatie_id", flat=True))


def test_given_no_collector_or_nobody_there_when_the_job_runs_then_the_backlog_stays_and_says_so(settings):
    schrijf(2)
    settings.LOGBOEK_ADRES = ""
    uit, zonder = voer_uit(), achterstand()
    settings.LOGBOEK_ADRES = f"http://127.0.0.1:{vrije_poort()}/v1/traces"
    weg, niemand = voer_uit(), achterstand()
    settings.LOGBOEK_ADRES = "file:///etc/hostname"
    voer_uit()

    assert (uit, zonder.aan, zonder.regels, zonder.laatste_fout) == (0, False, 2, "")
    assert (weg, niemand.aan, niemand.regels, niemand.laatste_fout) == (0, True, 2, "onbereikbaar")
    assert achterstand().laatste_fout == "adres_onleesbaar"


def test_given_more_than_one_lot_when_sent_then_every_line_goes_once(verzameld, monkeypatch):
    monkeypatch.setattr(uitvoer, "PER_KEER", 10)
    for _ in range(7):
        schrijf(5)

    assert voer_uit() == 35

    assert sorted(ids(verzameld.spans())) == sorted(
        Verwerkingsregel.objects.values_list("operatie_id", flat=True)
    )
    assert voer_uit() == 0


def test_given_an_act_that_commits_after_a_later_one_when_exported_then_its_line_is_not_lost(verzameld):
    """Its number is the lower one, and the export has already passed it."""
    geschreven, ga_door = threading.Event(), threading.Event()

    def trage_daad() -> None:
        try:
            with transaction.atomic(), als_systeem():
                schrijf_in(dossier.pk)
                geschreven.set()
                ga_door.wait(20)
        finally:
            connections.close_all()

    dossier = DossierFactory()
    draad = threading.Thread(target=trage_daad)
    draad.start()
    try:
        geschreven.wait(20)
        schrijf()
        eerst = voer_uit()
    finally:
        ga_door.set()
        draad.join()
    daarna = voer_uit()

    assert (eerst, daarna) == (1, 1)
    assert sorted(ids(verzameld.spans())) == sorted(
        Verwerkingsregel.objects.values_list("operatie_id", flat=True)
    )
    assert Logboekuitvoer.objects.get().gaten == []


def schrijf_in(dossier_id) -> None:
    logboek.schrijf([logboek.Regel("wens.geuit", "ondersteuning-1", dossier_id, "1")], audit="gebeurtenis")


def test_given_a_number_that_was_undone_when_a_day_has_passed_then_nobody_waits_for_it_any_more(verzameld):
    schrijf()
    with transaction.atomic():
        schrijf_in(DossierFactory().pk)
        transaction.set_rollback(True)
    schrijf()
    voer_uit()
    stand = Logboekuitvoer.objects.get()
    ((van, tot, _sinds),) = stand.gaten
    lang_geleden = (datetime.now(UTC) - timedelta(hours=25)).isoformat()
    Logboekuitvoer.objects.update(gaten=[[van, tot, lang_geleden]])
    schrijf()

    voer_uit()

    assert (van, tot) == (2, 2)
    assert Logboekuitvoer.objects.get().gaten == []
    assert len(verzameld.spans()) == 3


def test_given_the_whole_request_when_read_then_nobody_of_the_staff_and_no_person_is_named_in_it():
    dossier = DossierFactory()
    schrijf_voor = DossierFactory()
    with transaction.atomic():
        schrijf_in(dossier.pk)
        schrijf_in(schrijf_voor.pk)

    tekst = json.dumps(als_otlp(Verwerkingsregel.objects.all()))

    namen = [dossier.persoon.v_nummer, dossier.persoon.achternaam, str(dossier.pk), dossier.regievoerder.naam]
    assert [naam for naam in namen if naam in tekst] == []
