from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.ondersteuning.forms.velden import BedragField, WensVeld, wens_keuzes
from verantwoord.ondersteuning.keuzes import Besluit, Betaling, Vorm
from verantwoord.ondersteuning.models import Wens
from verantwoord.web.formulier import DatumField, Formulier, TekstField

BIJVOORBEELD = lui("Bijvoorbeeld 22 9 2022")


class BijdrageForm(Formulier):
    """A contribution of the DT&V: what for, and how much."""

    wens_id = WensVeld()
    vorm = forms.ChoiceField(
        label=lui("Wat vraagt u aan?"),
        choices=Vorm.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat u aanvraagt.")},
    )
    waarvoor = TekstField(
        label=lui("Waarvoor is het?"),
        help_text=lui(
            "Zeg wat de vreemdeling ermee kan. Een diagnose of een rekeningnummer hoort hier niet."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op waarvoor de bijdrage is.")},
    )
    bedrag = BedragField(label=lui("Welk bedrag vraagt u?"))
    op = DatumField(label=lui("Aangevraagd op"), help_text=BIJVOORBEELD)

    def __init__(self, *args: Any, wensen: Iterable[Wens], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wens_id"].choices = wens_keuzes(wensen)  # type: ignore[attr-defined]


class BesluitForm(Formulier):
    """What was decided about a contribution."""

    besluit = forms.ChoiceField(
        label=lui("Wat is het besluit?"),
        choices=Besluit.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies wat het besluit is.")},
    )
    bedrag = BedragField(label=lui("Welk bedrag is toegekend?"))
    reden = TekstField(
        label=lui("Waarom?"),
        help_text=lui("Zoals u het aan de vreemdeling vertelt"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20000,
        error_messages={"required": lui("Schrijf op waarom zo is besloten.")},
    )


class BetalingForm(Formulier):
    """The next step of a payment, as the payment office reported it."""

    stand = forms.ChoiceField(
        label=lui("Hoe staat het met de betaling?"),
        widget=forms.RadioSelect,
        error_messages={"required": lui("Kies hoe het met de betaling staat.")},
    )
    op = DatumField(label=lui("Op welke dag?"), help_text=BIJVOORBEELD)
    kenmerk = forms.CharField(
        label=lui("Kenmerk van het betaalkantoor"),
        help_text=lui("Nooit een rekeningnummer. Dat heeft alleen het betaalkantoor."),
        max_length=100,
        required=False,
    )
    toelichting = TekstField(
        label=lui("Wat wilt u erbij zeggen?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20000,
        required=False,
    )

    def __init__(self, *args: Any, vervolg: Iterable[Betaling], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stand"].choices = [  # type: ignore[attr-defined]
            (stand.value, stand.label) for stand in vervolg
        ]


class BegrotingForm(Formulier):
    """What there is to spend in a year, and why."""

    jaar = forms.IntegerField(
        label=lui("Voor welk jaar?"),
        min_value=2000,
        max_value=2199,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": lui("Vul het jaar in."),
            "invalid": lui("Schrijf het jaar met vier cijfers."),
            "min_value": lui("Schrijf het jaar met vier cijfers."),
            "max_value": lui("Schrijf het jaar met vier cijfers."),
        },
    )
    voor = forms.ChoiceField(
        label=lui("Voor wie is deze begroting?"),
        choices=[("team", lui("Alleen mijn team")), ("alle", lui("Alle teams zonder eigen begroting"))],
        widget=forms.RadioSelect,
    )
    bedrag = BedragField(label=lui("Welk bedrag is er dat jaar?"))
    reden = TekstField(
        label=lui("Waarom dit bedrag?"),
        help_text=lui("Dit blijft te lezen bij de begroting."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": lui("Schrijf op waarom dit het bedrag is.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bedrag"].required = True
        self.fields["bedrag"].error_messages["required"] = lui("Vul een bedrag in. Nul mag ook.")
