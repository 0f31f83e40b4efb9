import json
from pathlib import Path

import jsonschema
import pytest

from tests.kern.overdracht.berichten import overdracht, procedurebericht
from verantwoord.kern.overdracht import procedurebericht as procedurebericht_module
from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht
from verantwoord.kern.overdracht.schemas import schema_tekst

CONTRACT = Path(__file__).parents[2] / "data" / "overdracht.schema.json"
EIGEN = Path(procedurebericht_module.__file__).with_name("procedurebericht.schema.json")


def test_given_the_contract_when_the_schema_is_made_from_the_types_then_they_are_equal():
    assert json.loads(schema_tekst(Overdrachtsbericht)) == json.loads(CONTRACT.read_text())


def test_given_the_published_procedure_schema_when_made_from_the_types_then_they_are_equal():
    assert schema_tekst(Procedurebericht) == EIGEN.read_text()


@pytest.mark.parametrize(("schema", "bericht"), [(CONTRACT, overdracht()), (EIGEN, procedurebericht())])
def test_given_the_ordinary_messages_of_these_tests_when_checked_by_another_reader_then_they_fit(
    schema, bericht
):
    assert (
        list(jsonschema.Draft202012Validator(json.loads(schema.read_text())).iter_errors(json.loads(bericht)))
        == []
    )
