"""The register of processing activities, from the same table that the processing log refers to."""

from collections.abc import Iterator

from verantwoord.kern.verwerkingen import VERWERKINGEN, Verwerking

INLEIDING = """\
# Register van verwerkingen

Gemaakt uit het programma (`verantwoord make-docs`): waarvoor het programma persoonsgegevens gebruikt, op welke grond, en \
van wie. Elke regel in het logboek van verwerkingen noemt een van deze activiteiten met haar versie. Verandert een \
activiteit, dan krijgt zij een nieuwe versie, zodat een oude regel blijft zeggen wat toen gold. Gronden en termijnen zijn \
een voorstel: wie het programma gebruikt, bevestigt ze in zijn eigen DPIA.
"""


def verwerkingen() -> str:
    """Every activity with what article 30 AVG asks for."""
    return INLEIDING + "\n" + "\n".join(regel for v in VERWERKINGEN.values() for regel in _blad(v))


def _blad(v: Verwerking) -> Iterator[str]:
    yield f"## {v.naam}\n"
    yield f"- Code: `{v.code}`"
    yield f"- Doel: {v.doel}"
    yield f"- Grond: {v.grondslag}"
    yield f"- Betrokkenen: {v.betrokkenen}"
    yield f"- Gegevens: {', '.join(f'`{g}`' for g in v.gegevens)}; wie ze ziet, staat in de tabel van toegang"
    yield f"- Bewaard: {v.bewaartermijn}\n"
