import pytest

from tests.kern.overdracht.berichten import NU, overdracht
from verantwoord.kern.overdracht.lezen import OVERDRACHT
from verantwoord.kern.overdracht.tegenspraak import tegenspraken

# The ordinary message is sent on 2 May 2022; these are the days around it.
DAG, NA = "2022-05-02", "2022-05-03"
AANVRAAG = {"soort": "asiel", "ingediend_op": "2021-03-01"}
BESLUIT = {"soort": "afwijzing", "genomen_op": "2022-01-10"}
VERLENGING = {"gevraagd_op": "2022-02-02", "reden": ""}
AZC = {"soort": "azc", "locatie": "Azc Voorbeeld", "van": "2022-02-02"}
TOETS = {"humanitaire_noodsituatie": False, "toelichting": ""}


def vind(wijzigingen):
    return list(tegenspraken(OVERDRACHT.lees(overdracht(wijzigingen)), nu=NU))


def volgorde(pad, eerder):
    return [
        f"Veld {pad} ligt vóór {eerder}: verbeter de datum die niet klopt en verstuur het bericht opnieuw."
    ]


def na_verzending(pad):
    return [
        f"Veld {pad} ligt na de dag van verzending: verbeter deze datum of verzonden_op en verstuur het bericht opnieuw."
    ]


def test_given_the_ordinary_message_when_looked_at_then_nothing_contradicts():
    assert vind({}) == []


@pytest.mark.parametrize(
    ("verzonden_op", "toekomst"),
    [
        ("2022-07-01T12:00:00+02:00", False),
        ("2022-07-01T10:00:00Z", False),
        ("2022-07-01T23:00:00+14:00", False),
        ("2022-07-01T12:00:00.000001+02:00", True),
        ("2022-07-01T10:00:01Z", True),
        ("2022-07-01T11:00:00+00:00", True),
        ("9999-12-31T23:59:59-12:00", True),
    ],
)
def test_given_a_moment_of_sending_when_compared_with_now_then_the_instant_counts(verzonden_op, toekomst):
    assert vind({"verzonden_op": verzonden_op}) == (
        [
            "Veld verzonden_op ligt in de toekomst: controleer de klok van uw systeem en verstuur het bericht opnieuw."
        ]
        if toekomst
        else []
    )


@pytest.mark.parametrize("soort", ["afwijzing", "inwilliging"])
def test_given_a_decision_before_the_earliest_application_when_looked_at_then_it_contradicts(soort):
    aanvragen = [{**AANVRAAG, "ingediend_op": "2021-06-01"}, AANVRAAG]

    def met(genomen_op):
        besluiten = [{"soort": soort, "genomen_op": genomen_op}]
        return vind({"procedure.aanvragen": aanvragen, "procedure.besluiten": besluiten})

    assert met("2021-02-28") == volgorde(
        "procedure.besluiten[0].genomen_op", "procedure.aanvragen[1].ingediend_op"
    )
    assert met("2021-03-01") == []


@pytest.mark.parametrize("soort", ["terugkeerbesluit", "inreisverbod", "intrekking"])
def test_given_another_decision_when_before_the_application_then_that_can_be(soort):
    assert vind({"procedure.besluiten": [{"soort": soort, "genomen_op": "2019-01-01"}]}) == []


def test_given_no_application_when_there_is_a_decision_then_nothing_is_compared():
    assert (
        vind({"procedure.aanvragen": [], "procedure.besluiten": [{**BESLUIT, "genomen_op": "1999-01-01"}]})
        == []
    )


PAREN = [
    # list, object, later field, earlier field
    ("procedure.aanvragen", {"soort": "asiel"}, "beslist_op", "ingediend_op"),
    ("procedure.aanvragen", {"soort": "asiel"}, "ingetrokken_op", "ingediend_op"),
    ("procedure.besluiten", {"soort": "terugkeerbesluit"}, "bekendgemaakt_op", "genomen_op"),
    ("procedure.beroepen", {}, "uitspraak_op", "ingesteld_op"),
    ("procedure.beroepen", {}, "zitting_op", "ingesteld_op"),
    ("procedure.beroepen", {}, "zitting_bekend_op", "ingesteld_op"),
    ("procedure.beroepen", {"ingesteld_op": "2021-05-01"}, "bekendgemaakt_op", "uitspraak_op"),
    ("procedure.beroepen", {"ingesteld_op": "2021-05-01"}, "uitspraak_op", "zitting_op"),
    ("procedure.voorlopige_voorzieningen", {}, "beslist_op", "gevraagd_op"),
    ("procedure.voorlopige_voorzieningen", {}, "tot", "gevraagd_op"),
    ("procedure.verblijfsgronden", {"grond": "8f"}, "tot", "van"),
    ("opvang.verblijfplaatsen", {"soort": "azc", "locatie": "Azc Voorbeeld"}, "tot", "van"),
    ("opvang.verlengingen", {"reden": ""}, "coa_besloten_op", "gevraagd_op"),
    ("opvang.verlengingen", {"reden": ""}, "tot", "gevraagd_op"),
]


@pytest.mark.parametrize(("lijst", "deel", "later", "eerder"), PAREN)
def test_given_two_dates_the_wrong_way_round_when_looked_at_then_both_places_are_named(
    lijst, deel, later, eerder
):
    def met(dag):
        basis = {"procedure.aanvragen": [], "procedure.besluiten": []}
        return vind({**basis, lijst: [{**deel, eerder: "2021-07-02", later: dag}]})

    assert met("2021-07-01") == volgorde(f"{lijst}[0].{later}", f"{lijst}[0].{eerder}")
    assert met("2021-07-02") == []
    assert met(None) == []


def test_given_an_appeal_period_that_ends_before_the_earliest_decision_when_looked_at_then_it_contradicts():
    besluiten = [BESLUIT, {"soort": "inreisverbod", "genomen_op": "2022-01-05"}]

    def met(dag, aanwezig=besluiten):
        return vind({"procedure.besluiten": aanwezig, "procedure.beroepstermijn_tot": dag})

    assert met("2022-01-04") == volgorde("procedure.beroepstermijn_tot", "procedure.besluiten[1].genomen_op")
    assert met("2022-01-05") == []
    assert met("2022-01-04", []) == []


@pytest.mark.parametrize(
    ("geboortedatum", "kan"),
    [
        (DAG, True),
        (NA, False),
        ("2022-05-00", True),
        ("2022-06-00", False),
        ("2022-00-00", True),
        ("2023-00-00", False),
        ("2022-00-31", True),
        ("0000-00-00", True),
        ("0000-12-31", True),
    ],
)
def test_given_a_birth_date_when_its_earliest_day_lies_after_sending_then_it_contradicts(geboortedatum, kan):
    def zin(pad):
        return [
            f"Veld {pad} ligt na de dag van verzending: verbeter de geboortedatum en verstuur het bericht opnieuw."
        ]

    gezin = [{"relatie": "ouder"}, {"relatie": "kind", "geboortedatum": geboortedatum}]

    assert vind({"persoon.geboortedatum": geboortedatum}) == ([] if kan else zin("persoon.geboortedatum"))
    assert vind({"persoon.gezin": gezin}) == ([] if kan else zin("persoon.gezin[1].geboortedatum"))


GEBEURD = [
    ("procedure.aanvragen", {"soort": "asiel"}, "ingediend_op"),
    ("procedure.aanvragen", AANVRAAG, "beslist_op"),
    ("procedure.aanvragen", AANVRAAG, "ingetrokken_op"),
    ("procedure.besluiten", {"soort": "terugkeerbesluit"}, "genomen_op"),
    ("procedure.beroepen", {}, "ingesteld_op"),
    ("procedure.beroepen", {"ingesteld_op": "2022-02-01"}, "zitting_bekend_op"),
    ("procedure.beroepen", {"ingesteld_op": "2022-02-01"}, "uitspraak_op"),
    ("procedure.voorlopige_voorzieningen", {}, "gevraagd_op"),
    ("procedure.voorlopige_voorzieningen", {"gevraagd_op": "2022-02-01"}, "beslist_op"),
    ("opvang.verlengingen", {"reden": ""}, "gevraagd_op"),
    ("opvang.verlengingen", VERLENGING, "coa_besloten_op"),
    ("opvang.ferreira", TOETS, "getoetst_op"),
]


@pytest.mark.parametrize(("lijst", "deel", "naam"), GEBEURD)
def test_given_something_recorded_when_dated_after_the_day_of_sending_then_it_contradicts(lijst, deel, naam):
    def met(dag):
        basis = {"procedure.aanvragen": [], "procedure.besluiten": []}
        return vind({**basis, lijst: [{**deel, naam: dag}]})

    assert met(NA) == na_verzending(f"{lijst}[0].{naam}")
    assert met(DAG) == []


def test_given_a_schrijnend_test_when_dated_after_the_day_of_sending_then_it_contradicts():
    assert vind({"schrijnend_getoetst_op": NA}) == na_verzending("schrijnend_getoetst_op")
    assert vind({"schrijnend_getoetst_op": DAG}) == []


@pytest.mark.parametrize(
    ("verzonden_op", "kan"),
    [
        ("2022-05-02T21:59:59Z", False),
        ("2022-05-02T22:00:00Z", True),
        ("2022-05-03T00:30:00+04:00", False),
        ("2022-05-02T19:00:00-05:00", True),
    ],
)
def test_given_a_moment_near_midnight_when_the_day_of_sending_is_asked_then_it_is_that_in_amsterdam(
    verzonden_op, kan
):
    gevonden = vind({"verzonden_op": verzonden_op, "schrijnend_getoetst_op": NA})

    assert gevonden == ([] if kan else na_verzending("schrijnend_getoetst_op"))


@pytest.mark.parametrize(
    "gepland",
    [
        {"procedure.beroepen": [{"ingesteld_op": "2022-02-01", "zitting_op": "2023-01-01"}]},
        {
            "procedure.beroepen": [
                {"ingesteld_op": "2022-02-01", "uitspraak_op": DAG, "bekendgemaakt_op": "2023-01-01"}
            ]
        },
        {"procedure.besluiten": [{**BESLUIT, "bekendgemaakt_op": "2023-01-01"}]},
        {"procedure.beroepstermijn_tot": "2023-01-01"},
        {"procedure.voorlopige_voorzieningen": [{"gevraagd_op": DAG, "tot": "2023-01-01"}]},
        {"procedure.verblijfsgronden": [{"grond": "8h", "van": DAG, "tot": "2023-01-01"}]},
        {"opvang.recht_eindigt_op": "2023-01-01"},
        {"opvang.verblijfplaatsen": [{**AZC, "tot": "2023-01-01"}]},
        {"opvang.verlengingen": [{**VERLENGING, "tot": "2023-01-01"}]},
    ],
)
def test_given_a_planned_date_when_it_lies_after_sending_then_that_can_be(gepland):
    assert vind(gepland) == []


@pytest.mark.parametrize(
    "vreemd",
    [
        {"procedure.beroepen": [{"ingesteld_op": "2022-01-03"}]},
        {"persoon.gezin": [{"relatie": "ouder", "geboortedatum": "2001-01-01"}]},
        {"persoon.gezin": [{"relatie": "kind", "geboortedatum": "1970-01-01"}]},
        {"persoon.geboortedatum": "2021-04-01"},
        {"opvang.verblijfplaatsen": [{**AZC, "van": "2022-03-01"}]},
        {"persoon.amv": True},
        {
            "verzonden_op": "0001-01-01T00:00:00+14:00",
            "procedure.aanvragen": [],
            "procedure.besluiten": [],
            "persoon.geboortedatum": None,
        },
    ],
)
def test_given_what_looks_odd_but_happens_when_looked_at_then_it_does_not_contradict(vreemd):
    assert vind(vreemd) == []


def test_given_several_contradictions_when_looked_at_then_each_is_named():
    beroep = {"ingesteld_op": "2022-03-01", "uitspraak_op": "2022-02-01"}

    gevonden = vind({"procedure.beroepen": [beroep], "schrijnend_getoetst_op": NA})

    assert gevonden == [
        *volgorde("procedure.beroepen[0].uitspraak_op", "procedure.beroepen[0].ingesteld_op"),
        *na_verzending("schrijnend_getoetst_op"),
    ]
