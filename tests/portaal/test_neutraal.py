"""A no, and a yes that was taken back, change nothing but themselves: laid beside each other, before and after.

The norm on consent answers otherwise after a no, for that is what it says (medisch-toestemming, report §3.3; ADR 22). What
follows here is that nothing follows from it.
"""

from datetime import date

import pytest
from django.utils import timezone
from msgspec.structs import replace

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.ondersteuning.test_voorstel import leg_voor
from tests.portaal.factories import PortaalaccountFactory
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Antwoord, Betrokkenheid
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.kern.werklijst import aandachtspunten, grenzen, open_plichten, rustend
from verantwoord.portaal.queries.begin import beginblad_of
from verantwoord.toegang.context import als_systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_22_februari")]
OP = date(2022, 2, 22)
NORM = "medisch-toestemming"
KEUZE = ("toestemming_op", "toestemming_geweigerd_op", "toestemming_ingetrokken_op")


@pytest.fixture
def op_22_februari(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: OP)


@pytest.fixture
def coa():
    return MedewerkerFactory(coa=True, team=TeamFactory(organisatie="coa", locaties=["AZC Proef"]))


@pytest.fixture
def dossier(coa):
    dossier = DossierFactory()
    Betrokkenheid.objects.create(dossier=dossier, organisatie="coa", team=coa.team, grond="overleg")
    return dossier


@pytest.fixture
def binnen(kom_binnen, dossier):
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))
    # A first event, so that everything was judged once.
    client.post("/mijn/vragen/", {"tekst": "Zo is alles al een keer beoordeeld."})
    return client


def _alles(dossier):
    """Everything that is derived from the facts or shown because of them, without the choice itself."""
    with als_systeem():
        beeld = beeld_of(dossier.pk)
        parameters = geldende_parameters()
        s = Feitenstand(beeld, OP, parameters.op(OP))
        beoordeling = beoordeel(beeld, peildatum=OP, parameters=parameters)
        stand = Stand.objects.filter(pk=dossier.pk).values().get()
        return {
            "feiten": replace(beeld, medisch=replace(beeld.medisch, **dict.fromkeys(KEUZE))),
            "bevindingen": [b for b in beoordeling.bevindingen if b.norm != NORM],
            "handelingen": beoordeling.handelingen,
            "termijnen": beoordeling.termijnen,
            "fase": beoordeling.fase,
            "plichten": open_plichten(s, beoordeling),
            "grenzen": grenzen(s, beoordeling),
            "aandacht": [b.norm for b in aandachtspunten(beoordeling)],
            "rust": [b.norm for b in rustend(beoordeling)],
            "stand": {veld: stand[veld] for veld in stand if veld not in {"beeld", "gewijzigd_op"}},
            "open": list(
                OpenBevinding.objects.filter(dossier=dossier, tot=None)
                .exclude(norm=NORM)
                .order_by("norm")
                .values()
            ),
            "antwoorden": list(Antwoord.objects.filter(dossier=dossier).order_by("pk").values()),
            "betrokken": list(Betrokkenheid.objects.filter(dossier=dossier).order_by("pk").values()),
        }


def _bevinding(dossier):
    with als_systeem():
        beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=OP, parameters=geldende_parameters())
    (bevinding,) = (b for b in beoordeling.bevindingen if b.norm == NORM)
    return bevinding


def _nee(client, _voorstel):
    client.post("/mijn/toestemming/", {"keuze": "nee"})


def _ja_en_terug(client, _voorstel):
    client.post("/mijn/toestemming/", {"keuze": "ja"})
    client.post("/mijn/toestemming/", {"keuze": "intrekken"})


def _nee_tegen_hulp(client, voorstel):
    client.post("/mijn/toestemming/voorstel/", {"id": voorstel.pk, "keuze": "nee"})


@pytest.mark.parametrize("kies", [_nee, _ja_en_terug, _nee_tegen_hulp])
def test_given_a_no_or_a_yes_taken_back_when_chosen_then_all_that_is_derived_stays_the_same(
    binnen, dossier, kies
):
    with als_systeem():
        voorstel = leg_voor(dossier)
    voor = _alles(dossier)

    kies(binnen, voorstel)

    assert _alles(dossier) == voor


def test_given_a_no_when_chosen_then_the_norm_answers_with_its_own_words_and_holds_back_nothing_more(
    binnen, dossier
):
    voor = _bevinding(dossier)

    _nee(binnen, None)

    na = _bevinding(dossier)
    assert (voor.oordeel, na.oordeel) == ("onbekend", "niet_voldaan")
    assert voor.blokkeert == na.blokkeert == ("medische_gegevens_opvragen",)
    assert na.uiterlijk_op is None


def test_given_a_no_when_chosen_then_the_list_and_the_pages_of_a_partner_and_of_the_person_are_the_same(
    binnen, client, dossier, coa, kom_binnen
):
    ander = DossierFactory(regievoerder=dossier.regievoerder)
    account = PortaalaccountFactory._meta.model.objects.get(persoon=dossier.persoon)

    def gezien():
        client.force_login(dossier.regievoerder)
        lijst = client.get("/dossiers/").content.decode()
        volgorde = sorted((str(d.pk) for d in (dossier, ander)), key=lijst.find)
        client.force_login(coa)
        partner = client.get(f"/keten/dossiers/{dossier.pk}/")
        with als_systeem():
            straks = beginblad_of(dossier.pk, viewer=account, op=OP).straks
        return volgorde, partner.status_code, _zonder_eenmalige(partner.content.decode()), straks

    voor = gezien()
    _nee(kom_binnen(account), None)

    assert gezien() == voor


def _zonder_eenmalige(html):
    return [regel for regel in html.splitlines() if "csrf" not in regel and "nonce" not in regel]
