"""What row-level security and the trace of a look cost: the same pages asked with both, with the trace alone, and without.

Makes a demo of ``--dossiers`` in a folder of its own (or takes the one in ``--map``) and asks the pages in this process,
so that its processor time and that of its database connection can be read apart. The policies are switched off and on
by the owner of the tables, in that demo only. Budget: together at most 25 % more. Prints JSON.
"""

import argparse
import contextlib
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from proefmachine import eigen_databank, meld, opdracht, spreiding

VRAGEN = {
    "caseload": lambda _dossier: "/",
    "dossier": lambda dossier: f"/dossiers/{dossier}/",
    "tijdlijn": lambda dossier: f"/dossiers/{dossier}/tijdlijn/",
    "gesprekken": lambda dossier: f"/dossiers/{dossier}/gesprekken/",
    "api_lijst": lambda _dossier: "/api/v1/dossiers",
    "api_dossier": lambda dossier: f"/api/v1/dossiers/{dossier}",
    "api_dossier_met_beoordeling": lambda dossier: f"/api/v1/dossiers/{dossier}/beoordeling",
}
STANDEN = {"beide": (True, True), "alleen_spoor": (False, True), "geen": (False, False)}


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--dossiers", type=int, default=10_000, help="how many dossiers the demo holds")
    vragen.add_argument("--map", type=Path, help="data folder with a demo that is there already")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    if keuze.map:
        os.environ["VERANTWOORD_DATA"] = str(keuze.map)
    with contextlib.nullcontext() if keuze.map else eigen_databank():
        if not keuze.map:
            opdracht("demo", "--no-serve", "--dossiers", str(keuze.dossiers))
        aantal, gemeten = _meet(max(5, keuze.herhalingen))
    meld(
        "rijbeveiliging",
        data={"dossiers": aantal},
        herhalingen=max(5, keuze.herhalingen),
        **{naam: _uitkomst(per_stand) for naam, per_stand in gemeten.items()},
    )


def _uitkomst(per_stand: dict[str, list[float]]) -> dict[str, Any]:
    zonder = statistics.median(per_stand["geen"])
    return {
        **{f"ms_{stand}": spreiding(duren, 1) for stand, duren in per_stand.items()},
        "procent_meer": round(100 * (statistics.median(per_stand["beide"]) / zonder - 1)),
    }


def _meet(herhalingen: int) -> tuple[int, dict[str, dict[str, list[float]]]]:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "verantwoord.project.settings", "VERANTWOORD_DEMO": "1"}
    import django  # noqa: PLC0415 - only now is known where the database is

    django.setup()
    from django.conf import settings  # noqa: PLC0415 - idem

    from verantwoord.toegang import middleware  # noqa: PLC0415 - idem
    from verantwoord.toegang.inzage import record_inzage  # noqa: PLC0415 - idem

    settings.ALLOWED_HOSTS = ["testserver"]
    client, dossiers, aantal = _klaar()
    gemeten: dict[str, dict[str, list[float]]] = {naam: {stand: [] for stand in STANDEN} for naam in VRAGEN}
    with psycopg.connect(settings.PADEN.eigenaar, autocommit=True) as eigenaar:
        try:
            for _ in range(herhalingen):
                for stand, (rijen, spoor) in STANDEN.items():
                    _zet(eigenaar, aan=rijen)
                    _spoor(middleware, record_inzage if spoor else _niets)
                    for naam, adres in VRAGEN.items():
                        duur = _duur(client, [adres(dossier) for dossier in dossiers])
                        gemeten[naam][stand].append(duur)
        finally:
            _zet(eigenaar, aan=True)
    return aantal, gemeten


def _klaar() -> tuple[Any, list[Any], int]:
    """A session of the regievoerder with the most dossiers, and sixteen of these."""
    from django.db.models import Count  # noqa: PLC0415 - idem
    from django.test import Client  # noqa: PLC0415 - idem
    from django.utils import timezone  # noqa: PLC0415 - idem

    from verantwoord.dossier.models import Dossier  # noqa: PLC0415 - idem
    from verantwoord.toegang.context import als_systeem  # noqa: PLC0415 - idem
    from verantwoord.toegang.inlog.sessies import BEGONNEN, FACTOR, GEZIEN  # noqa: PLC0415 - idem
    from verantwoord.toegang.models import Medewerker  # noqa: PLC0415 - idem

    with als_systeem():
        open_ = Dossier.objects.filter(gesloten_op=None, regievoerder__isnull=False)
        (wie, _meeste), *_rest = open_.values_list("regievoerder").annotate(n=Count("pk")).order_by("-n")
        dossiers = list(open_.filter(regievoerder=wie).values_list("pk", flat=True)[:16])
        aantal = Dossier.objects.count()
    client = Client()
    client.force_login(Medewerker.objects.get(pk=wie))
    sessie = client.session
    sessie[FACTOR] = "app"
    sessie[GEZIEN] = sessie[BEGONNEN] = timezone.now().timestamp()
    sessie.save()
    return client, dossiers, aantal


def _niets(**_: Any) -> None:
    """Leave no trace."""


def _spoor(middleware: Any, laat_achter: Callable[..., None]) -> None:
    from verantwoord.toegang import inzage  # noqa: PLC0415 - idem

    middleware.record_inzage = inzage.record_inzage = laat_achter  # type: ignore[attr-defined]


def _zet(eigenaar: psycopg.Connection, *, aan: bool) -> None:
    from verantwoord.toegang.beleid import beschermde_tabellen  # noqa: PLC0415 - idem

    for tabel, _model in beschermde_tabellen():
        eigenaar.execute(f"alter table {tabel} {'enable' if aan else 'disable'} row level security")


def _duur(client: Any, adressen: list[str]) -> float:
    """The median of the processor time of one answer, of program and database together, in milliseconds."""
    for adres in adressen[:5]:
        client.get(adres)
    duren = []
    for adres in adressen:
        begin = _processor()
        antwoord = client.get(adres)
        duren.append(1000 * (_processor() - begin))
        if antwoord.status_code != 200:
            raise RuntimeError(f"{adres} answered {antwoord.status_code}")
    return statistics.median(duren)


def _processor() -> float:
    """Seconds of processor time that this process and its database connection have used."""
    from django.db import connection  # noqa: PLC0415 - idem

    connection.ensure_connection()
    achter = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
    return time.process_time() + int(achter.split()[0]) / 1e9


if __name__ == "__main__":
    main()
