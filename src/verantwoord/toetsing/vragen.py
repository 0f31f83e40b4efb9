"""The open question behind each toetsingsmoment, as the form asks it. Sources: report §2.2 and §3.3."""

from django.utils.translation import gettext_lazy as _

from verantwoord.toetsing.keuzes import Moment

VRAAG = {
    Moment.MEDISCH: _("Hoe gaat het met de gezondheid, en kan deze persoon reizen?"),
    Moment.BUITEN_SCHULD: _("Wat is zelf geprobeerd om te vertrekken, en waardoor lukte dat niet?"),
    Moment.SCHRIJNEND: _(
        "Is er iets gebeurd waardoor terugkeer voor deze persoon of het gezin heel zwaar is?"
    ),
    Moment.MENSENHANDEL: _(
        "Is er iemand voor wie deze persoon bang is, of die bepaalt wat hij of zij moet doen?"
    ),
}
