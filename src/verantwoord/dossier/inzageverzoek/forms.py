from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.inzageverzoek.woorden import GROND, UITLEG, categorie_in_woorden
from verantwoord.kern.inzage import grondslagen_op
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField


class VraagForm(Formulier):
    """What exactly, for what, and on which ground; the choices are those of the asker's role."""

    soort = forms.ChoiceField(label=_("Waarover wilt u iets weten"), widget=forms.RadioSelect)
    wat = TekstField(
        label=_("Wat wilt u precies weten"),
        help_text=_("Stel één vraag, zo klein mogelijk. U krijgt een antwoord, geen dossier."),
        max_length=LANGSTE_TEKST,
    )
    doel = TekstField(
        label=_("Waarvoor heeft u dit nodig"),
        help_text=_("Schrijf op wat u met het antwoord gaat doen. U mag het voor niets anders gebruiken."),
        max_length=LANGSTE_TEKST,
    )
    grondslag = forms.ChoiceField(label=_("Op welke grond vraagt u dit"), widget=forms.RadioSelect)
    grondslag_toelichting = forms.CharField(
        label=_("Welke wet en welk artikel"),
        help_text=_("Niet nodig als het om leven of gezondheid gaat."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, soorten: Sequence[str], op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [  # type: ignore[attr-defined]
            (soort, Keuze(categorie_in_woorden(soort), UITLEG.get(soort, ""))) for soort in soorten
        ]
        self.fields["grondslag"].choices = [  # type: ignore[attr-defined]
            (g.id, Keuze(GROND[g.id], g.bron)) for g in grondslagen_op(op)
        ]


class Beslisformulier(Formulier):
    """Base: one step of whoever decides about a question."""

    stap: ClassVar[str]
    titel: ClassVar[Any]
    knop: ClassVar[Any]


class ToekenForm(Beslisformulier):
    stap = "toekennen"
    titel = _("Geef antwoord")
    knop = _("Geef dit antwoord")

    antwoord = TekstField(
        label=_("Uw antwoord"),
        help_text=_("De vraagsteller ziet alleen wat u hier schrijft. Schrijf niet meer dan is gevraagd."),
        max_length=LANGSTE_TEKST,
    )
    motivering = TekstField(label=_("Waarom mag dit antwoord gegeven worden"), max_length=LANGSTE_TEKST)
    geldig_tot = DatumField(
        label=_("Tot en met welke dag is het te lezen"),
        help_text=_("Hooguit vier weken. Daarna is het antwoord vanzelf niet meer te zien."),
    )


class WeigerForm(Beslisformulier):
    stap = "weigeren"
    titel = _("Of weiger")
    knop = _("Weiger dit verzoek")

    motivering = TekstField(
        label=_("Waarom geeft u dit niet"),
        help_text=_("De vraagsteller leest dit. Noem geen gegevens waar het om gaat."),
        max_length=LANGSTE_TEKST,
    )


class IntrekForm(Beslisformulier):
    stap = "intrekken"
    titel = _("Trek het antwoord in")
    knop = _("Trek het antwoord in")

    reden = TekstField(
        label=_("Waarom is dit niet meer nodig of niet meer juist"),
        help_text=_("De vraagsteller leest dit."),
        max_length=LANGSTE_TEKST,
    )


STAPPEN: dict[str, type[Beslisformulier]] = {form.stap: form for form in (ToekenForm, WeigerForm, IntrekForm)}
