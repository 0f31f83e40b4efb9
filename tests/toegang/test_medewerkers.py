"""Accounts and tokens are made by a command, shown once, and never take over another's name."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.dossier.factories import MedewerkerFactory
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import create_medewerker, give_sleutel
from verantwoord.toegang.models import Medewerker, Sleutel
from verantwoord.toegang.queries import medewerker_with_sleutel
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Rol

pytestmark = pytest.mark.django_db


def draai(*woorden: str) -> str:
    uit = StringIO()
    call_command(*woorden, stdout=uit)
    return uit.getvalue().strip()


def test_given_a_new_colleague_when_added_then_the_shown_password_opens_the_account(client):
    wachtwoord = draai(
        "create_medewerker", "n.proef", "N. Proef", "--rol", "regievoerder", "--team", "Noord"
    ).split()[-1]

    assert client.login(username="n.proef", password=wachtwoord)
    collega = Medewerker.objects.get(gebruikersnaam="n.proef")
    assert (collega.naam, collega.rol, collega.team.naam) == ("N. Proef", Rol.REGIEVOERDER, "Noord")
    assert wachtwoord not in str(Gebeurtenis.objects.get().gegevens)


@pytest.mark.parametrize(("gebruikersnaam", "naam"), [("bezet", "Iemand anders"), ("vrij", "Bezette Naam")])
def test_given_a_name_in_use_when_added_again_then_it_is_refused(gebruikersnaam, naam):
    MedewerkerFactory(gebruikersnaam="bezet", naam="Bezette Naam")

    with pytest.raises(CommandError, match="al in gebruik"):
        draai("create_medewerker", gebruikersnaam, naam, "--rol", "manager")

    assert Medewerker.objects.filter(gebruikersnaam="vrij").count() == 0


def test_given_a_sender_when_given_a_token_then_it_opens_the_api_and_only_its_digest_is_kept():
    ind = MedewerkerFactory(gebruikersnaam="ind", organisatie=Organisatie.IND, rol=Rol.AFZENDER, team=None)

    token = draai("give_sleutel", "ind").removeprefix("Authorization: Bearer ")

    assert medewerker_with_sleutel(token) == ind
    assert Sleutel.objects.get().digest != token


def test_given_a_token_past_its_last_day_when_used_then_it_is_nobodys():
    MedewerkerFactory(gebruikersnaam="ind", rol=Rol.AFZENDER)

    token = draai("give_sleutel", "ind", "--geldig-tot", date(2022, 1, 1).isoformat()).split()[-1]

    assert medewerker_with_sleutel(token) is None


def test_given_no_such_account_when_a_token_is_asked_then_it_says_what_to_do():
    with pytest.raises(CommandError, match="create-medewerker"):
        draai("give_sleutel", "niemand")


def test_given_a_manager_when_adding_staff_or_tokens_then_it_is_refused():
    manager = MedewerkerFactory(rol=Rol.MANAGER)

    with pytest.raises(GeenToegang):
        create_medewerker(door=manager, gebruikersnaam="x", naam="X", organisatie="dtv", rol="regievoerder")
    with pytest.raises(GeenToegang):
        give_sleutel(door=manager, medewerker=manager, naam="x")
