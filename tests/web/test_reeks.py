"""A share through time: every period in its place, and a gap where nothing may be shown."""

import re
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from verantwoord.web.grafiek.interval import BREED, HEEL, SMAL, Meetregel, Meting, teken_interval
from verantwoord.web.grafiek.reeks import Reekspunt, drievoud, teken_reeks
from verantwoord.web.grafiek.staven import Staaf
from verantwoord.web.grafiek.staven import drievoud as staven

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def punten(*delen):
    return [
        Reekspunt(f"K{n}", None if deel is None else Meting(deel, max(0.0, deel - 10), min(100.0, deel + 10)))
        for n, deel in enumerate(delen, 1)
    ]


def delen_van(svg, soort):
    return list(ET.fromstring(svg).iter(SVG + soort))  # noqa: S314 - our own drawing


@pytest.mark.parametrize("breed", [SMAL, BREED, HEEL])
def test_given_periods_when_drawn_then_each_dot_stands_higher_as_the_share_is_larger(breed):
    svg = teken_reeks(punten(20, 50, 90), titel="Toetsing", sleutel="r", breed=breed)

    stippen = delen_van(svg, "circle")
    links, hoogtes = ([float(s.get(as_)) for s in stippen] for as_ in ("cx", "cy"))
    assert links == sorted(links)
    assert hoogtes == sorted(hoogtes, reverse=True)
    assert links[0] > 0
    assert links[-1] < breed


def test_given_a_period_that_is_not_shown_when_drawn_then_the_line_is_broken_and_never_drawn_over_it():
    svg = teken_reeks(punten(20, 30, None, 40, 50), titel="Toetsing", sleutel="r")

    lijnen = [p.get("d") for p in delen_van(svg, "path") if p.get("fill") == "none"]
    assert [len(re.findall(r"[ML]", d)) for d in lijnen] == [2, 2]
    assert len(delen_van(svg, "circle")) == 4


def test_given_one_period_alone_when_drawn_then_its_margin_is_a_whisker():
    svg = teken_reeks(punten(None, 40, None), titel="Toetsing", sleutel="r")

    assert delen_van(svg, "path") == []
    (staak,) = [streep for streep in delen_van(svg, "line") if streep.get("stroke-width") == "1.8"]
    assert staak.get("x1") == staak.get("x2") == delen_van(svg, "circle")[0].get("cx")


def test_given_no_periods_when_drawn_then_the_axis_stands_alone():
    svg = teken_reeks([], titel="Toetsing", sleutel="r")

    assert delen_van(svg, "circle") == []
    assert [t.text for t in delen_van(svg, "text")] == ["0%", "25%", "50%", "75%", "100%"]


def test_given_parts_that_were_never_measured_before_when_drawn_then_no_line_is_kept_for_then():
    lang = "Zelfstandig en gedwongen vertrek afgewogen"
    nu = Meting(40, 30, 50)

    alleen = teken_interval((Meetregel(lang, None, nu),), titel="t", sleutel="a")
    beide = teken_interval((Meetregel(lang, nu, nu),), titel="t", sleutel="b")

    hoog = [float(ET.fromstring(svg).get("height")) for svg in (alleen, beide)]  # noqa: S314 - idem
    assert hoog[0] < hoog[1]
    assert delen_van(alleen, "circle") == []
    # The longest name ends before the axis begins.
    assert (
        min(float(streep.get("x1")) for streep in delen_van(alleen, "line") if streep.get("y1") == "22") > 300
    )


def test_given_many_periods_when_drawn_in_three_widths_then_each_shows_every_one():
    reeks = drievoud(punten(*range(10, 90, 5)), titel="Toetsing", sleutel="r")
    balken = staven([Staaf(f"{n}-1", n) for n in range(1, 14)], 9, titel="W", sleutel="w", grens_titel="kan")

    assert [len(delen_van(svg, "circle")) for svg in reeks.values()] == [16, 16, 16]
    assert [len(delen_van(svg, "rect")) for svg in balken.values()] == [13, 13, 13]
