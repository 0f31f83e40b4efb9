"""Charts: right places, an accessible name, and the same data in words."""

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from verantwoord.web.grafiek.interval import HEEL, SMAL, Meetregel, Meting, teken_interval
from verantwoord.web.grafiek.stroken import Schaal, Strook, teken_stroken
from verantwoord.web.grafiek.verloop import Balk, Punt, Rij, Verloop, tabelrijen, teken_verloop

SVG = "{http://www.w3.org/2000/svg}"
VANDAAG = dt.date(2022, 9, 15)


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def verloop(*rijen: Rij) -> Verloop:
    return Verloop(rijen, VANDAAG, dt.date(2022, 7, 1), dt.date(2022, 12, 31))


def rects(svg: str) -> list[ET.Element]:
    """Return the bars: the rectangles 22 high, without the flag of today."""
    drawn = ET.fromstring(svg)  # noqa: S314  our own drawing
    return [rect for rect in drawn.iter(f"{SVG}rect") if rect.get("height") == "22" and rect.get("y") != "0"]


def test_given_a_drawing_when_read_aloud_then_it_has_a_name_and_a_sentence():
    svg = teken_verloop(verloop(Rij("Procedure")), sleutel="v")

    root = ET.fromstring(svg)  # noqa: S314  our own drawing
    named = [root.find(f"{SVG}{part}") for part in ("title", "desc")]

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == " ".join(part.get("id") for part in named)
    assert named[0].text == "Verloop in de tijd, vandaag is 15 september 2022"


def test_given_bars_of_each_certainty_when_drawn_then_the_fill_tells_them_apart_without_colour():
    balken = tuple(
        Balk(dt.date(2022, 7 + at, 1), dt.date(2022, 7 + at, 20), zekerheid)
        for at, zekerheid in enumerate(("gebeurd", "vast", "verwacht", "slot"))
    )

    svg = teken_verloop(verloop(Rij("Alles", balken)), sleutel="v")

    looks = [(rect.get("fill"), rect.get("stroke-dasharray")) for rect in rects(svg)]
    assert looks == [("#0d5561", None), ("#e6f0f1", None), ("#ffffff", "4 3"), ("url(#v-breed-s)", None)]


def words(svg: str) -> list[str]:
    """Return what stands in the rows, without the months and the flag of today."""
    drawn = ET.fromstring(svg)  # noqa: S314  our own drawing
    return [text.text for text in drawn.iter(f"{SVG}text") if float(text.get("y")) > 50]


@pytest.mark.parametrize(
    ("begin", "shown"),
    [
        (dt.date(2022, 8, 1), ["Procedure", "Beroep"]),
        (dt.date(2022, 9, 1), ["Procedure", "Beroep", "besluit"]),
    ],
)
def test_given_a_bar_close_after_a_mark_when_drawn_then_the_words_of_the_mark_never_run_into_it(begin, shown):
    rij = Rij(
        "Procedure",
        (Balk(begin, dt.date(2022, 12, 1), "gebeurd", "Beroep"),),
        (Punt(dt.date(2022, 7, 25), "gedaan", "besluit"),),
    )

    assert words(teken_verloop(verloop(rij), sleutel="v")) == shown


@pytest.mark.parametrize(
    ("op", "shown"), [(dt.date(2022, 8, 10), ["LP"]), (dt.date(2022, 11, 1), ["LP", "in behandeling"])]
)
def test_given_a_mark_on_a_bar_when_drawn_then_it_never_stands_on_the_words_of_the_bar(op, shown):
    rij = Rij(
        "LP",
        (Balk(dt.date(2022, 8, 1), dt.date(2022, 12, 1), "gebeurd", "in behandeling"),),
        (Punt(op, "gedaan", ""),),
    )

    assert words(teken_verloop(verloop(rij), sleutel="v")) == shown


def test_given_the_first_and_last_day_when_placed_then_the_bar_spans_the_axis():
    svg = teken_verloop(
        verloop(Rij("Opvang", (Balk(dt.date(2022, 7, 1), dt.date(2022, 12, 31), "vast"),))), sleutel="v"
    )

    (bar,) = rects(svg)

    assert (float(bar.get("x")), float(bar.get("width"))) == (
        pytest.approx(124.75, abs=0.1),
        pytest.approx(682.5, abs=0.1),
    )


def test_given_a_bar_without_an_end_when_drawn_then_it_runs_to_the_end_and_the_table_says_so():
    rij = Rij("Opvang", (Balk(dt.date(2022, 12, 1), None, "vast", "loopt"),))

    svg = teken_verloop(verloop(rij), sleutel="v")

    (bar,) = rects(svg)
    assert float(bar.get("x")) + float(bar.get("width")) == pytest.approx(807.2, abs=0.2)
    assert tabelrijen(verloop(rij)) == [
        ("Opvang", "1 december 2022", "geen einde bekend", "loopt: vastgelegd, nog niet voorbij")
    ]


def test_given_a_bar_outside_the_axis_when_drawn_then_it_stays_within_the_picture():
    rij = Rij("Lang", (Balk(dt.date(2020, 1, 1), dt.date(2030, 1, 1), "gebeurd"),))

    svg = teken_verloop(verloop(rij), sleutel="v", smal=True)

    (bar,) = rects(svg)
    assert float(bar.get("x")) >= 0
    assert float(bar.get("x")) + float(bar.get("width")) <= 358


def test_given_a_word_that_would_touch_the_next_mark_when_drawn_then_the_short_one_stands_there():
    rij = Rij(
        "Toetsingen",
        punten=(
            Punt(dt.date(2022, 7, 28), "gedaan", "vier lange vragen", "4"),
            Punt(dt.date(2022, 8, 8), "nu", "x"),
        ),
    )

    svg = teken_verloop(verloop(rij), sleutel="v")

    words = [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  our own drawing
    assert "4" in words
    assert "vier lange vragen" not in words


def test_given_points_and_bars_when_written_as_a_table_then_they_stand_by_date():
    rij = Rij(
        "Procedure",
        (Balk(dt.date(2022, 7, 22), VANDAAG, "gebeurd", "Beroep"),),
        (Punt(dt.date(2022, 7, 14), "gedaan", "Besluit"),),
    )

    rows = tabelrijen(verloop(rij))

    assert rows == [
        ("Procedure", "14 juli 2022", "", "Besluit: gevoerd of actueel"),
        ("Procedure", "22 juli 2022", "15 september 2022", "Beroep: gebeurd"),
    ]


@pytest.mark.parametrize(("breed", "left", "right"), [(HEEL, 222, 1196), (SMAL, 8, 338)])
def test_given_a_share_when_drawn_then_it_stands_where_the_axis_says(breed, left, right):
    regels = (Meetregel("Buiten schuld", Meting(50, 40, 60), Meting(100, 99, 100)),)

    svg = teken_interval(regels, titel="T", sleutel="i", breed=breed)

    circle = next(ET.fromstring(svg).iter(f"{SVG}circle"))  # noqa: S314  our own drawing
    assert float(circle.get("cx")) == pytest.approx((left + right) / 2)


def test_given_a_half_percent_when_written_then_it_rounds_up_as_the_report_does():
    svg = teken_interval(
        (Meetregel("Medisch", Meting(58.5, 52, 65), Meting(86.4, 84, 88)),), titel="T", sleutel="i"
    )

    assert re.findall(r">(\d+%)<", svg)[-2:] == ["59%", "86%"]


def test_given_a_suppressed_figure_when_drawn_then_the_reason_stands_in_its_place():
    svg = teken_interval(
        (Meetregel("Mensenhandel", None, None, "niet getoond: minder dan 5 dossiers"),),
        titel="T",
        sleutel="i",
    )

    assert ">niet getoond: minder dan 5 dossiers</text>" in svg
    assert "<circle" not in svg


def test_given_markup_in_a_label_when_drawn_then_it_is_text():
    svg = teken_verloop(verloop(Rij("<script>", opmerking="x")), sleutel="v")

    assert "<script>" not in svg


def dots(svg: str) -> list[tuple[float, float]]:
    circles = ET.fromstring(svg).iter(f"{SVG}circle")  # noqa: S314  our own drawing
    return [(float(circle.get("cx")), float(circle.get("cy"))) for circle in circles]


def test_given_places_in_any_order_when_drawn_then_they_stand_by_name_and_not_by_value():
    stroken = (Strook("gl Emmen", (1, 2)), Strook("Azc Drachten", (4, 5)), Strook("azc Assen", (3, 3)))

    svg = teken_stroken(stroken, Schaal(0, 5, norm=3), titel="T", sleutel="s")

    words = [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  our own drawing
    assert words == ["0", "1", "2", "3 (norm)", "4", "5", "azc Assen", "Azc Drachten", "gl Emmen"]


def test_given_equal_values_when_drawn_then_no_dot_hides_another():
    svg = teken_stroken((Strook("azc Assen", (3, 3, 3, 3, 3)),), Schaal(0, 5), titel="T", sleutel="s")

    assert len(set(dots(svg))) == 5


def test_given_a_place_held_back_when_drawn_then_there_is_a_reason_and_no_dot():
    strook = Strook("azc Drachten", niet_getoond="niet getoond: minder dan 5 regievoerders")

    svg = teken_stroken((strook,), Schaal(0, 5), titel="T", sleutel="s", breed=SMAL)

    assert dots(svg) == []
    assert ">niet getoond: minder dan 5 regievoerders</text>" in svg


def test_given_values_with_a_reason_to_hold_them_back_when_made_then_it_is_refused():
    with pytest.raises(ValueError, match="carries no values"):
        Strook("azc Drachten", (1, 2), niet_getoond="niet getoond")
