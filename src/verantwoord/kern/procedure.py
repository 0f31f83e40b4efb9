"""What a procedure event adds to the facts of a dossier."""

from functools import singledispatch
from typing import Any

import msgspec

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.overdracht import procedurebericht as p
from verantwoord.kern.samenvoegen import voeg_samen


def verwerk(beeld: d.Dossierbeeld, gebeurtenis: p.Gebeurtenis) -> d.Dossierbeeld:
    """Give the facts with this event in them.

    What the event says replaces what was said before of the same appeal, request or decision; what it leaves open
    stays. An event about something unknown adds that something, because it says enough to stand by itself.
    """
    return _verwerk(gebeurtenis, beeld)


@singledispatch
def _verwerk(gebeurtenis: Any, _beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    raise TypeError(f"no such event: {type(gebeurtenis).__name__}")


def _met(beeld: d.Dossierbeeld, **procedure: Any) -> d.Dossierbeeld:
    erbij = msgspec.structs.replace(
        beeld,
        overdracht=msgspec.structs.replace(beeld.overdracht, documenten=()),
        persoon=d.Persoon(v_nummer=beeld.persoon.v_nummer),
        procedure=d.Procedure(**procedure),
        opvang=d.Opvang(),
    )
    return voeg_samen(beeld, erbij)


@_verwerk.register
def _(g: p.BeroepIngesteld, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    return _met(beeld, beroepen=(d.Beroep(soort=g.beroep, ingesteld_op=g.ingesteld_op),))


@_verwerk.register
def _(g: p.ZittingBepaald, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    zitting = d.Beroep(
        soort=g.beroep,
        ingesteld_op=g.ingesteld_op,
        zitting_bekend_op=g.zitting_bekend_op,
        zitting_op=g.zitting_op,
        zonder_zitting=g.zonder_zitting,
    )
    return _met(beeld, beroepen=(zitting,))


@_verwerk.register
def _(g: p.Uitspraak, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    uitspraak = d.Beroep(
        soort=g.beroep,
        ingesteld_op=g.ingesteld_op,
        uitspraak_op=g.uitspraak_op,
        bekendgemaakt_op=g.bekendgemaakt_op,
        uitkomst=g.uitkomst,
    )
    return _met(beeld, beroepen=(uitspraak,))


@_verwerk.register
def _(g: p.BesluitGenomen, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    aanvragen = tuple(
        msgspec.structs.replace(
            a, beslist_op=g.besluit.genomen_op, inwilliging=g.besluit.soort == "inwilliging"
        )
        for a in beeld.procedure.aanvragen
        if a.ingediend_op == g.aanvraag_ingediend_op and g.besluit.soort in {"afwijzing", "inwilliging"}
    )
    return _met(beeld, besluiten=(g.besluit,), aanvragen=aanvragen, beroepstermijn_tot=g.beroepstermijn_tot)


def laat_uitstel_staan(gebeurtenis: p.Gebeurtenis, beeld: d.Dossierbeeld) -> bool:
    """Tell whether this refuses another request while a postponement that was granted still runs: that one stays.

    A provisional postponement is another matter: it lasts until the decision it waits for.
    """
    if not isinstance(gebeurtenis, p.Artikel64Besluit) or gebeurtenis.besluit != "afgewezen":
        return False
    tot = beeld.medisch.art64_tot
    return beeld.medisch.art64_besluit == "toegekend" and (tot is None or tot >= gebeurtenis.besloten_op)


@_verwerk.register
def _(g: p.Artikel64Besluit, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    if laat_uitstel_staan(g, beeld):
        return beeld
    aangevraagd = {"art64_aangevraagd_op": g.aangevraagd_op} if g.aangevraagd_op else {}
    medisch = msgspec.structs.replace(
        beeld.medisch, art64_besluit=g.besluit, art64_van=g.van, art64_tot=g.tot, **aangevraagd
    )
    return msgspec.structs.replace(beeld, medisch=medisch)


@_verwerk.register
def _(g: p.VoorzieningGevraagdOfBeslist, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    return _met(beeld, voorlopige_voorzieningen=(g.voorziening,))


@_verwerk.register
def _(g: p.NieuweAanvraag, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    return _met(beeld, aanvragen=(d.Aanvraag(soort=g.aanvraag, ingediend_op=g.ingediend_op),))


@_verwerk.register
def _(g: p.Intrekking, beeld: d.Dossierbeeld) -> d.Dossierbeeld:
    if g.van == "aanvraag":
        ingetrokken = tuple(
            msgspec.structs.replace(
                a, ingetrokken_op=g.ingetrokken_op, schriftelijk_ingetrokken=g.schriftelijk
            )
            for a in beeld.procedure.aanvragen
            if a.ingediend_op == g.begonnen_op
        )
        return _met(beeld, aanvragen=ingetrokken)
    if g.van in {"beroep", "hoger_beroep"}:
        # The day of withdrawal governs from when the appeal counts as withdrawn, as the day of a judgment would.
        beroep = d.Beroep(
            soort=g.van, ingesteld_op=g.begonnen_op, uitkomst="ingetrokken", uitspraak_op=g.ingetrokken_op
        )
        return _met(beeld, beroepen=(beroep,))
    if g.van == "voorlopige_voorziening":
        verzoek = d.VoorlopigeVoorziening(
            gevraagd_op=g.begonnen_op, toegewezen=False, beslist_op=g.ingetrokken_op
        )
        return _met(beeld, voorlopige_voorzieningen=(verzoek,))
    # Format 1 has no field for the withdrawal of a terugkeerbesluit; the dossier sets the decision itself apart.
    return beeld
