import json

import pytest

from tests.kern.overdracht.bekend import Geheugen
from tests.kern.overdracht.berichten import NU, WEG, overdracht
from verantwoord.kern.overdracht.beoordelen import beoordeel_bericht
from verantwoord.kern.overdracht.bestanden import MAX_BYTES
from verantwoord.kern.overdracht.redenen import Reden, Status

ANDER_ID = "00000000-0000-4000-8000-000000000099"
DERDE_ID = "00000000-0000-4000-8000-000000000098"
INREISVERBOD = [{"soort": "inreisverbod", "genomen_op": "2022-01-10"}]

# One fault for each reason, in the order in which they go before each other.
TE_GROOT = b" " * MAX_BYTES
DUBLIN = {"spoor": "dublin"}
TEGENSTRIJDIG = {"schrijnend_getoetst_op": "2022-05-03"}
ONZEKER = {"persoon.geboortedatum": "1991-05-12"}
GEEN_BESLUIT = {"procedure.besluiten": INREISVERBOD}


@pytest.fixture
def geheugen():
    """The ordinary message was taken in."""
    geheugen = Geheugen()
    assert geheugen.neem_in(overdracht(), nu=NU).status is Status.OPGENOMEN
    return geheugen


def fate(geheugen, wijzigingen):
    oordeel = geheugen.neem_in(overdracht(wijzigingen), nu=NU)
    return oordeel.status, oordeel.reden


def quarantaine(reden):
    return Status.QUARANTAINE, reden


OPGENOMEN = (Status.OPGENOMEN, None)
DUBBEL = (Status.DUBBEL, None)


def test_given_a_new_message_when_judged_then_it_is_taken_in_with_message_and_fingerprint():
    oordeel = beoordeel_bericht(overdracht(), nu=NU, bekend=Geheugen())

    assert (oordeel.status, oordeel.reden, oordeel.uitleg, oordeel.dossiernummer) == (
        Status.OPGENOMEN,
        None,
        "Het bericht is opgenomen; u hoeft niets te doen.",
        None,
    )
    assert oordeel.bericht.bericht_id == oordeel.bericht_id == json.loads(overdracht())["bericht_id"]
    assert len(oordeel.vingerafdruk) == 64


def test_given_a_message_taken_in_when_sent_again_as_an_equal_value_then_it_is_double_with_its_dossier(
    geheugen,
):
    oordeel = geheugen.neem_in(overdracht({"verzonden_op": "2022-05-02T08:00:00Z", "opvang": {}}), nu=NU)

    assert (oordeel.status, oordeel.reden, oordeel.dossiernummer) == (Status.DUBBEL, None, "8800000001")
    assert (
        oordeel.uitleg
        == "Dit bericht is al eerder opgenomen; er is niets veranderd en u hoeft niets te doen."
    )


def test_given_a_message_taken_in_when_sent_with_other_content_then_it_replaces_nothing(geheugen):
    assert fate(geheugen, {"volgnummer": 2}) == quarantaine(Reden.ZELFDE_ID_ANDERE_INHOUD)
    assert fate(geheugen, {"volgnummer": 2}) == quarantaine(Reden.ZELFDE_ID_ANDERE_INHOUD)
    assert fate(geheugen, {}) == DUBBEL


def test_given_a_message_too_large_to_keep_when_judged_then_only_the_reason_is_known():
    oordeel = beoordeel_bericht(None, nu=NU, bekend=Geheugen())

    assert (oordeel.status, oordeel.reden, oordeel.bericht_id, oordeel.bericht) == (
        Status.QUARANTAINE,
        Reden.TE_GROOT,
        None,
        None,
    )


def test_given_a_message_that_does_not_fit_when_judged_then_its_id_is_named_but_no_dossier():
    oordeel = beoordeel_bericht(overdracht({"spoor": WEG}), nu=NU, bekend=Geheugen())

    assert (oordeel.reden, oordeel.bericht_id, oordeel.bericht, oordeel.dossiernummer) == (
        Reden.SCHEMA,
        "00000000-0000-4000-8000-000000000001",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("raw", "reden"),
    [
        (overdracht({**DUBLIN, "afzender": "coa"})[:-1] + TE_GROOT, Reden.TE_GROOT),
        (overdracht({**DUBLIN, "afzender": "coa"})[:-1], Reden.ONGELDIGE_JSON),
        (overdracht({**DUBLIN, "afzender": "coa"}), Reden.SCHEMA),
        (
            overdracht({**DUBLIN, **TEGENSTRIJDIG, **ONZEKER, **GEEN_BESLUIT}),
            Reden.ZELFDE_ID_ANDERE_INHOUD,
        ),
        (
            overdracht({"bericht_id": ANDER_ID, **DUBLIN, **TEGENSTRIJDIG, **ONZEKER, **GEEN_BESLUIT}),
            Reden.BUITEN_REIKWIJDTE,
        ),
        (
            overdracht({"bericht_id": ANDER_ID, **TEGENSTRIJDIG, **ONZEKER, **GEEN_BESLUIT}),
            Reden.TEGENSTRIJDIG,
        ),
        (overdracht({"bericht_id": ANDER_ID, **ONZEKER, **GEEN_BESLUIT}), Reden.PERSOON_ONZEKER),
        (overdracht({"bericht_id": ANDER_ID, **GEEN_BESLUIT}), Reden.GEEN_TERUGKEERBESLUIT_EN_GEEN_AFWIJZING),
        (overdracht({"bericht_id": ANDER_ID}), None),
    ],
)
def test_given_several_faults_when_judged_then_the_first_in_the_order_of_reasons_decides(
    geheugen, raw, reden
):
    assert beoordeel_bericht(raw, nu=NU, bekend=geheugen).reden is reden


def test_given_a_message_taken_in_when_sent_again_at_another_time_then_it_is_double_before_all_else():
    geheugen = Geheugen()
    geheugen.neem_in(overdracht(), nu=NU)

    vroeger = geheugen.neem_in(overdracht(), nu=NU.replace(year=2021))

    assert vroeger.status is Status.DUBBEL


@pytest.mark.parametrize(
    "fout",
    [DUBLIN, {"spoor": "grens"}, TEGENSTRIJDIG, GEEN_BESLUIT],
)
def test_given_a_message_in_quarantine_when_sent_again_then_the_same_and_corrected_it_is_judged_anew(fout):
    geheugen = Geheugen()

    eerst, opnieuw = (geheugen.neem_in(overdracht(fout), nu=NU) for _ in range(2))

    assert eerst == opnieuw
    assert eerst.status is Status.QUARANTAINE
    assert fate(geheugen, {}) == OPGENOMEN


def test_given_a_message_in_quarantine_when_another_comes_then_it_made_no_person_known():
    geheugen = Geheugen()
    geheugen.neem_in(overdracht(DUBLIN), nu=NU)

    assert fate(geheugen, {"bericht_id": ANDER_ID, **ONZEKER}) == OPGENOMEN


def test_given_a_mention_in_a_family_when_that_person_comes_then_it_made_no_person_known():
    geheugen = Geheugen()
    gezin = [{"relatie": "partner", "v_nummer": "8800000002", "geboortedatum": "1970-01-01"}]
    geheugen.neem_in(overdracht({"persoon.gezin": gezin}), nu=NU)

    assert fate(geheugen, {"bericht_id": ANDER_ID, "persoon.v_nummer": "8800000002"}) == OPGENOMEN


def test_given_a_known_person_when_named_in_a_family_with_another_birth_date_then_that_is_no_reason(geheugen):
    gezin = [{"relatie": "partner", "v_nummer": "8800000001", "geboortedatum": "1970-01-01"}]

    wijziging = {"bericht_id": ANDER_ID, "persoon.v_nummer": "8800000002", "persoon.gezin": gezin}

    assert fate(geheugen, wijziging) == OPGENOMEN


@pytest.mark.parametrize(
    "wijziging",
    [
        {"afzender": "kmar"},
        {"volgnummer": 1},
        {"volgnummer": 900_000_000},
        {"verzonden_op": "2022-02-01T10:00:00+01:00"},
        {"persoon.naam": None},
        {"persoon.naam.achternaam": "VÓORBEELD"},
        {"persoon.naam.voornamen": "Zahra", "persoon.naam.tussenvoegsel": "van de"},
        {"persoon.geboortedatum": None},
        {"persoon.geboortedatum": "0000-00-00"},
        {"persoon.geboortedatum": "1990-00-12"},
        {"persoon.v_nummer": "8800000002"},
    ],
)
def test_given_a_known_person_when_nothing_contradicts_then_another_message_is_taken_in(geheugen, wijziging):
    assert fate(geheugen, {"bericht_id": ANDER_ID, **wijziging}) == OPGENOMEN


@pytest.mark.parametrize(
    ("wijziging", "veld"),
    [
        ({"persoon.geboortedatum": "1990-06-00"}, "persoon.geboortedatum"),
        ({"persoon.naam.achternaam": "Ander"}, "persoon.naam.achternaam"),
    ],
)
def test_given_a_known_person_when_name_or_birth_date_differs_then_it_is_not_linked(
    geheugen, wijziging, veld
):
    oordeel = geheugen.neem_in(overdracht({"bericht_id": ANDER_ID, **wijziging}), nu=NU)

    assert oordeel.reden is Reden.PERSOON_ONZEKER
    assert oordeel.uitleg == (
        f"Veld {veld} komt niet overeen met wat eerder bij dit v-nummer is ontvangen: controleer of het dezelfde persoon is, en "
        "verbeter het bericht of neem contact op met DT&V."
    )


def test_given_a_first_message_without_name_when_others_follow_then_each_is_compared_with_all():
    geheugen = Geheugen()
    geheugen.neem_in(overdracht({"persoon.naam": None, "persoon.geboortedatum": "1990-00-00"}), nu=NU)

    tweede = fate(geheugen, {"bericht_id": ANDER_ID})
    derde = fate(geheugen, {"bericht_id": DERDE_ID, "persoon.naam.achternaam": "Ander"})

    assert (tweede, derde) == (OPGENOMEN, quarantaine(Reden.PERSOON_ONZEKER))


@pytest.mark.parametrize(
    ("besluiten", "genoeg"),
    [
        ([{"soort": "afwijzing"}], True),
        ([{"soort": "terugkeerbesluit"}], True),
        ([{"soort": "intrekking", "terugkeerbesluit": True}], True),
        ([{"soort": "inwilliging"}, {"soort": "inreisverbod", "terugkeerbesluit": True}], True),
        ([{"soort": "afwijzing"}, {"soort": "inwilliging"}], True),
        ([{"soort": "inreisverbod"}], False),
        ([{"soort": "inwilliging"}], False),
        ([{"soort": "intrekking"}], False),
        ([], False),
    ],
)
def test_given_decisions_when_judged_then_only_a_rejection_or_return_decision_is_enough(besluiten, genoeg):
    met_dag = [{**besluit, "genomen_op": "2022-01-10"} for besluit in besluiten]

    gevolg = fate(Geheugen(), {"procedure.besluiten": met_dag})

    assert gevolg == (OPGENOMEN if genoeg else quarantaine(Reden.GEEN_TERUGKEERBESLUIT_EN_GEEN_AFWIJZING))


def test_given_an_application_said_to_be_refused_when_there_is_no_decision_then_that_is_not_enough():
    aanvraag = {"soort": "asiel", "ingediend_op": "2021-03-01", "inwilliging": False}

    gevolg = fate(Geheugen(), {"procedure.aanvragen": [aanvraag], "procedure.besluiten": []})

    assert gevolg == quarantaine(Reden.GEEN_TERUGKEERBESLUIT_EN_GEEN_AFWIJZING)


def test_given_a_well_founded_appeal_when_judged_then_that_is_for_the_norms():
    beroep = {"ingesteld_op": "2022-02-01", "uitspraak_op": "2022-03-01", "uitkomst": "gegrond"}

    assert fate(Geheugen(), {"procedure.beroepen": [beroep]}) == OPGENOMEN


@pytest.mark.parametrize(
    ("raw", "telt"),
    [
        (overdracht({"volgnummer": 7, **DUBLIN}), {7}),
        (overdracht({"volgnummer": 7, "spoor": WEG}), set()),
        (overdracht({"volgnummer": 7})[:-1], set()),
        (None, set()),
    ],
)
def test_given_a_refused_message_when_numbers_are_counted_then_it_counts_if_it_fits_the_schema(raw, telt):
    geheugen = Geheugen()

    geheugen.neem_in(raw, nu=NU)

    assert geheugen.volgnummers["ind"] == telt
