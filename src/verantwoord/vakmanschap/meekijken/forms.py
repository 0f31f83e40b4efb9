from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as lui

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.meekijken.models import Criterium
from verantwoord.vakmanschap.velden import Collegakeuze, NavertelField
from verantwoord.web.formulier import DatumField, Formulier


class VraagForm(Formulier):
    """Whom to ask, for which day, and who watches whom."""

    richting = forms.ChoiceField(
        label=lui("Wat vraagt u?"),
        choices=[
            ("ik_kijk", lui("Ik wil meekijken bij een gesprek van een collega")),
            ("bij_mij", lui("Ik wil dat een collega meekijkt bij een gesprek van mij")),
        ],
        widget=forms.RadioSelect,
    )
    collega = Collegakeuze(
        label=lui("Welke collega?"),
        empty_label=lui("Kies een collega"),
        error_messages={
            "required": lui("Kies een collega."),
            "invalid_choice": lui("Kies een collega uit deze lijst."),
        },
    )
    op = DatumField(label=lui("Op welke dag?"))

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["collega"]
        assert isinstance(veld, Collegakeuze)  # noqa: S101 - declared above
        veld.queryset = collegas


class FeedbackForm(Formulier):
    """What one saw, a text for each criterium; the order is that of a talk."""

    gehouden_op = DatumField(label=lui("Wanneer keek u mee?"))
    persoon_akkoord = forms.BooleanField(
        label=lui("De persoon is vooraf gevraagd of u erbij mocht zijn, en vond dat goed"),
        error_messages={
            "required": lui("Zonder ja van de persoon kijkt niemand mee. Kruis dit aan als het is gevraagd.")
        },
    )
    werkte = NavertelField(label=lui("Wat werkte goed in dit gesprek?"), rijen=3)
    volgende_keer = NavertelField(label=lui("Wat zou u een volgende keer proberen?"), rijen=3, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for wat in Criterium:
            self.fields[f"zag_{wat.value}"] = NavertelField(label=wat.label, rijen=2, required=False)
        self.order_fields(["gehouden_op", "persoon_akkoord", *self.zag, "werkte", "volgende_keer"])

    @property
    def zag(self) -> list[str]:
        return [f"zag_{wat.value}" for wat in Criterium]

    def waarnemingen(self) -> Mapping[str, str]:
        """The texts by criterium, also the empty ones."""
        return {naam.removeprefix("zag_"): self.cleaned_data[naam] for naam in self.zag}


class AntwoordForm(Formulier):
    """What the watched person answers."""

    antwoord = NavertelField(label=lui("Wat neemt u hiervan mee?"))
