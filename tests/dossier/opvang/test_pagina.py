"""The pages: what stands there for whom, what a form refuses and keeps, and that a long history costs no more queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.opvang.conftest import OP, geef_aan, neem_over, reserveer, versie, vraag
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Overplaatsing, Verblijfplaats
from verantwoord.dossier.opvang import views
from verantwoord.dossier.opvang.forms import STAPPEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def op_die_dag(monkeypatch):
    """The pages as they were on 20 April 2022."""
    monkeypatch.setattr(views.timezone, "localdate", lambda *_moment: OP)


@pytest.fixture
def pagina(client, dossier, op_die_dag):
    client.force_login(dossier.regievoerder)
    return reverse("dossier:opvang", args=[dossier.pk])


def datum(naam, dag):
    return {f"{naam}_dag": dag.day, f"{naam}_maand": dag.month, f"{naam}_jaar": dag.year}


def verzoek(dossier, **anders):
    return (
        {
            "versie": versie(dossier), "naar": "vbl", "locatie": "Ter Apel", "maatregel": "VBM-17",
            "zicht_op_terugkeer": "De LP is toegezegd.", "toelichting": "Een kamer.",
        }
        | datum("maatregel_op", date(2022, 4, 19))
        | datum("antwoord_voor", date(2022, 4, 25))
        | datum("gewenst_op", date(2022, 4, 29))
        | anders
    )  # fmt: skip


def test_given_the_page_when_opened_then_places_transfer_and_children_stand_there(client, gezin, pagina):
    vraag(gezin[0], samen=gezin[1:])

    context = client.get(pagina).context

    assert [p.locatie for p in context["plaatsen"]] == ["Assen"]
    assert context["lopend"].stand == "gevraagd"
    assert [naam for naam, _titel in context["knoppen"]] == ["intrekken"]
    assert [kind["wie"] for kind in context["kinderen"]] == ["kind, geboren op 6 mei 2011"]


def test_given_a_complete_file_when_the_form_is_sent_then_the_coa_is_asked(client, dossier, pagina):
    adres = reverse("dossier:overplaatsen", args=[dossier.pk])
    onderdelen = [deel.is_er for deel in client.get(adres).context["onderdelen"]]

    antwoord = client.post(adres, verzoek(dossier))

    rij = Overplaatsing.objects.get()
    assert (onderdelen, antwoord.url) == ([True, True, True], pagina)
    assert (rij.locatie, rij.grond.maatregel, rij.grond.maatregel_op) == (
        "Ter Apel",
        "VBM-17",
        date(2022, 4, 19),
    )


def test_given_a_vbl_without_a_prospect_when_sent_then_it_is_said_at_the_field_and_all_typed_is_kept(
    client, dossier, pagina
):
    adres = reverse("dossier:overplaatsen", args=[dossier.pk])

    antwoord = client.post(adres, verzoek(dossier, zicht_op_terugkeer=""))

    form = antwoord.context["form"]
    assert (antwoord.status_code, [*form.errors]) == (422, ["zicht_op_terugkeer"])
    assert (form["locatie"].value(), Overplaatsing.objects.count()) == ("Ter Apel", 0)


def test_given_an_incomplete_file_when_opened_then_what_misses_leads_to_its_page_and_there_is_no_button(
    client, regie, op_die_dag
):
    dossier = geef_aan(neem_over(7, {"lp_aanvragen": []}), regie)
    client.force_login(regie)

    antwoord = client.get(reverse("dossier:overplaatsen", args=[dossier.pk]))

    ontbreekt = [deel.url for deel in antwoord.context["onderdelen"] if not deel.is_er]
    assert ontbreekt == [reverse("reisdocument:overzicht", args=[dossier.pk])]
    assert (
        antwoord.context["kan_niet"],
        "<button" in antwoord.content.decode().split("</h2>")[1].split("vw-kolom-zij")[0],
    ) == (True, False)


def test_given_a_family_when_the_form_is_sent_for_two_then_both_are_asked(client, gezin, pagina):
    adres = reverse("dossier:overplaatsen", args=[gezin[0].pk])
    keuze = f"{gezin[2].pk}.{versie(gezin[2])}"

    client.post(adres, verzoek(gezin[0], samen=[keuze]))

    assert {*Overplaatsing.objects.values_list("dossier", flat=True)} == {gezin[0].pk, gezin[2].pk}


@pytest.mark.parametrize("stap", STAPPEN)
def test_given_each_step_when_opened_and_sent_empty_then_it_answers(client, dossier, coa, pagina, stap):
    rij = vraag(dossier)
    reserveer(rij, coa)
    adres = reverse("dossier:overplaatsing", args=[dossier.pk, rij.pk, stap])

    assert [client.get(adres).status_code, client.post(adres, {}).status_code] == [200, 422]


def test_given_a_step_when_sent_then_it_is_taken(client, dossier, coa, pagina):
    rij = vraag(dossier)
    reserveer(rij, coa, op=OP)

    client.post(
        reverse("dossier:overplaatsing", args=[dossier.pk, rij.pk, "overdracht"]), {"wat": "Besproken."}
    )
    weer = client.post(
        reverse("dossier:overplaatsing", args=[dossier.pk, rij.pk, "overdracht"]), {"wat": "Nog eens."}
    )

    assert [s.tekst for s in rij.stappen.filter(soort="overgedragen")] == ["Besproken."]
    assert weer.status_code == 422


def test_given_a_stay_when_it_is_put_right_on_the_page_then_the_old_one_is_told(client, dossier, pagina):
    adres = reverse("dossier:verblijf_verbeteren", args=[dossier.pk, 0])
    staat = client.get(adres).context["form"].initial

    client.post(
        adres,
        {"versie": versie(dossier), "soort": "azc", "locatie": "Emmen", "reden": "Tikfout."}
        | datum("van", date(2021, 6, 10)),
    )

    assert staat["locatie"] == "Assen"
    assert [v.wat for v in client.get(pagina).context["verbeteringen"]] == [
        ("plaats: was Assen, is nu Emmen",)
    ]


def test_given_a_colleague_was_first_when_sending_a_place_then_both_are_shown(client, dossier, pagina):
    velden = {"soort": "azc", "locatie": "Emmen", "toelichting": "Bericht."} | datum("van", date(2022, 4, 1))

    antwoord = client.post(
        reverse("dossier:verblijf", args=[dossier.pk]), {"versie": versie(dossier) - 1} | velden
    )

    assert (antwoord.status_code, antwoord.context["form"]["locatie"].value()) == (409, "Emmen")
    assert [p.locatie for p in antwoord.context["nu"]] == ["Assen"]


def test_given_a_child_when_its_interests_are_sent_then_they_stand_with_that_child(client, gezin, pagina):
    adres = reverse("dossier:kindbelangen", args=[gezin[0].pk, "1"])
    velden = {"school": "Groep 7.", "gezondheid": "Slaap.", "band": "Ouders.", "veiligheid": "Een deur."}

    leeg = client.post(adres, velden | datum("op", OP))
    client.post(adres, velden | datum("op", OP) | {"eigen_woorden": "Ik wil naar school."})

    assert [*leeg.context["form"].errors] == ["eigen_woorden"]
    [kind] = client.get(pagina).context["kinderen"]
    assert [b.eigen_woorden for b in kind["belangen"]] == ["Ik wil naar school."]


def test_given_an_outsider_when_opening_each_page_then_it_is_not_there(client, dossier):
    rij = vraag(dossier)
    client.force_login(MedewerkerFactory())
    adressen = [
        reverse("dossier:opvang", args=[dossier.pk]),
        reverse("dossier:verblijf", args=[dossier.pk]),
        reverse("dossier:verblijf_verbeteren", args=[dossier.pk, 0]),
        reverse("dossier:overplaatsen", args=[dossier.pk]),
        reverse("dossier:overplaatsing", args=[dossier.pk, rij.pk, "intrekken"]),
        reverse("dossier:kindbelangen", args=[dossier.pk, "zelf"]),
        reverse("dossier:achttien", args=[dossier.pk, "zelf"]),
    ]

    assert {client.get(adres).status_code for adres in adressen} == {404}


def test_given_a_manager_when_opening_then_she_reads_and_sends_nothing(client, dossier, pagina):
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))
    adres = reverse("dossier:overplaatsen", args=[dossier.pk])

    assert client.get(pagina).context["mag"] is False
    assert (client.get(adres).url, client.post(adres, {}).status_code) == (pagina, 403)


def test_given_a_transfer_of_another_dossier_when_opened_then_404(client, gezin, pagina):
    rij = vraag(gezin[1])

    adres = reverse("dossier:overplaatsing", args=[gezin[0].pk, rij.pk, "intrekken"])

    assert client.get(adres).status_code == 404


def test_given_one_or_thirty_stays_and_transfers_when_shown_then_the_number_of_queries_is_the_same(client):
    dossier = DossierFactory()
    adres = reverse("dossier:opvang", args=[dossier.pk])
    client.force_login(dossier.regievoerder)

    def tel():
        herbeoordeel([dossier.pk])
        with CaptureQueriesContext(connection) as vragen:
            client.get(adres)
        return len(vragen)

    maak(dossier, 1)
    tel()
    een = tel()
    maak(dossier, 29)

    assert tel() == een


def maak(dossier, aantal):
    begin = Verblijfplaats.objects.filter(dossier=dossier).count()
    for n in range(begin, begin + aantal):
        dag = date(2020, 1, 1) + timedelta(days=n)
        Verblijfplaats.objects.create(
            dossier=dossier, volgorde=n, soort="azc", locatie=f"Plaats {n}", van=dag, tot=dag
        )
        rij = Overplaatsing.objects.create(
            dossier=dossier, naar="gl", locatie="Emmen", gewenst_op=dag, antwoord_voor=dag, toelichting="x",
            gevraagd_op=dag, gevraagd_door=dossier.regievoerder, stand="ingetrokken",
        )  # fmt: skip
        rij.stappen.create(soort="gevraagd", organisatie="dtv", door=dossier.regievoerder, op=dag)


def test_given_today_when_a_future_day_is_typed_then_it_is_refused(client, dossier):
    client.force_login(dossier.regievoerder)
    morgen = timezone.localdate() + timedelta(days=1)

    antwoord = client.post(
        reverse("dossier:verblijf", args=[dossier.pk]),
        {"versie": versie(dossier), "soort": "azc", "locatie": "Emmen", "toelichting": "x"}
        | datum("van", morgen),
    )

    assert [*antwoord.context["form"].errors] == ["van"]
    assert len(beeld_of(dossier.pk).opvang.verblijfplaatsen) == 1
