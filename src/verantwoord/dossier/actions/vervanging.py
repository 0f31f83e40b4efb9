from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Vervanging
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht, Rol


class GeenVervanging(DomeinFout):
    """These two, or these days, make no substitution; the sentence says what to choose instead."""


@transaction.atomic
def record_vervanging(
    *,
    door: Medewerker,
    regievoerder: Medewerker,
    vervanger: Medewerker,
    van: date,
    tot: date,
    peildatum: date,
) -> Vervanging:
    """Let a colleague stand in for a regievoerder; the dossiers stay where they are and everyone signs with the own name.

    A regievoerder may arrange it for herself, a manager for the team. Both must work in that team.
    """
    _mag_regelen(door, regievoerder)
    # The regievoerder is the lock: two substitutions at once would overlap.
    Medewerker.objects.select_for_update().get(pk=regievoerder.pk)
    _check_personen(regievoerder, vervanger)
    if tot < van or tot < peildatum:
        raise GeenVervanging(_("De laatste dag moet vandaag of later zijn, en niet voor de eerste dag."))
    overlap = Vervanging.objects.filter(regievoerder=regievoerder, van__lte=tot, tot__gte=van).first()
    if overlap is not None:
        raise GeenVervanging(
            _("In deze dagen neemt %(naam)s al waar. Beëindig die waarneming eerst, of kies andere dagen.")
            % {"naam": overlap.vervanger.naam}
        )
    vervanging = Vervanging.objects.create(
        regievoerder=regievoerder, vervanger=vervanger, van=van, tot=tot, door_naam=door.naam
    )
    record_gebeurtenis(
        soort="waarneming.geregeld",
        onderwerp=vervanging,
        dossier_id=None,
        door=door,
        gegevens={
            "regievoerder": regievoerder.naam,
            "vervanger": vervanger.naam,
            "van": van.isoformat(),
            "tot": tot.isoformat(),
        },
    )
    return vervanging


@transaction.atomic
def end_vervanging(*, door: Medewerker, vervanging: Vervanging, peildatum: date) -> None:
    """End a substitution with today as its last day; one that has not begun is taken back."""
    _mag_regelen(door, vervanging.regievoerder)
    rij = Vervanging.objects.select_for_update(of=("self",)).get(pk=vervanging.pk)
    if rij.tot < peildatum:
        raise GeenVervanging(_("Deze waarneming is al voorbij."))
    begonnen = rij.van <= peildatum
    oud = rij.tot
    record_gebeurtenis(
        soort="waarneming.beeindigd",
        onderwerp=rij,
        dossier_id=None,
        door=door,
        gegevens={"wijzigingen": {"tot": [oud.isoformat(), peildatum.isoformat() if begonnen else None]}},
    )
    if begonnen:
        rij.tot = peildatum
        rij.save(update_fields=["tot"])
    else:
        rij.delete()


def _mag_regelen(door: Medewerker, regievoerder: Medewerker) -> None:
    if door.pk == regievoerder.pk:
        return
    require(door, Recht.DOSSIER_TOEWIJZEN)
    if door.team_id is None or door.team_id != regievoerder.team_id:
        raise GeenToegang(_("Deze collega werkt niet in uw team."))


def _check_personen(regievoerder: Medewerker, vervanger: Medewerker) -> None:
    past = (
        vervanger.pk != regievoerder.pk
        and vervanger.team_id is not None
        and vervanger.team_id == regievoerder.team_id
        and {regievoerder.rol, vervanger.rol} == {Rol.REGIEVOERDER}
        and vervanger.is_active
    )
    if not past:
        raise GeenVervanging(
            _("Kies als waarnemer een andere regievoerder uit hetzelfde team die nog in dienst is.")
        )
