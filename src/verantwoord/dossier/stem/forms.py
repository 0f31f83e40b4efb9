from django.utils.translation import gettext_lazy as _

from verantwoord.web.formulier import LANGSTE_TEKST, Formulier, TekstField


class AntwoordForm(Formulier):
    """What somebody writes back; the person reads it as it stands."""

    tekst = TekstField(
        label=_("Uw antwoord aan de persoon"),
        help_text=_("De persoon leest dit in het portaal. Schrijf kort en gewoon, en zeg wat er nu gebeurt."),
        max_length=LANGSTE_TEKST,
    )
