"""No account of anybody gets in, however it is written; and nobody is told that a date or a number is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.kern.bankgegevens import LENGTES, noemt_rekening


@pytest.mark.parametrize(
    "tekst",
    [
        "NL91ABNA0417164300",
        "nl91 abna 0417 1643 00",
        "Maak het over op NL91-ABNA-0417-1643-00, graag deze week.",
        "NL91.ABNA.0417.1643.00",
        "NL91\N{NO-BREAK SPACE}ABNA\N{NO-BREAK SPACE}0417\N{NO-BREAK SPACE}1643\N{NO-BREAK SPACE}00",
        # A slip in the check is still an account.
        "NL92ABNA0417164300",
        "DE89 3704 0044 0532 0130 00",
        "BE68 5390 0754 7034",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GB29 NWBK 6016 1331 9268 19",
        "TR33 0006 1005 1978 6457 8413 26",
        "IQ98 NBIQ 8501 2345 6789 012",
        "PK36 SCBL 0000 0011 2345 6702",
        "rekening: XNL91ABNA0417164300 en NO93 8601 1117 947",
        "Op rekeningnummer 1234567.",
        "giro 1.234.567",
        "zijn bankrekening is 41 71 64 300",
        "IBAN van zijn broer in Kabul: 003 0101 1234 567",
        # Figures of another script are figures.
        "NL٩١ABNA٠٤١٧١٦٤٣٠٠",
    ],
)
def test_given_a_bank_account_when_read_then_it_is_one(tekst):
    assert noemt_rekening(tekst) is True


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "V-nummer 9900000123, dossier D-2022-000123",
        "Bel 06 12 34 56 78 of +31 70 370 3124.",
        "Op 12 maart 2022 om 14.30 uur, kamer 12.",
        "de 12 jongens gaan op 24 oktober 2022 naar de school in Erbil en daarna naar huis",
        "Be 24 juni 2022 was het eerste gesprek, op 12 augustus 2022 het tweede en 3 september het derde",
        "kenmerk BK-2022-17 en Z1-000001",
        "Het kost € 1.250,50 voor 3 mensen en 24 dagen.",
        "De rekening van de tandarts is € 350,50.",
        "Visum nr. A12345678, geldig tot 1 mei 2023",
        "Het nummer is 06 12345678 of 06 87654321, en de 06 11 22 33 44 is van zijn broer.",
        "Houd rekening met de school. Bel 06-12345678.",
        "NL12",
        "IBAN is bekend bij het betaalkantoor.",
    ],
)
def test_given_a_text_without_an_account_when_read_then_it_is_left_alone(tekst):
    assert noemt_rekening(tekst) is False


@given(
    land=st.sampled_from(sorted(LENGTES)),
    cijfers=st.lists(st.integers(0, 9), min_size=33, max_size=33),
    groepen=st.integers(1, 5),
    voor=st.sampled_from(["", "Naar ", "rek. ", "(", "1: "]),
)
def test_given_any_country_and_any_grouping_when_read_then_no_account_gets_through(
    land, cijfers, groepen, voor
):
    nummer = (land + "".join(map(str, cijfers)))[: LENGTES[land]]
    in_delen = " ".join(nummer[i : i + groepen] for i in range(0, len(nummer), groepen))

    assert noemt_rekening(f"{voor}{in_delen}.") is True
