"""The court: an appeal may be awaited, a further appeal alone does not suspend, an interim measure does."""

from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import stand_van_beroep

_GEEN_HOGER_BEROEP: Final = niet_van_toepassing(
    "Er is geen hoger beroep en geen verzoek om een voorlopige voorziening."
)


def voorziening_tot(s: Stand) -> str:
    """Say until when the interim measure runs, as the end of a sentence."""
    voorziening = s.actieve_voorziening
    if voorziening is not None and voorziening.tot is not None:
        return f"tot en met {voluit(voorziening.tot)}"
    return "zonder einddatum"


@norm(
    "beroep-afwachten",
    soort="poort",
    tier=1,
    origin="report",
    titel="Beroep in Nederland afwachten",
    title_en="Appeal may be awaited in the Netherlands",
    regel="Heeft het beroep schorsende werking, dan mag de vreemdeling de uitspraak van de rechtbank in Nederland afwachten, ook zolang de beroepstermijn loopt. Informeren mag, vertrek afdwingen niet.",
    rule_en="If the appeal has suspensive effect the person remains lawfully until the court decides; interviews 1 and 2 may take place, but no departure may be enforced.",
    plicht="De uitspraak op het beroep afwachten",
    bron=(
        "Report summary, 3.1",
        "Vw 2000 art. 8(h), 82; Gnandi C-181/16",
    ),
    velden=(
        "procedure.besluiten[].schorsende_werking",
        "procedure.beroepen[]",
        "procedure.beroepstermijn_tot",
        "procedure.voorlopige_voorzieningen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "overplaatsen_vbl",
        "opvang_beeindigen",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
)
def beroep_afwachten(s: Stand) -> Antwoord:
    stand, besluit = s.beroepsstand, s.referentiebesluit
    if besluit is None:
        return onbekend(
            "Er staat geen besluit in het dossier. De IND kan zeggen welk besluit er is en of beroep het vertrek uitstelt.",
            "procedure.besluiten",
        )
    zin = stand_van_beroep(s)
    if stand in ("afgedaan", "termijn_verstreken"):
        return voldaan(f"{zin} Er is geen beroep meer dat in Nederland mag worden afgewacht.")
    if stand == "gegrond":
        return niet_voldaan(f"{zin} Er mag geen vertrek worden afgedwongen.")
    if besluit.schorsende_werking is None:
        return onbekend(
            f"{zin} Het is niet vastgelegd of beroep tegen het besluit van {voluit(besluit.genomen_op)} het vertrek uitstelt. De "
            "IND kan dit zeggen.",
            s.pad("besluiten", besluit, "schorsende_werking"),
        )
    if besluit.schorsende_werking is False:
        if s.actieve_voorziening is not None:
            return niet_voldaan(
                f"Beroep stelt het vertrek hier niet uit, maar de rechter heeft een voorlopige voorziening toegewezen, {voorziening_tot(s)}."
            )
        return voldaan(
            f"Beroep tegen het besluit van {voluit(besluit.genomen_op)} stelt het vertrek niet uit. {zin}"
        )
    if stand == "termijn_onbekend":
        return onbekend(f"{zin} De IND kan die dag geven.", "procedure.beroepstermijn_tot")
    if stand == "uitspraak_onvolledig":
        return onbekend(f"{zin} De rechtbank of de IND kan dit geven.", *s.ontbrekend_aan_uitspraak)
    return niet_voldaan(f"{zin} De vreemdeling mag de uitspraak in Nederland afwachten.")


@norm(
    "hoger-beroep-voorlopige-voorziening",
    soort="poort",
    tier=2,
    origin="leidraad",
    titel="Hoger beroep schorst niet; voorlopige voorziening wel",
    title_en="Further appeal does not suspend; interim measure does",
    regel="Hoger beroep alleen houdt het vertrek niet tegen, een toegewezen voorlopige voorziening wel. Loopt een verzoek nog, dan is eerst een nieuwe verwijderbaarheidscheck bij de IND nodig.",
    rule_en="A further appeal (Afdeling) alone does not suspend the duty to leave; a granted interim measure does. While a request is pending, execution needs explicit confirmation from IND that it may be continued.",
    plicht="Bij een open verzoek de IND opnieuw vragen of vertrek mag",
    bron=(
        "Awb art. 8:81 ff; Vw 2000 ch. 7",
        "Leidraad/IND practice (not found verbatim)",
    ),
    velden=(
        "procedure.beroepen[].soort",
        "procedure.voorlopige_voorzieningen[]",
        "verwijderbaarheidschecks[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "lp_verzenden",
        "presentatie_plannen",
        "overplaatsen_vbl",
        "opvang_beeindigen",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
)
def hoger_beroep_voorlopige_voorziening(s: Stand) -> Antwoord:
    if not s.voorlopige_voorzieningen and not any(b.soort == "hoger_beroep" for b in s.beroepen):
        return _GEEN_HOGER_BEROEP
    if s.actieve_voorziening is not None:
        return niet_voldaan(
            f"De rechter heeft een voorlopige voorziening toegewezen, {voorziening_tot(s)}. Zolang ligt het vertrek stil."
        )
    positief = [c.gecheckt_op for c in s.verwijderbaarheidschecks if c.uitkomst == "verwijderbaar"]
    open_verzoeken = [
        v
        for v in s.voorlopige_voorzieningen
        if v.toegewezen is None and not any(dag > v.gevraagd_op for dag in positief)
    ]
    if open_verzoeken:
        return onbekend(
            f"Op het verzoek om een voorlopige voorziening van {voluit(open_verzoeken[-1].gevraagd_op)} is nog niet beslist. Vraag de "
            "IND of het vertrek toch door mag gaan; de rechtbank kan zeggen wanneer zij beslist.",
            *(s.pad("voorlopige_voorzieningen", v, "toegewezen") for v in open_verzoeken),
        )
    return voldaan("Er geldt geen voorlopige voorziening. Hoger beroep alleen houdt het vertrek niet tegen.")
