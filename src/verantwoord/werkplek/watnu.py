"""What now: the limits, duties and points of attention of one dossier, as plain values for the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.dossier.actions.afwijken import AFWIJKBAAR
from verantwoord.dossier.afwijken.tonen import Afwijking
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern import werklijst
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import aandachtspunten, grenzen, open_plichten, plicht_tekst, rustend
from verantwoord.web.waarden import Verwijzing
from verantwoord.werkplek import grenzen as grenstekst
from verantwoord.werkplek.wegwijzer import weg_van


@dataclass(frozen=True, kw_only=True)
class Blokkade:
    """One limit: which acts it stops, why, until when, and what can be done."""

    titel: str
    ook: tuple[str, ...]
    redenen: tuple[str, ...]
    geldt_tot: str
    geldt_tot_uitleg: str
    bronnen: tuple[Verwijzing, ...]
    afwijken: str
    afwijken_url: str
    acties: tuple[Verwijzing, ...]


@dataclass(frozen=True, kw_only=True)
class Plicht:
    """Something that is owed, with the one button that resolves it."""

    titel: str
    uitleg: str
    datum: date | None
    bron: str
    actie: str
    actie_url: str
    afwijking: str
    afwijken_url: str


@dataclass(frozen=True, kw_only=True)
class Punt:
    """Something to look at before going on."""

    titel: str
    uitleg: str
    actie: str
    actie_url: str
    afwijking: str
    afwijken_url: str


@dataclass(frozen=True, kw_only=True)
class Antwoordgroep:
    """All answers of one kind, for who wants to check them."""

    titel: str
    antwoorden: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class WatNu:
    """``rust`` names what nobody has to do as long as departure is suspended; ``afwijkingen`` hold or wait now."""

    blokkades: tuple[Blokkade, ...]
    plichten: tuple[Plicht, ...]
    punten: tuple[Punt, ...]
    rust: tuple[str, ...]
    afwijkingen: tuple[Afwijking, ...] = ()

    @property
    def telling(self) -> str:
        """How many of each, as one line; nothing at all is said too."""
        b, p, a = len(self.blokkades), len(self.plichten), len(self.punten)
        delen = [
            ngettext("%(n)d blokkade", "%(n)d blokkades", b) % {"n": b} if b else "",
            ngettext("%(n)d plicht", "%(n)d plichten", p) % {"n": p} if p else "",
            ngettext("%(n)d aandachtspunt", "%(n)d aandachtspunten", a) % {"n": a} if a else "",
        ]
        return " · ".join(deel for deel in delen if deel)

    @property
    def is_leeg(self) -> bool:
        return not (self.blokkades or self.plichten or self.punten)


def maak_watnu(
    s: Stand,
    beoordeling: Beoordeling,
    dossier_id: UUID,
    *,
    afwijkingen: Mapping[str, Afwijking],
    ook_plichten: Iterable[Plicht] = (),
    ook_punten: Iterable[Punt] = (),
) -> WatNu:
    """Derive the page's first section; the order is that of the catalogue and of dates.

    ``afwijkingen`` are the deviations that hold or wait, by norm: each is said beside the norm's answer.
    ``ook_plichten`` and ``ook_punten`` wait besides what the norms ask. Of a closed dossier nothing is owed.
    """
    if s.gesloten_op is not None:
        return WatNu(blokkades=(), plichten=(), punten=(), rust=())
    per_norm = {b.norm: b for b in beoordeling.bevindingen}
    plichten = [
        _plicht(per_norm[plicht.norm], plicht.uiterlijk_op, dossier_id, afwijkingen)
        for plicht in open_plichten(s, beoordeling)
    ]
    return WatNu(
        blokkades=tuple(_blokkades(s, beoordeling, per_norm, dossier_id)),
        plichten=tuple(sorted([*plichten, *ook_plichten], key=lambda p: p.datum or date.max)),
        punten=(*ook_punten, *(_punt(b, dossier_id, afwijkingen) for b in aandachtspunten(beoordeling))),
        rust=tuple(REGISTER[b.norm].plicht for b in rustend(beoordeling)),
        afwijkingen=tuple(afwijkingen.values()),
    )


def _blokkades(
    s: Stand, beoordeling: Beoordeling, per_norm: dict[str, Bevinding], dossier_id: UUID
) -> Iterable[Blokkade]:
    """One panel a set of norms: acts that the same norms stop share it, so that nothing is said twice."""
    per_normen: dict[tuple[str, ...], list[str]] = {}
    for grens in grenzen(s, beoordeling):
        per_normen.setdefault(grens.normen, []).append(grens.handeling)
    for normen, handelingen in per_normen.items():
        yield maak_blokkade(s, handelingen, [per_norm[norm] for norm in normen], dossier_id)


def maak_blokkade(
    s: Stand, handelingen: list[str], bevindingen: list[Bevinding], dossier_id: UUID
) -> Blokkade:
    """The panel of one limit, on the page and in front of somebody who tried."""
    titels = [str(grenstekst.TITELS[handeling]) for handeling in handelingen]
    tots = list(dict.fromkeys(grenstekst.geldt_tot(b.norm, s) for b in bevindingen))
    bronnen = dict.fromkeys(bron_in_woorden(bron) for b in bevindingen for bron in b.bron)
    acties = dict.fromkeys(weg_van(b.norm, dossier_id) for b in bevindingen)
    return Blokkade(
        titel=titels[0],
        ook=tuple(titels[1:]),
        redenen=tuple(dict.fromkeys(b.uitleg for b in bevindingen)),
        geldt_tot=_(", en tot ").join(tot.wanneer for tot in tots),
        geldt_tot_uitleg=tots[0].uitleg if len(tots) == 1 else "",
        bronnen=tuple(Verwijzing(bron) for bron in bronnen),
        afwijken=_strengste(bevindingen),
        # Of a limit that also rests on a rule without deviation nobody deviates; then there is no link to it.
        afwijken_url=_afwijken_url(bevindingen[0], dossier_id)
        if all(b.norm in AFWIJKBAAR for b in bevindingen)
        else "",
        acties=tuple(Verwijzing(tekst, url) for url, tekst in acties if url)[:2],
    )


def _strengste(bevindingen: list[Bevinding]) -> str:
    """One norm that allows no deviation is enough to allow none."""
    vast = [b for b in bevindingen if not REGISTER[b.norm].afwijking_mogelijk]
    wet = [b for b in vast if REGISTER[b.norm].origin == "law"]
    return grenstekst.afwijken((wet or vast or bevindingen)[0].norm)


def _afwijken_url(b: Bevinding, dossier_id: UUID) -> str:
    """The page on which one asks to deviate; a legal limit has none."""
    return reverse("dossier:afwijken", args=[dossier_id, b.norm]) if b.norm in AFWIJKBAAR else ""


def _afwijkzin(b: Bevinding, afwijkingen: Mapping[str, Afwijking]) -> str:
    return afwijkingen[b.norm].zin if b.norm in afwijkingen else ""


def _plicht(
    b: Bevinding, datum: date | None, dossier_id: UUID, afwijkingen: Mapping[str, Afwijking]
) -> Plicht:
    url, tekst = weg_van(b.norm, dossier_id)
    return Plicht(
        titel=plicht_tekst(werklijst.Plicht(norm=b.norm, uiterlijk_op=datum)),
        uitleg=b.uitleg,
        datum=datum,
        bron="; ".join(bron_in_woorden(bron) for bron in b.bron[:2]),
        actie=tekst,
        actie_url=url,
        afwijking=_afwijkzin(b, afwijkingen),
        afwijken_url=_afwijken_url(b, dossier_id),
    )


def _punt(b: Bevinding, dossier_id: UUID, afwijkingen: Mapping[str, Afwijking]) -> Punt:
    url, tekst = weg_van(b.norm, dossier_id)
    titel = f"{REGISTER[b.norm].plicht}."
    if b.oordeel == "onbekend" and all(pad.startswith("procedure.") for pad in b.ontbreekt):
        # What follows when the norm is not met is not owed yet: first somebody finds out how the procedure stands.
        titel = _("Zoek uit wat in de procedure nog niet bekend is.")
        url, tekst = reverse("dossier:procedure", args=[dossier_id]), _("Bekijk de procedure")
    return Punt(
        titel=titel,
        uitleg=b.uitleg,
        actie=tekst,
        actie_url=url,
        afwijking=_afwijkzin(b, afwijkingen),
        afwijken_url=_afwijken_url(b, dossier_id),
    )


def alle_antwoorden(beoordeling: Beoordeling, *, afwijkingen: Mapping[str, Afwijking]) -> list[Antwoordgroep]:
    """Every norm's answer by kind, in the order of the catalogue, so that a lawyer can check the page."""
    groepen = (
        ("niet_voldaan", _("Niet voldaan")),
        ("onbekend", _("Onbekend: een gegeven ontbreekt")),
        ("voldaan", _("Voldaan")),
        ("niet_van_toepassing", _("Niet van toepassing")),
    )
    gevonden = []
    for oordeel, titel in groepen:
        antwoorden = tuple(
            (
                REGISTER[b.norm].titel,
                _met_zin(b, afwijkingen),
                "; ".join(bron_in_woorden(bron) for bron in b.bron),
            )
            for b in beoordeling.bevindingen
            if b.oordeel == oordeel
        )
        if antwoorden:
            gevonden.append(Antwoordgroep(titel=f"{titel} ({len(antwoorden)})", antwoorden=antwoorden))
    return gevonden


def _met_zin(b: Bevinding, afwijkingen: Mapping[str, Afwijking]) -> str:
    return " ".join(deel for deel in (b.uitleg, _afwijkzin(b, afwijkingen)) if deel)
