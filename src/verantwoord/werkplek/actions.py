"""Acts that touch several rooms at once: each keeps its own rules, and all of it holds or nothing does."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.signalen import Plek
from verantwoord.ondersteuning.actions import record_wens
from verantwoord.reisdocument.actions import record_lp_formulier
from verantwoord.toegang.models import Medewerker
from verantwoord.toetsing.actions import record_signaal
from verantwoord.vertrekgesprek.actions import answer_passage, finish_gesprek
from verantwoord.vertrekgesprek.fouten import VerslagOnvolledig
from verantwoord.vertrekgesprek.keuzes import Besluitsoort
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslag import LPUitGesprek, Verslag, opbrengst_van

ZONDER_EIGEN_LAND = frozenset({"XXA", "XXX"})


@transaction.atomic
def rond_gesprek_af(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, versie: int, verslag: Verslag, peildatum: date
) -> Gesprek:
    """Finish a talk and record what it yielded: the wishes in the person's words, and the answer about the LP form.

    When one of these is refused the talk is not finished either, and the refusal names its field. The norms are asked
    once, at the end. Raises what ``finish_gesprek`` raises.
    """
    with gebundeld():
        gesprek = finish_gesprek(
            door=door,
            dossier_id=dossier_id,
            gesprek_id=gesprek_id,
            versie=versie,
            verslag=verslag,
            peildatum=peildatum,
        )
        opbrengst = opbrengst_van(gesprek.concept)
        dag = gesprek.gevoerd_op or peildatum
        for wens in opbrengst.wensen:
            record_wens(
                door=door,
                dossier_id=dossier_id,
                soort=wens.soort,
                omschrijving=wens.omschrijving,
                geuit_op=dag,
                peildatum=peildatum,
                gesprek_id=gesprek.pk,
            )
        if opbrengst.lp is not None:
            _leg_lp_vast(opbrengst.lp, door=door, dossier_id=dossier_id, op=dag, peildatum=peildatum)
    return gesprek


@transaction.atomic
def pak_passage_op(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gesprek_id: UUID,
    plek: Plek,
    soort: str,
    betreft: str,
    peildatum: date,
) -> str:
    """Make a wish of the words of a passage, or a sign that reopens a toetsing; ``betreft`` says which of them.

    Answers with the address where one goes on. A sign that somebody takes up today is of today, so that no earlier
    toetsing answers it beforehand (invariant 5).
    """
    with gebundeld():
        besluit = answer_passage(
            door=door, dossier_id=dossier_id, gesprek_id=gesprek_id, plek=plek, soort=soort, betreft=betreft
        )
        if besluit.soort == Besluitsoort.WENS:
            record_wens(
                door=door,
                dossier_id=dossier_id,
                soort=betreft,
                omschrijving=besluit.citaat,
                geuit_op=besluit.gesprek.gevoerd_op or peildatum,
                peildatum=peildatum,
                gesprek_id=gesprek_id,
            )
            return reverse("ondersteuning:wensen", args=[dossier_id])
        record_signaal(
            door=door,
            dossier_id=dossier_id,
            moment=betreft,
            ontvangen_op=peildatum,
            peildatum=peildatum,
            bron="gesprek",
            toelichting=besluit.citaat,
        )
    return reverse("toetsing:vastleggen", args=[dossier_id, betreft])


def _leg_lp_vast(lp: LPUitGesprek, *, door: Medewerker, dossier_id: UUID, op: date, peildatum: date) -> None:
    land = lp_land(beeld_of(dossier_id))
    if land is None:
        raise VerslagOnvolledig(
            {
                "lp_antwoord": _(
                    "Uit het dossier blijkt niet voor welk land de aanvraag is. Laat dit hier open en leg het formulier "
                    "vast bij Reisdocument, met het land."
                )
            }
        )
    try:
        record_lp_formulier(
            door=door,
            dossier_id=dossier_id,
            land=land,
            ingevuld=lp.antwoord == "ingevuld",
            op=op,
            uitleg_gegeven=lp.uitleg_gegeven,
            peildatum=peildatum,
            notitie=lp.toelichting,
        )
    except DomeinFout as fout:
        raise VerslagOnvolledig({"lp_antwoord": fout.melding}) from fout


def lp_land(beeld: Dossierbeeld) -> str | None:
    """The country a request would go to: that of the last return decision, else the only nationality; else unknown."""
    besluiten = [b for b in beeld.procedure.besluiten if b.land_van_terugkeer is not None]
    if besluiten:
        return max(besluiten, key=lambda b: b.genomen_op).land_van_terugkeer
    landen = [code for code in beeld.persoon.nationaliteiten if code not in ZONDER_EIGEN_LAND]
    return landen[0] if len(landen) == 1 else None
