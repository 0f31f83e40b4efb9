from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.forms.velden import BedragField
from verantwoord.web.formulier import Formulier, TekstField
from verantwoord.werkplek.tekenen.stukken import Stuk

# Where a reason is part of the decision, also when it is a yes.
_ALTIJD_WAAROM: Final = frozenset({"afwijking", "bijdrage"})
_ZONDER_REDEN: Final = lui("Schrijf op waarom u zo besluit.")


class TekenForm(Formulier):
    """Yes or no as the second, and why."""

    besluit = forms.ChoiceField(
        label=lui("Tekent u?"),
        choices=[("ja", lui("Ja, ik teken")), ("nee", lui("Nee"))],
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies of u tekent.")},
    )
    bedrag = BedragField(label=lui("Welk bedrag is toegekend?"))
    reden = TekstField(
        label=lui("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _ZONDER_REDEN},
    )

    def __init__(self, *args: Any, stuk: Stuk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stuk = stuk
        self.fields["reden"].required = stuk.soort in _ALTIJD_WAAROM
        if not stuk.met_bedrag:
            del self.fields["bedrag"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("besluit") == "nee" and not data.get("reden", "").strip() and "reden" not in self.errors:
            self.add_error("reden", _ZONDER_REDEN)
        return data
