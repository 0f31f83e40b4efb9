"""The desk of the privacy officer: findings signed off, the log searched, each of its own looks kept, no content."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, PersoonFactory
from tests.toegang.klok import andere_dagen  # noqa: F401 - a fixture
from verantwoord.dossier.models import Vervanging
from verantwoord.dossier.nakijken.actions import review_dag
from verantwoord.dossier.nakijken.kenmerken import heet_als, kijken_tussen
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.opvallend import PER_REGEL
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Inzage, OpvallendeInzage, Postcode
from verantwoord.toegang.nakijken.actions import NakijkenKanNiet, sign_opvallend
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.werkplek.fg import woorden

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("andere_dagen")]
DAG = date(2026, 3, 2)
HIER = ZoneInfo("Europe/Amsterdam")


def keek(
    wie, dossier, *, dag=DAG, uur=11, toegestaan=True, doel="behandeling", onderdeel="werkplek:overzicht"
):
    return Inzage.objects.create(
        dossier_id=dossier.pk,
        medewerker_id=wie.pk,
        naam=wie.naam,
        organisatie=wie.organisatie,
        rol=wie.rol,
        onderdeel=onderdeel,
        doel=doel,
        toegestaan=toegestaan,
        verzoek="proef",
        moment=datetime(dag.year, dag.month, dag.day, uur, 5, tzinfo=HIER),
    )


def kijk_na(dag=DAG):
    return review_dag(door=systeem(), dag=dag, peildatum=dag + timedelta(days=1))


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def collega(dossier):
    return MedewerkerFactory(team=dossier.team)


@pytest.fixture
def fg():
    return MedewerkerFactory(fg=True)


class TestKenmerken:
    """What the database says of one look."""

    def kijk(self):
        (gevonden,) = kijken_tussen(DAG, DAG)
        return gevonden

    def test_given_a_colleagues_file_when_looking_then_there_is_no_task(self, dossier, collega):
        keek(collega, dossier)

        gevonden = self.kijk()

        assert (gevonden.medewerker, gevonden.dossier, gevonden.dag) == (collega.pk, dossier.pk, DAG)
        assert (gevonden.taak, gevonden.nacht, gevonden.zelfde_achternaam, gevonden.zelfde_postcode) == (
            (False,) * 4
        )

    def test_given_ones_own_file_when_looking_then_there_is_a_task(self, dossier):
        keek(dossier.regievoerder, dossier)

        assert self.kijk().taak is True

    @pytest.mark.parametrize(("laatste", "taak"), [(DAG, True), (DAG - timedelta(days=1), False)])
    def test_given_who_stands_in_when_looking_then_on_those_days_alone(self, dossier, collega, laatste, taak):
        Vervanging.objects.create(
            regievoerder=dossier.regievoerder,
            vervanger=collega,
            van=DAG - timedelta(days=9),
            tot=laatste,
            door_naam="Manager",
        )
        keek(collega, dossier)

        assert self.kijk().taak is taak

    def test_given_an_act_round_that_day_when_looking_then_there_is_a_task(self, dossier, collega):
        record_gebeurtenis(soort="gesprek.gepland", onderwerp=dossier, dossier_id=dossier.pk, door=collega)
        vandaag = timezone.localdate()
        keek(collega, dossier, dag=vandaag)

        (gevonden,) = kijken_tussen(vandaag, vandaag)

        assert gevonden.taak is True

    def test_given_a_relative_of_ones_own_person_when_looking_then_there_is_a_task(self, dossier, collega):
        eigen = DossierFactory(regievoerder=collega)
        eigen.persoon.gezin.create(volgorde=0, relatie="kind", v_nummer=dossier.persoon.v_nummer)
        keek(collega, dossier)

        assert self.kijk().taak is True

    @pytest.mark.parametrize(("uur", "nacht"), [(21, False), (22, True), (5, True), (6, False)])
    def test_given_an_hour_here_when_looking_then_night_is_from_ten_to_six(
        self, dossier, collega, uur, nacht
    ):
        keek(collega, dossier, uur=uur)

        assert self.kijk().nacht is nacht

    def test_given_the_same_postcode_when_looking_then_it_is_seen_and_another_is_not(self, dossier, collega):
        Postcode.objects.create(medewerker=collega, cijfers="9401")
        hier = Postcode.objects.create(locatie="Assen", cijfers="9401")
        keek(collega, dossier)

        eerst = self.kijk().zelfde_postcode
        Postcode.objects.filter(pk=hier.pk).update(cijfers="9402")

        assert (eerst, self.kijk().zelfde_postcode) == (True, False)

    @pytest.mark.parametrize(("doel", "toegestaan"), [("werklijst", True), ("behandeling", False)])
    def test_given_a_line_of_a_list_or_a_refusal_when_reading_then_it_is_no_opening(
        self, dossier, collega, doel, toegestaan
    ):
        keek(collega, dossier, doel=doel, toegestaan=toegestaan)

        assert kijken_tussen(DAG, DAG) == []

    @pytest.mark.parametrize(
        ("naam", "achternaam", "gelijk"),
        [
            ("Mies van der Aa", "van der Aa", True),
            ("Mies van der Aa", "Aa", True),
            ("J. Yılmaz", "Yilmaz", True),
            ("Mies Vanderaa", "Aa", False),
            ("Aad de Boer", "Aad", False),
            ("Wie dan ook", "", False),
            ("Wie dan ook", None, False),
        ],
    )
    def test_given_two_names_when_comparing_then_the_surname_alone_counts(self, naam, achternaam, gelijk):
        assert heet_als(naam, achternaam) is gelijk


def test_given_a_namesake_when_looking_without_a_task_then_a_question_with_a_day_waits(fg):
    dossier = DossierFactory(persoon=PersoonFactory(achternaam="Zonneveld"))
    collega = MedewerkerFactory(naam="Aafke Zonneveld", team=dossier.team)
    keek(collega, dossier)

    eerste, tweede = kijk_na(), kijk_na()

    gevonden = OpvallendeInzage.objects.get()
    assert (eerste, tweede) == (1, 0)
    assert (gevonden.regel, gevonden.naam, gevonden.dossier_id, gevonden.dag) == (
        "naamgenoot",
        "Aafke Zonneveld",
        dossier.pk,
        DAG,
    )
    # Tuesday the third, and five working days more.
    assert gevonden.nakijken_voor == date(2026, 3, 10)


def test_given_the_same_question_when_it_comes_again_within_ninety_days_then_it_is_not_asked_again():
    dossier = DossierFactory(persoon=PersoonFactory(achternaam="Zonneveld"))
    collega = MedewerkerFactory(naam="Aafke Zonneveld", team=dossier.team)
    for dag in (DAG, DAG + timedelta(days=1), DAG + timedelta(days=95)):
        keek(collega, dossier, dag=dag)

    gevonden = [kijk_na(dag) for dag in (DAG, DAG + timedelta(days=1), DAG + timedelta(days=95))]

    assert gevonden == [1, 0, 1]


def test_given_three_days_at_one_file_when_reviewing_the_third_then_the_weeks_before_are_read(
    collega, dossier
):
    for terug in (0, 3, 9):
        keek(collega, dossier, dag=DAG - timedelta(days=terug))

    kijk_na()

    assert OpvallendeInzage.objects.get().regel == "herhaald"


def test_given_five_refusals_on_a_day_when_reviewing_then_it_is_a_question(collega):
    for dossier in [DossierFactory() for _ in range(5)]:
        keek(collega, dossier, toegestaan=False)

    kijk_na()

    gevonden = OpvallendeInzage.objects.get()
    assert (gevonden.regel, gevonden.dossier_id, gevonden.feiten) == ("geprobeerd", None, {"aantal": 5})


def maak_vraag(wie=None, **anders):
    wie = wie or MedewerkerFactory()
    velden = {
        "regel": "naamgenoot",
        "dossier_id": DossierFactory().pk,
        "dag": DAG,
        "nakijken_voor": date(2026, 3, 10),
    } | anders
    return OpvallendeInzage.objects.create(
        medewerker_id=wie.pk, naam=wie.naam, organisatie=wie.organisatie, rol=wie.rol, **velden
    )


def test_given_a_question_when_signed_then_once_with_a_reason_and_never_about_oneself(fg):
    vraag, over_zelf = maak_vraag(), maak_vraag(fg)
    antwoord = {"oordeel": "verklaard", "toelichting": "Zij nam de telefoon aan voor haar collega."}

    sign_opvallend(door=fg, opvallend_id=vraag.pk, **antwoord)

    vraag.refresh_from_db()
    assert (vraag.oordeel, vraag.beoordeeld_door_id) == ("verklaard", fg.pk)
    with pytest.raises(NakijkenKanNiet, match="al nagekeken"):
        sign_opvallend(door=fg, opvallend_id=vraag.pk, **antwoord)
    with pytest.raises(NakijkenKanNiet, match="over uzelf"):
        sign_opvallend(door=fg, opvallend_id=over_zelf.pk, **antwoord)
    with pytest.raises(NakijkenKanNiet, match="Schrijf op"):
        sign_opvallend(door=fg, opvallend_id=maak_vraag().pk, oordeel="gesprek", toelichting=" ")


@pytest.mark.parametrize("rol", ["inspectie", "beheerder", "manager", "coa"])
def test_given_who_is_no_privacy_officer_when_signing_then_they_may_not(rol):
    with pytest.raises(GeenToegang):
        sign_opvallend(
            door=MedewerkerFactory(**{rol: True}),
            opvallend_id=maak_vraag().pk,
            oordeel="verklaard",
            toelichting="Goed.",
        )


class TestPaginas:
    def test_given_what_is_late_when_opening_the_desk_then_it_is_said(self, client, fg):
        maak_vraag()
        client.force_login(fg)

        pagina = client.get("/fg/").content.decode()

        assert "1 vraag is niet op tijd nagekeken" in pagina
        assert "te laat" in pagina

    def test_given_the_inspectie_when_opening_then_it_reads_and_signs_nothing(self, client):
        vraag = maak_vraag()
        client.force_login(MedewerkerFactory(inspectie=True))

        codes = [client.get(adres).status_code for adres in ("/fg/", "/fg/afgerond/", "/fg/logboek/")]
        pagina = client.get(f"/fg/opvallend/{vraag.pk}/")
        poging = client.post(f"/fg/opvallend/{vraag.pk}/", {"oordeel": "verklaard", "toelichting": "x"})

        assert (codes, pagina.status_code, poging.status_code) == ([200, 200, 200], 200, 404)
        assert "Leg uw oordeel vast" not in pagina.content.decode()

    @pytest.mark.parametrize("adres", ["/fg/", "/fg/afgerond/", "/fg/logboek/", "/fg/opvallend/{}/"])
    @pytest.mark.parametrize("rol", ["", "manager", "beheerder", "coa", "avim", "ind", "medisch_bevoegd"])
    def test_given_anybody_else_when_opening_then_it_is_not_there(self, client, adres, rol):
        vraag = maak_vraag()
        client.force_login(MedewerkerFactory(**({rol: True} if rol else {})))

        assert client.get(adres.format(vraag.pk)).status_code == 404

    def zoek(self, client, **anders):
        velden = {
            "van_dag": 1, "van_maand": 3, "van_jaar": 2026, "tot_dag": 3, "tot_maand": 3, "tot_jaar": 2026,
        } | anders  # fmt: skip
        return client.post("/fg/logboek/", velden)

    def test_given_a_number_when_searching_then_the_lines_come_without_a_name_of_the_person_and_the_search_is_kept(
        self, client, fg, dossier, collega
    ):
        keek(collega, dossier)
        keek(collega, DossierFactory())
        client.force_login(fg)

        pagina = self.zoek(client, dossiernummer=dossier.nummer.lower()).content.decode()

        assert pagina.count(collega.naam) == 1
        assert dossier.persoon.achternaam not in pagina
        assert dossier.persoon.v_nummer not in pagina
        assert list(
            Inzage.objects.filter(medewerker_id=fg.pk).values_list("dossier_id", "onderdeel", "doel")
        ) == [(dossier.pk, "fg:logboek", "toezicht")]

    def test_given_a_person_when_searching_then_everything_that_person_looked_at_comes(
        self, client, fg, dossier, collega
    ):
        keek(collega, dossier)
        keek(collega, DossierFactory(), toegestaan=False)
        keek(dossier.regievoerder, dossier)
        client.force_login(fg)

        alles = self.zoek(client, medewerker=collega.naam.upper()).content.decode()
        geweigerd = self.zoek(client, medewerker=collega.naam, alleen_geweigerd="on").content.decode()

        assert (alles.count("<time"), geweigerd.count("<time")) == (2, 1)

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"dossiernummer": "D-1999-000001"}, "Dit nummer bestaat niet"),
            ({"medewerker": "Niemand Zo"}, "Deze naam is niet bekend"),
            ({"tot_dag": 8}, "hooguit 7 dagen"),
            ({"van_dag": 4}, "ligt voor de eerste"),
        ],
    )
    def test_given_a_search_that_cannot_when_sent_then_the_form_says_why(self, client, fg, anders, fout):
        client.force_login(fg)

        antwoord = self.zoek(client, **anders)

        assert antwoord.status_code == 422
        assert fout in antwoord.content.decode()

    def test_given_more_than_a_page_when_going_on_then_each_line_comes_once(
        self, client, fg, dossier, collega
    ):
        for _ in range(60):
            keek(collega, dossier)
        client.force_login(fg)

        eerste = self.zoek(client, dossiernummer=dossier.nummer)
        tweede = self.zoek(client, dossiernummer=dossier.nummer, na=eerste.context["volgende"])

        assert [len(a.context["regels"]) for a in (eerste, tweede)] == [50, 10]
        assert tweede.context["volgende"] == ""

    @pytest.mark.parametrize("na", ["", "x", "2026-03-02_1", "2026-99-99T00:00:00+01:00_1", "_"])
    def test_given_a_place_that_nobody_gave_when_searching_then_it_is_the_first_page(
        self, client, fg, dossier, collega, na
    ):
        keek(collega, dossier)
        client.force_login(fg)

        assert len(self.zoek(client, dossiernummer=dossier.nummer, na=na).context["regels"]) == 1

    def test_given_one_and_thirty_findings_when_opening_the_desk_then_the_queries_are_as_many(
        self, client, fg, django_assert_num_queries, django_assert_max_num_queries
    ):
        maak_vraag()
        client.force_login(fg)
        with django_assert_max_num_queries(20) as een:
            client.get("/fg/")
        for _ in range(29):
            maak_vraag()

        with django_assert_num_queries(len(een)):
            client.get("/fg/")


def test_given_the_rules_about_looks_when_put_in_words_then_every_rule_has_its_own_and_no_other_is_named():
    assert {naam: (str(w.titel), str(w.uitleg)) for naam, w in woorden.PER_REGEL.items()} == {
        naam: (regel.titel, regel.uitleg) for naam, regel in PER_REGEL.items()
    }
