"""The pages of contributions, budgets, other countries and what is arranged: who reaches them, and nothing typed is lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import BijdrageFactory, zet_verwijzing
from verantwoord.ondersteuning.actions import add_bewijs, ask_regeling, begin_derde_land
from verantwoord.ondersteuning.models import Begroting, Bijdrage, DerdeLand, Regeling
from verantwoord.ondersteuning.queries import verwijzingsregels_of
from verantwoord.toegang.models import Inzage
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db
OP = date(2022, 3, 1)
OP_DIE_DAG = {"op_dag": "1", "op_maand": "3", "op_jaar": "2022"}


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def regie(client, dossier, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    client.force_login(dossier.regievoerder)
    return client


def adres(dossier, naam, *args):
    return reverse(f"ondersteuning:{naam}", args=[dossier.pk, *args])


def vul(dossier):
    """One of everything, and the address of each page about it."""
    wie = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "peildatum": OP}
    zet_verwijzing(dossier)
    bijdrage = BijdrageFactory(dossier=dossier, besloten=True, betaling="goedgekeurd")
    land = begin_derde_land(**wie, land="RWA")
    bewijs = add_bewijs(**wie, derde_land_id=land.pk, versie=1, soort="visum", kenmerk="V-17", gezien_op=OP)
    regeling = ask_regeling(
        **wie, uitvoerder="bijzonder_vertrek", soort="school", nodig="Een school.", land="IRQ", nodig_op=OP
    )
    return [
        adres(dossier, "antwoord", 0),
        adres(dossier, "bewijs", 0),
        adres(dossier, "betaling", bijdrage.pk),
        adres(dossier, "derde_land"),
        *(adres(dossier, "landstap", land.pk, stap) for stap in ("dia", "antwoord", "bewijs")),
        adres(dossier, "bewijs_vervallen", land.pk, bewijs.pk),
        adres(dossier, "regeling"),
        adres(dossier, "regelstand", regeling.pk),
    ]


def test_given_an_outsider_when_opening_any_page_then_there_is_none_and_a_manager_may_only_read(
    regie, client, dossier
):
    adressen = vul(dossier)
    assert {regie.get(pad).status_code for pad in adressen} == {200}

    client.force_login(MedewerkerFactory())
    buiten = {client.get(pad).status_code for pad in adressen} | {
        client.post(pad, {}).status_code for pad in adressen
    }
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))
    pagina = client.get(adres(dossier, "wensen")).content.decode()

    assert buiten == {404}
    assert (pagina.count("Zoek een ander land uit"), pagina.count("Laat iets regelen")) == (0, 0)
    assert client.get(adres(dossier, "landstap", DerdeLand.objects.get().pk, "niets")).status_code == 404


@pytest.mark.parametrize(
    ("naam", "args", "velden", "woord"),
    [
        ("antwoord", [0], {"antwoord": "geweigerd", "toelichting": "Zij zijn vol."}, "Zij zijn vol."),
        ("bewijs", [0], {}, "; het geldt tot en met"),
        ("derde_land", [], {"land": "RWA"}, "Uitgezocht sinds"),
        (
            "regeling",
            [],
            {
                "wens_id": "geen", "uitvoerder": "bijzonder_vertrek", "soort": "school", "land": "IRQ",
                "nodig": "Een plek in groep 5.", "nodig_op_dag": "1", "nodig_op_maand": "5",
                "nodig_op_jaar": "2022",
            },
            "Een plek in groep 5.",
        ),
    ],
)  # fmt: skip
def test_given_a_form_when_it_is_posted_then_the_page_shows_it(regie, dossier, naam, args, velden, woord):
    zet_verwijzing(dossier)
    dossier.refresh_from_db()
    versie = {"versie": dossier.versie}

    gestuurd = regie.post(adres(dossier, naam, *args), velden | OP_DIE_DAG | versie)

    assert gestuurd.status_code == 302
    assert regie.get(adres(dossier, "wensen")).content.decode().count(woord) >= 1


@pytest.mark.parametrize(
    ("stap", "velden", "woord"),
    [
        ("dia", {"dia_overwogen": "nee", "dia_reden": "De broer regelt het."}, "De broer regelt het."),
        ("antwoord", {"wie": "Consulaat", "soort": "laat_toe", "tekst": "Welkom."}, "Welkom."),
        (
            "bewijs",
            {
                "soort": "visum", "kenmerk": "V-18", "gezien_op_dag": "1", "gezien_op_maand": "3",
                "gezien_op_jaar": "2022",
            },
            "Visum, V-18",
        ),
    ],
)  # fmt: skip
def test_given_a_step_about_a_country_when_posted_then_the_page_shows_it_and_an_old_form_gets_409(
    regie, dossier, stap, velden, woord
):
    wie = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "peildatum": OP}
    land = begin_derde_land(**wie, land="RWA")
    pad = adres(dossier, "landstap", land.pk, stap)

    gestuurd = regie.post(pad, velden | OP_DIE_DAG | {"versie": 1})
    te_laat = regie.post(pad, velden | OP_DIE_DAG | {"versie": 1})

    assert gestuurd["Location"] == f"{adres(dossier, 'wensen')}#land-{land.pk}"
    assert regie.get(adres(dossier, "wensen")).content.decode().count(woord) >= 1
    assert te_laat.status_code == 409
    assert te_laat.content.decode().count("Een collega was u voor") == 1


def test_given_an_account_number_when_posted_then_the_field_says_why_not_and_the_text_is_kept(regie, dossier):
    antwoord = regie.post(
        adres(dossier, "bijdrage"),
        OP_DIE_DAG | {"wens_id": "geen", "vorm": "geld", "waarvoor": "Op NL91 ABNA 0417 1643 00"},
    )

    assert antwoord.status_code == 422
    (zin,) = antwoord.context["form"].errors["waarvoor"]
    assert zin.startswith("Hier staat een rekeningnummer. Haal het weg.")
    assert antwoord.content.decode().count("Op NL91 ABNA 0417 1643 00") == 1
    assert Bijdrage.objects.count() == 0


def test_given_a_payment_and_a_task_when_their_next_step_is_posted_then_they_stand_on_the_page(
    regie, dossier
):
    vul(dossier)
    bijdrage, regeling = Bijdrage.objects.get(), Regeling.objects.get()

    betaald = regie.post(
        adres(dossier, "betaling", bijdrage.pk),
        OP_DIE_DAG | {"versie": bijdrage.versie, "stand": "opgedragen", "kenmerk": "BK-1"},
    )
    geregeld = regie.post(
        adres(dossier, "regelstand", regeling.pk),
        OP_DIE_DAG | {"versie": regeling.versie, "stand": "geregeld", "tekst": "School in Erbil."},
    )

    assert (betaald.status_code, geregeld.status_code) == (302, 302)
    pagina = regie.get(adres(dossier, "wensen")).content.decode()
    assert (pagina.count("kenmerk BK-1"), pagina.count("School in Erbil.")) == (1, 1)


def test_given_a_request_when_it_is_made_then_the_managers_hear_it_and_the_overview_asks_for_it(
    regie, dossier, django_capture_on_commit_callbacks
):
    manager = MedewerkerFactory(manager=True, team=dossier.team)

    regie.post(
        adres(dossier, "bijdrage"),
        OP_DIE_DAG | {"wens_id": "geen", "vorm": "natura", "waarvoor": "Een kist."},
    )

    assert Melding.objects.get(soort="bijdrage").medewerker == manager
    overzicht = regie.get(reverse("werkplek:overzicht", args=[dossier.pk])).content.decode()
    assert overzicht.count("Besluiten over de bijdrage voor: Een kist.") == 1


def test_given_what_waits_when_a_colleague_lists_it_then_each_look_is_kept_and_ones_own_is_not_there(
    regie, client, dossier
):
    BijdrageFactory(dossier=dossier)
    Begroting.objects.create(jaar=2022, bedrag=Decimal("1500.50"))
    collega = MedewerkerFactory(team=dossier.team)

    eigen = regie.get(reverse("ondersteuning:bijdragen"))
    client.force_login(collega)
    lijst = client.get(reverse("ondersteuning:bijdragen"))

    assert (eigen.context["bijdragen"], len(lijst.context["bijdragen"])) == ([], 1)
    assert lijst.content.decode().count("1.500,50") == 3
    assert Inzage.objects.filter(medewerker_id=collega.pk, dossier_id=dossier.pk).count() == 1
    client.force_login(MedewerkerFactory(beheerder=True))
    assert client.get(reverse("ondersteuning:bijdragen")).status_code == 404
    assert client.get(reverse("ondersteuning:stil")).status_code == 404


@pytest.mark.parametrize("pagina", ["bijdragen", "stil"])
def test_given_one_or_thirty_rows_when_listed_then_the_number_of_queries_is_the_same(
    regie, client, dossier, pagina
):
    collega = MedewerkerFactory(team=dossier.team, manager=True)
    client.force_login(collega)

    def nog_een():
        ander = DossierFactory(regievoerder=dossier.regievoerder)
        BijdrageFactory(dossier=ander)
        zet_verwijzing(ander)

    nog_een()
    client.get(reverse(f"ondersteuning:{pagina}"))
    with CaptureQueriesContext(connection) as een:
        client.get(reverse(f"ondersteuning:{pagina}"))
    for _ in range(29):
        nog_een()

    with CaptureQueriesContext(connection) as dertig:
        antwoord = client.get(reverse(f"ondersteuning:{pagina}"))

    assert len(dertig) == len(een)
    sleutel = "verwijzingen" if pagina == "stil" else "bijdragen"
    assert len(antwoord.context[sleutel]) == 30


def test_given_a_manager_when_the_budget_is_kept_then_it_shows_and_another_gets_no_such_page(
    regie, client, dossier
):
    manager = MedewerkerFactory(manager=True, team=dossier.team)
    pad = reverse("ondersteuning:begroting")
    invoer = {"versie": "0", "jaar": "2022", "voor": "team", "bedrag": "2500", "reden": "Jaarplan."}
    assert regie.get(pad).status_code == 404
    client.force_login(manager)

    gestuurd = client.post(pad, invoer)
    te_laat = client.post(pad, invoer | {"bedrag": "9000"})
    fout = client.post(pad, invoer | {"jaar": "22"})
    begroting = Begroting.objects.get()
    open_ = client.get(pad, {"begroting": begroting.pk})

    assert gestuurd["Location"] == reverse("ondersteuning:bijdragen")
    assert (te_laat.status_code, fout.status_code) == (409, 422)
    assert (begroting.bedrag, begroting.team) == (Decimal(2500), dossier.team)
    assert open_.context["form"].initial["bedrag"] == Decimal(2500)


def test_given_a_referral_from_elsewhere_when_listed_then_it_has_a_next_day_too(dossier):
    zet_verwijzing(dossier, naar="overig", organisatie="Gemeente Proef", opvolging_op="2022-02-20")

    (regel,) = verwijzingsregels_of(dossier.pk, viewer=dossier.regievoerder, peildatum=OP)

    assert (regel.rij, regel.uiterlijk_op, regel.volgende_op) == (None, None, date(2022, 3, 6))
