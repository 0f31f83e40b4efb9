"""What a desk of a partner shows: cases in which one is involved, by answers only. All of it starts with who is asking."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from verantwoord.dossier.antwoorden import Gegeven, antwoorden_of, geschiedenis_of
from verantwoord.dossier.models import Antwoord, Dossier, Veiligheidskaart
from verantwoord.dossier.namen import gevouwen
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.keten.partner.models import Inzending
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import matrixrol
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Signaal

PER_PAGINA: Final = 25
# A search that nobody can read to the end is no answer; there are more, says the page.
MEESTE_GEVONDEN: Final = 50
KORTSTE_ZOEKVRAAG: Final = 3
# The legal date by which the list of a role stands: of which answer, and which field. Then arrival, and nothing else.
_DATUM_VAN: Final[Mapping[str, tuple[str, str]]] = {
    "coa": ("opvangrecht", "einddatum"),
    "ind": ("opvangrecht", "einddatum"),
    "avim_toezicht": ("opvangrecht", "einddatum"),
    "avim_mensenhandel": ("mensenhandel", "tot"),
    "kmar": ("vertrek", "gepland_op"),
    "iom_ngo": ("opvangrecht", "einddatum"),
    "vwn": ("opvangrecht", "einddatum"),
    "medisch_bevoegd": ("reisgeschiktheid", "tot"),
}


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """One case in which the viewer is involved, with the answers they may read, by sort."""

    dossier_id: UUID
    ontvangen_op: date
    datum: date | None
    antwoorden: Mapping[str, Gegeven]

    @property
    def naam(self) -> str:
        gegeven = self.antwoorden.get("identiteit")
        return str(gegeven.inhoud.get("naam", "")) if gegeven else ""

    @property
    def v_nummer(self) -> str:
        gegeven = self.antwoorden.get("identiteit")
        return str(gegeven.inhoud.get("v_nummer", "")) if gegeven else ""


@dataclass(frozen=True, kw_only=True)
class Plek:
    """Where a list stands: the last row that was shown."""

    datum: date | None
    ontvangen_op: date
    dossier_id: UUID

    def als_tekst(self) -> str:
        dag = self.datum.isoformat() if self.datum else ""
        return f"{dag}_{self.ontvangen_op.isoformat()}_{self.dossier_id}"

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Plek | None":
        """The place a link names; what is no place begins at the beginning."""
        try:
            datum, ontvangen_op, dossier_id = tekst.split("_")
            return cls(
                datum=date.fromisoformat(datum) if datum else None,
                ontvangen_op=date.fromisoformat(ontvangen_op),
                dossier_id=UUID(dossier_id),
            )
        except ValueError:
            return None


@dataclass(frozen=True, kw_only=True)
class Pagina:
    zaken: list[Zaak]
    totaal: int
    volgende: Plek | None


def pagina_of(*, viewer: Medewerker, na: Plek | None = None, aantal: int = PER_PAGINA) -> Pagina:
    """One page of the viewer's cases, by legal date and then arrival; the queries do not grow with the page."""
    alle = _zaken(viewer)
    rijen = list((_na(alle, na) if na else alle)[: aantal + 1])
    zaken = _met_antwoorden(rijen[:aantal], viewer=viewer)
    laatste = zaken[-1] if len(rijen) > aantal else None
    return Pagina(
        zaken=zaken,
        totaal=Dossier.objects.visible_to(viewer).count(),
        volgende=Plek(datum=laatste.datum, ontvangen_op=laatste.ontvangen_op, dossier_id=laatste.dossier_id)
        if laatste
        else None,
    )


def zaak_of(dossier_id: UUID, *, viewer: Medewerker) -> Zaak:
    """One case with every answer that is the viewer's to read. Raises ``Dossier.DoesNotExist``, also when not allowed."""
    (zaak,) = _met_antwoorden([_zaken(viewer).get(pk=dossier_id)], viewer=viewer)
    return zaak


def is_zaak_van(dossier_id: UUID, *, viewer: Medewerker) -> bool:
    """Whether the viewer has a task in this case now."""
    return Dossier.objects.visible_to(viewer).filter(pk=dossier_id).exists()


def geschiedenis(dossier_id: UUID, *, viewer: Medewerker) -> list[Gegeven]:
    """How the end date of shelter went, newest first; nothing for a role that does not know it."""
    return geschiedenis_of(dossier_id, "opvangrecht", viewer=viewer)


def namen_of(dossiers: Collection[UUID], *, viewer: Medewerker) -> dict[UUID, str]:
    """The names of the people in these cases of the viewer; one query."""
    rijen = Antwoord.objects.visible_to(viewer).filter(dossier__in=dossiers, soort="identiteit").laatste()
    return {dossier_id: str(inhoud["naam"]) for dossier_id, inhoud in rijen.values_list("dossier", "inhoud")}


def zoek(vraag: str, *, viewer: Medewerker) -> list[Zaak]:
    """The viewer's cases whose name or v-number fits; every word must stand in the name. Two letters find nothing."""
    woorden = gevouwen(vraag).split()
    if len("".join(woorden)) < KORTSTE_ZOEKVRAAG:
        return []
    rijen = Antwoord.objects.visible_to(viewer).filter(soort="identiteit").laatste()
    gevonden = [
        dossier_id
        for dossier_id, inhoud in rijen.values_list("dossier", "inhoud")
        if _past(woorden, naam=str(inhoud["naam"]), v_nummer=str(inhoud["v_nummer"]))
    ]
    return _met_antwoorden(list(_zaken(viewer).filter(pk__in=gevonden)[:MEESTE_GEVONDEN]), viewer=viewer)


def _past(woorden: Collection[str], *, naam: str, v_nummer: str) -> bool:
    cijfers = "".join(woorden)
    if cijfers.isdigit():
        return v_nummer.startswith(cijfers)
    in_naam = gevouwen(naam)
    return all(woord in in_naam for woord in woorden)


def inzendingen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Inzending]:
    """What the viewer sent about one dossier, newest first; never a colleague's."""
    return Inzending.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("-ingezonden_op")


def signalen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Signaal]:
    """The signs of trafficking themselves, newest first, for the role that handles them; for any other none."""
    alle = Signaal.objects.visible_to(viewer).filter(dossier=dossier_id, moment=Moment.MENSENHANDEL)
    mag = toegang_van(matrixrol(viewer), "mensenhandel") is Toegang.VOL
    return alle.order_by("-ontvangen_op", "-volgorde") if mag else alle.none()


def veiligheidskaart_of(dossier_id: UUID, *, viewer: Medewerker) -> Veiligheidskaart | None:
    """The safety card that holds, for the roles that must know it; an empty one is none."""
    kaart = Veiligheidskaart.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("-pk").first()
    return kaart if kaart is not None and kaart.tekst else None


def _zaken(viewer: Medewerker) -> QuerySet[Dossier]:
    soort, veld = _DATUM_VAN.get(matrixrol(viewer), ("", ""))
    laatste = Antwoord.objects.filter(dossier=OuterRef("pk"), soort=soort).order_by("-id")
    datum = Subquery(
        laatste.annotate(dag=Cast(KT(f"inhoud__{veld}"), DateField())).values("dag")[:1]
        if veld
        else laatste.values("geldig_vanaf")[:1]
    )
    return (
        Dossier.objects.visible_to(viewer)
        .only("pk", "ontvangen_op")
        .annotate(datum=datum)
        .order_by(F("datum").asc(nulls_last=True), "ontvangen_op", "pk")
    )


def _na(zaken: QuerySet[Dossier], plek: Plek) -> QuerySet[Dossier]:
    zelfde_dag = Q(ontvangen_op__gt=plek.ontvangen_op) | Q(
        ontvangen_op=plek.ontvangen_op, pk__gt=plek.dossier_id
    )
    if plek.datum is None:
        return zaken.filter(Q(datum__isnull=True) & zelfde_dag)
    return zaken.filter(Q(datum__gt=plek.datum) | Q(datum__isnull=True) | (Q(datum=plek.datum) & zelfde_dag))


def _met_antwoorden(rijen: Collection[Any], *, viewer: Medewerker) -> list[Zaak]:
    """The answers that hold beside each case, in one query for all of them."""
    antwoorden = antwoorden_of([rij.pk for rij in rijen], viewer=viewer)
    return [
        Zaak(
            dossier_id=rij.pk,
            ontvangen_op=rij.ontvangen_op,
            datum=rij.datum,
            antwoorden=antwoorden[rij.pk],
        )
        for rij in rijen
    ]
