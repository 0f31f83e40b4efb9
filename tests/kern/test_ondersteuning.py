"""The finder: every condition is named, and what is not known never becomes a yes."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from verantwoord.kern.dossierbeeld import FORMAAT, Dossierbeeld
from verantwoord.kern.ondersteuning import EISEN, Aanbod, Situatie, situatie_van, vind
from verantwoord.kern.parameters import STANDAARD

OP = date(2022, 3, 1)
ALLES_BEKEND = Situatie(
    op=OP,
    landen=frozenset({"IRQ"}),
    nationaliteiten=frozenset({"IRQ"}),
    gezin=False,
    minderjarig=False,
    medische_indicatie=False,
    procedures_klaar=True,
    dublin=False,
    eigen_middelen=False,
    definitief=True,
    eerder_geholpen=False,
)
KAN_ONBEKEND = sorted(set(asdict(ALLES_BEKEND)) - {"op"})
LANDEN = st.frozensets(st.sampled_from(["IRQ", "GHA", "FRA", "ETH"]), max_size=3)
JA_NEE = st.sampled_from([True, False, None])
DAGEN = st.none() | st.dates(date(2021, 1, 1), date(2023, 12, 31))
WENSEN = ["ondernemen", "medische_zorg", "derde_land", "overig"]
SITUATIES = st.builds(
    Situatie,
    op=st.just(OP),
    landen=st.none() | LANDEN,
    nationaliteiten=st.none() | LANDEN,
    **{naam: JA_NEE for naam in KAN_ONBEKEND if naam not in {"landen", "nationaliteiten"}},
)
AANBOD = st.builds(
    Aanbod,
    id=st.sampled_from("abc"),
    organisatie=st.sampled_from(["IOM", "Brug"]),
    titel=st.sampled_from(["Start", "Huis"]),
    wensen=st.frozensets(st.sampled_from(WENSEN), max_size=2),
    landen=LANDEN,
    gezin=st.booleans(),
    medisch=st.booleans(),
    van=DAGEN,
    tot=DAGEN,
    eisen=st.lists(st.sampled_from(list(EISEN)), unique=True, max_size=4).map(tuple),
    niet_nationaliteiten=LANDEN,
    in_woorden=st.booleans(),
)


def aanbod(**anders):
    return Aanbod(**{"id": "a", "organisatie": "Brug", "titel": "Start", "gezin": True} | anders)


def oordelen(een, situatie, *, wens="ondernemen"):
    (vondst,) = vind([een], wens=wens, situatie=situatie)
    return {v.naam: v.oordeel for v in vondst.voorwaarden}


# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@traag
@given(een=AANBOD, situatie=SITUATIES, wens=st.sampled_from(WENSEN), veld=st.sampled_from(KAN_ONBEKEND))
def test_given_any_offer_when_something_is_no_longer_known_then_it_never_begins_to_fit(
    een, situatie, wens, veld
):
    (eerst,) = vind([een], wens=wens, situatie=situatie)

    (daarna,) = vind([een], wens=wens, situatie=replace(situatie, **{veld: None}))

    assert daarna.uitkomst != "past" or eerst.uitkomst == "past"
    assert set(daarna.met("voldaan")) <= set(eerst.met("voldaan"))


@traag
@given(een=AANBOD, situatie=SITUATIES, wens=st.sampled_from(WENSEN))
def test_given_any_offer_when_judged_then_it_fits_only_with_every_condition_met_and_each_is_named_once(
    een, situatie, wens
):
    (vondst,) = vind([een], wens=wens, situatie=situatie)

    namen = [v.naam for v in vondst.voorwaarden]
    assert len(namen) == len(set(namen))
    assert (vondst.uitkomst == "past") == (vondst.met("voldaan") == tuple(namen))
    assert set(een.eisen) <= set(namen)


@traag
@given(st.lists(AANBOD, max_size=6), SITUATIES, st.sampled_from(WENSEN))
def test_given_offers_when_listed_then_only_the_answer_and_the_name_order_them(alle, situatie, wens):
    gevonden = vind(alle, wens=wens, situatie=situatie)

    plek = {"past": 0, "onbekend": 1, "past_niet": 2}
    volgorde = [
        (plek[v.uitkomst], v.aanbod.organisatie.casefold(), v.aanbod.titel.casefold()) for v in gevonden
    ]
    assert volgorde == sorted(volgorde)
    assert len(gevonden) == len(alle)


@pytest.mark.parametrize(
    ("eis", "niet"),
    [
        ("procedures_klaar", {"procedures_klaar": False}),
        ("geen_dublin", {"dublin": True}),
        ("geen_eu_eer", {"nationaliteiten": frozenset({"IRQ", "FRA"})}),
        ("geen_middelen", {"eigen_middelen": True}),
        ("definitief_vertrek", {"definitief": False}),
        ("eerste_keer", {"eerder_geholpen": True}),
        ("alleen_alleenreizend", {"gezin": True}),
        ("alleen_volwassen", {"minderjarig": True}),
    ],
)
def test_given_a_condition_when_it_is_met_not_met_or_not_known_then_it_says_so(eis, niet):
    (veld,) = niet
    een = aanbod(eisen=(eis,))

    antwoorden = [
        oordelen(een, ALLES_BEKEND)[eis],
        oordelen(een, replace(ALLES_BEKEND, **niet))[eis],
        oordelen(een, replace(ALLES_BEKEND, **{veld: None}))[eis],
    ]

    assert antwoorden == ["voldaan", "niet_voldaan", "onbekend"]


@pytest.mark.parametrize(
    ("eis", "veld"),
    [
        ("alleen_gezin", "gezin"),
        ("alleen_minderjarig", "minderjarig"),
        ("alleen_medisch", "medische_indicatie"),
    ],
)
def test_given_an_offer_for_some_only_when_judged_then_who_is_not_one_of_them_does_not_fit(eis, veld):
    een = aanbod(eisen=(eis,))

    antwoorden = [
        oordelen(een, replace(ALLES_BEKEND, **{veld: waarde}))[eis] for waarde in (True, False, None)
    ]

    assert antwoorden == ["voldaan", "niet_voldaan", "onbekend"]


@pytest.mark.parametrize(
    ("landen", "oordeel"),
    [
        ({"IRQ"}, "voldaan"),
        ({"IRQ", "GHA"}, "onbekend"),
        ({"GHA"}, "niet_voldaan"),
        (None, "onbekend"),
    ],
)
def test_given_a_country_when_some_or_none_of_the_persons_countries_are_served_then_it_says_so(
    landen, oordeel
):
    situatie = replace(ALLES_BEKEND, landen=None if landen is None else frozenset(landen))

    gevonden = oordelen(aanbod(landen=frozenset({"IRQ", "IRN"})), situatie)

    assert gevonden == {"land": oordeel}


def test_given_a_wish_for_another_country_when_matched_then_the_country_is_not_known():
    gevonden = oordelen(aanbod(landen=frozenset({"IRQ"})), ALLES_BEKEND, wens="derde_land")

    assert gevonden == {"land": "onbekend"}


def test_given_an_offer_silent_on_families_when_it_is_not_known_who_travels_then_one_has_to_ask():
    stil = aanbod(gezin=False)

    antwoorden = [
        oordelen(stil, replace(ALLES_BEKEND, gezin=waarde))["gezin"] for waarde in (False, True, None)
    ]

    assert antwoorden == ["voldaan", "onbekend", "onbekend"]


def situatie(**feiten):
    beeld = {
        "schema": FORMAAT,
        "dossiernummer": "D-2022-900001",
        "overdracht": {"afzender": "ind", "ontvangen_op": "2021-12-01"},
        "persoon": {"v_nummer": "1234567890"},
    }
    return situatie_van(msgspec.convert(beeld | feiten, Dossierbeeld), op=OP, p=STANDAARD.op(OP))


def test_given_a_bare_dossier_when_read_then_what_is_not_recorded_is_not_known():
    gelezen = situatie()

    assert gelezen == Situatie(op=OP, dublin=False)


def test_given_facts_when_read_then_country_family_age_health_and_procedure_are_known():
    gelezen = situatie(
        spoor="dublin",
        persoon={
            "v_nummer": "1234567890",
            "nationaliteiten": ["IRQ"],
            "geboortedatum": "1990-01-01",
            "gezin": [{"relatie": "partner"}],
        },
        medisch={"aanwijzing_op": "2022-02-01"},
        procedure={
            "aanvragen": [{"soort": "asiel", "ingediend_op": "2021-01-01", "beslist_op": "2021-06-01"}],
            "besluiten": [{"soort": "afwijzing", "genomen_op": "2021-06-01", "land_van_terugkeer": "IRN"}],
            "beroepstermijn_tot": "2021-07-01",
        },
    )

    assert gelezen == Situatie(
        op=OP,
        landen=frozenset({"IRQ", "IRN"}),
        nationaliteiten=frozenset({"IRQ"}),
        gezin=True,
        minderjarig=False,
        medische_indicatie=True,
        procedures_klaar=True,
        dublin=True,
    )


@pytest.mark.parametrize(
    ("procedure", "klaar"),
    [
        ({"beroepstermijn_tot": "2022-06-01"}, False),
        ({"beroepen": [{"ingesteld_op": "2021-06-20"}]}, False),
        ({"beroepstermijn_tot": "2021-07-01", "aanvragen": [{"soort": "regulier", "ingediend_op": "2022-01-01"}]}, False),
        ({"beroepstermijn_tot": "2021-07-01", "voorlopige_voorzieningen": [{"gevraagd_op": "2022-01-01"}]}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_given_a_procedure_when_something_runs_or_is_missing_then_it_is_never_read_as_over(procedure, klaar):
    besluiten = [{"soort": "afwijzing", "genomen_op": "2021-06-01"}]

    gelezen = situatie(procedure={"besluiten": besluiten, **procedure})

    assert gelezen.procedures_klaar is klaar


def test_given_a_nationality_nobody_established_when_read_then_country_and_nationality_are_not_known():
    gelezen = situatie(persoon={"v_nummer": "1234567890", "nationaliteiten": ["IRQ", "XXX"]})

    assert (gelezen.landen, gelezen.nationaliteiten) == (None, None)
