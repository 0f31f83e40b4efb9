"""The pages, as the regievoerder, the second reader, the officer and the administrators meet them."""

from datetime import timedelta

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.toezicht.bewaring.bouw import (
    VOLLEDIG,
    bied_aan,
    in_bewaring,
    lees,
    leg_voor,
    maak_zaak,
    schrijf,
    tot_voorgelegd,
    wijs_aan,
)
from verantwoord.dossier.feiten import beeld_of
from verantwoord.toetsing.actions import record_signaal
from verantwoord.toezicht.bewaring.forms import DELEN
from verantwoord.toezicht.bewaring.keuzes import MIDDELEN, Stand
from verantwoord.toezicht.bewaring.models import Aanwijzing, Bewaringsregel

pytestmark = pytest.mark.django_db


def adres(zaak, naam="overzicht", *args):
    return reverse(f"bewaring:{naam}", args=[zaak.dossier.pk, *args])


def besluit(zaak, *args):
    naam = "stap" if args else "lezen"
    return reverse(f"bewaringsbesluit:{naam}", args=[zaak.dossier.pk, *args])


def vandaag_zaak(**feiten):
    return maak_zaak(vandaag=timezone.localdate(), **feiten)


def datum(veld, dag):
    return {f"{veld}_dag": dag.day, f"{veld}_maand": dag.month, f"{veld}_jaar": dag.year}


def test_given_nothing_when_the_page_is_opened_then_each_lesser_means_stands_before_the_quiet_button(client):
    zaak = vandaag_zaak()
    client.force_login(zaak.opsteller)

    inhoud = client.get(adres(zaak)).content.decode()

    plekken = [inhoud.index(f">{onderwerp.titel}<") for onderwerp in MIDDELEN.values()]
    assert plekken == sorted(plekken)
    assert inhoud.index("Weeg de lichtere middelen voor een voorstel") > plekken[-1]
    assert inhoud.count("Deze persoon is niet eerder in bewaring geweest.") == 1


def test_given_a_draft_when_half_of_each_part_is_kept_then_it_stands_there_again(client):
    zaak = vandaag_zaak()
    client.force_login(zaak.opsteller)
    client.post(adres(zaak, "beginnen"))
    terug = {}

    for versie, deel in enumerate(DELEN, start=1):
        velden = client.get(adres(zaak, "deel", deel)).context["form"].fields
        veld = next(naam for naam in velden if naam not in {"versie", "geprobeerd_op"})
        client.post(adres(zaak, "deel", deel), {"versie": versie, veld: f"Half: {deel}"})
        terug[deel] = client.get(adres(zaak, "deel", deel)).context["form"][veld].value()

    assert terug == {deel: f"Half: {deel}" for deel in DELEN}
    assert zaak.voorstel.stand == Stand.CONCEPT


def test_given_another_window_was_first_when_it_is_sent_then_both_texts_stand_there(client):
    zaak = vandaag_zaak()
    voorstel = schrijf(zaak)
    client.force_login(zaak.opsteller)

    antwoord = client.post(
        adres(zaak, "deel", "middel-borg"),
        {"versie": voorstel.versie - 1, "resultaat": "Anders", "waarom": ""},
    )

    assert antwoord.status_code == 409
    assert antwoord.context["form"]["resultaat"].value() == "Anders"
    assert antwoord.context["form"]["versie"].value() == str(voorstel.versie)
    assert "borg: geprobeerd en besproken." in [feit.waarde for feit in antwoord.context["staat"]]


def test_given_a_complete_draft_when_it_is_offered_and_agreed_on_the_pages_then_it_waits_for_an_officer(
    client,
):
    zaak = vandaag_zaak()
    schrijf(zaak)
    client.force_login(zaak.opsteller)

    client.post(adres(zaak, "stap", "aanbieden"), {"wie": str(zaak.lezer.pk)})
    client.force_login(zaak.lezer)
    gelezen = client.get(adres(zaak, "voorstel")).content.decode()
    client.post(adres(zaak, "stap", "akkoord"), {"opmerkingen": "Ik lees hetzelfde."})
    client.force_login(zaak.opsteller)
    client.post(adres(zaak, "stap", "voorleggen"), {"wie": str(zaak.ambtenaar.pk)})

    assert gelezen.count("meldplicht: volstaat nu niet, want hij ging steeds weg.") == 1
    assert (zaak.voorstel.stand, zaak.voorstel.ambtenaar) == (Stand.BIJ_AMBTENAAR, zaak.ambtenaar)


def test_given_something_is_missing_when_it_is_offered_by_hand_then_the_page_says_what(client):
    zaak = vandaag_zaak()
    schrijf(zaak, msgspec.structs.replace(VOLLEDIG, gronden={}))
    client.force_login(zaak.opsteller)

    antwoord = client.post(adres(zaak, "stap", "aanbieden"), {"wie": str(zaak.lezer.pk)})

    assert antwoord.status_code == 422
    assert antwoord.context["tekort"] == {"gronden": ["Ten minste 2 gronden met een eigen toelichting; nu 0"]}


def test_given_the_officer_when_the_page_is_opened_then_no_stands_first_and_nothing_of_the_toetsing_is_told(
    client,
):
    zaak = vandaag_zaak()
    tot_voorgelegd(zaak)
    record_signaal(
        door=zaak.opsteller, dossier_id=zaak.dossier.pk, moment="mensenhandel", ontvangen_op=zaak.dag,
        peildatum=zaak.dag, bron="coa", toelichting="Woorden van het signaal.",
    )  # fmt: skip
    client.force_login(zaak.ambtenaar)

    inhoud = client.get(besluit(zaak)).content.decode()
    geweigerd = client.post(
        besluit(zaak, "opleggen"),
        {"gehoord": "Niets.", "lichter": "Nee.", "motivering": "Ja.", "uitgereikt": "on"},
    )

    assert inhoud.count("Leg geen bewaring op") == 1
    assert inhoud.count(">Leg bewaring op<") == 0
    assert inhoud.count("Wat dat is, hoeft u niet te weten om te beslissen.") == 1
    assert geweigerd.status_code == 409
    for verborgen in ("mensenhandel", "Woorden van het signaal"):
        assert verborgen not in inhoud.lower()
        assert verborgen not in geweigerd.content.decode().lower()


def test_given_the_officer_when_it_is_imposed_on_the_page_then_the_partner_sees_no_page_of_the_staff(client):
    zaak = vandaag_zaak()
    tot_voorgelegd(zaak)
    client.force_login(zaak.ambtenaar)

    antwoord = client.post(
        besluit(zaak, "opleggen"),
        {
            "gehoord": "Hij wil naar zijn neef.",
            "lichter": "De neef wil niet.",
            "motivering": "Nodig.",
            "uitgereikt": "on",
        },
    )

    assert (antwoord.status_code, antwoord.url) == (302, besluit(zaak))
    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgelegd_op == zaak.dag
    assert client.get(adres(zaak)).status_code == 404
    assert client.get(besluit(zaak, "opleggen")).status_code == 404


def test_given_an_ended_designation_when_the_page_is_opened_then_only_no_is_offered(client):
    zaak = vandaag_zaak()
    tot_voorgelegd(zaak)
    Aanwijzing.objects.update(tot=zaak.dag - timedelta(days=1))
    client.force_login(zaak.ambtenaar)

    inhoud = client.get(besluit(zaak)).content.decode()
    antwoord = client.post(
        besluit(zaak, "opleggen"), {"gehoord": "A", "lichter": "B", "motivering": "C", "uitgereikt": "on"}
    )

    assert inhoud.count("Uw aanwijzing geldt vandaag niet.") == 1
    assert antwoord.status_code == 422
    assert zaak.voorstel.stand == Stand.BIJ_AMBTENAAR


@pytest.mark.parametrize("wie", ["avim", "kmar", "coa", "opsteller", "lezer"])
def test_given_somebody_to_whom_it_was_not_sent_when_they_try_then_it_is_not_there(client, wie):
    zaak = vandaag_zaak()
    tot_voorgelegd(zaak)
    client.force_login(
        getattr(zaak, wie) if wie in {"opsteller", "lezer"} else MedewerkerFactory(**{wie: True})
    )

    assert client.get(besluit(zaak)).status_code == 404
    assert client.post(besluit(zaak, "opleggen")).status_code == 404


def test_given_a_colleague_of_another_team_when_they_try_then_it_is_not_there(client):
    zaak = vandaag_zaak()
    schrijf(zaak)
    client.force_login(MedewerkerFactory())

    for naam in ("overzicht", "voorstel"):
        assert client.get(adres(zaak, naam)).status_code == 404


def test_given_detention_when_it_is_ended_on_the_page_then_only_a_reason_was_asked(client):
    zaak = vandaag_zaak()
    in_bewaring(zaak)
    client.force_login(zaak.opsteller)

    gestuurd = client.post(adres(zaak, "stap", "opheffen"), {"reden": "lichter"})
    inhoud = client.get(gestuurd.url).content.decode()

    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgeheven_op == zaak.dag
    assert inhoud.count("Deze persoon was in totaal 1 dag in bewaring, in alle perioden samen.") == 1


def test_given_administrators_when_one_writes_and_another_confirms_then_the_designation_holds(client):
    een, twee, wie = (
        MedewerkerFactory(beheerder=True),
        MedewerkerFactory(beheerder=True),
        MedewerkerFactory(kmar=True),
    )
    vandaag = timezone.localdate()
    client.force_login(een)

    client.post(
        reverse("aanwijzingen:nieuw"),
        {"wie": str(wie.pk), "waarvoor": "opleggen", "kenmerk": "KM-7"}
        | datum("van", vandaag)
        | datum("tot", vandaag + timedelta(days=90)),
    )
    aanwijzing = Aanwijzing.objects.get()
    client.post(reverse("aanwijzingen:bevestigen", args=[aanwijzing.pk]))
    zelf = Aanwijzing.objects.get().bevestigd_op
    client.force_login(twee)
    client.post(reverse("aanwijzingen:bevestigen", args=[aanwijzing.pk]))

    assert zelf is None
    assert Aanwijzing.objects.get().bevestigd_door == twee
    client.force_login(MedewerkerFactory(manager=True))
    assert client.get(reverse("aanwijzingen:lijst")).status_code == 404


def test_given_thirty_things_done_when_the_page_is_opened_then_it_asks_no_more_than_for_one(client):
    zaak = vandaag_zaak()
    in_bewaring(zaak)
    client.force_login(zaak.opsteller)
    client.get(adres(zaak))

    with CaptureQueriesContext(connection) as weinig:
        client.get(adres(zaak))
    for _nummer in range(30):
        Bewaringsregel.objects.create(
            dossier=zaak.dossier, plaats=0, soort="advocaat", op=zaak.dag, tekst="mr. A", door=zaak.lezer
        )
    with CaptureQueriesContext(connection) as veel:
        client.get(adres(zaak))

    assert len(veel) == len(weinig)


def test_given_an_officer_of_the_dtv_when_the_page_is_opened_then_it_is_the_same_page(client):
    zaak = vandaag_zaak()
    eigen = MedewerkerFactory(team=zaak.dossier.team)
    wijs_aan(eigen, dag=zaak.dag)
    schrijf(zaak)
    bied_aan(zaak)
    lees(zaak)
    leg_voor(zaak, eigen)
    client.force_login(eigen)

    voorstel = client.get(adres(zaak, "voorstel")).content.decode()
    inhoud = client.get(besluit(zaak)).content.decode()

    assert voorstel.count(besluit(zaak)) == 1
    assert inhoud.count("Leg geen bewaring op") == 1
    assert inhoud.count(zaak.dossier.persoon.v_nummer) == 1


def test_given_two_lesser_means_when_each_is_opened_then_it_has_a_hint_of_its_own(client):
    zaak = vandaag_zaak()
    client.force_login(zaak.opsteller)
    client.post(adres(zaak, "beginnen"))

    hints = [
        str(client.get(adres(zaak, "deel", deel)).context["form"].fields["resultaat"].help_text)
        for deel in ("middel-meldplicht", "middel-borg")
    ]

    assert hints == [str(MIDDELEN["meldplicht"].hint), str(MIDDELEN["borg"].hint)]
