"""A spreadsheet is shown before it is taken over, row by row; then all of it is, or nothing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.actions import Aanbodgegevens, add_aanbod, change_aanbod
from verantwoord.ondersteuning.actions.invoer import apply_invoer, keep_invoer
from verantwoord.ondersteuning.catalogus import in_woorden, na_te_kijken
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.invoer import beproef
from verantwoord.ondersteuning.models import Aanbod, Aanbodinvoer
from verantwoord.ondersteuning.werkblad import als_regel, lees_werkblad
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)
NIEUW = {
    "aanbieder": "ngo",
    "organisatie": "Stichting Proef",
    "titel": "Nieuw",
    "omschrijving": "Een cursus.",
}


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True)


@pytest.fixture(autouse=True)
def leeg():
    """A catalogue without the kinds of support it begins with."""
    Aanbod.objects.all().delete()


def bestand(inhoud):
    return SimpleUploadedFile("catalogus.xlsx", inhoud)


def test_given_an_export_when_it_is_read_again_then_nothing_would_change(client, beheerder):
    client.force_login(beheerder)
    AanbodFactory(
        bedrag="500.00", eisen=["geen_dublin"], tot=OP, niet_nationaliteiten=["FRA"], biedt=["geld"]
    )
    AanbodFactory(titel="=1+1", landen=[])
    antwoord = client.get(reverse("catalogus:bestand"))

    proef = beproef(lees_werkblad(antwoord.content), viewer=beheerder)

    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert ([rij.fouten for rij in proef.rijen], proef.gelijk, proef.kan) == ([[], []], 2, False)


def test_given_rows_when_tried_then_each_says_what_it_does_and_what_is_wrong(
    beheerder, django_assert_num_queries
):
    staat = AanbodFactory(titel="Eigen zaak", gezin=False)
    regels = [
        als_regel(staat) | {"gezin": "ja", "landen": "Irak; GHA"},
        NIEUW,
        NIEUW | {"titel": "", "wensen": "kamelen", "van": "31-02-2026", "landen": "Utopia", "bedrag": "veel"},
        als_regel(staat),
        NIEUW | {"kenmerk": "bestaat-niet"},
        NIEUW | {"van": "02-01-2026", "tot": "01-01-2026"},
    ]

    with django_assert_num_queries(1):
        proef = beproef(regels, viewer=beheerder)

    assert [(rij.nummer, rij.doet) for rij in proef.rijen] == [
        (2, "wijzigt"), (3, "nieuw"), (4, "fout"), (5, "fout"), (6, "fout"), (7, "fout"),
    ]  # fmt: skip
    assert [(d.titel, d.oud, d.nieuw) for d in proef.rijen[0].verschil] == [
        ("Landen", "Irak", "Ghana, Irak"),
        ("Ook voor gezinnen", "nee", "ja"),
    ]
    assert [fout.split(":")[0] for fout in proef.rijen[2].fouten] == [
        "Titel", "Bedrag", "Wensen", "Landen", "Eerste dag",
    ]  # fmt: skip
    assert [rij.fouten[0] for rij in proef.rijen[3:]] == [
        "Dit kenmerk staat er twee keer in.",
        "Dit kenmerk staat niet in de catalogus. Laat het leeg als dit nieuw is.",
        "Laatste dag: De laatste dag ligt vóór de eerste dag.",
    ]


def test_given_a_file_when_it_is_agreed_to_then_all_of_it_is_taken_over_as_changes_of_that_person(
    client, beheerder
):
    client.force_login(beheerder)
    staat = AanbodFactory(titel="Oud", gezin=True)
    invoer = keep_invoer(door=beheerder, regels=[als_regel(staat) | {"titel": "Nieuwe naam"}, NIEUW])
    adres = reverse("catalogus:proef", args=[invoer.pk])
    gezien = client.get(adres).context["proef"]

    antwoord = client.post(adres)

    assert gezien.kan
    assert antwoord["Location"] == reverse("catalogus:lijst")
    assert set(Aanbod.objects.values_list("titel", flat=True)) == {"Nieuwe naam", "Nieuw"}
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", "door")) == [
        ("aanbod.toegevoegd", beheerder.gebruikersnaam),
        ("aanbod.gewijzigd", beheerder.gebruikersnaam),
        ("catalogus.overgenomen", beheerder.gebruikersnaam),
    ]
    assert client.post(adres).status_code == 409


def test_given_one_mistake_when_taken_over_then_nothing_is(client, beheerder):
    client.force_login(beheerder)
    invoer = keep_invoer(door=beheerder, regels=[NIEUW, NIEUW | {"titel": ""}])

    antwoord = client.post(reverse("catalogus:proef", args=[invoer.pk]))

    assert (antwoord.status_code, Aanbod.objects.count()) == (409, 0)


def test_given_a_catalogue_that_changed_since_when_taken_over_then_one_reads_it_again(beheerder):
    invoer = keep_invoer(door=beheerder, regels=[NIEUW])
    gegevens = beproef(invoer.regels, viewer=beheerder).erbij
    AanbodFactory()

    with pytest.raises(WensKloptNiet) as fout:
        apply_invoer(door=beheerder, invoer_id=invoer.pk, nieuw=gegevens, gewijzigd=[])

    assert fout.value.melding[:38] == "De catalogus is intussen bijgewerkt. K"
    assert Aanbod.objects.count() == 1


def test_given_a_spoiled_file_when_sent_then_the_field_says_why(client, beheerder):
    client.force_login(beheerder)

    antwoord = client.post(reverse("catalogus:invoer"), {"bestand": bestand(b"geen zip")})

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {
        "bestand": ["Dit is geen xlsx-bestand. Bewaar het werkblad als xlsx."]
    }


def test_given_a_good_file_when_sent_then_one_sees_first_what_it_does(client, beheerder):
    client.force_login(beheerder)
    AanbodFactory(gezin=True)
    inhoud = client.get(reverse("catalogus:bestand")).content

    antwoord = client.post(reverse("catalogus:invoer"), {"bestand": bestand(inhoud)})

    assert antwoord["Location"] == reverse("catalogus:proef", args=[Aanbodinvoer.objects.get().pk])


def test_given_others_when_they_try_then_a_file_is_its_senders_and_the_pages_are_the_keepers(
    client, beheerder
):
    invoer = keep_invoer(door=beheerder, regels=[NIEUW])
    ander, lezer = MedewerkerFactory(beheerder=True), MedewerkerFactory()
    client.force_login(ander)
    van_ander = client.get(reverse("catalogus:proef", args=[invoer.pk])).status_code
    client.force_login(lezer)

    codes = [
        client.get(reverse(f"catalogus:{naam}")).status_code for naam in ("nakijken", "bestand", "invoer")
    ]

    assert (van_ander, codes) == (404, [404, 404, 404])
    with pytest.raises(GeenToegang):
        keep_invoer(door=lezer, regels=[NIEUW])
    with pytest.raises(Aanbodinvoer.DoesNotExist):
        apply_invoer(door=ander, invoer_id=invoer.pk, nieuw=[], gewijzigd=[])


def test_given_entries_when_looked_after_then_what_ends_soon_or_was_asked_long_ago_has_its_last_day(
    beheerder,
):
    AanbodFactory(titel="vers", nagekeken_op=date(2022, 2, 1))
    AanbodFactory(titel="oud", nagekeken_op=date(2021, 8, 1))
    AanbodFactory(titel="net niet oud", nagekeken_op=date(2021, 8, 25))
    AanbodFactory(titel="nooit")
    AanbodFactory(titel="loopt af", nagekeken_op=OP, tot=date(2022, 3, 10))
    AanbodFactory(titel="afgelopen", tot=date(2022, 2, 20))

    punten = na_te_kijken(viewer=beheerder, peildatum=OP)

    assert [(p.aanbod.titel, p.loopt_af, p.uiterlijk_op) for p in punten] == [
        ("oud", False, date(2022, 1, 28)),
        ("nooit", False, OP),
        ("loopt af", True, date(2022, 3, 10)),
    ]


def test_given_an_entry_that_still_holds_when_asked_about_then_it_is_off_the_list_and_that_can_be_read(
    client, beheerder, monkeypatch
):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    client.force_login(beheerder)
    aanbod = AanbodFactory(titel="Cursus", nagekeken_op=date(2021, 1, 1))
    versie = client.get(reverse("catalogus:nakijken")).context["punten"][0].aanbod.versie

    client.post(reverse("catalogus:nagevraagd", args=[aanbod.pk]), {"versie": versie})
    client.post(reverse("catalogus:nagevraagd", args=[aanbod.pk]), {"versie": versie})

    aanbod.refresh_from_db()
    pagina = client.get(reverse("catalogus:geschiedenis", args=[aanbod.pk]))
    assert (aanbod.nagekeken_op, aanbod.versie) == (OP, 2)
    assert client.get(reverse("catalogus:nakijken")).context["punten"] == []
    assert [(v.oud, v.nieuw) for w in pagina.context["wijzigingen"] for v in w.velden] == [
        ("1 januari 2021", "21 februari 2022")
    ]


def test_given_changes_when_the_history_is_read_then_it_says_who_and_what_it_was_and_became(
    client, beheerder
):
    client.force_login(MedewerkerFactory())
    begin = Aanbodgegevens(aanbieder="ngo", organisatie="Proef", titel="Zaak", omschrijving="Een cursus.")
    aanbod = add_aanbod(door=beheerder, gegevens=begin)
    anders = Aanbodgegevens(
        aanbieder="ngo",
        organisatie="Proef",
        titel="Zaak",
        omschrijving="Een cursus.",
        landen=("IRQ",),
        gezin=True,
    )
    change_aanbod(door=beheerder, aanbod_id=aanbod.pk, versie=1, gegevens=anders)

    gezien = client.get(reverse("catalogus:geschiedenis", args=[aanbod.pk])).context["wijzigingen"]

    assert [(w.wat, w.door) for w in gezien] == [
        ("Bijgewerkt", beheerder.naam),
        ("Toegevoegd", beheerder.naam),
    ]
    assert [(v.oud, v.nieuw) for v in gezien[0].velden] == [("niets", "Irak"), ("nee", "ja")]


@pytest.mark.parametrize(
    ("veld", "waarde", "woorden"),
    [
        ("biedt", ["geld", "zorg"], "Geld, Medische zorg"),
        ("aanbieder", "iom", "IOM"),
        ("bedrag", "500.00", "€ 500.00"),
        ("tot", "2022-03-01", "1 maart 2022"),
        ("titel", "Zaak", "Zaak"),
    ],
)
def test_given_a_value_when_it_is_told_then_it_is_in_words(veld, waarde, woorden):
    gezegd = in_woorden(veld, waarde)

    assert gezegd == woorden
