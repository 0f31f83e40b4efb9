"""Run a room's management command on a database that is ready for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from verantwoord.project import databank
from verantwoord.project.afloop import GEDAAN, zeg
from verantwoord.project.omgeving import OnveiligeInstelling
from verantwoord.project.opdrachten import Opdracht

SYSTEEM = "systeem"
# Options of Django that mean nothing to who uses this program.
RUIS = {
    "--version",
    "--settings",
    "--pythonpath",
    "--traceback",
    "--no-color",
    "--force-color",
    "--skip-checks",
}
ONBEREIKBAAR = (
    "De databank is niet bereikbaar. Controleer {bron} en of de server draait. De databank zegt: {reden}"
)


def voer_uit(opdracht: Opdracht, argumenten: list[str]) -> int:
    """Run one command as Django would from its own command line, but refuse with a sentence and exit code 1."""
    laad_django()
    from django.core.management import CommandError, load_command_class  # noqa: PLC0415 - Django is loaded just now

    uitvoerder = load_command_class(opdracht.module, opdracht.bestand)
    # Wrong use then ends with the usage and code 2.
    uitvoerder._called_from_command_line = True  # type: ignore[attr-defined]  # noqa: SLF001 - Django's own door is too wide
    uitvoerder.suppressed_base_arguments = RUIS
    keuzes = vars(uitvoerder.create_parser("verantwoord", opdracht.naam).parse_args(argumenten))
    vrij = keuzes.pop("args", ())
    maak_klaar()
    werk_als_systeem()
    try:
        uitvoerder.execute(*vrij, **keuzes | {"skip_checks": True})
    except CommandError as fout:
        zeg(str(fout))
        return int(fout.returncode)
    return GEDAAN


def werk_als_systeem() -> None:
    """Let this process read and write as the program itself: whoever gives a command on the server may do anything.

    A server never does: there each request and each job says for whom it acts.
    """
    from django.db import connections  # noqa: PLC0415 - Django is loaded just now

    from verantwoord.toegang import context  # noqa: PLC0415 - idem

    verbinding = connections["default"]
    verbinding.close()
    opties = verbinding.settings_dict["OPTIONS"]
    context.werk_als_systeem()
    opties["options"] = " ".join(filter(None, (opties.get("options"), f"-c verantwoord.rol={SYSTEEM}")))


def laad_django(*, voorbereiden: bool = True) -> None:
    """Load the program with a database behind it: the one of ``DATABASE_URL``, else the embedded one.

    ``voorbereiden``: make the roles in it when they are not there yet; a server in production never does.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verantwoord.project.settings")
    with bereikbaar():
        if voorbereiden:
            databank.bereid_voor_indien_nodig()
        import django  # noqa: PLC0415 - the settings start the embedded database

        django.setup()


def maak_klaar() -> None:
    """Bring an empty database up to date, and the embedded one always; a server's only when asked to."""
    from verantwoord.project import bijwerken  # noqa: PLC0415 - Django is loaded just now

    with bereikbaar():
        if bijwerken.is_bij():
            return
        bijwerken.weiger_te_oud()
        if os.environ.get("DATABASE_URL") and not bijwerken.is_leeg():
            raise OnveiligeInstelling(
                "De databank hoort bij een andere versie van het programma. Maak een reservekopie en geef daarna de "
                "opdracht: verantwoord migrate"
            )
        bijwerken.werk_bij()


@contextmanager
def bereikbaar() -> Iterator[None]:
    """Turn a database that cannot be reached into a sentence; its password stands in no sentence."""
    from django.db import OperationalError  # noqa: PLC0415 - only commands with a database load Django

    try:
        yield
    except (psycopg.OperationalError, OperationalError) as fout:
        bron = "DATABASE_URL" if os.environ.get("DATABASE_URL") else "de map VERANTWOORD_DATA"
        reden = str(fout).strip().splitlines()[-1]
        raise OnveiligeInstelling(ONBEREIKBAAR.format(bron=bron, reden=reden)) from fout
