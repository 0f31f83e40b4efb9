"""What a desk of a partner shows: cases in which one is involved, by answers only. All of it starts with who is asking."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from verantwoord.dossier.antwoorden import Gegeven, antwoorden_of, geschiedenis_of
from verantwoord.dossier.lijst import BEGIN, Lijstplek, lijst_van, plekken_van
from verantwoord.dossier.models import Antwoord, Dossier, Overplaatsing, Veiligheidskaart
from verantwoord.dossier.models.dossier import ZONDER_DAG
from verantwoord.dossier.namen import gevouwen
from verantwoord.dossier.opvang.queries import overplaatsing_bij_coa
from verantwoord.dossier.queries import betwist_sinds
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.keten.partner.models import Inzending
from verantwoord.keten.partner.verwijzing import hulpvragen
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import matrixrol
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Routeregel, Signaal
from verantwoord.toetsing.route.tonen import Historieregel, historie

PER_PAGINA: Final = 25
# A search that nobody can read to the end is no answer; there are more, says the page.
MEESTE_GEVONDEN: Final = 50
KORTSTE_ZOEKVRAAG: Final = 3
# Beyond this nobody counts along, and the page says that there are more.
TELGRENS: Final = 1000


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """One case in which the viewer is involved, with the answers they may read, by sort."""

    dossier_id: UUID
    antwoorden: Mapping[str, Gegeven]
    overplaatsing: Overplaatsing | None = None
    hulpvragen: Sequence[str] = ()
    # What the person says is not right, of the answers here: the subject, and since when.
    betwist: Mapping[str, date] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        gegeven = self.antwoorden.get("identiteit")
        return str(gegeven.inhoud.get("naam", "")) if gegeven else ""

    @property
    def v_nummer(self) -> str:
        gegeven = self.antwoorden.get("identiteit")
        return str(gegeven.inhoud.get("v_nummer", "")) if gegeven else ""


def als_tekst(plek: Lijstplek) -> str:
    """A place in a list as a link names it."""
    dag = "" if plek.volgende_op == ZONDER_DAG else plek.volgende_op.isoformat()
    return f"{dag}_{plek.ontvangen_op.isoformat()}_{plek.dossier_id}"


def uit_tekst(tekst: str) -> Lijstplek | None:
    """The place a link names; what is no place begins at the beginning."""
    try:
        dag, ontvangen_op, dossier_id = tekst.split("_")
        return Lijstplek(
            date.fromisoformat(dag) if dag else ZONDER_DAG, date.fromisoformat(ontvangen_op), UUID(dossier_id)
        )
    except ValueError:
        return None


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """One page of a list; ``totaal`` counts all of it up to just past ``TELGRENS``."""

    zaken: list[Zaak]
    totaal: int
    volgende: Lijstplek | None


def pagina_of(*, viewer: Medewerker, na: Lijstplek | None = None, aantal: int = PER_PAGINA) -> Pagina:
    """One page of the viewer's cases, by legal date and then arrival; it costs the same however many there are."""
    plekken = lijst_van(viewer, na=na or BEGIN, aantal=aantal + 1)
    getoond = plekken[:aantal]
    return Pagina(
        zaken=_met_antwoorden([plek.dossier_id for plek in getoond], viewer=viewer),
        totaal=len(lijst_van(viewer, aantal=TELGRENS + 1)),
        volgende=getoond[-1] if len(plekken) > aantal else None,
    )


def zaak_of(dossier_id: UUID, *, viewer: Medewerker) -> Zaak:
    """One case with every answer that is the viewer's to read. Raises ``Dossier.DoesNotExist``, also when not allowed."""
    if not is_zaak_van(dossier_id, viewer=viewer):
        raise Dossier.DoesNotExist
    (zaak,) = _met_antwoorden([dossier_id], viewer=viewer)
    return replace(
        zaak,
        overplaatsing=overplaatsing_bij_coa(dossier_id, viewer=viewer),
        hulpvragen=tuple(hulpvragen(dossier_id, viewer=viewer)),
    )


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
    plekken = plekken_van(gevonden, viewer=viewer)[:MEESTE_GEVONDEN]
    return _met_antwoorden([plek.dossier_id for plek in plekken], viewer=viewer)


def _past(woorden: Collection[str], *, naam: str, v_nummer: str) -> bool:
    cijfers = "".join(woorden)
    if cijfers.isdigit():
        return v_nummer.startswith(cijfers)
    in_naam = gevouwen(naam)
    return all(woord in in_naam for woord in woorden)


def inzendingen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Inzending]:
    """What the viewer sent about one dossier, newest first; never a colleague's."""
    return Inzending.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("-ingezonden_op")


def eigen_moment(viewer: Medewerker) -> Moment | None:
    """The toetsingsmoment of which this role reads the records themselves (cell ``V``), instead of an answer; or none."""
    rol = matrixrol(viewer)
    return next(
        (m for m in (Moment.MENSENHANDEL, Moment.MEDISCH) if toegang_van(rol, m) is Toegang.VOL), None
    )


def signalen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Signaal]:
    """The signs of the moment that this role handles, newest first; for any other role none."""
    alle = Signaal.objects.visible_to(viewer).filter(dossier=dossier_id, moment=eigen_moment(viewer))
    return alle.order_by("-ontvangen_op", "-volgorde")


def stappen_van_route(dossier_id: UUID, *, viewer: Medewerker) -> list[Historieregel]:
    """What was recorded on the route of the moment that this role handles, newest first; for any other role nothing."""
    moment = eigen_moment(viewer)
    if moment is None:
        return []
    regels = Routeregel.objects.visible_to(viewer).filter(dossier=dossier_id, moment=moment)
    return historie(regels.order_by("-op", "-vastgelegd_op"), gelijke={})


def veiligheidskaart_of(dossier_id: UUID, *, viewer: Medewerker) -> Veiligheidskaart | None:
    """The safety card that holds, for the roles that must know it; an empty one is none."""
    kaart = Veiligheidskaart.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("-pk").first()
    return kaart if kaart is not None and kaart.tekst else None


def _met_antwoorden(dossiers: Collection[UUID], *, viewer: Medewerker) -> list[Zaak]:
    """The answers that hold beside each case and what is contested of them, in one query each for all cases."""
    antwoorden = antwoorden_of(dossiers, viewer=viewer)
    betwist = betwist_sinds(dossiers, viewer=viewer)
    return [
        Zaak(dossier_id=dossier_id, antwoorden=antwoorden[dossier_id], betwist=betwist.get(dossier_id, {}))
        for dossier_id in dossiers
    ]
