"""Dates in a procedure message that cannot be, by the same rules as in a transfer message."""

from collections.abc import Iterator
from datetime import datetime

from verantwoord.kern.dossierbeeld import Beroep
from verantwoord.kern.overdracht import tegenspraak
from verantwoord.kern.overdracht.procedurebericht import (
    Artikel64Besluit,
    BeroepIngesteld,
    BesluitGenomen,
    Gebeurtenis,
    Intrekking,
    NieuweAanvraag,
    Procedurebericht,
    Uitspraak,
    VoorzieningGevraagdOfBeslist,
    ZittingBepaald,
)
from verantwoord.kern.overdracht.tegenspraak import Plek

_PAD = "gebeurtenis"


def tegenspraken_procedure(bericht: Procedurebericht, *, nu: datetime) -> Iterator[str]:
    """Give a Dutch sentence for every contradiction, naming the places and no dates; none when all can be."""
    if bericht.verzonden_op > nu:
        yield tegenspraak.toekomst()
    yield from tegenspraak.volgorde(_paren(bericht.gebeurtenis))
    verzonden = tegenspraak.dag_van(bericht.verzonden_op)
    yield from tegenspraak.geboren_na_verzending("geboortedatum", bericht.geboortedatum, verzonden)
    yield from tegenspraak.na_verzending(_gebeurd(bericht.gebeurtenis), verzonden)


def _paren(gebeurtenis: Gebeurtenis) -> Iterator[tuple[Plek, Plek]]:
    """Give every two dates of which the first may not lie before the second."""
    match gebeurtenis:
        case BeroepIngesteld() | ZittingBepaald() | Uitspraak():
            yield from tegenspraak.paren_beroep(_PAD, _als_beroep(gebeurtenis))
        case BesluitGenomen(besluit=besluit):
            pad = f"{_PAD}.besluit"
            genomen = (f"{pad}.genomen_op", besluit.genomen_op)
            yield from tegenspraak.paren_besluit(pad, besluit)
            yield (f"{_PAD}.beroepstermijn_tot", gebeurtenis.beroepstermijn_tot), genomen
            if besluit.soort in ("afwijzing", "inwilliging"):
                yield genomen, (f"{_PAD}.aanvraag_ingediend_op", gebeurtenis.aanvraag_ingediend_op)
        case Artikel64Besluit():
            yield (
                (f"{_PAD}.besloten_op", gebeurtenis.besloten_op),
                (f"{_PAD}.aangevraagd_op", gebeurtenis.aangevraagd_op),
            )
            yield (f"{_PAD}.tot", gebeurtenis.tot), (f"{_PAD}.van", gebeurtenis.van)
        case VoorzieningGevraagdOfBeslist(voorziening=voorziening):
            yield from tegenspraak.paren_voorziening(f"{_PAD}.voorziening", voorziening)
        case Intrekking():
            yield (
                (f"{_PAD}.ingetrokken_op", gebeurtenis.ingetrokken_op),
                (f"{_PAD}.begonnen_op", gebeurtenis.begonnen_op),
            )
        case NieuweAanvraag():
            pass


def _gebeurd(gebeurtenis: Gebeurtenis) -> Iterator[Plek]:
    """Give every date of something recorded as done; a planned date may lie later."""
    match gebeurtenis:
        case BeroepIngesteld(tegen_besluit_van=besluit_van):
            yield from tegenspraak.gebeurd_beroep(_PAD, _als_beroep(gebeurtenis))
            yield f"{_PAD}.tegen_besluit_van", besluit_van
        case ZittingBepaald() | Uitspraak():
            yield from tegenspraak.gebeurd_beroep(_PAD, _als_beroep(gebeurtenis))
        case BesluitGenomen(besluit=besluit):
            yield f"{_PAD}.besluit.genomen_op", besluit.genomen_op
            yield f"{_PAD}.aanvraag_ingediend_op", gebeurtenis.aanvraag_ingediend_op
        case Artikel64Besluit():
            yield f"{_PAD}.besloten_op", gebeurtenis.besloten_op
            yield f"{_PAD}.aangevraagd_op", gebeurtenis.aangevraagd_op
        case VoorzieningGevraagdOfBeslist(voorziening=voorziening):
            yield from tegenspraak.gebeurd_voorziening(f"{_PAD}.voorziening", voorziening)
            yield f"{_PAD}.ingesteld_op", gebeurtenis.ingesteld_op
        case NieuweAanvraag():
            yield f"{_PAD}.ingediend_op", gebeurtenis.ingediend_op
        case Intrekking():
            yield f"{_PAD}.begonnen_op", gebeurtenis.begonnen_op
            yield f"{_PAD}.ingetrokken_op", gebeurtenis.ingetrokken_op


def _als_beroep(gebeurtenis: BeroepIngesteld | ZittingBepaald | Uitspraak) -> Beroep:
    """Write what the event says of its appeal, so that the rules of the transfer message judge it."""
    match gebeurtenis:
        case ZittingBepaald():
            return Beroep(
                ingesteld_op=gebeurtenis.ingesteld_op,
                zitting_bekend_op=gebeurtenis.zitting_bekend_op,
                zitting_op=gebeurtenis.zitting_op,
            )
        case Uitspraak():
            return Beroep(
                ingesteld_op=gebeurtenis.ingesteld_op,
                uitspraak_op=gebeurtenis.uitspraak_op,
                bekendgemaakt_op=gebeurtenis.bekendgemaakt_op,
            )
        case BeroepIngesteld():
            return Beroep(ingesteld_op=gebeurtenis.ingesteld_op)
