"""Accounts are looked after by an administrator, who reaches no dossier and leaves a trace at every step."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.beheer import actions
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker, Sleutel
from verantwoord.toegang.queries import medewerker_with_sleutel
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Rol

pytestmark = pytest.mark.django_db
GEHEIM = "geheim"


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True, naam="Fleur de Wit")


@pytest.fixture
def beheer(client, beheerder):
    client.force_login(beheerder)
    return client


def nieuw(**anders) -> dict[str, object]:
    velden = {
        "naam": "Noor Haverkamp",
        "gebruikersnaam": "noor.haverkamp",
        "rol": "regievoerder",
        "organisatie": "dtv",
    }
    return velden | anders


def adres(naam: str, medewerker: Medewerker) -> str:
    return reverse(f"beheer:medewerker_{naam}", args=[medewerker.pk])


def test_given_a_new_colleague_when_added_then_the_password_is_shown_once_and_opens_the_account(
    beheer, beheerder
):
    team = TeamFactory(naam="Noord")

    antwoord = beheer.post(reverse("beheer:medewerker_nieuw"), nieuw(team=team.pk))

    wachtwoord = antwoord.context[GEHEIM]
    collega = Medewerker.objects.get(gebruikersnaam="noor.haverkamp")
    assert Client().login(username="noor.haverkamp", password=wachtwoord)
    assert (collega.naam, collega.rol, collega.team) == ("Noor Haverkamp", Rol.REGIEVOERDER, team)
    assert antwoord.headers["Cache-Control"] == "no-store"
    gebeurtenis = Gebeurtenis.objects.get()
    assert (gebeurtenis.soort, gebeurtenis.dossier_id, gebeurtenis.door) == (
        "medewerker.toegevoegd",
        None,
        beheerder.gebruikersnaam,
    )
    assert wachtwoord not in str(gebeurtenis.gegevens)
    assert wachtwoord not in beheer.get(reverse("beheer:medewerker", args=[collega.pk])).content.decode()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": " "}, "naam"),
        ({"gebruikersnaam": "noor haverkamp"}, "gebruikersnaam"),
        ({"rol": "systeem"}, "rol"),
        ({"team": ""}, "team"),
        ({"team": "9999"}, "team"),
        ({"organisatie": "coa"}, "organisatie"),
    ],
)
def test_given_a_wrong_field_when_adding_somebody_then_it_is_said_there_and_all_is_kept(beheer, anders, veld):
    antwoord = beheer.post(reverse("beheer:medewerker_nieuw"), nieuw(team=TeamFactory().pk) | anders)

    assert antwoord.status_code == 422
    assert set(antwoord.context["form"].errors) == {veld}
    assert not Medewerker.objects.filter(gebruikersnaam__startswith="noor").exists()


def test_given_a_sending_system_when_added_then_it_gets_no_password_but_a_place_for_tokens(beheer):
    antwoord = beheer.post(
        reverse("beheer:medewerker_nieuw"),
        nieuw(naam="Koppelvlak IND", gebruikersnaam="ind", rol="afzender", organisatie="ind"),
    )

    ind = Medewerker.objects.get(gebruikersnaam="ind")
    assert antwoord.url == reverse("beheer:medewerker", args=[ind.pk])
    assert (ind.rol, ind.organisatie, ind.team) == (Rol.AFZENDER, Organisatie.IND, None)


def test_given_a_name_in_other_capitals_when_added_again_then_it_is_refused(beheer):
    MedewerkerFactory(naam="Noor HAVERKAMP")

    antwoord = beheer.post(reverse("beheer:medewerker_nieuw"), nieuw(team=TeamFactory().pk))

    assert antwoord.status_code == 422
    assert Medewerker.objects.filter(gebruikersnaam="noor.haverkamp").count() == 0


def test_given_another_role_when_changed_then_the_next_request_has_it_and_what_it_was_is_kept(beheer):
    collega = MedewerkerFactory()
    team = TeamFactory()

    antwoord = beheer.post(
        adres("wijzigen", collega),
        {"gezien": actions.stand_van(collega), "rol": "manager", "organisatie": "dtv", "team": team.pk},
    )

    oud = collega.team
    collega.refresh_from_db()
    assert antwoord.status_code == 302
    assert (collega.rol, collega.team) == (Rol.MANAGER, team)
    assert Gebeurtenis.objects.get().gegevens["wijzigingen"] == {
        "rol": ["regievoerder", "manager"],
        "team": [oud.naam, team.naam],
    }
    historie = Rijhistorie.objects.filter(
        tabel="toegang_medewerker", rij_id=str(collega.pk), operatie="UPDATE"
    )
    assert historie.latest("pk").oud == {"rol": "regievoerder", "team_id": oud.pk}


def test_given_a_colleague_was_first_when_changed_then_409_with_both_and_a_second_time_it_is_saved(beheer):
    collega = MedewerkerFactory()
    invoer = {
        "gezien": actions.stand_van(collega),
        "rol": "manager",
        "organisatie": "dtv",
        "team": collega.team_id,
    }
    Medewerker.objects.filter(pk=collega.pk).update(organisatie=Organisatie.COA)

    eerst = beheer.post(adres("wijzigen", collega), invoer)
    form = eerst.context["form"]
    daarna = beheer.post(adres("wijzigen", collega), invoer | {"gezien": form["gezien"].value()})

    assert (eerst.status_code, daarna.status_code) == (409, 302)
    assert form["rol"].value() == "manager"
    assert [feit.waarde for feit in eerst.context["feiten"]][2] == "COA"


def test_given_my_own_account_when_i_change_my_role_then_it_is_refused(beheer, beheerder):
    MedewerkerFactory(beheerder=True)

    antwoord = beheer.post(
        adres("wijzigen", beheerder),
        {
            "gezien": actions.stand_van(beheerder),
            "rol": "regievoerder",
            "organisatie": "dtv",
            "team": TeamFactory().pk,
        },
    )

    beheerder.refresh_from_db()
    assert (antwoord.status_code, beheerder.rol) == (422, Rol.BEHEERDER)


def test_given_the_last_administrator_when_closing_the_own_account_then_it_is_refused(beheer, beheerder):
    MedewerkerFactory(beheerder=True, is_active=False)

    antwoord = beheer.post(adres("sluiten", beheerder), {"gezien": actions.stand_van(beheerder)})

    beheerder.refresh_from_db()
    assert antwoord.status_code == 422
    assert antwoord.context["form"].non_field_errors() == [
        "Dit is de laatste beheerder. Voeg eerst een andere beheerder toe."
    ]
    assert beheerder.is_active


def test_given_another_administrator_when_closing_the_own_account_then_it_is_closed(beheer, beheerder):
    MedewerkerFactory(beheerder=True)

    beheer.post(adres("sluiten", beheerder), {"gezien": actions.stand_van(beheerder)})

    beheerder.refresh_from_db()
    assert not beheerder.is_active
    assert beheer.get(reverse("beheer:begin")).status_code == 302


def test_given_a_closed_account_when_it_was_logged_in_then_session_and_tokens_are_nobodys_also_after_reopening(
    beheer, beheerder
):
    collega = MedewerkerFactory()
    ingelogd = Client()
    ingelogd.force_login(collega)
    token = give_sleutel(door=systeem(), medewerker=collega, naam="eigen programma")

    beheer.post(adres("sluiten", collega), {"gezien": actions.stand_van(collega)})
    gesloten = ingelogd.get("/").status_code, medewerker_with_sleutel(token)
    collega.refresh_from_db()
    heropend = beheer.post(adres("heropenen", collega), {"gezien": actions.stand_van(collega)})

    assert gesloten == (302, None)
    assert (ingelogd.get("/").status_code, medewerker_with_sleutel(token)) == (302, None)
    assert Client().login(username=collega.gebruikersnaam, password=heropend.context[GEHEIM])
    assert list(Gebeurtenis.objects.order_by("-volgnummer").values_list("soort", flat=True)[:2]) == [
        "medewerker.heropend",
        "medewerker.gesloten",
    ]
    assert eerste_gebroken_schakel() is None


def test_given_open_dossiers_when_their_regievoerder_goes_then_they_stay_and_the_manager_is_told(
    beheer, beheerder
):
    collega = MedewerkerFactory(naam="Noor Haverkamp")
    manager = MedewerkerFactory(manager=True, team=collega.team)
    dossiers = [DossierFactory(regievoerder=collega), DossierFactory(regievoerder=collega)]
    DossierFactory(regievoerder=collega, gesloten_op=date(2022, 5, 1))

    vooraf = beheer.get(adres("sluiten", collega))
    beheer.post(adres("sluiten", collega), {"gezien": actions.stand_van(collega)})
    daarna = beheer.get(reverse("beheer:medewerker", args=[collega.pk]))
    bij_manager = Client()
    bij_manager.force_login(manager)
    lijst = bij_manager.get("/")

    assert vooraf.context["blad"].punten[-1].startswith("2 open dossiers staan op deze naam.")
    assert daarna.context["achter"].startswith("2 open dossiers staan nog op deze naam.")
    for dossier in dossiers:
        dossier.refresh_from_db()
        assert dossier.regievoerder == collega
    assert lijst.context["achtergelaten"] == [(collega.pk, "Noor Haverkamp", True, 2)]
    assert dossiers[0].persoon.achternaam not in daarna.content.decode()


def test_given_a_lost_password_when_reset_then_only_the_new_one_opens_and_old_sessions_end(beheer):
    collega = MedewerkerFactory()
    collega.set_password("oud-wachtwoord-van-zomer")
    collega.save()
    ingelogd = Client()
    ingelogd.login(username=collega.gebruikersnaam, password="oud-wachtwoord-van-zomer")

    antwoord = beheer.post(adres("wachtwoord", collega), {"gezien": actions.stand_van(collega)})

    assert ingelogd.get("/").status_code == 302
    assert not Client().login(username=collega.gebruikersnaam, password="oud-wachtwoord-van-zomer")
    assert Client().login(username=collega.gebruikersnaam, password=antwoord.context[GEHEIM])


def test_given_a_sending_system_when_given_a_token_then_it_is_shown_once_and_ends_when_withdrawn(beheer):
    ind = MedewerkerFactory(rol=Rol.AFZENDER, organisatie=Organisatie.IND, team=None)

    antwoord = beheer.post(reverse("beheer:sleutel_nieuw", args=[ind.pk]), {"naam": "koppelvlak"})
    token = antwoord.context[GEHEIM]
    sleutel = Sleutel.objects.get()
    vooraf = medewerker_with_sleutel(token)
    pagina = beheer.get(reverse("beheer:medewerker", args=[ind.pk])).content.decode()
    beheer.post(reverse("beheer:sleutel_intrekken", args=[ind.pk, sleutel.pk]))

    assert vooraf == ind
    assert token not in pagina
    assert sleutel.digest not in pagina
    assert medewerker_with_sleutel(token) is None
    assert Gebeurtenis.objects.latest("volgnummer").soort == "sleutel.ingetrokken"


def test_given_a_last_day_that_is_past_when_giving_a_token_then_it_is_refused(beheer):
    ind = MedewerkerFactory(rol=Rol.AFZENDER, organisatie=Organisatie.IND, team=None)
    gisteren = timezone.localdate() - timedelta(days=1)

    antwoord = beheer.post(
        reverse("beheer:sleutel_nieuw", args=[ind.pk]),
        {
            "naam": "koppelvlak",
            "geldig_tot_dag": gisteren.day,
            "geldig_tot_maand": gisteren.month,
            "geldig_tot_jaar": gisteren.year,
        },
    )

    assert (antwoord.status_code, Sleutel.objects.count()) == (422, 0)


def test_given_a_person_when_asked_for_a_token_then_it_is_not_there(beheer):
    assert beheer.get(reverse("beheer:sleutel_nieuw", args=[MedewerkerFactory().pk])).status_code == 404


def test_given_a_person_when_made_a_system_then_it_is_refused(beheerder):
    collega = MedewerkerFactory()

    with pytest.raises(actions.KanNiet):
        actions.change_medewerker(
            door=beheerder,
            medewerker_id=collega.pk,
            gezien=actions.stand_van(collega),
            rol=Rol.AFZENDER,
            organisatie=Organisatie.DTV,
            team_id=None,
        )


@pytest.mark.parametrize("rol", [Rol.REGIEVOERDER, Rol.MANAGER, Rol.AFZENDER])
def test_given_another_role_when_an_account_is_changed_by_an_action_then_it_is_refused(rol):
    door, collega = MedewerkerFactory(rol=rol), MedewerkerFactory()
    wie = {"door": door, "medewerker_id": collega.pk, "gezien": actions.stand_van(collega)}

    for handeling in (actions.deactivate_medewerker, actions.reset_wachtwoord, actions.reactivate_medewerker):
        with pytest.raises(GeenToegang):
            handeling(**wie)

    assert Gebeurtenis.objects.count() == 0


def test_given_the_program_itself_when_looked_for_then_it_is_no_account(beheer):
    zelf = systeem()

    assert beheer.get(reverse("beheer:medewerker", args=[zelf.pk])).status_code == 404
    assert zelf not in beheer.get(reverse("beheer:medewerkers")).context["rijen"]


def test_given_more_than_a_page_when_walked_then_everybody_comes_once_in_order(beheer, beheerder):
    namen = sorted([beheerder.naam, *(MedewerkerFactory(naam=f"Collega {n:02}").naam for n in range(40))])
    gezien, adres_ = [], reverse("beheer:medewerkers")

    while adres_:
        context = beheer.get(adres_).context
        gezien += [m.naam for m in context["rijen"]]
        adres_ = context["volgende"] and f"{reverse('beheer:medewerkers')}?na={context['volgende']}"

    assert gezien == namen


def test_given_words_of_a_name_when_searched_then_they_stand_in_no_address(beheer):
    MedewerkerFactory(naam="Hassan Ouali")

    antwoord = beheer.post(reverse("beheer:medewerkers"), {"zoek": "ouali"})

    assert [m.naam for m in antwoord.context["rijen"]] == ["Hassan Ouali"]


def test_given_one_or_thirty_accounts_when_listed_then_the_number_of_queries_is_the_same(beheer):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(reverse("beheer:medewerkers"))
        return len(vragen)

    bij_een = tel()
    MedewerkerFactory.create_batch(30)

    assert tel() == bij_een


def test_given_one_or_thirty_tokens_when_listed_then_the_number_of_queries_is_the_same(beheer):
    ind = MedewerkerFactory(rol=Rol.AFZENDER, organisatie=Organisatie.IND, team=None)

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(reverse("beheer:medewerker", args=[ind.pk]))
        return len(vragen)

    give_sleutel(door=systeem(), medewerker=ind, naam="een")
    bij_een = tel()
    for n in range(29):
        give_sleutel(door=systeem(), medewerker=ind, naam=f"sleutel {n}")

    assert tel() == bij_een


@pytest.mark.django_db(transaction=True)
def test_given_two_administrators_when_each_closes_the_other_at_once_then_one_is_left():
    with transaction.atomic():
        paar = [MedewerkerFactory(beheerder=True), MedewerkerFactory(beheerder=True)]
    start, uitkomsten = Barrier(2), []

    def sluit(door: Medewerker, ander: Medewerker) -> None:
        start.wait(timeout=10)
        try:
            with transactie_van(door):
                actions.deactivate_medewerker(
                    door=door, medewerker_id=ander.pk, gezien=actions.stand_van(ander)
                )
            uitkomsten.append("gesloten")
        except actions.KanNiet:
            uitkomsten.append("geweigerd")
        finally:
            connection.close()

    draden = [Thread(target=sluit, args=(paar[i], paar[1 - i])) for i in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)

    assert sorted(uitkomsten) == ["gesloten", "geweigerd"]
    assert Medewerker.objects.filter(rol=Rol.BEHEERDER, is_active=True).count() == 1
