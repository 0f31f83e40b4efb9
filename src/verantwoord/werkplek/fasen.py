"""How far a dossier is, in the six steps of the process, and whether it lies still. Pure: facts in, values out."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from verantwoord.kern.definities import gevoerd
from verantwoord.kern.termijnen import Stand
from verantwoord.web.datums import dag_maand
from verantwoord.web.waarden import Stap
from verantwoord.werkplek import woorden

ONTVANGEN, GESPREK_1, ZITTING, UITSPRAAK, VERTREK, GESLOTEN = range(6)


@dataclass(frozen=True, kw_only=True)
class Opgeschort:
    """Why departure lies still, and until when; ``tot`` is the last day, ``None`` when there is no end yet."""

    titel: str
    uitleg: str
    sinds: date | None
    tot: date | None


def opgeschort(s: Stand) -> Opgeschort | None:
    """Say why departure lies still on the day of ``s``, the strongest reason first."""
    if s.gesloten_op is not None:
        return None
    lopend = s.actieve_opschorting
    if lopend is not None:
        return _opschorting(str(woorden.OPSCHORTING[lopend.soort]), sinds=lopend.van, tot=lopend.tot)
    if s.beroepsstand == "gegrond":
        return _opschorting(
            _("Het beroep is geheel of gedeeltelijk gegrond. De IND neemt een nieuw besluit."),
            sinds=s.beroep.uitspraak_op if s.beroep else None,
        )
    if s.asielbesluit_is_inwilliging:
        return _opschorting(_("De IND heeft de aanvraag ingewilligd."))
    mensenhandel = s.mensenhandel
    if mensenhandel.aanwijzing_op is not None and mensenhandel.politie_terugkoppeling_op is None:
        return _opschorting(
            _("Er is een aanwijzing van mensenhandel waarop de politie nog niet heeft geantwoord."),
            sinds=mensenhandel.aanwijzing_op,
        )
    besluit = s.referentiebesluit
    for grond in s.actieve_verblijfsgronden:
        nieuw = grond.grond == "8f" and besluit is not None and grond.van > besluit.genomen_op
        if nieuw or grond.grond not in {"8f", "8h"}:
            return _opschorting(
                _(
                    "Er is rechtmatig verblijf op grond van artikel 8, onder %(letter)s, van de Vreemdelingenwet."
                )
                % {"letter": grond.grond[1:]},
                sinds=grond.van,
                tot=grond.tot,
            )
    return None


def _opschorting(reden: str, *, sinds: date | None = None, tot: date | None = None) -> Opgeschort:
    titel = _("Opgeschort tot en met %(dag)s") % {"dag": dag_maand(tot)} if tot else _("Opgeschort")
    einde = "" if tot else " " + _("Er is nog geen einddatum.")
    return Opgeschort(
        titel=titel,
        uitleg=f"{reden} {_('De vertrekplicht geldt nu niet.')}{einde}",
        sinds=sinds,
        tot=tot,
    )


def huidige_stap(s: Stand) -> int:
    """Which of the six steps is at hand: what the procedure says goes before what was talked about."""
    if s.gesloten_op is not None:
        return GESLOTEN
    if s.basis is not None and s.basis <= s.op:
        return VERTREK if s.tellend("derde") else UITSPRAAK
    if s.beroepsstand in {"gegrond", "uitspraak_onvolledig"}:
        return UITSPRAAK
    if s.tellend("eerste") or (s.beroep is not None and s.beroep.zitting_op is not None):
        return ZITTING
    return ONTVANGEN if s.intake_afgerond_op is None else GESPREK_1


def stappen(s: Stand) -> list[Stap]:
    """The six steps with the word and the date under each."""
    nu = huidige_stap(s)
    stil = opgeschort(s)
    titels = [
        (_("Ontvangen"), _ontvangen(s)),
        (_("Gesprek 1"), _gesprek(s, "eerste")),
        (_("Zitting en gesprek 2"), _zitting(s)),
        (_("Uitspraak en gesprek 3"), _uitspraak(s)),
        (_("Vertrek"), _vertrek(s, nu)),
        (_("Gesloten"), dag_maand(s.gesloten_op) if s.gesloten_op else ""),
    ]
    regels = []
    for plaats, (titel, toelichting) in enumerate(titels):
        if plaats < nu or (plaats == nu == GESLOTEN):
            regels.append(Stap(titel, "gemist" if _is_gemist(s, plaats) else "gedaan", toelichting))
        elif plaats > nu:
            regels.append(Stap(titel, "straks", toelichting))
        elif stil is not None:
            sinds = (
                _("opgeschort sinds %(dag)s") % {"dag": _kort(stil.sinds)} if stil.sinds else _("opgeschort")
            )
            regels.append(Stap(titel, "opgeschort", sinds))
        else:
            regels.append(Stap(titel, "nu", f"{_('nu')} · {toelichting}" if toelichting else _("nu")))
    return regels


def _is_gemist(s: Stand, plaats: int) -> bool:
    """Whether the process went past a step whose talk was not held; a tick would say it was."""
    moment = {GESPREK_1: "eerste", ZITTING: "tweede", UITSPRAAK: "derde"}.get(plaats)
    if moment is None or s.tellend(moment):
        return False
    # Without a hearing there is no fixed moment for the second talk.
    return moment != "tweede" or (s.beroep is not None and s.beroep.zitting_op is not None)


def _kort(dag: date | None) -> str:
    return dag_maand(dag) if dag else ""


def _ontvangen(s: Stand) -> str:
    return _kort(s.ontvangen_op)


def _gesprek(s: Stand, moment: str) -> str:
    if tellend := s.tellend(moment):
        return _("gevoerd %(dag)s") % {"dag": _kort(gevoerd(tellend[0]))}
    gepland = next((g for g in s.gesprekken if g.moment == moment and g.status == "gepland"), None)
    if gepland is not None and gepland.gepland_op is not None:
        return _("gepland %(dag)s") % {"dag": _kort(gepland.gepland_op)}
    termijn = getattr(s.termijnen, f"gesprek_{moment}").eindigt_op
    if termijn is None:
        return ""
    if termijn < s.op:
        return _("niet gevoerd, uiterlijk %(dag)s") % {"dag": _kort(termijn)}
    return _("uiterlijk %(dag)s") % {"dag": _kort(termijn)}


def _zitting(s: Stand) -> str:
    beroep = s.beroep
    if beroep is None:
        return (
            _("geen beroep ingesteld")
            if s.beroepsstand == "termijn_verstreken"
            else _("datum nog niet bekend")
        )
    if beroep.zonder_zitting:
        return _("zonder zitting")
    zitting = (
        _("zitting %(dag)s") % {"dag": _kort(beroep.zitting_op)}
        if beroep.zitting_op
        else _("zittingsdatum nog niet bekend")
    )
    if s.beroepsstand == "afgedaan" and not s.tellend("tweede"):
        return f"{zitting}, {_('gesprek 2 niet gevoerd')}"
    return zitting


def _uitspraak(s: Stand) -> str:
    match s.beroepsstand:
        case "gegrond":
            return _("beroep gegrond")
        case "afgedaan" if s.beroep is not None:
            uitkomst = _("niet-ontvankelijk") if s.beroep.uitkomst == "niet_ontvankelijk" else _("ongegrond")
            return f"{_kort(s.beroep.bekendgemaakt_op)}, {uitkomst}"
        case "uitspraak_onvolledig":
            return _("uitspraak nog niet volledig bekend")
        case "termijn_verstreken":
            return _("beroepstermijn voorbij op %(dag)s") % {"dag": _kort(s.beroepstermijn_tot)}
        case "termijn_loopt":
            return _("beroep kan tot en met %(dag)s") % {"dag": _kort(s.beroepstermijn_tot)}
        case _:
            return _("datum nog niet bekend")


def _vertrek(s: Stand, nu: int) -> str:
    if s.uitkomst is not None:
        return _kort(s.uitkomst.op)
    if s.open_boekingen:
        return _("gepland %(dag)s") % {"dag": _kort(s.open_boekingen[-1].gepland_op)}
    return "" if nu >= VERTREK else _("nog niet aan de orde")
