"""The tab of the four toetsingsmomenten, as a colleague meets it."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import SignaalFactory, ToetsingFactory
from verantwoord.toegang.models import Inzage
from verantwoord.toetsing.models import Concept, Signaal, Toetsing

pytestmark = pytest.mark.django_db
INGEVULD = {
    "versie": "0",
    "aanleiding": "gesprek",
    "getoetst_op_dag": "10",
    "getoetst_op_maand": "2",
    "getoetst_op_jaar": "2022",
    "feiten": "Hij heeft rugpijn.",
    "bronnen": "gesprek van 10 februari\n\nbrief huisarts",
    "afweging": "De huisarts behandelt dit en reizen kan.",
    "conclusie": "geen_aanwijzing",
    "vervolg": "",
}


def adres(dossier, naam="vastleggen", moment="medisch"):
    return reverse(f"toetsing:{naam}", args=[dossier.pk, moment])


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


def test_given_nothing_yet_when_the_tab_is_opened_then_the_four_are_missing_and_say_what_to_do(
    client, dossier
):
    antwoord = client.get(reverse("toetsing:overzicht", args=[dossier.pk]))

    kaarten = antwoord.context["kaarten"]
    assert [(k.moment.value, k.stand.stand) for k in kaarten] == [
        ("medisch", "ontbreekt"),
        ("buiten_schuld", "ontbreekt"),
        ("schrijnend", "ontbreekt"),
        ("mensenhandel", "ontbreekt"),
    ]
    inhoud = antwoord.content.decode()
    assert inhoud.count("Leg de toetsing vast") == 4
    # What nobody looked at is not told as if it were no obstacle.
    assert inhoud.count("Zolang deze toetsing ontbreekt, wacht iedere stap met dwang.") == 4
    assert inhoud.count("Deze route houdt het vertrek nu niet tegen") == 0


def test_given_four_that_count_when_the_tab_is_opened_then_it_says_that_this_is_no_finish_line(
    client, dossier
):
    for moment in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel"):
        ToetsingFactory(dossier=dossier, moment=moment, getoetst_op=date(2022, 3, 1))

    antwoord = client.get(reverse("toetsing:overzicht", args=[dossier.pk]))

    assert antwoord.context["samenvatting"] == {}
    assert antwoord.content.decode().count("Dit is geen eindpunt.") == 1


def test_given_an_outsider_when_any_page_is_asked_then_it_is_not_there(client, dossier):
    toetsing = ToetsingFactory(dossier=dossier)
    client.force_login(MedewerkerFactory())

    antwoorden = [
        client.get(reverse("toetsing:overzicht", args=[dossier.pk])),
        client.get(adres(dossier)),
        client.post(adres(dossier), INGEVULD),
        client.post(adres(dossier, "concept"), {"feiten": "x"}),
        client.get(adres(dossier, "signaal")),
        client.get(reverse("toetsing:toetsing", args=[dossier.pk, toetsing.pk])),
        client.get(reverse("toetsing:overzicht", args=[uuid4()])),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 7
    assert Toetsing.objects.count() == 1


def test_given_a_manager_when_recording_then_the_page_says_that_the_role_may_not(client, dossier):
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    assert client.get(reverse("toetsing:overzicht", args=[dossier.pk])).status_code == 200
    assert client.post(adres(dossier), INGEVULD).status_code == 403
    assert client.post(adres(dossier, "concept"), INGEVULD).status_code == 403
    assert not Toetsing.objects.exists()


def test_given_typing_when_it_is_kept_or_refused_then_nothing_is_shown_and_no_look_is_recorded(
    client, dossier
):
    bewaard = client.post(adres(dossier, "concept"), INGEVULD)
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))
    geweigerd = client.post(adres(dossier, "concept"), INGEVULD)

    assert [sorted(antwoord.json()) for antwoord in (bewaard, geweigerd)] == [
        ["ander", "bewaard_om"],
        ["ander"],
    ]
    assert not Inzage.objects.exists()


def test_given_a_filled_form_when_it_is_sent_then_it_is_recorded_as_typed(client, dossier):
    antwoord = client.post(adres(dossier), INGEVULD)

    toetsing = Toetsing.objects.get()
    assert antwoord.url == reverse("toetsing:overzicht", args=[dossier.pk]) + "?vastgelegd=medisch#medisch"
    assert (toetsing.getoetst_op, toetsing.bronnen, toetsing.door) == (
        date(2022, 2, 10),
        ["gesprek van 10 februari", "brief huisarts"],
        dossier.regievoerder,
    )


def test_given_wrong_input_when_it_is_sent_then_everything_typed_is_still_there(client, dossier):
    antwoord = client.post(adres(dossier), INGEVULD | {"getoetst_op_dag": "31", "conclusie": ""})

    form = antwoord.context["form"]
    assert antwoord.status_code == 422
    assert form.errors == {
        "getoetst_op": ["31 februari 2022 bestaat niet. Februari 2022 heeft 28 dagen."],
        "conclusie": ["Kies een antwoord."],
    }
    assert (form["feiten"].value(), form["bronnen"].value()) == (INGEVULD["feiten"], INGEVULD["bronnen"])


def test_given_a_source_that_is_too_long_when_it_is_sent_then_its_line_is_named(client, dossier):
    antwoord = client.post(adres(dossier), INGEVULD | {"bronnen": "kort\n" + "x" * 201})

    assert antwoord.context["form"].errors == {
        "bronnen": ["Regel 2 is te lang. Gebruik ten hoogste 200 tekens per regel."]
    }


def test_given_no_weighing_when_it_is_sent_then_it_is_kept_and_the_page_says_why_it_does_not_count(
    client, dossier
):
    antwoord = client.post(adres(dossier), INGEVULD | {"afweging": ""}, follow=True)

    kaart = antwoord.context["kaarten"][0]
    assert [str(m) for m in antwoord.context["messages"]] == [
        "Medisch is bewaard, maar telt nog niet. Er is geen afweging ingevuld."
    ]
    assert (kaart.stand.stand, kaart.stand.bezwaren) == ("ontbreekt", ("Er is geen afweging ingevuld.",))


def test_given_a_colleague_recorded_meanwhile_when_it_is_sent_then_both_texts_stand_side_by_side(
    client, dossier
):
    ToetsingFactory(dossier=dossier, afweging="De tekst van de collega.")

    antwoord = client.post(adres(dossier), INGEVULD)

    assert antwoord.status_code == 409
    afweging = next(o for o in antwoord.context["onderdelen"] if o.titel == "Afweging")
    assert (afweging.oud, afweging.nieuw) == ("De tekst van de collega.", INGEVULD["afweging"])
    assert antwoord.context["form"]["afweging"].value() == INGEVULD["afweging"]
    assert client.post(adres(dossier), INGEVULD | {"versie": "1"}).status_code == 302
    assert Toetsing.objects.count() == 2


def test_given_a_half_typed_form_when_it_is_kept_then_it_comes_back_as_it_was(client, dossier):
    half = INGEVULD | {"getoetst_op_dag": "3", "getoetst_op_jaar": "", "conclusie": ""}

    bewaard = client.post(adres(dossier, "concept"), half)

    form = client.get(adres(dossier)).context["form"]
    assert (bewaard.status_code, bewaard.json()["ander"]) == (200, "")
    assert (form["feiten"].value(), form["getoetst_op"].value()) == (INGEVULD["feiten"], ["3", "2", ""])
    assert form["versie"].value() == 0


def test_given_a_colleagues_draft_when_the_form_is_opened_then_it_stays_theirs(client, dossier):
    client.post(adres(dossier, "concept"), INGEVULD)
    client.force_login(MedewerkerFactory(team=dossier.team))

    assert client.get(adres(dossier)).context["form"]["feiten"].value() is None
    assert Concept.objects.count() == 1


def test_given_a_record_meanwhile_when_the_draft_is_kept_then_it_says_so_and_keeps_the_draft(client, dossier):
    ToetsingFactory(dossier=dossier)

    antwoord = client.post(adres(dossier, "concept"), INGEVULD)

    assert antwoord.json()["ander"] == (
        "Een collega heeft dit moment intussen ook vastgelegd. Uw tekst blijft bewaard."
    )
    assert Concept.objects.get().velden == INGEVULD


def test_given_anything_else_in_the_request_when_a_draft_is_kept_then_only_the_form_is(client, dossier):
    client.post(
        adres(dossier, "concept"), INGEVULD | {"csrfmiddlewaretoken": "x", "vreemd": "y", "vervolg": "a\0b"}
    )

    assert Concept.objects.get().velden == INGEVULD | {"vervolg": "ab"}


def test_given_a_signal_when_it_is_sent_then_the_moment_is_open_again(client, dossier):
    ToetsingFactory(dossier=dossier)
    gegevens = {
        "ontvangen_op_dag": "4",
        "ontvangen_op_maand": "2",
        "ontvangen_op_jaar": "2022",
        "bron": "coa",
        "toelichting": "Hij sliep drie nachten niet.",
    }

    antwoord = client.post(adres(dossier, "signaal"), gegevens, follow=True)

    kaart = antwoord.context["kaarten"][0]
    assert (kaart.stand.stand, [s.toelichting for s in kaart.open_signalen]) == (
        "aanwijzing",
        ["Hij sliep drie nachten niet."],
    )


def test_given_a_signal_without_a_source_when_it_is_sent_then_it_is_not_recorded(client, dossier):
    antwoord = client.post(adres(dossier, "signaal"), {"bron": "", "toelichting": "Iets."})

    assert (antwoord.status_code, antwoord.context["form"]["toelichting"].value()) == (422, "Iets.")
    assert not Signaal.objects.exists()


def test_given_a_signal_dated_before_but_recorded_after_when_the_tab_is_opened_then_it_waits_for_an_answer(
    client, dossier
):
    ToetsingFactory(dossier=dossier, vastgelegd_op="2022-02-03T12:00:00Z")
    SignaalFactory(dossier=dossier, ontvangen_op=date(2022, 2, 1), vastgelegd_op="2022-02-04T12:00:00Z")

    kaart = client.get(reverse("toetsing:overzicht", args=[dossier.pk])).context["kaarten"][0]

    assert kaart.stand.stand == "aanwijzing"


def test_given_one_text_in_five_dossiers_when_the_tab_is_opened_then_it_is_a_hint(client, dossier):
    ToetsingFactory(dossier=dossier, afweging="Geen bijzonderheden bekend bij ons in deze zaak.")
    for _ in range(4):
        ToetsingFactory(afweging="geen bijzonderheden, bekend bij ons in deze zaak")

    kaart = client.get(reverse("toetsing:overzicht", args=[dossier.pk])).context["kaarten"][0]

    assert kaart.stand.hints == ("Deze afweging staat woordelijk in 5 dossiers. Gaat zij over deze persoon?",)


@pytest.mark.parametrize(
    ("afweging", "woorden"),
    [
        ("n.v.t.", "Vastgelegd in dit stadium"),
        ("De huisarts ziet geen bezwaar tegen reizen.", "Actueel, inhoudelijk vastgelegd"),
    ],
)
def test_given_a_text_that_asks_for_a_second_look_when_the_tab_is_opened_then_the_mark_claims_no_substance(
    client, dossier, afweging, woorden
):
    ToetsingFactory(dossier=dossier, getoetst_op=date(2022, 3, 1), afweging=afweging)

    kaart = client.get(reverse("toetsing:overzicht", args=[dossier.pk])).context["kaarten"][0]

    assert (kaart.stand.stand, kaart.stand_tekst) == ("actueel", woorden)


def test_given_a_record_when_it_is_opened_then_it_is_shown_with_its_stage(client, dossier):
    toetsing = ToetsingFactory(dossier=dossier, zonder_afweging=True)

    antwoord = client.get(reverse("toetsing:toetsing", args=[dossier.pk, toetsing.pk]))

    assert (antwoord.context["stadium"], antwoord.context["telt_niet"]) == (
        "Na de overdracht",
        ["Er is geen afweging ingevuld."],
    )


@pytest.mark.parametrize("moment", ["onzin", "medisch2"])
def test_given_a_moment_that_does_not_exist_when_asked_then_it_is_not_there(client, dossier, moment):
    assert client.get(adres(dossier, moment=moment)).status_code == 404


def test_given_few_or_many_records_when_the_tab_is_opened_then_the_number_of_queries_is_the_same(
    client, dossier, django_assert_max_num_queries
):
    def aantal() -> int:
        with django_assert_max_num_queries(60) as gevraagd:
            client.get(reverse("toetsing:overzicht", args=[dossier.pk]))
        return len(gevraagd)

    ToetsingFactory(dossier=dossier)
    SignaalFactory(dossier=dossier)
    bij_een = aantal()
    for _ in range(29):
        ToetsingFactory(dossier=dossier)
        SignaalFactory(dossier=dossier)

    assert aantal() == bij_een
