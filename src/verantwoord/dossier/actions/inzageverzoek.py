"""Asking one thing about one person, for one purpose, and deciding about it.

The asker never sees more than the answer that the owner wrote, and not longer than the day the owner chose. Nothing is
given by silence. AVG art. 5(1)(b), 6 and 9; norm informatiedeling-grondslag.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import DossierGesloten
from verantwoord.dossier.models import Betrokkenheid, Dossier, Inzageantwoord, Inzageverzoek
from verantwoord.dossier.queries import dossier_visible_to
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.inzage import (
    EIGENAAR,
    LANGST_GELDIG,
    Grondslag,
    antwoord_voor,
    grondslagen_op,
    is_genoeg,
    te_vragen,
)
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht, matrixrol
from verantwoord.web.datums import dag_maand


class InzageKanNiet(DomeinFout):
    """A question that cannot be asked, decided or withdrawn now; the sentence says why."""


class GeenVraag(DomeinFout):
    """There is no such question for this person; not there and not allowed look alike."""


@transaction.atomic
def ask_inzage(
    *,
    door: Medewerker,
    dossier_id: UUID,
    soort: str,
    wat: str,
    doel: str,
    grondslag: str,
    grondslag_toelichting: str,
    peildatum: date,
) -> Inzageverzoek:
    """Ask the owner one thing. Nothing opens; the owner owes an answer on a day."""
    dossier = lock_als_partij(dossier_id, door=door, recht=Recht.INZAGE_VRAGEN)
    grond = _check_vraag(
        door, soort=soort, wat=wat, doel=doel, grondslag=grondslag, wet=grondslag_toelichting, op=peildatum
    )
    verzoek = Inzageverzoek.objects.create(
        dossier=dossier,
        vraagsteller=door,
        organisatie=door.organisatie,
        eigenaar=_eigenaar(dossier_id, soort),
        soort=soort,
        wat=wat.strip(),
        doel=doel.strip(),
        grondslag=grond.id,
        grondslag_toelichting=grondslag_toelichting.strip(),
        gevraagd_op=peildatum,
        antwoord_voor=antwoord_voor(grond, peildatum),
    )
    _record(verzoek, "inzage.gevraagd", door=door)
    return verzoek


@transaction.atomic
def grant_inzage(
    *,
    door: Medewerker,
    dossier_id: UUID,
    verzoek_id: UUID,
    antwoord: str,
    motivering: str,
    geldig_tot: date,
    peildatum: date,
) -> Inzageverzoek:
    """Give the answer in one's own words, until a day at most four weeks from now."""
    verzoek = _te_beslissen(dossier_id, verzoek_id, door=door)
    if not antwoord.strip():
        raise InzageKanNiet(_("Schrijf het antwoord op. De vraagsteller ziet alleen wat u hier schrijft."))
    if geldig_tot < peildatum:
        raise InzageKanNiet(_("De laatste dag is al voorbij. Kies vandaag of een latere dag."))
    if geldig_tot > peildatum + LANGST_GELDIG:
        raise InzageKanNiet(
            _("Een antwoord is hooguit vier weken te lezen. Kies een dag tot en met %(dag)s.")
            % {"dag": dag_maand(peildatum + LANGST_GELDIG)}
        )
    _besluit(verzoek, Inzageverzoek.Besluit.TOEGEKEND, door=door, motivering=motivering, op=peildatum)
    Inzageantwoord.objects.create(
        verzoek=verzoek, tekst=antwoord.strip(), gegeven_op=peildatum, geldig_tot=geldig_tot
    )
    _record(verzoek, "inzage.toegekend", door=door, geldig_tot=geldig_tot.isoformat())
    return verzoek


@transaction.atomic
def refuse_inzage(
    *, door: Medewerker, dossier_id: UUID, verzoek_id: UUID, motivering: str, peildatum: date
) -> Inzageverzoek:
    """Refuse with the reason, which the asker reads."""
    verzoek = _te_beslissen(dossier_id, verzoek_id, door=door)
    _besluit(verzoek, Inzageverzoek.Besluit.GEWEIGERD, door=door, motivering=motivering, op=peildatum)
    _record(verzoek, "inzage.geweigerd", door=door)
    return verzoek


@transaction.atomic
def revoke_inzage(
    *, door: Medewerker, dossier_id: UUID, verzoek_id: UUID, reden: str, peildatum: date
) -> Inzageverzoek:
    """End an answer before its day: from now on the asker reads only that it was given and taken back."""
    verzoek = _verzoek_van_eigenaar(dossier_id, verzoek_id, door=door)
    antwoord = Inzageantwoord.objects.filter(verzoek=verzoek).first()
    if antwoord is None or not antwoord.is_te_lezen_op(peildatum):
        raise InzageKanNiet(_("Er is geen antwoord dat nu te lezen is. Ververs de pagina."))
    if not reden.strip():
        raise InzageKanNiet(_("Schrijf op waarom u het antwoord intrekt. De vraagsteller leest dit."))
    antwoord.ingetrokken_op, antwoord.ingetrokken_door = peildatum, door
    antwoord.intrekreden = reden.strip()
    antwoord.save(update_fields=["ingetrokken_op", "ingetrokken_door", "intrekreden"])
    _record(verzoek, "inzage.ingetrokken", door=door)
    return verzoek


@transaction.atomic
def withdraw_inzageverzoek(
    *, door: Medewerker, dossier_id: UUID, verzoek_id: UUID, peildatum: date
) -> Inzageverzoek:
    """Take one's own question back while nobody has decided."""
    lock_als_partij(dossier_id, door=door, recht=Recht.INZAGE_VRAGEN)
    verzoek = _lock_verzoek(dossier_id, verzoek_id, door=door)
    if verzoek.vraagsteller_id != door.pk:
        raise GeenVraag(_("Deze vraag is er niet."))
    if not verzoek.wacht:
        raise InzageKanNiet(_("Over deze vraag is al besloten. Ververs de pagina."))
    verzoek.ingetrokken_op = peildatum
    verzoek.save(update_fields=["ingetrokken_op"])
    _record(verzoek, "inzage.vraag_ingetrokken", door=door)
    return verzoek


def lock_als_partij(dossier_id: UUID, *, door: Medewerker, recht: Recht) -> Dossier:
    """Check the right and the dossier as this person, then take it as the program: a partner may not read all of it."""
    require(door, recht)
    if dossier_visible_to(dossier_id, viewer=door) is None:
        raise Dossier.DoesNotExist
    with als_systeem():
        dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier_id)
    if dossier.gesloten_op is not None:
        raise DossierGesloten(_("Dit dossier is gesloten. Er wordt niets meer over gevraagd of gedeeld."))
    return dossier


def _check_vraag(
    door: Medewerker, *, soort: str, wat: str, doel: str, grondslag: str, wet: str, op: date
) -> Grondslag:
    if soort not in te_vragen(matrixrol(door)):
        raise InzageKanNiet(_("Dit kunt u niet vragen. Kies een van de soorten gegevens uit de lijst."))
    if not wat.strip():
        raise InzageKanNiet(_("Schrijf op wat u precies wilt weten."))
    if not doel.strip():
        raise InzageKanNiet(_("Schrijf op waarvoor u dit nodig heeft."))
    grond = next((g for g in grondslagen_op(op) if g.id == grondslag), None)
    if grond is None:
        raise InzageKanNiet(_("Kies op welke grond u dit vraagt."))
    if not is_genoeg(grond, soort):
        raise InzageKanNiet(
            _(
                "Deze gegevens zeggen iets over iemands gezondheid. Daarvoor is een grond uit artikel 9 van de AVG nodig. "
                "Kies een andere grond."
            )
        )
    if grond.id in {"wettelijke_plicht", "publieke_taak", "zwaarwegend_belang"} and not wet.strip():
        raise InzageKanNiet(_("Noem de wet en het artikel waarop u zich baseert."))
    return grond


def _eigenaar(dossier_id: UUID, soort: str) -> str:
    """The COA about what it owns, while somebody of the COA works on this dossier; else the DT&V."""
    eigenaar = EIGENAAR.get(soort, Organisatie.DTV)
    with als_systeem():
        betrokken = Betrokkenheid.objects.filter(
            dossier=dossier_id, organisatie=eigenaar, tot__isnull=True
        ).exists()
    return eigenaar if betrokken else Organisatie.DTV


def _verzoek_van_eigenaar(dossier_id: UUID, verzoek_id: UUID, *, door: Medewerker) -> Inzageverzoek:
    """The question for whoever may decide about it: a regievoerder, or the COA about what the COA owns."""
    if door.heeft(Recht.DOSSIER_BEHANDELEN):
        lock_dossier(dossier_id, door=door, recht=Recht.INZAGE_VERLENEN)
    else:
        lock_als_partij(dossier_id, door=door, recht=Recht.INZAGE_VERLENEN)
    verzoek = _lock_verzoek(dossier_id, verzoek_id, door=door)
    if verzoek.vraagsteller_id == door.pk:
        raise InzageKanNiet(_("U kunt niet over uw eigen vraag beslissen. Vraag het aan een collega."))
    return verzoek


def _te_beslissen(dossier_id: UUID, verzoek_id: UUID, *, door: Medewerker) -> Inzageverzoek:
    verzoek = _verzoek_van_eigenaar(dossier_id, verzoek_id, door=door)
    if not verzoek.wacht:
        raise InzageKanNiet(_("Over deze vraag is al besloten, of zij is ingetrokken. Ververs de pagina."))
    return verzoek


def _lock_verzoek(dossier_id: UUID, verzoek_id: UUID, *, door: Medewerker) -> Inzageverzoek:
    verzoek = (
        Inzageverzoek.objects.visible_to(door)
        .select_for_update(of=("self",))
        .filter(pk=verzoek_id, dossier=dossier_id)
        .first()
    )
    if verzoek is None:
        raise GeenVraag(_("Deze vraag is er niet."))
    return verzoek


def _besluit(verzoek: Inzageverzoek, besluit: str, *, door: Medewerker, motivering: str, op: date) -> None:
    if not motivering.strip():
        raise InzageKanNiet(_("Schrijf op waarom u zo besluit. De vraagsteller leest dit."))
    verzoek.besluit, verzoek.motivering = besluit, motivering.strip()
    verzoek.besloten_door, verzoek.besloten_op = door, op
    verzoek.save(update_fields=["besluit", "motivering", "besloten_door", "besloten_op"])


def _record(verzoek: Inzageverzoek, soort: str, *, door: Medewerker, **gegevens: str) -> None:
    """Keep the act. What was asked and answered stands with the question, which fewer people see than the timeline."""
    record_gebeurtenis(
        soort=soort,
        onderwerp=verzoek,
        dossier_id=verzoek.dossier_id,
        door=door,
        gegevens={
            "organisatie": verzoek.organisatie,
            "eigenaar": verzoek.eigenaar,
            "soort": verzoek.soort,
            "grondslag": verzoek.grondslag,
            "antwoord_voor": verzoek.antwoord_voor.isoformat(),
            **gegevens,
        },
    )
