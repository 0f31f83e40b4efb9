"""Planning talks: who may, when it is refused and with which sentence, and what is kept."""

from datetime import date, time

import pytest
from django.utils import translation

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekgesprek.actions import Planning, plan_gesprek, record_niet_gevoerd, replan_gesprek
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Status, Tolk
from verantwoord.vertrekgesprek.models import Gesprek

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 10)
PLANNING = Planning(
    gepland_op=date(2022, 2, 15), tijd=time(10), plaats="kamer 3", taal="ar", tolk_gepland="aanwezig"
)


@pytest.fixture(autouse=True)
def nederlands():
    with translation.override("nl"):
        yield


@pytest.fixture
def dossier():
    return DossierFactory()


def plan(dossier, *, door=None, moment="tweede", planning=PLANNING):
    return plan_gesprek(
        door=door or dossier.regievoerder,
        dossier_id=dossier.pk,
        moment=moment,
        planning=planning,
        peildatum=OP,
    )


def niet_gevoerd(gesprek, **anders):
    return record_niet_gevoerd(
        **{
            "door": gesprek.dossier.regievoerder,
            "dossier_id": gesprek.dossier_id,
            "gesprek_id": gesprek.pk,
            "versie": gesprek.versie,
            "status": "niet_verschenen",
            "reden": "Niemand deed open.",
            "peildatum": date(2022, 2, 15),
        }
        | anders
    )


def gebeurtenissen(dossier):
    return list(
        Gebeurtenis.objects.filter(dossier_id=dossier.pk)
        .order_by("volgnummer")
        .values_list("soort", "gegevens")
    )


def test_given_a_dossier_when_a_talk_is_planned_then_it_is_kept_with_its_event(dossier):
    gesprek = plan(dossier)

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.gepland_op, gesprek.tijd, gesprek.uitgenodigd_op, gesprek.volgorde) == (
        Status.GEPLAND, date(2022, 2, 15), time(10), OP, 0,
    )  # fmt: skip
    assert gebeurtenissen(dossier) == [("gesprek.gepland", {"moment": "tweede", "gepland_op": "2022-02-15"})]


def test_given_a_role_without_the_right_when_planning_then_it_is_refused(dossier):
    manager = MedewerkerFactory(manager=True, team=dossier.team)

    with pytest.raises(GeenToegang):
        plan(dossier, door=manager)

    assert not Gesprek.objects.exists()


def test_given_an_outsider_when_planning_then_the_dossier_is_not_there(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        plan(dossier, door=MedewerkerFactory())

    assert not Gesprek.objects.exists()


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        (
            {"gepland_op": date(2022, 2, 9)},
            "gepland_op",
            "Deze dag is voorbij. Kies vandaag of een latere dag.",
        ),
        ({"taal": "Arabisch!"}, "taal", "Kies een taal uit de lijst."),
        (
            {"gemeenschappelijke_taal": False, "tolk_gepland": "geen"},
            "tolk_gepland",
            "U spreekt geen gemeenschappelijke taal. Kies een tolk in de kamer of aan de telefoon.",
        ),
    ],
)
def test_given_a_plan_that_does_not_fit_when_planning_then_the_field_and_the_way_out_are_named(
    dossier, anders, veld, melding
):
    with pytest.raises(PlanningKloptNiet) as fout:
        plan(dossier, planning=Planning(**({"gepland_op": date(2022, 2, 15)} | anders)))

    assert (fout.value.veld, fout.value.melding) == (veld, melding)


def test_given_today_when_planning_then_that_is_allowed(dossier):
    assert plan(dossier, planning=Planning(gepland_op=OP)).gepland_op == OP


@pytest.mark.parametrize(
    ("eerder", "melding"),
    [
        ({}, "Gesprek 2 staat al gepland. Verzet dat gesprek, of plan een extra gesprek."),
        ({"afgerond": True}, "Gesprek 2 is al gevoerd. Plan een extra gesprek."),
    ],
)
def test_given_the_fixed_talk_is_there_when_it_is_planned_again_then_an_extra_one_is_the_way(
    dossier, eerder, melding
):
    GesprekFactory(dossier=dossier, **eerder)

    with pytest.raises(PlanningKloptNiet) as fout:
        plan(dossier)

    assert (fout.value.veld, fout.value.melding) == ("moment", melding)
    assert plan(dossier, moment="extra").moment == "extra"


@pytest.mark.parametrize("tolk", [Tolk.GEEN, Tolk.NIET_VERSCHENEN, None])
def test_given_a_talk_without_interpreter_that_does_not_count_when_planning_then_its_moment_is_free(
    dossier, tolk
):
    GesprekFactory(
        dossier=dossier, status=Status.GEVOERD, gevoerd_op=OP, tolk=tolk, gemeenschappelijke_taal=False
    )

    assert plan(dossier).moment == "tweede"


def test_given_a_planned_talk_when_it_is_moved_then_old_and_new_are_kept():
    gesprek = GesprekFactory()

    replan_gesprek(
        door=gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        versie=1,
        planning=Planning(
            gepland_op=date(2022, 2, 17), tijd=time(10), plaats=gesprek.plaats, taal="ar",
            tolk_gepland="aanwezig", tolk_bestelling="tolk 40218",
        ),
        peildatum=OP,
    )  # fmt: skip

    gesprek.refresh_from_db()
    assert (gesprek.gepland_op, gesprek.versie) == (date(2022, 2, 17), 2)
    assert gebeurtenissen(gesprek.dossier) == [
        (
            "gesprek.verzet",
            {"moment": "tweede", "wijzigingen": {"gepland_op": ["2022-02-15", "2022-02-17"]}},
        )
    ]


def test_given_a_colleague_saved_first_when_moving_then_what_stands_there_is_shown():
    gesprek = GesprekFactory(versie=2)

    with pytest.raises(Versieconflict) as fout:
        replan_gesprek(
            door=gesprek.dossier.regievoerder,
            dossier_id=gesprek.dossier_id,
            gesprek_id=gesprek.pk,
            versie=1,
            planning=PLANNING,
            peildatum=OP,
        )

    assert (fout.value.versie, fout.value.bewaard["plaats"]) == (2, "azc Assen, gebouw B, kamer 3")


def test_given_no_interpreter_when_the_talk_does_not_go_on_then_it_does_not_count_and_can_be_planned_anew():
    gesprek = GesprekFactory()

    niet_gevoerd(gesprek, status="niet_doorgegaan", oorzaak="tolk", reden="De tolk kwam niet.")

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.tolk, gesprek.status_reden) == (
        "niet_doorgegaan", "niet_verschenen", "De tolk kwam niet.",
    )  # fmt: skip
    assert gebeurtenissen(gesprek.dossier) == [
        (
            "gesprek.niet_doorgegaan",
            {
                "moment": "tweede",
                "oorzaak": "tolk",
                "wijzigingen": {"status": ["gepland", "niet_doorgegaan"]},
            },
        )
    ]
    assert plan(gesprek.dossier).moment == "tweede"


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"reden": " "}, "reden", "Schrijf op wat er gebeurde."),
        ({"peildatum": date(2022, 2, 14)}, "status", "Dit gesprek moet nog komen. Verzet het of zeg het af."),
        ({"status": "niet_doorgegaan"}, "oorzaak", "Kies waardoor het gesprek niet doorging."),
    ],
)
def test_given_a_gap_when_recording_that_a_talk_was_not_held_then_it_is_named(anders, veld, melding):
    gesprek = GesprekFactory()

    with pytest.raises(PlanningKloptNiet) as fout:
        niet_gevoerd(gesprek, **anders)

    assert (fout.value.veld, fout.value.melding) == (veld, melding)
    assert Gesprek.objects.get().status == "gepland"


def test_given_a_talk_still_to_come_when_it_is_called_off_then_that_is_kept():
    gesprek = GesprekFactory()

    niet_gevoerd(gesprek, status="geannuleerd", reden="De zitting is verzet.", peildatum=OP)

    assert Gesprek.objects.get().status == "geannuleerd"


def test_given_a_finished_talk_when_it_is_called_off_then_it_is_refused():
    gesprek = GesprekFactory(afgerond=True)

    with pytest.raises(GesprekStaatVast) as fout:
        niet_gevoerd(gesprek)

    assert (
        fout.value.melding
        == "Dit gesprek staat niet meer gepland. Ververs de pagina om te zien hoe het ervoor staat."
    )
