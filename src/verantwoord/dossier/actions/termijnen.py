"""The two clocks by hand: what shortens or extends the departure term, and what extends or ends reception.

Nothing here happens by itself: a term that has passed asks a person to look again (report 2.2 and 3.2).
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions.feitenwijziging import change_feiten, lock_versie
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.gezin import familienummers
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.stand import beoordeel_op, bevinding_van
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.werklijst import verblijf
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.datums import dag_maand

Verander = Callable[[d.Dossierbeeld], d.Dossierbeeld]


class TermijnPastNiet(DomeinFout):
    """What was entered does not fit what the dossier holds of this term."""


@transaction.atomic
def record_grond_verkorting(
    *, door: Medewerker, dossier_id: UUID, besluit: int, grond_verkorting: str, kenmerk: str, versie: int
) -> None:
    """Complete a recorded decision with the ground and reference of its shorter term (Vw 2000 art. 62(2))."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    besluiten = beeld_of(dossier.pk).procedure.besluiten
    if not 0 <= besluit < len(besluiten) or besluiten[besluit].vertrektermijn_dagen is None:
        raise TermijnPastNiet(_("Dit besluit geeft geen vertrektermijn. Kies het besluit waar die in staat."))

    def vul_aan(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        aangevuld = replace(besluiten[besluit], grond_verkorting=grond_verkorting, kenmerk=kenmerk)
        nieuw = (*besluiten[:besluit], aangevuld, *besluiten[besluit + 1 :])
        return replace(beeld, procedure=replace(beeld.procedure, besluiten=nieuw))

    change_feiten(dossier, vul_aan, door=door, soort="vertrektermijn.grond_vastgelegd")


@transaction.atomic
def ask_verlenging_vertrektermijn(
    *,
    door: Medewerker,
    dossier_id: UUID,
    verlenging_gevraagd_op: date,
    doorgezonden_ind_op: date | None,
    reden: str,
    versie: int,
) -> None:
    """Keep that the person asked for a longer departure term, and when it went to the IND (Vw 2000 art. 62(3)).

    An earlier extension stays as it is; the earlier request stays in the events.
    """
    if doorgezonden_ind_op is not None and doorgezonden_ind_op < verlenging_gevraagd_op:
        raise TermijnPastNiet(_("Het verzoek is doorgestuurd voordat het is gedaan. Kijk de datums na."))
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    change_feiten(
        dossier,
        _vertrektermijn(
            verlenging_gevraagd_op=verlenging_gevraagd_op, doorgezonden_ind_op=doorgezonden_ind_op
        ),
        door=door,
        soort="vertrektermijn.verlenging_gevraagd",
        gegevens={"reden": reden},
    )


@transaction.atomic
def forward_verlenging(*, door: Medewerker, dossier_id: UUID, doorgezonden_ind_op: date, versie: int) -> None:
    """Keep that a request went on to the IND, which alone decides about it."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    gevraagd_op = beeld_of(dossier.pk).vertrektermijn.verlenging_gevraagd_op
    if gevraagd_op is None:
        raise TermijnPastNiet(_("Er is nog geen verzoek vastgelegd. Leg eerst het verzoek vast."))
    if doorgezonden_ind_op < gevraagd_op:
        raise TermijnPastNiet(_("Het verzoek is doorgestuurd voordat het is gedaan. Kijk de datums na."))
    change_feiten(
        dossier,
        _vertrektermijn(doorgezonden_ind_op=doorgezonden_ind_op),
        door=door,
        soort="vertrektermijn.doorgestuurd",
    )


@transaction.atomic
def record_verlenging_ind(
    *,
    door: Medewerker,
    dossier_id: UUID,
    toegewezen: bool,
    besloten_op: date,
    kenmerk: str,
    verlengd_tot: date | None,
    toelichting: str,
    versie: int,
) -> None:
    """Keep what the IND decided. A refusal leaves the term as it was and is kept as an event alone."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    gegevens = {"besloten_op": besloten_op.isoformat(), "kenmerk": kenmerk, "toelichting": toelichting}
    if not toegewezen:
        _record_zonder_feit(dossier, "vertrektermijn.niet_verlengd", door=door, gegevens=gegevens)
        return
    if verlengd_tot is None or verlengd_tot < besloten_op:
        raise TermijnPastNiet(_("De nieuwe laatste dag ligt voor het besluit. Kijk de datums na."))
    change_feiten(
        dossier,
        _vertrektermijn(verlengd_tot=verlengd_tot, verlenging_kenmerk=kenmerk),
        door=door,
        soort="vertrektermijn.verlengd",
        gegevens=gegevens,
    )


@transaction.atomic
def record_einde_recht_opvang(
    *,
    door: Medewerker,
    dossier_id: UUID,
    recht_eindigt_op: date,
    kenmerk: str,
    toelichting: str,
    versie: int,
) -> None:
    """Take over the last day of the right to reception from a decision that names it; nothing ends by this."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    change_feiten(
        dossier,
        _opvang(recht_eindigt_op=recht_eindigt_op),
        door=door,
        soort="opvang.recht_vastgelegd",
        gegevens={"kenmerk": kenmerk, "toelichting": toelichting},
    )


@transaction.atomic
def ask_verlenging_opvang(
    *, door: Medewerker, dossier_id: UUID, gevraagd_op: date, reden: str, versie: int
) -> None:
    """Ask the COA for longer reception; until the COA has decided, reception does not end (report 3.2)."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    if any(v.coa_besluit is None for v in beeld_of(dossier.pk).opvang.verlengingen):
        raise TermijnPastNiet(_("Er wacht al een verzoek bij het COA. Leg eerst het antwoord daarop vast."))
    verzoek = d.Opvangverlenging(gevraagd_op=gevraagd_op, reden=reden)

    def voeg_toe(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        opvang = replace(beeld.opvang, verlengingen=(*beeld.opvang.verlengingen, verzoek))
        return replace(beeld, opvang=opvang)

    change_feiten(dossier, voeg_toe, door=door, soort="opvang.verlenging_gevraagd", gegevens={"reden": reden})


@transaction.atomic
def record_besluit_coa(
    *,
    door: Medewerker,
    dossier_id: UUID,
    verlenging: int,
    coa_besluit: Literal["akkoord", "geweigerd"],
    coa_besloten_op: date,
    tot: date | None,
    besloten_door: str,
    toelichting: str,
    versie: int | None,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> None:
    """Keep what the COA decided about one request, by whom, and until when reception goes on.

    ``recht`` is what whoever records it must hold; the COA itself needs no more than to decide about reception.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    verlengingen = beeld_of(dossier.pk).opvang.verlengingen
    if not 0 <= verlenging < len(verlengingen):
        raise TermijnPastNiet(_("Dit verzoek staat niet in het dossier. Kies een verzoek uit de lijst."))
    verzoek = verlengingen[verlenging]
    if coa_besloten_op < verzoek.gevraagd_op:
        raise TermijnPastNiet(_("Het COA heeft besloten voordat het verzoek is gedaan. Kijk de datums na."))
    if coa_besluit == "akkoord" and (tot is None or tot < coa_besloten_op):
        raise TermijnPastNiet(_("Vul in tot en met welke dag het COA akkoord is, na de dag van het besluit."))
    besloten = replace(
        verzoek,
        coa_besluit=coa_besluit,
        coa_besloten_op=coa_besloten_op,
        tot=tot if coa_besluit == "akkoord" else None,
    )
    nieuw = (*verlengingen[:verlenging], besloten, *verlengingen[verlenging + 1 :])
    change_feiten(
        dossier,
        _opvang(verlengingen=nieuw),
        door=door,
        soort="opvang.verlenging_besloten",
        gegevens={"besloten_door": besloten_door, "toelichting": toelichting},
    )


@transaction.atomic
def record_ferreira(
    *,
    door: Medewerker,
    dossier_id: UUID,
    getoetst_op: date,
    humanitaire_noodsituatie: bool,
    kinderen: str,
    toelichting: str,
    peildatum: date,
    versie: int,
) -> None:
    """Keep whether ending reception would bring children into an emergency (Hof Den Haag 11-01-2011).

    ``kinderen`` is their situation in their own or their parents' words; it stays beside the toetsing in the event.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    _s, beoordeling = beoordeel_op(beeld_of(dossier.pk), peildatum)
    norm = bevinding_van(beoordeling, "gezinslocatie-ferreira")
    if norm.oordeel == "niet_van_toepassing":
        raise TermijnPastNiet(_("%(uitleg)s Deze toets is niet nodig.") % {"uitleg": norm.uitleg})
    toets = d.FerreiraToets(
        getoetst_op=getoetst_op, humanitaire_noodsituatie=humanitaire_noodsituatie, toelichting=toelichting
    )

    def voeg_toe(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        return replace(beeld, opvang=replace(beeld.opvang, ferreira=(*beeld.opvang.ferreira, toets)))

    change_feiten(
        dossier, voeg_toe, door=door, soort="opvang.ferreira_getoetst", gegevens={"kinderen": kinderen}
    )


@transaction.atomic
def record_vbl_besluit(
    *,
    door: Medewerker,
    dossier_id: UUID,
    vbl_lko_besluit_op: date,
    toelichting: str,
    peildatum: date,
    versie: int,
) -> None:
    """Keep on which day the LKO decided about a longer stay in the vbl (report, footnote 8)."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    s, _beoordeling = beoordeel_op(beeld_of(dossier.pk), peildatum)
    if s.vbl is None:
        raise TermijnPastNiet(_("De vreemdeling verblijft nu niet in een vbl."))
    if vbl_lko_besluit_op < s.vbl.van:
        raise TermijnPastNiet(
            _("Het verblijf in de vbl begon op %(dag)s. Een besluit van daarvoor gaat er niet over.")
            % {"dag": dag_maand(s.vbl.van)}
        )
    change_feiten(
        dossier,
        _opvang(vbl_lko_besluit_op=vbl_lko_besluit_op),
        door=door,
        soort="opvang.lko_besloten",
        gegevens={"toelichting": toelichting},
    )


@transaction.atomic
def end_opvang(
    *,
    door: Medewerker,
    dossier_id: UUID,
    geeindigd_op: date,
    coa_akkoord_op: date,
    coa_akkoord_door: str,
    waarheen: str,
    peildatum: date,
    versie: int,
) -> None:
    """Keep that reception ended: through the gate as it stands today and as it stood that day, with the COA's consent."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    # A signal of today counts, and so does a suspension that held on the day itself.
    for dag in sorted({geeindigd_op, peildatum}, reverse=True):
        poort.require("opvang_beeindigen", dossier=dossier, peildatum=dag, door=door)
    s, _beoordeling = beoordeel_op(beeld_of(dossier.pk), geeindigd_op)
    woont = verblijf(s)
    if woont is None:
        raise TermijnPastNiet(
            _("Er is op die dag geen verblijfplaats vastgelegd. Er is geen opvang om te eindigen.")
        )
    if coa_akkoord_op > geeindigd_op:
        raise TermijnPastNiet(
            _("Het COA stemde pas later in. Zonder instemming van het COA eindigt de opvang niet.")
        )

    def eindig(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        plaatsen = tuple(
            replace(v, tot=geeindigd_op) if v == woont else v for v in beeld.opvang.verblijfplaatsen
        )
        return replace(beeld, opvang=replace(beeld.opvang, verblijfplaatsen=plaatsen))

    change_feiten(
        dossier,
        eindig,
        door=door,
        soort="opvang.beeindigd",
        gegevens={
            "coa_akkoord_op": coa_akkoord_op.isoformat(),
            "coa_akkoord_door": coa_akkoord_door,
            "toelichting": waarheen,
        },
    )


@transaction.atomic
def end_opvang_gezin(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int,
    samen: Mapping[UUID, int],
    peildatum: date,
    **feiten: Any,
) -> None:
    """End reception for a family at once: one act and one event in every dossier, or none at all.

    ``samen`` are the dossiers of relatives with the version each was seen in; ``feiten`` are those of ``end_opvang``.
    Every dossier passes its own gate, so what holds one of them holds all of them, and it is said whom it is about.
    """
    dossiers = {pk: lock_dossier(pk, door=door) for pk in sorted({dossier_id, *samen})}
    familie = familienummers(dossiers.pop(dossier_id))
    end_opvang(door=door, dossier_id=dossier_id, versie=versie, peildatum=peildatum, **feiten)
    for pk, ander in dossiers.items():
        if ander.persoon.v_nummer not in familie:
            raise TermijnPastNiet(_("Kies alleen mensen uit het gezin in dit dossier."))
        try:
            end_opvang(door=door, dossier_id=pk, versie=samen[pk], peildatum=peildatum, **feiten)
        except NormBlokkeert as blok:
            redenen = " ".join(bevinding.uitleg for bevinding in blok.bevindingen)
            raise _niet_voor(ander, redenen) from blok
        except (TermijnPastNiet, Versieconflict) as fout:
            raise _niet_voor(ander, fout.melding) from fout


def _niet_voor(ander: Dossier, waarom: str) -> TermijnPastNiet:
    return TermijnPastNiet(
        _("Voor %(naam)s kan dit niet. %(waarom)s Er is voor niemand van het gezin iets vastgelegd.")
        % {"naam": ander.persoon.volledige_naam, "waarom": waarom}
    )


def _vertrektermijn(**velden: Any) -> Verander:
    return lambda beeld: replace(beeld, vertrektermijn=replace(beeld.vertrektermijn, **velden))


def _opvang(**velden: Any) -> Verander:
    return lambda beeld: replace(beeld, opvang=replace(beeld.opvang, **velden))


def _record_zonder_feit(dossier: Dossier, soort: str, *, door: Medewerker, gegevens: dict[str, Any]) -> None:
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    record_gebeurtenis(soort=soort, onderwerp=dossier, dossier_id=dossier.pk, door=door, gegevens=gegevens)
