"""What came out as the page shows it: tables of texts, and bars with their margin beside the automatic measure."""

from typing import Any

from django.utils.translation import gettext as _

from verantwoord.inspectie.leesdesk.getallen import (
    komma,
    marge,
    marge_van_kappa,
    procent,
    van_aandeel,
    van_deelgroep,
)
from verantwoord.inspectie.leesdesk.rapport import Inhoud
from verantwoord.inspectie.leesdesk.uitkomst import Uitkomst
from verantwoord.kern.beoordelaars import Vergelijking
from verantwoord.kern.statistiek import Aandeel
from verantwoord.web.grafiek.interval import Meetregel, Meting
from verantwoord.web.waarden import Kolom


def voor_vergelijken(inhoud: Inhoud) -> dict[str, Any]:
    """The context of the page; the figures are whole here, for who works on the onderzoek read the dossiers themselves."""
    vragen = {vraag.code: vraag.vraag for vraag in inhoud.vragen}
    return {
        "gelezen": len(inhoud.exemplaren),
        "overeenstemming": [_eens(v, vragen[v.criterium]) for v in inhoud.overeenstemming],
        "uitkomsten": [_uitkomst(uitkomst) for uitkomst in inhoud.uitkomsten],
        "strata": [(u.vraag.vraag, u.strata) for u in inhoud.uitkomsten],
        "grafiek": [_meetregel(u) for u in inhoud.uitkomsten if u.automaat is not None],
        "automaten": [_automaat(u) for u in inhoud.uitkomsten if u.automaat is not None],
        "kolommen_eens": _kolommen(_("Criterium"), _("Dossiers"), _("Gelijk"), _("Kappa"), _("Alfa")),
        "kolommen_uitkomst": _kolommen(
            _("Criterium"), _("Ja"), _("Nee"), _("Niet te beoordelen"), _("Deel van alle dossiers")
        ),
        "kolommen_strata": [
            Kolom(_("Criterium")),
            *_kolommen(_("Stratum"), _("Dossiers"), _("Ja"), _("Nee"), _("Niet te beoordelen")),
        ],
        "kolommen_automaat": _kolommen(
            _("Criterium"), _("Gevoeligheid"), _("Specificiteit"), _("Gemeten"), _("Gecorrigeerd")
        ),
    }


def _kolommen(eerste: str, *getallen: str) -> list[Kolom]:
    return [Kolom(eerste), *(Kolom(titel, getal=True) for titel in getallen)]


def _eens(v: Vergelijking, vraag: str) -> dict[str, Any]:
    return {
        "vraag": vraag,
        "n": v.n,
        "gelijk": "–" if v.overeenstemming is None else procent(v.overeenstemming),
        "kappa": komma(v.kappa),
        "marge": marge_van_kappa(v),
        "alfa": komma(v.alpha),
    }


def _uitkomst(u: Uitkomst) -> dict[str, Any]:
    return {
        "vraag": u.vraag.vraag,
        "ja": u.ja,
        "nee": u.nee,
        "niet": u.niet,
        "deel": procent(u.schatting.deel) if u.schatting else _("te weinig gelezen"),
        "marge": marge(u.schatting.interval) if u.schatting else "",
    }


def _automaat(u: Uitkomst) -> dict[str, Any]:
    automaat = u.automaat
    assert automaat is not None  # noqa: S101 - asked by who calls
    corr = automaat.gecorrigeerd
    return {
        "vraag": u.vraag.vraag,
        "gevoelig": van_deelgroep(automaat.gevoelig),
        "specifiek": van_deelgroep(automaat.specifiek),
        "gemeten": van_aandeel(automaat.gemeten),
        "gecorrigeerd": procent(corr.deel) if corr else _("niet te zeggen"),
        "gecorrigeerd_marge": marge(corr.interval) if corr else "",
    }


def _meetregel(u: Uitkomst) -> Meetregel:
    automaat = u.automaat
    assert automaat is not None  # noqa: S101 - idem
    gelezen = (
        Meting(_rond(u.schatting.deel), *(_rond(grens) for grens in u.schatting.interval))
        if u.schatting
        else None
    )
    return Meetregel(u.vraag.vraag, gelezen, _meting(automaat.gemeten), niet_getoond=_("niet gemeten"))


def _meting(deel: Aandeel) -> Meting | None:
    if deel.percentage is None or deel.interval is None:
        return None
    return Meting(deel.percentage, *deel.interval)


def _rond(deel: float) -> float:
    return round(deel * 100, 1)
