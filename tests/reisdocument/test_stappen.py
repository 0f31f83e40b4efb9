"""Until when the lock holds, and where a request stands."""

import json
from datetime import date

import pytest

from tests.kern.bouw import afgewezen, beeld, beroep, beroep_loopt, uitspraak
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.reisdocument.stappen import Slot, slot_van, stappen_van


def slot(*delen, op=date(2022, 2, 1), **losse):
    gelezen = lees_dossierbeeld(json.dumps(beeld(*delen, **losse)).encode())
    gevonden = slot_van(Stand(gelezen, op, STANDAARD.op(op)))
    return gevonden.geldt_tot + gevonden.uitleg


OPNIEUW = {"soort": "opvolgend_asiel", "ingediend_op": "2022-01-25"}
VOORZIENING = {
    "gevraagd_op": "2022-01-25",
    "toegewezen": True,
    "beslist_op": "2022-01-28",
    "tot": "2022-05-01",
}
MET_ZITTING = beroep(zitting_bekend_op="2022-01-31", zitting_op="2022-02-24")


@pytest.mark.parametrize(
    ("deel", "verwacht"),
    [
        (afgewezen(), "het einde van de beroepstermijn; de laatste dag is dinsdag 8 februari 2022"),
        (beroep_loopt(), "de uitspraak van de rechtbank; de zittingsdatum is nog niet bekend"),
        (
            afgewezen() | {"procedure": afgewezen()["procedure"] | {"beroepen": [MET_ZITTING]}},
            "de uitspraak van de rechtbank; de zitting is op donderdag 24 februari 2022",
        ),
        (
            {"procedure": afgewezen()["procedure"] | {"aanvragen": [OPNIEUW]}},
            "de IND en daarna de rechtbank hebben geoordeeld; de aanvraag is van 25 januari 2022",
        ),
        (
            {"procedure": afgewezen()["procedure"] | {"voorlopige_voorzieningen": [VOORZIENING]}},
            "het einde van de voorlopige voorziening; de laatste dag is 1 mei 2022",
        ),
        (
            uitspraak(op="2022-01-31", uitkomst="gegrond"),
            "een nieuw besluit en een nieuw oordeel van de rechtbank",
        ),
        ({}, "het besluit in het dossier staat"),
    ],
)
def test_given_a_state_of_the_procedure_when_asked_then_the_event_that_opens_the_lock_is_named(
    deel, verwacht
):
    assert slot(deel) == verwacht


def test_given_no_last_day_of_the_appeal_period_when_asked_then_that_is_what_is_missing():
    deel = afgewezen()
    del deel["procedure"]["beroepstermijn_tot"]

    assert slot(deel) == "bekend is wat de laatste dag van de beroepstermijn was"


def tekens(**velden):
    stappen = stappen_van(LPAanvraag(land="ARM", **velden), op_slot=True, slot=Slot(geldt_tot="de uitspraak"))
    return [stap.teken for stap in stappen]


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({}, ["ontbreekt", "ontbreekt", "ontbreekt", "blokkade", *["niet-begonnen"] * 4]),
        (
            {"geweigerd_op": date(2022, 2, 3), "uitleg_gegeven": True},
            ["gedaan", "gedaan", "ontbreekt", "blokkade", *["niet-begonnen"] * 4],
        ),
        (
            {
                "ingevuld_op": date(2022, 2, 3),
                "set_gecontroleerd_door": "Tweede Lezer",
                "asielinformatie_aangetroffen": True,
            },
            ["gedaan", "ontbreekt", "blokkade", "blokkade", *["niet-begonnen"] * 4],
        ),
        (
            {"verzonden_op": date(2022, 2, 21), "presentatie_op": date(2022, 3, 1)},
            ["ontbreekt", "ontbreekt", "ontbreekt", "gedaan", "gedaan", "gepland", *["niet-begonnen"] * 2],
        ),
        (
            {"verzonden_op": date(2022, 2, 21), "uitkomst": "geweigerd", "uitkomst_op": date(2022, 4, 1)},
            ["ontbreekt", "ontbreekt", "ontbreekt", "gedaan", "gedaan", "niet-begonnen", "gedaan", "niet-aan-de-orde"],
        ),
    ],
)  # fmt: skip
def test_given_a_request_when_its_steps_are_drawn_then_each_has_its_mark(velden, verwacht):
    assert tekens(**velden) == verwacht


def test_given_the_form_was_not_filled_in_when_it_is_drawn_then_it_says_that_this_has_no_consequences():
    stap = stappen_van(
        LPAanvraag(land="ARM", geweigerd_op=date(2022, 2, 3)),
        op_slot=True,
        slot=Slot(geldt_tot="de uitspraak"),
    )[0]

    assert (stap.titel, stap.toelichting, stap.wanneer) == (
        "Formulier niet ingevuld",
        "dat mag en heeft geen gevolgen; later kan ook",
        "do 3 feb 2022",
    )
