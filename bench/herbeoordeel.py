"""How long the night takes: the norms asked again about every open dossier, from the facts that are kept ready.

Budget: 100,000 open dossiers in 60 seconds on two cores, with at most 500 MB. Each repeat lets one day pass, by putting
the stored day of every row back. Prints JSON.
"""

import argparse
import os
import re

import psycopg
from proefmachine import eigen_databank, meld, opdracht, piekgeheugen_mb, spreiding

from verantwoord.project import databank


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--dossiers", type=int, default=10_000, help="how many dossiers the demo holds")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    with eigen_databank():
        opdracht("demo", "--no-serve", "--dossiers", str(keuze.dossiers))
        leeg = [opdracht("herbeoordeel")[0] for _ in range(herhalingen)]
        paden = databank.vind()
        os.environ |= {"DATABASE_URL": paden.app, "DATABASE_URL_EIGENAAR": paden.eigenaar}
        duren, aantal = [], 0
        for _ in range(herhalingen):
            # To the app nobody is there without a context.
            with psycopg.connect(paden.eigenaar) as verbinding:
                verbinding.execute("update bewaking_stand set peildatum = peildatum - 1 where not gesloten")
            duur, zin = opdracht("herbeoordeel")
            duren.append(duur)
            aantal = int(re.match(r"\d+", zin)[0])  # type: ignore[index]  # the command begins its answer with the number
    vast = min(leeg)
    meld(
        "herbeoordeel",
        data={"dossiers": keuze.dossiers, "open": aantal},
        herhalingen=herhalingen,
        seconden=spreiding(duren, 1),
        seconden_zonder_werk=spreiding(leeg, 1),
        seconden_per_100000=spreiding([(duur - vast) * 100_000 / aantal for duur in duren], 1),
        piekgeheugen_mb_van_een_proces=piekgeheugen_mb(),
    )


if __name__ == "__main__":
    main()
