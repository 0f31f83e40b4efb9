"""How long the measurement takes over very many dossiers: every measure in one question.

Budget: 1,000,000 dossiers in three seconds. Makes a demo and copies its dossiers inside the database until there are
enough, each copy somebody else. Prints JSON: the question itself, and the whole command.
"""

import argparse
import os
import time

from proefmachine import eigen_databank, meld, opdracht, spreiding

# Each table with the columns that name a row, here or elsewhere; a copy names copies.
TABELLEN = {
    "dossier_persoon": ("id",),
    "dossier_dossier": ("id", "persoon_id"),
    "dossier_verblijfplaats": ("dossier_id",),
    "dossier_besluit": ("dossier_id",),
    "toetsing_toetsing": ("id", "dossier_id"),
    "vertrekgesprek_gesprek": ("id", "dossier_id"),
    "vertrekplan_vertrekplan": ("id", "dossier_id"),
}
ANDERS = {
    "dossier_persoon": {
        "v_nummer": "lpad((99e8 + row_number() over () + {rond} * 1e5)::bigint::text, 10, '0')"
    },
    "dossier_dossier": {"nummer": "nummer || '{rond}'"},
}


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--dossiers", type=int, default=100_000, help="how many dossiers to measure")
    vragen.add_argument("--herhalingen", type=int, default=7, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    zaad = min(keuze.dossiers, 5000)
    with eigen_databank():
        opdracht("demo", "--no-serve", "--dossiers", str(zaad))
        aantal = _vermenigvuldig(keuze.dossiers // zaad)
        hele = [opdracht("measure-kwaliteit", "--json")[0] for _ in range(herhalingen)]
        vraag = [_vraag() for _ in range(herhalingen)]
        locatie = [_vraag(locatie="Assen") for _ in range(herhalingen)]
    meld(
        "measure_kwaliteit",
        data={"dossiers": aantal},
        herhalingen=herhalingen,
        seconden_vraag=spreiding(vraag, 3),
        seconden_vraag_met_locatie=spreiding(locatie, 3),
        seconden_opdracht=spreiding(hele, 2),
    )


def begin_django() -> None:
    """Load Django on the database of this bench."""
    import django  # noqa: PLC0415 - the settings start the database of this bench

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verantwoord.project.settings")
    django.setup()


def _vermenigvuldig(keer: int) -> int:
    """Copy every dossier ``keer - 1`` times with what the measurement reads; give how many there are then."""
    begin_django()
    from django.db import connections, transaction  # noqa: PLC0415 - Django is loaded just now

    from verantwoord.project.demo.schrijven import stille_bewakers  # noqa: PLC0415 - idem

    with transaction.atomic(using="eigenaar"), stille_bewakers(), connections["eigenaar"].cursor() as cursor:
        for tabel, namen in TABELLEN.items():
            cursor.execute(f"create temp table zaad as select * from {tabel}")  # noqa: S608 - names from the list above
            cursor.execute(
                "select quote_ident(column_name) from information_schema.columns where table_name = %s and table_schema = 'public'"
                " and is_identity = 'NO'",
                [tabel],
            )
            kolommen = [rij[0] for rij in cursor.fetchall()]
            for rond in range(1, keer):
                waarden = [
                    f"md5({k}::text || '{rond}')::uuid"
                    if k in namen
                    else ANDERS.get(tabel, {}).get(k, k).format(rond=rond)
                    for k in kolommen
                ]
                cursor.execute(
                    f"insert into {tabel} ({', '.join(kolommen)}) select {', '.join(waarden)} from zaad"  # noqa: S608 - idem
                )
            cursor.execute("drop table zaad")
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("vacuum analyze")
        cursor.execute("select count(*) from dossier_dossier")
        return int(cursor.fetchone()[0])


def _vraag(locatie: str = "") -> float:
    from django.utils import timezone  # noqa: PLC0415 - Django is loaded by now

    from verantwoord.kwaliteit.queries import meet  # noqa: PLC0415 - idem

    begin = time.perf_counter()
    meet(tot=timezone.localdate(), locatie=locatie, viewer=None)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
