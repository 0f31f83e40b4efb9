"""The invitation to a talk, in plain words (B1). What matters stands in one box; that nobody has to leave now comes first."""

from datetime import date
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Persoon
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import verblijf
from verantwoord.kern.woorden import AFZENDER
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.keuzes import Moment, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.talen import aanspreekvorm, taalnaam
from verantwoord.web import datums

Deel = dict[str, Any]

WELK: Final = {
    Moment.EERSTE.value: lambda: _("Dit is ons eerste gesprek."),
    Moment.TWEEDE.value: lambda: _("Dit is ons tweede gesprek."),
    Moment.DERDE.value: lambda: _("Dit is ons derde gesprek."),
    Moment.EXTRA.value: lambda: _("Dit is een extra gesprek."),
}


def uitnodiging_van(gesprek: Gesprek, stand: Stand, *, ondertekenaar: Medewerker) -> dict[str, Any]:
    """The letter as plain data for ``web.pdf``; ``ondertekenaar`` is the regievoerder of the dossier or who sends it.

    Always Dutch: the language on the screen of who sends it says nothing about who reads it.
    """
    with translation.override("nl"):
        return _uitnodiging(gesprek, stand, ondertekenaar=ondertekenaar)


def _uitnodiging(gesprek: Gesprek, stand: Stand, *, ondertekenaar: Medewerker) -> dict[str, Any]:
    dossier, persoon = gesprek.dossier, gesprek.dossier.persoon
    regie = dossier.regievoerder.naam if dossier.regievoerder else ondertekenaar.naam
    woont = verblijf(stand)
    plek = f"{woont.soort} {woont.locatie}" if woont else ""
    return {
        "titel": _("Uitnodiging: gesprek op %(wanneer)s") % {"wanneer": _wanneer(gesprek)},
        "taal": "nl",
        "afzender": _("Dienst Terugkeer en Vertrek"),
        "afzender_regels": [_("Locatie %(plek)s") % {"plek": plek}] if plek else [],
        "contact": {
            "kop": _("Uw contact"),
            "regels": [
                _("%(naam)s, regievoerder") % {"naam": regie},
                _("Ons kenmerk %(nr)s") % {"nr": dossier.nummer},
            ],
        },
        "geadresseerde": [_met_hoofdletter(aanspreekvorm(persoon)), *([f"p/a {plek}"] if plek else [])],
        "plaats_datum": datums.dag_maand(gesprek.uitgenodigd_op or stand.op),
        "aanhef": _aanhef(persoon),
        "delen": _delen(gesprek, stand),
        "ondertekening": [regie, _("regievoerder")],
        "voettekst": _("Een klacht indienen is gratis. Vraag aan de balie hoe dat gaat."),
    }


def _delen(gesprek: Gesprek, stand: Stand) -> list[Deel]:
    opening = " ".join(
        zin
        for zin in (_("Ik wil graag met u praten."), WELK[gesprek.moment](), _waarom(stand, gesprek.moment))
        if zin
    )
    delen: list[Deel] = [{"alineas": [opening]}, {"feiten": _feiten(gesprek)}, *_hoe_nu(stand)]
    delen.append(
        {
            "kop": _("Waar praten wij over?"),
            "alineas": [
                _(
                    "Wij bespreken hoe uw zaak ervoor staat en wat u zelf wilt. Ik vraag ook hoe het gaat met u en met uw "
                    "gezin. U hoeft geen antwoord te geven als u dat niet wilt."
                )
            ],
        }
    )
    mee = _("U mag iemand meenemen naar het gesprek.")
    if gesprek.dossier.persoon.gemachtigde:
        mee = _("Uw advocaat mag mee. U mag ook iemand anders meenemen.")
    delen.append({"kop": _("Wie mag mee?"), "alineas": [mee]})
    delen.append(
        {
            "kop": _("Kunt u niet?"),
            "alineas": [_("Laat het weten bij de balie. Dan maken wij een nieuwe afspraak.")],
        }
    )
    return delen


def _waarom(stand: Stand, moment: str) -> str:
    """Why this talk is now, said to the person."""
    beroep = stand.beroep
    if moment == Moment.EERSTE:
        zin = _("%(afzender)s heeft uw dossier op %(dag)s aan ons gegeven. Ik ben uw regievoerder.")
        overdracht = stand.beeld.overdracht
        return zin % {
            "afzender": _met_hoofdletter(AFZENDER[overdracht.afzender]),
            "dag": datums.dag_maand(overdracht.ontvangen_op),
        }
    if moment == Moment.TWEEDE and beroep is not None and beroep.zitting_op is not None:
        return _("Ik nodig u uit omdat de rechtbank een datum heeft voor uw zitting: %(dag)s.") % {
            "dag": datums.dag_maand(beroep.zitting_op)
        }
    if moment == Moment.DERDE and stand.beroepsstand == "termijn_verstreken":
        return _("Ik nodig u uit omdat de tijd om in beroep te gaan voorbij is.")
    if moment == Moment.DERDE and stand.basis is not None:
        return _("Ik nodig u uit omdat de rechtbank uitspraak heeft gedaan over uw beroep.")
    return ""


def _hoe_nu(stand: Stand) -> list[Deel]:
    """Whether the person has to leave now, said only as far as the facts are sure."""
    if stand.beroepsstand in {"loopt", "termijn_loopt"} and stand.schorsende_werking:
        zinnen = [
            _("U mag in Nederland blijven tot de rechter een uitspraak heeft gedaan.")
            if stand.beroepsstand == "loopt"
            else _("U kunt nog in beroep gaan. U mag dat in Nederland afwachten."),
            _(
                "Een aanvraag voor een reisdocument blijft bij ons. Wij sturen die niet naar de ambassade voordat de rechter "
                "heeft beslist."
            ),
        ]
        return [{"kop": _("U hoeft nu niet te vertrekken"), "alineas": [" ".join(zinnen)]}]
    einde: date | None = stand.termijnen.vertrektermijn.eindigt_op
    if einde is not None and einde >= stand.op and stand.actieve_opschorting is None:
        zin = _("U heeft tot en met %(dag)s om zelf uw vertrek te regelen. Wij helpen u daarbij.")
        return [{"kop": _("Hoeveel tijd heeft u?"), "alineas": [zin % {"dag": datums.lang(einde)}]}]
    return []


def _feiten(gesprek: Gesprek) -> list[dict[str, str]]:
    tolk = _("geen tolk")
    if gesprek.tolk_gepland in {Tolk.AANWEZIG, Tolk.TELEFONISCH}:
        tolk = ", ".join(
            deel for deel in (taalnaam(gesprek.taal), str(gesprek.get_tolk_gepland_display()).lower()) if deel
        )
    feiten = [
        (_("Wanneer"), _wanneer(gesprek, jaar=True)),
        (_("Hoe lang"), _("ongeveer een uur")),
        (_("Waar"), gesprek.plaats or _("dat hoort u bij de balie")),
        (_("Tolk"), tolk),
    ]
    return [{"naam": naam, "waarde": waarde} for naam, waarde in feiten]


def _wanneer(gesprek: Gesprek, *, jaar: bool = False) -> str:
    if gesprek.gepland_op is None:
        return _("een dag die u nog hoort")
    dag = datums.lang(gesprek.gepland_op)
    if gesprek.tijd is None:
        return dag
    if jaar:
        return f"{dag}, {datums.tijd(gesprek.tijd)}"
    return _("%(dag)s om %(tijd)s") % {"dag": dag, "tijd": datums.tijd(gesprek.tijd)}


def _aanhef(persoon: Persoon) -> str:
    titel = {"man": _("meneer"), "vrouw": _("mevrouw")}.get(persoon.geslacht)
    naam = " ".join(deel for deel in (persoon.tussenvoegsel, persoon.achternaam) if deel)
    if titel is None or not naam:
        return _("Beste %(naam)s,") % {"naam": persoon.volledige_naam}
    return _("Beste %(titel)s %(naam)s,") % {"titel": titel, "naam": _met_hoofdletter(naam)}


def _met_hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
