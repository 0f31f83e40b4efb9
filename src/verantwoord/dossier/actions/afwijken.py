"""Deviating from a policy norm with reasons: one asks, another decides, it ends on a day, and it can be taken back.

Only norms of the catalogue with ``afwijking_mogelijk``; of a legal limit nobody deviates, and there is no flag for it.
"""

from datetime import date, timedelta
from typing import Any, Final, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.actions.feitenwijziging import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Afwijkverzoek, Dossier
from verantwoord.dossier.stand import beoordeel_op, bevinding_van
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import DOSSIERNORMEN
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.datums import dag_maand

AFWIJKBAAR: Final = frozenset(norm.id for norm in DOSSIERNORMEN if norm.afwijking_mogelijk)
Besluit = Literal["goedgekeurd", "geweigerd"]


class AfwijkenKanNiet(DomeinFout):
    """A deviation that cannot be asked, decided or withdrawn now; the sentence says why."""


@transaction.atomic
def ask_afwijking(
    *,
    door: Medewerker,
    dossier_id: UUID,
    norm: str,
    reden: str,
    geldig_tot: date,
    peildatum: date,
    versie: int,
) -> Afwijkverzoek:
    """Ask to deviate from one norm up to and including a day. Nothing changes until a manager approves."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    _check_vraag(dossier, norm, reden, geldig_tot, peildatum)
    verzoek = Afwijkverzoek.objects.create(
        dossier=dossier,
        norm=norm,
        reden=reden.strip(),
        geldig_tot=geldig_tot,
        gevraagd_door=door,
        gevraagd_op=peildatum,
    )
    _record(dossier, verzoek, "afwijking.gevraagd", door=door, gegevens={"reden": verzoek.reden})
    return verzoek


@transaction.atomic
def decide_afwijking(
    *,
    door: Medewerker,
    dossier_id: UUID,
    norm: str,
    besluit: Besluit,
    motivering: str,
    peildatum: date,
    versie: int,
) -> Afwijkverzoek:
    """Approve or refuse a request, with the reason; never one's own. Only approval makes it a fact the norms read."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.AFWIJKING_GOEDKEUREN)
    verzoek = _wachtend(dossier, norm)
    if verzoek is None:
        raise AfwijkenKanNiet(_("Er wacht geen verzoek meer. Ververs de pagina en kijk wat er nu staat."))
    if door.pk == verzoek.gevraagd_door_id:
        raise AfwijkenKanNiet(_("U kunt niet over uw eigen verzoek beslissen. Vraag het aan een collega."))
    if not motivering.strip():
        raise AfwijkenKanNiet(_("Schrijf op waarom u zo besluit."))
    if besluit == "goedgekeurd" and verzoek.geldig_tot < peildatum:
        raise AfwijkenKanNiet(
            _("De gevraagde einddatum is voorbij. Weiger dit verzoek, of vraag om een nieuw.")
        )
    verzoek.besluit, verzoek.motivering = besluit, motivering.strip()
    verzoek.besloten_door, verzoek.besloten_op = door, peildatum
    verzoek.save(update_fields=["besluit", "motivering", "besloten_door", "besloten_op"])
    gegevens = {"norm": norm, "toelichting": verzoek.motivering}
    if besluit == "geweigerd":
        _record(dossier, verzoek, "afwijking.geweigerd", door=door, gegevens=gegevens)
    else:
        feit = _als_feit(verzoek, goedgekeurd_door=door.naam, goedgekeurd_op=peildatum)
        change_feiten(
            dossier,
            lambda beeld: replace(beeld, afwijkingen=(*beeld.afwijkingen, feit)),
            door=door,
            soort="afwijking.goedgekeurd",
            gegevens=gegevens,
        )
    return verzoek


@transaction.atomic
def withdraw_afwijking(
    *, door: Medewerker, dossier_id: UUID, norm: str, reden: str, peildatum: date, versie: int
) -> None:
    """Take back a request that waits, or end a deviation that holds: from today the norm counts in full again."""
    recht = Recht.AFWIJKING_GOEDKEUREN if door.heeft(Recht.AFWIJKING_GOEDKEUREN) else Recht.DOSSIER_BEHANDELEN
    require(door, recht)
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    if not reden.strip():
        raise AfwijkenKanNiet(_("Schrijf op waarom de afwijking niet meer nodig is."))
    wachtend = _wachtend(dossier, norm)
    if wachtend is not None:
        _trek_in(wachtend, door=door, reden=reden, op=peildatum)
        _record(dossier, wachtend, "afwijking.ingetrokken", door=door, gegevens={"reden": reden.strip()})
        return
    s, _beoordeling = beoordeel_op(beeld_of(dossier.pk), peildatum)
    geldig = s.geldige_afwijking(norm) if norm in AFWIJKBAAR else None
    if geldig is None:
        raise AfwijkenKanNiet(_("Er is geen afwijking die geldt of wacht. Ververs de pagina."))
    goedgekeurd = Afwijkverzoek.objects.filter(
        dossier=dossier, norm=norm, besluit=Afwijkverzoek.Besluit.GOEDGEKEURD, ingetrokken_op__isnull=True
    ).last()
    if goedgekeurd is not None:
        _trek_in(goedgekeurd, door=door, reden=reden, op=peildatum)
    change_feiten(
        dossier,
        lambda beeld: _beeindig(beeld, geldig, peildatum - timedelta(days=1)),
        door=door,
        soort="afwijking.ingetrokken",
        gegevens={"norm": norm, "reden": reden.strip()},
    )


def is_nodig(bevinding: Bevinding, peildatum: date) -> bool:
    """Whether there is anything to deviate from: the norm is not met, or its last day is still to come."""
    if bevinding.oordeel == "voldaan":
        return bevinding.uiterlijk_op is not None and bevinding.uiterlijk_op >= peildatum
    return bevinding.oordeel != "niet_van_toepassing"


def _check_vraag(dossier: Dossier, norm: str, reden: str, geldig_tot: date, peildatum: date) -> None:
    if norm not in AFWIJKBAAR:
        raise AfwijkenKanNiet(_("Van deze regel kan niemand afwijken."))
    if not reden.strip():
        raise AfwijkenKanNiet(_("Schrijf op waarom u van deze regel wilt afwijken."))
    if geldig_tot < peildatum:
        raise AfwijkenKanNiet(_("De laatste dag is al voorbij. Kies vandaag of een latere dag."))
    if _wachtend(dossier, norm) is not None:
        raise AfwijkenKanNiet(
            _("Er wacht al een verzoek over deze regel. Een manager moet daar eerst over beslissen.")
        )
    s, beoordeling = beoordeel_op(beeld_of(dossier.pk), peildatum)
    geldig = s.geldige_afwijking(norm)
    if geldig is not None and geldig.geldig_tot is not None:
        raise AfwijkenKanNiet(
            _("Er geldt al een afwijking tot en met %(dag)s. Trek die eerst in als er een andere nodig is.")
            % {"dag": dag_maand(geldig.geldig_tot)}
        )
    if not is_nodig(bevinding_van(beoordeling, norm), peildatum):
        raise AfwijkenKanNiet(_("Deze regel vraagt in dit dossier nu niets. Afwijken is niet nodig."))


def _wachtend(dossier: Dossier, norm: str) -> Afwijkverzoek | None:
    return Afwijkverzoek.objects.filter(
        dossier=dossier, norm=norm, besluit__isnull=True, ingetrokken_op__isnull=True
    ).first()


def _als_feit(verzoek: Afwijkverzoek, *, goedgekeurd_door: str, goedgekeurd_op: date) -> d.Afwijking:
    return d.Afwijking(
        norm=verzoek.norm,
        reden=verzoek.reden,
        door=verzoek.gevraagd_door.naam,
        goedgekeurd_door=goedgekeurd_door,
        goedgekeurd_op=goedgekeurd_op,
        geldig_tot=verzoek.geldig_tot,
    )


def _beeindig(beeld: d.Dossierbeeld, geldig: d.Afwijking, laatste_dag: date) -> d.Dossierbeeld:
    afwijkingen = tuple(replace(a, geldig_tot=laatste_dag) if a == geldig else a for a in beeld.afwijkingen)
    return replace(beeld, afwijkingen=afwijkingen)


def _trek_in(verzoek: Afwijkverzoek, *, door: Medewerker, reden: str, op: date) -> None:
    verzoek.ingetrokken_door, verzoek.ingetrokken_op, verzoek.intrekreden = door, op, reden.strip()
    verzoek.save(update_fields=["ingetrokken_door", "ingetrokken_op", "intrekreden"])


def _record(
    dossier: Dossier, verzoek: Afwijkverzoek, soort: str, *, door: Medewerker, gegevens: dict[str, Any]
) -> None:
    """Keep an act that changes no fact; it is still a newer version of the dossier for whoever has it open."""
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    record_gebeurtenis(
        soort=soort,
        onderwerp=verzoek,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"norm": verzoek.norm, "geldig_tot": verzoek.geldig_tot.isoformat(), **gegevens},
    )
