"""draw-steekproef on the database: who can be drawn, what is accounted for, and how the command ends."""

import json
from datetime import date
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.models import Verblijfplaats
from verantwoord.gebeurtenis.logboek import ontsleutel
from verantwoord.gebeurtenis.models import Gebeurtenis, Verwerkingsregel
from verantwoord.inspectie.actions import draw_steekproef
from verantwoord.inspectie.queries import populatie
from verantwoord.kern.steekproef import Lid, NiemandOpLocatie, lees_plan, plaatsnamen
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 5, 1)
PLAN = {
    "seed": 2022,
    "strata": [{"naam": "azc", "locaties": ["AZC Assen"], "aantal": 2}, {"naam": "overig", "aantal": 1}],
}


def plan(**anders):
    return lees_plan(json.dumps(PLAN | anders).encode())


@pytest.fixture
def vijf():
    """Three dossiers in Assen and two in Gilze, received before the day of the draw."""
    dossiers = DossierFactory.create_batch(5)
    Verblijfplaats.objects.filter(dossier__in=dossiers[3:]).update(locatie="Gilze")
    return dossiers


def test_given_the_dossiers_when_asked_who_can_be_drawn_then_each_stands_at_its_place_of_that_day(vijf):
    verhuisd, weg = vijf[0], DossierFactory()
    Verblijfplaats.objects.filter(dossier=weg).delete()
    Verblijfplaats.objects.filter(dossier=verhuisd).update(tot=date(2022, 3, 1))
    Verblijfplaats.objects.create(
        dossier=verhuisd, volgorde=1, soort="azc", locatie="Gilze", van=date(2022, 3, 1)
    )
    DossierFactory(ontvangen_op=date(2022, 5, 2))

    leden = populatie(peildatum=OP, viewer=systeem())

    waar = dict.fromkeys([vijf[1].nummer, vijf[2].nummer], plaatsnamen("azc", "Assen"))
    waar |= dict.fromkeys([d.nummer for d in (verhuisd, *vijf[3:])], plaatsnamen("azc", "Gilze"))
    waar |= {weg.nummer: frozenset()}
    assert sorted(leden, key=lambda lid: lid.dossiernummer) == [Lid(n, waar[n]) for n in sorted(waar)]


def test_given_a_plan_when_drawn_then_the_draw_is_accounted_for_without_naming_a_dossier_in_the_event(vijf):
    steekproef = draw_steekproef(door=systeem(), plan=plan(), peildatum=OP)

    nummers = [g.dossiernummer for g in steekproef.trekking]
    gebeurtenis = Gebeurtenis.objects.get(soort="steekproef.getrokken")
    assert gebeurtenis.dossier_id is None
    assert gebeurtenis.gegevens == {
        "peildatum": "2022-05-01",
        "populatie": 5,
        "populatie_sha256": steekproef.populatie_sha256,
        "algoritme": "sha256-volgorde/1",
        "strata": [{"naam": "azc", "aantal": 2}, {"naam": "overig", "aantal": 1}],
        "trekking_sha256": sha256("".join(f"{n}\n" for n in nummers).encode()).hexdigest(),
    }
    regels = Verwerkingsregel.objects.filter(audit_id=str(gebeurtenis.pk))
    betrokken = {d.nummer for d in vijf if d.pk in {ontsleutel(bytes(r.betrokkene)) for r in regels}}
    assert {(r.naam, r.activiteit) for r in regels} == {("steekproef.getrokken", "kwaliteit-1")}
    assert (betrokken, len(regels)) == (set(nummers), 3)


def test_given_who_may_not_draw_when_asked_then_nothing_is_drawn(vijf):
    manager = MedewerkerFactory(manager=True)

    with pytest.raises(GeenToegang):
        draw_steekproef(door=manager, plan=plan(), peildatum=OP)
    with pytest.raises(GeenToegang):
        populatie(peildatum=OP, viewer=manager)

    assert not Gebeurtenis.objects.filter(soort="steekproef.getrokken").exists()


def test_given_a_plan_that_cannot_be_carried_out_when_drawn_then_nothing_is_recorded(vijf):
    strata = [{"naam": "azc", "locaties": ["Nergenshuizen"], "aantal": 1}]

    with pytest.raises(NiemandOpLocatie):
        draw_steekproef(door=systeem(), plan=plan(strata=strata), peildatum=OP)

    assert not Gebeurtenis.objects.filter(soort="steekproef.getrokken").exists()


def test_given_the_command_when_run_twice_then_it_gives_one_draw_in_the_shape_of_the_contract(vijf, tmp_path):
    bestand, een, twee = tmp_path / "plan.json", StringIO(), StringIO()
    bestand.write_text(json.dumps(PLAN))

    call_command("draw_steekproef", str(bestand), json=True, stdout=een)
    call_command("draw_steekproef", str(bestand), json=True, stdout=twee)

    antwoord = json.loads(een.getvalue())
    assert een.getvalue() == twee.getvalue()
    assert list(antwoord) == ["populatie", "populatie_sha256", "algoritme", "seed", "trekking"]
    assert (antwoord["populatie"], antwoord["seed"]) == (5, 2022)
    assert [list(g) for g in antwoord["trekking"]] == [["stratum", "dossiernummer", "gewicht"]] * 3
    assert [(g["stratum"], g["gewicht"]) for g in antwoord["trekking"]] == [
        ("azc", 1.5),
        ("azc", 1.5),
        ("overig", 2.0),
    ]


def test_given_the_command_when_read_by_a_person_then_the_proof_comes_first(vijf, tmp_path):
    bestand, uit = tmp_path / "plan.json", StringIO()
    bestand.write_text(json.dumps(PLAN))

    call_command("draw_steekproef", str(bestand), stdout=uit)

    regels = uit.getvalue().splitlines()
    assert regels[0].split(", sha256 ")[0] == "Populatie: 5 dossiers"
    assert regels[1] == "Algoritme sha256-volgorde/1, seed 2022"
    assert (regels[3], regels[7]) == (
        "azc: 2 dossiers, elk telt voor 1,50",
        "overig: 1 dossier, elk telt voor 2,00",
    )


@pytest.mark.parametrize(
    ("inhoud", "code", "begin"),
    [
        ('{"seed": 1}', 2, "Veld strata: dit verplichte veld ontbreekt"),
        (None, 2, "Het bestand "),
        (
            '{"seed": 1, "strata": [{"naam": "alle", "aantal": 6}]}',
            1,
            "In het stratum alle zitten minder dan 6 dossiers, en het plan trekt er 6.",
        ),
    ],
)
def test_given_a_plan_that_is_wrong_or_too_large_when_run_then_code_and_sentence_say_which(
    inhoud, code, begin, vijf, tmp_path
):
    bestand = tmp_path / "plan.json"
    if inhoud is not None:
        bestand.write_text(inhoud)

    with pytest.raises(CommandError) as fout:
        call_command("draw_steekproef", str(bestand))

    assert (fout.value.returncode, str(fout.value)[: len(begin)]) == (code, begin)
