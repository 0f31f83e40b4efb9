from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Onthouding
from verantwoord.dossier.onthouding.keuzes import TE_ONTHOUDEN
from verantwoord.web.formulier import DatumField, Formulier, TekstField


class VraagForm(Formulier):
    stap = "vragen"
    wat = forms.ChoiceField(
        label=_("Wat mag de persoon nu niet zien?"), choices=[("", _("Kies")), *TE_ONTHOUDEN.items()]
    )
    nummer = forms.IntegerField(
        label=_("Welke?"),
        help_text=_("Het nummer in het dossier: 1 is de eerste. Laat dit leeg voor alles van deze soort."),
        required=False,
        min_value=1,
        max_value=9999,
    )
    grond = forms.ChoiceField(
        label=_("Op welke grond?"), choices=[("", _("Kies")), *Onthouding.Grond.choices]
    )
    reden = TekstField(
        label=_("Waarom is dat nu nodig?"),
        help_text=_("Alleen collega's lezen dit. De persoon ziet de grond en tot wanneer, en de reden niet."),
        max_length=2000,
    )
    tot = DatumField(label=_("Tot en met welke dag?"), help_text=_("Niet langer dan een half jaar."))


class TekenForm(Formulier):
    stap = "tekenen"
    onthouding = forms.UUIDField(widget=forms.HiddenInput)


class OpheffenForm(TekenForm):
    stap = "opheffen"
