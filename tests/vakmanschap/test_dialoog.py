"""Dialogue: about a picture that stays as it was told, with an outcome that reaches the Inspectie and names nobody."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie.models import Publicatie
from verantwoord.kwaliteit.spreiding.beeld import Stip, maak_beeld
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vakmanschap import models
from verantwoord.vakmanschap.dialoog import actions, queries
from verantwoord.vakmanschap.dialoog.rapport import rapportgegevens
from verantwoord.vakmanschap.dialoog.tonen import beeldregels, wie
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.models import Dialoog
from verantwoord.vakmanschap.navertelling import HerkenbareTekst

pytestmark = pytest.mark.django_db
VOORAF, OP = date(2022, 5, 10), date(2022, 5, 20)
TABELLEN = ("Dialoog", "Genodigde", "Voorbeeld", "Dialoogafspraak", "Reactie")


def vertel(code, *, som=30):
    """Tell a distribution of seven regievoerders in one place."""
    stippen = [Stip("azc Assen", 1, 12, som + n) for n in range(7)]
    beeld = maak_beeld("gesprekken", code, per_plek=stippen, per_team=stippen, overal=stippen)
    for onderdeel, inhoud in (("spreiding:gesprekken", beeld.als_json()), ("teksten", {})):
        Publicatie.objects.create(kwartaal=code, onderdeel=onderdeel, inhoud=inhoud)


@pytest.fixture
def manager():
    vertel("2022-K1")
    return MedewerkerFactory(manager=True)


@pytest.fixture
def collega(manager):
    return MedewerkerFactory(team=manager.team)


@pytest.fixture
def inspecteur():
    return MedewerkerFactory(inspectie=True)


def plan(manager, **anders):
    velden = {
        "maat": "gesprekken",
        "kwartaal": Kwartaal(2022, 1),
        "vraag": "Waardoor verschilt het aantal gesprekken?",
        "op": OP,
        "tijd": None,
        "plaats": "Zaal 2",
        "teams": [manager.team_id],
        "rapport_voor": date(2022, 6, 17),
        "peildatum": VOORAF,
    }
    return actions.plan_dialoog(door=manager, **velden | anders)


def houd(dialoog, manager):
    """Write an outcome and an agreement."""
    actions.write_uitkomst(
        door=manager,
        dialoog_id=dialoog.pk,
        uitkomst="Tolken zijn vaak laat.",
        aanwezig=6,
        versie=1,
        peildatum=OP,
    )
    return actions.agree(
        door=manager, dialoog_id=dialoog.pk, wat="Tolken een week eerder bestellen", eigenaar="team",
        uiterlijk=date(2022, 7, 1),
    )  # fmt: skip


def geef_verslag(manager):
    dialoog = plan(manager)
    houd(dialoog, manager)
    return actions.report_dialoog(door=manager, dialoog_id=dialoog.pk, peildatum=OP)


def test_given_a_distribution_when_planning_then_the_picture_stays_as_it_was_told(manager, collega):
    dialoog = plan(manager)

    assert dialoog.beeld["regels"][0] == {
        "naam": "azc Assen", "aantal": 7, "dossiers": 85, "mediaan": 2.8, "midden": [2.7, 2.8],
    }  # fmt: skip
    assert [g.medewerker for g in dialoog.genodigden.exclude(medewerker=manager)] == [collega]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": date(2022, 5, 9)}, "op"),
        ({"rapport_voor": date(2022, 5, 19)}, "rapport_voor"),
        ({"kwartaal": Kwartaal(2021, 4)}, "kwartaal"),
        ({"teams": []}, "teams"),
    ],
)
def test_given_something_that_cannot_be_when_planning_then_it_is_said_at_the_field(
    manager, collega, anders, veld
):
    with pytest.raises(KanNiet) as fout:
        plan(manager, **anders)

    assert fout.value.veld == veld


def test_given_a_regievoerder_when_planning_or_leading_then_it_is_refused(manager, collega):
    dialoog = plan(manager)

    with pytest.raises(GeenToegang):
        plan(collega)
    with pytest.raises(GeenToegang):
        actions.write_uitkomst(
            door=collega, dialoog_id=dialoog.pk, uitkomst="x", aanwezig=4, versie=1, peildatum=OP
        )


def test_given_a_text_that_leads_to_a_person_when_told_then_it_is_refused(manager, collega):
    dialoog = plan(manager)

    with pytest.raises(HerkenbareTekst):
        actions.tell_voorbeeld(
            door=collega, dialoog_id=dialoog.pk, navertelling="In dossier D-2022-000123 ging het zo."
        )


def test_given_two_screens_when_both_write_the_outcome_then_the_second_sees_the_first(manager, collega):
    dialoog = plan(manager)
    houd(dialoog, manager)

    with pytest.raises(AlVeranderd) as fout:
        actions.write_uitkomst(
            door=manager, dialoog_id=dialoog.pk, uitkomst="Anders.", aanwezig=6, versie=1, peildatum=OP
        )

    assert fout.value.bewaard == {"uitkomst": "Tolken zijn vaak laat."}


def test_given_a_session_to_come_when_writing_an_outcome_then_it_waits_for_its_day(manager, collega):
    dialoog = plan(manager)

    with pytest.raises(KanNiet):
        actions.write_uitkomst(
            door=manager,
            dialoog_id=dialoog.pk,
            uitkomst="Al bedacht.",
            aanwezig=6,
            versie=1,
            peildatum=VOORAF,
        )


def test_given_no_outcome_or_agreement_when_reporting_then_it_is_refused(manager, collega):
    dialoog = plan(manager)

    with pytest.raises(KanNiet):
        actions.report_dialoog(door=manager, dialoog_id=dialoog.pk, peildatum=OP)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dialoog.objects.filter(pk=dialoog.pk).update(gerapporteerd_op=OP)


def test_given_a_report_when_writing_on_then_nothing_changes_but_what_was_kept(manager, collega):
    dialoog = geef_verslag(manager)

    with pytest.raises(KanNiet):
        actions.tell_voorbeeld(door=collega, dialoog_id=dialoog.pk, navertelling="Nog een.")
    gedaan = actions.mark_nagekomen(
        door=manager, afspraak_id=dialoog.afspraken.get().pk, peildatum=date(2022, 6, 1)
    )
    assert gedaan.gedaan_op == date(2022, 6, 1)


def test_given_sessions_when_each_asks_the_database_for_all_then_the_inspectie_sees_reports_and_nobody_in_them(
    manager, collega, inspecteur
):
    buiten = MedewerkerFactory(team=TeamFactory())
    plan(manager)
    verslag = geef_verslag(manager)
    actions.respond_to_report(door=inspecteur, dialoog_id=verslag.pk, tekst="Gelezen.", peildatum=OP)

    def ziet(wie):
        with transactie_van(wie):
            return {naam: n for naam in TABELLEN if (n := getattr(models, naam).objects.count())}

    assert ziet(collega) == {"Dialoog": 2, "Genodigde": 4, "Dialoogafspraak": 1, "Reactie": 1}
    assert ziet(inspecteur) == {"Dialoog": 1, "Dialoogafspraak": 1, "Reactie": 1}
    assert ziet(buiten) == ziet(None) == {}


def test_given_the_report_when_read_as_a_document_then_it_holds_the_outcome_and_no_name_of_staff(
    client, manager, collega, inspecteur
):
    dialoog = geef_verslag(manager)
    client.force_login(inspecteur)

    antwoord = client.get(reverse("dialoog:pdf", args=[dialoog.pk]))

    assert antwoord.content.startswith(b"%PDF-1.7")
    tekst = json.dumps(rapportgegevens(dialoog, [], list(dialoog.afspraken.all())), ensure_ascii=False)
    assert "Tolken een week eerder bestellen" in tekst
    assert not [wie.naam for wie in (manager, collega, inspecteur) if wie.naam in tekst]


@pytest.mark.parametrize(
    ("aanwezig", "teams", "gezegd"),
    [
        (None, 1, "–"),
        (4, 1, "minder dan 5 mensen uit één team"),
        (5, 1, "5 mensen uit één team"),
        (12, 2, "12 mensen uit 2 teams"),
    ],
)
def test_given_a_session_when_the_report_says_who_was_there_then_a_few_are_not_counted_out(
    aanwezig, teams, gezegd
):
    assert wie(Dialoog(aanwezig=aanwezig, teams=teams)) == gezegd


def test_given_few_teams_when_the_picture_is_shown_then_it_says_of_what_there_were_too_few():
    regels = [{"naam": naam, "niet_getoond": "klein"} for naam in ("regievoerders", "teams", "locaties")]

    redenen = [regel.reden for regel in beeldregels(Dialoog(beeld={"regels": regels}))]

    assert redenen == [
        "niet getoond: minder dan 5 regievoerders",
        "niet getoond: minder dan 5 teams met genoeg regievoerders",
        "niet getoond: minder dan 5 locaties met genoeg regievoerders",
    ]


def test_given_an_agreement_when_its_day_is_past_then_the_page_says_so_until_it_is_done(
    client, manager, collega, inspecteur, monkeypatch
):
    dialoog = geef_verslag(manager)
    client.force_login(inspecteur)
    adres = reverse("dialoog:een", args=[dialoog.pk])
    bladen = []
    for dag in (date(2022, 7, 1), date(2022, 7, 4)):
        monkeypatch.setattr(timezone, "localdate", lambda *_, dag=dag: dag)
        bladen.append(client.get(adres).content.decode())
    dialoog.afspraken.update(gedaan_op=date(2022, 7, 4))
    bladen.append(client.get(adres).content.decode())

    assert ["3 dagen te laat" in blad for blad in bladen] == [False, True, False]


def test_given_later_figures_when_the_session_is_opened_then_they_stand_beside_the_first(
    client, manager, monkeypatch
):
    collega = MedewerkerFactory(team=manager.team)
    dialoog = plan(manager)
    vertel("2022-K2", som=36)
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2022, 8, 1))
    client.force_login(collega)

    pagina = client.get(reverse("dialoog:een", args=[dialoog.pk]))

    assert pagina.context["verloop"].regels == (
        ("2022, kwartaal 1", "vóór de sessie", "2,8", "2,7 tot 2,8"),
        ("2022, kwartaal 2", "na de sessie", "3,3", "3,2 tot 3,3"),
    )


def test_given_somebody_else_when_opening_a_session_then_it_is_not_found(client, manager, collega):
    dialoog = plan(manager)
    client.force_login(MedewerkerFactory(team=TeamFactory()))

    codes = {
        client.get(reverse(f"dialoog:{naam}", args=[dialoog.pk])).status_code
        for naam in ("een", "pdf", "uitkomst", "voorbeeld", "afspraak", "reageren")
    }

    assert codes == {404}


@pytest.mark.parametrize(
    ("op", "wacht"), [(date(2022, 6, 9), 0), (date(2022, 6, 10), 1), (date(2022, 6, 18), 1)]
)
def test_given_an_outcome_that_was_not_reported_when_its_day_comes_near_then_it_is_due(
    manager, collega, op, wacht
):
    plan(manager)

    assert queries.te_rapporteren(op=op).count() == wacht
    geef_verslag(manager)
    assert queries.te_rapporteren(op=op).count() == wacht
