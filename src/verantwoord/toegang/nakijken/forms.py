from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import Formulier, TekstField


class RedenForm(Formulier):
    """Why one opens so many dossiers."""

    reden = TekstField(
        label=_("Waarvoor opent u nu zoveel dossiers"),
        help_text=_("Eén zin is genoeg. De functionaris gegevensbescherming kan dit lezen."),
        max_length=2000,
    )
