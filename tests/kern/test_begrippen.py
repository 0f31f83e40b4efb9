"""The glossary: one meaning a term, and no term that another entry says not to use."""

from verantwoord.kern.begrippen import BEGRIPPEN


def test_given_the_glossary_when_read_then_every_term_is_unique_and_has_a_meaning_and_a_source():
    termen = [b.term.casefold() for b in BEGRIPPEN]

    assert sorted({t for t in termen if termen.count(t) > 1}) == []
    assert [
        b.term for b in BEGRIPPEN if len(b.betekenis) < 30 or not b.betekenis.endswith(".") or not b.bron
    ] == []
    assert termen == sorted(termen)


def test_given_a_word_not_to_use_when_the_terms_are_read_then_it_is_not_the_own_term():
    assert [b.term for b in BEGRIPPEN if b.term in b.niet] == []
