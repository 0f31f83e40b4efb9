"""The public rules about words: read by anybody, tried without a trace, and bettered by who hears people."""

import logging

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.signalen import lexiconversie
from verantwoord.kern.signalen.regels import regelbladen, woordenblad
from verantwoord.vertrekgesprek.actions import answer_woordvoorstel
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast
from verantwoord.vertrekgesprek.lexiconblad import BEREIK, OMSTANDIGHEDEN
from verantwoord.vertrekgesprek.models import Woordvoorstel
from verantwoord.vertrekgesprek.views.woordregels import PER_MINUUT

pytestmark = pytest.mark.django_db

MEDISCH = "Zij heeft epilepsie en suikerziekte."
VOORSTEL = {
    "terrein": "medisch",
    "woorden": "hij kreeg geen lucht meer",
    "toelichting": "Zo zeggen mensen dat zij benauwd zijn.",
    "zonder_persoon": "on",
}


@pytest.fixture(autouse=True)
def _vergeten():
    """Nobody tried a text before."""
    cache.clear()


@pytest.mark.parametrize("blad", regelbladen(), ids=lambda blad: blad.soort)
def test_given_nobody_logged_in_when_a_matter_is_opened_then_every_rule_stands_there_with_all_it_does(
    client, blad
):
    pagina = client.get(reverse("woordregels:soort", args=[blad.soort]))

    getoond = {regel.id: regel for regel in pagina.context["blad"].regels}
    assert list(getoond) == [regel.id for regel in blad.regel]
    for regel in blad.regel:
        rij = getoond[regel.id]
        assert (len(rij.woorden), rij.raak, rij.mis) == (len(set(regel.woorden)), regel.raak, regel.mis)
        assert [een.op for een in rij.geschiedenis][-1] == regel.sinds
        assert pagina.content.decode().count(f'id="{regel.id}"') == 1
    assert pagina.content.decode().count(lexiconversie()) == 1


@pytest.mark.parametrize("naam", ["begin", "gedeeld", "proberen"])
def test_given_nobody_logged_in_when_a_public_page_is_opened_then_it_is_there_and_no_table_is_read(
    client, naam
):
    with CaptureQueriesContext(connection) as vragen:
        pagina = client.get(reverse(f"woordregels:{naam}"))

    assert pagina.status_code == 200
    assert [vraag["sql"] for vraag in vragen.captured_queries if " from " in vraag["sql"].lower()] == []


@pytest.mark.parametrize(
    ("vraag", "gevonden"), [("epilepsie", {"medisch"}), ("EPILEPSI", {"medisch"}), ("zzqx", set())]
)
def test_given_a_word_when_searched_then_the_rules_that_hold_it_are_named(client, vraag, gevonden):
    pagina = client.get(reverse("woordregels:begin"), {"zoek": vraag})

    assert {blad.terrein for blad in pagina.context["gevonden"]} == gevonden


def test_given_what_takes_a_hit_away_when_read_then_each_has_a_name_and_a_place_in_words():
    blad = woordenblad()

    assert {een.id for een in blad.omstandigheid} - set(OMSTANDIGHEDEN) == set()
    assert {een.bereik for een in blad.omstandigheid} - set(BEREIK) == set()
    assert {naam for b in regelbladen() for regel in b.regel for naam in regel.ongeacht} - set(
        OMSTANDIGHEDEN
    ) == set()


def test_given_a_matter_that_does_not_exist_when_opened_then_there_is_no_page(client):
    assert client.get(reverse("woordregels:soort", args=["geloofwaardigheid"])).status_code == 404


def test_given_a_text_when_tried_then_it_is_read_and_neither_the_database_nor_a_log_hears_of_it(
    client, caplog
):
    with CaptureQueriesContext(connection) as vragen, caplog.at_level(logging.DEBUG):
        pagina = client.post(reverse("woordregels:proberen"), {"tekst": MEDISCH})

    assert [(blad.terrein, blad.passage.citaat) for blad in pagina.context["bladen"]] == [
        ("Medisch", MEDISCH)
    ]
    assert [vraag["sql"] for vraag in vragen.captured_queries if "epilepsie" in vraag["sql"]] == []
    assert "epilepsie" not in caplog.text
    assert "no-store" in pagina["Cache-Control"]


def test_given_a_text_without_such_words_when_tried_then_it_never_says_that_there_is_no_sign(client):
    pagina = client.post(reverse("woordregels:proberen"), {"tekst": "De zitting is verteld."})

    assert pagina.content.decode().count("Dat betekent niet dat er niets is.") == 1


@pytest.mark.parametrize("tekst", ["", "  ", "a" * 5_001])
def test_given_no_text_or_too_much_when_tried_then_it_says_what_fits(client, tekst):
    assert client.post(reverse("woordregels:proberen"), {"tekst": tekst}).status_code == 422


def test_given_many_texts_from_one_address_when_tried_then_one_waits_a_minute_and_keeps_what_was_typed(
    client,
):
    antwoorden = [
        client.post(reverse("woordregels:proberen"), {"tekst": MEDISCH}) for _ in range(PER_MINUUT + 1)
    ]
    elders = client.post(reverse("woordregels:proberen"), {"tekst": MEDISCH}, REMOTE_ADDR="192.0.2.7")

    assert [a.status_code for a in antwoorden] == [200] * PER_MINUUT + [429]
    assert antwoorden[-1].content.decode().count(MEDISCH) == 1
    assert elders.status_code == 200


def test_given_words_that_were_missed_when_proposed_and_answered_then_who_proposed_them_reads_the_answer(
    client,
):
    regie, redactie = MedewerkerFactory(), MedewerkerFactory(beheerder=True)
    client.force_login(regie)
    leeg = client.get(reverse("woordregels:voorstel-nieuw"))
    client.post(reverse("woordregels:voorstel-nieuw"), VOORSTEL)
    voorstel = Woordvoorstel.objects.get()
    client.force_login(redactie)
    wacht = client.get(reverse("woordregels:voorstellen")).context["open_voorstellen"]
    beheer = client.get(reverse("beheer:begin")).content.decode()
    client.post(
        reverse("woordregels:voorstel", args=[voorstel.pk]),
        {"stand": "overgenomen", "antwoord": "Staat erin."},
    )
    client.force_login(regie)
    zelf = client.get(reverse("woordregels:voorstellen")).context

    assert leeg.context["form"]["woorden"].value() is None
    assert (wacht, beheer.count("Er wacht 1 voorstel op uw antwoord.")) == ([voorstel], 1)
    assert [(v.stand, v.antwoord) for v in zelf["beantwoord"]] == [("overgenomen", "Staat erin.")]
    assert list(
        Gebeurtenis.objects.filter(soort__startswith="woordvoorstel").values_list("dossier_id", "gegevens")
    ) == [
        (None, {"terrein": "medisch"}),
        (None, {"wijzigingen": {"stand": ["nieuw", "overgenomen"]}}),
    ]


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("woorden", "hij heet 281 447 9053"),
        ("woorden", "zie D-2022-004817"),
        ("toelichting", "Bel 06-12345678."),
        ("toelichting", "Mail k.proef@voorbeeld.nl."),
        ("zonder_persoon", ""),
        ("woorden", ""),
    ],
    ids=["v-nummer", "dossier", "telefoon", "mail", "niet nagelezen", "leeg"],
)
def test_given_a_number_or_address_of_somebody_when_proposed_then_it_is_refused_and_all_is_kept(
    client, veld, waarde
):
    client.force_login(MedewerkerFactory())

    antwoord = client.post(reverse("woordregels:voorstel-nieuw"), VOORSTEL | {veld: waarde})

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (422, [veld])
    assert Woordvoorstel.objects.count() == 0


def test_given_somebody_else_when_looking_then_they_see_only_their_own_proposals_and_answer_none(client):
    ander = MedewerkerFactory()
    voorstel = Woordvoorstel.objects.create(terrein="wens", woorden="thuis zijn", door=ander)
    client.force_login(MedewerkerFactory())

    lijst = client.get(reverse("woordregels:voorstellen")).context
    antwoord = client.post(reverse("woordregels:voorstel", args=[voorstel.pk]), {"stand": "overgenomen"})

    assert (lijst["open_voorstellen"], antwoord.status_code) == ([], 404)


@pytest.mark.parametrize("wie", [{"avim": True}, {"kmar": True}, {"coa": True}])
def test_given_a_role_of_supervision_or_reception_when_proposing_then_there_is_no_page_and_the_rules_are_read(
    client, wie
):
    client.force_login(MedewerkerFactory(**wie))

    assert client.get(reverse("woordregels:voorstel-nieuw")).status_code == 404
    regels = client.get(reverse("woordregels:begin"))
    assert (regels.status_code, regels.context["toont_voorstellen"]) == (200, False)


def test_given_an_answered_proposal_when_answered_again_then_it_is_refused():
    redactie = MedewerkerFactory(beheerder=True)
    voorstel = Woordvoorstel.objects.create(terrein="wens", woorden="thuis zijn", door=MedewerkerFactory())
    feiten = {"door": redactie, "voorstel_id": voorstel.pk, "stand": "niet_overgenomen"}
    answer_woordvoorstel(**feiten, antwoord="Te algemeen.")

    with pytest.raises(GesprekStaatVast):
        answer_woordvoorstel(**feiten, antwoord="Nog eens.")


def test_given_nobody_logged_in_when_the_page_about_algorithms_is_opened_then_it_says_that_no_model_judges_people(
    client,
):
    pagina = client.get(reverse("werkplek:algoritmen")).content.decode()

    assert pagina.count("In dit programma zit geen model dat mensen beoordeelt.") == 1
    assert pagina.count(reverse("woordregels:begin")) == 1
