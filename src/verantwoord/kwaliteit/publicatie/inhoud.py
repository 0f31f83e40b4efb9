"""What goes into a file of told figures: one measure by place and phase, or every measure over all dossiers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.utils.translation import gettext as _

from verantwoord.kern.normen import REGISTER
from verantwoord.kern.statistiek import Verschil, verschil
from verantwoord.kwaliteit.maten import MATEN, Maat
from verantwoord.kwaliteit.meting import RAPPORT_2022
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met
from verantwoord.kwaliteit.publicatie import woorden
from verantwoord.kwaliteit.publicatie.tabel import (
    JAAR,
    MINSTENS,
    MINSTENS_GEVOELIG,
    VERDELINGEN,
    Cijfer,
    Maattabel,
    tijdas,
)
from verantwoord.kwaliteit.publicatie.uitvoer import Kolom, Leesblad, Uitvoertabel, Waarde
from verantwoord.web.datums import dag_maand

_GEEN: Final = "–"


def van_maat(tabel: Maattabel, kwartaal: Kwartaal) -> Uitvoertabel:
    """One measure: all dossiers, and by place and phase, for every time."""
    maat = MATEN[tabel.maat]
    lijnen = list(_lijnen(tabel))
    return Uitvoertabel(
        naam=f"kwaliteit-{tabel.maat}-{kwartaal.code}",
        titel=_("%(wat)s, jaar tot en met %(kwartaal)s") % {"wat": maat.titel, "kwartaal": kwartaal},
        kolommen=_kolommen(),
        rijen=tuple(_rijen(tabel, lijnen)),
        bladen=(
            _blad(
                _("Alle dossiers, naar wanneer ze zijn ontvangen"),
                _("Ontvangen"),
                [(woorden.tijd(t), c) for t, c in tabel.geheel.items()],
                tabel,
            ),
            *(
                _blad(
                    _("Per %(wat)s, dossiers van dit jaar samen")
                    % {"wat": str(woorden.VERDELING[v]).lower()},
                    str(woorden.VERDELING[v]),
                    [(woorden.regel(v, r.naam), r.cijfers[JAAR]) for r in tabel.verdelingen[v]],
                    tabel,
                )
                for v in VERDELINGEN
            ),
        ),
        over=tuple(_toelichting(kwartaal)),
        maten=tuple(_over(maat)),
    )


def van_alle_maten(tabellen: Mapping[str, Maattabel], kwartaal: Kwartaal) -> Uitvoertabel:
    """Every measure over all dossiers, with the share of the report of 2022 where it has one."""
    return Uitvoertabel(
        naam=f"kwaliteitsmeting-{kwartaal.code}",
        titel=_("%(wat)s, jaar tot en met %(kwartaal)s")
        % {"wat": _("Kwaliteitsmeting"), "kwartaal": kwartaal},
        kolommen=_kolommen(),
        rijen=tuple(rij for tabel in tabellen.values() for rij in _rijen(tabel, [("", "", tabel.geheel)])),
        bladen=(_samenvatting(tabellen),),
        over=tuple(_toelichting(kwartaal)),
        maten=tuple(paar for naam in tabellen for paar in _over(MATEN[naam])),
    )


_Lijn = tuple[str, str, Mapping[str, Cijfer]]


def _lijnen(tabel: Maattabel) -> Iterator[_Lijn]:
    yield "", "", tabel.geheel
    for verdeling in VERDELINGEN:
        for regel in tabel.verdelingen[verdeling]:
            yield verdeling, regel.naam, regel.cijfers


def _kolommen() -> tuple[Kolom, ...]:
    return (
        Kolom("maat", _("Maat")),
        Kolom("verdeling", _("Verdeling")),
        Kolom("regel", _("Regel")),
        Kolom("ontvangen", _("Ontvangen")),
        Kolom("dossiers", _("Dossiers, afgerond"), "aantal"),
        Kolom("gevonden", _("Gevonden, afgerond"), "aantal"),
        Kolom("procent", _("Procent"), "deel"),
        Kolom("marge_laag", _("Marge van"), "deel"),
        Kolom("marge_hoog", _("Marge tot"), "deel"),
        Kolom("inspectie_2022", _("Inspectie 2022, procent"), "deel"),
        Kolom("sinds_2022", _("Sinds 2022, procentpunten"), "deel"),
        Kolom("sinds_2022_laag", _("Verschil van"), "deel"),
        Kolom("sinds_2022_hoog", _("Verschil tot"), "deel"),
        Kolom("niet_getoond", _("Waarom niet getoond")),
    )


def _rijen(tabel: Maattabel, lijnen: Iterable[_Lijn]) -> Iterator[tuple[Waarde, ...]]:
    toen = RAPPORT_2022.get(tabel.maat)
    for verdeling, naam, cijfers in lijnen:
        for tijd in tijdas(tabel.tijden).knopen:
            cijfer = cijfers[tijd]
            laag, hoog = cijfer.deel.interval if cijfer.deel and cijfer.deel.interval else (None, None)
            sinds = None if verdeling else _sinds_2022(tabel.maat, cijfer)
            yield (
                str(MATEN[tabel.maat].titel),
                str(woorden.VERDELING[verdeling]) if verdeling else _("geheel"),
                woorden.regel(verdeling, naam),
                woorden.tijd(tijd),
                cijfer.alle,
                cijfer.wel,
                cijfer.deel.percentage if cijfer.deel else None,
                laag,
                hoog,
                toen.percentage if toen and not verdeling else None,
                *((sinds.punten, *sinds.interval) if sinds else (None, None, None)),
                woorden.niet_getoond(cijfer, tabel.minstens),
            )


def _sinds_2022(maat: str, cijfer: Cijfer) -> Verschil | None:
    """How much it is since the report, with the interval of that; of the rounded counts, like every share that is told."""
    if maat not in RAPPORT_2022 or cijfer.deel is None:
        return None
    return verschil(RAPPORT_2022[maat], cijfer.deel)


def _blad(kop: str, eerste: str, lijnen: Iterable[tuple[str, Cijfer]], tabel: Maattabel) -> Leesblad:
    return Leesblad(
        kop=kop,
        kolommen=(eerste, _("Dossiers"), _("Gevonden"), _("Deel en marge")),
        rijen=tuple((naam, *_cellen(cijfer, tabel)) for naam, cijfer in lijnen),
    )


def _samenvatting(tabellen: Mapping[str, Maattabel]) -> Leesblad:
    return Leesblad(
        kop=_("Dossiers van dit jaar"),
        kolommen=(
            _("Maat"),
            _("Dossiers"),
            _("Gevonden"),
            _("Deel en marge"),
            _("Inspectie 2022"),
            _("Sinds 2022"),
        ),
        rijen=tuple(
            (
                str(MATEN[naam].titel),
                *_cellen(tabel.geheel[JAAR], tabel),
                f"{RAPPORT_2022[naam].afgerond}%" if naam in RAPPORT_2022 else _GEEN,
                _in_punten(_sinds_2022(naam, tabel.geheel[JAAR])),
            )
            for naam, tabel in tabellen.items()
        ),
    )


def _in_punten(sinds: Verschil | None) -> str:
    if sinds is None:
        return _GEEN
    laag, hoog = (f"{grens:+.0f}" for grens in sinds.interval)
    return _("%(punten)+d (%(laag)s tot %(hoog)s)") % {"punten": sinds.afgerond, "laag": laag, "hoog": hoog}


def _cellen(cijfer: Cijfer, tabel: Maattabel) -> tuple[str, str, str]:
    return (
        _getal(cijfer.alle),
        _getal(cijfer.wel),
        deel_en_marge(cijfer) or woorden.niet_getoond(cijfer, tabel.minstens),
    )


def _getal(aantal: int | None) -> str:
    return _GEEN if aantal is None else f"{aantal:,}".replace(",", ".")


def deel_en_marge(cijfer: Cijfer) -> str:
    """The share with its interval in words; empty where it is not told."""
    deel = cijfer.deel
    if deel is None or deel.interval is None:
        return ""
    laag, hoog = (int(grens + 0.5) for grens in deel.interval)
    return _("%(deel)d%% (%(laag)d tot %(hoog)d)") % {"deel": deel.afgerond, "laag": laag, "hoog": hoog}


def _over(maat: Maat) -> Iterator[tuple[str, str]]:
    yield (
        str(maat.titel),
        " ".join(
            (
                str(maat.definitie),
                _("Geteld: %(teller)s Van: %(noemer)s") % {"teller": maat.teller, "noemer": maat.noemer},
                _("Dit ziet de maat niet: %(wat)s") % {"wat": maat.ontbreekt},
                _("Norm: %(norm)s.") % {"norm": REGISTER[maat.norm].titel},
            )
        ),
    )


def _toelichting(kwartaal: Kwartaal) -> Iterator[tuple[str, str]]:
    grenzen = {"n": MINSTENS, "gevoelig": MINSTENS_GEVOELIG}
    yield (
        _("Periode"),
        _("Dossiers naar het kwartaal waarin ze zijn ontvangen. Dit jaar: %(van)s tot en met %(tot)s.")
        % {"van": dag_maand(jaar_tot_en_met(kwartaal)[0].van), "tot": dag_maand(kwartaal.tot)},
    )
    yield _("Moment"), _("De feiten zoals ze op %(dag)s waren vastgelegd.") % {"dag": dag_maand(kwartaal.tot)}
    yield (
        _("Afronding"),
        _(
            "Aantallen zijn afgerond op %(n)d, en bij gezondheid op %(gevoelig)d. Het procent en de marge zijn van de"
            " afgeronde aantallen. Een som kan iets afwijken."
        )
        % grenzen,
    )
    yield (
        _("Niet getoond"),
        _(
            "Minder dan %(n)d staat er niet, en bij gezondheid minder dan %(gevoelig)d. Wat u daaruit zou kunnen"
            " terugrekenen, staat er ook niet."
        )
        % grenzen,
    )
    yield _("Marge"), _("95 procent, volgens Wilson; van een verschil volgens Newcombe.")
    yield _("Onbekend"), _("Wat niet is vastgelegd, telt als niet gevonden.")
    yield (
        _("Wat dit niet zegt"),
        _("Gemeten is wat is vastgelegd; niet of het klopt. De Inspectie las in 2022 zelf 200 dossiers."),
    )
