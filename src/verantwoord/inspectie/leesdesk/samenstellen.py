"""What an assessor reads of a dossier: the facts and texts that the criteria are about, as they stood on one day.

Talks, toetsingen, plans, wishes and the course of it. Who somebody is, where they come from and live, what the police or
a doctor know, and who did something stay out altogether: no criterium needs them. Texts go in whole, so that they can be
rid of names together. Dates stay as they are (see ``herkennen``).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Any, Final

import msgspec
from django.utils.functional import Promise

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.kalender import voluit
from verantwoord.kern.woorden import ONDERSTEUNING, ONDERWERP, OVERLEG, PARTNER, opsomming
from verantwoord.kern.zicht import Zicht
from verantwoord.ondersteuning.keuzes import Oordeel, Soort, Vervolg
from verantwoord.toetsing.keuzes import Aanleiding, Conclusie
from verantwoord.toetsing.keuzes import Moment as Toetsingsmoment
from verantwoord.vertrekgesprek.keuzes import Moment, Status, Tolk
from verantwoord.vertrekplan.keuzes import Analysedeel, Haalbaar, Mogelijkheid

# One part of a copy: its kind, heading, facts (name, value) and texts (name, text).
Deel = dict[str, Any]
_SPOOR: Final = {
    "asiel": "na een asielprocedure",
    "dublin": "overdracht aan een ander Europees land",
    "grens": "aan de grens",
    "regulier": "na een reguliere procedure",
}


def delen_van(beeld: d.Dossierbeeld, *, op: date) -> list[Deel]:
    """The parts of a copy, in the order in which one reads: the course, the talks, the toetsingen, the plans, the wishes."""
    zicht = Zicht(beeld, op)
    return [
        _verloop(beeld, zicht),
        *(_gesprek(gesprek) for gesprek in _op_volgorde(zicht.gesprekken, "gevoerd_op", "gepland_op")),
        *(_toetsing(toetsing) for toetsing in _op_volgorde(zicht.toetsingen, "getoetst_op")),
        *(_plan(plan) for plan in sorted(zicht.vertrekplannen, key=lambda plan: plan.versie)),
        *(_wens(wens) for wens in _op_volgorde(zicht.wensen, "geuit_op")),
    ]


def _deel(
    soort: str, kop: str, feiten: Iterable[tuple[str, str]], teksten: Iterable[tuple[str, str]] = ()
) -> Deel:
    return {
        "soort": soort,
        "kop": kop,
        "feiten": [[naam, waarde] for naam, waarde in feiten if waarde],
        "teksten": [[naam, tekst] for naam, tekst in teksten if tekst.strip()],
    }


def _verloop(beeld: d.Dossierbeeld, zicht: Zicht) -> Deel:
    regels = sorted(_gebeurd(zicht), key=lambda regel: regel[0])
    return _deel(
        "verloop",
        "Verloop",
        [("Soort zaak", _SPOOR[beeld.spoor]), *((voluit(dag), wat) for dag, wat in regels)],
    )


def _gebeurd(z: Zicht) -> Iterator[tuple[date, str]]:
    yield from _dag(z.ontvangen_op, "dossier ontvangen")
    yield from _dag(z.intake_afgerond_op, "intake afgerond")
    for besluit in z.besluiten:
        yield from _dag(besluit.genomen_op, f"besluit van de IND: {besluit.soort}")
    for beroep in z.beroepen:
        welk = beroep.soort.replace("_", " ")
        yield from _dag(beroep.ingesteld_op, f"{welk} ingesteld")
        yield from _dag(beroep.zitting_bekend_op, f"dag van de zitting bekend ({welk})")
        yield from _dag(beroep.zitting_op, f"zitting ({welk})")
        yield from _dag(beroep.uitspraak_op, f"uitspraak op het {welk}: {_woord(beroep.uitkomst)}")
    for gesprek in z.gesprekken:
        yield from _dag(gesprek.gevoerd_op, f"vertrekgesprek gevoerd ({_keuze(Moment, gesprek.moment)})")
    for signaal in z.signalen:
        moment = _keuze(Toetsingsmoment, signaal.moment).lower()
        yield from _dag(signaal.ontvangen_op, f"aanwijzing ontvangen ({moment})")
        yield from _dag(signaal.afgehandeld_op, f"aanwijzing beantwoord ({moment})")
    for toetsing in z.toetsingen:
        yield from _dag(toetsing.getoetst_op, f"toetsing: {_keuze(Toetsingsmoment, toetsing.moment).lower()}")
    for plan in z.vertrekplannen:
        yield from _dag(plan.vastgesteld_op, f"vertrekplan vastgesteld, versie {plan.versie}")
    for punt in z.overleg:
        uitkomst = f", besluit: {_woord(punt.besluit)}" if punt.besluit else ""
        yield from _dag(punt.datum, f"besproken in {OVERLEG[punt.soort]}{uitkomst}")
    for lp in z.lp_aanvragen:
        yield from _dag(lp.ingevuld_op, "aanvraag voor een laissez-passer ingevuld")
        yield from _dag(lp.verzonden_op, "aanvraag voor een laissez-passer verzonden")
    for verwijzing in z.verwijzingen:
        yield from _dag(verwijzing.verwezen_op, f"verwezen naar hulp ({_woord(verwijzing.naar)})")
    yield from _dag(z.gesloten_op, "dossier gesloten")


def _gesprek(g: d.Gesprek) -> Deel:
    dag = g.gevoerd_op or g.gepland_op
    kop = _keuze(Moment, g.moment) + (f", {voluit(dag)}" if dag else "")
    return _deel(
        "gesprek",
        kop,
        [
            ("Hoe het staat", _keuze(Status, g.status)),
            ("Uitgenodigd", voluit(g.uitgenodigd_op) if g.uitgenodigd_op else ""),
            ("Verslag afgerond", voluit(g.afgerond_op) if g.afgerond_op else ""),
            ("Tolk", _keuze(Tolk, g.tolk) if g.tolk else ""),
            ("Onderwerpen", opsomming(ONDERWERP[o] for o in g.onderwerpen)),
            ("Mogelijkheden besproken", opsomming(_mogelijkheid(o) for o in g.opties_besproken)),
            ("Wilde niet antwoorden", "ja" if g.wil_niet_antwoorden else ""),
            ("Bewaring genoemd", "ja" if g.bewaring_genoemd else ""),
        ],
        [
            ("Verslag", g.verslag),
            ("In eigen woorden", g.eigen_woorden),
            *(
                (f"Niet aan de orde: {ONDERWERP.get(wat, 'een ander onderwerp')}", waarom)
                for wat, waarom in g.niet_aan_de_orde.items()
            ),
        ],
    )


def _toetsing(t: d.Toetsing) -> Deel:
    return _deel(
        "toetsing",
        f"Toetsing {_keuze(Toetsingsmoment, t.moment).lower()}, {voluit(t.getoetst_op)}",
        [
            ("Aanleiding", _keuze(Aanleiding, t.aanleiding)),
            ("Conclusie", _keuze(Conclusie, t.conclusie)),
        ],
        [("Feiten", t.feiten), ("Bronnen", "\n".join(t.bronnen)), ("Afweging", t.afweging)],
    )


def _plan(p: d.Vertrekplan) -> Deel:
    return _deel(
        "vertrekplan",
        f"Vertrekplan, versie {p.versie}, {voluit(p.vastgesteld_op)}",
        [
            (
                "Gekozen",
                _keuze(Mogelijkheid, p.gekozen)
                if p.gekozen in Mogelijkheid
                else _woord(None if p.gekozen is None else "anders"),
            )
        ],
        [
            ("Strategie", p.strategie),
            *(
                (
                    f"{_keuze(Mogelijkheid, o.optie)} (haalbaar: {_keuze(Haalbaar, o.haalbaar).lower()})",
                    o.analyse,
                )
                for o in p.opties
            ),
            *((_analysedeel(wat), tekst) for wat, tekst in p.analyse.items()),
            ("Acties", "\n".join(_actie(actie) for actie in p.acties)),
        ],
    )


def _actie(a: d.Actie) -> str:
    wanneer = f", uiterlijk {voluit(a.uiterlijk)}" if a.uiterlijk else ""
    klaar = f", gereed op {voluit(a.gereed_op)}" if a.gereed_op else ""
    return f"{a.omschrijving} ({PARTNER[a.eigenaar]}{wanneer}{klaar})"


def _wens(w: d.Wens) -> Deel:
    return _deel(
        "wens",
        f"Wens, {voluit(w.geuit_op)}",
        [
            ("Soort", _keuze(Soort, w.soort)),
            ("Beoordeling", _keuze(Oordeel, w.beoordeling) if w.beoordeling else ""),
            ("Vervolg", _keuze(Vervolg, w.vervolg) if w.vervolg else ""),
            ("Vervolg op", voluit(w.vervolg_op) if w.vervolg_op else ""),
        ],
        [("Omschrijving", w.omschrijving)],
    )


def _mogelijkheid(optie: str) -> str:
    return ONDERSTEUNING.get(optie, _woord(optie))


def _analysedeel(wat: str) -> str:
    return _keuze(Analysedeel, wat) if wat in Analysedeel else "Een ander onderdeel"


def _dag(dag: date | None, wat: str) -> Iterator[tuple[date, str]]:
    if dag is not None:
        yield dag, wat


def _keuze(keuzes: Any, waarde: str | None) -> str:
    tekst: str | Promise = keuzes(waarde).label
    return str(tekst)


def _woord(waarde: str | None) -> str:
    return (waarde or "onbekend").replace("_", " ")


def _op_volgorde(delen: Iterable[Any], *velden: str) -> list[Any]:
    """In the order of the first of these dates that each has; those without any last, as they stood."""

    def sleutel(deel: Any) -> date:
        return next((dag for veld in velden if (dag := getattr(deel, veld)) is not None), date.max)

    return sorted(delen, key=sleutel)


def ontdaan(delen: Iterable[Deel], ontdoe: Callable[[str], str]) -> list[Deel]:
    """The parts with every text that somebody wrote passed through ``ontdoe``; all else is of closed lists and dates."""
    return [{**deel, "teksten": [[naam, ontdoe(tekst)] for naam, tekst in deel["teksten"]]} for deel in delen]


def digest_van(delen: Iterable[Deel]) -> str:
    """The SHA-256 of a copy, by which a report says which text was read."""
    return sha256(msgspec.json.encode(list(delen), order="deterministic")).hexdigest()
