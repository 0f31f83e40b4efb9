"""Booking a trip, changing it and cancelling it."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.kern import dossierbeeld as d
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek.actions.regels import (
    eis_tekst,
    met_boeking,
    niet_later_dan,
    open_boeking,
    stand_van,
    zonder_leeg,
)
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet, StapNietAanDeOrde
from verantwoord.vertrek.keuzes import Gemachtigde, Soort
from verantwoord.vertrek.toestand import loopt_er_nog_iets


@dataclass(frozen=True, kw_only=True)
class Uitleg:
    """How the person heard what leaving now means: in which language, and whether the lawyer knows."""

    taal: str
    gemachtigde: str
    gemachtigde_op: date | None = None


@transaction.atomic
def book_vertrek(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    boeking: d.Vertrekboeking,
    peildatum: date,
    uitleg: Uitleg | None = None,
    toelichting: str = "",
) -> Dossier:
    """Book a trip; the gate of its kind answers about the dossier as it is with this trip.

    Booking an independent departure cancels a forced trip that stands: going back is always possible. Who leaves while
    a procedure or suspension runs has heard in the own language what that means, and the lawyer knows (``uitleg``).
    A forced trip is booked only when the established plan chose it. Raises ``NormBlokkeert``.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    beeld = beeld_of(dossier.pk)
    _weiger_voorbij(boeking.gepland_op, peildatum)
    if beeld.uitkomst is not None:
        raise StapNietAanDeOrde(_("Er is al een uitkomst vastgelegd. Er hoort geen nieuwe reis bij."))
    _weiger_dubbel(beeld, boeking)
    s = stand_van(beeld, peildatum)
    if boeking.soort == Soort.GEDWONGEN and s.gekozen != "gedwongen":
        raise StapNietAanDeOrde(
            _(
                "Gedwongen vertrek is niet gekozen in het vertrekplan. Leg die keuze daar eerst vast, met de redenen."
            )
        )
    if boeking.soort == Soort.ZELFSTANDIG:
        _eis_uitleg(loopt_er_nog_iets(s), uitleg, peildatum=peildatum)
    vervangen = [
        nummer
        for nummer, ander in enumerate(beeld.boekingen)
        if boeking.soort == Soort.ZELFSTANDIG
        and ander.soort == Soort.GEDWONGEN
        and ander.geannuleerd_op is None
    ]

    def boek(eerst: d.Dossierbeeld) -> d.Dossierbeeld:
        for nummer in vervangen:
            eerst = met_boeking(eerst, nummer, replace(eerst.boekingen[nummer], geannuleerd_op=peildatum))
        return replace(eerst, boekingen=(*eerst.boekingen, boeking))

    poort.require(
        f"{boeking.soort}_vertrek_boeken", dossier=dossier, peildatum=peildatum, door=door, beeld=boek(beeld)
    )
    change_feiten(
        dossier,
        boek,
        door=door,
        soort="vertrek.geboekt",
        gegevens=zonder_leeg(
            boeking=len(beeld.boekingen),
            toelichting=toelichting.strip(),
            uitleg=zonder_leeg(**asdict(uitleg)) if uitleg else None,
            vervangt=vervangen,
        ),
    )
    return dossier


@transaction.atomic
def change_boeking(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int | None,
    boeking: d.Vertrekboeking,
    reden: str,
    peildatum: date,
) -> Dossier:
    """Change a booked trip, with a reason. Another day or country is booking again, so the gate answers again.

    Its kind does not change: another kind of departure is another trip.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    beeld = beeld_of(dossier.pk)
    eerst = open_boeking(beeld, nummer)
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom de reis verandert."))
    nieuw = replace(boeking, soort=eerst.soort, geannuleerd_op=None)
    ermee = met_boeking(beeld, nummer, nieuw)
    if (nieuw.land, nieuw.gepland_op) != (eerst.land, eerst.gepland_op):
        _weiger_voorbij(nieuw.gepland_op, peildatum)
        poort.require(
            f"{nieuw.soort}_vertrek_boeken", dossier=dossier, peildatum=peildatum, door=door, beeld=ermee
        )
    change_feiten(
        dossier,
        lambda staat: met_boeking(staat, nummer, nieuw),
        door=door,
        soort="vertrek.gewijzigd",
        gegevens={"boeking": nummer, "reden": reden},
    )
    return dossier


@transaction.atomic
def cancel_boeking(
    *, door: Medewerker, dossier_id: UUID, nummer: int, versie: int | None, reden: str, peildatum: date
) -> Dossier:
    """Cancel a trip, with a reason. No norm stops that: not going is never blocked."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    boeking = open_boeking(beeld_of(dossier.pk), nummer)
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom de reis niet doorgaat."))
    change_feiten(
        dossier,
        lambda staat: met_boeking(staat, nummer, replace(boeking, geannuleerd_op=peildatum)),
        door=door,
        soort="vertrek.geannuleerd",
        gegevens={"boeking": nummer, "reden": reden},
    )
    return dossier


def _weiger_voorbij(dag: date, peildatum: date) -> None:
    if dag < peildatum:
        raise DagKloptNiet(_("Deze dag is voorbij. Kies vandaag of een latere dag."), veld="gepland_op")


def _weiger_dubbel(beeld: d.Dossierbeeld, boeking: d.Vertrekboeking) -> None:
    """One trip of a kind at a time; whose forced trip stands may always book an independent one."""
    if any(b.soort == boeking.soort and b.geannuleerd_op is None for b in beeld.boekingen):
        raise StapNietAanDeOrde(_("Er staat al een reis geboekt. Wijzig die reis, of annuleer haar eerst."))


def _eis_uitleg(wat_loopt: str, uitleg: Uitleg | None, *, peildatum: date) -> None:
    if not wat_loopt:
        return
    if uitleg is None or not uitleg.taal:
        raise AntwoordOntbreekt(
            _("%(wat)s Leg uit wat vertrekken nu betekent, in de taal van de persoon.") % {"wat": wat_loopt},
            veld="taal",
        )
    if uitleg.gemachtigde not in Gemachtigde.values:
        raise AntwoordOntbreekt(_("Kies of de gemachtigde het weet."), veld="gemachtigde")
    if uitleg.gemachtigde == Gemachtigde.WEET_HET and uitleg.gemachtigde_op is None:
        raise AntwoordOntbreekt(
            _("Vul in op welke dag de gemachtigde het heeft gehoord."), veld="gemachtigde_op"
        )
    niet_later_dan(uitleg.gemachtigde_op, peildatum, veld="gemachtigde_op")
