"""What the pages of this room show, worked out from facts and rows. Plain values; the lightest means stand first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import PARTNER
from verantwoord.stamgegevens.landen import landnaam, taalnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht import queries
from verantwoord.toezicht.kalender import TEKENS, Week, weken_van
from verantwoord.toezicht.keten import keten_van
from verantwoord.toezicht.keuzes import Gehoord, Moment, Reden, Reistestantwoordsoort, Verzoeksoort
from verantwoord.toezicht.models import Maatregel, Meldmoment, Meldverzoek, Reistest
from verantwoord.web.datums import dag_maand, lang, nog
from verantwoord.web.waarden import Feit

MELDPLICHT = "toezicht-meldplicht"


@dataclass(frozen=True, kw_only=True)
class Plichtblok:
    """One meldplicht: its facts, the calendar of its last weeks, and each day about which more is known."""

    titel: str
    loopt: bool
    feiten: tuple[Feit, ...]
    weken: tuple[Week, ...]
    dagen: tuple["Dagregel", ...]


@dataclass(frozen=True, kw_only=True)
class Dagregel:
    dag: str
    teken: str
    stand: str
    reden: str
    toelichting: str
    wie: str


@dataclass(frozen=True, kw_only=True)
class Maatregelblok:
    """One measure of art. 56 with each look at it; ``bekijken`` is empty when nothing is owed before its end."""

    id: str
    titel: str
    teken: str
    stand: str
    loopt: bool
    feiten: tuple[Feit, ...]
    bekijken: date | None


@dataclass(frozen=True, kw_only=True)
class Reistestblok:
    id: str
    titel: str
    open: bool
    beantwoord: bool
    feiten: tuple[Feit, ...]


def overzicht_context(dossier: Dossier, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """Everything the tab shows, in the order in which means are weighed: the lightest first, detention last."""
    toestand = queries.toestand_of(dossier.pk, viewer=viewer, peildatum=vandaag)
    s = toestand.s
    momenten = queries.momenten_of(dossier.pk, viewer=viewer)
    verzoek = queries.wachtend_verzoek(dossier.pk, viewer=viewer)
    maatregelen = queries.maatregelen_of(dossier.pk, viewer=viewer)
    verloop = queries.verloop_of(dossier.pk, viewer=viewer)
    return {
        "vandaag": vandaag,
        "contact": _contact(s),
        "plicht": _lopend(s, momenten, verloop, vandaag),
        "plicht_norm": toestand.bevinding(MELDPLICHT),
        "verzoek": verzoekfeiten(verzoek, vandaag) if verzoek else [],
        "maatregelen": [maatregelblok(m, vandaag=vandaag) for m in maatregelen],
        "keten": keten_van(s, momenten, verloop),
        "bewaring": _bewaring(s),
        "bewaring_url": _adres("bewaring:overzicht", dossier.pk),
    }


def meldplicht_context(dossier: Dossier, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """Every meldplicht with its calendar, and what was asked of the AVIM."""
    toestand = queries.toestand_of(dossier.pk, viewer=viewer, peildatum=vandaag)
    momenten = queries.momenten_of(dossier.pk, viewer=viewer)
    verloop = queries.verloop_of(dossier.pk, viewer=viewer, soorten=("meldplicht.",))
    verzoeken = queries.verzoeken_of(dossier.pk, viewer=viewer)
    return {
        "vandaag": vandaag,
        "blokken": plichtblokken(toestand.s.beeld.meldplichten, momenten, verloop, vandaag=vandaag),
        "verzoeken": [(_verzoektitel(v), verzoekfeiten(v, vandaag)) for v in verzoeken],
        "wacht": any(v.wacht for v in verzoeken),
        "plicht_norm": toestand.bevinding(MELDPLICHT),
    }


def keten_context(dossier: Dossier, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """The chain of staying away, with the norm that guards its end."""
    toestand = queries.toestand_of(dossier.pk, viewer=viewer, peildatum=vandaag)
    momenten = queries.momenten_of(dossier.pk, viewer=viewer)
    verloop = queries.verloop_of(dossier.pk, viewer=viewer, soorten=("afwezigheid.",))
    return {
        "vandaag": vandaag,
        "keten": keten_van(toestand.s, momenten, verloop),
        "norm": toestand.bevinding("vertrek-zonder-toezicht"),
    }


def reistest_context(dossier: Dossier, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """The tests a country asks. This page alone shows what the person said."""
    testen = queries.reistesten_of(dossier.pk, viewer=viewer)
    return {"vandaag": vandaag, "testen": [reistestblok(test) for test in testen]}


def plichtblokken(
    meldplichten: Sequence[d.Meldplicht],
    momenten: Sequence[Meldmoment],
    verloop: Sequence[Gebeurtenis],
    *,
    vandaag: date,
) -> list[Plichtblok]:
    """Each meldplicht, the newest first."""
    genummerd = list(enumerate(meldplichten))
    return [
        _plichtblok(
            plicht,
            [m for m in momenten if m.plaats == plaats],
            verloop if plicht is genummerd[-1][1] else (),
            vandaag=vandaag,
        )
        for plaats, plicht in reversed(genummerd)
    ]


def _plichtblok(
    plicht: d.Meldplicht,
    momenten: Sequence[Meldmoment],
    verloop: Sequence[Gebeurtenis],
    *,
    vandaag: date,
) -> Plichtblok:
    return Plichtblok(
        titel=_("Meldplicht vanaf %(dag)s") % {"dag": dag_maand(plicht.opgelegd_op)},
        loopt=plicht.beeindigd_op is None,
        feiten=tuple(_plichtfeiten(plicht, verloop)),
        weken=tuple(weken_van(plicht, momenten, op=vandaag)),
        dagen=tuple(_dagregel(m) for m in reversed(momenten) if m.soort != Moment.GEMELD),
    )


def _plichtfeiten(plicht: d.Meldplicht, verloop: Sequence[Gebeurtenis]) -> Iterator[Feit]:
    yield Feit(_("Opgelegd door"), str(PARTNER[plicht.opgelegd_door]))
    keer = _("%(n)d keer per week") % {"n": plicht.per_week}
    yield Feit(_("Hoe vaak"), keer, toelichting=plicht.reden_afwijking)
    for g in verloop:
        if g.soort in _REDENEN and g.gegevens.get("reden"):
            dag = dag_maand(timezone.localtime(g.moment).date())
            yield Feit(_REDENEN[g.soort](), str(g.gegevens["reden"]), toelichting=f"{dag}, {g.door_naam}")
    yield Feit(
        _("Telt als niet gemeld"),
        ", ".join(dag_maand(dag) for dag in plicht.gemist_op) or _("geen enkele dag"),
    )
    if plicht.beeindigd_op:
        yield Feit(_("Beëindigd"), dag_maand(plicht.beeindigd_op))


_REDENEN = {
    "meldplicht.opgelegd": lambda: _("Waarom opgelegd"),
    "meldplicht.gewijzigd": lambda: _("Waarom veranderd"),
    "meldplicht.beeindigd": lambda: _("Waarom beëindigd"),
}


def _dagregel(moment: Meldmoment) -> Dagregel:
    return Dagregel(
        dag=lang(moment.op),
        teken=TEKENS[Moment(moment.soort)],
        stand=str(Moment(moment.soort).label),
        reden=str(Reden(moment.reden).label) if moment.reden else "",
        toelichting=" ".join(
            deel
            for deel in (
                _("De persoon is niet bereikt.") if moment.gehoord == Gehoord.NIET_BEREIKT else "",
                moment.toelichting,
            )
            if deel
        ),
        wie=moment.door_naam,
    )


def _verzoektitel(verzoek: Meldverzoek) -> str:
    return str(Verzoeksoort(verzoek.soort).label)


def verzoekfeiten(verzoek: Meldverzoek, vandaag: date) -> list[Feit]:
    """What was asked, and what came of it."""
    feiten = [
        Feit(
            _("Gevraagd"),
            _("%(dag)s door %(wie)s") % {"dag": dag_maand(verzoek.gevraagd_op), "wie": verzoek.door_naam},
            toelichting=verzoek.reden,
        )
    ]
    if verzoek.ingetrokken_op is not None:
        feiten.append(Feit(_("Ingetrokken"), dag_maand(verzoek.ingetrokken_op)))
    elif verzoek.besluit is None or verzoek.besloten_op is None:
        feiten.append(
            Feit(
                _("Antwoord gevraagd voor"),
                dag_maand(verzoek.antwoord_voor),
                toelichting=nog(verzoek.antwoord_voor, vandaag),
            )
        )
    else:
        wie = {"dag": dag_maand(verzoek.besloten_op), "wie": verzoek.besloten_door_naam}
        feiten.append(
            Feit(
                str(verzoek.get_besluit_display()),
                _("%(dag)s door %(wie)s") % wie,
                toelichting=verzoek.besluit_reden,
            )
        )
    return feiten


def _lopend(
    s: Stand, momenten: Sequence[Meldmoment], verloop: Sequence[Gebeurtenis], vandaag: date
) -> Plichtblok | None:
    if not s.lopende_meldplichten:
        return None
    return next(
        (
            blok
            for blok in plichtblokken(s.beeld.meldplichten, momenten, verloop, vandaag=vandaag)
            if blok.loopt
        ),
        None,
    )


def _contact(s: Stand) -> list[Feit]:
    gesprekken = [g for g in s.gevoerde_gesprekken if g.gevoerd_op is not None]
    laatste = max((g.gevoerd_op for g in gesprekken if g.gevoerd_op), default=None)
    return [
        Feit(_("Laatste gesprek"), dag_maand(laatste) if laatste else _("er is nog geen gesprek gevoerd")),
        Feit(_("Vertrekplan"), _("vastgesteld") if s.vertrekplan else _("nog niet vastgesteld")),
    ]


def _bewaring(s: Stand) -> list[Feit]:
    """Only what runs: that there was detention before says nothing about what is needed now."""
    bewaring = s.open_bewaring
    if bewaring is None or bewaring.opgelegd_op is None:
        return []
    return [Feit(_("In bewaring sinds"), dag_maand(bewaring.opgelegd_op))]


def maatregelblok(maatregel: Maatregel, *, vandaag: date) -> Maatregelblok:
    """One measure as it stands today."""
    loopt = maatregel.loopt_op(vandaag)
    nog_te_doen = maatregel.beeindigd_op is None and vandaag <= maatregel.tot
    teken, stand = _maatregelstand(maatregel, vandaag)
    return Maatregelblok(
        id=str(maatregel.pk),
        titel=f"{maatregel.get_soort_display()}, {maatregel.waar}",
        teken=teken,
        stand=stand,
        loopt=loopt or nog_te_doen,
        feiten=tuple(_maatregelfeiten(maatregel)),
        bekijken=maatregel.bekijken_voor if nog_te_doen else None,
    )


def _maatregelstand(maatregel: Maatregel, vandaag: date) -> tuple[str, str]:
    if maatregel.beeindigd_op is not None:
        return "niet-aan-de-orde", _("beëindigd op %(dag)s") % {"dag": dag_maand(maatregel.beeindigd_op)}
    if vandaag > maatregel.tot:
        return "niet-aan-de-orde", _("vanzelf geëindigd na %(dag)s") % {"dag": dag_maand(maatregel.tot)}
    if vandaag < maatregel.van:
        return "gepland", _("begint %(wanneer)s") % {"wanneer": nog(maatregel.van, vandaag)}
    return "nu", _("geldt tot en met %(dag)s, daarna eindigt hij vanzelf") % {"dag": dag_maand(maatregel.tot)}


def _maatregelfeiten(maatregel: Maatregel) -> Iterator[Feit]:
    yield Feit(
        _("Van en tot en met"),
        _("%(van)s tot en met %(tot)s") % {"van": dag_maand(maatregel.van), "tot": dag_maand(maatregel.tot)},
    )
    yield Feit(_("Opgelegd door"), maatregel.door_naam)
    yield Feit(_("Waarom"), maatregel.reden)
    yield Feit(_("Wat lichter was, en waarom dat niet genoeg is"), maatregel.lichter)
    if maatregel.belang_kinderen:
        yield Feit(_("Belangen van de kinderen"), maatregel.belang_kinderen)
    for toets in maatregel.toetsen.all():
        yield Feit(
            _("Opnieuw bekeken op %(dag)s") % {"dag": dag_maand(toets.op)},
            _("blijft nog nodig") if toets.blijft else _("niet meer nodig"),
            toelichting=f"{toets.reden} ({toets.door_naam})",
        )
    if maatregel.einde_reden:
        yield Feit(_("Waarom beëindigd"), maatregel.einde_reden, toelichting=maatregel.beeindigd_door_naam)


def reistestblok(test: Reistest) -> Reistestblok:
    """One test with everything that was said about it, in the order in which it was said."""
    antwoorden = list(test.antwoorden.all())
    return Reistestblok(
        id=str(test.pk),
        titel=_("%(soort)s voor %(land)s")
        % {"soort": str(test.get_soort_display()).split(",")[0], "land": landnaam(test.land)},
        open=test.vervallen_op is None,
        beantwoord=bool(antwoorden),
        feiten=tuple(_reistestfeiten(test)),
    )


def _reistestfeiten(test: Reistest) -> Iterator[Feit]:
    yield Feit(_("Wat het land vraagt"), test.wat)
    yield Feit(_("Waar dat staat"), test.bron)
    yield Feit(_("Bespreken voor"), dag_maand(test.vraag_voor))
    for antwoord in test.antwoorden.all():
        yield Feit(
            _("Antwoord van %(dag)s") % {"dag": dag_maand(antwoord.op)},
            str(Reistestantwoordsoort(antwoord.antwoord).label),
            toelichting=" ".join(
                deel
                for deel in (
                    str(antwoord.get_namens_display()) + ".",
                    _("Besproken in het %(taal)s.") % {"taal": taalnaam(antwoord.taal)},
                    f"“{antwoord.woorden}”" if antwoord.woorden else "",
                )
                if deel
            ),
        )
    if test.vervallen_op:
        yield Feit(_("Niet meer nodig sinds"), dag_maand(test.vervallen_op), toelichting=test.vervallen_reden)


def wat_er_staat(s: Stand) -> list[Feit]:
    """What is recorded about supervision now, for who finds that a colleague was first."""
    plichten = [
        Feit(
            _("Meldplicht vanaf %(dag)s") % {"dag": dag_maand(p.opgelegd_op)},
            _("%(n)d keer per week") % {"n": p.per_week},
        )
        for p in s.lopende_meldplichten
    ]
    return plichten or [Feit(_("Meldplicht"), _("Er loopt geen meldplicht."))]


def _adres(naam: str, *args: Any) -> str:
    """The address of a page of the other half of this room; nothing while it is not there."""
    try:
        return reverse(naam, args=args)
    except NoReverseMatch:
        return ""
