"""The demo from the outside, as a newcomer meets it: it starts, answers, and leaves nothing running."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest


@pytest.fixture
def start(tmp_path):
    """Start the program as a person at a terminal does, with a data folder of its own."""
    schoon = {
        n: w for n, w in os.environ.items() if not n.startswith(("DATABASE_URL", "VERANTWOORD_", "DJANGO_"))
    }
    lopend = []

    def _start(*woorden: str) -> subprocess.Popen[str]:
        programma = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-m", "verantwoord.project.cli", *woorden],
            env=schoon | {"VERANTWOORD_DATA": str(tmp_path / "data"), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        lopend.append(programma)
        return programma

    yield _start
    for programma in lopend:
        if programma.poll() is None:
            os.killpg(programma.pid, signal.SIGKILL)
        programma.communicate()


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return proef.getsockname()[1]


def wacht_op_adres(programma: subprocess.Popen[str]) -> tuple[str, list[str]]:
    """Read what it says until it names its address; give that and what came before."""
    gezegd: list[str] = []
    for regel in programma.stdout:
        if gevonden := re.search(r"http://\S+/", regel):
            return gevonden[0], gezegd
        gezegd.append(regel)
    raise AssertionError(programma.stderr.read())


def antwoord(adres: str) -> int:
    """The status of a page; the address is printed a moment before the workers listen."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(adres, timeout=10) as bericht:  # noqa: S310 - our own address
                return bericht.status
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nobody answers at {adres}")


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM])
def test_given_a_demo_when_it_is_stopped_then_it_ends_cleanly_and_its_database_with_it(
    start, tmp_path, signaal
):
    poort = vrije_poort()
    programma = start("demo", "--dossiers", "2", "--port", str(poort))
    adres, gezegd = wacht_op_adres(programma)
    status = antwoord(f"{adres}inloggen/")

    begin = time.monotonic()
    if signaal == signal.SIGINT:
        # Ctrl-C goes to all processes of the terminal.
        os.killpg(programma.pid, signaal)
    else:
        programma.send_signal(signaal)
    afloop = programma.wait(timeout=30)

    assert (status, afloop) == (200, 0)
    assert [regel for regel in gezegd if "regievoerder" in regel] != []
    assert time.monotonic() - begin < 8
    assert (tmp_path / "data" / "postgres" / "PG_VERSION").exists()
    assert not (tmp_path / "data" / "postgres" / "postmaster.pid").exists()


def test_given_a_port_in_use_when_a_demo_is_asked_then_a_sentence_says_so_before_any_work(start, tmp_path):
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]

        programma = start("demo", "--port", str(poort))
        uit, fout = programma.communicate(timeout=60)

    assert (programma.returncode, uit) == (1, "")
    assert fout == f"Poort {poort} is in gebruik. Kies een andere met --port, of stop wat daar draait.\n"
    assert not (tmp_path / "data").exists()
