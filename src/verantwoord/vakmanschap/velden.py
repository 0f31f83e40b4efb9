"""Fields of forms that this room has besides those of the theme."""

from collections.abc import Container
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.navertelling import zeg_herkenbaar
from verantwoord.web.formulier import TekstField


class NavertelField(TekstField):
    """A text in which nobody may be recognised; what is, is said beside the field."""

    def __init__(self, *, alleen: Container[str] | None = None, rijen: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 5000)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rijen}))
        super().__init__(**kwargs)
        self.alleen = alleen

    def clean(self, value: Any) -> Any:
        # After the length was judged: a text that is too long is not read.
        tekst = super().clean(value)
        if melding := zeg_herkenbaar(tekst, alleen=self.alleen):
            raise ValidationError(melding)
        return tekst


class NavertelregelField(NavertelField):
    """The same on one line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(), **kwargs)


class Collegakeuze(forms.ModelChoiceField):
    """One of the colleagues, by name; the form says which."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Medewerker.objects.none(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


class Collegaskeuze(forms.ModelMultipleChoiceField):
    """Some of the colleagues, by name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Medewerker.objects.none(), widget=forms.CheckboxSelectMultiple(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)
