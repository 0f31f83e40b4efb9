"""What a partner reads over the API: its own cases by answers, and for everybody else nothing."""

import json
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory, zet_dagen
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossier, Dossierdeel, Ontvangstbevestiging, Verblijfplaats
from verantwoord.kern.antwoorden import SOORTEN
from verantwoord.keten.api.vormen import VORMEN
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage, Medewerker, Sleutel
from verantwoord.toegang.rechten import Organisatie

pytestmark = pytest.mark.django_db
VANDAAG = date(2022, 2, 10)
EINDE = "2091-04-01"
KANARIE = "KANARIE"
ORGANISATIE = {"coa": "coa", "ind": "ind", "avim": "avim", "kmar": "kmar", "iom": "iom", "vwn": "vwn"}


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


def medewerker(wie: str, locatie: str = "Assen") -> Medewerker:
    organisatie = Organisatie(ORGANISATIE[wie])
    return MedewerkerFactory(**{wie: True}, team=TeamFactory(organisatie=organisatie, locaties=[locatie]))


def kop(wie: Medewerker) -> dict[str, str]:
    return {"Authorization": f"Bearer {give_sleutel(door=systeem(), medewerker=wie, naam='proef')}"}


@pytest.fixture
def coa() -> Medewerker:
    return medewerker("coa")


@pytest.fixture
def dossier(coa) -> Dossier:
    """With words that no partner may read, in the decision, in the medical part and in that about trafficking."""
    dossier = DossierFactory(recht_eindigt_op=date(2091, 4, 1))
    Dossierdeel.objects.create(dossier=dossier, deel="medisch", inhoud={"reisvoorwaarden": [KANARIE]})
    Dossierdeel.objects.create(dossier=dossier, deel="schrijnend", inhoud={"factoren": [KANARIE]})
    herbeoordeel([dossier.pk], peildatum=VANDAAG)
    return dossier


def vraag(client, wie: Medewerker, pad: str, **query):
    return client.get(f"/api/v1/{pad}", query, headers=kop(wie))


def stuur(client, wie: Medewerker, pad: str, inhoud: object):
    return client.post(
        f"/api/v1/{pad}", json.dumps(inhoud), content_type="application/json", headers=kop(wie)
    )


def zonder_antwoordnummer(zaak: dict) -> dict:
    weg = {"antwoordId", "vastgelegdOp", "geldigVanaf", "correctieVan"}
    return {
        soort: {veld: w for veld, w in inhoud.items() if veld not in weg}
        if isinstance(inhoud, dict)
        else inhoud
        for soort, inhoud in zaak.items()
    }


@pytest.mark.norm("coa-einddatum-afgeleid", "informatiedeling-grondslag")
def test_given_coa_of_the_location_when_asking_a_case_then_exactly_its_answers_come_and_the_look_is_kept(
    client, dossier, coa
):
    antwoord = vraag(client, coa, f"zaken/{dossier.pk}")

    assert antwoord.status_code == 200
    assert zonder_antwoordnummer(antwoord.json()) == {
        "dossierId": str(dossier.pk),
        "identiteit": {
            "vNummer": dossier.persoon.v_nummer,
            "naam": dossier.persoon.volledige_naam,
            "talen": ["ar"],
        },
        "opvangrecht": {
            "recht": "ja",
            "categorie": "na_procedure",
            "einddatum": EINDE,
            "redencode": "termijn-verstreken",
        },
        "stappen": {
            "fase": "beroep_mogelijk",
            "toetsingen": dict.fromkeys(("medisch", "buitenSchuld", "schrijnend", "mensenhandel"), False),
            "stappen": [],
        },
    }
    assert KANARIE not in antwoord.content.decode()
    gezien = Inzage.objects.filter(medewerker_id=coa.pk)
    assert list(gezien.values_list("dossier_id", "onderdeel", "toegestaan")) == [
        (dossier.pk, "api:get_zaak", True)
    ]


def test_given_avim_when_asking_the_same_case_then_it_gets_less_of_the_right_to_shelter(client, dossier):
    avim = medewerker("avim")
    herbeoordeel([dossier.pk], peildatum=VANDAAG)

    zaak = zonder_antwoordnummer(vraag(client, avim, f"zaken/{dossier.pk}").json())

    assert zaak["opvangrecht"] == {"recht": "ja", "einddatum": EINDE}
    assert "reisgeschiktheid" not in zaak


@pytest.mark.parametrize("pad", ["zaken/{}", "zaken/{}/antwoorden"])
def test_given_a_case_that_is_not_there_or_not_ours_when_asked_then_both_look_alike(client, dossier, pad):
    elders = medewerker("coa", "Emmen")

    van_ander = vraag(client, elders, pad.format(dossier.pk))
    is_er_niet = vraag(client, elders, pad.format(uuid4()))

    assert (van_ander.status_code, is_er_niet.status_code) == (404, 404)
    zonder = [{k: v for k, v in a.json().items() if k != "instance"} for a in (van_ander, is_er_niet)]
    assert zonder[0] == zonder[1]
    assert van_ander.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("pad", ["zaken", "zaken/{}", "zaken/{}/antwoorden", "antwoorden"])
def test_given_somebody_of_the_dtv_when_asking_the_desk_of_partners_then_there_is_nothing(
    client, dossier, pad
):
    antwoord = vraag(client, dossier.regievoerder, pad.format(dossier.pk))

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("pad", ["dossiers", "dossiers/{}", "dossiers/{}/beoordeling"])
def test_given_a_token_of_a_partner_when_asking_for_the_file_itself_then_there_is_nothing(
    client, dossier, coa, pad
):
    antwoord = vraag(client, coa, pad.format(dossier.pk))

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (404, "application/problem+json")
    assert dossier.nummer not in antwoord.content.decode()


def test_given_more_cases_than_a_page_when_listed_on_then_each_comes_once_and_every_look_is_kept(client, coa):
    dossiers = [DossierFactory().pk for _ in range(53)]
    herbeoordeel(dossiers, peildatum=VANDAAG)

    eerste = vraag(client, coa, "zaken").json()
    tweede = vraag(client, coa, "zaken", na=eerste["volgende"]).json()

    gezien = [UUID(zaak["dossierId"]) for zaak in eerste["resultaten"] + tweede["resultaten"]]
    assert (sorted(gezien), len(eerste["resultaten"]), tweede["volgende"]) == (sorted(dossiers), 50, None)
    gekeken = Inzage.objects.filter(medewerker_id=coa.pk, onderdeel="api:list_zaken")
    assert sorted(gekeken.values_list("dossier_id", flat=True)) == sorted(dossiers)


@pytest.mark.parametrize("pad", ["zaken", "antwoorden"])
def test_given_one_or_thirty_cases_when_listed_then_the_number_of_queries_is_the_same(
    client, dossier, coa, pad
):
    sleutel = kop(coa)

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            client.get(f"/api/v1/{pad}", headers=sleutel)
        return len(vragen)

    bij_een = tel()
    herbeoordeel([DossierFactory().pk for _ in range(29)], peildatum=VANDAAG)

    assert tel() == bij_een


def test_given_a_name_when_searched_then_only_own_cases_are_found_and_the_question_is_in_no_address(
    client, dossier, coa
):
    vraagzin = {"vraag": dossier.persoon.achternaam}

    eigen = stuur(client, coa, "zoekvragen", vraagzin)
    elders = stuur(client, medewerker("coa", "Emmen"), "zoekvragen", vraagzin)

    assert [zaak["dossierId"] for zaak in eigen.json()["resultaten"]] == [str(dossier.pk)]
    assert elders.json() == {"resultaten": []}


def test_given_an_answer_that_waits_when_confirmed_then_it_is_no_longer_listed(client, dossier, coa):
    wachtend = vraag(client, coa, "antwoorden").json()
    (regel,) = wachtend["resultaten"]

    antwoord = stuur(
        client, coa, "ontvangstbevestigingen", {"antwoordIds": [regel["antwoord"]["antwoordId"], 9_999_999]}
    )

    assert (regel["dossierId"], regel["soort"], regel["antwoord"]["einddatum"]) == (
        str(dossier.pk),
        "opvangrecht",
        EINDE,
    )
    assert antwoord.json() == {"bevestigd": 1}
    assert Ontvangstbevestiging.objects.get().organisatie == "coa"
    assert vraag(client, coa, "antwoorden").json() == {"resultaten": [], "volgende": None}


def test_given_more_answers_than_a_page_when_listed_on_then_the_rest_comes(client, coa):
    herbeoordeel([DossierFactory().pk for _ in range(52)], peildatum=VANDAAG)

    eerste = vraag(client, coa, "antwoorden").json()
    tweede = vraag(client, coa, "antwoorden", na=eerste["volgende"]).json()

    assert (len(eerste["resultaten"]), len(tweede["resultaten"]), tweede["volgende"]) == (50, 2, None)


@pytest.mark.norm("coa-einddatum-afgeleid")
def test_given_a_wrong_date_when_it_is_put_right_then_coa_reads_both_and_which_corrects_which(
    client, dossier, coa
):
    zet_dagen(dossier, recht_eindigt_op=date(2091, 4, 8))
    herbeoordeel([dossier.pk], peildatum=VANDAAG)

    regels = vraag(client, coa, f"zaken/{dossier.pk}/antwoorden").json()["resultaten"]

    nieuw, oud = (regel["antwoord"] for regel in regels)
    assert (nieuw["einddatum"], nieuw["redencode"], nieuw["correctieVan"]) == (
        "2091-04-08",
        "correctie",
        oud["antwoordId"],
    )
    assert (oud["einddatum"], oud["redencode"], oud["correctieVan"]) == (EINDE, "termijn-verstreken", None)


@pytest.mark.parametrize("soort", ["mensenhandel", "reisgeschiktheid"])
def test_given_a_sort_that_is_not_for_this_partner_when_its_history_is_asked_then_it_is_empty(
    client, dossier, coa, soort
):
    assert vraag(client, coa, f"zaken/{dossier.pk}/antwoorden", soort=soort).json()["resultaten"] == []


def test_given_a_task_that_ends_when_asked_with_the_same_token_then_the_case_is_gone_at_once(
    client, dossier, coa
):
    sleutel = kop(coa)
    eerst = client.get(f"/api/v1/zaken/{dossier.pk}", headers=sleutel).status_code
    Verblijfplaats.objects.filter(dossier=dossier).update(locatie="Emmen")
    herbeoordeel([dossier.pk], peildatum=VANDAAG)

    daarna = client.get(f"/api/v1/zaken/{dossier.pk}", headers=sleutel).status_code

    assert (eerst, daarna) == (200, 404)
    assert client.get("/api/v1/zaken", headers=sleutel).json()["resultaten"] == []


@pytest.mark.parametrize(
    "einde",
    [
        lambda coa: Medewerker.objects.filter(pk=coa.pk).update(is_active=False),
        lambda _coa: Sleutel.objects.update(ingetrokken_op=timezone.now()),
        lambda _coa: Sleutel.objects.update(geldig_tot=date(2022, 1, 1)),
    ],
    ids=["account closed", "token withdrawn", "token expired"],
)
def test_given_a_token_that_no_longer_holds_when_asked_then_401_as_a_problem_document(
    client, dossier, coa, einde
):
    sleutel = kop(coa)
    einde(coa)

    antwoord = client.get("/api/v1/zaken", headers=sleutel)

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (401, "application/problem+json")


def test_given_the_shapes_when_compared_with_the_answers_then_every_field_can_go_out():
    def velden(soort: str) -> set[str]:
        return {
            veld
            for naam, s in SOORTEN.items()
            if naam.split("_")[0] == soort
            for veld in s.vorm.__struct_fields__
        }

    rand = {"antwoord_id", "geldig_vanaf", "vastgelegd_op", "correctie_van"}
    assert {naam.split("_")[0] for naam in SOORTEN} == set(VORMEN)
    assert {soort: set(vorm.model_fields) - rand for soort, vorm in VORMEN.items()} == {
        soort: velden(soort) for soort in VORMEN
    }
