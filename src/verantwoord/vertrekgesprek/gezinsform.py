"""The part of a report that is about the family: what each relative said, and each child apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as lui

from verantwoord.vertrekgesprek.verslag import LANGSTE_TEKST, TOETSINGSMOMENTEN, VRAGEN, Lidverslag
from verantwoord.web.formulier import Formulier


def tekstveld(label: Any, *, rijen: int = 4, klasse: str = "", hint: Any = "") -> forms.CharField:
    """A text of a report; nothing is required while it is being written."""
    # The blank placeholder lets the style sheet see whether something was written, without script.
    attrs = {"rows": rijen, "placeholder": " "} | ({"class": klasse} if klasse else {})
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        strip=False,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea(attrs=attrs),
        error_messages={"max_length": lui("Deze tekst is te lang. Er passen 20.000 tekens in.")},
    )


class KindForm(Formulier):
    """What one child needs, asked apart from the parents' own wishes (report §3.3; screens, family)."""

    belang = tekstveld(
        lui("Wat heeft dit kind nodig, en wat betekent vertrek of blijven voor dit kind?"),
        rijen=3,
        hint=lui("Bijvoorbeeld school, gezondheid, vrienden, en wat het kind zelf zei"),
    )


class LidForm(Formulier):
    """What a relative said in the same sitting; it goes into that person's own dossier."""

    eigen_woorden = tekstveld(
        lui("Wat wilt u zelf, als u zou gaan? En wat houdt u tegen?"), rijen=5, klasse="vw-eigen-woorden"
    )
    wil_niet_antwoorden = forms.BooleanField(
        label=lui("Wilde hier vandaag niets over zeggen"),
        help_text=lui("Dat mag. Het heeft geen gevolgen."),
        required=False,
    )
    vraag_medisch = tekstveld("", rijen=2)
    vraag_buiten_schuld = tekstveld("", rijen=2)
    vraag_schrijnend = tekstveld("", rijen=2)
    vraag_mensenhandel = tekstveld("", rijen=2, hint=lui("Stel deze vraag zonder familie erbij."))
    reden = tekstveld(lui("Waarom zijn niet alle vragen beantwoord?"), rijen=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for moment in TOETSINGSMOMENTEN:
            self.fields[f"vraag_{moment}"].label = VRAGEN[moment]()


@dataclass(frozen=True)
class Lid:
    """A relative of the same sitting: their talk, and how they are named to who works on their dossier."""

    gesprek_id: UUID
    naam: str
    is_kind: bool = False


@dataclass(frozen=True)
class Kind:
    """A minor child by what the file says of it, and its own talk in the same sitting when there is one.

    ``wie`` goes into the reports; ``naam`` is only shown to who writes, and only of a dossier of their own.
    """

    wie: str
    gesprek_id: UUID | None = None
    naam: str = ""


@dataclass(frozen=True)
class Gezin:
    """Who is in the talk besides the person: relatives with a dossier of their own, and the minor children."""

    leden: tuple[Lid, ...] = ()
    kinderen: tuple[Kind, ...] = ()


ALLEEN: Final = Gezin()


def lidverslag(lid: Lid, schoon: Mapping[str, Any]) -> Lidverslag:
    return Lidverslag(
        gesprek_id=lid.gesprek_id,
        eigen_woorden=schoon.get("eigen_woorden", ""),
        wil_niet_antwoorden=schoon.get("wil_niet_antwoorden", False),
        vragen={moment: schoon.get(f"vraag_{moment}", "") for moment in TOETSINGSMOMENTEN},
        reden=schoon.get("reden", "").strip(),
        is_kind=lid.is_kind,
    )
