"""The tab of travel document and LP, as a colleague meets it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.reisdocument.factories import LPAanvraagFactory, ReisdocumentFactory
from verantwoord.dossier.models import Beroep, Verwijderbaarheidscheck
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument

pytestmark = pytest.mark.django_db
INGEVULD = {
    "land": "IRQ",
    "ingevuld": "ja",
    "op_dag": "3",
    "op_maand": "2",
    "op_jaar": "2022",
    "uitleg_gegeven": "on",
}


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


def adres(dossier, naam="overzicht", *args):
    return reverse(f"reisdocument:{naam}", args=[dossier.pk, *args])


def met_lopend_beroep(dossier, zitting_op=date(2022, 10, 6)):
    Beroep.objects.create(
        dossier=dossier, volgorde=0, ingesteld_op=date(2022, 2, 4), zitting_bekend_op=date(2022, 3, 1),
        zitting_op=zitting_op,
    )  # fmt: skip


def met_uitspraak(dossier):
    beroep = Beroep.objects.get(dossier=dossier)
    beroep.uitspraak_op = beroep.bekendgemaakt_op = date(2022, 10, 20)
    beroep.uitkomst = "ongegrond"
    beroep.save()


def test_given_nothing_yet_when_the_tab_is_opened_then_it_says_what_to_ask(client, dossier):
    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Er is nog geen formulier") == 1
    assert inhoud.count("Leg het formulier vast") == 1


def test_given_an_appeal_that_runs_when_the_tab_is_opened_then_the_lock_says_why_and_until_when(
    client, dossier
):
    met_lopend_beroep(dossier)
    LPAanvraagFactory(dossier=dossier, gecontroleerd=True)

    antwoord = client.get(adres(dossier))

    slot = antwoord.context["slot"]
    assert (slot.geldt_tot, slot.uitleg) == (
        "de uitspraak van de rechtbank",
        "; de zitting is op donderdag 6 oktober 2022",
    )
    inhoud = antwoord.content.decode()
    assert inhoud.count("Kan niet. Deze grens geldt voor iedereen.") == 1
    assert inhoud.count("Verstuur de aanvraag") == 0


def test_given_a_judgment_when_the_tab_is_opened_then_the_lock_is_gone(client, dossier):
    met_lopend_beroep(dossier)
    met_uitspraak(dossier)
    LPAanvraagFactory(dossier=dossier, gecontroleerd=True)

    antwoord = client.get(adres(dossier))

    assert antwoord.context["verbod"] is None
    assert [b.norm for b in antwoord.context["ook_tegen"]] == [
        "verwijderbaarheidscheck",
        "rechtmatig-verblijf-toets",
    ]


@pytest.mark.parametrize(("antwoord", "veld"), [("ja", "ingevuld_op"), ("nee", "geweigerd_op")])
def test_given_either_answer_when_it_is_sent_then_it_is_kept(client, dossier, antwoord, veld):
    gestuurd = client.post(adres(dossier, "formulier"), INGEVULD | {"ingevuld": antwoord})

    assert gestuurd.url == adres(dossier)
    assert LPAanvraag.objects.values_list(veld, "uitleg_gegeven").get() == (date(2022, 2, 3), True)


def test_given_no_answer_when_it_is_sent_then_what_was_typed_is_still_there(client, dossier):
    antwoord = client.post(
        adres(dossier, "formulier"),
        INGEVULD | {"ingevuld": "", "op_dag": "30", "notitie": "Hij vroeg waarom."},
    )

    form = antwoord.context["form"]
    assert antwoord.status_code == 422
    assert form.errors == {
        "ingevuld": ["Kies een antwoord."],
        "op": ["30 februari 2022 bestaat niet. Februari 2022 heeft 28 dagen."],
    }
    assert form["notitie"].value() == "Hij vroeg waarom."


def test_given_the_regievoerder_when_the_set_must_be_checked_then_a_colleague_is_asked(client, dossier):
    lp = LPAanvraagFactory(dossier=dossier)

    inhoud = client.get(adres(dossier)).content.decode()
    antwoord = client.post(adres(dossier, "controle", lp.pk), {"asielinformatie_aangetroffen": "nee"})

    assert inhoud.count("Wie de regie voert, controleert de eigen set niet.") == 1
    assert (antwoord.status_code, len(antwoord.context["form"].non_field_errors())) == (422, 1)


def test_given_a_colleague_when_the_tab_is_opened_then_checking_is_the_next_step(client, dossier):
    lp = LPAanvraagFactory(dossier=dossier)
    collega = MedewerkerFactory(team=dossier.team)
    client.force_login(collega)

    blok = client.get(adres(dossier)).context["blokken"][0]
    antwoord = client.post(adres(dossier, "controle", lp.pk), {"asielinformatie_aangetroffen": "nee"})

    assert (blok.knop.tekst, antwoord.status_code) == ("Controleer de set", 302)
    assert LPAanvraag.objects.values_list("set_gecontroleerd_door", "asielinformatie_aangetroffen").get() == (
        collega.naam,
        False,
    )


def test_given_a_form_filled_without_explanation_when_the_tab_is_opened_then_that_can_be_recorded(
    client, dossier
):
    LPAanvraagFactory(dossier=dossier, uitleg_gegeven=False)

    knop = client.get(adres(dossier)).context["blokken"][0].knop
    form = client.get(knop.url).context["form"]
    antwoord = client.post(
        knop.url,
        {
            "land": "IRQ",
            "ingevuld": "ja",
            "op_dag": "3",
            "op_maand": "2",
            "op_jaar": "2022",
            "uitleg_gegeven": "on",
        },
    )

    assert (knop.tekst, form["ingevuld"].value(), form["op"].value()) == (
        "Leg vast dat u het heeft uitgelegd",
        "ja",
        date(2022, 2, 3),
    )
    assert antwoord.status_code == 302
    assert LPAanvraag.objects.get().uitleg_gegeven


def test_given_the_lock_when_it_is_sent_all_the_same_then_the_page_says_why_not(client, dossier):
    met_lopend_beroep(dossier)
    lp = LPAanvraagFactory(dossier=dossier, gecontroleerd=True)

    antwoord = client.post(adres(dossier, "verzenden", lp.pk))

    assert antwoord.status_code == 409
    assert "lp-verzendverbod" in [b.norm for b in antwoord.context["geblokkeerd"]]
    assert LPAanvraag.objects.get().verzonden_op is None


def test_given_a_lock_when_the_page_of_sending_is_opened_then_it_says_why_and_has_no_button(client, dossier):
    met_lopend_beroep(dossier)
    lp = LPAanvraagFactory(dossier=dossier, gecontroleerd=True)

    antwoord = client.get(adres(dossier, "verzenden", lp.pk))

    assert "lp-verzendverbod" in [b.norm for b in antwoord.context["geblokkeerd"]]
    assert "Leg vast dat de aanvraag is verzonden" not in antwoord.content.decode()


def test_given_all_is_in_order_when_it_is_sent_then_it_is_recorded(client, dossier):
    met_lopend_beroep(dossier)
    met_uitspraak(dossier)
    Verwijderbaarheidscheck.objects.create(
        dossier=dossier, volgorde=0, gecheckt_op=timezone.localdate(), uitkomst="verwijderbaar"
    )
    lp = LPAanvraagFactory(dossier=dossier, gecontroleerd=True)

    blok = client.get(adres(dossier)).context["blokken"][0]
    antwoord = client.post(adres(dossier, "verzenden", lp.pk))

    assert (blok.knop.tekst, antwoord.status_code) == ("Verstuur de aanvraag", 302)
    assert LPAanvraag.objects.get().verzonden_op == timezone.localdate()


@pytest.mark.parametrize("naam", ["uitkomst", "afgifte", "presentatie"])
def test_given_a_step_that_is_not_at_issue_when_it_is_sent_then_nothing_changes(client, dossier, naam):
    lp = LPAanvraagFactory(dossier=dossier)
    gegevens = {"uitkomst": "toegezegd", "plaats": "Den Haag"}
    for veld in ("uitkomst_op", "afgegeven_op", "presentatie_op"):
        gegevens |= {f"{veld}_dag": "1", f"{veld}_maand": "3", f"{veld}_jaar": "2022"}

    antwoord = client.post(adres(dossier, naam, lp.pk), gegevens)

    assert antwoord.status_code == 422
    assert LPAanvraag.objects.values_list("uitkomst", "afgegeven_op", "presentatie_op").get() == (
        None,
        None,
        None,
    )


def test_given_a_document_when_it_is_sent_then_it_stands_in_the_list(client, dossier):
    client.post(
        adres(dossier, "document"),
        {"soort": "paspoort", "geldig_tot_dag": "1", "geldig_tot_maand": "1", "geldig_tot_jaar": "2030"},
    )

    assert Reisdocument.objects.values_list("soort", "geldig_tot").get() == ("paspoort", date(2030, 1, 1))
    assert client.get(adres(dossier)).content.decode().count("Een laissez-passer is niet nodig.") == 1


def test_given_someone_else_when_any_page_is_asked_then_an_outsider_finds_nothing_and_a_manager_may_read(
    client, dossier
):
    lp = LPAanvraagFactory(dossier=dossier)
    paden = [adres(dossier), adres(dossier, "document"), adres(dossier, "formulier")] + [
        adres(dossier, naam, lp.pk)
        for naam in ("controle", "verzenden", "presentatie", "uitkomst", "afgifte")
    ]
    client.force_login(MedewerkerFactory())
    vreemd = [client.get(pad).status_code for pad in paden]
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    assert vreemd == [404] * 8
    assert [client.get(pad).status_code for pad in paden] == [200] * 8
    assert client.post(adres(dossier, "formulier"), INGEVULD).status_code == 403
    assert client.post(adres(dossier, "verzenden", lp.pk)).status_code == 403


def test_given_a_country_that_said_no_when_the_tab_is_opened_then_a_new_form_can_be_recorded(client, dossier):
    LPAanvraagFactory(dossier=dossier, verzonden=True, uitkomst="geweigerd", uitkomst_op=date(2022, 4, 1))

    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Leg een nieuw formulier vast") == 1


def test_given_an_lp_of_another_dossier_when_it_is_asked_here_then_it_is_not_there(client, dossier):
    lp = LPAanvraagFactory()

    assert client.get(adres(dossier, "verzenden", lp.pk)).status_code == 404


def test_given_few_or_many_requests_when_the_tab_is_opened_then_the_number_of_queries_is_the_same(
    client, dossier, django_assert_max_num_queries
):
    def aantal() -> int:
        with django_assert_max_num_queries(60) as gevraagd:
            client.get(adres(dossier))
        return len(gevraagd)

    LPAanvraagFactory(dossier=dossier)
    ReisdocumentFactory(dossier=dossier)
    bij_een = aantal()
    for _ in range(29):
        LPAanvraagFactory(dossier=dossier)
        ReisdocumentFactory(dossier=dossier)

    assert aantal() == bij_een
