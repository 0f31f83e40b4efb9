"""``show-toegang``: the need-to-know matrix for who asks for it, without a database."""

import argparse
from collections.abc import Sequence

import msgspec

from verantwoord.kern.toegang import CATEGORIEEN, MATRIX, ROLLEN, Toegang
from verantwoord.project.afloop import GEDAAN

LETTERS = {
    Toegang.VOL: "volledig",
    Toegang.ANTWOORD: "alleen het antwoord",
    Toegang.EIGEN: "wat deze rol zelf invoert",
    Toegang.NOOD: "alleen in nood, met reden en controle achteraf",
    Toegang.AANTALLEN: "alleen aantallen",
    Toegang.NIETS: "niets",
}


def rijen() -> list[dict[str, str]]:
    """One row a role and category, in the order of the matrix."""
    return [
        {"rol": rol, "categorie": categorie, "toegang": MATRIX[categorie][rol].value}
        for rol in ROLLEN
        for categorie in CATEGORIEEN
    ]


def main(argumenten: Sequence[str]) -> int:
    lezer = argparse.ArgumentParser(
        prog="verantwoord show-toegang",
        description="Toont welke rol welke gegevens mag zien. Uit deze tabel komen ook de regels in de databank.",
    )
    lezer.add_argument("--json", action="store_true", help="als JSON, een regel per rol en categorie")
    keuzes = lezer.parse_args(list(argumenten))
    if keuzes.json:
        print(msgspec.json.encode(rijen()).decode())  # noqa: T201 - the answer of the command
        return GEDAAN
    breedte = max(map(len, CATEGORIEEN)) + 2
    regels = [f"{letter.value}  {uitleg}" for letter, uitleg in LETTERS.items()]
    for rol in ROLLEN:
        regels += ["", rol]
        regels += [f"  {c:<{breedte}}{MATRIX[c][rol].value}  {LETTERS[MATRIX[c][rol]]}" for c in CATEGORIEEN]
    print("\n".join(regels))  # noqa: T201 - idem
    return GEDAAN
