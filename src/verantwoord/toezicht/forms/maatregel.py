"""A measure of art. 56: imposing it, looking at it again, ending it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.toezicht import actions
from verantwoord.toezicht.forms.basis import BRON_MAATREGEL, KORT, Stapformulier, tekst
from verantwoord.toezicht.keuzes import Maatregelsoort
from verantwoord.toezicht.kinderen import heeft_kinderen
from verantwoord.web.formulier import DatumField, Keuze


class MaatregelForm(Stapformulier):
    titel = _("Vrijheidsbeperkende maatregel")
    inleiding = _(
        "De persoon moet dan op een plek of in een gemeente blijven. Kan het lichter, dan doet u het lichter. De maatregel eindigt vanzelf op de laatste dag en wordt nooit vanzelf langer."
    )
    bron = BRON_MAATREGEL
    knop = _("Leg de maatregel op")

    lichter = tekst(
        _("Wat is er lichter, en waarom is dat niet genoeg"),
        _(
            "Bijvoorbeeld: afspraken en gesprekken, een meldplicht, begeleiding op de huidige plek. Weeg elk ervan voor deze persoon."
        ),
        rijen=6,
    )
    soort = forms.ChoiceField(
        label=_("Welke maatregel"),
        choices=[
            (
                Maatregelsoort.VBL.value,
                Keuze(
                    Maatregelsoort.VBL.label, _("Hooguit twaalf weken, en alleen met een compleet dossier.")
                ),
            ),
            (
                Maatregelsoort.GL.value,
                Keuze(
                    Maatregelsoort.GL.label,
                    _("Voor een gezin met minderjarige kinderen. School en zorg gaan door."),
                ),
            ),
            (Maatregelsoort.GEMEENTE.value, Maatregelsoort.GEMEENTE.label),
        ],
        widget=forms.RadioSelect,
    )
    waar = forms.CharField(label=_("Waar"), help_text=_("De locatie of de gemeente."), max_length=KORT)
    reden = tekst(
        _("Waarom is dit bij deze persoon nodig"),
        _("Schrijf zo dat de persoon en de gemachtigde het begrijpen."),
    )
    belang_kinderen = tekst(
        _("Wat betekent dit voor de kinderen"),
        _("School, gezondheid, vrienden, veiligheid. Alleen nodig als er minderjarige kinderen zijn."),
        verplicht=False,
    )
    van = DatumField(label=_("Vanaf"))
    tot = DatumField(label=_("Tot en met"))
    toets_voor = DatumField(
        label=_("Opnieuw bekijken voor"), help_text=_("Een dag tussen de eerste en de laatste dag.")
    )

    def let_op(self) -> str:
        if not heeft_kinderen(self.toestand.s):
            return ""
        return str(
            _(
                "In dit gezin zijn kinderen onder de 18, of dat is niet zeker. Hun belangen wegen mee en u schrijft ze op."
            )
        )

    def doe(self, **wie: Any) -> object:
        return actions.impose_maatregel(**wie, **self.waarden())


class BekijkForm(Stapformulier):
    titel = _("Bekijk de maatregel opnieuw")
    inleiding = _(
        "Is de maatregel nog nodig, en kan het nu lichter? De laatste dag wordt hierdoor niet later."
    )
    bron = BRON_MAATREGEL
    knop = _("Leg vast wat u heeft gewogen")

    blijft = forms.TypedChoiceField(
        label=_("Is de maatregel nog nodig"),
        choices=[("nee", _("Nee, hij eindigt vandaag")), ("ja", _("Ja, hij blijft tot de laatste dag"))],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    reden = tekst(_("Wat heeft u gewogen"))
    volgende_voor = DatumField(
        label=_("Daarna opnieuw bekijken voor"),
        help_text=_("Niet nodig als de maatregel eindigt, of als dit de laatste keer is."),
        required=False,
    )

    def doe(self, **wie: Any) -> object:
        return actions.review_maatregel(**wie, maatregel_id=self.eigen, **self.zonder_versie())


class EindeForm(Stapformulier):
    titel = _("Beëindig de maatregel")
    ook_gesloten = True
    inleiding = _("Beëindigen kan altijd. De persoon hoort het meteen van u.")
    knop = _("Beëindig de maatregel")

    op = DatumField(label=_("Beëindigd op"))
    reden = tekst(_("Waarom eindigt de maatregel"))

    def begin(self) -> dict[str, Any]:
        return {"op": self.toestand.s.op}

    def doe(self, **wie: Any) -> object:
        return actions.end_maatregel(**wie, maatregel_id=self.eigen, **self.zonder_versie())
