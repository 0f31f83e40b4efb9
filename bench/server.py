"""How quickly pages, API and one act answer, at a size of your choice, with one asker and with eight.

Makes a demo of ``--dossiers`` in a folder of its own (or takes the one in ``--map``), starts the real server on it and
asks over HTTP, warm. Prints JSON: machine, commit, number of dossiers and per thing asked p50, p95 and requests a
second; each is the median of the repeats, with their extremes.
"""

import argparse
import concurrent.futures
import http.client
import itertools
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable, Sequence
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
POORT = 8799
Vraag = Callable[[http.client.HTTPConnection], None]
# Makes so many questions ready to be asked; what it takes to make them is not timed.
Voorbereiding = Callable[[int], Sequence[Vraag]]


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--dossiers", type=int, default=1000)
    vragen.add_argument("--map", type=Path, help="data folder with a demo that is there already")
    vragen.add_argument("--aantal", type=int, default=200, help="requests a repeat")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    map_ = keuze.map or Path(tempfile.mkdtemp(prefix="verantwoord-bench-"))
    os.environ["VERANTWOORD_DATA"] = str(map_)
    try:
        inlog = _start_klaar(keuze.dossiers)
        with subprocess.Popen(
            [WORTEL / "verantwoord", "demo", "--port", str(POORT)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as server:
            try:
                _wacht()
                uitkomst = _meet(inlog, keuze.aantal, max(5, keuze.herhalingen))
            finally:
                server.terminate()
    finally:
        if keuze.map is None:
            shutil.rmtree(map_, ignore_errors=True)
    print(
        json.dumps(
            {
                "bench": "server",
                "commit": _uit("git", "rev-parse", "--short", "HEAD"),
                "machine": {
                    "cores": os.cpu_count(),
                    "python": platform.python_version(),
                    "system": platform.platform(),
                },
                "dossiers": keuze.dossiers,
                "aantal": keuze.aantal,
                "herhalingen": max(5, keuze.herhalingen),
                "gevraagd": uitkomst,
            },
            indent=1,
        )
    )


def _start_klaar(dossiers: int) -> tuple[str, str]:
    uit = _uit(WORTEL / "verantwoord", "demo", "--no-serve", "--dossiers", str(dossiers))
    gevonden = re.search(r"regievoerder\s+(\S+)\s+(\S+)", uit)
    if gevonden is None:
        sys.exit("The demo printed no log-ins.")
    return gevonden[1], gevonden[2]


def _meet(inlog: tuple[str, str], aantal: int, herhalingen: int) -> dict[str, object]:
    koekje = _log_in(*inlog)
    dossiers = _dossiers(koekje, aantal)
    vragen: dict[str, Voorbereiding] = {
        "caseload": _pagina("/", koekje),
        "zoeken_op_naam": _zoek("karim", koekje),
        "zoeken_op_geboortejaar_en_naam": _zoek("karim 1988", koekje),
        "agenda": _pagina("/agenda/", koekje),
        "dossier": _pagina(f"/dossiers/{dossiers[0]}/", koekje),
        "api_lijst": _pagina("/api/v1/dossiers", koekje),
        "api_dossier": _pagina(f"/api/v1/dossiers/{dossiers[0]}", koekje),
        "api_dossier_met_beoordeling": _pagina(f"/api/v1/dossiers/{dossiers[0]}/beoordeling", koekje),
        "toetsing_vastleggen": _toetsing(dossiers, koekje),
    }
    return {
        naam: {f"bij_{tegelijk}": _spreiding(vraag, tegelijk, aantal, herhalingen) for tegelijk in (1, 8)}
        for naam, vraag in vragen.items()
    }


def _dossiers(koekje: str, aantal: int) -> list[str]:
    """As many open dossiers of the team as the bench asks about, or all there are."""
    gevonden: list[str] = []
    plaats: dict[str, str] | None = {}
    while plaats is not None and len(gevonden) < aantal:
        vraag = urllib.parse.urlencode({"van": "team", **{naam: w for naam, w in plaats.items() if w}})
        lijst = json.loads(_get(f"/api/v1/dossiers?{vraag}", koekje))
        gevonden += [regel["dossier_id"] for regel in lijst["resultaten"]]
        plaats = lijst["volgende"]
    return gevonden[:aantal]


def _spreiding(
    voorbereiding: Voorbereiding, tegelijk: int, aantal: int, herhalingen: int
) -> dict[str, object]:
    _ronde(voorbereiding(min(aantal, 40)), tegelijk)
    rondes = [_ronde(voorbereiding(aantal), tegelijk) for _ in range(herhalingen)]
    return {
        naam: {
            "median": round(statistics.median(waarden), 1),
            "min": round(min(waarden), 1),
            "max": round(max(waarden), 1),
        }
        for naam, waarden in zip(("p50_ms", "p95_ms", "per_seconde"), zip(*rondes, strict=True), strict=True)
    }


def _ronde(vragen: Sequence[Vraag], tegelijk: int) -> tuple[float, float, float]:
    """Ask everything with ``tegelijk`` askers; give p50 and p95 in ms and the rate."""

    def asker(eigen: Sequence[Vraag]) -> list[float]:
        verbinding = http.client.HTTPConnection("127.0.0.1", POORT)
        duren = []
        for vraag in eigen:
            begin = time.perf_counter()
            vraag(verbinding)
            duren.append((time.perf_counter() - begin) * 1000)
        verbinding.close()
        return duren

    begin = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(tegelijk) as askers:
        delen = [vragen[i::tegelijk] for i in range(tegelijk)]
        duren = sorted(d for deel in askers.map(asker, delen) for d in deel)
    wand = time.perf_counter() - begin
    return statistics.median(duren), duren[int(len(duren) * 0.95)], len(duren) / wand


def _pagina(pad: str, koekje: str) -> Voorbereiding:
    def vraag(verbinding: http.client.HTTPConnection) -> None:
        verbinding.request("GET", pad, headers={"Cookie": koekje, "Accept-Encoding": "identity"})
        antwoord = verbinding.getresponse()
        antwoord.read()
        if antwoord.status != 200:
            raise RuntimeError(f"{pad} answered {antwoord.status}")

    return lambda aantal: [vraag] * aantal


def _zoek(woorden: str, koekje: str) -> Voorbereiding:
    """Search as the box in the head does; what is searched for is sent, never put in an address."""
    token = re.search(r"csrf=(\w+)", koekje)
    kop = {
        "Cookie": koekje,
        "Content-Type": "application/x-www-form-urlencoded",
        "X-CSRFToken": token[1] if token else "",
        "Origin": f"http://127.0.0.1:{POORT}",
    }
    inhoud = urllib.parse.urlencode({"zoek": woorden})

    def vraag(verbinding: http.client.HTTPConnection) -> None:
        verbinding.request("POST", "/zoeken/", body=inhoud, headers=kop)
        antwoord = verbinding.getresponse()
        antwoord.read()
        if antwoord.status != 200:
            raise RuntimeError(f"/zoeken/ answered {antwoord.status}")

    return lambda aantal: [vraag] * aantal


def _toetsing(dossiers: list[str], koekje: str) -> Voorbereiding:
    """Record a toetsing, each in another dossier: rights, lock, norms, history, seal, and the norms again.

    The forms are fetched beforehand and not timed.
    """
    volgende = itertools.cycle(dossiers)

    def vraag(dossier: str) -> Vraag:
        pad = f"/dossiers/{dossier}/toetsing/medisch/vastleggen/"
        formulier = _get(pad, koekje).decode()
        velden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', formulier))
        vandaag = time.localtime()
        velden |= {
            "aanleiding": "gesprek",
            "getoetst_op_dag": vandaag.tm_mday,
            "getoetst_op_maand": vandaag.tm_mon,
            "getoetst_op_jaar": vandaag.tm_year,
            "feiten": "Gevraagd in het gesprek.",
            "bronnen": "gesprek",
            "afweging": f"Er is geen aanwijzing. {time.perf_counter_ns()}",
            "conclusie": "geen_aanwijzing",
            "vervolg": "",
        }
        inhoud = urllib.parse.urlencode(velden)

        def verstuur(verbinding: http.client.HTTPConnection) -> None:
            verbinding.request(
                "POST",
                pad,
                body=inhoud,
                headers={
                    "Cookie": koekje,
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Origin": f"http://127.0.0.1:{POORT}",
                },
            )
            antwoord = verbinding.getresponse()
            antwoord.read()
            if antwoord.status != 302:
                raise RuntimeError(f"{pad} answered {antwoord.status}")

        return verstuur

    return lambda aantal: [vraag(next(volgende)) for _ in range(min(aantal, len(dossiers)))]


def _log_in(naam: str, wachtwoord: str) -> str:
    verbinding = http.client.HTTPConnection("127.0.0.1", POORT)
    verbinding.request("GET", "/inloggen/")
    antwoord = verbinding.getresponse()
    formulier = antwoord.read().decode()
    csrf = str(antwoord.headers["Set-Cookie"]).split(";")[0]
    velden = dict(re.findall(r'name="(csrfmiddlewaretoken)" value="([^"]*)"', formulier))
    velden |= {"username": naam, "password": wachtwoord}
    verbinding.request(
        "POST",
        "/inloggen/",
        body=urllib.parse.urlencode(velden),
        headers={
            "Cookie": csrf,
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{POORT}",
        },
    )
    antwoord = verbinding.getresponse()
    antwoord.read()
    koekjes = [waarde.split(";")[0] for naam, waarde in antwoord.getheaders() if naam.lower() == "set-cookie"]
    return "; ".join(koekjes)


def _get(pad: str, koekje: str) -> bytes:
    verbinding = http.client.HTTPConnection("127.0.0.1", POORT)
    verbinding.request("GET", pad, headers={"Cookie": koekje})
    return verbinding.getresponse().read()


def _wacht() -> None:
    """Wait until the server answers, at most a minute."""
    for _ in range(600):
        try:
            _get("/inloggen/", "")
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The server did not start.")


def _uit(*opdracht: object) -> str:
    return subprocess.run(
        [str(deel) for deel in opdracht], check=True, capture_output=True, text=True, cwd=WORTEL
    ).stdout.strip()


if __name__ == "__main__":
    main()
