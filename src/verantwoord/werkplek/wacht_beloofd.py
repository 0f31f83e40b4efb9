"""What was promised and whose day has passed: agreements of talks, and actions of the plan that are of an organisation.

What the person would do is left out: that is theirs to tell, and no debt.
"""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.queries import te_late_afspraken_of
from verantwoord.vertrekplan.keuzes import Eigenaar
from verantwoord.web.datums import dag_maand
from verantwoord.werkplek.watnu import Punt


def afspraken(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Punt]:
    """One point for all agreements that are late; the oldest is told."""
    if not any(gesprek.afgerond_op is not None for gesprek in s.beeld.gesprekken):
        return
    laat = te_late_afspraken_of(dossier_id, viewer=viewer, op=s.op)
    if laat:
        yield Punt(
            titel=ngettext(
                "%(n)d afspraak uit een gesprek staat nog open.",
                "%(n)d afspraken uit gesprekken staan nog open.",
                len(laat),
            )
            % {"n": len(laat)},
            uitleg=_("%(wie)s: %(wat)s. Dat zou klaar zijn op %(dag)s.")
            % {"wie": laat[0].wie, "wat": laat[0].wat.rstrip(". "), "dag": dag_maand(laat[0].uiterlijk)},
            actie=_("Bekijk de afspraken"),
            actie_url=reverse("vertrekgesprek:lijst", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )


def acties(s: Stand, dossier_id: UUID) -> Iterator[Punt]:
    """One point for all actions of the plan that are late; the oldest is told."""
    if s.vertrekplan is None:
        return
    laat = sorted(
        (actie.uiterlijk, actie.omschrijving, actie.eigenaar)
        for actie in s.vertrekplan.acties
        if actie.gereed_op is None
        and actie.uiterlijk is not None
        and actie.uiterlijk < s.op
        and actie.eigenaar != Eigenaar.VREEMDELING
    )
    if laat:
        dag, wat, wie = laat[0]
        yield Punt(
            titel=ngettext(
                "%(n)d actie uit het vertrekplan staat nog open.",
                "%(n)d acties uit het vertrekplan staan nog open.",
                len(laat),
            )
            % {"n": len(laat)},
            uitleg=_("%(wie)s: %(wat)s. Dat zou klaar zijn op %(dag)s.")
            % {"wie": Eigenaar(wie).label, "wat": wat.rstrip(". "), "dag": dag_maand(dag)},
            actie=_("Bekijk de acties"),
            actie_url=reverse("vertrekplan:plan", args=[dossier_id]) + "#acties",
            afwijking="",
            afwijken_url="",
        )
