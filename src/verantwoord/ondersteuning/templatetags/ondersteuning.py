"""``{% load ondersteuning %}``: how the catalogue says its codes."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final
from uuid import UUID

from django import template

from verantwoord.ondersteuning.begrotingsblad import euro as als_euro
from verantwoord.ondersteuning.forms import AanbodForm
from verantwoord.ondersteuning.keuzes import Eis, Hulp, Regelstand, Soort
from verantwoord.stamgegevens.landen import landnaam as noem_land

register = template.Library()


@register.filter
def landnamen(codes: Iterable[str]) -> str:
    """The countries by name, in the order of the alphabet."""
    return ", ".join(sorted(map(noem_land, codes)))


@register.filter
def soortnamen(codes: Iterable[str]) -> str:
    """The subjects of wishes by name."""
    return ", ".join(str(Soort(code).label) for code in codes)


@register.filter
def hulpnamen(codes: Iterable[str]) -> str:
    """What an entry gives, by name."""
    return ", ".join(str(Hulp(code).label).lower() for code in codes)


@register.filter
def eisnaam(code: str) -> str:
    """A condition of an entry in words."""
    return str(Eis(code).label)


@register.filter
def veldnamen(wijzigingen: Mapping[str, object] | None) -> str:
    """Which fields of an entry were changed, as its form calls them."""
    namen = (str(AanbodForm.base_fields[veld].label).rstrip("?") for veld in wijzigingen or {})
    return ", ".join(naam[:1].lower() + naam[1:] for naam in namen)


@register.filter
def aantal_bij(aantallen: Mapping[UUID, int], sleutel: UUID) -> int:
    """How many entries fit this wish."""
    return aantallen.get(sleutel, 0)


@register.filter
def alleen_als(tekst: str, mag: bool) -> str:  # noqa: FBT001 - a filter has one argument, without a name
    """The words of a button for who may press it; nothing for who may only read."""
    return tekst if mag else ""


@register.filter
def euro(bedrag: Decimal | None) -> str:
    """An amount as people write it; nothing for none."""
    return "" if bedrag is None else als_euro(bedrag)


@register.filter
def landnaam(code: str) -> str:
    """One country by name."""
    return noem_land(code)


# Which sign stands with each state of something in kind.
_REGELTEKEN: Final = {
    Regelstand.GEVRAAGD: "ontbreekt",
    Regelstand.OPGEPAKT: "gepland",
    Regelstand.GEREGELD: "gedaan",
    Regelstand.NIET_GELUKT: "verouderd",
    Regelstand.INGETROKKEN: "niet-aan-de-orde",
}


@register.filter
def regelteken(stand: str) -> str:
    """The sign that goes with a state."""
    return _REGELTEKEN[Regelstand(stand)]
