"""The pages of one dossier: what now, timeline, who looked, family, and what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.werkplek.bouw import VANDAAG, dossier_voor
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.models import Beroep, Dossier, Dossierdeel, Gezinslid
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.models import Inzage, Team
from verantwoord.toetsing.models import Signaal, Toetsing

pytestmark = pytest.mark.django_db
BLADEN = ["overzicht", "tijdlijn", "inzage", "gezin", "documenten"]


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def client(client, noor):
    client.force_login(noor)
    return client


@pytest.fixture
def dossier(noor):
    return dossier_voor(noor, naam=("Karim", "al-Jabouri"), v_nummer="2814479053")


def adres(dossier, blad="overzicht"):
    return reverse(f"werkplek:{blad}", args=[dossier.pk])


@pytest.mark.parametrize("blad", BLADEN)
def test_given_a_dossier_when_a_page_is_opened_then_head_steps_and_tabs_stand_round_it(client, dossier, blad):
    pagina = lees(client.get(adres(dossier, blad)))

    assert [tekst(h) for h in vind(pagina, "h1")] == ["Karim al-Jabouri"]
    assert [tekst(d) for d in vind(pagina, ".vw-kopfeiten div")] == [
        "V-nummer 281 447 9053",
        "Verblijf azc Assen",
        "Regievoerder Noor Haverkamp",
    ]
    assert [tekst(s) for s in vind(pagina, ".vw-stap__titel")] == [
        "Ontvangen",
        "Gesprek 1",
        "Zitting en gesprek 2",
        "Uitspraak en gesprek 3",
        "Vertrek",
        "Gesloten",
    ]
    assert [tekst(a) for a in vind(pagina, ".vw-tabs a")] == [
        "Overzicht",
        "Procedure",
        "Gesprekken",
        "Toetsing",
        "Vertrekplan",
        "Reisdocument",
        "Wensen",
        "Overleg",
        "Toezicht",
        "Vertrek",
        "Documenten",
        "Tijdlijn",
        "Inzage",
    ]


@pytest.mark.parametrize("blad", BLADEN)
def test_given_someone_elses_dossier_when_opened_then_the_page_is_that_of_one_that_is_not_there(client, blad):
    elders = dossier_voor(MedewerkerFactory())

    verboden = client.get(adres(elders, blad))
    afwezig = client.get(reverse(f"werkplek:{blad}", args=[uuid4()]))

    assert (verboden.status_code, afwezig.status_code) == (404, 404)
    assert zonder_kenmerk(verboden) == zonder_kenmerk(afwezig)
    assert list(Inzage.objects.filter(dossier_id=elders.pk).values_list("toegestaan", "naam")) == [
        (False, "Noor Haverkamp")
    ]


def zonder_kenmerk(antwoord):
    """The words of a page; each refusal has a reference of its own to find it by."""
    kenmerk = antwoord.headers["X-Referentie"]
    return tekst(lees(antwoord)).replace(kenmerk, "").replace(str(antwoord.context["kenmerk"]), "")


def test_given_a_dossier_when_opened_then_the_look_is_on_record_with_its_part_and_purpose(client, dossier):
    client.get(adres(dossier, "documenten"))

    assert list(Inzage.objects.values_list("dossier_id", "onderdeel", "doel", "toegestaan")) == [
        (dossier.pk, "werkplek:documenten", "behandeling", True)
    ]


def test_given_what_is_owed_when_opened_then_each_duty_has_its_reason_source_and_one_button(client, dossier):
    pagina = lees(client.get(adres(dossier)))

    plichten = vind(pagina, ".vw-plicht")
    eerste = plichten[0]
    assert tekst(vind(eerste, "h4")[0]) == "Gesprek 1 voeren"
    assert tekst(vind(eerste, ".vw-termijn")[0]) == "over 4 dagen"
    assert tekst(vind(eerste, ".vw-bron")[0]).startswith("Bron: Rapport, paragraaf 2.2")
    assert [len(vind(plicht, "a.utrecht-button")) for plicht in plichten] == [1] * len(plichten)
    assert tekst(vind(pagina, ".werk-watnu .vw-sectie__kop p")[0]).startswith("1 blokkade · ")


def test_given_an_act_at_issue_that_a_norm_stops_when_opened_then_the_limit_says_why_until_when_and_which_source(
    client, dossier
):
    grens = vind(lees(client.get(adres(dossier))), ".vw-grens")[0]

    feiten = {tekst(vind(d, "dt")[0]): tekst(vind(d, "dd")[0]) for d in vind(grens, "dl div")}
    assert tekst(vind(grens, ".vw-grens__titel")[0]) == "Het vertrekplan kan nog niet worden vastgesteld"
    assert feiten["Geldt tot"] == "alle vier de toetsingen met feiten en een afweging zijn vastgelegd"
    assert feiten["Afwijken"] == "Kan niet. Deze grens geldt voor iedereen."
    assert [tekst(a) for a in vind(grens, ".vw-knoppen a")] == ["Leg de toetsing vast"]


def test_given_every_norm_when_all_answers_are_opened_then_each_stands_there_once_with_uitleg_and_source(
    client, dossier
):
    from verantwoord.kern.normen import DOSSIERNORMEN  # noqa: PLC0415 - only this test counts them

    antwoorden = vind(lees(client.get(adres(dossier))), ".werk-antwoorden dl div")

    assert sorted(tekst(vind(a, "dt")[0]) for a in antwoorden) == sorted(n.titel for n in DOSSIERNORMEN)
    assert all(tekst(vind(a, ".vw-bron")[0]) for a in antwoorden)


def test_given_a_suspension_when_opened_then_the_banner_speaks_before_the_steps_with_reason_and_last_day(
    client, dossier
):
    vandaag = VANDAAG()
    tot = vandaag + timedelta(days=30)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="medisch",
        inhoud={
            "art64_besluit": "toegekend",
            "art64_van": (vandaag - timedelta(days=1)).isoformat(),
            "art64_tot": tot.isoformat(),
        },
    )
    herbeoordeel([dossier.pk])

    pagina = lees(client.get(adres(dossier)))

    band = vind(pagina, ".vw-kopband")[0]
    klassen = [d.get("class") or "" for d in band.iter() if d.tag in {"div", "ol"}]
    melding = next(n for n, k in enumerate(klassen) if "vw-melding--stand" in k)
    stappen = next(n for n, k in enumerate(klassen) if k == "vw-stappen")
    assert melding < stappen
    assert tekst(vind(band, ".vw-melding__titel")[0]).startswith("Opgeschort tot en met ")
    assert tekst(vind(band, ".vw-melding p")[0]) == (
        "De IND heeft uitstel van vertrek verleend om medische redenen (artikel 64). De vertrekplicht geldt nu niet."
    )


def test_given_no_stand_is_kept_yet_when_opened_then_the_page_works_it_out(client, dossier):
    Stand.objects.all().delete()

    assert client.get(adres(dossier)).status_code == 200


def test_given_a_family_when_opened_then_only_dossiers_one_may_see_have_a_name_and_a_link(
    client, noor, dossier
):
    partner = dossier_voor(noor, naam=("Rana", "Hassoun"), v_nummer="2814479061")
    elders = dossier_voor(MedewerkerFactory(), naam=("Verborgen", "Naam"), v_nummer="2814479070")
    for volgorde, (relatie, v_nummer) in enumerate(
        (("partner", "2814479061"), ("ouder", "2814479070"), ("kind", None))
    ):
        Gezinslid.objects.create(
            persoon=dossier.persoon,
            volgorde=volgorde,
            relatie=relatie,
            v_nummer=v_nummer,
            geboortedatum="2013-00-00",
        )
    herbeoordeel([dossier.pk])

    pagina = lees(client.get(adres(dossier, "gezin")))

    assert [tekst(h) for h in vind(pagina, ".vw-kaart h3")] == ["Rana Hassoun", "Ouder", "Kind"]
    assert [a.get("href") for a in vind(pagina, ".vw-kaart a")] == [adres(partner)]
    assert str(elders.pk) not in pagina.text_content()


@pytest.mark.parametrize("blad", ["overzicht", "gezin"])
def test_given_a_relative_whose_name_is_shown_when_opened_then_the_look_is_kept_in_that_dossier_too(
    client, noor, dossier, blad
):
    partner = dossier_voor(noor, naam=("Rana", "Hassoun"), v_nummer="2814479061")
    Gezinslid.objects.create(persoon=dossier.persoon, volgorde=0, relatie="partner", v_nummer="2814479061")
    herbeoordeel([dossier.pk])

    client.get(adres(dossier, blad))

    assert list(Inzage.objects.order_by("pk").values_list("dossier_id", "onderdeel")) == [
        (dossier.pk, f"werkplek:{blad}"),
        (partner.pk, "werkplek:gezin"),
    ]


def gebeurtenis(dossier, door, soort="wens.geuit", **gegevens):
    return record_gebeurtenis(
        soort=soort, onderwerp=dossier, dossier_id=dossier.pk, door=door, gegevens=gegevens
    )


def test_given_events_when_the_timeline_is_opened_then_the_newest_leads_with_old_new_and_who(
    client, noor, dossier
):
    gebeurtenis(dossier, noor, "overdracht.ontvangen", afzender="ind")
    gebeurtenis(
        dossier,
        noor,
        "procedure.zitting_bepaald",
        wijzigingen={"procedure.beroepen[0].zitting_op": [None, "2022-10-06"]},
    )

    regels = vind(lees(client.get(adres(dossier, "tijdlijn"))), ".vw-tijdlijn__wat")

    assert [tekst(regel) for regel in regels] == [
        "Zittingsdatum bekend: 6 oktober 2022Noor Haverkamp",
        "Dossier overgedragenNoor Haverkamp",
    ]


@pytest.mark.parametrize(
    ("soort", "gegevens", "regel"),
    [
        ("gesprek.gepland", {"moment": "tweede"}, "Gesprek gepland, gesprek 2"),
        (
            "toetsing.vastgelegd",
            {"moment": "medisch", "wijzigingen": {"conclusie": ["geen_aanwijzing", "geen_aanwijzing"]}},
            "Toetsing vastgelegd, medisch: geen aanwijzing",
        ),
        (
            "vertrekplan.vastgesteld",
            {"versie": 2, "wijzigingen": {"gekozen": ["geen_vertrek_nu", "zelfstandig_iom"]}},
            "Vertrekplan vastgesteld: was geen vertrek nu →wordt zelfstandig met IOM, versie 2",
        ),
        (
            "overleg.besproken",
            {"wijzigingen": {"over": [None, "gl"], "besluit": [None, "vastgesteld"]}},
            "Besproken in het overleg: onderwerp gezinslocatie; besluit vastgesteld",
        ),
        ("actie.gereed", {"actie": "De garage bellen"}, "Actie uit het vertrekplan klaar: De garage bellen"),
    ],
)
def test_given_an_event_when_the_timeline_is_opened_then_it_reads_as_a_sentence(
    client, noor, dossier, soort, gegevens, regel
):
    gebeurtenis(dossier, noor, soort, **gegevens)

    gelezen = vind(lees(client.get(adres(dossier, "tijdlijn"))), ".vw-tijdlijn__wat p")

    assert tekst(gelezen[0]) == regel


def test_given_kinds_when_the_timeline_is_filtered_then_only_that_kind_is_there(client, noor, dossier):
    gebeurtenis(dossier, noor, "wens.geuit")
    gebeurtenis(dossier, noor, "gesprek.gepland")

    regels = vind(lees(client.get(adres(dossier, "tijdlijn"), {"soort": "gesprek"})), ".vw-tijdlijn strong")

    assert [tekst(regel) for regel in regels] == ["Gesprek gepland"]


def test_given_many_events_when_the_timeline_is_walked_then_each_comes_once(client, noor, dossier):
    for nummer in range(65):
        gebeurtenis(dossier, noor, "wens.geuit", omschrijving=f"wens {nummer}")

    gezien, url = [], adres(dossier, "tijdlijn")
    while url:
        pagina = lees(client.get(url))
        gezien += [tekst(p) for p in vind(pagina, ".vw-tijdlijn__wat p") if "wens " in tekst(p)]
        verder = [a.get("href") for a in vind(pagina, ".vw-paginering a") if "Oudere" in tekst(a)]
        url = adres(dossier, "tijdlijn") + verder[0] if verder else ""

    assert gezien == [f"Wens toegevoegd: wens {nummer}" for nummer in reversed(range(65))]


def test_given_looks_when_the_page_of_looks_is_opened_then_it_says_who_when_what_and_why(
    client, noor, dossier
):
    client.get(reverse("werkplek:caseload"))
    client.force_login(MedewerkerFactory(naam="Buiten Staander"))
    client.get(adres(dossier))
    client.force_login(noor)

    pagina = lees(client.get(adres(dossier, "inzage")))

    rijen = [[tekst(cel) for cel in vind(rij, "td")] for rij in vind(pagina, "tbody tr")]
    assert rijen == [
        ["Noor HaverkampRegievoerder, DT&V", "Inzage", "behandeling van het dossier"],
        [
            "Buiten StaanderRegievoerder, DT&V",
            "Overzichtgeweigerd, niets getoond",
            "behandeling van het dossier",
        ],
        ["Noor HaverkampRegievoerder, DT&V", "Lijst met dossiers", "werklijst"],
    ]


def test_given_many_looks_when_walked_then_each_comes_once_and_the_newest_leads(client, noor, dossier):
    for nummer in range(120):
        record_inzage(
            viewer=noor, dossiers=[dossier.pk], onderdeel="werkplek:gezin", doel=f"doel {nummer}", verzoek="x"
        )

    gezien, url = [], adres(dossier, "inzage")
    while url:
        pagina = lees(client.get(url))
        gezien += [tekst(rij) for rij in vind(pagina, "tbody tr")]
        verder = [a.get("href") for a in vind(pagina, ".vw-paginering a") if "Eerdere" in tekst(a)]
        url = adres(dossier, "inzage") + verder[0] if verder else ""

    doelen = [regel.rsplit("Gezin", 1)[1].strip() for regel in gezien if "Gezin" in regel]
    assert doelen == [f"doel {nummer}" for nummer in reversed(range(120))]


@pytest.mark.parametrize("voor", ["x", "2022-13-45T00:00:00_1", "_", "2022-01-01T00:00:00_x"])
def test_given_an_address_of_looks_that_was_cut_off_when_opened_then_it_begins_at_the_newest(
    client, dossier, voor
):
    antwoord = client.get(adres(dossier, "inzage"), {"voor": voor})

    assert len(vind(lees(antwoord), "tbody tr")) == 1


@pytest.mark.parametrize("blad", ["overzicht", "tijdlijn", "inzage"])
def test_given_one_or_thirty_rows_when_opened_then_the_number_of_queries_is_the_same(
    client, noor, dossier, blad
):
    def aantal():
        with CaptureQueriesContext(connection) as queries:
            client.get(adres(dossier, blad))
        return len(queries)

    gebeurtenis(dossier, noor)
    eerst = aantal()
    for volgorde in range(30):
        gebeurtenis(dossier, noor)
        Gezinslid.objects.create(
            persoon=dossier.persoon, volgorde=volgorde, relatie="kind", v_nummer=f"97{volgorde:08}"
        )
    herbeoordeel([dossier.pk])
    met_familie = 1 if blad == "overzicht" else 0

    assert aantal() == eerst + met_familie
    # One of them counts how many dossiers were opened this hour.
    assert eerst <= 16


def test_given_a_dossier_that_was_never_discussed_when_opened_then_the_page_of_meetings_says_so(
    client, dossier
):
    overleg = lees(client.get(reverse("dossieroverleg:overzicht", args=[dossier.pk])))

    assert [tekst(p) for p in vind(overleg, ".vw-leeg p")] == [
        "Dit dossier is nog niet in een LKO, RAO of Deelberaad besproken."
    ]


def test_given_a_manager_when_a_dossier_is_assigned_then_the_colleague_leads_and_the_timeline_says_so(
    client, noor
):
    manager = MedewerkerFactory(manager=True, team=noor.team)
    hassan = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)
    MedewerkerFactory(naam="Van elders")
    dossier = dossier_voor(None, team=noor.team)
    client.force_login(manager)
    toewijzen = reverse("dossier:toewijzen", args=[dossier.pk])

    keuzes = [tekst(label) for label in vind(lees(client.get(toewijzen)), ".vw-keuze label")]
    leeg = client.post(toewijzen, {})
    gedaan = client.post(toewijzen, {"regievoerder": str(hassan.pk)})

    dossier.refresh_from_db()
    assert keuzes == ["Hassan Ouali", "Noor Haverkamp"]
    assert leeg.status_code == 422
    assert (gedaan.status_code, gedaan.url) == (302, adres(dossier))
    assert dossier.regievoerder == hassan


def test_given_the_team_that_catches_what_came_in_when_assigning_then_every_regievoerder_may_be_chosen(
    client,
):
    vangnet, _nieuw = Team.objects.get_or_create(is_vangnet=True, defaults={"naam": "Instroom"})
    client.force_login(MedewerkerFactory(manager=True, team=vangnet))
    MedewerkerFactory(naam="Aisha van Assen")
    MedewerkerFactory(naam="Uit dienst", is_active=False)
    dossier = dossier_voor(None, team=vangnet)

    pagina = lees(client.get(reverse("dossier:toewijzen", args=[dossier.pk])))

    assert [tekst(label) for label in vind(pagina, ".vw-keuze label")] == [
        "Aisha van Assen",
        "Noor Haverkamp",
    ]


def test_given_a_regievoerder_when_assigning_is_tried_then_the_role_is_named_and_nothing_changes(
    client, noor, dossier
):
    antwoord = client.post(reverse("dossier:toewijzen", args=[dossier.pk]), {"regievoerder": str(noor.pk)})

    assert antwoord.status_code == 403
    assert [tekst(h) for h in vind(lees(antwoord), ".vw-melding__titel")] == ["Dit hoort niet bij uw rol"]


def test_given_a_new_dossier_when_it_is_taken_into_treatment_then_it_is_from_today(client, noor):
    dossier = dossier_voor(noor, intake_afgerond_op=None)
    begin = vind(lees(client.get(adres(dossier))), ".werk-begin form")

    antwoord = client.post(begin[0].get("action"))

    dossier.refresh_from_db()
    assert (antwoord.status_code, antwoord.url) == (302, adres(dossier))
    assert dossier.intake_afgerond_op == VANDAAG()


def test_given_a_dublin_case_when_it_is_taken_into_treatment_then_a_limit_says_why_not(client, noor):
    dossier = dossier_voor(noor, intake_afgerond_op=None, spoor="dublin")

    antwoord = client.post(reverse("dossier:in_behandeling", args=[dossier.pk]))

    grens = vind(lees(antwoord), ".vw-grens")[0]
    dossier.refresh_from_db()
    assert antwoord.status_code == 409
    assert (
        tekst(vind(grens, ".vw-grens__titel")[0]) == "Dit dossier mag nog niet in behandeling worden genomen"
    )
    assert tekst(vind(grens, "dl")[0]) == "BronRapport, paragraaf 1.4"
    assert dossier.intake_afgerond_op is None


def test_given_the_appeal_runs_when_opened_then_the_step_at_hand_names_the_hearing(client, dossier):
    vandaag = VANDAAG()
    Beroep.objects.create(
        dossier=dossier,
        volgorde=0,
        ingesteld_op=vandaag - timedelta(days=5),
        zitting_bekend_op=vandaag,
        zitting_op=vandaag + timedelta(days=20),
    )
    herbeoordeel([dossier.pk])

    nu = vind(lees(client.get(adres(dossier))), ".vw-stap--nu")

    assert [tekst(vind(s, ".vw-stap__titel")[0]) for s in nu] == ["Zitting en gesprek 2"]
    assert tekst(vind(nu[0], ".vw-stap__bij")[0]).startswith("nu · zitting ")


def punten(pagina):
    """The points of attention that stand first, each as its words and the page they lead to."""
    return [
        (tekst(vind(punt, "strong")[0]), vind(punt, "a")[0].get("href"))
        for punt in vind(pagina, ".werk-watnu .vw-aandachtspunt")
    ]


def test_given_a_sign_of_the_same_day_as_its_toetsing_when_opened_then_what_now_names_it_until_it_is_answered(
    client, noor, dossier
):
    vandaag = VANDAAG()
    toetsing = {"dossier": dossier, "moment": "medisch", "getoetst_op": vandaag, "door_naam": noor.naam} | {
        "feiten": "Hij slaapt slecht.", "afweging": "Dat staat reizen nu niet in de weg.", "bronnen": ["gesprek"],
        "aanleiding": "gesprek", "conclusie": "geen_aanwijzing",
    }  # fmt: skip
    Toetsing.objects.create(volgorde=0, **toetsing)
    Signaal.objects.create(
        dossier=dossier,
        volgorde=0,
        moment="medisch",
        ontvangen_op=vandaag,
        bron="coa",
        toelichting="Geheim woord.",
    )
    herbeoordeel([dossier.pk])
    waar = reverse("toetsing:vastleggen", args=[dossier.pk, "medisch"])

    open_ = client.get(adres(dossier))
    Toetsing.objects.create(volgorde=1, **toetsing)
    beantwoord = client.get(adres(dossier))

    assert punten(lees(open_))[0] == ("Beantwoord de nieuwe aanwijzing: medisch.", waar)
    assert waar not in [url for _wat, url in punten(lees(beantwoord))]
    assert "Geheim woord" not in open_.content.decode()


@pytest.mark.parametrize(("opgevolgd", "verwacht"), [(True, 1), (False, 0)])
def test_given_a_day_to_ask_again_when_opened_then_it_is_owed_once_the_first_time_was_done(
    client, dossier, opgevolgd, verwacht
):
    vandaag = VANDAAG()
    feit = {
        "naar": "iom",
        "organisatie": "IOM Noord",
        "verwezen_op": str(vandaag - timedelta(days=9)),
        "toestemming": True,
    }
    gedaan = {"opvolging_op": str(vandaag)} if opgevolgd else {}
    Dossierdeel.objects.create(dossier=dossier, deel="verwijzingen", inhoud=[feit | gedaan])
    Verwijzing.objects.create(
        dossier=dossier, plaats=0, naar="iom", organisatie="IOM Noord", toestemming=True,
        gevraagd_op=vandaag - timedelta(days=9), volgende_op=vandaag + timedelta(days=3),
    )  # fmt: skip
    herbeoordeel([dossier.pk])

    pagina = lees(client.get(adres(dossier)))

    opnieuw = [p for p in vind(pagina, ".vw-plicht") if "weer navraag" in tekst(p)]
    assert len(opnieuw) == verwacht
    assert [vind(p, ".vw-termijn")[0].text for p in opnieuw] == ["over 3 dagen"] * verwacht
    assert [vind(p, "a.utrecht-button")[0].get("href") for p in opnieuw] == [
        reverse("ondersteuning:opvolging", args=[dossier.pk, 0])
    ] * verwacht


def test_given_a_closed_dossier_when_opened_then_it_asks_nothing_and_offers_nothing_to_do(client, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=VANDAAG(), intake_afgerond_op=None)
    herbeoordeel([dossier.pk])

    pagina = lees(client.get(adres(dossier)))

    (nu,) = vind(pagina, ".werk-watnu")
    assert [tekst(h) for h in vind(nu, ".vw-leeg h3")] == ["Er is niets meer te doen"]
    assert (len(vind(nu, ".vw-plicht")), len(vind(nu, ".utrecht-button")), len(vind(nu, "form"))) == (0, 0, 0)


def test_given_somebody_logged_in_when_a_page_opens_then_her_own_password_is_one_step_away(client, dossier):
    pagina = lees(client.get(adres(dossier)))

    naam = dossier.regievoerder.naam
    assert [(tekst(a), a.get("href")) for a in vind(pagina, ".vw-gebruiker a")] == [
        (f"{naam}, Uw account", reverse("toegang:beveiliging"))
    ]
