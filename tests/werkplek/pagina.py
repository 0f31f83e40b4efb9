"""Read a page as a visitor does: find parts by the simplest of selectors (tag, class, one attribute, descendants)."""

import re

from lxml import html

_STUK = re.compile(
    r"(?P<tag>[a-z0-9]*)(?P<klassen>(?:\.[\w-]+)*)(?:\[(?P<naam>[\w-]+)=(?P<waarde>[\w-]+)\])?"
)


def _pad(selector):
    stappen = []
    for woord in selector.split():
        stuk = _STUK.fullmatch(woord)
        eisen = [f"contains(concat(' ',@class,' '),' {k} ')" for k in stuk["klassen"].split(".") if k]
        eisen += [f"@{stuk['naam']}='{stuk['waarde']}'"] if stuk["naam"] else []
        stappen.append(f"descendant::{stuk['tag'] or '*'}" + "".join(f"[{eis}]" for eis in eisen))
    return "/".join(stappen)


def lees(antwoord):
    """The page of an answer as a tree."""
    return html.fromstring(antwoord.content)


def vind(deel, selector):
    """The parts below ``deel`` that fit, in the order of the page."""
    return deel.xpath(_pad(selector))


def tekst(deel):
    """What a part says, with white space as one space."""
    return " ".join(deel.text_content().split())
