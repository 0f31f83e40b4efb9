"""The tab of departure, as a colleague meets it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.kern.bouw import boeking as feit
from tests.kern.bouw import plan
from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from tests.web.test_pdf import opened, shown_text
from verantwoord.dossier.feiten import beeld_of
from verantwoord.vertrek.actions import close_dossier, reopen_dossier
from verantwoord.vertrek.forms import REISSTAPPEN, STAPPEN
from verantwoord.web.datums import dag_maand, lang

pytestmark = pytest.mark.django_db
ZELFSTANDIG = {"vertrekplannen": [plan(gekozen="zelfstandig_iom")]}
WEG = {
    "laatst_gezien_op": "2022-04-12",
    "niet_aangekomen_sinds": "2022-04-14T14:30:00+02:00",
    "aanwezigheidscontrole_op": "2022-04-18",
    "bericht_van_vertrek_ref": "AVIM-BVV-1",
}


def maak(client, **feiten):
    dossier = maak_dossier(klaar_voor_vertrek(**feiten), vandaag=timezone.localdate())
    client.force_login(dossier.regievoerder)
    return dossier


def adres(dossier, naam="overzicht", *args):
    return reverse(f"vertrek:{naam}", args=[dossier.pk, *args])


def datum(veld, dag):
    return {f"{veld}_dag": dag.day, f"{veld}_maand": dag.month, f"{veld}_jaar": dag.year}


def reis(dossier, **anders):
    over_een_week = timezone.localdate() + timedelta(days=7)
    return {"versie": dossier.versie, "land": "ARM"} | datum("gepland_op", over_een_week) | anders


def test_given_nothing_recorded_when_the_tab_is_opened_then_it_says_so_and_offers_to_book(client):
    dossier = maak(client, **ZELFSTANDIG)

    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Er is geen reis geboekt.") == 1
    assert inhoud.count("Boek een zelfstandig vertrek") == 1
    assert inhoud.count("Boek een gedwongen vertrek") == 0
    assert inhoud.count("Ook daarna kan zelfstandig vertrek altijd weer.") == 1


def test_given_forced_departure_chosen_when_the_tab_is_opened_then_the_way_back_stands_there(client):
    dossier = maak(client)

    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Terug naar zelfstandig vertrek kan altijd, tot het moment van vertrek.") == 1
    assert inhoud.count("Boek een zelfstandig vertrek") == 1
    assert inhoud.count("Boek een gedwongen vertrek") == 1


def test_given_a_form_when_it_is_filled_in_then_the_trip_stands_on_the_page(client):
    dossier = maak(client, **ZELFSTANDIG)

    gestuurd = client.post(adres(dossier, "stap", "zelfstandig"), reis(dossier, toelichting="Met IOM."))
    inhoud = client.get(gestuurd.url).content.decode()

    assert gestuurd.url == adres(dossier)
    assert inhoud.count("Reis naar Armenië op ") == 1
    assert inhoud.count("gepland, over 7 dagen") == 1
    assert inhoud.count("Met IOM.") == 1


def test_given_wrong_answers_when_they_are_sent_then_what_was_typed_stays_and_each_fault_stands_at_its_field(
    client,
):
    dossier = maak(client, **ZELFSTANDIG)

    antwoord = client.post(
        adres(dossier, "stap", "zelfstandig"),
        reis(dossier, gepland_op_dag=31, gepland_op_maand=2, toelichting="IOM"),
    )

    form = antwoord.context["form"]
    assert antwoord.status_code == 422
    assert list(form.errors) == ["gepland_op"]
    assert form["toelichting"].value() == "IOM"


def test_given_another_country_when_admission_is_missing_then_the_norm_and_its_source_stand_above_the_form(
    client,
):
    dossier = maak(client, **ZELFSTANDIG)

    antwoord = client.post(
        adres(dossier, "stap", "zelfstandig"), reis(dossier, land="GEO", toelichting="IOM")
    )

    assert antwoord.status_code == 409
    assert [b.norm for b in antwoord.context["geblokkeerd"]] == ["derde-land-vertrek"]
    assert antwoord.context["form"]["toelichting"].value() == "IOM"


def test_given_a_colleague_who_was_first_when_it_is_sent_then_both_stand_there(client):
    dossier = maak(client, boekingen=[feit(gepland_op="2022-04-28")])

    antwoord = client.post(
        adres(dossier, "reisstap", 0, "annuleren"), {"versie": dossier.versie - 1, "reden": "Hij is ziek."}
    )

    assert antwoord.status_code == 409
    assert [feit.waarde for feit in antwoord.context["staat"]] == ["Gedwongen vertrek"]
    assert antwoord.context["form"]["reden"].value() == "Hij is ziek."
    assert antwoord.context["form"]["versie"].value() == str(dossier.versie)


def test_given_a_norm_that_stops_it_when_the_form_is_opened_then_there_is_no_button(client):
    dossier = maak(client, mensenhandel={"aanwijzing_op": "2022-04-19"}, **ZELFSTANDIG)

    antwoord = client.get(adres(dossier, "stap", "zelfstandig"))

    assert [b.norm for b in antwoord.context["geblokkeerd"]] == ["mensenhandel-signaal"]
    assert antwoord.content.decode().count("Leg de reis vast") == 0


def test_given_a_medical_condition_when_the_tab_is_opened_then_nobody_travels_before_it_is_arranged(client):
    dossier = maak(
        client,
        medisch={"reisvoorwaarden": ["arts mee"]},
        boekingen=[feit(soort="zelfstandig", gepland_op=DAG.isoformat())],
    )

    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("arts mee") == 1
    assert inhoud.count("Vandaag mag dit vertrek niet doorgaan") == 1
    assert inhoud.count("Laat het vertrek doorgaan") == 0


def test_given_the_day_itself_when_it_goes_ahead_and_is_proven_then_the_dossier_can_be_closed(client):
    dossier = maak(client, boekingen=[feit(soort="zelfstandig", gepland_op=DAG.isoformat())], **ZELFSTANDIG)

    client.post(
        adres(dossier, "reisstap", 0, "doorgaan"),
        {"versie": dossier.versie, "afweging": "Hij wil zelf gaan."},
    )
    client.post(
        adres(dossier, "stap", "uitkomst"),
        {
            "versie": dossier.versie,
            "soort": "zelfstandig_gecontroleerd",
            "bewijs": "iom",
            "bewijs_ref": "IOM-1",
        }
        | datum("op", timezone.localdate()),
    )
    dossier.refresh_from_db()
    gesloten = client.post(
        adres(dossier, "stap", "sluiten"),
        {
            "versie": dossier.versie,
            "soort": "zelfstandig_gecontroleerd",
            "reden": "Hij is thuis.",
            "gezien_wat_vervalt": "on",
        },
    )

    assert gesloten.url == adres(dossier)
    assert beeld_of(dossier.pk).gesloten_op == timezone.localdate()
    inhoud = client.get(adres(dossier)).content.decode()
    assert inhoud.count("Hij is thuis.") == 1
    assert inhoud.count("Heropen het dossier") == 1
    assert inhoud.count("Wijzig de reis") == 0


def test_given_a_departure_nobody_let_go_ahead_when_the_tab_is_opened_then_that_stands_there(client):
    dossier = maak(client, boekingen=[feit(gepland_op=DAG.isoformat())], verwijderbaarheidschecks=[])

    client.post(
        adres(dossier, "stap", "uitkomst"),
        {
            "versie": dossier.versie, "soort": "gedwongen", "bewijs": "kmar", "bewijs_ref": "KMAR-1",
            "toelichting": "De KMar nam hem mee.",
        } | datum("op", timezone.localdate()),
    )  # fmt: skip
    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Op de dag van vertrek is niet vastgelegd dat het mocht doorgaan.") == 1
    assert inhoud.count("De KMar nam hem mee.") == 1


def test_given_an_absence_when_the_tab_is_opened_then_each_step_and_its_source_stand_there(client):
    dossier = maak(client, afwezigheid=WEG)

    antwoord = client.get(adres(dossier))

    assert [stap.teken for stap in antwoord.context["weg"]] == ["gedaan", "gedaan", "gedaan", "gedaan"]
    assert antwoord.content.decode().count("Bericht van vertrek (PDF)") == 1


def test_given_no_check_when_the_document_is_asked_then_it_is_not_there(client):
    dossier = maak(client)

    assert client.get(adres(dossier, "bericht_pdf")).status_code == 404


def test_given_an_absence_when_the_document_is_asked_then_it_says_what_it_is_and_what_it_is_not(client):
    dossier = maak(client, afwezigheid=WEG)

    antwoord = client.get(adres(dossier, "bericht_pdf"))

    assert antwoord["Content-Type"] == "application/pdf"
    assert (antwoord.content[:5], antwoord.content.count(b"<pdfuaid:part>1<")) == (b"%PDF-", 1)
    woorden = "".join(shown_text(opened(antwoord.content)).split())
    assert woorden.count("DitisgeenbewijsdatdepersoonNederlandheeftverlaten.") == 1
    assert woorden.count("AVIM-BVV-1") == 1


def test_given_a_minor_alone_when_absence_is_recorded_then_the_police_within_a_day_stands_above_the_form(
    client,
):
    dossier = maak(client)
    type(dossier.persoon).objects.filter(pk=dossier.persoon_id).update(amv=True)

    inhoud = client.get(adres(dossier, "stap", "niet-gezien")).content.decode()

    assert inhoud.count("Meld de vermissing binnen 24 uur bij de politie") == 1


def test_given_a_day_without_a_time_when_it_is_sent_then_the_time_is_asked(client):
    dossier = maak(client)

    antwoord = client.post(
        adres(dossier, "stap", "niet-gezien"),
        {"versie": dossier.versie} | datum("niet_aangekomen_op", timezone.localdate()),
    )

    assert antwoord.context["form"].errors == {
        "niet_aangekomen_om": ["Vul ook de tijd in: na 48 uur telt het pas."]
    }


def test_given_a_reopened_dossier_when_the_tab_is_opened_then_it_says_what_begins_anew(client):
    dossier = maak(client, afwezigheid=WEG)
    wie = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "peildatum": timezone.localdate()}
    dossier = close_dossier(**wie, versie=dossier.versie, soort="ongecontroleerd", reden="Weg.")
    reopen_dossier(
        **wie, versie=dossier.versie, aanleiding="weer_gezien", reden="Hij is in Ter Apel.",
        weer_gezien_op=timezone.localdate(),
    )  # fmt: skip

    inhoud = client.get(adres(dossier)).content.decode()

    assert inhoud.count("Dit dossier is heropend") == 1
    assert inhoud.count("Leg de vier toetsingen opnieuw vast") == 1


def test_given_somebody_from_elsewhere_when_any_page_is_asked_then_there_is_none(client):
    dossier = maak(client, boekingen=[feit(gepland_op="2022-04-28")], afwezigheid=WEG)
    client.force_login(MedewerkerFactory())
    paden = [adres(dossier), adres(dossier, "bericht_pdf")]
    paden += [adres(dossier, "stap", stap) for stap in STAPPEN]
    paden += [adres(dossier, "reisstap", 0, stap) for stap in REISSTAPPEN]

    assert {client.get(pad).status_code for pad in paden} == {404}
    assert {client.post(pad, {}).status_code for pad in paden} == {404}


def test_given_a_manager_when_a_step_is_sent_then_it_says_whose_it_is(client):
    dossier = maak(client)
    client.force_login(MedewerkerFactory(team=dossier.team, manager=True))

    antwoord = client.post(adres(dossier, "stap", "weer-gezien"), {
        "versie": dossier.versie, "toelichting": "Gezien.",
    } | datum("op", timezone.localdate()))  # fmt: skip

    assert antwoord.status_code == 403
    assert client.get(adres(dossier)).content.decode().count("Boek een") == 0


@pytest.mark.parametrize(
    "pad", [("stap", "verdwijnen"), ("reisstap", 7, "wijzigen"), ("reisstap", 0, "stap")]
)
def test_given_a_step_that_does_not_exist_when_it_is_asked_then_there_is_no_page(client, pad):
    dossier = maak(client, boekingen=[feit(gepland_op="2022-04-28")])

    assert client.get(adres(dossier, *pad)).status_code == 404


def test_given_one_trip_or_thirty_when_the_tab_is_opened_then_it_asks_the_database_as_often(
    client, django_assert_max_num_queries
):
    een = maak(client, boekingen=[feit(gepland_op="2022-04-28")])
    with django_assert_max_num_queries(40) as eerst:
        client.get(adres(een))
    type(een).objects.filter(pk=een.pk).update(gesloten_op=timezone.localdate())
    een.persoon.v_nummer = "9900000009"
    een.persoon.save()
    dertig = maak(
        client,
        dossiernummer="D-2022-900002",
        boekingen=[feit(gepland_op="2022-04-28", geannuleerd_op="2022-04-19")] * 30,
    )

    with django_assert_max_num_queries(40) as daarna:
        client.get(adres(dertig))

    assert len(daarna) == len(eerst)


def test_given_a_trip_and_an_absence_when_the_timeline_is_opened_then_it_speaks_of_them_in_words(client):
    dossier = maak(client, **ZELFSTANDIG)
    client.post(adres(dossier, "stap", "zelfstandig"), reis(dossier, toelichting="Met IOM."))
    dossier.refresh_from_db()
    client.post(
        adres(dossier, "stap", "niet-gezien"),
        {"versie": dossier.versie, "niet_aangekomen_om": "14:30"}
        | datum("niet_aangekomen_op", timezone.localdate() - timedelta(days=1)),
    )

    regels = client.get(reverse("werkplek:tijdlijn", args=[dossier.pk])).context["regels"]

    gisteren, over_een_week = (timezone.localdate() + timedelta(days=dagen) for dagen in (-1, 7))
    assert [(regel.titel, regel.nieuw) for regel in regels[:2]] == [
        ("Niet meer gezien, niet aangekomen sinds", f"{lang(gisteren)}, 14.30 uur"),
        ("Reis geboekt", f"land Armenië, soort zelfstandig, gepland op {dag_maand(over_een_week)}, Met IOM."),
    ]
