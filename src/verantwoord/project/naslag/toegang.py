"""The need-to-know matrix as a page, with the tables that each category guards."""

from collections import defaultdict

from django.apps import apps

from verantwoord.kern.toegang import CATEGORIEEN, MATRIX, ROLLEN
from verantwoord.project.toegangsmatrix import LETTERS
from verantwoord.toegang.beleid import CONFIGURATIE, DOSSIER


def toegang() -> str:
    """Who may see what, and which tables of the database hold it."""
    regels = [
        "# Who may see what",
        "",
        "Made from `kern/toegang.py` and the models. A role alone opens nothing: it holds in dossiers in which somebody has",
        "a task. `verantwoord show-toegang` prints the same.",
        "",
        f"| | {' | '.join(ROLLEN)} |",
        "|---" * (len(ROLLEN) + 1) + "|",
        *(
            f"| {categorie} | {' | '.join(MATRIX[categorie][rol].value for rol in ROLLEN)} |"
            for categorie in CATEGORIEEN
        ),
        "",
        *(f"- `{letter.value}`: {uitleg}" for letter, uitleg in LETTERS.items()),
        "",
        "## Which tables it guards",
        "",
    ]
    for wat, tabellen in sorted(_per_soort().items()):
        regels += [f"- **{wat}**: {', '.join(sorted(tabellen))}"]
    return "\n".join([*regels, ""])


def _per_soort() -> dict[str, set[str]]:
    per_soort: dict[str, set[str]] = defaultdict(set)
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("verantwoord."):
            for wat in _wat(model):
                per_soort[wat].add(f"`{model._meta.db_table}`")
    return per_soort


def _wat(model: object) -> list[str]:
    if per := getattr(model, "categorie_per", None):
        veld, van, anders = per
        return [f"{categorie} (by `{veld}`)" for categorie in {*van.values(), anders}]
    if veld := getattr(model, "antwoord_over", None):
        return [f"the answer, by `{veld}`"]
    if getattr(model, "eigen_van", None):
        return ["only one's own"]
    if getattr(model, "beschermd_door", None):
        return ["as the row it belongs to"]
    if getattr(model, "beleid", None):
        return ["a condition of its own"]
    categorie = getattr(model, "categorie", "")
    return [
        {DOSSIER: "who directs the dossier", CONFIGURATIE: "about nobody: not guarded"}.get(
            categorie, categorie
        )
    ]
