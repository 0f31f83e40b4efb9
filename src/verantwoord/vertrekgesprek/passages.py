"""The words of a finished report to read once more: which texts are read, and each passage as it is shown.

What is found is worked out each time from the report itself and kept nowhere; see ``kern.signalen.nalezen``. What
somebody did with it is a :class:`~verantwoord.vertrekgesprek.models.Passagebesluit`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.kern.signalen import Passage, Plek
from verantwoord.vertrekgesprek.keuzes import WENSSOORTEN, Besluitsoort, Onderwerp, Toevoeging, Zoekterrein
from verantwoord.vertrekgesprek.models import Addendum, Gesprek, Passagebesluit

Deel = tuple[str, bool]
LANGSTE_NAAM: Final = 60


def leesteksten(gesprek: Gesprek, *, toegevoegd: Iterable[Addendum] | None = None) -> dict[str, str]:
    """Everything that was said or heard in a talk, and what was added to it, by the name of where it stands.

    ``toegevoegd`` are its additions when they are known; else they are asked.

    What was explained about the procedure is not in it: it begins as sentences of the program. What is said about a child
    whose own talk ended in the same sitting is read in its own dossier, once.
    """
    blokken = gesprek.blokken
    later = gesprek.addenda.all() if toegevoegd is None else toegevoegd
    lp = (gesprek.concept.get("lp") or {}).get("toelichting", "")
    teksten = {
        "eigen_woorden": gesprek.eigen_woorden,
        **{f"vragen.{moment}": tekst for moment, tekst in gesprek.vragen.items()},
        **{
            f"kinderen.{nummer}": kind["belang"]
            for nummer, kind in enumerate(gesprek.kinderen)
            if not kind.get("elders")
        },
        **{f"blokken.{naam}": blokken.get(naam, "") for naam in ("opties", "gevolgen", "overig")},
        "lp": lp,
        # A subject that came along from elsewhere may have any name; a place has a short one.
        **{
            f"reden.{onderwerp}"[:LANGSTE_NAAM]: reden
            for onderwerp, reden in gesprek.niet_aan_de_orde.items()
        },
        "verslag": "" if blokken else gesprek.verslag,
        **{f"later.{addendum.pk.hex}": addendum.tekst for addendum in later},
    }
    return {naam: tekst for naam, tekst in teksten.items() if tekst and tekst.strip()}


def plek_van(besluit: Passagebesluit) -> Plek:
    return Plek(besluit.vindplaats, besluit.terrein, besluit.begin, besluit.eind)


def plaats_in_woorden(vindplaats: str, gesprek: Gesprek) -> str:
    """Where in the report a text stands, as its reader knows it."""
    soort, _punt, naam = vindplaats.partition(".")
    if soort == "kinderen" and naam.isdigit() and int(naam) < len(gesprek.kinderen):
        return _("Over %(wie)s") % {"wie": gesprek.kinderen[int(naam)]["wie"]}
    if soort == "reden":
        onderwerp = Onderwerp(naam).label if naam in Onderwerp.values else naam
        return _("Niet aan de orde: %(wat)s") % {"wat": onderwerp}
    if soort == "vragen" and naam in Zoekterrein.values:
        return _("Vier vragen: %(wat)s") % {"wat": str(Zoekterrein(naam).label).lower()}
    if soort == "later":
        addendum = next((een for een in gesprek.addenda.all() if een.pk.hex == naam), None)
        return str(addendum.get_soort_display()) if addendum else str(Toevoeging.AANVULLING.label)
    vaste = {
        "eigen_woorden": _("Wensen in eigen woorden"),
        "blokken.opties": _("Mogelijkheden"),
        "blokken.gevolgen": _("Gevolgen van niet meewerken"),
        "blokken.overig": _("Verder besproken"),
        "lp": _("LP-formulier"),
    }
    return vaste.get(vindplaats, _("Verslag"))


@dataclass(frozen=True, kw_only=True)
class Waarom:
    """One rule that was met: its words in the text, what they may be about, and where the rule itself can be read."""

    woorden: str
    uitleg: str
    regel: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Passageblad:
    """One card; ``delen`` are the pieces of the quotation and whether each is what a rule met."""

    passage: Passage
    terrein: str
    plaats: str
    delen: list[Deel]
    waarom: list[Waarom]

    @property
    def is_wens(self) -> bool:
        return self.passage.terrein == Zoekterrein.WENS

    @property
    def sleutel(self) -> str:
        """What tells this card from the others on its page."""
        plek = self.passage.plek
        return f"{plek.vindplaats.replace('.', '-')}-{plek.terrein}-{plek.begin}"


def passageblad(passage: Passage, *, plaats: str) -> Passageblad:
    return Passageblad(
        passage=passage,
        terrein=str(Zoekterrein(passage.terrein).label),
        plaats=plaats,
        delen=list(_delen(passage)),
        waarom=_waarom(passage),
    )


def _delen(passage: Passage) -> Iterator[Deel]:
    plek = passage.begin
    tekst = passage.citaat
    for treffer in passage.treffers:
        begin, eind = max(treffer.begin, plek) - passage.begin, treffer.eind - passage.begin
        yield from _niet_leeg((tekst[plek - passage.begin : begin], False), (tekst[begin:eind], True))
        plek = treffer.eind
    yield from _niet_leeg((tekst[plek - passage.begin :], False))


def _niet_leeg(*delen: Deel) -> Iterator[Deel]:
    return (deel for deel in delen if deel[0])


def _waarom(passage: Passage) -> list[Waarom]:
    bladzij = reverse("woordregels:soort", args=[passage.terrein])
    per_regel: dict[str, list[str]] = {}
    uitleg: dict[str, str] = {}
    for treffer in passage.treffers:
        per_regel.setdefault(treffer.regel, []).append(treffer.citaat)
        uitleg[treffer.regel] = treffer.uitleg
    return [
        Waarom(
            woorden=", ".join(f"“{woorden}”" for woorden in dict.fromkeys(gevonden)),
            uitleg=uitleg[regel],
            regel=regel,
            url=f"{bladzij}#{regel}",
        )
        for regel, gevonden in per_regel.items()
    ]


@dataclass(frozen=True, kw_only=True)
class Besluitblad:
    """What was done with a passage. ``afgeschermd``: the words are for who has the regie and for who wrote them."""

    besluit: Passagebesluit
    kop: str
    afgeschermd: bool


def besluitbladen(besluiten: Sequence[Passagebesluit], *, leest: Mapping[object, bool]) -> list[Besluitblad]:
    """``leest`` says by key of a decision whether its words may be read; see ``queries.leest_besluiten``."""
    return [
        Besluitblad(besluit=besluit, kop=_kop(besluit), afgeschermd=not leest[besluit.pk])
        for besluit in besluiten
    ]


def _kop(besluit: Passagebesluit) -> str:
    terrein = str(besluit.get_terrein_display())
    if besluit.soort == Besluitsoort.TERZIJDE:
        return _("%(terrein)s: terzijde gelegd") % {"terrein": terrein}
    if besluit.soort == Besluitsoort.WENS:
        wat = dict(WENSSOORTEN).get(besluit.betreft)
        return (
            _("%(terrein)s: werd een wens, %(wat)s") % {"terrein": terrein, "wat": str(wat).lower()}
            if wat
            else _("%(terrein)s: werd een wens") % {"terrein": terrein}
        )
    moment = besluit.betreft if besluit.betreft in Zoekterrein.values else besluit.terrein
    return _("%(terrein)s: de toetsing %(moment)s ging open") % {
        "terrein": terrein,
        "moment": str(Zoekterrein(moment).label).lower(),
    }
