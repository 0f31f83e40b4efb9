"""Words to read again: found in the report itself when somebody looks, kept nowhere, answered by a person."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory, compleet
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models.vervanging import Vervanging
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.signalen import Plek, lexiconversie
from verantwoord.vertrekgesprek import queries
from verantwoord.vertrekgesprek.actions import add_reactie, answer_passage, finish_gesprek
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.models import Klad, Passagebesluit

pytestmark = pytest.mark.django_db

OP = date(2022, 2, 16)
STIL = dict.fromkeys(("medisch", "buiten_schuld", "schrijnend", "mensenhandel"), "Niets.")
SCHRIJNEND = "Haar man is in maart op het azc overleden."
MEDISCH = "Zij heeft epilepsie."
WENS = "Zij zou graag een opleiding tot kleermaakster willen volgen."
HANDEL = "Zijn paspoort is afgepakt door de baas."
# What a look and a draft may leave behind; everything else stays as it was.
SPOREN = {
    "toegang_inzage", "gebeurtenis_verwerkingsregel", "vertrekgesprek_klad", "django_session", "usersessions_usersession"
}  # fmt: skip


def rond_af(gesprek, **anders):
    return finish_gesprek(
        door=gesprek.dossier.regievoerder, dossier_id=gesprek.dossier_id, gesprek_id=gesprek.pk, versie=0,
        verslag=compleet(**({"vragen": STIL, "eigen_woorden": "Ik zeg niets."} | anders)), peildatum=OP,
    )  # fmt: skip


@pytest.fixture
def af(gesprek):
    """A finished talk with words about one matter."""
    return rond_af(gesprek, eigen_woorden=SCHRIJNEND)


def open_plekken(gesprek, viewer=None):
    viewer = viewer or gesprek.dossier.regievoerder
    dit = queries.gesprek_of(gesprek.dossier_id, gesprek.pk, viewer=viewer)
    return [(p.vindplaats, p.terrein, p.citaat) for p in queries.open_passages_of(dit, viewer=viewer)]


def plek(tekst, terrein, vindplaats="eigen_woorden"):
    return Plek(vindplaats, terrein, 0, len(tekst))


def beslis(gesprek, waar, **anders):
    feiten = {"soort": "terzijde", "reden": "Hoort er niet bij."} | anders
    return answer_passage(
        door=gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        plek=waar,
        **feiten,
    )


def stuur(client, gesprek, waar, **anders):
    weg = reverse("vertrekgesprek:passage", args=[gesprek.dossier_id, gesprek.pk])
    return client.post(weg, waar._asdict() | anders)


def lees(client, gesprek):
    return client.get(reverse("vertrekgesprek:gesprek", args=[gesprek.dossier_id, gesprek.pk]))


def afdruk_van_alles():
    """Of every table how many rows it has and which transactions wrote them, but for the traces of looking."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
        )
        namen = sorted({naam for (naam,) in cursor.fetchall()} - SPOREN)
        stand = {}
        for naam in namen:
            cursor.execute(f'select count(*), coalesce(max(xmin::text::bigint), 0) from "{naam}"')
            stand[naam] = cursor.fetchone()
    return stand


def test_given_words_in_a_report_when_finished_then_a_person_is_asked_and_nothing_is_written(gesprek):
    rond_af(gesprek, eigen_woorden=SCHRIJNEND, overig=MEDISCH)

    assert open_plekken(gesprek) == [
        ("eigen_woorden", "schrijnend", SCHRIJNEND),
        ("blokken.overig", "medisch", MEDISCH),
    ]
    assert Passagebesluit.objects.count() == 0
    beeld = beeld_of(gesprek.dossier_id)
    assert (beeld.signalen, beeld.toetsingen, beeld.wensen) == ((), (), ())


def test_given_a_reaction_that_came_later_when_the_talk_is_read_then_its_words_are_asked_about_too(af):
    add_reactie(
        door=af.dossier.regievoerder, dossier_id=af.dossier_id, gesprek_id=af.pk, tekst=MEDISCH, vorm="mondeling",
        gegeven_op=OP, peildatum=OP,
    )  # fmt: skip

    assert [(terrein, citaat) for _waar, terrein, citaat in open_plekken(af)] == [
        ("schrijnend", SCHRIJNEND),
        ("medisch", MEDISCH),
    ]


def test_given_words_set_aside_when_read_again_then_only_her_act_is_kept_and_the_timeline_does_not_say_about_what(
    af,
):
    beslis(af, plek(SCHRIJNEND, "schrijnend"), reden="Al gewogen in de toetsing van maart.")

    besluit = Passagebesluit.objects.get()
    assert (besluit.soort, besluit.terrein, besluit.citaat, besluit.reden, besluit.lexicon) == (
        "terzijde", "schrijnend", SCHRIJNEND, "Al gewogen in de toetsing van maart.", lexiconversie(),
    )  # fmt: skip
    assert {regel.partition(".")[0] for regel in besluit.regels} == {"schrijnend"}
    assert open_plekken(af) == []
    assert Gebeurtenis.objects.get(soort="passage.gelezen").gegevens == {"moment": "tweede"}
    with pytest.raises(ProgrammingError), transaction.atomic():
        Passagebesluit.objects.all().delete()


def test_given_words_about_two_matters_when_one_is_answered_then_the_other_still_waits(gesprek):
    samen = f"{SCHRIJNEND} {MEDISCH}"
    rond_af(gesprek, eigen_woorden=samen)

    beslis(gesprek, plek(samen, "schrijnend"))

    assert open_plekken(gesprek) == [("eigen_woorden", "medisch", MEDISCH)]


@pytest.mark.parametrize(
    ("waar", "anders", "fout"),
    [
        (plek(SCHRIJNEND, "schrijnend"), {"reden": "  "}, PlanningKloptNiet),
        (plek(SCHRIJNEND, "medisch"), {}, GesprekStaatVast),
        (plek(SCHRIJNEND, "schrijnend", "blokken.overig"), {}, GesprekStaatVast),
        (Plek("eigen_woorden", "schrijnend", 0, 9_000), {}, GesprekStaatVast),
        (Plek("eigen_woorden", "schrijnend", 0, 4), {}, GesprekStaatVast),
    ],
    ids=["no reason", "another matter", "another text", "past the end", "beside the words"],
)
def test_given_no_reason_or_no_such_words_when_answering_then_it_is_refused(af, waar, anders, fout):
    with pytest.raises(fout):
        beslis(af, waar, **anders)

    assert Passagebesluit.objects.count() == 0


def test_given_an_answer_when_a_colleague_answers_the_same_words_then_it_is_refused(af):
    beslis(af, plek(SCHRIJNEND, "schrijnend"))

    with pytest.raises(GesprekStaatVast):
        beslis(af, plek(SCHRIJNEND, "schrijnend"), reden="Nog eens.")


def test_given_a_passage_when_a_toetsing_is_opened_then_it_is_a_sign_of_today_about_the_chosen_moment(
    regie, af
):
    antwoord = stuur(regie, af, plek(SCHRIJNEND, "schrijnend"), soort="toetsing", betreft="mensenhandel")

    assert antwoord["Location"] == reverse("toetsing:vastleggen", args=[af.dossier_id, "mensenhandel"])
    assert [(s.moment, s.ontvangen_op, s.bron) for s in beeld_of(af.dossier_id).signalen] == [
        ("mensenhandel", OP, "gesprek")
    ]
    besluit = Passagebesluit.objects.get()
    assert (besluit.soort, besluit.terrein, besluit.betreft) == ("toetsing", "schrijnend", "mensenhandel")


def test_given_a_wish_when_recorded_then_its_subject_is_asked_and_it_is_a_wish_in_the_same_words(
    regie, gesprek
):
    rond_af(gesprek, eigen_woorden=WENS)

    zonder = stuur(regie, gesprek, plek(WENS, "wens"), soort="wens")
    met = stuur(regie, gesprek, plek(WENS, "wens"), soort="wens", betreft="opleiding")

    dossier_id = gesprek.dossier_id
    assert (zonder.status_code, met["Location"]) == (422, reverse("ondersteuning:wensen", args=[dossier_id]))
    assert [(w.soort, w.omschrijving, w.geuit_op) for w in beeld_of(dossier_id).wensen] == [
        ("opleiding", WENS, date(2022, 2, 15))
    ]


def test_given_the_report_when_read_then_open_and_answered_passages_stand_there_with_an_honest_word(
    regie, af
):
    voor = lees(regie, af)
    zonder = stuur(regie, af, plek(SCHRIJNEND, "schrijnend"), soort="terzijde", reden="")
    stuur(regie, af, plek(SCHRIJNEND, "schrijnend"), soort="terzijde", reden="Hoort er niet bij.")
    later = lees(regie, af)
    nog_eens = stuur(regie, af, plek(SCHRIJNEND, "schrijnend"), soort="terzijde", reden="Nog eens.")
    laatst = lees(regie, af)

    assert (len(voor.context["passages"]), zonder.status_code) == (1, 422)
    assert [kaart.waarom[0].url for kaart in (k.blad for k in voor.context["passages"])] == [
        reverse("woordregels:soort", args=["schrijnend"]) + "#" + Passagebesluit.objects.get().regels[0]
    ]
    assert (len(later.context["passages"]), len(later.context["besluiten"])) == (0, 1)
    assert (nog_eens.status_code, Passagebesluit.objects.count()) == (302, 1)
    # What is wrong stands at the top; what was done stands among the passages, where one lands.
    assert zonder.content.decode().count("data-samenvatting") == 1
    for antwoord, zin in (
        (later, "De passage is terzijde gelegd."),
        (laatst, "Deze passage staat er niet meer."),
    ):
        boven, _, passages = antwoord.content.decode().partition('id="passages"')
        assert (boven.count(zin), passages.count(zin)) == (0, 1)
    for antwoord in (voor, later):
        tekst = antwoord.content.decode()
        assert tekst.count("Geen passage betekent niet dat er geen aanwijzing is.") == 1


def test_given_a_report_without_such_words_when_read_then_it_never_says_that_there_is_no_sign(regie, gesprek):
    rond_af(gesprek)

    tekst = lees(regie, gesprek).content.decode()

    assert tekst.count("De woordregels wijzen niets aan") == 1
    assert tekst.count("Wat u hoorde, telt, ook als geen regel het aanwijst.") == 1


@pytest.mark.parametrize("wie", [{}, {"manager": True}, {"avim": True}, {"kmar": True}, {"coa": True}])
def test_given_somebody_who_does_not_handle_the_dossier_when_answering_then_there_is_no_passage(
    client, af, vandaag, wie
):
    client.force_login(MedewerkerFactory(**wie, **({"team": af.dossier.team} if "manager" in wie else {})))

    assert stuur(client, af, plek(SCHRIJNEND, "schrijnend"), soort="terzijde", reden="x").status_code == 404
    assert Passagebesluit.objects.count() == 0


def test_given_a_manager_when_reading_report_dossier_and_list_then_nothing_says_that_words_were_looked_for(
    client, af, vandaag
):
    client.force_login(MedewerkerFactory(manager=True, team=af.dossier.team))

    verslag = lees(client, af)
    overzicht = client.get(reverse("werkplek:overzicht", args=[af.dossier_id]))
    lijst = client.get(reverse("vertrekgesprek:lijst", args=[af.dossier_id]))

    assert "zoekt" not in verslag.context
    assert [p.titel for p in overzicht.context["watnu"].punten if "verslag" in p.titel] == []
    assert lijst.context["te_lezen"] == []


def test_given_words_that_wait_when_the_dossier_is_opened_then_one_point_leads_to_them_until_they_are_answered(
    regie, af
):
    weg = reverse("werkplek:overzicht", args=[af.dossier_id])

    voor = [p.actie_url for p in regie.get(weg).context["watnu"].punten if "verslag" in p.titel]
    beslis(af, plek(SCHRIJNEND, "schrijnend"))
    na = [p.actie_url for p in regie.get(weg).context["watnu"].punten if "verslag" in p.titel]

    assert voor == [reverse("vertrekgesprek:gesprek", args=[af.dossier_id, af.pk]) + "#passages"]
    assert na == []


def test_given_a_decision_about_mensenhandel_when_a_colleague_reads_then_the_words_are_for_who_has_the_regie(
    client, gesprek, vandaag
):
    rond_af(gesprek, eigen_woorden=HANDEL)
    beslis(gesprek, plek(HANDEL, "mensenhandel"), reden="Doorgevraagd zonder familie erbij.")
    collega = MedewerkerFactory(team=gesprek.dossier.team)
    client.force_login(collega)

    dicht = lees(client, gesprek)
    Vervanging.objects.create(
        regievoerder=gesprek.dossier.regievoerder, vervanger=collega, van=OP, tot=OP, door_naam="Manager"
    )
    waarnemer = lees(client, gesprek)

    assert [blad.afgeschermd for blad in dicht.context["besluiten"]] == [True]
    assert dicht.content.decode().count("Doorgevraagd zonder familie") == 0
    assert [blad.afgeschermd for blad in waarnemer.context["besluiten"]] == [False]


def test_given_a_thousand_looks_at_hints_when_compared_then_the_database_holds_nothing_of_them(regie, af):
    """Security E15: after a thousand hint sessions the difference is empty, except for what somebody wrote."""
    concept = GesprekFactory(dossier=af.dossier, moment="extra")
    schrijf = reverse("vertrekgesprek:verslag", args=[concept.dossier_id, concept.pk])
    regie.post(schrijf, {"doe": "kijk-mee", "versie": "0", "blad": "een", "eigen_woorden": MEDISCH})
    lees(regie, af)
    voor = afdruk_van_alles()

    dit = queries.gesprek_of(af.dossier_id, af.pk, viewer=af.dossier.regievoerder)
    for _keer in range(990):
        assert len(queries.open_passages_of(dit, viewer=af.dossier.regievoerder)) == 1
    for keer in range(5):
        assert len(lees(regie, af).context["passages"]) == 1
        regie.get(reverse("werkplek:overzicht", args=[af.dossier_id]))
        woorden = {"eigen_woorden": f"{MEDISCH} {keer}"}
        versie = Klad.objects.get().versie
        mee = regie.post(schrijf, {"doe": "kijk-mee", "versie": versie, "blad": "een"} | woorden, follow=True)
        assert [blad.terrein for blad in mee.context["meekijken"]] == ["Medisch"]
        proef = regie.post(reverse("woordregels:proberen"), {"tekst": SCHRIJNEND})
        assert [blad.terrein for blad in proef.context["bladen"]] == ["Schrijnend"]

    assert afdruk_van_alles() == voor


def test_given_one_or_thirty_decisions_when_the_report_is_read_then_the_number_of_queries_is_the_same(
    regie, af, django_assert_max_num_queries
):
    lees(regie, af)
    with django_assert_max_num_queries(500) as een:
        lees(regie, af)
    Passagebesluit.objects.bulk_create(
        Passagebesluit(
            gesprek=af, vindplaats="blokken.overig", begin=n, eind=n + 4, terrein="medisch", citaat="ziek", soort="terzijde",
            reden="Hoort er niet bij.", lexicon="proef", door=af.dossier.regievoerder, door_naam="Noor",
        )
        for n in range(30)
    )  # fmt: skip

    with django_assert_max_num_queries(500) as dertig:
        lees(regie, af)

    assert len(dertig) == len(een)
