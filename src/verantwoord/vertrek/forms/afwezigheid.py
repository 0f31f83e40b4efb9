"""Somebody is no longer seen: what is known, the check, the message of the AVIM, and being there again."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.zicht import AMSTERDAM
from verantwoord.vertrek import actions
from verantwoord.vertrek.forms.basis import KORT, Stapformulier, ja_nee, tekst
from verantwoord.vertrek.keuzes import Nagevraagd
from verantwoord.web.formulier import DatumField


class NietGezienForm(Stapformulier):
    titel = _("Niet meer gezien")
    inleiding = _("U legt alleen vast wat bekend is. Er verandert niets aan opvang, procedure of dossier.")
    knop = _("Leg dit vast")
    laatst_gezien_op = DatumField(label=_("Voor het laatst gezien op"), required=False)
    niet_aangekomen_op = DatumField(
        label=_("Niet aangekomen na een overplaatsing: verwacht op"),
        help_text=_("Alleen als de persoon na een overplaatsing ergens werd verwacht."),
        required=False,
    )
    niet_aangekomen_om = forms.TimeField(
        label=_("Verwacht om"),
        help_text=_("Bijvoorbeeld 14:30."),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "maxlength": 5}),
        error_messages={"invalid": _("Schrijf de tijd als 14:30.")},
    )
    toelichting = tekst(_("Wat is er bekend"), _("Wie meldde het, en wat is er al gevraagd?"))

    def let_op(self) -> str:
        if not self.toestand.s.persoon.amv:
            return ""
        return str(
            _(
                "Dit is een alleenstaande minderjarige. Meld de vermissing binnen 24 uur bij de politie, en vertel het de voogd."
            )
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        zonder_dag = data.get("niet_aangekomen_om") and not data.get("niet_aangekomen_op")
        if zonder_dag and "niet_aangekomen_op" not in self.errors:
            self.add_error("niet_aangekomen_op", _("Vul ook de dag in."))
        zonder_tijd = data.get("niet_aangekomen_op") and data.get("niet_aangekomen_om") is None
        if zonder_tijd and "niet_aangekomen_om" not in self.errors:
            self.add_error("niet_aangekomen_om", _("Vul ook de tijd in: na 48 uur telt het pas."))
        return data

    def doe(self, **wie: Any) -> object:
        data = self.waarden()
        dag: date | None = data.pop("niet_aangekomen_op")
        om: time | None = data.pop("niet_aangekomen_om")
        sinds = datetime.combine(dag, om, tzinfo=AMSTERDAM) if dag is not None and om is not None else None
        return actions.record_niet_gezien(**wie, niet_aangekomen_sinds=sinds, **data)


class ControleForm(Stapformulier):
    titel = _("Aanwezigheidscontrole")
    inleiding = _(
        "Het COA en de AVIM kijken samen of de persoon er is. Wie niet thuis is, is niet altijd weg."
    )
    knop = _("Leg de controle vast")
    op = DatumField(label=_("Gecontroleerd op"))
    aangetroffen = ja_nee(_("Is de persoon aangetroffen of gevonden"))
    nagevraagd = forms.MultipleChoiceField(
        label=_("Waar is nagevraagd"),
        choices=Nagevraagd.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    toelichting = tekst(_("Wat bleek er"))

    def doe(self, **wie: Any) -> object:
        return actions.record_aanwezigheidscontrole(**wie, **self.waarden())


class BerichtForm(Stapformulier):
    titel = _("Bericht van vertrek van de AVIM")
    inleiding = _("De AVIM geeft dit bericht na de aanwezigheidscontrole. Het sluit het dossier niet.")
    knop = _("Leg het bericht vast")
    kenmerk = forms.CharField(label=_("Kenmerk van de AVIM"), max_length=KORT)
    op = DatumField(label=_("Datum van het bericht"))

    def doe(self, **wie: Any) -> object:
        return actions.record_bericht_van_vertrek(**wie, **self.waarden())


class WeerGezienForm(Stapformulier):
    titel = _("De persoon is er weer")
    inleiding = _("Wat eerder over wegblijven is vastgelegd, telt dan niet meer mee. Het blijft te lezen.")
    knop = _("Leg vast dat de persoon er is")
    op = DatumField(label=_("Gezien op"))
    toelichting = tekst(_("Waar en door wie"), verplicht=True)

    def doe(self, **wie: Any) -> object:
        return actions.record_weer_gezien(**wie, **self.waarden())
