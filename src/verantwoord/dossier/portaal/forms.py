from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import DatumField, Formulier, TekstField


class Stap(Formulier):
    """One act on the page; ``stap`` says which."""

    stap = ""
    titel: str | Promise = ""
    knop: str | Promise = ""


class SluitForm(Stap):
    stap, titel, knop = "sluiten", _("Sluit het portaal"), _("Sluit het portaal")
    reden = TekstField(
        label=_("Waarom sluit u het portaal?"),
        help_text=_("De persoon kan dit later lezen. Daarna opent geen brief en geen code meer iets."),
        max_length=2000,
    )


class StukForm(Formulier):
    """About one letter or sheet."""

    stuk = forms.UUIDField(widget=forms.HiddenInput)


class OverhandigForm(StukForm):
    stap = "overhandigen"
    op = DatumField(label=_("Op welke dag gaf u dit?"))
    zelf = forms.BooleanField(
        label=_("Ik gaf dit zelf in de hand en keek of het deze persoon is"),
        error_messages={"required": _("Kruis dit aan als het zo is. Anders kan het nog niet.")},
    )


class IntrekForm(StukForm):
    stap = "intrekken"


class AfschermForm(Stap):
    stap, titel, knop = "afschermen", _("Vraag om het portaal dicht te doen"), _("Vraag het aan een collega")
    reden = TekstField(
        label=_("Waarom is het veiliger dat het portaal dicht is?"),
        help_text=_(
            "Bijvoorbeeld: iemand anders leest mee op de telefoon. De persoon ziet deze reden niet in het portaal."
        ),
        max_length=2000,
    )
    tot = DatumField(label=_("Tot en met welke dag?"), help_text=_("Niet langer dan een half jaar."))
    ook_gemachtigden = forms.BooleanField(
        label=_("Ook voor de advocaat en andere gemachtigden"),
        required=False,
    )


class TekenForm(Formulier):
    stap = "tekenen"
    afscherming = forms.UUIDField(widget=forms.HiddenInput)


class OpheffenForm(TekenForm):
    stap = "opheffen"
    reden = TekstField(label=_("Waarom kan het portaal open?"), max_length=2000)
