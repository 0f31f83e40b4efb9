"""Guests at the meetings of a demo: organisations that come in for one case alone, and see no other."""

from typing import Final

from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker

_UITNODIGER: Final = "Noor Haverkamp"
_REDENEN: Final = {
    "Anouk Wiersma": "Kent de persoon van het spreekuur en weet wat die zelf wil.",
    "Joris Hazelhoff": "Denkt mee over wat een goed moment is voor de kinderen.",
}
_PUNTEN_PER_GAST: Final = 2


def nodig_gasten_uit() -> None:
    """Ask each guest for two items that are still to be discussed; a demo without meetings has none."""
    mensen = {m.naam: m for m in Medewerker.objects.filter(naam__in=[_UITNODIGER, *_REDENEN])}
    if _UITNODIGER not in mensen:
        return
    door = mensen.pop(_UITNODIGER)
    with transactie_van(door), als_systeem(), gebundeld():
        punten = Agendapunt.objects.visible_to(door).filter(onthuld_op__isnull=True, overleg__stand="gepland")
        te_verdelen = list(punten.order_by("overleg__datum", "aangemeld_op", "pk"))
        for i, naam in enumerate(sorted(mensen)):
            for punt in te_verdelen[i :: len(mensen)][:_PUNTEN_PER_GAST]:
                actions.invite_gast(
                    door=door,
                    punt_id=punt.pk,
                    naam=naam,
                    team_id=mensen[naam].team_id,
                    reden=_REDENEN[naam],
                )
