"""Somebody who cannot leave through no fault of his own: the conditions and the weighty advice."""

from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import opsomming

_NIET_BEGONNEN: Final = niet_van_toepassing(
    "Er zijn geen eigen pogingen om te vertrekken vastgelegd en er is geen bemiddeling gevraagd."
)
_NIET_VERVULD: Final = niet_van_toepassing(
    "De voorwaarden voor buiten schuld zijn niet vervuld en er is geen advies."
)


@norm(
    "buitenschuld-voorwaarden",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Voorwaarden buiten schuld",
    title_en="Conditions for no-fault",
    regel="Voor een buitenschuldadvies moet vaststaan dat de vreemdeling zelf alles heeft geprobeerd, dat bemiddeling buiten zijn schuld is mislukt, dat zijn identiteit niet in twijfel is en dat er geen procedure meer loopt.",
    rule_en="Positive assessment needs: person did all he could (own attempts, IOM/embassy), mediation by DT&V requested and failed through no fault of his, no pending residence procedures and no other permit ground, no reasonable doubt about identity and nationality, full cooperation - shown by objective documents.",
    plicht="Nagaan welke voorwaarde voor buiten schuld nog ontbreekt",
    bron=(
        "Report 2.2, 3.3; Procesprotocol D2 v1.2",
        "Vb 2000 art. 3.48(2)(a); Vc B8/4; Leidraad Terugkeer en Vertrek: Buiten schuld",
        "vreemdelingenvisie 2023/07",
    ),
    velden=(
        "buiten_schuld.eigen_pogingen",
        "buiten_schuld.bemiddeling_gevraagd_op",
        "buiten_schuld.bemiddeling_mislukt_op",
        "buiten_schuld.identiteit_twijfel",
        "buiten_schuld.meewerkend",
        "persoon.amv",
        "procedure.aanvragen[]",
        "procedure.verblijfsgronden[]",
        "procedure.beroepen[]",
    ),
    gevolg="taak",
    opmerking="Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def buitenschuld_voorwaarden(s: Stand) -> Antwoord:
    b = s.buiten_schuld
    if not b.eigen_pogingen and b.bemiddeling_gevraagd_op is None:
        return _NIET_BEGONNEN
    tekort = _niet_vervuld(s)
    if tekort:
        return niet_voldaan(
            f"Voor een advies buiten schuld is niet voldaan aan alle voorwaarden: {opsomming(tekort)}."
        )
    ontbreekt = [
        (f"buiten_schuld.{veld}", wat)
        for veld, wat, waarde in (
            ("identiteit_twijfel", "of er twijfel is over de identiteit", b.identiteit_twijfel),
            ("meewerkend", "of de vreemdeling heeft meegewerkt", b.meewerkend),
        )
        if waarde is None
    ]
    if ontbreekt:
        return onbekend(
            f"De andere voorwaarden voor buiten schuld zijn vervuld. Niet vastgelegd is {opsomming([wat for _, wat in ontbreekt])}. De regievoerder legt dit vast.",
            *(pad for pad, _ in ontbreekt),
        )
    if b.bemiddeling_mislukt_op is not None:
        return voldaan(
            f"Alle voorwaarden voor buiten schuld zijn vervuld. De bemiddeling is op {voluit(b.bemiddeling_mislukt_op)} zonder resultaat geëindigd."
        )
    return voldaan(
        "Alle voorwaarden voor buiten schuld zijn vervuld. Voor een alleenstaande minderjarige hoeft niet om bemiddeling te zijn gevraagd."
    )


def _niet_vervuld(s: Stand) -> list[str]:
    """Name the conditions that certainly do not hold."""
    b = s.buiten_schuld
    voorwaarden = [
        (bool(b.eigen_pogingen), "er zijn geen eigen pogingen om te vertrekken vastgelegd"),
        (s.persoon.amv or b.bemiddeling_gevraagd_op is not None, "er is niet om bemiddeling gevraagd"),
        (
            s.persoon.amv or b.bemiddeling_mislukt_op is not None,
            "er staat niet dat de bemiddeling is mislukt",
        ),
        (not s.open_aanvragen, "er loopt nog een aanvraag"),
        (not s.actieve_verblijfsgronden, "er is rechtmatig verblijf"),
        (s.beroepsstand != "loopt", "er loopt nog een beroep"),
        (b.identiteit_twijfel is not True, "er is twijfel over de identiteit"),
        (b.meewerkend is not False, "er staat dat de vreemdeling niet heeft meegewerkt"),
    ]
    return [wat for vervuld, wat in voorwaarden if not vervuld]


@norm(
    "buitenschuld-zwaarwegend-advies",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Zwaarwegend advies aan IND",
    title_en="Weighty advice to IND",
    regel="Zijn de voorwaarden voor buiten schuld vervuld, dan stelt de DT&V een positief zwaarwegend advies op en stuurt dat uit zichzelf aan de IND.",
    rule_en="If conditions are met DT&V draws up a positive 'zwaarwegend ambtsadvies' and sends it ex officio to IND; DT&V tests the no-fault policy, IND tests public order and decides.",
    plicht="Het zwaarwegend advies aan de IND sturen",
    bron=(
        "Report 3.3",
        "Leidraad Terugkeer en Vertrek: Buiten schuld",
    ),
    velden=("buiten_schuld.zwaarwegend_advies_op",),
    gevolg="taak",
    opmerking="The catalogue's pause of coercion between advice and IND decision is not in a source and not modelled as a guard (see contract_gaps.md).",
)
def buitenschuld_zwaarwegend_advies(s: Stand) -> Antwoord:
    verstuurd = s.buiten_schuld.zwaarwegend_advies_op
    if verstuurd is not None:
        return voldaan(f"De DT&V heeft op {voluit(verstuurd)} een zwaarwegend advies aan de IND gestuurd.")
    if buitenschuld_voorwaarden(s).oordeel != "voldaan":
        return _NIET_VERVULD
    return niet_voldaan(
        "De voorwaarden voor buiten schuld zijn vervuld. De DT&V moet uit zichzelf een zwaarwegend advies aan de IND sturen."
    )
