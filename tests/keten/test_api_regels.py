"""The API as the NLGov REST API Design Rules ask it, read from the description that it publishes itself."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.dossier.factories import MedewerkerFactory
from verantwoord.project.api import VERSIE
from verantwoord.project.omgeving import WORTEL
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem

METHODEN = ("get", "post", "put", "patch", "delete")
KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")
CAMEL = re.compile(r"[a-z]+([A-Z][a-z0-9]*)*")
# A part of one case of which there is exactly one.
ENKEL = {"beoordeling"}
# The shapes of the contracts, which name their fields as the field does and were there before the API.
VAN_HET_CONTRACT = {"UitkomstOut", "DossierregelOut", "DossierlijstOut", "Probleem"}
# Places in a list, days and kinds: nothing that says who somebody is.
VRAGEN = {"na", "soort", "van", "peildatum", "volgendeOp", "ontvangenOp", "dossierId"}


@pytest.fixture(scope="module")
def beschrijving() -> dict[str, Any]:
    return json.loads((WORTEL / "docs" / "reference" / "openapi.json").read_text())


def handelingen(beschrijving: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for pad, item in beschrijving["paths"].items():
        for methode, handeling in item.items():
            yield pad, methode, handeling


def stukken(beschrijving: dict[str, Any]) -> set[str]:
    paden = "/".join(beschrijving["paths"])
    return {stuk for stuk in paden.split("/") if stuk and not stuk.startswith("{")}


def velden(beschrijving: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for naam, schema in beschrijving["components"]["schemas"].items():
        for veld, vorm in schema.get("properties", {}).items():
            yield naam, veld, vorm


@pytest.mark.django_db
def test_given_anybody_when_asking_for_the_description_then_it_is_the_committed_one_and_other_sites_may_read_it(
    client, beschrijving
):
    antwoord = client.get("/api/v1/openapi.json")

    assert (antwoord.status_code, antwoord.headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert antwoord.headers["API-Version"] == VERSIE
    assert antwoord.json() == beschrijving, "run ./verantwoord make-docs"


def test_rule_the_description_is_openapi_3_1_with_a_contact_and_the_version_in_the_address(beschrijving):
    info = beschrijving["info"]

    assert beschrijving["openapi"] == "3.1.0"
    assert sorted(info["contact"]) == ["email", "name", "url"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", info["version"])
    assert [server["url"] for server in beschrijving["servers"]] == [f"/api/v{info['version'].split('.')[0]}"]


def test_rule_addresses_are_kebab_case_without_a_last_slash_or_a_file_ending(beschrijving):
    assert [stuk for stuk in stukken(beschrijving) if not KEBAB.fullmatch(stuk)] == []
    assert [pad for pad in beschrijving["paths"] if pad.endswith("/")] == []


def test_rule_collections_have_plural_nouns(beschrijving):
    eerste_woorden = {stuk.split("-")[0] for stuk in stukken(beschrijving) - ENKEL}

    assert [woord for woord in eerste_woorden if not woord.endswith(("en", "s"))] == []


def test_rule_only_methods_of_http_and_nothing_is_sent_with_a_question(beschrijving):
    alle = list(handelingen(beschrijving))

    assert {methode for _pad, methode, _h in alle} <= set(METHODEN)
    assert [pad for pad, methode, h in alle if methode == "get" and "requestBody" in h] == []
    assert [pad for pad, methode, h in alle if methode == "post" and "requestBody" not in h] == []


def test_rule_question_keys_are_lower_camel_case_and_say_nothing_of_a_person(beschrijving):
    sleutels = {
        vraag["name"]
        for _pad, _methode, h in handelingen(beschrijving)
        for vraag in h["parameters"]
        if vraag["in"] == "query"
    }

    assert [naam for naam in sleutels if not CAMEL.fullmatch(naam)] == []
    assert sleutels <= VRAGEN


def test_rule_only_opaque_ids_stand_in_an_address(beschrijving):
    vormen = {
        (vraag["name"], vraag["schema"].get("format"))
        for _pad, _methode, h in handelingen(beschrijving)
        for vraag in h["parameters"]
        if vraag["in"] == "path"
    }

    assert {vorm for _naam, vorm in vormen} == {"uuid"}


def test_rule_fields_are_lower_camel_case_except_in_the_older_contracts(beschrijving):
    anders = {naam for naam, veld, _vorm in velden(beschrijving) if not CAMEL.fullmatch(veld)}

    assert anders <= VAN_HET_CONTRACT


def test_rule_days_are_dates_and_moments_carry_a_time(beschrijving):
    def soorten(vorm: dict[str, Any]) -> set[str | None]:
        keuzes = vorm.get("anyOf", [vorm])
        return {keuze.get("format") for keuze in keuzes if keuze.get("type") != "null"}

    op = {
        (naam, veld): soorten(vorm)
        for naam, veld, vorm in velden(beschrijving)
        if veld == "op"
        or veld.endswith(("Op", "_op", "Vanaf"))
        or veld in {"einddatum", "tot", "sinds", "uiterlijk"}
    }

    moment = {plek for plek, vorm in op.items() if vorm == {"date-time"}}
    assert {plek for plek, vorm in op.items() if vorm != {"date"}} == moment
    assert {veld for _naam, veld in moment} == {"vastgelegdOp"}


def test_rule_what_is_sent_names_every_field_it_may_have(beschrijving):
    schemas = beschrijving["components"]["schemas"]
    ingestuurd = [
        h["requestBody"]["content"]["application/json"]["schema"]
        for _pad, _methode, h in handelingen(beschrijving)
        if "requestBody" in h
    ]
    onze = {schema["$ref"].rsplit("/", 1)[1] for schema in ingestuurd if "$ref" in schema}

    assert len(onze) == 24
    assert [naam for naam in onze if schemas[naam].get("additionalProperties") is not False] == []


def test_rule_every_refusal_is_a_problem_document_and_every_question_can_be_wrong(beschrijving):
    problemen = beschrijving["components"]["responses"]
    verwacht = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    altijd = {"400", "401", "404", "500", "503"}

    assert [naam for naam, vorm in problemen.items() if vorm["content"] != verwacht] == []
    assert {"type", "title", "status", "detail"} <= set(
        beschrijving["components"]["schemas"]["Probleem"]["required"]
    )
    for pad, _methode, h in handelingen(beschrijving):
        fouten = {code: vorm for code, vorm in h["responses"].items() if code >= "400"}
        assert altijd <= set(fouten), pad
        assert all(vorm["$ref"].startswith("#/components/responses/Probleem") for vorm in fouten.values()), (
            pad
        )


def test_rule_every_answer_names_the_version_of_the_api(beschrijving):
    goed = [
        vorm
        for _pad, _methode, h in handelingen(beschrijving)
        for code, vorm in h["responses"].items()
        if code < "400"
    ]

    assert [vorm for vorm in goed + list(beschrijving["components"]["responses"].values())
            if "API-Version" not in vorm["headers"]] == []  # fmt: skip


def test_rule_every_operation_has_its_own_name_a_summary_a_group_and_asks_who_one_is(beschrijving):
    alle = [h for _pad, _methode, h in handelingen(beschrijving)]
    namen = [h["operationId"] for h in alle]

    assert sorted(set(namen)) == sorted(namen)
    assert [h["operationId"] for h in alle if not (h["summary"] and h["description"] and h["tags"])] == []
    assert beschrijving["security"] == [{"sleutel": []}]
    assert beschrijving["components"]["securitySchemes"]["sleutel"]["scheme"] == "bearer"


@pytest.fixture
def ind(db):
    with als_systeem():
        medewerker = MedewerkerFactory(ind=True)
        yield {"Authorization": f"Bearer {give_sleutel(door=systeem(), medewerker=medewerker, naam='proef')}"}


def test_rule_an_address_with_a_last_slash_is_another_address(client, ind):
    antwoord = client.get("/api/v1/zaken/", headers=ind)

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("methode", ["put", "patch", "delete", "options"])
def test_rule_a_method_that_is_not_there_is_405_as_a_problem_document_and_names_what_is(client, ind, methode):
    antwoord = getattr(client, methode)("/api/v1/zaken", headers=ind)

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (405, "application/problem+json")
    assert antwoord.headers["Allow"] == "GET"
    assert antwoord.headers["API-Version"] == VERSIE


@pytest.mark.parametrize(
    ("pad", "code"),
    [("zaken", 200), ("zaken?na=onzin", 200), ("antwoorden?na=x", 400), ("bestaat-niet", 404)],
)
def test_rule_every_answer_really_carries_the_version_and_is_kept_by_nobody(client, ind, pad, code):
    antwoord = client.get(f"/api/v1/{pad}", headers=ind)

    assert (antwoord.status_code, antwoord.headers["API-Version"]) == (code, VERSIE)
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_rule_without_a_token_every_operation_answers_401(beschrijving):
    client = Client()
    codes = {
        (pad, methode): getattr(client, methode)("/api/v1" + pad).status_code
        for pad, methode, _h in handelingen(beschrijving)
        if "{" not in pad
    }

    assert set(codes.values()) == {401}
    assert len(codes) > 6
