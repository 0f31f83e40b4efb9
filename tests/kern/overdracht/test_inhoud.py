import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kern.overdracht.berichten import overdracht, procedurebericht
from verantwoord.kern.overdracht.inhoud import vingerafdruk
from verantwoord.kern.overdracht.lezen import OVERDRACHT, PROCEDUREBERICHT

BESLUIT = {"soort": "afwijzing", "genomen_op": "2022-01-10"}
GEWOON = json.loads(overdracht())


def afdruk(raw):
    return vingerafdruk(OVERDRACHT.lees(raw))


def geschud(waarde, random):
    """The same value with the fields of every object in another order."""
    if isinstance(waarde, dict):
        namen = list(waarde)
        random.shuffle(namen)
        return {naam: geschud(waarde[naam], random) for naam in namen}
    if isinstance(waarde, list):
        return [geschud(deel, random) for deel in waarde]
    return waarde


@settings(deadline=None)  # a busy machine is no failure
@given(st.randoms(use_true_random=False), st.booleans(), st.sampled_from([None, 0, 3]))
def test_given_another_order_spacing_or_escaping_when_compared_then_the_content_is_the_same(
    random, ascii_alleen, ruimte
):
    bericht = geschud({**GEWOON, "documenten": ["é\U0001f600", "/"]}, random)

    anders = json.dumps(bericht, ensure_ascii=ascii_alleen, indent=ruimte).replace("/", "\\/").encode()

    assert afdruk(anders) == afdruk(overdracht({"documenten": ["é\U0001f600", "/"]}))


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - the offset is added below
    st.integers(-1439, 1439),
    st.integers(-1439, 1439),
)
def test_given_an_instant_in_another_offset_when_compared_then_the_content_is_the_same(moment, een, ander):
    in_een = moment.replace(tzinfo=timezone(timedelta(minutes=een)))
    in_ander = in_een.astimezone(timezone(timedelta(minutes=ander)))

    assert afdruk(overdracht({"verzonden_op": in_een.isoformat()})) == afdruk(
        overdracht({"verzonden_op": in_ander.isoformat()})
    )


@settings(deadline=None)  # a busy machine is no failure
@given(st.datetimes(), st.datetimes())
def test_given_two_instants_when_compared_then_the_content_is_the_same_only_if_they_are(een, ander):
    afdrukken = [afdruk(overdracht({"verzonden_op": f"{moment.isoformat()}Z"})) for moment in (een, ander)]

    assert (afdrukken[0] == afdrukken[1]) is (een == ander)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_given_a_moment_outside_the_calendar_in_utc_when_compared_then_it_has_a_content_too(moment):
    assert afdruk(overdracht({"verzonden_op": moment})) != afdruk(overdracht())


@pytest.mark.parametrize(
    "wijziging",
    [
        {"opvang": {}},
        {"opvang": {"verblijfplaatsen": [], "recht_eindigt_op": None}},
        {"documenten": []},
        {"schrijnend_getoetst_op": None},
        {"persoon.geslacht": "onbekend"},
        {"persoon.naam.tussenvoegsel": ""},
        {"persoon.amv": False},
        {"persoon.voogd": None},
        {"procedure.beroepen": []},
        {"procedure.besluiten": [{**GEWOON["procedure"]["besluiten"][0], "kenmerk": None}]},
    ],
)
def test_given_absent_null_empty_and_default_when_compared_then_they_are_one(wijziging):
    assert afdruk(overdracht(wijziging)) == afdruk(overdracht())


@pytest.mark.parametrize(
    "wijziging",
    [
        {"volgnummer": 2},
        {"verzonden_op": "2022-05-02T10:00:00Z"},
        {"verzonden_op": "2022-05-02T10:00:00.000001+02:00"},
        {"afzender": "avim"},
        {"documenten": ["a"]},
        {"persoon.naam.achternaam": "voorbeeld"},
        {"persoon.naam.achternaam": "Voorbeeld "},
        {"persoon.naam.voornamen": ""},
        {"persoon.geboortedatum": "1990-05-00"},
        {"persoon.gezin": [{"relatie": "kind", "meereizend": False}]},
        {"procedure.besluiten": [{**BESLUIT, "vertrektermijn_dagen": 0}]},
        {"procedure.besluiten": [{**BESLUIT, "schorsende_werking": False}]},
    ],
)
def test_given_any_other_value_when_compared_then_the_content_differs(wijziging):
    assert afdruk(overdracht(wijziging)) != afdruk(overdracht())


def test_given_a_list_in_another_order_when_compared_then_the_content_differs():
    assert afdruk(overdracht({"documenten": ["a", "b"]})) != afdruk(overdracht({"documenten": ["b", "a"]}))


@pytest.mark.parametrize(("een", "ander"), [("é", "e\u0301"), ("a b", "a  b"), ("1", "١")])
def test_given_texts_that_look_alike_when_compared_then_every_character_counts(een, ander):
    assert afdruk(overdracht({"documenten": [een]})) != afdruk(overdracht({"documenten": [ander]}))


def test_given_a_family_member_of_defaults_when_compared_with_none_then_the_content_differs():
    assert afdruk(overdracht({"persoon.gezin": [{"relatie": "kind"}]})) == afdruk(
        overdracht({"persoon.gezin": [{"relatie": "kind", "meereizend": True, "v_nummer": None}]})
    )
    assert afdruk(overdracht({"persoon.gezin": [{"relatie": "kind"}]})) != afdruk(overdracht())


def test_given_two_kinds_of_event_on_the_same_day_when_compared_then_the_content_differs():
    afdrukken = {
        vingerafdruk(PROCEDUREBERICHT.lees(procedurebericht({"gebeurtenis": gebeurtenis})))
        for gebeurtenis in (
            {"soort": "beroep_ingesteld", "ingesteld_op": "2022-02-01"},
            {"soort": "beroep_ingesteld", "ingesteld_op": "2022-02-01", "beroep": "beroep"},
            {"soort": "beroep_ingesteld", "ingesteld_op": "2022-02-01", "beroep": "hoger_beroep"},
            {"soort": "nieuwe_aanvraag", "aanvraag": "asiel", "ingediend_op": "2022-02-01"},
        )
    }

    assert len(afdrukken) == 3


def test_given_a_fingerprint_stored_long_ago_when_the_message_comes_again_then_it_is_still_the_same():
    stored = (
        "e902b0229838daa4916be63e8c7f52edb6a2a778b04e3c6615dd49a914ce945b",
        "0b91fdb0124e808b3b2aa9052451058cd066b117843b1f714d2ea2471234bc70",
    )

    again = (afdruk(overdracht()), vingerafdruk(PROCEDUREBERICHT.lees(procedurebericht())))

    assert again == stored
