"""Standard text: sentences that stand, the same or nearly so, in many dossiers. The text is shown, never whose it is.

Equal: the same after names, figures and signs are taken out. Nearly equal: at least as much alike as ``LIJKT`` by the
trigrams of PostgreSQL, sought only among texts that share the smallest of their pieces of four words (min-hash), so that
no text is compared with all others. Report §3.3: an afweging that stands in every dossier weighs nothing.
Broder (1997), *On the resemblance and containment of documents*.
"""

import re
from typing import Any, Final

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.statistiek.aandeel import half_op
from verantwoord.kern.statistiek.beveiliging import rond_af
from verantwoord.kwaliteit.keuze import over_alle_dossiers
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met
from verantwoord.kwaliteit.sql import TOETSING_TELT, gevuld

# In fewer dossiers a text may be somebody's; where it is about health or mensenhandel in fewer than the double.
MINSTENS: Final = 5
MINSTENS_GEVOELIG: Final = 10
AFRONDING: Final = 5
LIJKT: Final = 0.7
MEESTE: Final = 10
_LANGSTE: Final = 600
_GEVOELIG: Final = frozenset({"medisch", "mensenhandel"})
WEG: Final = "…"
_GETAL: Final = re.compile(
    r"[\w-]*\d[\w-]*(?: (?:januari|februari|maart|april|mei|ju[nl]i|augustus|(?:septem|okto|novem|decem)ber)\b)?"
)
_STIPPELS: Final = re.compile(r"…(?:,? ?…)+")
# Not at the beginning of a sentence, where every word has a capital; and not an abbreviation such as IND.
_NAAM: Final = re.compile(r"(?<![.!?:] )(?<!^)\b[^\W\d_a-z][^\W\d_A-Z][\w'’-]*")

SOORTEN: Final[dict[str, Promise]] = {
    "vertrekstrategie": _("Vertrekstrategie"),
    "medisch": _("Afweging: medische bijzonderheden"),
    "buiten_schuld": _("Afweging: buiten schuld"),
    "schrijnend": _("Afweging: schrijnende omstandigheden"),
    "mensenhandel": _("Afweging: mensenhandel"),
}
_AFWEGING: Final = f"""
    select t.dossier_id, t.afweging as tekst
    from toetsing_toetsing t join dossier_dossier d on d.id = t.dossier_id
    where t.moment = %(soort)s and {TOETSING_TELT} and t.getoetst_op <= %(tot)s
      and d.ontvangen_op between %(van)s and %(tot)s"""  # noqa: S608 - names of our own, values apart
_STRATEGIE: Final = f"""
    select distinct on (p.dossier_id) p.dossier_id, p.strategie as tekst
    from vertrekplan_vertrekplan p join dossier_dossier d on d.id = p.dossier_id
    where p.vastgesteld_op <= %(tot)s and {gevuld("p.strategie")}
      and d.ontvangen_op between %(van)s and %(tot)s
    order by p.dossier_id, p.versie desc, p.volgorde desc"""  # noqa: S608 - names of our own, values apart
# A word with a capital may be a name; so is nothing of it left, nor of figures and signs.
_GERAAMTE: Final = (
    "btrim(lower(regexp_replace(regexp_replace(tekst, '\\m[[:upper:]][[:lower:]]+', ' ', 'g'),"
    " '[^[:alpha:]]+', ' ', 'g')))"
)
_GROEPEN: Final = f"""
with teksten as ({{teksten}}),
geraamten as (
    select md5(geraamte) as sleutel, min(geraamte) as geraamte, min(tekst) as tekst, array_agg(distinct dossier_id) as wie
    from (select dossier_id, tekst, {_GERAAMTE} as geraamte from teksten) g
    group by md5(geraamte)
),
stukken as (
    select g.sleutel, array_to_string(w.woorden[i : i + 3], ' ') as stuk
    from geraamten g,
         lateral (select string_to_array(g.geraamte, ' ') as woorden) w,
         lateral generate_series(1, greatest(1, cardinality(w.woorden) - 3)) i
),
afdrukken as (
    select sleutel, zaad, min(hashtextextended(stuk, zaad)) as afdruk
    from stukken, generate_series(1, 4) zaad
    group by sleutel, zaad
),
-- For each print the text that stands in most dossiers speaks for those that share it.
voorbeeld as (
    select distinct on (a.zaad, a.afdruk) a.zaad, a.afdruk, g.sleutel, g.geraamte
    from afdrukken a join geraamten g using (sleutel)
    order by a.zaad, a.afdruk, cardinality(g.wie) desc, g.sleutel
),
leden as (
    select distinct v.sleutel as hoofd, a.sleutel
    from voorbeeld v
    join afdrukken a on a.zaad = v.zaad and a.afdruk = v.afdruk
    join geraamten g on g.sleutel = a.sleutel
    where g.sleutel = v.sleutel or similarity(g.geraamte, v.geraamte) >= %(lijkt)s
),
per_dossier as (
    select l.hoofd, l.sleutel, dossier.id
    from leden l join geraamten g using (sleutel) cross join lateral unnest(g.wie) dossier(id)
),
groepen as (
    select hoofd, count(distinct id) as samen, count(distinct id) filter (where sleutel = hoofd) as gelijk,
           array_agg(distinct sleutel) as sleutels
    from per_dossier group by hoofd having count(distinct id) >= %(minstens)s
)
select h.tekst, g.samen, g.gelijk, g.sleutels,
       (select count(distinct dossier_id) from teksten),
       (select count(distinct id) from per_dossier where hoofd in (select hoofd from groepen))
from groepen g join geraamten h on h.sleutel = g.hoofd
order by g.samen desc, g.hoofd
"""  # noqa: S608 - names of our own, values apart


class Standaardtekst(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence without names, and in about how many dossiers it stands: it or one like it, and the same one.

    ``gelijk`` is 0 where the same one stands in too few.
    """

    tekst: str
    samen: int
    gelijk: int


class Tekstsoort(msgspec.Struct, frozen=True, kw_only=True):
    """The standard texts of one kind; ``procent``: of the dossiers with such a text, in how many it is a standard one."""

    soort: str
    minstens: int
    procent: int | None
    teksten: tuple[Standaardtekst, ...]


class Teksten(msgspec.Struct, frozen=True, kw_only=True):
    soorten: tuple[Tekstsoort, ...]

    def als_json(self) -> Any:
        return msgspec.to_builtins(self)


def vind(kwartaal: Kwartaal) -> Teksten:
    """The standard texts in dossiers of the year that ends with this quarter."""
    return Teksten(soorten=tuple(_soort(soort, kwartaal) for soort in SOORTEN))


def _soort(soort: str, kwartaal: Kwartaal) -> Tekstsoort:
    minstens = MINSTENS_GEVOELIG if soort in _GEVOELIG else MINSTENS
    teksten = _STRATEGIE if soort == "vertrekstrategie" else _AFWEGING
    waarden: dict[str, Any] = {
        "soort": soort,
        "van": jaar_tot_en_met(kwartaal)[0].van,
        "tot": kwartaal.tot,
        "lijkt": LIJKT,
        "minstens": minstens,
    }
    with over_alle_dossiers() as cursor:
        cursor.execute(_GROEPEN.format(teksten=teksten), waarden)
        rijen = cursor.fetchall()
    gekozen: list[Standaardtekst] = []
    al_gezegd: set[str] = set()
    for tekst, samen, gelijk, sleutels, _dossiers, _standaard in rijen:
        # A text that stands in the group of one before is not told twice.
        if al_gezegd.isdisjoint(sleutels) and len(gekozen) < MEESTE:
            gekozen.append(
                Standaardtekst(
                    tekst=zonder_namen(tekst),
                    gelijk=rond_af(gelijk, AFRONDING) if gelijk >= minstens else 0,
                    samen=rond_af(samen, AFRONDING),
                )
            )
        al_gezegd |= set(sleutels)
    dossiers, standaard = rijen[0][4:] if rijen else (0, 0)
    return Tekstsoort(
        soort=soort,
        minstens=minstens,
        procent=half_op(100 * rond_af(standaard, AFRONDING), rond_af(dossiers, AFRONDING))
        if dossiers
        else None,
        teksten=tuple(gekozen),
    )


def zonder_namen(tekst: str) -> str:
    """The sentence with dots for what may be a name, a day or a number: a word with a capital inside a sentence."""
    woorden = _GETAL.sub(WEG, " ".join(tekst.split()))
    zonder = _STIPPELS.sub(WEG, _NAAM.sub(WEG, woorden))
    return zonder if len(zonder) <= _LANGSTE else f"{zonder[:_LANGSTE].rsplit(' ', 1)[0]} {WEG}"
