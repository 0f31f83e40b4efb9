"""Writing and finishing the report: drafts, what is missing, and that a finished talk never changes."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import translation

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import VRAGEN, GesprekFactory, compleet
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekgesprek.actions import (
    add_addendum,
    finish_afspraak,
    finish_gesprek,
    record_gevoerd,
    save_concept,
)
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet, VerslagOnvolledig
from verantwoord.vertrekgesprek.keuzes import Status
from verantwoord.vertrekgesprek.models import AfspraakGedaan, Gesprek, Klad
from verantwoord.vertrekgesprek.verslag import (
    LPUitGesprek,
    Opbrengst,
    WensUitGesprek,
    behandelde_onderwerpen,
    opbrengst_van,
)

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 16)
ALLE_ONDERWERPEN = [
    "procedure",
    "opties",
    "gevolgen",
    "wensen_belemmeringen",
    "toetsingsmomenten",
    "afspraken",
]


@pytest.fixture(autouse=True)
def nederlands():
    with translation.override("nl"):
        yield


@pytest.fixture
def gesprek():
    return GesprekFactory()


def rond_af(gesprek, *, door=None, versie=0, **anders):
    return finish_gesprek(
        door=door or gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        versie=versie,
        verslag=compleet(**anders),
        peildatum=OP,
    )


def bewaar(gesprek, *, versie, velden, door=None):
    return save_concept(
        door=door or gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        versie=versie,
        velden=velden,
    )


def soorten(gesprek):
    rijen = Gebeurtenis.objects.filter(dossier_id=gesprek.dossier_id).order_by("volgnummer")
    return list(rijen.values_list("soort", flat=True))


# The draft


def test_given_wrong_and_partial_text_when_the_draft_is_saved_then_every_letter_is_kept(gesprek):
    velden = {
        "gevoerd_op_dag": ["31"],
        "gevoerd_op_maand": ["9"],
        "eigen_woorden": ["  “Ik wil…\x00"],
        "opties_besproken": ["ngo", "dia"],
    }

    klad = bewaar(gesprek, versie=0, velden=velden)

    klad.refresh_from_db()
    assert (klad.versie, klad.velden) == (1, velden | {"eigen_woorden": ["  “Ik wil…"]})


def test_given_one_writer_when_the_draft_is_saved_again_and_again_then_the_timeline_tells_it_once(gesprek):
    for versie in range(3):
        bewaar(gesprek, versie=versie, velden={"procedure": [f"tekst {versie}"]})
    collega = MedewerkerFactory(team=gesprek.dossier.team)

    bewaar(gesprek, versie=3, velden={"procedure": ["andere tekst"]}, door=collega)

    assert soorten(gesprek) == ["verslag.begonnen", "verslag.begonnen"]
    assert Klad.objects.get().versie == 4


def test_given_nothing_new_when_the_draft_is_saved_then_its_version_stays(gesprek):
    bewaar(gesprek, versie=0, velden={"procedure": ["tekst"]})

    assert bewaar(gesprek, versie=1, velden={"procedure": ["tekst"]}).versie == 1


def test_given_a_colleague_saved_in_between_when_the_draft_is_saved_then_both_texts_live(gesprek):
    bewaar(gesprek, versie=0, velden={"procedure": ["van de collega"]})

    with pytest.raises(Versieconflict) as fout:
        bewaar(gesprek, versie=0, velden={"procedure": ["van mij"]})

    assert fout.value.melding == "Een collega werkt ook in dit verslag. Uw tekst blijft bewaard."
    assert (fout.value.bewaard, fout.value.versie) == ({"procedure": ["van de collega"]}, 1)
    assert Klad.objects.get().velden == {"procedure": ["van de collega"]}


def test_given_an_outsider_when_saving_a_draft_then_the_dossier_is_not_there(gesprek):
    with pytest.raises(Dossier.DoesNotExist):
        bewaar(gesprek, versie=0, velden={}, door=MedewerkerFactory())


def test_given_a_talk_of_another_dossier_when_saving_a_draft_then_it_is_not_there(gesprek):
    ander = GesprekFactory(dossier__regievoerder=gesprek.dossier.regievoerder)

    with pytest.raises(Gesprek.DoesNotExist):
        save_concept(
            door=gesprek.dossier.regievoerder,
            dossier_id=gesprek.dossier_id,
            gesprek_id=ander.pk,
            versie=0,
            velden={},
        )


# Held, not finished


def test_given_a_day_and_an_interpreter_when_marked_as_held_then_the_report_is_due(gesprek):
    record_gevoerd(
        door=gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        verslag=compleet(),
        peildatum=OP,
    )

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.gevoerd_op, gesprek.afgerond_op) == ("gevoerd", date(2022, 2, 15), None)
    assert soorten(gesprek) == ["gesprek.gevoerd"]
    beoordeling = beoordeel(beeld_of(gesprek.dossier_id), peildatum=date(2022, 2, 19))
    (norm,) = (b for b in beoordeling.bevindingen if b.norm == "gesprek-verslag")
    assert (norm.oordeel, norm.uiterlijk_op) == ("niet_voldaan", date(2022, 2, 18))


@pytest.mark.parametrize("tolk", ["geen", "niet_verschenen"])
def test_given_no_interpreter_and_no_shared_language_when_marked_as_held_then_it_is_refused(gesprek, tolk):
    with pytest.raises(VerslagOnvolledig) as fout:
        record_gevoerd(
            door=gesprek.dossier.regievoerder,
            dossier_id=gesprek.dossier_id,
            gesprek_id=gesprek.pk,
            verslag=compleet(tolk=tolk),
            peildatum=OP,
        )

    assert fout.value.velden == {
        "tolk": "Zonder tolk en zonder gemeenschappelijke taal telt een gesprek niet. Leg vast dat het niet doorging en "
        "plan het opnieuw, met een tolk."
    }
    assert Gesprek.objects.get().status == "gepland"


# Finishing


def test_given_a_complete_report_when_finished_then_facts_texts_and_event_are_kept(gesprek):
    bewaar(gesprek, versie=0, velden={"procedure": ["Het beroep"]})
    opbrengst = Opbrengst(
        wensen=(WensUitGesprek(soort="bagage", omschrijving="Mijn gereedschap mee."),),
        lp=LPUitGesprek(antwoord="geweigerd", uitleg_gegeven=True),
    )

    rond_af(gesprek, versie=1, opbrengst=opbrengst)

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.afgerond_op, gesprek.gevoerd_door) == (
        Status.GEVOERD, OP, gesprek.dossier.regievoerder,
    )  # fmt: skip
    assert gesprek.onderwerpen == ALLE_ONDERWERPEN
    assert opbrengst_van(gesprek.concept) == opbrengst
    assert gesprek.vragen == VRAGEN
    assert gesprek.verslag.splitlines()[:3] == ["Stand van de procedure", "Het beroep loopt.", ""]
    assert "gereedschap" not in gesprek.verslag
    assert not Klad.objects.exists()
    assert soorten(gesprek) == ["verslag.begonnen", "gesprek.afgerond"]
    beoordeling = beoordeel(beeld_of(gesprek.dossier_id), peildatum=OP)
    oordelen = {b.norm: b.oordeel for b in beoordeling.bevindingen if b.norm.startswith("gesprek-")}
    assert (oordelen["gesprek-inhoud-minimum"], oordelen["gesprek-wederkerigheid"], oordelen["gesprek-tolk"]) == (
        "voldaan", "voldaan", "voldaan",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({"gevoerd_op": None}, {"gevoerd_op": "Vul in op welke dag het gesprek was."}),
        (
            {"gevoerd_op": date(2022, 2, 17)},
            {"gevoerd_op": "Deze dag moet nog komen. Leg het gesprek vast op de dag dat het is gevoerd."},
        ),
        (
            {"gevoerd_op": date(2022, 1, 31)},
            {
                "gevoerd_op": "Op deze dag was het dossier nog niet overgedragen. Controleer het jaar en de maand."
            },
        ),
        ({"tolk": None}, {"tolk": "Kies of er een tolk was."}),
        (
            {"tolk": "geen", "gemeenschappelijke_taal": None},
            {
                "gemeenschappelijke_taal": "Er was geen tolk. Geef aan of u elkaar goed kon verstaan in deze taal."
            },
        ),
        (
            {"procedure": "  "},
            {
                "procedure": "Schrijf op wat u over de procedure vertelde, of waarom dat niet aan de orde kwam."
            },
        ),
        (
            {"opties_besproken": ()},
            {
                "opties_besproken": "Kruis aan welke mogelijkheden u besprak, of schrijf op waarom dat niet kon."
            },
        ),
        (
            {"gevolgen": ""},
            {"gevolgen": "Schrijf op wat u over de gevolgen uitlegde, of waarom dat niet aan de orde kwam."},
        ),
        (
            {"vragen": VRAGEN | {"schrijnend": " "}},
            {
                "reden_toetsingsmomenten": "Niet alle vier de vragen hebben een antwoord. Beantwoord ze, of schrijf op waarom "
                "dat niet kon."
            },
        ),
        (
            {"afspraken": ()},
            {"reden_afspraken": "Leg ten minste één afspraak vast, of schrijf op waarom er geen is."},
        ),
        (
            {"eigen_woorden": " "},
            {
                "eigen_woorden": "Schrijf op wat de vreemdeling zelf zei, of kruis aan dat hij of zij hier vandaag niets over "
                "wilde zeggen.",
            },
        ),
        (
            {"eigen_woorden": "a" * 20001},
            {
                "eigen_woorden": "Het verslag is te lang: er passen 20.000 tekens in en het zijn er 20.001. Maak deze tekst "
                "korter."
            },
        ),
    ],
)
def test_given_a_gap_when_finishing_then_its_field_says_what_to_do_and_nothing_is_finished(
    gesprek, anders, velden
):
    with pytest.raises(VerslagOnvolledig) as fout:
        rond_af(gesprek, **anders)

    assert fout.value.velden == velden
    assert Gesprek.objects.get().afgerond_op is None


@pytest.mark.parametrize("tolk", ["geen", "niet_verschenen"])
def test_given_a_shared_language_when_finishing_without_interpreter_then_the_talk_counts(gesprek, tolk):
    assert rond_af(gesprek, tolk=tolk, gemeenschappelijke_taal=True).is_afgerond


def test_given_reasons_for_what_was_skipped_when_finishing_then_they_stand_instead(gesprek):
    redenen = {"gevolgen": "Hij was te moe.", "afspraken": "Volgende keer."}

    rond_af(gesprek, gevolgen="", afspraken=(), niet_aan_de_orde=redenen)

    gesprek.refresh_from_db()
    assert gesprek.niet_aan_de_orde == redenen
    assert gesprek.onderwerpen == ["procedure", "opties", "wensen_belemmeringen", "toetsingsmomenten"]


def test_given_who_wanted_to_say_nothing_when_finishing_then_that_is_an_answer(gesprek):
    rond_af(gesprek, eigen_woorden="", wil_niet_antwoorden=True)

    gesprek.refresh_from_db()
    assert (gesprek.wil_niet_antwoorden, gesprek.eigen_woorden) == (True, "")
    assert gesprek.onderwerpen == ALLE_ONDERWERPEN


def test_given_a_wish_alone_when_the_subjects_are_read_then_wishes_were_spoken_about():
    verslag = compleet(
        eigen_woorden="", opbrengst=Opbrengst(wensen=(WensUitGesprek(soort="werk", omschrijving="Kapper."),))
    )

    assert list(behandelde_onderwerpen(verslag)) == ALLE_ONDERWERPEN


def test_given_the_third_talk_without_all_support_when_finishing_then_a_reason_is_asked():
    gesprek = GesprekFactory(derde=True)

    with pytest.raises(VerslagOnvolledig) as fout:
        rond_af(gesprek, opties_besproken=("iom_rean", "ngo"))

    assert list(fout.value.velden) == ["opties_reden"]
    assert fout.value.velden["opties_reden"].endswith("Schrijf op waarom u nu toch afrondt.")
    assert Gesprek.objects.get().afgerond_op is None
    assert rond_af(gesprek, opties_besproken=("iom_rean", "ngo"), opties_reden="Hij stond op.").is_afgerond


def test_given_support_discussed_before_when_the_third_talk_ends_then_no_reason_is_asked():
    eerste = GesprekFactory(eerste=True, afgerond=True, opties_besproken=["iom_avrr", "dtv_bijdrage", "dia"])
    gesprek = GesprekFactory(derde=True, dossier=eerste.dossier)

    assert rond_af(gesprek, opties_besproken=("iom_rean", "ngo")).is_afgerond


def test_given_a_colleague_saved_the_draft_when_finishing_then_nothing_is_finished(gesprek):
    bewaar(gesprek, versie=0, velden={"procedure": ["van de collega"]})

    with pytest.raises(Versieconflict):
        rond_af(gesprek, versie=0)

    assert Gesprek.objects.get().afgerond_op is None


def test_given_a_role_without_the_right_when_finishing_then_it_is_refused(gesprek):
    with pytest.raises(GeenToegang):
        rond_af(gesprek, door=MedewerkerFactory(manager=True, team=gesprek.dossier.team))


@pytest.mark.parametrize(
    ("eerder", "melding"),
    [
        (
            {"afgerond": True},
            "Dit verslag is afgerond en verandert niet meer. Vul het aan met een aanvulling.",
        ),
        ({"status": "niet_verschenen"}, "Dit gesprek is niet gevoerd. Plan een nieuw gesprek."),
    ],
)
def test_given_a_talk_that_is_closed_when_finishing_or_writing_then_it_is_refused(eerder, melding):
    gesprek = GesprekFactory(**eerder)

    for poging in (rond_af, lambda g: bewaar(g, versie=0, velden={})):
        with pytest.raises(GesprekStaatVast) as fout:
            poging(gesprek)
        assert fout.value.melding == melding


# Finished: what stands, stands


@pytest.mark.parametrize(
    "opdracht",
    [
        "update vertrekgesprek_gesprek set eigen_woorden = 'anders'",
        "update vertrekgesprek_gesprek set afgerond_op = null",
        "delete from vertrekgesprek_gesprek",
        "truncate vertrekgesprek_gesprek cascade",
        "update vertrekgesprek_addendum set tekst = 'anders'",
        "delete from vertrekgesprek_addendum",
        "delete from vertrekgesprek_afspraakgedaan",
        "alter table vertrekgesprek_gesprek disable trigger all",
    ],
)
def test_given_a_finished_talk_when_the_app_role_tries_to_change_it_then_the_database_refuses(opdracht):
    gesprek = GesprekFactory(afgerond=True)
    vul_aan(gesprek)
    doe_afspraak(gesprek)

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)

    assert Gesprek.objects.get().eigen_woorden == "Ik wil eerst met mijn broer praten."


def test_given_an_open_talk_when_a_row_is_changed_then_the_database_allows_it(gesprek):
    assert Gesprek.objects.filter(pk=gesprek.pk).update(plaats="kamer 4") == 1


def vul_aan(gesprek, **anders):
    return add_addendum(
        **{
            "door": gesprek.dossier.regievoerder,
            "dossier_id": gesprek.dossier_id,
            "gesprek_id": gesprek.pk,
            "soort": "correctie",
            "tekst": "Zijn broer woont in Basra.",
            "reden": "Ik verstond het verkeerd.",
        }
        | anders
    )


def doe_afspraak(gesprek, nummer=0):
    return finish_afspraak(
        door=gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        nummer=nummer,
        peildatum=OP,
    )


def test_given_a_finished_talk_when_something_is_added_then_it_carries_author_and_reason():
    gesprek = GesprekFactory(afgerond=True)

    addendum = vul_aan(gesprek)

    assert (addendum.door_naam, addendum.reden) == (
        gesprek.dossier.regievoerder.naam,
        "Ik verstond het verkeerd.",
    )
    assert soorten(gesprek) == ["gesprek.aangevuld"]


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"tekst": " "}, "tekst", "Schrijf op wat u wilt toevoegen."),
        ({"reden": ""}, "reden", "Schrijf op waarom dit er later bij komt."),
    ],
)
def test_given_a_gap_when_adding_then_it_is_named(anders, veld, melding):
    gesprek = GesprekFactory(afgerond=True)

    with pytest.raises(PlanningKloptNiet) as fout:
        vul_aan(gesprek, **anders)

    assert (fout.value.veld, fout.value.melding) == (veld, melding)


def test_given_an_unfinished_talk_when_adding_then_the_report_itself_is_the_place(gesprek):
    with pytest.raises(GesprekStaatVast) as fout:
        vul_aan(gesprek)

    assert fout.value.melding == "Dit verslag is nog niet afgerond. Wijzig het verslag zelf."


def test_given_an_agreement_when_it_is_kept_twice_then_it_is_written_once():
    gesprek = GesprekFactory(afgerond=True)

    doe_afspraak(gesprek)
    doe_afspraak(gesprek)

    assert AfspraakGedaan.objects.get().gedaan_op == OP
    assert soorten(gesprek) == ["afspraak.gedaan"]


def test_given_a_number_that_is_not_in_the_list_when_an_agreement_is_kept_then_it_is_refused():
    with pytest.raises(GesprekStaatVast):
        doe_afspraak(GesprekFactory(afgerond=True), nummer=1)
