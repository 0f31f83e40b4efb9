"""What was agreed to do, and that it was done."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.overleg.feitwijziging import keep_feiten, tell
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.keuzes import Vorm
from verantwoord.overleg.models import Actie, Agendapunt, Puntdossier
from verantwoord.overleg.slot import lock_punt, partner_of, touch
from verantwoord.overleg.toelating import let_out
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Recht

# Who is not at the table says it to the DT&V, which keeps the case together.
_VIA_DTV = frozenset({"vreemdeling", "iom", "ngo", "kmar"})


@transaction.atomic
def add_actie(
    *,
    door: Medewerker,
    punt_id: UUID,
    omschrijving: str,
    eigenaar: str,
    uiterlijk: date | None,
    dossier_id: UUID | None = None,
) -> Actie:
    """Agree what an organisation does, within its own responsibility, and by when. Part of the minutes."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_INBRENGEN)
    partner_of(door)
    if punt.vorm != Vorm.BESLUIT or hasattr(punt, "verslagpunt"):
        raise NietNu(_("Bij dit punt komen geen afspraken meer bij. Zet de zaak op een volgende agenda."))
    if not punt.is_onthuld and punt.besluit is None:
        raise NietNu(_("Afspraken maakt u nadat het punt is besproken."))
    if not omschrijving.strip():
        raise RedenOntbreekt(_("Schrijf op wat er gebeurt."))
    if dossier_id is not None:
        Puntdossier.objects.get(punt=punt, dossier=dossier_id)
    actie = Actie.objects.create(
        punt=punt,
        dossier_id=dossier_id,
        nummer=punt.acties.count(),
        omschrijving=omschrijving.strip(),
        eigenaar=eigenaar,
        uiterlijk=uiterlijk,
    )
    touch(punt)
    keep_feiten(punt)
    tell(
        punt,
        "overleg.actie_toegevoegd",
        door=door,
        gegevens={"actie": actie.omschrijving, "eigenaar": eigenaar},
    )
    return actie


@transaction.atomic
def finish_actie(*, door: Medewerker, actie_id: UUID, gereed_op: date, peildatum: date) -> Actie:
    """Say that it was done: whoever had to do it, or the DT&V for who is not at the table."""
    require(door, Recht.ACTIE_AFRONDEN)
    zichtbaar = Agendapunt.objects.visible_to(door)
    gevonden = Actie.objects.filter(pk=actie_id, punt__in=zichtbaar).values_list("punt_id", flat=True).first()
    if gevonden is None:
        raise Actie.DoesNotExist
    punt = zichtbaar.select_for_update(of=("self",)).select_related("overleg").get(pk=gevonden)
    actie = Actie.objects.get(pk=actie_id)
    if actie.eigenaar != door.organisatie and not (
        door.organisatie == Organisatie.DTV and actie.eigenaar in _VIA_DTV
    ):
        raise GeenToegang(_("Alleen de organisatie die dit zou doen, kan zeggen dat het klaar is."))
    if actie.gereed_op is not None:
        raise NietNu(_("Deze afspraak staat al op klaar. Ververs de pagina."))
    if gereed_op > peildatum:
        raise NietNu(_("Deze dag ligt in de toekomst. Vul de dag in waarop het is gedaan."))
    actie.gereed_op, actie.gereed_door = gereed_op, door.naam
    actie.save(update_fields=["gereed_op", "gereed_door"])
    punt.versie += 1
    punt.save(update_fields=["versie"])
    keep_feiten(punt)
    tell(
        punt,
        "overleg.actie_gereed",
        door=door,
        gegevens={
            "actie": actie.omschrijving,
            "eigenaar": actie.eigenaar,
            "wijzigingen": {"gereed_op": [None, gereed_op.isoformat()]},
        },
    )
    if punt.overleg is not None and hasattr(punt, "verslagpunt"):
        let_out(punt)
    return actie
