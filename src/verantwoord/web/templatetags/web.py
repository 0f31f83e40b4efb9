"""``{% load web %}``: every component, and the filters for dates."""

from django import template

from verantwoord.web.onderdelen import (
    blokken,
    datum,
    formulieren,
    grafieken,
    kaders,
    knoppen,
    lijsten,
    tabellen,
    tekens,
    teksten,
)

register = template.Library()

for _part in (tekens, knoppen, blokken, kaders, lijsten, tabellen, teksten, formulieren, grafieken, datum):
    register.tags.update(_part.register.tags)
    register.filters.update(_part.register.filters)
