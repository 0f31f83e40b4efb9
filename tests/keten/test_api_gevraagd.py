"""A transfer, a meldplicht and the answer of the police over the API: asked, answered once, by the acts of the desks."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import (
    Betrokkenheid,
    Dossier,
    Dossierdeel,
    Overplaatsing,
    Overplaatsingsgrond,
    Overplaatsingsstap,
)
from verantwoord.kern.zicht import AMSTERDAM
from verantwoord.keten.actions import retry_bericht
from verantwoord.keten.models import InkomendBericht, Inzending
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage, Medewerker
from verantwoord.toegang.rechten import Organisatie
from verantwoord.toezicht.actions import ask_meldplicht

pytestmark = pytest.mark.django_db
KANARIE = "KANARIE-GROND"


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


def dag(verder: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=verder)).isoformat()


@pytest.fixture
def coa() -> Medewerker:
    return MedewerkerFactory(coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"]))


@pytest.fixture
def avim() -> Medewerker:
    return MedewerkerFactory(avim=True, team=TeamFactory(organisatie=Organisatie.AVIM, locaties=["Assen"]))


@pytest.fixture
def dossier(coa, avim) -> Dossier:
    dossier = DossierFactory()
    herbeoordeel([dossier.pk])
    return dossier


def kop(wie: Medewerker) -> dict[str, str]:
    return {"Authorization": f"Bearer {give_sleutel(door=systeem(), medewerker=wie, naam='proef')}"}


def stuur(client, wie: Medewerker, dossier, pad: str, **inhoud):
    return client.post(
        f"/api/v1/zaken/{dossier.pk}/{pad}",
        json.dumps({"berichtId": str(uuid4())} | inhoud),
        content_type="application/json",
        headers=kop(wie),
    )


def standen(*antwoorden) -> list[tuple[int, str]]:
    return [(antwoord.status_code, antwoord.json()["status"]) for antwoord in antwoorden]


def vraag_plaats(dossier, *, stand="gevraagd", gezin=None) -> Overplaatsing:
    """A transfer as the DT&V asked it; who may ask one, and when, is tested where that is done."""
    vandaag = timezone.localdate()
    rij = Overplaatsing.objects.create(
        dossier=dossier,
        gezin=gezin,
        naar="gl",
        locatie="Emmen",
        gewenst_op=vandaag + timedelta(days=9),
        antwoord_voor=vandaag + timedelta(days=4),
        toelichting="Twee kamers.",
        gevraagd_op=vandaag,
        gevraagd_door=dossier.regievoerder,
        stand=stand,
    )
    Overplaatsingsgrond.objects.create(
        overplaatsing=rij,
        dossier=dossier,
        zicht_op_terugkeer=KANARIE,
        maatregel=KANARIE,
        maatregel_op=vandaag,
    )
    stappen = ["gevraagd"] if stand != "overgedragen" else ["gevraagd", "overgedragen"]
    for soort in stappen:
        Overplaatsingsstap.objects.create(
            overplaatsing=rij,
            soort=soort,
            organisatie="dtv",
            door=dossier.regievoerder,
            op=vandaag,
            tekst="Twee kamers.",
        )
    return rij


class TestOverplaatsing:
    def test_given_a_transfer_when_the_coa_asks_what_runs_then_it_reads_the_place_and_never_why(
        self, client, dossier, coa
    ):
        vraag_plaats(dossier)

        antwoord = client.get("/api/v1/overplaatsingen", headers=kop(coa))

        assert antwoord.json() == {
            "resultaten": [
                {
                    "dossierId": str(dossier.pk),
                    "naar": "gl",
                    "locatie": "Emmen",
                    "gewenstOp": dag(9),
                    "antwoordVoor": dag(4),
                    "stand": "gevraagd",
                    "metGezin": False,
                    "stappen": [
                        {"soort": "gevraagd", "organisatie": "dtv", "op": dag(), "tekst": "Twee kamers."}
                    ],
                }
            ]
        }
        assert list(Inzage.objects.filter(medewerker_id=coa.pk).values_list("dossier_id", "doel")) == [
            (dossier.pk, "werklijst")
        ]

    def test_given_a_transfer_when_others_ask_what_runs_then_there_is_nothing(self, client, dossier, avim):
        vraag_plaats(dossier)
        elders = MedewerkerFactory(
            coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Emmen"])
        )

        antwoorden = {
            wie.rol: client.get("/api/v1/overplaatsingen", headers=kop(wie))
            for wie in (elders, avim, dossier.regievoerder)
        }

        assert {rol: antwoord.status_code for rol, antwoord in antwoorden.items()} == {
            "coa": 200,
            "avim_toezicht": 404,
            "regievoerder": 404,
        }
        assert antwoorden["coa"].json() == {"resultaten": []}

    def test_given_one_or_ten_transfers_when_asked_what_runs_then_the_number_of_queries_is_the_same(
        self, client, dossier, coa
    ):
        vraag_plaats(dossier)
        wie, aantallen = kop(coa), []
        client.get("/api/v1/overplaatsingen", headers=wie)

        for erbij in (0, 9):
            for _n in range(erbij):
                ander = DossierFactory()
                herbeoordeel([ander.pk])
                vraag_plaats(ander)
            with CaptureQueriesContext(connection) as gevraagd:
                antwoord = client.get("/api/v1/overplaatsingen", headers=wie)
            aantallen.append((len(antwoord.json()["resultaten"]), len(gevraagd)))

        assert [regels for regels, _vragen in aantallen] == [1, 10]
        assert aantallen[0][1] == aantallen[1][1]

    def test_given_a_place_when_the_coa_reserves_it_twice_under_one_id_then_it_counts_once(
        self, client, dossier, coa
    ):
        rij, bericht = vraag_plaats(dossier), {"berichtId": str(uuid4()), "antwoord": "akkoord"}

        antwoorden = [stuur(client, coa, dossier, "overplaatsingsantwoorden", **bericht) for _ in range(2)]

        assert standen(*antwoorden) == [(201, "opgenomen"), (200, "dubbel")]
        assert (Overplaatsing.objects.get(pk=rij.pk).stand, Inzending.objects.count()) == ("akkoord", 1)

    def test_given_a_question_without_words_when_sent_then_it_is_set_apart_and_the_sender_hears_why(
        self, client, dossier, coa
    ):
        rij = vraag_plaats(dossier)

        antwoord = stuur(client, coa, dossier, "overplaatsingsantwoorden", antwoord="vraag")

        assert (antwoord.status_code, antwoord.json()["uitleg"]) == (202, "Schrijf uw vraag op.")
        assert Overplaatsing.objects.get(pk=rij.pk).stand == "gevraagd"

    def test_given_a_norm_that_stops_it_when_the_coa_hands_over_then_which_one_is_not_said(
        self, client, dossier, coa
    ):
        rij = vraag_plaats(dossier, stand="akkoord")

        antwoord = stuur(client, coa, dossier, "overdrachtsverklaringen", wat="School en huisarts.")

        assert (antwoord.status_code, antwoord.json()["uitleg"]) == (
            202,
            (
                "De overplaatsing kan nu niet doorgaan. De regievoerder van de DT&V kan zeggen wat eerst nodig is. "
                "De plaats blijft gereserveerd."
            ),
        )
        assert Overplaatsing.objects.get(pk=rij.pk).stand == "akkoord"

    def test_given_somebody_who_came_when_the_coa_says_so_then_that_is_where_they_live(
        self, client, dossier, coa
    ):
        vraag_plaats(dossier, stand="overgedragen")

        antwoord = stuur(
            client, coa, dossier, "aankomstmeldingen", aangekomen=True, op=dag(), toelichting="Gezien."
        )

        assert standen(antwoord) == [(201, "opgenomen")]
        assert beeld_of(dossier.pk).opvang.verblijfplaatsen[-1].locatie == "Emmen"

    def test_given_somebody_who_did_not_come_when_sent_twice_then_since_when_is_known_once(
        self, client, dossier, coa
    ):
        vraag_plaats(dossier, stand="overgedragen")
        verwacht = timezone.now().astimezone(AMSTERDAM).replace(hour=0, minute=5, second=0, microsecond=0)
        bericht = {
            "berichtId": str(uuid4()),
            "aangekomen": False,
            "op": dag(),
            "verwacht": verwacht.isoformat(),
            "toelichting": "Niet in de bus.",
        }

        antwoorden = [stuur(client, coa, dossier, "aankomstmeldingen", **bericht) for _ in range(2)]

        assert standen(*antwoorden) == [(201, "opgenomen"), (200, "dubbel")]
        assert beeld_of(dossier.pk).afwezigheid.niet_aangekomen_sinds == verwacht

    def test_given_one_who_did_not_come_without_since_when_then_it_is_set_apart_and_nothing_is_done(
        self, client, dossier, coa
    ):
        rij = vraag_plaats(dossier, stand="overgedragen")

        antwoord = stuur(
            client, coa, dossier, "aankomstmeldingen", aangekomen=False, op=dag(), toelichting="Weg."
        )

        assert standen(antwoord) == [(202, "quarantaine")]
        assert Overplaatsing.objects.get(pk=rij.pk).stand == "overgedragen"

    def test_given_an_arrival_set_apart_when_tried_again_after_the_hand_over_then_its_moment_is_read_back(
        self, client, dossier, coa
    ):
        rij = vraag_plaats(dossier, stand="akkoord")
        verwacht = timezone.now().astimezone(AMSTERDAM).replace(hour=0, minute=5, second=0, microsecond=0)
        stuur(
            client, coa, dossier, "aankomstmeldingen", aangekomen=False, op=dag(),
            verwacht=verwacht.isoformat(), toelichting="Niet in de bus.",
        )  # fmt: skip
        Overplaatsing.objects.filter(pk=rij.pk).update(stand="overgedragen")
        apart = InkomendBericht.objects.get()

        uitkomst = retry_bericht(
            door=MedewerkerFactory(beheerder=True), bericht_pk=apart.pk, nu=timezone.now()
        )

        assert uitkomst.status == "opgenomen"
        assert beeld_of(dossier.pk).afwezigheid.niet_aangekomen_sinds == verwacht


class TestMeldplicht:
    def vraag(self, dossier) -> None:
        ask_meldplicht(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            versie=None,
            soort="opleggen",
            reden="Er is geen vast adres.",
            per_week=1,
            antwoord_voor=timezone.localdate() + timedelta(days=5),
            peildatum=timezone.localdate(),
        )

    def leg_op(self, client, avim, dossier, **anders):
        inhoud = {"op": dag(-20), "perWeek": 1, "reden": "Er is geen vast adres."} | anders
        return stuur(client, avim, dossier, "meldplichten", **inhoud)

    def test_given_a_request_when_the_avim_asks_and_refuses_it_then_it_waits_no_more(
        self, client, dossier, avim
    ):
        self.vraag(dossier)
        eerst = client.get("/api/v1/meldplichtvragen", headers=kop(avim)).json()

        antwoord = stuur(
            client, avim, dossier, "meldplichtweigeringen", reden="De opvang ziet de persoon al."
        )

        assert eerst == {
            "verzoeken": [
                {
                    "dossierId": str(dossier.pk),
                    "soort": "opleggen",
                    "reden": "Er is geen vast adres.",
                    "perWeek": 1,
                    "gevraagdOp": dag(),
                    "antwoordVoor": dag(5),
                }
            ],
            "teHoren": [],
        }
        assert standen(antwoord) == [(201, "opgenomen")]
        assert client.get("/api/v1/meldplichtvragen", headers=kop(avim)).json()["verzoeken"] == []
        assert set(Inzage.objects.filter(medewerker_id=avim.pk, doel="werklijst").values_list("dossier_id", flat=True)) == {dossier.pk}  # fmt: skip

    def test_given_others_when_asking_about_meldplicht_then_there_is_nothing(self, client, dossier, coa):
        self.vraag(dossier)
        elders = MedewerkerFactory(
            avim=True, team=TeamFactory(organisatie=Organisatie.AVIM, locaties=["Emmen"])
        )

        antwoorden = {
            wie.rol: client.get("/api/v1/meldplichtvragen", headers=kop(wie)) for wie in (elders, coa)
        }

        assert {rol: antwoord.status_code for rol, antwoord in antwoorden.items()} == {
            "avim_toezicht": 200,
            "coa": 404,
        }
        assert antwoorden["avim_toezicht"].json() == {"verzoeken": [], "teHoren": []}

    def test_given_a_meldplicht_when_imposed_changed_and_ended_then_each_counts_once_and_is_kept_apart(
        self, client, dossier, avim
    ):
        ids = [str(uuid4()) for _ in range(3)]
        wijziging = {"perWeek": 2, "reden": "De persoon vraagt het zelf."}

        antwoorden = [
            antwoord
            for _keer in range(2)
            for antwoord in (
                self.leg_op(client, avim, dossier, berichtId=ids[0]),
                stuur(client, avim, dossier, "meldplichtwijzigingen", berichtId=ids[1], **wijziging),
                stuur(
                    client,
                    avim,
                    dossier,
                    "meldplichtbeeindigingen",
                    berichtId=ids[2],
                    op=dag(),
                    reden="Klaar.",
                ),
            )
        ]

        (plicht,) = beeld_of(dossier.pk).meldplichten
        assert standen(*antwoorden) == [(201, "opgenomen")] * 3 + [(200, "dubbel")] * 3
        assert (plicht.per_week, plicht.beeindigd_op) == (2, timezone.localdate())
        assert set(Inzending.objects.values_list("soort", flat=True)) == {"meldplicht"}

    def test_given_another_frequency_without_a_reason_when_imposed_then_it_is_set_apart(
        self, client, dossier, avim
    ):
        antwoord = self.leg_op(client, avim, dossier, perWeek=3)

        assert standen(antwoord) == [(202, "quarantaine")]
        assert beeld_of(dossier.pk).meldplichten == ()

    def test_given_somebody_who_did_not_report_when_the_reason_was_good_then_the_day_never_counted(
        self, client, dossier, avim
    ):
        self.leg_op(client, avim, dossier)
        gemist = stuur(client, avim, dossier, "meldmomenten", op=dag(-1), soort="gemist")
        te_horen = client.get("/api/v1/meldplichtvragen", headers=kop(avim)).json()["teHoren"]

        reden = {
            "berichtId": str(uuid4()),
            "op": dag(-1),
            "gehoord": "gesproken",
            "reden": "ziekenhuis",
            "uitkomst": "verschoond",
            "toelichting": "Opgenomen sinds maandag.",
        }
        antwoorden = [stuur(client, avim, dossier, "meldredenen", **reden) for _ in range(2)]
        ander = stuur(client, avim, dossier, "meldredenen", **reden | {"reden": "vervoer"})

        assert standen(gemist, *antwoorden) == [(201, "opgenomen"), (201, "opgenomen"), (200, "dubbel")]
        assert ander.json()["reden"] == "zelfde_id_andere_inhoud"
        assert te_horen == [{"dossierId": str(dossier.pk), "op": dag(-1), "horenVoor": dag(7)}]
        assert client.get("/api/v1/meldplichtvragen", headers=kop(avim)).json()["teHoren"] == []
        assert beeld_of(dossier.pk).meldplichten[0].gemist_op == ()


def test_given_a_sign_with_the_police_when_its_program_answers_then_the_answer_is_there(client, dossier):
    rechercheur = MedewerkerFactory(avim_mensenhandel=True)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="mensenhandel",
        inhoud={"aanwijzing_op": dag(-4), "politie_gemeld_op": dag(-3)},
    )
    herbeoordeel([dossier.pk])
    assert Betrokkenheid.objects.filter(dossier=dossier, rol="avim_mensenhandel").exists()

    antwoord = stuur(client, rechercheur, dossier, "politieantwoorden", op=dag(), uitkomst="geen_vervolg")

    assert standen(antwoord) == [(201, "opgenomen")]
    assert beeld_of(dossier.pk).mensenhandel.politie_terugkoppeling_op == timezone.localdate()
