"""The shapes of the partner API for a transfer and for a meldplicht: what is asked, and what is sent about it."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from verantwoord.keten.api.vormen import Gegevensdag, InzendingIn, Toelichting, Vorm
from verantwoord.toezicht.keuzes import Gehoord, Reden


class OverplaatsingsantwoordIn(InzendingIn):
    antwoord: Annotated[
        Literal["akkoord", "vraag"], Field(description="Er is een plaats, of u vraagt eerst iets.")
    ]
    toelichting: Annotated[
        str, Field(max_length=2000, description="Bij een vraag: uw vraag. Niets over gezondheid.")
    ] = ""


class OverdrachtsverklaringIn(InzendingIn):
    wat: Annotated[
        str,
        Field(
            min_length=1,
            max_length=2000,
            description="Wat u heeft overgedragen, en aan wie. Niets over gezondheid.",
        ),
    ]


class AankomstIn(InzendingIn):
    aangekomen: bool
    op: Annotated[date, Field(description="De dag van aankomst, of de dag waarop u de persoon verwachtte.")]
    verwacht: Annotated[
        AwareDatetime | None,
        Field(description="Nodig als de persoon niet is aangekomen: vanaf wanneer u die verwachtte."),
    ] = None
    toelichting: Toelichting


PerWeek = Annotated[int, Field(ge=1, le=14, description="Hoe vaak per week; eens per week is de regel.")]


class MeldplichtIn(InzendingIn):
    op: Gegevensdag
    per_week: PerWeek
    reden: Annotated[Toelichting, Field(description="Waarom toezicht bij deze persoon nodig is.")]
    reden_afwijking: Annotated[
        str, Field(max_length=2000, description="Nodig als het niet eens per week is.")
    ] = ""


class FrequentieIn(InzendingIn):
    per_week: PerWeek
    reden: Annotated[Toelichting, Field(description="Waarom dit bij deze persoon past.")]


class MeldplichteindeIn(InzendingIn):
    op: Gegevensdag
    reden: Toelichting


class WeigeringIn(InzendingIn):
    reden: Annotated[Toelichting, Field(description="Waarom u niet doet wat de DT&V vraagt.")]


class MeldmomentIn(InzendingIn):
    op: Gegevensdag
    soort: Annotated[
        Literal["gemeld", "gemist"],
        Field(description="gemist telt nog niet: eerst hoort u de reden."),
    ]
    toelichting: Annotated[str, Field(max_length=2000, description="Niets over gezondheid.")] = ""


class MeldredenIn(InzendingIn):
    op: Gegevensdag
    gehoord: Gehoord
    reden: Reden
    uitkomst: Annotated[Literal["verschoond", "telt"], Field(description="Of de dag telt als niet gemeld.")]
    toelichting: Annotated[
        Toelichting,
        Field(description="Wat u hoorde, of hoe en wanneer u de persoon probeerde te bereiken."),
    ]


class OverplaatsingsstapOut(Vorm):
    soort: str
    organisatie: str
    op: date
    tekst: str


class OverplaatsingOut(Vorm):
    """What the COA must know to give a place, and nothing of why somebody moves."""

    dossier_id: UUID
    naar: Literal["vbl", "gl"]
    locatie: str
    gewenst_op: date
    antwoord_voor: date
    stand: Annotated[
        Literal["gevraagd", "vraag", "akkoord", "overgedragen"],
        Field(
            description="gevraagd: u antwoordt; akkoord: u en de DT&V dragen over; overgedragen: u meldt de aankomst."
        ),
    ]
    met_gezin: Annotated[
        bool, Field(description="Uw antwoord en uw overdracht gelden dan voor het hele gezin.")
    ]
    stappen: list[OverplaatsingsstapOut]


class OverplaatsingenOut(Vorm):
    resultaten: list[OverplaatsingOut]


class MeldverzoekOut(Vorm):
    dossier_id: UUID
    soort: Literal["opleggen", "wijzigen", "beeindigen"]
    reden: str
    per_week: int | None
    gevraagd_op: date
    antwoord_voor: date


class TeHorenOut(Vorm):
    """A day on which somebody did not report; it counts for nothing before the reason was heard."""

    dossier_id: UUID
    op: date
    horen_voor: date | None


class MeldplichtvragenOut(Vorm):
    verzoeken: list[MeldverzoekOut]
    te_horen: list[TeHorenOut]
