"""``{% load vakmanschap %}``: the section navigation of this room."""

from django import template

from verantwoord.vakmanschap.navigatie import delen

register = template.Library()
register.simple_tag(delen, name="vakmanschap_delen")
