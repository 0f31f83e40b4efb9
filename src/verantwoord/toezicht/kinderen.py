"""Whether children are in a family, for what must be weighed about them. Pure."""

from verantwoord.kern.termijnen import Stand


def heeft_kinderen(s: Stand) -> bool:
    """Whether somebody of the family is under age, or may be: who is not known to be grown up counts as a child."""
    return s.iemand_minderjarig or bool(s.onbekende_leeftijden)
