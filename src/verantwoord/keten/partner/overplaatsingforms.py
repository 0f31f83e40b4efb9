"""What the COA fills in about a transfer."""

from datetime import date, datetime
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Overplaatsing
from verantwoord.dossier.opvang.tonen import overdragers, stappen_van
from verantwoord.kern.zicht import AMSTERDAM
from verantwoord.keten.partner import overplaatsing as acties
from verantwoord.keten.partner.forms import Stuurformulier
from verantwoord.keten.partner.forms import tekstveld as tekst
from verantwoord.keten.partner.models import Inzending
from verantwoord.toegang.rechten import Recht
from verantwoord.web.datums import dag_maand
from verantwoord.web.formulier import DatumField, Keuze
from verantwoord.web.waarden import Feit

Stand = Overplaatsing.Stand


class Overplaatsingsformulier(Stuurformulier):
    """Base: a form about the transfer that runs, with what the DT&V asked before one."""

    recht = Recht.OPVANG_BESLUITEN
    standen: tuple[str, ...] = ()

    def past(self) -> bool:
        rij = self.zaak.overplaatsing
        return rij is not None and rij.stand in self.standen

    def gegeven(self) -> list[Feit]:
        rij = self.zaak.overplaatsing
        if rij is None:
            return []
        return [
            Feit(str(_("Waarheen")), f"{rij.get_naar_display()}, {rij.locatie}"),
            Feit(str(_("Dag van de overplaatsing")), dag_maand(rij.gewenst_op)),
            Feit(str(_("Antwoord graag voor")), dag_maand(rij.antwoord_voor)),
            *(
                Feit(f"{stap.wat}, {dag_maand(stap.wanneer)}", stap.tekst, toelichting=stap.wie)
                for stap in stappen_van(rij)
                if stap.tekst
            ),
        ]


class AntwoordForm(Overplaatsingsformulier):
    titel = _("Antwoord over een overplaatsing")
    inleiding = _(
        "De DT&V vraagt een plaats. Hoort er een gezin bij, dan geldt uw antwoord voor het hele gezin. Niemand verhuist door dit "
        "antwoord: eerst dragen u en de regievoerder allebei over."
    )
    knop = _("Verstuur uw antwoord")
    standen = (Stand.GEVRAAGD, Stand.VRAAG)
    antwoord = forms.ChoiceField(
        label=_("Wat is uw antwoord?"),
        choices=[
            ("akkoord", Keuze(_("Er is een plaats"), _("U reserveert die voor deze dag."))),
            (
                "vraag",
                Keuze(_("Ik heb eerst een vraag"), _("De regievoerder antwoordt; tot dan gebeurt er niets.")),
            ),
        ],
        widget=forms.RadioSelect,
    )
    toelichting = tekst(
        _("Wat wilt u erbij zeggen?"),
        _("Bij een vraag: schrijf uw vraag. Schrijf niets over gezondheid."),
        verplicht=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("antwoord") == "vraag" and not data.get("toelichting", "").strip():
            self.add_error("toelichting", _("Schrijf uw vraag op."))
        rij = self.zaak.overplaatsing
        if data.get("antwoord") == "vraag" and rij is not None and rij.stand == Stand.VRAAG:
            self.add_error(
                "antwoord", _("Uw vraag ligt al bij de regievoerder. Wacht op het antwoord, of reserveer.")
            )
        return data

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_antwoord(**wie, **self.cleaned_data)


class OverdrachtForm(Overplaatsingsformulier):
    titel = _("Draag over")
    inleiding = _(
        "U verklaart dat u als casemanager heeft overgedragen. De regievoerder doet dat zelf, apart van u. Hoort er een gezin bij, "
        "dan geldt dit voor het hele gezin."
    )
    knop = _("Ik heb overgedragen")
    standen = (Stand.AKKOORD,)
    wat = tekst(
        _("Wat heeft u overgedragen, en aan wie?"),
        _(
            "Bijvoorbeeld: afspraken over school, besproken met de nieuwe casemanager. Schrijf niets over gezondheid."
        ),
    )

    def past(self) -> bool:
        rij = self.zaak.overplaatsing
        return super().past() and rij is not None and "coa" not in overdragers(rij)

    def doe(self, **wie: Any) -> Inzending:
        return acties.send_overdracht(**wie, **self.cleaned_data)


class AankomstForm(Overplaatsingsformulier):
    titel = _("Meld of de persoon is aangekomen")
    inleiding = _(
        "U meldt alleen wat u weet, voor deze ene persoon. Wie niet is aangekomen, is niet altijd weg: er verandert niets aan de opvang."
    )
    knop = _("Verstuur de melding")
    standen = (Stand.OVERGEDRAGEN, Stand.NIET_AANGEKOMEN)
    aangekomen = forms.TypedChoiceField(
        label=_("Is de persoon aangekomen?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    op = DatumField(
        label=_("Op welke dag?"),
        help_text=_("De dag van aankomst, of de dag waarop u de persoon verwachtte."),
    )
    om = forms.TimeField(
        label=_("Verwacht om"),
        help_text=_("Alleen als de persoon niet is aangekomen. Bijvoorbeeld 14:30."),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "maxlength": 5}),
        error_messages={"invalid": _("Schrijf de tijd als 14:30.")},
    )
    toelichting = tekst(_("Wat is er bekend?"), _("Schrijf niets over gezondheid."))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        op: date | None = data.get("op")
        if op is not None and op > timezone.localdate():
            self.add_error("op", _("Deze dag moet nog komen. Meld dit als het is gebeurd."))
        if data.get("aangekomen") is False and data.get("om") is None and "om" not in self.errors:
            self.add_error("om", _("Vul in hoe laat u de persoon verwachtte: na 48 uur telt het pas."))
        return data

    def doe(self, **wie: Any) -> Inzending:
        data = dict(self.cleaned_data)
        om = data.pop("om")
        verwacht = None if data["aangekomen"] else datetime.combine(data["op"], om, tzinfo=AMSTERDAM)
        return acties.send_aankomst(**wie, **data, verwacht=verwacht)


OVERPLAATSINGFORMULIEREN: Final[dict[str, type[Stuurformulier]]] = {
    "overplaatsing": AntwoordForm,
    "overdracht": OverdrachtForm,
    "aankomst": AankomstForm,
}
