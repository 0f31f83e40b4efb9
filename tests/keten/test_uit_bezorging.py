"""Every message arrives, in the order of its dossier, and has its effect once: whatever the receiver and the worker do."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.conf import settings as settings_
from django.db import connections, transaction
from django.utils import timezone

from tests.keten.ontvanger import GEHEIM, Verzoek, ontvanger_uit_de_handleiding, wacht_tot, weg
from tests.keten.uitfactories import AfspraakFactory, OntvangerFactory, betrokken_dossier, meld
from tests.taken.werk import doe_wat_wacht
from verantwoord.dossier.models import Ontvangstbevestiging
from verantwoord.gebeurtenis.models import Verwerkingsregel
from verantwoord.keten.models import (
    Aflevering,
    Bereikbaarheid,
    Poging,
    Uitbericht,
    Uitwisselafspraak,
    Verstrekking,
)
from verantwoord.keten.uit import bezorging
from verantwoord.keten.uit.bezorging import bezorg, wachtende_ontvangers
from verantwoord.keten.uit.geheim import berg_op

pytestmark = pytest.mark.django_db(transaction=True)
Stand = Aflevering.Stand


@pytest.fixture(autouse=True)
def op_deze_machine(settings, monkeypatch):
    """Send within this machine, and wait hundredths where the program waits minutes."""
    settings.UITWISSELING_LOOPBACK = True
    monkeypatch.setattr(bezorging, "EERSTE_WACHT", 0.01)
    monkeypatch.setattr(bezorging, "LANGSTE_WACHT", 0.05)
    monkeypatch.setattr(bezorging, "LANGSTE_STORING", 0.05)


@pytest.fixture
def ontvangen(tmp_path):
    with ontvanger_uit_de_handleiding(tmp_path) as gestart:
        yield gestart


def dossier_en_ontvanger(adres: str):
    AfspraakFactory()
    return betrokken_dossier(), OntvangerFactory(adres=adres)


def test_given_an_answer_that_changed_when_the_worker_comes_by_then_the_receiver_of_the_manual_has_it(
    ontvangen,
):
    dossier, ontvanger = dossier_en_ontvanger(ontvangen.adres)
    with transaction.atomic():
        meld(dossier, 20)

    doe_wat_wacht()

    (bericht,) = ontvangen.alles()
    gemaakt = Uitbericht.objects.get()
    assert {
        naam: bericht[naam] for naam in ("specversion", "id", "source", "type", "subject", "datacontenttype")
    } == {
        "specversion": "1.0",
        "id": str(gemaakt.pk),
        "source": "urn:nld:oin:00000000000000000000",
        "type": "nl.verantwoord.opvangrecht-gewijzigd",
        "subject": str(dossier.pk),
        "datacontenttype": "application/json",
    }
    assert bericht["data"] == {
        "antwoord": gemaakt.antwoord_id,
        "geldig_vanaf": "2022-02-02",
        "correctie_van": None,
        "v_nummer": dossier.persoon.v_nummer,
        "recht": "ja",
        "categorie": "na_procedure",
        "einddatum": "2022-03-20",
        "redencode": "termijn-verstreken",
    }
    aflevering = Aflevering.objects.get()
    assert (aflevering.stand, aflevering.pogingen, aflevering.ontvanger) == (Stand.BEVESTIGD, 1, ontvanger)
    assert Ontvangstbevestiging.objects.get().organisatie == "coa"


def test_given_a_delivery_when_made_then_the_log_says_which_fields_of_whom_went_where_and_why(ontvangen):
    dossier, ontvanger = dossier_en_ontvanger(ontvangen.adres)
    meld(dossier)

    bezorg(ontvanger.pk)

    verstrekt = Verstrekking.objects.get()
    assert (verstrekt.dossier, verstrekt.organisatie, verstrekt.rol) == (dossier, "coa", "coa")
    assert verstrekt.velden == ["categorie", "einddatum", "recht", "redencode", "v_nummer"]
    assert (verstrekt.doel, verstrekt.afspraken) == (
        "weten tot wanneer deze persoon recht op opvang heeft",
        [Uitwisselafspraak.objects.get().kenmerk],
    )
    (bericht,) = ontvangen.alles()
    regel = Verwerkingsregel.objects.get(audit="verstrekking")
    assert (regel.activiteit, regel.audit_id, regel.operatie_id) == (
        "verstrekking-1",
        str(verstrekt.bericht_id),
        verstrekt.operatie_id,
    )
    assert bericht["traceparent"] == f"00-{regel.trace_id}-{regel.operatie_id}-01"


def test_given_an_act_that_is_undone_when_the_worker_comes_by_then_nobody_was_told(ontvangen):
    dossier, _ = dossier_en_ontvanger(ontvangen.adres)
    with transaction.atomic():
        meld(dossier)
        gemaakt = Uitbericht.objects.count()
        transaction.set_rollback(True)

    doe_wat_wacht()

    assert (gemaakt, ontvangen.alles(), Uitbericht.objects.count(), Aflevering.objects.count()) == (
        1,
        [],
        0,
        0,
    )


def test_given_an_act_when_it_is_done_then_nothing_was_sent_within_it():
    with weg(lambda verzoek: verzoek.antwoord(204)) as bestemming:
        dossier, _ = dossier_en_ontvanger(bestemming.adres)

        with transaction.atomic():
            meld(dossier)

        assert bestemming.verzoeken == []


def test_given_an_acknowledgement_that_got_lost_when_sent_again_then_the_effect_is_once_with_the_same_id(
    ontvangen,
):
    dossier, ontvanger = dossier_en_ontvanger("")

    def eerst_verbroken(verzoek: Verzoek) -> None:
        status = verzoek.geef_door(ontvangen.adres)
        if len(verzoek.server.weg.verzoeken) < 3:
            verzoek.verbreek()
        else:
            verzoek.antwoord(status)

    with weg(eerst_verbroken) as bestemming:
        zet_adres(ontvanger, bestemming.adres)
        meld(dossier)
        bezorg_tot_het_rust(ontvanger)

    assert [len(set(bestemming.verzoeken)), len(bestemming.verzoeken), len(ontvangen.alles())] == [1, 3, 1]
    assert {koppen["webhook-id"] for koppen in bestemming.koppen} == {str(Uitbericht.objects.get().pk)}
    assert list(Poging.objects.order_by("nummer").values_list("nummer", "uitkomst")) == [
        (1, "verbroken"),
        (2, "verbroken"),
        (3, "http_204"),
    ]
    # Nobody knows whether the first one arrived, so it counts as told from then on, and once.
    assert Verstrekking.objects.count() == 1


def zet_adres(ontvanger, adres: str) -> None:
    ontvanger.adres = adres
    ontvanger.save()


def bezorg_tot_het_rust(ontvanger, *, seconden: float = 60) -> None:
    """Come by again and again, as the clock lets a worker do."""
    tot = time.monotonic() + seconden
    while Aflevering.objects.filter(stand=Stand.WACHT).exists():
        assert time.monotonic() < tot, "it took too long"
        bezorg(ontvanger.pk, geheel=0.15)
        time.sleep(0.01)


def test_given_the_first_of_a_dossier_fails_when_others_wait_then_the_next_of_that_dossier_waits_and_no_other(
    monkeypatch,
):
    monkeypatch.setattr(bezorging, "EERSTE_WACHT", 5)
    monkeypatch.setattr(bezorging, "LANGSTE_WACHT", 3600)
    eerste, tweede = betrokken_dossier(), betrokken_dossier()
    AfspraakFactory()

    def weiger_de_eerste(verzoek: Verzoek) -> None:
        verzoek.antwoord(503 if json.loads(verzoek.inhoud)["subject"] == str(eerste.pk) else 204)

    with weg(weiger_de_eerste) as bestemming:
        ontvanger = OntvangerFactory(adres=bestemming.adres)
        for dag in (1, 2):
            meld(eerste, dag)
            meld(tweede, dag)
        bezorg(ontvanger.pk, hoogstens=3)

    gestuurd = [json.loads(inhoud) for inhoud in bestemming.verzoeken]
    assert [(g["subject"], g["data"]["einddatum"]) for g in gestuurd] == [
        (str(eerste.pk), "2022-03-01"),
        (str(tweede.pk), "2022-03-01"),
        (str(tweede.pk), "2022-03-02"),
    ]


@pytest.mark.parametrize(
    ("status", "uitkomst", "pogingen"),
    [(400, "http_400", 6), (404, "http_404", 6), (302, "http_302", 6), (500, "http_500", 40)],
)
def test_given_a_message_that_is_refused_time_and_again_when_tried_then_it_is_parked_and_keeps_its_place(
    status, uitkomst, pogingen
):
    with weg(lambda verzoek: verzoek.antwoord(status, location="http://127.0.0.1:1/")) as bestemming:
        dossier, ontvanger = dossier_en_ontvanger(bestemming.adres)
        meld(dossier, 1)
        meld(dossier, 2)
        tot = time.monotonic() + 60
        while not Aflevering.objects.filter(stand=Stand.GEPARKEERD).exists():
            assert time.monotonic() < tot
            bezorg(ontvanger.pk)
        bezorg(ontvanger.pk)

    geparkeerd, wacht = Aflevering.objects.order_by("pk")
    assert (geparkeerd.stand, geparkeerd.laatste_uitkomst, geparkeerd.pogingen) == (
        Stand.GEPARKEERD,
        uitkomst,
        pogingen,
    )
    assert (wacht.stand, wacht.pogingen, len(bestemming.verzoeken)) == (Stand.WACHT, 0, pogingen)


def test_given_a_receiver_that_is_not_there_when_many_wait_then_it_is_left_alone_and_few_attempts_are_made(
    monkeypatch,
):
    monkeypatch.setattr(bezorging, "EERSTE_WACHT", 5)
    monkeypatch.setattr(bezorging, "LANGSTE_STORING", 600)
    AfspraakFactory()
    ontvanger = OntvangerFactory(adres="http://127.0.0.1:9/")
    for _ in range(12):
        meld(betrokken_dossier())

    bezorg(ontvanger.pk)

    stand = Bereikbaarheid.objects.get()
    assert (stand.achtereen_mislukt, Poging.objects.count()) == (5, 5)
    assert stand.niet_voor > timezone.now() + timedelta(seconds=2)
    assert set(Poging.objects.values_list("uitkomst", flat=True)) == {"verbroken"}


def test_given_a_receiver_that_asks_to_wait_when_it_fails_then_it_is_not_asked_before():
    with weg(lambda verzoek: verzoek.antwoord(429, retry_after="900")) as bestemming:
        dossier, ontvanger = dossier_en_ontvanger(bestemming.adres)
        meld(dossier)
        bezorg(ontvanger.pk)

    wacht = Aflevering.objects.get().niet_voor - timezone.now()
    assert timedelta(seconds=880) < wacht <= timedelta(seconds=900)


def test_given_an_agreement_that_ended_when_something_changes_then_it_waits_until_there_is_one_again(
    ontvangen,
):
    dossier, ontvanger = dossier_en_ontvanger(ontvangen.adres)
    Uitwisselafspraak.objects.update(tot=timezone.localdate() - timedelta(days=1))
    meld(dossier)

    zonder = bezorg(ontvanger.pk)
    stand = Aflevering.objects.get()
    AfspraakFactory()
    met = bezorg(ontvanger.pk)

    assert (zonder, stand.pogingen, Verstrekking.objects.count(), met) == (0, 0, 1, 1)


def test_given_an_agreement_about_one_field_when_sent_then_that_field_alone_goes_along(ontvangen):
    AfspraakFactory(velden=["opvangrecht.einddatum", "stappen.fase"])
    dossier, ontvanger = betrokken_dossier(), OntvangerFactory(adres=ontvangen.adres)
    meld(dossier, 20)

    bezorg(ontvanger.pk)

    (bericht,) = ontvangen.alles()
    assert sorted(bericht["data"]) == ["antwoord", "correctie_van", "einddatum", "geldig_vanaf"]
    assert Verstrekking.objects.get().velden == ["einddatum"]


def test_given_two_keys_while_one_replaces_the_other_when_sent_then_the_receiver_with_either_key_accepts(
    tmp_path,
):
    nieuw = "whsec_ZWVuIG5pZXV3IGdlaGVpbSB2b29yIGRlIHByb2VmISEh"
    AfspraakFactory()
    for geheimen in (GEHEIM, nieuw):
        map_ = tmp_path / str(uuid4())
        map_.mkdir()
        with ontvanger_uit_de_handleiding(map_, geheimen) as ontvangen:
            ontvanger = OntvangerFactory(adres=ontvangen.adres)
            wissel(ontvanger, nieuw)
            meld(betrokken_dossier())
            bezorg(ontvanger.pk)
            assert len(ontvangen.alles()) == 1
            zet_uit(ontvanger)


def wissel(ontvanger, nieuw: str) -> None:
    ontvanger.sleutels.update(tot=timezone.now() + timedelta(hours=1))
    ontvanger.sleutels.create(geheim=berg_op(nieuw))


def zet_uit(ontvanger) -> None:
    ontvanger.actief = False
    ontvanger.save()


def test_given_a_secret_that_ended_when_sent_then_the_receiver_that_knows_only_that_one_refuses(ontvangen):
    dossier, ontvanger = dossier_en_ontvanger(ontvangen.adres)
    wissel(ontvanger, "whsec_ZWVuIG5pZXV3IGdlaGVpbSB2b29yIGRlIHByb2VmISEh")
    ontvanger.sleutels.filter(tot__isnull=False).update(tot=timezone.now() - timedelta(seconds=1))
    meld(dossier)

    bezorg(ontvanger.pk)

    assert (ontvangen.alles(), Aflevering.objects.get().laatste_uitkomst) == ([], "http_401")


def test_given_a_worker_that_dies_after_sending_when_another_comes_later_then_the_effect_is_once(
    ontvangen, monkeypatch
):
    """The receiver kept it, the worker never heard so: its claim runs out and the next one sends the same again."""
    dossier, ontvanger = dossier_en_ontvanger(ontvangen.adres)
    monkeypatch.setattr(bezorging, "CLAIM", timedelta(seconds=0.3))
    meld(dossier)
    bericht_id = Uitbericht.objects.get().pk

    class Dood(BaseException):
        pass

    def sterf(*_args, **_kwargs):
        raise Dood

    with monkeypatch.context() as dood:
        dood.setattr(bezorging, "_bewaar", sterf)
        with pytest.raises(Dood):
            bezorg(ontvanger.pk)
    meteen = wachtende_ontvangers()
    wacht_tot(lambda: wachtende_ontvangers() == [ontvanger.pk])
    gelukt = bezorg(ontvanger.pk)

    assert (meteen, gelukt, [b["id"] for b in ontvangen.alles()]) == ([], 1, [str(bericht_id)])
    assert (Aflevering.objects.get().pogingen, Verstrekking.objects.count()) == (2, 1)


def test_given_a_real_worker_that_is_killed_while_it_waits_for_an_answer_when_another_comes_then_the_effect_is_once(
    ontvangen,
):
    """SIGKILL between the act and the acknowledgement: the receiver kept it, and nobody here knows."""
    dossier = betrokken_dossier()
    AfspraakFactory()

    def verwerk_en_zwijg(verzoek: Verzoek) -> None:
        status = verzoek.geef_door(ontvangen.adres)
        if len(verzoek.server.weg.verzoeken) == 1:
            time.sleep(3)
        verzoek.antwoord(status)

    with weg(verwerk_en_zwijg) as bestemming:
        ontvanger = OntvangerFactory(adres=bestemming.adres)
        meld(dossier)
        werker = start_werker()
        try:
            wacht_tot(lambda: len(ontvangen.alles()) == 1, seconden=60)
        finally:
            werker.kill()
            werker.wait()
        blijft = Aflevering.objects.get()
        claim = blijft.niet_voor - timezone.now()
        Aflevering.objects.update(niet_voor=timezone.now())
        bezorg(ontvanger.pk)

    assert (blijft.stand, blijft.pogingen) == (Stand.WACHT, 1)
    assert timedelta(seconds=30) < claim <= timedelta(seconds=60)
    assert (Aflevering.objects.get().stand, len(bestemming.verzoeken), len(ontvangen.alles())) == (
        Stand.BEVESTIGD,
        2,
        1,
    )
    assert Verstrekking.objects.count() == 1


def start_werker() -> subprocess.Popen[bytes]:
    """The program's own worker, on the database of this test."""
    paden = settings_.PADEN.met_naam(settings_.DATABASES["default"]["NAME"])
    schoon = {n: w for n, w in os.environ.items() if not n.startswith(("DATABASE_URL", "DJANGO_"))}
    eigen = {"DATABASE_URL": paden.app, "DATABASE_URL_EIGENAAR": paden.eigenaar, "VERANTWOORD_DEMO": "1"}
    # The key that opens the secrets is kept beside the database of the tests.
    opdracht = [sys.executable, "-P", "-m", "verantwoord.project.cli", "werk", "--eenmaal"]
    return subprocess.Popen(opdracht, env=schoon | eigen)  # noqa: S603 - our own program


def test_given_a_worker_that_took_too_long_when_another_delivered_then_its_outcome_changes_nothing(
    ontvangen, monkeypatch
):
    dossier, ontvanger = dossier_en_ontvanger(ontvangen.adres)
    monkeypatch.setattr(bezorging, "CLAIM", timedelta(0))
    meld(dossier)
    lading = bezorging._laad(ontvanger.pk)
    trage = bezorging._claim(lading)

    bezorg(ontvanger.pk)
    bezorging._bewaar(lading, trage, bezorging.Uitkomst("geweigerd", "http_400", 1))

    aflevering = Aflevering.objects.get()
    assert (aflevering.stand, aflevering.laatste_uitkomst) == (Stand.BEVESTIGD, "http_204")


def test_given_a_bad_road_and_two_workers_when_many_messages_go_out_then_all_arrive_in_order_with_one_effect_each(
    ontvangen, monkeypatch
):
    """Of every hundred: thirty 500, ten that never answer, five cut off after they were processed; and dead for a while."""
    # So long that the later ones of a dossier would overtake one that failed, if nothing held them.
    monkeypatch.setattr(bezorging, "EERSTE_WACHT", 0.4)
    monkeypatch.setattr(bezorging, "LANGSTE_WACHT", 0.8)
    toeval = random.Random(20221122)  # noqa: S311 - which message meets which fate
    dood_tot = time.monotonic() + 1.5

    def slechte_weg(verzoek: Verzoek) -> None:
        lot = toeval.random()
        if time.monotonic() < dood_tot:
            verzoek.verbreek()
        elif lot < 0.30:
            verzoek.antwoord(500)
        elif lot < 0.40:
            time.sleep(0.3)
        else:
            status = verzoek.geef_door(ontvangen.adres)
            if lot < 0.45:
                verzoek.verbreek()
            else:
                verzoek.antwoord(status)

    AfspraakFactory()
    dossiers = [betrokken_dossier() for _ in range(20)]
    with weg(slechte_weg) as bestemming:
        ontvanger = OntvangerFactory(adres=bestemming.adres)
        for dag in range(1, 11):
            with transaction.atomic():
                for dossier in dossiers:
                    meld(dossier, dag)
        werkers = [threading.Thread(target=_werk_als_werker, args=(ontvanger,)) for _ in range(2)]
        for werker in werkers:
            werker.start()
        for werker in werkers:
            werker.join()

    gekomen = defaultdict(list)
    for bericht in ontvangen.alles():
        gekomen[bericht["subject"]].append(bericht["data"]["einddatum"])
    in_volgorde = [date(2022, 3, dag).isoformat() for dag in range(1, 11)]
    assert dict(gekomen) == {str(dossier.pk): in_volgorde for dossier in dossiers}
    assert Counter(Aflevering.objects.values_list("stand", flat=True)) == {Stand.BEVESTIGD: 200}
    assert (Verstrekking.objects.count(), Uitbericht.objects.count()) == (200, 200)
    assert len(bestemming.verzoeken) > 250


def _werk_als_werker(ontvanger) -> None:
    try:
        bezorg_tot_het_rust(ontvanger, seconden=100)
    finally:
        connections.close_all()
