"""What can be withheld, in the words of the page."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Who somebody is and by which number they know; the rest of the facts can wait, part by part.
TE_ONTHOUDEN: Final[dict[str, Promise]] = {
    "beeld.gesprekken": _("Een gesprek of het verslag ervan"),
    "beeld.toetsingen": _("Een toetsing"),
    "beeld.signalen": _("Een signaal"),
    "beeld.medisch": _("Medische gegevens"),
    "beeld.mensenhandel": _("Gegevens over mensenhandel"),
    "beeld.schrijnend": _("Gegevens over schrijnende omstandigheden"),
    "beeld.buiten_schuld": _("Gegevens over buiten schuld"),
    "beeld.vertrekplannen": _("Een vertrekplan"),
    "beeld.wensen": _("Een wens"),
    "beeld.verwijzingen": _("Een verwijzing"),
    "beeld.lp_aanvragen": _("Een aanvraag van een laissez-passer"),
    "beeld.landen": _("Informatie over een land"),
    "beeld.overleg": _("Een punt uit een overleg"),
    "beeld.meldplichten": _("Een meldplicht"),
    "beeld.bewaringen": _("Een bewaring"),
    "beeld.afwezigheid": _("Gegevens over afwezigheid"),
    "beeld.boekingen": _("Een boeking van de reis"),
    "dossier.Stem": _("Vragen van de persoon en onze antwoorden"),
    "dossier.Betwisting": _("Wat volgens de persoon niet klopt, en onze antwoorden"),
    "dossier.Veiligheidskaart": _("De veiligheidskaart"),
    "toegang.Inzage": _("Wie in het dossier keek"),
    "toezicht.Voorstel": _("Een voorstel voor bewaring"),
    "keten.Verstrekking": _("Aan wie gegevens zijn gegeven"),
    "keten.Uitbericht": _("Berichten aan andere organisaties"),
}
