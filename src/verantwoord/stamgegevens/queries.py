"""Questions about reference data; everyone may ask them."""

from verantwoord.stamgegevens.models import Parameterwaarde


def parameterwaarden() -> list[Parameterwaarde]:
    """Every project choice that differs from the rule set's own value, oldest first."""
    return list(Parameterwaarde.objects.order_by("geldig_van", "norm", "naam"))
