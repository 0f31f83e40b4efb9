"""Something in kind is a task: asked of the DIA with consent alone, taken up, and there or not, with the reason."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.ondersteuning.factories import WensFactory, zet_verwijzing
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.keten.partner.actions import NietGevraagd
from verantwoord.keten.partner.gevraagd import vragen_aan
from verantwoord.keten.partner.regelactie import send_regeling
from verantwoord.ondersteuning.actions import ask_regeling, end_verwijzing, move_regeling
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Regeling
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Inzage
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)
NODIG = "Iemand die hem op 3 maart ophaalt van het vliegveld van Basra."


@pytest.fixture
def dia():
    return MedewerkerFactory(iom=True, organisatie="dia", team=TeamFactory(organisatie="dia", naam="DIA"))


@pytest.fixture
def dossier(dia):
    dossier = DossierFactory()
    zet_verwijzing(dossier, naar="dia", organisatie="DIA")
    herbeoordeel([dossier.pk], peildatum=OP)
    return dossier


def vraag(dossier, **anders):
    vast = {
        "door": dossier.regievoerder, "dossier_id": dossier.pk, "peildatum": OP, "uitvoerder": "dia",
        "soort": "aankomst", "nodig": NODIG, "land": "IRQ", "nodig_op": date(2022, 3, 3),
    }  # fmt: skip
    return ask_regeling(**vast | anders)


def zet(regeling, stand, **anders):
    regeling.refresh_from_db()
    vast = {
        "door": regeling.dossier.regievoerder, "dossier_id": regeling.dossier_id, "regeling_id": regeling.pk,
        "versie": regeling.versie, "peildatum": OP, "stand": stand, "op": OP,
    }  # fmt: skip
    return move_regeling(**vast | anders)


def meld(regeling, door, stand, **anders):
    vast = {
        "door": door, "dossier_id": regeling.dossier_id, "inzending_id": uuid.uuid4(),
        "regeling_id": regeling.pk, "stand": stand, "tekst": "Mevrouw Proef staat bij de uitgang.",
        "peildatum": OP,
    }  # fmt: skip
    return send_regeling(**vast | anders)


def test_given_no_consent_for_the_dia_when_asking_then_nothing_is_shared_and_bijzonder_vertrek_can_do_it():
    dossier = DossierFactory()
    zet_verwijzing(dossier, naar="dia", toestemming=False)

    with pytest.raises(WensKloptNiet) as fout:
        vraag(dossier)
    eigen = vraag(dossier, uitvoerder="bijzonder_vertrek", wens_id=WensFactory(dossier=dossier).pk)

    assert fout.value.veld == "uitvoerder"
    assert (Regeling.objects.get(), eigen.verwijzing_id) == (eigen, None)


def test_given_a_task_when_it_goes_its_way_then_each_state_has_its_day_and_words(dossier):
    regeling = vraag(dossier)

    zet(regeling, "opgepakt")
    zet(regeling, "niet_gelukt", tekst="Er is geen vlucht die dag.")

    assert list(regeling.stappen.values_list("stand", "tekst")) == [
        ("gevraagd", NODIG), ("opgepakt", ""), ("niet_gelukt", "Er is geen vlucht die dag."),
    ]  # fmt: skip
    soorten = Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("volgnummer")
    assert list(soorten.values_list("soort", flat=True)) == [
        "regeling.gevraagd", "regeling.bijgewerkt", "regeling.bijgewerkt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stand", "anders", "veld"),
    [
        ("gevraagd", {}, "stand"),
        ("niet_gelukt", {"tekst": " "}, "tekst"),
        ("ingetrokken", {}, "tekst"),
        ("geregeld", {"tekst": "Betaal op NL91ABNA0417164300"}, "tekst"),
        ("geregeld", {"op": date(2022, 2, 22)}, "op"),
        ("geregeld", {"op": date(2022, 2, 20)}, "op"),
    ],
)
def test_given_a_state_that_does_not_fit_when_recorded_then_its_field_is_named(dossier, stand, anders, veld):
    regeling = vraag(dossier)

    with pytest.raises(WensKloptNiet) as fout:
        zet(regeling, stand, **anders)

    assert (fout.value.veld, Regeling.objects.get().stand) == (veld, "gevraagd")


def test_given_a_task_when_a_day_passed_or_a_colleague_was_first_or_an_outsider_asks_then_it_is_refused(
    dossier,
):
    regeling = vraag(dossier)

    with pytest.raises(WensKloptNiet, match="al voorbij"):
        vraag(dossier, nodig_op=date(2022, 2, 20))
    with pytest.raises(Versieconflict):
        zet(regeling, "opgepakt", versie=9)
    with pytest.raises(Dossier.DoesNotExist):
        zet(regeling, "opgepakt", door=MedewerkerFactory())


def test_given_a_task_when_the_dia_says_it_is_done_then_the_regievoerder_hears_it_and_the_desk_is_empty(
    dossier, dia
):
    regeling = vraag(dossier)
    gevraagd = [v.titel for v in vragen_aan(dia, op=OP).vragen]
    naam = dossier.persoon.volledige_naam

    inzending = meld(regeling, dia, "geregeld")
    regeling.refresh_from_db()

    assert gevraagd == [
        f"Iemand die ophaalt bij aankomst voor {naam}", f"Verwijzing van {naam}",
    ]  # fmt: skip
    assert (regeling.stand, regeling.stappen.last().door) == ("geregeld", dia)
    assert (inzending.soort, inzending.inhoud["stand"]) == ("regeling", "geregeld")
    melding = Melding.objects.get(soort="keten")
    assert melding.medewerker == dossier.regievoerder
    assert [v for v in vragen_aan(dia, op=OP).vragen if "regelingen" in v.url] == []


def test_given_another_partner_or_a_withdrawal_when_the_dia_acts_then_it_is_not_asked(dossier, dia):
    regeling, eigen = vraag(dossier), vraag(dossier, uitvoerder="bijzonder_vertrek")

    with pytest.raises(NietGevraagd):
        meld(regeling, dia, "ingetrokken")
    with pytest.raises(NietGevraagd):
        meld(eigen, dia, "geregeld")
    with pytest.raises(Dossier.DoesNotExist):
        meld(regeling, MedewerkerFactory(iom=True), "geregeld")


def in_lijst(viewer):
    """What the database itself shows of all tasks to somebody who looks at a list."""
    with transactie_van(viewer, lijst=True), connection.cursor() as cursor:
        cursor.execute("select uitvoerder from ondersteuning_regeling order by 1")
        return [rij[0] for rij in cursor.fetchall()]


def test_given_the_database_itself_when_others_read_then_the_dia_finds_its_own_and_other_partners_none(
    dossier, dia
):
    vraag(dossier), vraag(dossier, uitvoerder="bijzonder_vertrek")
    iom = MedewerkerFactory(iom=True)
    zet_verwijzing(dossier)
    herbeoordeel([dossier.pk], peildatum=OP)

    assert in_lijst(dia) == ["dia"]
    assert (in_lijst(iom), in_lijst(MedewerkerFactory(iom=True, organisatie="dia"))) == ([], [])
    assert in_lijst(dossier.regievoerder) == ["bijzonder_vertrek", "dia"]


@pytest.fixture
def bureau(client, dia, dossier, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    client.force_login(dia)
    return client


def test_given_the_desk_of_the_dia_when_one_task_is_opened_and_reported_then_only_what_it_takes_is_shown(
    bureau, dossier
):
    regeling = vraag(dossier)
    WensFactory(dossier=dossier, omschrijving="Ik wil mijn moeder zien.")
    adres = reverse("partner:regeling", args=[dossier.pk, regeling.pk])

    lijst = bureau.get(reverse("partner:regelingen"))
    pagina = bureau.get(adres)
    gestuurd = bureau.post(
        adres,
        {"inzending_id": str(uuid.uuid4()), "stand": "opgepakt", "tekst": "Wij bellen de luchthaven."},
    )

    assert [rij.pk for rij, _naam in lijst.context["rijen"]] == [regeling.pk]
    inhoud = pagina.content.decode()
    assert (inhoud.count(NODIG), inhoud.count("moeder")) == (1, 0)
    assert gestuurd["Location"] == adres
    assert Regeling.objects.get().stand == "opgepakt"
    assert Inzage.objects.filter(onderdeel="partner:regelingen", dossier_id=dossier.pk).count() == 1


def test_given_what_is_missing_when_the_dia_reports_then_the_field_says_so_and_all_is_kept(bureau, dossier):
    regeling = vraag(dossier)
    adres = reverse("partner:regeling", args=[dossier.pk, regeling.pk])

    antwoord = bureau.post(adres, {"inzending_id": str(uuid.uuid4()), "stand": "niet_gelukt", "tekst": ""})

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors["tekst"] == ["Schrijf op waarom, in gewone woorden."]


def test_given_another_partner_or_no_consent_any_more_when_opening_then_there_is_no_such_page(
    bureau, client, dossier, dia
):
    regeling = vraag(dossier)
    adres = reverse("partner:regeling", args=[dossier.pk, regeling.pk])
    dossier.refresh_from_db()
    end_verwijzing(
        door=dossier.regievoerder, dossier_id=dossier.pk, nummer=0, versie=dossier.versie, peildatum=OP,
        op=OP, einde="toestemming_weg", toelichting="Ik wil het niet meer.",
    )  # fmt: skip

    assert bureau.get(adres).status_code == 404
    assert bureau.get(reverse("partner:regelingen")).context["rijen"] == []
    client.force_login(MedewerkerFactory(iom=True))
    assert client.get(reverse("partner:regelingen")).status_code == 404


def test_given_one_or_thirty_tasks_when_the_desk_lists_them_then_the_number_of_queries_is_the_same(
    bureau, dossier
):
    vraag(dossier)
    bureau.get(reverse("partner:regelingen"))
    with CaptureQueriesContext(connection) as een:
        bureau.get(reverse("partner:regelingen"))
    for _ in range(29):
        vraag(dossier)

    with CaptureQueriesContext(connection) as dertig:
        pagina = bureau.get(reverse("partner:regelingen"))

    assert (len(dertig), len(pagina.context["rijen"])) == (len(een), 30)
