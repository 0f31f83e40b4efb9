"""Supervision: the reporting duty, and when somebody counts as left without supervision."""

from datetime import date, datetime
from itertools import pairwise
from typing import Final

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, voldaan
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import PARTNER, opsomming
from verantwoord.kern.zicht import AMSTERDAM, amsterdamse_dag

_GEEN_MELDPLICHT: Final = niet_van_toepassing("Er loopt geen meldplicht.")
_GEEN_AANLEIDING: Final = niet_voldaan(
    "Er zijn geen twee gemiste meldingen op rij en de vreemdeling is niet 48 uur weggebleven na een overplaatsing. Het dossier kan niet als "
    "vertrek zonder toezicht worden gesloten."
)


@norm(
    "toezicht-meldplicht",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Meldplicht",
    title_en="Reporting duty",
    regel="De AVIM kan een meldplicht opleggen, in beginsel eens per week. Vaker melden vraagt een reden die bij deze vreemdeling past.",
    rule_en="AVIM may impose a reporting duty, by default weekly, adapted individually; purpose is supervision, not pressure to return; LKO may agree frequency within the law.",
    plicht="De meldplicht nakijken",
    bron=(
        "Report 2.1, 2.2",
        "Vw 2000 art. 54; Vb 2000 art. 4.51; Leidraad Terugkeer en Vertrek: Meldplicht",
    ),
    parameters=(parameter("default_frequency", 1, "per-week"),),
    velden=(
        "meldplichten[].opgelegd_door",
        "meldplichten[].per_week",
        "meldplichten[].reden_afwijking",
        "meldplichten[].beeindigd_op",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
    opmerking="Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def toezicht_meldplicht(s: Stand) -> Antwoord:
    if not s.lopende_meldplichten:
        return _GEEN_MELDPLICHT
    tekort = []
    for m in s.lopende_meldplichten:
        sinds = f"De meldplicht van {voluit(m.opgelegd_op)}"
        if m.opgelegd_door != "avim":
            tekort.append(f"{sinds} is opgelegd door {PARTNER[m.opgelegd_door]}. Alleen de AVIM kan dat.")
        if m.per_week != s.p["toezicht-meldplicht.default_frequency"] and is_leeg(m.reden_afwijking):
            tekort.append(
                f"{sinds} is {m.per_week} keer per week, zonder een reden die bij deze vreemdeling past."
            )
    if tekort:
        return niet_voldaan(" ".join(tekort))
    return voldaan(
        f"De AVIM heeft de meldplicht opgelegd op {opsomming([voluit(m.opgelegd_op) for m in s.lopende_meldplichten])}."
    )


@norm(
    "vertrek-zonder-toezicht",
    soort="poort",
    tier=1,
    origin="report",
    titel="MOB-vaststelling",
    title_en="Determination of absconding (MOB)",
    regel="Een dossier wordt alleen als ongecontroleerd vertrek gesloten na twee gemiste meldingen op rij of 48 uur niet aankomen, een aanwezigheidscontrole en een bericht van vertrek van de AVIM.",
    rule_en="Two consecutive missed reports, or not arriving 48 hours after a transfer reservation -> COA reports to AVIM, presence check (COA with AVIM), then AVIM issues a digital departure message; only then outcome 'zelfstandig vertrokken zonder toezicht'.",
    plicht="Een aanwezigheidscontrole en een bericht van vertrek vragen",
    bron=(
        "Leidraad Terugkeer en Vertrek: Bericht van vertrek",
        "Report 2.2, 3.2",
    ),
    parameters=(
        parameter("missed_reports", 2, "consecutive"),
        parameter("no_show", 48, "hour"),
        parameter("dublin_missed", 1, "report"),
        parameter("amv_missing_report", 24, "hour"),
        parameter("amv_house_registration", 8, "day"),
    ),
    velden=(
        "meldplichten[].gemist_op",
        "meldplichten[].per_week",
        "afwezigheid.niet_aangekomen_sinds",
        "afwezigheid.aanwezigheidscontrole_op",
        "afwezigheid.bericht_van_vertrek_ref",
        "afwezigheid.laatst_gezien_op",
    ),
    gevolg="blokkeert",
    blokkeert=("sluiten_ongecontroleerd",),
    geldig_van=date(2021, 10, 11),
    opmerking="Hours are elapsed hours between instants (DST does not matter). The bericht van vertrek has no date; the AMV triggers (24 hours, 8 days) and Dublin trigger have no fields (gap). Catalogue kind was termijn; here soort is poort exactly when gevolg is blokkeert.",
)
def vertrek_zonder_toezicht(s: Stand) -> Antwoord:
    afwezig = s.afwezigheid
    dag = weggebleven_op(s)
    if dag is None:
        return _GEEN_AANLEIDING
    tekort = []
    if afwezig.aanwezigheidscontrole_op is None or afwezig.aanwezigheidscontrole_op < dag:
        tekort.append("Daarna is niet gecontroleerd of de vreemdeling aanwezig is.")
    if afwezig.bericht_van_vertrek_ref is None:
        tekort.append("Er is geen bericht van vertrek van de AVIM.")
    if afwezig.laatst_gezien_op is not None and afwezig.laatst_gezien_op > dag:
        tekort.append(f"De vreemdeling is daarna nog gezien, op {voluit(afwezig.laatst_gezien_op)}.")
    wat = f"De vreemdeling is sinds {voluit(dag)} niet op een melding of een overplaatsing verschenen."
    if tekort:
        return niet_voldaan(f"{wat} {' '.join(tekort)}")
    return voldaan(
        f"{wat} Op {voluit(afwezig.aanwezigheidscontrole_op or dag)} is de aanwezigheid gecontroleerd en er is een bericht van vertrek van de AVIM."
    )


def weggebleven_op(s: Stand) -> date | None:
    """Give the latest day on which staying away was complete: two missed reports, or 48 hours after a transfer."""
    dagen = [dag for m in s.meldplichten if (dag := _twee_gemist(m)) is not None]
    sinds = s.afwezigheid.niet_aangekomen_sinds
    if sinds is not None and _uren_voorbij(s, sinds):
        dagen.append(amsterdamse_dag(sinds))
    return max(dagen, default=None)


def _twee_gemist(meldplicht: d.Meldplicht) -> date | None:
    """Give the later day of the last two successive missed reports within one meldplicht."""
    dagen = sorted(set(meldplicht.gemist_op))
    tussen = -(-7 // meldplicht.per_week)
    return max(
        (tweede for eerste, tweede in pairwise(dagen) if (tweede - eerste).days <= tussen),
        default=None,
    )


def _uren_voorbij(s: Stand, sinds: datetime) -> bool:
    """Tell whether 48 hours have passed at the beginning of the peildatum in Amsterdam; hours are instants."""
    begin = datetime(s.op.year, s.op.month, s.op.day, tzinfo=AMSTERDAM)
    uren: float = s.p["vertrek-zonder-toezicht.no_show"]
    return begin.timestamp() - sinds.timestamp() >= uren * 3600
