"""The document of the copy is for people: words and no codes, and a log is no pile of rows."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from tests.dossier.factories import DossierFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from verantwoord.portaal.afschrift.blad import afschriftblad
from verantwoord.portaal.afschrift.indeling import LOGBOEK
from verantwoord.portaal.afschrift.leesbaar import regels_van, rij_in_woorden
from verantwoord.portaal.afschrift.verzamelen import Inhoud, verzamel
from verantwoord.toegang.context import als_systeem

OCHTEND = datetime(2022, 2, 16, 8, 30, tzinfo=UTC)


def _blad(**delen):
    inhoud = Inhoud(**{"feiten": {}, "rijen": {}, "tellingen": {}, "achter": ()} | delen)
    afschrift = SimpleNamespace(kenmerk="A-1", gevraagd_naam="Sami")
    return afschriftblad(inhoud, afschrift, op=date(2022, 2, 20))["delen"][2:-1]


def test_given_facts_when_written_then_countries_languages_and_codes_are_words():
    delen = _blad(
        feiten={
            "persoon": {"nationaliteiten": ["SYR", "XXA"], "talen": ["ar"], "amv": False},
            "gesprekken": [{"moment": "eerste", "onderwerpen": ["wensen_belemmeringen", "opties"]}],
        }
    )

    assert delen == [
        {"kop": "Persoon", "lijst": ["Nationaliteiten: Syrië, staatloos", "Talen: Arabisch", "Amv: nee"]},
        {"kop": "Gesprekken"},
        {
            "kop": "Gesprekken 1",
            "niveau": 3,
            "lijst": ["Moment: eerste", "Onderwerpen: wensen belemmeringen, opties"],
        },
    ]


def test_given_a_row_when_written_then_its_choices_are_named_and_what_is_technical_is_left_out():
    rij = rij_in_woorden(
        "dossier.Betrokkenheid",
        {"organisatie": "coa", "sleutel": "Assen", "volgende_op": date.max, "gevraagd": False},
    )

    assert rij == {"organisatie": "COA", "gevraagd": False}


def test_given_a_finding_when_written_then_the_norm_has_its_title_and_the_act_its_meaning():
    (_kop, rij) = _blad(
        rijen={
            "bewaking.OpenBevinding": [
                {
                    "id": 1,
                    "norm": "vertrekplan-aanwezig",
                    "blokkeert": ["bewaring_opleggen"],
                    "regelset": "verantwoord.regels/1",
                }
            ]
        }
    )

    assert [regel.partition(": ")[0] for regel in rij["lijst"]] == ["Norm", "Blokkeert"]
    assert rij["lijst"][1] == "Blokkeert: inbewaringstelling opleggen"
    assert "vertrekplan-aanwezig" not in rij["lijst"][0]


@pytest.mark.parametrize(
    ("label", "rijen", "regels"),
    [
        (
            "gebeurtenis.Gebeurtenis",
            [{"moment": OCHTEND, "soort": "gesprek.gepland", "door_naam": "Noor", "hash": "81ce"}],
            ["woensdag 16 februari 2022, 09.30 uur: gesprek gepland, door Noor"],
        ),
        (
            "toegang.Inzage",
            [
                {
                    "moment": OCHTEND,
                    "organisatie": "coa",
                    "rol": "coa",
                    "doel": "behandeling",
                    "toegestaan": True,
                }
            ]
            * 3,
            ["woensdag 16 februari 2022: COA, de opvang, om aan uw zaak te werken (3 keer)"],
        ),
        (
            LOGBOEK,
            [{"moment": OCHTEND, "activiteit": "dossierbehandeling-1", "onderdeel": "portaal.geopend"}],
            [
                (
                    "woensdag 16 februari 2022: Een dossier behandelen. Het vertrek voorbereiden van iemand die Nederland"
                    " moet verlaten, en zijn belangen daarbij bewaken."
                )
            ],
        ),
        ("dossier.Stem", [], None),
    ],
)
def test_given_a_log_when_written_then_it_is_a_line_for_each_thing_on_a_day(label, rijen, regels):
    assert regels_van(label, rijen) == regels


@pytest.mark.django_db
def test_given_a_lawyer_who_copies_when_the_person_came_in_too_then_their_coming_is_counted_and_not_told(
    kom_binnen,
):
    dossier = DossierFactory()
    zelf, mandaat = PortaalaccountFactory(dossier=dossier), MachtigingFactory(dossier=dossier)
    for account in (zelf, mandaat.account):
        kom_binnen(account).get("/mijn/procedure/")

    gezien = {}
    for account in (zelf, mandaat.account):
        with als_systeem():
            inhoud = verzamel(dossier.pk, viewer=account, op=date(2022, 2, 20))
        telling = inhoud.tellingen["toegang.Inzage"]
        gezien[account.rol] = (
            [rij["rol"] for rij in inhoud.rijen["toegang.Inzage"]],
            telling.getoond,
            telling.achter,
        )

    assert gezien == {
        "persoon": (["persoon", "gemachtigde"], 2, 0),
        "gemachtigde": (["gemachtigde"], 1, 1),
    }


@pytest.mark.django_db
def test_given_a_lawyer_when_reading_who_looked_then_the_person_is_not_among_them(kom_binnen):
    dossier = DossierFactory()
    kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/procedure/")
    client = kom_binnen(MachtigingFactory(dossier=dossier).account)

    blad = client.get("/mijn/wie-keek/").context["blad"]

    assert (blad.blikken, client.get("/mijn/").context["blad"].keek) == ((), 0)
