"""How a dossier ends: with evidence, and with every measure ended."""

from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_voldaan, voldaan
from verantwoord.kern.definities import is_actief
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import UITKOMST, VERBLIJF, opsomming

_GEEN_UITKOMST: Final = niet_voldaan(
    "Er is geen uitkomst vastgelegd. Zonder bewijs van vertrek kan het dossier niet als vertrokken worden gesloten."
)
_ALLES_BEEINDIGD: Final = voldaan(
    "Er loopt geen meldplicht, bewaring of verblijf in een vbl, gezinslocatie of detentie meer."
)


@norm(
    "uitkomst-aantoonbaar",
    soort="poort",
    tier=1,
    origin="report",
    titel="Vertrekuitkomst met bewijs",
    title_en="Departure outcome with evidence",
    regel="Een dossier wordt alleen als vertrokken gesloten als het bewijs van vertrek er is. Vertrek met onbekende bestemming is nooit een aantoonbaar vertrek.",
    rule_en="Outcome is one of: independent (controlled), forced, uncontrolled (MOB), residence granted/other; 'independent' and 'forced' need evidence of actual departure; MOB is never 'departed'.",
    plicht="Het bewijs van vertrek vastleggen",
    bron=(
        "Report 2.2, 3.2",
        "vreemdelingenvisie 2021/04",
    ),
    parameters=(
        parameter(
            "outcomes",
            (
                "zelfstandig-gecontroleerd",
                "gedwongen",
                "ongecontroleerd",
                "verblijf-of-overig",
            ),
        ),
    ),
    velden=(
        "uitkomst.soort",
        "uitkomst.op",
        "uitkomst.bewijs_ref",
    ),
    gevolg="blokkeert",
    blokkeert=("sluiten_vertrokken",),
)
def uitkomst_aantoonbaar(s: Stand) -> Antwoord:
    uitkomst = s.uitkomst
    if uitkomst is None:
        return _GEEN_UITKOMST
    wat = f"Op {voluit(uitkomst.op)} is als uitkomst vastgelegd: {UITKOMST[uitkomst.soort]}."
    if uitkomst.soort not in ("zelfstandig_gecontroleerd", "gedwongen"):
        return niet_voldaan(f"{wat} Dat is geen aantoonbaar vertrek.")
    if uitkomst.bewijs_ref is None:
        return niet_voldaan(f"{wat} Het bewijs van vertrek ontbreekt.")
    return voldaan(f"{wat} Het bewijs van vertrek is vastgelegd.")


@norm(
    "afsluiten-dossier",
    soort="poort",
    tier=1,
    origin="report",
    titel="Afsluiten met reden en eindgesprek",
    title_en="Close with reason",
    regel="Voor het sluiten zijn alle maatregelen beëindigd, zoals meldplicht, bewaring en verblijf in vbl of gezinslocatie. Sluiten gebeurt altijd door een mens, met een reden.",
    rule_en="The process ends when the person has left, demonstrably or not, or obtains stay; closing records outcome, support given, lessons, open actions cancelled.",
    plicht="De lopende maatregelen beëindigen",
    bron=("Report 1.5, 3.2",),
    velden=(
        "meldplichten[].beeindigd_op",
        "bewaringen[].opgelegd_op",
        "bewaringen[].opgeheven_op",
        "opvang.verblijfplaatsen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "sluiten_ongecontroleerd",
        "sluiten_vertrokken",
    ),
    opmerking="Catalogue kind was plicht; here soort is poort exactly when gevolg is blokkeert.",
)
def afsluiten_dossier(s: Stand) -> Antwoord:
    lopend = [f"de meldplicht van {voluit(m.opgelegd_op)}" for m in s.lopende_meldplichten]
    lopend += [
        f"de bewaring van {voluit(b.opgelegd_op)}"
        for b in s.bewaringen
        if b.opgelegd_op is not None and b.opgeheven_op is None
    ]
    lopend += [
        f"het verblijf in {VERBLIJF[v.soort]} sinds {voluit(v.van)}"
        for v in s.verblijfplaatsen
        if v.soort in VERBLIJF and is_actief(v, s.op)
    ]
    if lopend:
        return niet_voldaan(f"Voordat het dossier kan worden gesloten, moet eindigen: {opsomming(lopend)}.")
    return _ALLES_BEEINDIGD
