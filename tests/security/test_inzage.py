"""A question, its answer, the card and an emergency, as rows: what PostgreSQL itself gives to each role, looks committed."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.test_inzageverzoek import PLATTEGROND, betrokken
from tests.toegang.klok import laat_verstrijken
from verantwoord.dossier.actions import ask_inzage, grant_inzage, record_veiligheidskaart
from verantwoord.dossier.models import Inzageantwoord, Inzageverzoek, Persoon, Veiligheidskaart
from verantwoord.dossier.nood.actions import Zoekvraag, open_noodtoegang
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Noodtoegang, OpvallendeInzage
from verantwoord.vertrekgesprek.models import Gesprek

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
TABELLEN = (Inzageverzoek, Inzageantwoord, Veiligheidskaart)


@pytest.fixture
def dossier():
    with transaction.atomic():
        return DossierFactory()


@pytest.fixture
def agent(dossier):
    return betrokken(dossier, MedewerkerFactory(avim=True))


@pytest.fixture
def woonbegeleider(dossier):
    return betrokken(dossier, MedewerkerFactory(coa=True))


@pytest.fixture
def beantwoord(dossier, agent, woonbegeleider):
    """A question of the AVIM, answered by the COA until tomorrow, and a card."""
    vandaag = timezone.localdate()
    record_veiligheidskaart(door=woonbegeleider, dossier_id=dossier.pk, tekst="Kamer 12.", vorige=None)
    verzoek = ask_inzage(door=agent, dossier_id=dossier.pk, peildatum=vandaag, **PLATTEGROND)
    return grant_inzage(
        door=woonbegeleider,
        dossier_id=dossier.pk,
        verzoek_id=verzoek.pk,
        antwoord="Begane grond.",
        motivering="Nodig.",
        geldig_tot=vandaag + timedelta(days=1),
        peildatum=vandaag,
    )


def kijk(wie, dossier, *, mag=True):
    with transactie_van(wie, verzoek="proef"):
        record_inzage(
            viewer=wie, dossiers=[dossier.pk], onderdeel="proef", doel="behandeling", verzoek="proef", bon=mag
        )


def rijen(wie, *tabellen):
    """How many rows each table holds for this person in the request ``proef``."""
    with transactie_van(wie, verzoek="proef"):
        return tuple(tabel.objects.count() for tabel in tabellen)


def test_given_an_answer_when_each_party_looks_then_the_database_gives_what_is_theirs(
    dossier, agent, woonbegeleider, beantwoord
):
    ind = betrokken(dossier, MedewerkerFactory(ind=True))
    collega = MedewerkerFactory(avim=True, team=agent.team)
    for wie in (agent, woonbegeleider, dossier.regievoerder, ind, collega):
        kijk(wie, dossier)

    gezien = {
        naam: rijen(wie, *TABELLEN)
        for naam, wie in {
            "agent": agent,
            "coa": woonbegeleider,
            "regievoerder": dossier.regievoerder,
            "ind": ind,
            "collega": collega,
        }.items()
    }

    assert gezien == {
        "agent": (1, 1, 0),
        "coa": (1, 1, 1),
        "regievoerder": (1, 1, 1),
        "ind": (0, 0, 0),
        "collega": (0, 0, 0),
    }


@pytest.mark.parametrize("rol", ["beheerder", "fg", "inspectie", "manager", "vwn"])
def test_given_who_has_no_task_in_it_when_asking_then_there_are_no_rows(dossier, beantwoord, rol):
    assert rijen(MedewerkerFactory(**{rol: True}), *TABELLEN) == (0, 0, 0)


def test_given_an_answer_when_its_day_has_passed_then_the_asker_has_no_row_of_it_and_the_owner_has(
    dossier, agent, woonbegeleider, beantwoord
):
    gisteren = timezone.localdate() - timedelta(days=1)
    for wie in (agent, woonbegeleider):
        kijk(wie, dossier)

    Inzageantwoord.objects.update(gegeven_op=gisteren, geldig_tot=gisteren)

    assert rijen(agent, Inzageverzoek, Inzageantwoord) == (1, 0)
    assert rijen(woonbegeleider, Inzageverzoek, Inzageantwoord) == (1, 1)


def open_in_nood(wie, dossier, categorie):
    return open_noodtoegang(
        door=wie,
        zoekvraag=Zoekvraag(
            v_nummer=dossier.persoon.v_nummer,
            geboortedatum=date.fromisoformat(dossier.persoon.geboortedatum),
        ),
        categorie=categorie,
        reden="Er is gevaar.",
        minuten=60,
        peildatum=timezone.localdate(),
        verzoek="proef",
    )


def test_given_an_emergency_when_looking_then_one_category_is_there_and_after_an_hour_none(
    dossier, beantwoord
):
    ver_weg = MedewerkerFactory(avim=True)
    gegeven = open_in_nood(ver_weg, dossier, "veiligheidskaart")

    voor_de_blik = rijen(ver_weg, Veiligheidskaart, Persoon)
    kijk(ver_weg, dossier)
    tijdens = rijen(ver_weg, Veiligheidskaart, Persoon, Gesprek, Inzageverzoek)
    laat_verstrijken(gegeven, timedelta(minutes=60, seconds=1))
    with pytest.raises(Exception, match="niet van wie kijkt"):
        kijk(ver_weg, dossier)

    assert voor_de_blik == (0, 0)
    assert tijdens == (1, 1, 0, 0)


def test_given_emergencies_and_findings_when_asking_then_only_who_reviews_and_who_did_it_have_rows(dossier):
    ver_weg = MedewerkerFactory(avim=True)
    open_in_nood(ver_weg, dossier, "veiligheidskaart")
    OpvallendeInzage.objects.create(
        regel="nacht", medewerker_id=ver_weg.pk, naam=ver_weg.naam, organisatie="avim", rol="avim_toezicht",
        dossier_id=dossier.pk, dag=date(2026, 3, 2), nakijken_voor=date(2026, 3, 9),
    )  # fmt: skip

    gezien = {
        rol: rijen(MedewerkerFactory(**({rol: True} if rol else {})), Noodtoegang, OpvallendeInzage)
        for rol in ("fg", "inspectie", "beheerder", "coa", "")
    }

    assert gezien == {"fg": (1, 1), "inspectie": (1, 1), "beheerder": (0, 0), "coa": (0, 0), "": (0, 0)}
    assert rijen(ver_weg, Noodtoegang) == (1,)
