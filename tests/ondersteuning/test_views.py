"""The pages of wishes: what waits comes first, and nothing typed is lost."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, BijdrageFactory, WensFactory, zet_verwijzing
from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.models import Begroting, Bijdrage, Verwijzing, Wens

pytestmark = pytest.mark.django_db

ANTWOORD = {
    "versie": "1", "vervolg": "doorverwezen", "antwoord": "De IOM belt u deze week.",
    "vervolg_op_dag": "20", "vervolg_op_maand": "2", "vervolg_op_jaar": "2022",
}  # fmt: skip


@pytest.fixture
def wens():
    return WensFactory()


@pytest.fixture
def regie(client, wens, monkeypatch):
    """A browser in which the regievoerder of the wish is logged in, on 21 February 2022."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2022, 2, 21))
    client.force_login(wens.dossier.regievoerder)
    return client


def url(naam, wens):
    return reverse(f"ondersteuning:{naam}", args=[wens.dossier_id, wens.pk])


def lijst_url(dossier_id, naam="wensen"):
    return reverse(f"ondersteuning:{naam}", args=[dossier_id])


def test_given_one_or_thirty_wishes_when_listed_then_the_number_of_queries_is_the_same(
    regie, wens, django_assert_max_num_queries
):
    zet_verwijzing(wens.dossier)
    BijdrageFactory(dossier=wens.dossier, wens=wens)
    regie.get(lijst_url(wens.dossier_id))
    with django_assert_max_num_queries(500) as een:
        regie.get(lijst_url(wens.dossier_id))
    for _ in range(29):
        ander = WensFactory(dossier=wens.dossier)
        zet_verwijzing(wens.dossier)
        BijdrageFactory(dossier=wens.dossier, wens=ander)

    with django_assert_max_num_queries(500) as dertig:
        pagina = regie.get(lijst_url(wens.dossier_id))

    assert len(dertig) == len(een)
    assert len(pagina.context["wensen"]) == 30


def test_given_a_wish_that_waits_when_listed_then_its_last_day_is_two_weeks_on(regie, wens):
    WensFactory(dossier=wens.dossier, beantwoord=True, geuit_op=date(2022, 2, 1))

    regels = regie.get(lijst_url(wens.dossier_id)).context["wensen"]

    assert [(regel.wens.is_open, regel.uiterlijk_op) for regel in regels] == [
        (True, date(2022, 3, 1)),
        (False, None),
    ]


def test_given_no_wish_when_listed_then_the_page_says_what_to_do(client):
    dossier = DossierFactory()
    client.force_login(dossier.regievoerder)

    assert "Er is nog geen wens vastgelegd" in client.get(lijst_url(dossier.pk)).content.decode()


def alle_adressen(wens):
    """Every page of this room about the dossier of this wish, with a referral and a contribution in it."""
    zet_verwijzing(wens.dossier)
    bijdrage = BijdrageFactory(dossier=wens.dossier)
    over_wens = ("beoordelen", "beantwoorden", "vertellen", "past_hierbij")
    return [
        *(lijst_url(wens.dossier_id, naam) for naam in ("wensen", "nieuw", "verwijzen", "bijdrage")),
        *(url(naam, wens) for naam in over_wens),
        *(
            reverse(f"ondersteuning:{naam}", args=[wens.dossier_id, 0])
            for naam in ("opvolging", "resultaat", "einde")
        ),
        reverse("ondersteuning:besluit", args=[wens.dossier_id, bijdrage.pk]),
    ]


def test_given_an_outsider_when_opening_any_page_then_there_is_none(client, wens):
    adressen = alle_adressen(wens)
    client.force_login(wens.dossier.regievoerder)
    assert {client.get(adres).status_code for adres in adressen} == {200}

    client.force_login(MedewerkerFactory())

    assert {client.get(adres).status_code for adres in adressen} == {404}
    assert {client.post(adres, {}).status_code for adres in adressen} <= {404, 405}


def test_given_a_wish_or_contribution_of_another_dossier_when_opened_then_it_is_not_there(regie, wens):
    ander = WensFactory(dossier__regievoerder=wens.dossier.regievoerder)
    bijdrage = BijdrageFactory(dossier=ander.dossier)

    adressen = [
        reverse("ondersteuning:beantwoorden", args=[wens.dossier_id, ander.pk]),
        reverse("ondersteuning:besluit", args=[wens.dossier_id, bijdrage.pk]),
        reverse("ondersteuning:opvolging", args=[wens.dossier_id, 0]),
    ]

    assert {regie.get(adres).status_code for adres in adressen} == {404}


def test_given_a_wish_when_it_is_posted_then_it_is_kept(regie, wens):
    antwoord = regie.post(
        lijst_url(wens.dossier_id, "nieuw"),
        {
            "omschrijving": "Ik wil naar mijn zus in Basra.", "soort": "onderdak", "bron": "coa",
            "geuit_op_dag": "18", "geuit_op_maand": "2", "geuit_op_jaar": "2022",
        },
    )  # fmt: skip

    nieuw = Wens.objects.exclude(pk=wens.pk).get()
    assert (antwoord.status_code, antwoord["Location"]) == (302, lijst_url(wens.dossier_id))
    assert (nieuw.omschrijving, nieuw.geuit_op, nieuw.bron) == (
        "Ik wil naar mijn zus in Basra.", date(2022, 2, 18), "coa",
    )  # fmt: skip


def test_given_a_day_to_come_when_a_wish_is_posted_then_the_field_says_so_and_all_is_kept(regie, wens):
    antwoord = regie.post(
        lijst_url(wens.dossier_id, "nieuw"),
        {
            "omschrijving": "Naar mijn zus.", "soort": "onderdak", "bron": "coa",
            "geuit_op_dag": "22", "geuit_op_maand": "2", "geuit_op_jaar": "2022",
        },
    )  # fmt: skip

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {
        "geuit_op": ["Deze dag moet nog komen. Vul de dag in waarop de wens is geuit."]
    }
    assert "Naar mijn zus." in antwoord.content.decode()


def test_given_an_answer_when_it_is_posted_then_the_wish_shows_it(regie, wens):
    antwoord = regie.post(url("beantwoorden", wens), ANTWOORD)

    assert antwoord["Location"] == f"{lijst_url(wens.dossier_id)}#wens-{wens.pk}"
    assert "De IOM belt u deze week." in regie.get(lijst_url(wens.dossier_id)).content.decode()


def test_given_a_judgment_when_it_is_posted_then_the_wish_shows_it(regie, wens):
    regie.post(
        url("beoordelen", wens),
        {"versie": "1", "beoordeling": "nader_onderzoek", "reden": "De IOM zoekt het uit."},
    )

    wens.refresh_from_db()
    assert (wens.beoordeling, wens.beoordeling_reden) == ("nader_onderzoek", "De IOM zoekt het uit.")


def test_given_a_colleague_answered_when_answering_then_both_texts_are_shown_and_mine_can_follow(regie, wens):
    Wens.objects.filter(pk=wens.pk).update(versie=2, antwoord="Van de collega.", vervolg="uitgelegd")

    antwoord = regie.post(url("beantwoorden", wens), ANTWOORD)

    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "collega" in tekst
    assert antwoord.context["verschil"][0].oud == "Van de collega."
    assert antwoord.context["form"]["antwoord"].value() == "De IOM belt u deze week."
    assert regie.post(url("beantwoorden", wens), ANTWOORD | {"versie": "2"}).status_code == 302


def test_given_no_wish_was_voiced_when_answering_then_one_goes_back(regie, wens):
    geen = WensFactory(dossier=wens.dossier, geen_wens=True)

    assert regie.get(url("beantwoorden", geen))["Location"] == lijst_url(wens.dossier_id)


def test_given_a_manager_when_reading_then_there_is_nothing_to_press(client, wens):
    client.force_login(MedewerkerFactory(manager=True, team=wens.dossier.team))

    assert "Geef antwoord" not in client.get(lijst_url(wens.dossier_id)).content.decode()


def versie_van(dossier):
    return str(Dossier.objects.get(pk=dossier.pk).versie)


VERWIJZING = {
    "naar": "ngo", "organisatie": "Stichting Proef", "toestemming": "ja", "waarvoor": "Een plan maken.",
    "op_dag": "20", "op_maand": "2", "op_jaar": "2022",
    "volgende_op_dag": "6", "volgende_op_maand": "3", "volgende_op_jaar": "2022",
}  # fmt: skip


def test_given_a_project_when_referring_from_a_wish_then_the_form_knows_both(regie, wens):
    aanbod = AanbodFactory()
    adres = f"{lijst_url(wens.dossier_id, 'verwijzen')}?wens={wens.pk}&aanbod={aanbod.pk}"

    form = regie.get(adres).context["form"]

    assert (form["wens_id"].value(), form["naar"].value(), form["organisatie"].value()) == (
        str(wens.pk), "ngo", "Stichting Proefproject",
    )  # fmt: skip
    assert form["toestemming"].value() is None


def test_given_an_address_with_keys_of_nothing_when_referring_then_the_form_is_blank_or_not_there(
    regie, wens
):
    adres = lijst_url(wens.dossier_id, "verwijzen")

    assert regie.get(f"{adres}?wens=zomaar&aanbod=iets").context["form"]["wens_id"].value() == "geen"
    assert regie.get(f"{adres}?aanbod={wens.pk}").status_code == 404


def test_given_consent_when_a_referral_is_posted_then_the_page_shows_who_keeps_the_regie(regie, wens):
    aanbod = AanbodFactory()

    antwoord = regie.post(
        lijst_url(wens.dossier_id, "verwijzen"),
        VERWIJZING
        | {"wens_id": str(wens.pk), "aanbod_id": str(aanbod.pk), "versie": versie_van(wens.dossier)},
    )

    rij = Verwijzing.objects.get()
    assert antwoord["Location"] == f"{lijst_url(wens.dossier_id)}#verwijzingen"
    assert (rij.wens, rij.aanbod, rij.organisatie) == (wens, aanbod, "Stichting Proef")
    tekst = regie.get(lijst_url(wens.dossier_id)).content.decode()
    assert f"De regie blijft bij {wens.dossier.regievoerder.naam}, ook nu een ander helpt." in tekst


def test_given_a_no_when_it_is_posted_then_nothing_more_is_asked_and_the_page_says_it_has_no_effect(
    regie, wens
):
    nee = VERWIJZING | {"toestemming": "nee", "waarvoor": "", "wens_id": "geen"}

    antwoord = regie.post(
        lijst_url(wens.dossier_id, "verwijzen"), nee | {"versie": versie_van(wens.dossier)}, follow=True
    )

    assert "Dat heeft geen gevolgen en het kan later altijd nog." in antwoord.content.decode()
    assert antwoord.context["verwijzingen"] == []


def test_given_an_incomplete_referral_when_it_is_posted_then_every_field_says_what_to_do(regie, wens):
    antwoord = regie.post(
        lijst_url(wens.dossier_id, "verwijzen"),
        VERWIJZING | {"organisatie": "", "waarvoor": "", "wens_id": "geen"},
    )

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {
        "organisatie": ["Schrijf op om welke organisatie het gaat."],
        "waarvoor": ["Schrijf op wat u de organisatie vraagt, in gewone woorden."],
    }


def test_given_a_dossier_that_changed_when_a_referral_is_posted_then_409_keeps_all_and_mine_can_follow(
    regie, wens
):
    adres, vol = lijst_url(wens.dossier_id, "verwijzen"), VERWIJZING | {"wens_id": "geen"}
    Dossier.objects.filter(pk=wens.dossier_id).update(versie=7)

    antwoord = regie.post(adres, vol | {"versie": "6"})

    assert (antwoord.status_code, antwoord.context["versie"]) == (409, 7)
    assert antwoord.context["form"]["waarvoor"].value() == "Een plan maken."
    assert regie.post(adres, vol | {"versie": "7"}).status_code == 302


def test_given_two_referrals_when_the_duty_is_followed_then_it_leads_to_the_one_that_waits_longest(
    regie, wens
):
    adres = lijst_url(wens.dossier_id, "eerste_opvolging")
    assert regie.get(adres)["Location"] == f"{lijst_url(wens.dossier_id)}#verwijzingen"
    zet_verwijzing(wens.dossier, verwezen_op="2022-02-12")
    zet_verwijzing(wens.dossier, verwezen_op="2022-02-03")

    assert regie.get(adres)["Location"] == reverse("ondersteuning:opvolging", args=[wens.dossier_id, 1])


@pytest.mark.parametrize(
    ("naam", "velden", "woord"),
    [
        ("opvolging", {"hoe": "Het eerste gesprek was goed."}, "Voor het eerst nagegaan"),
        ("resultaat", {"uitkomst": "deels", "resultaat": "Een deel kan.", "bedrag": "350,50"}, "€ 350,50"),
        ("einde", {"einde": "kan_niet_helpen", "toelichting": "Het project is vol."}, "Beëindigd op"),
    ],
)
def test_given_a_referral_when_a_step_is_posted_then_the_page_shows_it(regie, wens, naam, velden, woord):
    zet_verwijzing(wens.dossier)
    dag = {"op_dag": "20", "op_maand": "2", "op_jaar": "2022", "versie": versie_van(wens.dossier)}

    antwoord = regie.post(reverse(f"ondersteuning:{naam}", args=[wens.dossier_id, 0]), velden | dag)

    assert antwoord["Location"] == f"{lijst_url(wens.dossier_id)}#verwijzing-0"
    assert woord in regie.get(lijst_url(wens.dossier_id)).content.decode()


def test_given_a_contribution_when_asked_and_a_colleague_decides_then_the_page_shows_both(regie, wens):
    dag = {"op_dag": "20", "op_maand": "2", "op_jaar": "2022"}
    regie.post(
        lijst_url(wens.dossier_id, "bijdrage"),
        dag
        | {
            "wens_id": str(wens.pk),
            "vorm": "natura",
            "waarvoor": "Een kist voor gereedschap.",
            "bedrag": "€ 120",
        },
    )
    bijdrage = Bijdrage.objects.get()
    Begroting.objects.create(jaar=2022, bedrag=1000)
    adres = reverse("ondersteuning:besluit", args=[wens.dossier_id, bijdrage.pk])
    besluit = {"versie": "1", "besluit": "toegekend", "bedrag": "100", "reden": "Zo kan hij werken."}

    zelf = regie.get(adres)
    zelf_gestuurd = regie.post(adres, besluit)
    regie.force_login(MedewerkerFactory(team=wens.dossier.team))
    antwoord = regie.post(adres, besluit)

    bijdrage.refresh_from_db()
    assert zelf.content.decode().count("U vroeg deze bijdrage zelf aan.") == 1
    assert zelf.content.decode().count("Bewaar het besluit") == 0
    assert zelf_gestuurd.status_code == 422
    assert antwoord["Location"] == f"{lijst_url(wens.dossier_id)}#bijdrage-{bijdrage.pk}"
    assert (bijdrage.gevraagd_bedrag, bijdrage.bedrag, bijdrage.wens) == (120, 100, wens)
    assert "Zo kan hij werken." in regie.get(lijst_url(wens.dossier_id)).content.decode()


def test_given_an_amount_that_is_no_amount_when_posted_then_the_field_says_how_to_write_it(regie, wens):
    antwoord = regie.post(
        lijst_url(wens.dossier_id, "bijdrage"), {"bedrag": "veel", "wens_id": "geen", "vorm": "geld"}
    )

    assert antwoord.context["form"].errors["bedrag"] == [
        "Schrijf het bedrag in cijfers, bijvoorbeeld 350 of 350,50."
    ]


def test_given_an_answer_when_telling_is_posted_then_the_page_says_when_the_person_heard_it(regie, wens):
    regie.post(url("beantwoorden", wens), ANTWOORD)
    assert (
        "De vreemdeling heeft dit nog niet gehoord." in regie.get(lijst_url(wens.dossier_id)).content.decode()
    )

    regie.post(
        url("vertellen", wens),
        {
            "versie": "2", "wijze": "telefoon", "reactie": "Goed.",
            "verteld_op_dag": "21", "verteld_op_maand": "2", "verteld_op_jaar": "2022",
        },
    )  # fmt: skip

    tekst = regie.get(lijst_url(wens.dossier_id)).content.decode()
    assert "De vreemdeling hoorde dit op maandag 21 februari 2022, telefonisch." in tekst


def test_given_a_manager_when_posting_then_the_page_says_it_is_not_her_role(client, wens):
    zet_verwijzing(wens.dossier)
    client.force_login(MedewerkerFactory(manager=True, team=wens.dossier.team))

    antwoord = client.post(
        reverse("ondersteuning:einde", args=[wens.dossier_id, 0]),
        {
            "einde": "anders", "toelichting": "Klaar.", "versie": versie_van(wens.dossier),
            "op_dag": "20", "op_maand": "2", "op_jaar": "2022",
        },
    )  # fmt: skip

    assert antwoord.status_code == 403


def test_given_a_closed_dossier_when_reading_then_there_is_nothing_to_press_and_posting_says_why(regie, wens):
    Dossier.objects.filter(pk=wens.dossier_id).update(gesloten_op=date(2022, 2, 21))

    pagina = regie.get(lijst_url(wens.dossier_id))
    antwoord = regie.post(url("beantwoorden", wens), ANTWOORD)

    assert pagina.context["mag_schrijven"] is False
    assert antwoord.status_code == 403
    assert Wens.objects.get().vervolg is None
