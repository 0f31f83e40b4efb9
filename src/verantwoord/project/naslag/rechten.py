"""The page of roles and rights, from the table that the checks use."""

from django.utils.translation import override

from verantwoord.toegang.rechten import RECHTEN, Portaalrol, Recht, Rol

INLEIDING = """\
# Rollen en rechten

Gemaakt uit het programma (`verantwoord make-docs`). Een recht zegt wat iemand mag doen. Of een dossier voor iemand \
zichtbaar is, is een andere vraag: geen enkele rol ziet alles, en een dossier dat u niet mag zien, lijkt op een dossier \
dat er niet is.
"""


def rechten() -> str:
    """One row a right, one column a role."""
    with override("nl"):
        rollen = [(rol, str(rol.label)) for rol in (*Rol, *Portaalrol)]
    regels = [
        f"| recht | {' | '.join(label for _, label in rollen)} |",
        f"|---|{'---|' * len(rollen)}",
        *(
            f"| `{recht}` | {' | '.join('ja' if recht in RECHTEN[rol] else '–' for rol, _ in rollen)} |"
            for recht in Recht
        ),
    ]
    return INLEIDING + "\n" + "\n".join(regels) + "\n"
