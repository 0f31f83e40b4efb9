"""What holds for every dossier, not only for those somebody thought of."""

import copy

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.kern.bouw import OP, Deel, alles_mag, beeld, beoordeel_op, catalogus, dagen_na, met, zonder
from tests.kern.normen.strategie import PEILDATA, dossierbeelden
from tests.kern.normen.tabel import controleer_uitleg

NORMEN = [norm["id"] for norm in catalogus()]
BLOKKEERT = {norm["id"]: norm.get("blokkeert", []) for norm in catalogus()}
GEVOLG = {norm["id"]: norm["gevolg"] for norm in catalogus()}
DWANG = [
    "overplaatsen_vbl",
    "opvang_beeindigen",
    "gedwongen_vertrek_starten",
    "bewaring_voorstellen",
    "bewaring_opleggen",
    "gedwongen_vertrek_boeken",
    "gedwongen_vertrek_uitvoeren",
]
EIGENSCHAP = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def oordelen(beoordeling):
    return {een.norm: een.oordeel for een in beoordeling.bevindingen}


def mag(beoordeling):
    return {een.handeling: een.mag for een in beoordeling.handelingen}


@EIGENSCHAP
@given(dossierbeelden(), PEILDATA)
def test_any_dossier_gets_an_answer_of_every_norm_that_fits_the_contract(dossierbeeld, op):
    beoordeling = beoordeel_op(dossierbeeld, op)

    assert [een.norm for een in beoordeling.bevindingen] == NORMEN
    assert len(beoordeling.termijnen) == 10
    assert len(beoordeling.handelingen) == 17
    for een in beoordeling.bevindingen:
        vrij = een.oordeel in {"voldaan", "niet_van_toepassing"}
        assert een.oordeel in {"voldaan", "niet_voldaan", "onbekend", "niet_van_toepassing"}
        assert (een.oordeel == "onbekend") == (list(een.ontbreekt) != [])
        assert list(een.blokkeert) in ([[]] if vrij else [BLOKKEERT[een.norm], []])
        assert een.gevolg == GEVOLG[een.norm]
        controleer_uitleg(een.uitleg)
    for een in beoordeling.handelingen:
        door = [antwoord.norm for antwoord in beoordeling.bevindingen if een.handeling in antwoord.blokkeert]
        assert (een.mag, list(een.geblokkeerd_door)) == (door == [], door)


def _later(op: str) -> dict[str, Deel]:
    """Give for every dated list one record that does not exist yet on ``op``, and the facts of tomorrow."""
    morgen, gisteren = dagen_na(op, 1), dagen_na(op, -1)
    return {
        "procedure.aanvragen": {"soort": "opvolgend_asiel", "ingediend_op": morgen},
        "procedure.besluiten": {"soort": "inwilliging", "genomen_op": morgen, "terugkeerbesluit": True},
        "procedure.beroepen": {"ingesteld_op": morgen, "uitspraak_op": gisteren, "uitkomst": "gegrond"},
        "procedure.voorlopige_voorzieningen": {
            "gevraagd_op": morgen,
            "beslist_op": gisteren,
            "toegewezen": True,
        },
        "procedure.verblijfsgronden": {"grond": "8a", "van": morgen},
        "verwijderbaarheidschecks": {"gecheckt_op": morgen, "uitkomst": "niet_verwijderbaar"},
        "opvang.verblijfplaatsen": {"soort": "vbl", "locatie": "ergens", "van": morgen},
        "opvang.verlengingen": {
            "gevraagd_op": morgen,
            "reden": "x",
            "coa_besluit": "akkoord",
            "coa_besloten_op": gisteren,
            "tot": morgen,
        },
        "opvang.ferreira": {"getoetst_op": morgen, "humanitaire_noodsituatie": True, "toelichting": "x"},
        "gesprekken": {
            "moment": "eerste",
            "status": "gevoerd",
            "uitgenodigd_op": morgen,
            "gevoerd_op": gisteren,
            "tolk": "geen",
        },
        "toetsingen": {"moment": "medisch", "getoetst_op": morgen, "conclusie": "opschorten", "door": "x"},
        "signalen": {"moment": "mensenhandel", "bron": "ngo", "ontvangen_op": morgen},
        "vertrekplannen": {"versie": 99, "vastgesteld_op": morgen, "door": "x", "gekozen": "gedwongen"},
        "wensen": {"soort": "werk", "omschrijving": "x", "geuit_op": morgen},
        "verwijzingen": {"naar": "iom", "verwezen_op": morgen},
        "lp_aanvragen": {"land": "ARM", "ingevuld_op": morgen, "asielinformatie_aangetroffen": True},
        "landen": {"land": "ARM", "per": morgen, "lp_gedwongen": False},
        "overleg": {"soort": "lko", "datum": morgen, "besluit": "geen_besluit"},
        "meldplichten": {"opgelegd_op": morgen, "opgelegd_door": "coa"},
        "bewaringen": {"voorgesteld_op": morgen, "opgelegd_op": morgen, "gronden": {"3a": ""}},
        "afwijkingen": {
            "norm": "aantal-gesprekken-voor-dwang",
            "reden": "x",
            "door": "x",
            "goedgekeurd_door": "y",
            "goedgekeurd_op": morgen,
            "geldig_tot": "2100-01-01",
        },
        "persoon.gezin": {"relatie": "kind", "geboortedatum": morgen},
    }


def _feiten_van_morgen(dossierbeeld: Deel, op: str) -> Deel:
    """Add tomorrow's records at the end of every list, and tomorrow's facts where none is recorded."""
    uit = copy.deepcopy(dossierbeeld)
    for pad, record in _later(op).items():
        *weg, naam = pad.split(".")
        hier = uit
        for stap in weg:
            hier = hier.setdefault(stap, {})
        hier[naam] = [*hier.get(naam, []), record]
    morgen = dagen_na(op, 1)
    for deel, naam in [
        ("overdracht", "ingetrokken_op"),
        ("medisch", "toestemming_ingetrokken_op"),
        ("medisch", "toestemming_geweigerd_op"),
        ("medisch", "aanwijzing_op"),
        ("medisch", "art64_aangevraagd_op"),
        ("medisch", "overdracht_geregeld_op"),
        ("buiten_schuld", "zwaarwegend_advies_op"),
        ("schrijnend", "ingediend_op"),
        ("mensenhandel", "aanwijzing_op"),
        ("afwezigheid", "laatst_gezien_op"),
        ("opvang", "vbl_lko_besluit_op"),
    ]:
        uit.setdefault(deel, {}).setdefault(naam, morgen)
    uit.setdefault("gesloten_op", morgen)
    uit.setdefault("uitkomst", {"soort": "gedwongen", "op": morgen, "bewijs_ref": "x"})
    return uit


@EIGENSCHAP
@given(dossierbeelden(), PEILDATA)
def test_facts_of_tomorrow_change_nothing_today(dossierbeeld, op):
    assert beoordeel_op(_feiten_van_morgen(dossierbeeld, op), op) == beoordeel_op(dossierbeeld, op)


@pytest.mark.parametrize("op", ["2022-01-09", "2022-02-08", "2022-03-07", "2022-04-04", OP])
def test_facts_of_tomorrow_change_nothing_on_the_days_that_matter(op):
    assert beoordeel_op(_feiten_van_morgen(alles_mag(), op), op) == beoordeel_op(alles_mag(), op)


def _wis_besluiten(dossierbeeld: Deel) -> Deel:
    return zonder(dossierbeeld, "procedure.besluiten")


def _wis_start(dossierbeeld: Deel) -> Deel:
    return zonder(dossierbeeld, "vertrektermijn.start_op")


def _wis_checks(dossierbeeld: Deel) -> Deel:
    return zonder(dossierbeeld, "verwijderbaarheidschecks")


def _wis_bekendmaking(dossierbeeld: Deel) -> Deel:
    beroepen = [
        {naam: feit for naam, feit in een.items() if naam != "bekendgemaakt_op"}
        for een in dossierbeeld["procedure"]["beroepen"]
    ]
    return met(dossierbeeld, {"procedure.beroepen": beroepen})


def _wis_uitkomst(dossierbeeld: Deel) -> Deel:
    """Forget that an appeal was dismissed; an outcome in favour of the person or a withdrawal stays."""
    beroepen = [
        {
            naam: feit
            for naam, feit in een.items()
            if naam != "uitkomst" or feit not in {"ongegrond", "niet_ontvankelijk"}
        }
        for een in dossierbeeld["procedure"]["beroepen"]
    ]
    return met(dossierbeeld, {"procedure.beroepen": beroepen})


def _wis_geboortedatum(dossierbeeld: Deel) -> Deel:
    return zonder(dossierbeeld, "persoon.geboortedatum")


def _wis_uit_gesprekken(naam: str):
    def wis(dossierbeeld: Deel) -> Deel:
        gesprekken = [
            {veld: feit for veld, feit in een.items() if veld != naam} for een in dossierbeeld["gesprekken"]
        ]
        return met(dossierbeeld, {"gesprekken": gesprekken})

    return wis


WISSEN = {
    "besluiten": _wis_besluiten,
    "start van de vertrektermijn": _wis_start,
    "verwijderbaarheidschecks": _wis_checks,
    "bekendmaking van de uitspraak": _wis_bekendmaking,
    "afwijzende uitkomst": _wis_uitkomst,
    "geboortedatum": _wis_geboortedatum,
    "tolk": _wis_uit_gesprekken("tolk"),
    "gemeenschappelijke taal": _wis_uit_gesprekken("gemeenschappelijke_taal"),
}


@pytest.mark.parametrize("wat", WISSEN)
@EIGENSCHAP
@given(dossierbeeld=dossierbeelden(), op=PEILDATA)
def test_a_fact_that_is_forgotten_never_makes_coercion_possible(wat, dossierbeeld, op):
    try:
        vergeten = WISSEN[wat](dossierbeeld)
    except KeyError:
        assume(condition=False)

    ervoor, erna = mag(beoordeel_op(dossierbeeld, op)), mag(beoordeel_op(vergeten, op))

    assert [een for een in DWANG if erna[een] and not ervoor[een]] == []


@pytest.mark.parametrize(
    "wat",
    ["besluiten", "start van de vertrektermijn", "afwijzende uitkomst", "bekendmaking van de uitspraak"],
)
def test_given_a_dossier_in_which_everything_may_be_done_when_a_fact_is_forgotten_then_force_is_not(wat):
    na = mag(beoordeel_op(WISSEN[wat](alles_mag()), OP))

    assert {
        na[een] for een in ("gedwongen_vertrek_starten", "bewaring_opleggen", "gedwongen_vertrek_uitvoeren")
    } == {False}


@EIGENSCHAP
@given(
    dossierbeeld=dossierbeelden(),
    op=PEILDATA,
    geweigerd_op=st.sampled_from(["2021-10-01", "2022-03-01", "2022-12-31"]),
)
def test_refusing_consent_changes_nothing_but_asking_for_medical_data(dossierbeeld, op, geweigerd_op):
    stil = copy.deepcopy(dossierbeeld)
    stil.get("medisch", {}).pop("toestemming_geweigerd_op", None)

    gezwegen, geweigerd = (
        beoordeel_op(stil, op),
        beoordeel_op(met(stil, {"medisch.toestemming_geweigerd_op": geweigerd_op}), op),
    )

    def rest(beoordeling):
        return (
            beoordeling.fase,
            list(beoordeling.termijnen),
            [een for een in beoordeling.bevindingen if een.norm != "medisch-toestemming"],
            [een for een in beoordeling.handelingen if een.handeling != "medische_gegevens_opvragen"],
        )

    assert rest(geweigerd) == rest(gezwegen)


@EIGENSCHAP
@given(
    dossierbeeld=dossierbeelden(),
    op=PEILDATA,
    anders=st.fixed_dictionaries(
        {
            "persoon.nationaliteiten": st.lists(
                st.sampled_from(["ARM", "GEO", "NGA", "SYR", "XXA", "XXX"]), max_size=2
            ),
            "persoon.geslacht": st.sampled_from(["man", "vrouw", "x", "onbekend"]),
            "persoon.talen": st.lists(st.sampled_from(["hy", "ar", "fr"]), max_size=2),
            "persoon.naam": st.sampled_from(
                [{"achternaam": "Ander"}, {"achternaam": "Voorbeeld", "voornamen": "Sam"}]
            ),
        }
    ),
)
def test_nationality_sex_language_and_name_change_no_answer_except_where_a_norm_names_them(
    dossierbeeld, op, anders
):
    genoemd = {"derde-land-vertrek", "lp-land-medewerking"}
    eerst = met(dossierbeeld, {"persoon.naam": {"achternaam": "Eerst"}})

    ervoor, erna = oordelen(beoordeel_op(eerst, op)), oordelen(beoordeel_op(met(eerst, anders), op))

    assert {norm for norm in NORMEN if ervoor[norm] != erna[norm]} - genoemd == set()


@EIGENSCHAP
@given(dossierbeelden(), PEILDATA)
def test_a_deviation_from_a_statutory_norm_has_no_effect(dossierbeeld, op):
    wettelijk = [norm["id"] for norm in catalogus() if not norm["afwijking_mogelijk"]]
    afwijkingen = [
        {
            "norm": norm,
            "reden": "x",
            "door": "a",
            "goedgekeurd_door": "b",
            "goedgekeurd_op": "2021-01-01",
            "geldig_tot": "2100-01-01",
        }
        for norm in wettelijk
    ]
    kaal = dossierbeeld | {"afwijkingen": []}

    assert beoordeel_op(kaal | {"afwijkingen": afwijkingen}, op) == beoordeel_op(kaal, op)


@EIGENSCHAP
@given(dossierbeelden(), PEILDATA)
def test_an_empty_list_an_empty_object_and_an_absent_one_mean_the_same(dossierbeeld, op):
    gevuld = {naam: feit for naam, feit in dossierbeeld.items() if feit not in ([], {})}
    uitgeschreven = beeld(gevuld, {"eerdere_dossiers": dossierbeeld.get("eerdere_dossiers", [])})
    lijsten = {naam: [] for naam in ("wensen", "signalen", "overleg", "boekingen") if naam not in gevuld}
    objecten = {naam: {} for naam in ("medisch", "opvang", "procedure", "mensenhandel") if naam not in gevuld}

    assert beoordeel_op(uitgeschreven | lijsten | objecten, op) == beoordeel_op(uitgeschreven, op)
