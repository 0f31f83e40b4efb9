"""Form parts: the field with its label, hint and error; the summary on top; the state of a draft."""

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from verantwoord.web.formulier import DatumWidget, Keuze

register = template.Library()


def _kind(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(widget, DatumWidget):
        return "datum"
    if isinstance(widget, (forms.CheckboxSelectMultiple, forms.RadioSelect)):
        return "groep"
    return "vinkje" if isinstance(widget, forms.CheckboxInput) else "invoer"


def _classes(field: BoundField) -> str:
    widget = field.field.widget
    base = "utrecht-textbox utrecht-textbox--html-input"
    if isinstance(widget, forms.Textarea):
        base = "utrecht-textarea utrecht-textarea--html-textarea"
    elif isinstance(widget, forms.Select):
        base = "utrecht-select utrecht-select--html-select"
    elif isinstance(widget, forms.CheckboxInput):
        base = "vw-vinkje"
    if field.errors:
        base += f" {base.split()[0]}--invalid"
    return f"{base} {widget.attrs.get('class', '')}".strip()


@register.inclusion_tag("web/formulier/_veld.html")
def veld(field: BoundField) -> dict[str, Any]:
    """Show one field: label above, hint, error with its bar, and the input with everything that was typed."""
    widget = field.field.widget
    return {
        "field": field,
        "soort": _kind(field),
        "is_select": isinstance(widget, forms.Select) and not widget.allow_multiple_selected,
        "keuzeknoppen": "vw-keuzeknoppen" in widget.attrs.get("class", ""),
        "rond": not getattr(widget, "allow_multiple_selected", False),
    }


@register.simple_tag
def veld_invoer(field: BoundField) -> SafeString:
    """Render the input itself, in the look of its kind."""
    attrs: dict[str, str | bool] = {"class": _classes(field)}
    if _kind(field) == "datum":
        attrs = {"data-fout": " ".join(_wrong_boxes(field))}
    return field.as_widget(attrs=attrs)


@register.simple_tag
def keuze_invoer(choice: BoundWidget, *, rond: bool) -> SafeString:
    """Render one radio button or box of a group."""
    choice.data["attrs"]["class"] = "vw-rondje" if rond else "vw-vinkje"
    return choice.tag()


@register.filter
def keuze_hint(choice: BoundWidget) -> str:
    """Return the hint of a choice, if it has one."""
    label = choice.data["label"]
    return str(label.hint) if isinstance(label, Keuze) else ""


def _wrong_boxes(field: BoundField) -> list[str]:
    codes = " ".join(error.code or "" for error in field.errors.as_data()).split()
    return [part for part in ("dag", "maand", "jaar") if part in codes] or (
        ["dag", "maand", "jaar"] if field.errors else []
    )


def _target(field: BoundField) -> str:
    """Return the id of the input where mending begins."""
    if _kind(field) == "datum":
        first = ("dag", "maand", "jaar").index(_wrong_boxes(field)[0])
        return f"{field.auto_id}_{first}"
    return f"{field.auto_id}_0" if _kind(field) == "groep" else field.auto_id


def _faults(forms_: tuple[forms.BaseForm, ...]) -> Iterator[tuple[str, str, str]]:
    for form in forms_:
        for message in form.non_field_errors():
            yield "", "", str(message)
        for field in form:
            for message in field.errors:
                label = str(field.label)
                yield _target(field), label if label.endswith("?") else f"{label}:", str(message)


@register.inclusion_tag("web/formulier/_samenvatting.html")
def foutensamenvatting(*formulieren: forms.BaseForm, titel: str = "") -> dict[str, Any]:
    """Sum up on top what is wrong, with a link to each field; it takes the focus. Nothing wrong shows nothing."""
    faults = list(_faults(formulieren))
    count = ngettext("Er klopt één ding nog niet:", "Er kloppen %(aantal)d dingen nog niet:", len(faults))
    return {"fouten": faults, "telling": count % {"aantal": len(faults)}, "titel": titel}


@register.inclusion_tag("web/formulier/_bewaarstand.html")
def bewaarstand(tekst: str = "") -> dict[str, Any]:
    """Place the line that says when a draft was kept; ``concept.js`` fills it and finds its sentences here."""
    return {"tekst": tekst}


@register.simple_tag
def concept_bewaard(sleutel: str) -> SafeString:
    """Tell the browser that what was typed under this key is safely kept, so that its own copy can go."""
    return format_html('<span hidden data-concept-bewaard="{}"></span>', sleutel)
