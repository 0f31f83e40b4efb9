"""How often the rules find what a reader pointed at, for who writes the rules. About texts, never about a person."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Final

import msgspec

from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.regels import TERREINEN
from verantwoord.kern.signalen.zoeken import Signaal, zoek_signalen
from verantwoord.kern.statistiek.aandeel import aandeel

_APART: Final = 0.35


class Aangewezen(msgspec.Struct, frozen=True, kw_only=True):
    """A passage a reader pointed at; ``citaat`` stands once in the text, and nothing means the whole text."""

    soort: Terrein
    citaat: str = ""


class Proeftekst(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what a reader found in it, and what kind of text it is; the kind is for the figures alone."""

    id: str
    tekst: str
    signalen: list[Aangewezen]
    categorie: str = "overig"
    negatie_type: str | None = None


def verdeel(teksten: Sequence[Proeftekst], *, zaad: int) -> tuple[list[Proeftekst], list[Proeftekst]]:
    """Give the part to work on and the part kept aside, the same for the same number, as much of every kind."""
    per_soort: dict[str, list[str]] = {}
    for tekst in teksten:
        per_soort.setdefault(tekst.categorie, []).append(tekst.id)
    trekking = Random(zaad)  # noqa: S311 - a draw that must be the same tomorrow, not one that nobody may guess
    apart: set[str] = set()
    for _categorie, ids in sorted(per_soort.items()):
        apart.update(trekking.sample(sorted(ids), round(len(ids) * _APART)))
    return [t for t in teksten if t.id not in apart], [t for t in teksten if t.id in apart]


def meet(teksten: Sequence[Proeftekst], *, zaad: int | None, alle_missers: bool = False) -> str:
    """Report in Dutch; of the part kept aside the figures only, unless asked, so that nobody writes rules for it."""
    if zaad is None:
        return _verslag("Alle teksten", teksten, met_missers=True)
    open_deel, apart = verdeel(teksten, zaad=zaad)
    return "\n".join(
        (
            _verslag("Werkdeel", open_deel, met_missers=True),
            _verslag("Apart gehouden", apart, met_missers=alle_missers),
        )
    )


def _verslag(kop: str, teksten: Sequence[Proeftekst], *, met_missers: bool) -> str:
    gevonden = [(tekst, zoek_signalen(tekst.tekst)) for tekst in teksten]
    regels = [f"{kop}: {len(teksten)} teksten", "", "Gevonden, per tekst en soort"]
    regels += _vangst(gevonden)
    regels += ["", "Aangewezen citaten die geraakt zijn", *_citaten(gevonden)]
    regels += ["", "Onterecht gewezen, op teksten zonder signaal", *_onterecht(gevonden)]
    lengte = sum(len(tekst.tekst) for tekst, _ in gevonden)
    gemarkeerd = sum(s.eind - s.begin for _, signalen in gevonden for s in signalen)
    regels += ["", _regel("deel van de tekst dat gemarkeerd is (tekens)", gemarkeerd, lengte)]
    if met_missers:
        regels += ["", "Gemist", *_missers(gevonden)]
    return "\n".join(regels) + "\n"


def _vangst(gevonden: Iterable[tuple[Proeftekst, list[Signaal]]]) -> list[str]:
    van: Counter[tuple[str, str]] = Counter()
    raak: Counter[tuple[str, str]] = Counter()
    gewezen: Counter[str] = Counter()
    terecht: Counter[str] = Counter()
    for tekst, signalen in gevonden:
        hier, daar = {s.soort for s in tekst.signalen}, {s.soort for s in signalen}
        gewezen.update(daar)
        terecht.update(hier & daar)
        for soort in hier:
            for sleutel in ((soort, ""), (soort, tekst.categorie), ("alle", tekst.categorie)):
                van[sleutel] += 1
                raak[sleutel] += soort in daar
    return [
        *(_regel(" ".join(sleutel).strip(), raak[sleutel], van[sleutel]) for sleutel in sorted(van)),
        *_gemiddeld(raak, van),
        "",
        "Terecht, van de teksten waarin de soort is gewezen",
        *(_regel(soort, terecht[soort], gewezen[soort]) for soort in TERREINEN),
    ]


def _gemiddeld(raak: Counter[tuple[str, str]], van: Counter[tuple[str, str]]) -> Iterator[str]:
    """The mean over the matters, each counting as much as another, for every kind of text."""
    for categorie in sorted({categorie for soort, categorie in van if soort == "alle"}):
        delen = [
            raak[soort, categorie] / van[soort, categorie] for soort in TERREINEN if van[soort, categorie]
        ]
        yield f"  {'gemiddelde van de soorten, ' + categorie:<44} {100 * sum(delen) / len(delen):.1f} %"


def _citaten(gevonden: Iterable[tuple[Proeftekst, list[Signaal]]]) -> list[str]:
    van: Counter[str] = Counter()
    raak: Counter[str] = Counter()
    for tekst, signalen in gevonden:
        for aangewezen in tekst.signalen:
            begin = tekst.tekst.find(aangewezen.citaat)
            eind = begin + len(aangewezen.citaat or tekst.tekst)
            van[aangewezen.soort] += 1
            raak[aangewezen.soort] += any(
                s.soort == aangewezen.soort and s.begin < eind and begin < s.eind for s in signalen
            )
    return [_regel(soort, raak[soort], van[soort]) for soort in TERREINEN]


def _onterecht(gevonden: Iterable[tuple[Proeftekst, list[Signaal]]]) -> list[str]:
    van: Counter[str] = Counter()
    raak: Counter[str] = Counter()
    for tekst, signalen in gevonden:
        if not tekst.signalen:
            for sleutel in ("alle", tekst.negatie_type or "overig"):
                van[sleutel] += 1
                raak[sleutel] += bool(signalen)
    return [_regel(sleutel, raak[sleutel], van[sleutel]) for sleutel in sorted(van)]


def _missers(gevonden: Iterable[tuple[Proeftekst, list[Signaal]]]) -> list[str]:
    return [
        f"  {tekst.id} {tekst.categorie} {aangewezen.soort}: {aangewezen.citaat or tekst.tekst}"
        for tekst, signalen in gevonden
        for aangewezen in tekst.signalen
        if aangewezen.soort not in {s.soort for s in signalen}
    ]


def _regel(naam: str, aantal: int, van: int) -> str:
    deel = aandeel(aantal, van)
    if deel.interval is None:
        return f"  {naam:<44} geen"
    laag, hoog = deel.interval
    return f"  {naam:<44} {aantal} van {van} = {deel.percentage} % ({laag} tot {hoog})"
