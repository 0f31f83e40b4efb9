"""How long it takes to make a demo with histories, from nothing to a caseload with every norm answered.

Budget: 100,000 dossiers in five minutes on two cores. Prints JSON; each repeat throws the demo away and makes it anew.
"""

import argparse

from proefmachine import eigen_databank, meld, opdracht, piekgeheugen_mb, spreiding


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--dossiers", type=int, default=10_000, help="how many dossiers a repeat makes")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    with eigen_databank():
        # The first one makes the tables; that is another question.
        opdracht("demo", "--no-serve", "--dossiers", "1")
        leeg = [opdracht("demo", "--no-serve", "--reset", "--dossiers", "1")[0] for _ in range(herhalingen)]
        duren = [
            opdracht("demo", "--no-serve", "--reset", "--dossiers", str(keuze.dossiers))[0]
            for _ in range(herhalingen)
        ]
    vast = min(leeg)
    meld(
        "demo",
        data={"dossiers": keuze.dossiers},
        herhalingen=herhalingen,
        seconden=spreiding(duren, 1),
        seconden_voor_een_dossier=spreiding(leeg, 1),
        dossiers_per_seconde=spreiding([keuze.dossiers / (duur - vast) for duur in duren], 0),
        piekgeheugen_mb=piekgeheugen_mb(),
    )


if __name__ == "__main__":
    main()
