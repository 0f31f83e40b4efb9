"""Every change in this room: right and lock, write, event. What is recorded here is never changed afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Concept, Signaal, Toetsing
from verantwoord.toetsing.stand import telt_niet_omdat
from verantwoord.toetsing.tekst import vinger_van


class DatumInDeToekomst(DomeinFout):
    """What is recorded has happened; a later day cannot be filled in."""


@transaction.atomic
def record_toetsing(
    *,
    door: Medewerker,
    dossier_id: UUID,
    moment: str,
    versie: int,
    getoetst_op: date,
    peildatum: date,
    conclusie: str,
    aanleiding: str,
    feiten: str = "",
    bronnen: Sequence[str] = (),
    afweging: str = "",
    vervolg: str = "",
) -> Toetsing:
    """Add a toetsing to one moment; a substantive one answers the signals that came before it.

    A text without facts or weighing is kept as well, it only does not count: what a person recorded is never refused
    for its content. ``versie`` is the number of records the form was opened on. Raises ``Versieconflict`` when a
    colleague recorded this moment since, with that record.
    """
    dossier = lock_dossier(dossier_id, door=door)
    _niet_later_dan(getoetst_op, peildatum)
    eerdere = Toetsing.objects.filter(dossier=dossier, moment=moment)
    aantal = eerdere.count()
    if aantal != versie:
        _meld_conflict(eerdere.latest("volgorde"), versie=aantal)
    vorige = eerdere.order_by("getoetst_op", "volgorde").last()
    toetsing = Toetsing.objects.create(
        dossier=dossier,
        volgorde=_volgende(Toetsing, dossier_id),
        moment=moment,
        getoetst_op=getoetst_op,
        aanleiding=aanleiding,
        feiten=feiten,
        bronnen=list(bronnen),
        afweging=afweging,
        conclusie=conclusie,
        vervolg=vervolg,
        door=door,
        door_naam=door.naam,
        afweging_vinger=vinger_van(afweging),
    )
    telt = not telt_niet_omdat(
        toetsing, ontvangen_op=dossier.ontvangen_op, heropend=bool(dossier.eerdere_dossiers)
    )
    beantwoord = _beantwoord_signalen(toetsing) if telt else 0
    Concept.objects.filter(dossier=dossier, moment=moment, medewerker=door).delete()
    record_gebeurtenis(
        soort="toetsing.vastgelegd",
        onderwerp=toetsing,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "moment": moment,
            "telt": telt,
            "beantwoorde_signalen": beantwoord,
            "wijzigingen": {"conclusie": [vorige.conclusie if vorige else None, conclusie]},
        },
    )
    return toetsing


@transaction.atomic
def record_signaal(
    *,
    door: Medewerker,
    dossier_id: UUID,
    moment: str,
    ontvangen_op: date,
    peildatum: date,
    bron: str,
    toelichting: str = "",
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Signaal:
    """Reopen a moment because somebody brought a sign; acts with coercion wait until a person has answered it.

    ``recht`` is what whoever brings it must hold: a partner need not treat the dossier to say that it worries.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=recht)
    _niet_later_dan(ontvangen_op, peildatum)
    signaal = Signaal.objects.create(
        dossier=dossier,
        volgorde=_volgende(Signaal, dossier_id),
        moment=moment,
        ontvangen_op=ontvangen_op,
        bron=bron,
        toelichting=toelichting,
        door=door,
        door_naam=door.naam,
    )
    record_gebeurtenis(
        soort="signaal.ontvangen",
        onderwerp=signaal,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"moment": moment, "bron": bron, "ontvangen_op": ontvangen_op.isoformat()},
    )
    return signaal


@transaction.atomic
def save_concept(*, door: Medewerker, dossier_id: UUID, moment: str, velden: Mapping[str, Any]) -> Concept:
    """Keep what somebody is typing, as it was typed. No event: a draft is nobody's fact yet."""
    dossier = lock_dossier(dossier_id, door=door)
    concept, _nieuw = Concept.objects.update_or_create(
        dossier=dossier,
        moment=moment,
        medewerker=door,
        defaults={"velden": dict(velden), "bewaard_op": timezone.now()},
    )
    return concept


def _niet_later_dan(dag: date, peildatum: date) -> None:
    if dag > peildatum:
        raise DatumInDeToekomst(_("Deze datum ligt in de toekomst. Vul de dag in waarop het is gebeurd."))


def _volgende(rijsoort: type[models.Model], dossier_id: UUID) -> int:
    """The next place in the list of this dossier; the lock on the dossier keeps it free."""
    hoogste: int | None = rijsoort._default_manager.filter(dossier=dossier_id).aggregate(
        hoogste=models.Max("volgorde")
    )["hoogste"]
    return 0 if hoogste is None else hoogste + 1


def _beantwoord_signalen(toetsing: Toetsing) -> int:
    return Signaal.objects.filter(
        dossier=toetsing.dossier_id,
        moment=toetsing.moment,
        ontvangen_op__lte=toetsing.getoetst_op,
        afgehandeld_op__isnull=True,
    ).update(afgehandeld_op=toetsing.getoetst_op)


def _meld_conflict(nieuwste: Toetsing, *, versie: int) -> None:
    raise Versieconflict(
        _(
            "Een collega heeft %(moment)s intussen ook vastgelegd. Uw tekst is er nog. "
            "Lees beide en leg daarna vast wat klopt."
        )
        % {"moment": Moment(nieuwste.moment).label.lower()},
        bewaard={
            "getoetst_op": nieuwste.getoetst_op,
            "feiten": nieuwste.feiten,
            "bronnen": "\n".join(nieuwste.bronnen),
            "afweging": nieuwste.afweging,
            "conclusie": nieuwste.get_conclusie_display(),
            "vervolg": nieuwste.vervolg,
            "door": nieuwste.door_naam,
        },
        versie=versie,
    )
