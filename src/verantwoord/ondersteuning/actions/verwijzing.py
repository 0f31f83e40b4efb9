"""Referring somebody with consent, keeping the regie while another helps, and how it ended.

The fact stands in the ``verwijzingen`` of the dossierbeeld, where the norms read it; what the fact has no field for
stands beside it, in rows of this room. The order is always: right, lock and version, precondition, write, event.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Portaalaccount
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as kern
from verantwoord.ondersteuning.actions.regels import is_geweest, volle_tekst, zonder_rekening
from verantwoord.ondersteuning.actions.verloop import (
    komt_nog,
    next_versie,
    note_stap,
    van_de_staf,
    volgende_keer,
)
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Antwoord, Einde, Naar, Regelstand, Uitkomst, Verloop
from verantwoord.ondersteuning.models import (
    Aanbod,
    Regeling,
    Regelingstap,
    Verwijzing,
    Wens,
)
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Wie

# Kept as it is, whatever language the portal speaks.
_TOESTEMMING_WEG: Final = "De persoon wil niet meer dat wij gegevens delen."


@transaction.atomic
def refer(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int,
    peildatum: date,
    naar: str,
    toestemming: bool,
    op: date,
    organisatie: str = "",
    waarvoor: str = "",
    volgende_op: date | None = None,
    wens_id: UUID | None = None,
    aanbod_id: UUID | None = None,
) -> Verwijzing:
    """Refer somebody who agrees; keep the answer of somebody who does not, where no norm can read it.

    Who names no day to ask how it goes gets the one of the norm: the regie always has a next day.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    is_geweest(op, peildatum=peildatum, veld="op")
    if toestemming:
        waarvoor = volle_tekst(
            waarvoor, veld="waarvoor", leeg=_("Schrijf op wat u de organisatie vraagt, in gewone woorden.")
        )
        komt_nog(volgende_op, peildatum=peildatum)
    zonder_rekening(waarvoor, veld="waarvoor")
    rij = Verwijzing(
        dossier=dossier,
        naar=Naar(naar),
        organisatie=zonder_rekening(organisatie.strip(), veld="organisatie"),
        wens=None if wens_id is None else Wens.objects.get(pk=wens_id, dossier=dossier),
        aanbod=None if aanbod_id is None else Aanbod.objects.get(pk=aanbod_id),
        waarvoor=waarvoor.strip(),
        toestemming=toestemming,
        gevraagd_op=op,
        gekozen_op=op,
        volgende_op=(volgende_op or volgende_keer(op, peildatum=peildatum)) if toestemming else None,
    )
    if toestemming:
        send_verwijzing(dossier, rij, op=op, door=door)
    else:
        leave_verwijzing(dossier, rij, op=op, door=door)
    return rij


def send_verwijzing(dossier: Dossier, rij: Verwijzing, *, op: date, door: Wie) -> None:
    """The part of a referral that follows a yes: the fact, by which the organisation gets its task, and the course."""
    feit = kern.Verwijzing(
        naar=rij.naar,  # type: ignore[arg-type]  # one of the choices, which are the words of the contract
        organisatie=rij.organisatie or None,
        verwezen_op=op,
        toestemming=True,
    )
    rij.plaats = len(beeld_of(dossier.pk).verwijzingen)
    rij.save()
    note_stap(rij, Verloop.GEDAAN, op=op, tekst=rij.waarvoor, door=door)
    change_feiten(
        dossier,
        lambda beeld: replace(beeld, verwijzingen=(*beeld.verwijzingen, feit)),
        door=door,
        soort="verwijzing.gedaan",
        gegevens={"waarvoor": rij.waarvoor, "wens": _sleutel(rij.wens_id), "aanbod": _sleutel(rij.aanbod_id)},
    )


def leave_verwijzing(dossier: Dossier, rij: Verwijzing, *, op: date, door: Wie) -> None:
    """The part of a referral that follows a no: it is kept where no norm reads it."""
    rij.save()
    note_stap(rij, Verloop.NIET_GEDAAN, op=op, tekst=rij.waarvoor, door=door)
    record_gebeurtenis(
        soort="verwijzing.niet_gedaan",
        onderwerp=rij,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"naar": rij.naar, "op": op.isoformat()},
    )
    next_versie(dossier)


@transaction.atomic
def follow_verwijzing(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int,
    peildatum: date,
    op: date,
    hoe: str,
    volgende_op: date | None = None,
) -> Verwijzing:
    """Record that the regievoerder asked how it goes, and when that is asked again.

    The fact keeps the first day this was done, which the norm asks for; every later time is in the course.
    """
    dossier, rij, feit = _neem(door=door, dossier_id=dossier_id, nummer=nummer, versie=versie)
    _loopt_nog(rij, feit)
    is_geweest(op, peildatum=peildatum, veld="op", na=feit.verwezen_op)
    hoe = volle_tekst(hoe, veld="hoe", leeg=_("Schrijf op hoe het loopt."))
    zonder_rekening(hoe, veld="hoe")
    komt_nog(volgende_op, peildatum=peildatum)
    rij.volgende_op = volgende_op or volgende_keer(op, peildatum=peildatum)
    rij.save()
    note_stap(rij, Verloop.OPVOLGING, op=op, tekst=hoe, door=door)
    gegevens = {"toelichting": hoe, "op": op.isoformat()}
    if feit.opvolging_op is None:
        _wijzig(dossier, nummer, door=door, soort="verwijzing.opgevolgd", gegevens=gegevens, opvolging_op=op)
    else:
        _record(dossier, rij, "verwijzing.opgevolgd", door=door, gegevens=gegevens)
    return rij


@transaction.atomic
def record_resultaat(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int | None,
    peildatum: date,
    op: date,
    uitkomst: str,
    resultaat: str,
    bedrag: Decimal | None = None,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Verwijzing:
    """Record what came of a referral; a later result comes beside the earlier one in the course.

    ``recht`` is what whoever records it must hold; the organisation that was asked may answer for itself.
    """
    dossier, rij, feit = _neem(door=door, dossier_id=dossier_id, nummer=nummer, versie=versie, recht=recht)
    if rij.beeindigd_op is not None:
        raise WensKloptNiet(_("Deze verwijzing is al beëindigd. Maak een nieuwe verwijzing als dat past."))
    is_geweest(op, peildatum=peildatum, veld="op", na=feit.verwezen_op)
    resultaat = volle_tekst(resultaat, veld="resultaat", leeg=_("Schrijf op wat de uitslag is."))
    zonder_rekening(resultaat, veld="resultaat")
    rij.uitkomst, rij.bedrag, rij.volgende_op = Uitkomst(uitkomst), bedrag, None
    rij.save()
    note_stap(rij, Verloop.RESULTAAT, op=op, tekst=resultaat, door=door)
    _wijzig(
        dossier,
        nummer,
        door=door,
        soort="verwijzing.resultaat",
        gegevens={"uitkomst_verwijzing": uitkomst, "bedrag": None if bedrag is None else str(bedrag)},
        resultaat=resultaat,
        resultaat_op=op,
    )
    return rij


@transaction.atomic
def end_verwijzing(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int,
    peildatum: date,
    op: date,
    einde: str,
    toelichting: str,
) -> Verwijzing:
    """End a referral and say why; it stays in the dossier. Consent taken back is no longer consent."""
    dossier, rij, feit = _neem(door=door, dossier_id=dossier_id, nummer=nummer, versie=versie)
    if rij.beeindigd_op is not None:
        raise WensKloptNiet(_("Deze verwijzing is al beëindigd."))
    is_geweest(op, peildatum=peildatum, veld="op", na=feit.verwezen_op)
    toelichting = volle_tekst(
        toelichting, veld="toelichting", leeg=_("Schrijf op hoe de verwijzing eindigde.")
    )
    zonder_rekening(toelichting, veld="toelichting")
    note_stap(rij, Verloop.EINDE, op=op, tekst=toelichting, door=door)
    _beeindig(
        dossier,
        rij,
        feit,
        nummer=nummer,
        op=op,
        einde=Einde(einde),
        toelichting=toelichting,
        door=door,
        soort="verwijzing.beeindigd",
    )
    return rij


@transaction.atomic
def record_antwoord(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int | None,
    peildatum: date,
    op: date,
    antwoord: str,
    toelichting: str,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Verwijzing:
    """Record that the organisation that was asked goes to work, or that it cannot help and why.

    Going to work changes no fact: asking how it goes stays with the regie. Not being able to help ends the referral,
    and is held against nobody. An organisation that says nothing has not answered.
    """
    dossier, rij, feit = _neem(door=door, dossier_id=dossier_id, nummer=nummer, versie=versie, recht=recht)
    _loopt_nog(rij, feit)
    is_geweest(op, peildatum=peildatum, veld="op", na=feit.verwezen_op)
    toelichting = volle_tekst(
        toelichting, veld="toelichting", leeg=_("Schrijf op wat de organisatie zei, in gewone woorden.")
    )
    zonder_rekening(toelichting, veld="toelichting")
    rij.antwoord, rij.antwoord_op = Antwoord(antwoord), op
    note_stap(rij, Verloop.ANTWOORD, op=op, tekst=toelichting, door=door)
    if rij.antwoord == Antwoord.GEWEIGERD:
        _beeindig(
            dossier,
            rij,
            feit,
            nummer=nummer,
            op=op,
            einde=Einde.KAN_NIET_HELPEN,
            toelichting=toelichting,
            door=door,
            soort="verwijzing.geweigerd",
        )
        return rij
    rij.save()
    _record(dossier, rij, "verwijzing.aangenomen", door=door, gegevens={"toelichting": toelichting})
    return rij


@transaction.atomic
def record_bewijs(
    *, door: Medewerker, dossier_id: UUID, nummer: int, versie: int, peildatum: date, op: date
) -> Verwijzing:
    """Record that the person signed the "Bewijs van Aanvraag" of the IOM; it holds for sixty days."""
    dossier, rij, feit = _neem(door=door, dossier_id=dossier_id, nummer=nummer, versie=versie)
    _loopt_nog(rij, feit)
    if feit.naar != Naar.IOM:
        raise WensKloptNiet(_("Een Bewijs van Aanvraag hoort bij een verwijzing naar de IOM."))
    is_geweest(op, peildatum=peildatum, veld="op")
    rij.bewijs_op = op
    rij.save()
    note_stap(rij, Verloop.BEWIJS, op=op, tekst="", door=door)
    _record(dossier, rij, "verwijzing.bewijs", door=door, gegevens={"op": op.isoformat()})
    return rij


def end_met_toestemming_weg(dossier: Dossier, *, nummer: int, op: date, door: Portaalaccount) -> Verwijzing:
    """The part of :func:`end_verwijzing` that stays when the person takes consent back; the dossier is locked already.

    Does nothing when it ended before. Raises ``Verwijzing.DoesNotExist`` when there is none of that number.
    """
    rij, feit = _rij_van(dossier, nummer)
    if rij.beeindigd_op is None and feit.toestemming:
        note_stap(rij, Verloop.EINDE, op=op, tekst=_TOESTEMMING_WEG, door=door)
        _beeindig(
            dossier,
            rij,
            feit,
            nummer=nummer,
            op=op,
            einde=Einde.TOESTEMMING_WEG,
            toelichting=_TOESTEMMING_WEG,
            door=door,
            soort="verwijzing.beeindigd",
        )
    return rij


def _beeindig(
    dossier: Dossier,
    rij: Verwijzing,
    feit: kern.Verwijzing,
    *,
    nummer: int,
    op: date,
    einde: Einde,
    toelichting: str,
    door: Wie,
    soort: str,
) -> None:
    rij.beeindigd_op, rij.einde, rij.volgende_op = op, einde, None
    nieuw: dict[str, Any] = {}
    if not (feit.resultaat or "").strip():
        nieuw = {"resultaat": toelichting, "resultaat_op": op}
    if einde == Einde.TOESTEMMING_WEG:
        rij.toestemming, nieuw["toestemming"] = False, False
    rij.save()
    _trek_regelingen_in(rij, op=op, door=door)
    gegevens = {"toelichting": toelichting, "einde": einde.value}
    if nieuw and any(getattr(feit, veld) != waarde for veld, waarde in nieuw.items()):
        _wijzig(dossier, nummer, door=door, soort=soort, gegevens=gegevens, **nieuw)
    else:
        _record(dossier, rij, soort, door=door, gegevens=gegevens)


def _trek_regelingen_in(rij: Verwijzing, *, op: date, door: Wie) -> None:
    """What was asked on the strength of this referral is no longer asked."""
    for regeling in Regeling.objects.filter(verwijzing=rij).lopend().select_for_update():
        regeling.stand, regeling.versie = Regelstand.INGETROKKEN, regeling.versie + 1
        regeling.save(update_fields=["stand", "versie"])
        Regelingstap.objects.create(
            regeling=regeling,
            stand=Regelstand.INGETROKKEN,
            op=op,
            tekst=_("De verwijzing waar dit bij hoort, is beëindigd."),
            door=van_de_staf(door),
            door_naam=door.naam,
        )


def _neem(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int | None,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> tuple[Dossier, Verwijzing, kern.Verwijzing]:
    """Lock the dossier and give the referral with its fact; one that came from elsewhere gets its row now."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    return dossier, *_rij_van(dossier, nummer)


def _rij_van(dossier: Dossier, nummer: int) -> tuple[Verwijzing, kern.Verwijzing]:
    feiten = beeld_of(dossier.pk).verwijzingen
    if nummer >= len(feiten) or feiten[nummer].naar not in Naar.values:
        raise Verwijzing.DoesNotExist
    feit = feiten[nummer]
    rij, _nieuw = Verwijzing.objects.get_or_create(
        dossier=dossier,
        plaats=nummer,
        defaults={
            "naar": feit.naar,
            "organisatie": feit.organisatie or "",
            "toestemming": feit.toestemming,
            "gevraagd_op": feit.verwezen_op,
        },
    )
    return rij, feit


def _loopt_nog(rij: Verwijzing, feit: kern.Verwijzing) -> None:
    if rij.beeindigd_op is not None or (feit.resultaat or "").strip():
        raise WensKloptNiet(_("Deze verwijzing loopt niet meer. Maak een nieuwe verwijzing als dat past."))


def _wijzig(
    dossier: Dossier, nummer: int, *, door: Wie, soort: str, gegevens: dict[str, Any], **velden: Any
) -> None:
    def verander(beeld: kern.Dossierbeeld) -> kern.Dossierbeeld:
        lijst = list(beeld.verwijzingen)
        lijst[nummer] = replace(lijst[nummer], **velden)
        return replace(beeld, verwijzingen=tuple(lijst))

    change_feiten(dossier, verander, door=door, soort=soort, gegevens=gegevens)


def _record(dossier: Dossier, rij: Verwijzing, soort: str, *, door: Wie, gegevens: dict[str, Any]) -> None:
    """Keep an event that has no fact of its own."""
    record_gebeurtenis(soort=soort, onderwerp=rij, dossier_id=dossier.pk, door=door, gegevens=gegevens)
    next_versie(dossier)


def _sleutel(pk: UUID | None) -> str | None:
    return None if pk is None else str(pk)
