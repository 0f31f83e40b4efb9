"""Notifications: who is told what and who is not, once; and mail that says how many and nothing else."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.werkplek.bouw import veel_dossiers
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding
from verantwoord.dossier.actions import assign_regievoerder, record_procedure
from verantwoord.dossier.actions.afwijken import ask_afwijking, decide_afwijking, withdraw_afwijking
from verantwoord.dossier.models import Vervanging
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.overdracht.procedurebericht import BeroepIngesteld
from verantwoord.keten.models import InkomendBericht
from verantwoord.taken.register import voer_uit
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.werkplek.meldingen.actions import notify_quarantaine, open_melding, remind_plichten
from verantwoord.werkplek.meldingen.mail import send_overzichten
from verantwoord.werkplek.meldingen.models import Mailvoorkeur, Melding
from verantwoord.werkplek.taken import MailBlijftLiggen

pytestmark = pytest.mark.django_db
LIJST = reverse("meldingen:lijst")
DAG = date(2022, 2, 12)
OCHTEND = datetime(2022, 2, 14, 6, 30, tzinfo=UTC)


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def manager(noor):
    return MedewerkerFactory(manager=True, team=noor.team, naam="Mirjam de Graaf")


@pytest.fixture
def dossier(noor):
    """Its first talk must be held on 15 February 2022 at the latest."""
    return DossierFactory(
        nummer="D-2022-000123",
        regievoerder=noor,
        persoon__achternaam="Proefman",
        persoon__voornamen="Karim",
        persoon__v_nummer="9900000017",
    )


def vandaag_aflopend(dossiers) -> None:
    """Let every duty of these end today."""
    plichten = OpenBevinding.objects.filter(dossier__in=dossiers, gevolg="taak")
    assert plichten.update(uiterlijk_op=timezone.localdate()) >= len(dossiers)


def verteld() -> list[tuple[str, str]]:
    return [*Melding.objects.order_by("pk").values_list("medewerker__naam", "soort")]


def meld_beroep(dossier, dag: int = 3) -> None:
    """A message of the IND says that an appeal was lodged."""
    record_procedure(
        door=systeem(),
        dossier_id=dossier.pk,
        gebeurtenis=BeroepIngesteld(ingesteld_op=date(2022, 2, dag)),
        bericht_id=uuid4(),
    )


def test_given_a_dossier_when_it_is_assigned_then_its_new_regievoerder_is_told_and_nobody_else(
    noor, manager, dossier
):
    hassan = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)

    assign_regievoerder(door=manager, dossier_id=dossier.pk, regievoerder=hassan)

    assert verteld() == [("Hassan Ouali", "toegewezen")]


def test_given_a_message_when_it_changes_the_procedure_then_the_regievoerder_is_told_once_while_unread(
    noor, dossier
):
    meld_beroep(dossier, 3)
    meld_beroep(dossier, 4)
    assert verteld() == [("Noor Haverkamp", "procedure")]

    open_melding(door=noor, melding_id=Melding.objects.get().pk)
    meld_beroep(dossier, 5)

    assert verteld() == [("Noor Haverkamp", "procedure")] * 2


def test_given_what_one_did_oneself_when_it_is_recorded_then_one_is_not_told(noor, dossier):
    record_procedure(
        door=noor,
        dossier_id=dossier.pk,
        gebeurtenis=BeroepIngesteld(ingesteld_op=date(2022, 2, 3)),
        versie=dossier.versie,
    )

    assert verteld() == []


def test_given_somebody_who_stands_in_when_a_message_comes_then_both_are_told_and_of_a_shielded_one_neither_more(
    noor, dossier
):
    hassan = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)
    vandaag = timezone.localdate()
    Vervanging.objects.create(regievoerder=noor, vervanger=hassan, van=vandaag, tot=vandaag, door_naam="N")
    afgeschermd = DossierFactory(regievoerder=noor, afgeschermd=True)

    meld_beroep(dossier)
    meld_beroep(afgeschermd)

    assert verteld() == [
        ("Noor Haverkamp", "procedure"),
        ("Hassan Ouali", "procedure"),
        ("Noor Haverkamp", "procedure"),
    ]


def test_given_a_regievoerder_who_left_when_a_message_comes_then_nobody_is_told(noor, dossier):
    noor.is_active = False
    noor.save()

    meld_beroep(dossier)

    assert verteld() == []


def vraag_af_te_wijken(noor, dossier):
    ask_afwijking(
        door=noor,
        dossier_id=dossier.pk,
        norm="gesprek-1-termijn",
        reden="De tolk kan een week later.",
        geldig_tot=date(2022, 3, 1),
        peildatum=date(2022, 2, 10),
        versie=dossier.versie,
    )


def test_given_a_request_to_deviate_when_made_then_those_who_decide_in_the_team_are_told(
    noor, manager, dossier
):
    MedewerkerFactory(manager=True, naam="Manager elders")

    vraag_af_te_wijken(noor, dossier)

    assert verteld() == [("Mirjam de Graaf", "afwijking")]


@pytest.mark.parametrize("besluit", ["goedgekeurd", "geweigerd"])
def test_given_a_request_to_deviate_when_a_manager_decides_then_the_regievoerder_is_told_and_led_to_the_reason(
    client, noor, manager, dossier, besluit
):
    vraag_af_te_wijken(noor, dossier)
    decide_afwijking(
        door=manager, dossier_id=dossier.pk, norm="gesprek-1-termijn", besluit=besluit,
        motivering="De tolk is nodig.", peildatum=date(2022, 2, 10), versie=dossier.versie + 1,
    )  # fmt: skip
    client.force_login(noor)
    melding = Melding.objects.get(medewerker=noor)

    antwoord = client.post(reverse("meldingen:openen", args=[melding.pk]))

    assert verteld() == [("Mirjam de Graaf", "afwijking"), ("Noor Haverkamp", "afwijking_besloten")]
    assert antwoord["Location"] == reverse("dossier:afwijkingen", args=[dossier.pk])


def test_given_a_request_to_deviate_when_she_takes_it_back_herself_then_she_is_not_told(
    noor, manager, dossier
):
    vraag_af_te_wijken(noor, dossier)
    withdraw_afwijking(
        door=noor, dossier_id=dossier.pk, norm="gesprek-1-termijn", reden="De tolk kan toch.",
        peildatum=date(2022, 2, 10), versie=dossier.versie + 1,
    )  # fmt: skip

    assert verteld() == [("Mirjam de Graaf", "afwijking")]


@pytest.mark.parametrize(("op", "verwacht"), [(11, 0), (12, 1), (15, 1), (16, 0)])
def test_given_a_duty_when_its_last_day_is_near_then_it_is_said_from_three_days_before_up_to_that_day(
    dossier, op, verwacht
):
    herbeoordeel([dossier.pk], peildatum=DAG)

    remind_plichten(door=systeem(), peildatum=date(2022, 2, op))

    gesprek = Melding.objects.filter(norm="gesprek-1-termijn")
    assert gesprek.count() == verwacht


def test_given_a_duty_that_was_said_when_reminded_every_day_then_it_is_not_said_again_also_when_read(
    noor, dossier
):
    herbeoordeel([dossier.pk], peildatum=DAG)
    remind_plichten(door=systeem(), peildatum=DAG)
    eerst = Melding.objects.count()
    Melding.objects.update(gelezen_op=timezone.now())

    for dag in range(3):
        remind_plichten(door=systeem(), peildatum=DAG + timedelta(days=dag))

    assert Melding.objects.filter(norm="gesprek-1-termijn").count() == 1
    assert Melding.objects.filter(uiterlijk_op__lte=DAG + timedelta(days=3)).count() == eerst


def test_given_a_closed_dossier_or_one_of_nobody_when_reminded_then_nobody_is_told(noor):
    gesloten = DossierFactory(regievoerder=noor, gesloten_op=date(2022, 2, 11))
    van_niemand = DossierFactory(regievoerder=None, team=noor.team)
    herbeoordeel([gesloten.pk, van_niemand.pk], peildatum=DAG)

    remind_plichten(door=systeem(), peildatum=DAG)

    assert verteld() == []


def test_given_somebody_who_stands_in_when_reminded_then_both_are_told_except_of_a_shielded_dossier(
    noor, dossier
):
    hassan = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)
    Vervanging.objects.create(regievoerder=noor, vervanger=hassan, van=DAG, tot=DAG, door_naam="N")
    afgeschermd = DossierFactory(regievoerder=noor, afgeschermd=True)
    herbeoordeel([dossier.pk, afgeschermd.pk], peildatum=DAG)

    remind_plichten(door=systeem(), peildatum=DAG)

    gesprek = Melding.objects.filter(norm="gesprek-1-termijn")
    assert {*gesprek.values_list("medewerker__naam", "dossier")} == {
        ("Noor Haverkamp", dossier.pk),
        ("Hassan Ouali", dossier.pk),
        ("Noor Haverkamp", afgeschermd.pk),
    }


def test_given_one_or_thirty_duties_when_reminded_then_the_number_of_queries_is_the_same(noor):
    aantallen, begin, door = [], 0, systeem()
    for aantal in (1, 29):
        vandaag_aflopend(veel_dossiers(noor, aantal, begin=begin))
        begin += aantal
        with CaptureQueriesContext(connection) as gevraagd:
            remind_plichten(door=door, peildatum=timezone.localdate())
        aantallen.append(len(gevraagd))

    assert aantallen[0] == aantallen[1]


def wacht_in_quarantaine(binnen_op: datetime) -> None:
    InkomendBericht.objects.create(
        soort="overdracht", binnen_op=binnen_op, aangeleverd_door=systeem(), omvang=2, sha256="0" * 64,
        status="quarantaine", reden="onleesbaar",
    )  # fmt: skip


def test_given_messages_in_quarantine_when_looked_then_beheer_is_told_once_until_another_comes():
    MedewerkerFactory(beheerder=True, naam="Bea Beheer")
    notify_quarantaine(door=systeem())
    assert verteld() == []

    wacht_in_quarantaine(timezone.now() - timedelta(hours=1))
    notify_quarantaine(door=systeem())
    notify_quarantaine(door=systeem())
    assert verteld() == [("Bea Beheer", "quarantaine")]

    Melding.objects.update(gelezen_op=timezone.now())
    notify_quarantaine(door=systeem())
    assert verteld() == [("Bea Beheer", "quarantaine")]

    wacht_in_quarantaine(timezone.now() + timedelta(seconds=1))
    notify_quarantaine(door=systeem())
    assert verteld() == [("Bea Beheer", "quarantaine")] * 2


def test_given_somebody_without_the_right_when_reminding_then_it_is_refused(noor):
    for handeling in (
        lambda: remind_plichten(door=noor, peildatum=DAG),
        lambda: notify_quarantaine(door=noor),
        lambda: send_overzichten(door=noor, nu=OCHTEND),
    ):
        with pytest.raises(GeenToegang):
            handeling()


def test_given_an_event_that_tells_nobody_anything_when_recorded_then_it_costs_no_query(noor, dossier):
    from verantwoord.werkplek.meldingen.luisteraar import hoor  # noqa: PLC0415 - the listener itself

    with CaptureQueriesContext(connection) as gevraagd:
        hoor([Gebeurtenis(soort="wens.geuit", dossier_id=dossier.pk)])

    assert len(gevraagd) == 0


# The page


def test_given_notifications_when_the_page_opens_then_the_newest_leads_and_the_look_at_the_person_is_kept(
    client, noor, dossier
):
    herbeoordeel([dossier.pk], peildatum=DAG)
    meld_beroep(dossier)
    Melding.objects.create(
        medewerker=noor,
        soort="plicht",
        dossier=dossier,
        norm="gesprek-1-termijn",
        uiterlijk_op=date(2022, 2, 15),
    )
    client.force_login(noor)

    pagina = lees(client.get(LIJST))

    assert [tekst(th).split(":")[0] for th in vind(pagina, "tbody th")] == [
        "Nieuw Een plicht loopt binnen drie dagen afGesprek 1 voeren",
        "Nieuw Een bericht heeft de procedure veranderd",
    ]
    assert [tekst(td) for td in vind(pagina, "td[data-l=Dossier]")] == ["Proefman, KarimD-2022-000123"] * 2
    assert [*Inzage.objects.values_list("dossier_id", "onderdeel", "doel")] == [
        (dossier.pk, "meldingen:lijst", "meldingen")
    ]


def test_given_unread_ones_when_any_page_opens_then_the_bell_says_how_many(client, noor, dossier):
    meld_beroep(dossier)
    client.force_login(noor)

    met = [tekst(bel) for bel in vind(lees(client.get("/")), "a.vw-bel")]
    Melding.objects.update(gelezen_op=timezone.now())
    zonder = [tekst(bel) for bel in vind(lees(client.get("/")), "a.vw-bel")]

    assert met == ["Meldingen1 ongelezen"]
    assert zonder == ["Meldingen"]


def test_given_a_notification_when_opened_then_it_is_read_and_leads_to_its_dossier(client, noor, dossier):
    meld_beroep(dossier)
    melding = Melding.objects.get()
    client.force_login(noor)

    antwoord = client.post(reverse("meldingen:openen", args=[melding.pk]))

    melding.refresh_from_db()
    assert antwoord.url == f"/dossiers/{dossier.pk}/"
    assert melding.gelezen_op is not None


def test_given_a_duty_when_opened_then_it_leads_to_where_it_is_done(client, noor, dossier):
    melding = Melding.objects.create(
        medewerker=noor, soort="plicht", dossier=dossier, norm="gesprek-1-termijn", uiterlijk_op=DAG
    )
    client.force_login(noor)

    antwoord = client.post(reverse("meldingen:openen", args=[melding.pk]))

    assert antwoord.url == reverse("vertrekgesprek:lijst", args=[dossier.pk])


def test_given_everything_read_when_said_then_what_came_meanwhile_stays_unread(client, noor, dossier):
    meld_beroep(dossier)
    gezien = Melding.objects.get()
    later = Melding.objects.create(medewerker=noor, soort="toegewezen", dossier=dossier)
    client.force_login(noor)

    client.post(reverse("meldingen:gelezen"), {"tot_en_met": str(gezien.pk)})

    assert [*Melding.objects.ongelezen().values_list("pk", flat=True)] == [later.pk]


def test_given_somebody_elses_notification_when_opened_or_marked_then_it_is_not_there_and_stays_unread(
    client, noor, dossier
):
    meld_beroep(dossier)
    melding = Melding.objects.get()
    client.force_login(MedewerkerFactory(team=noor.team))

    openen = client.post(reverse("meldingen:openen", args=[melding.pk]))
    client.post(reverse("meldingen:gelezen"), {"tot_en_met": str(melding.pk)})

    assert openen.status_code == 404
    assert vind(lees(client.get(LIJST)), "tbody tr") == []
    assert Melding.objects.ongelezen().count() == 1


def test_given_a_dossier_that_went_to_another_team_when_the_page_opens_then_it_names_nobody(
    client, noor, dossier
):
    meld_beroep(dossier)
    elders = MedewerkerFactory()
    dossier.regievoerder, dossier.team = elders, elders.team
    dossier.save()
    client.force_login(noor)

    pagina = lees(client.get(LIJST))

    assert [tekst(td) for td in vind(pagina, "td[data-l=Dossier]")] == [
        "Dit dossier is niet meer bij u of uw team."
    ]
    assert vind(pagina, "tbody form") == []
    assert Inzage.objects.count() == 0


def test_given_one_or_thirty_notifications_when_shown_then_the_number_of_queries_is_the_same(client, noor):
    client.force_login(noor)
    aantallen, begin = [], 0
    for aantal in (1, 24):
        for dossier in veel_dossiers(noor, aantal, begin=begin):
            Melding.objects.create(medewerker=noor, soort="toegewezen", dossier=dossier)
        begin += aantal
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(LIJST)
        aantallen.append(len(gevraagd))

    assert aantallen[0] == aantallen[1]


def test_given_more_than_a_page_when_walked_then_every_notification_comes_once(client, noor):
    for dossier in veel_dossiers(noor, 27):
        Melding.objects.create(medewerker=noor, soort="toegewezen", dossier=dossier)
    client.force_login(noor)

    gezien, url = 0, LIJST
    while url:
        pagina = lees(client.get(url))
        gezien += len(vind(pagina, "tbody tr"))
        verder = [a.get("href") for a in vind(pagina, ".vw-paginering a") if "Oudere" in a.text_content()]
        url = LIJST + verder[0] if verder else ""

    assert gezien == 27


# Mail


@pytest.fixture
def wil_mail(noor, settings):
    settings.SITE_ADRES = "https://verantwoord.test"
    return Mailvoorkeur.objects.create(medewerker=noor, adres="n.haverkamp@dtv.test")


def test_given_unread_ones_when_mailed_then_the_mail_says_how_many_of_which_kind_and_names_nobody(
    wil_mail, noor, dossier
):
    meld_beroep(dossier)
    for norm in ("gesprek-1-termijn", "mensenhandel-bedenktijd"):
        Melding.objects.create(medewerker=noor, soort="plicht", dossier=dossier, norm=norm, uiterlijk_op=DAG)

    uitkomst = send_overzichten(door=systeem(), nu=OCHTEND)

    (bericht,) = mail.outbox
    assert uitkomst == (1, 0)
    assert (bericht.to, bericht.subject) == (["n.haverkamp@dtv.test"], "verantwoord: 3 ongelezen meldingen")
    assert bericht.body == (
        "In verantwoord wacht op u:\n\n"
        "- Een bericht heeft de procedure veranderd: 1\n- Een plicht loopt binnen drie dagen af: 2\n\n"
        "Bekijk ze hier, nadat u hebt ingelogd:\nhttps://verantwoord.test/meldingen/\n\n"
        "U krijgt hooguit één keer per dag zo’n bericht, en alleen als er iets nieuws is.\n"
        "Wilt u dit niet meer? Zet het hier uit:\nhttps://verantwoord.test/meldingen/e-mail/"
    )
    assert bericht.extra_headers["Auto-Submitted"] == "auto-generated"


def test_given_a_mail_that_went_when_run_again_then_there_is_one_a_day_and_only_for_something_new(
    wil_mail, noor, dossier
):
    meld_beroep(dossier)
    Melding.objects.update(gemaakt_op=OCHTEND - timedelta(hours=1))
    morgen = OCHTEND + timedelta(days=1)
    runs = [send_overzichten(door=systeem(), nu=nu) for nu in (OCHTEND, OCHTEND + timedelta(hours=9), morgen)]
    Melding.objects.create(
        medewerker=noor, soort="toegewezen", dossier=dossier, gemaakt_op=morgen - timedelta(hours=2)
    )

    runs.append(send_overzichten(door=systeem(), nu=morgen))

    assert runs == [(1, 0), (0, 0), (0, 0), (1, 0)]
    assert [bericht.subject for bericht in mail.outbox] == [
        "verantwoord: 1 ongelezen melding",
        "verantwoord: 2 ongelezen meldingen",
    ]


@pytest.mark.parametrize("waarom", ["wil niet", "geen adres", "niet in dienst", "alles gelezen", "mail uit"])
def test_given_who_wants_or_needs_none_when_mailed_then_nothing_goes_out(
    wil_mail, noor, dossier, settings, waarom
):
    meld_beroep(dossier)
    match waarom:
        case "wil niet":
            Mailvoorkeur.objects.update(per_mail=False)
        case "geen adres":
            Mailvoorkeur.objects.update(adres="")
        case "niet in dienst":
            noor.is_active = False
            noor.save()
        case "alles gelezen":
            Melding.objects.update(gelezen_op=timezone.now())
        case "mail uit":
            settings.MAIL_AAN = False

    assert send_overzichten(door=systeem(), nu=OCHTEND) == (0, 0)
    assert mail.outbox == []


def test_given_a_server_that_does_not_answer_when_mailed_then_it_is_counted_and_tried_again(
    wil_mail, dossier, settings
):
    meld_beroep(dossier)
    werkend = settings.EMAIL_BACKEND
    # Nothing listens on the first port.
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    settings.EMAIL_PORT = 1

    eerst = send_overzichten(door=systeem(), nu=OCHTEND)
    settings.EMAIL_BACKEND = werkend

    assert eerst == (0, 1)
    assert send_overzichten(door=systeem(), nu=OCHTEND + timedelta(minutes=5)) == (1, 0)


def test_given_the_command_when_given_twice_then_duties_are_said_and_one_mail_goes_out(
    wil_mail, noor, capsys
):
    vandaag_aflopend(veel_dossiers(noor, 2))

    call_command("send_meldingen")
    call_command("send_meldingen")

    assert len(mail.outbox) == 1
    assert capsys.readouterr().out.splitlines() == [
        "De meldingen zijn bij; 1 mails verzonden.",
        "De meldingen zijn bij; 0 mails verzonden.",
    ]


def test_given_the_jobs_of_the_night_when_they_run_then_duties_and_quarantine_are_said_and_mailed(
    wil_mail, noor
):
    MedewerkerFactory(beheerder=True, naam="Bea Beheer")
    wacht_in_quarantaine(timezone.now() - timedelta(hours=1))
    vandaag_aflopend(veel_dossiers(noor, 1))

    for naam in ("meldingen.plichten", "meldingen.quarantaine", "meldingen.mail"):
        voer_uit(naam, {})

    assert {*verteld()} == {("Noor Haverkamp", "plicht"), ("Bea Beheer", "quarantaine")}
    assert len(mail.outbox) == 1


def test_given_mail_that_stays_behind_when_its_job_runs_then_the_job_fails_and_is_tried_again(
    wil_mail, dossier, settings
):
    meld_beroep(dossier)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    settings.EMAIL_PORT = 1

    with pytest.raises(MailBlijftLiggen):
        voer_uit("meldingen.mail", {})


def test_given_a_choice_about_mail_when_saved_then_it_is_kept_and_can_be_taken_back(client, noor):
    client.force_login(noor)
    adres = reverse("meldingen:mail")

    client.post(adres, {"per_mail": "on", "adres": "n.haverkamp@dtv.test"})
    client.post(adres, {"adres": "n.haverkamp@dtv.test"})

    assert [*Mailvoorkeur.objects.values_list("medewerker", "adres", "per_mail")] == [
        (noor.pk, "n.haverkamp@dtv.test", False)
    ]


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ("", "Fout: Vul uw e-mailadres in, of haal het kruisje weg."),
        ("noor", "Fout: Schrijf het adres als naam@organisatie.nl."),
    ],
)
def test_given_mail_without_a_right_address_when_saved_then_the_field_says_so_and_keeps_what_was_typed(
    client, noor, getypt, zin
):
    client.force_login(noor)

    pagina = lees(client.post(reverse("meldingen:mail"), {"per_mail": "on", "adres": getypt}))

    assert [tekst(p) for p in vind(pagina, ".vw-fout p")] == [zin]
    assert vind(pagina, "input[name=adres]")[0].get("value", "") == getypt
    assert Mailvoorkeur.objects.count() == 0


def test_given_nobody_logged_in_when_asked_then_the_way_leads_to_the_log_in_page():
    for adres in (LIJST, reverse("meldingen:mail")):
        assert Client().get(adres).url == f"/inloggen/?next={adres}"
