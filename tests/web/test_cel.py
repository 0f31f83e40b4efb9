"""A text in a spreadsheet is never worked out, and comes back as it was."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.web.cel import als_getypt, veilig

TEKST = st.text(st.sampled_from("'=+-@a\t1 "), max_size=6) | st.text(max_size=12)


# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@traag
@given(TEKST)
def test_given_any_text_when_made_safe_then_no_program_works_it_out_and_it_comes_back(tekst):
    cel = veilig(tekst)

    assert not cel.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert als_getypt(cel) == tekst
