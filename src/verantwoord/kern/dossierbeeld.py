"""All facts of one dossier that the norms read: the types behind ``dossierbeeld.schema.json``.

The published schema is generated from these types and a test compares the two. A comment stands above a
type instead of a docstring, because a docstring would end up in the schema. Everything is immutable; a
fact that is not recorded is ``None`` or empty, never a comfortable value.
"""

from datetime import date, datetime
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from verantwoord.kern.lezen import lees
from verantwoord.kern.typen import (
    Dossiernummer,
    Geboortedatum,
    Kort,
    Landcode,
    Taalcode,
    Tekst,
    VNummer,
    check_geboortedatum,
    check_moment,
    check_patronen,
)

FORMAAT: Final = "verantwoord.dossierbeeld/1"

Artikel8Grond = Annotated[str, Meta(pattern="^8[a-l]$", description="Vw 2000 artikel 8, onderdeel")]
Moment = Literal["buiten_schuld", "medisch", "mensenhandel", "schrijnend"]
Partner = Literal["avim", "coa", "dtv", "ind", "kmar"]
Onderwerp = Literal[
    "afspraken", "gevolgen", "opties", "procedure", "toetsingsmomenten", "wensen_belemmeringen"
]
Ondersteuning = Literal["derde_land", "dia", "dtv_bijdrage", "iom_avrr", "iom_rean", "ngo"]


# gc=False: a frozen tree of facts cannot form a cycle, so the garbage collector need not look at it.
class Deel(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    pass


class Overdracht(Deel, frozen=True, kw_only=True):
    afzender: Literal["avim", "ind", "kmar"]
    ontvangen_op: date
    documenten: tuple[Kort, ...] = ()
    ingetrokken_op: date | None = None


class Naam(Deel, frozen=True, kw_only=True):
    achternaam: Kort
    voornamen: Annotated[str, Meta(max_length=200)] = ""
    tussenvoegsel: Annotated[str, Meta(max_length=50)] = ""


class Gezinslid(Deel, frozen=True, kw_only=True):
    relatie: Literal["broer_zus", "kind", "ouder", "overig", "partner"]
    v_nummer: VNummer | None = None
    geboortedatum: Geboortedatum | None = None
    meereizend: bool = True

    def __post_init__(self) -> None:
        check_patronen(self.v_nummer, veld="v_nummer")
        if self.geboortedatum is not None:
            check_geboortedatum(self.geboortedatum)


class Persoon(Deel, frozen=True, kw_only=True):
    v_nummer: VNummer
    naam: Naam | None = None
    geboortedatum: Geboortedatum | None = None
    geslacht: Literal["man", "onbekend", "vrouw", "x"] = "onbekend"
    nationaliteiten: tuple[Landcode, ...] = ()
    talen: tuple[Taalcode, ...] = ()
    amv: Annotated[bool, Meta(description="alleenstaande minderjarige vreemdeling")] = False
    voogd: Kort | None = None
    gemachtigde: Kort | None = None
    adequate_opvang_bewijs: Kort | None = None
    gezin: tuple[Gezinslid, ...] = ()

    def __post_init__(self) -> None:
        check_patronen(self.v_nummer, veld="v_nummer")
        check_patronen(*self.nationaliteiten, veld="nationaliteiten")
        check_patronen(*self.talen, veld="talen")
        if self.geboortedatum is not None:
            check_geboortedatum(self.geboortedatum)


class Aanvraag(Deel, frozen=True, kw_only=True):
    soort: Literal["asiel", "medische_behandeling", "opvolgend_asiel", "regulier"]
    ingediend_op: date
    ingetrokken_op: date | None = None
    schriftelijk_ingetrokken: bool = False
    beslist_op: date | None = None
    inwilliging: bool | None = None


class Besluit(Deel, frozen=True, kw_only=True):
    soort: Literal["afwijzing", "inreisverbod", "intrekking", "inwilliging", "terugkeerbesluit"]
    genomen_op: date
    bekendgemaakt_op: date | None = None
    terugkeerbesluit: bool = False
    land_van_terugkeer: Landcode | None = None
    vertrektermijn_dagen: Annotated[int, Meta(ge=0, le=365)] | None = None
    grond_verkorting: (
        Literal[
            "kennelijk_ongegrond_of_onjuiste_gegevens",
            "onttrekkingsrisico",
            "openbare_orde_of_nationale_veiligheid",
        ]
        | None
    ) = None
    kenmerk: Kort | None = None
    schorsende_werking: bool | None = None

    def __post_init__(self) -> None:
        check_patronen(self.land_van_terugkeer, veld="land_van_terugkeer")


class Beroep(Deel, frozen=True, kw_only=True):
    soort: Literal["beroep", "hoger_beroep"] = "beroep"
    ingesteld_op: date
    zitting_bekend_op: date | None = None
    zitting_op: date | None = None
    zonder_zitting: bool = False
    uitspraak_op: date | None = None
    bekendgemaakt_op: date | None = None
    uitkomst: Literal["deels_gegrond", "gegrond", "ingetrokken", "niet_ontvankelijk", "ongegrond"] | None = (
        None
    )


class VoorlopigeVoorziening(Deel, frozen=True, kw_only=True):
    gevraagd_op: date
    toegewezen: bool | None = None
    beslist_op: date | None = None
    tot: date | None = None


class Verblijfsgrond(Deel, frozen=True, kw_only=True):
    grond: Artikel8Grond
    van: date
    tot: date | None = None

    def __post_init__(self) -> None:
        check_patronen(self.grond, veld="grond")


class Procedure(Deel, frozen=True, kw_only=True):
    aanvragen: tuple[Aanvraag, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    beroepstermijn_tot: date | None = None
    beroepen: tuple[Beroep, ...] = ()
    voorlopige_voorzieningen: tuple[VoorlopigeVoorziening, ...] = ()
    verblijfsgronden: tuple[Verblijfsgrond, ...] = ()


class Vertrektermijn(Deel, frozen=True, kw_only=True):
    startgebeurtenis: (
        Literal[
            "beroepstermijn_verstreken",
            "besluit_zonder_schorsende_werking",
            "einde_uitstel",
            "intrekking_aanvraag",
            "uitspraak_ongegrond",
        ]
        | None
    ) = None
    start_op: date | None = None
    verlenging_gevraagd_op: date | None = None
    doorgezonden_ind_op: date | None = None
    verlengd_tot: date | None = None
    verlenging_kenmerk: Kort | None = None


class Verwijderbaarheidscheck(Deel, frozen=True, kw_only=True):
    gecheckt_op: date
    uitkomst: Literal["niet_verwijderbaar", "onbekend", "verwijderbaar"]


class Verblijfplaats(Deel, frozen=True, kw_only=True):
    soort: Literal["anders", "azc", "detentie", "ggv", "gl", "lvv", "vbl"]
    locatie: Kort
    van: date
    tot: date | None = None


class Opvangverlenging(Deel, frozen=True, kw_only=True):
    gevraagd_op: date
    reden: Tekst
    coa_besluit: Literal["akkoord", "geweigerd"] | None = None
    coa_besloten_op: date | None = None
    tot: date | None = None


class FerreiraToets(Deel, frozen=True, kw_only=True):
    getoetst_op: date
    humanitaire_noodsituatie: bool
    toelichting: Tekst


class Opvang(Deel, frozen=True, kw_only=True):
    verblijfplaatsen: tuple[Verblijfplaats, ...] = ()
    recht_eindigt_op: date | None = None
    verlengingen: tuple[Opvangverlenging, ...] = ()
    ferreira: tuple[FerreiraToets, ...] = ()
    vbl_lko_besluit_op: date | None = None


class Gesprek(Deel, frozen=True, kw_only=True):
    moment: Literal["derde", "eerste", "extra", "tweede"]
    status: Literal["geannuleerd", "gepland", "gevoerd", "niet_doorgegaan", "niet_verschenen"]
    uitgenodigd_op: date | None = None
    gepland_op: date | None = None
    gevoerd_op: date | None = None
    afgerond_op: date | None = None
    taal: Taalcode | None = None
    gemeenschappelijke_taal: bool | None = None
    tolk: Literal["aanwezig", "geen", "niet_verschenen", "telefonisch"] | None = None
    onderwerpen: tuple[Onderwerp, ...] = ()
    niet_aan_de_orde: dict[str, Tekst] = {}
    opties_besproken: tuple[Ondersteuning, ...] = ()
    eigen_woorden: Tekst = ""
    wil_niet_antwoorden: bool = False
    bewaring_genoemd: bool = False
    verslag: Tekst = ""

    def __post_init__(self) -> None:
        check_patronen(self.taal, veld="taal")


class Toetsing(Deel, frozen=True, kw_only=True):
    moment: Moment
    getoetst_op: date
    aanleiding: Literal["dwangmaatregel", "gesprek", "intake", "signaal", "stadium", "vertrek"] = "gesprek"
    feiten: Tekst = ""
    bronnen: tuple[Kort, ...] = ()
    afweging: Tekst = ""
    conclusie: Literal["geen_aanwijzing", "nader_onderzoek", "opschorten", "voorgelegd"]
    door: Kort


class Signaal(Deel, frozen=True, kw_only=True):
    moment: Moment
    ontvangen_op: date
    bron: Literal[
        "avim", "coa", "gemachtigde", "gesprek", "ind", "iom", "kmar", "ngo", "overig", "persoon", "vwn"
    ]
    afgehandeld_op: date | None = None


class Medisch(Deel, frozen=True, kw_only=True):
    toestemming_op: date | None = None
    toestemming_ingetrokken_op: date | None = None
    toestemming_geweigerd_op: date | None = None
    aanwijzing_op: date | None = None
    gemachtigde_benaderd_op: date | None = None
    art64_aangevraagd_op: date | None = None
    art64_ambtshalve_op: date | None = None
    art64_besluit: Literal["afgewezen", "toegekend", "voorlopig_uitstel"] | None = None
    art64_van: date | None = None
    art64_tot: date | None = None
    verwachte_bevalling_op: date | None = None
    bevallen_op: date | None = None
    tbc_behandeling_tot: date | None = None
    reisvoorwaarden: tuple[Kort, ...] = ()
    overdracht_geregeld_op: date | None = None


class BuitenSchuld(Deel, frozen=True, kw_only=True):
    eigen_pogingen: tuple[Kort, ...] = ()
    bemiddeling_gevraagd_op: date | None = None
    bemiddeling_mislukt_op: date | None = None
    identiteit_twijfel: bool | None = None
    meewerkend: bool | None = None
    zwaarwegend_advies_op: date | None = None
    ind_besluit: Literal["afgewezen", "ingewilligd"] | None = None
    ind_besloten_op: date | None = None


class Schrijnend(Deel, frozen=True, kw_only=True):
    factoren: tuple[Kort, ...] = ()
    tweede_lezer_op: date | None = None
    vooroverleg_op: date | None = None
    vooroverleg_uitkomst: Literal["afgedaan", "indienen", "open"] | None = None
    coordinator: Partner | None = None
    ingediend_op: date | None = None
    besluit: Literal["afgewezen", "ingewilligd"] | None = None
    besloten_op: date | None = None


class Mensenhandel(Deel, frozen=True, kw_only=True):
    aanwijzing_op: date | None = None
    politie_gemeld_op: date | None = None
    politie_terugkoppeling_op: date | None = None
    bedenktijd_van: date | None = None
    bedenktijd_tot: date | None = None
    vergunning_van: date | None = None
    vergunning_tot: date | None = None
    sepot_op: date | None = None


class Optie(Deel, frozen=True, kw_only=True):
    optie: Literal[
        "derde_land", "gedwongen", "geen_vertrek_nu", "zelfstandig_dtv", "zelfstandig_iom", "zelfstandig_ngo"
    ]
    analyse: Tekst = ""
    haalbaar: Literal["ja", "nee", "onbekend"] = "onbekend"


class Actie(Deel, frozen=True, kw_only=True):
    omschrijving: Kort
    eigenaar: Literal["avim", "coa", "dtv", "ind", "iom", "kmar", "ngo", "vreemdeling"]
    uiterlijk: date | None = None
    gereed_op: date | None = None


class Vertrekplan(Deel, frozen=True, kw_only=True):
    versie: Annotated[int, Meta(ge=1)]
    vastgesteld_op: date
    door: Kort
    strategie: Tekst = ""
    opties: tuple[Optie, ...] = ()
    gekozen: str | None = None
    analyse: Annotated[
        dict[str, Tekst],
        Meta(description="documenten, medewerking_land, wensen, ondersteuning, toetsing, alternatieven"),
    ] = {}
    acties: tuple[Actie, ...] = ()


class Wens(Deel, frozen=True, kw_only=True):
    soort: Literal[
        "bagage",
        "derde_land",
        "geen_wens_geuit",
        "geld",
        "medische_zorg",
        "onderdak",
        "ondernemen",
        "onderwijs_kinderen",
        "opleiding",
        "overig",
        "tijd",
        "veiligheid",
        "werk",
    ]
    omschrijving: Tekst
    geuit_op: date
    bron: Literal["coa", "gemachtigde", "gesprek", "overig", "portaal", "vwn"] = "gesprek"
    beoordeling: Literal["nader_onderzoek", "niet_realistisch", "realistisch"] | None = None
    vervolg: Literal["afgewezen", "doorverwezen", "toegekend", "uitgelegd", "vervuld"] | None = None
    vervolg_op: date | None = None


class Verwijzing(Deel, frozen=True, kw_only=True):
    naar: Literal["dia", "gemachtigde", "iom", "ngo", "overig", "politie"]
    organisatie: Kort | None = None
    verwezen_op: date
    toestemming: bool = False
    opvolging_op: date | None = None
    resultaat: Tekst | None = None
    resultaat_op: date | None = None


class Reisdocument(Deel, frozen=True, kw_only=True):
    soort: Literal["anders", "identiteitskaart", "laissez_passer", "paspoort"]
    geldig_tot: date | None = None


class LPAanvraag(Deel, frozen=True, kw_only=True):
    land: Landcode
    ingevuld_op: date | None = None
    geweigerd_op: date | None = None
    uitleg_gegeven: bool = False
    set_gecontroleerd_door: Kort | None = None
    asielinformatie_aangetroffen: bool | None = None
    verzonden_op: date | None = None
    presentatie_op: date | None = None
    uitkomst: Literal["geweigerd", "toegezegd"] | None = None
    uitkomst_op: date | None = None
    afgegeven_op: date | None = None
    geldig_tot: date | None = None

    def __post_init__(self) -> None:
        check_patronen(self.land, veld="land")


class LandInformatie(Deel, frozen=True, kw_only=True):
    land: Landcode
    lp_vrijwillig: bool | None = None
    lp_gedwongen: bool | None = None
    per: date

    def __post_init__(self) -> None:
        check_patronen(self.land, veld="land")


class Standpunt(Deel, frozen=True, kw_only=True):
    partner: Literal["avim", "coa", "dtv", "ind"]
    standpunt: Literal["akkoord", "niet_akkoord", "onthouding"]
    gegeven_op: date
    motivering: Tekst = ""


class Overlegpunt(Deel, frozen=True, kw_only=True):
    soort: Literal["buiten_overleg", "deelberaad", "klein_lko", "lko", "rao"]
    datum: date
    onderwerp: Literal[
        "bewaring", "einde_opvang", "gedwongen_vertrek", "gl", "overig", "vbl", "vertrekstrategie"
    ] = "vertrekstrategie"
    voorstel_door: Partner = "dtv"
    standpunten: tuple[Standpunt, ...] = ()
    tegenspraak_door: Partner | None = None
    tegenspraak: Tekst = ""
    reactie: Tekst = ""
    besluit: Literal["aangehouden", "geen_besluit", "opgeschaald", "vastgesteld"] | None = None
    bevestigd_op: date | None = None
    verslag_op: date | None = None
    opgeschaald_naar: Literal["deelberaad", "rao"] | None = None
    spoed_reden: Tekst | None = None
    teruggekoppeld_op: date | None = None
    acties: tuple[Actie, ...] = ()


class Meldplicht(Deel, frozen=True, kw_only=True):
    opgelegd_op: date
    opgelegd_door: Partner
    per_week: Annotated[int, Meta(ge=1, le=14)] = 1
    reden_afwijking: Tekst = ""
    gemist_op: tuple[date, ...] = ()
    beeindigd_op: date | None = None


class Bewaring(Deel, frozen=True, kw_only=True):
    voorgesteld_op: date | None = None
    voorgesteld_door: Kort | None = None
    lichtere_middelen: Annotated[dict[str, Tekst], Meta(description="middel -> waarom onvoldoende")] = {}
    gronden: Annotated[
        dict[str, Tekst], Meta(description="grond Vb 5.1b (bv. '3a', '4c') -> toelichting")
    ] = {}
    zicht_op_uitzetting: Annotated[
        dict[str, Tekst],
        Meta(
            description="medewerking_autoriteiten, geldig_reisdocument, geen_weigering, vlucht_korte_termijn -> onderbouwing"
        ),
    ] = {}
    zicht_oordeel: bool | None = None
    kwetsbaarheid: Tekst = ""
    opgelegd_op: date | None = None
    opgelegd_door: Kort | None = None
    opgelegd_door_partner: Partner | None = None
    aanwijzing_ref: Kort | None = None
    rechtbank_in_kennis_op: date | None = None
    verlengd_op: date | None = None
    opgeheven_op: date | None = None


class Afwezigheid(Deel, frozen=True, kw_only=True):
    laatst_gezien_op: date | None = None
    niet_aangekomen_sinds: datetime | None = None
    aanwezigheidscontrole_op: date | None = None
    bericht_van_vertrek_ref: Kort | None = None

    def __post_init__(self) -> None:
        check_moment(self.niet_aangekomen_sinds, veld="niet_aangekomen_sinds")


class Vertrekboeking(Deel, frozen=True, kw_only=True):
    soort: Literal["gedwongen", "zelfstandig"]
    land: Landcode
    gepland_op: date
    toegangsbewijs_ref: Kort | None = None
    dia_overwogen: bool | None = None
    reden_geen_dia: Tekst | None = None
    begeleiding: tuple[Literal["dtv", "kmar", "medisch"], ...] = ()
    geannuleerd_op: date | None = None

    def __post_init__(self) -> None:
        check_patronen(self.land, veld="land")


class Afwijking(Deel, frozen=True, kw_only=True):
    """A reasoned deviation from a policy norm, approved by a manager."""

    norm: Kort
    reden: Tekst
    door: Kort
    goedgekeurd_door: Kort | None = None
    goedgekeurd_op: date | None = None
    geldig_tot: date | None = None


class Uitkomst(Deel, frozen=True, kw_only=True):
    soort: Literal[
        "gedwongen",
        "ongecontroleerd",
        "overdracht_ingetrokken",
        "verblijf_of_overig",
        "zelfstandig_gecontroleerd",
    ]
    op: date
    bewijs_ref: Kort | None = None


class Dossierbeeld(Deel, frozen=True, kw_only=True):
    """All facts of one dossier that the norms read, at one moment; also the export and import format."""

    schema: Literal["verantwoord.dossierbeeld/1"]
    dossiernummer: Dossiernummer
    spoor: Literal["asiel", "dublin", "grens", "regulier"] = "asiel"
    overdracht: Overdracht
    persoon: Persoon
    regievoerder: Kort | None = None
    intake_afgerond_op: date | None = None
    procedure: Procedure = Procedure()
    vertrektermijn: Vertrektermijn = Vertrektermijn()
    verwijderbaarheidschecks: tuple[Verwijderbaarheidscheck, ...] = ()
    opvang: Opvang = Opvang()
    gesprekken: tuple[Gesprek, ...] = ()
    toetsingen: tuple[Toetsing, ...] = ()
    signalen: tuple[Signaal, ...] = ()
    medisch: Medisch = Medisch()
    buiten_schuld: BuitenSchuld = BuitenSchuld()
    schrijnend: Schrijnend = Schrijnend()
    mensenhandel: Mensenhandel = Mensenhandel()
    vertrekplannen: tuple[Vertrekplan, ...] = ()
    wensen: tuple[Wens, ...] = ()
    verwijzingen: tuple[Verwijzing, ...] = ()
    reisdocumenten: tuple[Reisdocument, ...] = ()
    lp_aanvragen: tuple[LPAanvraag, ...] = ()
    landen: tuple[LandInformatie, ...] = ()
    overleg: tuple[Overlegpunt, ...] = ()
    meldplichten: tuple[Meldplicht, ...] = ()
    bewaringen: tuple[Bewaring, ...] = ()
    afwezigheid: Afwezigheid = Afwezigheid()
    boekingen: tuple[Vertrekboeking, ...] = ()
    afwijkingen: tuple[Afwijking, ...] = ()
    uitkomst: Uitkomst | None = None
    gesloten_op: date | None = None
    eerdere_dossiers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_patronen(self.dossiernummer, veld="dossiernummer")


_DECODER = msgspec.json.Decoder(Dossierbeeld)
_ENCODER = msgspec.json.Encoder()


def lees_dossierbeeld(inhoud: bytes) -> Dossierbeeld:
    """Read one dossierbeeld from JSON; raise ``LeesFout`` with a Dutch sentence when it does not fit."""
    return lees(_DECODER, inhoud)


def schrijf_dossierbeeld(beeld: Dossierbeeld) -> bytes:
    """Write a dossierbeeld as JSON without the facts that are not recorded."""
    return _ENCODER.encode(beeld)
