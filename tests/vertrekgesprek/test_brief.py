"""The invitation says only what the facts bear out, in plain words."""

import io
import re
from datetime import date

import msgspec
import pikepdf
import pytest
from django.utils import translation

from tests.dossier.factories import DossierFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.web.test_pdf import shown_text, tags_in
from verantwoord.dossier.models import Beroep
from verantwoord.vertrekgesprek.brief import SJABLOON, uitnodiging_van
from verantwoord.vertrekgesprek.briefwoorden import VERTALINGEN, vertaling_voor, zinnen_in
from verantwoord.vertrekgesprek.queries import stand_of
from verantwoord.vertrekgesprek.views.verslag import procedure_in_woorden
from verantwoord.web.pdf import maak_pdf

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


def gaten(waarde) -> list[str]:
    """The places that are filled in, of every sentence in its order."""
    teksten = waarde.values() if isinstance(waarde, dict) else [waarde]
    return sorted(gat for tekst in teksten for gat in re.findall(r"{\w+}", tekst))


@pytest.mark.parametrize("taal", VERTALINGEN)
def test_given_a_translation_when_read_then_every_sentence_is_there_and_fills_in_the_same(taal):
    nederlands, anders = (msgspec.to_builtins(zinnen_in(t)) for t in ("nl", taal))

    leeg = {naam for naam, tekst in anders.items() if not tekst} - {"niet_vertaald"}
    assert leeg == set()
    assert {naam: gaten(tekst) for naam, tekst in anders.items() if naam != "niet_vertaald"} == {
        naam: gaten(tekst) for naam, tekst in nederlands.items() if naam != "niet_vertaald"
    }
    assert {n: sorted(anders[n]) for n in ("welk", "afzenders", "tolk_hoe")} == {
        n: sorted(nederlands[n]) for n in ("welk", "afzenders", "tolk_hoe")
    }


@pytest.mark.parametrize(
    ("spreekt", "leest", "eigen"),
    [
        ("ar", "ar", True),
        ("ar-IQ", "ar", True),
        ("prs", "fa", True),
        ("nl", "", True),
        (None, "en", True),
        ("ti", "ti", True),
        ("so", "so", True),
        ("am", "en", False),
        ("uk", "en", False),
    ],
)
def test_given_a_language_when_a_letter_is_written_then_it_stands_beside_the_dutch_or_english_does(
    spreekt, leest, eigen
):
    assert vertaling_voor(spreekt) == (leest, eigen)


def test_given_arabic_when_invited_then_the_second_page_says_the_same_from_right_to_left():
    brief = brief_van(GesprekFactory(eerste=True, taal="ar"))

    vertaling = brief["vertaling"]
    assert brief["taalregel"] == {"taal": "ar", "tekst": "هذه الرسالة مكتوبة بالعربية في الصفحة التالية"}
    assert vertaling["titel"] == "دعوة: محادثة يوم الأربعاء 9 فبراير 2022 الساعة 10:00"
    assert vertaling["delen"][1]["feiten"] == [
        {"naam": "متى", "waarde": "الأربعاء 9 فبراير 2022، الساعة 10:00"},
        {"naam": "المدة", "waarde": "ساعة واحدة تقريبًا"},
        {"naam": "أين", "waarde": "azc Assen, gebouw B, kamer 3"},
        {"naam": "المترجم", "waarde": "العربية, في الغرفة"},
    ]
    assert len(koppen(vertaling)) == len(koppen(brief))


@pytest.mark.parametrize("taal", [*VERTALINGEN, "am"])
def test_given_a_language_when_the_letter_is_made_then_it_is_tagged_and_its_second_page_has_its_language(
    taal,
):
    brief = brief_van(GesprekFactory(eerste=True, taal=taal))

    pdf = pikepdf.open(io.BytesIO(maak_pdf(SJABLOON, brief)))

    assert (str(pdf.Root.Lang), len(pdf.pages)) == ("nl", 2)
    assert tags_in(pdf.Root.StructTreeRoot).count("/H1") == 2
    assert brief["vertaling"]["taal"] in talen_in(pdf.Root.StructTreeRoot)
    assert "[U+" not in shown_text(pdf)


def talen_in(node) -> set[str]:
    """The languages that the structure of a document names."""
    talen = {str(node["/Lang"])} if "/Lang" in node else set()
    kinderen = node.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary):
            talen |= talen_in(kind)
    return talen


def test_given_a_language_without_a_letter_when_invited_then_both_pages_say_so():
    brief = brief_van(GesprekFactory(eerste=True, taal="am"))

    assert brief["delen"][-1]["alineas"] == [
        (
            "Deze brief is er nog niet in deze taal: Amhaars. Daarom staat hij op de volgende bladzijde in het Engels. "
            "Vraag aan de balie wie de brief met u kan lezen."
        )
    ]
    assert brief["vertaling"]["uitleg"] == (
        "This letter is not available in your language yet (Amharic). That is why it is in English. "
        "Ask at the reception desk who can read the letter with you."
    )


def test_given_dutch_when_invited_then_one_page_is_enough():
    brief = brief_van(GesprekFactory(eerste=True, taal="nl", gemeenschappelijke_taal=True))

    assert ("vertaling" in brief, "taalregel" in brief) == (False, False)


@pytest.mark.parametrize(
    ("oorzaak", "zin"),
    [
        ("tolk", "omdat er geen tolk was. Dat lag niet aan u."),
        ("dtv", "Ons vorige gesprek ging niet door. Dit is een nieuwe uitnodiging."),
    ],
)
def test_given_a_talk_that_did_not_take_place_when_invited_again_then_only_what_is_sure_is_said(oorzaak, zin):
    eerder = GesprekFactory(eerste=True, status="niet_doorgegaan", oorzaak=oorzaak)
    opnieuw = GesprekFactory(
        eerste=True, dossier=eerder.dossier, vervangt=eerder, gepland_op=date(2022, 2, 15)
    )

    assert brief_van(opnieuw)["delen"][0]["alineas"][0].count(zin) == 1
