"""From judgments to tables: agreement, what holds for all dossiers, the measure beside it, and a report that is always the same."""

import csv
import io
import json
import zipfile
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inspectie.leesdesk.proef import JA, NEE, NIET, Proef
from verantwoord.inspectie.fouten import OnderzoekKanNiet
from verantwoord.inspectie.leesdesk import actions, getallen, queries, rapport, rapporteren
from verantwoord.inspectie.leesdesk.models import Onderzoeksrapport
from verantwoord.inspectie.leesdesk.queries import Gelezen
from verantwoord.inspectie.leesdesk.uitkomst import Vraag, overeenstemming, uitkomsten
from verantwoord.kern.beoordelaars import Oordeel as Oordeelregel
from verantwoord.kern.beoordelaars import lees_oordelen
from verantwoord.kern.statistiek import aandeel
from verantwoord.kern.statistiek.correctie import rogan_gladen
from verantwoord.kern.statistiek.schatting import Stratum, gelaagd

VRAAG = Vraag(code="medisch", vraag="Getoetst?", deel="medisch")


def gelezen(stratum, eind, *, gevonden=True, aantal=1):
    return [
        Gelezen(
            code=f"L-{stratum}-{eind}-{gevonden}-{i}",
            sha256="",
            stratum=stratum,
            oordelen={},
            eind={"medisch": eind},
            gemeten={"medisch": gevonden},
        )
        for i in range(aantal)
    ]


def test_given_two_strata_when_counted_then_each_weighs_as_much_as_it_is_large():
    exemplaren = [
        *gelezen("azc", JA, aantal=60),
        *gelezen("azc", NEE, aantal=30),
        *gelezen("azc", NIET, aantal=10),
        *gelezen("rest", JA, aantal=20),
        *gelezen("rest", NEE, aantal=80),
    ]

    (uit,) = uitkomsten([VRAAG], exemplaren, populaties={"azc": 400, "rest": 3600}, gemeten=None)

    assert (uit.ja, uit.nee, uit.niet, uit.te_klein) == (80, 110, 10, False)
    assert uit.schatting == gelaagd(
        [Stratum(populatie=400, getrokken=90, aantal=60), Stratum(populatie=3600, getrokken=100, aantal=20)]
    )
    assert uit.automaat is None


def test_given_a_measure_that_errs_when_laid_beside_assessors_then_it_is_put_right():
    exemplaren = [
        *gelezen("alle", JA, gevonden=True, aantal=45),
        *gelezen("alle", JA, gevonden=False, aantal=5),
        *gelezen("alle", NEE, gevonden=False, aantal=40),
        *gelezen("alle", NEE, gevonden=True, aantal=10),
        *gelezen("alle", NIET, gevonden=True, aantal=3),
    ]

    (uit,) = uitkomsten([VRAAG], exemplaren, populaties={"alle": 1000}, gemeten=(1000, {"medisch": 480}))

    automaat = uit.automaat
    assert (automaat.gevoelig.aantal, automaat.gevoelig.van, automaat.gevoelig.deel) == (45, 50, 0.9)
    assert (automaat.specifiek.aantal, automaat.specifiek.van, automaat.specifiek.deel) == (40, 50, 0.8)
    assert automaat.gecorrigeerd == rogan_gladen(
        gemeten=aandeel(480, 1000), gevoelig=aandeel(45, 50), specifiek=aandeel(40, 50)
    )
    assert round(automaat.gecorrigeerd.deel, 4) == 0.4


def test_given_a_measure_that_errs_in_the_large_stratum_when_laid_beside_assessors_then_that_weighs_more():
    exemplaren = [
        *gelezen("azc", JA, gevonden=True, aantal=40),
        *gelezen("azc", NEE, gevonden=False, aantal=10),
        *gelezen("rest", JA, gevonden=True, aantal=20),
        *gelezen("rest", JA, gevonden=False, aantal=20),
        *gelezen("rest", NEE, gevonden=False, aantal=10),
    ]

    (uit,) = uitkomsten(
        [VRAAG], exemplaren, populaties={"azc": 100, "rest": 900}, gemeten=(1000, {"medisch": 480})
    )

    automaat = uit.automaat
    # Counted it found 60 of 80; but each of the first stratum stands for 2 and each of the second for 18.
    assert (automaat.gevoelig.aantal, automaat.gevoelig.van) == (60, 80)
    assert automaat.gevoelig.deel == pytest.approx((40 * 2 + 20 * 18) / (40 * 2 + 40 * 18))
    assert automaat.gecorrigeerd == rogan_gladen(
        gemeten=aandeel(480, 1000),
        gevoelig=automaat.gevoelig.effectief,
        specifiek=automaat.specifiek.effectief,
    )
    assert getallen.van_deelgroep(automaat.gevoelig) == "60 van 80, gewogen 55% (41 tot 68%)"


def test_given_a_stratum_in_which_nothing_could_be_judged_when_laid_beside_assessors_then_nothing_is_put_right():
    exemplaren = [
        *gelezen("azc", JA, gevonden=True, aantal=20),
        *gelezen("azc", NEE, gevonden=False, aantal=20),
        *gelezen("rest", NIET, gevonden=True, aantal=5),
    ]

    (uit,) = uitkomsten(
        [VRAAG], exemplaren, populaties={"azc": 100, "rest": 900}, gemeten=(1000, {"medisch": 480})
    )

    assert (uit.schatting, uit.automaat.gecorrigeerd) == (None, None)


@pytest.mark.parametrize(("deel", "ja", "nee", "te_klein"), [
    ("schrijnend", 0, 5, False), ("schrijnend", 5, 5, False), ("schrijnend", 4, 9, True), ("schrijnend", 9, 1, True),
    ("schrijnend", 0, 4, True), ("schrijnend", 0, 0, True), ("", 5, 5, False),
    ("medisch", 9, 20, True), ("medisch", 20, 9, True), ("medisch", 0, 9, True), ("medisch", 10, 10, False),
])  # fmt: skip
def test_given_few_dossiers_when_a_count_leaves_the_onderzoek_then_a_small_one_does_not(
    deel, ja, nee, te_klein
):
    exemplaren = [*gelezen("alle", JA, aantal=ja), *gelezen("alle", NEE, aantal=nee)]
    vraag = msgspec.structs.replace(VRAAG, deel=deel)

    (uit,) = uitkomsten([vraag], exemplaren, populaties={"alle": 100}, gemeten=None)

    assert uit.te_klein is te_klein


@pytest.mark.parametrize(
    ("aantal", "van", "gegeven"),
    [(11, 13, False), (2, 13, False), (8, 13, True), (13, 13, True), (4, 4, False)],
)
def test_given_a_measure_of_all_but_a_few_when_it_leaves_the_onderzoek_then_it_is_not_given(
    aantal, van, gegeven
):
    gezegd = rapport._deel(aandeel(aantal, van), minstens=5)

    assert (gezegd != "niet gegeven") is gegeven


@given(st.lists(st.sampled_from([JA, NEE, NIET, ""]), max_size=12))
def test_given_any_judgments_when_counted_then_there_is_an_answer_or_it_says_that_there_is_none(oordelen):
    exemplaren = [g for i, o in enumerate(oordelen) for g in gelezen("alle", o, gevonden=i % 2 == 0)]

    (uit,) = uitkomsten([VRAAG], exemplaren, populaties={"alle": 50}, gemeten=(50, {"medisch": 25}))

    beoordeeld = oordelen.count(JA) + oordelen.count(NEE)
    assert (uit.ja + uit.nee, uit.niet) == (beoordeeld, oordelen.count(NIET))
    assert (uit.schatting is None) == (beoordeeld < 2)


def test_given_an_assessor_who_said_yes_everywhere_when_kappa_is_shown_then_it_has_no_margin_of_nothing():
    eens = [Oordeelregel(f"L-{n}", "medisch", wie, JA) for n in range(7) for wie in "AB"]
    anders = [Oordeelregel("L-9", "medisch", "A", JA), Oordeelregel("L-9", "medisch", "B", NEE)]

    (vergelijking,) = overeenstemming([*eens, *anders], [VRAAG])

    assert (vergelijking.kappa, getallen.marge_van_kappa(vergelijking)) == (0.0, "")


@pytest.fixture
def gelezen_onderzoek(db):
    proef = Proef(aantal=12)
    proef.lees_alles({"L-003": {"medisch": NEE}, "L-007": {"schrijnend": NIET}})
    for code in ("L-003", "L-007"):
        exemplaar = next(e for e in proef.exemplaren() if e.code == code)
        actions.take_beslissing(exemplaar.pk, door=proef.leider)
        proef.oordeel(code, proef.leider, NEE)
    return proef


def test_given_a_read_sample_when_the_report_is_made_twice_then_every_byte_is_the_same(gelezen_onderzoek):
    proef = gelezen_onderzoek

    een = rapporteren.make_rapport(proef.onderzoek.pk, door=proef.leider)
    bestanden = rapporteren.fetch_rapport(proef.onderzoek.pk, door=proef.een)
    twee = rapporteren.make_rapport(proef.onderzoek.pk, door=proef.twee)

    assert (een, bestanden.digests) == (twee, (een.pdf_sha256, een.zip_sha256))
    assert bestanden == rapporteren.fetch_rapport(proef.onderzoek.pk, door=proef.twee)
    assert bestanden.pdf[:5] == b"%PDF-"


def test_given_the_data_of_a_report_when_opened_then_every_choice_is_there_and_everything_can_be_worked_out_again(
    gelezen_onderzoek,
):
    proef = gelezen_onderzoek
    rapporteren.make_rapport(proef.onderzoek.pk, door=proef.leider)

    pak = zipfile.ZipFile(io.BytesIO(rapporteren.fetch_rapport(proef.onderzoek.pk, door=proef.leider).zip))

    sommen = dict(reversed(regel.split("  ")) for regel in pak.read("SHA256SUMS").decode().splitlines())
    assert sommen == {n: sha256(pak.read(n)).hexdigest() for n in pak.namelist() if n != "SHA256SUMS"}
    keuzes = json.loads(pak.read("keuzes.json"))
    assert (keuzes["steekproef"]["seed"], keuzes["steekproef"]["populatie_sha256"]) == (7, "a" * 64)
    assert [c["code"] for c in keuzes["lezen"]["criteria"]][:2] == ["medisch", "buiten_schuld"]
    regels = lees_oordelen(pak.read("oordelen.csv"))
    assert (len(regels), {r.beoordelaar for r in regels}) == (12 * 6 * 2, {"A", "B"})
    eind = {
        (r["dossier"], r["criterium"]): r["oordeel"]
        for r in csv.DictReader(io.StringIO(pak.read("eindoordelen.csv").decode()))
    }
    assert (len(eind), [k for k, o in eind.items() if o != JA]) == (72, [("L-003", "medisch"), ("L-007", "schrijnend")])  # fmt: skip
    alles = b"".join(pak.read(naam) for naam in pak.namelist() if not naam.endswith(".pdf")).decode()
    for wie in (proef.een, proef.twee, proef.leider):
        assert wie.naam not in alles
    assert not [d.nummer for d in proef.dossiers if d.nummer in alles or str(d.pk) in alles]


def test_given_the_pdf_when_its_words_are_read_then_seed_and_small_counts_are_not_among_them(
    gelezen_onderzoek,
):
    document = json.dumps(rapport._document(rapport.inhoud_of(gelezen_onderzoek.onderzoek, viewer=gelezen_onderzoek.een)))  # fmt: skip

    rijen = {rij[0]: rij[1:] for rij in _tabel(document, "5. Uitkomsten")}
    assert rijen["Is het moment ‘medisch’ inhoudelijk getoetst?"] == [
        "niet gegeven", "niet gegeven", "0", "niet gegeven", "",
    ]  # fmt: skip
    assert rijen["Is de vertrekstrategie beschreven?"][:3] == ["12", "0", "0"]
    eens = {rij[0]: rij[1:] for rij in _tabel(document, "6. Overeenstemming tussen beoordelaars")}
    assert eens["Is het moment ‘medisch’ inhoudelijk getoetst?"] == [
        "12",
        "92%",
        "niet gegeven",
        "niet gegeven",
    ]
    assert eens["Is de vertrekstrategie beschreven?"] == ["12", "100%", "–", "–"]
    assert '"seed"' not in document.lower()
    assert "seed: 7" not in document.lower()


def _tabel(document, kop):
    return next(deel["tabel"]["rijen"] for deel in json.loads(document)["delen"] if deel.get("kop") == kop)


def test_given_reading_that_is_not_done_when_figures_are_asked_then_there_are_none(db):
    proef = Proef(aantal=2)
    for wie in (proef.een, proef.twee):
        proef.oordeel("L-001", wie, JA)

    assert queries.gelezen(proef.onderzoek, viewer=proef.leider) == []
    assert queries.populatiemeting_of(proef.onderzoek, viewer=proef.leider) is None
    assert rapport.inhoud_of(proef.onderzoek, viewer=proef.leider).uitkomsten == ()


def test_given_a_difference_that_nobody_decided_when_a_report_is_made_then_it_says_what_to_do(db):
    proef = Proef(aantal=2)
    proef.lees_alles({"L-001": {"medisch": NEE}})

    with pytest.raises(OnderzoekKanNiet, match="ieder verschil"):
        rapporteren.make_rapport(proef.onderzoek.pk, door=proef.leider)
    with pytest.raises(OnderzoekKanNiet, match="nog geen verslag"):
        rapporteren.fetch_rapport(proef.onderzoek.pk, door=proef.leider)

    assert not Onderzoeksrapport.objects.exists()


def test_given_data_that_changed_since_when_a_report_is_fetched_then_it_is_refused(gelezen_onderzoek):
    proef = gelezen_onderzoek
    rapporteren.make_rapport(proef.onderzoek.pk, door=proef.leider)
    proef.onderzoek.vraag = "Een andere vraag?"
    proef.onderzoek.save()

    with pytest.raises(OnderzoekKanNiet, match="veranderd sinds verslag 1"):
        rapporteren.fetch_rapport(proef.onderzoek.pk, door=proef.een)
    nieuw = rapporteren.make_rapport(proef.onderzoek.pk, door=proef.leider)

    assert (nieuw.nummer, Onderzoeksrapport.objects.count()) == (2, 2)
