from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as lui

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.velden import Collegakeuze, Collegaskeuze, NavertelField, NavertelregelField
from verantwoord.web.formulier import DatumField, Formulier

_VERTEL = lui(
    "Vertel het na: verander namen, plaatsen en dagen, en laat weg wat niet nodig is. Een nummer of een volledige datum kan hier niet in."
)


class BijeenkomstForm(Formulier):
    """A session and who is asked to come."""

    thema = NavertelregelField(label=lui("Waarover gaat het?"), max_length=150)
    op = DatumField(label=lui("Op welke dag?"))
    tijd = forms.TimeField(
        label=lui("Hoe laat?"),
        help_text=lui("Bijvoorbeeld 10:00."),
        widget=forms.TimeInput(attrs={"autocomplete": "off"}, format="%H:%M"),
        required=False,
        error_messages={"invalid": lui("Schrijf de tijd als 10:00.")},
    )
    plaats = forms.CharField(label=lui("Waar?"), max_length=150)
    deelnemers = Collegaskeuze(
        label=lui("Wie vraagt u erbij?"),
        error_messages={
            "required": lui("Kies ten minste één collega."),
            "invalid_choice": lui("Kies collega’s uit deze lijst."),
            "invalid_pk_value": lui("Kies collega’s uit deze lijst."),
        },
    )

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["deelnemers"]
        assert isinstance(veld, Collegaskeuze)  # noqa: S101 - declared above
        veld.queryset = collegas


class CasusForm(Formulier):
    """A retold case and what is asked about it."""

    titel = NavertelregelField(label=lui("Geef de casus een naam"), max_length=150)
    navertelling = NavertelField(label=lui("Wat was er aan de hand?"), help_text=_VERTEL, rijen=8)
    vraag = NavertelField(label=lui("Wat wilt u aan uw collega’s vragen?"), rijen=3, max_length=1000)


class InzichtenForm(Formulier):
    """What the circle understood."""

    inzichten = NavertelField(label=lui("Wat hebt u samen begrepen?"), rijen=6)


class AfspraakForm(Formulier):
    """What somebody of the circle will do, and by when."""

    wat = NavertelregelField(label=lui("Wat gebeurt er?"), max_length=300)
    wie = Collegakeuze(
        label=lui("Wie doet het?"),
        empty_label=lui("Kies iemand van deze intervisie"),
        error_messages={
            "required": lui("Kies iemand van deze intervisie."),
            "invalid_choice": lui("Kies iemand uit deze lijst."),
        },
    )
    uiterlijk = DatumField(label=lui("Uiterlijk op"))

    def __init__(self, *args: Any, kring: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["wie"]
        assert isinstance(veld, Collegakeuze)  # noqa: S101 - declared above
        veld.queryset = kring
