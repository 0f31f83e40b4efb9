"""What a partner's program sends: done once, by its own right, and set apart whole when it does not fit now."""

import inspect
import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.keten.actions import retry_bericht
from verantwoord.keten.api import gevraagdvormen, vormen
from verantwoord.keten.inzendingen import DADEN
from verantwoord.keten.models import InkomendBericht, Inzending
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie

pytestmark = pytest.mark.django_db
KANARIE = "KANARIE-ZORG"


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


@pytest.fixture
def coa() -> Medewerker:
    return MedewerkerFactory(coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"]))


@pytest.fixture
def avim() -> Medewerker:
    return MedewerkerFactory(avim=True, team=TeamFactory(organisatie=Organisatie.AVIM, locaties=["Assen"]))


@pytest.fixture
def dossier(coa, avim) -> Dossier:
    dossier = DossierFactory()
    herbeoordeel([dossier.pk])
    return dossier


def dag(terug: int = 0) -> str:
    return (timezone.localdate() - timedelta(days=terug)).isoformat()


def stuur(client, wie: Medewerker, dossier_id, pad: str, **inhoud):
    token = give_sleutel(door=systeem(), medewerker=wie, naam="proef")
    return client.post(
        f"/api/v1/zaken/{dossier_id}/{pad}",
        json.dumps({"berichtId": str(uuid4())} | inhoud),
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )


def meld_weg(client, wie: Medewerker, dossier: Dossier, **anders):
    inhoud = {"laatstGezienOp": dag(4), "toelichting": "Kamer leeg bij de ronde."} | anders
    return stuur(client, wie, dossier.pk, "afwezigheidsmeldingen", **inhoud)


def test_given_coa_when_reporting_absence_twice_under_one_id_then_it_counts_once(client, dossier, coa):
    bericht_id = str(uuid4())

    eerst, daarna = (meld_weg(client, coa, dossier, berichtId=bericht_id) for _ in range(2))

    assert [(a.status_code, a.json()["status"]) for a in (eerst, daarna)] == [
        (201, "opgenomen"),
        (200, "dubbel"),
    ]
    assert beeld_of(dossier.pk).afwezigheid.laatst_gezien_op == date.fromisoformat(dag(4))
    assert list(Inzending.objects.values_list("pk", "door", "organisatie")) == [
        (eerst.json()["berichtId"] and Inzending.objects.get().pk, coa.pk, "coa")
    ]
    assert str(Inzending.objects.get().pk) == bericht_id


def test_given_another_content_under_one_id_when_sent_then_it_is_set_apart_and_the_first_stays(
    client, dossier, coa
):
    bericht_id = str(uuid4())
    meld_weg(client, coa, dossier, berichtId=bericht_id)

    ander = meld_weg(client, coa, dossier, berichtId=bericht_id, laatstGezienOp=dag(2))

    assert (ander.status_code, ander.json()["reden"]) == (202, "zelfde_id_andere_inhoud")
    assert beeld_of(dossier.pk).afwezigheid.laatst_gezien_op == date.fromisoformat(dag(4))


def test_given_what_does_not_fit_now_when_sent_then_it_is_kept_whole_and_only_its_sender_hears_why(
    client, dossier, avim
):
    antwoord = stuur(client, avim, dossier.pk, "berichten-van-vertrek", kenmerk="BVV-1", op=dag())

    bewaard = InkomendBericht.objects.get()
    assert (antwoord.status_code, antwoord.json()["status"], antwoord.json()["reden"]) == (
        202,
        "quarantaine",
        "niet_toepasbaar",
    )
    assert "aanwezigheid" not in bewaard.uitleg
    assert "gecontroleerd" in antwoord.json()["uitleg"]
    assert json.loads(bytes(bewaard.inhoud)) == {
        "soort": "bericht_van_vertrek",
        "velden": {"kenmerk": "BVV-1", "op": dag()},
    }
    assert beeld_of(dossier.pk).afwezigheid.bericht_van_vertrek_ref is None


def test_given_one_set_apart_when_sent_again_under_its_id_after_it_fits_then_nothing_waits(
    client, dossier, avim
):
    bericht_id = str(uuid4())
    vertrek = {"kenmerk": "BVV-1", "op": dag(), "berichtId": bericht_id}
    stuur(client, avim, dossier.pk, "berichten-van-vertrek", **vertrek)
    stuur(
        client,
        avim,
        dossier.pk,
        "aanwezigheidscontroles",
        op=dag(1),
        aangetroffen=False,
        nagevraagd=["coa", "ziekenhuis"],
    )

    antwoord = stuur(client, avim, dossier.pk, "berichten-van-vertrek", **vertrek)

    assert (antwoord.status_code, list(InkomendBericht.objects.in_quarantaine())) == (201, [])
    assert beeld_of(dossier.pk).afwezigheid.bericht_van_vertrek_ref == "BVV-1"


def test_given_one_set_apart_when_tried_again_after_it_fits_then_it_is_done_in_the_senders_name(
    client, dossier, avim
):
    stuur(client, avim, dossier.pk, "berichten-van-vertrek", kenmerk="BVV-1", op=dag())
    apart = InkomendBericht.objects.get()
    stuur(client, avim, dossier.pk, "aanwezigheidscontroles", op=dag(1), aangetroffen=True)

    uitkomst = retry_bericht(door=MedewerkerFactory(beheerder=True), bericht_pk=apart.pk, nu=timezone.now())

    assert (uitkomst.status, list(InkomendBericht.objects.in_quarantaine())) == ("opgenomen", [])
    assert Inzending.objects.get(soort="bericht_van_vertrek").door == avim


def test_given_one_set_apart_when_its_sender_has_no_task_there_any_more_then_it_stays_apart(
    client, dossier, avim
):
    stuur(client, avim, dossier.pk, "berichten-van-vertrek", kenmerk="BVV-1", op=dag())
    Betrokkenheid.objects.filter(dossier=dossier, organisatie="avim").update(tot=timezone.now())
    apart = InkomendBericht.objects.get()

    uitkomst = retry_bericht(door=MedewerkerFactory(beheerder=True), bericht_pk=apart.pk, nu=timezone.now())

    assert (uitkomst.status, uitkomst.reden) == ("quarantaine", "niet_toepasbaar")
    assert list(InkomendBericht.objects.in_quarantaine()) == [apart]


def test_given_a_worry_that_is_set_apart_when_who_repairs_messages_looks_then_its_words_are_not_shown(
    client, dossier, coa
):
    morgen = dag(-1)
    stuur(
        client, coa, dossier.pk, "zorgmeldingen", moment="mensenhandel", gezienOp=morgen, toelichting=KANARIE
    )
    apart = InkomendBericht.objects.get()
    client.force_login(MedewerkerFactory(beheerder=True))

    pagina = client.get(reverse("keten:bericht", args=[apart.pk]))

    assert pagina.status_code == 200
    assert KANARIE not in pagina.content.decode()
    assert KANARIE in bytes(apart.inhoud).decode()


@pytest.mark.parametrize(
    ("wie", "pad", "inhoud"),
    [
        ("coa", "berichten-van-vertrek", {"kenmerk": "BVV-1", "op": "2022-02-10"}),
        ("avim", "opvangbesluiten", {"besluit": "geweigerd", "toelichting": "x"}),
        ("avim", "betwistingen", {"toelichting": "x"}),
        ("coa", "verwijzingsantwoorden", {"antwoord": "neemt_op", "toelichting": "x"}),
        ("coa", "meldplichten", {"op": "2022-02-10", "perWeek": 1, "reden": "x"}),
        ("coa", "meldmomenten", {"op": "2022-02-10", "soort": "gemist"}),
        ("avim", "aankomstmeldingen", {"aangekomen": True, "op": "2022-02-10", "toelichting": "x"}),
        ("avim", "politieantwoorden", {"op": "2022-02-10", "uitkomst": "aangifte"}),
    ],
)
def test_given_what_is_not_this_partners_to_send_when_sent_then_it_looks_as_if_the_address_is_not_there(
    client, dossier, coa, avim, wie, pad, inhoud
):
    wie_ = {"coa": coa, "avim": avim}[wie]

    antwoord = stuur(client, wie_, dossier.pk, pad, **inhoud)
    is_er_niet = stuur(client, wie_, uuid4(), pad, **inhoud)

    assert (antwoord.status_code, is_er_niet.status_code) == (404, 404)
    assert antwoord.json() | {"instance": ""} == is_er_niet.json() | {"instance": ""}
    assert (Inzending.objects.count(), InkomendBericht.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "pad",
    [
        "afwezigheidsmeldingen",
        "aanwezigheidsmeldingen",
        "aanwezigheidscontroles",
        "berichten-van-vertrek",
        "opvangbesluiten",
        "betwistingen",
        "verwijzingsantwoorden",
        "afrondingen",
        "zorgmeldingen",
        "overplaatsingsantwoorden",
        "overdrachtsverklaringen",
        "aankomstmeldingen",
        "meldplichten",
        "meldplichtwijzigingen",
        "meldplichtbeeindigingen",
        "meldplichtweigeringen",
        "meldmomenten",
        "meldredenen",
        "politieantwoorden",
    ],
)
@pytest.mark.parametrize("wie", ["coa_elders", "regievoerder", "beheerder", "kmar"])
def test_given_somebody_without_a_task_here_when_sending_anything_then_there_is_nothing(
    client, dossier, pad, wie
):
    buiten = {
        "coa_elders": lambda: MedewerkerFactory(
            coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Emmen"])
        ),
        "regievoerder": lambda: dossier.regievoerder,
        "beheerder": lambda: MedewerkerFactory(beheerder=True),
        "kmar": lambda: MedewerkerFactory(kmar=True),
    }[wie]()
    goed = {
        "afwezigheidsmeldingen": {"laatstGezienOp": dag(4), "toelichting": "x"},
        "aanwezigheidsmeldingen": {"op": dag(), "toelichting": "x"},
        "aanwezigheidscontroles": {"op": dag(), "aangetroffen": True},
        "berichten-van-vertrek": {"kenmerk": "BVV-1", "op": dag()},
        "opvangbesluiten": {"besluit": "geweigerd", "toelichting": "x"},
        "betwistingen": {"toelichting": "x"},
        "verwijzingsantwoorden": {"antwoord": "neemt_op", "toelichting": "x"},
        "afrondingen": {"nummer": 0, "gereedOp": dag()},
        "zorgmeldingen": {"moment": "medisch", "gezienOp": dag(), "toelichting": "x"},
        "overplaatsingsantwoorden": {"antwoord": "akkoord"},
        "overdrachtsverklaringen": {"wat": "x"},
        "aankomstmeldingen": {"aangekomen": True, "op": dag(), "toelichting": "x"},
        "meldplichten": {"op": dag(), "perWeek": 1, "reden": "x"},
        "meldplichtwijzigingen": {"perWeek": 1, "reden": "x"},
        "meldplichtbeeindigingen": {"op": dag(), "reden": "x"},
        "meldplichtweigeringen": {"reden": "x"},
        "meldmomenten": {"op": dag(), "soort": "gemeld"},
        "meldredenen": {
            "op": dag(),
            "gehoord": "gesproken",
            "reden": "vervoer",
            "uitkomst": "verschoond",
            "toelichting": "x",
        },
        "politieantwoorden": {"op": dag(), "uitkomst": "aangifte"},
    }

    antwoord = stuur(client, buiten, dossier.pk, pad, **goed[pad])

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (404, "application/problem+json")
    assert (Inzending.objects.count(), InkomendBericht.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("anders", "plek"),
    [
        ({"versie": 3}, "versie"),
        ({"door": "iemand"}, "door"),
        ({"laatstGezienOp": "morgen"}, "laatstGezienOp"),
        ({"berichtId": "1"}, "berichtId"),
        ({"toelichting": ""}, "toelichting"),
        ({"laatst_gezien_op": "2022-02-10"}, "laatst_gezien_op"),
    ],
)
def test_given_a_field_that_is_unknown_or_wrong_when_sent_then_400_names_it_and_nothing_is_kept(
    client, dossier, coa, anders, plek
):
    antwoord = meld_weg(client, coa, dossier, **anders)

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (400, "application/problem+json")
    assert plek in antwoord.json()["detail"]
    assert (Inzending.objects.count(), InkomendBericht.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("soort", "vorm"),
    [
        ("afwezigheid", vormen.AfwezigheidIn),
        ("weer_gezien", vormen.AanwezigheidIn),
        ("controle", vormen.ControleIn),
        ("bericht_van_vertrek", vormen.VertrekberichtIn),
        ("opvangbesluit", vormen.OpvangbesluitIn),
        ("einddatum", vormen.BetwistingIn),
        ("verwijzing", vormen.VerwijzingsantwoordIn),
        ("opdracht", vormen.AfrondingIn),
        ("zorg", vormen.ZorgIn),
        ("politieantwoord", vormen.PolitieantwoordIn),
        ("overplaatsing", gevraagdvormen.OverplaatsingsantwoordIn),
        ("overdracht", gevraagdvormen.OverdrachtsverklaringIn),
        ("aankomst", gevraagdvormen.AankomstIn),
        ("meldplicht", gevraagdvormen.MeldplichtIn),
        ("frequentie", gevraagdvormen.FrequentieIn),
        ("einde", gevraagdvormen.MeldplichteindeIn),
        ("weigering", gevraagdvormen.WeigeringIn),
        ("melding", gevraagdvormen.MeldmomentIn),
        ("reden", gevraagdvormen.MeldredenIn),
    ],
)
def test_given_what_may_be_sent_when_compared_with_its_act_then_every_field_has_its_argument(soort, vorm):
    argumenten = set(inspect.signature(DADEN[soort].act).parameters)

    assert set(vorm.model_fields) - {"bericht_id"} == argumenten - {
        "door",
        "dossier_id",
        "inzending_id",
        "peildatum",
    }


def test_given_a_closed_dossier_when_sent_then_it_is_no_task_of_the_partner_any_more(client, dossier, coa):
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=timezone.localdate())
    herbeoordeel([dossier.pk])

    assert meld_weg(client, coa, dossier).status_code == 404
