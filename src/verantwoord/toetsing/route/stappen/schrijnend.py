"""The steps of the route schrijnend. Sources: Vb 2000 art. 3.6ba; report 2.2 and 3.3; Procesprotocol D4."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.normen.schrijnend import schrijnend_eerste_procedure
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stap import Invoer, Regel, Stap, StapFout, Wie, met, neem_over

_M = Moment.SCHRIJNEND
_REGIE = lui("de regievoerder")
# What the facts say of the first procedure, as the road that fits.
_WEG = {"voldaan": "a", "niet_voldaan": "b"}


def passende_weg(s: Stand) -> str:
    """The road that fits the facts: ``a`` in the first procedure, ``b`` after it, blank when the facts do not tell."""
    return _WEG.get(schrijnend_eerste_procedure(s).oordeel, "")


def _factor(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    return met(s.beeld, _M, factoren=(*s.beeld.schrijnend.factoren, invoer["omschrijving"]))


def _eigen_zaak(wie: Wie, regels: Iterable[Regel]) -> str:
    """Two people read, each for themselves (report 3.3: one sees hardship where another does not)."""
    schreven = {regel.door_id for regel in regels if regel.stap == "factor"}
    if wie.door == wie.regievoerder or wie.door in schreven:
        return _("U werkt zelf aan deze zaak. Vraag een andere regievoerder van uw team om mee te lezen.")
    return ""


def _tweede_lezer(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    return met(s.beeld, _M, tweede_lezer_op=invoer["op"])


def _vooroverleg(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    """The facts hold the newest pre-consultation about hardship; the register holds all, each with its own kind."""
    laatst = s.beeld.schrijnend.vooroverleg_op
    if invoer["waarover"] != "schrijnend" or (laatst is not None and invoer["op"] < laatst):
        return s.beeld
    return met(s.beeld, _M, vooroverleg_op=invoer["op"], vooroverleg_uitkomst=invoer["uitkomst"])


def _indienen(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    weg = passende_weg(s)
    if invoer["weg"] != weg and not invoer["toelichting"].strip():
        raise StapFout(
            _("Deze route volgt niet uit de feiten in het dossier. Schrijf op waarom u haar toch kiest."),
            veld="toelichting",
        )
    return met(s.beeld, _M, ingediend_op=invoer["op"], coordinator=invoer["coordinator"])


STAPPEN = (
    Stap(
        moment=_M,
        naam="factor",
        soort="schrijnend.factor",
        gedaan=lui("Bijzondere omstandigheid vastgelegd"),
        titel=lui("Leg een bijzondere omstandigheid vast"),
        wie=_REGIE,
        datumveld="op",
        verander=_factor,
    ),
    Stap(
        moment=_M,
        naam="tweede-lezer",
        soort="schrijnend.tweede_lezer",
        gedaan=lui("Tweede lezer heeft meegelezen"),
        titel=lui("Lees mee als tweede regievoerder"),
        wie=lui("een andere regievoerder"),
        datumveld="op",
        verander=_tweede_lezer,
        weiger=_eigen_zaak,
    ),
    Stap(
        moment=_M,
        naam="vooroverleg",
        soort="schrijnend.vooroverleg",
        gedaan=lui("Vooroverleg vastgelegd"),
        titel=lui("Leg een vooroverleg vast"),
        wie=_REGIE,
        datumveld="op",
        verander=_vooroverleg,
    ),
    Stap(
        moment=_M,
        naam="coordinator",
        soort="schrijnend.coordinator",
        gedaan=lui("Coördinator vastgelegd"),
        titel=lui("Leg vast wie coördineert"),
        wie=lui("de ketenpartners samen"),
        datumveld="op",
        verander=neem_over(_M, "coordinator"),
    ),
    Stap(
        moment=_M,
        naam="indienen",
        soort="schrijnend.ingediend",
        gedaan=lui("Zaak ingediend wegens schrijnende omstandigheden"),
        titel=lui("Leg de indiening vast"),
        wie=lui("de organisatie die coördineert"),
        datumveld="op",
        verander=_indienen,
    ),
    Stap(
        moment=_M,
        naam="besluit",
        soort="schrijnend.besluit",
        gedaan=lui("Besluit over schrijnende omstandigheden"),
        titel=lui("Leg het besluit vast"),
        wie=lui("de IND"),
        datumveld="besloten_op",
        verander=neem_over(_M, "besluit", "besloten_op"),
        recht=Recht.PROCEDURE_BIJWERKEN,
    ),
)
