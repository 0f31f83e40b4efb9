"""``{% load kwaliteit %}``: the section navigation of this room."""

from typing import Any

from django import template

from verantwoord.kwaliteit.navigatie import delen
from verantwoord.web.waarden import Tab

register = template.Library()


@register.simple_tag(takes_context=True)
def kwaliteit_delen(context: Any, hier: str) -> list[Tab]:
    """The parts that whoever looks may open."""
    return delen(hier, viewer=context["request"].user)
