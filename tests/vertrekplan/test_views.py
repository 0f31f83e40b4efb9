"""The tab of the vertrekplan, as a colleague meets it."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import SignaalFactory, ToetsingFactory
from tests.vertrekplan.factories import VertrekplanFactory, optie
from verantwoord.toegang.models import Inzage
from verantwoord.vertrekplan.models import Actie, Vertrekplan

pytestmark = pytest.mark.django_db
MOMENTEN = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
INGEVULD = {
    "revisie": "1",
    "acties_aantal": "2",
    "strategie": "Eerst de school.\r\nDan de reis.",
    "gekozen": "zelfstandig_iom",
    "reden_keuze": "Hij kent iemand die zo ging.",
    "analyse_documenten": "Het paspoort ligt bij zijn broer.",
    "zelfstandig_iom-analyse": "Kan na de uitspraak.",
    "zelfstandig_iom-haalbaar": "ja",
    "zelfstandig_iom-wil": "Alleen als het moet.",
    "actie0-omschrijving": "Afspraak met IOM",
    "actie0-eigenaar": "dtv",
    "actie0-uiterlijk_dag": "1",
    "actie0-uiterlijk_maand": "3",
    "actie0-uiterlijk_jaar": "2022",
    "actie1-omschrijving": "",
}


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


def adres(dossier, naam="plan", *args):
    return reverse(f"vertrekplan:{naam}", args=[dossier.pk, *args])


def test_given_no_plan_when_the_tab_is_opened_then_it_says_how_to_begin(client, dossier):
    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Er is nog geen vertrekplan") == 1
    assert inhoud.count("Begin het vertrekplan") == 1


def test_given_no_plan_when_it_is_begun_then_the_form_of_version_1_is_there(client, dossier):
    antwoord = client.post(adres(dossier, "begin"), follow=True)

    assert (antwoord.status_code, antwoord.context["concept"].versie) == (200, 1)


def test_given_a_filled_form_when_it_is_saved_then_it_is_kept_and_can_be_read(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)

    antwoord = client.post(adres(dossier, "bewerken"), INGEVULD)

    concept = Vertrekplan.objects.get()
    assert antwoord.url == adres(dossier, "vaststellen") + "?bewaard=1"
    assert (concept.strategie, concept.gekozen, concept.analyse) == (
        "Eerst de school.\nDan de reis.",
        "zelfstandig_iom",
        {"documenten": "Het paspoort ligt bij zijn broer."},
    )
    assert [(o["optie"], o["haalbaar"], o["wil"]) for o in concept.opties] == [
        ("zelfstandig_iom", "ja", "Alleen als het moet.")
    ]
    assert list(Actie.objects.values_list("omschrijving", "eigenaar", "uiterlijk")) == [
        ("Afspraak met IOM", "dtv", date(2022, 3, 1))
    ]


def test_given_a_wrong_date_when_it_is_saved_then_nothing_typed_is_lost_and_nothing_saved(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)

    antwoord = client.post(
        adres(dossier, "bewerken"), INGEVULD | {"actie0-uiterlijk_dag": "32", "actie0-eigenaar": ""}
    )

    formulier = antwoord.context["formulier"]
    assert antwoord.status_code == 422
    assert formulier.acties[0].errors == {
        "uiterlijk": ["32 maart bestaat niet. Maart heeft 31 dagen."],
        "eigenaar": ["Kies wie dit doet."],
    }
    assert formulier.plan["strategie"].value() == INGEVULD["strategie"]
    assert Vertrekplan.objects.get().revisie == 1


def test_given_more_lines_are_wanted_when_it_is_saved_then_the_form_comes_back_with_them(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)

    antwoord = client.post(adres(dossier, "bewerken"), INGEVULD | {"meer": "1"})

    assert (antwoord.status_code, len(antwoord.context["formulier"].acties)) == (200, 4)
    assert Vertrekplan.objects.get().revisie == 2


def test_given_a_colleague_saved_meanwhile_when_it_is_saved_then_both_texts_stand_side_by_side(
    client, dossier
):
    VertrekplanFactory(dossier=dossier, concept=True, revisie=2, strategie="Van de collega.")

    antwoord = client.post(adres(dossier, "bewerken"), INGEVULD)

    strategie = next(o for o in antwoord.context["onderdelen"] if o.titel == "Strategie")
    assert antwoord.status_code == 409
    assert (strategie.oud, strategie.nieuw) == ("Van de collega.", "Eerst de school.\nDan de reis.")
    assert client.post(adres(dossier, "bewerken"), INGEVULD | {"revisie": "2"}).status_code == 302


def test_given_typing_when_it_is_kept_then_the_answer_gives_the_new_revision(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)

    eerste = client.post(adres(dossier, "concept"), INGEVULD)
    tweede = client.post(adres(dossier, "concept"), INGEVULD | {"revisie": "2", "strategie": "Anders."})
    te_oud = client.post(adres(dossier, "concept"), INGEVULD | {"revisie": "1"})

    assert [a.json().get("versie") for a in (eerste, tweede)] == [2, 3]
    assert (te_oud.status_code, te_oud.json()["ander"][:26]) == (409, "Een collega heeft dit conc")
    assert Vertrekplan.objects.get().strategie == "Anders."


def test_given_typing_when_it_is_kept_or_refused_then_nothing_is_shown_and_no_look_is_recorded(
    client, dossier
):
    VertrekplanFactory(dossier=dossier, concept=True)

    bewaard = client.post(adres(dossier, "concept"), INGEVULD)
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))
    geweigerd = client.post(adres(dossier, "concept"), INGEVULD)

    assert [sorted(antwoord.json()) for antwoord in (bewaard, geweigerd)] == [
        ["bewaard_om", "versie"],
        ["ander"],
    ]
    assert not Inzage.objects.exists()


def test_given_something_not_valid_yet_when_it_is_kept_then_the_stored_text_stays(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)

    antwoord = client.post(adres(dossier, "concept"), INGEVULD | {"actie0-uiterlijk_dag": "x"})

    assert (antwoord.status_code, Vertrekplan.objects.get().revisie) == (422, 1)


def test_given_missing_toetsingen_when_the_concept_is_read_then_each_has_its_button(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)
    for moment in MOMENTEN[:2]:
        ToetsingFactory(dossier=dossier, moment=moment)

    antwoord = client.get(adres(dossier, "vaststellen"))

    assert [(ding.tekst, ding.url) for ding in antwoord.context["ontbreekt"]] == [
        (
            f"De toetsing {moment} heeft nog geen inhoudelijke afweging",
            reverse("toetsing:vastleggen", args=[dossier.pk, moment]),
        )
        for moment in MOMENTEN[2:]
    ]
    assert antwoord.content.decode().count("Stel versie 1 vast") == 0


def test_given_a_signal_nobody_weighed_when_the_concept_is_read_then_it_leads_to_its_toetsing(
    client, dossier
):
    VertrekplanFactory(dossier=dossier, concept=True)
    for moment in MOMENTEN:
        ToetsingFactory(dossier=dossier, moment=moment)
    SignaalFactory(dossier=dossier, moment="buiten_schuld", ontvangen_op=date(2022, 2, 7))

    antwoord = client.get(adres(dossier, "vaststellen"))

    weg = reverse("toetsing:vastleggen", args=[dossier.pk, "buiten_schuld"])
    assert [(ding.tekst, ding.url) for ding in antwoord.context["waarschuwingen"]] == [
        ("Over buiten schuld kwam op 7 februari 2022 een aanwijzing, en daarna is niet getoetst", weg)
    ]
    assert antwoord.content.decode().count(f'href="{weg}"') == 1


def test_given_missing_toetsingen_when_it_is_sent_all_the_same_then_the_gate_refuses(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)

    antwoord = client.post(adres(dossier, "vaststellen"), {"revisie": "1"})

    assert (antwoord.status_code, Vertrekplan.objects.get().vastgesteld_op) == (409, None)


def test_given_all_that_is_needed_when_it_is_established_then_it_is_the_current_version(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)
    for moment in MOMENTEN:
        ToetsingFactory(dossier=dossier, moment=moment)

    antwoord = client.post(adres(dossier, "vaststellen"), {"revisie": "1"}, follow=True)

    assert [str(m) for m in antwoord.context["messages"]] == [
        "Versie 1 is vastgesteld en geldt vanaf vandaag."
    ]
    assert (antwoord.context["plan"].versie, antwoord.context["concept"]) == (1, None)


def test_given_a_warning_when_it_is_established_then_a_reason_is_asked_in_its_field(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True, strategie="")
    for moment in MOMENTEN:
        ToetsingFactory(dossier=dossier, moment=moment)

    antwoord = client.post(adres(dossier, "vaststellen"), {"revisie": "1", "reden_doorgaan": ""})
    daarna = client.post(adres(dossier, "vaststellen"), {"revisie": "1", "reden_doorgaan": "Volgt."})

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (422, ["reden_doorgaan"])
    assert (daarna.status_code, Vertrekplan.objects.get().reden_doorgaan) == (302, "Volgt.")


def test_given_the_concept_changed_meanwhile_when_it_is_established_then_it_is_read_again(client, dossier):
    VertrekplanFactory(dossier=dossier, concept=True, revisie=3)
    for moment in MOMENTEN:
        ToetsingFactory(dossier=dossier, moment=moment)

    antwoord = client.post(adres(dossier, "vaststellen"), {"revisie": "2", "reden_doorgaan": "Volgt."})

    form = antwoord.context["form"]
    assert (antwoord.status_code, form["revisie"].value(), form["reden_doorgaan"].value()) == (
        409,
        "3",
        "Volgt.",
    )


def test_given_two_versions_when_the_tab_is_opened_then_only_changed_sections_stand_side_by_side(
    client, dossier
):
    VertrekplanFactory(dossier=dossier)
    nieuw = VertrekplanFactory(
        dossier=dossier, strategie="Inzetten op zelfstandig vertrek met IOM.", vastgesteld_op=date(2022, 2, 9)
    )

    antwoord = client.get(adres(dossier))

    assert antwoord.context["plan"] == nieuw
    assert [o.titel for o in antwoord.context["onderdelen"] if o.gewijzigd] == ["Strategie"]
    assert antwoord.content.decode().count("1 van 15 onderdelen gewijzigd") == 1


def test_given_a_signal_after_the_plan_when_the_tab_is_opened_then_it_asks_to_read_the_plan_again(
    client, dossier
):
    VertrekplanFactory(dossier=dossier)
    eerst = client.get(adres(dossier)).content.decode()
    SignaalFactory(dossier=dossier)

    daarna = client.get(adres(dossier)).content.decode()

    vraag = "Er is iets veranderd sinds deze versie"
    assert (eerst.count(vraag), daarna.count(vraag)) == (0, 1)


def test_given_an_older_version_when_it_is_opened_then_it_is_shown_without_acts(client, dossier):
    oud = VertrekplanFactory(dossier=dossier)
    VertrekplanFactory(dossier=dossier)

    antwoord = client.get(adres(dossier, "versie", oud.pk))

    assert (antwoord.context["plan"], antwoord.context["is_huidig"]) == (oud, False)
    assert antwoord.content.decode().count("Meld gereed") == 0


def test_given_a_version_when_its_pdf_is_asked_then_it_is_a_tagged_document(client, dossier):
    plan = VertrekplanFactory(
        dossier=dossier, opties=[optie("zelfstandig_ngo"), {"optie": "gedwongen", "analyse": "", "haalbaar": "nee"}]
    )  # fmt: skip

    antwoord = client.get(adres(dossier, "versie", plan.pk), {"vorm": "pdf"})

    assert (antwoord["Content-Type"], antwoord["Content-Disposition"]) == (
        "application/pdf",
        f'attachment; filename="vertrekplan-{dossier.nummer}-1.pdf"',
    )
    assert (antwoord.content[:5], antwoord.content.count(b"<pdfuaid:part>1<")) == (b"%PDF-", 1)


def test_given_an_action_when_it_is_reported_done_then_its_day_is_asked_and_kept(client, dossier):
    actie = VertrekplanFactory(dossier=dossier).acties.get(volgorde=0)
    op = {"gereed_op_dag": "8", "gereed_op_maand": "2", "gereed_op_jaar": "2022"}

    antwoord = client.post(adres(dossier, "gereed", actie.pk), op)
    nog_eens = client.post(adres(dossier, "gereed", actie.pk), op)

    actie.refresh_from_db()
    assert (antwoord.status_code, actie.gereed_op, nog_eens.status_code) == (302, date(2022, 2, 8), 422)


def test_given_someone_else_when_any_page_is_asked_then_an_outsider_finds_nothing_and_a_manager_may_read(
    client, dossier
):
    plan = VertrekplanFactory(dossier=dossier)
    VertrekplanFactory(dossier=dossier, concept=True)
    paden = [
        adres(dossier),
        adres(dossier, "versie", plan.pk),
        adres(dossier, "bewerken"),
        adres(dossier, "vaststellen"),
        adres(dossier, "gereed", plan.acties.first().pk),
    ]
    client.force_login(MedewerkerFactory())
    vreemd = [client.get(pad).status_code for pad in paden] + [
        client.post(adres(dossier, "begin")).status_code
    ]

    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    assert vreemd == [404] * 6
    assert [client.get(pad).status_code for pad in paden] == [200] * 5
    assert [
        client.post(adres(dossier, "begin")).status_code,
        client.post(adres(dossier, "bewerken"), INGEVULD).status_code,
        client.post(adres(dossier, "concept"), INGEVULD).status_code,
        client.post(adres(dossier, "vaststellen"), {"revisie": "1"}).status_code,
    ] == [403] * 4


def test_given_few_or_many_versions_when_the_tab_is_opened_then_the_number_of_queries_is_the_same(
    client, dossier, django_assert_max_num_queries
):
    def aantal() -> int:
        with django_assert_max_num_queries(60) as gevraagd:
            client.get(adres(dossier))
        return len(gevraagd)

    for _ in range(2):
        VertrekplanFactory(dossier=dossier)
    bij_twee = aantal()
    for _ in range(28):
        VertrekplanFactory(dossier=dossier)

    assert aantal() == bij_twee
