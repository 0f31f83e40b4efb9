"""What each step does to the facts: the newest answer counts, protection is never shortened by accident."""

import json
from datetime import date
from uuid import uuid4

import pytest

from tests.kern.bouw import beeld
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren import FORMULIEREN
from verantwoord.toetsing.route.stap import StapFout, Wie
from verantwoord.toetsing.route.stappen import STAPPEN

OP = date(2022, 9, 15)
MEDISCH, BUITEN_SCHULD = Moment.MEDISCH, Moment.BUITEN_SCHULD
SCHRIJNEND, MENSENHANDEL = Moment.SCHRIJNEND, Moment.MENSENHANDEL


def stand(**delen):
    gelezen = lees_dossierbeeld(json.dumps(beeld(**delen)).encode())
    return Stand(gelezen, OP, STANDAARD.op(OP))


def na(moment, naam, invoer, **delen):
    """The part of the facts as it is after the step."""
    nieuw = STAPPEN[moment][naam].verander(stand(**delen), invoer)
    return getattr(nieuw, moment.value)


def fout(moment, naam, invoer, **delen):
    with pytest.raises(StapFout) as gevangen:
        STAPPEN[moment][naam].verander(stand(**delen), invoer)
    return gevangen.value.veld, gevangen.value.melding


def test_given_the_steps_and_their_forms_when_compared_then_each_step_has_one_form_and_its_own_day():
    assert {m: list(stappen) for m, stappen in STAPPEN.items()} == {
        m: list(forms) for m, forms in FORMULIEREN.items()
    }
    zonder_dag = [
        form.stap.naam
        for forms in FORMULIEREN.values()
        for form in forms.values()
        if form.stap.datumveld not in form.base_fields
    ]
    assert zonder_dag == []


def test_given_consent_when_it_is_refused_withdrawn_and_given_again_then_the_newest_answer_counts():
    gegeven = na(MEDISCH, "toestemming", {"antwoord": "ja", "op": date(2022, 9, 1)})
    nee = na(MEDISCH, "toestemming", {"antwoord": "nee", "op": date(2022, 9, 1)})
    terug = na(MEDISCH, "intrekken", {"op": date(2022, 9, 5)}, medisch={"toestemming_op": "2022-09-01"})
    zelfde_dag = na(
        MEDISCH,
        "toestemming",
        {"antwoord": "ja", "op": date(2022, 9, 5)},
        medisch={"toestemming_op": "2022-09-01", "toestemming_ingetrokken_op": "2022-09-05"},
    )

    assert (gegeven.toestemming_op, gegeven.toestemming_geweigerd_op) == (date(2022, 9, 1), None)
    assert (nee.toestemming_op, nee.toestemming_geweigerd_op) == (None, date(2022, 9, 1))
    assert terug.toestemming_ingetrokken_op == date(2022, 9, 5)
    assert (zelfde_dag.toestemming_op, zelfde_dag.toestemming_ingetrokken_op) == (date(2022, 9, 5), None)


def test_given_a_withdrawal_when_an_older_consent_is_recorded_then_the_withdrawal_stays():
    terug = {"toestemming_op": "2022-09-01", "toestemming_ingetrokken_op": "2022-09-05"}

    veld, melding = fout(MEDISCH, "toestemming", {"antwoord": "ja", "op": date(2022, 9, 2)}, medisch=terug)

    assert (veld, melding.split(".")[0]) == (
        "op",
        "Op 5 september 2022 koos de persoon om geen toestemming te geven",
    )


def test_given_nothing_to_withdraw_when_withdrawing_then_it_says_so():
    assert fout(MEDISCH, "intrekken", {"op": OP}) == (
        "",
        "Er is geen toestemming gegeven. Er valt niets in te trekken.",
    )


@pytest.mark.parametrize(
    ("medisch", "mag_meteen"),
    [
        ({}, False),
        ({"gemachtigde_benaderd_op": "2022-09-14"}, False),
        ({"gemachtigde_benaderd_op": "2022-09-01"}, True),
    ],
)
def test_given_a_gemachtigde_when_starting_oneself_then_not_waiting_asks_a_reason(medisch, mag_meteen):
    delen = {"persoon": {"v_nummer": "9900000017", "gemachtigde": "mr. A. Proef"}, "medisch": medisch}
    zonder_reden = {"op": OP, "waarom_nu": "", "toelichting": "x"}

    if mag_meteen:
        assert na(MEDISCH, "ambtshalve", zonder_reden, **delen).art64_ambtshalve_op == OP
    else:
        assert fout(MEDISCH, "ambtshalve", zonder_reden, **delen)[0] == "waarom_nu"
    met_reden = zonder_reden | {"waarom_nu": "De gemachtigde is met verlof en de vlucht is morgen."}
    assert na(MEDISCH, "ambtshalve", met_reden, **delen).art64_ambtshalve_op == OP


def test_given_an_earlier_refusal_when_article_64_is_asked_again_then_the_refusal_no_longer_answers():
    eerder = {"art64_aangevraagd_op": "2022-03-01", "art64_besluit": "afgewezen"}

    nieuw = na(MEDISCH, "aanvraag", {"op": OP}, medisch=eerder)

    assert (nieuw.art64_aangevraagd_op, nieuw.art64_besluit) == (OP, None)


BESLUIT = {
    "art64_besluit": "toegekend",
    "op": OP,
    "art64_van": date(2022, 9, 15),
    "art64_tot": date(2023, 3, 15),
    "reisvoorwaarden": [],
}
GEVRAAGD = {"art64_aangevraagd_op": "2022-08-01"}


def test_given_a_grant_when_it_follows_an_earlier_one_then_the_year_goes_on_counting():
    lopend = GEVRAAGD | {"art64_besluit": "toegekend", "art64_van": "2022-03-15", "art64_tot": "2022-09-14"}

    aansluitend = na(MEDISCH, "besluit", BESLUIT, medisch=lopend)
    los = na(MEDISCH, "besluit", BESLUIT | {"art64_van": date(2022, 9, 16)}, medisch=lopend)

    assert (aansluitend.art64_van, aansluitend.art64_tot) == (date(2022, 3, 15), date(2023, 3, 15))
    assert los.art64_van == date(2022, 9, 16)


def test_given_a_grant_that_runs_when_a_refusal_is_recorded_then_the_grant_keeps_its_last_day():
    lopend = GEVRAAGD | {"art64_besluit": "toegekend", "art64_van": "2022-06-01", "art64_tot": "2022-12-01"}
    nee = BESLUIT | {"art64_besluit": "afgewezen", "art64_van": None, "art64_tot": None}

    nieuw = na(MEDISCH, "besluit", nee, medisch=lopend)

    assert (nieuw.art64_besluit, nieuw.art64_tot) == ("toegekend", date(2022, 12, 1))


def test_given_a_provisional_postponement_when_a_refusal_is_recorded_then_it_ends():
    lopend = GEVRAAGD | {"art64_besluit": "voorlopig_uitstel", "art64_van": "2022-06-01"}
    nee = BESLUIT | {"art64_besluit": "afgewezen", "art64_van": None, "art64_tot": None}

    nieuw = na(MEDISCH, "besluit", nee, medisch=lopend)

    assert (nieuw.art64_besluit, nieuw.art64_van) == ("afgewezen", None)


def test_given_new_travel_conditions_when_decided_then_the_handover_is_asked_again():
    eerder = GEVRAAGD | {"reisvoorwaarden": ["begeleiding"], "overdracht_geregeld_op": "2022-08-20"}
    zelfde = na(MEDISCH, "besluit", BESLUIT | {"reisvoorwaarden": ["begeleiding"]}, medisch=eerder)
    anders = na(MEDISCH, "besluit", BESLUIT | {"reisvoorwaarden": ["medicijnen mee"]}, medisch=eerder)

    assert (zelfde.overdracht_geregeld_op, anders.overdracht_geregeld_op) == (date(2022, 8, 20), None)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"art64_van": None}, "art64_van"),
        ({"art64_tot": date(2022, 9, 1)}, "art64_tot"),
        ({"art64_besluit": "afgewezen"}, "art64_van"),
    ],
)
def test_given_days_that_do_not_fit_when_decided_then_the_field_is_named(anders, veld):
    assert fout(MEDISCH, "besluit", BESLUIT | anders, medisch=GEVRAAGD)[0] == veld


def test_given_no_request_when_a_decision_is_recorded_then_the_request_comes_first():
    assert fout(MEDISCH, "besluit", BESLUIT) == (
        "",
        "Leg eerst vast wie artikel 64 heeft gevraagd, en wanneer.",
    )


def test_given_a_protected_period_when_it_is_made_shorter_then_it_asks_who_said_so():
    leeg = {
        "verwachte_bevalling_op": None,
        "bevallen_op": None,
        "tbc_behandeling_tot": None,
        "toelichting": "",
    }
    korter = leeg | {"tbc_behandeling_tot": date(2022, 10, 1)}

    veld, _melding = fout(MEDISCH, "zwangerschap-tbc", korter, medisch={"tbc_behandeling_tot": "2022-12-01"})

    assert veld == "toelichting"
    assert fout(MEDISCH, "zwangerschap-tbc", leeg)[0] == "verwachte_bevalling_op"


def test_given_no_travel_conditions_when_a_handover_is_recorded_then_there_is_nothing_to_hand_over():
    assert fout(MEDISCH, "overdracht", {"op": OP}) == (
        "",
        "Er zijn geen medische reisvoorwaarden. Er is niets over te dragen.",
    )


def test_given_a_permit_asked_when_told_about_the_year_then_the_application_stands_in_the_procedure():
    nieuw = STAPPEN[MEDISCH]["een-jaar"].verander(stand(), {"op": OP, "ingediend_op": date(2022, 9, 14)})

    assert [(a.soort, a.ingediend_op) for a in nieuw.procedure.aanvragen][-1] == (
        "medische_behandeling",
        date(2022, 9, 14),
    )


def test_given_attempts_when_another_is_recorded_then_it_comes_at_the_end():
    nieuw = na(
        BUITEN_SCHULD,
        "poging",
        {"omschrijving": "brief aan zijn broer", "op": OP},
        buiten_schuld={"eigen_pogingen": ["ambassade bezocht"]},
    )

    assert nieuw.eigen_pogingen == ("ambassade bezocht", "brief aan zijn broer")


def test_given_no_mediation_when_its_failure_is_recorded_then_it_is_refused():
    assert fout(BUITEN_SCHULD, "bemiddeling-mislukt", {"bemiddeling_mislukt_op": OP}) == (
        "",
        "Er is nog niet om bemiddeling gevraagd. Leg dat eerst vast.",
    )


@pytest.mark.parametrize(("uitkomst", "verstuurd"), [("positief", OP), ("negatief", None)])
def test_given_an_advice_when_it_is_not_positive_then_nothing_went_to_the_ind(uitkomst, verstuurd):
    assert na(BUITEN_SCHULD, "advies", {"uitkomst": uitkomst, "op": OP}).zwaarwegend_advies_op == verstuurd


@pytest.mark.parametrize(
    ("invoer", "daarna"),
    [
        ({"waarover": "schrijnend", "op": OP, "uitkomst": "indienen"}, (OP, "indienen")),
        ({"waarover": "vastgelopen", "op": OP, "uitkomst": "afgedaan"}, (date(2022, 9, 1), "open")),
        ({"waarover": "schrijnend", "op": date(2022, 8, 1), "uitkomst": "afgedaan"}, (date(2022, 9, 1), "open")),
    ],
)  # fmt: skip
def test_given_a_pre_consultation_when_another_is_registered_then_only_a_newer_one_about_hardship_counts(
    invoer, daarna
):
    nieuw = na(
        SCHRIJNEND,
        "vooroverleg",
        invoer,
        schrijnend={"vooroverleg_op": "2022-09-01", "vooroverleg_uitkomst": "open"},
    )

    assert (nieuw.vooroverleg_op, nieuw.vooroverleg_uitkomst) == daarna


def test_given_one_own_case_when_reading_along_then_it_takes_another_person():
    stap, regie, collega = STAPPEN[SCHRIJNEND]["tweede-lezer"], uuid4(), uuid4()

    class Omstandigheid:
        stap, op, invoer, door_id = "factor", OP, {}, collega

    eigen = "U werkt zelf aan deze zaak. Vraag een andere regievoerder van uw team om mee te lezen."

    assert stap.weiger(Wie(door=regie, regievoerder=regie), []) == eigen
    assert stap.weiger(Wie(door=collega, regievoerder=regie), [Omstandigheid()]) == eigen
    assert stap.weiger(Wie(door=collega, regievoerder=regie), []) == ""


def test_given_a_second_sign_of_trafficking_when_the_police_do_not_know_yet_then_the_first_day_stays():
    eerst = {"aanwijzing_op": "2022-09-12"}
    gemeld = eerst | {"politie_gemeld_op": "2022-09-13"}

    voor = na(MENSENHANDEL, "aanwijzing", {"aanwijzing_op": OP}, mensenhandel=eerst)
    na_melding = na(MENSENHANDEL, "aanwijzing", {"aanwijzing_op": OP}, mensenhandel=gemeld)

    assert (voor.aanwijzing_op, na_melding.aanwijzing_op) == (date(2022, 9, 12), OP)


def test_given_a_bedenktijd_when_it_would_begin_later_then_it_is_not_extended_without_a_reason():
    invoer = {"bedenktijd_van": OP, "toelichting": ""}

    assert (
        fout(MENSENHANDEL, "bedenktijd", invoer, mensenhandel={"bedenktijd_van": "2022-08-01"})[0]
        == "toelichting"
    )


def test_given_a_case_that_was_dropped_when_a_later_permit_is_given_then_it_suspends_again():
    eerder = {"vergunning_van": "2021-01-01", "sepot_op": "2022-01-01"}

    nieuw = na(
        MENSENHANDEL, "vergunning", {"vergunning_van": OP, "vergunning_tot": None}, mensenhandel=eerder
    )

    assert (nieuw.vergunning_van, nieuw.sepot_op) == (OP, None)


@pytest.mark.parametrize(("waardoor", "daarna"), [("sepot", (OP, None)), ("ingetrokken", (None, OP))])
def test_given_a_permit_when_it_ends_then_the_reason_decides_which_day_it_is(waardoor, daarna):
    nieuw = na(
        MENSENHANDEL,
        "einde",
        {"waardoor": waardoor, "op": OP},
        mensenhandel={"vergunning_van": "2022-01-01"},
    )

    assert (nieuw.sepot_op, nieuw.vergunning_tot) == daarna
