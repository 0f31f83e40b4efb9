"""Which roles hold a right."""

from verantwoord.toegang.rechten import Recht, Rol, heeft_recht


def rollen_met(recht: Recht) -> list[Rol]:
    """Every role that may do this, in the order of the table of rights."""
    return [rol for rol in Rol if heeft_recht(rol, recht)]
