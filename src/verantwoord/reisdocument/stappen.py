"""Where a request for a laissez-passer stands, step by step, and until when the lock holds. From facts alone."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from verantwoord.kern.definities import ASIEL
from verantwoord.kern.termijnen import Stand
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.web import datums
from verantwoord.web.waarden import Routestap


@dataclass(frozen=True, kw_only=True)
class Slot:
    """Until what the lock holds, and what is known about when that comes."""

    geldt_tot: str
    uitleg: str = ""


def slot_van(s: Stand) -> Slot:
    """The event that opens the lock of lp-verzendverbod, in the order in which the norm looks."""
    open_asiel = [a for a in s.open_aanvragen if a.soort in ASIEL]
    if open_asiel:
        return Slot(
            geldt_tot=_("de IND en daarna de rechtbank hebben geoordeeld"),
            uitleg=_("; de aanvraag is van %(dag)s") % {"dag": datums.dag_maand(open_asiel[-1].ingediend_op)},
        )
    voorziening = s.actieve_voorziening
    if voorziening is not None:
        uitleg = (
            _("; de laatste dag is %(dag)s") % {"dag": datums.dag_maand(voorziening.tot)}
            if voorziening.tot
            else ""
        )
        return Slot(geldt_tot=_("het einde van de voorlopige voorziening"), uitleg=uitleg)
    if s.asielbesluit_is_inwilliging:
        return Slot(geldt_tot=_("er is geen einde: er is een vergunning verleend"))
    return _slot_van_beroep(s)


def _slot_van_beroep(s: Stand) -> Slot:
    match s.beroepsstand:
        case "loopt":
            zitting = s.beroep.zitting_op if s.beroep else None
            uitleg = (
                _("; de zitting is op %(dag)s") % {"dag": datums.lang(zitting)}
                if zitting
                else _("; de zittingsdatum is nog niet bekend")
            )
            return Slot(geldt_tot=_("de uitspraak van de rechtbank"), uitleg=uitleg)
        case "termijn_loopt":
            dag = s.beroepstermijn_tot
            return Slot(
                geldt_tot=_("het einde van de beroepstermijn"),
                uitleg=_("; de laatste dag is %(dag)s") % {"dag": datums.lang(dag)} if dag else "",
            )
        case "gegrond":
            return Slot(geldt_tot=_("een nieuw besluit en een nieuw oordeel van de rechtbank"))
        case "termijn_onbekend":
            return Slot(geldt_tot=_("bekend is wat de laatste dag van de beroepstermijn was"))
        case "uitspraak_onvolledig":
            return Slot(geldt_tot=_("de uitkomst en de bekendmaking van de uitspraak zijn vastgelegd"))
        case _:
            return Slot(geldt_tot=_("het besluit in het dossier staat"))


def stappen_van(aanvraag: LPAanvraag, *, op_slot: bool, slot: Slot) -> list[Routestap]:
    """Every step from the form to the document, each with its mark, its words and its day."""
    return [
        _formulier(aanvraag),
        Routestap(
            teken="gedaan" if aanvraag.uitleg_gegeven else "ontbreekt",
            titel=_("Uitgelegd dat het formulier nog nergens heen gaat"),
            stil=not aanvraag.uitleg_gegeven,
        ),
        _controle(aanvraag),
        _oordeel(aanvraag, op_slot=op_slot, slot=slot),
        _gebeurd(_("Verzonden aan de autoriteiten van het land"), aanvraag.verzonden_op),
        _presentatie(aanvraag),
        _antwoord(aanvraag),
        _afgifte(aanvraag),
    ]


def _wanneer(dag: object) -> str:
    return datums.kort_jaar(dag) if dag else ""  # type: ignore[arg-type]


def _gebeurd(titel: str, dag: object, *, bij: str = "") -> Routestap:
    return Routestap(
        teken="gedaan" if dag else "niet-begonnen",
        titel=titel,
        toelichting=bij,
        wanneer=_wanneer(dag),
        stil=not dag,
    )


def _formulier(aanvraag: LPAanvraag) -> Routestap:
    if aanvraag.ingevuld_op is not None:
        return _gebeurd(_("Formulier ingevuld"), aanvraag.ingevuld_op)
    if aanvraag.geweigerd_op is not None:
        return _gebeurd(
            _("Formulier niet ingevuld"),
            aanvraag.geweigerd_op,
            bij=_("dat mag en heeft geen gevolgen; later kan ook"),
        )
    return Routestap(
        teken="ontbreekt", titel=_("Formulier invullen"), toelichting=_("in gesprek 1"), stil=True
    )


def _controle(aanvraag: LPAanvraag) -> Routestap:
    titel = _("Set gecontroleerd door een tweede lezer")
    if aanvraag.set_gecontroleerd_door is None:
        return Routestap(
            teken="ontbreekt", titel=titel, toelichting=_("niet door de regievoerder zelf"), stil=True
        )
    if aanvraag.asielinformatie_aangetroffen:
        bij = _("%(naam)s vond asielinformatie. Haal die weg en vraag een nieuwe controle.")
        return Routestap(
            teken="blokkade",
            titel=titel,
            toelichting=bij % {"naam": aanvraag.set_gecontroleerd_door},
            wanneer=_wanneer(aanvraag.set_gecontroleerd_op),
        )
    return Routestap(
        teken="gedaan",
        titel=titel,
        toelichting=_("%(naam)s, geen asielinformatie gevonden") % {"naam": aanvraag.set_gecontroleerd_door},
        wanneer=_wanneer(aanvraag.set_gecontroleerd_op),
    )


def _oordeel(aanvraag: LPAanvraag, *, op_slot: bool, slot: Slot) -> Routestap:
    titel = _("De rechtbank heeft geoordeeld")
    if aanvraag.verzonden_op is None and op_slot:
        return Routestap(
            teken="blokkade",
            titel=titel,
            toelichting=_("op slot tot: %(tot)s%(uitleg)s") % {"tot": slot.geldt_tot, "uitleg": slot.uitleg},
            huidig=aanvraag.ingevuld_op is not None,
        )
    return Routestap(teken="gedaan", titel=titel)


def _presentatie(aanvraag: LPAanvraag) -> Routestap:
    titel = _("Presentatie bij de ambassade")
    if aanvraag.presentatie_op is None:
        return _gebeurd(titel, None, bij=_("alleen als het land erom vraagt"))
    return Routestap(
        teken="gedaan" if aanvraag.uitkomst else "gepland",
        titel=titel,
        toelichting=aanvraag.presentatie_plaats,
        wanneer=_wanneer(aanvraag.presentatie_op),
    )


def _antwoord(aanvraag: LPAanvraag) -> Routestap:
    bij = str(aanvraag.get_uitkomst_display()) if aanvraag.uitkomst else ""
    return Routestap(
        teken="gedaan" if aanvraag.uitkomst else "niet-begonnen",
        titel=_("Antwoord van het land"),
        toelichting=bij,
        wanneer=_wanneer(aanvraag.uitkomst_op),
        stil=aanvraag.uitkomst is None,
    )


def _afgifte(aanvraag: LPAanvraag) -> Routestap:
    if aanvraag.uitkomst == "geweigerd":
        return Routestap(teken="niet-aan-de-orde", titel=_("Laissez-passer afgegeven"), stil=True)
    bij = (
        _("geldig tot en met %(dag)s") % {"dag": datums.dag_maand(aanvraag.geldig_tot)}
        if aanvraag.geldig_tot
        else ""
    )
    return _gebeurd(_("Laissez-passer afgegeven"), aanvraag.afgegeven_op, bij=bij)
