"""How many transfer messages a second become dossiers, with every norm asked again, and in how much memory.

Budget: 200 a second in constant memory. Takes the published messages and makes as many as asked of them, each about
somebody else. Prints JSON; each repeat begins with a database without these messages.
"""

import argparse
import json
import tempfile
import uuid
from pathlib import Path

from proefmachine import WORTEL, eigen_databank, meld, opdracht, piekgeheugen_mb, spreiding

BRON = WORTEL / "tests/data/overdrachten/overdrachten-2022.jsonl"


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--berichten", type=int, default=2000, help="how many messages a repeat takes in")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    duren, opgenomen = [], set()
    with eigen_databank(), tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_, "berichten.jsonl")
        bestand.write_text("\n".join(_berichten(keuze.berichten)) + "\n", encoding="utf-8")
        opdracht("demo", "--no-serve", "--dossiers", "1")
        kaal = [opdracht("measure-kwaliteit", "--json")[0] for _ in range(herhalingen)]
        for _ in range(herhalingen):
            opdracht("demo", "--no-serve", "--reset", "--dossiers", "1")
            duur, uit = opdracht("import-overdrachten", str(bestand), "--json")
            duren.append(duur)
            opgenomen.add(sum('"status": "opgenomen"' in regel for regel in uit.splitlines()))
        grootte = bestand.stat().st_size
    meld(
        "import_overdrachten",
        data={"berichten": keuze.berichten, "bytes": grootte, "opgenomen": sorted(opgenomen)},
        herhalingen=herhalingen,
        seconden=spreiding(duren, 2),
        seconden_van_een_lege_opdracht=spreiding(kaal, 2),
        berichten_per_seconde=spreiding([keuze.berichten / duur for duur in duren], 0),
        piekgeheugen_mb=piekgeheugen_mb(),
    )


def _berichten(aantal: int) -> list[str]:
    """The published messages, again and again, each time about other people: new v-numbers and message ids."""
    bron = [json.loads(regel) for regel in BRON.read_text(encoding="utf-8").splitlines()]
    uit = []
    for i in range(aantal):
        ronde, plaats = divmod(i, len(bron))
        bericht = json.loads(json.dumps(bron[plaats]))
        if ronde:
            bericht["bericht_id"] = str(uuid.uuid5(uuid.UUID(bericht["bericht_id"]), str(ronde)))
            bericht["volgnummer"] += ronde * 1000
            for mens in (bericht["persoon"], *bericht["persoon"].get("gezin", ())):
                if mens.get("v_nummer"):
                    mens["v_nummer"] = f"{(int(mens['v_nummer']) + ronde * 10_007) % 10**10:010}"
        uit.append(json.dumps(bericht, ensure_ascii=False))
    return uit


if __name__ == "__main__":
    main()
