"""Why a case belongs on the next LKO agenda: from facts and dates alone, in words that give nothing away.

Pure: no database, no clock. What is known of mensenhandel is no reason here, nor of what kind something new is.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.overleg.keuzes import BUITEN_OVERLEG, LKO_SOORTEN, Onderwerp, Reden

# A term is discussed once before it ends, at the meeting of a month that comes before it.
VOORUIT: Final = timedelta(days=28)
# Week 10 of the stay in a vbl begins when nine weeks have passed.
VBL_WEEK_TIEN: Final = 63
_ZONDER_BESLUIT: Final = frozenset({"aangehouden", "geen_besluit"})


class Aanleiding(NamedTuple):
    """One reason, what the item would be about, its legal date, and the entry of the dossier it goes on with."""

    reden: Reden
    onderwerp: Onderwerp
    uiterlijk: date | None
    bron: int | None = None


def aanleidingen(s: Stand, *, datum: date) -> list[Aanleiding]:
    """Every reason to discuss this case on ``datum``, by legal date; those without one last, in a fixed order."""
    gevonden = [*_open_eindes(s), *_acties(s, datum), *_termijnen(s, datum), *_strategie(s), *_nieuws(s)]
    return sorted(gevonden, key=lambda a: (a.uiterlijk is None, a.uiterlijk or date.max))


def _lko_punten(s: Stand, *onderwerpen: str) -> list[d.Overlegpunt]:
    return [
        p for p in s.overleg if p.soort in LKO_SOORTEN and (not onderwerpen or p.onderwerp in onderwerpen)
    ]


def _laatst(punten: list[d.Overlegpunt]) -> date:
    return max((p.datum for p in punten), default=date.min)


def _open_eindes(s: Stand) -> Iterator[Aanleiding]:
    """What a meeting left open, and what was decided outside one."""
    laatste = {p.onderwerp: (plek, p) for plek, p in enumerate(s.overleg) if p.soort in LKO_SOORTEN}
    for onderwerp, (plek, punt) in laatste.items():
        voorbij = s.op > s.plus_werkdagen(punt.datum, s.p["lko-unaniem.written_vote"])
        if punt.besluit in _ZONDER_BESLUIT or (punt.besluit is None and voorbij):
            yield Aanleiding(Reden.AANGEHOUDEN, Onderwerp(onderwerp), None, plek)
    for plek, punt in enumerate(s.overleg):
        if punt.soort == BUITEN_OVERLEG and punt.besluit == "vastgesteld" and punt.bevestigd_op is None:
            yield Aanleiding(Reden.BEVESTIGEN, Onderwerp(punt.onderwerp), None, plek)


def _acties(s: Stand, datum: date) -> Iterator[Aanleiding]:
    """Norm lko-monitoring: open actions and nothing said for 28 days."""
    if any(actie.gereed_op is None for p in s.overleg for actie in p.acties):
        grens = plus_dagen(max(p.datum for p in s.overleg), s.p["lko-monitoring.stagnation"])
        if grens < datum:
            yield Aanleiding(Reden.STAGNATIE, Onderwerp.VERTREKSTRATEGIE, grens)


def _termijnen(s: Stand, datum: date) -> Iterator[Aanleiding]:
    t = s.termijnen
    if s.vbl is not None and t.vbl.eindigt_op is not None:
        week_tien = plus_dagen(s.vbl.van, VBL_WEEK_TIEN)
        besloten = s.opvang.vbl_lko_besluit_op
        al = (besloten is not None and besloten >= s.vbl.van) or _laatst(_lko_punten(s, "vbl")) >= week_tien
        if week_tien <= datum and not al:
            yield Aanleiding(Reden.VBL, Onderwerp.VBL, t.vbl.eindigt_op)
    if s.actieve_opschorting is not None:
        # The clocks of departure stand still.
        return
    for reden, onderwerp, einde in (
        (Reden.OPVANG, Onderwerp.EINDE_OPVANG, t.opvang.eindigt_op),
        (Reden.VERTREKTERMIJN, Onderwerp.VERTREKSTRATEGIE, t.vertrektermijn.eindigt_op),
    ):
        if einde is not None and einde - VOORUIT <= datum and _laatst(_lko_punten(s)) < einde - VOORUIT:
            yield Aanleiding(reden, onderwerp, einde)


def _strategie(s: Stand) -> Iterator[Aanleiding]:
    """A strategy that no meeting discussed since it was established."""
    plan = s.vertrekplan
    if plan is None or is_leeg(plan.strategie):
        return
    if _laatst(_lko_punten(s, "vertrekstrategie")) < plan.vastgesteld_op:
        einde = s.termijnen.vertrektermijn.eindigt_op
        yield Aanleiding(
            Reden.STRATEGIE,
            Onderwerp.VERTREKSTRATEGIE,
            einde if einde is not None and einde >= s.op and s.actieve_opschorting is None else None,
        )


def _nieuws(s: Stand) -> Iterator[Aanleiding]:
    """Something that came after the last discussion. Which kind it was cannot be read from the agenda."""
    punten = _lko_punten(s)
    if not punten:
        return
    sinds = _laatst(punten)
    kwam = [
        *(
            sig.ontvangen_op
            for sig in s.signalen
            if sig.moment != "mensenhandel" and sig.afgehandeld_op is None
        ),
        *(b.bekendgemaakt_op for b in s.beroepen),
        *(a.ingediend_op for a in s.aanvragen),
        *(lp.uitkomst_op for lp in s.lp_aanvragen),
        *(w.geuit_op for w in s.wensen),
    ]
    if any(dag is not None and dag > sinds for dag in kwam):
        yield Aanleiding(Reden.NIEUW, Onderwerp.VERTREKSTRATEGIE, None)
