"""The one command line: finds the command, prepares what it needs, and turns every refusal into a sentence."""

import os
import signal
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from verantwoord.kern.fouten import DomeinFout
from verantwoord.project import opdrachten
from verantwoord.project.afloop import GEDAAN, GEWEIGERD, VERKEERD_GEBRUIKT, zeg
from verantwoord.project.omgeving import WORTEL, OnveiligeInstelling, is_checkout


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    woorden = sys.argv[1:] if argv is None else argv
    # A stop from outside unwinds as an ordinary end, so that the embedded database is stopped too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return _voer_uit(woorden)
    except (DomeinFout, OnveiligeInstelling) as fout:
        zeg(str(fout))
        return GEWEIGERD
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Who reads our answer has seen enough; nothing more can be said to them, also not on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE


def _voer_uit(woorden: list[str]) -> int:
    naam, rest = (woorden[0], woorden[1:]) if woorden else ("", [])
    if naam in {"-h", "--help", "help"}:
        sys.stdout.write(opdrachten.overzicht() + "\n")
        return GEDAAN
    if naam == "--version":
        sys.stdout.write(f"verantwoord {_versie()}\n")
        return GEDAAN
    if naam in opdrachten.KERN:
        return int(import_module("verantwoord.kern.cli").main([naam, *rest]))
    if naam == "test":
        return _test(rest)
    if naam in opdrachten.HUIS:
        return int(import_module(f"verantwoord.project.{_module(naam)}").main(rest))
    if opdracht := opdrachten.van_de_kamers().get(naam):
        from verantwoord.project.databankopdracht import voer_uit  # noqa: PLC0415 - loads Django

        return voer_uit(opdracht, rest)
    zeg(_onbekend(naam))
    return VERKEERD_GEBRUIKT


def _module(naam: str) -> str:
    return {"demo": "serve_demo", "show-toegang": "toegangsmatrix"}.get(naam, naam)


def _onbekend(naam: str) -> str:
    if not naam:
        return opdrachten.overzicht()
    import difflib  # noqa: PLC0415 - only for who made a typing error

    namen = [*opdrachten.HUIS, *opdrachten.KERN, *opdrachten.van_de_kamers()]
    lijkt_op = difflib.get_close_matches(naam, namen, n=1)
    bedoelt = f" Bedoelt u {lijkt_op[0]}?" if lijkt_op else ""
    return f"De opdracht {naam} bestaat niet.{bedoelt} verantwoord --help noemt alle opdrachten."


def _versie() -> str:
    try:
        return version("verantwoord")
    except PackageNotFoundError:
        # A working copy is not installed; it says itself which version it is.
        import tomllib  # noqa: PLC0415 - only for this question

        return str(tomllib.loads((WORTEL / "pyproject.toml").read_text())["project"]["version"])


def _test(argumenten: list[str]) -> int:
    if not is_checkout():
        raise OnveiligeInstelling(
            "De tests horen bij een werkkopie van de broncode; hier staat alleen het programma."
        )
    os.chdir(WORTEL)
    # The tests have settings of their own, named in pyproject.toml; a variable would win from those.
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *argumenten])  # noqa: S606 - our own Python


if __name__ == "__main__":
    sys.exit(main())
