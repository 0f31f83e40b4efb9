"""The invitation says only what the facts bear out, in plain words."""

from datetime import date

import pytest
from django.utils import translation

from tests.dossier.factories import DossierFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.models import Beroep
from verantwoord.vertrekgesprek.brief import uitnodiging_van
from verantwoord.vertrekgesprek.queries import stand_of
from verantwoord.vertrekgesprek.views.verslag import procedure_in_woorden

pytestmark = pytest.mark.django_db


def brief_van(gesprek, op=date(2022, 2, 8)):
    regie = gesprek.dossier.regievoerder
    with translation.override("nl"):
        stand = stand_of(gesprek.dossier_id, viewer=regie, peildatum=op)
        return uitnodiging_van(gesprek, stand, ondertekenaar=regie)


def koppen(brief):
    return [deel["kop"] for deel in brief["delen"] if "kop" in deel]


def test_given_an_appeal_period_that_runs_when_invited_then_nobody_has_to_leave_comes_before_the_agenda():
    brief = brief_van(GesprekFactory(eerste=True))

    assert brief["titel"] == "Uitnodiging: gesprek op woensdag 9 februari 2022 om 10.00 uur"
    assert koppen(brief) == [
        "U hoeft nu niet te vertrekken",
        "Waar praten wij over?",
        "Wie mag mee?",
        "Kunt u niet?",
    ]
    assert brief["delen"][0]["alineas"] == [
        (
            "Ik wil graag met u praten. Dit is ons eerste gesprek. De IND heeft uw dossier op 1 februari 2022 aan ons gegeven. "
            "Ik ben uw regievoerder."
        )
    ]
    assert brief["delen"][1]["feiten"] == [
        {"naam": "Wanneer", "waarde": "woensdag 9 februari 2022, 10.00 uur"},
        {"naam": "Hoe lang", "waarde": "ongeveer een uur"},
        {"naam": "Waar", "waarde": "azc Assen, gebouw B, kamer 3"},
        {"naam": "Tolk", "waarde": "Arabisch, in de kamer"},
    ]


def test_given_the_appeal_was_dismissed_when_invited_then_it_does_not_say_that_nobody_has_to_leave():
    gesprek = GesprekFactory(
        derde=True,
        gepland_op=date(2022, 5, 9),
        dossier__startgebeurtenis="uitspraak_ongegrond",
        dossier__start_op=date(2022, 5, 2),
    )
    Beroep.objects.create(
        dossier=gesprek.dossier, volgorde=0, ingesteld_op=date(2022, 2, 10), zitting_op=date(2022, 4, 20),
        uitspraak_op=date(2022, 5, 1), bekendgemaakt_op=date(2022, 5, 2), uitkomst="ongegrond",
    )  # fmt: skip

    brief = brief_van(gesprek, op=date(2022, 5, 4))

    assert koppen(brief) == ["Hoeveel tijd heeft u?", "Waar praten wij over?", "Wie mag mee?", "Kunt u niet?"]
    assert brief["delen"][2]["alineas"] == [
        "U heeft tot en met maandag 30 mei 2022 om zelf uw vertrek te regelen. Wij helpen u daarbij."
    ]


def test_given_a_decision_that_works_at_once_when_invited_then_nothing_is_promised():
    gesprek = GesprekFactory(dossier=DossierFactory(met_procedure=False))

    assert koppen(brief_van(gesprek)) == ["Waar praten wij over?", "Wie mag mee?", "Kunt u niet?"]


@pytest.mark.parametrize(
    ("geslacht", "aanhef", "adres"),
    [
        ("man", "Beste meneer Al-Jabouri,", "De heer Al-Jabouri"),
        ("vrouw", "Beste mevrouw Al-Jabouri,", "Mevrouw Al-Jabouri"),
        ("onbekend", "Beste Karim al-Jabouri,", "Karim al-Jabouri"),
    ],
)
def test_given_a_person_when_addressed_then_as_people_are_called(geslacht, aanhef, adres):
    gesprek = GesprekFactory(
        dossier__persoon__voornamen="Karim",
        dossier__persoon__achternaam="al-Jabouri",
        dossier__persoon__geslacht=geslacht,
    )

    brief = brief_van(gesprek)

    assert (brief["aanhef"], brief["geadresseerde"]) == (aanhef, [adres, "p/a azc Assen"])


def test_given_english_on_the_screen_when_somebody_is_invited_then_the_letter_is_dutch():
    gesprek = GesprekFactory(eerste=True)
    regie = gesprek.dossier.regievoerder
    with translation.override("en"):
        stand = stand_of(gesprek.dossier_id, viewer=regie, peildatum=date(2022, 2, 8))
        brief = uitnodiging_van(gesprek, stand, ondertekenaar=regie)
        assert procedure_in_woorden(stand).startswith("De beroepstermijn loopt nog")

    assert brief == brief_van(gesprek)
    assert [str(feit["naam"]) for feit in brief["delen"][1]["feiten"]] == [
        "Wanneer",
        "Hoe lang",
        "Waar",
        "Tolk",
    ]
