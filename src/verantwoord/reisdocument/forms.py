from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.procedure.forms import ja_nee
from verantwoord.reisdocument.keuzes import Documentsoort, Uitkomst
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField


def _notitie(label: Any, hint: Any = "") -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": 3}),
    )


class DocumentForm(Formulier):
    soort = forms.ChoiceField(
        label=_("Welk document"), choices=Documentsoort.choices, widget=forms.RadioSelect
    )
    geldig_tot = DatumField(
        label=_("Geldig tot en met"),
        help_text=_("Laat leeg als u het niet weet. Zonder datum telt het document niet als geldig."),
        required=False,
    )


class FormulierForm(Formulier):
    """What the person decided about the form. Both answers weigh the same and look the same."""

    land = forms.ChoiceField(label=_("Voor welk land"))
    ingevuld = forms.TypedChoiceField(
        label=_("Wat koos de persoon"),
        choices=[
            (
                "ja",
                Keuze(
                    _("Het formulier is ingevuld"), _("Het blijft hier tot de rechtbank heeft geoordeeld.")
                ),
            ),
            ("nee", Keuze(_("Het formulier is niet ingevuld"), _("Dat mag. U legt het alleen vast."))),
        ],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect({"class": "vw-keuzeknoppen"}),
    )
    op = DatumField(label=_("Op welke dag"))
    uitleg_gegeven = forms.BooleanField(
        label=_("Ik heb uitgelegd dat het formulier nog nergens heen gaat"),
        help_text=_("In een taal die de persoon begrijpt, met tolk als dat nodig was."),
        required=False,
    )
    notitie = _notitie(_("Wat de persoon erover zei"), _("In eigen woorden. Dit gaat nooit mee met de set."))

    def __init__(self, *args: Any, landen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["land"].choices = [(code, landnaam(code)) for code in landen]  # type: ignore[attr-defined]


class ControleForm(Formulier):
    """The second reader's answer about the set."""

    asielinformatie_aangetroffen = forms.TypedChoiceField(
        label=_("Blijkt ergens uit de set dat er een asielverzoek was"),
        choices=[("nee", _("Nee, nergens")), ("ja", _("Ja, dat moet er eerst uit"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect({"class": "vw-keuzeknoppen"}),
    )
    notitie = _notitie(
        _("Wat u heeft nagekeken"),
        _("Bijvoorbeeld: stempels, adressen van opvang, woorden in brieven, bestandsnamen."),
    )


class VerzendForm(Formulier):
    """Sending asks nothing more; the gate answers."""


class PresentatieForm(Formulier):
    presentatie_op = DatumField(label=_("Dag van de presentatie"))
    plaats = forms.CharField(label=_("Waar"), max_length=200, required=False)


class UitkomstForm(Formulier):
    uitkomst = forms.ChoiceField(
        label=_("Wat antwoordde het land"), choices=Uitkomst.choices, widget=forms.RadioSelect
    )
    uitkomst_op = DatumField(label=_("Datum van het antwoord"))
    notitie = _notitie(_("Toelichting"))


class AfgifteForm(Formulier):
    afgegeven_op = DatumField(label=_("Afgegeven op"))
    geldig_tot = DatumField(label=_("Geldig tot en met"), required=False)


class LandForm(Formulier):
    """Whether the country of return issues travel documents, voluntary and forced apart."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    lp_vrijwillig = ja_nee(_("Geeft het land reisdocumenten voor vrijwillige terugkeer"), onbekend=True)
    lp_gedwongen = ja_nee(_("Geeft het land reisdocumenten voor gedwongen terugkeer"), onbekend=True)
    per = DatumField(label=_("Bekend sinds"))
    bron = TekstField(
        label=_("Bron"),
        max_length=1000,
        help_text=_("Van wie of waaruit weet u dit?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op van wie of waaruit u dit weet.")},
    )
