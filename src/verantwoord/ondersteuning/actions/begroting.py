"""What there is to spend on contributions in a year; what was granted is counted, never written down beside it."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import volle_tekst, zonder_rekening
from verantwoord.ondersteuning.besteding import besteed_uit
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Begroting, Begrotingsstap, Bijdrage
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@transaction.atomic
def set_begroting(
    *,
    door: Medewerker,
    jaar: int,
    bedrag: Decimal,
    reden: str,
    versie: int,
    peildatum: date,
    eigen_team: bool = False,
) -> Begroting:
    """Write down what there is for a year, or make it another amount, with the reason; ``versie`` is 0 for a new one.

    With ``eigen_team`` it is the budget of the team of ``door`` alone, otherwise of every team without one. It never
    becomes less than what was granted from it.
    """
    require(door, Recht.BEGROTING_BEHEREN)
    reden = volle_tekst(reden, veld="reden", leeg=_("Schrijf op waarom dit het bedrag is."))
    zonder_rekening(reden, veld="reden")
    if eigen_team and door.team is None:
        raise WensKloptNiet(_("U heeft geen team. Leg de begroting voor heel de DT&V vast."))
    team = door.team if eigen_team else None
    begroting, nieuw = Begroting.objects.select_for_update(of=("self",)).get_or_create(
        jaar=jaar, team=team, defaults={"bedrag": bedrag}
    )
    if versie != (0 if nieuw else begroting.versie):
        raise Versieconflict(
            _(
                "Een collega heeft deze begroting intussen bijgewerkt. Vergelijk uw invoer met wat er nu staat."
            ),
            bewaard={"bedrag": str(begroting.bedrag)},
            versie=begroting.versie,
        )
    oud = None if nieuw else begroting.bedrag
    toegekend = besteed_uit(begroting).toegekend
    if bedrag < toegekend:
        raise WensKloptNiet(
            _("Er is al € %(toegekend)s toegekend. Lager kan niet.") % {"toegekend": toegekend}, veld="bedrag"
        )
    if not nieuw:
        begroting.bedrag, begroting.versie = bedrag, begroting.versie + 1
        begroting.save(update_fields=["bedrag", "versie"])
    Begrotingsstap.objects.create(
        begroting=begroting, oud=oud, nieuw=bedrag, reden=reden, op=peildatum, door=door, door_naam=door.naam
    )
    record_gebeurtenis(
        soort="begroting.bijgewerkt",
        onderwerp=begroting,
        dossier_id=None,
        door=door,
        gegevens={
            "jaar": jaar,
            "reden": reden,
            "wijzigingen": {"bedrag": [None if oud is None else str(oud), str(bedrag)]},
        },
    )
    return begroting


def neem_begroting(*, jaar: int, team_id: int | None) -> Begroting | None:
    """Take the budget from which a dossier of this team is paid, so that other decisions wait: its own, or the general one."""
    passend = Begroting.objects.filter(Q(team__isnull=True) | Q(team=team_id), jaar=jaar)
    keuze = passend.order_by(F("team").asc(nulls_last=True)).values_list("pk", flat=True).first()
    return None if keuze is None else Begroting.objects.select_for_update(of=("self",)).get(pk=keuze)


def ruimte_in(begroting: Begroting, *, zonder: Bijdrage) -> Decimal:
    """What is left of a budget, apart from what was granted for this contribution itself."""
    return begroting.bedrag - besteed_uit(begroting, zonder=zonder).toegekend
