"""Opening the portal for somebody: on paper, in hand, for one use, and signed by whoever gave it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.models import Activering, Portaalaccount, Portaalfactor, Portaalsessie
from verantwoord.dossier.portaal import acties
from verantwoord.dossier.portaal.acties import PortaalKanNiet
from verantwoord.dossier.portaal.brief import SJABLOON, brief_van, vel_van
from verantwoord.dossier.portaal.codes import TEKENS, nieuwe_code, schoon
from verantwoord.dossier.portaal.views import FORMULIEREN
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.web.pdf import maak_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory()


def pagina(dossier):
    return reverse("dossier:portaal", args=[dossier.pk])


def soorten(dossier):
    van_het_portaal = Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort__startswith="portaal.")
    return list(van_het_portaal.order_by("volgnummer").values_list("soort", flat=True))


def test_given_the_long_code_when_counting_then_it_cannot_be_guessed_and_is_read_in_any_form():
    code = nieuwe_code()

    assert len(TEKENS) ** len(schoon(code)) >= 2**112
    assert {len(groep) for groep in code.split("-")} == {4}
    assert schoon(code.lower().replace("-", " ")) == schoon(code)
    assert schoon("٤٨٢-۱۷۳") == "482173"


def test_given_no_account_when_a_letter_is_made_then_it_comes_back_once_and_only_a_digest_is_kept(
    client, dossier
):
    client.force_login(dossier.regievoerder)

    antwoord = client.post(pagina(dossier), {"stap": "brief"})

    assert antwoord.headers["Content-Type"] == "application/pdf"
    assert antwoord.content.startswith(b"%PDF")
    stuk = Activering.objects.get(account__persoon=dossier.persoon)
    assert (stuk.overhandigd_op, stuk.gemaakt_naam) == (None, dossier.regievoerder.naam)
    tot = timezone.localtime(stuk.geldig_tot)
    assert tot.date() == timezone.localdate(stuk.gemaakt_op) + timedelta(days=13)
    assert (tot.hour, tot.minute) == (23, 59)
    assert soorten(dossier) == ["portaal.geopend", "portaal.brief_gemaakt"]


@pytest.mark.parametrize("taal", ["nl", "ar", "prs", "ti", "sw"])
def test_given_a_language_when_the_letter_is_made_then_it_is_a_document_without_a_name(dossier, taal):
    dossier.persoon.talen = [taal]
    dossier.persoon.save()
    nu = timezone.now()
    stuk, code = acties.make_brief(door=dossier.regievoerder, dossier_id=dossier.pk, nu=nu)
    vel, codes = acties.make_vel(door=dossier.regievoerder, dossier_id=dossier.pk, nu=nu)

    brief = brief_van(stuk, code, adres="https://mijn.voorbeeld/mijn/activeren/")
    blad = vel_van(vel, codes, adres="https://mijn.voorbeeld/mijn/inloggen/")

    assert maak_pdf(SJABLOON, brief).startswith(b"%PDF")
    assert maak_pdf(SJABLOON, blad).startswith(b"%PDF")
    geheim = {dossier.persoon.achternaam, dossier.persoon.v_nummer, dossier.nummer}
    assert [woord for woord in geheim if woord in f"{brief}{blad}"] == []
    achter = {"nl": None, "ar": "ar", "prs": "fa", "ti": "ti", "sw": "en"}
    assert brief.get("vertaling", {}).get("taal") == achter[taal]


def test_given_a_letter_when_it_is_given_in_hand_then_who_gave_it_signs(client, dossier):
    acties.make_brief(door=dossier.regievoerder, dossier_id=dossier.pk, nu=timezone.now())
    stuk = Activering.objects.get()
    client.force_login(dossier.regievoerder)
    vandaag = timezone.localdate()
    gegeven = {
        "stap": "overhandigen",
        "stuk": stuk.pk,
        "op_dag": vandaag.day,
        "op_maand": vandaag.month,
        "op_jaar": vandaag.year,
    }

    zonder_kijken = client.post(pagina(dossier), gegeven)
    antwoord = client.post(pagina(dossier), {**gegeven, "zelf": "on"})

    assert (zonder_kijken.status_code, antwoord.status_code) == (422, 302)
    stuk.refresh_from_db()
    assert (stuk.overhandigd_op, stuk.overhandigd_naam) == (vandaag, dossier.regievoerder.naam)
    assert soorten(dossier)[-1] == "portaal.overhandigd"


@pytest.mark.parametrize("dagen", [-1, 1])
def test_given_a_day_on_which_it_cannot_have_been_given_when_recording_then_it_is_refused(dossier, dagen):
    stuk, _code = acties.make_brief(door=dossier.regievoerder, dossier_id=dossier.pk, nu=timezone.now())
    vandaag = timezone.localdate()

    with pytest.raises(PortaalKanNiet, match="Vul een dag in vanaf de dag waarop het is gemaakt"):
        acties.hand_over(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            activering_id=stuk.pk,
            op=vandaag + timedelta(days=dagen),
            vandaag=vandaag,
        )


def test_given_a_second_letter_when_it_is_made_then_the_first_opens_nothing(dossier):
    eerste, _code = acties.make_brief(door=dossier.regievoerder, dossier_id=dossier.pk, nu=timezone.now())

    acties.make_brief(door=dossier.regievoerder, dossier_id=dossier.pk, nu=timezone.now())

    eerste.refresh_from_db()
    assert eerste.ingetrokken_op is not None
    assert Portaalaccount.objects.count() == 1


def test_given_a_sheet_when_a_newer_one_is_given_in_hand_then_the_codes_of_the_first_are_gone(dossier):
    nu, vandaag = timezone.now(), timezone.localdate()
    wie = {"door": dossier.regievoerder, "dossier_id": dossier.pk}
    for _keer in range(2):
        vel, _codes = acties.make_vel(**wie, nu=nu)
        acties.hand_over(**wie, activering_id=vel.pk, op=vandaag, vandaag=vandaag)

    assert set(Portaalfactor.objects.values_list("vel", flat=True)) == {vel.pk}
    assert Portaalfactor.objects.count() == 10


def test_given_an_open_portal_when_it_is_closed_then_every_stay_and_every_proof_is_gone(dossier):
    account = PortaalaccountFactory(dossier=dossier)
    Portaalsessie.objects.create(digest="a" * 64, account=account, gezien_op=timezone.now())
    Portaalfactor.objects.create(account=account, soort="app", geheim="x")

    acties.close_account(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        reden="De telefoon is kwijt.",
        nu=timezone.now(),
    )

    account.refresh_from_db()
    assert not account.is_active
    assert (Portaalsessie.objects.count(), Portaalfactor.objects.count()) == (0, 0)
    assert soorten(dossier) == ["portaal.gesloten"]


def test_given_a_stranger_when_asking_for_the_page_then_there_is_none(client, dossier):
    client.force_login(MedewerkerFactory())

    assert client.get(pagina(dossier)).status_code == 404
    assert client.post(pagina(dossier), {"stap": "brief"}).status_code == 404


def test_given_the_letter_of_another_dossier_when_handing_it_over_here_then_there_is_none(dossier):
    elders = DossierFactory(regievoerder=dossier.regievoerder)
    stuk, _code = acties.make_brief(door=dossier.regievoerder, dossier_id=elders.pk, nu=timezone.now())
    vandaag = timezone.localdate()

    with pytest.raises(PortaalKanNiet, match="Ververs de pagina"):
        acties.hand_over(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            activering_id=stuk.pk,
            op=vandaag,
            vandaag=vandaag,
        )


def test_given_a_partner_when_making_a_letter_then_the_right_is_missing(dossier):
    with pytest.raises(GeenToegang):
        acties.make_brief(door=MedewerkerFactory(coa=True), dossier_id=dossier.pk, nu=timezone.now())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("wat", ["brief", "vel"])
def test_given_the_guards_of_a_server_when_paper_is_made_handed_over_and_closed_then_each_is_kept(
    client, wat
):
    dossier, vandaag = DossierFactory(), timezone.localdate()
    client.force_login(dossier.regievoerder)
    gemaakt = client.post(pagina(dossier), {"stap": wat})
    stuk = str(Activering.objects.get().pk)
    dag = {"op_dag": vandaag.day, "op_maand": vandaag.month, "op_jaar": vandaag.year}

    gegeven = client.post(pagina(dossier), {"stap": "overhandigen", "stuk": stuk, "zelf": "on", **dag})
    gesloten = client.post(pagina(dossier), {"stap": "sluiten", "reden": "Niet meer nodig."})

    assert (gemaakt.status_code, gegeven.status_code, gesloten.status_code) == (200, 302, 302)
    assert (Portaalaccount.objects.get().is_active, Portaalfactor.objects.count()) == (False, 0)


@pytest.mark.parametrize("vreemd", ["\0", "9" * 5000, "é" * 25_000, ""])
def test_given_something_strange_when_any_step_is_sent_then_it_is_answered_in_words(client, dossier, vreemd):
    client.force_login(dossier.regievoerder)
    client.post(pagina(dossier), {"stap": "brief"})
    namen = [
        "stuk",
        "op_dag",
        "op_maand",
        "op_jaar",
        "zelf",
        "reden",
        "tot_dag",
        "tot_maand",
        "tot_jaar",
        "afscherming",
    ]

    antwoorden = {
        stap: client.post(pagina(dossier), {"stap": stap} | dict.fromkeys(namen, vreemd)).status_code
        for stap in (*FORMULIEREN, vreemd)
    }

    assert set(antwoorden.values()) <= {302, 422}


def test_given_a_letter_past_its_day_when_it_is_handed_over_then_a_new_one_is_asked(dossier):
    nu, vandaag = timezone.now(), timezone.localdate()
    stuk, _code = acties.make_brief(
        door=dossier.regievoerder, dossier_id=dossier.pk, nu=nu - timedelta(days=16)
    )

    with pytest.raises(PortaalKanNiet, match="Dit is verlopen"):
        acties.hand_over(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            activering_id=stuk.pk,
            op=vandaag,
            vandaag=vandaag,
        )
