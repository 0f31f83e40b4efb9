"""Every measure as the page shows it: its figures as text, its lists, and what may not be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.bewaking.woorden import FASE
from verantwoord.kern.statistiek import Aandeel
from verantwoord.kwaliteit.adressen import lijst, met_filter
from verantwoord.kwaliteit.maten import GROEPEN, MATEN, Duur, Gemeten, Maat
from verantwoord.kwaliteit.meting import MINSTENS
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.tabel import als_marge, getal
from verantwoord.web.grafiek.interval import Meetregel, Meting
from verantwoord.web.grafiek.reeks import Reekspunt

# Health: a small group is suppressed sooner (security, threat 34).
MINSTENS_GEVOELIG: Final = 10
# So many quarters in one chart; older ones stand in the years before.
KWARTALEN: Final = 16


@dataclass(frozen=True)
class Maatrij:
    """One measure as the texts of its cells. Without ``deel`` nothing is shown, see ``reden``."""

    maat: Maat
    url: str
    reden: str = ""
    gevonden: str = ""
    noemer: str = ""
    onbekend: str = ""
    deel: str = ""
    marge: str = ""
    url_ja: str = ""
    url_alle: str = ""
    url_nee: str = ""
    url_onbekend: str = ""


@dataclass(frozen=True)
class Groep:
    """The measures of one subject, drawn and written."""

    sleutel: str
    titel: Promise
    rijen: tuple[Maatrij, ...]
    regels: tuple[Meetregel, ...]


@dataclass(frozen=True)
class Duurrij:
    """How long one thing took, as the texts of its cells."""

    titel: str
    klaar: str
    loopt: str
    mediaan: str
    midden: str
    reden: str = ""
    url_voorbij: str = ""
    url_loopt: str = ""


def groepen(gemeten: Mapping[str, Gemeten], filter_: Mapping[str, str]) -> list[Groep]:
    """Every measure under its subject, in the order of the register."""
    return [
        Groep(
            sleutel=sleutel,
            titel=titel,
            rijen=tuple(rij(maat, gemeten[maat.naam], filter_) for maat in maten),
            regels=tuple(_regel(maat, gemeten[maat.naam]) for maat in maten),
        )
        for sleutel, titel in GROEPEN.items()
        if (maten := [maat for maat in MATEN.values() if maat.groep == sleutel])
    ]


def rij(maat: Maat, gemeten: Gemeten, filter_: Mapping[str, str]) -> Maatrij:
    """One measure; a group that is too small has no figures and no lists."""
    url = met_filter(reverse("kwaliteit:maat", args=[maat.naam]), filter_)
    if reden := te_klein(maat, gemeten):
        return Maatrij(maat=maat, url=url, reden=reden)
    deel = gemeten.aandeel
    return Maatrij(
        maat=maat,
        url=url,
        gevonden=getal(gemeten.teller),
        noemer=getal(gemeten.noemer),
        onbekend=getal(gemeten.onbekend),
        deel=f"{deel.afgerond}%",
        marge=als_marge(deel),
        url_ja=lijst(maat.naam, "ja", filter_),
        url_alle=lijst(maat.naam, "alle", filter_),
        url_nee=lijst(maat.naam, "nee", filter_),
        url_onbekend=lijst(maat.naam, "onbekend", filter_) if gemeten.onbekend else "",
    )


def te_klein(maat: Maat, gemeten: Gemeten) -> str:
    """Why a figure is not shown, or nothing."""
    minstens = MINSTENS_GEVOELIG if maat.gevoelig else MINSTENS
    if gemeten.noemer == 0:
        return _("geen dossiers")
    return _("minder dan %(n)d dossiers") % {"n": minstens} if gemeten.noemer < minstens else ""


def duurtitels() -> dict[str, Promise]:
    """What is timed, by its name: each fase in their order, and last how long a wish waited."""
    return {code: naam for code, naam in FASE.items() if code != "gesloten"} | {
        "wens": lui("Antwoord op een wens")
    }


def duren(gemeten: Mapping[str, Duur], filter_: Mapping[str, str]) -> list[Duurrij]:
    """How long each of them took; what never happened has no row."""
    return [
        _duur(code, str(titel), gemeten[code], filter_)
        for code, titel in duurtitels().items()
        if code in gemeten
    ]


def _duur(code: str, titel: str, duur: Duur, filter_: Mapping[str, str]) -> Duurrij:
    if duur.klaar < MINSTENS or duur.mediaan is None or duur.kwart is None or duur.driekwart is None:
        return Duurrij(titel, "", "", "", "", reden=_("minder dan %(n)d keer") % {"n": MINSTENS})
    voorbij, loopt = (
        met_filter(reverse("kwaliteit:duur", args=[code, telt]), filter_) for telt in ("voorbij", "loopt")
    )
    return Duurrij(
        titel=titel,
        klaar=getal(duur.klaar),
        loopt=getal(duur.loopt),
        mediaan=_dagen(duur.mediaan),
        midden=_("%(kwart)s tot %(driekwart)s")
        % {"kwart": _dagen(duur.kwart), "driekwart": _dagen(duur.driekwart)},
        url_voorbij=voorbij,
        url_loopt=loopt if duur.loopt else "",
    )


def _dagen(dagen: float) -> str:
    """A number of days, rounded half up to whole ones."""
    return str(int(dagen + 0.5))


@dataclass(frozen=True)
class Kwartaalrij:
    """One quarter of one measure as the texts of its cells."""

    kwartaal: str
    gevonden: str = ""
    noemer: str = ""
    deel: str = ""
    marge: str = ""
    reden: str = ""
    url_ja: str = ""
    url_alle: str = ""


def kwartaalreeks(
    maat: Maat, per_kwartaal: Mapping[str, Mapping[str, Gemeten]], filter_: Mapping[str, str]
) -> tuple[list[Reekspunt], list[Kwartaalrij]]:
    """The last quarters of one measure, drawn and written; a quarter without dossiers stays a gap."""
    namen = _alle_kwartalen(list(per_kwartaal))[-KWARTALEN:]
    geen = Gemeten(teller=0, noemer=0, onbekend=0)
    per = {naam: per_kwartaal[naam][maat.naam] if naam in per_kwartaal else geen for naam in namen}
    rijen = [_kwartaal(maat, naam, gemeten, filter_) for naam, gemeten in per.items()]
    punten = [
        Reekspunt(_kort(naam), None if rij.reden else _meting(per[naam].aandeel))
        for naam, rij in zip(per, rijen, strict=True)
    ]
    return punten, rijen


def _alle_kwartalen(namen: Sequence[str]) -> list[str]:
    """Every quarter from the first to the last, also those in which nothing came in."""
    if not namen:
        return []
    van, tot = (int(naam[:4]) * 4 + int(naam[-1]) - 1 for naam in (namen[0], namen[-1]))
    return [f"{n // 4}-K{n % 4 + 1}" for n in range(van, tot + 1)]


def _kwartaal(maat: Maat, naam: str, gemeten: Gemeten, filter_: Mapping[str, str]) -> Kwartaalrij:
    titel = str(Kwartaal.van_code(naam))
    if reden := te_klein(maat, gemeten):
        return Kwartaalrij(titel, reden=reden)
    deel = gemeten.aandeel
    van_toen = {**filter_, "kwartaal": naam}
    return Kwartaalrij(
        titel,
        getal(gemeten.teller),
        getal(gemeten.noemer),
        f"{deel.afgerond}%",
        als_marge(deel),
        url_ja=lijst(maat.naam, "ja", van_toen),
        url_alle=lijst(maat.naam, "alle", van_toen),
    )


def _kort(naam: str) -> str:
    return f"K{naam[-1]} {naam[:4]}"


def _regel(maat: Maat, gemeten: Gemeten) -> Meetregel:
    reden = te_klein(maat, gemeten)
    return Meetregel(
        str(maat.titel),
        None,
        None if reden else _meting(gemeten.aandeel),
        niet_getoond=_("niet getoond: %(reden)s") % {"reden": reden} if reden else "",
    )


def _meting(deel: Aandeel) -> Meting | None:
    if deel.percentage is None or deel.interval is None:
        return None
    return Meting(deel.percentage, *deel.interval)
