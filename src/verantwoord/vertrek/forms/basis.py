"""What every form of this room shares."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek.queries import Toestand
from verantwoord.web.formulier import LANGSTE_TEKST, Formulier, TekstField

JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]
# What the contract keeps as a reference is a line, not a letter.
KORT = 200


def tekst(label: Any, hint: Any = "", *, verplicht: bool = False) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": 3}),
    )


def ja_nee(label: Any, hint: Any = "", *, verplicht: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=JA_NEE,
        required=verplicht,
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )


class Stapformulier(Formulier):
    """Base: one act on the facts as they stand in ``toestand``; ``nummer`` is the trip it is about, if it is about one.

    ``handeling`` is the act the gate guards, asked before anything is typed; ``zonder`` are norms left out of that
    first question because what is typed here is what they ask for.
    """

    titel: ClassVar[Any]
    knop: ClassVar[Any]
    inleiding: ClassVar[Any] = ""
    handeling: ClassVar[str] = ""
    zonder: ClassVar[frozenset[str]] = frozenset()

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, toestand: Toestand, nummer: int | None = None, **kwargs: Any) -> None:
        self.toestand, self.nummer = toestand, nummer
        begin = self.begin() | (kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=begin, **kwargs)

    @property
    def reis(self) -> int:
        """The place of the trip this step is about."""
        assert self.nummer is not None  # noqa: S101 - the address of a step about a trip names it
        return self.nummer

    def begin(self) -> dict[str, Any]:
        """What the fields hold when the form is opened."""
        return {}

    def let_op(self) -> str:
        """One sentence above the form about this dossier, when there is one to say."""
        return ""

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        raise NotImplementedError

    def waarden(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
