"""Numbers of norms in words a reader knows."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

# What each number that may be chosen is the number of.
WAT: Final[dict[str, Promise]] = {
    "verwijderbaarheidscheck.max_age_days": _("Zo lang is een verwijderbaarheidscheck geldig"),
    "gesprek-1-termijn.target": _("Gesprek 1 voeren, na de overdracht binnen"),
    "gesprek-3-na-uitspraak.target": _("Gesprek 3 voeren, na het ongegronde beroep binnen"),
    "gesprek-verslag.finalise_within": _("Het verslag afronden, na het gesprek binnen"),
    "vertrekwens-vastleggen.opvolging": _("Een vertrekwens beantwoorden binnen"),
    "doorverwijzing-iom-ngo.followup": _("Nagaan hoe een verwijzing loopt, binnen"),
    "toetsing-elk-stadium.max_age_at_forced_step": _(
        "Zo oud mag een toetsing ten hoogste zijn voor een stap met dwang"
    ),
    "medisch-route-art64.lawyer_response": _("Zo lang heeft de gemachtigde om te antwoorden"),
    "mensenhandel-signaal.refer_within": _("Een aanwijzing doorgeven aan de politie binnen"),
    "lko-unaniem.written_vote": _("Zo lang na het LKO telt een standpunt nog mee"),
    "lko-verslag.finalise": _("Het verslag van het LKO afronden binnen"),
    "lko-monitoring.stagnation": _("Zo lang mag een zaak in het LKO stilliggen"),
}
_EENHEDEN: Final = {
    "day": ngettext_lazy("%(n)d dag", "%(n)d dagen", "n"),
    "calendar-day": ngettext_lazy("%(n)d dag", "%(n)d dagen", "n"),
    "working-day": ngettext_lazy("%(n)d werkdag", "%(n)d werkdagen", "n"),
    "week": ngettext_lazy("%(n)d week", "%(n)d weken", "n"),
    "month": ngettext_lazy("%(n)d maand", "%(n)d maanden", "n"),
    "year": ngettext_lazy("%(n)d jaar", "%(n)d jaar", "n"),
    "hour": ngettext_lazy("%(n)d uur", "%(n)d uur", "n"),
    "percent": ngettext_lazy("%(n)d procent", "%(n)d procent", "n"),
    "interview": ngettext_lazy("%(n)d gesprek", "%(n)d gesprekken", "n"),
    "ground": ngettext_lazy("%(n)d grond", "%(n)d gronden", "n"),
    "plan": ngettext_lazy("%(n)d plan", "%(n)d plannen", "n"),
    "report": ngettext_lazy("%(n)d keer", "%(n)d keer", "n"),
    "entry": ngettext_lazy("%(n)d aantekening", "%(n)d aantekeningen", "n"),
    "per-week": ngettext_lazy("%(n)d keer per week", "%(n)d keer per week", "n"),
    "per-month": ngettext_lazy("%(n)d keer per maand", "%(n)d keer per maand", "n"),
    "consecutive": ngettext_lazy("%(n)d keer achter elkaar", "%(n)d keer achter elkaar", "n"),
    "factor": ngettext_lazy("%(n)d omstandigheid", "%(n)d omstandigheden", "n"),
}


def wat(norm: str, naam: str) -> str:
    """What the number is the number of; one that has no words yet goes by its name."""
    return str(WAT.get(f"{norm}.{naam}", naam))


def in_eenheid(waarde: int, eenheid: str | None) -> str:
    """A number with its unit."""
    woorden = _EENHEDEN.get(eenheid or "")
    return str(woorden % {"n": waarde}) if woorden else str(waarde)
