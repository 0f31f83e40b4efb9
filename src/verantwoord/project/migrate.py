"""``verantwoord migrate``: bring the database to this version, by the owner's log-in."""

import argparse
import sys

from verantwoord.project.afloop import GEDAAN
from verantwoord.project.databankopdracht import bereikbaar, laad_django


def main(argumenten: list[str]) -> int:
    ontleder = argparse.ArgumentParser(
        prog="verantwoord migrate",
        description="Brengt de databank bij: tabellen, bewakers en rechten van deze versie. Mag twee keer. "
        "DATABASE_URL_EIGENAAR noemt de inlog van de eigenaar.",
    )
    ontleder.parse_args(argumenten)
    laad_django()
    from verantwoord.project import bijwerken  # noqa: PLC0415 - Django is loaded just now

    with bereikbaar():
        aantal = bijwerken.werk_bij()
    uitkomst = (
        f"De databank is bij; {aantal} wijzigingen uitgevoerd." if aantal else "De databank was al bij."
    )
    sys.stdout.write(f"{uitkomst}\n")
    return GEDAAN
