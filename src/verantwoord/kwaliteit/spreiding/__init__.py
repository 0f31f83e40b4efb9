"""Uniform without ranking: how far apart the work is, over regievoerders, teams and places without a name.

A distribution asks a question of a team and judges nobody. Nothing here can be led back to one person: no key of a
colleague leaves the database, and where fewer than five work no figure is shown. Report §3.1, recommendation DT&V-3.
"""

from verantwoord.kwaliteit.spreiding.maten import SPREIDINGEN, Spreiding

__all__ = ["SPREIDINGEN", "Spreiding"]
