"""What is typed is kept while it is typed, for one account and about one person, and is no look at the file."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.models import Portaalklad, Portaalsessie
from verantwoord.portaal.views.klad import FORMULIEREN
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db
VERHAAL = "Ik wil eerst mijn moeder bellen."


def _typ(client, bladzij, **velden):
    return client.post("/mijn/klad/", {"bladzij": bladzij, **velden})


def test_given_words_while_typing_when_the_page_opens_again_then_they_stand_there_and_nobody_looked(
    kom_binnen,
):
    account = PortaalaccountFactory()
    client = kom_binnen(account)

    antwoord = _typ(client, "/mijn/vragen/", tekst=VERHAAL, anders="weg")

    with als_systeem():
        gekeken = Inzage.objects.count()
    html = client.get("/mijn/vragen/").content.decode()
    assert (antwoord.status_code, antwoord.content, gekeken) == (204, b"", 0)
    assert f">\n{VERHAAL}</textarea>" in html
    assert 'data-klad="/mijn/klad/"' in html


def test_given_words_that_were_sent_when_the_page_opens_again_then_nothing_stands_there(kom_binnen):
    client = kom_binnen(PortaalaccountFactory())
    _typ(client, "/mijn/vragen/", tekst=VERHAAL)

    client.post("/mijn/vragen/", {"tekst": VERHAAL})

    with als_systeem():
        assert Portaalklad.objects.count() == 0


@pytest.mark.parametrize(
    "bladzij",
    ["", "/mijn/", "/mijn/inloggen/", "/dossiers/", "https://elders.example/mijn/vragen/", "/mijn/\x00/"],
)
def test_given_an_address_where_nothing_is_typed_when_kept_then_it_is_not_there(kom_binnen, bladzij):
    client = kom_binnen(PortaalaccountFactory())

    assert _typ(client, bladzij, tekst=VERHAAL).status_code == 404


def test_given_a_very_long_text_when_kept_then_no_more_than_twice_what_may_be_sent(kom_binnen):
    client = kom_binnen(PortaalaccountFactory())

    _typ(client, "/mijn/vragen/", tekst="a" * 30_000)

    html = client.get("/mijn/vragen/").content.decode()
    assert html.count("a" * 10_000) == 1
    assert "a" * 10_001 not in html


def test_given_a_lawyer_with_two_clients_when_typing_about_one_then_the_other_never_shows_it(kom_binnen):
    eerste = MachtigingFactory(dossier=DossierFactory())
    tweede = MachtigingFactory(dossier=DossierFactory(), account=eerste.account)
    client = kom_binnen(eerste.account)
    client.post("/mijn/kiezen/", {"dossier": str(eerste.dossier_id)})
    _typ(client, "/mijn/vragen/", tekst=VERHAAL)

    gezien = []
    for dossier in (tweede.dossier_id, eerste.dossier_id):
        client.post("/mijn/kiezen/", {"dossier": str(dossier)})
        gezien.append(VERHAAL in client.get("/mijn/vragen/").content.decode())

    assert gezien == [False, True]


def test_given_a_stay_that_is_over_when_the_page_keeps_by_itself_then_it_is_still_known_whose_stay_it_was(
    kom_binnen,
):
    client = kom_binnen(PortaalaccountFactory())
    with als_systeem():
        Portaalsessie.objects.update(gezien_op=timezone.now() - timedelta(hours=1))

    antwoorden = [_typ(client, "/mijn/vragen/", tekst=VERHAAL), client.head("/mijn/klad/")]

    assert [(een.status_code, een.content) for een in antwoorden] == [(403, b""), (403, b"")]
    assert client.cookies[settings.PORTAAL_COOKIE_NAME].value != ""


def test_given_every_page_on_which_one_types_when_it_opens_then_its_form_keeps_what_is_typed(kom_binnen):
    dossier = DossierFactory()
    gepland = GesprekFactory(dossier=dossier, gepland_op=timezone.localdate() + timedelta(days=3))
    gevoerd = GesprekFactory(dossier=dossier, eerste=True, afgerond=True)
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))
    vraag = (
        client.post("/mijn/vragen/", {"tekst": "Mag ik iets vragen?"}, follow=True).context["blad"].vragen[0]
    )

    bladen = (
        "wensen/", "vragen/", f"vragen/{vraag.id}/", f"afspraken/{gepland.pk}/andere-dag/", f"verslagen/{gevoerd.pk}/",
        "dit-klopt-niet/",
    )  # fmt: skip

    assert [client.get(f"/mijn/{blad}").content.decode().count("data-klad=") for blad in bladen] == [1] * len(
        FORMULIEREN
    )
