"""Forms about the dossier itself."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.web.formulier import Formulier


class ToewijzenForm(Formulier):
    """Which colleague of the team takes the lead."""

    regievoerder = forms.ModelChoiceField(
        label=_("Regievoerder"),
        queryset=Medewerker.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Kies wie de regie neemt."),
            "invalid_choice": _("Kies een collega uit deze lijst."),
        },
    )

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wie = self.fields["regievoerder"]
        assert isinstance(wie, forms.ModelChoiceField)  # noqa: S101 - declared above
        wie.queryset = collegas
