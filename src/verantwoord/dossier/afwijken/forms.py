from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField


class Afwijkformulier(Formulier):
    """Base: one step on the page of a norm, opened on a version of the dossier."""

    stap: ClassVar[str]
    titel: ClassVar[Any]
    knop: ClassVar[Any]

    versie = forms.IntegerField(widget=forms.HiddenInput)


class VraagForm(Afwijkformulier):
    stap = "vragen"
    titel = _("Vraag om af te wijken")
    knop = _("Leg voor aan een manager")

    reden = TekstField(
        label=_("Waarom wilt u van deze regel afwijken"),
        max_length=LANGSTE_TEKST,
        help_text=_("Schrijf op wat er in dit dossier anders is, en wat u in plaats daarvan doet."),
    )
    geldig_tot = DatumField(
        label=_("Tot en met welke dag"), help_text=_("Daarna geldt de regel vanzelf weer helemaal.")
    )


class BesluitForm(Afwijkformulier):
    stap = "besluiten"
    titel = _("Uw besluit")
    knop = _("Leg het besluit vast")

    besluit = forms.ChoiceField(
        label=_("Wat besluit u"),
        choices=[
            ("goedgekeurd", Keuze(_("Goedkeuren"), _("De regel houdt dan tot de einddatum niets tegen."))),
            ("geweigerd", Keuze(_("Weigeren"), _("De regel blijft gewoon gelden."))),
        ],
        widget=forms.RadioSelect,
    )
    motivering = TekstField(label=_("Waarom"), max_length=LANGSTE_TEKST)


class IntrekForm(Afwijkformulier):
    stap = "intrekken"
    titel = _("Trek dit in")
    knop = _("Trek in")

    reden = TekstField(label=_("Waarom is dit niet meer nodig"), max_length=LANGSTE_TEKST)


STAPPEN: dict[str, type[Afwijkformulier]] = {form.stap: form for form in (VraagForm, BesluitForm, IntrekForm)}
