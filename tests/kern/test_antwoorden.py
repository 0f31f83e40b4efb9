"""Answers for partners: what the dates and codes say, and what they can never tell."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kern.bouw import (
    OP,
    artikel_64,
    beeld,
    beroep_loopt,
    boeking,
    met,
    opgelegd,
    plan,
    termijn_loopt,
    toetsing,
    uitspraak,
    vier_toetsingen,
    zonder,
)
from verantwoord.kern.antwoorden import (
    SOORTEN,
    geldt_vanaf,
    is_leeg,
    maak_antwoorden,
    soorten_voor,
    velden_voor,
)
from verantwoord.kern.antwoordvormen import (
    Identiteit,
    Mensenhandel,
    Opdracht,
    Opdrachten,
    Opvangrecht,
    Reisgeschiktheid,
    Stap,
    Toezicht,
    Vertrek,
)
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.toegang import MATRIX, ROLLEN, Toegang, antwoorden_van

# The right to shelter of somebody whose appeal was dismissed on 7 March 2022 runs until 4 April.
EINDE = date(2022, 4, 4)
ERVOOR, ERNA = "2022-03-20", OP
VRIJ: dict[str, Any] = {
    "verwijderbaarheidschecks": [
        {"gecheckt_op": "2022-04-04", "uitkomst": "verwijderbaar"},
        {"gecheckt_op": "2022-04-18", "uitkomst": "verwijderbaar"},
    ]
}
# Words that a partner must never read, in every field of the file that can hold words.
KANARIE = "KANARIE"


def antwoorden(dossierbeeld: dict[str, Any], op: str) -> dict[str, Any]:
    dag = date.fromisoformat(op)
    s = Stand(lees_dossierbeeld(json.dumps(dossierbeeld).encode()), dag, STANDAARD.op(dag))
    return maak_antwoorden(s, beoordeel_stand(s, regelset=STANDAARD.regelset))


def opvangrecht(op: str, *delen: dict[str, Any], **losse: Any) -> Opvangrecht:
    return antwoorden(beeld(uitspraak(), termijn_loopt(), VRIJ, *delen, **losse), op)["opvangrecht"]


@pytest.mark.parametrize(
    ("situatie", "op", "verwacht"),
    [
        (beeld(beroep_loopt()), "2022-02-20", Opvangrecht(recht="ja", categorie="procedure")),
        (beeld(beroep_loopt(schorsende_werking=False)), "2022-02-20", Opvangrecht()),
        (beeld(), "2022-02-20", Opvangrecht()),
        (beeld(uitspraak(), spoor="regulier"), ERVOOR, Opvangrecht()),
        (
            beeld(uitspraak(uitkomst="gegrond")),
            ERVOOR,
            Opvangrecht(recht="ja", categorie="procedure", redencode="nieuw-recht"),
        ),
    ],
)
def test_given_a_procedure_that_runs_or_is_not_known_when_asked_then_no_end_is_named(situatie, op, verwacht):
    assert antwoorden(situatie, op)["opvangrecht"] == verwacht


@pytest.mark.norm("coa-einddatum-afgeleid")
@pytest.mark.parametrize("op", [ERVOOR, "2022-04-04"])
def test_given_a_dismissed_appeal_when_asked_up_to_the_last_day_then_the_right_and_its_last_day_are_named(op):
    assert opvangrecht(op) == Opvangrecht(
        recht="ja", categorie="na_procedure", einddatum=EINDE, redencode="termijn-verstreken"
    )


@pytest.mark.norm("coa-einddatum-afgeleid")
def test_given_the_last_day_passed_and_nothing_forbids_it_when_asked_then_the_right_has_ended_the_day_after():
    gevonden = opvangrecht("2022-04-05")

    assert gevonden == Opvangrecht(
        recht="nee", categorie="geen", einddatum=EINDE, redencode="termijn-verstreken"
    )
    assert geldt_vanaf(gevonden, date(2022, 4, 9)) == date(2022, 4, 5)


UITSTEL = Opvangrecht(recht="ja", categorie="uitstel", redencode="uitstel")


@pytest.mark.parametrize(
    ("deel", "verwacht"),
    [
        (
            {"opvang": {"verlengingen": [{"gevraagd_op": "2022-03-30", "reden": "x", "coa_besluit": "akkoord",
                                          "coa_besloten_op": "2022-04-01", "tot": "2022-05-01"}]}},
            Opvangrecht(recht="ja", categorie="verlengd", einddatum=date(2022, 5, 1), redencode="uitstel"),
        ),
        ({"opvang": {"verlengingen": [{"gevraagd_op": "2022-03-30", "reden": "x"}]}}, Opvangrecht(einddatum=EINDE)),
        (
            {"opvang": {"verblijfplaatsen": [{"soort": "vbl", "locatie": "Ter Apel", "van": "2022-04-01"}]}},
            Opvangrecht(recht="ja", categorie="andere_locatie", einddatum=date(2022, 6, 24), redencode="overplaatsing"),
        ),
        (
            {"opvang": {"verblijfplaatsen": [{"soort": "gl", "locatie": "Emmen", "van": "2022-04-01"}]}},
            Opvangrecht(recht="ja", categorie="andere_locatie", redencode="overplaatsing"),
        ),
        (
            {"persoon": {"gezin": [{"relatie": "kind", "geboortedatum": "2015-02-01"}]}},
            Opvangrecht(recht="ja", categorie="gezin", redencode="gezin-minderjarig"),
        ),
        ({"persoon": {"gezin": [{"relatie": "kind"}]}}, Opvangrecht(einddatum=EINDE)),
        ({"mensenhandel": {"aanwijzing_op": "2022-04-10"}}, UITSTEL),
    ],
)  # fmt: skip
def test_given_the_last_day_passed_and_something_forbids_it_when_asked_then_the_right_stays(deel, verwacht):
    assert opvangrecht(ERNA, deel) == verwacht


def test_given_a_positive_decision_or_a_new_request_when_asked_then_there_is_a_new_right():
    verwacht = Opvangrecht(recht="ja", categorie="nieuw_recht", redencode="nieuw-recht")
    ingewilligd = met(
        beeld(uitspraak()), {"procedure.besluiten[1]": {"soort": "inwilliging", "genomen_op": "2022-04-01"}}
    )
    nieuw = met(beeld(uitspraak()), {"procedure.verblijfsgronden": [{"grond": "8f", "van": "2022-04-01"}]})

    assert antwoorden(ingewilligd, ERNA)["opvangrecht"] == verwacht
    assert antwoorden(nieuw, ERNA)["opvangrecht"] == verwacht


@given(
    van=st.dates(date(2022, 3, 8), date(2022, 4, 20)),
    tot=st.none() | st.dates(date(2022, 4, 20), date(2022, 12, 31)),
    op=st.dates(date(2022, 4, 20), date(2022, 6, 1)),
)
def test_given_any_suspension_when_its_kind_is_another_then_the_right_to_shelter_reads_the_same(van, tot, op):
    """Illness, a victim's time to think, a victim's permit and a judge cannot be told apart."""
    van_, tot_ = van.isoformat(), tot.isoformat() if tot else None
    soorten = [
        artikel_64(van_, tot_),
        {"mensenhandel": {"vergunning_van": van_, "vergunning_tot": tot_}},
        {"procedure": {"voorlopige_voorzieningen": [
            {"gevraagd_op": van_, "toegewezen": True, "beslist_op": van_, "tot": tot_}]}},
        {"procedure": {"verblijfsgronden": [{"grond": "8j", "van": van_, "tot": tot_}]}},
        {"procedure": {"verblijfsgronden": [{"grond": "8k", "van": van_, "tot": tot_}]}},
    ]  # fmt: skip
    if tot is None or tot >= op:
        assert {opvangrecht(op.isoformat(), deel) for deel in soorten} == {UITSTEL}


# Facts about why somebody asked for asylum, health, trafficking and country that suspend nothing.
_WOORD = st.just(KANARIE)
_DAG = st.dates(date(2022, 1, 20), date(2022, 3, 19)).map(date.isoformat)
_GEHEIM = st.fixed_dictionaries(
    {
        "land": st.sampled_from(["ARM", "IRQ", "NGA", "ERI"]),
        "medisch": st.fixed_dictionaries(
            {},
            optional={
                "toestemming_op": _DAG,
                "toestemming_geweigerd_op": _DAG,
                "aanwijzing_op": _DAG,
                "art64_aangevraagd_op": _DAG,
                "verwachte_bevalling_op": _DAG,
                "tbc_behandeling_tot": _DAG,
                "reisvoorwaarden": st.just([KANARIE]),
            },
        ),
        "mensenhandel": st.fixed_dictionaries(
            {}, optional={"aanwijzing_op": _DAG, "politie_gemeld_op": _DAG, "sepot_op": _DAG}
        ),
        "schrijnend": st.fixed_dictionaries({}, optional={"factoren": st.just([KANARIE]), "ingediend_op": _DAG}),
        "signalen": st.lists(
            st.fixed_dictionaries(
                {
                    "moment": st.sampled_from(["medisch", "mensenhandel", "schrijnend", "buiten_schuld"]),
                    "ontvangen_op": _DAG,
                    "bron": st.just("gemachtigde"),
                }
            ),
            max_size=3,
        ),
        "toetsingen": st.just([toetsing("mensenhandel", "2022-03-10", feiten=KANARIE, afweging=KANARIE,
                                        conclusie="nader_onderzoek")]) | st.just([]),
        "kenmerk": st.sampled_from(["IND-1", KANARIE]),
    }
)  # fmt: skip


def met_geheim(geheim: dict[str, Any]) -> dict[str, Any]:
    basis = beeld(
        uitspraak(besluit_anders={"land_van_terugkeer": geheim["land"], "kenmerk": geheim["kenmerk"]}),
        termijn_loopt(),
        VRIJ,
        {naam: geheim[naam] for naam in ("medisch", "mensenhandel", "schrijnend", "signalen", "toetsingen")},
        {"lp_aanvragen": [{"land": geheim["land"], "ingevuld_op": "2022-01-20"}]},
    )
    return met(basis, {"persoon.nationaliteiten": [geheim["land"]]})


@given(een=_GEHEIM, ander=_GEHEIM)
def test_given_two_people_who_differ_only_in_what_is_not_for_coa_when_asked_then_the_answer_is_equal(
    een, ander
):
    assert (
        antwoorden(met_geheim(een), ERVOOR)["opvangrecht"]
        == antwoorden(met_geheim(ander), ERVOOR)["opvangrecht"]
    )


@given(geheim=_GEHEIM)
def test_given_words_in_every_field_when_all_answers_are_made_then_none_of_them_comes_through(geheim):
    dossier = met(
        met_geheim(geheim),
        {
            "gesprekken": [{"moment": "eerste", "status": "gevoerd", "gevoerd_op": "2022-01-20",
                            "verslag": KANARIE, "eigen_woorden": KANARIE}],
            "vertrekplannen": [plan(strategie=KANARIE, acties=[], vastgesteld_op="2022-03-10")],
            "meldplichten": [{"opgelegd_op": "2022-03-10", "opgelegd_door": "avim", "reden_afwijking": KANARIE}],
            "bewaringen": [opgelegd("2022-03-11", kwetsbaarheid=KANARIE)],
        },
    )  # fmt: skip

    for inhoud in antwoorden(dossier, ERVOOR).values():
        assert KANARIE not in msgspec.json.encode(inhoud).decode()


@given(geheim=_GEHEIM)
def test_given_signals_and_conclusions_when_the_steps_are_told_then_they_show_none(geheim):
    """Only that the moment was weighed in this stage shows; that alone is what a partner may hold DT&V to."""
    zonder_ = met_geheim({**geheim, "signalen": [], "toetsingen": []})
    basis = met(zonder_, {"mensenhandel": {}, "toetsingen": vier_toetsingen("2022-03-10")["toetsingen"]})
    met_ = met(
        basis,
        {
            "signalen": geheim["signalen"],
            "toetsingen": vier_toetsingen("2022-03-10", conclusie="nader_onderzoek")["toetsingen"],
        },
    )

    assert antwoorden(met_, ERVOOR)["stappen"] == antwoorden(basis, ERVOOR)["stappen"]


TRAVEL = beeld(uitspraak(), termijn_loopt(), VRIJ, vier_toetsingen("2022-03-10"))


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({}, Reisgeschiktheid(geschikt="ja")),
        ({"toetsingen": []}, Reisgeschiktheid()),
        (
            {"signalen": [{"moment": "medisch", "ontvangen_op": "2022-04-01", "bron": "vwn"}]},
            Reisgeschiktheid(),
        ),
        ({"medisch": artikel_64("2022-04-01", "2022-06-30")["medisch"]},
         Reisgeschiktheid(geschikt="nee", tot=date(2022, 6, 30))),
        ({"medisch": {"art64_aangevraagd_op": "2022-04-01"}}, Reisgeschiktheid()),
        ({"medisch": {"tbc_behandeling_tot": "2022-06-30"}},
         Reisgeschiktheid(geschikt="nee", tot=date(2022, 6, 30))),
        ({"medisch": {"verwachte_bevalling_op": "2022-05-01"}},
         Reisgeschiktheid(geschikt="nee", tot=date(2022, 6, 12))),
        ({"medisch": {"verwachte_bevalling_op": "2022-01-01"}}, Reisgeschiktheid()),
        (
            {"medisch": {"reisvoorwaarden": ["Begeleiding door een arts"]},
             "boekingen": [boeking(begeleiding=["medisch"])]},
            Reisgeschiktheid(geschikt="met_voorwaarden", begeleiding="ja"),
        ),
        ({"boekingen": [boeking(begeleiding=["kmar"])]}, Reisgeschiktheid(geschikt="ja", begeleiding="nee")),
    ],
)  # fmt: skip
def test_given_what_is_known_of_health_when_asked_then_only_whether_and_until_when_somebody_can_travel(
    anders, verwacht
):
    assert antwoorden(met(TRAVEL, anders), OP)["reisgeschiktheid"] == verwacht


def test_given_a_plan_when_told_then_everybody_hears_the_steps_and_each_partner_its_own_words():
    acties = [
        {"omschrijving": "Gesprek over terugkeer plannen", "eigenaar": "coa", "uiterlijk": "2022-05-01"},
        {"omschrijving": "Ticket regelen", "eigenaar": "iom", "gereed_op": "2022-04-18"},
    ]

    gevonden = antwoorden(met(TRAVEL, {"vertrekplannen": [plan(acties=acties)]}), OP)

    assert gevonden["stappen"].stappen == (
        Stap(eigenaar="coa", uiterlijk=date(2022, 5, 1)),
        Stap(eigenaar="iom", gereed_op=date(2022, 4, 18)),
    )
    assert gevonden["opdrachten_coa"] == Opdrachten(
        opdrachten=(Opdracht(omschrijving="Gesprek over terugkeer plannen", uiterlijk=date(2022, 5, 1)),)
    )
    assert gevonden["opdrachten_kmar"] == Opdrachten()


def test_given_supervision_and_a_booking_when_told_then_the_measure_and_the_day_stand_there():
    dossier = met(
        TRAVEL,
        {
            "meldplichten": [{"opgelegd_op": "2022-04-01", "opgelegd_door": "avim", "per_week": 2}],
            "bewaringen": [opgelegd()],
            "boekingen": [boeking(begeleiding=["kmar"]), boeking(geannuleerd_op="2022-04-19", gepland_op="2022-04-21")],
        },
    )  # fmt: skip

    gevonden = antwoorden(dossier, OP)

    assert gevonden["toezicht"] == Toezicht(meldplicht=True, per_week=2, in_bewaring=True)
    assert gevonden["vertrek"] == Vertrek(
        soort="gedwongen", gepland_op=date(2022, 4, 28), land="ARM", begeleiding_kmar=True
    )


def test_given_a_victims_time_to_think_when_the_ind_is_told_then_it_hears_that_the_departure_lies_still():
    gevonden = antwoorden(met(TRAVEL, {"mensenhandel": {"bedenktijd_van": "2022-04-01"}}), OP)

    assert gevonden["mensenhandel"] == Mensenhandel(vertrek_ligt_stil=True, tot=date(2022, 7, 1))


@pytest.mark.parametrize(
    ("gemeld", "antwoord", "gevraagd"),
    [
        (None, None, None),
        ("2022-03-02", None, date(2022, 3, 2)),
        ("2022-03-02", "2022-03-02", None),
        ("2022-03-09", "2022-03-02", date(2022, 3, 9)),
    ],
)
def test_given_a_sign_with_the_police_when_told_then_it_says_since_when_their_answer_is_awaited(
    gemeld, antwoord, gevraagd
):
    deel = {"aanwijzing_op": "2022-03-01", "politie_gemeld_op": gemeld, "politie_terugkoppeling_op": antwoord}

    gevonden = antwoorden(met(TRAVEL, {"mensenhandel": deel}), OP)["mensenhandel"]

    assert gevonden.antwoord_gevraagd_op == gevraagd


def test_given_a_name_when_told_then_it_is_whole_and_a_person_without_one_has_a_number():
    naam = {"voornamen": "Sami", "tussenvoegsel": "van", "achternaam": "Voorbeeld"}

    met_naam = antwoorden(met(beeld(), {"persoon.naam": naam, "persoon.talen": ["ar"]}), OP)["identiteit"]
    zonder_naam = antwoorden(zonder(beeld(), "persoon.naam"), OP)["identiteit"]

    assert met_naam == Identiteit(v_nummer="9900000001", naam="Sami van Voorbeeld", talen=("ar",))
    assert zonder_naam == Identiteit(v_nummer="9900000001")


def test_given_a_dossier_about_which_nothing_is_known_when_told_then_only_what_says_something_is_kept():
    iets = [soort for soort, inhoud in antwoorden(beeld(), OP).items() if not is_leeg(soort, inhoud)]

    assert iets == ["identiteit", "stappen"]


@pytest.mark.norm("informatiedeling-grondslag")
def test_given_the_matrix_when_compared_with_the_answers_then_each_cell_that_gets_one_has_one_and_no_other_does():
    # What a cell with A gives to whom there is nothing to withhold stands in the dossier itself.
    beloofd = {
        (rol, categorie)
        for categorie, cellen in MATRIX.items()
        for rol, toegang in cellen.items()
        if toegang is Toegang.ANTWOORD and rol != "regievoerder"
    }

    gegeven = {(rol, soort.categorie) for soort in SOORTEN.values() for rol in soort.voor}

    assert gegeven == beloofd
    assert all(soort.doel and soort.grondslag for soort in SOORTEN.values())


def test_given_the_fields_named_for_a_role_when_compared_with_the_answer_then_all_of_them_exist():
    onbekend = {
        (naam, veld)
        for naam, soort in SOORTEN.items()
        for velden in soort.voor.values()
        for veld in velden
        if veld not in soort.vorm.__struct_fields__
    }

    assert onbekend == set()


@pytest.mark.parametrize(
    ("soort", "rol", "organisatie", "verwacht"),
    [
        ("opvangrecht", "coa", "coa", ("recht", "categorie", "einddatum", "redencode")),
        ("opvangrecht", "vwn", "vwn", ("recht", "einddatum")),
        ("opvangrecht", "kmar", "kmar", ()),
        ("opvangrecht", "functioneel_beheer", "dtv", ()),
        ("opvangrecht", "", "coa", ()),
        ("reisgeschiktheid", "coa", "coa", ()),
        ("reisgeschiktheid", "avim_toezicht", "avim", ()),
        ("reisgeschiktheid", "kmar", "kmar", ("geschikt", "tot", "begeleiding")),
        ("reisgeschiktheid", "regievoerder", "dtv", ("geschikt", "tot", "begeleiding")),
        ("opdrachten_iom", "iom_ngo", "iom", ("opdrachten",)),
        ("opdrachten_iom", "iom_ngo", "ngo", ()),
        ("mensenhandel", "coa", "coa", ()),
        ("ind_besluit", "regievoerder", "dtv", ()),
    ],
)
def test_given_a_role_when_asking_what_it_may_know_then_those_fields_and_no_other(
    soort, rol, organisatie, verwacht
):
    assert velden_voor(soort, rol=rol, organisatie=organisatie) == verwacht


@pytest.mark.parametrize("rol", ROLLEN)
def test_given_a_role_when_its_answers_are_listed_then_the_matrix_lets_it_read_each_of_their_categories(rol):
    for organisatie in ("coa", "ind", "avim", "kmar", "iom", "ngo", "vwn", "dtv"):
        gelezen = {SOORTEN[soort].categorie for soort in soorten_voor(rol=rol, organisatie=organisatie)}

        assert gelezen <= set(antwoorden_van(rol))


def test_given_every_role_when_listing_its_answers_then_it_has_fields_of_each():
    for rol in ROLLEN:
        for soort in soorten_voor(rol=rol, organisatie="coa"):
            assert velden_voor(soort, rol=rol, organisatie="coa") != ()


def test_given_an_answer_without_a_last_day_when_written_down_then_it_holds_from_that_day():
    assert geldt_vanaf(UITSTEL, date(2022, 4, 20)) == date(2022, 4, 20)
