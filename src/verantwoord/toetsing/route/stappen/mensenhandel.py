"""The steps of the route mensenhandel; the words of each are shielded. Sources: Vc B8/3.1; Vb 2000 art. 3.48(1); report 3.3."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stap import Invoer, Regel, Stap, StapFout, Wie, met, neem_over
from verantwoord.web.datums import dag_maand

_M = Moment.MENSENHANDEL
_REGIE = lui("de regievoerder")
_POLITIE = lui("de politie")
AFSCHERMING = "afscherming"


def _aanwijzing(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    """Keep the first day until the police know: a second sign never moves the day on which they had to be told."""
    m, op = s.beeld.mensenhandel, invoer["aanwijzing_op"]
    if m.aanwijzing_op is not None and m.politie_gemeld_op is None:
        op = min(op, m.aanwijzing_op)
    return met(s.beeld, _M, aanwijzing_op=op)


def _terugkoppeling(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    gemeld = s.beeld.mensenhandel.politie_gemeld_op
    if gemeld is None:
        raise StapFout(_("Er is nog niet gemeld bij de politie. Leg eerst de melding vast."))
    if invoer["op"] < gemeld:
        raise StapFout(
            _("De melding is van %(dag)s. Het antwoord kwam op of na die dag.") % {"dag": dag_maand(gemeld)},
            veld="op",
        )
    return met(s.beeld, _M, politie_terugkoppeling_op=invoer["op"])


def _bedenktijd(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    m, van = s.beeld.mensenhandel, invoer["bedenktijd_van"]
    if m.bedenktijd_van not in (None, van) and not invoer["toelichting"].strip():
        raise StapFout(
            _("Bedenktijd wordt niet verlengd. Verbetert u de datum, schrijf dan op waarom."),
            veld="toelichting",
        )
    tot = None if m.bedenktijd_tot is not None and m.bedenktijd_tot < van else m.bedenktijd_tot
    return met(s.beeld, _M, bedenktijd_van=van, bedenktijd_tot=tot)


def _bedenktijd_einde(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    van = s.beeld.mensenhandel.bedenktijd_van
    if van is None:
        raise StapFout(_("Er is geen bedenktijd vastgelegd."))
    if invoer["bedenktijd_tot"] < van:
        raise StapFout(
            _("De bedenktijd begon op %(dag)s. De laatste dag ligt op of na die dag.")
            % {"dag": dag_maand(van)},
            veld="bedenktijd_tot",
        )
    return met(s.beeld, _M, bedenktijd_tot=invoer["bedenktijd_tot"])


def _vergunning(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    van, tot = invoer["vergunning_van"], invoer["vergunning_tot"]
    if tot is not None and tot < van:
        raise StapFout(_("De laatste dag ligt voor de eerste. Kijk de datums na."), veld="vergunning_tot")
    sepot = s.beeld.mensenhandel.sepot_op
    # A case that was dropped before this permit says nothing about it.
    return met(
        s.beeld,
        _M,
        vergunning_van=van,
        vergunning_tot=tot,
        sepot_op=None if sepot is not None and sepot <= van else sepot,
    )


def _einde(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    if s.beeld.mensenhandel.vergunning_van is None:
        raise StapFout(_("Er is geen tijdelijke vergunning vastgelegd."))
    veld = "sepot_op" if invoer["waardoor"] == "sepot" else "vergunning_tot"
    return met(s.beeld, _M, **{veld: invoer["op"]})


def _alleen_regievoerder(wie: Wie, regels: Iterable[Regel]) -> str:
    """Whoever shields would otherwise lose sight of the person together with everybody else."""
    del regels
    if wie.door != wie.regievoerder:
        return _("Alleen de regievoerder van dit dossier kan het afschermen of weer openen.")
    return ""


STAPPEN = (
    Stap(
        moment=_M,
        naam="aanwijzing",
        soort="mensenhandel.aanwijzing",
        gedaan=lui("Aanwijzing mensenhandel vastgelegd"),
        titel=lui("Leg een aanwijzing van mensenhandel vast"),
        wie=_REGIE,
        datumveld="aanwijzing_op",
        verander=_aanwijzing,
    ),
    Stap(
        moment=_M,
        naam="politie",
        soort="mensenhandel.politie_gemeld",
        gedaan=lui("Gemeld bij de politie"),
        titel=lui("Meld de aanwijzing bij de politie"),
        wie=lui("de regievoerder, of wie waarneemt"),
        datumveld="politie_gemeld_op",
        verander=neem_over(_M, "politie_gemeld_op"),
    ),
    Stap(
        moment=_M,
        naam="terugkoppeling",
        soort="mensenhandel.politie_geantwoord",
        gedaan=lui("Antwoord van de politie"),
        titel=lui("Leg het antwoord van de politie vast"),
        wie=_POLITIE,
        datumveld="op",
        verander=_terugkoppeling,
    ),
    Stap(
        moment=_M,
        naam="bedenktijd",
        soort="mensenhandel.bedenktijd",
        gedaan=lui("Bedenktijd begonnen"),
        titel=lui("Leg de bedenktijd vast"),
        wie=_POLITIE,
        datumveld="bedenktijd_van",
        verander=_bedenktijd,
    ),
    Stap(
        moment=_M,
        naam="bedenktijd-einde",
        soort="mensenhandel.bedenktijd_geeindigd",
        gedaan=lui("Bedenktijd eerder geëindigd"),
        titel=lui("Leg vast dat de bedenktijd eerder eindigt"),
        wie=_POLITIE,
        datumveld="bedenktijd_tot",
        verander=_bedenktijd_einde,
    ),
    Stap(
        moment=_M,
        naam="vergunning",
        soort="mensenhandel.vergunning",
        gedaan=lui("Tijdelijke vergunning vastgelegd"),
        titel=lui("Leg de tijdelijke vergunning vast"),
        wie=lui("de IND"),
        datumveld="vergunning_van",
        verander=_vergunning,
        plannen=frozenset({"vergunning_tot"}),
        recht=Recht.PROCEDURE_BIJWERKEN,
    ),
    Stap(
        moment=_M,
        naam="einde",
        soort="mensenhandel.geeindigd",
        gedaan=lui("Einde van de tijdelijke vergunning"),
        titel=lui("Leg het einde van de vergunning vast"),
        wie=lui("het Openbaar Ministerie of de IND"),
        datumveld="op",
        verander=_einde,
        recht=Recht.PROCEDURE_BIJWERKEN,
    ),
    Stap(
        moment=_M,
        naam=AFSCHERMING,
        soort="mensenhandel.afscherming",
        gedaan=lui("Afscherming van het dossier"),
        titel=lui("Scherm het hele dossier af"),
        wie=_REGIE,
        datumveld="op",
        weiger=_alleen_regievoerder,
    ),
)
