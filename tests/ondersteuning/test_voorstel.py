"""A proposal of a referral: nothing is shared without a yes, and neither a no nor silence changes anything."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import WensFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.actions import drop_voorstel, propose_verwijzing, record_keuze
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.ondersteuning.queries import niet_verwezen_of, voorstellen_of
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def dossier():
    return DossierFactory()


def leg_voor(dossier, **anders):
    dossier.refresh_from_db()
    vast = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "versie": dossier.versie,
        "peildatum": OP,
        "naar": "iom",
        "op": date(2022, 2, 18),
        "waarvoor": "Een plan voor een kapperszaak in Basra.",
        "deelt": "Uw naam, uw taal en uw plan.",
        "waarom": "De IOM helpt mensen met een eigen zaak.",
    }
    return propose_verwijzing(**vast | anders)


def kies(dossier, rij, keuze, **anders):
    dossier.refresh_from_db()
    vast = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "verwijzing_id": rij.pk,
        "versie": dossier.versie,
        "peildatum": OP,
        "op": OP,
        "keuze": keuze,
        "wie": "persoon",
    }
    return record_keuze(**vast | anders)


def soorten(dossier):
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("volgnummer")
    return list(rijen.values_list("soort", flat=True))


def test_given_a_proposal_when_nobody_chose_then_nothing_is_shared_and_somebody_asks_on_a_day(dossier):
    eerst = beeld_of(dossier.pk)

    rij = leg_voor(dossier, wens_id=WensFactory(dossier=dossier).pk)

    rij.refresh_from_db()
    assert (rij.plaats, rij.toestemming, rij.wacht_op_keuze, rij.volgende_op) == (
        None,
        None,
        True,
        date(2022, 3, 4),
    )
    assert beeld_of(dossier.pk).verwijzingen == eerst.verwijzingen == ()
    assert Betrokkenheid.objects.filter(dossier=dossier, grond="verwijzing").count() == 0
    assert soorten(dossier) == ["verwijzing.voorgesteld"]
    assert list(voorstellen_of(dossier.pk, viewer=dossier.regievoerder, alleen_wachtend=True)) == [rij]


def test_given_a_proposal_when_a_yes_was_said_in_a_talk_then_it_is_sent_on_that_day(dossier):
    rij = leg_voor(dossier)

    kies(dossier, rij, "ja")

    rij.refresh_from_db()
    (feit,) = beeld_of(dossier.pk).verwijzingen
    assert (feit.naar, feit.verwezen_op, feit.toestemming) == ("iom", OP, True)
    assert (rij.plaats, rij.gekozen_op, rij.gekozen_door) == (0, OP, "persoon")
    assert soorten(dossier) == ["verwijzing.voorgesteld", "verwijzing.gedaan"]


def test_given_a_proposal_when_a_no_was_said_then_no_fact_holds_it_and_a_yes_is_still_possible(dossier):
    rij = leg_voor(dossier)
    eerst = beeld_of(dossier.pk)

    kies(dossier, rij, "nee")
    na_nee = beeld_of(dossier.pk)
    nog_open = list(voorstellen_of(dossier.pk, viewer=dossier.regievoerder))
    kies(dossier, rij, "ja")

    assert (na_nee, nog_open) == (eerst, [rij])
    assert len(beeld_of(dossier.pk).verwijzingen) == 1
    assert list(rij.stappen.values_list("soort", flat=True)) == ["voorgesteld", "niet_gedaan", "gedaan"]


def test_given_no_answer_yet_when_that_is_recorded_then_only_the_day_to_ask_moves(dossier):
    rij = leg_voor(dossier)

    kies(dossier, rij, "nog_niet", volgende_op=date(2022, 3, 1))

    rij.refresh_from_db()
    assert (rij.toestemming, rij.volgende_op) == (None, date(2022, 3, 1))
    assert soorten(dossier) == ["verwijzing.voorgesteld", "verwijzing.voorstel_besproken"]


@pytest.mark.parametrize(
    ("geboren", "wie", "kan"),
    [
        ("2006-02-21", "persoon", True),
        ("2006-02-22", "persoon", False),
        ("2006-02-22", "vertegenwoordiger", True),
        ("2006-02-21", "vertegenwoordiger", False),
    ],
)
def test_given_an_age_when_a_yes_is_recorded_then_it_is_of_who_the_law_says(dossier, geboren, wie, kan):
    dossier.persoon.geboortedatum = geboren
    dossier.persoon.save()
    rij = leg_voor(dossier)

    if kan:
        kies(dossier, rij, "ja", wie=wie)
    else:
        with pytest.raises(WensKloptNiet, match="Onder de 16 jaar"):
            kies(dossier, rij, "ja", wie=wie)

    assert len(beeld_of(dossier.pk).verwijzingen) == int(kan)


def test_given_the_no_of_a_child_when_the_guardian_says_yes_then_it_does_not_happen(dossier):
    dossier.persoon.geboortedatum = "2010-01-01"
    dossier.persoon.save()
    rij = leg_voor(dossier)
    kies(dossier, rij, "nee", wie="persoon")

    with pytest.raises(WensKloptNiet, match="Het kind zei nee"):
        kies(dossier, rij, "ja", wie="vertegenwoordiger")

    assert beeld_of(dossier.pk).verwijzingen == ()


def test_given_a_proposal_when_it_is_taken_back_then_it_cannot_be_chosen_and_nobody_said_no(dossier):
    rij = leg_voor(dossier)
    dossier.refresh_from_db()

    drop_voorstel(
        door=dossier.regievoerder, dossier_id=dossier.pk, verwijzing_id=rij.pk, versie=dossier.versie,
        peildatum=OP, op=OP, einde="kan_niet_helpen", toelichting="Het project is gestopt.",
    )  # fmt: skip

    rij.refresh_from_db()
    assert (rij.toestemming, rij.einde) == (None, "kan_niet_helpen")
    assert list(niet_verwezen_of(dossier.pk, viewer=dossier.regievoerder)) == [rij]
    with pytest.raises(Verwijzing.DoesNotExist):
        kies(dossier, rij, "ja")


@pytest.mark.parametrize("veld", ["waarvoor", "deelt", "waarom"])
def test_given_a_word_that_is_missing_when_proposing_then_its_field_is_named_and_nothing_is_kept(
    dossier, veld
):
    with pytest.raises(WensKloptNiet) as fout:
        leg_voor(dossier, **{veld: " "})

    assert (fout.value.veld, Verwijzing.objects.count()) == (veld, 0)


def test_given_an_outsider_or_a_manager_when_proposing_then_nothing_happens(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        leg_voor(dossier, door=MedewerkerFactory())
    with pytest.raises(GeenToegang):
        leg_voor(dossier, door=MedewerkerFactory(manager=True, team=dossier.team))


def test_given_no_words_when_written_past_the_actions_then_the_database_refuses(dossier):
    with pytest.raises(IntegrityError, match="verwijzing_proposed_says_what_and_why"), transaction.atomic():
        Verwijzing.objects.create(dossier=dossier, naar="iom", toestemming=None, gevraagd_op=OP)


def test_given_the_form_when_a_proposal_is_sent_then_it_stands_on_the_page_and_waits_on_the_first_page(
    client, dossier
):
    client.force_login(dossier.regievoerder)
    adres = f"/dossiers/{dossier.pk}/ondersteuning/"
    velden = {
        "versie": dossier.versie, "wens_id": "geen", "naar": "ngo", "organisatie": "Stichting Proef",
        "toestemming": "voorleggen", "op_dag": 18, "op_maand": 2, "op_jaar": 2022,
        "waarvoor": "Een cursus.", "deelt": "", "waarom": "U wilt leren.",
    }  # fmt: skip

    leeg = client.post(f"{adres}verwijzing/nieuw/", velden)
    client.post(f"{adres}verwijzing/nieuw/", velden | {"deelt": "Uw naam."})

    rij = Verwijzing.objects.get()
    dossier.refresh_from_db()
    assert leeg.status_code == 422
    assert "Schrijf op welke gegevens u deelt." in leeg.content.decode()
    lijst = client.get(f"/dossiers/{dossier.pk}/wensen/").content.decode()
    assert "Voorstel: Stichting Proef" in lijst
    assert (
        "Vragen of de persoon hulp wil van Stichting Proef"
        in client.get(f"/dossiers/{dossier.pk}/").content.decode()
    )
    antwoord = client.post(
        f"{adres}voorstel/{rij.pk}/antwoord/",
        {
            "versie": dossier.versie,
            "keuze": "nee",
            "wie": "persoon",
            "op_dag": 18,
            "op_maand": 2,
            "op_jaar": 2022,
        },
    )
    assert antwoord.status_code == 302
    assert (
        "zei de persoon zelf nee. Dat heeft geen gevolgen"
        in client.get(f"/dossiers/{dossier.pk}/wensen/").content.decode()
    )
