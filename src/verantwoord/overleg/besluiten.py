"""What follows in the facts when an item is decided; nothing outside the facts of this room does."""

from datetime import date

from django.db.models import F, Q

from verantwoord.dossier.models import Dossier, Opvangdagen, Verblijfplaats
from verantwoord.overleg.feitwijziging import keep_feiten, tell
from verantwoord.overleg.keuzes import BUITEN_OVERLEG, Besluit, Onderwerp
from verantwoord.overleg.models import Agendapunt, Overlegpunt, Puntdossier
from verantwoord.overleg.slot import touch
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


def settle(
    punt: Agendapunt, besluit: str, *, door: Medewerker, op: date, velden: tuple[str, ...] = ()
) -> None:
    """Write what was decided on a locked item. ``velden`` were set by the caller and are saved with it."""
    was, punt.besluit, punt.besloten_op = punt.besluit, besluit, op
    touch(punt, "besluit", "besloten_op", *velden)
    keep_feiten(punt)
    tell(
        punt,
        "overleg.besluit",
        door=door,
        gegevens={"onderwerp": punt.onderwerp, "wijzigingen": {"besluit": [was, besluit]}},
    )
    if besluit == Besluit.VASTGESTELD:
        _confirm_buiten(punt, door=door, op=op)
        _note_vbl(punt, door=door, op=op)


def _confirm_buiten(punt: Agendapunt, *, door: Medewerker, op: date) -> None:
    """What was decided outside a meeting holds from now on; also an entry that came along with an imported dossier."""
    bronnen = Puntdossier.objects.filter(
        punt=punt, bron__soort=BUITEN_OVERLEG, bron__bevestigd_op__isnull=True
    )
    with als_systeem():
        feiten = Overlegpunt.objects.filter(pk__in=bronnen.values("bron"))
        bronpunten = set(feiten.exclude(punt=None).values_list("punt", flat=True))
        if not feiten.update(bevestigd_op=op):
            return
        # Who votes here need not have been in on what was agreed elsewhere.
        for bron in Agendapunt.objects.filter(pk__in=bronpunten).select_for_update().order_by("pk"):
            bron.bevestigd_op = op
            touch(bron, "bevestigd_op")
    tell(
        punt,
        "overleg.bevestigd",
        door=door,
        gegevens={"wijzigingen": {"bevestigd_op": [None, op.isoformat()]}},
    )


def _note_vbl(punt: Agendapunt, *, door: Medewerker, op: date) -> None:
    """A decision about staying in the vbl is the decision that norm vbl-twaalf-weken asks for."""
    if punt.onderwerp != Onderwerp.VBL:
        return
    with als_systeem():
        in_vbl = Verblijfplaats.objects.filter(
            Q(tot__isnull=True) | Q(tot__gte=op),
            soort="vbl",
            van__lte=op,
            dossier__in=punt.dossiers.values("dossier"),
        )
        dossiers = set(in_vbl.values_list("dossier", flat=True))
        Opvangdagen.objects.bulk_create(
            [Opvangdagen(dossier_id=dossier_id, vbl_lko_besluit_op=op) for dossier_id in sorted(dossiers)],
            update_conflicts=True,
            unique_fields=["dossier"],
            update_fields=["vbl_lko_besluit_op"],
        )
        bijgewerkt = Dossier.objects.filter(pk__in=dossiers).update(versie=F("versie") + 1)
    if bijgewerkt:
        tell(
            punt,
            "overleg.vbl_besluit",
            door=door,
            gegevens={"wijzigingen": {"vbl_lko_besluit_op": [None, op.isoformat()]}},
        )
