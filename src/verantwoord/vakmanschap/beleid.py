"""Who may see a row of this room, in the words of the database. ADR 19; AVG art. 5(1)(c) and 25."""

from typing import Final

# A table of designations that hold no secret; its rows are there for everybody.
IS_TRAINER: Final = (
    "(select exists (select 1 from vakmanschap_trainer x where x.medewerker_id = zelf() and x.tot is null))"
)

_EIGEN_TEAM: Final = "(select m.id from toegang_medewerker m where m.team_id = (select eigen_team()))"
# What is mandatory: only of this a manager sees who took it.
VERPLICHT: Final = "{t}.cursus_id in (select c.id from vakmanschap_cursus c where c.voor <> 'vrij')"


def zelf(kolom: str = "medewerker_id") -> str:
    """One's own row."""
    return f"{{t}}.{kolom} = (select zelf())"


def van_manager(kolom: str = "medewerker_id") -> str:
    """A row about somebody of the team that one manages."""
    return f"((select eigen_rol()) = 'manager' and {{t}}.{kolom} in {_EIGEN_TEAM})"
