"""Every change of a plan: right and lock, norms, write, event. An established version is only ever carried out."""

from dataclasses import asdict
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier import poort
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.vertrekplan.inhoud import Inhoud, inhoud_van
from verantwoord.vertrekplan.models import Actie, Vertrekplan
from verantwoord.vertrekplan.queries import vaststelling_of
from verantwoord.vertrekplan.vaststelling import GEDWONGEN_STARTEN, VASTSTELLEN

# How long a draft that the page saves by itself may be on its way while the form is sent.
ONDERWEG = timedelta(seconds=15)


class GeenConcept(DomeinFout):
    """There is nothing to work on: no concept was begun, or it was established already."""


class RedenOntbreekt(DomeinFout):
    """A norm warns, or an option was chosen, and nobody wrote down why one goes on."""


@transaction.atomic
def start_concept(*, door: Medewerker, dossier_id: UUID) -> Vertrekplan:
    """Begin a new version as a copy of the current one; when somebody began already, that concept is given."""
    dossier = lock_dossier(dossier_id, door=door)
    bestaand = Vertrekplan.objects.filter(dossier=dossier, vastgesteld_op__isnull=True).first()
    if bestaand is not None:
        return bestaand
    plannen = Vertrekplan.objects.filter(dossier=dossier)
    huidig = plannen.order_by("versie", "volgorde").last()
    inhoud = inhoud_van(huidig, huidig.acties.all()) if huidig else Inhoud()
    hoogste = plannen.aggregate(hoogste=Max("volgorde"))["hoogste"]
    velden = inhoud.velden() | {"aanleiding": ""}
    concept = Vertrekplan.objects.create(
        dossier=dossier,
        volgorde=0 if hoogste is None else hoogste + 1,
        versie=huidig.versie + 1 if huidig else 1,
        door=door,
        door_naam=door.naam,
        gewijzigd_op=timezone.now(),
        **velden,
    )
    _bewaar_acties(concept, inhoud)
    record_gebeurtenis(
        soort="vertrekplan.begonnen",
        onderwerp=concept,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"versie": concept.versie},
    )
    return concept


@transaction.atomic
def save_concept(*, door: Medewerker, dossier_id: UUID, revisie: int, inhoud: Inhoud) -> Vertrekplan:
    """Keep what is written in the concept. No event: a concept is nobody's fact yet, its row history is kept.

    Raises ``Versieconflict`` with what stands there when a colleague saved after ``revisie``.
    """
    dossier = lock_dossier(dossier_id, door=door)
    concept = _concept(dossier)
    if inhoud_van(concept, concept.acties.all()) == inhoud:
        return concept
    if not _is_eigen_bewaring(concept, door=door, revisie=revisie):
        _weiger_ouder(concept, revisie=revisie)
    for veld, waarde in inhoud.velden().items():
        setattr(concept, veld, waarde)
    concept.door, concept.door_naam = door, door.naam
    concept.revisie += 1
    concept.gewijzigd_op = timezone.now()
    concept.save()
    _bewaar_acties(concept, inhoud)
    return concept


@transaction.atomic
def establish_vertrekplan(
    *, door: Medewerker, dossier_id: UUID, revisie: int, peildatum: date, reden_doorgaan: str = ""
) -> Vertrekplan:
    """Make the concept the current version, for good.

    The gate must let it pass. Where a norm only warns, one goes on with a reason, which is kept with the version and
    shown. Raises ``NormBlokkeert``, ``RedenOntbreekt`` or ``Versieconflict``.
    """
    dossier = lock_dossier(dossier_id, door=door)
    concept = _concept(dossier)
    _weiger_ouder(concept, revisie=revisie)
    poort.require(VASTSTELLEN, dossier=dossier, peildatum=peildatum, door=door)
    vaststelling = vaststelling_of(concept, viewer=door, peildatum=peildatum)
    if vaststelling.gedwongen:
        raise NormBlokkeert(
            _("U kunt gedwongen vertrek nu niet kiezen. %(waarom)s")
            % {"waarom": " ".join(b.uitleg for b in vaststelling.gedwongen)},
            handeling=GEDWONGEN_STARTEN,
            bevindingen=vaststelling.gedwongen,
        )
    if vaststelling.reden_keuze_ontbreekt:
        raise RedenOntbreekt(_("Schrijf op waarom deze mogelijkheid is gekozen."))
    if vaststelling.waarschuwingen and not reden_doorgaan.strip():
        raise RedenOntbreekt(
            _("Schrijf op waarom u het plan toch vaststelt. %(waarom)s")
            % {"waarom": " ".join(b.uitleg for b in vaststelling.waarschuwingen)}
        )
    vorige = (
        Vertrekplan.objects.filter(dossier=dossier, vastgesteld_op__isnull=False)
        .order_by("versie", "volgorde")
        .last()
    )
    concept.vastgesteld_op = peildatum
    concept.door, concept.door_naam = door, door.naam
    concept.aantal_acties = concept.acties.count()
    concept.waarschuwingen = [
        {"norm": b.norm, "uitleg": b.uitleg, "regelset": b.regelset} for b in vaststelling.waarschuwingen
    ]
    concept.reden_doorgaan = reden_doorgaan.strip() if vaststelling.waarschuwingen else ""
    concept.save()
    record_gebeurtenis(
        soort="vertrekplan.vastgesteld",
        onderwerp=concept,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "versie": concept.versie,
            "waarschuwingen": [b.norm for b in vaststelling.waarschuwingen],
            "wijzigingen": {"gekozen": [vorige.gekozen if vorige else None, concept.gekozen]},
        },
    )
    return concept


@transaction.atomic
def finish_actie(
    *,
    door: Medewerker,
    dossier_id: UUID,
    actie_id: UUID,
    gereed_op: date,
    peildatum: date,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Actie:
    """Record that an action of an established version was done; the concept knows it too, where it was copied.

    ``recht`` is what whoever records it must hold; a partner whose action it is need not treat the dossier.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=recht)
    actie = Actie.objects.select_related("plan").get(
        pk=actie_id, plan__dossier=dossier, plan__vastgesteld_op__isnull=False
    )
    if actie.gereed_op is not None:
        raise DomeinFout(_("Deze actie staat al op gereed. Ververs de pagina."))
    if gereed_op > peildatum:
        raise DomeinFout(_("Deze datum ligt in de toekomst. Vul de dag in waarop de actie is gedaan."))
    actie.gereed_op = gereed_op
    actie.save(update_fields=["gereed_op"])
    Actie.objects.filter(
        plan__dossier=dossier,
        plan__vastgesteld_op__isnull=True,
        omschrijving=actie.omschrijving,
        eigenaar=actie.eigenaar,
        gereed_op__isnull=True,
    ).update(gereed_op=gereed_op)
    record_gebeurtenis(
        soort="actie.gereed",
        onderwerp=actie,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "actie": actie.omschrijving,
            "eigenaar": actie.eigenaar,
            "versie": actie.plan.versie,
            "wijzigingen": {"gereed_op": [None, gereed_op.isoformat()]},
        },
    )
    return actie


def _concept(dossier: Dossier) -> Vertrekplan:
    concept = (
        Vertrekplan.objects.filter(dossier=dossier, vastgesteld_op__isnull=True)
        .prefetch_related("acties")
        .first()
    )
    if concept is None:
        raise GeenConcept(
            _("Er is geen concept van het vertrekplan meer. Open het vertrekplan en begin een nieuwe versie.")
        )
    return concept


def _is_eigen_bewaring(concept: Vertrekplan, *, door: Medewerker, revisie: int) -> bool:
    """Whether the newer revision is one's own draft, saved by the page itself while the form was on its way."""
    return (
        concept.door_id == door.pk
        and concept.revisie == revisie + 1
        and concept.gewijzigd_op is not None
        and timezone.now() - concept.gewijzigd_op < ONDERWEG
    )


def _weiger_ouder(concept: Vertrekplan, *, revisie: int) -> None:
    if concept.revisie != revisie:
        raise Versieconflict(
            _(
                "Een collega heeft dit concept intussen ook bewaard. Uw tekst is er nog. "
                "Lees beide en bewaar wat klopt."
            ),
            bewaard={"inhoud": inhoud_van(concept, concept.acties.all()), "door": concept.door_naam},
            versie=concept.revisie,
        )


def _bewaar_acties(concept: Vertrekplan, inhoud: Inhoud) -> None:
    """Write the list of actions anew when it differs, so that an unchanged one leaves no history."""
    staat = inhoud_van(concept, Actie.objects.filter(plan=concept).order_by("volgorde")).acties
    if staat == inhoud.acties:
        return
    Actie.objects.filter(plan=concept).delete()
    Actie.objects.bulk_create(
        Actie(plan=concept, volgorde=plek, **asdict(actie)) for plek, actie in enumerate(inhoud.acties)
    )
