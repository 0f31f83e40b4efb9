"""The minutes of an item in words, from what was frozen or from what stands there now; for pages and for paper."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from verantwoord.kern.woorden import opsomming
from verantwoord.overleg.blad import partner_naam
from verantwoord.overleg.keuzes import Besluit, Onderwerp, Oordeel, Opschaling, Reden, SoortTegenspraak, Vorm
from verantwoord.web.datums import dag_maand

Inhoud = Mapping[str, Any]


def kop_in_woorden(inhoud: Inhoud) -> str:
    """Whom the item is about, with the numbers of their files."""
    return "; ".join(
        _("%(naam)s, dossier %(nummer)s") % {"naam": d["naam"], "nummer": d["nummer"]}
        for d in inhoud["dossiers"]
    )


def in_woorden(inhoud: Inhoud) -> tuple[tuple[str, str], ...]:
    """Title and text of each part, in the order in which it went. What did not happen is left out or said."""
    return tuple((titel, tekst) for titel, tekst in _delen(inhoud) if tekst)


def _dag(tekst: str | None) -> str:
    return dag_maand(date.fromisoformat(tekst)) if tekst else ""


def _delen(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    yield _("Waarover"), str(Onderwerp(inhoud["onderwerp"]).label)
    yield (
        _("Op de agenda omdat"),
        "; ".join(str(Reden(code).label) for code in inhoud["redenen"] if code in Reden.values),
    )
    yield _("Vraag"), inhoud["vraag"]
    if inhoud["vorm"] == Vorm.MEDEDELING:
        yield _("Om van te weten"), inhoud["voorstel"]
        return
    if inhoud["voorstel"]:
        yield (
            _("Voorstel van %(partner)s") % {"partner": partner_naam(inhoud["voorstel_door"])},
            inhoud["voorstel"],
        )
    yield (
        _("Gasten"),
        opsomming([gast["naam"] for gast in inhoud["gasten"]]) if inhoud["gasten"] else "",
    )
    yield _("Besproken"), inhoud["besproken"]
    yield _("Eerste standpunten"), _standpunten(inhoud)
    yield _("Tegenspraak"), _tegenspraak(inhoud)
    yield _("Stemmen"), _stemmen(inhoud)
    yield _("Besluit"), _besluit(inhoud)
    yield _("Acties"), _acties(inhoud)


def _standpunten(inhoud: Inhoud) -> str:
    regels = [
        f"{partner_naam(s['partner'])}, {str(Oordeel(s['oordeel']).label).lower()}: {s['motivering']}"
        for s in inhoud["standpunten"]
    ]
    if inhoud["zonder_standpunt"]:
        zonder = opsomming([partner_naam(p) for p in inhoud["zonder_standpunt"]])
        regels.append(_("Geen standpunt van %(partners)s.") % {"partners": zonder})
    return "\n".join(regels)


def _tegenspraak(inhoud: Inhoud) -> str:
    regels = []
    for t in inhoud["tegenspraak"]:
        soort = str(SoortTegenspraak(t["soort"]).label).lower()
        regels.append(f"{partner_naam(t['partner'])}, {soort}: {t['tekst']}")
        if t["antwoord"]:
            regels.append(
                _("Antwoord van %(partner)s: %(tekst)s")
                % {"partner": partner_naam(t["antwoord_partner"]), "tekst": t["antwoord"]}
            )
    return "\n".join(regels)


def _stemmen(inhoud: Inhoud) -> str:
    regels = []
    for s in inhoud["stemmen"]:
        hoe = _("schriftelijk op %(dag)s") if s["schriftelijk"] else _("op %(dag)s")
        regel = f"{partner_naam(s['partner'])}: {str(Oordeel(s['oordeel']).label).lower()}, {hoe % {'dag': _dag(s['op'])}}"
        regels.append(f"{regel}. {s['motivering']}" if s["motivering"] else f"{regel}.")
    return "\n".join(regels)


def _besluit(inhoud: Inhoud) -> str:
    if inhoud["besluit"] is None:
        return _("Nog geen besluit.")
    kop = str(Besluit(inhoud["besluit"]).label)
    if inhoud["besloten_op"]:
        kop = _("%(besluit)s op %(dag)s.") % {"besluit": kop, "dag": _dag(inhoud["besloten_op"])}
    regels = [kop]
    if inhoud["opgeschaald_naar"]:
        naar = str(Opschaling(inhoud["opgeschaald_naar"]).label)
        regels.append(_("Naar het %(naar)s. %(verschil)s") % {"naar": naar, "verschil": inhoud["verschil"]})
    if inhoud["spoed_reden"]:
        regels.append(_("Spoed: %(reden)s") % {"reden": inhoud["spoed_reden"]})
    if inhoud["besluit_tekst"]:
        regels.append(inhoud["besluit_tekst"])
    return "\n".join(regels)


def _acties(inhoud: Inhoud) -> str:
    return "\n".join(
        _("%(wie)s: %(wat)s, uiterlijk %(dag)s")
        % {"wie": partner_naam(a["eigenaar"]), "wat": a["omschrijving"], "dag": _dag(a["uiterlijk"])}
        if a["uiterlijk"]
        else f"{partner_naam(a['eigenaar'])}: {a['omschrijving']}"
        for a in inhoud["acties"]
    )
