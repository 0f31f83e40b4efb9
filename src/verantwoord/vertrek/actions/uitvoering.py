"""The day itself: letting a departure go ahead, and recording afterwards that the person left."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek.actions.regels import (
    eis_tekst,
    niet_later_dan,
    niet_voor_ontvangst,
    open_boeking,
    uitkomst_van,
    zonder_leeg,
)
from verantwoord.vertrek.fouten import StapNietAanDeOrde
from verantwoord.vertrek.keuzes import AANTOONBAAR, SOORT_VAN, Uitkomst
from verantwoord.vertrek.queries import doorlating_of
from verantwoord.web.datums import dag_maand


@transaction.atomic
def let_vertrek_doorgaan(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    versie: int | None,
    afweging: str,
    peildatum: date,
) -> Dossier:
    """Say on the day of the trip that it goes ahead, and why; the gate answers about that day and no other.

    What the norms say the day before proves nothing: a signal, a ruling or an illness may come in between.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    beeld = beeld_of(dossier.pk)
    boeking = open_boeking(beeld, nummer)
    if beeld.uitkomst is not None:
        raise StapNietAanDeOrde(_("Er is al een uitkomst vastgelegd. Ververs de pagina."))
    if boeking.gepland_op != peildatum:
        raise StapNietAanDeOrde(
            _(
                "Dit legt u vast op de dag van vertrek zelf, %(dag)s. Wat een dag eerder mag, kan dan anders zijn."
            )
            % {"dag": dag_maand(boeking.gepland_op)}
        )
    if doorlating_of(dossier.pk, soort=boeking.soort, op=peildatum, viewer=door) is not None:
        raise StapNietAanDeOrde(_("Dit is vandaag al vastgelegd. Ververs de pagina."))
    afweging = eis_tekst(
        afweging, veld="afweging", melding=_("Schrijf op waarom het vertrek vandaag doorgaat.")
    )
    antwoord = poort.require(
        f"{boeking.soort}_vertrek_uitvoeren", dossier=dossier, peildatum=peildatum, door=door
    )
    record_gebeurtenis(
        soort="vertrek.doorgelaten",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "boeking": nummer,
            "soort": boeking.soort,
            "op": peildatum.isoformat(),
            "toelichting": afweging,
            "regelset": antwoord.bevindingen[0].regelset,
        },
    )
    return dossier


@transaction.atomic
def confirm_vertrek(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    soort: str,
    op: date,
    bewijs: str,
    bewijs_ref: str,
    peildatum: date,
    toelichting: str = "",
) -> Dossier:
    """Record that the person left, with the proof; the dossier is not closed by it.

    What happened is recorded also when nobody let it go ahead that day: refusing would hide it. Then somebody writes
    down why, and the norms that stood against it on that day are kept with it for whoever must account for it.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    if soort not in AANTOONBAAR:
        raise ValueError(f"{soort} is not a departure that can be proven")
    niet_later_dan(op, peildatum, veld="op")
    niet_voor_ontvangst(op, dossier, veld="op")
    bewijs_ref = eis_tekst(
        bewijs_ref, veld="bewijs_ref", melding=_("Schrijf op waar het bewijs te vinden is.")
    )
    reissoort = SOORT_VAN[Uitkomst(soort)]
    vooraf = doorlating_of(dossier.pk, soort=reissoort, op=op, viewer=door)
    tegen: list[str] = []
    if vooraf is None:
        toelichting = eis_tekst(
            toelichting,
            veld="toelichting",
            melding=_(
                "Op die dag is niet vooraf vastgelegd dat dit vertrek mocht doorgaan. Schrijf op hoe het is gegaan."
            ),
        )
        tegen = _tegen(dossier, f"{reissoort}_vertrek_uitvoeren", op)
    uitkomst = uitkomst_van(soort, op, bewijs_ref)
    change_feiten(
        dossier,
        lambda beeld: replace(beeld, uitkomst=uitkomst),
        door=door,
        soort="vertrek.bevestigd",
        gegevens=zonder_leeg(bewijs=bewijs, toelichting=toelichting.strip(), tegen=tegen)
        | {"vooraf_getoetst": vooraf is not None},
    )
    return dossier


def _tegen(dossier: Dossier, handeling: str, op: date) -> list[str]:
    """The norms that stood against this act on that day, by the facts as they are known now."""
    beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=op, parameters=geldende_parameters())
    (antwoord,) = (h for h in beoordeling.handelingen if h.handeling == handeling)
    return list(antwoord.geblokkeerd_door)
