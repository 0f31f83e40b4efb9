"""Every operation, asked with what fits its description and with what does not, by everybody: an answer, never a fault.

What comes back is what the description promises, and words of the file that are nobody's to read never come along.
"""

import json
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Besluit, Dossier, Dossierdeel
from verantwoord.project.omgeving import WORTEL
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Organisatie

BESCHRIJVING: dict[str, Any] = json.loads((WORTEL / "docs" / "reference" / "openapi.json").read_text())
HANDELINGEN = [(pad, methode) for pad, item in BESCHRIJVING["paths"].items() for methode in item]
PARTNERS = {"coa": "coa", "ind": "ind", "avim": "avim", "kmar": "kmar", "iom": "iom", "vwn": "vwn"}
KANARIE = "KANARIE"
VREEMD: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=30)
    | st.sampled_from(
        ["\x00", "' or 1=1 --", "<script>alert(1)</script>", "../..", "=1+1", "2022-02-30", "0000-01-01"]
    ),
    lambda kind: st.lists(kind, max_size=3) | st.dictionaries(st.text(max_size=10), kind, max_size=3),
    max_leaves=5,
)


def passend(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that fit a schema of the description."""
    if "$ref" in schema:
        return passend(BESCHRIJVING["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    if "anyOf" in schema:
        return st.one_of(map(passend, schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    match schema.get("type"), schema.get("format"):
        case "string", "uuid":
            return st.uuids().map(str)
        case "string", "date":
            return st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)
        case "string", _:
            kort, lang = schema.get("minLength", 0), min(schema.get("maxLength", 40), 40)
            return st.text(min_size=kort, max_size=max(kort, lang))
        case "integer", _:
            return st.integers(schema.get("minimum", -5), schema.get("maximum", 2**63))
        case "boolean", _:
            return st.booleans()
        case "null", _:
            return st.none()
        case "array", _:
            kort = schema.get("minItems", 0)
            return st.lists(passend(schema["items"]), min_size=kort, max_size=max(kort, 3))
        case _:
            nodig = {veld: passend(vorm) for veld, vorm in schema.get("properties", {}).items()}
            verplicht = set(schema.get("required", ()))
            return st.fixed_dictionaries(
                {veld: vorm for veld, vorm in nodig.items() if veld in verplicht},
                optional={veld: vorm for veld, vorm in nodig.items() if veld not in verplicht},
            )


@pytest.fixture
def wereld(db):
    """One dossier in which every partner has a task, with words in it that none of them may read, and a token of each."""
    with als_systeem():
        dossier = DossierFactory(recht_eindigt_op=date(2091, 4, 1))
        wie = {
            naam: MedewerkerFactory(
                **{naam: True},
                team=TeamFactory(
                    naam=f"{naam} Assen", organisatie=Organisatie(organisatie), locaties=["Assen"]
                ),
            )
            for naam, organisatie in PARTNERS.items()
        } | {"regievoerder": dossier.regievoerder, "beheerder": MedewerkerFactory(beheerder=True)}
        vul(dossier)
        herbeoordeel([dossier.pk])
        yield (
            dossier,
            {naam: give_sleutel(door=systeem(), medewerker=een, naam="proef") for naam, een in wie.items()},
        )


def vul(dossier: Dossier) -> None:
    Besluit.objects.filter(dossier=dossier).update(kenmerk=KANARIE)
    for deel, inhoud in {
        "medisch": {"reisvoorwaarden": [KANARIE]},
        "schrijnend": {"factoren": [KANARIE]},
        "mensenhandel": {"bedenktijd_van": "2022-02-01"},
        "boekingen": [
            {"soort": "gedwongen", "land": "IRQ", "gepland_op": "2091-01-01", "begeleiding": ["kmar"]}
        ],
        "meldplichten": [{"opgelegd_op": "2022-02-01", "opgelegd_door": "avim", "reden_afwijking": KANARIE}],
        "verwijzingen": [{"naar": "iom", "verwezen_op": "2022-02-01", "toestemming": True}],
    }.items():
        Dossierdeel.objects.create(dossier=dossier, deel=deel, inhoud=inhoud)


def klopt_met_beschrijving(handeling: dict[str, Any], antwoord: Any) -> list[str]:
    """What in an answer is not as promised: its code, its kind, its fields."""
    beloofd = handeling["responses"].get(str(antwoord.status_code))
    if beloofd is None:
        return [f"code {antwoord.status_code} is not described"]
    if "$ref" in beloofd:
        beloofd = BESCHRIJVING["components"]["responses"][beloofd["$ref"].rsplit("/", 1)[1]]
    soort = antwoord.headers["Content-Type"].split(";")[0]
    if "content" not in beloofd:
        return []
    if soort not in beloofd["content"]:
        return [f"{soort} is not described for {antwoord.status_code}"]
    schema = beloofd["content"][soort]["schema"] | {"components": BESCHRIJVING["components"]}
    return [fout.message for fout in Draft202012Validator(schema).iter_errors(antwoord.json())]


@pytest.mark.parametrize(("pad", "methode"), HANDELINGEN)
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_given_any_question_when_asked_by_anybody_then_the_answer_is_as_described_and_gives_nothing_away(
    wereld, pad, methode, data
):
    dossier, sleutels = wereld
    handeling = BESCHRIJVING["paths"][pad][methode]
    naam = data.draw(st.sampled_from(sorted(sleutels)))
    adres = "/api/v1" + pad.replace("{punt_id}", str(uuid4())).replace("{actie_id}", str(uuid4())).replace(
        "{dossier_id}", data.draw(st.sampled_from([str(dossier.pk), str(uuid4())]))
    )
    vragen = {
        vraag["name"]: data.draw(st.none() | passend(vraag["schema"]) | st.text(max_size=20))
        for vraag in handeling["parameters"]
        if vraag["in"] == "query"
    }
    client = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {sleutels[naam]}"})

    if methode == "get":
        antwoord = client.get(adres, {k: v for k, v in vragen.items() if v is not None})
    else:
        schema = handeling["requestBody"]["content"]["application/json"]["schema"]
        inhoud = data.draw(passend(schema) | VREEMD, label="inhoud")
        antwoord = client.post(adres, json.dumps(inhoud), content_type="application/json")

    assert antwoord.status_code < 500, antwoord.content
    assert klopt_met_beschrijving(handeling, antwoord) == []
    if naam != "regievoerder":
        assert KANARIE not in antwoord.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "inhoud", [b"", b"{", b"\xff\xfe", b"[" * 5000, b'{"berichtId": "1", "berichtId": "2"}', b"null"]
)
def test_given_what_is_no_message_when_sent_then_400_as_a_problem_document(wereld, inhoud):
    dossier, sleutels = wereld
    client = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {sleutels['coa']}"})

    antwoord = client.post(
        f"/api/v1/zaken/{dossier.pk}/zorgmeldingen", inhoud, content_type="application/json"
    )

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (400, "application/problem+json")
