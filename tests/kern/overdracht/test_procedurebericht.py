import json
import re
from pathlib import Path

import pytest

from tests.kern.overdracht.bekend import Geheugen
from tests.kern.overdracht.berichten import NU, WEG, overdracht, procedurebericht
from verantwoord.kern.overdracht.beoordelen import OpgenomenBericht, beoordeel_procedurebericht
from verantwoord.kern.overdracht.bestanden import MAX_BYTES
from verantwoord.kern.overdracht.lezen import PROCEDUREBERICHT
from verantwoord.kern.overdracht.persoon import EerdereGegevens
from verantwoord.kern.overdracht.procedurebericht import Gebeurtenis
from verantwoord.kern.overdracht.redenen import Reden, Status

PAGINA = Path(__file__).parents[3] / "docs" / "reference" / "procedurebericht.md"
BLOKKEN = [json.loads(blok) for blok in re.findall(r"```json\n(.*?)```", PAGINA.read_text(), re.DOTALL)]
GEBEURTENISSEN = [blok for blok in BLOKKEN if "soort" in blok]
NA = "2022-05-03"


@pytest.fixture
def geheugen():
    """The transfer of the person was taken in."""
    geheugen = Geheugen()
    geheugen.neem_in(overdracht(), nu=NU)
    return geheugen


def beoordeel(geheugen, wijzigingen):
    return beoordeel_procedurebericht(procedurebericht(wijzigingen), nu=NU, bekend=geheugen)


def test_given_the_reference_page_when_read_then_it_has_an_example_of_every_kind():
    soorten = {soort.__struct_config__.tag for soort in Gebeurtenis.__args__}

    assert {gebeurtenis["soort"] for gebeurtenis in GEBEURTENISSEN} == soorten


@pytest.mark.parametrize("gebeurtenis", GEBEURTENISSEN, ids=lambda gebeurtenis: gebeurtenis["soort"])
def test_given_an_example_of_the_reference_page_when_judged_then_it_is_taken_in(geheugen, gebeurtenis):
    oordeel = beoordeel(geheugen, {"gebeurtenis": gebeurtenis})

    assert (oordeel.status, oordeel.reden) == (Status.OPGENOMEN, None)
    assert oordeel.bericht.gebeurtenis.__struct_config__.tag == gebeurtenis["soort"]


def test_given_the_whole_message_of_the_reference_page_when_judged_then_it_is_taken_in(geheugen):
    (geheel,) = [blok for blok in BLOKKEN if "schema" in blok]

    oordeel = beoordeel_procedurebericht(json.dumps(geheel).encode(), nu=NU, bekend=geheugen)

    assert oordeel.status is Status.OPGENOMEN


@pytest.mark.parametrize(
    ("gebeurtenis", "uitleg"),
    [
        (
            {"soort": "vonnis"},
            (
                "Veld gebeurtenis.soort moet een van deze waarden zijn: beroep_ingesteld, zitting_bepaald, uitspraak, besluit, "
                "artikel64_besluit, voorlopige_voorziening, nieuwe_aanvraag, intrekking; kies de juiste en verstuur het bericht "
                "opnieuw."
            ),
        ),
        (
            {"ingesteld_op": "2022-02-01"},
            "Veld gebeurtenis.soort ontbreekt: vul het in en verstuur het bericht opnieuw.",
        ),
        (
            [],
            "Veld gebeurtenis moet een object zijn, geen lijst: verbeter het en verstuur het bericht opnieuw.",
        ),
        (
            {"soort": "zitting_bepaald", "ingesteld_op": "2022-02-01", "zitting_bekend_op": "2022-03-01"},
            (
                "Veld gebeurtenis klopt niet: geef zitting_op, of zonder_zitting true, een van de twee, en verstuur het bericht "
                "opnieuw."
            ),
        ),
        (
            {
                "soort": "zitting_bepaald",
                "ingesteld_op": "2022-02-01",
                "zitting_bekend_op": "2022-03-01",
                "zitting_op": "2022-06-01",
                "zonder_zitting": True,
            },
            (
                "Veld gebeurtenis klopt niet: geef zitting_op, of zonder_zitting true, een van de twee, en verstuur het bericht "
                "opnieuw."
            ),
        ),
        (
            {"soort": "artikel64_besluit", "besluit": "toegekend", "besloten_op": "2022-04-20"},
            (
                "Veld gebeurtenis klopt niet: geef van bij uitstel van vertrek, en laat van weg bij een afwijzing, en verstuur het "
                "bericht opnieuw."
            ),
        ),
        (
            {
                "soort": "artikel64_besluit",
                "besluit": "afgewezen",
                "besloten_op": "2022-04-20",
                "tot": "2022-10-20",
            },
            "Veld gebeurtenis klopt niet: geef tot alleen samen met van, en verstuur het bericht opnieuw.",
        ),
        (
            {
                "soort": "uitspraak",
                "ingesteld_op": "2022-02-01",
                "uitspraak_op": "2022-04-28",
                "uitkomst": "ingetrokken",
            },
            (
                "Veld gebeurtenis.uitkomst moet een van deze waarden zijn: deels_gegrond, gegrond, niet_ontvankelijk, ongegrond; kies "
                "de juiste en verstuur het bericht opnieuw."
            ),
        ),
        (
            {
                "soort": "besluit",
                "besluit": {"soort": "afwijzing", "genomen_op": "2022-04-20", "land_van_terugkeer": "SYR\n"},
            },
            "In gebeurtenis.besluit eindigt een code of nummer op een regeleinde: haal dat weg en verstuur het bericht opnieuw.",
        ),
        (
            {
                "soort": "nieuwe_aanvraag",
                "aanvraag": "asiel",
                "ingediend_op": "2022-04-28",
                "toelichting": "",
            },
            (
                "Veld gebeurtenis.toelichting komt in het berichtformaat niet voor: laat het weg of verbeter de naam en verstuur het "
                "bericht opnieuw."
            ),
        ),
    ],
)
def test_given_an_event_that_does_not_fit_when_judged_then_place_and_remedy_are_named(
    geheugen, gebeurtenis, uitleg
):
    oordeel = beoordeel(geheugen, {"gebeurtenis": gebeurtenis})

    assert (oordeel.reden, oordeel.uitleg) == (Reden.SCHEMA, uitleg)


@pytest.mark.parametrize(
    "wijziging",
    [
        {"afzender": "rechtbank"},
        {"verzonden_op": "2022-05-02T10:00:00"},
        {"volgnummer": 2**53},
        {"volgnummer": 1.0},
        {"v_nummer": "8800000001\n"},
        {"geboortedatum": "1990-02-30"},
        {"geboortedatum": None},
        {"geboortedatum": WEG},
        {"gebeurtenis": WEG},
        {"bericht_id": "00000000-0000-4000-8000-00000000000G"},
        {"schema": "verantwoord.overdracht/1"},
    ],
)
def test_given_a_head_that_does_not_fit_when_judged_then_it_is_schema(geheugen, wijziging):
    assert beoordeel(geheugen, wijziging).reden is Reden.SCHEMA


BEROEP = {"soort": "beroep_ingesteld"}
ZITTING = {"soort": "zitting_bepaald", "zitting_op": "2022-06-15"}
UITSPRAAK = {"soort": "uitspraak", "uitkomst": "gegrond"}
AFWIJZING = {"soort": "afwijzing"}
ARTIKEL64 = {"soort": "artikel64_besluit", "besluit": "toegekend", "van": "2022-03-01"}
VOORZIENING = {"soort": "voorlopige_voorziening"}
INTREKKING = {"soort": "intrekking", "van": "beroep"}
VROEG, LAAT = "2022-02-01", "2022-03-01"


@pytest.mark.parametrize(
    ("gebeurtenis", "later", "eerder"),
    [
        ({**ZITTING, "ingesteld_op": LAAT, "zitting_bekend_op": VROEG}, "zitting_bekend_op", "ingesteld_op"),
        (
            {**ZITTING, "ingesteld_op": LAAT, "zitting_bekend_op": LAAT, "zitting_op": VROEG},
            "zitting_op",
            "ingesteld_op",
        ),
        ({**UITSPRAAK, "ingesteld_op": LAAT, "uitspraak_op": VROEG}, "uitspraak_op", "ingesteld_op"),
        (
            {**UITSPRAAK, "ingesteld_op": VROEG, "uitspraak_op": LAAT, "bekendgemaakt_op": VROEG},
            "bekendgemaakt_op",
            "uitspraak_op",
        ),
        (
            {"soort": "besluit", "besluit": {**AFWIJZING, "genomen_op": LAAT, "bekendgemaakt_op": VROEG}},
            "besluit.bekendgemaakt_op",
            "besluit.genomen_op",
        ),
        (
            {"soort": "besluit", "besluit": {**AFWIJZING, "genomen_op": LAAT}, "beroepstermijn_tot": VROEG},
            "beroepstermijn_tot",
            "besluit.genomen_op",
        ),
        (
            {
                "soort": "besluit",
                "besluit": {**AFWIJZING, "genomen_op": VROEG},
                "aanvraag_ingediend_op": LAAT,
            },
            "besluit.genomen_op",
            "aanvraag_ingediend_op",
        ),
        ({**ARTIKEL64, "besloten_op": VROEG, "aangevraagd_op": LAAT}, "besloten_op", "aangevraagd_op"),
        ({**ARTIKEL64, "besloten_op": VROEG, "tot": VROEG}, "tot", "van"),
        (
            {**VOORZIENING, "voorziening": {"gevraagd_op": LAAT, "beslist_op": VROEG}},
            "voorziening.beslist_op",
            "voorziening.gevraagd_op",
        ),
        (
            {**VOORZIENING, "voorziening": {"gevraagd_op": LAAT, "tot": VROEG}},
            "voorziening.tot",
            "voorziening.gevraagd_op",
        ),
        ({**INTREKKING, "begonnen_op": LAAT, "ingetrokken_op": VROEG}, "ingetrokken_op", "begonnen_op"),
    ],
)
def test_given_two_dates_the_wrong_way_round_when_judged_then_both_places_are_named(
    geheugen, gebeurtenis, later, eerder
):
    oordeel = beoordeel(geheugen, {"gebeurtenis": gebeurtenis})
    zelfde_dag = json.loads(json.dumps(gebeurtenis).replace(VROEG, LAAT))

    assert (oordeel.reden, oordeel.uitleg) == (
        Reden.TEGENSTRIJDIG,
        (
            f"Veld gebeurtenis.{later} ligt vóór gebeurtenis.{eerder}: verbeter de datum die niet klopt en verstuur het bericht "
            "opnieuw."
        ),
    )
    assert beoordeel(geheugen, {"gebeurtenis": zelfde_dag}).status is Status.OPGENOMEN


@pytest.mark.parametrize(
    ("gebeurtenis", "veld"),
    [
        ({**BEROEP, "ingesteld_op": NA}, "ingesteld_op"),
        ({**BEROEP, "ingesteld_op": VROEG, "tegen_besluit_van": NA}, "tegen_besluit_van"),
        ({**ZITTING, "ingesteld_op": VROEG, "zitting_bekend_op": NA}, "zitting_bekend_op"),
        ({**UITSPRAAK, "ingesteld_op": VROEG, "uitspraak_op": NA}, "uitspraak_op"),
        ({"soort": "besluit", "besluit": {**AFWIJZING, "genomen_op": NA}}, "besluit.genomen_op"),
        (
            {
                "soort": "besluit",
                "besluit": {"soort": "terugkeerbesluit", "genomen_op": VROEG},
                "aanvraag_ingediend_op": NA,
            },
            "aanvraag_ingediend_op",
        ),
        ({**ARTIKEL64, "besloten_op": NA}, "besloten_op"),
        ({**VOORZIENING, "voorziening": {"gevraagd_op": NA}}, "voorziening.gevraagd_op"),
        (
            {**VOORZIENING, "voorziening": {"gevraagd_op": VROEG, "beslist_op": NA}},
            "voorziening.beslist_op",
        ),
        ({**VOORZIENING, "voorziening": {"gevraagd_op": VROEG}, "ingesteld_op": NA}, "ingesteld_op"),
        ({"soort": "nieuwe_aanvraag", "aanvraag": "asiel", "ingediend_op": NA}, "ingediend_op"),
        ({**INTREKKING, "begonnen_op": VROEG, "ingetrokken_op": NA}, "ingetrokken_op"),
    ],
)
def test_given_something_done_when_dated_after_the_day_of_sending_then_the_place_is_named(
    geheugen, gebeurtenis, veld
):
    oordeel = beoordeel(geheugen, {"gebeurtenis": gebeurtenis})
    op_de_dag = json.loads(json.dumps(gebeurtenis).replace(NA, "2022-05-02"))

    assert (oordeel.reden, oordeel.uitleg) == (
        Reden.TEGENSTRIJDIG,
        (
            f"Veld gebeurtenis.{veld} ligt na de dag van verzending: verbeter deze datum of verzonden_op en verstuur het bericht "
            "opnieuw."
        ),
    )
    assert beoordeel(geheugen, {"gebeurtenis": op_de_dag}).status is Status.OPGENOMEN


@pytest.mark.parametrize(
    "wijziging",
    [{"verzonden_op": "2022-07-01T12:00:01+02:00"}, {"geboortedatum": NA}],
)
def test_given_a_head_that_cannot_be_when_judged_then_it_contradicts(geheugen, wijziging):
    assert beoordeel(geheugen, wijziging).reden is Reden.TEGENSTRIJDIG


def test_given_a_return_decision_before_the_application_when_judged_then_that_can_be(geheugen):
    besluit = {"soort": "terugkeerbesluit", "genomen_op": VROEG}

    gebeurtenis = {"soort": "besluit", "besluit": besluit, "aanvraag_ingediend_op": LAAT}

    assert beoordeel(geheugen, {"gebeurtenis": gebeurtenis}).status is Status.OPGENOMEN


def test_given_a_v_nummer_without_dossier_when_judged_then_the_person_is_unknown(geheugen):
    oordeel = beoordeel(geheugen, {"v_nummer": "8800000002"})

    assert (oordeel.reden, oordeel.uitleg) == (
        Reden.PERSOON_ONBEKEND,
        (
            "Bij het v-nummer in veld v_nummer is nog geen dossier: verstuur eerst het overdrachtsbericht, of verbeter het v-nummer "
            "en verstuur het bericht opnieuw."
        ),
    )


@pytest.mark.parametrize(
    ("geboortedatum", "eerder", "zeker"),
    [
        ("1990-05-12", ["1990-05-12"], True),
        ("1990-05-12", ["1990-00-00", "1990-05-12"], True),
        ("1990-00-00", ["1990-00-00"], True),
        ("1990-05-12", ["1990-05-00"], False),
        ("1990-05-12", ["1991-05-12"], False),
        ("1990-05-12", ["1990-05-12", "1990-06-00"], False),
        ("1990-05-12", [None], False),
        ("0000-00-00", ["0000-00-00"], False),
    ],
)
def test_given_what_is_known_of_a_person_when_judged_then_two_facts_must_agree(geboortedatum, eerder, zeker):
    geheugen = Geheugen()
    geheugen.personen["8800000001"] = [EerdereGegevens("Voorbeeld", datum) for datum in eerder]

    oordeel = beoordeel(geheugen, {"geboortedatum": geboortedatum})

    assert oordeel.reden is (None if zeker else Reden.PERSOON_ONZEKER)


def test_given_a_message_taken_in_when_sent_again_then_content_decides(geheugen):
    eerste = beoordeel(geheugen, {})
    geheugen.berichten[eerste.bericht_id] = OpgenomenBericht(eerste.vingerafdruk, "8800000001")

    opnieuw = beoordeel(
        geheugen, {"verzonden_op": "2022-05-02T08:00:00Z", "gebeurtenis.tegen_besluit_van": None}
    )
    anders = beoordeel(geheugen, {"gebeurtenis.beroep": "hoger_beroep"})

    assert (opnieuw.status, opnieuw.dossiernummer) == (Status.DUBBEL, "8800000001")
    assert anders.reden is Reden.ZELFDE_ID_ANDERE_INHOUD


def test_given_the_id_of_a_transfer_when_used_for_a_procedure_message_then_it_is_taken(geheugen):
    overdracht_id = json.loads(overdracht())["bericht_id"]

    assert beoordeel(geheugen, {"bericht_id": overdracht_id}).reden is Reden.ZELFDE_ID_ANDERE_INHOUD


@pytest.mark.parametrize(
    ("raw", "reden"),
    [
        (None, Reden.TE_GROOT),
        (procedurebericht() + b" " * MAX_BYTES, Reden.TE_GROOT),
        (procedurebericht()[:-1], Reden.ONGELDIGE_JSON),
        (procedurebericht().replace(b'"soort"', b'"soort": "besluit", "soort"'), Reden.ONGELDIGE_JSON),
        (procedurebericht({"geboortedatum": NA, "v_nummer": "8800000002"}), Reden.TEGENSTRIJDIG),
    ],
)
def test_given_several_faults_when_judged_then_the_first_in_the_order_of_reasons_decides(
    geheugen, raw, reden
):
    assert beoordeel_procedurebericht(raw, nu=NU, bekend=geheugen).reden is reden


def test_given_the_ordinary_message_of_these_tests_when_read_then_it_is_the_event_it_says():
    gebeurtenis = PROCEDUREBERICHT.lees(procedurebericht()).gebeurtenis

    assert (gebeurtenis.beroep, gebeurtenis.ingesteld_op.isoformat()) == ("beroep", "2022-02-01")
