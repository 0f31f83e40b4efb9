"""Figures that are told once: the same in the table, on the page and in each kind of file, and nothing small in any."""

import csv
import io
import json
import re
from datetime import date

import duckdb
import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import ToetsingFactory
from tests.web.test_pdf import opened, shown_text
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.dossier.models import Verblijfplaats
from verantwoord.kern.statistiek import aandeel, verschil
from verantwoord.kern.statistiek.beveiliging import Plek
from verantwoord.kwaliteit.maten import MATEN
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met, keuzes, laatste
from verantwoord.kwaliteit.publicatie import maken, queries
from verantwoord.kwaliteit.publicatie.maken import publiceer
from verantwoord.kwaliteit.publicatie.models import Publicatie
from verantwoord.kwaliteit.publicatie.tabel import Cijfer, maak_tabel
from verantwoord.kwaliteit.publicatie.uitvoer import Kolom, Uitvoertabel, als_csv, als_xlsx
from verantwoord.toegang.rechten import GeenToegang

K1 = Kwartaal(2022, 1)


@pytest.mark.parametrize(
    ("vandaag", "code", "van", "tot"),
    [
        (date(2022, 4, 1), "2022-K1", date(2022, 1, 1), date(2022, 3, 31)),
        (date(2022, 3, 31), "2021-K4", date(2021, 10, 1), date(2021, 12, 31)),
    ],
)
def test_given_a_day_when_asked_then_the_last_quarter_that_is_over_is_given(vandaag, code, van, tot):
    kwartaal = laatste(vandaag)

    assert (kwartaal.code, kwartaal.van, kwartaal.tot) == (code, van, tot)
    assert Kwartaal.van_code(code) == kwartaal


def test_given_a_quarter_when_asked_for_its_year_then_there_are_four_and_eight_to_choose_from():
    assert [k.code for k in jaar_tot_en_met(K1)] == ["2021-K2", "2021-K3", "2021-K4", "2022-K1"]
    assert [k.code for k in keuzes(date(2022, 5, 1))][-1] == "2020-K2"


@pytest.mark.parametrize("code", ["", "2022", "2022-K5", "22-K1", "2022-K1 ", "٢٠٢٢-K1"])
def test_given_no_quarter_when_read_then_it_is_refused(code):
    with pytest.raises(ValueError, match=f"^{re.escape(code)}$"):
        Kwartaal.van_code(code)


def telling(**per_plek):
    return {
        verdeling: {
            (naam, "2022-K1", deel): n
            for naam, delen in regels.items()
            for deel, n in zip(("wel", "nee"), delen, strict=True)
        }
        for verdeling, regels in per_plek.items()
    }


KWARTALEN = [k.code for k in jaar_tot_en_met(K1)]


def test_given_a_measure_about_health_when_told_then_fewer_than_ten_are_not():
    gewoon, _weg = maak_tabel(
        "medisch",
        telling(locatie={"A": (8, 50), "B": (60, 60)}, fase={"x": (68, 110)}),
        kwartalen=KWARTALEN,
        gevoelig=False,
    )
    gevoelig, _weg = maak_tabel(
        "medisch",
        telling(locatie={"A": (8, 50), "B": (60, 60)}, fase={"x": (68, 110)}),
        kwartalen=KWARTALEN,
        gevoelig=True,
    )

    assert gewoon.verdelingen["locatie"][0].cijfers["jaar"].wel == 10
    assert gevoelig.verdelingen["locatie"][0].cijfers["jaar"].wel is None
    assert gevoelig.verdelingen["locatie"][0].cijfers["jaar"].alle == 60


def test_given_what_another_measure_left_out_when_told_then_it_is_left_out_here():
    tabel, weg = maak_tabel(
        "schrijnend",
        telling(locatie={"A": (40, 50), "B": (60, 60)}, fase={"x": (100, 110)}),
        kwartalen=KWARTALEN,
        gevoelig=False,
        weg=frozenset({Plek("locatie", "A", "2022-K1", "alle")}),
    )

    assert tabel.verdelingen["locatie"][0].cijfers["2022-K1"] == Cijfer(
        reden="terugrekenen", reden_wel="terugrekenen"
    )
    assert weg == {Plek("locatie", "A", "2022-K1", "alle")}


@pytest.fixture
def dossiers():
    """Four in Assen, of which three were weighed, and one came in before; two in Emmen."""
    alle = [DossierFactory() for _dossier in range(6)]
    alle.append(DossierFactory(ontvangen_op=date(2020, 2, 1)))
    for dossier in alle[4:6]:
        Verblijfplaats.objects.filter(dossier=dossier).update(locatie="Emmen")
    for dossier in (*alle[:3], *alle[4:6]):
        ToetsingFactory(dossier=dossier, moment="schrijnend", getoetst_op=date(2022, 3, 1))
    return alle


@pytest.fixture
def verteld():
    """What was told of every measure: in each quarter 63 dossiers in Assen, in 42 of which it was found, and others."""
    per_plek = {"Assen": (42, 21), "Drachten": (1, 2), "Emmen": (30, 39), "Ter Apel": (60, 83)}
    tellingen = {
        verdeling: {
            (naam, tijd, deel): n
            for naam, delen in regels.items()
            for tijd in KWARTALEN
            for deel, n in zip(("wel", "nee"), delen, strict=True)
        }
        for verdeling, regels in {"locatie": per_plek, "fase": {"intake": (133, 145)}}.items()
    }
    for maat in MATEN:
        tabel, _weg = maak_tabel(maat, tellingen, kwartalen=KWARTALEN, gevoelig=MATEN[maat].gevoelig)
        Publicatie.objects.create(kwartaal=K1.code, onderdeel=f"maat:{maat}", inhoud=tabel.als_json())
    Publicatie.objects.create(kwartaal=K1.code, onderdeel="teksten", inhoud={"soorten": []})


@pytest.fixture
def manager(client):
    wie = MedewerkerFactory(manager=True)
    client.force_login(wie)
    return wie


@pytest.mark.django_db
def test_given_dossiers_when_counted_then_the_parts_are_of_their_quarter_place_and_phase(dossiers):
    telling = maken.tel(jaar_tot_en_met(K1), op=K1.tot)["schrijnend"]

    assert {plek: n for plek, n in telling["locatie"].items() if n} == {
        ("Assen", "2022-K1", "wel"): 3,
        ("Assen", "2022-K1", "nee"): 1,
        ("Emmen", "2022-K1", "wel"): 2,
    }
    assert sum(telling["fase"].values()) == 6


@pytest.mark.django_db
def test_given_a_quarter_that_was_told_when_facts_change_then_what_was_told_does_not(dossiers):
    eerst = publiceer(K1)
    voor = queries.maattabel("schrijnend", kwartaal=K1, viewer=None)
    DossierFactory()

    nogmaals = publiceer(K1)

    assert (eerst, nogmaals) == (True, False)
    assert queries.maattabel("schrijnend", kwartaal=K1, viewer=None) == voor
    assert list(queries.maattabellen(kwartaal=K1, viewer=None)) == list(MATEN)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Publicatie.objects.update(inhoud={})


@pytest.mark.django_db
def test_given_the_command_when_run_then_it_tells_once_and_never_of_a_quarter_that_runs(dossiers, capsys):
    for _keer in range(2):
        call_command("publish_kwaliteit", "--kwartaal", "2022-K1")

    assert capsys.readouterr().out.splitlines() == [
        "De vaste cijfers van het 1e kwartaal 2022 zijn gemaakt.",
        "De vaste cijfers van het 1e kwartaal 2022 waren er al; ze veranderen niet.",
    ]
    with pytest.raises(CommandError, match="nog niet voorbij"):
        call_command("publish_kwaliteit", "--kwartaal", "2999-K4")


@pytest.mark.django_db
def test_given_a_measure_when_opened_then_the_table_stands_by_name_with_its_margin(client, manager, verteld):
    blad = lees(client.get(reverse("kwaliteit:publicatie"), {"maat": "schrijnend", "per": "locatie"}))

    rijen = [[tekst(cel) for cel in rij] for rij in vind(blad, "tbody tr")]
    assert [rij[0] for rij in rijen] == ["Alle dossiers", "Assen", "Drachten", "Emmen", "Ter Apel"]
    assert rijen[1][-1] == "68% (62 tot 74)van ongeveer 250"
    assert rijen[2][1] == "niet getoond: minder dan 5"


@pytest.mark.django_db
@pytest.mark.parametrize("vraag", [{"maat": "geen"}, {"per": "nationaliteit"}, {"periode": "2022-02"}])
def test_given_a_slice_that_is_not_fixed_when_asked_then_it_is_not_there(client, manager, vraag):
    assert client.get(reverse("kwaliteit:publicatie"), vraag).status_code == 404


def haal(client, maat, vorm):
    return client.get(reverse("kwaliteit:bestand", args=["2022-K1", maat, vorm])).content


@pytest.mark.django_db
def test_given_a_measure_when_fetched_as_a_file_then_every_kind_says_the_same_and_what_it_means(
    client, manager, verteld
):
    rijen = list(
        csv.DictReader(io.StringIO(haal(client, "schrijnend", "csv").decode("utf-8-sig")), delimiter=";")
    )
    (assen,) = [rij for rij in rijen if rij["Regel"] == "Assen" and rij["Ontvangen"] == "dit jaar samen"]
    boek = load_workbook(io.BytesIO(haal(client, "schrijnend", "xlsx")))
    blad = [[cel.value for cel in rij] for rij in boek.worksheets[0].iter_rows()]
    uitleg = {rij[0].value: rij[1].value for rij in boek.worksheets[1].iter_rows()}
    papier = shown_text(opened(haal(client, "schrijnend", "pdf")))

    assert (assen["Dossiers, afgerond"], assen["Procent"], assen["Marge van"]) == ("250", "68,0", "62,0")
    assert [rij[4:8] for rij in blad if rij[2:4] == ["Assen", "dit jaar samen"]] == [[250, 170, 68, 62]]
    assert uitleg["Niet getoond"].startswith("Minder dan 5 staat er niet, en bij gezondheid minder dan 10.")
    assert [naam for naam in uitleg if naam not in papier] == []


@pytest.mark.django_db
def test_given_all_measures_when_fetched_as_parquet_then_the_columns_and_the_explanation_are_in_it(
    client, manager, verteld, tmp_path
):
    pad = tmp_path / "cijfers.parquet"
    pad.write_bytes(haal(client, "alles", "parquet"))

    with duckdb.connect() as duck:
        gevonden = duck.execute(
            "select dossiers, gevonden, inspectie_2022, sinds_2022, sinds_2022_laag, sinds_2022_hoog from read_parquet(?)"
            " where maat = 'Schrijnende omstandigheden' and ontvangen = 'dit jaar samen'",
            [str(pad)],
        ).fetchall()
        meta = dict(duck.execute("select key, value from parquet_kv_metadata(?)", [str(pad)]).fetchall())

    # 530 of 1110 against 20 of 200, with the interval of Newcombe.
    sinds = verschil(aandeel(20, 200), aandeel(530, 1110))
    assert gevonden == [(1110, 530, 10.0, 37.7, *sinds.interval)]
    assert "Niet getoond" in json.loads(meta[b"toelichting"])


def test_given_a_text_that_is_a_formula_when_written_then_no_program_reads_it_as_one():
    tabel = Uitvoertabel(
        naam="t",
        titel="t",
        kolommen=(Kolom("regel", "Regel"),),
        rijen=(("=1+1",),),
        bladen=(),
        over=(("@som", "+1"),),
    )

    boek = load_workbook(io.BytesIO(als_xlsx(tabel)))

    assert als_csv(tabel).decode("utf-8-sig").split("\r\n")[1:] == ["'=1+1", "", "'@som;'+1", ""]
    assert [blad["A1"].value for blad in boek.worksheets] == ["Regel", "'@som"]
    assert boek.worksheets[0]["A2"].value == "'=1+1"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "waarden", [("2022-K1", "alles", "exe"), ("2022", "alles", "csv"), ("2022-K1", "x", "csv")]
)
def test_given_a_file_there_is_not_when_fetched_then_it_is_not_found(client, manager, waarden):
    assert client.get(reverse("kwaliteit:bestand", args=waarden)).status_code == 404


@pytest.mark.django_db
def test_given_what_was_told_when_read_then_it_takes_few_questions(
    client, manager, verteld, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        antwoord = client.get(reverse("kwaliteit:publicatie"), {"maat": "schrijnend"})

    assert antwoord.status_code == 200


@pytest.mark.django_db
def test_given_an_inspecteur_when_figures_were_told_then_those_open_and_nothing_that_leads_further(
    client, verteld
):
    client.force_login(MedewerkerFactory(inspectie=True))

    bladzij = lees(client.get(reverse("kwaliteit:publicatie")))

    assert [tekst(a) for a in vind(bladzij, ".vw-tabs a")] == ["Vaste cijfers", "Spreiding"]
    assert tekst(vind(bladzij, "nav [aria-current=page]")[0]) == "Cijfers"
    open_ = [("bestand", "2022-K1", "alles", "csv"), ("spreiding",), ("een_spreiding", "gesprekken")]
    dicht = [("meting",), ("maat", "medisch"), ("dossiers", "medisch", "ja"), ("bewaring",), ("teksten",), ("behoeften",)]  # fmt: skip
    assert {client.get(reverse(f"kwaliteit:{naam}", args=rest)).status_code for naam, *rest in open_} == {200}
    assert {client.get(reverse(f"kwaliteit:{naam}", args=rest)).status_code for naam, *rest in dicht} == {404}
    assert client.get(reverse("werkdruk:overzicht")).status_code == 404
    assert "bewaring" not in client.get(reverse("kwaliteit:spreiding")).content.decode()


@pytest.mark.django_db
def test_given_an_inspecteur_when_asking_for_words_of_dossiers_or_detention_then_the_question_is_refused(
    verteld,
):
    inspecteur = MedewerkerFactory(inspectie=True)

    for vraag in (queries.teksten, queries.bewaring):
        with pytest.raises(GeenToegang):
            vraag(kwartaal=Kwartaal(2022, 1), viewer=inspecteur)


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["spreiding", "een_spreiding", "bewaring", "teksten"])
def test_given_a_page_of_distributions_when_opened_then_it_takes_few_questions(
    client, manager, verteld, django_assert_max_num_queries, naam
):
    with django_assert_max_num_queries(12):
        antwoord = client.get(
            reverse(f"kwaliteit:{naam}", args=["gesprekken"] if naam == "een_spreiding" else [])
        )

    assert antwoord.status_code == 200
