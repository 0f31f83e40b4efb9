"""The person's reaction to a finished report, and the report on paper with everything that was added."""

import io
from datetime import date

import pikepdf
import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.web.test_pdf import shown_text, tags_in
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekgesprek.actions import add_addendum, add_reactie
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.models import Addendum

pytestmark = pytest.mark.django_db


@pytest.fixture
def af(gesprek):
    return GesprekFactory(dossier=gesprek.dossier, moment="extra", afgerond=True)


def reageer(gesprek, **anders):
    feiten = {
        "door": gesprek.dossier.regievoerder,
        "dossier_id": gesprek.dossier_id,
        "gesprek_id": gesprek.pk,
        "tekst": "Ik zei niet “nooit”. Ik zei “nu niet”.",
        "vorm": "mondeling",
        "gegeven_op": date(2022, 2, 16),
        "peildatum": date(2022, 2, 16),
    }
    return add_reactie(**(feiten | anders))


def test_given_a_reaction_when_kept_then_it_has_its_day_and_can_never_change(af):
    reactie = reageer(af)

    assert (reactie.soort, reactie.vorm, reactie.gegeven_op, reactie.reden) == (
        "reactie", "mondeling", date(2022, 2, 16), "",
    )  # fmt: skip
    with pytest.raises(ProgrammingError), transaction.atomic():
        Addendum.objects.filter(pk=reactie.pk).update(tekst="anders")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tekst": " "}, "tekst"),
        ({"gegeven_op": date(2022, 2, 17)}, "gegeven_op"),
        ({"gegeven_op": date(2022, 2, 14)}, "gegeven_op"),
    ],
)
def test_given_a_reaction_that_cannot_be_when_kept_then_the_field_says_why(af, anders, veld):
    with pytest.raises(PlanningKloptNiet) as fout:
        reageer(af, **anders)

    assert fout.value.veld == veld


def test_given_no_report_yet_or_a_manager_when_reacting_then_it_is_refused(gesprek, af):
    with pytest.raises(GesprekStaatVast):
        reageer(gesprek)
    with pytest.raises(GeenToegang):
        reageer(af, door=MedewerkerFactory(manager=True, team=gesprek.dossier.team))


def test_given_the_page_when_posted_wrong_then_all_is_kept_and_when_right_it_stands_under_the_report(
    regie, af
):
    adres = reverse("vertrekgesprek:reactie", args=[af.dossier_id, af.pk])
    goed = {
        "tekst": "Zo was het niet.", "vorm": "op_papier",
        "gegeven_op_dag": "16", "gegeven_op_maand": "2", "gegeven_op_jaar": "2022",
    }  # fmt: skip

    fout = regie.post(adres, goed | {"gegeven_op_dag": "20"})
    klaar = regie.post(adres, goed)
    pagina = regie.get(klaar["Location"])

    assert (fout.status_code, klaar.status_code) == (422, 302)
    assert fout.context["form"]["tekst"].value() == "Zo was het niet."
    assert [r.tekst for r in pagina.context["reacties"]] == ["Zo was het niet."]


def test_given_a_report_with_a_reaction_when_on_paper_then_it_is_tagged_and_holds_both(regie, af):
    reageer(af)
    add_addendum(
        door=af.dossier.regievoerder, dossier_id=af.dossier_id, gesprek_id=af.pk, soort="correctie",
        tekst="Zijn broer woont in Basra.", reden="Ik verstond het verkeerd.",
    )  # fmt: skip

    antwoord = regie.get(reverse("vertrekgesprek:verslag-pdf", args=[af.dossier_id, af.pk]))

    pdf = pikepdf.open(io.BytesIO(antwoord.content))
    tekst = shown_text(pdf)
    assert (antwoord["Content-Type"], str(pdf.Root.Lang)) == ("application/pdf", "nl")
    assert {"/H1", "/H2", "/Table"} <= set(tags_in(pdf.Root.StructTreeRoot))
    for zin in (
        "nu niet",
        "Ik wil eerst met mijn broer praten.",
        "Zijn broer woont in Basra.",
        "Belt de school",
    ):
        assert zin.replace(" ", "") in tekst.replace(" ", "")


def test_given_a_report_that_is_not_finished_when_asked_on_paper_then_there_is_none(regie, gesprek):
    antwoord = regie.get(reverse("vertrekgesprek:verslag-pdf", args=[gesprek.dossier_id, gesprek.pk]))

    assert antwoord.status_code == 302
