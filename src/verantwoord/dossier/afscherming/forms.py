from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier, TekstField


class TweedeForm(Formulier):
    """Which colleague signs as the second; the choices are those of this dossier."""

    stap = "aanwijzen"
    tweede = forms.TypedChoiceField(
        label=_("Wie tekent als tweede?"),
        help_text=_(
            "Een collega van een ander team. Die ziet alleen wat op een handtekening wacht. Een manager kan ook een "
            "afwijking goedkeuren, een regievoerder niet."
        ),
        coerce=UUID,
        error_messages={"required": _("Kies wie als tweede tekent.")},
    )

    def __init__(self, *args: Any, collegas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tweede"].choices = [("", _("Kies")), *collegas]  # type: ignore[attr-defined]


class AfschermForm(TweedeForm):
    stap = "afschermen"
    reden = TekstField(
        label=_("Waarom mag alleen u dit dossier zien?"),
        help_text=_("Alleen u leest dit terug, en wie het dossier na u krijgt."),
        max_length=2000,
        error_messages={"required": _("Schrijf op waarom alleen u dit dossier mag zien.")},
    )
    field_order = ("reden", "tweede")
