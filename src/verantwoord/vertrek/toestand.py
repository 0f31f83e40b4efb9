"""What the facts say about departure on one day. Pure: a stand in, values out."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.vertrek.keuzes import SOORT_VAN, Uitkomst
from verantwoord.web.datums import dag_maand


def loopt_er_nog_iets(s: Stand) -> str:
    """Say what the person leaves behind unfinished by leaving now, or nothing (norm catalogue, §7 of its definitions).

    It never stops anybody who wants to leave; it is why leaving is explained and the lawyer told first.
    """
    if s.open_aanvragen:
        return _("Er loopt een aanvraag van %(dag)s. Wie vertrekt, kan die verliezen.") % {
            "dag": dag_maand(s.open_aanvragen[-1].ingediend_op)
        }
    if s.actieve_opschorting is not None:
        return _("Het vertrek is opgeschort. Wie nu vertrekt, geeft die bescherming op.")
    match s.beroepsstand:
        case "loopt" | "uitspraak_onvolledig":
            return _("Het beroep loopt nog. Wie vertrekt, kan het beroep verliezen.")
        case "termijn_loopt":
            return _("Er kan nog beroep worden ingesteld. Wie vertrekt, kan dat verliezen.")
        case "gegrond":
            return _("Het beroep is gegrond. De IND neemt een nieuw besluit.")
        case _:
            return ""


def is_uitgevoerd(boeking: d.Vertrekboeking, uitkomst: d.Uitkomst | None) -> bool:
    """Whether this is the trip by which the person left: of that kind, not cancelled, and not after the day itself."""
    return (
        uitkomst is not None
        and boeking.geannuleerd_op is None
        and SOORT_VAN.get(Uitkomst(uitkomst.soort)) == boeking.soort
        and boeking.gepland_op <= uitkomst.op
    )


def reistitel(boeking: d.Vertrekboeking) -> str:
    return _("Reis naar %(land)s op %(dag)s") % {
        "land": landnaam(boeking.land),
        "dag": dag_maand(boeking.gepland_op),
    }


@dataclass(frozen=True, kw_only=True)
class Openstaand:
    """What is still planned when a dossier closes: ``vervalt`` is cancelled with it, ``blijft`` is only told."""

    vervalt: tuple[str, ...]
    blijft: tuple[str, ...]


def openstaand(s: Stand) -> Openstaand:
    return Openstaand(vervalt=tuple(_vervalt(s)), blijft=tuple(_blijft(s)))


def _vervalt(s: Stand) -> Iterator[str]:
    for gesprek in s.gesprekken:
        if gesprek.status == "gepland":
            dag = dag_maand(gesprek.gepland_op) if gesprek.gepland_op else _("dag niet bekend")
            yield _("Het geplande gesprek (%(dag)s)") % {"dag": dag}
    for boeking in s.open_boekingen:
        if not is_uitgevoerd(boeking, s.uitkomst):
            yield reistitel(boeking)


def _blijft(s: Stand) -> Iterator[str]:
    for gesprek in s.gesprekken:
        if gesprek.status == "gevoerd" and gesprek.afgerond_op is None:
            yield _(
                "Het verslag van een gesprek is nog niet afgerond. Doe dat eerst: daarna kan het niet meer."
            )
    for lp in s.lp_aanvragen:
        if lp.verzonden_op is not None and lp.uitkomst is None:
            yield _(
                "De LP-aanvraag voor %(land)s is nog open. Laat de autoriteiten weten dat die vervalt."
            ) % {"land": landnaam(lp.land)}
    for verwijzing in s.verwijzingen:
        if verwijzing.resultaat_op is None:
            wie = verwijzing.organisatie or verwijzing.naar.upper()
            yield _("De verwijzing naar %(wie)s loopt nog. Laat weten dat het dossier sluit.") % {"wie": wie}
    for actie in s.vertrekplan.acties if s.vertrekplan else ():
        if actie.gereed_op is None:
            yield _("Actie uit het vertrekplan: %(actie)s") % {"actie": actie.omschrijving}
    for wens in s.wensen:
        if wens.soort != "geen_wens_geuit" and wens.vervolg is None:
            yield _("Op een wens van %(dag)s is nog geen antwoord gegeven.") % {
                "dag": dag_maand(wens.geuit_op)
            }
