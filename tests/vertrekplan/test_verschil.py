"""What a reader sees of two versions: every section once, and only what differs marked as changed."""

from dataclasses import replace
from datetime import date

import pytest

from verantwoord.vertrekplan.inhoud import Actieregel, Inhoud, Optie
from verantwoord.vertrekplan.verschil import onderdelen

EERST = Inhoud(
    strategie="Met IOM.",
    analyse={"documenten": "Geen."},
    opties=(Optie(optie="zelfstandig_iom", analyse="Kan.", haalbaar="ja", haalbaar_bij="na de uitspraak"),),
    gekozen="zelfstandig_iom",
    reden_keuze="Past bij zijn wens.",
    acties=(Actieregel(omschrijving="Brief vragen", eigenaar="coa", uiterlijk=date(2022, 3, 1)),),
)


@pytest.mark.parametrize(
    ("anders", "titel", "nieuw"),
    [
        ({"strategie": "Met een ngo."}, "Strategie", "Met een ngo."),
        ({"gekozen": None, "reden_keuze": ""}, "Keuze", ""),
        ({"opties": ()}, "Zelfstandig met IOM", ""),
        (
            {"opties": (replace(EERST.opties[0], wil="Alleen als het moet."),)},
            "Zelfstandig met IOM",
            "Kan.\nHaalbaar: Ja, na de uitspraak\nZegt zelf: Alleen als het moet.",
        ),
        ({"analyse": {"documenten": "Het paspoort."}}, "Documenten en nationaliteit", "Het paspoort."),
        ({"acties": ()}, "Acties", ""),
    ],
)
def test_given_one_change_when_compared_then_only_its_section_is_changed(anders, titel, nieuw):
    gewijzigd = [o for o in onderdelen(EERST, replace(EERST, **anders)) if o.gewijzigd]

    assert [(o.titel, o.nieuw) for o in gewijzigd] == [(titel, nieuw)]


def test_given_an_occasion_when_compared_then_it_is_no_section_of_its_own():
    assert not any(o.gewijzigd for o in onderdelen(EERST, replace(EERST, aanleiding="Een wens.")))


def test_given_actions_when_compared_then_each_is_a_line_with_its_owner_and_day():
    acties = next(o for o in onderdelen(Inhoud(), EERST) if o.titel == "Acties")

    assert acties.nieuw == "COA: Brief vragen (1-3-2022)"
