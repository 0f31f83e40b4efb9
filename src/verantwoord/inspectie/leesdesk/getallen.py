"""Shares and margins as people read them, on the page and in the report."""

from django.utils.translation import gettext as _

from verantwoord.kern.beoordelaars import Vergelijking
from verantwoord.kern.statistiek import Aandeel
from verantwoord.kern.statistiek.aandeel import half_op
from verantwoord.kern.statistiek.schatting import Deelgroep


def van_deelgroep(deel: Deelgroep | None) -> str:
    """How many of how many, and the weighed share with its margin."""
    if deel is None:
        return "–"
    return _("%(aantal)d van %(van)d, gewogen %(deel)s (%(marge)s)") % {
        "aantal": deel.aantal,
        "van": deel.van,
        "deel": procent(deel.deel),
        "marge": marge(deel.interval),
    }


def van_aandeel(deel: Aandeel) -> str:
    """How many of how many, and the share with its margin."""
    if deel.interval is None:
        return "–"
    laag, hoog = deel.interval
    return _("%(aantal)d van %(van)d, %(deel)d%% (%(laag)d tot %(hoog)d%%)") % {
        "aantal": deel.aantal,
        "van": deel.van,
        "deel": deel.afgerond,
        "laag": heel(laag),
        "hoog": heel(hoog),
    }


def marge(interval: tuple[float, float]) -> str:
    """A margin of fractions as whole percentages."""
    return _("%(laag)s tot %(hoog)s%%") % {"laag": heel(interval[0] * 100), "hoog": heel(interval[1] * 100)}


def heel(procenten: float) -> int:
    """Percentages rounded half up."""
    return half_op(round(procenten * 1000), 1000)


def procent(deel: float) -> str:
    """A fraction as a whole percentage, rounded half up."""
    return f"{heel(deel * 100)}%"


def komma(waarde: float | None) -> str:
    """A figure between nought and one as people write it."""
    return "–" if waarde is None else f"{waarde:.2f}".replace(".", ",").replace("-", "−")


def marge_van_kappa(v: Vergelijking) -> str:
    """The margin of kappa; none where one of the two gave one judgment everywhere.

    The formula then sees no spread and gives a margin of nothing, which would read as certainty.
    """
    if v.kappa_interval is None or v.kappa_interval[0] == v.kappa_interval[1]:
        return ""
    return _("%(laag)s tot %(hoog)s") % {
        "laag": komma(v.kappa_interval[0]),
        "hoog": komma(v.kappa_interval[1]),
    }
