"""An onderzoek from its question to its draw: who sees it, what each step asks, and what a draw leaves behind."""

from hashlib import sha256

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.inspectie.factories import maak_getrokken, maak_onderzoek, mensen_van
from verantwoord.dossier.models import Verblijfplaats
from verantwoord.gebeurtenis.logboek import ontsleutel
from verantwoord.gebeurtenis.models import Gebeurtenis, Verwerkingsregel
from verantwoord.inspectie import actions, queries
from verantwoord.inspectie.fouten import IntussenGewijzigd, OnderzoekKanNiet, OnderzoekWeg
from verantwoord.inspectie.models import Getrokken, Onderzoek
from verantwoord.inspectie.voortgang import ontbreekt
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossiers():
    """Five dossiers in Assen and two in Gilze, received before the day of the draw."""
    alle = DossierFactory.create_batch(7)
    Verblijfplaats.objects.filter(dossier__in=alle[5:]).update(locatie="Gilze")
    return alle


@pytest.mark.parametrize("trait", ["manager", "beheerder", "coa", "fg", None])
def test_given_somebody_who_is_no_inspecteur_when_starting_then_refused(trait):
    wie = MedewerkerFactory(**({trait: True} if trait else {}))

    with pytest.raises(GeenToegang):
        actions.start_onderzoek(door=wie, op=maak_onderzoek().gestart_op, titel="X", vraag="Y")


def test_given_another_inspecteur_when_looking_then_the_onderzoek_is_not_there():
    onderzoek = maak_onderzoek()
    ander = MedewerkerFactory(inspectie=True)

    assert list(queries.onderzoeken_of(viewer=ander)) == []
    with pytest.raises(Onderzoek.DoesNotExist):
        queries.onderzoek_of(onderzoek.pk, viewer=ander)
    with pytest.raises(OnderzoekWeg):
        actions.choose_normen(onderzoek.pk, door=ander, normen=[])


def test_given_who_stopped_working_on_it_when_looking_then_it_is_not_there_any_more():
    onderzoek = maak_onderzoek()
    leider, tweede = mensen_van(onderzoek)
    rij = onderzoek.onderzoekers.get(medewerker=tweede)

    actions.end_onderzoeker(onderzoek.pk, door=leider, onderzoeker_id=rij.pk)

    assert list(queries.onderzoeken_of(viewer=tweede)) == []
    assert [o.pk for o in queries.onderzoeken_of(viewer=leider)] == [onderzoek.pk]


def test_given_one_leader_when_that_one_would_stop_then_refused_and_a_second_onderzoeker_may_not_add_people():
    onderzoek = maak_onderzoek()
    leider, tweede = mensen_van(onderzoek)

    with pytest.raises(OnderzoekKanNiet, match="heeft een leider nodig"):
        actions.end_onderzoeker(
            onderzoek.pk, door=leider, onderzoeker_id=onderzoek.onderzoekers.get(medewerker=leider).pk
        )
    with pytest.raises(OnderzoekKanNiet, match="leider van het onderzoek"):
        actions.add_onderzoeker(onderzoek.pk, door=tweede, medewerker_id=MedewerkerFactory(inspectie=True).pk)
    with pytest.raises(OnderzoekKanNiet, match="alleen inspecteurs"):
        actions.add_onderzoeker(onderzoek.pk, door=leider, medewerker_id=MedewerkerFactory().pk)


def test_given_a_bare_onderzoek_when_asked_what_is_missing_then_each_thing_has_its_sentence():
    leider = MedewerkerFactory(inspectie=True)
    onderzoek = actions.start_onderzoek(door=leider, op=maak_onderzoek().gestart_op, titel="X", vraag="Y")

    assert [zin.split()[0] for zin in ontbreekt(onderzoek)] == ["Schrijf", "Kies", "Kies", "Voeg"]
    with pytest.raises(OnderzoekKanNiet, match="nog niet klaar"):
        actions.next_stand(onderzoek.pk, door=leider)


def test_given_a_colleague_who_was_first_when_saving_then_both_texts_are_kept():
    onderzoek = maak_onderzoek()
    leider, tweede = mensen_van(onderzoek)
    velden = {
        "titel": onderzoek.titel,
        "deelvragen": onderzoek.deelvragen,
        "afbakening": "",
        "peildatum": onderzoek.peildatum,
    }
    actions.change_onderzoek(onderzoek.pk, door=tweede, versie=1, vraag="Van een collega?", **velden)

    with pytest.raises(IntussenGewijzigd) as fout:
        actions.change_onderzoek(onderzoek.pk, door=leider, versie=1, vraag="Van mij?", **velden)

    assert (fout.value.bewaard["vraag"], fout.value.versie) == ("Van een collega?", 2)


def test_given_a_plan_when_the_rest_was_added_first_then_it_still_stands_last():
    onderzoek = maak_onderzoek()
    leider, _tweede = mensen_van(onderzoek)

    actions.keep_stratum(onderzoek.pk, door=leider, naam="overig", aantal=1)
    actions.keep_stratum(onderzoek.pk, door=leider, naam="azc", aantal=2, locaties=["Assen"])

    assert list(onderzoek.strata.values_list("naam", "volgorde")) == [("azc", 1), ("overig", 2)]
    with pytest.raises(OnderzoekKanNiet, match="neemt al iedereen"):
        actions.keep_stratum(onderzoek.pk, door=leider, naam="ook overig", aantal=1)
    with pytest.raises(DomeinFout, match="spatie aan het begin"):
        actions.keep_stratum(onderzoek.pk, door=leider, naam=" b", aantal=1, locaties=["Gilze"])


def test_given_a_seed_when_the_proposer_agrees_alone_or_the_plan_is_touched_then_refused(dossiers):
    onderzoek = maak_onderzoek()
    leider, tweede = mensen_van(onderzoek)
    stratum = actions.keep_stratum(onderzoek.pk, door=leider, naam="azc", aantal=2, locaties=["Assen"])
    actions.next_stand(onderzoek.pk, door=leider)
    actions.propose_seed(onderzoek.pk, door=leider)

    with pytest.raises(OnderzoekKanNiet, match="stelde deze seed zelf voor"):
        actions.agree_seed(onderzoek.pk, door=leider)
    with pytest.raises(OnderzoekKanNiet, match="moet eerst akkoord gaan"):
        actions.trek_onderzoek(onderzoek.pk, door=leider)
    with pytest.raises(OnderzoekKanNiet, match="Het plan staat vast"):
        actions.remove_stratum(onderzoek.pk, door=tweede, stratum_id=stratum.pk)
    assert not Getrokken.objects.exists()


@pytest.mark.parametrize(
    ("stratum", "melding"),
    [
        ({"aantal": 1, "locaties": ["Assen", "Asen"]}, "Op de locatie Asen"),
        ({"aantal": 900, "locaties": ["Assen"]}, "zitten minder dan 900 dossiers"),
    ],
)
def test_given_a_plan_that_cannot_be_drawn_when_a_seed_is_asked_then_it_says_why_and_the_plan_stays_open(
    stratum, melding, dossiers
):
    onderzoek = maak_onderzoek()
    leider, _tweede = mensen_van(onderzoek)
    actions.keep_stratum(onderzoek.pk, door=leider, naam="azc", **stratum)

    with pytest.raises(DomeinFout, match=melding):
        actions.propose_seed(onderzoek.pk, door=leider)

    assert not onderzoek.seedafspraken.exists()


def test_given_a_seed_taken_back_when_looking_then_it_stays_with_its_reason(dossiers):
    onderzoek = maak_onderzoek()
    leider, _tweede = mensen_van(onderzoek)
    actions.keep_stratum(onderzoek.pk, door=leider, naam="azc", aantal=2, locaties=["Assen"])
    eerst = actions.propose_seed(onderzoek.pk, door=leider)

    actions.withdraw_seed(onderzoek.pk, door=leider, reden="Het plan was te klein.")
    daarna = actions.propose_seed(onderzoek.pk, door=leider)

    rijen = list(onderzoek.seedafspraken.order_by("pk").values_list("pk", "reden"))
    assert rijen == [(eerst.pk, "Het plan was te klein."), (daarna.pk, "")]


def test_given_two_who_agreed_when_drawn_then_the_draw_is_that_of_the_command_and_is_there_once(dossiers):
    onderzoek = maak_getrokken()
    leider, _tweede = mensen_van(onderzoek)
    trekking = onderzoek.trekking

    zelfde = actions.draw_steekproef(
        door=leider, plan=queries.plan_van(onderzoek, seed=trekking.seed), peildatum=trekking.peildatum
    )

    rijen = trekking.getrokken.select_related("dossier", "stratum")
    assert [(g.stratum.naam, g.dossier.nummer, g.gewicht) for g in rijen] == [
        (g.stratum, g.dossiernummer, g.gewicht) for g in zelfde.trekking
    ]
    assert trekking.strata == [
        {"naam": "azc", "aantal": 2, "populatie": 5},
        {"naam": "overig", "aantal": 1, "populatie": 2},
    ]
    with pytest.raises(OnderzoekKanNiet, match="al getrokken"):
        actions.trek_onderzoek(onderzoek.pk, door=leider)
    with pytest.raises(OnderzoekKanNiet, match="blijft zoals die is"):
        actions.withdraw_seed(onderzoek.pk, door=leider, reden="Bevalt niet.")


def test_given_a_draw_when_its_traces_are_read_then_no_dossier_tells_who_treats_it_and_the_log_accounts_for_each(
    dossiers,
):
    onderzoek = maak_getrokken()
    getrokken = set(onderzoek.trekking.getrokken.values_list("dossier_id", flat=True))

    regels = Verwerkingsregel.objects.filter(naam="steekproef.getrokken")
    assert {ontsleutel(bytes(regel.betrokkene)) for regel in regels} == getrokken
    assert not Gebeurtenis.objects.filter(dossier_id__in=getrokken).exists()
    assert not Inzage.objects.filter(dossier_id__in=getrokken).exists()
    namen = " ".join(str(g.gegevens) for g in Gebeurtenis.objects.all())
    assert [d.nummer for d in dossiers if d.nummer in namen] == []
    assert str(onderzoek.trekking.seed) not in namen


def test_given_a_draw_when_calculated_again_then_it_is_the_same_until_the_population_changes(dossiers):
    onderzoek = maak_getrokken()
    leider, _tweede = mensen_van(onderzoek)

    eerst = queries.reken_na(onderzoek.trekking, viewer=leider)
    DossierFactory()
    daarna = queries.reken_na(onderzoek.trekking, viewer=leider)

    assert (eerst.zelfde_populatie, eerst.zelfde_trekking) == (True, True)
    assert (daarna.zelfde_populatie, daarna.populatie) == (False, 8)


def test_given_a_dossier_that_cannot_be_read_when_replaced_then_the_next_in_the_order_stands_in_its_place(
    dossiers,
):
    onderzoek = maak_getrokken()
    leider, _tweede = mensen_van(onderzoek)
    weg = onderzoek.trekking.getrokken.filter(stratum__naam="azc").first()
    seed = onderzoek.trekking.seed

    erbij = actions.replace_getrokken(weg.pk, door=leider, reden="Het dossier is leeg.")

    nummers = queries.tel_populatie(onderzoek, viewer=leider).per_stratum["azc"]
    volgorde = sorted(nummers, key=lambda nummer: sha256(f"{seed}:{nummer}".encode()).digest())
    assert (erbij.volgorde, erbij.gewicht, erbij.vervangt_id) == (3, weg.gewicht, weg.pk)
    assert erbij.dossier.nummer == volgorde[2]
    assert Gebeurtenis.objects.get(soort="steekproef.vervangen").gegevens == {"zelfde_populatie": True}
    with pytest.raises(OnderzoekWeg, match="al vervangen"):
        actions.replace_getrokken(weg.pk, door=leider, reden="Nog eens.")
    with pytest.raises(OnderzoekWeg):
        actions.replace_getrokken(erbij.pk, door=MedewerkerFactory(inspectie=True), reden="Van buiten.")


def test_given_a_stratum_that_was_drawn_whole_when_replacing_then_it_is_said_that_there_is_no_next(dossiers):
    onderzoek = maak_getrokken(aantal=5)
    leider, _tweede = mensen_van(onderzoek)
    weg = onderzoek.trekking.getrokken.filter(stratum__naam="azc").first()

    with pytest.raises(OnderzoekKanNiet, match="Er is geen volgende"):
        actions.replace_getrokken(weg.pk, door=leider, reden="Het dossier is leeg.")
