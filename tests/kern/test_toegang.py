"""The need-to-know matrix: what a role may read follows from one table, and what is not in it is nothing."""

import json

from verantwoord.kern.toegang import CATEGORIEEN, MATRIX, ROLLEN, antwoorden_van, rijen_van, toegang_van
from verantwoord.project import toegangsmatrix
from verantwoord.toegang.rechten import MATRIXROL, ORGANISATIES, RECHTEN, Portaalrol, Rol


def test_what_is_not_in_the_matrix_is_nothing():
    assert toegang_van("regievoerder", "dagboek") == "-"
    assert toegang_van("buurman", "identiteit") == "-"
    assert rijen_van("") == ()


def test_the_coa_reads_answers_and_never_the_decision():
    assert rijen_van("coa") == ("identiteit", "veiligheidskaart")
    assert antwoorden_van("coa") == (
        "identiteit",
        "opvang_einddatum",
        "vertrekplan_en_toetsing",
        "toezicht_en_bewaring",
        "veiligheidskaart",
    )
    assert toegang_van("coa", "ind_besluit") == "-"


def test_supervision_never_reads_anything_medical_or_of_trafficking():
    assert toegang_van("avim_toezicht", "medisch") == "-"
    assert toegang_van("avim_toezicht", "mensenhandel") == "-"


def test_functional_administrators_see_no_content():
    assert rijen_van("functioneel_beheer") == antwoorden_van("functioneel_beheer") == ()


def test_who_directs_the_case_reads_the_answers_that_are_all_there_is():
    assert {"medisch", "mensenhandel"} <= set(rijen_van("regievoerder"))
    assert toegang_van("regievoerder", "medisch") == "A"


def test_every_role_of_the_product_has_its_place():
    programmas = {Rol.AFZENDER, Rol.SYSTEEM}

    assert set(MATRIXROL) == {*Rol, *Portaalrol} - programmas
    assert set(MATRIXROL.values()) == set(ROLLEN)
    assert set(RECHTEN) == {*Rol, *Portaalrol}
    assert set(ORGANISATIES) == set(Rol)


def test_show_toegang_prints_every_cell_once(capsys):
    assert toegangsmatrix.main(["--json"]) == 0

    rijen = json.loads(capsys.readouterr().out)
    assert len(rijen) == len(ROLLEN) * len(CATEGORIEEN)
    assert {(r["rol"], r["categorie"]): r["toegang"] for r in rijen} == {
        (rol, categorie): MATRIX[categorie][rol] for rol in ROLLEN for categorie in CATEGORIEEN
    }


def test_show_toegang_says_in_words_what_the_letters_mean(capsys):
    toegangsmatrix.main([])

    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == "V  volledig"
    assert "  ind_besluit                  -  niets" in regels[regels.index("coa") :]
