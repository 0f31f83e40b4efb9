"""The invitation to a talk, in plain words (B1): in Dutch, and behind it in the language of who reads it.

What matters stands in one box; that nobody has to leave now comes first.
"""

from datetime import date
from pathlib import Path
from typing import Any, Final

from django.utils import translation

from verantwoord.dossier.models import Persoon
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import verblijf
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.briefwoorden import NEDERLANDS, Zinnen, vertaling_voor, zinnen_in
from verantwoord.vertrekgesprek.keuzes import Moment, Oorzaak, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.talen import aanspreekvorm, taalnaam

SJABLOON: Final = Path(__file__).parent / "typst" / "uitnodiging.typ"
Deel = dict[str, Any]


def uitnodiging_van(gesprek: Gesprek, stand: Stand, *, ondertekenaar: Medewerker) -> dict[str, Any]:
    """The letter as plain data for ``web.pdf``; ``ondertekenaar`` is the regievoerder of the dossier or who sends it.

    The language on the screen of who sends it says nothing about who reads it: the first page is Dutch, and
    ``vertaling`` holds the same letter in the language of the talk, or else of the person.
    """
    with translation.override(NEDERLANDS):
        return _brief(gesprek, stand, ondertekenaar=ondertekenaar)


def _brief(gesprek: Gesprek, stand: Stand, *, ondertekenaar: Medewerker) -> dict[str, Any]:
    nederlands = zinnen_in(NEDERLANDS)
    dossier, persoon = gesprek.dossier, gesprek.dossier.persoon
    regie = dossier.regievoerder.naam if dossier.regievoerder else ondertekenaar.naam
    plek = _plek(stand)
    taal = gesprek.taal or next(iter(persoon.talen), None)
    andere, eigen = vertaling_voor(taal)
    brief: dict[str, Any] = {
        **_tekst(nederlands, gesprek, stand, regie=regie),
        "contact": {
            "kop": nederlands.contact,
            "regels": [
                f"{regie}, {nederlands.regievoerder}",
                nederlands.kenmerk.format(nummer=dossier.nummer),
            ],
        },
        "geadresseerde": [
            _met_hoofdletter(aanspreekvorm(persoon, op=gesprek.gepland_op)),
            *([f"p/a {plek}"] if plek else []),
        ],
    }
    if not andere:
        return brief
    woorden = zinnen_in(andere)
    brief["taalregel"] = {"taal": andere, "tekst": woorden.staat_verderop}
    if not eigen and taal:
        brief["delen"].append({"alineas": [nederlands.niet_vertaald.format(taal=taalnaam(taal))]})
    uitleg = (
        woorden.vertaling if eigen or not taal else woorden.niet_vertaald.format(taal=woorden.taalnaam(taal))
    )
    brief["vertaling"] = {
        **_tekst(woorden, gesprek, stand, regie=regie),
        "uitleg": uitleg,
        "kenmerk": woorden.kenmerk.format(nummer=dossier.nummer),
    }
    return brief


def _tekst(woorden: Zinnen, gesprek: Gesprek, stand: Stand, *, regie: str) -> dict[str, Any]:
    """What both pages hold, each in its own language."""
    plek = _plek(stand)
    return {
        "titel": woorden.titel.format(wanneer=_wanneer(woorden, gesprek, woorden.dag_om_tijd)),
        "taal": woorden.taal,
        "afzender": woorden.dienst,
        "afzender_regels": [woorden.locatie.format(plek=plek)] if plek else [],
        "plaats_datum": woorden.datum(gesprek.uitgenodigd_op or stand.op),
        "aanhef": _aanhef(woorden, gesprek.dossier.persoon),
        "delen": _delen(woorden, gesprek, stand),
        "groet": woorden.groet,
        "ondertekening": [regie, woorden.regievoerder],
        "voettekst": woorden.klacht,
        "paginawoorden": woorden.bladzijde,
    }


def _delen(woorden: Zinnen, gesprek: Gesprek, stand: Stand) -> list[Deel]:
    mee = woorden.mee_advocaat if gesprek.dossier.persoon.gemachtigde else woorden.mee
    return [
        {"alineas": [_opening(woorden, gesprek, stand)]},
        {"feiten": _feiten(woorden, gesprek)},
        *_hoe_nu(woorden, stand),
        {"kop": woorden.kop_waarover, "alineas": [woorden.waarover]},
        {"kop": woorden.kop_mee, "alineas": [mee]},
        {"kop": woorden.kop_verhinderd, "alineas": [woorden.verhinderd]},
    ]


def _opening(woorden: Zinnen, gesprek: Gesprek, stand: Stand) -> str:
    zinnen = [
        woorden.ik_wil,
        woorden.welk[gesprek.moment],
        _opnieuw(woorden, gesprek),
        woorden.samen if gesprek.is_gezinsgesprek else "",
        _waarom(woorden, stand, gesprek.moment),
    ]
    return " ".join(zin for zin in zinnen if zin)


def _opnieuw(woorden: Zinnen, gesprek: Gesprek) -> str:
    """That this is a new invitation; whose doing it was is only said when it certainly was not the person's."""
    if gesprek.vervangt is None:
        return ""
    return woorden.opnieuw_tolk if gesprek.vervangt.oorzaak == Oorzaak.TOLK else woorden.opnieuw


def _waarom(woorden: Zinnen, stand: Stand, moment: str) -> str:
    """Why this talk is now, said to the person."""
    beroep = stand.beroep
    if moment == Moment.EERSTE:
        overdracht = stand.beeld.overdracht
        return woorden.overgedragen.format(
            afzender=woorden.afzenders[overdracht.afzender], dag=woorden.datum(overdracht.ontvangen_op)
        )
    if moment == Moment.TWEEDE and beroep is not None and beroep.zitting_op is not None:
        return woorden.zitting.format(dag=woorden.datum(beroep.zitting_op))
    if moment == Moment.DERDE and stand.beroepsstand == "termijn_verstreken":
        return woorden.termijn_voorbij
    if moment == Moment.DERDE and stand.basis is not None:
        return woorden.uitspraak
    return ""


def _hoe_nu(woorden: Zinnen, stand: Stand) -> list[Deel]:
    """Whether the person has to leave now, said only as far as the facts are sure."""
    if stand.beroepsstand in {"loopt", "termijn_loopt"} and stand.schorsende_werking:
        blijven = woorden.beroep_loopt if stand.beroepsstand == "loopt" else woorden.beroep_kan
        return [{"kop": woorden.kop_blijven, "alineas": [f"{blijven} {woorden.reisdocument}"]}]
    einde: date | None = stand.termijnen.vertrektermijn.eindigt_op
    if einde is not None and einde >= stand.op and stand.actieve_opschorting is None:
        return [{"kop": woorden.kop_tijd, "alineas": [woorden.tijd_tot.format(dag=woorden.dag(einde))]}]
    return []


def _feiten(woorden: Zinnen, gesprek: Gesprek) -> list[dict[str, str]]:
    feiten = [
        (woorden.wanneer, _wanneer(woorden, gesprek, woorden.dag_met_tijd)),
        (woorden.hoe_lang, woorden.een_uur),
        (woorden.waar, gesprek.plaats or woorden.plaats_onbekend),
        (woorden.tolk, _tolk(woorden, gesprek)),
    ]
    return [{"naam": naam, "waarde": waarde} for naam, waarde in feiten]


def _tolk(woorden: Zinnen, gesprek: Gesprek) -> str:
    if gesprek.tolk_gepland not in {Tolk.AANWEZIG, Tolk.TELEFONISCH}:
        return woorden.geen_tolk
    code = gesprek.taal or ""
    # The Dutch names are those the field uses; the locale data know some languages by another name.
    naam = taalnaam(code) if woorden.taal == NEDERLANDS else woorden.taalnaam(code) if code else ""
    return ", ".join(deel for deel in (naam, woorden.tolk_hoe[gesprek.tolk_gepland]) if deel)


def _wanneer(woorden: Zinnen, gesprek: Gesprek, vorm: str) -> str:
    if gesprek.gepland_op is None:
        return woorden.dag_onbekend
    dag = woorden.dag(gesprek.gepland_op)
    return dag if gesprek.tijd is None else vorm.format(dag=dag, tijd=woorden.klok(gesprek.tijd))


def _aanhef(woorden: Zinnen, persoon: Persoon) -> str:
    vorm = {"man": woorden.aanhef_man, "vrouw": woorden.aanhef_vrouw}.get(persoon.geslacht)
    naam = " ".join(deel for deel in (persoon.tussenvoegsel, persoon.achternaam) if deel)
    if vorm is None or not naam:
        return woorden.aanhef.format(naam=persoon.volledige_naam)
    return vorm.format(naam=_met_hoofdletter(naam))


def _plek(stand: Stand) -> str:
    woont = verblijf(stand)
    return f"{woont.soort} {woont.locatie}" if woont else ""


def _met_hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
