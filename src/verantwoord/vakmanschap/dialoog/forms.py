from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as lui

from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.spreiding import SPREIDINGEN
from verantwoord.toegang.models import Team
from verantwoord.vakmanschap.dialoog.models import Eigenaar
from verantwoord.vakmanschap.velden import NavertelField, NavertelregelField
from verantwoord.web.formulier import DatumField, Formulier

_VERTEL = lui(
    "Vertel het na: verander namen, plaatsen en dagen, en laat weg wat niet nodig is. Een nummer of een volledige datum kan hier niet in."
)


class Teamkeuze(forms.ModelMultipleChoiceField):
    """Some of the teams, by name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Team.objects.none(), widget=forms.CheckboxSelectMultiple(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


class DialoogForm(Formulier):
    """What the session is about, and who is asked to come."""

    maat = forms.ChoiceField(
        label=lui("Over welke spreiding gaat het?"),
        choices=[(sleutel, spreiding.titel) for sleutel, spreiding in SPREIDINGEN.items()],
        widget=forms.RadioSelect(),
        error_messages={
            "required": lui("Kies waarover het gaat."),
            "invalid_choice": lui("Kies een van deze spreidingen."),
        },
    )
    kwartaal = forms.ChoiceField(
        label=lui("Welk jaar?"),
        help_text=lui("De cijfers worden bewaard zoals ze nu zijn verteld. Daar gaat de sessie over."),
        error_messages={"invalid_choice": lui("Kies een jaar uit deze lijst.")},
    )
    vraag = NavertelregelField(
        label=lui("Wat wilt u samen begrijpen?"),
        help_text=lui("Bijvoorbeeld: waardoor voeren wij soms twee en soms vier gesprekken?"),
        max_length=300,
    )
    op = DatumField(label=lui("Op welke dag?"))
    tijd = forms.TimeField(
        label=lui("Hoe laat?"),
        help_text=lui("Bijvoorbeeld 10:00."),
        widget=forms.TimeInput(attrs={"autocomplete": "off"}, format="%H:%M"),
        required=False,
        error_messages={"invalid": lui("Schrijf de tijd als 10:00.")},
    )
    plaats = forms.CharField(label=lui("Waar?"), max_length=150)
    teams = Teamkeuze(
        label=lui("Welke teams vraagt u erbij?"),
        error_messages={
            "required": lui("Kies ten minste één team."),
            "invalid_choice": lui("Kies teams uit deze lijst."),
            "invalid_pk_value": lui("Kies teams uit deze lijst."),
        },
    )
    rapport_voor = DatumField(
        label=lui("Wanneer heeft de Inspectie uw verslag uiterlijk?"),
        help_text=lui("U krijgt een melding als deze dag dichtbij komt."),
    )

    def __init__(
        self, *args: Any, kwartalen: Sequence[Kwartaal], teams: QuerySet[Team], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        periode, wie = self.fields["kwartaal"], self.fields["teams"]
        assert isinstance(periode, forms.ChoiceField)  # noqa: S101 - declared above
        assert isinstance(wie, Teamkeuze)  # noqa: S101 - declared above
        periode.choices = [(k.code, lui("jaar tot en met het %(k)s") % {"k": k}) for k in kwartalen]
        wie.queryset = teams


class VoorbeeldForm(Formulier):
    """A retold example."""

    navertelling = NavertelField(label=lui("Wat gebeurde er, en wat deed u?"), help_text=_VERTEL, rijen=6)


class UitkomstForm(Formulier):
    """What the session came to."""

    aanwezig = forms.IntegerField(
        label=lui("Met hoeveel mensen was u?"),
        min_value=2,
        max_value=200,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": lui("Vul in met hoeveel mensen u was."),
            "invalid": lui("Vul een getal in, zoals 7."),
            "min_value": lui("Een dialoog is met ten minste twee mensen."),
            "max_value": lui("Vul een getal in tot en met 200."),
        },
    )
    uitkomst = NavertelField(
        label=lui("Wat was de uitkomst?"),
        help_text=lui(
            "Waardoor verschilt het werk? Wat is goed dat verschilt, en wat niet? Noem niemand bij naam."
        ),
        rijen=8,
    )


class AfspraakForm(Formulier):
    """What is agreed."""

    wat = NavertelregelField(label=lui("Wat spreekt u af?"), max_length=300)
    eigenaar = forms.ChoiceField(
        label=lui("Wie pakt het op?"),
        choices=Eigenaar.choices,
        widget=forms.RadioSelect(),
        error_messages={
            "required": lui("Kies wie het oppakt."),
            "invalid_choice": lui("Kies wie het oppakt uit deze lijst."),
        },
    )
    uiterlijk = DatumField(label=lui("Uiterlijk op"))


class ReactieForm(Formulier):
    """What the Inspectie answers."""

    tekst = NavertelField(label=lui("Wat antwoordt u op dit verslag?"), rijen=6)
