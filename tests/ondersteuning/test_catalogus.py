"""The catalogue: searched by subject and place, never by how a person is; kept by who may, and nothing gets lost."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.ondersteuning.actions import Aanbodgegevens, add_aanbod, change_aanbod
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Aanbod
from verantwoord.ondersteuning.queries import Zoekvraag, aanbod_for
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Rol

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)
PROJECT = {
    "aanbieder": "ngo", "organisatie": "Stichting Proef", "titel": "Eigen zaak", "omschrijving": "Een cursus.",
    "wensen": ["ondernemen"], "landen": "Irak\nIran", "gezin": "on",
}  # fmt: skip


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True)


@pytest.fixture
def leeg():
    """A catalogue without the kinds of support it begins with."""
    Aanbod.objects.all().delete()


def gegevens(**anders):
    return Aanbodgegevens(
        **{
            "aanbieder": "ngo",
            "organisatie": "Stichting Proef",
            "titel": "Eigen zaak",
            "omschrijving": "Een cursus.",
        }
        | anders
    )


def zoek(viewer, **vraag):
    return set(aanbod_for(Zoekvraag(**vraag), viewer=viewer, peildatum=OP).values_list("titel", flat=True))


def test_given_a_new_installation_when_the_catalogue_is_opened_then_the_kinds_of_the_report_are_there(
    beheerder,
):
    soorten = set(Aanbod.objects.values_list("aanbieder", "voorbeeld"))

    assert soorten == {("iom", False), ("ngo", False), ("dtv", False), ("dia", False)}


@pytest.mark.usefixtures("leeg")
def test_given_projects_when_searching_then_each_question_narrows_and_an_empty_list_means_every(beheerder):
    AanbodFactory(titel="zaak in Irak")
    AanbodFactory(titel="zaak overal", landen=[])
    AanbodFactory(titel="alles in Ghana", wensen=[], landen=["GHA"])
    AanbodFactory(titel="zorg", wensen=["werk"], landen=[], medisch=True)
    AanbodFactory(titel="gezin", wensen=["onderdak"], landen=[], gezin=True)

    assert zoek(beheerder, wens="ondernemen") == {"zaak in Irak", "zaak overal", "alles in Ghana"}
    assert zoek(beheerder, wens="ondernemen", land="GHA") == {"zaak overal", "alles in Ghana"}
    assert zoek(beheerder, wens="medische_zorg") == {"alles in Ghana", "zorg"}
    assert (zoek(beheerder, gezin=True), zoek(beheerder, medisch=True)) == ({"gezin"}, {"zorg"})


@pytest.mark.usefixtures("leeg")
def test_given_a_project_that_ended_or_begins_later_when_searching_then_it_shows_only_on_request(beheerder):
    AanbodFactory(titel="loopt", van=OP, tot=OP)
    AanbodFactory(titel="afgelopen", tot=date(2022, 2, 20))
    AanbodFactory(titel="later", van=date(2022, 2, 22))

    assert zoek(beheerder) == {"loopt"}
    assert zoek(beheerder, ook_afgelopen=True) == {"loopt", "afgelopen", "later"}


@pytest.mark.parametrize("rol", [Rol.MANAGER, Rol.BEHEERDER])
def test_given_a_role_that_may_when_an_entry_is_kept_then_every_change_can_be_read_back(rol):
    door = MedewerkerFactory(rol=rol)
    aanbod = add_aanbod(door=door, gegevens=gegevens(landen=("IRQ",)))

    change_aanbod(
        door=door, aanbod_id=aanbod.pk, versie=1, gegevens=gegevens(landen=("IRQ",), tot=date(2022, 12, 31))
    )

    aanbod.refresh_from_db()
    assert (aanbod.tot, aanbod.versie) == (date(2022, 12, 31), 2)
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", flat=True)) == [
        "aanbod.toegevoegd",
        "aanbod.gewijzigd",
    ]
    historie = Rijhistorie.objects.filter(
        tabel="ondersteuning_aanbod", rij_id=str(aanbod.pk), operatie="UPDATE"
    )
    assert historie.get().oud == {"tot": None, "versie": 1}


def test_given_a_regievoerder_when_keeping_the_catalogue_then_that_is_not_her_role():
    with pytest.raises(GeenToegang):
        add_aanbod(door=MedewerkerFactory(), gegevens=gegevens())


def test_given_an_entry_when_it_is_changed_wrongly_then_one_is_told(beheerder):
    aanbod = add_aanbod(door=beheerder, gegevens=gegevens())

    with pytest.raises(Versieconflict):
        change_aanbod(door=beheerder, aanbod_id=aanbod.pk, versie=7, gegevens=gegevens(titel="Anders"))
    with pytest.raises(WensKloptNiet):
        change_aanbod(door=beheerder, aanbod_id=aanbod.pk, versie=1, gegevens=gegevens())
    with pytest.raises(WensKloptNiet) as fout:
        add_aanbod(door=beheerder, gegevens=gegevens(van=OP, tot=date(2022, 1, 1)))

    assert fout.value.veld == "tot"


def test_given_a_sending_system_when_asking_for_the_catalogue_then_it_gets_none():
    systeem = Medewerker(gebruikersnaam="ind", rol=Rol.AFZENDER)

    assert list(Aanbod.objects.visible_to(systeem)) == []


def test_given_one_or_thirty_entries_when_listed_then_the_number_of_queries_is_the_same(
    client, django_assert_max_num_queries
):
    client.force_login(MedewerkerFactory())
    client.get(reverse("catalogus:lijst"))
    with django_assert_max_num_queries(100) as weinig:
        client.get(reverse("catalogus:lijst"))
    for _ in range(30):
        AanbodFactory()

    with django_assert_max_num_queries(100) as veel:
        pagina = client.get(reverse("catalogus:lijst"))

    assert (len(veel), len(pagina.context["aanbod"])) == (len(weinig), 35)


@pytest.mark.parametrize("vraag", [{"wens": "\0"}, {"wens": "bestaat_niet"}, {"land": "9" * 5000}])
def test_given_a_strange_question_when_searching_then_everything_is_shown(client, vraag):
    client.force_login(MedewerkerFactory())

    antwoord = client.get(reverse("catalogus:lijst"), vraag)

    assert (antwoord.status_code, len(antwoord.context["aanbod"])) == (200, 5)


def test_given_a_search_when_it_is_sent_then_only_what_fits_is_shown(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    client.force_login(MedewerkerFactory())
    AanbodFactory(titel="Alleen in Ghana", wensen=["tijd"], landen=["GHA"])

    antwoord = client.get(reverse("catalogus:lijst"), {"wens": "tijd", "land": "GHA"})

    assert [aanbod.titel for aanbod in antwoord.context["aanbod"]] == ["Alleen in Ghana"]


def test_given_a_keeper_when_an_entry_is_posted_then_it_is_kept_with_its_countries(client, beheerder):
    client.force_login(beheerder)

    antwoord = client.post(reverse("catalogus:nieuw"), PROJECT)

    aanbod = Aanbod.objects.get(titel="Eigen zaak")
    assert antwoord["Location"] == reverse("catalogus:aanbod", args=[aanbod.pk])
    assert (aanbod.landen, aanbod.wensen, aanbod.gezin) == (["IRN", "IRQ"], ["ondernemen"], True)
    assert client.get(antwoord["Location"]).status_code == 200


def test_given_a_country_nobody_knows_when_posted_then_the_field_says_so_and_all_is_kept(client, beheerder):
    client.force_login(beheerder)

    antwoord = client.post(reverse("catalogus:nieuw"), PROJECT | {"landen": "Irak, Utopia"})

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {
        "landen": ["Wij kennen geen land met de naam “Utopia”. Schrijf één land op elke regel."]
    }
    assert "Irak, Utopia" in antwoord.content.decode()


def test_given_an_entry_when_its_form_opens_then_it_holds_what_stands_there_and_a_change_is_kept(
    client, beheerder
):
    client.force_login(beheerder)
    aanbod = add_aanbod(door=beheerder, gegevens=gegevens(landen=("IRQ", "IRN")))
    adres = reverse("catalogus:wijzigen", args=[aanbod.pk])
    form = client.get(adres).context["form"]
    assert form["landen"].value() == "Irak\nIran"

    antwoord = client.post(adres, PROJECT | {"versie": "1", "titel": "Eigen winkel"})

    aanbod.refresh_from_db()
    assert (antwoord.status_code, aanbod.titel) == (302, "Eigen winkel")
    assert "bijgewerkt" in client.get(antwoord["Location"]).content.decode()


def test_given_a_colleague_who_was_first_when_changing_then_both_texts_are_shown(client, beheerder):
    client.force_login(beheerder)
    aanbod = add_aanbod(door=beheerder, gegevens=gegevens())

    antwoord = client.post(
        reverse("catalogus:wijzigen", args=[aanbod.pk]), PROJECT | {"versie": "9", "omschrijving": "Nieuw."}
    )

    assert antwoord.status_code == 409
    assert [(d.oud, d.nieuw) for d in antwoord.context["verschil"] if d.gewijzigd] == [
        ("Een cursus.", "Nieuw.")
    ]


def test_given_a_regievoerder_when_asking_for_the_forms_of_a_keeper_then_they_are_not_there(client):
    client.force_login(MedewerkerFactory())
    aanbod = AanbodFactory()

    adressen = [reverse("catalogus:nieuw"), reverse("catalogus:wijzigen", args=[aanbod.pk])]

    assert [client.get(adres).status_code for adres in adressen] == [404, 404]
    assert [client.post(adres, PROJECT).status_code for adres in adressen] == [404, 404]


def test_given_countries_that_came_after_others_when_chosen_from_then_the_code_is_the_one_of_today():
    codes = {naam: code for code, naam in landkeuzes()}

    assert (codes["Congo-Kinshasa"], codes["Frankrijk"], codes["Oost-Timor"]) == ("COD", "FRA", "TLS")
