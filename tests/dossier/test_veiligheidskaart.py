"""The card with what one must know in danger: who keeps it, who reads it, and that nothing written is lost."""

import pytest
from django.db import ProgrammingError, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.test_inzageverzoek import betrokken
from verantwoord.dossier.actions import KaartOngewijzigd, record_veiligheidskaart
from verantwoord.dossier.models import Dossier, Veiligheidskaart
from verantwoord.dossier.queries import veiligheidskaart_of
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory()


def schrijf(dossier, door, tekst, vorige=None):
    return record_veiligheidskaart(door=door, dossier_id=dossier.pk, tekst=tekst, vorige=vorige)


def test_given_the_coa_when_it_writes_then_the_regievoerder_reads_it_and_the_other_way_round(dossier):
    coa = betrokken(dossier, MedewerkerFactory(coa=True))

    eerste = schrijf(dossier, coa, " Kamer 12. Bel zijn zus. ")
    tweede = schrijf(dossier, dossier.regievoerder, "Kamer 14.", eerste.pk)

    assert eerste.tekst == "Kamer 12. Bel zijn zus."
    assert veiligheidskaart_of(dossier.pk, viewer=coa) == tweede
    assert Veiligheidskaart.objects.count() == 2


def test_given_a_colleague_who_was_first_when_writing_then_nothing_is_written_over(dossier):
    schrijf(dossier, dossier.regievoerder, "Kamer 12.")

    with pytest.raises(KaartOngewijzigd, match="intussen bijgewerkt"):
        schrijf(dossier, dossier.regievoerder, "Kamer 14.", None)
    with pytest.raises(KaartOngewijzigd, match="staat er al"):
        schrijf(dossier, dossier.regievoerder, "Kamer 12.", Veiligheidskaart.objects.get().pk)


def test_given_a_card_when_changing_its_row_then_the_database_refuses(dossier):
    kaart = schrijf(dossier, dossier.regievoerder, "Kamer 12.")

    with pytest.raises(ProgrammingError), transaction.atomic():
        Veiligheidskaart.objects.filter(pk=kaart.pk).update(tekst="Kamer 99.")


@pytest.mark.parametrize("rol", ["avim", "kmar", "ind", "iom", "vwn", "avim_mensenhandel"])
def test_given_a_partner_without_it_when_asking_then_there_is_no_card_and_none_is_written(dossier, rol):
    schrijf(dossier, dossier.regievoerder, "Kamer 12.")
    partner = betrokken(dossier, MedewerkerFactory(**{rol: True}))

    assert veiligheidskaart_of(dossier.pk, viewer=partner) is None
    with pytest.raises(GeenToegang):
        schrijf(dossier, partner, "Kamer 14.")


def test_given_outsiders_when_asking_then_there_is_no_card(dossier):
    schrijf(dossier, dossier.regievoerder, "Kamer 12.")
    vreemden = [MedewerkerFactory(), MedewerkerFactory(coa=True), MedewerkerFactory(fg=True)]

    assert [veiligheidskaart_of(dossier.pk, viewer=wie) for wie in vreemden] == [None] * 3
    with pytest.raises(Dossier.DoesNotExist):
        schrijf(dossier, MedewerkerFactory(coa=True), "Kamer 14.")


def test_given_the_pages_when_writing_then_the_card_stands_there_and_typed_words_stay_on_a_conflict(
    client, dossier
):
    coa = betrokken(dossier, MedewerkerFactory(coa=True))
    client.force_login(coa)
    adres = f"/keten/dossiers/{dossier.pk}/veiligheid/"

    goed = client.post(adres, {"tekst": "Kamer 12, begane grond.", "vorige": ""})
    botsing = client.post(adres, {"tekst": "Kamer 14, verdieping twee.", "vorige": ""})

    assert (goed.status_code, botsing.status_code) == (302, 422)
    pagina = botsing.content.decode()
    assert "Kamer 12, begane grond." in pagina
    assert "Kamer 14, verdieping twee." in pagina
    client.force_login(dossier.regievoerder)
    assert "Kamer 12, begane grond." in client.get(f"/dossiers/{dossier.pk}/veiligheid/").content.decode()


def test_given_others_when_opening_the_pages_then_they_are_not_there(client, dossier):
    avim = betrokken(dossier, MedewerkerFactory(avim=True))

    codes = []
    for wie, adres in (
        (avim, f"/keten/dossiers/{dossier.pk}/veiligheid/"),
        (MedewerkerFactory(coa=True), f"/keten/dossiers/{dossier.pk}/veiligheid/"),
        (dossier.regievoerder, f"/keten/dossiers/{dossier.pk}/veiligheid/"),
        (MedewerkerFactory(), f"/dossiers/{dossier.pk}/veiligheid/"),
    ):
        client.force_login(wie)
        codes.append(client.get(adres).status_code)

    assert codes == [404] * 4
