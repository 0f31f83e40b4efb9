"""What the person does in the portal with wishes and referrals: say, take back, read the answer, no longer agree.

Siblings of the acts of the staff, with a right of their own. A referral is weighed with all facts, so that goes as the
program, signed by the person.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.stem import open_stem
from verantwoord.dossier.machtiging.toestemming import require_keuze
from verantwoord.dossier.models import Dossier, Portaalaccount, Stem
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import past
from verantwoord.ondersteuning.actions.verwijzing import end_met_toestemming_weg
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Bron, Soort, Stap, Wijze
from verantwoord.ondersteuning.models import Verwijzing, Wens, Wensstap
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Portaalrol, Recht


@transaction.atomic
def express_wens(*, door: Portaalaccount, dossier_id: UUID, soort: str, omschrijving: str, op: date) -> Wens:
    """Keep a wish in the words and the language of who wrote it; the norm gives the day of the answer (report §3.2).

    The same words on the same day, while they wait, are the same wish: a button that was pressed twice.
    """
    require(door, Recht.STEM_LATEN_HOREN)
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    woorden = omschrijving.strip()
    if not woorden or soort == Soort.GEEN_WENS_GEUIT:
        raise WensKloptNiet(_("Schrijf op wat u wilt."), veld="omschrijving")
    past(woorden, veld="omschrijving")
    bron = Bron.PORTAAL if door.rol == Portaalrol.PERSOON else Bron.GEMACHTIGDE
    dezelfde = Wens.objects.filter(
        dossier=dossier,
        soort=soort,
        omschrijving=woorden,
        geuit_op=op,
        bron=bron,
        vervolg=None,
        ingetrokken_op=None,
    ).first()
    if dezelfde is not None:
        return dezelfde
    laatste = Wens.objects.filter(dossier=dossier).aggregate(hoogste=Max("volgorde"))["hoogste"]
    wens = Wens.objects.create(
        dossier=dossier,
        volgorde=0 if laatste is None else laatste + 1,
        soort=Soort(soort),
        omschrijving=woorden,
        geuit_op=op,
        bron=bron,
        bron_toelichting="" if door.rol == Portaalrol.PERSOON else door.naam,
    )
    record_gebeurtenis(
        soort="wens.geuit",
        onderwerp=wens,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"soort": wens.soort, "bron": wens.bron, "geuit_op": op.isoformat()},
    )
    return wens


@transaction.atomic
def withdraw_wens(*, door: Portaalaccount, dossier_id: UUID, wens_id: UUID, op: date) -> Wens:
    """Take a wish back. The words stay, and who directs the case reads that it was taken back.

    Whoever has a mandate takes back what they wrote themselves; the wish of the person is the person's.
    """
    wens = _neem(door, dossier_id, wens_id)
    if not mag_intrekken(wens, door=door):
        raise Wens.DoesNotExist
    if wens.ingetrokken_op is not None:
        return wens
    wens.ingetrokken_op, wens.versie = op, wens.versie + 1
    wens.save(update_fields=["ingetrokken_op", "versie"])
    open_stem(door=door, dossier_id=dossier_id, soort=Stem.Soort.WENS, op=op, over=wens.pk)
    record_gebeurtenis(
        soort="wens.ingetrokken",
        onderwerp=wens,
        dossier_id=dossier_id,
        door=door,
        gegevens={"soort": wens.soort},
    )
    return wens


@transaction.atomic
def read_antwoord(*, door: Portaalaccount, dossier_id: UUID, wens_id: UUID, op: date) -> Wens:
    """Keep that the person read the answer in the portal; that says nothing of whether one agrees with it.

    That a lawyer read it is not that the person was told.
    """
    wens = _neem(door, dossier_id, wens_id)
    if door.rol != Portaalrol.PERSOON:
        raise Wens.DoesNotExist
    if not wens.wacht_op_vertellen:
        return wens
    wens.verteld_op, wens.verteld_wijze, wens.versie = op, Wijze.PORTAAL, wens.versie + 1
    wens.save(update_fields=["verteld_op", "verteld_wijze", "versie"])
    Wensstap.objects.create(
        wens=wens, soort=Stap.VERTELD, uitkomst=Wijze.PORTAAL, tekst="", op=op, door=None, door_naam=door.naam
    )
    record_gebeurtenis(
        soort="wens.verteld",
        onderwerp=wens,
        dossier_id=dossier_id,
        door=door,
        gegevens={"soort": wens.soort, "wijze": Wijze.PORTAAL.value, "op": op.isoformat()},
    )
    return wens


@transaction.atomic
def withdraw_toestemming_verwijzing(
    *, door: Portaalaccount, dossier_id: UUID, nummer: int, op: date
) -> Verwijzing:
    """No longer agree that an organisation gets what it needs to help: it ends at once, and costs nothing else.

    ``nummer`` is its place in the dossierbeeld. Raises ``Verwijzing.DoesNotExist`` when there is none.
    """
    require_keuze(door, dossier_id, ja=False, op=op)
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    with als_systeem():
        rij = end_met_toestemming_weg(dossier, nummer=nummer, op=op, door=door)
    if rij.beeindigd_op == op:
        open_stem(door=door, dossier_id=dossier_id, soort=Stem.Soort.VERWIJZING, op=op, over=rij.pk)
    return rij


def mag_intrekken(wens: Wens, *, door: Portaalaccount) -> bool:
    """Whether this wish is theirs to take back: the person's any, of whoever has a mandate what they wrote themselves."""
    if door.rol == Portaalrol.PERSOON:
        return True
    return wens.bron == Bron.GEMACHTIGDE and wens.bron_toelichting == door.naam


def _neem(door: Portaalaccount, dossier_id: UUID, wens_id: UUID) -> Wens:
    require(door, Recht.STEM_LATEN_HOREN)
    Dossier.objects.select_for_update().get(pk=dossier_id)
    wens: Wens = (
        Wens.objects.select_for_update()
        .exclude(soort=Soort.GEEN_WENS_GEUIT)
        .get(pk=wens_id, dossier=dossier_id)
    )
    return wens
