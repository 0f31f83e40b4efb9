"""One sitting with a family: every dossier its own record, what each said only in their own, each child asked about apart."""

from datetime import date, time

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory, PersoonFactory
from tests.vertrekgesprek.factories import VRAGEN, GesprekFactory, compleet
from tests.vertrekgesprek.test_views import VERSLAG
from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.models import Inzage
from verantwoord.vertrekgesprek import queries
from verantwoord.vertrekgesprek.actions import (
    Planning,
    Tolkbestelling,
    finish_gesprek,
    plan_gesprek,
    record_niet_gevoerd,
    record_tolk,
    replan_gesprek,
    save_concept,
)
from verantwoord.vertrekgesprek.fouten import PlanningKloptNiet, VerslagOnvolledig
from verantwoord.vertrekgesprek.models import Gesprek, Klad
from verantwoord.vertrekgesprek.talen import aanspreekvorm
from verantwoord.vertrekgesprek.verslag import Kindbelang, Lidverslag

pytestmark = pytest.mark.django_db

PLANNING = Planning(
    gepland_op=date(2022, 2, 15), tijd=time(10), plaats="kamer 3", taal="ar", tolk_gepland="aanwezig",
    gemeenschappelijke_taal=False,
)  # fmt: skip
OP = date(2022, 2, 16)


def open_passages(gesprek):
    gesprek.refresh_from_db()
    return queries.open_passages_of(gesprek, viewer=gesprek.dossier.regievoerder)


@pytest.fixture
def vader() -> Dossier:
    return DossierFactory(persoon__voornamen="Karim", persoon__achternaam="Proefman")


@pytest.fixture
def moeder(vader) -> Dossier:
    """The mother's own dossier, with the same regievoerder; the file of each names the other and their daughter."""
    dossier = DossierFactory(
        regievoerder=vader.regievoerder,
        team=vader.team,
        persoon__voornamen="Rana",
        persoon__achternaam="Proefvrouw",
    )
    for een, ander in ((vader, dossier), (dossier, vader)):
        Gezinslid.objects.create(
            persoon=een.persoon, volgorde=0, relatie="partner", v_nummer=ander.persoon.v_nummer
        )
        Gezinslid.objects.create(persoon=een.persoon, volgorde=1, relatie="kind", geboortedatum="2014-05-06")
    return dossier


@pytest.fixture
def samen(vader, moeder) -> tuple[Gesprek, Gesprek]:
    """The first talk of both, as one sitting."""
    van_vader = plan(vader, {moeder.pk: "eerste"})
    return van_vader, Gesprek.objects.get(dossier=moeder)


@pytest.fixture
def vandaag(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: OP)


def plan(dossier, met, **anders):
    feiten = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "moment": "eerste",
        "planning": PLANNING,
        "peildatum": date(2022, 2, 10),
        "met": met,
    }
    return plan_gesprek(**(feiten | anders))


def rond_af(gesprek, **anders):
    return finish_gesprek(
        door=gesprek.dossier.regievoerder, dossier_id=gesprek.dossier_id, gesprek_id=gesprek.pk, versie=0,
        verslag=compleet(**anders), peildatum=OP,
    )  # fmt: skip


def lid(gesprek, **anders):
    return Lidverslag(
        **(
            {"gesprek_id": gesprek.pk, "eigen_woorden": "Ik wil bij mijn moeder zijn.", "vragen": VRAGEN}
            | anders
        )
    )


KIND = Kindbelang(wie="kind 1, geboren in 2014", belang="Zij zit in groep 4 en heeft een vriendin.")


def soorten(dossier):
    return list(
        Gebeurtenis.objects.filter(dossier_id=dossier.pk)
        .order_by("volgnummer")
        .values_list("soort", flat=True)
    )


def test_given_a_family_when_planned_then_each_dossier_has_its_own_talk_and_event(samen, vader, moeder):
    van_vader, van_moeder = samen

    assert (van_moeder.samen_met, van_vader.samen_met) == (van_vader, None)
    assert (van_moeder.gepland_op, van_moeder.tijd, van_moeder.taal) == (date(2022, 2, 15), time(10), "ar")
    assert (soorten(vader), soorten(moeder)) == (["gesprek.gepland"], ["gesprek.gepland"])


def test_given_somebody_outside_the_family_when_planned_then_nothing_is(vader):
    vreemde = DossierFactory(regievoerder=vader.regievoerder, team=vader.team)

    with pytest.raises(PlanningKloptNiet) as fout:
        plan(vader, {vreemde.pk: "eerste"})

    assert (fout.value.veld, Gesprek.objects.count()) == ("met", 0)


def test_given_a_relative_of_another_team_when_planning_then_they_are_never_named_and_nothing_is_planned(
    client, vader, moeder, vandaag
):
    Dossier.objects.filter(pk=moeder.pk).update(
        team=(elders := MedewerkerFactory()).team, regievoerder=elders
    )
    client.force_login(vader.regievoerder)

    pagina = client.get(reverse("vertrekgesprek:nieuw", args=[vader.pk]))
    with pytest.raises(Dossier.DoesNotExist):
        plan(vader, {moeder.pk: "eerste"})

    assert ("met" in pagina.context["form"].fields, "Rana" in pagina.content.decode()) == (False, False)
    assert Gesprek.objects.count() == 0


def test_given_a_relative_when_the_plan_shows_the_name_then_the_look_is_kept_with_that_dossier(
    client, vader, moeder, vandaag
):
    client.force_login(vader.regievoerder)

    client.get(reverse("vertrekgesprek:nieuw", args=[vader.pk]))

    assert Inzage.objects.filter(dossier_id=moeder.pk).count() == 1


def test_given_a_talk_with_a_family_when_finished_then_each_record_holds_what_is_shared_and_only_their_own_words(
    samen, vader, moeder
):
    rond_af(samen[0], eigen_woorden="Ik wil mijn gereedschap mee.", kinderen=(KIND,), leden=(lid(samen[1]),))

    af_vader, af_moeder = (Gesprek.objects.get(pk=g.pk) for g in samen)
    assert (af_vader.afgerond_op, af_moeder.afgerond_op) == (OP, OP)
    assert (af_vader.blokken, af_vader.afspraken) == (af_moeder.blokken, af_moeder.afspraken)
    assert (af_vader.eigen_woorden, af_moeder.eigen_woorden) == (
        "Ik wil mijn gereedschap mee.",
        "Ik wil bij mijn moeder zijn.",
    )
    assert af_vader.kinderen == af_moeder.kinderen == [{"wie": KIND.wie, "belang": KIND.belang}]
    assert (soorten(vader)[-1], soorten(moeder)[-1]) == ("gesprek.afgerond", "gesprek.afgerond")


def test_given_what_somebody_said_alone_when_finished_then_it_stands_in_no_other_dossier(samen):
    eigen = VRAGEN | {"mensenhandel": "Zijn paspoort is door de baas afgepakt."}
    rond_af(
        samen[0],
        vragen=dict.fromkeys(VRAGEN, "Niets."),
        kinderen=(KIND,),
        leden=(lid(samen[1], vragen=eigen),),
    )

    af_vader, af_moeder = (Gesprek.objects.get(pk=g.pk) for g in samen)
    assert af_moeder.vragen["mensenhandel"] == "Zijn paspoort is door de baas afgepakt."
    assert "afgepakt" not in f"{af_vader.verslag} {af_vader.vragen} {af_vader.concept}"
    assert [
        [p.terrein for p in open_passages(gesprek) if p.terrein == "mensenhandel"]
        for gesprek in (af_vader, af_moeder)
    ] == [[], ["mensenhandel"]]


def test_given_a_child_with_a_dossier_when_finished_then_its_record_holds_only_what_concerns_that_child(
    vader, samen
):
    dochter = DossierFactory(regievoerder=vader.regievoerder, team=vader.team)
    eigen = GesprekFactory(dossier=dochter, eerste=True, samen_met=samen[0])
    haar = Kindbelang(wie="kind 2", belang="Zij wil naar haar vriendin.", gesprek_id=eigen.pk)

    rond_af(
        samen[0],
        kinderen=(KIND, haar),
        leden=(lid(samen[1]), lid(eigen, is_kind=True, wil_niet_antwoorden=True)),
    )

    van_kind, van_moeder = (Gesprek.objects.get(pk=g.pk) for g in (eigen, samen[1]))
    assert [kind["wie"] for kind in van_kind.kinderen] == ["kind 2"]
    assert [kind["wie"] for kind in van_moeder.kinderen] == ["kind 1, geboren in 2014", "kind 2"]


@pytest.mark.parametrize(
    ("kind", "anders", "veld"),
    [
        (KIND, {"eigen_woorden": " "}, "lid-{}-eigen_woorden"),
        (KIND, {"vragen": {}}, "lid-{}-reden"),
        (Kindbelang(wie="kind 1"), {}, "kind-0-belang"),
    ],
)
def test_given_somebody_not_heard_when_finishing_then_nothing_is_finished_and_the_field_says_so(
    samen, kind, anders, veld
):
    with pytest.raises(VerslagOnvolledig) as fout:
        rond_af(samen[0], kinderen=(kind,), leden=(lid(samen[1], **anders),))

    assert list(fout.value.velden) == [veld.format(samen[1].pk.hex)]
    assert Gesprek.objects.filter(afgerond_op=None).count() == 2


def test_given_a_relative_who_left_the_team_when_finished_then_their_talk_stays_as_it_was(samen, moeder):
    Dossier.objects.filter(pk=moeder.pk).update(team=None, regievoerder=MedewerkerFactory())

    rond_af(samen[0], kinderen=(KIND,), leden=(lid(samen[1]),))

    assert Gesprek.objects.get(pk=samen[1].pk).status == "gepland"
    assert soorten(moeder) == ["gesprek.gepland"]


def test_given_one_sitting_when_it_is_called_off_or_moved_then_it_is_for_all_of_them(samen):
    van_vader, van_moeder = samen
    replan_gesprek(
        door=van_vader.dossier.regievoerder, dossier_id=van_vader.dossier_id, gesprek_id=van_vader.pk, versie=1,
        planning=Planning(gepland_op=date(2022, 2, 14), taal="ar", tolk_gepland="aanwezig"), peildatum=date(2022, 2, 10),
    )  # fmt: skip
    record_niet_gevoerd(
        door=van_vader.dossier.regievoerder, dossier_id=van_vader.dossier_id, gesprek_id=van_vader.pk, versie=2,
        status="niet_doorgegaan", oorzaak="tolk", reden="De tolk kwam niet.", peildatum=OP,
    )  # fmt: skip

    van_moeder.refresh_from_db()
    assert (van_moeder.gepland_op, van_moeder.status, van_moeder.oorzaak) == (
        date(2022, 2, 14), "niet_doorgegaan", "tolk",
    )  # fmt: skip


def test_given_a_sitting_that_was_called_off_when_planned_again_then_each_new_talk_is_linked_to_their_own(
    samen, vader, moeder
):
    record_niet_gevoerd(
        door=vader.regievoerder, dossier_id=vader.pk, gesprek_id=samen[0].pk, versie=1,
        status="niet_doorgegaan", oorzaak="tolk", reden="De tolk kwam niet.", peildatum=date(2022, 2, 15),
    )  # fmt: skip
    opnieuw = plan(vader, {moeder.pk: "eerste"}, vervangt_id=samen[0].pk)

    van_moeder = Gesprek.objects.get(dossier=moeder, status="gepland")
    assert (opnieuw.vervangt, van_moeder.vervangt, van_moeder.samen_met) == (samen[0], samen[1], opnieuw)


def test_given_one_of_them_did_not_appear_when_recorded_then_it_says_nothing_of_the_other(samen):
    van_vader, van_moeder = samen
    record_niet_gevoerd(
        door=van_vader.dossier.regievoerder, dossier_id=van_vader.dossier_id, gesprek_id=van_vader.pk, versie=1,
        status="niet_verschenen", reden="Hij was er niet.", peildatum=OP,
    )  # fmt: skip

    van_moeder.refresh_from_db()
    assert van_moeder.status == "gepland"


def test_given_the_talk_of_a_relative_when_its_report_opens_then_one_writes_where_all_of_them_are(
    client, samen, vandaag
):
    van_vader, van_moeder = samen
    client.force_login(van_vader.dossier.regievoerder)

    def adres(gesprek):
        return reverse("vertrekgesprek:verslag", args=[gesprek.dossier_id, gesprek.pk])

    antwoord = client.get(adres(van_moeder))
    pagina = client.get(adres(van_vader))
    code = f"lid-{van_moeder.pk.hex}-"
    gepost = {code + "eigen_woorden": "Ik wil eerst mijn zus zien.", "kind-0-belang": "School in Assen."} | {
        f"{code}vraag_{moment}": tekst for moment, tekst in VRAGEN.items()
    }
    klaar = client.post(adres(van_vader), VERSLAG | gepost | {"doe": "afronden"})

    assert antwoord["Location"] == adres(van_vader)
    assert [lid.naam for lid, _form in pagina.context["formulier"].lidregels] == ["Rana Proefvrouw"]
    assert [kind.wie for kind, _form in pagina.context["formulier"].kindregels] == ["kind 1, geboren in 2014"]
    assert klaar.status_code == 302
    assert Gesprek.objects.get(pk=van_moeder.pk).eigen_woorden == "Ik wil eerst mijn zus zien."


def test_given_a_colleague_who_works_on_one_of_them_when_writing_then_the_words_of_the_other_are_hidden_and_stay(
    client, samen, vader, moeder, vandaag
):
    van_vader, van_moeder = samen
    naam = f"lid-{van_moeder.pk.hex}-eigen_woorden"
    save_concept(
        door=vader.regievoerder, dossier_id=vader.pk, gesprek_id=van_vader.pk, versie=0,
        velden={naam: ["Ik ben bang."], "eigen_woorden": ["Van Karim."]},
    )  # fmt: skip
    Dossier.objects.filter(pk=moeder.pk).update(afgeschermd=True)
    collega = MedewerkerFactory(team=vader.team)
    client.force_login(collega)
    adres = reverse("vertrekgesprek:verslag", args=[vader.pk, van_vader.pk])

    pagina = client.get(adres)
    botsing = client.post(adres, VERSLAG | {"doe": "later", "versie": "0"})
    client.post(adres, VERSLAG | {"doe": "later", "versie": "1"})

    for antwoord in (pagina, botsing):
        assert ("Ik ben bang." in antwoord.content.decode(), "Rana" in antwoord.content.decode()) == (
            False,
            False,
        )
    assert botsing.status_code == 409
    assert Klad.objects.get(gesprek=van_vader).velden[naam] == ["Ik ben bang."]


def test_given_one_sitting_when_the_interpreter_is_ordered_then_it_stands_with_each_and_a_wish_only_with_who_had_it(
    samen, vader, moeder
):
    van_vader, van_moeder = samen
    record_tolk(
        door=vader.regievoerder, dossier_id=vader.pk, gesprek_id=van_vader.pk, versie=1, peildatum=date(2022, 2, 11),
        bestelling=Tolkbestelling(
            tolk_gepland="aanwezig", tolk_voorkeur="liever een man", tolk_bestelling="40218",
            tolk_besteld_op=date(2022, 2, 11),
        ),
    )  # fmt: skip

    van_moeder.refresh_from_db()
    assert (van_moeder.tolk_besteld_op, van_moeder.tolk_bestelling) == (date(2022, 2, 11), "40218")
    assert van_moeder.tolk_voorkeur == ""
    assert (soorten(vader)[-1], soorten(moeder)[-1]) == ("tolk.besteld", "tolk.besteld")


def test_given_words_about_a_child_with_a_dossier_when_finished_then_they_are_read_again_there_and_once(
    vader, samen
):
    dochter = DossierFactory(regievoerder=vader.regievoerder, team=vader.team)
    eigen = GesprekFactory(dossier=dochter, eerste=True, samen_met=samen[0])
    haar = Kindbelang(wie="kind 2", belang="Zij heeft epilepsie en suikerziekte.", gesprek_id=eigen.pk)
    zonder = Kindbelang(wie="kind 1", belang="Hij hoest bloed op.")
    rustig = dict.fromkeys(VRAGEN, "Niets.")

    rond_af(
        samen[0],
        eigen_woorden="Ik zeg niets.",
        vragen=rustig,
        kinderen=(zonder, haar),
        leden=(
            lid(samen[1], eigen_woorden="Ik ook niet.", vragen=rustig),
            lid(eigen, is_kind=True, eigen_woorden="", wil_niet_antwoorden=True, vragen=rustig),
        ),
    )

    assert [[p.citaat for p in open_passages(gesprek)] for gesprek in (*samen, eigen)] == [
        ["Hij hoest bloed op."],
        ["Hij hoest bloed op."],
        ["Zij heeft epilepsie en suikerziekte."],
    ]


@pytest.mark.parametrize(
    ("geboren", "geslacht", "verwacht"),
    [
        ("1988-03-04", "man", "de heer Proefman"),
        ("1988-03-04", None, "Karim Proefman"),
        ("2004-02-15", "man", "de heer Proefman"),
        ("2004-02-16", "man", "Karim Proefman"),
        (None, "vrouw", "mevrouw Proefman"),
    ],
)
def test_given_a_person_when_named_in_a_sentence_then_a_child_is_no_sir_or_madam(geboren, geslacht, verwacht):
    persoon = PersoonFactory.build(
        voornamen="Karim", achternaam="Proefman", geboortedatum=geboren, geslacht=geslacht
    )

    assert aanspreekvorm(persoon, op=date(2022, 2, 15)) == verwacht
