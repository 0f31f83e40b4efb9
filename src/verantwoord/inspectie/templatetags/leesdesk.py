"""Show a copy: its pseudonyms stand out, so that one sees at once what was said there and is not."""

import re
from typing import Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

_PSEUDONIEM: Final = re.compile(r"(\[(?:de persoon|verborgen|geboortedatum|[a-z]+ [A-Z0-9]{4})\])")


@register.filter
def pseudoniemen(tekst: str) -> SafeString:
    """The text, escaped, with a mark round each pseudonym."""
    delen = _PSEUDONIEM.split(tekst)
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="lees-pseudoniem">{}</span>', deel) if i % 2 else deel,)
            for i, deel in enumerate(delen)
        ),
    )
