"""What the pages of the plan show: a version beside the one before it, and what stands in the way of the concept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.toegang.models import Medewerker
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.queries import kaarten_of
from verantwoord.vertrekplan import queries
from verantwoord.vertrekplan.inhoud import Inhoud, Optie, gekozen_titel, inhoud_van
from verantwoord.vertrekplan.keuzes import Analysedeel, Mogelijkheid
from verantwoord.vertrekplan.models import Vertrekplan
from verantwoord.vertrekplan.vaststelling import HERHALEN, Vaststelling
from verantwoord.vertrekplan.verschil import onderdelen
from verantwoord.web.datums import dag_maand


@dataclass(frozen=True, kw_only=True)
class Ontbrekend:
    """One thing that stands in the way, with the button that leads to it."""

    teken: str
    tekst: str
    knop: str = ""
    url: str = ""
    redenen: tuple[str, ...] = ()


def vorige_van(plan: Vertrekplan, plannen: Sequence[Vertrekplan]) -> Vertrekplan | None:
    """The established version before this one; ``plannen`` are those of its dossier, newest first."""
    eerder = [p for p in plannen if p.pk != plan.pk and (p.versie, p.volgorde) < (plan.versie, plan.volgorde)]
    return eerder[0] if eerder else None


def versie_context(gevraagd: Vertrekplan, vorige: Vertrekplan | None, *, vandaag: date) -> dict[str, Any]:
    """A version, and section by section what differs from the one before it."""
    inhoud = inhoud_van(gevraagd, gevraagd.acties.all())
    anders = onderdelen(inhoud_van(vorige, vorige.acties.all()), inhoud) if vorige else []
    return {
        "plan": gevraagd,
        "vorige": vorige,
        "inhoud": inhoud,
        "opties": _opties(inhoud),
        "analyse": [(deel.label, inhoud.analyse.get(deel, "")) for deel in Analysedeel],
        "gekozen": gekozen_titel(inhoud.gekozen),
        "onderdelen": anders,
        "ongewijzigd": [o for o in anders if not o.gewijzigd and o.nieuw],
        "is_anders": any(o.gewijzigd for o in anders),
        "vandaag": vandaag,
    }


def _opties(inhoud: Inhoud) -> list[tuple[Optie, bool]]:
    """The options that were weighed, each with whether it was chosen, in the order of the page."""
    volgorde = list(Mogelijkheid.values)
    gesorteerd = sorted(inhoud.opties, key=lambda optie: volgorde.index(optie.optie))
    return [(optie, optie.optie == inhoud.gekozen) for optie in gesorteerd]


def concept_context(stand: Vertrekplan | None, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """The concept, if there is one, with what is missing before it can be established."""
    if stand is None:
        return {"concept": None}
    vaststelling = queries.vaststelling_of(stand, viewer=viewer, peildatum=vandaag)
    ontbreekt = _ontbreekt(stand, vaststelling, viewer=viewer, vandaag=vandaag)
    bronnen = [bron_in_woorden(bron) for b in vaststelling.blokkades for bron in b.bron]
    return {
        "concept": stand,
        "vaststelling": vaststelling,
        "ontbreekt": ontbreekt,
        "ontbreektitel": _ontbreektitel(len(ontbreekt)),
        "waarschuwingen": list(_waarschuwingen(stand, vaststelling)),
        "bronnen": "; ".join(dict.fromkeys(bronnen)),
    }


def _waarschuwingen(stand: Vertrekplan, vaststelling: Vaststelling) -> Iterator[Ontbrekend]:
    """What may stand beside the plan with a reason; a signal nobody has weighed leads to its toetsing."""
    for b in vaststelling.waarschuwingen:
        if b.norm != HERHALEN:
            yield Ontbrekend(teken="info", tekst=b.uitleg)
    for moment, sinds in vaststelling.open_aanwijzingen:
        yield Ontbrekend(
            teken="aanwijzing",
            tekst=_("Over %(moment)s kwam op %(dag)s een aanwijzing, en daarna is niet getoetst")
            % {"moment": str(Moment(moment).label).lower(), "dag": dag_maand(sinds)},
            knop=_("Toets opnieuw"),
            url=reverse("toetsing:vastleggen", args=[stand.dossier_id, moment]),
        )


def _ontbreektitel(aantal: int) -> str:
    """That it cannot be established yet and how much is missing, small numbers in words."""
    if aantal == 1:
        return _("Vaststellen kan nog niet, er ontbreekt één ding")
    woorden = {2: _("twee"), 3: _("drie"), 4: _("vier"), 5: _("vijf"), 6: _("zes")}
    return _("Vaststellen kan nog niet, er ontbreken %(aantal)s dingen") % {
        "aantal": woorden.get(aantal, aantal)
    }


def _ontbreekt(
    stand: Vertrekplan, vaststelling: Vaststelling, *, viewer: Medewerker, vandaag: date
) -> list[Ontbrekend]:
    """What stands in the way, one row a thing: each missing toetsing on its own, other norms in their own words."""
    dossier_id = stand.dossier_id
    bewerk = reverse("vertrekplan:bewerken", args=[dossier_id])
    rijen = []
    if any(b.norm == "toetsing-vier-momenten" for b in vaststelling.blokkades):
        rijen += [
            Ontbrekend(
                teken=kaart.stand.teken,
                tekst=_("De toetsing %(moment)s heeft nog geen inhoudelijke afweging")
                % {"moment": str(kaart.moment.label).lower()},
                knop=_("Leg vast"),
                url=reverse("toetsing:vastleggen", args=[dossier_id, kaart.moment.value]),
            )
            for kaart in kaarten_of(dossier_id, viewer=viewer, peildatum=vandaag)
            if kaart.stand.tellend is None
        ]
    rijen += [
        Ontbrekend(teken="blokkade", tekst=b.uitleg)
        for b in vaststelling.blokkades
        if b.norm != "toetsing-vier-momenten"
    ]
    if vaststelling.gedwongen:
        rijen.append(
            Ontbrekend(
                teken="blokkade",
                tekst=_("Gedwongen vertrek kan nu niet worden gekozen"),
                knop=_("Kies anders"),
                url=f"{bewerk}#keuze",
                redenen=tuple(b.uitleg for b in vaststelling.gedwongen),
            )
        )
    if vaststelling.reden_keuze_ontbreekt:
        rijen.append(
            Ontbrekend(
                teken="ontbreekt",
                tekst=_("Er staat nog niet waarom deze mogelijkheid is gekozen"),
                knop=_("Vul aan"),
                url=f"{bewerk}#keuze",
            )
        )
    return rijen
