"""Fields that more than one form of this room asks: an amount, and which wish something is about."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.models import Wens

GEEN_WENS = "geen"


class BedragField(forms.DecimalField):
    """An amount in euros; a comma and a point are the same, as people type both."""

    def __init__(self, **opties: Any) -> None:
        opties.setdefault("help_text", lui("In euro's, bijvoorbeeld 350 of 350,50"))
        super().__init__(
            min_value=0,
            max_digits=9,
            decimal_places=2,
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={
                "invalid": lui("Schrijf het bedrag in cijfers, bijvoorbeeld 350 of 350,50."),
                "min_value": lui("Een bedrag is nul of meer."),
                "max_digits": lui("Dit bedrag is te groot."),
                "max_whole_digits": lui("Dit bedrag is te groot."),
                "max_decimal_places": lui("Schrijf ten hoogste twee cijfers achter de komma."),
            },
            **opties,
        )

    def prepare_value(self, value: Any) -> Any:
        """An amount with a comma, as people here write it."""
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace("€", "").strip().replace(",", ".")
        return super().to_python(value)


def wens_keuzes(wensen: Iterable[Wens]) -> list[tuple[str, str]]:
    """The wishes of a dossier to choose from, each by its subject and its first words, and none of them."""
    return [
        *(
            (
                str(wens.pk),
                f"{wens.get_soort_display()}: “{Truncator(wens.omschrijving).chars(80)}”",
            )
            for wens in wensen
            if not wens.is_geen_wens
        ),
        (GEEN_WENS, _("Geen van deze wensen")),
    ]


class WensVeld(forms.TypedChoiceField):
    """Which wish something is about; the answer is its key, or nothing."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(
            label=lui("Bij welke wens hoort dit?"),
            coerce=_als_sleutel,
            empty_value=None,
            initial=GEEN_WENS,
            widget=forms.RadioSelect,
            **opties,
        )


def _als_sleutel(waarde: str) -> UUID | None:
    return None if waarde == GEEN_WENS else UUID(waarde)
