"""Who stands in, and who takes over."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.web.formulier import DatumField, Formulier, TekstField

KIES_COLLEGA = {"required": _("Kies een collega."), "invalid_choice": _("Kies een collega uit deze lijst.")}


class Collegakeuze(forms.ModelChoiceField):
    """One of the colleagues, by name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


class WaarnemingForm(Formulier):
    """Who is away, who stands in, from when until when; both days count."""

    regievoerder = Collegakeuze(
        label=_("Wie is er niet?"),
        queryset=Medewerker.objects.none(),
        empty_label=_("Kies een collega"),
        error_messages=KIES_COLLEGA,
    )
    vervanger = Collegakeuze(
        label=_("Wie neemt waar?"),
        queryset=Medewerker.objects.none(),
        empty_label=_("Kies een collega"),
        error_messages=KIES_COLLEGA,
    )
    van = DatumField(label=_("Eerste dag"))
    tot = DatumField(label=_("Laatste dag"), help_text=_("Deze dag telt nog mee."))

    def __init__(
        self, *args: Any, collegas: QuerySet[Medewerker], zelf: Medewerker | None, **kwargs: Any
    ) -> None:
        """Without ``zelf`` any colleague may be away; with it, only that one."""
        super().__init__(*args, **kwargs)
        weg, waarnemer = self.fields["regievoerder"], self.fields["vervanger"]
        assert isinstance(weg, Collegakeuze) and isinstance(waarnemer, Collegakeuze)  # noqa: S101, PT018 - declared above
        weg.queryset = waarnemer.queryset = collegas
        if zelf is not None:
            weg.queryset = collegas.filter(pk=zelf.pk)
            weg.empty_label, weg.initial = None, zelf.pk
            waarnemer.queryset = collegas.exclude(pk=zelf.pk)


class OverdragenForm(Formulier):
    """Which dossiers, to whom, and why."""

    dossiers = forms.TypedMultipleChoiceField(
        label=_("Dossiers"),
        error_messages={
            "required": _("Kruis ten minste één dossier aan."),
            "invalid_choice": _("Een aangekruist dossier staat niet meer op deze lijst. Kijk de lijst na."),
        },
    )
    naar = Collegakeuze(
        label=_("Wie neemt de dossiers over?"),
        queryset=Medewerker.objects.none(),
        empty_label=_("Kies een collega"),
        error_messages=KIES_COLLEGA,
    )
    reden = TekstField(
        label=_("Waarom?"),
        help_text=_("Dit staat bij ieder dossier in de tijdlijn. Noem hier geen personen uit een dossier."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": _("Schrijf op waarom u de dossiers overdraagt.")},
    )

    def __init__(
        self, *args: Any, dossiers: list[tuple[str, str]], ontvangers: QuerySet[Medewerker], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        welke, naar = self.fields["dossiers"], self.fields["naar"]
        assert isinstance(welke, forms.TypedMultipleChoiceField) and isinstance(naar, Collegakeuze)  # noqa: S101, PT018 - declared above
        welke.choices = dossiers
        naar.queryset = ontvangers
