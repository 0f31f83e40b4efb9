"""The shapes of the partner API: names in lowerCamelCase, and what is not named is refused or absent."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from verantwoord.kern.antwoord import Fase
from verantwoord.kern.antwoordvormen import JaNee, Opvanggrond, Redencode
from verantwoord.ondersteuning.keuzes import Uitkomst
from verantwoord.overleg.keuzes import Oordeel
from verantwoord.vertrek.keuzes import Nagevraagd

Toelichting = Annotated[
    str, Field(min_length=1, max_length=2000, description="Leesbare tekst, zonder opmaak.")
]
Gegevensdag = Annotated[date, Field(description="JJJJ-MM-DD")]


class Vorm(BaseModel):
    # Not Ninja's own Schema: that reads an answer once more and forgets which fields were never filled in.
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


# What a partner reads. A field that this partner does not get is absent; ``null`` means that it is not known.


class Antwoordvorm(Vorm):
    """One answer: from which day it holds, when it was written down and which earlier one it puts right."""

    antwoord_id: int
    geldig_vanaf: date
    vastgelegd_op: datetime
    correctie_van: int | None


class IdentiteitOut(Antwoordvorm):
    v_nummer: str | None = None
    naam: str | None = None
    talen: list[str] | None = None


class OpvangrechtOut(Antwoordvorm):
    recht: JaNee | None = None
    categorie: Opvanggrond | None = None
    einddatum: date | None = None
    redencode: Redencode | None = None


class OpvangverzoekOut(Antwoordvorm):
    gevraagd_op: date | None = None
    reden: str | None = None


class ReisgeschiktheidOut(Antwoordvorm):
    geschikt: Literal["ja", "nee", "met_voorwaarden", "onbekend"] | None = None
    tot: date | None = None
    begeleiding: JaNee | None = None


class MensenhandelOut(Antwoordvorm):
    vertrek_ligt_stil: bool | None = None
    tot: date | None = None
    antwoord_gevraagd_op: Annotated[
        date | None, Field(description="Sinds wanneer op het antwoord van de politie wordt gewacht.")
    ] = None


class ToetsingenOut(Vorm):
    medisch: bool
    buiten_schuld: bool
    schrijnend: bool
    mensenhandel: bool


class StapOut(Vorm):
    eigenaar: str
    uiterlijk: date | None
    gereed_op: date | None


class StappenOut(Antwoordvorm):
    fase: Fase | None = None
    toetsingen: ToetsingenOut | None = None
    stappen: list[StapOut] | None = None


class OpdrachtOut(Vorm):
    omschrijving: str
    uiterlijk: date | None
    gereed_op: date | None


class OpdrachtenOut(Antwoordvorm):
    opdrachten: list[OpdrachtOut] | None = None


class ToezichtOut(Antwoordvorm):
    meldplicht: bool | None = None
    per_week: int | None = None
    in_bewaring: bool | None = None


class AfwezigheidOut(Antwoordvorm):
    laatst_gezien_op: date | None = None
    sinds: date | None = None
    gecontroleerd_op: date | None = None
    bericht_gegeven: bool | None = None
    nodig: Literal["controle", "bericht"] | None = None


class VertrekOut(Antwoordvorm):
    soort: Literal["gedwongen", "zelfstandig"] | None = None
    gepland_op: date | None = None
    land: str | None = None
    begeleiding_kmar: bool | None = None


class BetwistOut(Vorm):
    """Something of which the person says that it is not right; it goes along until somebody decided."""

    onderwerp: Annotated[str, Field(description="Waar het over gaat, als pad in het dossierbeeld.")]
    sinds: Gegevensdag


class ZaakOut(Vorm):
    """One case with the answers that are this partner's; an answer that is not there was never given, or is not theirs."""

    dossier_id: UUID
    identiteit: IdentiteitOut | None = None
    opvangrecht: OpvangrechtOut | None = None
    opvangverzoek: OpvangverzoekOut | None = None
    reisgeschiktheid: ReisgeschiktheidOut | None = None
    mensenhandel: MensenhandelOut | None = None
    stappen: StappenOut | None = None
    opdrachten: OpdrachtenOut | None = None
    toezicht: ToezichtOut | None = None
    afwezigheid: AfwezigheidOut | None = None
    vertrek: VertrekOut | None = None
    hulpvragen: Annotated[
        list[str] | None,
        Field(description="Wat de DT&V u met een verwijzing vraagt, in zijn woorden. Alleen bij één zaak."),
    ] = None
    betwist: Annotated[
        list[BetwistOut] | None,
        Field(description="Wat volgens de persoon zelf niet klopt. Afwezig: er is niets betwist."),
    ] = None


class ZaaklijstOut(Vorm):
    resultaten: list[ZaakOut]
    volgende: Annotated[
        str | None, Field(description="Geef dit mee als na= voor de rest; null: er is niet meer.")
    ]


class ZaaklijstZonderVervolgOut(Vorm):
    resultaten: list[ZaakOut]


AntwoordOut = (
    IdentiteitOut
    | OpvangrechtOut
    | OpvangverzoekOut
    | ReisgeschiktheidOut
    | MensenhandelOut
    | StappenOut
    | OpdrachtenOut
    | ToezichtOut
    | AfwezigheidOut
    | VertrekOut
)
Antwoordsoort = Literal[
    "identiteit",
    "opvangrecht",
    "opvangverzoek",
    "reisgeschiktheid",
    "mensenhandel",
    "stappen",
    "opdrachten",
    "toezicht",
    "afwezigheid",
    "vertrek",
]
VORMEN: dict[str, type[Antwoordvorm]] = {
    "identiteit": IdentiteitOut,
    "opvangrecht": OpvangrechtOut,
    "opvangverzoek": OpvangverzoekOut,
    "reisgeschiktheid": ReisgeschiktheidOut,
    "mensenhandel": MensenhandelOut,
    "stappen": StappenOut,
    "opdrachten": OpdrachtenOut,
    "toezicht": ToezichtOut,
    "afwezigheid": AfwezigheidOut,
    "vertrek": VertrekOut,
}


class AntwoordregelOut(Vorm):
    """An answer outside its case: which case it is about and of what sort it is."""

    dossier_id: UUID
    soort: Antwoordsoort
    antwoord: AntwoordOut


class AntwoordlijstOut(Vorm):
    resultaten: list[AntwoordregelOut]
    volgende: Annotated[
        int | None, Field(description="Geef dit mee als na= voor de rest; null: er is niet meer.")
    ]


# What a partner asks and sends.


class ZoekvraagIn(Vorm):
    """Nothing about a person stands in an address, so a question goes in the body."""

    vraag: Annotated[str, Field(min_length=3, max_length=200, description="Een naam of een v-nummer.")]


class OntvangstIn(Vorm):
    antwoord_ids: Annotated[list[int], Field(min_length=1, max_length=500)]


class OntvangstOut(Vorm):
    bevestigd: Annotated[int, Field(description="Hoeveel er nu voor het eerst zijn bevestigd.")]


class InzendingIn(Vorm):
    """Every message has an id of its sender: sent twice it counts once."""

    bericht_id: Annotated[UUID, Field(description="Door u gekozen, nieuw voor elk bericht.")]


class AfwezigheidIn(InzendingIn):
    laatst_gezien_op: Gegevensdag
    toelichting: Toelichting


class AanwezigheidIn(InzendingIn):
    op: Gegevensdag
    toelichting: Toelichting


class ControleIn(InzendingIn):
    op: Gegevensdag
    aangetroffen: bool
    nagevraagd: Annotated[
        list[Nagevraagd],
        Field(
            max_length=len(Nagevraagd),
            description="Waar is nagevraagd; nodig als de persoon niet is aangetroffen.",
        ),
    ] = []
    toelichting: Annotated[str, Field(max_length=2000)] = ""


class VertrekberichtIn(InzendingIn):
    kenmerk: Annotated[str, Field(min_length=1, max_length=200)]
    op: Gegevensdag


class OpvangbesluitIn(InzendingIn):
    besluit: Literal["akkoord", "geweigerd"]
    tot: Annotated[date | None, Field(description="Nodig bij akkoord: tot en met welke dag.")] = None
    toelichting: Toelichting


class BetwistingIn(InzendingIn):
    toelichting: Toelichting


class VerwijzingsantwoordIn(InzendingIn):
    antwoord: Annotated[
        Literal["neemt_op", "weigert"] | Uitkomst,
        Field(description="Aan de slag, niet kunnen helpen, of wat ervan is gekomen."),
    ]
    toelichting: Toelichting


class AfrondingIn(InzendingIn):
    nummer: Annotated[int, Field(ge=0, le=1000, description="De plaats van de opdracht, vanaf 0.")]
    gereed_op: Gegevensdag


class ZorgIn(InzendingIn):
    moment: Literal["buiten_schuld", "medisch", "mensenhandel", "schrijnend"]
    gezien_op: Gegevensdag
    toelichting: Toelichting


class PolitieantwoordIn(InzendingIn):
    op: Gegevensdag
    uitkomst: Literal["bedenktijd", "aangifte", "geen_vervolg"]
    kenmerk: Annotated[str, Field(max_length=200)] = ""
    toelichting: Annotated[str, Field(max_length=2000, description="Niets over het onderzoek zelf.")] = ""


class StandpuntIn(InzendingIn):
    oordeel: Oordeel
    motivering: Annotated[str, Field(min_length=1, max_length=4000)]
    versie: Annotated[int, Field(ge=0, le=10_000)] = 0


class StemIn(InzendingIn):
    oordeel: Oordeel
    motivering: Annotated[str, Field(max_length=4000, description="Nodig als het geen akkoord is.")] = ""


class OverlegafrondingIn(InzendingIn):
    gereed_op: Gegevensdag


class AgendapuntOut(Vorm):
    agendapunt_id: UUID
    datum: date
    onderwerp: str
    vraag: str
    voorstel: str
    dossier_ids: list[UUID]
    stemmen_tot: date | None = None


class OverlegactieOut(Vorm):
    actie_id: UUID
    agendapunt_id: UUID
    omschrijving: str
    uiterlijk: date | None
    dossier_ids: list[UUID]


class OverlegvragenOut(Vorm):
    standpunten: list[AgendapuntOut]
    stemmen: list[AgendapuntOut]
    acties: list[OverlegactieOut]


class InzendingOut(Vorm):
    """What became of the message: opgenomen, dubbel or quarantaine, and why."""

    bericht_id: UUID
    status: Literal["opgenomen", "dubbel", "quarantaine"]
    reden: str | None
    uitleg: str
