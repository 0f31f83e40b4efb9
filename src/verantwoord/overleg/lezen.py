"""What the pages of this room read: everything at once, as plain values, so that the look can be written before it shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.utils.translation import pgettext

from verantwoord.dossier.antwoorden import antwoorden_of
from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import queries, tafel
from verantwoord.overleg.blad import (
    Actieregel,
    Agendaregel,
    Kop,
    Punt,
    Puntblad,
    Verslagtekst,
    Zaakdeel,
    actieregel,
    kop_van,
    namen_van,
    partner_naam,
    puntblad,
    wie_en_wanneer,
)
from verantwoord.overleg.keuzes import Overlegstand
from verantwoord.overleg.models import Aanvulling, Actie, Agendapunt, Overleg
from verantwoord.overleg.puntdossiers import puntdossiers
from verantwoord.overleg.versies import Versies
from verantwoord.overleg.verslagtekst import inhoud_van
from verantwoord.overleg.verslagwoorden import in_woorden, kop_in_woorden
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie, Recht, Rol
from verantwoord.web import datums
from verantwoord.web.waarden import Feit, Verwijzing


class NietGevonden(DomeinFout):
    """A number that somebody typed is of no open dossier that they work on."""


# Who decides for a region: managers of the DT&V, and whom the partners send.
_IN_PERSOON: Final = (Rol.MANAGER, Rol.COA, Rol.IND, Rol.AVIM_TOEZICHT)
_RECHT: Final[dict[str, Promise]] = {
    "ja": lui("recht op opvang"),
    "nee": lui("geen recht op opvang meer"),
    "onbekend": lui("nog niet bekend"),
}
_GESCHIKT: Final[dict[str, Promise]] = {
    "ja": lui("reizen kan"),
    "nee": lui("reizen kan nu niet"),
    "met_voorwaarden": lui("reizen kan, onder voorwaarden"),
    "onbekend": lui("nog niet bekend"),
}


@dataclass(frozen=True, kw_only=True)
class Puntpagina:
    kop: Kop
    pad: list[Verwijzing]
    agenda: list[Agendaregel]
    blad: Puntblad
    versie: str
    punt: Punt
    per_punt: Mapping[UUID, Sequence[UUID]]

    @property
    def personen(self) -> set[UUID]:
        """Of whom this page shows something: the agenda beside the item names them all."""
        return {dossier for dossiers in self.per_punt.values() for dossier in dossiers}


@dataclass(frozen=True, kw_only=True)
class Overlegpagina:
    overleg: Overleg
    kop: Kop
    pad: list[Verwijzing]
    agenda: list[Agendaregel]
    zaken: list[tafel.Zaak]
    acties: list[Actieregel]
    stoelen: list[tafel.Stoel]
    voorzitters: list[Feit]
    stappen: list[tuple[str, Verwijzing]]
    standzin: str
    reden_voorzitter: str
    versie: str
    per_punt: Mapping[UUID, Sequence[UUID]]
    # Of whom this page shows something, the open actions of earlier meetings included.
    personen: frozenset[UUID]


def adres(naam: str, *args: Any) -> str:
    """The address of a page of a room above this one, or nothing where that room is not there."""
    try:
        return reverse(naam, args=args)
    except NoReverseMatch:
        return ""


def naam_van(punt: Agendapunt) -> str:
    """Whom an item is about; a family by its first member and how many more."""
    namen = [naam for bij in punt.dossiers.all() if (naam := _naam(bij))]
    if len(namen) > 2:
        return _("%(naam)s en gezin, %(n)d personen") % {"naam": namen[0], "n": len(namen)}
    return _(" en ").join(namen)


def _naam(bij: Any) -> str:
    """The name of the person, or the one in the answer for who reads no more than that; none when neither is theirs."""
    persoon = getattr(getattr(bij, "dossier", None), "persoon", None)
    return persoon.volledige_naam if persoon is not None else str(getattr(bij, "genoemd", None) or "")


def dossiers_van(punt: Agendapunt) -> list[UUID]:
    return [bij.dossier_id for bij in punt.dossiers.all()]


def pad_naar(overleg: Overleg | None) -> list[Verwijzing]:
    begin = Verwijzing(_("Overleg"), reverse("overleg:overleggen"))
    if overleg is None:
        return [begin, Verwijzing(_("Buiten het overleg"))]
    dag = datums.dag_maand(overleg.datum)
    return [begin, Verwijzing(f"{overleg.naam}, {dag}", reverse("overleg:overleg", args=[overleg.pk]))]


def versies_van_overleg(overleg_id: UUID, *, viewer: Medewerker) -> Versies | None:
    """How often the meeting and each of its items changed; ``None`` when it is not there for this person."""
    versie = Overleg.objects.visible_to(viewer).filter(pk=overleg_id).values_list("versie", flat=True).first()
    if versie is None:
        return None
    punten = Agendapunt.objects.visible_to(viewer).filter(overleg=overleg_id).values_list("pk", "versie")
    return Versies.van(versie, dict(punten))


def versies_van_punt(punt_id: UUID, *, viewer: Medewerker) -> Versies | None:
    """As :func:`versies_van_overleg` for the page of an item; of that item alone for who does not sit at the table."""
    rij = Agendapunt.objects.visible_to(viewer).filter(pk=punt_id).values_list("versie", "overleg").first()
    if rij is None:
        return None
    tafel = versies_van_overleg(rij[1], viewer=viewer) if rij[1] is not None else None
    return tafel or Versies.van(0, {punt_id: rij[0]})


def lees_punt(punt_id: UUID, *, viewer: Medewerker, vandaag: date) -> Puntpagina:
    """The whole page of one item. Raises ``Agendapunt.DoesNotExist``, also when not allowed."""
    # Before all else: what changes while the rest is read then differs, and the page asks for it.
    versies = versies_van_punt(punt_id, viewer=viewer)
    punt = queries.punt_of(punt_id, viewer=viewer)
    overleg = punt.overleg
    zit = queries.zit_aan_tafel(punt, viewer=viewer)
    stand = queries.punt_stand_of(punt, viewer=viewer)
    agenda = queries.agenda_of(overleg, viewer=viewer) if overleg is not None and zit else [(punt, stand)]
    zaken = tafel.zaken_van(agenda, {rij.pk: naam_van(rij) for rij, _stand in agenda})
    open_acties = len(queries.open_acties_of(overleg, viewer=viewer)) if overleg is not None and zit else None
    gelezen = Punt(
        punt=punt,
        stand=stand,
        standpunten=list(queries.standpunten_of(punt, viewer=viewer).values()),
        acties=list(punt.acties.all()),
        gasten=list(punt.gasten.all()),
        titel=naam_van(punt) or _("Naam niet zichtbaar"),
        nummer=next((zaak.nummer for zaak in zaken if zaak.id == punt.pk), "") if zit else "",
        viewer=viewer,
        aan_tafel=zit,
        vast=hasattr(punt, "verslagpunt"),
        vandaag=vandaag,
    )
    blad = puntblad(gelezen, zaak=_zaak(punt, viewer=viewer))
    if punt.is_onthuld or punt.besluit is not None:
        blad.verslag = verslagen_van([punt])[punt.pk]
    return Puntpagina(
        kop=kop_van(overleg) if overleg is not None else _kop_buiten(punt),
        pad=pad_naar(overleg)
        if zit
        else [Verwijzing(_("Overleg"), reverse("overleg:overleggen")), Verwijzing(gelezen.titel)],
        agenda=tafel.agenda_van(overleg, zaken, open_acties=open_acties, hier=punt.pk),
        blad=blad,
        versie=str(versies or ""),
        punt=gelezen,
        per_punt={rij.pk: dossiers_van(rij) for rij, _stand in [*agenda, (punt, stand)]},
    )


def _kop_buiten(punt: Agendapunt) -> Kop:
    return Kop(
        titel=_("Afgesproken buiten het overleg"),
        feiten=(
            Feit(_("Wanneer"), datums.lang(punt.datum)),
            Feit(_("Wie erbij waren"), namen_van(punt.partners)),
        ),
    )


def verslagen_van(punten: Sequence[Agendapunt]) -> dict[UUID, Verslagtekst]:
    """What the minutes say of each of these items: as they were fixed, else as they write themselves today.

    A fixed number of questions, however many items there are.
    """
    prefetch_related_objects(punten, "standpunten", "gasten", "aanvullingen", "verslagpunt")
    vast = {punt.pk: punt.verslagpunt.inhoud for punt in punten if hasattr(punt, "verslagpunt")}
    los = [punt for punt in punten if punt.pk not in vast]
    inhoud = vast | dict(zip((punt.pk for punt in los), inhoud_van(los), strict=True))
    return {
        punt.pk: verslagtekst(
            punt, inhoud[punt.pk], vast=punt.pk in vast, aanvullingen=punt.aanvullingen.all()
        )
        for punt in punten
    }


def gezin_van(dossier_id: UUID, *, viewer: Medewerker) -> list[tuple[UUID, str]]:
    """The open dossiers of who travels along, with their names, for who may see them."""
    zichtbaar = Dossier.objects.visible_to(viewer)
    leden = Gezinslid.objects.filter(
        persoon__in=zichtbaar.filter(pk=dossier_id).values("persoon"), meereizend=True
    ).values("v_nummer")
    rijen = zichtbaar.filter(persoon__v_nummer__in=leden, gesloten_op__isnull=True).exclude(pk=dossier_id)
    return [(rij.pk, rij.persoon.volledige_naam) for rij in rijen.select_related("persoon").order_by("pk")]


def verslagtekst(
    punt: Agendapunt, inhoud: Any, *, vast: bool, aanvullingen: Iterable[Aanvulling]
) -> Verslagtekst:
    """The minutes of one item in words, with what partners added below them."""
    waar = punt.overleg.naam if punt.overleg is not None else _("Buiten het overleg")
    voet = (
        _("Dit verslag is vastgesteld. Niemand kan het nog wijzigen; aanvullen kan wel.")
        if vast
        else _(
            "Concept. Het wordt definitief als de partners bevestigen; daarna kan niemand het nog wijzigen."
        )
    )
    bij = [
        (
            _("Aanvulling van %(partner)s") % {"partner": partner_naam(a.partner)},
            f"{a.tekst} ({wie_en_wanneer(a.door_naam, a.op)})",
        )
        for a in aanvullingen
    ]
    return Verslagtekst(
        titel=pgettext("overleg", "Verslag") if vast else _("Verslag, concept"),
        waar=f"{waar}, {datums.dag_maand(punt.datum)}",
        kop=kop_in_woorden(inhoud),
        delen=(*in_woorden(inhoud), *bij),
        voet=voet,
    )


def _zaak(punt: Agendapunt, *, viewer: Medewerker) -> list[Zaakdeel]:
    """What this reader may know of each dossier: the dossier itself for its own staff, answers for a partner."""
    if viewer.organisatie == Organisatie.DTV:
        rijen = [bij.dossier for bij in punt.dossiers.all()]
        eigen = set(
            Dossier.objects.visible_to(viewer)
            .filter(pk__in=[rij.pk for rij in rijen])
            .values_list("pk", flat=True)
        )
        return [
            Zaakdeel(
                naam=rij.persoon.volledige_naam,
                feiten=(
                    Feit(_("Dossier"), rij.nummer),
                    Feit(_("V-nummer"), rij.persoon.v_nummer),
                    Feit(_("Ontvangen"), datums.dag_maand(rij.ontvangen_op)),
                ),
                url=adres("werkplek:overzicht", rij.pk) if rij.pk in eigen else "",
            )
            for rij in rijen
        ]
    antwoorden = antwoorden_of(dossiers_van(punt), viewer=viewer)
    return [
        Zaakdeel(
            naam=_naam(bij),
            feiten=tuple(_antwoorden({soort: g.inhoud for soort, g in antwoorden[bij.dossier_id].items()})),
            url=adres("partner:zaak", bij.dossier_id),
        )
        for bij in punt.dossiers.all()
    ]


def _antwoorden(gegeven: dict[str, dict[str, Any]]) -> list[Feit]:
    """The answers in a few words; a partner reads the rest on its own page of the case."""
    feiten = []
    if "identiteit" in gegeven and gegeven["identiteit"].get("v_nummer"):
        feiten.append(Feit(_("V-nummer"), gegeven["identiteit"]["v_nummer"]))
    if "opvangrecht" in gegeven:
        inhoud = gegeven["opvangrecht"]
        woorden = str(_RECHT[inhoud.get("recht", "onbekend")])
        if inhoud.get("einddatum"):
            woorden = _("%(recht)s, tot en met %(dag)s") % {
                "recht": woorden,
                "dag": datums.dag_maand(date.fromisoformat(inhoud["einddatum"])),
            }
        feiten.append(Feit(_("Opvang"), woorden))
    if "stappen" in gegeven:
        toetsingen = gegeven["stappen"].get("toetsingen", {})
        feiten.append(
            Feit(
                _("Toetsing"),
                _("%(n)d van 4 momenten gewogen in dit stadium") % {"n": sum(map(bool, toetsingen.values()))},
            )
        )
    if "reisgeschiktheid" in gegeven:
        feiten.append(
            Feit(_("Reizen"), str(_GESCHIKT[gegeven["reisgeschiktheid"].get("geschikt", "onbekend")]))
        )
    if "toezicht" in gegeven and "meldplicht" in gegeven["toezicht"]:
        feiten.append(Feit(_("Meldplicht"), _("ja") if gegeven["toezicht"]["meldplicht"] else _("nee")))
    return feiten


def lees_overleg(overleg_id: UUID, *, viewer: Medewerker, vandaag: date) -> Overlegpagina:
    """The whole page of one meeting. Raises ``Overleg.DoesNotExist``, also for who does not sit there."""
    versies = versies_van_overleg(overleg_id, viewer=viewer)
    overleg = queries.overleg_of(overleg_id, viewer=viewer)
    punten = queries.agenda_of(overleg, viewer=viewer)
    zaken = tafel.zaken_van(punten, {punt.pk: naam_van(punt) for punt, _stand in punten})
    acties = queries.open_acties_of(overleg, viewer=viewer)
    per_punt = {punt.pk: dossiers_van(punt) for punt, _stand in punten}
    personen = {dossier for dossiers in per_punt.values() for dossier in dossiers}
    personen |= {dossier for actie in acties for dossier in dossiers_van(actie.punt)}
    return Overlegpagina(
        overleg=overleg,
        kop=kop_van(overleg),
        pad=[Verwijzing(_("Overleg"), reverse("overleg:overleggen")), Verwijzing(overleg.naam)],
        agenda=tafel.agenda_van(overleg, zaken, open_acties=len(acties), hier=None),
        zaken=zaken,
        acties=[actie_met_zaak(actie, viewer=viewer, vandaag=vandaag) for actie in acties],
        stoelen=tafel.stoelen_van(list(overleg.deelnemers.all())),
        voorzitters=tafel.voorzitters(_voorzitters(overleg)),
        stappen=list(tafel.stappen_voor(overleg, viewer=viewer)),
        standzin=str(tafel.STANDZIN[overleg.stand]),
        reden_voorzitter=overleg.reden_voorzitter,
        versie=str(versies or ""),
        per_punt=per_punt,
        personen=frozenset(personen),
    )


def actie_met_zaak(actie: Any, *, viewer: Medewerker, vandaag: date) -> Actieregel:
    """An action with whom it is about and where it was agreed."""
    waar = actie.punt.overleg.naam if actie.punt.overleg is not None else _("buiten het overleg")
    regel = actieregel(actie, viewer=viewer, vandaag=vandaag)
    return Actieregel(
        wie=regel.wie,
        wat=regel.wat,
        teken=regel.teken,
        stand=regel.stand,
        uiterlijk=regel.uiterlijk,
        bij=f"{naam_van(actie.punt)}; {waar}, {datums.dag_maand(actie.punt.datum)}",
        url=regel.url,
    )


def _voorzitters(overleg: Overleg) -> Sequence[str]:
    if overleg.reeks is None:
        return []
    gehouden = overleg.reeks.overleggen.filter(stand__in=(Overlegstand.BEZIG, Overlegstand.AFGEROND))
    return list(gehouden.order_by("datum").values_list("voorzitter", flat=True))


def zoek_dossiers(tekst: str, *, viewer: Medewerker) -> list[UUID]:
    """The open dossiers with these numbers or v-numbers that this person works on; each must be found."""
    gevraagd = [schoon for regel in tekst.splitlines() if (schoon := "".join(regel.split()).upper())]
    rijen = Dossier.objects.visible_to(viewer).filter(
        Q(nummer__in=gevraagd) | Q(persoon__v_nummer__in=gevraagd), gesloten_op__isnull=True
    )
    gevonden = {(rij.nummer, rij.persoon.v_nummer): rij.pk for rij in rijen.select_related("persoon")}
    for nummer in gevraagd:
        if not any(nummer in nummers for nummers in gevonden):
            raise NietGevonden(
                _("Dossier %(nummer)s staat niet bij u open. Controleer het nummer.") % {"nummer": nummer}
            )
    return list(gevonden.values())


def actie_of(actie_id: UUID, *, viewer: Medewerker) -> Actie:
    """One action with its item. Raises ``Actie.DoesNotExist``, also when the item is not there for this person."""
    zichtbaar = Agendapunt.objects.visible_to(viewer)
    return (
        Actie.objects.filter(punt__in=zichtbaar)
        .select_related("punt__overleg")
        .prefetch_related(Prefetch("punt__dossiers", puntdossiers()))
        .get(pk=actie_id)
    )


def aan_tafel_te_zetten(*, viewer: Medewerker) -> tuple[list[Team], list[Medewerker]]:
    """The teams of the four partners, and who may come in person (in an RAO), for who plans a series."""
    if not viewer.heeft(Recht.OVERLEG_PLANNEN):
        return [], []
    teams = Team.objects.filter(organisatie__in=VASTE_PARTNERS).order_by("naam")
    mensen = Medewerker.objects.filter(is_active=True, rol__in=_IN_PERSOON).order_by("naam")
    return list(teams), list(mensen)
