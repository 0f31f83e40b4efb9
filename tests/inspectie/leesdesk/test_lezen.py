"""Reading: copies without names, two who are blind to each other, a third where they differ. The database keeps to it too."""

import re

import pytest
from django.db import DatabaseError, connection, transaction

from tests.dossier.factories import MedewerkerFactory
from tests.inspectie.leesdesk.proef import JA, NEE, OP, Proef, dossier_met_inhoud, gezien_door
from verantwoord.gebeurtenis.logboek import ontsleutel
from verantwoord.gebeurtenis.models import Gebeurtenis, Verwerkingsregel
from verantwoord.inspectie.fouten import IntussenGewijzigd, OnderzoekKanNiet, OnderzoekWeg
from verantwoord.inspectie.leesdesk import actions, bibliotheek, queries
from verantwoord.inspectie.leesdesk.maken import make_exemplaren
from verantwoord.inspectie.leesdesk.models import (
    Beoordeling,
    Herkomst,
    Leesbeurt,
    Leesexemplaar,
    Leessleutel,
    Meetwaarde,
    Verborgen,
)
from verantwoord.inspectie.models import Getrokken, Onderzoeker
from verantwoord.inspectie.voortgang import ontbreekt
from verantwoord.kwaliteit.queries import meet
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
# One that mostly finds them by itself; the property of known names is tested in test_pseudonimiseren.
deduce = pytest.mark.skipif(not bibliotheek.is_er(), reason="deduce is not there for this Python")


@pytest.fixture
def proef():
    return Proef()


@pytest.fixture
def gemaakt(proef):
    make_exemplaren(proef.onderzoek.pk, door=proef.leider)
    return proef


@deduce
def test_given_drawn_dossiers_when_copies_are_made_then_nothing_of_them_says_whose_they_are(gemaakt):
    teksten = {e.code: str(e.inhoud) for e in gemaakt.exemplaren()}

    assert list(teksten) == ["L-001", "L-002", "L-003", "L-004"]
    for dossier in gemaakt.dossiers:
        for tekst in teksten.values():
            plat = re.sub(r"[\W_]", "", tekst).lower()
            for kanarie in (
                dossier.persoon.achternaam,
                dossier.persoon.voornamen,
                dossier.persoon.v_nummer,
                dossier.nummer,
                dossier.regievoerder.naam,
                "Assen",
                "Irak",
                "Pahlavan",
            ):
                assert re.sub(r"[\W_]", "", kanarie).lower() not in plat
    tekst = teksten["L-001"]
    assert ("3 maart 2022" in tekst, "Ik wil kapper worden." in tekst) == (True, True)
    assert {e.middel for e in gemaakt.exemplaren()} == {"pseudoniem/2 deduce/3.0.6"}


@deduce
def test_given_copies_when_made_again_then_they_stay_and_each_dossier_is_accounted_for_in_the_log_alone(
    gemaakt,
):
    was = [(e.code, e.sha256) for e in gemaakt.exemplaren()]

    assert make_exemplaren(gemaakt.onderzoek.pk, door=gemaakt.leider) == 0
    assert [(e.code, e.sha256) for e in gemaakt.exemplaren()] == was
    regels = Verwerkingsregel.objects.filter(naam="steekproef.leesexemplaar")
    assert sorted(ontsleutel(bytes(r.betrokkene)) for r in regels) == sorted(d.pk for d in gemaakt.dossiers)
    assert not Gebeurtenis.objects.filter(soort__startswith="steekproef", dossier_id__isnull=False).exists()
    assert not Inzage.objects.filter(dossier_id__in=[d.pk for d in gemaakt.dossiers]).exists()


def test_given_no_library_when_copies_are_asked_then_it_says_so_and_makes_none(proef, monkeypatch):
    monkeypatch.setattr(bibliotheek, "_geladen", [])
    monkeypatch.setattr(bibliotheek, "is_er", lambda: False)

    with pytest.raises(bibliotheek.GeenBibliotheek, match="deduce"):
        make_exemplaren(proef.onderzoek.pk, door=proef.leider)

    assert not Leesexemplaar.objects.filter(gemaakt_op__isnull=False).exists()


@deduce
def test_given_a_copy_when_read_then_who_is_an_event_and_whose_dossier_only_a_line_of_the_log(gemaakt):
    exemplaar = gemaakt.exemplaren()[0]
    dossier_id = Herkomst.objects.get(leesexemplaar=exemplaar).getrokken.dossier_id

    actions.record_gelezen(exemplaar, door=gemaakt.een)

    gebeurtenis = Gebeurtenis.objects.get(soort="steekproef.gelezen")
    (regel,) = Verwerkingsregel.objects.filter(audit_id=str(gebeurtenis.pk))
    assert (gebeurtenis.door, gebeurtenis.onderwerp_id) == (gemaakt.een.gebruikersnaam, str(exemplaar.pk))
    assert (gebeurtenis.dossier_id, gebeurtenis.gegevens) == (None, {})
    assert (ontsleutel(bytes(regel.betrokkene)), regel.activiteit) == (dossier_id, "kwaliteit-1")


def test_given_two_assessors_when_one_is_done_then_neither_sees_the_other_in_the_database_until_both_are(
    proef,
):
    code = "L-001"
    proef.oordeel(code, proef.een, NEE)
    proef.oordeel(code, proef.twee, JA, afronden=False)

    voor = {wie: _wat_ziet(wie, code) for wie in (proef.een, proef.twee, proef.leider)}
    proef.oordeel(code, proef.twee, JA)
    na = {wie: _wat_ziet(wie, code) for wie in (proef.een, proef.twee, proef.leider)}

    assert voor == {proef.een: {(1, NEE)}, proef.twee: {(2, JA)}, proef.leider: set()}
    assert na == {key: {(1, NEE), (2, JA)} for key in (proef.een, proef.twee, proef.leider)}


def _wat_ziet(wie, code):
    """Past every filter of the program: what the database itself shows this person."""
    with gezien_door(wie):
        return set(
            Beoordeling.objects.filter(leesbeurt__leesexemplaar__code=code).values_list(
                "leesbeurt__plek", "oordeel"
            )
        )


def test_given_who_is_not_of_the_onderzoek_when_asked_then_the_database_shows_nothing_at_all(proef):
    proef.oordeel("L-001", proef.een, NEE)
    proef.oordeel("L-001", proef.twee, NEE)
    buiten = MedewerkerFactory(inspectie=True)
    weg = Onderzoeker.objects.get(medewerker=proef.een)
    weg.tot = weg.sinds
    weg.save()

    gezien = {}
    for naam, wie in (
        ("inspecteur", buiten),
        ("manager", MedewerkerFactory(manager=True)),
        ("weg", proef.een),
    ):
        with gezien_door(wie):
            gezien[naam] = [
                Leesexemplaar.objects.count(),
                Leesbeurt.objects.exclude(medewerker=wie).count(),
                Getrokken.objects.count(),
            ]

    assert gezien == {key: [0, 0, 0] for key in gezien}


@deduce
def test_given_an_assessor_when_asking_the_database_then_key_origin_and_measure_are_not_there(gemaakt):
    with gezien_door(gemaakt.een):
        voor = [soort.objects.count() for soort in (Leessleutel, Herkomst, Meetwaarde, Verborgen)]
    gemaakt.oordeel("L-001", gemaakt.een, NEE)
    gemaakt.oordeel("L-001", gemaakt.twee, NEE)
    with gezien_door(gemaakt.een):
        na = [soort.objects.count() for soort in (Leessleutel, Herkomst, Meetwaarde, Verborgen)]

    assert (voor, na) == ([0, 0, 0, 0], [0, 0, 1, 0])
    assert Meetwaarde.objects.count() == 4


def test_given_a_finished_turn_when_changed_by_whatever_road_then_the_database_refuses(proef):
    beurt = proef.oordeel("L-001", proef.een, NEE)

    for doe in (
        lambda: Beoordeling.objects.filter(leesbeurt=beurt).update(oordeel=JA),
        lambda: Leesbeurt.objects.filter(pk=beurt.pk).update(afgerond_op=None),
        lambda: Leesbeurt.objects.filter(pk=proef.beurt("L-002", proef.een).pk).update(
            medewerker=proef.leider
        ),
        lambda: Leesbeurt.objects.create(leesexemplaar=beurt.leesexemplaar, medewerker=proef.leider, plek=3),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            doe()
    with pytest.raises(OnderzoekKanNiet):
        proef.oordeel("L-001", proef.een, JA)


def test_given_half_a_judgment_when_finished_then_it_is_asked_and_the_draft_is_kept(proef):
    beurt = proef.beurt("L-001", proef.een)
    eerste = actions.te_beoordelen(beurt)[0]

    with pytest.raises(OnderzoekKanNiet):
        actions.save_beurt(
            beurt.pk,
            door=proef.een,
            versie=1,
            ingevuld={eerste.pk: actions.Ingevuld(JA, "Ja.")},
            afronden=True,
        )
    actions.save_beurt(beurt.pk, door=proef.een, versie=1, ingevuld={eerste.pk: actions.Ingevuld(JA, "")})
    with pytest.raises(IntussenGewijzigd):
        actions.save_beurt(beurt.pk, door=proef.een, versie=1, ingevuld={})

    beurt.refresh_from_db()
    assert (beurt.versie, beurt.afgerond_op) == (2, None)
    assert [(b.oordeel, b.reden) for b in beurt.beoordelingen.all()] == [(JA, "")]


def test_given_a_difference_when_decided_then_only_by_one_who_is_neither_and_only_on_what_differs(proef):
    proef.oordeel("L-001", proef.een, JA)
    exemplaar = proef.exemplaren()[0]
    with pytest.raises(OnderzoekKanNiet):
        actions.take_beslissing(exemplaar.pk, door=proef.leider)
    proef.oordeel("L-001", proef.twee, {"schrijnend": NEE})

    for wie in (proef.een, proef.twee):
        with pytest.raises(OnderzoekKanNiet):
            actions.take_beslissing(exemplaar.pk, door=wie)
    derde = actions.take_beslissing(exemplaar.pk, door=proef.leider)

    assert [criterium.code for criterium in actions.te_beoordelen(derde)] == ["schrijnend"]
    assert actions.take_beslissing(exemplaar.pk, door=proef.leider) == derde
    proef.oordeel("L-001", proef.leider, NEE)
    (verschil,) = queries.verschillen(proef.onderzoek, viewer=proef.een)
    assert (verschil.exemplaar.code, verschil.mag_beslissen) == ("L-001", False)
    assert verschil.derde.afgerond_op is not None


def test_given_the_steps_of_an_onderzoek_when_reading_then_each_says_what_it_misses(proef):
    assert len(ontbreekt(proef.onderzoek)) == 2
    proef.lees_alles({"L-002": {"medisch": NEE}})
    assert ontbreekt(proef.onderzoek) == [
        "Over 1 dossier verschillen de beoordelaars nog. Een derde onderzoeker beslist."
    ]
    derde = actions.take_beslissing(proef.exemplaren()[1].pk, door=proef.leider)
    proef.oordeel("L-002", proef.leider, NEE)
    assert (derde.plek, ontbreekt(proef.onderzoek)) == (3, [])


def test_given_who_may_not_when_reading_is_begun_then_it_is_refused_with_what_to_do():
    proef = Proef(begin=False)
    begin = {"lezers": [proef.een.pk, proef.twee.pk]}

    with pytest.raises(GeenToegang):
        actions.start_lezen(proef.onderzoek.pk, door=MedewerkerFactory(), **begin)
    with pytest.raises(OnderzoekWeg):
        actions.start_lezen(proef.onderzoek.pk, door=MedewerkerFactory(inspectie=True), **begin)
    for lezers in ([proef.een.pk], [proef.een.pk, MedewerkerFactory(inspectie=True).pk]):
        with pytest.raises(OnderzoekKanNiet):
            actions.start_lezen(proef.onderzoek.pk, door=proef.leider, lezers=lezers)
    Onderzoeker.objects.filter(medewerker=proef.een).delete()
    with pytest.raises(OnderzoekKanNiet):
        actions.start_lezen(proef.onderzoek.pk, door=proef.leider, lezers=[proef.leider.pk, proef.twee.pk])

    assert not Leesexemplaar.objects.exists()


def test_given_three_assessors_when_dealt_out_then_pairs_take_turns_and_criteria_stay():
    proef = Proef(begin=False)
    vierde = MedewerkerFactory(inspectie=True)
    Onderzoeker.objects.create(onderzoek=proef.onderzoek, medewerker=vierde)

    actions.start_lezen(
        proef.onderzoek.pk, door=proef.leider, lezers=[proef.een.pk, proef.twee.pk, vierde.pk]
    )

    paren = [
        frozenset(exemplaar.beurten.values_list("medewerker", flat=True)) for exemplaar in proef.exemplaren()
    ]
    assert paren == [
        {proef.een.pk, proef.twee.pk},
        {proef.een.pk, vierde.pk},
        {proef.twee.pk, vierde.pk},
        {proef.een.pk, proef.twee.pk},
    ]
    with pytest.raises(OnderzoekKanNiet):
        actions.add_criterium(proef.onderzoek.pk, door=proef.leider, code="nieuw", vraag="En dit?")


def test_given_a_dossier_that_was_replaced_when_copies_are_asked_again_then_the_old_one_lapses(proef):
    exemplaar = proef.exemplaren()[0]
    weg = Herkomst.objects.get(leesexemplaar=exemplaar).getrokken
    erbij = Getrokken.objects.create(
        trekking=weg.trekking, stratum=weg.stratum, dossier=dossier_met_inhoud(), volgorde=9, gewicht=1.0,
        vervangt=weg, reden="Leeg dossier.", door=proef.leider,
    )  # fmt: skip

    actions.ask_exemplaren(proef.onderzoek.pk, door=proef.leider)

    exemplaar.refresh_from_db()
    nieuw = Leesexemplaar.objects.get(code="L-005")
    assert exemplaar.vervallen_op is not None
    assert (Herkomst.objects.get(leesexemplaar=nieuw).getrokken, nieuw.beurten.count()) == (erbij, 2)
    assert queries.voortgang(proef.onderzoek, viewer=proef.een).exemplaren == 4
    with pytest.raises(OnderzoekKanNiet):
        proef.oordeel("L-001", proef.een, JA)


@deduce
def test_given_a_name_that_slipped_through_when_reported_then_it_is_masked_at_once_and_kept_out_of_the_note(
    gemaakt,
):
    exemplaar = gemaakt.exemplaren()[0]
    was = exemplaar.sha256

    plaatsen = actions.mask_naam(exemplaar.pk, door=gemaakt.een, tekst="kapper")

    exemplaar.refresh_from_db()
    assert (plaatsen, "kapper" in str(exemplaar.inhoud), exemplaar.sha256 == was) == (1, False, False)
    assert "Ik wil [verborgen] worden." in str(exemplaar.inhoud)
    assert exemplaar.naammeldingen.get().plaatsen == 1
    gebeurtenis = Gebeurtenis.objects.get(soort="onderzoek.naam_verborgen")
    assert gebeurtenis.gegevens == {"exemplaar": exemplaar.code, "plaatsen": 1}
    for te_kort_of_weg in ("k", "staat er niet", "  "):
        with pytest.raises(OnderzoekKanNiet):
            actions.mask_naam(exemplaar.pk, door=gemaakt.een, tekst=te_kort_of_weg)
    with pytest.raises(OnderzoekWeg):
        actions.mask_naam(exemplaar.pk, door=MedewerkerFactory(inspectie=True), tekst="Ik")


@deduce
def test_given_a_copy_when_made_then_the_measure_of_that_day_is_kept_beside_it(gemaakt):
    meting = meet(tot=OP, viewer=None)

    gevonden = Meetwaarde.objects.values_list("delen", flat=True)

    assert sum(delen["medisch"] for delen in gevonden) == meting.delen["medisch"].aantal == 4
    assert {tuple(sorted(delen)) for delen in gevonden} == {tuple(sorted(meting.delen))}


def test_given_ones_own_file_when_taken_over_then_the_judgments_are_drafts_and_nobody_elses_are(proef):
    kop = "dossier,criterium,beoordelaar,oordeel\n"

    n = actions.import_oordelen(
        proef.onderzoek.pk, door=proef.een, inhoud=f"{kop}L-001,medisch,A,ja\nL-002,medisch,A,nee\n".encode()
    )
    for verkeerd in (
        "L-001,medisch,B,ja",
        "L-099,medisch,A,ja",
        "L-001,ander,A,ja",
        "L-001,medisch,A,misschien",
    ):
        with pytest.raises(OnderzoekKanNiet):
            actions.import_oordelen(proef.onderzoek.pk, door=proef.een, inhoud=f"{kop}{verkeerd}\n".encode())

    regels = queries.eigen_oordeelregels(proef.onderzoek, viewer=proef.een)
    assert (n, len(regels)) == (2, 4 * 6)
    assert [(r.dossier, r.oordeel) for r in regels if r.oordeel] == [("L-001", "ja"), ("L-002", "nee")]
    assert Leesbeurt.objects.filter(afgerond_op__isnull=False).count() == 0


def test_given_one_or_many_copies_when_progress_is_asked_then_the_queries_are_as_many(
    django_assert_num_queries,
):
    klein, groot = Proef(aantal=1), Proef(aantal=12)

    aantallen = []
    for proef in (klein, groot):
        for exemplaar in proef.exemplaren():
            proef.oordeel(exemplaar.code, proef.een, JA)
            proef.oordeel(exemplaar.code, proef.twee, {"medisch": NEE})
        connection.queries_log.clear()
        connection.force_debug_cursor = True
        queries.voortgang(proef.onderzoek, viewer=proef.een)
        queries.verschillen(proef.onderzoek, viewer=proef.een)
        queries.eigen_beurten(proef.onderzoek, viewer=proef.een)
        aantallen.append(len(connection.queries_log))
        connection.force_debug_cursor = False

    assert aantallen[0] == aantallen[1]
