"""What every form of a step shares: the version it was opened on, the facts it was opened with, and its own words."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.route.stap import Stap
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, TekstField

KORT = 200
JA_NEE_ONBEKEND = [("ja", _("Ja")), ("nee", _("Nee")), ("", _("Nog niet bekend"))]
WAARHEID = {"ja": True, "nee": False, "": None}


class Stapformulier(Formulier):
    """Base of a step's form.

    ``stap`` is what it records. ``uitleg`` says above the fields what the step means; ``na`` what happens afterwards.
    ``norm`` is the norm whose source is named; ``deel`` the fields that begin with the fact that is known.
    """

    stap: ClassVar[Stap]
    uitleg: ClassVar[str | Promise] = ""
    na: ClassVar[tuple[str | Promise, ...]] = ()
    norm: ClassVar[str] = ""
    knop: ClassVar[str | Promise] = _("Leg vast")
    begint_met: ClassVar[tuple[str, ...]] = ()

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, s: Stand, **kwargs: Any) -> None:
        kwargs["initial"] = self._begin(s) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.s = s
        self.pas_aan(s)

    def pas_aan(self, s: Stand) -> None:
        """Fit choices and hints to the dossier; most steps have nothing to fit."""

    def _begin(self, s: Stand) -> dict[str, Any]:
        """Begin with what is known, as the fields show it; the day itself begins with today."""
        deel = getattr(s.beeld, self.stap.moment.value)
        bekend = {veld: _als_veld(getattr(deel, veld)) for veld in self.begint_met}
        eigen_dag = {} if self.stap.datumveld in self.begint_met else {self.stap.datumveld: s.op}
        return eigen_dag | bekend


def _als_veld(waarde: Any) -> Any:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, tuple):
        return "\n".join(waarde)
    return waarde if isinstance(waarde, date) else (waarde or "")


def dag(label: Any, hint: Any = "", *, verplicht: bool = True) -> DatumField:
    return DatumField(label=label, help_text=hint, required=verplicht)


def kort(label: Any, hint: Any = "", *, verplicht: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=verplicht, max_length=KORT)


def tekst(label: Any, hint: Any = "", *, verplicht: bool = False, regels: int = 4) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": regels}),
    )


def keuze(
    label: Any, keuzes: list[tuple[str, Any]], hint: Any = "", *, verplicht: bool = True
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=keuzes, help_text=hint, required=verplicht, widget=forms.RadioSelect
    )


def meerkeuze(
    label: Any, keuzes: list[tuple[str, Any]], hint: Any = "", *, verplicht: bool = True
) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=keuzes, help_text=hint, required=verplicht, widget=forms.CheckboxSelectMultiple
    )


def waarheid(label: Any, hint: Any = "") -> forms.TypedChoiceField:
    """Yes, no, and that it is not known yet; each an answer of equal weight."""
    return forms.TypedChoiceField(
        label=label,
        choices=JA_NEE_ONBEKEND,
        help_text=hint,
        coerce=WAARHEID.__getitem__,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
