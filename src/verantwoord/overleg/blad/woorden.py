"""Names of partners, and the head of a meeting."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from verantwoord.kern.woorden import opsomming
from verantwoord.overleg.blad.vormen import Kop
from verantwoord.overleg.keuzes import Actiehouder, Overlegstand, Partner
from verantwoord.overleg.models import Overleg
from verantwoord.web import datums
from verantwoord.web.waarden import Feit


def partner_naam(code: str) -> str:
    return str(Partner(code).label) if code in Partner.values else str(Actiehouder(code).label)


def namen_van(codes: Sequence[str]) -> str:
    return opsomming([partner_naam(code) for code in codes])


def wie_en_wanneer(naam: str, moment: datetime) -> str:
    return f"{naam}, {datums.wanneer(moment)}"


def kop_van(overleg: Overleg) -> Kop:
    """The head of a meeting: when, which kind, who chairs and who writes."""
    if overleg.soort == "lko":
        soort = (_("Groot LKO:"), _("alle vier de partners"))
    elif overleg.soort == "klein_lko":
        soort = (_("Klein LKO:"), _("niet alle vier de partners"))
    else:
        soort = (_("Soort:"), str(overleg.get_soort_display()))
    rooster = (
        _("%(partner)s (rooster)")
        if overleg.voorzitter == overleg.voorzitter_rooster
        else _("%(partner)s (afwijkend)")
    )
    feiten = (
        Feit(
            _("Wanneer"),
            f"{datums.lang(overleg.datum)}, {datums.tijd(overleg.begin)}",
        ),
        Feit(*soort),
        Feit(_("Voorzitter"), rooster % {"partner": partner_naam(overleg.voorzitter)}),
        Feit(pgettext("overleg", "Verslag"), partner_naam(overleg.notulist)),
    )
    vervallen = overleg.reden_vervallen if overleg.stand == Overlegstand.VERVALLEN else ""
    return Kop(titel=overleg.naam, feiten=feiten, vervallen=vervallen)
