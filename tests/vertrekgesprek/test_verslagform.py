"""The report's form: whatever is typed comes back on screen letter by letter, and into the report without loss."""

from datetime import date

from django.http import QueryDict
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.dossier.models import Persoon
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslag import Afspraak, LPUitGesprek, Opbrengst, Verslag, WensUitGesprek
from verantwoord.vertrekgesprek.verslagform import Verslagformulier, getypt, met_regel_erbij

letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VELDEN = ("procedure", "gevolgen", "eigen_woorden", "vraag_medisch", "wens-1-omschrijving", "afspraak-0-wat")


def formulier(velden: dict[str, list[str]], *, gebonden: bool) -> Verslagformulier:
    persoon = Persoon(achternaam="Voorbeeld", talen=["ar"])
    return Verslagformulier(velden, gesprek=Gesprek(), persoon=persoon, met_lp=True, gebonden=gebonden)


@given(
    typt=st.fixed_dictionaries(dict.fromkeys(VELDEN, letters)),
    datum=st.tuples(letters, letters, letters),
    opties=st.sets(st.sampled_from(["ngo", "dia", "iom_rean"])),
    niet_antwoorden=st.booleans(),
)
def test_given_anything_typed_when_it_was_kept_then_the_page_shows_it_again(
    typt, datum, opties, niet_antwoorden
):
    post = QueryDict(mutable=True)
    post.update(typt | {"wens-aantal": "2", "csrfmiddlewaretoken": "x", "versie": "3", "doe": "later"})
    post.update(dict(zip(("gevoerd_op_dag", "gevoerd_op_maand", "gevoerd_op_jaar"), datum, strict=True)))
    post.setlist("opties_besproken", sorted(opties))
    if niet_antwoorden:
        post["wil_niet_antwoorden"] = "on"

    bewaard = getypt(post)
    with translation.override("nl"):
        toont = formulier(bewaard, gebonden=False)

    zonder_nul = {naam: waarde.replace("\x00", "") for naam, waarde in typt.items()}
    assert {naam: tekst for naam, _, tekst in toont.leesbaar() if naam in VELDEN} == zonder_nul
    assert toont.wensen[1]["omschrijving"].value() == zonder_nul["wens-1-omschrijving"]
    assert toont.hoofd["gevoerd_op"].value() == [deel.replace("\x00", "") for deel in datum]
    assert toont.hoofd["opties_besproken"].value() == sorted(opties)
    assert toont.hoofd["wil_niet_antwoorden"].value() is niet_antwoorden
    assert set(bewaard).isdisjoint({"csrfmiddlewaretoken", "versie", "doe"})


def test_given_a_form_filled_in_when_it_is_judged_then_every_answer_is_in_the_report():
    velden = {
        "gevoerd_op_dag": ["15"], "gevoerd_op_maand": ["2"], "gevoerd_op_jaar": ["2022"], "tolk": ["geen"],
        "tolk_bestelling": ["40218"], "taal": ["ar"], "gemeenschappelijke_taal": ["ja"], "procedure": ["P"],
        "opties_besproken": ["ngo", "dia"], "opties": ["O"], "opties_reden": ["R"], "gevolgen": ["G"],
        "bewaring_genoemd": ["on"], "eigen_woorden": [" Ik wil…\n"], "wil_niet_antwoorden": ["on"], "overig": ["V"],
        "vraag_medisch": ["M"], "vraag_buiten_schuld": ["B"], "vraag_schrijnend": ["S"], "vraag_mensenhandel": ["H"],
        "reden_afspraken": ["A"], "lp_antwoord": ["geweigerd"], "lp_uitleg": ["on"], "lp_toelichting": ["L"],
        "wens-aantal": ["2"], "wens-0-soort": [""], "wens-0-omschrijving": [""],
        "wens-1-soort": ["werk"], "wens-1-omschrijving": ["Kapper."],
        "afspraak-aantal": ["1"], "afspraak-0-wie": ["Ik"], "afspraak-0-wat": ["Bel"], "afspraak-0-uiterlijk_dag": ["1"],
        "afspraak-0-uiterlijk_maand": ["3"], "afspraak-0-uiterlijk_jaar": ["2022"],
    }  # fmt: skip

    ingevuld = formulier(velden, gebonden=True)

    assert ingevuld.is_valid()
    assert ingevuld.verslag == Verslag(
        gevoerd_op=date(2022, 2, 15), tolk="geen", tolk_bestelling="40218", taal="ar", gemeenschappelijke_taal=True,
        procedure="P", opties_besproken=("ngo", "dia"), opties="O", opties_reden="R", gevolgen="G", overig="V",
        bewaring_genoemd=True, eigen_woorden=" Ik wil…\n", wil_niet_antwoorden=True,
        vragen={"medisch": "M", "buiten_schuld": "B", "schrijnend": "S", "mensenhandel": "H"},
        afspraken=(Afspraak(wie="Ik", wat="Bel", uiterlijk=date(2022, 3, 1)),),
        niet_aan_de_orde={"afspraken": "A"},
        opbrengst=Opbrengst(
            wensen=(WensUitGesprek(soort="werk", omschrijving="Kapper."),),
            lp=LPUitGesprek(antwoord="geweigerd", uitleg_gegeven=True, toelichting="L"),
        ),
    )  # fmt: skip


def test_given_no_wish_when_that_is_ticked_then_it_is_recorded_unless_there_is_one_after_all():
    geen = {"geen_wens": ["on"]}
    een = geen | {"wens-0-soort": ["werk"], "wens-0-omschrijving": ["Kapper."]}

    wensen = []
    for velden in (geen, een):
        ingevuld = formulier(velden, gebonden=True)
        assert ingevuld.is_valid()
        wensen.append([wens.soort for wens in ingevuld.verslag.opbrengst.wensen])

    assert wensen == [["geen_wens_geuit"], ["werk"]]


def test_given_a_list_that_is_full_when_one_more_line_is_asked_then_there_is_a_limit_and_nonsense_is_one():
    aantallen = [
        met_regel_erbij({"wens-aantal": [begin]}, "wens")["wens-aantal"]
        for begin in ("1", "20", "", "-3", "9999")
    ]

    assert aantallen == [["2"], ["20"], ["2"], ["2"], ["2"]]
