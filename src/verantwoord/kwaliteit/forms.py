"""The filter of the measurement; all of it stands in the address, and none of it names a person."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.bewaking.woorden import FASE
from verantwoord.kwaliteit.perioden import Kwartaal, einde
from verantwoord.web.formulier import Formulier

DATUMVORMEN: Final = ["%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%d %B %Y", "%Y-%m-%d"]


# So far back a period can be chosen from the list; an address may hold an older one.
KWARTALEN: Final = 24


def _datum(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DATUMVORMEN,
        widget=forms.Select({"autocomplete": "off"}),
        error_messages={"invalid": _("Schrijf de datum als 01-10-2022.")},
    )


class MeetForm(Formulier):
    """From which quarter to which the dossiers came in, where the people live, and in which fase. Empty means: no limit.

    Whole quarters alone: two periods that differ by a day would tell of the one dossier between them (security, threat 34).
    """

    van = _datum(_("Ontvangen vanaf"))
    tot = _datum(_("Tot en met"))
    locatie = forms.ChoiceField(label=_("Locatie"), required=False)
    fase = forms.ChoiceField(
        label=_("Fase"),
        required=False,
        choices=[("", _("Alle fasen")), *((c, naam) for c, naam in FASE.items())],
    )

    def __init__(self, *args: Any, locaties: Iterable[str], vandaag: date, **kwargs: Any) -> None:
        """Offer the quarters before ``vandaag`` and the places there are, by the alphabet: never by value (invariant 11)."""
        super().__init__(*args, **kwargs)
        nu = Kwartaal.van_dag(vandaag)
        kwartalen = [nu.terug(n) for n in range(KWARTALEN)]
        self._bied(
            "van", _("het begin"), [(k.van, _("begin %(kwartaal)s") % {"kwartaal": k}) for k in kwartalen]
        )
        self._bied(
            "tot", _("vandaag"), [(k.tot, _("einde %(kwartaal)s") % {"kwartaal": k}) for k in kwartalen[1:]]
        )
        keuze = self.fields["locatie"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101 - it stands above
        keuze.choices = [("", _("Alle locaties")), *((plek, plek) for plek in locaties)]
        keuze.error_messages["invalid_choice"] = _(
            "Deze locatie staat in geen enkel dossier. Kies er een uit de lijst."
        )

    def _bied(self, naam: str, leeg: Any, dagen: Iterable[tuple[date, Any]]) -> None:
        """Offer days to choose from; what an address holds besides stays there to be seen, with what is wrong about it."""
        keuzes = [("", leeg), *((f"{dag:%d-%m-%Y}", tekst) for dag, tekst in dagen)]
        gevraagd = self.data.get(naam, "")
        if gevraagd not in dict(keuzes):
            keuzes.append((gevraagd, gevraagd))
        widget = self.fields[naam].widget
        assert isinstance(widget, forms.Select)  # noqa: S101 - it stands above
        widget.choices = keuzes

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        van, tot = schoon.get("van"), schoon.get("tot")
        if van and tot and van > tot:
            self.add_error("tot", _("Deze dag ligt vóór het begin van de periode. Draai de twee datums om."))
            return schoon
        if van and van != Kwartaal.van_dag(van).van:
            self.add_error("van", _("Kies de eerste dag van een kwartaal, zoals 01-01-2022."))
        if tot and tot != einde(tot):
            self.add_error(
                "tot",
                _("Kies de laatste dag van een kwartaal, zoals 31-03-2022. Laat het leeg voor vandaag."),
            )
        return schoon
