"""What PostgreSQL gives to who comes in by the portal: their own dossier, after a look that was committed, and no other."""

import pytest
from django.db.utils import ProgrammingError

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory, PortaalafschermingFactory
from verantwoord.dossier.models import Besluit, Dossier, Portaalaccount, Portaalfactor
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db(transaction=True)


def kijk(account, dossier, verzoek="verzoek-1"):
    with transactie_van(account, verzoek=verzoek):
        record_inzage(
            viewer=account,
            dossiers=[dossier.pk],
            onderdeel="portaal:begin",
            doel="eigen dossier",
            verzoek=verzoek,
            bon=True,
        )


def ziet(account, verzoek="verzoek-1"):
    with transactie_van(account, verzoek=verzoek):
        return set(Dossier.objects.values_list("pk", flat=True)), Besluit.objects.count()


def test_given_a_look_when_the_person_reads_then_their_own_dossier_and_no_other_is_there():
    eigen, _ander = DossierFactory(), DossierFactory()
    account = PortaalaccountFactory(dossier=eigen)

    kijk(account, eigen)

    assert ziet(account) == ({eigen.pk}, 1)


def test_given_no_look_when_the_person_reads_then_nothing_is_there():
    eigen = DossierFactory()

    assert ziet(PortaalaccountFactory(dossier=eigen)) == (set(), 0)


def test_given_the_dossier_of_another_when_the_person_looks_then_the_database_refuses():
    account = PortaalaccountFactory(dossier=DossierFactory())

    with pytest.raises(ProgrammingError, match="niet van wie kijkt"):
        kijk(account, DossierFactory())


def test_given_a_dossier_that_is_shielded_from_colleagues_when_the_person_looks_then_it_is_still_theirs():
    eigen = DossierFactory(afgeschermd=True)
    account = PortaalaccountFactory(dossier=eigen)

    kijk(account, eigen)

    assert ziet(account)[0] == {eigen.pk}


@pytest.mark.parametrize(
    "machtiging", [{"tot": "2022-02-02"}, {"van": "2098-01-01"}, {"ingetrokken_op": "2022-02-02T10:00:00Z"}]
)
def test_given_a_mandate_that_does_not_run_when_the_lawyer_looks_then_the_database_refuses(machtiging):
    mandaat = MachtigingFactory(**machtiging)

    with pytest.raises(ProgrammingError, match="niet van wie kijkt"):
        kijk(mandaat.account, mandaat.dossier)


def test_given_a_mandate_when_the_lawyer_looks_then_the_log_says_in_which_role():
    mandaat = MachtigingFactory()

    kijk(mandaat.account, mandaat.dossier)

    assert ziet(mandaat.account)[0] == {mandaat.dossier.pk}
    with transactie_van(mandaat.account, verzoek="verzoek-1"):
        regel = Inzage.objects.get()
    assert (regel.rol, regel.naam, regel.organisatie) == ("gemachtigde", "mr. E. Voorbeeld", "")


def test_given_an_account_that_was_closed_when_it_looks_then_the_database_refuses():
    eigen = DossierFactory()
    account = PortaalaccountFactory(dossier=eigen, ingetrokken_op="2022-03-01T10:00:00Z")

    with pytest.raises(ProgrammingError, match="row-level security"):
        kijk(account, eigen)


@pytest.mark.parametrize(
    ("afscherming", "dicht"),
    [
        ({}, True),
        ({"tweede_naam": ""}, False),
        ({"tot": "2022-02-02"}, False),
        ({"opgeheven_op": "2022-03-01T10:00:00Z"}, False),
    ],
)
def test_given_a_portal_closed_for_safety_when_the_person_looks_then_two_signatures_decide(
    afscherming, dicht
):
    eigen = DossierFactory()
    account = PortaalaccountFactory(dossier=eigen)
    PortaalafschermingFactory(persoon=eigen.persoon, **afscherming)

    if dicht:
        with pytest.raises(ProgrammingError, match="niet van wie kijkt"):
            kijk(account, eigen)
    else:
        kijk(account, eigen)
        assert ziet(account)[0] == {eigen.pk}


def test_given_the_regievoerder_when_she_looks_then_she_sees_the_account_and_not_its_proof():
    eigen = DossierFactory()
    account = PortaalaccountFactory(dossier=eigen)
    Portaalfactor.objects.create(account=account, soort="app", geheim="versleuteld")

    with transactie_van(eigen.regievoerder, verzoek="verzoek-2"):
        record_inzage(
            viewer=eigen.regievoerder,
            dossiers=[eigen.pk],
            onderdeel="werkplek:overzicht",
            doel="behandeling",
            verzoek="verzoek-2",
            bon=True,
        )

    with transactie_van(eigen.regievoerder, verzoek="verzoek-2"):
        assert (Portaalaccount.objects.count(), Portaalfactor.objects.count()) == (1, 0)
    with transactie_van(MedewerkerFactory(coa=True), verzoek="verzoek-3"):
        assert Portaalaccount.objects.count() == 0
