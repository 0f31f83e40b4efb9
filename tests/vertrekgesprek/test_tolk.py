"""The interpreter: ordered, confirmed, not there; and inviting somebody again."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekgesprek.actions import (
    Planning,
    Tolkbestelling,
    plan_gesprek,
    record_niet_gevoerd,
    record_tolk,
    replan_gesprek,
)
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.models import Gesprek

pytestmark = pytest.mark.django_db

BESTELD = Tolkbestelling(
    tolk_gepland="telefonisch",
    tolk_voorkeur="liever een vrouw",
    tolk_bestelling="tolk 40218",
    tolk_besteld_op=date(2022, 2, 8),
)
OPNIEUW = Planning(gepland_op=date(2022, 2, 22), tijd=time(10), plaats="kamer 3", taal="ar", tolk_gepland="aanwezig")  # fmt: skip
FORMULIER = {
    "moment": "tweede", "gepland_op_dag": "22", "gepland_op_maand": "2", "gepland_op_jaar": "2022", "tijd": "10.00",
    "plaats": "kamer 3", "taal": "ar", "gemeenschappelijke_taal": "nee", "tolk_gepland": "aanwezig",
}  # fmt: skip


def leg_tolk_vast(gesprek, bestelling=BESTELD, **anders):
    feiten = {
        "door": gesprek.dossier.regievoerder,
        "dossier_id": gesprek.dossier_id,
        "gesprek_id": gesprek.pk,
        "versie": gesprek.versie,
        "bestelling": bestelling,
        "peildatum": date(2022, 2, 10),
    }
    return record_tolk(**(feiten | anders))


def ging_niet_door(gesprek, **anders):
    feiten = {
        "door": gesprek.dossier.regievoerder,
        "dossier_id": gesprek.dossier_id,
        "gesprek_id": gesprek.pk,
        "versie": gesprek.versie,
        "status": "niet_doorgegaan",
        "oorzaak": "tolk",
        "reden": "De tolk kwam niet.",
        "peildatum": date(2022, 2, 15),
    }
    return record_niet_gevoerd(**(feiten | anders))


def plan_opnieuw(gesprek, **anders):
    feiten = {
        "door": gesprek.dossier.regievoerder,
        "dossier_id": gesprek.dossier_id,
        "moment": gesprek.moment,
        "planning": OPNIEUW,
        "peildatum": date(2022, 2, 15),
        "vervangt_id": gesprek.pk,
    }
    return plan_gesprek(**(feiten | anders))


def soorten(gesprek):
    rijen = Gebeurtenis.objects.filter(dossier_id=gesprek.dossier_id).order_by("volgnummer")
    return list(rijen.values_list("soort", flat=True))


def test_given_an_order_when_confirmed_later_then_both_days_and_both_events_are_kept(gesprek):
    leg_tolk_vast(gesprek)
    leg_tolk_vast(gesprek, replace(BESTELD, tolk_bevestigd_op=date(2022, 2, 10)), versie=2)

    gesprek.refresh_from_db()
    assert (gesprek.tolk_gepland, gesprek.tolk_voorkeur, gesprek.tolk_besteld_op, gesprek.tolk_bevestigd_op) == (
        "telefonisch", "liever een vrouw", date(2022, 2, 8), date(2022, 2, 10),
    )  # fmt: skip
    assert soorten(gesprek) == ["tolk.besteld", "tolk.bevestigd"]


def test_given_nothing_new_when_recorded_then_nothing_happens(gesprek):
    leg_tolk_vast(gesprek)

    assert leg_tolk_vast(gesprek, versie=2).versie == 2
    assert soorten(gesprek) == ["tolk.besteld"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tolk_gepland": "geen"}, "tolk_gepland"),
        ({"tolk_besteld_op": None}, "tolk_besteld_op"),
        ({"tolk_besteld_op": date(2022, 2, 11)}, "tolk_besteld_op"),
        ({"tolk_bevestigd_op": date(2022, 2, 11)}, "tolk_bevestigd_op"),
        ({"tolk_bevestigd_op": date(2022, 2, 7)}, "tolk_bevestigd_op"),
    ],
)
def test_given_an_order_that_does_not_fit_when_recorded_then_the_field_says_why(gesprek, anders, veld):
    with pytest.raises(PlanningKloptNiet) as fout:
        leg_tolk_vast(gesprek, replace(BESTELD, **anders))

    assert fout.value.veld == veld


def test_given_an_older_page_or_a_manager_when_recorded_then_it_is_refused(gesprek):
    manager = MedewerkerFactory(manager=True, team=gesprek.dossier.team)

    with pytest.raises(Versieconflict):
        leg_tolk_vast(gesprek, versie=0)
    with pytest.raises(GeenToegang):
        leg_tolk_vast(gesprek, door=manager)


@pytest.mark.parametrize(
    ("nieuw", "bevestigd"),
    [({"gepland_op": date(2022, 2, 22)}, None), ({"plaats": "kamer 4"}, date(2022, 2, 10))],
)
def test_given_a_confirmed_interpreter_when_the_talk_moves_then_the_confirmation_lapses_only_with_the_appointment(
    gesprek, nieuw, bevestigd
):
    leg_tolk_vast(gesprek, replace(BESTELD, tolk_bevestigd_op=date(2022, 2, 10)))
    nu = Planning(
        gepland_op=gesprek.gepland_op, tijd=gesprek.tijd, plaats=gesprek.plaats, taal="ar", tolk_gepland="telefonisch",
        tolk_bestelling="tolk 40218",
    )  # fmt: skip

    replan_gesprek(
        door=gesprek.dossier.regievoerder, dossier_id=gesprek.dossier_id, gesprek_id=gesprek.pk, versie=2,
        planning=replace(nu, **nieuw), peildatum=date(2022, 2, 10),
    )  # fmt: skip

    gesprek.refresh_from_db()
    assert gesprek.tolk_bevestigd_op == bevestigd


def test_given_no_interpreter_when_planned_again_then_the_reason_stays_and_the_talk_does_not_count(gesprek):
    niet = ging_niet_door(gesprek)
    opnieuw = plan_opnieuw(niet)

    beeld = beeld_of(gesprek.dossier_id)
    assert [(g.status, g.tolk) for g in beeld.gesprekken] == [
        ("niet_doorgegaan", "niet_verschenen"),
        ("gepland", None),
    ]
    assert (opnieuw.vervangt, niet.status_reden, niet.oorzaak) == (niet, "De tolk kwam niet.", "tolk")
    assert soorten(gesprek) == ["gesprek.niet_doorgegaan", "gesprek.gepland"]


def test_given_somebody_did_not_appear_when_time_passes_then_nothing_but_a_new_invitation_is_asked(gesprek):
    niet = ging_niet_door(gesprek, status="niet_verschenen", oorzaak="", reden="Niemand deed open.")
    eerst = beeld_of(gesprek.dossier_id)

    for dag in (16, 20, 28):
        herbeoordeel([gesprek.dossier_id], peildatum=date(2022, 2, dag))

    assert beeld_of(gesprek.dossier_id) == eerst
    assert plan_opnieuw(niet).vervangt == niet


def test_given_a_talk_planned_again_when_planned_once_more_then_it_is_refused(gesprek):
    niet = ging_niet_door(gesprek)
    plan_opnieuw(niet)

    with pytest.raises(GesprekStaatVast):
        plan_opnieuw(niet, moment="extra")


@pytest.mark.parametrize("van", ["gepland", "ander_dossier"])
def test_given_a_talk_that_cannot_be_replaced_when_planned_then_it_is_refused(gesprek, van):
    ander = GesprekFactory(status="niet_verschenen")
    vervangt = gesprek.pk if van == "gepland" else ander.pk

    with pytest.raises(GesprekStaatVast):
        plan_opnieuw(gesprek, moment="extra", vervangt_id=vervangt)


def test_given_the_page_of_a_missing_interpreter_when_posted_then_the_new_plan_is_ready_to_fill_in(
    regie, gesprek
):
    def adres(naam):
        return reverse(f"vertrekgesprek:{naam}", args=[gesprek.dossier_id, gesprek.pk])

    pagina = regie.get(adres("niet-gevoerd") + "?oorzaak=tolk")
    antwoord = regie.post(
        adres("niet-gevoerd"),
        {"versie": "1", "status": "niet_doorgegaan", "oorzaak": "tolk", "reden": "De tolk kwam niet."},
    )
    nieuw = regie.get(antwoord["Location"])
    regie.post(antwoord["Location"], FORMULIER | {"na": str(gesprek.pk)})

    assert (pagina.context["form"]["status"].value(), pagina.context["form"]["oorzaak"].value()) == (
        "niet_doorgegaan",
        "tolk",
    )
    begin = nieuw.context["form"].initial
    assert [begin[veld] for veld in ("moment", "plaats", "taal")] == ["tweede", gesprek.plaats, "ar"]
    assert Gesprek.objects.get(vervangt=gesprek).gepland_op == date(2022, 2, 22)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"tolk_bestelling": ""}, "De tolk is nog niet besteld."),
        ({"tolk_bestelling": "", "tolk_besteld_op": date(2022, 2, 8)}, ""),
        ({"tolk_bestelling": "", "tolk_gepland": "geen"}, ""),
    ],
)
def test_given_a_planned_talk_when_listed_then_a_missing_order_is_said(regie, gesprek, anders, zin):
    extra = GesprekFactory(dossier=gesprek.dossier, moment="extra", gepland_op=date(2022, 2, 20), **anders)

    pagina = regie.get(reverse("vertrekgesprek:lijst", args=[gesprek.dossier_id]))

    assert [(r.gesprek, r.toelichting) for r in pagina.context["andere"]] == [(extra, zin)]


@pytest.mark.parametrize("na", ["onzin", "0f0e0d0c-0000-4000-8000-000000000000"])
def test_given_a_strange_talk_in_the_address_when_planning_then_there_is_no_page(regie, gesprek, na):
    adres = reverse("vertrekgesprek:nieuw", args=[gesprek.dossier_id])

    assert regie.get(f"{adres}?na={na}").status_code == 404


def test_given_the_page_of_the_interpreter_when_posted_wrong_then_all_is_kept_and_when_right_it_is_there(
    regie, gesprek
):
    adres = reverse("vertrekgesprek:tolk", args=[gesprek.dossier_id, gesprek.pk])
    goed = {
        "versie": "1", "tolk_gepland": "aanwezig", "tolk_bestelling": "tolk 7", "tolk_besteld_op_dag": "9",
        "tolk_besteld_op_maand": "2", "tolk_besteld_op_jaar": "2022",
    }  # fmt: skip

    fout = regie.post(adres, goed | {"tolk_besteld_op_jaar": "2023"})
    oud = regie.post(adres, goed | {"versie": "7"})
    klaar = regie.post(adres, goed)

    assert (fout.status_code, oud.status_code, klaar.status_code) == (422, 409, 302)
    assert fout.context["form"]["tolk_bestelling"].value() == "tolk 7"
    gesprek.refresh_from_db()
    assert gesprek.tolk_besteld_op == date(2022, 2, 9)
