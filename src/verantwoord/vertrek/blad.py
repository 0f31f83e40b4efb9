"""What the tab shows: the choice and the way back, each trip, who is no longer seen, how it ended, what came before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.normen.register import REGISTER
from verantwoord.kern.normen.toezicht import weggebleven_op
from verantwoord.kern.termijnen import Stand
from verantwoord.stamgegevens.landen import taalnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek import queries
from verantwoord.vertrek.keuzes import (
    PLANKEUZE,
    Aanleiding,
    Begeleiding,
    Bewijs,
    Gemachtigde,
    Nagevraagd,
    Soort,
    Uitkomst,
)
from verantwoord.vertrek.toestand import (
    is_uitgevoerd,
    loopt_er_nog_iets,
    openstaand,
    reistitel,
)
from verantwoord.web import datums
from verantwoord.web.waarden import Feit, Routestap, Verwijzing

MOB = "vertrek-zonder-toezicht"


@dataclass(frozen=True, kw_only=True)
class Reisblok:
    """One trip: how it stands in a mark and a word, its facts, and what can be done with it now."""

    nummer: int
    titel: str
    teken: str
    stand: str
    feiten: tuple[Feit, ...]
    tegen: tuple[Bevinding, ...]
    knoppen: tuple[Verwijzing, ...]


def overzicht_context(dossier: Dossier, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """Everything the tab shows of one dossier on one day, with a fixed number of queries."""
    toestand = queries.toestand_of(dossier.pk, viewer=viewer, peildatum=vandaag)
    verloop = queries.verloop_of(dossier.pk, viewer=viewer)
    s = toestand.s
    eerder, later = _verwant(dossier, viewer=viewer)
    return {
        "vandaag": vandaag,
        "keuze": str(PLANKEUZE.get(s.gekozen, PLANKEUZE[None])),
        "is_gedwongen": s.gekozen == "gedwongen",
        "loopt": loopt_er_nog_iets(s),
        "tegen_gedwongen": toestand.tegen("gedwongen_vertrek_starten"),
        "check": toestand.bevinding("verwijderbaarheidscheck").uitleg,
        "blokken": [
            _reisblok(dossier, toestand, nummer, verloop, vandaag=vandaag)
            for nummer in reversed(range(len(s.beeld.boekingen)))
        ],
        "kan_zelfstandig": s.uitkomst is None
        and not any(b.soort == Soort.ZELFSTANDIG for b in s.open_boekingen),
        "kan_gedwongen": s.uitkomst is None and s.gekozen == "gedwongen" and not s.open_boekingen,
        "tegen_boeken": _zonder_reis(toestand.tegen("zelfstandig_vertrek_boeken")),
        "reisvoorwaarden": s.medisch.reisvoorwaarden,
        "overdracht_geregeld_op": s.medisch.overdracht_geregeld_op,
        "weg": _wegblijven(toestand, verloop),
        "is_weg": _is_weg(s),
        "heeft_bericht": s.beeld.afwezigheid.aanwezigheidscontrole_op is not None,
        "mob": toestand.bevinding(MOB),
        "uitkomst": _uitkomst(s.beeld.uitkomst, verloop),
        "gesloten": _laatste(verloop, "dossier.gesloten") if dossier.gesloten_op else None,
        "heropend": _laatste(verloop, "dossier.heropend") if not dossier.gesloten_op else None,
        "sluitbaar": toestand.bevinding("afsluiten-dossier"),
        "openstaand": openstaand(s),
        "eerder": eerder,
        "later": later,
        "aanleidingen": dict(Aanleiding.choices),
    }


def wat_er_staat(s: Stand) -> list[Feit]:
    """What is recorded about the departure now, for who finds that a colleague was first."""
    feiten = [Feit(reistitel(b), _soort_en_stand(b)) for b in s.beeld.boekingen]
    afwezig = s.beeld.afwezigheid
    for naam, dag in (
        (_("Voor het laatst gezien"), afwezig.laatst_gezien_op),
        (_("Aanwezigheid gecontroleerd"), afwezig.aanwezigheidscontrole_op),
    ):
        if dag is not None:
            feiten.append(Feit(naam, datums.dag_maand(dag)))
    if afwezig.bericht_van_vertrek_ref:
        feiten.append(Feit(_("Bericht van vertrek"), afwezig.bericht_van_vertrek_ref))
    if s.beeld.uitkomst is not None:
        feiten.append(Feit(_("Uitkomst"), str(Uitkomst(s.beeld.uitkomst.soort).label)))
    return feiten or [Feit(_("Vertrek"), _("Er is over het vertrek nog niets vastgelegd."))]


def _soort_en_stand(boeking: d.Vertrekboeking) -> str:
    soort = str(Soort(boeking.soort).label)
    if boeking.geannuleerd_op is None:
        return soort
    return _("%(soort)s, geannuleerd op %(dag)s") % {
        "soort": soort,
        "dag": datums.dag_maand(boeking.geannuleerd_op),
    }


def _zonder_reis(tegen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """What stops booking whatever the trip is; the proof for another country is asked with the trip itself."""
    return tuple(b for b in tegen if b.norm != "derde-land-vertrek")


# Trips.


def _reisblok(
    dossier: Dossier,
    toestand: queries.Toestand,
    nummer: int,
    verloop: Sequence[Gebeurtenis],
    *,
    vandaag: date,
) -> Reisblok:
    boeking = toestand.s.beeld.boekingen[nummer]
    eigen = [g for g in verloop if g.gegevens.get("boeking") == nummer and g.soort.startswith("vertrek.")]
    doorgelaten = next(
        (
            g
            for g in eigen
            if g.soort == "vertrek.doorgelaten" and g.gegevens["op"] == boeking.gepland_op.isoformat()
        ),
        None,
    )
    teken, stand = _stand(boeking, toestand.s, doorgelaten=doorgelaten is not None, vandaag=vandaag)
    is_open = boeking.geannuleerd_op is None and toestand.s.uitkomst is None and dossier.gesloten_op is None
    tegen = toestand.tegen(f"{boeking.soort}_vertrek_uitvoeren") if is_open else ()
    return Reisblok(
        nummer=nummer,
        titel=reistitel(boeking),
        teken=teken,
        stand=stand,
        feiten=tuple(_reisfeiten(boeking, eigen)),
        tegen=tegen,
        knoppen=tuple(
            _reisknoppen(
                dossier,
                nummer,
                mag_door=not tegen and doorgelaten is None and boeking.gepland_op == vandaag,
            )
        )
        if is_open
        else (),
    )


def _stand(boeking: d.Vertrekboeking, s: Stand, *, doorgelaten: bool, vandaag: date) -> tuple[str, str]:
    if boeking.geannuleerd_op is not None:
        return "niet-aan-de-orde", _("geannuleerd op %(dag)s") % {
            "dag": datums.dag_maand(boeking.geannuleerd_op)
        }
    if is_uitgevoerd(boeking, s.uitkomst):
        return "gedaan", _("vertrokken")
    if doorgelaten and boeking.gepland_op == vandaag:
        return "gedaan", _("gaat vandaag door")
    if boeking.gepland_op < vandaag:
        return "verouderd", _("de dag is voorbij; leg vast wat er gebeurde")
    return "gepland", _("gepland, %(wanneer)s") % {"wanneer": datums.nog(boeking.gepland_op, vandaag)}


def _reisfeiten(boeking: d.Vertrekboeking, eigen: Sequence[Gebeurtenis]) -> Iterator[Feit]:
    yield Feit(_("Soort"), str(Soort(boeking.soort).label))
    yield Feit(_("Dag"), datums.lang(boeking.gepland_op))
    yield Feit(
        _("Mee op reis"),
        ", ".join(str(Begeleiding(wie).label) for wie in boeking.begeleiding) or _("niemand"),
    )
    if boeking.toegangsbewijs_ref:
        yield Feit(_("Bewijs van toelating"), boeking.toegangsbewijs_ref)
    if boeking.dia_overwogen is not None:
        yield Feit(
            _("Hulp van de DIA"),
            _("overwogen") if boeking.dia_overwogen else _("niet overwogen"),
            toelichting=boeking.reden_geen_dia or "",
        )
    for g in eigen:
        yield Feit(_VERBEN[g.soort](), _wie_wanneer(g), toelichting=_woorden(g))
        if uitleg := g.gegevens.get("uitleg"):
            yield Feit(_("Wat vertrekken betekent"), _uitleg(uitleg))


_VERBEN = {
    "vertrek.geboekt": lambda: _("Geboekt"),
    "vertrek.gewijzigd": lambda: _("Gewijzigd"),
    "vertrek.geannuleerd": lambda: _("Geannuleerd"),
    "vertrek.doorgelaten": lambda: _("Mag doorgaan"),
}


def _uitleg(uitleg: dict[str, str]) -> str:
    taal = _("Uitgelegd in het %(taal)s.") % {"taal": taalnaam(uitleg["taal"])}
    if uitleg["gemachtigde"] == Gemachtigde.WEET_HET and "gemachtigde_op" in uitleg:
        dag = datums.dag_maand(date.fromisoformat(uitleg["gemachtigde_op"]))
        return f"{taal} " + _("De gemachtigde weet het sinds %(dag)s.") % {"dag": dag}
    return f"{taal} " + _("Er is geen gemachtigde; er is gezegd waar rechtshulp te vinden is.")


def _wie_wanneer(g: Gebeurtenis) -> str:
    dag = datums.dag_maand(timezone.localtime(g.moment).date())
    return _("%(dag)s door %(wie)s") % {"dag": dag, "wie": g.door_naam}


def _woorden(g: Gebeurtenis) -> str:
    return str(g.gegevens.get("toelichting") or g.gegevens.get("reden") or "")


def _reisknoppen(dossier: Dossier, nummer: int, *, mag_door: bool) -> Iterator[Verwijzing]:
    def naar(stap: str) -> str:
        return reverse("vertrek:reisstap", args=[dossier.pk, nummer, stap])

    if mag_door:
        yield Verwijzing(_("Laat het vertrek doorgaan"), naar("doorgaan"))
    yield Verwijzing(_("Wijzig de reis"), naar("wijzigen"))
    yield Verwijzing(_("Annuleer de reis"), naar("annuleren"))


# No longer seen.


def _is_weg(s: Stand) -> bool:
    """Whether anything is known that makes the absence worth showing step by step."""
    afwezig = s.afwezigheid
    return (
        weggebleven_op(s) is not None
        or afwezig.niet_aangekomen_sinds is not None
        or afwezig.bericht_van_vertrek_ref is not None
        or afwezig.aanwezigheidscontrole_op is not None
    )


def _wegblijven(toestand: queries.Toestand, verloop: Sequence[Gebeurtenis]) -> list[Routestap]:
    s = toestand.s
    afwezig, dag = s.afwezigheid, weggebleven_op(s)
    weer_gezien = dag is not None and afwezig.laatst_gezien_op is not None and afwezig.laatst_gezien_op > dag
    gecontroleerd = afwezig.aanwezigheidscontrole_op
    telt = gecontroleerd is not None and (dag is None or gecontroleerd >= dag)
    controle = _laatste(verloop, "afwezigheid.gecontroleerd")
    return [
        Routestap(
            teken="gedaan" if afwezig.laatst_gezien_op else "niet-begonnen",
            titel=_("Voor het laatst gezien"),
            wanneer=_kort(afwezig.laatst_gezien_op),
        ),
        Routestap(
            teken="gedaan" if dag else "niet-begonnen",
            titel=_("Twee meldingen op rij gemist, of 48 uur niet aangekomen"),
            toelichting=_("daarna is de persoon weer gezien; dit telt niet meer") if weer_gezien else "",
            wanneer=_kort(dag),
        ),
        Routestap(
            teken="gedaan" if telt else "niet-begonnen",
            titel=_("Aanwezigheid gecontroleerd door COA en AVIM"),
            toelichting=_controle_in_woorden(controle) if telt else "",
            wanneer=_kort(gecontroleerd if telt else None),
        ),
        Routestap(
            teken="gedaan" if afwezig.bericht_van_vertrek_ref else "niet-begonnen",
            titel=_("Bericht van vertrek van de AVIM"),
            toelichting=_("kenmerk %(ref)s") % {"ref": afwezig.bericht_van_vertrek_ref}
            if afwezig.bericht_van_vertrek_ref
            else "",
        ),
    ]


def _controle_in_woorden(controle: Gebeurtenis | None) -> str:
    if controle is None:
        return ""
    waar = [str(Nagevraagd(plek).label) for plek in controle.gegevens.get("nagevraagd", [])]
    gevonden = _("aangetroffen") if controle.gegevens.get("aangetroffen") else _("niet aangetroffen")
    return "; ".join([gevonden, *waar])


def _kort(dag: date | None) -> str:
    return datums.kort_jaar(dag) if dag else ""


# How it ended, and what came before and after.


def _uitkomst(uitkomst: d.Uitkomst | None, verloop: Sequence[Gebeurtenis]) -> list[Feit]:
    if uitkomst is None:
        return []
    bevestigd = _laatste(verloop, "vertrek.bevestigd")
    feiten = [
        Feit(_("Hoe"), str(Uitkomst(uitkomst.soort).label)),
        Feit(_("Op"), datums.lang(uitkomst.op)),
    ]
    if uitkomst.bewijs_ref:
        soort = bevestigd.gegevens.get("bewijs") if bevestigd else None
        feiten.append(
            Feit(
                _("Bewijs of kenmerk"),
                uitkomst.bewijs_ref,
                toelichting=str(Bewijs(soort).label) if soort else "",
            )
        )
    if bevestigd is not None:
        feiten.append(Feit(_("Vastgelegd"), _wie_wanneer(bevestigd), toelichting=_woorden(bevestigd)))
        if not bevestigd.gegevens["vooraf_getoetst"]:
            feiten.append(_zonder_toets(bevestigd.gegevens.get("tegen", [])))
    return feiten


def _zonder_toets(tegen: Sequence[str]) -> Feit:
    """Say that nobody let it go ahead on the day, and what stood against it then."""
    titels = "; ".join(REGISTER[norm].titel for norm in tegen if norm in REGISTER)
    return Feit(
        _("Niet vooraf getoetst"),
        _("Op de dag van vertrek is niet vastgelegd dat het mocht doorgaan."),
        toelichting=_("Die dag stond dit in de weg: %(wat)s.") % {"wat": titels} if titels else "",
        let_op=True,
    )


def _laatste(verloop: Sequence[Gebeurtenis], soort: str) -> Gebeurtenis | None:
    return next((g for g in reversed(verloop) if g.soort == soort), None)


def _verwant(dossier: Dossier, *, viewer: Medewerker) -> tuple[list[Verwijzing], list[Verwijzing]]:
    """The earlier dossiers this one refers to, and later ones that refer to this one; linked where one may look."""
    anderen = {ander.nummer: ander for ander in queries.verwante_dossiers_of(dossier, viewer=viewer)}

    def verwijs(nummer: str) -> Verwijzing:
        if nummer not in anderen:
            return Verwijzing(nummer)
        return Verwijzing(nummer, reverse("werkplek:overzicht", args=[anderen[nummer].pk]))

    eerder = [verwijs(nummer) for nummer in dossier.eerdere_dossiers]
    later = [verwijs(ander.nummer) for ander in anderen.values() if dossier.nummer in ander.eerdere_dossiers]
    return eerder, later
