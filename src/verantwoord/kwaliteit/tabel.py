"""The figures of the measurement as the page shows them: a chart and a table of the same, then beside now."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from verantwoord.kern.statistiek import Aandeel, Verschil, verschil
from verantwoord.kwaliteit.adressen import lijst
from verantwoord.kwaliteit.meting import MINSTENS, ONDERDELEN, RAPPORT_2022, Kwaliteitsmeting
from verantwoord.web.grafiek.interval import Meetregel, Meting

# The report gives 64 percent for the strategy and no count (§3.1).
ZONDER_AANTAL_TOEN = frozenset({"vertrekstrategie"})


@dataclass(frozen=True)
class Tabelrij:
    """One part: the texts of its cells. An empty ``nu`` is not shown, see the page for why."""

    titel: str
    toen_aantal: str
    toen: str
    toen_marge: str
    nu_aantal: str
    nu: str
    nu_marge: str
    verschil: str
    verschil_marge: str
    url: str
    url_niet: str


def grafiek(meting: Kwaliteitsmeting) -> tuple[Meetregel, ...]:
    reden = _("niet getoond: minder dan %(n)d dossiers") % {"n": MINSTENS} if meting.te_klein else ""
    return tuple(
        Meetregel(
            str(titel),
            _meting(RAPPORT_2022.get(naam)),
            None if meting.te_klein else _meting(meting.delen[naam]),
            niet_getoond=reden,
        )
        for naam, titel in ONDERDELEN.items()
    )


def rijen(meting: Kwaliteitsmeting, filter_: dict[str, str]) -> list[Tabelrij]:
    return [_rij(naam, str(titel), meting, filter_) for naam, titel in ONDERDELEN.items()]


def _rij(naam: str, titel: str, meting: Kwaliteitsmeting, filter_: dict[str, str]) -> Tabelrij:
    toen, nu = RAPPORT_2022.get(naam), meting.delen[naam]
    anders = verschil(toen, nu) if toen and not meting.te_klein else None
    getoond = not meting.te_klein
    return Tabelrij(
        titel=titel,
        toen_aantal="–" if toen is None or naam in ZONDER_AANTAL_TOEN else str(toen.aantal),
        toen=f"{toen.afgerond}%" if toen else _("niet geteld"),
        toen_marge=als_marge(toen) if toen else "",
        nu_aantal=getal(nu.aantal) if getoond else "",
        nu=f"{nu.afgerond}%" if getoond else "",
        nu_marge=als_marge(nu) if getoond else "",
        verschil=_("%(n)s punten") % {"n": _met_teken(anders.afgerond)} if anders else "–",
        verschil_marge=_punten_marge(anders) if anders else "",
        url=lijst(naam, "ja", filter_),
        url_niet=lijst(naam, "nee", filter_),
    )


def _meting(deel: Aandeel | None) -> Meting | None:
    if deel is None or deel.percentage is None or deel.interval is None:
        return None
    return Meting(deel.percentage, *deel.interval)


def als_marge(deel: Aandeel) -> str:
    """The margin of a share in whole percents: 4 tot 62."""
    if deel.interval is None:
        return ""
    laag, hoog = deel.interval
    return _("%(laag)s tot %(hoog)s") % {"laag": _heel(laag), "hoog": _heel(hoog)}


def _punten_marge(anders: Verschil) -> str:
    """The 95 % interval of a difference in whole points; one that holds nought says nothing for certain."""
    laag, hoog = (_met_teken(_heel(abs(grens)) * (1 if grens > 0 else -1)) for grens in anders.interval)
    return _("%(laag)s tot %(hoog)s") % {"laag": laag, "hoog": hoog}


def _met_teken(punten: int) -> str:
    return f"{punten:+d}".replace("-", "−") if punten else "0"


def _heel(grens: float) -> int:
    return int(grens + 0.5)


def getal(aantal: int) -> str:
    """A count as Dutch readers write it: 1.102."""
    return f"{aantal:,}".replace(",", ".")
