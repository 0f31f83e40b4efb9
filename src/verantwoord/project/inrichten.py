"""Make what the program needs before it can start: its own Python, the pinned packages, styles and translations.

Run by ``./verantwoord`` with any Python 3.11 or newer and nothing but the standard library. Each part has a
fingerprint of what it was made from; when all are those of the last time this does nothing, in a few milliseconds.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[3]
VENV = WORTEL / ".venv"
STEMPEL = VENV / ".stempel"
# Stands there while packages are being installed: what an interruption leaves half done is made anew.
BEZIG = VENV / ".bezig"

GEEN_VENV = (
    "Python kan hier geen eigen omgeving maken: het onderdeel venv ontbreekt. Installeer het (Debian en Ubuntu: "
    "apt install python3-venv) en probeer het opnieuw.\n"
    "Python cannot make its own environment here: the venv module is missing. Install it (Debian and Ubuntu: "
    "apt install python3-venv) and try again."
)
STAP_MISLUKT = (
    "De installatie is gestopt bij: {stap}. Wat er al was, blijft staan; start opnieuw om verder te gaan.\n"
    "The set-up stopped at: {stap}. Nothing is lost; start again to go on."
)


class Gestopt(Exception):
    """The set-up cannot go on; the text says in Dutch and English what to do."""


def vingerafdrukken(*, met_tests: bool) -> dict[str, str]:
    """What each part is made from now, in the order in which the parts are made."""
    paren = {
        # A moved folder or another Python makes the environment useless.
        "python": f"{sys.version_info[0]}.{sys.version_info[1]} {WORTEL}",
        "app": _som(WORTEL / "requirements" / "app.txt"),
        "assets": _som(WORTEL / "assets" / "package-lock.json", _pakket("web", "bouw.py")),
        "vertalingen": _som(*_vertalingen()),
    }
    if met_tests:
        paren["dev"] = _som(WORTEL / "requirements" / "dev.txt")
    return paren


def _pakket(*delen: str) -> Path:
    return WORTEL.joinpath("src", "verantwoord", *delen)


def _vertalingen() -> list[Path]:
    return sorted(_pakket().glob("*/locale/*/LC_MESSAGES/*.po"))


def _som(*bestanden: Path) -> str:
    import hashlib  # noqa: PLC0415 - a tenth of the time of a start that has nothing to do

    som = hashlib.sha256()
    for bestand in bestanden:
        som.update(str(bestand.relative_to(WORTEL)).encode() + b"\0" + bestand.read_bytes())
    return som.hexdigest()


def lees_stempel() -> dict[str, str]:
    """What each part was made from, as far as it was finished."""
    if not STEMPEL.is_file() or BEZIG.exists():
        return {}
    return dict(regel.split("=", 1) for regel in STEMPEL.read_text().splitlines() if "=" in regel)


def ontbreekt(*, met_tests: bool) -> list[str]:
    """Name the parts that are absent, or were made from something else than what lies there now."""
    gemaakt = lees_stempel()
    nodig = vingerafdrukken(met_tests=met_tests)
    anders = [deel for deel, afdruk in nodig.items() if gemaakt.get(deel) != afdruk]
    if "assets" not in anders and not _pakket("web", "static", "vendor", ".stempel").is_file():
        anders.append("assets")
    if "vertalingen" not in anders and not all(po.with_suffix(".mo").is_file() for po in _vertalingen()):
        anders.append("vertalingen")
    return anders


def richt_in(*, met_tests: bool) -> None:
    """Make the parts that are missing, one process at a time; one line on stderr for each."""
    with _om_de_beurt():
        # Whoever waited for another set-up finds its work done.
        anders = ontbreekt(met_tests=met_tests)
        if "python" in anders:
            _maak_omgeving()
            anders = ontbreekt(met_tests=met_tests)
        if "app" in anders:
            _installeer("app", "de pakketten ophalen / fetching the packages")
        if "dev" in anders:
            _installeer("dev", "de pakketten voor de tests ophalen / fetching the packages of the tests")
        if "assets" in anders:
            _maak_assets()
        if "vertalingen" in anders:
            _stap(
                "de vertalingen maken / compiling the translations",
                _roep_aan("project.vertalingen", "bouw_vertalingen"),
            )
            _stempel("vertalingen")


def _meld(stap: str) -> None:
    sys.stderr.write(f"verantwoord: {stap} …\n")
    sys.stderr.flush()


def _stempel(deel: str) -> None:
    """Note that a part is finished; the note is whole or absent, never half."""
    gemaakt = lees_stempel() | {deel: vingerafdrukken(met_tests=True)[deel]}
    nieuw = STEMPEL.with_suffix(".nieuw")
    nieuw.write_text("".join(f"{naam}={afdruk}\n" for naam, afdruk in gemaakt.items()))
    nieuw.replace(STEMPEL)


def _maak_omgeving() -> None:
    import importlib.util  # noqa: PLC0415 - a start that has nothing to do needs none of this
    import shutil  # noqa: PLC0415 - idem

    if not all(importlib.util.find_spec(deel) for deel in ("venv", "ensurepip")):
        raise Gestopt(GEEN_VENV)
    eigen_python = VENV / "bin" / "python"
    if BEZIG.exists() or lees_stempel() or not eigen_python.exists() or not _zelfde_python(eigen_python):
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir()
        BEZIG.touch()
        stap = "een eigen Python-omgeving maken / making its own Python environment"
        _stap(stap, [sys.executable, "-I", "-m", "venv", str(VENV)])
        BEZIG.unlink()
    bibliotheek = VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    (bibliotheek / "verantwoord.pth").write_text(f"{WORTEL / 'src'}\n")
    _stempel("python")


def _zelfde_python(eigen_python: Path) -> bool:
    import subprocess  # noqa: PLC0415 - idem

    vraag = "import sys; print(*sys.version_info[:2], sys.prefix)"
    antwoord = subprocess.run([eigen_python, "-I", "-c", vraag], capture_output=True, text=True, check=False)  # noqa: S603 - our own environment
    return antwoord.stdout.split() == [*map(str, sys.version_info[:2]), str(VENV)]


def _installeer(lijst: str, stap: str) -> None:
    BEZIG.touch()
    try:
        _stap(stap, _pip(lijst))
    except Gestopt:
        # When pip itself says that it failed, it has put back what it was replacing; only a killed one has not.
        BEZIG.unlink()
        raise
    BEZIG.unlink()
    _stempel(lijst)


def _pip(lijst: str) -> list[str]:
    opties = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    bestand = WORTEL / "requirements" / f"{lijst}.txt"
    return [str(VENV / "bin" / "python"), "-I", "-m", "pip", "install", *opties, "-r", str(bestand)]


def _maak_assets() -> None:
    import shutil  # noqa: PLC0415 - idem

    if not shutil.which("npm"):
        _stap("Node ophalen voor de stijlen / fetching Node for the styles", _pip("node"))
    _stap("de stijlen en letters ophalen / fetching styles and fonts", _roep_aan("web.bouw", "bouw_assets"))
    _stempel("assets")


def _roep_aan(module: str, functie: str) -> list[str]:
    """The command that runs one step of the build in the program's own Python; its refusal is its sentence."""
    opdracht = (
        "import importlib, pathlib, sys; wortel, module, functie = sys.argv[1:]\n"
        "bouw = importlib.import_module(module)\n"
        "try: getattr(bouw, functie)(pathlib.Path(wortel))\n"
        "except getattr(bouw, 'BouwFout', ()) as fout: sys.exit(str(fout))"
    )
    return [str(VENV / "bin" / "python"), "-I", "-c", opdracht, str(WORTEL), f"verantwoord.{module}", functie]


def _stap(stap: str, opdracht: list[str]) -> None:
    import os  # noqa: PLC0415 - idem
    import subprocess  # noqa: PLC0415 - idem

    _meld(stap)
    # Where an organisation signs its own traffic, the machine knows that signature and Node by itself does not.
    omgeving = {"NODE_USE_SYSTEM_CA": "1"} | os.environ
    if subprocess.run(opdracht, stdout=sys.stderr, env=omgeving, check=False).returncode != 0:  # noqa: S603 - our own command
        raise Gestopt(STAP_MISLUKT.format(stap=stap))


@contextmanager
def _om_de_beurt() -> Iterator[None]:
    import fcntl  # noqa: PLC0415 - idem

    # Beside the environment, not in it: the environment may be thrown away.
    with (WORTEL / ".venv.slot").open("w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            _meld("wachten op een andere installatie / waiting for another set-up")
            fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def main(argv: list[str]) -> int:
    met_tests = argv[-1:] == ["test"]
    if argv[:1] == ["--is-klaar"]:
        return 1 if ontbreekt(met_tests=met_tests) else 0
    try:
        richt_in(met_tests=met_tests)
    except Gestopt as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
