"""``{% load kwaliteit %}``: the section navigation of this room."""

from django import template

from verantwoord.kwaliteit.navigatie import delen

register = template.Library()
register.simple_tag(delen, name="kwaliteit_delen")
