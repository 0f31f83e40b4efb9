"""Tables that stay tables for a screen reader and become cards for a thumb."""

import functools
from collections.abc import Sequence

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from verantwoord.web.waarden import Kolom

register = template.Library()

ROW, ROW_CHOSEN = SafeString('<tr role="row">'), SafeString('<tr role="row" class="vw-gekozen">')
ROW_END = SafeString("</tr>")


def _head(kolommen: Sequence[Kolom | str]) -> SafeString:
    columns = [kolom if isinstance(kolom, Kolom) else Kolom(kolom.strip()) for kolom in kolommen]
    cells = format_html_join(
        "",
        '<th role="columnheader" scope="col"{}>{}</th>',
        (
            (
                format_html(' class="{}"', classes) if (classes := _column_classes(kolom)) else "",
                kolom.titel,
            )
            for kolom in columns
        ),
    )
    return format_html('<thead role="rowgroup"><tr role="row">{}</tr></thead>', cells)


def _column_classes(kolom: Kolom) -> str:
    return " ".join(name for name, on in (("vw-getal", kolom.getal), ("vw-smal", kolom.smal)) if on)


@register.simple_block_tag
def tabel(
    content: str,
    *,
    bijschrift: str,
    kolommen: Sequence[Kolom | str] | str,
    kaarten: bool = True,
    klein: bool = False,
) -> SafeString:
    """Frame rows written with ``rij`` and ``cel``.

    ``bijschrift`` states the count and the order. ``kolommen`` are ``Kolom`` values, or their titles as one text
    with ``|`` between. Under 941 px each row becomes a card, unless ``kaarten`` is off. The roles are spelled out
    because a changed display would otherwise take the table away from a screen reader.
    """
    columns = kolommen.split("|") if isinstance(kolommen, str) else kolommen
    return format_html(
        '<table role="table" class="vw-tabel{}{}">'
        '<caption>{}</caption>{}<tbody role="rowgroup">{}</tbody></table>',
        " vw-tabel--kaarten" if kaarten else "",
        " vw-tabel--klein" if klein else "",
        bijschrift,
        _head(columns),
        content,
    )


@register.simple_block_tag
def rij(content: str, *, gekozen: bool = False) -> SafeString:
    """Set one row; ``gekozen`` marks the one that is open or chosen, with a bar and a tint."""
    start = ROW_CHOSEN if gekozen else ROW
    return start + conditional_escape(content) + ROW_END


@register.simple_block_tag
def cel(
    content: str, naam: str = "", *, kop: bool = False, getal: bool = False, plek: str = ""
) -> SafeString:
    """Set one cell; ``naam`` is its label on a card, ``kop`` makes it the head of its row.

    ``plek`` places it on the card: ``vak`` in a linen box, ``breed`` over the full width, ``weg`` not at all.
    """
    start, end = _cell(str(naam), bool(kop), bool(getal), plek)
    return start + conditional_escape(content) + end


# The same few cells stand in every row of a list.
@functools.lru_cache(maxsize=512)
def _cell(naam: str, kop: bool, getal: bool, plek: str) -> tuple[SafeString, SafeString]:  # noqa: FBT001  a key
    classes = " ".join(
        name for name, on in (("vw-getal", getal), (f"vw-cel--{plek}", plek), ("vw-rijkop", kop)) if on
    )
    attributes: list[tuple[str, str]] = [("role", "rowheader" if kop else "cell")]
    attributes += [("scope", "row")] if kop else []
    attributes += [("class", classes)] if classes else []
    attributes += [("data-l", naam)] if naam else []
    tag = "th" if kop else "td"
    start = format_html("<{}{}>", tag, format_html_join("", ' {}="{}"', attributes))
    return start, format_html("</{}>", tag)
