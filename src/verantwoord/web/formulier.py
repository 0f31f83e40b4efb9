"""Forms that keep what was typed, say what is wrong beside the field, and ask a date in three boxes."""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer, TemplatesSetting
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

PARTS = ("dag", "maand", "jaar")
LONGEST_NUMBER = 9
LANGSTE_TEKST = 20_000
_GRENZEN = {
    "min_value": _("Vul een getal in van %(limit_value)s of meer."),
    "max_value": _("Vul een getal in van %(limit_value)s of minder."),
}


class Weergave(TemplatesSetting):
    """The renderer that ``FORM_RENDERER`` names: ``{{ form }}`` and ``{{ form.veld.as_field_group }}`` in our look."""

    form_template_name = "web/formulier/form.html"
    field_template_name = "web/formulier/veld.html"


class FormulierMixin:
    """Leave judging to the server: a browser's own bubble hides the summary and speaks another language.

    Write the form tag with ``novalidate`` as well.
    """

    use_required_attribute = False
    default_renderer: BaseRenderer | type[BaseRenderer] | None = Weergave

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what to do with an empty field or a number too far, where a form did not find words of its own."""
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():  # type: ignore[attr-defined]
            if veld.error_messages.get("required") is forms.Field.default_error_messages["required"]:
                veld.error_messages["required"] = _leeg(veld)
            for grens, zin in _GRENZEN.items():
                if getattr(veld, grens, None) is not None:
                    veld.error_messages.setdefault(grens, zin)


def _leeg(veld: forms.Field) -> Promise:
    if isinstance(veld, forms.BooleanField):
        return _("Kruis dit aan.")
    return _("Kies een antwoord.") if isinstance(veld, forms.ChoiceField) else _("Vul dit in.")


class Formulier(FormulierMixin, forms.Form):
    """A form in the look of the program, also where the settings name another renderer."""


class TekstField(forms.CharField):
    """A longer text; a browser's own kind of line break is no difference."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


def getal(tekst: str | None) -> int:
    """A count or version as a form sends it; -1, which never was one, for anything else."""
    return (
        int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) <= LONGEST_NUMBER else -1
    )


@dataclass(frozen=True)
class Keuze:
    """The label of a choice with a hint under it; use it where Django takes the label of a choice."""

    tekst: str | Promise
    hint: str | Promise = ""

    def __str__(self) -> str:
        return str(self.tekst)


class DatumWidget(forms.MultiWidget):
    """Three boxes: day, month, year. A date one knows is typed faster than it is picked."""

    template_name = "web/formulier/datum.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, autocomplete: str = "") -> None:
        """Give ``autocomplete="bday"`` for a date of birth of the person who types; else nothing is filled in."""
        suffixes = {"dag": "day", "maand": "month", "jaar": "year"}
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            part: forms.TextInput(
                {
                    "inputmode": "numeric",
                    "autocomplete": f"{autocomplete}-{suffixes[part]}" if autocomplete else "off",
                    "maxlength": 4 if part == "jaar" else 2,
                }
            )
            for part in PARTS
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Any) -> list[str]:
        if isinstance(value, dt.date):
            return [str(value.day), str(value.month), str(value.year)]
        return ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        labels = (gettext("Dag"), gettext("Maand"), gettext("Jaar"))
        wrong = (attrs or {}).get("data-fout", "").split()
        context["vakken"] = [
            (part, label, box, part in wrong)
            for part, label, box in zip(PARTS, labels, context["widget"]["subwidgets"], strict=True)
        ]
        return context


class DatumField(forms.Field):
    """A date in three boxes; what is wrong is said in the words of the calendar."""

    widget = DatumWidget
    default_error_messages = {
        "required": _("Vul de datum in."),
    }

    def to_python(self, value: Any) -> dt.date | None:
        """Return the date. The error's ``code`` names the boxes that are wrong, for the look."""
        if value in self.empty_values or isinstance(value, dt.date):
            return value or None
        texts = [str(part or "").strip() for part in value]
        if not any(texts):
            return None
        day, month, year = self._numbers(dict(zip(PARTS, texts, strict=True)))
        if not 1 <= month <= 12:
            raise ValidationError(
                gettext("Maand %(maand)d bestaat niet. Een jaar heeft 12 maanden.") % {"maand": month},
                code="maand",
            )
        if not 1900 <= year <= 2199:
            raise ValidationError(
                gettext("Schrijf het jaar met vier cijfers, bijvoorbeeld 2022."), code="jaar"
            )
        return self._day_of(year, month, day)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    @staticmethod
    def _numbers(texts: Mapping[str, str]) -> list[int]:
        names = {"dag": gettext("de dag"), "maand": gettext("de maand"), "jaar": gettext("het jaar")}
        missing = [part for part in PARTS if not texts[part]]
        if missing:
            which = gettext(" en ").join(names[part] for part in missing)
            raise ValidationError(gettext("Vul ook %(deel)s in.") % {"deel": which}, code=" ".join(missing))
        # Nobody means a number of thousands of digits, and Python refuses to read one.
        wrong = [
            part
            for part in PARTS
            if not (texts[part].isascii() and texts[part].isdigit() and len(texts[part]) <= LONGEST_NUMBER)
        ]
        if wrong:
            which = gettext(" en ").join(names[part] for part in wrong)
            message = gettext("Schrijf %(deel)s in cijfers, bijvoorbeeld 22 9 2022.") % {"deel": which}
            raise ValidationError(message, code=" ".join(wrong))
        return [int(texts[part]) for part in PARTS]

    @staticmethod
    def _day_of(year: int, month: int, day: int) -> dt.date:
        last = calendar.monthrange(year, month)[1]
        if 1 <= day <= last:
            return dt.date(year, month, day)
        name = str(MONTHS[month - 1])
        if month == 2:
            name = f"{name} {year}"
        message = gettext("%(dag)d %(maand)s bestaat niet. %(Maand)s heeft %(aantal)d dagen.")
        raise ValidationError(
            message % {"dag": day, "maand": name, "Maand": name[:1].upper() + name[1:], "aantal": last},
            code="dag",
        )


MONTHS = (
    _("januari"),
    _("februari"),
    _("maart"),
    _("april"),
    _("mei"),
    _("juni"),
    _("juli"),
    _("augustus"),
    _("september"),
    _("oktober"),
    _("november"),
    _("december"),
)
