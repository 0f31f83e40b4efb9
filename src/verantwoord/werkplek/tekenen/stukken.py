"""What the named second of a shielded dossier reads: the request itself, by whom, and nothing else of the dossier."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import decide_afwijking
from verantwoord.dossier.afscherming.tekenen import als_tweede
from verantwoord.dossier.machtiging.acties import refuse_machtiging, sign_machtiging
from verantwoord.dossier.models import (
    Afscherming,
    Afwijkverzoek,
    Dossier,
    Machtigingvoorstel,
    Onthouding,
    Portaalafscherming,
)
from verantwoord.dossier.onthouding.acties import lift_onthouding, sign_onthouding
from verantwoord.dossier.onthouding.keuzes import TE_ONTHOUDEN
from verantwoord.dossier.portaal.afschermen import lift_afscherming, sign_afscherming
from verantwoord.kern.normen import REGISTER
from verantwoord.ondersteuning.actions import decide_bijdrage
from verantwoord.ondersteuning.keuzes import Besluit
from verantwoord.ondersteuning.models import Bijdrage
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One request. ``sleutel`` names it in the address; it says nothing of whose dossier it is."""

    soort: str
    pk: Any
    dossier_id: UUID
    titel: str
    tekst: str
    door: str
    gevraagd_op: date
    tot: date | None = None
    bedrag: Decimal | None = None
    met_bedrag: bool = False

    @property
    def sleutel(self) -> str:
        return f"{self.soort}-{self.pk}"


@dataclass(frozen=True, kw_only=True)
class Antwoord:
    """What the second decides. ``reden`` is asked for a no, and for both where a reason belongs to the decision."""

    akkoord: bool
    reden: str
    bedrag: Decimal | None
    nu: datetime
    op: date


def stukken_voor(*, viewer: Medewerker, op: date) -> list[Stuk]:
    """What waits for this person as named second, the oldest first. Read by the program, field by field."""
    if viewer.is_systeem:
        return []
    with als_systeem():
        mijn = Afscherming.objects.lopend().filter(tweede=viewer.pk, dossier__afgeschermd=True)
        dossiers = [afscherming.dossier for afscherming in mijn.select_related("dossier")]
        stukken = [
            stuk
            for lees in (_portaal, _machtigingen, _onthoudingen, _afwijkingen, _bijdragen)
            for stuk in (lees(dossiers, viewer, op) if dossiers else ())
        ]
    return sorted(stukken, key=lambda stuk: (stuk.gevraagd_op, stuk.sleutel))


def tekent_ooit(*, viewer: Medewerker) -> bool:
    """Whether this person is the named second of anything now."""
    return Afscherming.objects.lopend().filter(tweede=viewer.pk).exists()


def _portaal(dossiers: list[Dossier], viewer: Medewerker, op: date) -> Iterator[Stuk]:
    van_wie = {dossier.persoon_id: dossier.pk for dossier in dossiers}
    wachtend = Portaalafscherming.objects.filter(
        persoon__in=van_wie, tweede_naam="", opgeheven_op=None, tot__gte=op
    ).exclude(door=viewer.pk)
    for rij in wachtend:
        yield Stuk(
            soort="portaal",
            pk=rij.pk,
            dossier_id=van_wie[rij.persoon_id],
            titel=_("Het portaal dicht voor de veiligheid"),
            tekst=rij.reden,
            door=rij.door_naam,
            gevraagd_op=timezone.localdate(rij.gevraagd_op),
            tot=rij.tot,
        )


def _machtigingen(dossiers: list[Dossier], viewer: Medewerker, _op: date) -> Iterator[Stuk]:
    for rij in Machtigingvoorstel.objects.filter(dossier__in=dossiers, beslist_op=None).exclude(
        door=viewer.pk
    ):
        yield Stuk(
            soort="machtiging",
            pk=rij.pk,
            dossier_id=rij.dossier_id,
            titel=_("Een machtiging op papier: %(wie)s") % {"wie": rij.get_hoedanigheid_display()},
            tekst=_("%(naam)s. Kijk het papier na: %(kenmerk)s") % {"naam": rij.naam, "kenmerk": rij.kenmerk},
            door=rij.door_naam,
            gevraagd_op=timezone.localdate(rij.gevraagd_op),
            tot=rij.tot,
        )


def _onthoudingen(dossiers: list[Dossier], viewer: Medewerker, op: date) -> Iterator[Stuk]:
    wachtend = Onthouding.objects.filter(
        dossier__in=dossiers, tweede_naam="", opgeheven_op=None, tot__gte=op
    ).exclude(door=viewer.pk)
    for rij in wachtend:
        yield Stuk(
            soort="onthouding",
            pk=rij.pk,
            dossier_id=rij.dossier_id,
            titel=_("De persoon iets tijdelijk niet laten zien: %(wat)s")
            % {"wat": str(TE_ONTHOUDEN.get(rij.wat, rij.wat)).lower()},
            tekst=f"{rij.get_grond_display()}. {rij.reden}",
            door=rij.door_naam,
            gevraagd_op=timezone.localdate(rij.gevraagd_op),
            tot=rij.tot,
        )


def _afwijkingen(dossiers: list[Dossier], viewer: Medewerker, _op: date) -> Iterator[Stuk]:
    if not viewer.heeft(Recht.AFWIJKING_GOEDKEUREN):
        return
    wachtend = Afwijkverzoek.objects.filter(dossier__in=dossiers, besluit=None, ingetrokken_op=None)
    for rij in wachtend.exclude(gevraagd_door=viewer.pk).select_related("gevraagd_door"):
        yield Stuk(
            soort="afwijking",
            pk=rij.pk,
            dossier_id=rij.dossier_id,
            titel=_("Afwijken van een regel: %(norm)s") % {"norm": REGISTER[rij.norm].titel},
            tekst=rij.reden,
            door=rij.gevraagd_door.naam,
            gevraagd_op=rij.gevraagd_op,
            tot=rij.geldig_tot,
        )


def _bijdragen(dossiers: list[Dossier], viewer: Medewerker, _op: date) -> Iterator[Stuk]:
    wachtend = Bijdrage.objects.filter(dossier__in=dossiers, besluit=None).exclude(aanvrager=viewer.pk)
    for rij in wachtend.select_related("aanvrager"):
        yield Stuk(
            soort="bijdrage",
            pk=rij.pk,
            dossier_id=rij.dossier_id,
            titel=_("Een bijdrage van de DT&V"),
            tekst=rij.waarvoor,
            door=rij.aanvrager.naam if rij.aanvrager else "",
            gevraagd_op=rij.gevraagd_op,
            bedrag=rij.gevraagd_bedrag,
            met_bedrag=True,
        )


def decide_stuk(stuk: Stuk, antwoord: Antwoord, *, door: Medewerker) -> None:
    """Sign, or say no, as the second. Raises what the act itself raises, and ``Dossier.DoesNotExist`` for anybody else."""
    with als_tweede(door, stuk.dossier_id):
        _DOEN[stuk.soort](stuk, antwoord, {"door": door, "dossier_id": stuk.dossier_id})


Wie = dict[str, Any]


def _teken_portaal(stuk: Stuk, a: Antwoord, wie: Wie) -> None:
    if a.akkoord:
        sign_afscherming(**wie, afscherming_id=stuk.pk, nu=a.nu, vandaag=a.op)
    else:
        lift_afscherming(**wie, afscherming_id=stuk.pk, reden=a.reden, nu=a.nu, vandaag=a.op)


def _teken_machtiging(stuk: Stuk, a: Antwoord, wie: Wie) -> None:
    if a.akkoord:
        sign_machtiging(**wie, voorstel_id=stuk.pk, nu=a.nu, op=a.op)
    else:
        refuse_machtiging(**wie, voorstel_id=stuk.pk, reden=a.reden, nu=a.nu)


def _teken_onthouding(stuk: Stuk, a: Antwoord, wie: Wie) -> None:
    doe = sign_onthouding if a.akkoord else lift_onthouding
    doe(**wie, onthouding_id=stuk.pk, nu=a.nu, vandaag=a.op)


def _teken_afwijking(stuk: Stuk, a: Antwoord, wie: Wie) -> None:
    verzoek = Afwijkverzoek.objects.select_related("dossier").get(pk=stuk.pk)
    decide_afwijking(
        **wie,
        norm=verzoek.norm,
        besluit="goedgekeurd" if a.akkoord else "geweigerd",
        motivering=a.reden,
        peildatum=a.op,
        versie=verzoek.dossier.versie,
    )


def _teken_bijdrage(stuk: Stuk, a: Antwoord, wie: Wie) -> None:
    decide_bijdrage(
        **wie,
        bijdrage_id=stuk.pk,
        versie=Bijdrage.objects.get(pk=stuk.pk).versie,
        peildatum=a.op,
        besluit=Besluit.TOEGEKEND if a.akkoord else Besluit.AFGEWEZEN,
        reden=a.reden,
        bedrag=a.bedrag if a.akkoord else None,
    )


_DOEN: Final[dict[str, Callable[[Stuk, Antwoord, Wie], None]]] = {
    "portaal": _teken_portaal,
    "machtiging": _teken_machtiging,
    "onthouding": _teken_onthouding,
    "afwijking": _teken_afwijking,
    "bijdrage": _teken_bijdrage,
}
