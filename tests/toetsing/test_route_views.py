"""The routes as a colleague meets them: one page a route, one form a step, and words that not everybody reads."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import RouteregelFactory, SignaalFactory, ToetsingFactory
from tests.toetsing.routehulp import adres, vandaag, zet
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toetsing.models import Routeregel
from verantwoord.toetsing.route.fasen import FASEN
from verantwoord.toetsing.route.formulieren import FORMULIEREN

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory(ontvangen_op=timezone.localdate() - timedelta(days=30))


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


@pytest.fixture
def collega(dossier):
    return MedewerkerFactory(team=dossier.team)


def alle_stappen():
    return [(moment.value, naam) for moment, stappen in FORMULIEREN.items() for naam in stappen]


@pytest.mark.parametrize("moment", FASEN)
def test_given_a_route_when_its_page_opens_then_every_step_stands_once_in_its_part_of_the_road(
    client, dossier, moment
):
    pagina = lees(client.get(reverse("toetsing:route", args=[dossier.pk, moment.value])))

    stappen = [a.get("href") for a in vind(pagina, ".vw-routefasen a")]
    assert sorted(stappen) == sorted(adres(dossier, moment.value, naam) for naam in FORMULIEREN[moment])
    assert [tekst(h) for h in vind(pagina, ".vw-routefasen h4")] == [str(titel) for titel, _ in FASEN[moment]]


@pytest.mark.parametrize(("moment", "stap"), alle_stappen())
def test_given_any_step_when_it_is_opened_or_sent_empty_or_strange_then_it_answers_with_a_page(
    client, dossier, moment, stap
):
    dossier.persoon.gemachtigde = "mr. A. Proef"
    dossier.persoon.save()
    pad = adres(dossier, moment, stap)
    velden = FORMULIEREN[dict(zip(FORMULIEREN, FORMULIEREN, strict=True))[moment]][stap].base_fields

    antwoorden = [
        client.get(pad),
        client.post(pad, {}),
        client.post(pad, dict.fromkeys(velden, "é" * 25_000) | {"versie": "1"}),
        client.post(pad, dict.fromkeys(velden, "\0") | {"versie": "9" * 5000}),
    ]

    if (moment, stap) == ("schrijnend", "tweede-lezer"):
        assert "Vraag een andere regievoerder" in antwoorden[0].content.decode()
    assert [antwoord.status_code for antwoord in antwoorden] == [200, 422, 422, 422]
    assert not Routeregel.objects.exists()


@pytest.mark.parametrize(("moment", "stap"), [("medisch", "politie"), ("onzin", "besluit"), ("medisch", "x")])
def test_given_a_step_of_another_route_when_asked_then_it_is_not_there(client, dossier, moment, stap):
    assert client.get(adres(dossier, moment, stap)).status_code == 404


def test_given_an_outsider_or_a_dossier_that_does_not_exist_when_asked_then_both_look_alike(client, dossier):
    client.force_login(MedewerkerFactory())

    antwoorden = [
        client.get(adres(dossier, "medisch")),
        client.get(adres(dossier, "medisch", "toestemming")),
        zet(client, dossier, "medisch", "toestemming", antwoord="ja", namens="persoon", **vandaag("op")),
        client.get(reverse("toetsing:route", args=[uuid4(), "medisch"])),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 4
    assert not Routeregel.objects.exists()


def test_given_a_manager_when_a_step_is_sent_then_the_page_says_that_the_role_may_not(client, dossier):
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    antwoord = zet(
        client, dossier, "medisch", "toestemming", antwoord="ja", namens="persoon", **vandaag("op")
    )

    assert antwoord.status_code == 403
    assert not Routeregel.objects.exists()


def test_given_no_consent_when_data_are_asked_for_then_the_gate_says_no_and_offers_other_ways(
    client, dossier
):
    zet(client, dossier, "medisch", "toestemming", antwoord="nee", namens="persoon", **vandaag("op"))

    getoond = client.get(adres(dossier, "medisch", "gegevens"))
    verstuurd = zet(client, dossier, "medisch", "gegevens", doel="artikel_64", via="bma", **vandaag("op"))

    assert [b.norm for b in getoond.context["tegen"]] == ["medisch-toestemming"]
    assert len(getoond.context["mogelijkheden"]) == 3
    assert (verstuurd.status_code, Routeregel.objects.filter(stap="gegevens").count()) == (409, 0)


def test_given_consent_when_it_is_withdrawn_then_the_next_request_is_refused_at_once(client, dossier):
    vraag = {"doel": "artikel_64", "via": "bma"} | vandaag("op")
    zet(client, dossier, "medisch", "toestemming", antwoord="ja", namens="persoon", **vandaag("op", 3))

    mag = zet(client, dossier, "medisch", "gegevens", **vraag)
    zet(client, dossier, "medisch", "intrekken", via="persoon", **vandaag("op"))
    mag_niet = zet(client, dossier, "medisch", "gegevens", **vraag)

    assert (mag.status_code, mag_niet.status_code) == (302, 409)
    assert [r.stap for r in Routeregel.objects.order_by("vastgelegd_op")] == [
        "toestemming",
        "gegevens",
        "intrekken",
    ]


def test_given_a_refusal_when_everything_is_judged_then_no_answer_and_no_mark_changes_but_the_one_about_data(
    client, dossier
):
    def oordelen():
        herbeoordeel([dossier.pk])
        antwoord = client.get(f"/api/v1/dossiers/{dossier.pk}/beoordeling").json()
        return {b["norm"]: b["oordeel"] for b in antwoord["beoordeling"]["bevindingen"]}, {
            h["handeling"]: h["mag"] for h in antwoord["beoordeling"]["handelingen"]
        }

    normen, handelingen = oordelen()
    zet(client, dossier, "medisch", "toestemming", antwoord="nee", namens="persoon", **vandaag("op"))
    normen_na, handelingen_na = oordelen()

    assert {norm for norm in normen if normen[norm] != normen_na[norm]} == {"medisch-toestemming"}
    assert handelingen == handelingen_na


def test_given_a_step_when_it_is_taken_then_facts_history_event_and_version_agree(client, dossier):
    antwoord = zet(
        client,
        dossier,
        "buiten_schuld",
        "poging",
        omschrijving="ambassade bezocht",
        bewijs="afspraakbevestiging",
        toelichting="Zij gaven geen formulier mee.",
        **vandaag("op", 2),
    )

    regel = Routeregel.objects.get()
    gebeurtenis = Gebeurtenis.objects.get(soort="buiten_schuld.poging")
    assert antwoord.url == adres(dossier, "buiten_schuld")
    assert beeld_of(dossier.pk).buiten_schuld.eigen_pogingen == ("ambassade bezocht",)
    assert (regel.toelichting, regel.invoer["bewijs"], regel.door_naam) == (
        "Zij gaven geen formulier mee.",
        "afspraakbevestiging",
        dossier.regievoerder.naam,
    )
    assert gebeurtenis.gegevens == {
        "route": "buiten_schuld",
        "stap": "poging",
        "wijzigingen": {"buiten_schuld.eigen_pogingen[0]": [None, "ambassade bezocht"]},
    }
    pagina = client.get(adres(dossier, "buiten_schuld"))
    (gedaan,) = pagina.context["historie"]
    assert [(f.naam, f.waarde) for f in gedaan.feiten] == [
        ("Wat is geprobeerd", "ambassade bezocht"),
        ("Welk bewijs is er", "afspraakbevestiging"),
    ]


def test_given_a_colleague_was_first_when_a_step_is_sent_then_it_is_kept_and_asked_again(client, dossier):
    velden = {"versie": dossier.versie, "omschrijving": "brief geschreven"} | vandaag("op")
    zet(client, dossier, "buiten_schuld", "poging", omschrijving="iets anders", **vandaag("op"))

    conflict = client.post(adres(dossier, "buiten_schuld", "poging"), velden)

    form = conflict.context["form"]
    assert (conflict.status_code, form["omschrijving"].value()) == (409, "brief geschreven")
    opnieuw = velden | {"versie": form["versie"].value()}
    assert client.post(adres(dossier, "buiten_schuld", "poging"), opnieuw).status_code == 302
    assert beeld_of(dossier.pk).buiten_schuld.eigen_pogingen == ("iets anders", "brief geschreven")


def test_given_a_day_that_is_still_to_come_when_a_step_is_sent_then_it_is_refused_at_its_field(
    client, dossier
):
    antwoord = zet(client, dossier, "buiten_schuld", "poging", omschrijving="ambassade", **vandaag("op", -1))

    assert antwoord.context["form"].errors == {
        "op": ["Deze dag moet nog komen. Leg dit vast als het is gebeurd."]
    }


def test_given_the_whole_medical_route_when_walked_then_each_page_names_the_next_step_and_departure_stands_still(
    client, dossier
):
    def volgende():
        stand = client.get(adres(dossier, "medisch")).context["kaart"].routestand
        return stand.volgende and stand.volgende.stap, stand.vertrek.titel

    stappen = [volgende()]
    for stap, velden in (
        ("aanwijzing", vandaag("aanwijzing_op")),
        ("ambtshalve", {"toelichting": "Nierdialyse kan niet wachten."} | vandaag("op")),
        ("bma", {"uitkomst": "reizen_kan_niet"} | vandaag("op")),
        (
            "besluit",
            {"art64_besluit": "toegekend", "reisvoorwaarden": "verpleegkundige mee"}
            | vandaag("op")
            | vandaag("art64_van")
            | vandaag("art64_tot", -180),
        ),
        (
            "overdracht",
            {"waar": "ziekenhuis Proefstad", "via": "dia", "toelichting": "Zij haalt hem op."}
            | vandaag("op"),
        ),
    ):
        assert zet(client, dossier, "medisch", stap, **velden).status_code == 302
        stappen.append(volgende())

    assert stappen == [
        (None, "Deze route houdt het vertrek nu niet tegen"),
        ("ambtshalve", "Deze route houdt het vertrek nu niet tegen"),
        ("bma", "Vertrekstappen wachten"),
        ("besluit", "Vertrekstappen wachten"),
        ("overdracht", "Het vertrek is opgeschort"),
        (None, "Het vertrek is opgeschort"),
    ]
    assert "Opgeschort tot en met" in client.get(f"/dossiers/{dossier.pk}/").content.decode()


def test_given_the_route_buiten_schuld_when_walked_then_a_positive_advice_goes_to_the_ind(client, dossier):
    def volgende():
        stand = client.get(adres(dossier, "buiten_schuld")).context["kaart"].routestand
        return stand.volgende and stand.volgende.stap

    reden = {"toelichting": "De brief van de ambassade zit in het dossier."}
    stappen = []
    for stap, velden in (
        ("poging", {"omschrijving": "ambassade bezocht"} | vandaag("op", 9)),
        ("bemiddeling", {"bij": "de ambassade"} | vandaag("bemiddeling_gevraagd_op", 8)),
        (
            "bemiddeling-mislukt",
            {"waardoor": "geen_document"} | reden | vandaag("bemiddeling_mislukt_op", 2),
        ),
        ("voorwaarden", {"identiteit_twijfel": "nee", "meewerkend": "ja"} | reden | vandaag("op", 1)),
        ("advies", {"uitkomst": "positief", "gedeeld": ["persoon"]} | reden | vandaag("op")),
        ("besluit", {"ind_besluit": "ingewilligd"} | vandaag("ind_besloten_op")),
    ):
        assert zet(client, dossier, "buiten_schuld", stap, **velden).status_code == 302
        stappen.append(volgende())

    assert stappen == ["bemiddeling", "bemiddeling-mislukt", "voorwaarden", "advies", "besluit", None]
    assert beeld_of(dossier.pk).buiten_schuld.ind_besluit == "ingewilligd"


def test_given_hardship_when_the_route_is_walked_then_another_person_reads_and_the_register_keeps_every_talk(
    client, dossier, collega
):
    for omschrijving in ("zijn zus overleed hier", "zijn kind is ernstig ziek"):
        zet(
            client, dossier, "schrijnend", "factor", soort="overlijden", omschrijving=omschrijving,
            **vandaag("op"),
        )  # fmt: skip
    lezen = {"oordeel": "nee", "toelichting": "Ik zie dit niet als samenloop."} | vandaag("op")

    assert zet(client, dossier, "schrijnend", "tweede-lezer", **lezen).status_code == 403
    client.force_login(collega)
    assert zet(client, dossier, "schrijnend", "tweede-lezer", **lezen).status_code == 302
    client.force_login(dossier.regievoerder)
    waar = client.get(adres(dossier, "schrijnend")).context["kaart"].routestand.waar
    assert waar.endswith("De tweede lezer ziet het anders of weet het niet. Breng beide meningen in.")

    for vorm, waarover, uitkomst in (
        ("informeel", "media_politiek", "afgedaan"),
        ("informeel", "schrijnend", "open"),
        ("formeel", "schrijnend", "indienen"),
    ):
        gegevens = {
            "vorm": vorm,
            "waarover": waarover,
            "uitkomst": uitkomst,
            "met": "IND",
            "toelichting": "x",
        }
        assert (
            zet(client, dossier, "schrijnend", "vooroverleg", **gegevens, **vandaag("op")).status_code == 302
        )
    assert (
        zet(client, dossier, "schrijnend", "coordinator", coordinator="dtv", **vandaag("op")).status_code
        == 302
    )
    indienen = {"weg": "b", "coordinator": "dtv", "toelichting": ""} | vandaag("op")
    # The appeal period of this dossier ran out in 2022: the first procedure is over, so road B fits the facts.
    assert zet(client, dossier, "schrijnend", "indienen", **indienen | {"weg": "a"}).status_code == 422
    assert zet(client, dossier, "schrijnend", "indienen", **indienen).status_code == 302

    pagina = client.get(adres(dossier, "schrijnend"))
    assert len(pagina.context["register"]) == 3
    assert pagina.context["kaart"].routestand.volgende.stap == "besluit"
    assert beeld_of(dossier.pk).schrijnend.vooroverleg_uitkomst == "indienen"


def test_given_one_explanation_in_five_dossiers_when_the_history_is_read_then_it_is_pointed_at(
    client, dossier
):
    tekst = "Er zijn geen bijzonderheden die anders leiden tot uitstel."
    for een in [dossier, *(DossierFactory() for _ in range(4))]:
        client.force_login(een.regievoerder)
        zet(client, een, "buiten_schuld", "poging", omschrijving="x", toelichting=tekst, **vandaag("op"))
    client.force_login(dossier.regievoerder)

    (gedaan,) = client.get(adres(dossier, "buiten_schuld")).context["historie"]

    assert gedaan.dossiers == 5


def test_given_the_route_of_trafficking_when_walked_then_departure_stands_still_until_the_end(
    client, dossier
):
    def nu():
        stand = client.get(adres(dossier, "mensenhandel")).context["kaart"].routestand
        return stand.volgende and stand.volgende.stap, stand.vertrek.titel

    standen = []
    for stap, velden in (
        ("aanwijzing", vandaag("aanwijzing_op", 9)),
        ("politie", {"bij": "avim", "voogd": "nee", "veilig": "ja"} | vandaag("politie_gemeld_op", 9)),
        ("terugkoppeling", {"uitkomst": "bedenktijd"} | vandaag("op", 7)),
        ("bedenktijd", vandaag("bedenktijd_van", 7)),
        (
            "bedenktijd-einde",
            {"waardoor": "aangifte", "toelichting": "De AVIM."} | vandaag("bedenktijd_tot", 3),
        ),
        ("vergunning", vandaag("vergunning_van", 2)),
        ("einde", {"waardoor": "sepot", "toelichting": "Brief van het OM."} | vandaag("op")),
    ):
        assert zet(client, dossier, "mensenhandel", stap, **velden).status_code == 302
        standen.append(nu())

    assert standen == [
        ("politie", "Vertrekstappen wachten"),
        ("terugkoppeling", "Vertrekstappen wachten"),
        ("bedenktijd", "Deze route houdt het vertrek nu niet tegen"),
        ("vergunning", "Het vertrek is opgeschort"),
        (None, "Deze route houdt het vertrek nu niet tegen"),
        ("einde", "Het vertrek is opgeschort"),
        (None, "Deze route houdt het vertrek nu niet tegen"),
    ]


def test_given_a_sign_of_trafficking_when_it_is_recorded_then_the_form_of_the_police_comes_next(
    client, dossier
):
    antwoord = client.post(
        reverse("toetsing:signaal", args=[dossier.pk, "mensenhandel"]),
        {"bron": "vwn", "toelichting": "Zij mag nergens alleen heen."} | vandaag("ontvangen_op"),
    )

    assert antwoord.url == adres(dossier, "mensenhandel", "politie")


@pytest.mark.parametrize(
    ("conclusie", "volgende"), [("geen_aanwijzing", None), ("nader_onderzoek", "aanwijzing")]
)
def test_given_a_sign_or_its_answer_when_the_route_has_not_begun_then_it_says_what_to_do(
    client, dossier, conclusie, volgende
):
    def nu():
        hoever = client.get(adres(dossier, "medisch")).context["kaart"].routestand
        return hoever.volgende and hoever.volgende.stap

    SignaalFactory(dossier=dossier, ontvangen_op=timezone.localdate())
    met_signaal = nu()
    ToetsingFactory(dossier=dossier, getoetst_op=timezone.localdate(), conclusie=conclusie)

    assert (met_signaal, nu()) == ("aanwijzing", volgende)


def test_given_a_duty_when_its_button_is_followed_then_it_leads_to_the_step_that_is_at_hand(client, dossier):
    def leidt_naar(moment):
        return client.get(adres(dossier, moment, "volgende")).url

    zonder = leidt_naar("mensenhandel")
    zet(client, dossier, "mensenhandel", "aanwijzing", **vandaag("aanwijzing_op"))
    eerst = leidt_naar("mensenhandel")
    zet(
        client, dossier, "mensenhandel", "politie", bij="avim", voogd="nee", veilig="ja",
        **vandaag("politie_gemeld_op"),
    )  # fmt: skip

    assert [zonder, eerst, leidt_naar("mensenhandel")] == [
        adres(dossier, "mensenhandel"),
        adres(dossier, "mensenhandel", "politie"),
        adres(dossier, "mensenhandel", "terugkoppeling"),
    ]


def test_given_few_or_many_steps_when_the_route_is_opened_then_the_number_of_queries_is_the_same(
    client, dossier, django_assert_max_num_queries
):
    def aantal() -> int:
        with django_assert_max_num_queries(70) as gevraagd:
            client.get(adres(dossier, "medisch"))
        return len(gevraagd)

    def regel(nummer):
        RouteregelFactory(dossier=dossier, moment="medisch", stap="bma", toelichting=f"tekst {nummer}")

    regel(0)
    bij_een = aantal()
    for nummer in range(1, 30):
        regel(nummer)

    assert aantal() == bij_een
