"""What the DIA says of what it was asked to arrange, by the same act as when the regievoerder writes it down."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.keten.partner.actions import NietGevraagd, send
from verantwoord.keten.partner.models import Inzending
from verantwoord.ondersteuning.actions import move_regeling
from verantwoord.ondersteuning.models import Regeling
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def send_regeling(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    regeling_id: UUID,
    stand: str,
    tekst: str,
    peildatum: date,
) -> Inzending:
    """Say that it is taken up, that it is there, or that it does not work and why.

    Raises ``NietGevraagd`` for what was not asked of this organisation, or is no longer.
    """
    recht = Recht.REGELING_AFRONDEN

    def doe() -> None:
        eigen = Regeling.objects.filter(pk=regeling_id, dossier=dossier_id, uitvoerder=door.organisatie)
        if not eigen.exists() or stand == "ingetrokken":
            raise NietGevraagd(_("Dit is niet meer aan uw organisatie gevraagd."))
        move_regeling(
            door=door,
            dossier_id=dossier_id,
            regeling_id=regeling_id,
            versie=None,
            peildatum=peildatum,
            stand=stand,
            op=peildatum,
            tekst=tekst,
            recht=recht,
        )

    return send(
        doe,
        soort=Inzending.Soort.REGELING,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        gegevens={"toelichting": tekst},
        regeling=str(regeling_id),
        stand=stand,
        toelichting=tekst,
    )
