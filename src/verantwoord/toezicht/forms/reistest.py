"""A test that a country asks: what it is, what the person says, and that it is no longer asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.stamgegevens.landen import taalnaam
from verantwoord.toezicht import actions
from verantwoord.toezicht.forms.basis import BRON_REISTEST, KORT, Stapformulier, tekst
from verantwoord.toezicht.keuzes import Namens, Reistestantwoordsoort, Reistestsoort
from verantwoord.web.formulier import DatumField

_PAGINA = "toezicht:reistesten"


class ReistestForm(Stapformulier):
    titel = _("Een land vraagt een test of vaccinatie")
    inleiding = _(
        "Leg vast wat het land vraagt. Daarna vraagt u de persoon of die dit wil. Gebruik hiervoor geen medische gegevens die voor iets anders zijn gegeven."
    )
    bron = BRON_REISTEST
    knop = _("Leg vast wat het land vraagt")
    terug = _PAGINA
    onderdeel = "reisdocument"

    land = forms.ChoiceField(label=_("Welk land"), choices=landkeuzes)
    soort = forms.ChoiceField(
        label=_("Wat vraagt het land"), choices=Reistestsoort.choices, widget=forms.RadioSelect
    )
    wat = tekst(
        _("Beschrijf wat er wordt gevraagd"), _("Welke test, hoe lang voor de reis, en wie hem doet.")
    )
    bron_eis = forms.CharField(
        label=_("Waar staat dat"), help_text=_("Bijvoorbeeld een bericht van de ambassade."), max_length=KORT
    )
    vraag_voor = DatumField(label=_("Voor welke dag bespreekt u dit met de persoon"))

    def begin(self) -> dict[str, Any]:
        besluit = self.toestand.s.terugkeerbesluit
        return {"land": besluit.land_van_terugkeer or ""} if besluit else {}

    def doe(self, **wie: Any) -> object:
        data = self.zonder_versie()
        return actions.record_reistest(**wie, bron=data.pop("bron_eis"), **data)


class ReistestantwoordForm(Stapformulier):
    titel = _("Wat zegt de persoon")
    inleiding = _(
        "Ja en nee zijn allebei goed. Wie nee zegt, verliest niets: het antwoord staat alleen hier, en bij de woorden van de persoon als die in het portaal koos. Geen regel leest het, en bij toezicht of bewaring telt het niet. Wie ja zegt, mag dat altijd terugnemen."
    )
    bron = BRON_REISTEST
    knop = _("Leg het antwoord vast")
    terug = _PAGINA
    onderdeel = "reisdocument"

    antwoord = forms.ChoiceField(
        label=_("Wil de persoon dit"), choices=Reistestantwoordsoort.choices, widget=forms.RadioSelect
    )
    namens = forms.ChoiceField(
        label=_("Wie gaf het antwoord"), choices=Namens.choices, widget=forms.RadioSelect
    )
    op = DatumField(label=_("Op welke dag"))
    taal = forms.ChoiceField(label=_("In welke taal heeft u dit besproken"))
    woorden = tekst(
        _("In de woorden van de persoon"),
        _("Niet verplicht. De persoon hoeft geen reden te geven; vraag er niet naar."),
        verplicht=False,
        rijen=3,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        talen = dict.fromkeys((*self.toestand.s.persoon.talen, "nl", "en"))
        self.fields["taal"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een taal")),
            *((code, taalnaam(code)) for code in talen),
        ]

    def begin(self) -> dict[str, Any]:
        return {"op": self.toestand.s.op}

    def doe(self, **wie: Any) -> object:
        return actions.record_antwoord(**wie, reistest_id=self.eigen, **self.zonder_versie())


class ReistestvervaltForm(Stapformulier):
    titel = _("Dit wordt niet meer gevraagd")
    inleiding = _("Bijvoorbeeld omdat het land de eis laat vallen, of omdat een andere route is gekozen.")
    knop = _("Leg dit vast")
    terug = _PAGINA
    onderdeel = "reisdocument"

    reden = tekst(_("Waarom is dit niet meer nodig"), rijen=3)

    def doe(self, **wie: Any) -> object:
        return actions.lapse_reistest(**wie, reistest_id=self.eigen, **self.zonder_versie())
