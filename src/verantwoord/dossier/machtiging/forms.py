from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Machtiging
from verantwoord.web.formulier import DatumField, Formulier, TekstField


class VastlegForm(Formulier):
    stap = "vastleggen"
    naam = forms.CharField(label=_("Wie heeft de machtiging?"), max_length=200)
    nummer = forms.CharField(
        label=_("Nummer van het account"),
        help_text=_(
            "Heeft deze persoon al een account, bijvoorbeeld een advocaat met een andere cliënt? Vraag het nummer. Laat "
            "dit anders leeg."
        ),
        max_length=20,
        required=False,
    )
    hoedanigheid = forms.ChoiceField(
        label=_("Wat is deze persoon?"), choices=[("", _("Kies")), *Machtiging.Hoedanigheid.choices]
    )
    van = DatumField(label=_("Vanaf welke dag?"))
    tot = DatumField(label=_("Tot en met welke dag?"), help_text=_("Niet langer dan een jaar."))
    kenmerk = forms.CharField(
        label=_("Waar is het papier te vinden?"),
        help_text=_("Bij een voogd: het nummer van de beslissing van de rechter."),
        max_length=200,
    )


class VoorstelForm(Formulier):
    """About one mandate that waits for the second colleague."""

    stap = "tekenen"
    voorstel = forms.UUIDField(widget=forms.HiddenInput)
    papier = forms.BooleanField(
        label=_("Ik heb het papier zelf gezien en alles klopt"),
        error_messages={"required": _("Kruis dit aan als het zo is. Anders kan het nog niet.")},
    )


class AfwijsForm(Formulier):
    stap = "afwijzen"
    voorstel = forms.UUIDField(widget=forms.HiddenInput)
    reden = TekstField(label=_("Wat klopt er niet?"), max_length=2000)


class EindForm(Formulier):
    stap = "beeindigen"
    machtiging = forms.UUIDField(widget=forms.HiddenInput)


class BriefForm(EindForm):
    stap = "brief"
    zelf = forms.BooleanField(
        label=_("Ik geef deze brief zelf in de hand en kijk of het deze persoon is"),
        error_messages={"required": _("Kruis dit aan als het zo is. Anders kan het nog niet.")},
    )
