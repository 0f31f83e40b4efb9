"""What a finished talk holds, and what is still missing before it can be finished. Plain values, no database."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal
from uuid import UUID

import msgspec
from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.kern.definities import is_leeg
from verantwoord.vertrekgesprek.keuzes import Moment, Ondersteuning, Onderwerp, Tolk

TOETSINGSMOMENTEN: Final = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
LANGSTE_TEKST: Final = 20_000
LANGSTE_AFSPRAAK: Final = 200
MET_TOLK: Final = frozenset({Tolk.AANWEZIG.value, Tolk.TELEFONISCH.value})


class Afspraak(msgspec.Struct, frozen=True, kw_only=True):
    wie: str
    wat: str
    uiterlijk: date


class WensUitGesprek(msgspec.Struct, frozen=True, kw_only=True):
    """A wish in the person's words; ``soort`` as in the dossierbeeld, also ``geen_wens_geuit``."""

    soort: str
    omschrijving: str = ""


class LPUitGesprek(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the person filled in the LP form; both answers weigh the same (norm lp-formulier-gesprek-1)."""

    antwoord: Literal["ingevuld", "geweigerd"]
    uitleg_gegeven: bool = False
    toelichting: str = ""


class Opbrengst(msgspec.Struct, frozen=True, kw_only=True):
    """What a talk yields for the rooms of wishes and travel documents: the content of ``Gesprek.concept``.

    As JSON ``{"wensen": [{"soort", "omschrijving"}], "lp": {"antwoord", "uitleg_gegeven", "toelichting"} | null}``. The
    act that finishes a talk reads it with :func:`opbrengst_van` and records it in those rooms in the same transaction.
    """

    wensen: tuple[WensUitGesprek, ...] = ()
    lp: LPUitGesprek | None = None


class Kindbelang(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked and heard about one child apart; ``wie`` says which child without naming it.

    ``gesprek_id`` is the talk of this child in the same sitting, when it has a dossier of its own.
    """

    wie: str
    belang: str = ""
    gesprek_id: UUID | None = None


class Lidverslag(msgspec.Struct, frozen=True, kw_only=True):
    """What a relative said in the same sitting. Their answers are theirs: they go into their own dossier and no other.

    ``gesprek_id`` is the talk in that dossier. ``reden`` says why not all four questions were asked or answered.
    """

    gesprek_id: UUID
    eigen_woorden: str = ""
    wil_niet_antwoorden: bool = False
    vragen: Mapping[str, str] = {}
    reden: str = ""
    is_kind: bool = False


class Verslag(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report of one talk as somebody wants to finish it. Blank text means: nothing was written there."""

    gevoerd_op: date | None = None
    taal: str | None = None
    gemeenschappelijke_taal: bool | None = None
    tolk: str | None = None
    tolk_bestelling: str = ""
    procedure: str = ""
    opties_besproken: tuple[str, ...] = ()
    opties: str = ""
    opties_reden: str = ""
    gevolgen: str = ""
    bewaring_genoemd: bool = False
    eigen_woorden: str = ""
    wil_niet_antwoorden: bool = False
    vragen: Mapping[str, str] = {}
    afspraken: tuple[Afspraak, ...] = ()
    overig: str = ""
    niet_aan_de_orde: Mapping[str, str] = {}
    opbrengst: Opbrengst = Opbrengst()
    kinderen: tuple[Kindbelang, ...] = ()
    leden: tuple[Lidverslag, ...] = ()


def opbrengst_van(concept: Mapping[str, object]) -> Opbrengst:
    """Read ``Gesprek.concept``; a talk that came from elsewhere has none."""
    return msgspec.convert(dict(concept), Opbrengst)


def behandelde_onderwerpen(verslag: Verslag) -> tuple[str, ...]:
    """The subjects that were really spoken about, read from what was written; nobody ticks them.

    The four questions count only when all four have an answer. Who wanted to say nothing was asked: that counts.
    """
    wensen = any(w.omschrijving.strip() for w in verslag.opbrengst.wensen)
    aan_de_orde = {
        Onderwerp.PROCEDURE: not is_leeg(verslag.procedure),
        Onderwerp.OPTIES: bool(verslag.opties_besproken),
        Onderwerp.GEVOLGEN: not is_leeg(verslag.gevolgen),
        Onderwerp.WENSEN_BELEMMERINGEN: not is_leeg(verslag.eigen_woorden)
        or verslag.wil_niet_antwoorden
        or wensen,
        Onderwerp.TOETSINGSMOMENTEN: all(
            not is_leeg(verslag.vragen.get(moment)) for moment in TOETSINGSMOMENTEN
        ),
        Onderwerp.AFSPRAKEN: bool(verslag.afspraken),
    }
    return tuple(onderwerp.value for onderwerp, ja in aan_de_orde.items() if ja)


def wat_ontbreekt(verslag: Verslag, *, ontvangen_op: date, peildatum: date) -> dict[str, str]:
    """Say by field of the report why it cannot be finished; empty when it can."""
    ontbreekt = taal_of_datum(verslag, ontvangen_op=ontvangen_op, peildatum=peildatum)
    behandeld = behandelde_onderwerpen(verslag)
    for onderwerp in _VELD_VAN:
        if onderwerp.value not in behandeld and is_leeg(verslag.niet_aan_de_orde.get(onderwerp.value)):
            ontbreekt[_VELD_VAN[onderwerp]] = _WAT_DAN[onderwerp]()
    if is_leeg(verslag.eigen_woorden) and not verslag.wil_niet_antwoorden:
        ontbreekt["eigen_woorden"] = _(
            "Schrijf op wat de vreemdeling zelf zei, of kruis aan dat hij of zij hier vandaag niets over wilde zeggen."
        )
    return ontbreekt | _familie(verslag) | _te_lang(verslag)


def verslag_van_lid(verslag: Verslag, lid: Lidverslag) -> Verslag:
    """The report for the dossier of a relative: what was explained and agreed is shared, what each said is not.

    Of the children a parent's record holds all, a child's only what concerns that child.
    """
    reden = {Onderwerp.TOETSINGSMOMENTEN.value: lid.reden} if lid.reden.strip() else {}
    gedeeld = {
        onderwerp: waarom
        for onderwerp, waarom in verslag.niet_aan_de_orde.items()
        if onderwerp != Onderwerp.TOETSINGSMOMENTEN
    }
    return msgspec.structs.replace(
        verslag,
        eigen_woorden=lid.eigen_woorden,
        wil_niet_antwoorden=lid.wil_niet_antwoorden,
        vragen=lid.vragen,
        niet_aan_de_orde=gedeeld | reden,
        opbrengst=Opbrengst(),
        kinderen=tuple(
            kind for kind in verslag.kinderen if not lid.is_kind or kind.gesprek_id == lid.gesprek_id
        ),
        leden=(),
    )


def _familie(verslag: Verslag) -> dict[str, str]:
    """In a talk with a family each child is asked about apart, and every relative has had a say."""
    ontbreekt = {}
    for nummer, kind in enumerate(verslag.kinderen):
        if verslag.leden and is_leeg(kind.belang):
            ontbreekt[f"kind-{nummer}-belang"] = _(
                "Schrijf op wat dit kind nodig heeft, of waarom u daar nu niets over weet."
            )
    for lid in verslag.leden:
        eigen = verslag_van_lid(verslag, lid)
        if is_leeg(lid.eigen_woorden) and not lid.wil_niet_antwoorden:
            ontbreekt[f"lid-{lid.gesprek_id.hex}-eigen_woorden"] = _(
                "Schrijf op wat dit gezinslid zelf zei, of kruis aan dat hij of zij vandaag niets wilde zeggen."
            )
        if Onderwerp.TOETSINGSMOMENTEN.value not in behandelde_onderwerpen(eigen) and is_leeg(lid.reden):
            ontbreekt[f"lid-{lid.gesprek_id.hex}-reden"] = _WAT_DAN[Onderwerp.TOETSINGSMOMENTEN]()
    return ontbreekt


def taal_of_datum(verslag: Verslag, *, ontvangen_op: date, peildatum: date) -> dict[str, str]:
    """What stops a talk from counting as held: its day, or that nobody could understand each other (norm gesprek-tolk)."""
    ontbreekt = {}
    dag = verslag.gevoerd_op
    if dag is None:
        ontbreekt["gevoerd_op"] = _("Vul in op welke dag het gesprek was.")
    elif dag > peildatum:
        ontbreekt["gevoerd_op"] = _(
            "Deze dag moet nog komen. Leg het gesprek vast op de dag dat het is gevoerd."
        )
    elif dag < ontvangen_op:
        ontbreekt["gevoerd_op"] = _(
            "Op deze dag was het dossier nog niet overgedragen. Controleer het jaar en de maand."
        )
    if verslag.tolk is None:
        ontbreekt["tolk"] = _("Kies of er een tolk was.")
    elif verslag.tolk not in MET_TOLK and verslag.gemeenschappelijke_taal is None:
        ontbreekt["gemeenschappelijke_taal"] = _(
            "Er was geen tolk. Geef aan of u elkaar goed kon verstaan in deze taal."
        )
    elif verslag.tolk not in MET_TOLK and verslag.gemeenschappelijke_taal is False:
        ontbreekt["tolk"] = _(
            "Zonder tolk en zonder gemeenschappelijke taal telt een gesprek niet. Leg vast dat het niet doorging en plan "
            "het opnieuw, met een tolk."
        )
    return ontbreekt


def als_tekst(verslag: Verslag) -> str:
    """The report as one text in Dutch, for the file and the norms. The person's own words are kept apart and not in it."""
    with translation.override("nl"):
        return _tekst(verslag)


def _tekst(verslag: Verslag) -> str:
    vragen: dict[str, str] = {moment: str(VRAGEN[moment]()) for moment in TOETSINGSMOMENTEN}
    delen = [
        (Onderwerp.PROCEDURE.label, verslag.procedure),
        (Onderwerp.OPTIES.label, _opties(verslag)),
        (Onderwerp.GEVOLGEN.label, verslag.gevolgen),
        *((vragen[moment], verslag.vragen.get(moment, "")) for moment in TOETSINGSMOMENTEN),
        (
            Onderwerp.AFSPRAKEN.label,
            "\n".join(f"{a.wie}: {a.wat}, {a.uiterlijk:%d-%m-%Y}" for a in verslag.afspraken),
        ),
        (_("Verder besproken"), verslag.overig),
        *((_("Belang van het kind: %(wie)s") % {"wie": kind.wie}, kind.belang) for kind in verslag.kinderen),
        *(
            (_("Niet aan de orde: %(wat)s") % {"wat": Onderwerp(onderwerp).label}, reden)
            for onderwerp, reden in verslag.niet_aan_de_orde.items()
        ),
    ]
    return "\n\n".join(f"{kop}\n{tekst.strip()}" for kop, tekst in delen if not is_leeg(tekst))


def _opties(verslag: Verslag) -> str:
    namen = ", ".join(str(Ondersteuning(optie).label) for optie in verslag.opties_besproken)
    return "\n".join(deel for deel in (namen, verslag.opties.strip(), verslag.opties_reden.strip()) if deel)


def _te_lang(verslag: Verslag) -> dict[str, str]:
    zin = _(
        "Het verslag is te lang: er passen %(max)s tekens in en het zijn er %(aantal)s. Maak deze tekst korter."
    )
    teksten = {"eigen_woorden": verslag.eigen_woorden, "procedure": als_tekst(verslag)}
    return {
        veld: zin
        % {"max": f"{LANGSTE_TEKST:,}".replace(",", "."), "aantal": f"{len(tekst):,}".replace(",", ".")}
        for veld, tekst in teksten.items()
        if len(tekst) > LANGSTE_TEKST
    }


# The open question of each toetsingsmoment, as the regievoerder asks it.
VRAGEN: Final = {
    "medisch": lambda: _("Hoe gaat het met uw gezondheid en die van uw gezin?"),
    "buiten_schuld": lambda: _(
        "Wat heeft u zelf geprobeerd om papieren te krijgen, en wat gebeurde er toen?"
    ),
    "schrijnend": lambda: _("Is er iets gebeurd waardoor teruggaan voor u of uw gezin heel zwaar is?"),
    "mensenhandel": lambda: _("Is er iemand voor wie u bang bent, of die bepaalt wat u moet doen?"),
}
# Where a gap is shown. Wishes have their own sentence: own words, or that nothing was said.
_VELD_VAN: Final = {
    Onderwerp.PROCEDURE: "procedure",
    Onderwerp.OPTIES: "opties_besproken",
    Onderwerp.GEVOLGEN: "gevolgen",
    Onderwerp.TOETSINGSMOMENTEN: "reden_toetsingsmomenten",
    Onderwerp.AFSPRAKEN: "reden_afspraken",
}
_WAT_DAN: Final = {
    Onderwerp.PROCEDURE: lambda: _(
        "Schrijf op wat u over de procedure vertelde, of waarom dat niet aan de orde kwam."
    ),
    Onderwerp.OPTIES: lambda: _(
        "Kruis aan welke mogelijkheden u besprak, of schrijf op waarom dat niet kon."
    ),
    Onderwerp.GEVOLGEN: lambda: _(
        "Schrijf op wat u over de gevolgen uitlegde, of waarom dat niet aan de orde kwam."
    ),
    Onderwerp.TOETSINGSMOMENTEN: lambda: _(
        "Niet alle vier de vragen hebben een antwoord. Beantwoord ze, of schrijf op waarom dat niet kon."
    ),
    Onderwerp.AFSPRAKEN: lambda: _("Leg ten minste één afspraak vast, of schrijf op waarom er geen is."),
}


def telt_als_derde(moment: str) -> bool:
    """Whether all forms of support must have been discussed when this talk ends."""
    return moment == Moment.DERDE
