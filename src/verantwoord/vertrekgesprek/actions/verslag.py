"""Writing the report of a talk: as a draft, as held, and finished."""

from collections.abc import Container, Mapping
from datetime import date
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions.slot import als_json, bewaar, neem, schrijf, weiger_tenzij_open
from verantwoord.vertrekgesprek.fouten import VerslagOnvolledig
from verantwoord.vertrekgesprek.keuzes import Status
from verantwoord.vertrekgesprek.models import Gesprek, Klad
from verantwoord.vertrekgesprek.verslag import (
    Lidverslag,
    Verslag,
    als_tekst,
    behandelde_onderwerpen,
    taal_of_datum,
    telt_als_derde,
    verslag_van_lid,
    wat_ontbreekt,
)

Velden = dict[str, list[str]]


@transaction.atomic
def save_concept(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gesprek_id: UUID,
    versie: int,
    velden: Mapping[str, list[str]],
    blad: str = "",
) -> Klad:
    """Keep what is typed so far, right or wrong. ``versie`` is that of the draft on screen, 0 when there was none.

    Raises ``Versieconflict`` when somebody else saved in between. There is an event when somebody begins or takes over
    the writing, and none for each pause in typing: the timeline tells what people did.
    """
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    weiger_tenzij_open(gesprek)
    klad = Klad.objects.filter(gesprek=gesprek).first()
    _check_klad(klad, versie)
    # The database cannot keep this one character in a text; it means nothing to a reader.
    nieuw = {naam: [waarde.replace("\x00", "") for waarde in waarden] for naam, waarden in velden.items()}
    if klad is not None:
        nieuw |= _van_anderen(klad.velden, nieuw)
        if klad.velden == nieuw:
            return klad
    begint = klad is None or klad.door_id != door.pk
    klad = klad or Klad(gesprek=gesprek)
    klad.versie, klad.velden, klad.blad = versie + 1, nieuw, blad
    klad.door, klad.bewaard_op = door, timezone.now()
    klad.save()
    if begint:
        schrijf(gesprek, "verslag.begonnen", door=door, gegevens={"moment": gesprek.moment})
    return klad


@transaction.atomic
def record_gevoerd(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, verslag: Verslag, peildatum: date
) -> Gesprek:
    """Mark a planned talk as held while its report is still being written; from then its three working days run.

    Refused without an interpreter and without a shared language (norm gesprek-tolk): such a talk does not count.
    """
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    weiger_tenzij_open(gesprek)
    if ontbreekt := taal_of_datum(verslag, ontvangen_op=gesprek.dossier.ontvangen_op, peildatum=peildatum):
        raise VerslagOnvolledig(ontbreekt)
    vorige = {"status": gesprek.status, "gevoerd_op": als_json(gesprek.gevoerd_op)}
    _zet_gevoerd(gesprek, verslag, door=door)
    nieuw = {"status": gesprek.status, "gevoerd_op": als_json(gesprek.gevoerd_op)}
    bewaar(gesprek, _GEVOERD)
    if vorige != nieuw:
        schrijf(
            gesprek,
            "gesprek.gevoerd",
            door=door,
            gegevens={
                "moment": gesprek.moment,
                "wijzigingen": {
                    veld: [vorige[veld], nieuw[veld]] for veld in nieuw if vorige[veld] != nieuw[veld]
                },
            },
        )
    return gesprek


@transaction.atomic
def finish_gesprek(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, versie: int, verslag: Verslag, peildatum: date
) -> Gesprek:
    """Close the report of a talk. From here on the database refuses every change; additions are addenda.

    ``versie`` is that of the draft on screen (0 when there was none). Wishes and the LP form stay behind as
    ``Gesprek.concept`` for the act that records them in their own rooms. Raises ``VerslagOnvolledig`` with every gap at
    once: who skips one of the six subjects says why (norm gesprek-inhoud-minimum), and so does who ends the third talk
    without having discussed all support (norm ondersteuning-volledig-besproken). In a talk with a family every dossier
    gets its own record and its own event, or none does.
    """
    leden = _neem_leden(verslag, door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    weiger_tenzij_open(gesprek)
    klad = Klad.objects.filter(gesprek=gesprek).first()
    _check_klad(klad, versie)
    ontvangen_op = gesprek.dossier.ontvangen_op
    if ontbreekt := wat_ontbreekt(verslag, ontvangen_op=ontvangen_op, peildatum=peildatum):
        raise VerslagOnvolledig(ontbreekt)
    # What is said about a child is read again in its own dossier, when its own talk ends here too.
    elders = {een.pk for een, _lid in leden}
    _rond_een_af(gesprek, verslag, door=door, peildatum=peildatum, elders=elders)
    for een, lid in leden:
        eigen = verslag_van_lid(verslag, lid)
        if ontbreekt := taal_of_datum(eigen, ontvangen_op=een.dossier.ontvangen_op, peildatum=peildatum):
            raise VerslagOnvolledig(ontbreekt)
        _rond_een_af(een, eigen, door=door, peildatum=peildatum, elders=elders - {een.pk})
    return gesprek


def _van_anderen(bewaard: Velden, nieuw: Velden) -> Velden:
    """What was kept of relatives whom this writer's page does not show; it stays until somebody who may closes it."""
    hier = {naam.rpartition("-")[0] for naam in nieuw}
    return {
        naam: waarden
        for naam, waarden in bewaard.items()
        if naam.startswith("lid-") and naam.rpartition("-")[0] not in hier
    }


def _neem_leden(
    verslag: Verslag, *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID
) -> list[tuple[Gesprek, Lidverslag]]:
    """The open talks of relatives that this report also closes. All dossiers are locked in one order, whoever begins.

    Only talks of the same sitting, and only in dossiers that this person may handle: of the others nothing changes.
    """
    if not verslag.leden:
        return []
    van_lid = {lid.gesprek_id: lid for lid in verslag.leden}
    samen = Gesprek.objects.visible_to(door).filter(pk__in=van_lid, samen_met=gesprek_id, afgerond_op=None)
    adressen = {ander: pk for pk, ander in samen.values_list("pk", "dossier_id")}
    for ander in sorted({dossier_id, *adressen}):
        lock_dossier(ander, door=door)
    genomen = [neem(door=door, dossier_id=ander, gesprek_id=pk) for ander, pk in adressen.items()]
    return [(gesprek, van_lid[gesprek.pk]) for gesprek in genomen if gesprek.is_open]


def _rond_een_af(
    gesprek: Gesprek, verslag: Verslag, *, door: Medewerker, peildatum: date, elders: Container[UUID]
) -> None:
    vorige = gesprek.status
    _zet_gevoerd(gesprek, verslag, door=door)
    _zet_inhoud(gesprek, verslag, elders=elders)
    gesprek.afgerond_op = peildatum
    gesprek.versie += 1
    gesprek.save()
    Klad.objects.filter(gesprek=gesprek).delete()
    if telt_als_derde(gesprek.moment) and not verslag.opties_reden.strip():
        _weiger_onvolledige_ondersteuning(gesprek, peildatum=peildatum)
    schrijf(
        gesprek,
        "gesprek.afgerond",
        door=door,
        gegevens={
            "moment": gesprek.moment,
            "gevoerd_op": als_json(gesprek.gevoerd_op),
            "onderwerpen": gesprek.onderwerpen,
            "niet_aan_de_orde": sorted(gesprek.niet_aan_de_orde),
            "wijzigingen": {"status": [vorige, gesprek.status], "afgerond_op": [None, peildatum.isoformat()]},
        },
    )


def _check_klad(klad: Klad | None, versie: int) -> None:
    huidig = 0 if klad is None else klad.versie
    if huidig != versie:
        raise Versieconflict(
            _("Een collega werkt ook in dit verslag. Uw tekst blijft bewaard."),
            bewaard={} if klad is None else dict(klad.velden),
            versie=huidig,
        )


_GEVOERD = [
    "status",
    "gevoerd_op",
    "gevoerd_door",
    "taal",
    "gemeenschappelijke_taal",
    "tolk",
    "tolk_bestelling",
]


def _zet_gevoerd(gesprek: Gesprek, verslag: Verslag, *, door: Medewerker) -> None:
    gesprek.status = Status.GEVOERD
    gesprek.gevoerd_op = verslag.gevoerd_op
    gesprek.gevoerd_door = gesprek.gevoerd_door or door
    gesprek.taal = verslag.taal
    gesprek.gemeenschappelijke_taal = verslag.gemeenschappelijke_taal
    gesprek.tolk = verslag.tolk
    gesprek.tolk_bestelling = verslag.tolk_bestelling.strip()


def _zet_inhoud(gesprek: Gesprek, verslag: Verslag, *, elders: Container[UUID]) -> None:
    gesprek.onderwerpen = list(behandelde_onderwerpen(verslag))
    gesprek.niet_aan_de_orde = {
        naam: reden for naam, reden in verslag.niet_aan_de_orde.items() if reden.strip()
    }
    gesprek.opties_besproken = list(verslag.opties_besproken)
    gesprek.opties_reden = verslag.opties_reden.strip()
    gesprek.blokken = {naam: getattr(verslag, naam) for naam in ("procedure", "opties", "gevolgen", "overig")}
    gesprek.vragen = dict(verslag.vragen)
    gesprek.afspraken = msgspec.to_builtins(verslag.afspraken)
    gesprek.concept = msgspec.to_builtins(verslag.opbrengst)
    gesprek.eigen_woorden = verslag.eigen_woorden
    gesprek.wil_niet_antwoorden = verslag.wil_niet_antwoorden
    gesprek.bewaring_genoemd = verslag.bewaring_genoemd
    gesprek.kinderen = [
        {"wie": kind.wie, "belang": kind.belang} | ({"elders": True} if kind.gesprek_id in elders else {})
        for kind in verslag.kinderen
        if kind.belang.strip()
    ]
    gesprek.verslag = als_tekst(verslag)


def _weiger_onvolledige_ondersteuning(gesprek: Gesprek, *, peildatum: date) -> None:
    """Ask the norm itself, with this talk as if it were finished; the transaction undoes that when it refuses."""
    beoordeling = beoordeel(
        beeld_of(gesprek.dossier_id), peildatum=peildatum, parameters=geldende_parameters()
    )
    (norm,) = (b for b in beoordeling.bevindingen if b.norm == "ondersteuning-volledig-besproken")
    if norm.oordeel == "niet_voldaan":
        raise VerslagOnvolledig(
            {"opties_reden": _("%(waarom)s Schrijf op waarom u nu toch afrondt.") % {"waarom": norm.uitleg}}
        )
