"""Fields of forms in which countries are asked."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from verantwoord.stamgegevens.landen import landkeuzes, landnaam


class LandenField(forms.Field):
    """Countries by name or by their code of three letters, one a line or with commas between; none is a choice too."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> tuple[str, ...]:
        keuzes = [(code, naam) for code, naam in landkeuzes() if code]
        namen = {naam.casefold(): code for code, naam in keuzes} | {
            code.casefold(): code for code, _n in keuzes
        }
        gevraagd = [deel.strip() for regel in (value or "").splitlines() for deel in regel.split(",")]
        codes = []
        for naam in filter(None, gevraagd):
            code = namen.get(naam.casefold())
            if code is None:
                raise ValidationError(
                    _("Wij kennen geen land met de naam “%(naam)s”. Schrijf één land op elke regel.")
                    % {"naam": naam[:60]}
                )
            codes.append(code)
        return tuple(sorted(set(codes)))

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(map(landnaam, value))
