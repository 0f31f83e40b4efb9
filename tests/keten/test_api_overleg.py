"""What a partner's program says in a meeting: blind as on the page, once, and refused when the step is over."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.overleg.factories import Tafel, maak_tafel
from verantwoord.keten.models import InkomendBericht
from verantwoord.overleg import actions
from verantwoord.overleg.models import Actie, Agendapunt, Standpunt, Stem
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage, Medewerker

pytestmark = pytest.mark.django_db
KANARIE = "KANARIE-STANDPUNT"


@pytest.fixture
def tafel(db) -> Tafel:
    with als_systeem():
        yield maak_tafel(eerste_op=timezone.localdate())


def kop(wie: Medewerker) -> dict[str, str]:
    return {"Authorization": f"Bearer {give_sleutel(door=systeem(), medewerker=wie, naam='proef')}"}


def stuur(client, wie: Medewerker, pad: str, **inhoud):
    return client.post(
        f"/api/v1/{pad}",
        json.dumps({"berichtId": str(uuid4())} | inhoud),
        content_type="application/json",
        headers=kop(wie),
    )


def vragen(client, wie: Medewerker) -> dict:
    return client.get("/api/v1/overlegvragen", headers=kop(wie)).json()


def test_given_an_item_when_a_partner_asks_what_waits_then_it_is_there_and_the_look_is_kept(client, tafel):
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)

    gevonden = vragen(client, tafel.coa)

    (regel,) = gevonden["standpunten"]
    assert (regel["agendapuntId"], regel["dossierIds"], regel["stemmenTot"]) == (
        str(punt.pk),
        [str(dossier.pk)],
        None,
    )
    assert (gevonden["stemmen"], gevonden["acties"]) == ([], [])
    assert list(Inzage.objects.filter(medewerker_id=tafel.coa.pk).values_list("dossier_id", "doel")) == [
        (dossier.pk, "overleg")
    ]


def test_given_a_first_position_when_sent_twice_then_it_counts_once_and_nobody_else_reads_it(client, tafel):
    punt = tafel.punt()
    bericht = {"berichtId": str(uuid4()), "oordeel": "niet_akkoord", "motivering": KANARIE}

    eerst, daarna = (
        stuur(client, tafel.coa, f"agendapunten/{punt.pk}/standpunten", **bericht) for _ in range(2)
    )

    assert [(a.status_code, a.json()["status"]) for a in (eerst, daarna)] == [
        (201, "opgenomen"),
        (200, "dubbel"),
    ]
    assert list(Standpunt.objects.values_list("partner", "oordeel", "versie")) == [("coa", "niet_akkoord", 1)]
    for wie in (tafel.avim, tafel.ind):
        assert KANARIE not in json.dumps(vragen(client, wie))
    assert InkomendBericht.objects.get().inhoud is None


def test_given_another_position_under_one_id_when_sent_then_409_and_the_first_stays(client, tafel):
    punt = tafel.punt()
    bericht = {"berichtId": str(uuid4()), "oordeel": "akkoord", "motivering": "Past."}
    stuur(client, tafel.coa, f"agendapunten/{punt.pk}/standpunten", **bericht)

    ander = stuur(
        client, tafel.coa, f"agendapunten/{punt.pk}/standpunten", **bericht | {"oordeel": "onthouding"}
    )

    assert (ander.status_code, ander.headers["Content-Type"]) == (409, "application/problem+json")
    assert Standpunt.objects.get().oordeel == "akkoord"


def test_given_positions_that_are_open_when_one_more_is_sent_then_it_is_refused_and_not_remembered(
    client, tafel
):
    punt = tafel.punt()
    tafel.open(punt)

    antwoord = stuur(
        client,
        tafel.coa,
        f"agendapunten/{punt.pk}/standpunten",
        oordeel="onthouding",
        motivering="Toch niet.",
    )

    assert antwoord.status_code == 409
    assert InkomendBericht.objects.count() == 0


def test_given_an_absent_partner_when_it_votes_in_writing_over_the_api_then_the_decision_is_made(
    client, tafel
):
    punt = tafel.punt()
    tafel.start(nu=timezone.now())
    tafel.open(punt)
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "avim", "ind"):
        tafel.stem(punt, partner, nu=timezone.now())
    (regel,) = vragen(client, tafel.coa)["stemmen"]

    antwoord = stuur(client, tafel.coa, f"agendapunten/{regel['agendapuntId']}/stemmen", oordeel="akkoord")

    assert antwoord.status_code == 201
    assert Agendapunt.objects.get(pk=punt.pk).besluit == "vastgesteld"
    assert Stem.objects.filter(partner="coa").count() == 1


def test_given_an_action_of_ours_when_said_to_be_done_then_it_is_and_that_of_another_is_refused(
    client, tafel
):
    punt = tafel.punt()
    tafel.open(punt)
    onze, hunne = (
        actions.add_actie(
            door=tafel.dtv, punt_id=punt.pk, omschrijving="Bellen", eigenaar=eigenaar, uiterlijk=None
        )
        for eigenaar in ("coa", "avim")
    )
    gisteren = (timezone.localdate() - timedelta(days=1)).isoformat()

    wel = stuur(client, tafel.coa, f"overlegacties/{onze.pk}/afrondingen", gereedOp=gisteren)
    niet = stuur(client, tafel.coa, f"overlegacties/{hunne.pk}/afrondingen", gereedOp=gisteren)

    assert (wel.status_code, niet.status_code) == (201, 403)
    assert [a.gereed_op is None for a in Actie.objects.order_by("nummer")] == [False, True]


@pytest.mark.parametrize(
    ("pad", "inhoud"),
    [
        ("agendapunten/{}/standpunten", {"oordeel": "akkoord", "motivering": "x"}),
        ("agendapunten/{}/stemmen", {"oordeel": "akkoord"}),
        ("overlegacties/{}/afrondingen", {"gereedOp": "2022-03-01"}),
    ],
)
@pytest.mark.parametrize("wie", ["coa", "dtv"])
def test_given_somebody_of_another_table_or_of_the_dtv_when_sending_then_there_is_nothing(
    client, tafel, pad, inhoud, wie
):
    punt = tafel.punt()
    tafel.open(punt)
    actie = actions.add_actie(
        door=tafel.dtv, punt_id=punt.pk, omschrijving="Bellen", eigenaar="coa", uiterlijk=None
    )
    buiten = maak_tafel(eerste_op=timezone.localdate(), locaties=["Emmen"]).wie(wie)

    ids = {"agendapunten": punt.pk, "overlegacties": actie.pk}
    er_is = stuur(client, buiten, pad.format(ids[pad.split("/")[0]]), **inhoud)
    er_niet = stuur(client, buiten, pad.format(uuid4()), **inhoud)

    assert (er_is.status_code, er_niet.status_code) == (404, 404)
    assert er_is.json() | {"instance": ""} == er_niet.json() | {"instance": ""}


def test_given_one_or_ten_items_when_asked_what_waits_then_the_number_of_queries_is_the_same(client, tafel):
    tafel.punt()
    sleutel = kop(tafel.coa)

    def tel() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            client.get("/api/v1/overlegvragen", headers=sleutel)
        return len(gevraagd)

    bij_een = tel()
    for _ in range(9):
        tafel.punt()

    assert tel() == bij_een
