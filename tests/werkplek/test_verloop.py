"""The chart's values and the six steps, from facts alone."""

from datetime import date

import pytest

from tests.werkplek.feiten import stand_op
from verantwoord.web.grafiek.verloop import Balk, Punt
from verantwoord.werkplek.fasen import opgeschort, stappen
from verantwoord.werkplek.verloop import maak_verloop

BESLUIT = {
    "soort": "afwijzing",
    "genomen_op": "2022-07-10",
    "terugkeerbesluit": True,
    "vertrektermijn_dagen": 28,
    "schorsende_werking": True,
}
BEROEP = {"ingesteld_op": "2022-07-22"}
GESPREK_1 = {"moment": "eerste", "status": "gevoerd", "gevoerd_op": "2022-07-28", "tolk": "aanwezig"}


def rijen(**feiten):
    s, beoordeling = stand_op("2022-09-15", **feiten)
    return {rij.titel: rij for rij in maak_verloop(s, beoordeling).rijen}


def test_given_only_a_transfer_when_drawn_then_every_empty_line_says_why():
    gevonden = rijen()

    assert {titel: rij.opmerking for titel, rij in gevonden.items()} == {
        "Procedure": "geen besluit bekend",
        "Opvang": "",
        "Vertrektermijn": "nog niet begonnen",
        "Gesprekken": "",
        "Toetsingen": "nog geen vastgelegd",
        "LP": "nog niet ingevuld",
        "Artikel 64": "geen aanvraag bekend",
    }
    assert gevonden["Gesprekken"].punten == (Punt(date(2022, 8, 1), "te-laat", "1, uiterlijk 1 augustus"),)


def test_given_a_medical_sign_without_an_application_when_drawn_then_the_road_is_not_called_beside_the_point():
    gevonden = rijen(medisch={"aanwijzing_op": "2022-09-01"})

    assert gevonden["Artikel 64"].opmerking == "nog niet gevraagd"


def test_given_an_appeal_with_a_hearing_when_drawn_then_behind_us_is_solid_and_ahead_is_fixed():
    gevonden = rijen(
        procedure={
            "besluiten": [BESLUIT],
            "beroepen": [BEROEP | {"zitting_bekend_op": "2022-09-15", "zitting_op": "2022-10-06"}],
        }
    )

    assert gevonden["Procedure"].balken == (
        Balk(date(2022, 7, 22), date(2022, 9, 15), "gebeurd", "Beroep bij de rechtbank", "Beroep"),
        Balk(date(2022, 9, 15), date(2022, 10, 6), "vast"),
    )
    assert gevonden["Procedure"].punten[-1] == Punt(date(2022, 10, 6), "gepland", "zitting 6 oktober")
    assert gevonden["Vertrektermijn"].balken == (
        Balk(date(2022, 11, 17), date(2022, 12, 15), "verwacht", "28 dagen*"),
    )
    assert gevonden["Opvang"].balken[1] == Balk(date(2022, 9, 15), None, "vast", "zolang de procedure loopt")


def test_given_a_form_before_the_judgment_when_drawn_then_it_is_locked():
    gevonden = rijen(
        procedure={"besluiten": [BESLUIT], "beroepen": [BEROEP]},
        lp_aanvragen=[{"land": "IRQ", "ingevuld_op": "2022-07-28"}],
    )

    assert gevonden["LP"].balken == (
        Balk(date(2022, 7, 28), None, "slot", "ingevuld, op slot tot de uitspraak", "op slot"),
    )


def test_given_four_tests_on_one_day_and_a_signal_when_drawn_then_one_mark_and_one_flag():
    toetsing = {
        "getoetst_op": "2022-07-28",
        "feiten": "f",
        "afweging": "a",
        "conclusie": "geen_aanwijzing",
        "door": "N",
    }
    gevonden = rijen(
        toetsingen=[
            toetsing | {"moment": m} for m in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
        ],
        signalen=[{"moment": "schrijnend", "ontvangen_op": "2022-09-02", "bron": "gemachtigde"}],
    )

    assert gevonden["Toetsingen"].punten == (
        Punt(date(2022, 7, 28), "gedaan", "alle vier"),
        Punt(date(2022, 9, 2), "aanwijzing", "schrijnend"),
    )


def test_given_facts_of_later_when_drawn_then_they_are_not_there():
    gevonden = rijen(gesprekken=[GESPREK_1 | {"gevoerd_op": "2022-09-16"}])

    assert [punt.teken for punt in gevonden["Gesprekken"].punten] == ["te-laat"]


def test_given_history_long_before_the_transfer_when_drawn_then_the_axis_begins_shortly_before_it():
    s, beoordeling = stand_op("2022-09-15", procedure={"besluiten": [BESLUIT | {"genomen_op": "2012-01-01"}]})

    verloop = maak_verloop(s, beoordeling)

    assert (verloop.van, verloop.vandaag) == (date(2022, 5, 1), date(2022, 9, 15))
    assert verloop.tot > date(2022, 10, 30)


@pytest.mark.parametrize(
    ("feiten", "nu"),
    [
        ({}, "Ontvangen"),
        ({"intake_afgerond_op": "2022-07-19"}, "Gesprek 1"),
        ({"intake_afgerond_op": "2022-07-19", "gesprekken": [GESPREK_1]}, "Zitting en gesprek 2"),
        (
            {"procedure": {"besluiten": [BESLUIT], "beroepen": [BEROEP | {"uitspraak_op": "2022-09-12", "bekendgemaakt_op": "2022-09-13", "uitkomst": "ongegrond"}]}},
            "Uitspraak en gesprek 3",
        ),
        ({"procedure": {"besluiten": [BESLUIT], "beroepstermijn_tot": "2022-08-07"}}, "Uitspraak en gesprek 3"),
        (
            {
                "procedure": {"besluiten": [BESLUIT], "beroepstermijn_tot": "2022-08-07"},
                "gesprekken": [GESPREK_1 | {"moment": "derde", "gevoerd_op": "2022-08-10"}],
            },
            "Vertrek",
        ),
    ],
)  # fmt: skip
def test_given_how_far_a_dossier_is_when_the_steps_are_drawn_then_one_is_at_hand(feiten, nu):
    s, _beoordeling = stand_op("2022-09-15", **feiten)

    assert [stap.titel for stap in stappen(s) if stap.stand == "nu"] == [nu]


def test_given_a_closed_dossier_when_the_steps_are_drawn_then_what_was_skipped_bears_no_tick():
    s, _beoordeling = stand_op("2022-09-15", gesloten_op="2022-09-01", gesprekken=[GESPREK_1])

    assert [stap.stand for stap in stappen(s)] == ["gedaan", "gedaan", "gedaan", "gemist", "gedaan", "gedaan"]
    assert opgeschort(s) is None


@pytest.mark.parametrize(
    ("feiten", "titel", "begin"),
    [
        (
            {"medisch": {"art64_besluit": "toegekend", "art64_van": "2022-09-01", "art64_tot": "2023-05-31"}},
            "Opgeschort tot en met 31 mei 2023",
            "De IND heeft uitstel van vertrek verleend om medische redenen (artikel 64).",
        ),
        (
            {"mensenhandel": {"aanwijzing_op": "2022-09-10"}},
            "Opgeschort",
            "Er is een aanwijzing van mensenhandel waarop de politie nog niet heeft geantwoord.",
        ),
        (
            {"procedure": {"besluiten": [BESLUIT], "beroepen": [BEROEP | {"uitspraak_op": "2022-09-12", "uitkomst": "gegrond"}]}},
            "Opgeschort",
            "Het beroep is geheel of gedeeltelijk gegrond.",
        ),
        (
            {"procedure": {"verblijfsgronden": [{"grond": "8a", "van": "2022-09-01", "tot": "2022-12-31"}]}},
            "Opgeschort tot en met 31 december 2022",
            "Er is rechtmatig verblijf op grond van artikel 8, onder a, van de Vreemdelingenwet.",
        ),
    ],
)  # fmt: skip
def test_given_a_reason_to_wait_when_asked_then_reason_and_last_day_are_named_and_the_step_is_marked(
    feiten, titel, begin
):
    s, beoordeling = stand_op("2022-09-15", **feiten)

    stil = opgeschort(s)

    assert beoordeling.fase == "opgeschort"
    assert stil.titel == titel
    assert stil.uitleg.startswith(begin)
    assert [stap.stand for stap in stappen(s)].count("opgeschort") == 1
