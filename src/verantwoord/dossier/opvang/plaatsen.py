"""Recording where somebody lives, and putting right what was recorded wrongly. Neither is a way round the gate.

A stay in a vbl or gezinslocatie begins with a transfer, and reception ends by its own act; both pass the gate there.
"""

from datetime import date
from typing import Final, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.actions.feitenwijziging import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.betrokkenheid import COA_OPVANG
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import verblijf
from verantwoord.toegang.models import Medewerker
from verantwoord.web.datums import dag_maand

Soort = Literal["anders", "azc", "detentie", "ggv", "gl", "lvv", "vbl"]
MET_POORT: Final = frozenset({"vbl", "gl"})
# Whoever is detained elsewhere keeps the right to reception; it rests.
_OPVANG_RUST: Final = COA_OPVANG | {"detentie"}


class PlaatsPastNiet(DomeinFout):
    """What was entered does not fit where this person lives according to the dossier."""


@transaction.atomic
def record_verblijfplaats(
    *,
    door: Medewerker,
    dossier_id: UUID,
    soort: Soort,
    locatie: str,
    van: date,
    tot: date | None,
    toelichting: str,
    peildatum: date,
    versie: int,
) -> None:
    """Add a place. One without an end is where the person lives from that day; the stay before it ends the day before."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    beeld = beeld_of(dossier.pk)
    plaats = _plaats(soort, locatie, van, tot, peildatum)
    if soort in MET_POORT and van >= dossier.ontvangen_op:
        raise _hoort_bij_overplaatsing()
    plaatsen = verhuis(beeld.opvang.verblijfplaatsen, plaats)
    _check_opvang_loopt_door(beeld, plaatsen, peildatum)

    def voeg_toe(eerst: d.Dossierbeeld) -> d.Dossierbeeld:
        return replace(eerst, opvang=replace(eerst.opvang, verblijfplaatsen=plaatsen))

    change_feiten(
        dossier,
        voeg_toe,
        door=door,
        soort="verblijf.vastgelegd",
        gegevens={"toelichting": toelichting},
    )


@transaction.atomic
def correct_verblijfplaats(
    *,
    door: Medewerker,
    dossier_id: UUID,
    nummer: int,
    soort: Soort,
    locatie: str,
    van: date,
    tot: date | None,
    reden: str,
    peildatum: date,
    versie: int,
) -> None:
    """Put one recorded stay right, with the reason. What stood there before stays readable in the event."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    beeld = beeld_of(dossier.pk)
    plaatsen = beeld.opvang.verblijfplaatsen
    if not 0 <= nummer < len(plaatsen):
        raise PlaatsPastNiet(_("Dit verblijf staat niet in het dossier. Kies een verblijf uit de lijst."))
    oud, nieuw = plaatsen[nummer], _plaats(soort, locatie, van, tot, peildatum)
    if nieuw.soort in MET_POORT and nieuw.soort != oud.soort and nieuw.van >= dossier.ontvangen_op:
        raise _hoort_bij_overplaatsing()
    _check_geen_overlap(nieuw, (*plaatsen[:nummer], *plaatsen[nummer + 1 :]))
    daarna = (*plaatsen[:nummer], nieuw, *plaatsen[nummer + 1 :])
    _check_opvang_loopt_door(beeld, daarna, peildatum)

    def verbeter(eerst: d.Dossierbeeld) -> d.Dossierbeeld:
        return replace(eerst, opvang=replace(eerst.opvang, verblijfplaatsen=daarna))

    change_feiten(dossier, verbeter, door=door, soort="verblijf.verbeterd", gegevens={"reden": reden})


def verhuis(plaatsen: tuple[d.Verblijfplaats, ...], nieuw: d.Verblijfplaats) -> tuple[d.Verblijfplaats, ...]:
    """The places with one more. A place without an end ends the running one the day before; else nothing may overlap."""
    if nieuw.tot is not None:
        _check_geen_overlap(nieuw, plaatsen)
        return (*plaatsen, nieuw)
    if any(p.van >= nieuw.van for p in plaatsen):
        raise PlaatsPastNiet(
            _("Er begint al een verblijf op of na %(dag)s. Verbeter eerst dat verblijf.")
            % {"dag": dag_maand(nieuw.van)}
        )
    dag_ervoor = plus_dagen(nieuw.van, -1)
    lopend = tuple(replace(p, tot=dag_ervoor) if p.tot is None or p.tot >= nieuw.van else p for p in plaatsen)
    return (*lopend, nieuw)


def _plaats(soort: Soort, locatie: str, van: date, tot: date | None, peildatum: date) -> d.Verblijfplaats:
    if van > peildatum or (tot is not None and tot > peildatum):
        raise PlaatsPastNiet(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
    if tot is not None and tot < van:
        raise PlaatsPastNiet(_("De laatste dag ligt voor de eerste. Kijk de datums na."))
    return d.Verblijfplaats(soort=soort, locatie=locatie.strip(), van=van, tot=tot)


def _check_geen_overlap(nieuw: d.Verblijfplaats, anderen: tuple[d.Verblijfplaats, ...]) -> None:
    einde = nieuw.tot or date.max
    for ander in anderen:
        if ander.van <= einde and (ander.tot or date.max) >= nieuw.van:
            raise PlaatsPastNiet(
                _("Dit overlapt met het verblijf in %(locatie)s vanaf %(dag)s. Kijk de datums na.")
                % {"locatie": ander.locatie, "dag": dag_maand(ander.van)}
            )


def _check_opvang_loopt_door(
    beeld: d.Dossierbeeld, plaatsen: tuple[d.Verblijfplaats, ...], peildatum: date
) -> None:
    """Refuse what would end reception without its own act, which passes the gate and asks the COA."""
    daarna = replace(beeld, opvang=replace(beeld.opvang, verblijfplaatsen=plaatsen))
    p = geldende_parameters().op(peildatum)
    woont = verblijf(Stand(beeld, peildatum, p))
    zou_wonen = verblijf(Stand(daarna, peildatum, p))
    if woont is None or woont.soort not in COA_OPVANG:
        return
    if zou_wonen is None or zou_wonen.soort not in _OPVANG_RUST:
        raise PlaatsPastNiet(
            _(
                "Zo zou de opvang eindigen. Dat legt u vast bij Vertrektermijn en opvang, onder Einde van de opvang. Daarna kunt "
                "u vastleggen waar de vreemdeling nu woont."
            )
        )


def _hoort_bij_overplaatsing() -> PlaatsPastNiet:
    return PlaatsPastNiet(
        _(
            "Een verblijf in een vbl of een gezinslocatie begint met een overplaatsing. Vraag die aan op de pagina Opvang; daar "
            "wordt gecontroleerd of het dossier compleet is."
        )
    )
