"""Which commands there are. They are found in the rooms' own folders, without loading Django."""

import ast
from pathlib import Path

import msgspec

PAKKET = Path(__file__).resolve().parents[1]

KERN = {
    "check-dossier": "Zegt wat de normen vinden van een dossierbeeld (bestand); heeft geen databank nodig.",
    "compare-beoordelaars": "Zegt per criterium hoe goed beoordelaars het eens zijn (CSV); heeft geen databank nodig.",
    "find-signalen": "Wijst in teksten (bestand) passages aan die om een blik vragen; heeft geen databank nodig.",
    "measure-signalen": "Meet aan gelezen teksten (bestand) wat de signaalregels vinden en missen; heeft geen databank nodig.",
    "list-normen": "Noemt elke norm met bron, parameters en gevolg; heeft geen databank nodig.",
}
"""Commands of the core: they start without Django and without a database."""

HUIS = {
    "demo": "Zet een demo klaar met verzonnen dossiers en start hem.",
    "serve": "Start de server voor echt gebruik op DATABASE_URL; weigert onveilige instellingen.",
    "werk": "Doet de taken die wachten; serve en demo starten er zelf een naast de server.",
    "migrate": "Brengt de databank bij: de tabellen, de bewakers en de rechten van deze versie.",
    "show-toegang": "Toont welke rol welke gegevens mag zien; heeft geen databank nodig.",
    "test": "Voert de tests uit; wat erachter staat gaat naar pytest.",
}
"""Commands of the house itself."""


class Opdracht(msgspec.Struct, frozen=True, kw_only=True):
    """A management command of a room. ``module`` is the room, ``bestand`` the command's name in Django."""

    naam: str
    module: str
    bestand: str
    regel: str


def van_de_kamers(pakket: Path = PAKKET) -> dict[str, Opdracht]:
    """Every management command of the rooms by the name a user types: ``import_x`` is ``import-x``."""
    paden = [*pakket.glob("*/management/commands/*.py"), *pakket.glob("*/*/management/commands/*.py")]
    opdrachten = {}
    for pad in sorted(paden):
        if pad.stem.startswith("_"):
            continue
        kamer = pad.parents[2].relative_to(pakket.parent)
        opdracht = Opdracht(
            naam=pad.stem.replace("_", "-"),
            module=".".join(kamer.parts),
            bestand=pad.stem,
            regel=_hulpregel(pad),
        )
        opdrachten[opdracht.naam] = opdracht
    return opdrachten


def _hulpregel(pad: Path) -> str:
    """The first sentence of the command's own ``help``, read from its text."""
    for knoop in ast.walk(ast.parse(pad.read_text())):
        if isinstance(knoop, ast.Assign) and any(
            isinstance(doel, ast.Name) and doel.id == "help" for doel in knoop.targets
        ):
            waarde = knoop.value.args[0] if isinstance(knoop.value, ast.Call) else knoop.value
            tekst = ast.literal_eval(waarde)
            return str(tekst).strip().splitlines()[0].split(". ")[0].rstrip(".") + "."
    return ""


def overzicht() -> str:
    """The help page: every command with one line."""
    kamers = {o.naam: o.regel for o in van_de_kamers().values()}
    breedte = max(map(len, KERN | HUIS | kamers)) + 2
    regels = ["Gebruik: verantwoord OPDRACHT [opties]   (verantwoord OPDRACHT --help legt een opdracht uit)"]
    for kop, groep in (("Beginnen", HUIS), ("Normen en oordelen", KERN), ("Dossiers en berichten", kamers)):
        regels += ["", kop, *(f"  {naam:<{breedte}}{regel}" for naam, regel in sorted(groep.items()))]
    regels += [
        "",
        "DATABASE_URL noemt de databank (PostgreSQL 15 of nieuwer). Zonder die instelling draait er een",
        "ingebouwde PostgreSQL in de map VERANTWOORD_DATA (in een werkkopie: .data).",
        "Een opdracht eindigt met 0 (gedaan), 1 (geweigerd, met een zin op stderr) of 2 (verkeerd gebruikt).",
    ]
    return "\n".join(regels)
