"""The procedure in words: one group a kind, one line a record, as plain values for the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from verantwoord.dossier.keuzes import BESLUITEN, STARTGEBEURTENISSEN
from verantwoord.kern import dossierbeeld as d
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.web.datums import kort_jaar


@dataclass(frozen=True)
class Regel:
    """One recorded fact: the day it began, what it is, and the rest in words."""

    dag: date
    titel: str
    delen: tuple[str, ...]


@dataclass(frozen=True)
class Groep:
    titel: str
    leeg: str
    regels: tuple[Regel, ...]


def groepen(beeld: d.Dossierbeeld) -> list[Groep]:
    """Everything of the procedure, oldest first within a group."""
    p = beeld.procedure
    return [
        Groep(_("Aanvragen"), _("Er is geen aanvraag vastgelegd."), _gesorteerd(_aanvragen(p))),
        Groep(_("Besluiten"), _("Er is geen besluit vastgelegd."), _gesorteerd(_besluiten(p))),
        Groep(_("Beroep"), _("Er is geen beroep vastgelegd."), _gesorteerd(_beroepen(p))),
        Groep(
            _("Voorlopige voorziening"),
            _("Er is geen voorlopige voorziening gevraagd."),
            _gesorteerd(_voorzieningen(p)),
        ),
        Groep(
            _("Vertrektermijn en verwijderbaarheid"),
            _("Er is nog niets vastgelegd over het begin van de vertrektermijn."),
            _gesorteerd(_eigen_stappen(beeld)),
        ),
    ]


def _gesorteerd(regels: Iterator[Regel]) -> tuple[Regel, ...]:
    return tuple(sorted(regels, key=lambda regel: regel.dag))


def _op(tekst: str, dag: date | None) -> Iterator[str]:
    if dag is not None:
        yield f"{tekst} {kort_jaar(dag)}"


def _aanvragen(p: d.Procedure) -> Iterator[Regel]:
    namen = {
        "asiel": _("Asielaanvraag"),
        "opvolgend_asiel": _("Opvolgende asielaanvraag"),
        "medische_behandeling": _("Aanvraag medische behandeling"),
        "regulier": _("Andere aanvraag"),
    }
    for a in p.aanvragen:
        delen = [*_op(_("beslist"), a.beslist_op), *_op(_("ingetrokken"), a.ingetrokken_op)]
        yield Regel(a.ingediend_op, namen[a.soort], tuple(delen))


def _besluiten(p: d.Procedure) -> Iterator[Regel]:
    namen = {soort: str(naam) for soort, naam in BESLUITEN}
    for b in p.besluiten:
        delen = list(_op(_("bekendgemaakt"), b.bekendgemaakt_op))
        if b.terugkeerbesluit:
            delen.append(_("ook terugkeerbesluit"))
        if b.land_van_terugkeer:
            delen.append(_("terugkeer naar %s") % landnaam(b.land_van_terugkeer))
        if b.vertrektermijn_dagen is not None:
            delen.append(_("vertrektermijn %d dagen") % b.vertrektermijn_dagen)
        if b.schorsende_werking is not None:
            delen.append(_("beroep schorst") if b.schorsende_werking else _("beroep schorst niet"))
        if b.kenmerk:
            delen.append(_("kenmerk %s") % b.kenmerk)
        yield Regel(b.genomen_op, namen[b.soort], tuple(delen))


def _beroepen(p: d.Procedure) -> Iterator[Regel]:
    uitkomsten = {
        "ongegrond": _("ongegrond"),
        "gegrond": _("gegrond"),
        "deels_gegrond": _("deels gegrond"),
        "niet_ontvankelijk": _("niet-ontvankelijk"),
        "ingetrokken": _("ingetrokken"),
    }
    for b in p.beroepen:
        delen = list(_op(_("zitting"), b.zitting_op))
        if b.zonder_zitting:
            delen.append(_("zonder zitting"))
        if b.uitkomst:
            delen.append(uitkomsten[b.uitkomst])
        delen += [*_op(_("uitspraak"), b.uitspraak_op), *_op(_("bekendgemaakt"), b.bekendgemaakt_op)]
        yield Regel(
            b.ingesteld_op, _("Hoger beroep") if b.soort == "hoger_beroep" else _("Beroep"), tuple(delen)
        )
    if p.beroepstermijn_tot:
        yield Regel(p.beroepstermijn_tot, _("Laatste dag van de beroepstermijn"), ())


def _voorzieningen(p: d.Procedure) -> Iterator[Regel]:
    antwoord = {True: _("toegewezen"), False: _("afgewezen"), None: _("nog niet beslist")}
    for v in p.voorlopige_voorzieningen:
        delen = [antwoord[v.toegewezen], *_op(_("beslist"), v.beslist_op), *_op(_("tot en met"), v.tot)]
        yield Regel(v.gevraagd_op, _("Voorlopige voorziening gevraagd"), tuple(delen))


def _eigen_stappen(beeld: d.Dossierbeeld) -> Iterator[Regel]:
    redenen = {soort: str(naam) for soort, naam in STARTGEBEURTENISSEN}
    termijn = beeld.vertrektermijn
    if termijn.start_op:
        delen = (redenen[termijn.startgebeurtenis],) if termijn.startgebeurtenis else ()
        yield Regel(termijn.start_op, _("Begin van de vertrektermijn"), delen)
    uitkomsten = {
        "verwijderbaar": _("verwijderbaar"),
        "niet_verwijderbaar": _("niet verwijderbaar"),
        "onbekend": _("nog niet bekend"),
    }
    for check in beeld.verwijderbaarheidschecks:
        yield Regel(check.gecheckt_op, _("Verwijderbaarheidscheck"), (uitkomsten[check.uitkomst],))
