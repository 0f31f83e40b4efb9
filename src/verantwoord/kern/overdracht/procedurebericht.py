"""The procedure message: what happened in the procedure of a person whose file is at DT&V already.

One message, one event. The head is that of a transfer message; the person is named by two facts, v-nummer and birth date,
because a message linked to the wrong person can take away a protection. An event names what it is about (an appeal, a request)
by the kind and the day it began, so that it says enough even when the message before it never arrived.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta

from verantwoord.kern.dossierbeeld import Besluit, Deel, VoorlopigeVoorziening
from verantwoord.kern.overdracht.bericht import Afzender, BerichtId, Volgnummer, check_envelop
from verantwoord.kern.typen import Geboortedatum, VNummer, check_geboortedatum, check_patronen

SoortBeroep = Literal["beroep", "hoger_beroep"]


class BeroepIngesteld(Deel, frozen=True, kw_only=True, tag_field="soort", tag="beroep_ingesteld"):
    """An appeal or further appeal was lodged."""

    beroep: SoortBeroep = "beroep"
    ingesteld_op: date
    tegen_besluit_van: Annotated[date, Meta(description="genomen_op van het besluit")] | None = None


class ZittingBepaald(Deel, frozen=True, kw_only=True, tag_field="soort", tag="zitting_bepaald"):
    """The court set a hearing, or let know that it rules without one."""

    beroep: SoortBeroep = "beroep"
    ingesteld_op: Annotated[date, Meta(description="dag waarop dit beroep is ingesteld")]
    zitting_bekend_op: date
    zitting_op: date | None = None
    zonder_zitting: bool = False

    def __post_init__(self) -> None:
        if self.zonder_zitting == (self.zitting_op is not None):
            raise ValueError("geef zitting_op, of zonder_zitting true, een van de twee")


class Uitspraak(Deel, frozen=True, kw_only=True, tag_field="soort", tag="uitspraak"):
    """The court ruled on an appeal. An appeal that was taken back is an ``intrekking``."""

    beroep: SoortBeroep = "beroep"
    ingesteld_op: Annotated[date, Meta(description="dag waarop dit beroep is ingesteld")]
    uitspraak_op: date
    bekendgemaakt_op: date | None = None
    uitkomst: Literal["deels_gegrond", "gegrond", "niet_ontvankelijk", "ongegrond"]


class BesluitGenomen(Deel, frozen=True, kw_only=True, tag_field="soort", tag="besluit"):
    """A decision was taken, with or without a terugkeerbesluit in it."""

    besluit: Besluit
    aanvraag_ingediend_op: (
        Annotated[date, Meta(description="dag waarop de aanvraag is ingediend waarop dit besluit gaat")]
        | None
    ) = None
    beroepstermijn_tot: date | None = None


class Artikel64Besluit(Deel, frozen=True, kw_only=True, tag_field="soort", tag="artikel64_besluit"):
    """Whether departure is postponed on medical grounds (Vw 2000 art. 64). It carries the answer, never a diagnosis."""

    besluit: Literal["afgewezen", "toegekend", "voorlopig_uitstel"]
    besloten_op: date
    aangevraagd_op: Annotated[date, Meta(description="niet ingevuld: ambtshalve")] | None = None
    van: date | None = None
    tot: date | None = None

    def __post_init__(self) -> None:
        if (self.besluit == "afgewezen") != (self.van is None):
            raise ValueError("geef van bij uitstel van vertrek, en laat van weg bij een afwijzing")
        if self.van is None and self.tot is not None:
            raise ValueError("geef tot alleen samen met van")


class VoorzieningGevraagdOfBeslist(
    Deel, frozen=True, kw_only=True, tag_field="soort", tag="voorlopige_voorziening"
):
    """A provisional measure was asked for or decided on."""

    voorziening: VoorlopigeVoorziening
    beroep: SoortBeroep = "beroep"
    ingesteld_op: (
        Annotated[date, Meta(description="dag waarop het beroep is ingesteld waarbij dit verzoek hoort")]
        | None
    ) = None


class NieuweAanvraag(Deel, frozen=True, kw_only=True, tag_field="soort", tag="nieuwe_aanvraag"):
    """A new application was lodged; what it suspends is for the norms."""

    aanvraag: Literal["asiel", "medische_behandeling", "opvolgend_asiel", "regulier"]
    ingediend_op: date


class Intrekking(Deel, frozen=True, kw_only=True, tag_field="soort", tag="intrekking"):
    """The person took back an application or appeal, or the authority its terugkeerbesluit."""

    van: Literal["aanvraag", "beroep", "hoger_beroep", "terugkeerbesluit", "voorlopige_voorziening"]
    begonnen_op: Annotated[
        date, Meta(description="ingediend_op, ingesteld_op, genomen_op of gevraagd_op van wat is ingetrokken")
    ]
    ingetrokken_op: date
    schriftelijk: bool = False


Gebeurtenis = (
    BeroepIngesteld
    | ZittingBepaald
    | Uitspraak
    | BesluitGenomen
    | Artikel64Besluit
    | VoorzieningGevraagdOfBeslist
    | NieuweAanvraag
    | Intrekking
)


class Procedurebericht(Deel, frozen=True, kw_only=True):
    """One event in the procedure of one person, sent by IND, AVIM or KMar."""

    schema: Literal["verantwoord.procedurebericht/1"]
    bericht_id: BerichtId
    volgnummer: Volgnummer
    verzonden_op: datetime
    afzender: Afzender
    v_nummer: VNummer
    geboortedatum: Geboortedatum
    gebeurtenis: Gebeurtenis

    def __post_init__(self) -> None:
        check_envelop(bericht_id=self.bericht_id, volgnummer=self.volgnummer, verzonden_op=self.verzonden_op)
        check_patronen(self.v_nummer)
        check_geboortedatum(self.geboortedatum)
