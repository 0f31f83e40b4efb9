"""The forms of the reading desk. What a reader types is kept, also when something is still missing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.leesdesk.actions import Ingevuld
from verantwoord.inspectie.leesdesk.models import Beoordeling, Criterium, Oordeel
from verantwoord.inspectie.models import Onderzoeker
from verantwoord.kwaliteit.meting import ONDERDELEN
from verantwoord.web.formulier import LANGSTE_TEKST, Formulier, TekstField

# A file of judgments of two hundred dossiers on twenty criteria is a third of this.
GROOTSTE_BESTAND: Final = 1_000_000


class CriteriumForm(Formulier):
    """One question that every assessor answers."""

    code = forms.SlugField(
        label=_("Korte naam"),
        help_text=_("Voor tabellen en bestanden, zonder spaties. Bijvoorbeeld: strategie"),
        max_length=40,
        error_messages={
            "invalid": _("Gebruik alleen letters, cijfers, een streepje of een liggend streepje.")
        },
    )
    vraag = forms.CharField(
        label=_("Vraag"), help_text=_("Zo dat ja of nee een antwoord is."), max_length=300
    )
    toelichting = TekstField(
        label=_("Hoe beantwoordt u deze vraag?"),
        help_text=_("Wanneer is het ja, wanneer nee? Dan beoordelen twee mensen hetzelfde."),
        required=False,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": 4}),
    )
    deel = forms.ChoiceField(
        label=_("Automatische meting die hetzelfde telt"),
        help_text=_("Na het lezen ziet u hoe vaak die meting gelijk had."),
        required=False,
        choices=[("", _("Geen")), *ONDERDELEN.items()],
    )


class LezersForm(Formulier):
    """Who reads: two or more of those who work on the onderzoek."""

    lezers = forms.TypedMultipleChoiceField(
        label=_("Wie beoordelen de dossiers?"),
        help_text=_(
            "Kies er ten minste twee. Wie u niet kiest, kan beslissen waar twee beoordelaars verschillen; daar is er één voor nodig."
        ),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste twee beoordelaars.")},
    )

    def __init__(self, *args: Any, onderzoekers: Iterable[Onderzoeker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["lezers"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - it stands above
        veld.choices = [(str(o.medewerker_id), o.medewerker.naam) for o in onderzoekers]


class NaamForm(Formulier):
    """Something that still says who it is, as it stands in the text."""

    tekst = forms.CharField(
        label=_("Wat staat er nog?"),
        help_text=_("Schrijf de naam, de plaats of het nummer over zoals het er staat."),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )


class BestandForm(Formulier):
    """One's own judgments from a file."""

    bestand = forms.FileField(
        label=_("Bestand met uw oordelen"),
        help_text=_("Een CSV-bestand met de kolommen dossier, criterium, beoordelaar en oordeel."),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def clean_bestand(self) -> bytes:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE_BESTAND:
            raise forms.ValidationError(_("Dit bestand is te groot: hooguit 1 MB."))
        inhoud: bytes = bestand.read()
        return inhoud


class BeurtForm(Formulier):
    """A judgment with its reason for each criterium; empty as long as one is not sure. Nothing is required in a draft."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)

    def __init__(
        self,
        *args: Any,
        criteria: Sequence[Criterium],
        gegeven: Mapping[int, Beoordeling] | None = None,
        versie: int = 0,
        afronden: bool = False,
        beslist: bool = False,
        **kwargs: Any,
    ) -> None:
        begin: dict[str, Any] = {"versie": versie}
        for pk, beoordeling in (gegeven or {}).items():
            begin |= {f"oordeel-{pk}": beoordeling.oordeel, f"reden-{pk}": beoordeling.reden}
        super().__init__(*args, initial=begin, **kwargs)
        self.criteria = criteria
        # A draft may be half empty; on the page all of it is asked.
        verplicht = afronden or not self.is_bound
        for criterium in criteria:
            self.fields[f"oordeel-{criterium.pk}"] = forms.ChoiceField(
                label=_("Uw beslissing") if beslist else criterium.vraag,
                help_text="" if beslist else criterium.toelichting,
                required=verplicht,
                choices=Oordeel.choices,
                widget=forms.RadioSelect({"class": "vw-keuzeknoppen"}),
                error_messages={"required": _("Kies een oordeel.")},
            )
            self.fields[f"reden-{criterium.pk}"] = TekstField(
                label=_("Waarom?"),
                help_text=_("Waar leest u dat? Schrijf geen namen op."),
                required=verplicht,
                max_length=LANGSTE_TEKST,
                widget=forms.Textarea({"rows": 3}),
                error_messages={"required": _("Schrijf op waarom.")},
            )

    @property
    def vragen(self) -> list[tuple[Criterium, Any, Any]]:
        return [(c, self[f"oordeel-{c.pk}"], self[f"reden-{c.pk}"]) for c in self.criteria]

    def ingevuld(self) -> dict[int, Ingevuld]:
        return {
            c.pk: Ingevuld(
                self.cleaned_data.get(f"oordeel-{c.pk}") or "", self.cleaned_data.get(f"reden-{c.pk}") or ""
            )
            for c in self.criteria
        }
