"""No message goes anywhere but to a host that the server names, over TLS, out on the internet, and to nowhere else."""

import socket
import ssl
import time

import pytest

from tests.keten.ontvanger import vrije_poort, weg
from verantwoord.keten.uit import adres as adresmodule
from verantwoord.keten.uit.adres import AdresMagNiet, is_openbaar, ontleed, zoek_op
from verantwoord.keten.uit.verbinding import verstuur

GOED = "ontvangst.partner.example"


@pytest.fixture(autouse=True)
def toegestaan(settings):
    settings.UITWISSELING_LOOPBACK = False
    settings.UITWISSELING_HOSTS = frozenset(
        {GOED, f"{GOED}:8443", "127.0.0.1", "localhost", "169.254.169.254", "::1"}
    )


@pytest.mark.parametrize(
    ("adres", "reden"),
    [
        (f"http://{GOED}/", "adres_zonder_tls"),
        (f"ftp://{GOED}/", "adres_zonder_tls"),
        ("file:///etc/passwd", "adres_onleesbaar"),
        ("gopher://127.0.0.1:25/", "adres_zonder_tls"),
        (f"https://{GOED}.attacker.example/", "host_niet_toegestaan"),
        (f"https://kwaad{GOED}/", "host_niet_toegestaan"),
        (f"https://sub.{GOED}/", "host_niet_toegestaan"),
        (f"https://{GOED}./", "host_niet_toegestaan"),
        (f"https://{GOED}:444/", "host_niet_toegestaan"),
        (f"https://{GOED}:0/", "host_niet_toegestaan"),
        (f"https://{GOED}:99999/", "adres_onleesbaar"),
        (f"https://gebruiker@{GOED}/", "adres_onleesbaar"),
        (f"https://{GOED}@127.0.0.1/", "adres_onleesbaar"),
        (f"https://127.0.0.1#@{GOED}/", "adres_onleesbaar"),
        (f"https://127.0.0.1\\@{GOED}/", "adres_onleesbaar"),
        (f"https://{GOED}/\r\nHost: 127.0.0.1", "adres_onleesbaar"),
        (f"https://{GOED} /", "adres_onleesbaar"),
        (f"https://{GOED}/#deel", "adres_onleesbaar"),
        ("https:///pad", "adres_onleesbaar"),
        ("https://", "adres_onleesbaar"),
        ("", "adres_onleesbaar"),
        ("https://[::1", "adres_onleesbaar"),
        ("https://2130706433/", "host_niet_toegestaan"),
        ("https://0x7f000001/", "host_niet_toegestaan"),
        ("https://0177.0.0.1/", "host_niet_toegestaan"),
        ("https://127.1/", "host_niet_toegestaan"),
        ("https://①②⑦.0.0.1/", "adres_onleesbaar"),
        ("https://оntvangst.partner.example/", "adres_onleesbaar"),
        ("https://[::ffff:127.0.0.1]/", "host_niet_toegestaan"),
        ("https://[fe80::1%25eth0]/", "host_niet_toegestaan"),
    ],
)
def test_given_an_address_that_is_not_exactly_allowed_when_read_then_it_is_refused(adres, reden):
    with pytest.raises(AdresMagNiet, match=reden):
        ontleed(adres)


@pytest.mark.parametrize(
    ("adres", "gelezen"),
    [
        (f"https://{GOED}/a/b?c=d", (GOED, 443, "/a/b?c=d", True)),
        (f"https://{GOED}", (GOED, 443, "/", True)),
        (f"HTTPS://{GOED.upper()}:443/", (GOED, 443, "/", True)),
        (f"https://{GOED}:8443/", (GOED, 8443, "/", True)),
    ],
)
def test_given_an_allowed_address_when_read_then_its_parts_are_known(adres, gelezen):
    assert ontleed(adres) == gelezen


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.1", "10.0.0.5", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "192.0.2.1",
        "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1",
        "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe", "2001:db8::1", "fc00::1", "fd00:ec2::254", "fe80::1", "ff02::1", "geen-ip",
    ],
)  # fmt: skip
def test_given_an_address_inside_a_network_when_looked_at_then_it_is_not_public(ip):
    assert not is_openbaar(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "193.0.6.139", "2a00:1450:400e:80f::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_given_an_address_on_the_internet_when_looked_at_then_it_is_public(ip):
    assert is_openbaar(ip)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "169.254.169.254", "[::1]"])
def test_given_an_allowed_name_that_leads_inside_when_looked_up_then_it_is_refused(host):
    with pytest.raises(AdresMagNiet, match="adres_niet_openbaar"):
        zoek_op(f"https://{host}/")


def antwoord_met(*ips: str):
    """A name server in the hands of an attacker: each question may get another answer."""
    rest = list(ips)

    def getaddrinfo(host, poort, **_):
        ip = rest.pop(0) if len(rest) > 1 else rest[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (deel, poort)) for deel in ip.split()]

    return getaddrinfo


@pytest.mark.parametrize("ips", ["10.0.0.1", "8.8.8.8 10.0.0.1", "8.8.8.8 127.0.0.1"])
def test_given_a_name_with_any_answer_inside_when_looked_up_then_none_is_used(monkeypatch, ips):
    monkeypatch.setattr(adresmodule.socket, "getaddrinfo", antwoord_met(ips))

    with pytest.raises(AdresMagNiet, match="adres_niet_openbaar"):
        zoek_op(f"https://{GOED}/")


def test_given_a_name_that_becomes_another_after_the_check_when_sent_then_the_checked_address_is_used(
    monkeypatch,
):
    """The second answer leads to a listener on this machine; nothing may reach it."""
    verbonden = []
    monkeypatch.setattr(adresmodule.socket, "getaddrinfo", antwoord_met("8.8.8.8", "127.0.0.1"))

    def create_connection(adres, timeout):
        verbonden.append(adres)
        raise ConnectionRefusedError

    monkeypatch.setattr("verantwoord.keten.uit.verbinding.socket.create_connection", create_connection)

    uitkomst = verstuur(f"https://{GOED}/", b"{}", {})

    assert (verbonden, uitkomst.soort, uitkomst.reden) == ([("8.8.8.8", 443)], "onbereikbaar", "verbroken")


def test_given_an_answer_that_points_elsewhere_when_sent_then_nobody_goes_there(settings):
    settings.UITWISSELING_LOOPBACK = True
    with weg(lambda verzoek: verzoek.antwoord(204)) as elders:
        with weg(lambda verzoek: verzoek.antwoord(307, location=elders.adres)) as eerst:
            uitkomst = verstuur(eerst.adres, b"{}", {})

        assert (uitkomst.soort, uitkomst.reden, elders.verzoeken) == ("geweigerd", "http_307", [])


def test_given_a_proxy_in_the_environment_when_sent_then_it_is_not_asked(settings, monkeypatch):
    settings.UITWISSELING_LOOPBACK = True
    with (
        weg(lambda verzoek: verzoek.antwoord(204)) as vreemd,
        weg(lambda verzoek: verzoek.antwoord(204)) as echt,
    ):
        for naam in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(naam, vreemd.adres)

        verstuur(echt.adres, b"{}", {})

        assert (len(vreemd.verzoeken), len(echt.verzoeken)) == (0, 1)


def test_given_loopback_is_not_allowed_when_sent_there_then_no_connection_is_made(settings):
    with weg(lambda verzoek: verzoek.antwoord(204)) as binnen:
        uitkomsten = [
            verstuur(adres, b"{}", {})
            for adres in (
                binnen.adres,
                binnen.adres.replace("http:", "https:"),
                "https://127.0.0.1/",
                "https://[::1]/",
            )
        ]

        assert [u.soort for u in uitkomsten] == ["geweigerd"] * 4
        assert binnen.verzoeken == []


def test_given_a_receiver_that_trickles_when_sent_then_it_is_broken_off_in_time(settings):
    settings.UITWISSELING_LOOPBACK = True

    def druppel(verzoek) -> None:
        for _ in range(40):
            verzoek.wfile.write(b"H")
            time.sleep(0.1)

    begin = time.monotonic()
    with weg(druppel) as traag:
        uitkomst = verstuur(traag.adres, b"{}", {}, geheel=0.4)

    assert (uitkomst.soort, uitkomst.reden) == ("onbereikbaar", "tijd")
    assert time.monotonic() - begin < 3


def test_given_a_server_without_a_good_certificate_when_sent_then_nothing_of_the_message_goes_out(settings):
    settings.UITWISSELING_LOOPBACK = True
    with weg(lambda verzoek: verzoek.antwoord(204)) as zonder_tls:
        uitkomst = verstuur(zonder_tls.adres.replace("http:", "https:"), b"geheim", {})

        assert (uitkomst.soort, uitkomst.reden, zonder_tls.verzoeken) == ("onbereikbaar", "tls", [])
    assert ssl.create_default_context().check_hostname


def test_given_a_name_that_nobody_knows_when_sent_then_it_is_tried_again_later(monkeypatch):
    def onbekend(*_args, **_kwargs):
        raise socket.gaierror

    monkeypatch.setattr(adresmodule.socket, "getaddrinfo", onbekend)

    uitkomst = verstuur(f"https://{GOED}/", b"{}", {})

    assert (uitkomst.soort, uitkomst.reden) == ("onbereikbaar", "naam_onbekend")


def test_given_nobody_listens_when_sent_then_it_is_tried_again_later(settings):
    settings.UITWISSELING_LOOPBACK = True

    uitkomst = verstuur(f"http://127.0.0.1:{vrije_poort()}/", b"{}", {})

    assert (uitkomst.soort, uitkomst.reden) == ("onbereikbaar", "verbroken")
