"""Break-glass: who may open what, how it ends, who reviews it, and that nothing tells a stranger that somebody is here."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.toegang.klok import laat_verstrijken
from verantwoord.dossier.models import Dossier, Veiligheidskaart
from verantwoord.dossier.nood.actions import NoodtoegangKanNiet, Zoekvraag, open_noodtoegang
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.inzage import in_nood_te_openen
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Inzage, Noodtoegang
from verantwoord.toegang.nood.actions import (
    BeoordelenKanNiet,
    GeenNoodtoegang,
    end_noodtoegang,
    escalate_noodtoegang,
    review_noodtoegang,
)
from verantwoord.toegang.nood.queries import lopende_noodtoegang, te_beoordelen
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
# A Friday: five working days later is the next Friday.
VANDAAG = date(2022, 3, 4)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def agent():
    return MedewerkerFactory(avim=True)


def zoek(dossier, **anders):
    velden = {
        "v_nummer": dossier.persoon.v_nummer,
        "geboortedatum": date.fromisoformat(dossier.persoon.geboortedatum),
    } | anders
    return Zoekvraag(**velden)


def open_(dossier, door, **anders):
    velden = {
        "zoekvraag": zoek(dossier),
        "categorie": "veiligheidskaart",
        "reden": "De persoon staat op het dak en reageert niet.",
        "minuten": 60,
        "peildatum": VANDAAG,
        "verzoek": "proef",
    } | anders
    return open_noodtoegang(door=door, **velden)


def test_given_danger_when_opening_then_it_lasts_an_hour_and_somebody_else_must_look_within_five_working_days(
    dossier, agent
):
    gegeven = open_(dossier, agent)

    assert gegeven.tot - gegeven.vanaf <= timedelta(minutes=60)
    assert gegeven.beoordelen_voor == date(2022, 3, 11)
    assert list(lopende_noodtoegang(viewer=agent)) == [gegeven]
    assert Gebeurtenis.objects.get(soort="noodtoegang.geopend").gegevens == {
        "categorie": "veiligheidskaart",
        "tot": gegeven.tot.isoformat(),
        "beoordelen_voor": "2022-03-11",
    }


@pytest.mark.parametrize(
    ("rol", "soorten"),
    [
        ("avim_toezicht", ("veiligheidskaart",)),
        ("kmar", ("veiligheidskaart",)),
        ("coa", ("medisch",)),
        ("ind", ()),
        ("avim_mensenhandel", ()),
        ("iom_ngo", ()),
        ("vwn", ()),
        ("fg", ()),
        ("inspectie", ()),
        ("functioneel_beheer", ()),
        (
            "regievoerder",
            (
                "identiteit",
                "opvang_einddatum",
                "ind_besluit",
                "medisch",
                "vertrekplan_en_toetsing",
                "gespreksverslag",
                "toezicht_en_bewaring",
                "veiligheidskaart",
            ),
        ),
    ],
)
def test_given_a_role_when_asking_what_it_may_open_then_the_matrix_says_so(rol, soorten):
    assert in_nood_te_openen(rol) == soorten


@pytest.mark.parametrize("categorie", ["mensenhandel", "correspondentie_gemachtigde", "medisch", "inzagelog"])
def test_given_a_category_that_is_not_in_the_matrix_for_it_when_opening_then_it_is_refused(
    dossier, agent, categorie
):
    with pytest.raises(GeenToegang):
        open_(dossier, agent, categorie=categorie)


@pytest.mark.parametrize("reden", ["", "  \n"])
def test_given_no_reason_when_opening_then_nothing_opens(dossier, agent, reden):
    with pytest.raises(NoodtoegangKanNiet, match="Schrijf eerst op"):
        open_(dossier, agent, reden=reden)

    assert Noodtoegang.objects.count() == 0


@pytest.mark.parametrize("minuten", [0, 61, 24 * 60])
def test_given_a_length_that_cannot_be_chosen_when_opening_then_nothing_opens(dossier, agent, minuten):
    with pytest.raises(NoodtoegangKanNiet, match="hooguit een uur"):
        open_(dossier, agent, minuten=minuten)


def test_given_one_identifier_when_opening_then_a_second_is_asked(dossier, agent):
    with pytest.raises(NoodtoegangKanNiet, match="geboortedatum of de achternaam"):
        open_(dossier, agent, zoekvraag=zoek(dossier, geboortedatum=None))


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({}, True),
        ({"geboortedatum": None, "achternaam": "PROEFPERSOON"}, False),
        ({"geboortedatum": date(1988, 3, 5)}, False),
        ({"v_nummer": "9999999999"}, False),
        ({"achternaam": "Iemand Anders"}, False),
    ],
)
def test_given_identifiers_when_opening_then_all_that_were_given_must_be_right(
    dossier, agent, anders, gevonden
):
    assert (open_(dossier, agent, zoekvraag=zoek(dossier, **anders)) is not None) is gevonden


def test_given_the_surname_in_another_spelling_of_capitals_when_opening_then_it_is_the_same_person(
    dossier, agent
):
    vraag = zoek(dossier, geboortedatum=None, achternaam=dossier.persoon.achternaam.upper())

    assert open_(dossier, agent, zoekvraag=vraag) is not None


def test_given_a_closed_or_shielded_dossier_when_opening_then_it_answers_as_for_nobody(dossier):
    regievoerder = MedewerkerFactory()
    Dossier.objects.filter(pk=dossier.pk).update(afgeschermd=True)

    afgeschermd = open_(dossier, regievoerder, categorie="gespreksverslag")
    Dossier.objects.filter(pk=dossier.pk).update(afgeschermd=False, gesloten_op=VANDAAG)
    gesloten = open_(dossier, regievoerder, categorie="gespreksverslag")

    assert (afgeschermd, gesloten) == (None, None)
    assert Noodtoegang.objects.count() == 0


def test_given_a_shielded_dossier_when_there_is_danger_then_what_keeps_the_person_safe_opens(dossier, agent):
    Dossier.objects.filter(pk=dossier.pk).update(afgeschermd=True)

    assert open_(dossier, agent) is not None


def test_given_tries_that_find_nobody_when_there_are_ten_in_an_hour_then_the_door_stays_shut(dossier, agent):
    for n in range(10):
        assert open_(dossier, agent, zoekvraag=zoek(dossier, v_nummer=f"88{n:08}")) is None

    with pytest.raises(NoodtoegangKanNiet, match="te vaak gezocht"):
        open_(dossier, agent)
    assert Inzage.objects.filter(medewerker_id=agent.pk, dossier_id=agent.pk, toegestaan=False).count() == 10


def test_given_a_dossier_of_ones_own_work_when_opening_in_an_emergency_then_the_ordinary_way_is_named(
    dossier,
):
    with pytest.raises(NoodtoegangKanNiet, match="Dit ziet u al"):
        open_(dossier, dossier.regievoerder, categorie="gespreksverslag")


@pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
def test_given_an_hour_when_it_has_passed_then_nothing_is_open_any_more(dossier, agent):
    gegeven = open_(dossier, agent)

    laat_verstrijken(gegeven, timedelta(minutes=59))
    nog_open = lopende_noodtoegang(viewer=agent).exists()
    laat_verstrijken(gegeven, timedelta(minutes=1, seconds=1))

    assert (nog_open, lopende_noodtoegang(viewer=agent).exists()) == (True, False)


def test_given_ones_own_when_closing_it_then_it_ends_and_anothers_is_not_there(dossier, agent):
    gegeven = open_(dossier, agent)

    with pytest.raises(GeenNoodtoegang):
        end_noodtoegang(door=MedewerkerFactory(avim=True), noodtoegang_id=gegeven.pk)
    end_noodtoegang(door=agent, noodtoegang_id=gegeven.pk)

    assert not lopende_noodtoegang(viewer=agent).exists()
    with pytest.raises(GeenNoodtoegang, match="al voorbij"):
        end_noodtoegang(door=agent, noodtoegang_id=gegeven.pk)


def beoordeel(gegeven, door, **anders):
    velden = {"oordeel": "terecht", "toelichting": "Gebeld met de opvang: het klopt."} | anders
    return review_noodtoegang(door=door, noodtoegang_id=gegeven.pk, **velden)


def test_given_an_emergency_when_the_privacy_officer_reviews_then_it_is_done_once(dossier, agent):
    gegeven, fg = open_(dossier, agent), MedewerkerFactory(fg=True)

    beoordeel(gegeven, fg)

    gegeven.refresh_from_db()
    assert (gegeven.oordeel, gegeven.beoordeeld_door_id) == ("terecht", fg.pk)
    assert list(te_beoordelen(viewer=fg)) == []
    with pytest.raises(BeoordelenKanNiet, match="al beoordeeld"):
        beoordeel(gegeven, MedewerkerFactory(fg=True), oordeel="onterecht")


def test_given_a_regievoerder_in_a_team_when_reviewing_then_her_manager_may_and_her_colleagues_may_not(
    dossier,
):
    team = TeamFactory()
    zij, collega = MedewerkerFactory(team=team), MedewerkerFactory(team=team)
    manager, ander = MedewerkerFactory(manager=True, team=team), MedewerkerFactory(manager=True)
    gegeven = open_(dossier, zij, categorie="gespreksverslag")

    with pytest.raises(GeenToegang):
        beoordeel(gegeven, collega)
    with pytest.raises(GeenToegang):
        beoordeel(gegeven, zij)
    with pytest.raises(GeenNoodtoegang):
        beoordeel(gegeven, ander)
    assert beoordeel(gegeven, manager).beoordeeld_door_id == manager.pk


def test_given_a_manager_who_looked_when_reviewing_then_neither_she_nor_another_manager_may(dossier):
    team = TeamFactory()
    zij = MedewerkerFactory(manager=True, team=team)
    gegeven = open_(dossier, zij, categorie="gespreksverslag")

    with pytest.raises(BeoordelenKanNiet, match="uw eigen"):
        beoordeel(gegeven, zij)
    with pytest.raises(GeenNoodtoegang):
        beoordeel(gegeven, MedewerkerFactory(manager=True, team=team))
    assert beoordeel(gegeven, MedewerkerFactory(fg=True)).oordeel == "terecht"


def test_given_no_reason_when_reviewing_then_it_cannot(dossier, agent):
    gegeven = open_(dossier, agent)

    with pytest.raises(BeoordelenKanNiet, match="Schrijf op waarom"):
        beoordeel(gegeven, MedewerkerFactory(fg=True), toelichting=" ")


@pytest.mark.parametrize(("dag", "gemeld"), [(date(2022, 3, 11), 0), (date(2022, 3, 12), 1)])
def test_given_no_review_when_the_fifth_working_day_has_passed_then_it_escalates_once(
    dossier, agent, dag, gemeld
):
    open_(dossier, agent)

    eerste = escalate_noodtoegang(door=systeem(), peildatum=dag)
    tweede = escalate_noodtoegang(door=systeem(), peildatum=dag)

    assert (eerste, tweede) == (gemeld, 0)
    assert Gebeurtenis.objects.filter(soort="noodtoegang.niet_beoordeeld").count() == gemeld


def test_given_outsiders_when_looking_at_emergencies_then_they_see_their_own_alone(dossier, agent):
    gegeven = open_(dossier, agent)
    anderen = [
        MedewerkerFactory(),
        MedewerkerFactory(manager=True),
        MedewerkerFactory(avim=True, team=agent.team),
        MedewerkerFactory(coa=True),
        MedewerkerFactory(beheerder=True),
    ]

    gezien = [Noodtoegang.objects.visible_to(wie).exists() for wie in anderen]

    assert gezien == [False] * len(anderen)
    assert list(Noodtoegang.objects.visible_to(agent)) == [gegeven]


@pytest.mark.parametrize("rol", ["fg", "inspectie"])
def test_given_who_watches_when_looking_at_emergencies_then_all_are_there(dossier, agent, rol):
    gegeven = open_(dossier, agent)

    assert list(te_beoordelen(viewer=MedewerkerFactory(**{rol: True}))) == [gegeven]


class TestPaginas:
    """The pages: nothing personal in an address, the same answer for absent and forbidden, a trace of each look."""

    INVOER = {
        "categorie": "veiligheidskaart",
        "reden": "De persoon staat op het dak.",
        "minuten": "15",
        "achternaam": "",
    }

    def vul(self, dossier, **anders):
        geboren = date.fromisoformat(dossier.persoon.geboortedatum)
        return (
            self.INVOER
            | {
                "v_nummer": dossier.persoon.v_nummer,
                "geboortedatum_dag": geboren.day,
                "geboortedatum_maand": geboren.month,
                "geboortedatum_jaar": geboren.year,
            }
            | anders
        )

    def test_given_the_form_when_sent_then_the_card_is_read_and_the_look_kept(self, client, dossier, agent):
        Veiligheidskaart.objects.create(
            dossier=dossier, tekst="Kamer 12. Bel zijn zus.", door=dossier.regievoerder, organisatie="dtv"
        )
        client.force_login(agent)

        antwoord = client.post("/noodtoegang/", self.vul(dossier))
        pagina = client.get(antwoord.url).content.decode()

        gegeven = Noodtoegang.objects.get()
        assert antwoord.url == f"/noodtoegang/{gegeven.pk}/"
        assert "Kamer 12. Bel zijn zus." in pagina
        assert list(
            Inzage.objects.filter(dossier_id=dossier.pk).values_list("onderdeel", "doel", "medewerker_id")
        ) == [("noodtoegang:bekijken", "noodtoegang", agent.pk)]

    @pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
    def test_given_the_end_when_opened_again_then_not_one_byte_is_sent(self, client, dossier, agent):
        Veiligheidskaart.objects.create(
            dossier=dossier, tekst="KAMER-TWAALF", door=dossier.regievoerder, organisatie="dtv"
        )
        client.force_login(agent)
        adres = client.post("/noodtoegang/", self.vul(dossier)).url
        laat_verstrijken(Noodtoegang.objects.get(), timedelta(minutes=16))

        pagina = client.get(adres).content.decode()

        assert "KAMER-TWAALF" not in pagina
        assert "Deze noodtoegang is voorbij" in pagina
        assert Inzage.objects.filter(dossier_id=dossier.pk).count() == 0

    def test_given_absent_wrong_closed_and_shielded_when_sent_then_all_answers_are_alike(
        self, client, dossier
    ):
        zij = MedewerkerFactory()
        gesloten, afgeschermd = (
            DossierFactory(gesloten_op=VANDAAG),
            DossierFactory(afgeschermd=True),
        )
        client.force_login(zij)

        antwoorden = [
            client.post("/noodtoegang/", self.vul(van, categorie="gespreksverslag", **anders))
            for van, anders in (
                (dossier, {"v_nummer": "8800000001"}),
                (dossier, {"geboortedatum_dag": 5}),
                (gesloten, {}),
                (afgeschermd, {}),
            )
        ]

        assert [a.status_code for a in antwoorden] == [422] * 4
        assert len({_zonder_invoer(a.content.decode()) for a in antwoorden}) == 1

    def test_given_anothers_when_opened_then_it_is_not_there(self, client, dossier, agent):
        gegeven = open_(dossier, agent)
        for wie in (MedewerkerFactory(avim=True), MedewerkerFactory(), MedewerkerFactory(fg=True)):
            client.force_login(wie)
            assert client.get(f"/noodtoegang/{gegeven.pk}/").status_code == 404
            assert client.post(f"/noodtoegang/{gegeven.pk}/sluiten/").status_code in {302, 404}

        gegeven.refresh_from_db()
        assert gegeven.tot > timezone.now()

    @pytest.mark.parametrize("rol", ["ind", "vwn", "iom", "beheerder", "fg", "inspectie"])
    def test_given_a_role_without_it_when_opening_the_page_then_it_is_not_there(self, client, rol):
        client.force_login(MedewerkerFactory(**{rol: True}))

        assert client.get("/noodtoegang/").status_code == 404


def _zonder_invoer(pagina: str) -> str:
    """The page without what was typed, the token and the reference, which always differ."""
    begin = pagina.index("<main")
    einde = pagina.index('class="vw-formulier"')
    return pagina[begin:einde]
