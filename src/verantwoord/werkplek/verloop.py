"""The course of a dossier on one axis of time. Pure: facts in, a chart's values out."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.definities import gevoerd
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.web.datums import dag_maand
from verantwoord.web.grafiek.verloop import Balk, Punt, Rij, Verloop
from verantwoord.werkplek.fasen import opgeschort
from verantwoord.werkplek.woorden import MOMENT

# How much of the future is drawn at least, so that what is owed next fits on the page.
VOORUIT: Final = timedelta(days=45)
_GESPREK_NUMMER: Final = {"eerste": "1", "tweede": "2", "derde": "3", "extra": lui("extra")}


def maak_verloop(s: Stand, beoordeling: Beoordeling) -> Verloop:
    """The seven rows of a dossier on the day of ``s``: what happened, what is fixed, what is expected, what is locked."""
    rijen = (
        _procedure(s),
        _opvang(s),
        _vertrektermijn(s),
        _gesprekken(s),
        _toetsingen(s),
        _lp(s, mag_weg=any(h.handeling == "lp_verzenden" and h.mag for h in beoordeling.handelingen)),
        _artikel_64(s),
    )
    van, tot = _as(rijen, s)
    return Verloop(rijen=rijen, vandaag=s.op, van=van, tot=tot)


def _as(rijen: Iterable[Rij], s: Stand) -> tuple[date, date]:
    """From the first day that matters to the last one known, with room to look ahead; whole months."""
    begin = s.ontvangen_op or s.op
    dagen = [begin, s.op + VOORUIT]
    for rij in rijen:
        dagen += [dag for balk in rij.balken for dag in (balk.van, balk.tot) if dag is not None]
        dagen += [punt.op for punt in rij.punten]
    # Whatever happened long before the transfer would push the present together.
    vroegst = max(min(dagen), begin - timedelta(days=60))
    laatst = min(max(dagen), s.op + timedelta(days=550))
    return vroegst.replace(day=1), plus_dagen(laatst, 14)


def heeft_verwachting(verloop: Verloop) -> bool:
    """Tell whether a departure term is drawn as expected, so that the page says what that rests on."""
    return any(balk.tekst.endswith("*") for rij in verloop.rijen for balk in rij.balken)


def balken(
    van: date, tot: date | None, op: date, tekst: str, daarna: str = "", *, kort: str = ""
) -> Iterator[Balk]:
    """One period as it is drawn: the part behind us happened, the part ahead is fixed."""
    if van > op:
        yield Balk(van, tot, "vast", tekst, kort)
        return
    if tot is not None and tot <= op:
        yield Balk(van, tot, "gebeurd", tekst, kort)
        return
    yield Balk(van, op, "gebeurd", tekst, kort)
    yield Balk(op, tot, "vast", daarna)


def _procedure(s: Stand) -> Rij:
    delen: list[Balk] = []
    punten: list[Punt] = []
    besluit, beroep = s.referentiebesluit, s.beroep
    if besluit is not None:
        punten.append(Punt(besluit.genomen_op, "gedaan", _("besluit")))
    if beroep is not None:
        einde = beroep.uitspraak_op or beroep.bekendgemaakt_op
        if einde is not None:
            delen += balken(beroep.ingesteld_op, einde, s.op, _("Beroep bij de rechtbank"))
        else:
            zitting = beroep.zitting_op if beroep.zitting_op and beroep.zitting_op > s.op else s.op + VOORUIT
            delen.append(
                Balk(beroep.ingesteld_op, s.op, "gebeurd", _("Beroep bij de rechtbank"), _("Beroep"))
            )
            delen.append(Balk(s.op, zitting, "vast" if beroep.zitting_op else "verwacht"))
        if beroep.zitting_op is not None:
            teken = "gedaan" if beroep.zitting_op <= s.op else "gepland"
            punten.append(
                Punt(beroep.zitting_op, teken, _("zitting %(dag)s") % {"dag": _kort(beroep.zitting_op)})
            )
        if einde is not None:
            punten.append(Punt(einde, "gedaan", _("uitspraak")))
    elif s.beroepstermijn_tot is not None and besluit is not None:
        begin = besluit.bekendgemaakt_op or besluit.genomen_op
        if s.beroepstermijn_tot >= begin:
            delen += balken(begin, s.beroepstermijn_tot, s.op, _("Beroep mogelijk"))
    return Rij(
        _("Procedure"), tuple(delen), tuple(punten), "" if delen or punten else _("geen besluit bekend")
    )


def _opvang(s: Stand) -> Rij:
    begin = s.ontvangen_op or s.op
    termijn = s.termijnen.opvang
    stil = opgeschort(s) is not None
    if termijn.eindigt_op is not None and not stil:
        return Rij(
            _("Opvang"),
            tuple(
                balken(
                    begin,
                    termijn.eindigt_op,
                    s.op,
                    _("Recht op opvang"),
                    _("tot %(dag)s") % {"dag": _kort(termijn.eindigt_op)},
                )
            ),
        )
    delen = (
        Balk(begin, s.op, "gebeurd", _("Recht op opvang"), _("Opvang")),
        Balk(
            s.op, None, "vast", _("zolang de opschorting duurt") if stil else _("zolang de procedure loopt")
        ),
    )
    return Rij(_("Opvang"), delen if begin < s.op else delen[1:])


def _vertrektermijn(s: Stand) -> Rij:
    termijn = s.termijnen.vertrektermijn
    if termijn.begint_op is not None and termijn.eindigt_op is not None:
        return Rij(_("Vertrektermijn"), _termijnbalken(s, termijn.begint_op, termijn.eindigt_op))
    dagen = s.dagen_vertrektermijn
    zitting = s.beroep.zitting_op if s.beroep else None
    if s.beroepsstand == "loopt" and zitting is not None and zitting > s.op and dagen:
        # Six weeks after the hearing is when a court as a rule has ruled; it is drawn as expected, never as fixed.
        uitspraak = plus_dagen(zitting, 42)
        balk = Balk(uitspraak, plus_dagen(uitspraak, dagen), "verwacht", _("%(n)d dagen*") % {"n": dagen})
        return Rij(_("Vertrektermijn"), (balk,), (), _("begint pas na een ongegrond beroep"))
    return Rij(_("Vertrektermijn"), (), (), _("nog niet begonnen"))


def _termijnbalken(s: Stand, van: date, tot: date) -> tuple[Balk, ...]:
    dagen = _("%(n)d dagen") % {"n": s.dagen_vertrektermijn} if s.dagen_vertrektermijn else ""
    tot_dag = _("tot %(dag)s") % {"dag": _kort(tot)}
    return tuple(balken(van, tot, s.op, dagen, tot_dag))


def _gesprekken(s: Stand) -> Rij:
    punten = [Punt(gevoerd(g), "gedaan", str(_GESPREK_NUMMER[g.moment])) for g in s.gevoerde_gesprekken]
    gezien = {g.moment for g in s.gevoerde_gesprekken}
    for g in s.gesprekken:
        if g.status == "gepland" and g.gepland_op is not None:
            punten.append(
                Punt(g.gepland_op, "gepland", f"{_GESPREK_NUMMER[g.moment]}, {_('op')} {_kort(g.gepland_op)}")
            )
            gezien.add(g.moment)
    for moment in ("eerste", "tweede", "derde"):
        laatste_dag = getattr(s.termijnen, f"gesprek_{moment}").eindigt_op
        if moment not in gezien and laatste_dag is not None:
            teken = "te-laat" if laatste_dag < s.op else "ontbreekt"
            punten.append(
                Punt(laatste_dag, teken, f"{_GESPREK_NUMMER[moment]}, {_('uiterlijk')} {_kort(laatste_dag)}")
            )
    return Rij(_("Gesprekken"), (), tuple(punten), "" if punten else _("nog geen gepland"))


def _toetsingen(s: Stand) -> Rij:
    per_dag: dict[date, list[str]] = {}
    for t in s.tellende_toetsingen:
        per_dag.setdefault(t.getoetst_op, []).append(t.moment)
    punten = []
    for dag, momenten in sorted(per_dag.items()):
        vier = set(momenten) == set(MOMENT)
        tekst = (
            _("alle vier") if vier else ", ".join(str(MOMENT[m][1]).lower() for m in dict.fromkeys(momenten))
        )
        punten.append(Punt(dag, "gedaan", tekst))
    punten += [
        Punt(signaal.ontvangen_op, "aanwijzing", str(MOMENT[signaal.moment][1]).lower())
        for signaal in s.signalen
        if signaal.afgehandeld_op is None
    ]
    return Rij(_("Toetsingen"), (), tuple(punten), "" if punten else _("nog geen vastgelegd"))


def _lp(s: Stand, *, mag_weg: bool) -> Rij:
    if not s.lp_aanvragen:
        tekst = _("niet nodig") if s.heeft_geldig_reisdocument else _("nog niet ingevuld")
        return Rij(_("LP"), (), (), tekst)
    lp = s.lp_aanvragen[-1]
    delen: list[Balk] = []
    punten: list[Punt] = []
    if lp.ingevuld_op is not None and lp.verzonden_op is None:
        if mag_weg:
            delen += balken(lp.ingevuld_op, None, s.op, _("ingevuld"), _("klaar om te verzenden"))
        else:
            op_slot = _("ingevuld, op slot tot de uitspraak") if s.basis is None else _("ingevuld, op slot")
            delen.append(Balk(lp.ingevuld_op, None, "slot", op_slot, _("op slot")))
    if lp.verzonden_op is not None:
        if lp.ingevuld_op is not None:
            delen.append(Balk(lp.ingevuld_op, lp.verzonden_op, "slot", _("ingevuld"), ""))
        einde = lp.afgegeven_op or lp.uitkomst_op
        delen += balken(lp.verzonden_op, einde, s.op, _("in behandeling"))
    if lp.geweigerd_op is not None:
        punten.append(Punt(lp.geweigerd_op, "niet-aan-de-orde", _("niet ingevuld")))
    if lp.presentatie_op is not None:
        teken = "gedaan" if lp.presentatie_op <= s.op else "gepland"
        punten.append(Punt(lp.presentatie_op, teken, _("presentatie")))
    if lp.afgegeven_op is not None:
        punten.append(Punt(lp.afgegeven_op, "gedaan", _("ontvangen")))
    return Rij(_("LP"), tuple(delen), tuple(punten))


def _artikel_64(s: Stand) -> Rij:
    m = s.medisch
    if m.art64_besluit in {"toegekend", "voorlopig_uitstel"} and m.art64_van is not None:
        return Rij(_("Artikel 64"), tuple(balken(m.art64_van, m.art64_tot, s.op, _("Uitstel van vertrek"))))
    gevraagd = m.art64_aangevraagd_op or m.art64_ambtshalve_op
    if gevraagd is not None and m.art64_besluit is None:
        return Rij(
            _("Artikel 64"),
            (
                Balk(gevraagd, s.op, "gebeurd", _("aanvraag")),
                Balk(s.op, s.op + VOORUIT, "verwacht", _("besluit")),
            ),
        )
    # That no application is known says nothing about somebody's health: a sign may wait for the next step.
    zonder = _("nog niet gevraagd") if m.aanwijzing_op is not None else _("geen aanvraag bekend")
    return Rij(_("Artikel 64"), (), (), _("afgewezen") if m.art64_besluit == "afgewezen" else zonder)


def _kort(dag: date) -> str:
    return dag_maand(dag).rsplit(" ", 1)[0]
