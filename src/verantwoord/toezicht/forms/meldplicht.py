"""What the regievoerder asks of the AVIM about a meldplicht, and takes back."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.toezicht import actions
from verantwoord.toezicht.forms.basis import BRON_MELDPLICHT, Stapformulier, tekst
from verantwoord.toezicht.keuzes import Verzoeksoort
from verantwoord.web.formulier import DatumField

# A working agreement, and only where the form starts: whoever asks picks the day.
ANTWOORD_BINNEN = timedelta(days=7)


class MeldplichtvraagForm(Stapformulier):
    titel = _("Vraag de AVIM om een meldplicht")
    inleiding = _(
        "De AVIM beslist, met een reden. Een meldplicht is toezicht: weten dat iemand er nog is. Het is geen middel om iemand tot vertrek te bewegen."
    )
    bron = BRON_MELDPLICHT
    knop = _("Verstuur de vraag")
    terug = "toezicht:meldplicht"

    soort = forms.ChoiceField(label=_("Wat vraagt u"), widget=forms.RadioSelect)
    reden = tekst(
        _("Waarom is dit bij deze persoon nodig"),
        _("Schrijf op wat u weet van deze persoon. Wat voor iedereen geldt, is geen reden."),
    )
    per_week = forms.IntegerField(
        label=_("Hoe vaak per week"),
        help_text=_("Eens per week is de regel. Iets anders vraagt een reden die bij deze persoon past."),
        min_value=1,
        max_value=14,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": 2}),
    )
    antwoord_voor = DatumField(
        label=_("Voor welke dag wilt u antwoord"),
        help_text=_("Komt er geen antwoord, dan ziet u dat bij Wat nu. Er gebeurt verder niets."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        loopt = bool(self.toestand.s.lopende_meldplichten)
        self.fields["soort"].choices = [  # type: ignore[attr-defined]
            (keuze.value, keuze.label)
            for keuze in Verzoeksoort
            if (keuze is Verzoeksoort.OPLEGGEN) is not loopt
        ]

    def begin(self) -> dict[str, Any]:
        loopt = bool(self.toestand.s.lopende_meldplichten)
        return {
            "soort": None if loopt else Verzoeksoort.OPLEGGEN.value,
            "per_week": 1,
            "antwoord_voor": self.toestand.s.op + ANTWOORD_BINNEN,
        }

    def doe(self, **wie: Any) -> object:
        return actions.ask_meldplicht(**wie, **self.waarden())


class VraagIntrekkenForm(Stapformulier):
    titel = _("Trek uw vraag aan de AVIM in")
    inleiding = _("De AVIM hoeft dan niet meer te antwoorden. Uw vraag blijft te lezen.")
    knop = _("Trek de vraag in")
    terug = "toezicht:meldplicht"

    def doe(self, **wie: Any) -> object:
        return actions.withdraw_meldverzoek(**wie)
