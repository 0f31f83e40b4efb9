"""What goes out by itself, to whom and of what: one readable table. What does not stand here is not sent.

A stream is fed by an answer (``dossier.models.Antwoord``), whose fields for each role, purpose and ground stand in
``kern.antwoorden``; or by an event, of which a few fields that name nobody go along. Norm informatiedeling-grondslag.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from verantwoord.kern import antwoorden
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.toegang.rechten import ORGANISATIES, Rol

# The reverse domain of what is published; it is no address.
_TYPE: Final = "nl.verantwoord."
# Who it is about, for who may know the core of the identity in full; the others find it by the id over the API.
V_NUMMER: Final = "v_nummer"
_DELEN: Final = "AVG art. 5, 6(1)(e); Leidraad Terugkeer en Vertrek: Informatieuitwisseling en privacy"


@dataclass(frozen=True, kw_only=True)
class Stroom:
    """One kind of message. ``ontvangers`` are roles; a role alone is never enough: the organisation must be involved too."""

    soort: str
    type: str
    categorie: str
    doel: str
    grondslag: str
    ontvangers: frozenset[Rol]
    # Of an event: its kind, the fields of ``gegevens`` that go along (``punt`` is what it is about), and the one that
    # names the organisation it is for.
    gebeurtenis: str = ""
    velden: tuple[str, ...] = ()
    voor_wie: str = ""


def _van_antwoord(soort: str, naam: str, *ontvangers: Rol) -> Stroom:
    bron = antwoorden.SOORTEN[soort]
    return Stroom(
        soort=soort,
        type=_TYPE + naam,
        categorie=bron.categorie,
        doel=bron.doel,
        grondslag=bron.grondslag,
        ontvangers=frozenset(ontvangers),
    )


def _van_vraag(soort: str, naam: str, gebeurtenis: str, *velden: str, doel: str, wie: Rol) -> Stroom:
    """That something is asked of the one partner that decides about it, or no longer; why is read at its own desk."""
    return Stroom(
        soort=soort,
        type=_TYPE + naam,
        categorie="opvang_einddatum" if wie == Rol.COA else "toezicht_en_bewaring",
        doel=doel,
        grondslag=_DELEN,
        ontvangers=frozenset({wie}),
        gebeurtenis=gebeurtenis,
        velden=velden,
    )


_ALLE: Final = (
    _van_antwoord("opvangrecht", "opvangrecht-gewijzigd", Rol.COA, Rol.AVIM_TOEZICHT, Rol.VWN),
    _van_antwoord("toezicht", "toezicht-gewijzigd", Rol.COA, Rol.IND),
    _van_antwoord("reisgeschiktheid", "reisgeschiktheid-gewijzigd", Rol.KMAR, Rol.IND),
    _van_antwoord("vertrek", "vertrek-gewijzigd", Rol.KMAR, Rol.COA, Rol.AVIM_TOEZICHT, Rol.IND, Rol.IOM_NGO),
    _van_antwoord("opdrachten_coa", "opdrachten-gewijzigd", Rol.COA),
    _van_antwoord("opdrachten_ind", "opdrachten-gewijzigd", Rol.IND),
    _van_antwoord("opdrachten_avim", "opdrachten-gewijzigd", Rol.AVIM_TOEZICHT),
    _van_antwoord("opdrachten_kmar", "opdrachten-gewijzigd", Rol.KMAR),
    _van_antwoord("opdrachten_iom", "opdrachten-gewijzigd", Rol.IOM_NGO),
    _van_antwoord("opdrachten_ngo", "opdrachten-gewijzigd", Rol.IOM_NGO),
    Stroom(
        soort="overlegactie",
        type=_TYPE + "overlegactie-toegewezen",
        categorie="vertrekplan_en_toetsing",
        doel="weten dat in een overleg een actie met een datum is afgesproken",
        grondslag=_DELEN,
        ontvangers=frozenset({Rol.COA, Rol.IND, Rol.AVIM_TOEZICHT}),
        gebeurtenis="overleg.actie_toegevoegd",
        # Not the words of the action: those are read at the table itself.
        velden=("overleg", "datum", "punt"),
        voor_wie="eigenaar",
    ),
    _van_vraag(
        "overplaatsing",
        "overplaatsing-gevraagd",
        "overplaatsing.gevraagd",
        "naar",
        "antwoord_voor",
        doel="weten dat de DT&V een plaats vraagt, en voor welke dag een antwoord",
        wie=Rol.COA,
    ),
    _van_vraag(
        "overplaatsing_ingetrokken",
        "overplaatsing-ingetrokken",
        "overplaatsing.ingetrokken",
        "op",
        doel="weten dat een gevraagde plaats niet meer nodig is",
        wie=Rol.COA,
    ),
    _van_vraag(
        "meldplichtvraag",
        "meldplicht-gevraagd",
        "meldplicht.gevraagd",
        "vraag",
        "antwoord_voor",
        doel="weten dat de DT&V iets vraagt over een meldplicht, en voor welke dag een antwoord",
        wie=Rol.AVIM_TOEZICHT,
    ),
    _van_vraag(
        "meldplichtvraag_ingetrokken",
        "meldplicht-vraag-ingetrokken",
        "meldplicht.vraag_ingetrokken",
        "op",
        doel="weten dat een vraag over een meldplicht niet meer wacht",
        wie=Rol.AVIM_TOEZICHT,
    ),
)
STROMEN: Final[Mapping[str, Stroom]] = MappingProxyType({s.soort: s for s in _ALLE})
VAN_ANTWOORD: Final = MappingProxyType({s.soort: s for s in _ALLE if not s.gebeurtenis})
VAN_GEBEURTENIS: Final = MappingProxyType({s.gebeurtenis: s for s in _ALLE if s.gebeurtenis})


def velden_van(soort: str, *, rol: str, organisatie: str) -> tuple[str, ...]:
    """The fields of a stream that may go to this role and organisation; none when it is not theirs."""
    stroom = STROMEN.get(soort)
    if stroom is None or rol not in stroom.ontvangers:
        return ()
    if stroom.gebeurtenis:
        mag = toegang_van(rol, stroom.categorie) in {Toegang.VOL, Toegang.ANTWOORD}
        velden = stroom.velden if mag else ()
    else:
        velden = antwoorden.velden_voor(soort, rol=rol, organisatie=organisatie)
    if velden and toegang_van(rol, "identiteit") is Toegang.VOL:
        return (V_NUMMER, *velden)
    return velden


def alle_velden(organisatie: str) -> tuple[str, ...]:
    """Every ``sort.field`` that can be agreed with an organisation, in the order of the table."""
    rollen = [rol for rol, organisaties in ORGANISATIES.items() if organisatie in organisaties]
    paren = (
        f"{soort}.{veld}"
        for soort in STROMEN
        for rol in rollen
        for veld in velden_van(soort, rol=rol, organisatie=organisatie)
    )
    return tuple(dict.fromkeys(paren))
