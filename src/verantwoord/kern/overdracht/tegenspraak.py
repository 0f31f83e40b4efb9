"""Dates in a message that cannot be, precisely as the contract lists them. The same day is never a contradiction.

What looks odd but happens is not here: an appeal before the decision (premature, Awb 6:10), a parent younger than a child, a
stay or birth after the application, a minor by mark who is adult by birth date.
"""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from verantwoord.kern.dossierbeeld import Aanvraag, Beroep, Besluit, Opvang, Procedure, VoorlopigeVoorziening
from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.typen import geboortegrenzen

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# A date in a message: where it stands and what it is, if it is there.
Plek = tuple[str, date | None]


def tegenspraken(bericht: Overdrachtsbericht, *, nu: datetime) -> Iterator[str]:
    """Give a Dutch sentence for every contradiction, naming the places and no dates; none when all can be."""
    if bericht.verzonden_op > nu:
        yield toekomst()
    yield from volgorde(_paren(bericht))
    verzonden = dag_van(bericht.verzonden_op)
    yield from geboren_na_verzending("persoon.geboortedatum", bericht.persoon.geboortedatum, verzonden)
    for i, lid in enumerate(bericht.persoon.gezin):
        yield from geboren_na_verzending(f"persoon.gezin[{i}].geboortedatum", lid.geboortedatum, verzonden)
    yield from na_verzending(_gebeurd(bericht), verzonden)


def toekomst() -> str:
    return "Veld verzonden_op ligt in de toekomst: controleer de klok van uw systeem en verstuur het bericht opnieuw."


def dag_van(moment: datetime) -> date:
    """Give the calendar day of a moment in the Netherlands."""
    try:
        return moment.astimezone(_AMSTERDAM).date()
    except OverflowError:
        # In the first and last hours of the calendar there is no day in another zone; the day as written is.
        return moment.date()


def volgorde(paren: Iterator[tuple[Plek, Plek]]) -> Iterator[str]:
    """Give a sentence for each pair whose first date lies before its second; a date that is absent contradicts nothing."""
    for (pad, dag), (pad_eerder, eerder) in paren:
        if dag is not None and eerder is not None and dag < eerder:
            yield f"Veld {pad} ligt vóór {pad_eerder}: verbeter de datum die niet klopt en verstuur het bericht opnieuw."


def na_verzending(plekken: Iterator[Plek], verzonden: date) -> Iterator[str]:
    """Give a sentence for each date of something that has happened, but only after the message about it was sent."""
    for pad, dag in plekken:
        if dag is not None and dag > verzonden:
            yield f"Veld {pad} ligt na de dag van verzending: verbeter deze datum of verzonden_op en verstuur het bericht opnieuw."


def geboren_na_verzending(pad: str, geboortedatum: str | None, verzonden: date) -> Iterator[str]:
    """Give a sentence when even the earliest day that a birth date allows lies after the message was sent."""
    if geboortedatum is not None and geboortegrenzen(geboortedatum)[0] > verzonden:
        yield f"Veld {pad} ligt na de dag van verzending: verbeter de geboortedatum en verstuur het bericht opnieuw."


def _paren(bericht: Overdrachtsbericht) -> Iterator[tuple[Plek, Plek]]:
    """Give every two dates of which the first may not lie before the second."""
    procedure = bericht.procedure
    eerste_aanvraag = _vroegste(
        (f"procedure.aanvragen[{i}].ingediend_op", aanvraag.ingediend_op)
        for i, aanvraag in enumerate(procedure.aanvragen)
    )
    for i, aanvraag in enumerate(procedure.aanvragen):
        yield from paren_aanvraag(f"procedure.aanvragen[{i}]", aanvraag)
    for i, besluit in enumerate(procedure.besluiten):
        yield from paren_besluit(f"procedure.besluiten[{i}]", besluit)
        # A terugkeerbesluit, inreisverbod or intrekking may precede an application.
        if besluit.soort in ("afwijzing", "inwilliging"):
            yield (f"procedure.besluiten[{i}].genomen_op", besluit.genomen_op), eerste_aanvraag
    yield from _paren_beroepen(procedure)
    for i, verzoek in enumerate(procedure.voorlopige_voorzieningen):
        yield from paren_voorziening(f"procedure.voorlopige_voorzieningen[{i}]", verzoek)
    for i, grond in enumerate(procedure.verblijfsgronden):
        pad = f"procedure.verblijfsgronden[{i}]"
        yield (f"{pad}.tot", grond.tot), (f"{pad}.van", grond.van)
    yield from _paren_opvang(bericht.opvang)


def _paren_beroepen(procedure: Procedure) -> Iterator[tuple[Plek, Plek]]:
    eerste_besluit = _vroegste(
        (f"procedure.besluiten[{i}].genomen_op", besluit.genomen_op)
        for i, besluit in enumerate(procedure.besluiten)
    )
    yield ("procedure.beroepstermijn_tot", procedure.beroepstermijn_tot), eerste_besluit
    for i, beroep in enumerate(procedure.beroepen):
        yield from paren_beroep(f"procedure.beroepen[{i}]", beroep)


def paren_aanvraag(pad: str, aanvraag: Aanvraag) -> Iterator[tuple[Plek, Plek]]:
    ingediend = (f"{pad}.ingediend_op", aanvraag.ingediend_op)
    yield (f"{pad}.beslist_op", aanvraag.beslist_op), ingediend
    yield (f"{pad}.ingetrokken_op", aanvraag.ingetrokken_op), ingediend


def paren_besluit(pad: str, besluit: Besluit) -> Iterator[tuple[Plek, Plek]]:
    yield (f"{pad}.bekendgemaakt_op", besluit.bekendgemaakt_op), (f"{pad}.genomen_op", besluit.genomen_op)


def paren_beroep(pad: str, beroep: Beroep) -> Iterator[tuple[Plek, Plek]]:
    ingesteld = (f"{pad}.ingesteld_op", beroep.ingesteld_op)
    uitspraak = (f"{pad}.uitspraak_op", beroep.uitspraak_op)
    zitting = (f"{pad}.zitting_op", beroep.zitting_op)
    yield uitspraak, ingesteld
    yield zitting, ingesteld
    yield (f"{pad}.zitting_bekend_op", beroep.zitting_bekend_op), ingesteld
    yield (f"{pad}.bekendgemaakt_op", beroep.bekendgemaakt_op), uitspraak
    yield uitspraak, zitting


def paren_voorziening(pad: str, verzoek: VoorlopigeVoorziening) -> Iterator[tuple[Plek, Plek]]:
    gevraagd = (f"{pad}.gevraagd_op", verzoek.gevraagd_op)
    yield (f"{pad}.beslist_op", verzoek.beslist_op), gevraagd
    yield (f"{pad}.tot", verzoek.tot), gevraagd


def _paren_opvang(opvang: Opvang) -> Iterator[tuple[Plek, Plek]]:
    for i, verblijf in enumerate(opvang.verblijfplaatsen):
        pad = f"opvang.verblijfplaatsen[{i}]"
        yield (f"{pad}.tot", verblijf.tot), (f"{pad}.van", verblijf.van)
    for i, verlenging in enumerate(opvang.verlengingen):
        pad = f"opvang.verlengingen[{i}]"
        gevraagd = (f"{pad}.gevraagd_op", verlenging.gevraagd_op)
        yield (f"{pad}.coa_besloten_op", verlenging.coa_besloten_op), gevraagd
        yield (f"{pad}.tot", verlenging.tot), gevraagd


def _gebeurd(bericht: Overdrachtsbericht) -> Iterator[Plek]:
    """Give every date of something recorded as done. A planned date (hearing, end of a period, publication) may lie later."""
    procedure, opvang = bericht.procedure, bericht.opvang
    for i, aanvraag in enumerate(procedure.aanvragen):
        yield from gebeurd_aanvraag(f"procedure.aanvragen[{i}]", aanvraag)
    for i, besluit in enumerate(procedure.besluiten):
        yield f"procedure.besluiten[{i}].genomen_op", besluit.genomen_op
    for i, beroep in enumerate(procedure.beroepen):
        yield from gebeurd_beroep(f"procedure.beroepen[{i}]", beroep)
    for i, verzoek in enumerate(procedure.voorlopige_voorzieningen):
        yield from gebeurd_voorziening(f"procedure.voorlopige_voorzieningen[{i}]", verzoek)
    for i, verlenging in enumerate(opvang.verlengingen):
        yield f"opvang.verlengingen[{i}].gevraagd_op", verlenging.gevraagd_op
        yield f"opvang.verlengingen[{i}].coa_besloten_op", verlenging.coa_besloten_op
    for i, toets in enumerate(opvang.ferreira):
        yield f"opvang.ferreira[{i}].getoetst_op", toets.getoetst_op
    yield "schrijnend_getoetst_op", bericht.schrijnend_getoetst_op


def gebeurd_aanvraag(pad: str, aanvraag: Aanvraag) -> Iterator[Plek]:
    yield f"{pad}.ingediend_op", aanvraag.ingediend_op
    yield f"{pad}.ingetrokken_op", aanvraag.ingetrokken_op
    yield f"{pad}.beslist_op", aanvraag.beslist_op


def gebeurd_beroep(pad: str, beroep: Beroep) -> Iterator[Plek]:
    yield f"{pad}.ingesteld_op", beroep.ingesteld_op
    yield f"{pad}.zitting_bekend_op", beroep.zitting_bekend_op
    yield f"{pad}.uitspraak_op", beroep.uitspraak_op


def gebeurd_voorziening(pad: str, verzoek: VoorlopigeVoorziening) -> Iterator[Plek]:
    yield f"{pad}.gevraagd_op", verzoek.gevraagd_op
    yield f"{pad}.beslist_op", verzoek.beslist_op


def _vroegste(plekken: Iterator[Plek]) -> Plek:
    """Find the earliest of these dates with its place; an absent date when there are none."""
    return min(plekken, key=lambda plek: plek[1] or date.max, default=("", None))
