"""What the AVIM fills in about a meldplicht: imposing, changing, ending, answering, and each day of reporting."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.keten.partner import meldplichtacties as acties
from verantwoord.keten.partner.forms import Stuurformulier
from verantwoord.keten.partner.forms import tekstveld as tekst
from verantwoord.keten.partner.models import Inzending
from verantwoord.toegang.rechten import Recht
from verantwoord.toezicht.keuzes import Gehoord, Moment, Reden
from verantwoord.web.formulier import DatumField, Keuze


def _per_week() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Hoe vaak per week"),
        help_text=_("Eens per week is de regel."),
        min_value=1,
        max_value=14,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": 2}),
    )


class Meldplichtformulier(Stuurformulier):
    """Base: only the AVIM decides about a meldplicht. ``LOOPT`` says whether one must run."""

    recht = Recht.MELDPLICHT_OPLEGGEN
    LOOPT: bool | None = None

    def past(self) -> bool:
        gegeven = self.zaak.antwoorden.get("toezicht")
        loopt = gegeven is not None and bool(gegeven.inhoud.get("meldplicht"))
        return self.LOOPT is None or loopt is self.LOOPT


class OplegForm(Meldplichtformulier):
    titel = _("Leg een meldplicht op")
    inleiding = _(
        "Een meldplicht is toezicht: weten dat iemand er nog is. Het is geen middel om iemand tot vertrek te bewegen. Vw 2000 artikel 54; Vb 2000 artikel 4.51."
    )
    knop = _("Leg de meldplicht op")
    LOOPT = False
    op = DatumField(label=_("Opgelegd op"))
    per_week = _per_week()
    reden = tekst(_("Waarom is toezicht bij deze persoon nodig"))
    reden_afwijking = tekst(
        _("Waarom niet eens per week"),
        _("Alleen als u iets anders kiest. Noem wat er bij deze persoon anders is."),
        verplicht=False,
        rijen=3,
    )

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_meldplicht(**wie, **self.cleaned_data)


class WijzigForm(Meldplichtformulier):
    titel = _("Verander hoe vaak de persoon zich meldt")
    inleiding = _("Vaker of minder vaak dan eens per week vraagt een reden die bij deze persoon past.")
    knop = _("Verander de meldplicht")
    LOOPT = True
    per_week = _per_week()
    reden = tekst(_("Waarom past dit bij deze persoon"))

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_frequentie(**wie, **self.cleaned_data)


class EindeForm(Meldplichtformulier):
    titel = _("Beëindig de meldplicht")
    inleiding = _("De persoon hoeft zich daarna niet meer te melden.")
    knop = _("Beëindig de meldplicht")
    LOOPT = True
    op = DatumField(label=_("Beëindigd op"))
    reden = tekst(_("Waarom eindigt de meldplicht"))

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_einde(**wie, **self.cleaned_data)


class WeigerForm(Meldplichtformulier):
    titel = _("Antwoord dat u dit niet doet")
    inleiding = _("De regievoerder leest uw reden. Er verandert niets aan het toezicht.")
    knop = _("Verstuur uw antwoord")
    reden = tekst(_("Waarom doet u dit niet"))

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_weigering(**wie, **self.cleaned_data)


class MeldingForm(Meldplichtformulier):
    titel = _("Leg een melding vast")
    inleiding = _("Heeft de persoon zich niet gemeld, dan hoort u eerst waarom. Tot dan telt die dag niet.")
    knop = _("Leg dit vast")
    LOOPT = True
    op = DatumField(label=_("Dag van de melding"))
    soort = forms.ChoiceField(
        label=_("Heeft de persoon zich gemeld?"),
        choices=[(Moment.GEMELD.value, _("Ja")), (Moment.GEMIST.value, _("Nee, of nog niet"))],
        widget=forms.RadioSelect,
    )
    toelichting = tekst(_("Wat is er bekend"), _("Schrijf niets over gezondheid."), verplicht=False, rijen=3)

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_meldmoment(**wie, **self.cleaned_data)


class RedenForm(Meldplichtformulier):
    titel = _("Waarom meldde de persoon zich niet?")
    inleiding = _(
        "Wie in het ziekenhuis lag, een afspraak elders had of niet kon komen, heeft niets gemist. Dat kan ook later nog blijken."
    )
    knop = _("Leg de reden vast")
    op = DatumField(label=_("Welke dag"))
    gehoord = forms.ChoiceField(
        label=_("Heeft u de reden gehoord?"), choices=Gehoord.choices, widget=forms.RadioSelect
    )
    reden = forms.ChoiceField(label=_("Wat was de reden?"), choices=Reden.choices, widget=forms.RadioSelect)
    toelichting = tekst(
        _("Wat hoorde u, of hoe probeerde u de persoon te bereiken"),
        _("Noem de dagen. Dat iemand ziek was, is genoeg; wat iemand had, schrijft u niet op."),
    )
    uitkomst = forms.ChoiceField(
        label=_("Telt deze dag als niet gemeld?"),
        choices=[
            (Moment.VERSCHOOND.value, Keuze(_("Nee"), _("Er was een goede reden."))),
            (Moment.TELT.value, Keuze(_("Ja"), _("Er was geen goede reden, of die is niet gehoord."))),
        ],
        widget=forms.RadioSelect,
    )

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_reden(**wie, **self.cleaned_data)


MELDPLICHTFORMULIEREN: Final[dict[str, type[Stuurformulier]]] = {
    "meldplicht": OplegForm,
    "meldplicht-wijzigen": WijzigForm,
    "meldplicht-beeindigen": EindeForm,
    "meldplicht-weigeren": WeigerForm,
    "melding": MeldingForm,
    "melding-reden": RedenForm,
}
