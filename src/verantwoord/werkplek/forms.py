"""The filter of the caseload and the box one searches with."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.normen import DOSSIERNORMEN
from verantwoord.web.formulier import Formulier
from verantwoord.werkplek import woorden

DATUMVORMEN = ["%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%d %B %Y", "%Y-%m-%d"]


def plichtkeuzes() -> list[tuple[str, str]]:
    """Every norm that can ask for something, by its instruction."""
    return sorted(
        ((norm.id, norm.plicht) for norm in DOSSIERNORMEN if norm.gevolg != "meting"),
        key=lambda keuze: keuze[1],
    )


class Keuzelijst(forms.Select):
    """A select written at once: a list with eighty choices is drawn on every page of the caseload."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002 - Django gives it; here no template is drawn
    ) -> SafeString:
        gekozen = "" if value is None else str(value)
        opties = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (code, SafeString(" selected") if str(code) == gekozen else "", tekst)
                for code, tekst in self.choices
            ),
        )
        return format_html(
            '<select name="{}"{}>{}</select>', name, flatatt(self.build_attrs(self.attrs, attrs)), opties
        )


class FilterForm(Formulier):
    """The filters of the list; every one of them stands in the address, and none of them names a person."""

    fase = forms.ChoiceField(
        label=_("Fase"),
        required=False,
        widget=Keuzelijst,
        choices=[
            ("", _("Alle fasen")),
            *((code, naam) for code, naam in woorden.FASE.items() if code != "gesloten"),
        ],
    )
    locatie = forms.CharField(label=_("Locatie"), required=False, max_length=200, widget=Keuzelijst)
    plicht = forms.ChoiceField(label=_("Plicht"), required=False, widget=Keuzelijst)
    voor = forms.DateField(
        label=_("Uiterlijk vóór"),
        required=False,
        input_formats=DATUMVORMEN,
        widget=forms.TextInput(
            {"placeholder": _("dd-mm-jjjj"), "inputmode": "numeric", "autocomplete": "off", "size": 10}
        ),
        error_messages={"invalid": _("Schrijf de datum als 01-10-2022.")},
    )
    van = forms.ChoiceField(label=_("Dossiers van"), required=False, widget=forms.RadioSelect)
    wie = forms.TypedChoiceField(
        label=_("Regievoerder"), required=False, widget=Keuzelijst, coerce=UUID, empty_value=None
    )
    termijn = forms.ChoiceField(
        required=False,
        choices=[("", ""), ("vandaag", _("vandaag")), ("week", _("deze week")), ("te_laat", _("te laat"))],
        widget=forms.HiddenInput,
    )

    def __init__(
        self,
        *args: Any,
        van: Iterable[tuple[str, object]],
        collegas: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        """Give the choices of ``van`` that this role has, and the colleagues whose dossiers can be asked for."""
        super().__init__(*args, **kwargs)
        plicht, van_wie = self.fields["plicht"], self.fields["van"]
        assert isinstance(plicht, forms.ChoiceField) and isinstance(van_wie, forms.ChoiceField)  # noqa: S101, PT018 - tells the type checker
        plicht.choices = [("", _("Alle plichten")), *plichtkeuzes()]
        self.keuzes_van = list(van)
        van_wie.choices = self.keuzes_van
        wie = self.fields["wie"]
        assert isinstance(wie, forms.ChoiceField)  # noqa: S101 - tells the type checker
        wie.choices = [("", _("Alle regievoerders")), *collegas]

    def toon_locaties(self, locaties: Iterable[str]) -> None:
        """Offer the places that the list itself holds, and the chosen one also when it holds none there now."""
        gekozen = self.data.get("locatie", "")
        alle = sorted({*locaties, gekozen} - {""})
        self.fields["locatie"].widget.choices = [
            ("", _("Alle locaties")),
            *((plaats, plaats) for plaats in alle),
        ]
