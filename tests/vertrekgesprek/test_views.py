"""The pages of talks: what they show, what they keep, and that nothing typed is lost."""

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.vertrekgesprek.factories import VRAGEN, GesprekFactory
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.vertrekgesprek import samenstelling
from verantwoord.vertrekgesprek.actions import finish_gesprek
from verantwoord.vertrekgesprek.models import Addendum, AfspraakGedaan, Gesprek, Klad
from verantwoord.vertrekgesprek.samenstelling import Punt, Voorbereiding
from verantwoord.vertrekgesprek.verslag import WensUitGesprek, opbrengst_van

pytestmark = pytest.mark.django_db

PLAN = {
    "moment": "eerste", "gepland_op_dag": "21", "gepland_op_maand": "2", "gepland_op_jaar": "2022", "tijd": "10.30",
    "plaats": "azc Assen, kamer 3", "taal": "ar", "gemeenschappelijke_taal": "nee", "tolk_gepland": "aanwezig",
}  # fmt: skip
VERSLAG = {
    "versie": "0", "gevoerd_op_dag": "15", "gevoerd_op_maand": "2", "gevoerd_op_jaar": "2022", "tolk": "aanwezig", "taal": "ar",
    "gemeenschappelijke_taal": "", "procedure": "Het beroep loopt.", "opties_besproken": ["iom_rean", "ngo"],
    "gevolgen": "De opvang eindigt na vier weken.", "eigen_woorden": "“Ik wil eerst mijn broer bellen.”",
    "wens-aantal": "1", "wens-0-soort": "bagage", "wens-0-omschrijving": "Mijn gereedschap mee.",
    **{f"vraag_{moment}": antwoord for moment, antwoord in VRAGEN.items()},
    "afspraak-aantal": "1", "afspraak-0-wie": "Regievoerder", "afspraak-0-wat": "Belt de school",
    "afspraak-0-uiterlijk_dag": "1", "afspraak-0-uiterlijk_maand": "3", "afspraak-0-uiterlijk_jaar": "2022",
}  # fmt: skip


def url(naam, gesprek, *args):
    return reverse(f"vertrekgesprek:{naam}", args=[gesprek.dossier_id, gesprek.pk, *args])


def lijst_url(dossier):
    return reverse("vertrekgesprek:lijst", args=[dossier.pk])


# The list


def test_given_one_or_thirty_talks_when_listed_then_the_number_of_queries_is_the_same(
    regie, gesprek, django_assert_max_num_queries
):
    GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)
    regie.get(lijst_url(gesprek.dossier))
    with django_assert_max_num_queries(500) as een:
        regie.get(lijst_url(gesprek.dossier))
    for _ in range(28):
        GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)

    with django_assert_max_num_queries(500) as dertig:
        pagina = regie.get(lijst_url(gesprek.dossier))

    assert len(dertig) == len(een)
    assert len(pagina.context["andere"]) == 29


def test_given_a_transfer_and_a_planned_talk_when_listed_then_each_fixed_talk_says_how_it_stands(
    regie, gesprek
):
    pagina = regie.get(lijst_url(gesprek.dossier))

    assert [(r.naam, r.teken, r.stand) for r in pagina.context["vaste"]] == [
        ("Gesprek 1", "te-laat", "Te laat"),
        ("Gesprek 2", "te-laat", "Nog niet vastgelegd"),
        ("Gesprek 3", "niet-aan-de-orde", "Nog niet aan de orde"),
    ]
    assert [(v.moment, v.reden, v.uiterlijk_op) for v in pagina.context["voorstellen"]] == [
        ("eerste", "Het dossier is op 1 februari 2022 overgedragen.", date(2022, 2, 15))
    ]


@pytest.mark.parametrize("naam", ["lijst", "nieuw"])
def test_given_an_outsider_when_opening_a_page_then_there_is_none(client, gesprek, naam):
    client.force_login(MedewerkerFactory())

    assert client.get(reverse(f"vertrekgesprek:{naam}", args=[gesprek.dossier_id])).status_code == 404


@pytest.mark.parametrize(
    "naam",
    [
        "gesprek",
        "verslag",
        "verzetten",
        "niet-gevoerd",
        "aanvulling",
        "uitnodiging",
        "tolk",
        "reactie",
        "verslag-pdf",
    ],
)
def test_given_a_talk_of_another_dossier_when_its_page_is_asked_here_then_there_is_none(regie, gesprek, naam):
    ander = GesprekFactory()

    antwoord = regie.get(reverse(f"vertrekgesprek:{naam}", args=[gesprek.dossier_id, ander.pk]))

    assert antwoord.status_code == 404


def test_given_a_manager_when_reading_then_there_is_nothing_to_press(client, gesprek, vandaag):
    client.force_login(MedewerkerFactory(manager=True, team=gesprek.dossier.team))

    lijst = client.get(lijst_url(gesprek.dossier))
    pagina = client.get(url("gesprek", gesprek))

    assert (lijst.context["mag_plannen"], pagina.context["mag_schrijven"]) == (False, False)
    assert "Schrijf het verslag" not in lijst.content.decode() + pagina.content.decode()


def test_given_a_closed_dossier_when_reading_then_a_report_can_be_answered_and_nothing_else_is_offered(
    regie, gesprek
):
    gevoerd = GesprekFactory(dossier=gesprek.dossier, eerste=True, afgerond=True)
    Dossier.objects.filter(pk=gesprek.dossier_id).update(gesloten_op=date(2022, 2, 15))

    lijst = regie.get(lijst_url(gesprek.dossier))
    open_, af = (regie.get(url("gesprek", talk)).content.decode() for talk in (gesprek, gevoerd))

    assert "Afspraken die open bleven" in lijst.content.decode()
    for tekst in ("Is gedaan", "over 13 dagen"):
        assert (tekst in lijst.content.decode(), tekst in af) == (False, False)
    assert ("Schrijf het verslag" in open_, "Verzet het gesprek" in open_) == (False, False)
    assert ("Leg een reactie vast" in af, "Vul het verslag aan" in af) == (True, True)


@pytest.mark.parametrize("naam", ["verslag", "verzetten", "niet-gevoerd", "tolk"])
def test_given_a_closed_dossier_when_a_form_is_asked_then_one_is_led_to_what_can_be_read(
    regie, gesprek, naam
):
    Dossier.objects.filter(pk=gesprek.dossier_id).update(gesloten_op=date(2022, 2, 15))

    nieuw = regie.get(reverse("vertrekgesprek:nieuw", args=[gesprek.dossier_id]))
    formulier = regie.get(url(naam, gesprek))

    assert (nieuw["Location"], formulier["Location"]) == (lijst_url(gesprek.dossier), url("gesprek", gesprek))


# Planning


def test_given_what_the_facts_call_for_when_the_plan_opens_then_it_is_chosen_beforehand(regie, gesprek):
    pagina = regie.get(reverse("vertrekgesprek:nieuw", args=[gesprek.dossier_id]))

    assert pagina.context["form"]["moment"].value() == "eerste"
    assert pagina.context["form"]["taal"].value() == "ar"


def test_given_a_plan_when_it_is_posted_then_the_talk_is_there(regie, gesprek):
    antwoord = regie.post(reverse("vertrekgesprek:nieuw", args=[gesprek.dossier_id]), PLAN)

    nieuw = Gesprek.objects.exclude(pk=gesprek.pk).get()
    assert (antwoord.status_code, antwoord["Location"]) == (302, url("gesprek", nieuw))
    assert (nieuw.moment, nieuw.gepland_op, nieuw.gemeenschappelijke_taal) == (
        "eerste",
        date(2022, 2, 21),
        False,
    )


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        (
            {"gepland_op_dag": "31"},
            "gepland_op",
            "31 februari 2022 bestaat niet. Februari 2022 heeft 28 dagen.",
        ),
        ({"gepland_op_dag": "15"}, "gepland_op", "Deze dag is voorbij. Kies vandaag of een latere dag."),
        ({"tijd": "half elf"}, "tijd", "Schrijf de tijd in uren en minuten, bijvoorbeeld 10.00."),
        (
            {"tolk_gepland": "geen"},
            "tolk_gepland",
            "U spreekt geen gemeenschappelijke taal. Kies een tolk in de kamer of aan de telefoon.",
        ),
        (
            {"moment": "tweede"},
            "moment",
            "Gesprek 2 staat al gepland. Verzet dat gesprek, of plan een extra gesprek.",
        ),
    ],
)
def test_given_a_plan_that_does_not_fit_when_posted_then_the_field_says_so_and_all_is_kept(
    regie, gesprek, anders, veld, melding
):
    antwoord = regie.post(reverse("vertrekgesprek:nieuw", args=[gesprek.dossier_id]), PLAN | anders)

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {veld: [melding]}
    assert 'value="azc Assen, kamer 3"' in antwoord.content.decode()


def test_given_a_colleague_moved_the_talk_when_moving_it_then_both_are_shown(regie, gesprek):
    Gesprek.objects.filter(pk=gesprek.pk).update(versie=2, plaats="kamer 9")

    antwoord = regie.post(url("verzetten", gesprek), PLAN | {"versie": "1"})

    assert antwoord.status_code == 409
    assert "kamer 9" in antwoord.content.decode()
    assert 'value="azc Assen, kamer 3"' in antwoord.content.decode()
    opnieuw = regie.post(url("verzetten", gesprek), PLAN | {"versie": "2"})
    assert (opnieuw.status_code, Gesprek.objects.get().plaats) == (302, "azc Assen, kamer 3")


def test_given_no_interpreter_when_it_is_recorded_then_the_moment_is_proposed_anew(regie, gesprek):
    antwoord = regie.post(
        url("niet-gevoerd", gesprek),
        {"versie": "1", "status": "niet_doorgegaan", "oorzaak": "tolk", "reden": "De tolk kwam niet."},
    )

    gesprek.refresh_from_db()
    assert (antwoord.status_code, gesprek.status, gesprek.oorzaak) == (302, "niet_doorgegaan", "tolk")


def test_given_no_reason_when_a_talk_is_not_held_then_the_field_says_so(regie, gesprek):
    antwoord = regie.post(
        url("niet-gevoerd", gesprek), {"versie": "1", "status": "niet_doorgegaan", "reden": "x"}
    )

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {"oorzaak": ["Kies waardoor het gesprek niet doorging."]}


def test_given_a_planned_talk_when_the_invitation_is_opened_then_it_is_a_tagged_pdf(regie, gesprek):
    antwoord = regie.get(url("uitnodiging", gesprek))

    assert (antwoord["Content-Type"], antwoord.content[:5]) == ("application/pdf", b"%PDF-")
    assert b"/StructTreeRoot" in antwoord.content


# The report


def test_given_nothing_written_when_the_report_opens_then_the_facts_stand_in_it_and_no_interpreter(
    regie, gesprek
):
    form = regie.get(url("verslag", gesprek)).context["form"]

    assert form["gevoerd_op"].value() == ["15", "2", "2022"]
    assert form["tolk"].value() == ""
    assert form["procedure"].value() == (
        "De beroepstermijn loopt nog tot en met 17 februari 2022. De uitspraak mag in Nederland worden afgewacht."
    )


def test_given_a_complete_report_when_it_is_finished_then_it_reads_back_and_the_browser_forgets(
    regie, gesprek
):
    antwoord = regie.post(url("verslag", gesprek), VERSLAG | {"doe": "afronden"})

    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{url('gesprek', gesprek)}?afgerond=1")
    gesprek.refresh_from_db()
    assert (gesprek.is_afgerond, gesprek.eigen_woorden) == (True, "“Ik wil eerst mijn broer bellen.”")
    assert opbrengst_van(gesprek.concept).wensen == (
        WensUitGesprek(soort="bagage", omschrijving="Mijn gereedschap mee."),
    )
    gelezen = regie.get(antwoord["Location"]).content.decode()
    assert "Gesprek 2 is afgerond" in gelezen
    assert "data-concept-bewaard=" in gelezen
    assert VRAGEN["schrijnend"] in gelezen


def test_given_wrong_and_missing_things_when_finishing_then_each_is_said_and_every_letter_is_kept(
    regie, gesprek
):
    getypt = VERSLAG | {"doe": "afronden", "gevoerd_op_dag": "31", "vraag_medisch": "", "afspraak-0-wat": ""}

    antwoord = regie.post(url("verslag", gesprek), getypt)

    formulier = antwoord.context["formulier"]
    assert antwoord.status_code == 422
    assert formulier.hoofd.errors == {
        "gevoerd_op": ["31 februari 2022 bestaat niet. Februari 2022 heeft 28 dagen."]
    }
    assert formulier.afspraken[0].errors == {"wat": ["Vul in wat er gebeurt."]}
    assert [(deel, aantal) for deel, _, aantal in antwoord.context["delen"] if aantal] == [
        ("aanwezigen", 1),
        ("afspraken", 1),
    ]
    assert "Mijn gereedschap mee." in antwoord.content.decode()
    assert Klad.objects.get().velden["gevoerd_op_dag"] == ["31"]


def test_given_a_question_without_answer_when_finishing_then_a_reason_opens_the_way(regie, gesprek):
    zonder = VERSLAG | {"doe": "afronden", "vraag_medisch": ""}

    geweigerd = regie.post(url("verslag", gesprek), zonder)
    met_reden = regie.post(
        url("verslag", gesprek), zonder | {"versie": "1", "reden_toetsingsmomenten": "Hij was te moe."}
    )

    assert list(geweigerd.context["form"].errors) == ["reden_toetsingsmomenten"]
    assert met_reden.status_code == 302
    assert Gesprek.objects.get().niet_aan_de_orde == {"toetsingsmomenten": "Hij was te moe."}


def test_given_no_interpreter_and_no_shared_language_when_going_on_later_then_kept_but_not_held(
    regie, gesprek
):
    antwoord = regie.post(
        url("verslag", gesprek),
        VERSLAG | {"doe": "later", "tolk": "geen", "gemeenschappelijke_taal": "nee"},
        follow=True,
    )

    gesprek.refresh_from_db()
    assert (gesprek.status, Klad.objects.get().velden["tolk"]) == ("gepland", ["geen"])
    assert str(next(iter(antwoord.context["messages"]))).startswith(
        "Zonder tolk en zonder gemeenschappelijke taal telt een gesprek niet."
    )


def test_given_a_day_and_an_interpreter_when_going_on_later_then_the_talk_counts_as_held(regie, gesprek):
    regie.post(url("verslag", gesprek), VERSLAG | {"doe": "later", "afspraak-0-wat": ""})

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.gevoerd_op, gesprek.is_afgerond) == ("gevoerd", date(2022, 2, 15), False)


@pytest.mark.parametrize(("erbij", "anker"), [("wens", "wensen"), ("afspraak", "afspraken")])
def test_given_a_full_line_when_one_more_is_asked_then_it_is_there_and_the_rest_is_kept(
    regie, gesprek, erbij, anker
):
    antwoord = regie.post(url("verslag", gesprek), VERSLAG | {"doe": f"{erbij}-erbij"})

    formulier = regie.get(antwoord["Location"]).context["formulier"]
    assert antwoord["Location"] == f"{url('verslag', gesprek)}#{anker}"
    assert len({"wens": formulier.wensen, "afspraak": formulier.afspraken}[erbij]) == 2
    assert formulier.wensen[0]["omschrijving"].value() == "Mijn gereedschap mee."


def test_given_the_first_talk_without_a_document_when_the_report_opens_then_the_form_is_asked(regie, gesprek):
    eerste = GesprekFactory(dossier=gesprek.dossier, eerste=True)

    assert "lp_antwoord" in regie.get(url("verslag", eerste)).context["form"].fields
    assert "lp_antwoord" not in regie.get(url("verslag", gesprek)).context["form"].fields


def test_given_a_finished_talk_when_its_report_is_opened_then_one_reads_it(regie, gesprek):
    af = GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)

    antwoord = regie.get(url("verslag", af))

    assert (antwoord.status_code, antwoord["Location"]) == (302, url("gesprek", af))


# The draft


def test_given_somebody_types_when_the_draft_is_kept_then_the_answer_says_when_and_which_version(
    regie, gesprek
):
    antwoord = regie.post(url("concept", gesprek), VERSLAG | {"gevoerd_op_dag": "31"})

    klad = Klad.objects.get()
    assert json.loads(antwoord.content) == {
        "bewaard_om": f"{timezone.localtime(klad.bewaard_op):%H.%M}",
        "versie": 1,
        "ander": None,
        "ook_open": None,
    }
    assert regie.get(url("verslag", gesprek)).context["form"]["gevoerd_op"].value() == ["31", "2", "2022"]


def test_given_a_colleague_wrote_when_the_draft_is_kept_then_nothing_is_overwritten_and_the_name_is_said(
    regie, gesprek
):
    collega = MedewerkerFactory(team=gesprek.dossier.team, naam="Hassan Ouali")
    ander = Client()
    ander.force_login(collega)
    ander.post(url("concept", gesprek), {"versie": "0", "procedure": "Van Hassan."})

    antwoord = regie.post(url("concept", gesprek), {"versie": "0", "procedure": "Van Noor."})

    assert antwoord.status_code == 409
    assert json.loads(antwoord.content) == {
        "ander": "Hassan Ouali werkt ook in dit verslag. Uw tekst blijft bewaard.",
        "ook_open": "Hassan Ouali",
    }
    assert Klad.objects.get().velden["procedure"] == ["Van Hassan."]


def test_given_two_writers_when_the_second_saves_then_both_texts_stand_side_by_side_and_nothing_is_lost(
    regie, gesprek
):
    collega = MedewerkerFactory(team=gesprek.dossier.team, naam="Hassan Ouali")
    ander = Client()
    ander.force_login(collega)
    ander.post(
        url("concept", gesprek), {"versie": "0", "procedure": "Van Hassan.", "gevolgen": "Alleen Hassan."}
    )

    antwoord = regie.post(
        url("verslag", gesprek),
        {"versie": "0", "doe": "later", "procedure": "Van Noor.", "gevolgen": "", "overig": "Alleen Noor."},
    )

    assert antwoord.status_code == 409
    velden = antwoord.context["velden"]
    assert [(v.naam, v.uw_tekst, v.bewaard) for v in velden if not v.verborgen] == [
        ("procedure", "Van Noor.", "Van Hassan.")
    ]
    samen = {v.naam: v.uw_tekst for v in velden}
    assert (samen["gevolgen"], samen["overig"], samen["versie"]) == ("Alleen Hassan.", "Alleen Noor.", "1")
    bewaard = regie.post(url("verslag", gesprek), samen)
    assert bewaard.status_code == 302
    assert Klad.objects.get().velden["procedure"] == ["Van Noor."]


def test_given_the_page_saved_by_itself_a_moment_ago_when_its_button_is_pressed_then_that_is_no_conflict(
    regie, gesprek
):
    regie.post(url("concept", gesprek), VERSLAG | {"blad": "a1", "procedure": "Het ber"})

    antwoord = regie.post(url("verslag", gesprek), VERSLAG | {"blad": "a1", "doe": "afronden"})

    assert antwoord.status_code == 302
    assert Gesprek.objects.get().is_afgerond


def test_given_an_older_page_of_the_same_person_when_it_is_saved_then_it_is_a_conflict(regie, gesprek):
    regie.post(url("concept", gesprek), VERSLAG | {"blad": "a1", "procedure": "Nieuwer."})

    for naam in ("verslag", "concept"):
        antwoord = regie.post(url(naam, gesprek), VERSLAG | {"blad": "b2", "procedure": "Ouder."})
        assert antwoord.status_code == 409

    assert Klad.objects.get().velden["procedure"] == ["Nieuwer."]


def test_given_a_draft_of_a_talk_that_was_not_held_when_it_is_read_then_what_was_typed_is_there(
    regie, gesprek
):
    regie.post(url("concept", gesprek), {"versie": "0", "vraag_medisch": "Vraag naar de huisarts."})
    Gesprek.objects.filter(pk=gesprek.pk).update(status="niet_verschenen")

    pagina = regie.get(url("gesprek", gesprek))

    assert pagina.context["opgeschreven"] == [
        ("Hoe gaat het met uw gezondheid en die van uw gezin?", "Vraag naar de huisarts.")
    ]


def test_given_a_character_no_text_can_hold_when_typed_then_all_other_letters_are_kept(regie, gesprek):
    antwoord = regie.post(
        url("verslag", gesprek), VERSLAG | {"doe": "afronden", "eigen_woorden": "Ik wil\x00 naar huis. 🧳"}
    )

    assert antwoord.status_code == 302
    assert Gesprek.objects.get().eigen_woorden == "Ik wil naar huis. 🧳"


def test_given_a_colleague_finished_the_report_when_mine_is_sent_then_my_text_is_given_back(regie, gesprek):
    af = GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)

    antwoord = regie.post(url("verslag", af), VERSLAG | {"doe": "afronden"})

    assert antwoord.status_code == 409
    assert ("Wat heeft u uitgelegd?", "De opvang eindigt na vier weken.") in antwoord.context["getypt"]
    af.refresh_from_db()
    assert af.eigen_woorden == "Ik wil eerst met mijn broer praten."


@pytest.mark.parametrize("naam", ["verslag", "concept", "niet-gevoerd", "verzetten"])
def test_given_a_manager_when_posting_to_a_talk_then_it_is_refused_and_nothing_changes(
    client, gesprek, vandaag, naam
):
    client.force_login(MedewerkerFactory(manager=True, team=gesprek.dossier.team))

    antwoord = client.post(
        url(naam, gesprek), VERSLAG | PLAN | {"status": "niet_verschenen", "reden": "x", "versie": "0"}
    )

    assert antwoord.status_code in {302, 409, 422}
    assert not Klad.objects.exists()
    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.versie) == ("gepland", 1)


# Finished


def test_given_a_finished_talk_when_something_is_added_then_it_stands_under_the_report(regie, gesprek):
    af = GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)

    regie.post(
        url("aanvulling", af),
        {"soort": "aanvulling", "tekst": "Zijn broer belde mee.", "reden": "Dat vergat ik."},
    )

    assert Addendum.objects.get().soort == "aanvulling"
    assert regie.get(url("gesprek", af)).content.decode().count("Zijn broer belde mee.") == 1


def test_given_a_correction_without_reason_when_posted_then_all_is_kept(regie, gesprek):
    af = GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)

    antwoord = regie.post(
        url("aanvulling", af), {"soort": "correctie", "tekst": "Basra, niet Bagdad.", "reden": ""}
    )

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {"reden": ["Schrijf op waarom dit er later bij komt."]}
    assert "Basra, niet Bagdad." in antwoord.content.decode()


def test_given_an_agreement_when_it_is_kept_then_the_list_no_longer_asks(regie, gesprek):
    af = GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)

    regie.post(url("afspraak-gedaan", af, 0))

    assert AfspraakGedaan.objects.get().gesprek == af
    assert regie.get(lijst_url(gesprek.dossier)).context["afspraken"] == []


# What the room above adds


def test_given_what_other_rooms_know_when_preparing_or_holding_then_it_stands_beside_it(regie, gesprek):
    weet = Voorbereiding(nog_open=(Punt("Wens van 29 januari: “mijn gereedschap”.", "te-laat"),))
    samenstelling.stel_samen(voorbereiden=lambda *_: weet)

    for naam in ("verslag", "gesprek"):
        pagina = regie.get(url(naam, gesprek)).content.decode()
        assert pagina.count("Wens van 29 januari: “mijn gereedschap”.") == 1


def test_given_another_way_of_finishing_when_the_report_is_finished_then_that_one_does_it(regie, gesprek):
    gedaan = []

    def rond_af(**feiten):
        gedaan.append(feiten["verslag"].opbrengst.wensen[0].soort)
        return finish_gesprek(**feiten)

    samenstelling.stel_samen(afronden=rond_af)

    regie.post(url("verslag", gesprek), VERSLAG | {"doe": "afronden"})

    assert gedaan == ["bagage"]
    assert Gesprek.objects.get().is_afgerond


@pytest.fixture(autouse=True)
def gewone_samenstelling(monkeypatch):
    """Whatever a test says about preparing and finishing is over when the test is."""
    monkeypatch.setattr(samenstelling, "_afronden", [finish_gesprek])
    monkeypatch.setattr(samenstelling, "_voorbereiden", [samenstelling._niets])


def test_given_no_talks_when_listed_then_the_page_says_what_to_do(client, vandaag):
    dossier = DossierFactory()
    client.force_login(dossier.regievoerder)

    pagina = client.get(lijst_url(dossier))

    assert pagina.status_code == 200
    assert pagina.context["vaste"][0].stand == "Te laat"


# Fewer than three


def test_given_fewer_than_three_talks_when_listed_then_going_on_asks_a_reason_and_a_manager(regie, gesprek):
    voor = regie.get(lijst_url(gesprek.dossier))
    Dossierdeel.objects.create(
        dossier=gesprek.dossier,
        deel="afwijkingen",
        inhoud=[
            {
                "norm": "aantal-gesprekken-voor-dwang",
                "reden": "Hij wil geen derde gesprek.",
                "door": "Noor Haverkamp",
                "goedgekeurd_door": "Mirjam de Graaf",
                "goedgekeurd_op": "2022-02-10",
                "geldig_tot": "2022-03-10",
            }
        ],
    )

    na = regie.get(lijst_url(gesprek.dossier))

    assert [(m.norm, m.afwijking_tot) for m in voor.context["minder"]] == [
        ("aantal-gesprekken-voor-dwang", None)
    ]
    assert [(m.norm, m.afwijking_tot) for m in na.context["minder"]] == [
        ("aantal-gesprekken-voor-dwang", date(2022, 3, 10))
    ]
    weg = reverse("dossier:afwijken", args=[gesprek.dossier_id, "aantal-gesprekken-voor-dwang"])
    assert voor.content.decode().count(f'href="{weg}"') == 1
    assert [m.bron for m in voor.context["minder"]] == ["Rapport, paragraaf 3.1"]


def test_given_passages_to_read_when_talks_are_listed_then_the_one_who_handles_the_dossier_is_told(
    regie, client, gesprek
):
    af = GesprekFactory(
        dossier=gesprek.dossier, moment="extra", afgerond=True, eigen_woorden="Zij heeft epilepsie."
    )

    zelf = regie.get(lijst_url(gesprek.dossier)).context["te_lezen"]
    client.force_login(MedewerkerFactory(manager=True, team=gesprek.dossier.team))
    manager = client.get(lijst_url(gesprek.dossier)).context["te_lezen"]

    assert (list(zelf), list(manager)) == ([af], [])
