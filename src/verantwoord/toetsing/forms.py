from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from verantwoord.toetsing.keuzes import Aanleiding, Bron, Conclusie
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, TekstField

LANGSTE_BRON = 200


class LijstField(forms.CharField):
    """A short list, one entry a line; blank lines fall away."""

    widget = forms.Textarea

    def clean(self, value: Any) -> list[str]:
        regels = [regel.strip() for regel in super().clean(value).splitlines()]
        lijst = [regel for regel in regels if regel]
        for nummer, regel in enumerate(lijst, start=1):
            if len(regel) > LANGSTE_BRON:
                raise ValidationError(
                    gettext("Regel %(nummer)d is te lang. Gebruik ten hoogste %(lengte)d tekens per regel.")
                    % {"nummer": nummer, "lengte": LANGSTE_BRON}
                )
        return lijst


def _tekst(label: Any, hint: Any, *, regels: int = 4) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": regels}),
    )


class ToetsingForm(Formulier):
    """Facts, sources, weighing, conclusion and what follows: each asked on its own.

    Only what every record needs is required. Empty facts or an empty weighing are kept; the page then says why the
    record does not count.
    """

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    aanleiding = forms.ChoiceField(
        label=_("Waarom kijkt u nu"), choices=Aanleiding.choices, initial=Aanleiding.GESPREK
    )
    getoetst_op = DatumField(label=_("Datum van de toetsing"))
    feiten = _tekst(
        _("Feiten"), _("Wat weet u, en van wie? Schrijf op wat u vroeg en wat u hoorde of las."), regels=6
    )
    bronnen = LijstField(
        label=_("Bronnen"),
        help_text=_("Eén per regel, bijvoorbeeld: gesprek van 28 juli met tolk, brief van de huisarts."),
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    afweging = _tekst(
        _("Afweging"),
        _("Hoe weegt u deze feiten? Noem ook wat ertegen pleit en wat u nog niet weet."),
        regels=6,
    )
    conclusie = forms.ChoiceField(label=_("Conclusie"), choices=Conclusie.choices, widget=forms.RadioSelect)
    vervolg = _tekst(_("Wat volgt hierop"), _("Wie doet wat, en wanneer kijkt u opnieuw?"), regels=3)


class SignaalForm(Formulier):
    """A sign that was brought: when, by whom, and in which words."""

    ontvangen_op = DatumField(label=_("Wanneer kwam de aanwijzing binnen"))
    bron = forms.ChoiceField(label=_("Van wie"), choices=[("", _("Kies wie het meldde")), *Bron.choices])
    toelichting = _tekst(
        _("Wat is er gemeld"),
        _("Schrijf de woorden van de melder op. Vat niet samen en trek nog geen conclusie."),
    )


def waarden_uit(velden: dict[str, Any]) -> dict[str, Any]:
    """What was typed in a draft, field by field, as the form shows it again; nothing is judged."""
    formulier = ToetsingForm()
    return {
        naam: veld.widget.value_from_datadict(velden, {}, naam)
        for naam, veld in formulier.fields.items()
        if naam != "versie"
    }
