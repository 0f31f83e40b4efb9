"""Proposing a referral: what is shared, with whom and why. Only a yes sends it; a no, and silence, change nothing.

The yes or no is the person's, in the portal or said to somebody; under sixteen a yes is of the parent or the guardian, and
never over the no of the child itself (ADR 22; AVG art. 6(1)(a) and 7; UAVG art. 5).
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import lock_versie
from verantwoord.dossier.actions.stem import open_stem
from verantwoord.dossier.machtiging.toestemming import kiezer_in, require_keuze
from verantwoord.dossier.models import Dossier, Portaalaccount, Stem
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import is_geweest, volle_tekst, zonder_rekening
from verantwoord.ondersteuning.actions.verloop import komt_nog, next_versie, note_stap, volgende_keer
from verantwoord.ondersteuning.actions.verwijzing import leave_verwijzing, send_verwijzing
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Einde, Kiezer, Naar, Verloop
from verantwoord.ondersteuning.models import Aanbod, Verwijzing, Wens
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Wie


@transaction.atomic
def propose_verwijzing(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int,
    peildatum: date,
    naar: str,
    op: date,
    waarvoor: str,
    deelt: str,
    waarom: str,
    organisatie: str = "",
    volgende_op: date | None = None,
    wens_id: UUID | None = None,
    aanbod_id: UUID | None = None,
) -> Verwijzing:
    """Put a referral to the person. Nothing is shared; who directs the case asks by ``volgende_op`` what they want."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    is_geweest(op, peildatum=peildatum, veld="op")
    komt_nog(volgende_op, peildatum=peildatum)
    woorden = {
        "waarvoor": (waarvoor, _("Schrijf op wat u de organisatie vraagt, in gewone woorden.")),
        "deelt": (deelt, _("Schrijf op welke gegevens u deelt.")),
        "waarom": (waarom, _("Schrijf op waarom deze hulp kan passen.")),
    }
    teksten = {
        veld: zonder_rekening(volle_tekst(tekst, veld=veld, leeg=leeg), veld=veld)
        for veld, (tekst, leeg) in woorden.items()
    }
    rij = Verwijzing.objects.create(
        dossier=dossier,
        naar=Naar(naar),
        organisatie=zonder_rekening(organisatie.strip(), veld="organisatie"),
        wens=None if wens_id is None else Wens.objects.get(pk=wens_id, dossier=dossier),
        aanbod=None if aanbod_id is None else Aanbod.objects.get(pk=aanbod_id),
        toestemming=None,
        gevraagd_op=op,
        volgende_op=volgende_op or volgende_keer(op, peildatum=peildatum),
        **teksten,
    )
    note_stap(rij, Verloop.VOORGESTELD, op=op, tekst=rij.waarom, door=door)
    _record(dossier, rij, "verwijzing.voorgesteld", op=op, door=door)
    return rij


@transaction.atomic
def choose_verwijzing(
    *, door: Portaalaccount, dossier_id: UUID, verwijzing_id: UUID, keuze: str, op: date
) -> Verwijzing:
    """Say yes or no in the portal to what was proposed; the same again does nothing. A no can become a yes later.

    The facts are weighed as the program, for the norms read all of them; whoever chose signs. Raises
    ``Verwijzing.DoesNotExist`` when nothing of that id can be chosen.
    """
    ja = keuze == "ja"
    als = Kiezer(require_keuze(door, dossier_id, ja=ja, op=op))
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id, gesloten_op__isnull=True)
    with als_systeem():
        rij = _lock(dossier, verwijzing_id)
        if rij.toestemming is ja:
            return rij
        _kies(dossier, rij, ja=ja, als=als, op=op, door=door)
    open_stem(door=door, dossier_id=dossier_id, soort=Stem.Soort.VERWIJZING, op=op, over=rij.pk)
    return rij


@transaction.atomic
def record_keuze(
    *,
    door: Medewerker,
    dossier_id: UUID,
    verwijzing_id: UUID,
    versie: int,
    peildatum: date,
    op: date,
    keuze: str,
    wie: str,
    volgende_op: date | None = None,
) -> Verwijzing:
    """Record what was said to somebody, in a talk or by telephone: ``ja``, ``nee``, or ``nog_niet`` with a new day to ask."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    rij = _lock(dossier, verwijzing_id)
    is_geweest(op, peildatum=peildatum, veld="op", na=rij.gevraagd_op)
    if keuze == "nog_niet":
        komt_nog(volgende_op, peildatum=peildatum)
        rij.volgende_op = volgende_op or volgende_keer(op, peildatum=peildatum)
        rij.save(update_fields=["volgende_op"])
        note_stap(rij, Verloop.OPVOLGING, op=op, tekst=_("Nog niet gekozen."), door=door)
        _record(dossier, rij, "verwijzing.voorstel_besproken", op=op, door=door)
        return rij
    ja, als = keuze == "ja", Kiezer(wie)
    if ja and als != kiezer_in(dossier, op=op):
        raise WensKloptNiet(
            _("Onder de 16 jaar zegt de ouder of de voogd ja. Vanaf 16 jaar doet de persoon dat zelf."),
            veld="wie",
        )
    _kies(dossier, rij, ja=ja, als=als, op=op, door=door)
    return rij


@transaction.atomic
def drop_voorstel(
    *,
    door: Medewerker,
    dossier_id: UUID,
    verwijzing_id: UUID,
    versie: int,
    peildatum: date,
    op: date,
    einde: str,
    toelichting: str,
) -> Verwijzing:
    """Take a proposal back, because it is no longer there to choose; it stays in the dossier."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    rij = _lock(dossier, verwijzing_id)
    is_geweest(op, peildatum=peildatum, veld="op", na=rij.gevraagd_op)
    toelichting = volle_tekst(
        toelichting, veld="toelichting", leeg=_("Schrijf op waarom het voorstel niet meer geldt.")
    )
    zonder_rekening(toelichting, veld="toelichting")
    rij.beeindigd_op, rij.einde, rij.volgende_op = op, Einde(einde), None
    # Nobody said no: what is over without an answer is no refusal either, so the answer stays empty.
    rij.save(update_fields=["beeindigd_op", "einde", "volgende_op"])
    note_stap(rij, Verloop.EINDE, op=op, tekst=toelichting, door=door)
    _record(dossier, rij, "verwijzing.voorstel_vervallen", op=op, door=door)
    return rij


def _kies(dossier: Dossier, rij: Verwijzing, *, ja: bool, als: Kiezer, op: date, door: Wie) -> None:
    if ja and als == Kiezer.VERTEGENWOORDIGER and rij.gekozen_door == Kiezer.PERSOON:
        raise WensKloptNiet(_("Het kind zei nee. Dan gebeurt het niet, ook niet als een ander ja zegt."))
    rij.toestemming, rij.gekozen_op, rij.gekozen_door = ja, op, als
    rij.volgende_op = volgende_keer(op, peildatum=op) if ja else None
    (send_verwijzing if ja else leave_verwijzing)(dossier, rij, op=op, door=door)


def _lock(dossier: Dossier, verwijzing_id: UUID) -> Verwijzing:
    rij: Verwijzing = (
        Verwijzing.objects.voorgelegd().select_for_update(of=("self",)).get(pk=verwijzing_id, dossier=dossier)
    )
    return rij


def _record(dossier: Dossier, rij: Verwijzing, soort: str, *, op: date, door: Wie) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=rij,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"naar": rij.naar, "op": op.isoformat()},
    )
    next_versie(dossier)
