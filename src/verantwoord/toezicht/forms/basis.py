"""What every form of this room shares."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.queries import Toestand
from verantwoord.web.formulier import LANGSTE_TEKST, Formulier, TekstField

KORT = 200


def tekst(label: Any, hint: Any = "", *, verplicht: bool = True, rijen: int = 4) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": rijen}),
    )


class Stapformulier(Formulier):
    """Base: one act on a dossier; ``over`` is the measure or test it is about, if it is about one.

    ``terug`` is the page to which it leads back; ``onderdeel`` the tab under which it stands;
    ``ook_gesloten`` whether it is there in a closed dossier too.
    """

    titel: ClassVar[Any]
    knop: ClassVar[Any]
    inleiding: ClassVar[Any] = ""
    bron: ClassVar[Any] = ""
    terug: ClassVar[str] = "toezicht:overzicht"
    onderdeel: ClassVar[str] = "toezicht"
    ook_gesloten: ClassVar[bool] = False

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, toestand: Toestand, over: UUID | None = None, **kwargs: Any) -> None:
        self.toestand, self.over = toestand, over
        begin = self.begin() | (kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=begin, **kwargs)

    @property
    def eigen(self) -> UUID:
        """The measure or test that this step is about."""
        assert self.over is not None  # noqa: S101 - the address of a step about one names it
        return self.over

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

    def zonder_versie(self) -> dict[str, Any]:
        """For an act on a row of its own, which no change of facts can overtake."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}


BRON_MELDPLICHT = _("Vw 2000 artikel 54; Vb 2000 artikel 4.51; Leidraad Terugkeer en Vertrek: Meldplicht")
BRON_MAATREGEL = _("Vw 2000 artikel 56; Leidraad Terugkeer en Vertrek: Vrijheidsbeperkende maatregel")
BRON_REISTEST = _("AVG artikel 9, lid 2, onder a: alleen met uitdrukkelijke toestemming")
