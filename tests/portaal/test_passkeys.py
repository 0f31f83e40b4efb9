"""A passkey, answered as a telephone does: once for each question, by the key itself, after it asked who holds it."""

import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestedCredentialData, AuthenticatorData

from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.models import Portaalaccount, Portaalfactor
from verantwoord.toegang.inlog.geheimen import versleutel

pytestmark = pytest.mark.django_db
HIER = {"host": "localhost"}
VLAGGEN = AuthenticatorData.FLAG


class Telefoon:
    """A telephone with one passkey for one account."""

    def __init__(self, account: Portaalaccount) -> None:
        self.sleutel, self.account = ec.generate_private_key(ec.SECP256R1()), account
        gegevens = AttestedCredentialData.create(
            Aaguid.NONE, b"een-sleutel", ES256.from_cryptography_key(self.sleutel.public_key())
        )
        Portaalfactor.objects.create(
            account=account, soort="passkey", geheim=versleutel(websafe_encode(bytes(gegevens)))
        )

    def antwoord(self, vraag: dict, *, telling: int = 0, met_vinger: bool = True, sleutel=None) -> str:
        """What the browser sends back on the question of the page."""
        vlaggen = VLAGGEN.UP | (VLAGGEN.UV if met_vinger else VLAGGEN(0))
        gegevens = AuthenticatorData.create(hashlib.sha256(b"localhost").digest(), vlaggen, telling)
        clientdata = json.dumps(
            {
                "type": "webauthn.get",
                "challenge": vraag["publicKey"]["challenge"],
                "origin": "http://localhost",
            }
        ).encode()
        getekend = (sleutel or self.sleutel).sign(
            bytes(gegevens) + hashlib.sha256(clientdata).digest(), ec.ECDSA(SHA256())
        )
        return json.dumps(
            {
                "id": websafe_encode(b"een-sleutel"),
                "rawId": websafe_encode(b"een-sleutel"),
                "type": "public-key",
                "clientExtensionResults": {},
                "response": {
                    "clientDataJSON": websafe_encode(clientdata),
                    "authenticatorData": websafe_encode(bytes(gegevens)),
                    "signature": websafe_encode(getekend),
                    "userHandle": websafe_encode(self.account.pk.bytes),
                },
            }
        )


@pytest.fixture
def telefoon():
    return Telefoon(PortaalaccountFactory())


def vraag(client):
    return client.get("/mijn/inloggen/", headers=HIER).context["passkey"]


def geef(client, antwoord):
    return client.post("/mijn/inloggen/", {"antwoord": antwoord}, headers=HIER).status_code


def test_given_the_question_of_the_page_when_the_telephone_answers_then_somebody_is_in(client, telefoon):
    assert geef(client, telefoon.antwoord(vraag(client))) == 302


def test_given_an_answer_that_was_used_when_it_comes_again_with_its_question_then_it_opens_nothing(
    client, telefoon
):
    antwoord = telefoon.antwoord(vraag(client))
    onthouden = client.cookies[settings.PORTAAL_STAP_COOKIE_NAME].value
    eerst = geef(client, antwoord)
    client.cookies.clear()
    client.cookies[settings.PORTAAL_STAP_COOKIE_NAME] = onthouden

    assert (eerst, geef(client, antwoord)) == (302, 422)


def test_given_an_answer_to_another_question_when_it_comes_then_it_opens_nothing(client, telefoon):
    antwoord = telefoon.antwoord(vraag(client))
    vraag(client)

    assert geef(client, antwoord) == 422


@pytest.mark.parametrize(
    "anders",
    [{"met_vinger": False}, {"sleutel": ec.generate_private_key(ec.SECP256R1())}],
    ids=["nobody was asked for a finger", "another key signed"],
)
def test_given_an_answer_that_proves_nothing_when_it_comes_then_it_opens_nothing(client, telefoon, anders):
    assert geef(client, telefoon.antwoord(vraag(client), **anders)) == 422


def test_given_a_key_that_was_copied_when_its_count_does_not_go_up_then_it_opens_nothing(client, telefoon):
    eerst = geef(client, telefoon.antwoord(vraag(client), telling=7))

    kopie = geef(client, telefoon.antwoord(vraag(client), telling=7))

    assert (eerst, kopie) == (302, 422)
