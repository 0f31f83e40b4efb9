"""What says whose a text is goes out of it, however it is written; what is needed to judge it stays."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verantwoord.inspectie.leesdesk.herkennen import Bekend, Bekenden
from verantwoord.inspectie.leesdesk.pseudonimiseren import Ontdoener, nieuwe_volgorde
from verantwoord.inspectie.leesdesk.vouwen import gevouwen

SLEUTEL = b"een sleutel die niemand kent"
BEKEND = (
    Bekend("Samira van der Öztürk", "persoon"),
    Bekend("mr. Hendrika Zwanenburg", "naam"),
    Bekend("Jolanda Terpstra", "medewerker"),
    Bekend("Ghazi Hamadani", "naam"),
    Bekend("9912345678", "nummer"),
    Bekend("D-2022-000042", "nummer"),
    Bekend("Gilze", "plaats"),
    Bekend("Echt", "plaats"),
    Bekend("Ghana", "land"),
)
WOORDEN = ("samira", "ozturk", "hendrika", "zwanenburg", "jolanda", "terpstra", "ghazi", "hamadani", "gilze")
NUMMERS = ("9912345678", "D-2022-000042")


def ontdoener(*, sleutel=SLEUTEL, exemplaar="L-001", vinders=()):
    return Ontdoener(
        sleutel=sleutel,
        exemplaar=exemplaar,
        bekend=Bekenden(BEKEND, geboortedagen=[date(1988, 3, 4)]),
        vinders=vinders,
    )


# However a known name may stand in a text.
VERVORMINGEN = {
    "zoals het is": lambda w: w.capitalize(),
    "klein": lambda w: w,
    "groot": lambda w: w.upper(),
    "bezit": lambda w: f"{w.capitalize()}s",
    "met apostrof": lambda w: f"{w.capitalize()}'s",
    "verbogen": lambda w: f"{w.capitalize()}se",
    "samenstelling": lambda w: f"{w}familie",
    "met streepje": lambda w: f"{w[:3]}-{w[3:]}",
    "gespatieerd": " ".join,
    "met punten": ".".join,
    "gebroken": lambda w: f"{w[:3]}-\n{w[3:]}",
    "onzichtbaar": lambda w: f"{w[:2]}\u00ad{w[2:4]}\u200b{w[4:]}",
    "accent": lambda w: w.replace("a", "a\u0301").replace("o", "ö"),
    "in tweeën": lambda w: f"{w[:3]} {w[3:]}" if len(w) >= 6 else w,
}


@settings(max_examples=150, deadline=None)
@given(
    woord=st.sampled_from(WOORDEN),
    vorm=st.sampled_from(sorted(VERVORMINGEN)),
    voor=st.text(alphabet="abc ,.(\n", max_size=10),
    na=st.text(alphabet=" ,.)\n", max_size=4),
)
def test_given_a_known_name_in_any_form_when_taken_out_then_nothing_of_it_is_left(woord, vorm, voor, na):
    tekst = f"Hij zei: {voor} {VERVORMINGEN[vorm](woord)}{na} en ging."

    schoon = ontdoener().ontdoe(tekst)

    over = re.sub(r"\[[^\]]*\]", "", schoon)
    assert woord not in re.sub(r"[\W_]", "", gevouwen(over))


@settings(max_examples=60, deadline=None)
@given(
    nummer=st.sampled_from(NUMMERS),
    tussen=st.sampled_from(["", " ", ".", "-", " - "]),
    elke=st.integers(2, 4),
)
def test_given_a_known_number_written_in_pieces_when_taken_out_then_it_is_gone(nummer, tussen, elke):
    cijfers = "".join(teken for teken in nummer if teken.isalnum())
    stukken = tussen.join(cijfers[i : i + elke] for i in range(0, len(cijfers), elke))

    schoon = ontdoener().ontdoe(f"Nummer {stukken}, zie dossier.")

    assert not re.search(r"\d", re.sub(r"\[[^\]]*\]", "", schoon))


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Hij belde met dhr. Van den Berg over werk.", "naam"),
        ("Haar zus Amina Yusuf woont hier.", "naam"),
        ("Mail naar a.b-c@voorbeeld.nl of bel.", "contact"),
        ("Bel 06 1234 5678 na vijf uur.", "nummer"),
        ("Bel +31 (0)6 12345678 na vijf uur.", "nummer"),
        ("Paspoort NX1234567 is verlopen.", "nummer"),
        ("Paspoort AB12CD345 is verlopen.", "nummer"),
        ("Zaak NL22.12345 loopt.", "nummer"),
        ("Zaak AWB 21/1234 loopt.", "nummer"),
        ("Rekening NL91ABNA0417164300 bestaat.", "nummer"),
        ("Zij woont Dorpsstraat 12a, zei ze.", "plaats"),
        ("De post gaat naar 1234 AB en niet anders.", "plaats"),
        ("Hij is Ghanees en spreekt Twi.", "land"),
        ("Hij wil naar Ghana.", "land"),
        ("Zijn moeder woont in Gyumri en is alleen.", "plaats"),
        ("Een neef in Gyumri stuurt een kopie.", "plaats"),
        ("Hij sprak met Fatima over de school.", "naam"),
    ],
)
def test_given_what_only_looks_like_it_when_taken_out_then_a_pseudonym_says_of_what_kind_it_was(tekst, soort):
    schoon = ontdoener().ontdoe(tekst)

    assert [s.split(" ")[0] for s in re.findall(r"\[([^\]]*)\]", schoon)] == [soort]


@pytest.mark.parametrize(
    "tekst",
    [
        "Op 3 maart 2022 sprak zij over artikel 64 Vw 2000; de termijn van 28 dagen loopt tot 31-03-2022.",
        "Het besluit van 2022-03-01 en de zitting op 4/5/2022 staan vast.",
        "Van 2019-2021 werkte zij als kapster; zij vraagt een bijdrage van € 1.800,00.",
        "Zij wil echt het best mogelijke plan, en de IND beslist na 12 weken.",
        "Drie gesprekken zijn gevoerd, het laatste met een tolk aan de telefoon.",
        "Besproken met IOM, met VluchtelingenWerk en in het LKO; in Nederland wacht hij af van Nidos hoort hij niets.",
        "Een afspraak maken met IOM, 07-02-2022\nDT&V: De kosten navragen.",
        "De vier momenten zijn getoetst en staan bij Toetsing; zie ook bij Vertrekplan en bij Mensenhandel.",
    ],
)
def test_given_what_a_judgment_needs_when_names_are_taken_out_then_it_stays_as_it_was(tekst):
    assert ontdoener().ontdoe(tekst) == tekst


@pytest.mark.parametrize(
    "dag", ["4-3-1988", "04-03-1988", "4 maart 1988", "1988-03-04", "04/03/88", "4 mrt. 1988"]
)
def test_given_a_date_of_birth_when_taken_out_then_only_that_date_goes(dag):
    assert (
        ontdoener().ontdoe(f"Geboren {dag}, gevlucht op 5 mei 2015.")
        == "Geboren [geboortedatum], gevlucht op 5 mei 2015."
    )


def test_given_an_ordinary_word_that_is_a_place_when_read_then_only_the_place_goes():
    schoon = ontdoener().ontdoe("Zij wil echt weg uit Echt.")

    assert re.fullmatch(r"Zij wil echt weg uit \[plaats [A-Z0-9]{4}\]\.", schoon)


def test_given_a_name_that_one_text_gives_away_when_all_are_read_then_it_goes_from_the_others_too():
    teksten = [
        "Haar oom woont in Gyumri.",
        "Het huis te koop: Gyumri, derde straat. Zij heeft een gyros besteld.",
    ]
    lezer = ontdoener()
    lezer.leer(teksten)

    schoon = [lezer.ontdoe(tekst) for tekst in teksten]

    (plaats,) = {re.search(r"\[plaats ....\]", tekst)[0] for tekst in schoon}
    assert schoon == [
        f"Haar oom woont in {plaats}.",
        f"Het huis te koop: {plaats}, derde straat. Zij heeft een gyros besteld.",
    ]


def test_given_one_onderzoek_when_copies_are_made_then_places_are_the_same_in_all_and_colleagues_in_one_alone():
    tekst = "Terpstra sprak hem in Gilze."
    een, twee = ontdoener(exemplaar="L-001").ontdoe(tekst), ontdoener(exemplaar="L-002").ontdoe(tekst)
    elders = ontdoener(sleutel=b"van een ander onderzoek").ontdoe(tekst)

    plaatsen = [re.search(r"\[plaats (....)\]", schoon)[1] for schoon in (een, twee, elders)]
    collegas = [re.search(r"\[medewerker (....)\]", schoon)[1] for schoon in (een, twee)]
    assert (plaatsen[0] == plaatsen[1], plaatsen[0] == plaatsen[2]) == (True, False)
    assert collegas[0] != collegas[1]
    assert ontdoener(exemplaar="L-001").ontdoe(tekst) == een


def test_given_a_name_before_and_after_what_looks_like_one_when_taken_out_then_what_is_known_goes_first():
    schoon = ontdoener().ontdoe("Mevrouw Samira van der Öztürk en haar advocaat mr. Zwanenburg.")

    assert schoon.startswith("Mevrouw [de persoon] en haar advocaat mr. [naam ")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_given_any_text_when_names_are_taken_out_twice_then_it_says_the_same_both_times(tekst):
    assert ontdoener().ontdoe(tekst) == ontdoener().ontdoe(tekst)


def test_given_a_key_when_things_are_numbered_then_their_order_is_the_keys_and_not_theirs():
    namen = [f"D-2022-{n:06}" for n in range(20)]

    een, twee = nieuwe_volgorde(SLEUTEL, namen), nieuwe_volgorde(b"anders", namen)

    assert (sorted(een), een == nieuwe_volgorde(SLEUTEL, reversed(namen))) == (namen, True)
    assert namen not in (een, twee)
    assert een != twee
