"""Every question others may ask this room. All of them start with who is asking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Vervanging
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.toetsing.afscherming import mag_lezen, scherm_af
from verantwoord.toetsing.gelijk import dossiers_met
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Concept, Routeregel, Signaal, Toetsing
from verantwoord.toetsing.route.stand import Routestand, routestand
from verantwoord.toetsing.routes import TITELS, route_van
from verantwoord.toetsing.signalen import is_open
from verantwoord.toetsing.stand import Momentstand, momentstand, stadia, stadium_op
from verantwoord.toetsing.tekst import vinger_van
from verantwoord.web.waarden import Routestap

STANDWOORDEN = {
    "actueel": gettext_lazy("Actueel, inhoudelijk vastgelegd"),
    "verouderd": gettext_lazy("Van vóór dit stadium, kijk opnieuw"),
    "ontbreekt": gettext_lazy("Ontbreekt"),
    "aanwijzing": gettext_lazy("Nieuwe aanwijzing, opnieuw openen"),
}


@dataclass(frozen=True, kw_only=True)
class Kaart:
    """One of the four cards: how the moment stands, what stands there now, its road and what went before.

    ``geschiedenis`` holds every record of the moment, newest first, with the stage it fell in. ``leesbaar`` says whether
    the viewer reads the words; where not, the rows hold none. ``zonder_toestemming`` says that the person chose not to
    give consent, or took it back, and is read only to offer other ways.
    """

    moment: Moment
    stand: Momentstand
    huidig: Toetsing | None
    open_signalen: tuple[Signaal, ...]
    routetitel: str
    route: tuple[Routestap, ...]
    routestand: Routestand
    leesbaar: bool
    zonder_toestemming: bool
    geschiedenis: tuple[tuple[str, Toetsing], ...]

    @property
    def stand_tekst(self) -> str:
        """The mark in words; on the card of mensenhandel also who may not see it."""
        woorden = str(STANDWOORDEN[self.stand.stand])
        # Whether there is substance is not said of a text that asks for a second look, nor of one that is not read.
        if self.stand.stand == "actueel" and (self.stand.hints or not self.leesbaar):
            woorden = _("Vastgelegd in dit stadium")
        if self.moment == Moment.MENSENHANDEL:
            return _("%(stand)s · niet zichtbaar voor partners") % {"stand": woorden}
        return woorden


def toetsingen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Toetsing]:
    """The toetsingen of one dossier in the order in which they count: by day, then as they came."""
    return Toetsing.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("getoetst_op", "volgorde")


def signalen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Signaal]:
    """The signals of one dossier, oldest first."""
    return Signaal.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("ontvangen_op", "volgorde")


def versie_of(dossier_id: UUID, moment: str, *, viewer: Medewerker) -> int:
    """How many records one moment has; a form that was opened on fewer is not saved without a look at the new one."""
    return toetsingen_of(dossier_id, viewer=viewer).filter(moment=moment).count()


def regels_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date, moment: str = "") -> list[Routeregel]:
    """The steps that were taken, oldest first; without the words that this person does not read."""
    regels = Routeregel.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("vastgelegd_op", "id")
    if moment:
        regels = regels.filter(moment=moment)
    return scherm_af(regels, lezer=viewer.pk, lezers=lezers_of(dossier_id, viewer=viewer, op=peildatum))


def lezers_of(dossier_id: UUID, *, viewer: Medewerker, op: date) -> set[UUID]:
    """Who reads shielded words on a day: who has the regie, and who stands in; nobody for a dossier that is not seen."""
    waarnemers = Vervanging.objects.op(op).filter(regievoerder=OuterRef("regievoerder"))
    rij = (
        Dossier.objects.visible_to(viewer)
        .filter(pk=dossier_id)
        .values_list("regievoerder", ArraySubquery(waarnemers.values("vervanger")))
        .first()
    )
    if rij is None:
        return set()
    regievoerder, vervangers = rij
    return {lezer for lezer in (regievoerder, *vervangers) if lezer is not None}


def leest(
    moment: str, dossier_id: UUID, *, viewer: Medewerker, peildatum: date, schrijver: UUID | None = None
) -> bool:
    """Whether the viewer reads the words of this moment in a dossier that they may see."""
    lezers = lezers_of(dossier_id, viewer=viewer, op=peildatum)
    return mag_lezen(moment, lezer=viewer.pk, lezers=lezers, schrijver=schrijver)


def concept_of(dossier_id: UUID, moment: str, *, viewer: Medewerker) -> Concept | None:
    """What the viewer was typing; nobody sees another's."""
    return Concept.objects.filter(
        dossier__in=Dossier.objects.visible_to(viewer), dossier=dossier_id, moment=moment, medewerker=viewer
    ).first()


def stand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Stand:
    """The facts and definitions of one dossier on one day. Raises ``Dossier.DoesNotExist``, also when not allowed."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    return Stand(beeld_of(dossier_id), peildatum, geldende_parameters().op(peildatum))


def _aantal_dossiers_met(afwegingen: Sequence[str]) -> dict[str, int]:
    """In how many dossiers each of these texts stands, by text. A count only: it names no dossier and no person."""
    vingers = {tekst: vinger_van(tekst) for tekst in afwegingen}
    gevonden = dossiers_met("gelijke_afwegingen", [v for v in vingers.values() if v])
    return {tekst: gevonden.get(vinger, 0) for tekst, vinger in vingers.items()}


def kaarten_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> list[Kaart]:
    """The four cards of one dossier; the number of queries does not grow with the number of records."""
    s = stand_of(dossier_id, viewer=viewer, peildatum=peildatum)
    lezers = lezers_of(dossier_id, viewer=viewer, op=peildatum)
    rijen = [t for t in toetsingen_of(dossier_id, viewer=viewer) if t.getoetst_op <= peildatum]
    signalen = [x for x in signalen_of(dossier_id, viewer=viewer) if x.ontvangen_op <= peildatum]
    regels = [
        r
        for r in Routeregel.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .order_by("vastgelegd_op", "id")
        if r.op <= peildatum
    ]
    laatste = {t.moment: t for t in rijen}
    dubbel = _aantal_dossiers_met([t.afweging for t in laatste.values()])
    begin = stadia(s)
    kaarten = []
    for moment in Moment:
        van_dit = [t for t in rijen if t.moment == moment]
        laatst = laatste.get(moment)
        open_signalen = tuple(x for x in signalen if x.moment == moment and is_open(x, van_dit, s))
        stand = momentstand(
            s,
            moment,
            gelijke_teksten=dubbel.get(laatst.afweging, 0) if laatst else 0,
            heropend=bool(open_signalen),
        )
        huidig = _rij_van(van_dit, stand)
        leesbaar = mag_lezen(
            moment, lezer=viewer.pk, lezers=lezers, schrijver=huidig.door_id if huidig else None
        )
        van_route = [r for r in regels if r.moment == moment]
        hoever = routestand(s, moment, van_route)
        scherm_af([*van_dit, *open_signalen], lezer=viewer.pk, lezers=lezers)
        kaarten.append(
            Kaart(
                moment=moment,
                # A hint may quote the weighing.
                stand=stand if leesbaar else replace(stand, hints=()),
                huidig=huidig,
                open_signalen=open_signalen,
                routetitel=str(TITELS[moment]),
                route=tuple(
                    route_van(s, moment, van_route, volgende=hoever.volgende.stap if hoever.volgende else "")
                ),
                routestand=hoever,
                leesbaar=leesbaar,
                zonder_toestemming=moment == Moment.MEDISCH and _koos_geen_toestemming(s),
                geschiedenis=tuple((stadium_op(begin, t.getoetst_op), t) for t in reversed(van_dit)),
            )
        )
    return kaarten


def kaart_of(dossier_id: UUID, moment: Moment, *, viewer: Medewerker, peildatum: date) -> Kaart:
    """One of the four cards."""
    kaarten = kaarten_of(dossier_id, viewer=viewer, peildatum=peildatum)
    return next(kaart for kaart in kaarten if kaart.moment == moment)


def _koos_geen_toestemming(s: Stand) -> bool:
    m = s.medisch
    keuzes = [dag for dag in (m.toestemming_geweigerd_op, m.toestemming_ingetrokken_op) if dag is not None]
    return bool(keuzes) and (m.toestemming_op is None or max(keuzes) >= m.toestemming_op)


def _rij_van(rijen: list[Toetsing], stand: Momentstand) -> Toetsing | None:
    """The row that speaks for the moment: the last that counts, otherwise the last."""
    tellend = stand.tellend
    if tellend is None:
        return rijen[-1] if rijen else None
    passend = [t for t in rijen if t.getoetst_op == tellend.getoetst_op and t.afweging == tellend.afweging]
    return passend[-1]
