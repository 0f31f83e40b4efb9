"""The desks of partners: who sees which page, what stands on it, what does not, and that looking is kept first."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.overleg.factories import DATUM, maak_tafel
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import (
    Beroep,
    Besluit,
    Dossier,
    Dossierdeel,
    Opvangverlenging,
    Veiligheidskaart,
    Verblijfplaats,
)
from verantwoord.kern.toegang import CATEGORIEEN, ROLLEN, Toegang, toegang_van
from verantwoord.keten.partner import queries
from verantwoord.keten.partner.bladen import VASTE_SPATIE
from verantwoord.keten.partner.bureaus import BUREAUS
from verantwoord.keten.partner.gevraagd import vragen_aan
from verantwoord.keten.partner.onthouden import GEEN_INHOUD, onthouden_aan
from verantwoord.keten.partner.venster import VENSTERS, is_te_zien
from verantwoord.overleg import actions as overleg
from verantwoord.toegang.models import Inzage, Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, Organisatie, Rol
from verantwoord.toetsing.models import Signaal
from verantwoord.vertrekplan.models import Actie
from verantwoord.web.datums import lang

pytestmark = pytest.mark.django_db
KETENTRAITS = ("coa", "ind", "avim", "avim_mensenhandel", "kmar", "iom", "ngo", "vwn")
BLADEN_VAN_PERSONEEL = (
    "werkplek:overzicht",
    "werkplek:tijdlijn",
    "werkplek:inzage",
    "toetsing:overzicht",
    "vertrekplan:plan",
    "vertrekgesprek:lijst",
    "dossier:procedure",
    "reisdocument:overzicht",
    "ondersteuning:wensen",
    "vertrek:overzicht",
)
LIJSTEN_VAN_PERSONEEL = (
    "agenda:agenda",
    "team:overzicht",
    "catalogus:lijst",
    "kwaliteit:meting",
    "beheer:begin",
)


def iemand(trait: str, locatie: str = "Assen", **anders) -> Medewerker:
    """Somebody of a partner, in a team of its own organisation that works for one location."""
    organisatie = MedewerkerFactory.build(**{trait: True}, team=None).organisatie
    team = anders.pop("team", None) or TeamFactory(organisatie=organisatie, locaties=[locatie])
    return MedewerkerFactory(**{trait: True}, team=team, **anders)


def client_van(medewerker: Medewerker) -> Client:
    client = Client()
    client.force_login(medewerker)
    return client


def zaak(*, locatie: str = "Assen", **anders) -> Dossier:
    dossier = DossierFactory(**anders)
    Verblijfplaats.objects.filter(dossier=dossier).update(locatie=locatie)
    return opnieuw(dossier)


def opnieuw(dossier: Dossier) -> Dossier:
    herbeoordeel([dossier.pk])
    return dossier


def met_uitspraak(dossier: Dossier, dag: date) -> Dossier:
    """A judge found the appeal unfounded: from there the four weeks run."""
    Beroep.objects.create(
        dossier=dossier, volgorde=0, ingesteld_op=date(2022, 2, 10), uitspraak_op=dag, bekendgemaakt_op=dag,
        uitkomst="ongegrond",
    )  # fmt: skip
    return opnieuw(dossier)


@pytest.fixture
def coa() -> Medewerker:
    return iemand("coa")


def test_given_coa_when_opening_the_desk_then_the_residents_of_its_location_are_there_and_no_others(coa):
    hier = zaak(persoon__achternaam="Hiervandaan")
    zaak(persoon__achternaam="Elders", locatie="Ter Apel")

    pagina = client_van(coa).get(reverse("partner:begin")).content.decode()

    assert "Hiervandaan" in pagina
    assert "Elders" not in pagina
    assert reverse("partner:zaak", args=[hier.pk]) in pagina


def test_given_the_desk_when_it_shows_people_then_one_look_a_person_was_kept(coa):
    hier, daar = zaak(), zaak(locatie="Ter Apel")

    client_van(coa).get(reverse("partner:begin"))

    assert list(Inzage.objects.filter(medewerker_id=coa.pk).values_list("dossier_id", flat=True)) == [hier.pk]
    assert not Inzage.objects.filter(dossier_id=daar.pk).exists()


def test_given_coa_when_opening_a_case_then_the_end_of_shelter_is_the_answer_and_what_is_withheld_is_named(
    coa,
):
    dossier = met_uitspraak(DossierFactory(), timezone.localdate() - timedelta(days=10))

    antwoord = client_van(coa).get(reverse("partner:zaak", args=[dossier.pk]))

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert antwoord.context["hoofd"].titel == "Opvangrecht eindigt op"
    assert antwoord.context["hoofd"].antwoord.replace(VASTE_SPATIE, " ") == lang(
        timezone.localdate() + timedelta(days=18)
    )
    for regel in onthouden_aan("coa"):
        assert str(regel.wat).replace("&", "&amp;") in pagina
    assert Inzage.objects.filter(medewerker_id=coa.pk, onderdeel="partner:zaak", toegestaan=True).count() == 1


def test_given_a_file_full_of_what_coa_may_not_know_when_coa_opens_its_pages_then_none_of_it_is_there(coa):
    dossier = zaak()
    Besluit.objects.filter(dossier=dossier).update(kenmerk="KANARIE-BESLUIT")
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="medisch",
        inhoud={"aanwijzing_op": "2022-02-03", "reisvoorwaarden": ["KANARIE-MEDISCH"]},
    )
    Dossierdeel.objects.create(dossier=dossier, deel="mensenhandel", inhoud={"aanwijzing_op": "2022-02-03"})
    opnieuw(dossier)
    client = client_van(coa)

    bladen = [
        client.get(reverse("partner:begin")),
        client.get(reverse("partner:zaak", args=[dossier.pk])),
        client.get(reverse("partner:gevraagd")),
        client.post(reverse("partner:zoeken"), {"zoek": dossier.persoon.achternaam}),
    ]

    assert [blad.status_code for blad in bladen] == [200] * 4
    assert all("KANARIE" not in blad.content.decode() for blad in bladen)
    assert all(dossier.nummer not in blad.content.decode() for blad in bladen)


@pytest.mark.parametrize("trait", KETENTRAITS)
def test_given_a_partner_without_a_task_when_opening_a_case_then_it_is_not_there_and_the_try_is_kept(trait):
    dossier, partner = zaak(), iemand(trait, locatie="Ter Apel")

    antwoord = client_van(partner).get(reverse("partner:zaak", args=[dossier.pk]))

    assert antwoord.status_code == 404
    assert Inzage.objects.get(medewerker_id=partner.pk).toegestaan is False


@pytest.mark.parametrize("trait", KETENTRAITS)
def test_given_any_partner_when_opening_pages_of_the_staff_then_they_are_not_there(trait):
    dossier, partner = zaak(), iemand(trait)
    client = client_van(partner)

    van_dossier = [client.get(reverse(naam, args=[dossier.pk])) for naam in BLADEN_VAN_PERSONEEL]
    lijsten = [client.get(reverse(naam)) for naam in LIJSTEN_VAN_PERSONEEL]

    assert {antwoord.status_code for antwoord in [*van_dossier, *lijsten]} == {404}
    assert client.get("/").headers["Location"] == reverse("partner:begin")
    assert Inzage.objects.filter(medewerker_id=partner.pk, toegestaan=True).count() == 0


@pytest.mark.parametrize("rol", ["regievoerder", "manager", "beheerder"])
def test_given_staff_when_opening_pages_of_partners_then_they_are_not_there(rol):
    dossier = zaak()
    wie = dossier.regievoerder if rol == "regievoerder" else MedewerkerFactory(**{rol: True})
    client = client_van(wie)

    antwoorden = [
        client.get(reverse("partner:begin")),
        client.get(reverse("partner:gevraagd")),
        client.get(reverse("partner:zaak", args=[dossier.pk])),
        client.post(reverse("partner:stuur", args=[dossier.pk, "zorg"])),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 4


@pytest.mark.parametrize("trait", [*KETENTRAITS, "medisch_bevoegd"])
def test_given_any_desk_when_opening_it_then_it_opens_also_with_nothing_on_it(trait):
    wie = iemand(trait) if trait in KETENTRAITS else MedewerkerFactory(**{trait: True})

    antwoord = client_van(wie).get(reverse("partner:begin"))

    assert antwoord.status_code == 200


@pytest.mark.parametrize(("trait", "bureau"), [("inspectie", "inspectie:begin"), ("fg", "fg:begin")])
def test_given_who_sees_no_dossiers_when_opening_the_desk_then_their_own_work_opens(trait, bureau):
    antwoord = client_van(MedewerkerFactory(**{trait: True})).get(reverse("partner:begin"), follow=True)

    assert (antwoord.status_code, antwoord.redirect_chain) == (200, [(reverse(bureau), 302)])


@pytest.mark.parametrize("trait", ["inspectie", "fg", "beheerder"])
def test_given_who_sees_no_dossiers_when_opening_a_case_then_it_is_not_there(trait):
    dossier = zaak()

    antwoord = client_van(MedewerkerFactory(**{trait: True})).get(reverse("partner:zaak", args=[dossier.pk]))

    assert antwoord.status_code == 404


def test_given_an_address_nobody_thought_of_when_a_partner_asks_for_it_then_it_is_not_there():
    assert [is_te_zien("nieuw:bladzij", rol=rol) for rol in VENSTERS] == [False] * len(VENSTERS)
    assert {*KETENROLLEN, Rol.INSPECTIE, Rol.FG, Rol.MEDISCH_BEVOEGD} == set(VENSTERS)
    assert {*KETENROLLEN, Rol.MEDISCH_BEVOEGD} == set(BUREAUS)


def test_given_the_matrix_when_saying_what_is_withheld_then_every_cell_that_is_not_full_has_its_sentence():
    for rol in ROLLEN:
        niet_vol = [
            categorie
            for categorie in CATEGORIEEN
            if categorie not in GEEN_INHOUD and toegang_van(rol, categorie) is not Toegang.VOL
        ]
        if rol in {"regievoerder", "functioneel_beheer", "fg", "inspectie", "persoon", "gemachtigde"}:
            continue

        regels = onthouden_aan(rol)

        assert len(regels) == len(niet_vol)
        assert all(str(regel.waarom).endswith(".") and str(regel.bron) for regel in regels)


def _met_vraag() -> Dossier:
    dossier = DossierFactory()
    Opvangverlenging.objects.create(
        dossier=dossier, volgorde=0, gevraagd_op=date(2022, 2, 8), reden="School."
    )
    return opnieuw(dossier)


def test_given_thirty_cases_when_opening_the_desk_then_it_asks_no_more_of_the_database_than_with_one(coa):
    client, adres = client_van(coa), reverse("partner:begin")
    _met_vraag()
    client.get(adres)
    with CaptureQueriesContext(connection) as met_een:
        client.get(adres)
    for _nummer in range(29):
        _met_vraag()

    with CaptureQueriesContext(connection) as met_dertig:
        antwoord = client.get(adres)

    assert len(antwoord.context["rijen"]) == queries.PER_PAGINA
    assert len(met_dertig) <= len(met_een)


def test_given_more_than_a_page_when_walking_on_then_every_case_comes_once_in_the_order_of_date_and_arrival(
    coa,
):
    dossiers = [
        DossierFactory(ontvangen_op=date(2022, 2, 1) + timedelta(days=nummer % 7)) for nummer in range(32)
    ]
    herbeoordeel([dossier.pk for dossier in dossiers])

    gezien, plek = [], None
    while True:
        pagina = queries.pagina_of(viewer=coa, na=plek)
        gezien += pagina.zaken
        if pagina.volgende is None:
            break
        plek = queries.uit_tekst(queries.als_tekst(pagina.volgende))

    aankomst = {dossier.pk: dossier.ontvangen_op for dossier in dossiers}
    sleutels = [
        (z.antwoorden["opvangrecht"].inhoud["einddatum"] or "9999", aankomst[z.dossier_id], z.dossier_id)
        for z in gezien
    ]
    assert sleutels == sorted(sleutels)
    assert {z.dossier_id for z in gezien} == {dossier.pk for dossier in dossiers}
    assert len(gezien) == 32


@pytest.mark.parametrize("tekst", ["", "x", "2022-01-01_2022-01-01", "__", "2022-13-01_2022-01-01_1", "\0"])
def test_given_a_place_that_is_none_when_asking_a_page_then_it_begins_at_the_beginning(coa, tekst):
    assert queries.uit_tekst(tekst) is None
    assert client_van(coa).get(reverse("partner:begin"), {"na": tekst}).status_code == 200


def test_given_a_request_for_longer_shelter_when_coa_opens_the_desk_then_it_is_asked_with_its_form(coa):
    dossier = DossierFactory(persoon__achternaam="Wachter")
    Opvangverlenging.objects.create(
        dossier=dossier, volgorde=0, gevraagd_op=date(2022, 2, 8), reden="Het schooljaar loopt nog."
    )
    opnieuw(dossier)
    client, adres = client_van(coa), reverse("partner:stuur", args=[dossier.pk, "opvangbesluit"])

    begin = client.get(reverse("partner:begin")).content.decode()
    formulier = client.get(adres).content.decode()

    assert "Langere opvang voor Sami Wachter" in begin
    assert adres in begin
    assert "Het schooljaar loopt nog." in formulier


def test_given_the_form_for_longer_shelter_when_coa_agrees_without_a_day_then_it_is_asked_and_nothing_is_lost(
    coa,
):
    dossier = _met_vraag()
    adres = reverse("partner:stuur", args=[dossier.pk, "opvangbesluit"])
    client = client_van(coa)
    form = client.get(adres).context["form"]

    antwoord = client.post(
        adres,
        {
            "inzending_id": str(form.initial["inzending_id"]),
            "besluit": "akkoord",
            "toelichting": "Tot de vakantie.",
        },
    )

    assert antwoord.status_code == 422
    assert "Vul in tot en met welke dag u akkoord bent." in antwoord.content.decode()
    assert "Tot de vakantie." in antwoord.content.decode()


def test_given_a_worry_when_coa_sends_the_form_then_the_writer_sees_it_and_a_colleague_does_not(coa):
    dossier, collega = zaak(), MedewerkerFactory(coa=True, team=coa.team)
    adres = reverse("partner:stuur", args=[dossier.pk, "zorg"])
    client = client_van(coa)
    form = client.get(adres).context["form"]
    vandaag = timezone.localdate()

    antwoord = client.post(
        adres,
        {
            "inzending_id": str(form.initial["inzending_id"]),
            "moment": "mensenhandel",
            "gezien_op_0": "",
            "gezien_op_dag": vandaag.day,
            "gezien_op_maand": vandaag.month,
            "gezien_op_jaar": vandaag.year,
            "toelichting": "KANARIE-MENSENHANDEL",
        },
    )

    bladzij = reverse("partner:zaak", args=[dossier.pk])
    assert antwoord.headers["Location"] == bladzij
    assert "KANARIE-MENSENHANDEL" in client.get(bladzij).content.decode()
    assert "KANARIE-MENSENHANDEL" not in client_van(collega).get(bladzij).content.decode()


@pytest.mark.parametrize(
    ("trait", "soort"),
    [
        ("coa", "bericht-van-vertrek"),
        ("avim", "opvangbesluit"),
        ("ind", "afwezigheid"),
        ("kmar", "controle"),
        ("avim", "verwijzing"),
        ("coa", "bestaat-niet"),
    ],
)
def test_given_what_is_not_theirs_to_send_when_opening_its_form_then_it_is_not_there(trait, soort):
    dossier, partner = zaak(), iemand(trait)

    antwoord = client_van(partner).get(reverse("partner:stuur", args=[dossier.pk, soort]))

    assert antwoord.status_code == 404


def test_given_an_action_of_the_coa_in_the_plan_when_opening_the_desk_then_it_is_asked_by_its_day(coa):
    dossier = DossierFactory()
    plan = VertrekplanFactory(dossier=dossier, met_acties=False)
    for nummer, (tekst, dag) in enumerate(
        [("Later doen", date(2022, 4, 1)), ("Eerst doen", date(2022, 3, 1))]
    ):
        Actie.objects.create(plan=plan, volgorde=nummer, omschrijving=tekst, eigenaar="coa", uiterlijk=dag)
    opnieuw(dossier)

    vragen = client_van(coa).get(reverse("partner:begin")).context["vragen"]

    assert [(vraag.titel, vraag.datum) for vraag in vragen] == [
        ("Eerst doen", date(2022, 3, 1)),
        ("Later doen", date(2022, 4, 1)),
    ]


def test_given_a_referral_when_iom_opens_the_desk_then_it_is_asked_there():
    iom, dossier = MedewerkerFactory(iom=True), DossierFactory(persoon__achternaam="Reiziger")
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="verwijzingen",
        inhoud=[{"naar": "iom", "verwezen_op": "2022-02-08", "toestemming": True}],
    )
    opnieuw(dossier)

    vragen = client_van(iom).get(reverse("partner:begin")).context["vragen"]

    assert [vraag.titel for vraag in vragen] == ["Verwijzing van Sami Reiziger"]


@pytest.mark.parametrize(
    ("zoek", "aantal"), [("Zoekbaar", 1), ("zoek", 1), ("zo", 0), ("990000", 1), ("niemand", 0), ("", 0)]
)
def test_given_a_search_when_coa_looks_for_somebody_then_only_its_own_are_found(coa, zoek, aantal):
    zaak(persoon__achternaam="Zoekbaar", persoon__v_nummer="9900001234")
    zaak(persoon__achternaam="Zoekbaar", persoon__v_nummer="9900005678", locatie="Ter Apel")

    antwoord = client_van(coa).post(reverse("partner:zoeken"), {"zoek": zoek})

    assert len(antwoord.context["rijen"]) == aantal
    assert antwoord.status_code == 200


def test_given_a_referral_to_a_named_organisation_when_its_people_open_the_desk_then_only_they_see_the_case():
    naam = "VluchtelingenWerk Assen"
    vwn, elders = (
        iemand("vwn", team=TeamFactory(organisatie="vwn", naam=n)) for n in (naam, "VluchtelingenWerk Echt")
    )
    dossier = DossierFactory()
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="verwijzingen",
        inhoud=[{"naar": "overig", "organisatie": naam, "verwezen_op": "2022-02-08", "toestemming": True}],
    )
    opnieuw(dossier)

    antwoorden = [client_van(wie).get(reverse("partner:zaak", args=[dossier.pk])) for wie in (vwn, elders)]

    assert [antwoord.status_code for antwoord in antwoorden] == [200, 404]


def test_given_a_medical_indication_when_who_is_competent_opens_the_desk_then_whether_travel_is_possible_is_there():
    medisch = MedewerkerFactory(medisch_bevoegd=True)
    dossier, ander = DossierFactory(), zaak()
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="medisch",
        inhoud={"aanwijzing_op": "2022-02-03", "art64_besluit": "toegekend", "art64_van": "2022-02-04"},
    )
    opnieuw(dossier)

    rijen = client_van(medisch).get(reverse("partner:begin")).context["rijen"]

    assert [(rij.dossier_id, rij.cellen[0].tekst) for rij in rijen] == [
        (str(dossier.pk), "Reizen kan nu niet")
    ]
    assert client_van(medisch).get(reverse("partner:zaak", args=[ander.pk])).status_code == 404


def test_given_items_that_wait_for_a_first_position_when_coa_opens_the_desk_then_one_line_a_meeting_asks_for_them():
    tafel = maak_tafel()
    een = tafel.punt()
    tafel.standpunt(tafel.punt(), "avim")

    vragen = vragen_aan(tafel.coa, op=DATUM).vragen

    assert [(v.titel, v.datum, v.dossiers) for v in vragen] == [
        ("Eerste standpunt bij 2 agendapunten", DATUM, ())
    ]
    assert [v.url for v in vragen] == [reverse("overleg:overleg", args=[tafel.overleg.pk])]
    assert [v.url for v in vragen_aan(tafel.avim, op=DATUM).vragen] == [
        reverse("overleg:punt", args=[een.pk])
    ]


def test_given_an_agreed_action_of_the_coa_when_it_opens_the_desk_then_it_is_asked_by_its_day():
    tafel = maak_tafel()
    punt = tafel.open(tafel.punt())
    overleg.add_actie(
        door=tafel.notulist, punt_id=punt.pk, omschrijving="Een kamer vrijhouden", eigenaar="coa",
        uiterlijk=date(2022, 3, 8),
    )  # fmt: skip

    vragen = vragen_aan(tafel.coa, op=date(2022, 3, 5)).vragen

    assert ("Een kamer vrijhouden", date(2022, 3, 8)) in [(v.titel, v.datum) for v in vragen]


@pytest.mark.parametrize(("trait", "leest"), [("avim_mensenhandel", True), ("avim", False), ("coa", False)])
def test_given_a_signal_of_trafficking_when_partners_open_the_case_then_only_who_handles_it_reads_it(
    trait, leest
):
    partner, dossier = iemand(trait), DossierFactory()
    Signaal.objects.create(
        dossier=dossier, volgorde=0, moment="mensenhandel", ontvangen_op=date(2022, 2, 8), bron="gesprek",
        toelichting="KANARIE-MENSENHANDEL", door_naam="Noor",
    )  # fmt: skip
    Dossierdeel.objects.create(dossier=dossier, deel="mensenhandel", inhoud={"aanwijzing_op": "2022-02-08"})
    opnieuw(dossier)

    antwoord = client_van(partner).get(reverse("partner:zaak", args=[dossier.pk]))

    assert antwoord.status_code == 200
    assert ("KANARIE-MENSENHANDEL" in antwoord.content.decode()) is leest


@pytest.mark.parametrize(("trait", "leest"), [("coa", True), ("ind", False), ("avim", False)])
def test_given_a_safety_card_when_partners_open_the_case_then_only_who_must_know_it_reads_it(trait, leest):
    partner, dossier = iemand(trait), zaak()
    Veiligheidskaart.objects.create(
        dossier=dossier, tekst="KANARIE-VEILIG", door=dossier.regievoerder, organisatie=Organisatie.DTV
    )

    antwoord = client_van(partner).get(reverse("partner:zaak", args=[dossier.pk]))

    assert ("KANARIE-VEILIG" in antwoord.content.decode()) is leest
