"""Questions about wishes, referrals, contributions and the catalogue. All of them start with who is asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.verwijzing import Stand, bewijs_geldig_tot, navragen_op, stand_van
from verantwoord.ondersteuning.keuzes import Antwoord, Naar, Soort
from verantwoord.ondersteuning.models import (
    Aanbod,
    Begroting,
    Bijdrage,
    DerdeLand,
    Navraag,
    Regeling,
    Toelatingsbewijs,
    Verwijzing,
    Wens,
)
from verantwoord.ondersteuning.models.navraag import NavraagQuerySet
from verantwoord.ondersteuning.models.verwijzing import VerwijzingQuerySet
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Wensregel:
    """A wish and, while it waits, the last day for an answer (norm vertrekwens-vastleggen).

    ``na_de_termijn`` is how many days after that day the answer came; nought when it came in time or is not there yet.
    """

    wens: Wens
    uiterlijk_op: date | None
    na_de_termijn: int = 0


@dataclass(frozen=True, kw_only=True)
class Verwijzingsregel:
    """A referral as its fact says it, with what this room keeps beside it; ``nummer`` is its place in the facts.

    ``uiterlijk_op`` is the last day to ask how it goes, for IOM and ngo's, while nobody did (norm
    doorverwijzing-iom-ngo). ``dagen`` is after how many days without a word one asks.
    """

    nummer: int
    feit: kern.Verwijzing
    rij: Verwijzing | None
    uiterlijk_op: date | None
    dagen: int

    @classmethod
    def van(
        cls, nummer: int, feit: kern.Verwijzing, rij: Verwijzing | None, *, dagen: int
    ) -> "Verwijzingsregel | None":
        """One referral as a page shows it; nothing for one that this room does not know."""
        if feit.naar not in Naar.values:
            return None
        eerst = feit.naar in {Naar.IOM, Naar.NGO} and feit.opvolging_op is None
        return cls(
            nummer=nummer,
            feit=feit,
            rij=rij,
            uiterlijk_op=plus_dagen(feit.verwezen_op, dagen) if eerst else None,
            dagen=dagen,
        )

    @property
    def naam(self) -> str:
        return self.feit.organisatie or str(Naar(self.feit.naar).label)

    @property
    def stand(self) -> Stand:
        return stand_van(
            self.feit,
            aangenomen=self.rij is not None and self.rij.antwoord == Antwoord.AANGENOMEN,
            beeindigd=self.is_beeindigd,
        )

    @property
    def heeft_resultaat(self) -> bool:
        return bool((self.feit.resultaat or "").strip())

    @property
    def is_beeindigd(self) -> bool:
        return self.rij is not None and self.rij.beeindigd_op is not None

    @property
    def loopt(self) -> bool:
        return self.stand in {"gevraagd", "aangenomen"}

    @property
    def wacht_op_antwoord(self) -> bool:
        """Whether the organisation was asked and has said nothing."""
        return self.stand == "gevraagd"

    @property
    def volgende_op(self) -> date | None:
        """The day on which the regievoerder asks again how it goes; there always is one while it runs."""
        if not self.loopt:
            return None
        return navragen_op(
            self.feit,
            afgesproken=self.rij.volgende_op if self.rij else None,
            laatst_gehoord=self.rij.antwoord_op if self.rij else None,
            dagen=self.dagen,
        )

    @property
    def bewijs_geldig_tot(self) -> date | None:
        """The last day of the signed "Bewijs van Aanvraag", when there is one."""
        return bewijs_geldig_tot(self.rij.bewijs_op) if self.rij and self.rij.bewijs_op else None


@dataclass(frozen=True, kw_only=True)
class Zoekvraag:
    """What is asked of the catalogue; what is left empty narrows nothing."""

    wens: str = ""
    land: str = ""
    gezin: bool = False
    medisch: bool = False
    ook_afgelopen: bool = False


_WACHT = Q(vervolg__isnull=True) & ~Q(soort=Soort.GEEN_WENS_GEUIT)


def wensen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Wens]:
    """Every wish of one dossier with its earlier judgments and answers: what waits first, then by date."""
    return (
        Wens.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .annotate(wacht=_WACHT)
        .select_related("dossier__persoon")
        .prefetch_related("stappen", "behoeften")
        .order_by(F("wacht").desc(), "geuit_op", "volgorde")
    )


def wens_of(dossier_id: UUID, wens_id: UUID, *, viewer: Medewerker) -> Wens:
    """One wish of this dossier. Raises ``Wens.DoesNotExist``, also when the viewer may not see the dossier."""
    return wensen_of(dossier_id, viewer=viewer).get(pk=wens_id)


def open_wensen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Wens]:
    """The wishes of one dossier that wait for an answer, oldest first."""
    return Wens.objects.visible_to(viewer).filter(_WACHT, dossier=dossier_id).order_by("geuit_op", "volgorde")


def wensregels_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> list[Wensregel]:
    """The wishes of one dossier as a page shows them."""
    dagen = geldende_parameters().op(peildatum)["vertrekwens-vastleggen.opvolging"]
    return [
        Wensregel(
            wens=wens,
            uiterlijk_op=plus_dagen(wens.geuit_op, dagen) if wens.is_open else None,
            na_de_termijn=max(0, (wens.vervolg_op - wens.geuit_op).days - dagen) if wens.vervolg_op else 0,
        )
        for wens in wensen_of(dossier_id, viewer=viewer)
    ]


def feiten_of(dossier_id: UUID, *, viewer: Medewerker) -> kern.Dossierbeeld:
    """The facts of a dossier. Raises ``Dossier.DoesNotExist`` when the viewer may not see it."""
    return beeld_of(Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id).pk)


def verwijzingsregels_of(
    dossier_id: UUID, *, viewer: Medewerker, peildatum: date, beeld: kern.Dossierbeeld | None = None
) -> list[Verwijzingsregel]:
    """Every referral of one dossier that this room shows, in the order of the facts; a police report is not among them."""
    beeld = beeld or feiten_of(dossier_id, viewer=viewer)
    rijen = {rij.plaats: rij for rij in _verwijzingen(dossier_id, viewer).filter(plaats__isnull=False)}
    dagen = geldende_parameters().op(peildatum)["doorverwijzing-iom-ngo.followup"]
    regels = (
        Verwijzingsregel.van(nummer, feit, rijen.get(nummer), dagen=dagen)
        for nummer, feit in enumerate(beeld.verwijzingen)
    )
    return [regel for regel in regels if regel is not None]


def navragen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Verwijzing]:
    """The referrals of one dossier with a day on which one agreed to ask how it goes, the nearest day first."""
    gevonden = Verwijzing.objects.visible_to(viewer).filter(dossier=dossier_id, plaats__isnull=False)
    return gevonden.filter(volgende_op__isnull=False).order_by("volgende_op", "id")


def niet_verwezen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Verwijzing]:
    """The referrals that were talked about and not wanted, and proposals that are over; oldest first."""
    voorbij = Q(deelt="") | Q(beeindigd_op__isnull=False)
    return _verwijzingen(dossier_id, viewer).filter(voorbij, plaats__isnull=True)


def voorstellen_of(
    dossier_id: UUID, *, viewer: Medewerker, alleen_wachtend: bool = False
) -> QuerySet[Verwijzing]:
    """The proposals that can still be chosen, also after a no, oldest first."""
    gevonden = _verwijzingen(dossier_id, viewer)
    return gevonden.wachtend() if alleen_wachtend else gevonden.voorgelegd()


def nagevraagd_of(dossier_id: UUID, *, viewer: Medewerker) -> dict[str, bool | None]:
    """What was answered last to each question about the conditions of support; what nobody asked is not among them."""
    return _nagevraagd(Navraag.objects.visible_to(viewer).filter(dossier=dossier_id))


def nagevraagd_in_portaal(dossier_id: UUID) -> dict[str, bool | None]:
    """The same as the database shows it to whoever came in by the portal."""
    return _nagevraagd(Navraag.objects.filter(dossier=dossier_id))


def _nagevraagd(rijen: NavraagQuerySet) -> dict[str, bool | None]:
    return dict(rijen.laatste().values_list("vraag", "antwoord"))


def _verwijzingen(dossier_id: UUID, viewer: Medewerker) -> VerwijzingQuerySet:
    gevonden: VerwijzingQuerySet = (
        Verwijzing.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("wens", "aanbod")
        .prefetch_related("stappen")
    )
    return gevonden


def bijdragen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Bijdrage]:
    """The contributions of one dossier: what waits for a decision first, then by date."""
    return (
        Bijdrage.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("wens", "aanvrager")
        .prefetch_related("betaalstappen")
        .order_by(F("besluit").desc(nulls_first=True), "gevraagd_op", "id")
    )


def begrotingen_for(*, viewer: Medewerker) -> QuerySet[Begroting]:
    """The budgets that the viewer may use: the general ones and those of the own team, the newest year first."""
    return (
        Begroting.objects.visible_to(viewer)
        .filter(Q(team__isnull=True) | Q(team=viewer.team_id))
        .select_related("team")
        .prefetch_related("stappen")
    )


def te_besluiten_bijdragen(*, viewer: Medewerker) -> QuerySet[Bijdrage]:
    """What colleagues asked and waits for a decision, in the dossiers of the viewer; never what they asked themselves."""
    return (
        Bijdrage.objects.visible_to(viewer)
        .filter(besluit__isnull=True, dossier__gesloten_op__isnull=True)
        .exclude(aanvrager=viewer)
        .select_related("dossier__persoon", "aanvrager", "wens")
        .order_by("gevraagd_op", "id")
    )


def derde_landen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[DerdeLand]:
    """The other countries that were looked into, with what they answered and what proves admission."""
    return (
        DerdeLand.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .prefetch_related("antwoorden", "bewijzen")
    )


def toelating_of(
    dossier_id: UUID, *, viewer: Medewerker, op: date
) -> tuple[DerdeLand, Toelatingsbewijs] | None:
    """The country that lets this person in on a day, with the newest proof of it; nothing while none is certain."""
    geldig = [
        (land, bewijs)
        for land in derde_landen_of(dossier_id, viewer=viewer)
        for bewijs in land.bewijzen.all()
        if bewijs.geldt_op(op)
    ]
    return max(geldig, key=lambda paar: (paar[1].gezien_op, str(paar[1].pk)), default=None)


def regelingen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Regeling]:
    """What is arranged in kind in one dossier, by the day on which it must be there."""
    return (
        Regeling.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("wens")
        .prefetch_related("stappen")
    )


def regelingen_for(*, viewer: Medewerker) -> QuerySet[Regeling]:
    """What is asked of the viewer's own organisation over all its cases, by the day on which it must be there."""
    return Regeling.objects.visible_to(viewer).lopend().prefetch_related("stappen")


def aanbod_for(vraag: Zoekvraag, *, viewer: Medewerker, peildatum: date) -> QuerySet[Aanbod]:
    """What the catalogue offers that fits the question, by organisation and title and by nothing else."""
    gevonden = Aanbod.objects.visible_to(viewer)
    if not vraag.ook_afgelopen:
        gevonden = gevonden.geldig(peildatum)
    if vraag.wens:
        gevonden = gevonden.filter(_voor_wens(vraag.wens))
    if vraag.land:
        gevonden = gevonden.filter(_voor_landen([vraag.land]))
    if vraag.gezin:
        gevonden = gevonden.filter(gezin=True)
    if vraag.medisch:
        gevonden = gevonden.filter(medisch=True)
    return gevonden.order_by("organisatie", "titel", "id")


def _voor_wens(soort: str) -> Q:
    medisch = Q(medisch=True) if soort == Soort.MEDISCHE_ZORG else Q(pk__in=[])
    return Q(wensen=[]) | Q(wensen__contains=[soort]) | medisch


def _voor_landen(landen: Sequence[str]) -> Q:
    return Q(landen=[]) | Q(landen__overlap=list(landen))


def aanbod_of(aanbod_id: UUID, *, viewer: Medewerker) -> Aanbod:
    """One entry of the catalogue. Raises ``Aanbod.DoesNotExist``."""
    return Aanbod.objects.visible_to(viewer).get(pk=aanbod_id)


def wijzigingen_of(aanbod: Aanbod, *, viewer: Medewerker) -> QuerySet[Gebeurtenis]:
    """What was changed in one entry of the catalogue, newest first."""
    if viewer.is_systeem:
        return Gebeurtenis.objects.none()
    return Gebeurtenis.objects.filter(
        dossier_id__isnull=True, onderwerp=aanbod._meta.label, onderwerp_id=str(aanbod.pk)
    ).order_by("-volgnummer")
