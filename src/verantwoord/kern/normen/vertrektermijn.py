"""The period in which a person may arrange departure independently."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import GRONDEN_VERKORTING

_GEEN_TERUGKEERBESLUIT: Final = niet_van_toepassing("Er is geen terugkeerbesluit.")
_TERMIJN_NIET_KORTER: Final = niet_van_toepassing("De vertrektermijn is niet verkort.")
_GEEN_TERMIJN: Final = niet_van_toepassing("Er is geen vertrektermijn berekend van 1 tot en met 90 dagen.")
_GEEN_VERZOEK: Final = niet_van_toepassing("Er is niet gevraagd om een langere vertrektermijn.")
_TERMIJN_NIET_VERLOPEN: Final = niet_van_toepassing("De vertrektermijn is niet 0 dagen en is niet verlopen.")


@norm(
    "vertrektermijn-28-dagen",
    soort="termijn",
    tier=1,
    origin="report",
    titel="Vertrektermijn vier weken",
    title_en="Voluntary departure period of four weeks",
    regel="De vreemdeling krijgt vier weken (28 dagen) om zelfstandig te vertrekken. Na afloop beoordeelt de regievoerder opnieuw wat er moet gebeuren; het verstrijken van de termijn leidt nooit vanzelf tot dwang.",
    rule_en="Default period to leave independently is 4 weeks = 28 calendar days, counted from the day after the duty to leave became effective.",
    plicht="Na de vertrektermijn opnieuw beoordelen wat er moet gebeuren",
    bron=(
        "Report 1.5, 2.2",
        "Vw 2000 art. 62(1)",
        "Directive 2008/115/EC art. 7(1): 7-30 days",
        "rijksoverheid.nl terugkeerbeleid: 28 dagen",
    ),
    parameters=(
        parameter("period", 28, "calendar-day"),
        parameter("directive_min", 7, "day"),
        parameter("directive_max", 30, "day"),
    ),
    velden=(
        "vertrektermijn.start_op",
        "vertrektermijn.startgebeurtenis",
        "vertrektermijn.verlengd_tot",
        "vertrektermijn.verlenging_kenmerk",
        "procedure.besluiten[].vertrektermijn_dagen",
        "procedure.besluiten[].grond_verkorting",
        "procedure.besluiten[].kenmerk",
        "uitkomst.op",
    ),
    gevolg="taak",
    geldig_van=date(2011, 12, 31),
)
def vertrektermijn_28_dagen(s: Stand) -> Antwoord:
    start, termijn = s.start, s.termijnen.vertrektermijn
    if start.oordeel == "niet_van_toepassing":
        return start
    if start.oordeel == "onbekend":
        return start
    if start.oordeel == "niet_voldaan":
        return onbekend(f"{start.uitleg} De regievoerder legt de juiste dag vast.", "vertrektermijn.start_op")
    if termijn.eindigt_op is None:
        return onbekend(
            "Er is een begin van de vertrektermijn vastgelegd, maar geen terugkeerbesluit. De IND kan het besluit geven.",
            "procedure.besluiten",
        )
    einde = termijn.eindigt_op
    if s.op <= einde:
        return voldaan(f"De vreemdeling kan tot en met {voluit(einde)} zelfstandig vertrekken.", einde)
    if s.uitkomst is not None:
        return voldaan(
            f"De vertrektermijn liep tot en met {voluit(einde)}. Op {voluit(s.uitkomst.op)} is de uitkomst van het vertrek vastgelegd.",
            einde,
        )
    return niet_voldaan(
        f"De vertrektermijn liep tot en met {voluit(einde)} en is voorbij. De regievoerder beoordeelt opnieuw wat er moet gebeuren; "
        "er volgt niet vanzelf dwang.",
        einde,
    )


@norm(
    "vertrektermijn-nul-dagen",
    soort="poort",
    tier=1,
    origin="report",
    titel="Vertrektermijn 0 dagen alleen op wettelijke grond",
    title_en="Zero-day term only on a statutory ground",
    regel="Een kortere vertrektermijn of een termijn van 0 dagen geldt alleen als het besluit een wettelijke grond noemt. Zonder grond en kenmerk wordt met 28 dagen gerekend en blijft dwang geblokkeerd.",
    rule_en="The term may be shortened or withheld (0 days) only by decision and only for: risk of absconding, application rejected as manifestly unfounded or for false/incomplete information, or danger to public order/public/national security.",
    plicht="De grond en het kenmerk van de kortere termijn bij de IND opvragen",
    bron=(
        "Report footnote 7",
        "Vw 2000 art. 62(2)",
        "Vb 2000 art. 6.1, 5.1b",
        "Directive 2008/115/EC art. 7(4)",
    ),
    parameters=(
        parameter("days", 0, "calendar-day"),
        parameter(
            "grounds",
            (
                "onttrekkingsrisico",
                "kennelijk-ongegrond-of-onjuiste-gegevens",
                "openbare-orde-of-nationale-veiligheid",
            ),
        ),
    ),
    velden=(
        "procedure.besluiten[].vertrektermijn_dagen",
        "procedure.besluiten[].grond_verkorting",
        "procedure.besluiten[].kenmerk",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    geldig_van=date(2011, 12, 31),
)
def vertrektermijn_nul_dagen(s: Stand) -> Antwoord:
    besluit = s.terugkeerbesluit
    if besluit is None:
        return _GEEN_TERUGKEERBESLUIT
    dagen, wettelijk = besluit.vertrektermijn_dagen, s.p["vertrektermijn-28-dagen.period"]
    if dagen is None or dagen >= wettelijk:
        return _TERMIJN_NIET_KORTER
    wat = f"Het besluit van {voluit(besluit.genomen_op)} geeft een vertrektermijn van {dagen} {'dag' if dagen == 1 else 'dagen'}"
    if besluit.grond_verkorting is None:
        return niet_voldaan(
            f"{wat}, maar noemt geen wettelijke grond. Daarom wordt met {wettelijk} dagen gerekend en blijft dwang geblokkeerd."
        )
    grond = GRONDEN_VERKORTING[besluit.grond_verkorting]
    if besluit.kenmerk is None:
        return onbekend(
            f"{wat} wegens {grond}, maar het kenmerk van het besluit is niet vastgelegd. De IND kan het kenmerk geven.",
            s.pad("besluiten", besluit, "kenmerk"),
        )
    return voldaan(f"{wat} wegens {grond}. De grond en het kenmerk van het besluit zijn vastgelegd.")


@norm(
    "vertrektermijn-start",
    soort="poort",
    tier=1,
    origin="report",
    titel="Startgebeurtenis vertrektermijn expliciet vastleggen",
    title_en="Start event of the departure term must be explicit",
    regel="De vertrektermijn gaat pas lopen na een vastgelegde startgebeurtenis die klopt met de procedure. Zolang het beroep in Nederland mag worden afgewacht of het vertrek is opgeschort, loopt er geen termijn.",
    rule_en="The term starts only with a recorded start event that fits the procedure: the day an unfounded judgment is made known, the last day of an unused appeal period, the day a non-suspensive decision is made known, the withdrawal, or the end of a suspension. While the appeal may be awaited or departure is suspended no term runs.",
    plicht="Het begin van de vertrektermijn vastleggen",
    bron=(
        "Report 2.2, 3.1, 3.2",
        "CJEU 19-06-2018 C-181/16 Gnandi; RBDHA:2018:15367",
        "Vc 2000 A4/3.1 and A4/3.2 (old, lapsed 2013)",
    ),
    parameters=(
        parameter(
            "start_events",
            (
                "uitspraak-ongegrond",
                "beroepstermijn-verstreken",
                "besluit-zonder-schorsende-werking",
                "intrekking-aanvraag",
                "einde-uitstel",
            ),
        ),
    ),
    velden=(
        "vertrektermijn.startgebeurtenis",
        "vertrektermijn.start_op",
        "procedure.besluiten[]",
        "procedure.beroepen[]",
        "procedure.beroepstermijn_tot",
        "procedure.aanvragen[].ingetrokken_op",
        "medisch.art64_*",
        "mensenhandel.bedenktijd_*",
        "mensenhandel.vergunning_*",
        "procedure.voorlopige_voorzieningen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="start_op is the day of the event itself (day the judgment was made known, last day of the appeal period, day the decision was made known, day of withdrawal, last day of the suspension); day 1 of the term is the next day. A later start_op is allowed. After a suspension the old start does not revive; IND's statement is recorded as einde_uitstel.",
)
def vertrektermijn_start(s: Stand) -> Antwoord:
    return s.start


@norm(
    "vertrektermijn-verlenging",
    soort="plicht",
    tier=2,
    origin="law",
    titel="Verlenging vertrektermijn op verzoek",
    title_en="Extension of departure term on request",
    regel="Vraagt de vreemdeling om een langere vertrektermijn, dan stuurt de regievoerder dat verzoek door naar de IND. De termijn wordt alleen langer door een besluit van de IND met een kenmerk.",
    rule_en="The minister (IND) may extend the term for individual circumstances if departure is arranged but temporarily impossible (school, funeral, ties); in principle at most 3 months and only when travel documents are (shortly) available. DT&V forwards a request made in an interview to IND.",
    plicht="Het verzoek om een langere termijn doorsturen naar de IND",
    bron=(
        "Vw 2000 art. 62(3); VV 2000 art. 6.3",
        "Vc (2013) A4/3.4.2.1-3.4.2.2 -> A3/3",
        "Directive 2008/115/EC art. 7(2)",
    ),
    parameters=(parameter("max_extension", 3, "month", status="policy, in principle"),),
    velden=(
        "vertrektermijn.verlenging_gevraagd_op",
        "vertrektermijn.doorgezonden_ind_op",
        "vertrektermijn.verlengd_tot",
        "vertrektermijn.verlenging_kenmerk",
    ),
    gevolg="taak",
    opmerking="The three-month maximum is policy 'in principle' and is shown, not tested. Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def vertrektermijn_verlenging(s: Stand) -> Antwoord:
    t = s.vertrektermijn
    if t.verlenging_gevraagd_op is None and t.verlengd_tot is None:
        return _GEEN_VERZOEK
    tekort = []
    if t.verlenging_gevraagd_op is not None and t.doorgezonden_ind_op is None:
        tekort.append(
            f"Op {voluit(t.verlenging_gevraagd_op)} is om een langere vertrektermijn gevraagd. Het verzoek is nog niet doorgestuurd naar de IND."
        )
    if t.verlengd_tot is not None and t.verlenging_kenmerk is None:
        tekort.append(
            f"Er staat dat de termijn langer is, tot en met {voluit(t.verlengd_tot)}, maar zonder kenmerk van een besluit van de IND telt dat niet."
        )
    if tekort:
        return niet_voldaan(" ".join(tekort))
    if t.verlengd_tot is not None:
        return voldaan(
            f"De IND heeft de vertrektermijn verlengd tot en met {voluit(t.verlengd_tot)}; het kenmerk is vastgelegd."
        )
    return voldaan(
        f"Het verzoek om een langere vertrektermijn is op {voluit(t.doorgezonden_ind_op or s.op)} doorgestuurd naar de IND. De IND beslist."
    )


@norm(
    "algemene-termijnenwet",
    soort="termijn",
    tier=2,
    origin="law",
    titel="Verlenging bij weekend en feestdag",
    title_en="Extension on weekend or public holiday",
    regel="Een wettelijke termijn die eindigt op een zaterdag, zondag of erkende feestdag, loopt door tot en met de eerstvolgende gewone dag. De rekenkundige en de verlengde einddatum worden beide vastgelegd.",
    rule_en="A statutory term ending on Saturday, Sunday or recognised holiday runs through the next ordinary day; not for back-counted terms, terms in hours, or terms of more than 90 days / 12 weeks / 3 months or of years.",
    plicht="Beide einddata van de termijn vastleggen",
    bron=("Algemene termijnenwet art. 1-4 (Stb. 1964, 314, in force 1965-04-01)",),
    parameters=(
        parameter(
            "holidays",
            (
                "Nieuwjaarsdag",
                "Goede Vrijdag (equated)",
                "Tweede Paasdag",
                "Koningsdag",
                "Bevrijdingsdag",
                "Hemelvaartsdag",
                "Tweede Pinksterdag",
                "Eerste Kerstdag",
                "Tweede Kerstdag",
            ),
        ),
        parameter("equated_days_by_royal_decree", "configurable list per year (e.g. Friday after Ascension)"),
    ),
    velden=(
        "vertrektermijn.start_op",
        "procedure.besluiten[].vertrektermijn_dagen",
    ),
    gevolg="meting",
    geldig_van=date(1965, 4, 1),
)
def algemene_termijnenwet(s: Stand) -> Antwoord:
    termijn, dagen = s.termijnen.vertrektermijn, s.dagen_vertrektermijn
    if termijn.eindigt_rekenkundig_op is None or dagen is None or not 1 <= dagen <= 90:
        return _GEEN_TERMIJN
    rekenkundig, einde = termijn.eindigt_rekenkundig_op, termijn.eindigt_op
    if einde is None or einde == rekenkundig:
        return voldaan(
            f"De vertrektermijn eindigt op {voluit(rekenkundig)}. Dat is een gewone dag, dus de termijn wordt niet langer."
        )
    return voldaan(
        f"De vertrektermijn eindigt rekenkundig op {voluit(rekenkundig)} en loopt door tot en met {voluit(einde)} ({termijn.verlengd_wegens})."
    )


@norm(
    "inreisverbod-signaal",
    soort="signaal",
    tier=2,
    origin="law",
    titel="Inreisverbod na verlopen of onthouden termijn",
    title_en="Entry-ban signal after expired or withheld term",
    regel="Is de vertrektermijn verlopen of 0 dagen, dan meldt het systeem dat de bevoegde dienst over een inreisverbod moet beslissen. Het systeem legt zelf niets op.",
    rule_en="When the term is 0 days or expired without departure, an entry-ban decision by the competent authority is due (max 2 years standard; 1/3/5/10/20 in other cases); the system only signals and records.",
    plicht="Aan de IND melden dat over een inreisverbod moet worden beslist",
    bron=(
        "Vw 2000 art. 66a; Vb 2000 art. 6.5a",
        "Directive 2008/115/EC art. 11 (max 5 years, longer on serious threat)",
    ),
    parameters=(
        parameter("standard_max", 2, "year"),
        parameter("directive_max", 5, "year"),
    ),
    velden=(
        "procedure.besluiten[].soort",
        "procedure.besluiten[].genomen_op",
        "procedure.besluiten[].vertrektermijn_dagen",
        "vertrektermijn.start_op",
    ),
    gevolg="waarschuwt",
    geldig_van=date(2011, 12, 31),
)
def inreisverbod_signaal(s: Stand) -> Antwoord:
    besluit = s.terugkeerbesluit
    if besluit is None:
        return _GEEN_TERUGKEERBESLUIT
    if besluit.vertrektermijn_dagen == 0:
        reden = f"Het terugkeerbesluit van {voluit(besluit.genomen_op)} geeft een vertrektermijn van 0 dagen."
    elif (
        vertrektermijn_28_dagen(s).oordeel == "niet_voldaan"
        and s.termijnen.vertrektermijn.eindigt_op is not None
    ):
        reden = f"De vertrektermijn is op {voluit(s.termijnen.vertrektermijn.eindigt_op)} verlopen."
    else:
        return _TERMIJN_NIET_VERLOPEN
    verboden = [
        b.genomen_op for b in s.besluiten if b.soort == "inreisverbod" and b.genomen_op >= besluit.genomen_op
    ]
    if verboden:
        return voldaan(
            f"{reden} De bevoegde dienst heeft op {voluit(max(verboden))} over een inreisverbod beslist."
        )
    return niet_voldaan(
        f"{reden} De bevoegde dienst moet nog beslissen of er een inreisverbod komt. Het systeem legt zelf niets op."
    )
