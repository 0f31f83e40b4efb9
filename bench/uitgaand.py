"""How many messages a second go out to a partner, and what they and the processing log cost the act that makes them.

The receiver is the one of the manual, as a process of its own on this machine. Each repeat: so many answers become another
in transactions of twenty (what a message costs the act is the difference with the same without receivers), then one worker
delivers them all. Also: one line of the processing log by itself, and twenty-five. Prints JSON.
"""

import argparse
import itertools
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from proefmachine import WORTEL, eigen_databank, meld, spreiding

GEHEIM = "whsec_cHJvZWYgdmFuIGhldCBhbGxlcmVlcnN0ZSBnZWhlaW0h"
PER_DAAD = 20


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--berichten", type=int, default=1000, help="how many messages a repeat delivers")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    with eigen_databank(), tempfile.TemporaryDirectory() as map_:
        os.environ["VERANTWOORD_DEMO"] = "1"
        poort, proces = _start_ontvanger(Path(map_))
        try:
            cijfers = _meet(keuze.berichten, herhalingen, poort)
        finally:
            proces.kill()
            proces.wait()
    meld(
        "uitgaand",
        data={"berichten": keuze.berichten, "per_daad": PER_DAAD},
        herhalingen=herhalingen,
        **cijfers,
    )


def _meet(aantal: int, herhalingen: int, poort: int) -> dict[str, dict[str, float]]:
    sys.path[:0] = [str(WORTEL), str(WORTEL / "src")]
    from verantwoord.project.databankopdracht import (  # noqa: PLC0415 - it starts the database
        laad_django,
        maak_klaar,
        werk_als_systeem,
    )

    laad_django()
    maak_klaar()
    werk_als_systeem()
    from tests.keten.uitfactories import AfspraakFactory, OntvangerFactory, betrokken_dossier  # noqa: PLC0415 - Django is loaded first
    from verantwoord.keten.uit.bezorging import bezorg  # noqa: PLC0415 - Django is loaded first

    dossiers = [betrokken_dossier() for _ in range(PER_DAAD)]
    dagen = itertools.count()
    zonder = [_doe(dossiers, aantal, dagen) for _ in range(herhalingen)]
    AfspraakFactory()
    ontvanger = OntvangerFactory(adres=f"http://127.0.0.1:{poort}/berichten")
    met, bezorgd = [], []
    for _ in range(herhalingen):
        met.append(_doe(dossiers, aantal, dagen))
        begin = time.perf_counter()
        gelukt = bezorg(ontvanger.pk, hoogstens=aantal + 1)
        if gelukt != aantal:
            sys.exit(f"{gelukt} of {aantal} arrived")
        bezorgd.append(time.perf_counter() - begin)
    return {
        "berichten_per_seconde": spreiding([aantal / duur for duur in bezorgd], 0),
        "ms_per_antwoord_zonder_ontvanger": spreiding([1000 * duur / aantal for duur in zonder], 3),
        "ms_per_antwoord_met_ontvanger": spreiding([1000 * duur / aantal for duur in met], 3),
        "ms_logregel": spreiding(_logregels(1, herhalingen), 3),
        "ms_25_logregels": spreiding(_logregels(25, herhalingen), 3),
    }


def _doe(dossiers: list, aantal: int, dagen: itertools.count) -> float:
    """Let the end date of twenty people become another in one transaction, until so many answers changed."""
    from django.db import transaction  # noqa: PLC0415 - Django is loaded first

    from verantwoord.bewaking.antwoorden import bewaar_antwoorden  # noqa: PLC0415 - Django is loaded first
    from verantwoord.kern.antwoordvormen import Opvangrecht  # noqa: PLC0415 - Django is loaded first

    begin = time.perf_counter()
    for _ in range(aantal // len(dossiers)):
        tot = date(2022, 1, 1) + timedelta(days=next(dagen))
        nieuw = Opvangrecht(
            recht="ja", categorie="na_procedure", einddatum=tot, redencode="termijn-verstreken"
        )
        with transaction.atomic():
            bewaar_antwoorden({d.pk: {"opvangrecht": nieuw} for d in dossiers}, op=date(2022, 1, 1))
    return time.perf_counter() - begin


def _logregels(aantal: int, herhalingen: int) -> list[float]:
    """The median milliseconds of one write of so many lines, once a repeat."""
    from django.db import transaction  # noqa: PLC0415 - Django is loaded first

    from verantwoord.gebeurtenis import logboek  # noqa: PLC0415 - Django is loaded first

    medianen = []
    for _ in range(herhalingen):
        duren = []
        with transaction.atomic():
            for _ in range(100):
                regels = [logboek.Regel("bench", "dossierbehandeling-1", uuid4(), "0") for _ in range(aantal)]
                begin = time.perf_counter()
                logboek.schrijf(regels, audit="bench")
                duren.append(1000 * (time.perf_counter() - begin))
            transaction.set_rollback(True)
        medianen.append(statistics.median(duren))
    return medianen


def _start_ontvanger(map_: Path) -> tuple[int, subprocess.Popen]:
    (tekst,) = re.findall(r"```python\n(.*?)```", (WORTEL / "docs/howto/webhooks.md").read_text(), re.DOTALL)
    programma = map_ / "receiver.py"
    programma.write_text(tekst)
    with closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        poort = s.getsockname()[1]
    proces = subprocess.Popen(
        [sys.executable, str(programma), str(poort), str(map_ / "messages.db")],
        env=os.environ | {"WEBHOOK_SECRETS": GEHEIM},
    )
    time.sleep(1)
    return poort, proces


if __name__ == "__main__":
    main()
