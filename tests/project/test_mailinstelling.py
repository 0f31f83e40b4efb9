"""Where mail goes is one setting, refused with a sentence when it cannot be right."""

import pytest

from verantwoord.project.instellingen import bezwaren_omgeving
from verantwoord.project.omgeving import OnveiligeInstelling, mail_uit_url


@pytest.mark.parametrize(
    ("url", "poort", "ssl", "starttls"),
    [
        ("smtps://mail.test", 465, True, False),
        ("smtp://mail.test", 587, False, True),
        ("smtp://mail.test:2525", 2525, False, True),
    ],
)
def test_given_a_mail_server_when_read_then_the_mail_always_travels_encrypted(url, poort, ssl, starttls):
    instelling = mail_uit_url(url)

    assert (instelling["EMAIL_PORT"], instelling["EMAIL_USE_SSL"], instelling["EMAIL_USE_TLS"]) == (
        poort,
        ssl,
        starttls,
    )


def test_given_a_log_in_with_strange_signs_and_a_sender_when_read_then_they_are_as_meant():
    instelling = mail_uit_url("smtps://post%40dtv:p%2Fw@mail.test?van=verantwoord@dtv.test")

    assert (instelling["EMAIL_HOST"], instelling["EMAIL_HOST_USER"], instelling["EMAIL_HOST_PASSWORD"]) == (
        "mail.test",
        "post@dtv",
        "p/w",
    )
    assert instelling["DEFAULT_FROM_EMAIL"] == "verantwoord@dtv.test"


def test_given_a_folder_when_read_then_each_mail_becomes_a_file():
    assert mail_uit_url("file:///srv/mail")["EMAIL_FILE_PATH"] == "/srv/mail"


@pytest.mark.parametrize("url", ["mail.test", "http://mail.test", "smtp://", "smtp:mail.test"])
def test_given_something_else_when_read_then_it_is_refused_with_what_to_do(url):
    with pytest.raises(OnveiligeInstelling, match=r"^VERANTWOORD_MAIL moet beginnen met smtps://"):
        mail_uit_url(url)


@pytest.mark.parametrize(
    ("adres", "aantal"), [("", 1), ("http://verantwoord.test", 1), ("https://verantwoord.test", 0)]
)
def test_given_mail_without_an_address_of_the_site_when_serving_then_it_objects(monkeypatch, adres, aantal):
    monkeypatch.setenv("VERANTWOORD_MAIL", "smtps://mail.test")
    monkeypatch.setenv("VERANTWOORD_ADRES", adres)

    assert len([zin for zin in bezwaren_omgeving() if zin.startswith("VERANTWOORD_ADRES")]) == aantal
