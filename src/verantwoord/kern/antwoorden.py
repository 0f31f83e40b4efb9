"""What a partner is told of a dossier instead of the documents: answers, worked out from the facts of one day.

A partner that has ``A`` in the need-to-know matrix gets the fields that are named here for its role, and no other:
an answer that is not in this list does not exist. They hold codes, dates and yes or no. Only what a plan asks of one
partner comes in the words of the plan, and goes to that partner alone. Report §3.4; norms coa-einddatum-afgeleid and
informatiedeling-grondslag; AVG art. 5(1)(b) and (c).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

import msgspec

from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.antwoordvormen import (
    Afwezigheid,
    Identiteit,
    Inhoud,
    JaNee,
    Mensenhandel,
    Opdracht,
    Opdrachten,
    Opvangrecht,
    Opvangverzoek,
    Reisgeschiktheid,
    Stap,
    Stappen,
    Toetsingen,
    Toezicht,
    Vertrek,
)
from verantwoord.kern.beoordeling import HANDELINGEN
from verantwoord.kern.definities import laatste
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.normen.medisch import beschermd_tot
from verantwoord.kern.normen.toezicht import weggebleven_op
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.toegang import ANTWOORD_IS_ALLES, Toegang, toegang_van
from verantwoord.kern.werklijst import stadium_begon_op, toetsingsteken, verblijf

# Between these two only the passing of the end date leads; another end date means that the earlier one was wrong.
ZELFDE_EINDE: Final = ("na_procedure", "geen")
_WACHT: Final = frozenset({"niet_voldaan", "onbekend"})
_OPVANG_BEEINDIGEN: Final = list(HANDELINGEN).index("opvang_beeindigen")
_FERREIRA: Final = "gezinslocatie-ferreira"
# Every norm about trafficking that can hold a departure.
_MENSENHANDEL: Final = frozenset(
    {"mensenhandel-signaal", "mensenhandel-bedenktijd", "mensenhandel-vergunning"}
)


Maker = Callable[[Stand, Beoordeling, Mapping[str, str]], Inhoud]


@dataclass(frozen=True, kw_only=True)
class Antwoordsoort:
    """One sort of answer: what it may be used for, on which ground, and which fields each role with ``A`` gets.

    ``organisatie`` narrows it to one partner among those that share a role.
    """

    categorie: str
    vorm: type[Inhoud]
    maak: Maker
    doel: str
    grondslag: str
    voor: Mapping[str, tuple[str, ...]]
    organisatie: str = ""


def _identiteit(s: Stand, _b: Beoordeling, _oordelen: Mapping[str, str]) -> Identiteit:
    naam = s.persoon.naam
    delen = (naam.voornamen, naam.tussenvoegsel, naam.achternaam) if naam is not None else ()
    return Identiteit(
        v_nummer=s.persoon.v_nummer, naam=" ".join(deel for deel in delen if deel), talen=s.persoon.talen
    )


def _opvangrecht(s: Stand, b: Beoordeling, oordelen: Mapping[str, str]) -> Opvangrecht:
    """As opvang-vier-weken; after the last day the right stays as long as anything forbids to end the shelter."""
    if s.beeld.spoor != "asiel":
        return Opvangrecht()
    if s.asielbesluit_is_inwilliging or _is_nieuwe_aanvraag(s):
        return Opvangrecht(recht="ja", categorie="nieuw_recht", redencode="nieuw-recht")
    if _is_opgeschort(s):
        return Opvangrecht(recht="ja", categorie="uitstel", redencode="uitstel")
    termijn = s.termijnen.opvang
    einde = termijn.eindigt_op
    if einde is None:
        return _tijdens_procedure(s)
    if einde < s.op:
        return _na_einde(
            s, einde, {norm: oordelen[norm] for norm in b.handelingen[_OPVANG_BEEINDIGEN].geblokkeerd_door}
        )
    if termijn.verlengd_wegens is not None:
        return Opvangrecht(recht="ja", categorie="verlengd", einddatum=einde, redencode="uitstel")
    return Opvangrecht(recht="ja", categorie="na_procedure", einddatum=einde, redencode="termijn-verstreken")


def _is_nieuwe_aanvraag(s: Stand) -> bool:
    besluit = s.referentiebesluit
    return besluit is not None and any(
        g.grond == "8f" and g.van > besluit.genomen_op for g in s.actieve_verblijfsgronden
    )


def _is_opgeschort(s: Stand) -> bool:
    return s.actieve_opschorting is not None or any(
        g.grond not in ("8f", "8h") for g in s.actieve_verblijfsgronden
    )


def _tijdens_procedure(s: Stand) -> Opvangrecht:
    if s.schorsende_werking is True and s.beroepsstand in ("loopt", "termijn_loopt", "gegrond"):
        gegrond = s.beroepsstand == "gegrond"
        return Opvangrecht(recht="ja", categorie="procedure", redencode="nieuw-recht" if gegrond else None)
    return Opvangrecht()


def _na_einde(s: Stand, einde: date, tegengehouden_door: Mapping[str, str]) -> Opvangrecht:
    """Give what follows on the last day; where a fact is missing nobody is told that the right has ended."""
    woont = verblijf(s)
    if woont is not None and woont.soort in ("vbl", "gl"):
        tot = s.termijnen.vbl.eindigt_op if woont.soort == "vbl" else None
        return Opvangrecht(
            recht="ja",
            categorie="andere_locatie",
            einddatum=tot if tot is not None and tot >= s.op else None,
            redencode="overplaatsing",
        )
    zeker = {norm for norm, oordeel in tegengehouden_door.items() if oordeel == "niet_voldaan"}
    if zeker - {_FERREIRA}:
        return Opvangrecht(recht="ja", categorie="uitstel", redencode="uitstel")
    if zeker:
        return Opvangrecht(recht="ja", categorie="gezin", redencode="gezin-minderjarig")
    if tegengehouden_door:
        return Opvangrecht(einddatum=einde)
    return Opvangrecht(recht="nee", categorie="geen", einddatum=einde, redencode="termijn-verstreken")


def _reisgeschiktheid(s: Stand, _b: Beoordeling, oordelen: Mapping[str, str]) -> Reisgeschiktheid:
    """Never the illness: a suspension, a pregnancy and a treatment all read as not now, until a day."""
    begeleiding: JaNee = "onbekend"
    if s.open_boekingen:
        begeleiding = "ja" if any("medisch" in b.begeleiding for b in s.open_boekingen) else "nee"
    beschermd = beschermd_tot(s)
    if oordelen["medisch-opschorting"] == "niet_voldaan":
        return Reisgeschiktheid(geschikt="nee", tot=s.medisch.art64_tot, begeleiding=begeleiding)
    if beschermd is not None:
        return Reisgeschiktheid(geschikt="nee", tot=beschermd[1], begeleiding=begeleiding)
    if "onbekend" in (oordelen["medisch-opschorting"], oordelen["medisch-zwangerschap-tbc"]):
        return Reisgeschiktheid(begeleiding=begeleiding)
    if s.medisch.reisvoorwaarden:
        return Reisgeschiktheid(geschikt="met_voorwaarden", begeleiding=begeleiding)
    gewogen = toetsingsteken(s, "medisch") == "actueel"
    niets_gevonden = gewogen and s.laatste_toetsing["medisch"].conclusie == "geen_aanwijzing"
    return Reisgeschiktheid(geschikt="ja" if niets_gevonden else "onbekend", begeleiding=begeleiding)


def _mensenhandel(s: Stand, _b: Beoordeling, oordelen: Mapping[str, str]) -> Mensenhandel:
    opschorting = s.actieve_opschorting
    tot = (
        opschorting.tot
        if opschorting is not None and opschorting.soort in ("bedenktijd", "vergunning")
        else None
    )
    m = s.mensenhandel
    gemeld, antwoord = m.politie_gemeld_op, m.politie_terugkoppeling_op
    return Mensenhandel(
        vertrek_ligt_stil=any(oordelen[norm] in _WACHT for norm in _MENSENHANDEL),
        tot=tot,
        antwoord_gevraagd_op=gemeld if gemeld and (antwoord is None or antwoord < gemeld) else None,
    )


def _stappen(s: Stand, b: Beoordeling, _oordelen: Mapping[str, str]) -> Stappen:
    begon, gewogen = stadium_begon_op(s), s.laatste_toetsing
    plan = s.vertrekplan
    return Stappen(
        fase=b.fase,
        toetsingen=Toetsingen(
            **{moment: toetsing.getoetst_op >= begon for moment, toetsing in gewogen.items()}
        ),
        stappen=tuple(
            Stap(eigenaar=a.eigenaar, uiterlijk=a.uiterlijk, gereed_op=a.gereed_op)
            for a in (plan.acties if plan is not None else ())
        ),
    )


def _opdrachten(eigenaar: str) -> Maker:
    def maak(s: Stand, _b: Beoordeling, _oordelen: Mapping[str, str]) -> Opdrachten:
        plan = s.vertrekplan
        return Opdrachten(
            opdrachten=tuple(
                Opdracht(omschrijving=a.omschrijving, uiterlijk=a.uiterlijk, gereed_op=a.gereed_op)
                for a in (plan.acties if plan is not None else ())
                if a.eigenaar == eigenaar
            )
        )

    return maak


def _toezicht(s: Stand, _b: Beoordeling, _oordelen: Mapping[str, str]) -> Toezicht:
    plicht = laatste(s.lopende_meldplichten, lambda m: m.opgelegd_op)
    bewaring = s.open_bewaring
    return Toezicht(
        meldplicht=plicht is not None,
        per_week=plicht.per_week if plicht is not None else None,
        in_bewaring=bewaring is not None and bewaring.opgelegd_op is not None,
    )


def _opvangverzoek(s: Stand, _b: Beoordeling, _oordelen: Mapping[str, str]) -> Opvangverzoek:
    wacht = next((v for v in s.verlengingen if v.coa_besluit is None), None)
    return (
        Opvangverzoek() if wacht is None else Opvangverzoek(gevraagd_op=wacht.gevraagd_op, reden=wacht.reden)
    )


def _afwezigheid(s: Stand, _b: Beoordeling, _oordelen: Mapping[str, str]) -> Afwezigheid:
    """As vertrek-zonder-toezicht; who was seen since does not stay away."""
    weg, sinds = s.afwezigheid, weggebleven_op(s)
    if sinds is not None and weg.laatst_gezien_op is not None and weg.laatst_gezien_op > sinds:
        sinds = None
    nodig: Literal["controle", "bericht"] | None = None
    if sinds is not None:
        gecontroleerd = weg.aanwezigheidscontrole_op is not None and weg.aanwezigheidscontrole_op >= sinds
        if not gecontroleerd:
            nodig = "controle"
        elif weg.bericht_van_vertrek_ref is None:
            nodig = "bericht"
    return Afwezigheid(
        laatst_gezien_op=weg.laatst_gezien_op,
        sinds=sinds,
        gecontroleerd_op=weg.aanwezigheidscontrole_op,
        bericht_gegeven=weg.bericht_van_vertrek_ref is not None,
        nodig=nodig,
    )


def _vertrek(s: Stand, _b: Beoordeling, _oordelen: Mapping[str, str]) -> Vertrek:
    komend = [boeking for boeking in s.open_boekingen if boeking.gepland_op >= s.op]
    eerste = min(komend, key=lambda boeking: boeking.gepland_op, default=None)
    if eerste is None or s.uitkomst is not None:
        return Vertrek()
    return Vertrek(
        soort=eerste.soort,
        gepland_op=eerste.gepland_op,
        land=eerste.land,
        begeleiding_kmar="kmar" in eerste.begeleiding,
    )


_OPVANG: Final = (
    "AVG art. 5(1)(b)(c), 6(1)(e); Wet COA; Leidraad Terugkeer en Vertrek: Beëindigen voorzieningen"
)
_DELEN: Final = "AVG art. 5, 6(1)(e); Leidraad Terugkeer en Vertrek: Informatieuitwisseling en privacy"
_BIJZONDER: Final = "AVG art. 5, 6(1)(e), 9; Leidraad Terugkeer en Vertrek: Informatieuitwisseling en privacy"
_RECHT: Final = ("recht", "einddatum")
_STAPPEN: Final = ("fase", "toetsingen", "stappen")
# Whose role it is to do what a plan asks of this partner; the DT&V and the person read the plan itself.
_UITVOERDERS: Final = {
    "coa": "coa",
    "ind": "ind",
    "avim": "avim_toezicht",
    "kmar": "kmar",
    "iom": "iom_ngo",
    "ngo": "iom_ngo",
}

SOORTEN: Final[Mapping[str, Antwoordsoort]] = MappingProxyType(
    {
        "identiteit": Antwoordsoort(
            categorie="identiteit",
            vorm=Identiteit,
            maak=_identiteit,
            doel="weten om wie het gaat en in welke taal met deze persoon te spreken is",
            grondslag=_DELEN,
            voor=dict.fromkeys(
                ("medisch_bevoegd", "avim_mensenhandel", "iom_ngo", "vwn"), ("v_nummer", "naam", "talen")
            ),
        ),
        "opvangrecht": Antwoordsoort(
            categorie="opvang_einddatum",
            vorm=Opvangrecht,
            maak=_opvangrecht,
            doel="weten tot wanneer deze persoon recht op opvang heeft",
            grondslag=_OPVANG,
            voor={
                "coa": ("recht", "categorie", "einddatum", "redencode"),
                "avim_toezicht": _RECHT,
                "iom_ngo": _RECHT,
                "vwn": _RECHT,
            },
        ),
        "opvangverzoek": Antwoordsoort(
            categorie="opvang_einddatum",
            vorm=Opvangverzoek,
            maak=_opvangverzoek,
            doel="beslissen over langere opvang",
            grondslag=_OPVANG,
            voor={"coa": ("gevraagd_op", "reden")},
            organisatie="coa",
        ),
        "reisgeschiktheid": Antwoordsoort(
            categorie="medisch",
            vorm=Reisgeschiktheid,
            maak=_reisgeschiktheid,
            doel="niemand laten reizen die dat niet kan",
            grondslag=_BIJZONDER,
            voor={"ind": ("geschikt", "tot"), "kmar": ("geschikt", "tot", "begeleiding")},
        ),
        "mensenhandel": Antwoordsoort(
            categorie="mensenhandel",
            vorm=Mensenhandel,
            maak=_mensenhandel,
            doel="geen beslissing nemen over iemand die als slachtoffer bescherming heeft",
            grondslag=_BIJZONDER,
            voor={"ind": ("vertrek_ligt_stil", "tot")},
        ),
        "stappen": Antwoordsoort(
            categorie="vertrekplan_en_toetsing",
            vorm=Stappen,
            maak=_stappen,
            doel="weten welke stappen zijn afgesproken en of de vier toetsingen zijn gedaan",
            grondslag=_DELEN,
            voor=dict.fromkeys(
                ("medisch_bevoegd", "coa", "ind", "avim_toezicht", "kmar", "iom_ngo", "vwn"), _STAPPEN
            ),
        ),
        **{
            f"opdrachten_{organisatie}": Antwoordsoort(
                categorie="vertrekplan_en_toetsing",
                vorm=Opdrachten,
                maak=_opdrachten(organisatie),
                doel="doen wat in het vertrekplan met deze organisatie is afgesproken",
                grondslag=_DELEN,
                voor={rol: ("opdrachten",)},
                organisatie=organisatie,
            )
            for organisatie, rol in _UITVOERDERS.items()
        },
        "toezicht": Antwoordsoort(
            categorie="toezicht_en_bewaring",
            vorm=Toezicht,
            maak=_toezicht,
            doel="rekening houden met de meldplicht en met bewaring",
            grondslag=_DELEN,
            voor={
                "coa": ("meldplicht", "per_week"),
                "ind": ("meldplicht", "per_week", "in_bewaring"),
                "medisch_bevoegd": ("in_bewaring",),
            },
        ),
        "afwezigheid": Antwoordsoort(
            categorie="toezicht_en_bewaring",
            vorm=Afwezigheid,
            maak=_afwezigheid,
            doel="samen nagaan of deze persoon er nog is",
            grondslag=_DELEN,
            voor={"coa": ("laatst_gezien_op", "sinds", "gecontroleerd_op", "nodig")},
        ),
        "vertrek": Antwoordsoort(
            categorie="vertrekplan_en_toetsing",
            vorm=Vertrek,
            maak=_vertrek,
            doel="het vertrek begeleiden of er rekening mee houden",
            grondslag=_DELEN,
            voor={
                "kmar": ("soort", "gepland_op", "land", "begeleiding_kmar"),
                "avim_toezicht": ("soort", "gepland_op"),
                "coa": ("gepland_op",),
                "iom_ngo": ("soort", "gepland_op"),
                "ind": ("gepland_op",),
            },
        ),
    }
)


def maak_antwoorden(s: Stand, beoordeling: Beoordeling) -> dict[str, Inhoud]:
    """Give every answer about one dossier on the day of ``s``, in the order of ``SOORTEN``."""
    oordelen = {b.norm: b.oordeel for b in beoordeling.bevindingen}
    return {naam: soort.maak(s, beoordeling, oordelen) for naam, soort in SOORTEN.items()}


def is_leeg(soort: str, inhoud: Inhoud) -> bool:
    """Tell whether an answer says nothing yet, so that it need not be kept as long as none was."""
    return inhoud == _LEEG.get(soort)


# The sorts that can say nothing: all their fields have a default.
_LEEG: Final = {
    naam: soort.vorm()
    for naam, soort in SOORTEN.items()
    if not any(veld.required for veld in msgspec.structs.fields(soort.vorm))
}


def velden_voor(soort: str, *, rol: str, organisatie: str) -> tuple[str, ...]:
    """The fields of a sort of answer that somebody of this role and organisation may know; none when it is not theirs."""
    antwoordsoort = SOORTEN.get(soort)
    if antwoordsoort is None:
        return ()
    categorie = antwoordsoort.categorie
    toegang = toegang_van(rol, categorie)
    if toegang is Toegang.VOL or (rol, categorie) in ANTWOORD_IS_ALLES:
        return antwoordsoort.vorm.__struct_fields__
    if toegang is not Toegang.ANTWOORD or antwoordsoort.organisatie not in ("", organisatie):
        return ()
    return antwoordsoort.voor.get(rol, ())


def soorten_voor(*, rol: str, organisatie: str) -> tuple[str, ...]:
    """The sorts of answer of which this role and organisation may know anything."""
    return tuple(soort for soort in SOORTEN if velden_voor(soort, rol=rol, organisatie=organisatie))


def geldt_vanaf(inhoud: Inhoud, op: date) -> date:
    """The day from which an answer holds: the right to shelter ends the day after its last day, the rest when it is known."""
    if isinstance(inhoud, Opvangrecht) and inhoud.recht == "nee" and inhoud.einddatum is not None:
        return plus_dagen(inhoud.einddatum, 1)
    return op
