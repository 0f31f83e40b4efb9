"""``{% load vakmanschap %}``: the section navigation of this room."""

from typing import Any

from django import template

from verantwoord.vakmanschap.navigatie import delen
from verantwoord.web.waarden import Tab

register = template.Library()


@register.simple_tag(takes_context=True)
def vakmanschap_delen(context: Any, hier: str) -> list[Tab]:
    """The parts that whoever looks may open."""
    return delen(hier, viewer=context["request"].user)
