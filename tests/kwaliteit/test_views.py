"""The measurement as a page: figures of everyone, lists of one's own, and nothing about too few."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import ToetsingFactory
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.kern.normen import NORMEN
from verantwoord.kwaliteit.maten import GROEPEN, MATEN
from verantwoord.kwaliteit.maten.bestand import schrijf_bestand
from verantwoord.kwaliteit.maten.bewaard import maten_van
from verantwoord.kwaliteit.maten.vragen import Keuze
from verantwoord.kwaliteit.models import Faseperiode
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
PAGINA = reverse("kwaliteit:meting")


def lijst(onderdeel="medisch", telt="ja"):
    return reverse("kwaliteit:dossiers", args=[onderdeel, telt])


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def client(client, noor):
    client.force_login(noor)
    return client


def dossiers_voor(regievoerder, aantal, **velden):
    return [DossierFactory(regievoerder=regievoerder, **velden) for _ in range(aantal)]


def cellen(antwoord):
    return [[tekst(cel) for cel in rij] for rij in vind(lees(antwoord), "tbody tr")]


def test_given_five_dossiers_when_opened_then_2022_stands_beside_now_with_margins(client, noor):
    eerste, *_anderen = dossiers_voor(noor, 5)
    ToetsingFactory(dossier=eerste, moment="medisch")

    antwoord = client.get(PAGINA)

    rijen = cellen(antwoord)
    assert rijen[0] == [
        "Medische bijzonderheden", "117", "59%52 tot 65", "1waar niet", "20%4 tot 62", "−39 punten−56 tot +5",
    ]  # fmt: skip
    assert rijen[5][:3] == ["Vertrekstrategie beschreven", "–", "64%57 tot 70"]
    assert rijen[6][:3] == ["Drie gesprekken gevoerd", "–", "niet geteld"]
    assert [tekst(kop) for kop in vind(lees(antwoord), "h1")] == ["Kwaliteit: is er echt getoetst?"]
    assert len(vind(lees(antwoord), "svg[role=img]")) == 3 * (1 + len(GROEPEN))


def test_given_four_dossiers_when_opened_then_no_figure_of_now_is_shown_and_the_reason_is(client, noor):
    dossiers_voor(noor, 4)

    antwoord = client.get(PAGINA)

    rapport, maten = cellen(antwoord)[:7], cellen(antwoord)[7:-1]
    assert [rij[3:] for rij in rapport] == [["niet getoond", "minder dan 5", "–"]] * 7
    assert {rij[1] for rij in maten} <= {
        "minder dan 5 dossiers",
        "minder dan 10 dossiers",
        "geen dossiers",
        "minder dan 5 keer",
    }
    assert vind(lees(antwoord), ".kwal-lijst") == []
    tekeningen = [tekst(svg) for svg in vind(lees(antwoord), "svg[role=img]")][:3]
    assert [t.count("niet getoond: minder dan 5 dossiers") for t in tekeningen] == [7, 7, 7]


def test_given_a_period_and_a_place_when_filtered_then_the_address_holds_both_and_the_lists_too(client, noor):
    dossiers_voor(noor, 5)

    antwoord = client.get(PAGINA, {"van": "01-01-2022", "tot": "30-06-2022", "locatie": "Assen"})

    (eerste, *_rest) = [a.get("href") for a in vind(lees(antwoord), "tbody a")]
    assert eerste == f"{lijst()}?van=01-01-2022&tot=30-06-2022&locatie=Assen"
    assert tekst(vind(lees(antwoord), ".vw-inleiding")[-1]) == (
        "Dossiers van wie woont in Assen, ontvangen van 1 januari 2022 tot en met 30 juni 2022, zoals ze op 30 juni 2022 waren."
        " De cijfers zijn van nu."
    )


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"tot": "31-02-2022"}, "Schrijf de datum als 01-10-2022."),
        ({"van": "02-06-2022", "tot": "01-06-2022"}, "Deze dag ligt vóór het begin van de periode. Draai de twee datums om."),
        ({"van": "02-01-2022"}, "Kies de eerste dag van een kwartaal, zoals 01-01-2022."),
        ({"tot": "30-03-2022"}, "Kies de laatste dag van een kwartaal, zoals 31-03-2022. Laat het leeg voor vandaag."),
        ({"locatie": "Nergens"}, "Deze locatie staat in geen enkel dossier. Kies er een uit de lijst."),
    ],
)  # fmt: skip
def test_given_a_filter_that_cannot_be_when_opened_then_the_field_says_why_and_nothing_is_measured(
    client, noor, vraag, melding
):
    dossiers_voor(noor, 5)

    antwoord = client.get(PAGINA, vraag)

    assert antwoord.status_code == 422
    assert melding in tekst(vind(lees(antwoord), "form.vw-filter__velden")[0])
    assert cellen(antwoord) == []


def test_given_quarters_when_offered_then_no_other_day_can_be_chosen_and_an_older_one_of_an_address_stays(
    client, noor
):
    dossiers_voor(noor, 5)

    bladzij = lees(client.get(PAGINA, {"van": "01-01-2015", "tot": "31-03-2022"}))

    van, tot = (vind(bladzij, f"select[name={naam}] option") for naam in ("van", "tot"))
    nu = Kwartaal.van_dag(timezone.localdate())
    assert [o.get("value") for o in van[:2]] == ["", f"{nu.van:%d-%m-%Y}"]
    assert tekst(tot[1]) == f"einde {nu.vorige}"
    gekozen = [o.get("value") for o in (*van, *tot) if o.get("selected") is not None]
    assert gekozen == ["01-01-2015", "31-03-2022"]


def test_given_no_dossiers_when_opened_then_it_says_so_and_what_to_do(client):
    antwoord = client.get(PAGINA)

    assert [tekst(kop) for kop in vind(lees(antwoord), "h2")] == ["Er zijn geen dossiers om te meten"]


def test_given_places_when_offered_then_they_stand_by_the_alphabet(client, noor):
    for plaats in ("Zutphen", "assen", "Budel"):
        DossierFactory(regievoerder=noor)
        connection.cursor().execute(
            "update dossier_verblijfplaats set locatie = %s where locatie = 'Assen'", [plaats]
        )

    keuzes = [o.text for o in vind(lees(client.get(PAGINA)), "select[name=locatie] option")]

    assert keuzes == ["Alle locaties", "assen", "Budel", "Zutphen"]


def test_given_a_role_without_the_right_when_opened_then_it_is_refused(client):
    client.force_login(MedewerkerFactory(beheerder=True))

    assert (client.get(PAGINA).status_code, client.get(lijst()).status_code) == (403, 403)


def test_given_nobody_logged_in_when_opened_then_one_logs_in_first(client):
    client.logout()

    assert (client.get(PAGINA).status_code, client.get(lijst()).status_code) == (302, 302)


def test_given_dossiers_of_others_when_the_list_is_opened_then_only_own_ones_show_and_each_look_is_kept(
    client, noor
):
    eigen, zonder = dossiers_voor(noor, 2)
    ToetsingFactory(dossier=eigen, moment="medisch")
    ToetsingFactory(dossier=DossierFactory(), moment="medisch")

    met = client.get(lijst("medisch", "ja"))
    niet = client.get(lijst("medisch", "nee"))

    assert [tekst(a) for a in vind(lees(met), "tbody th a")] == [eigen.persoon.lijstnaam]
    assert [tekst(a) for a in vind(lees(niet), "tbody th a")] == [zonder.persoon.lijstnaam]
    assert list(
        Inzage.objects.order_by("pk").values_list("dossier_id", "onderdeel", "doel", "toegestaan")
    ) == [(d.pk, "kwaliteit:dossiers", "kwaliteit", True) for d in (eigen, zonder)]


def test_given_more_than_a_page_when_going_on_then_every_dossier_comes_once(client, noor):
    dossiers_voor(noor, 26, ontvangen_op=date(2022, 2, 1))

    eerst = client.get(lijst("medisch", "nee"))
    (verder,) = [a.get("href") for a in vind(lees(eerst), "a") if "na=" in a.get("href", "")]
    daarna = client.get(lijst("medisch", "nee") + verder)

    namen = [tekst(a) for antwoord in (eerst, daarna) for a in vind(lees(antwoord), "tbody th a")]
    assert (len(namen), len(set(namen))) == (26, 26)


def met_fasen(regievoerder, *, aantal, voorbij):
    """Dossiers in their first fase since 1 February, of which so many were over after 1, 2, 3 … days."""
    dossiers = dossiers_voor(regievoerder, aantal, ontvangen_op=date(2022, 2, 1))
    for nummer, dossier in enumerate(dossiers, start=1):
        Faseperiode.objects.create(
            dossier=dossier,
            fase="intake",
            van=date(2022, 2, 1),
            tot=date(2022, 2, nummer) if nummer <= voorbij else None,
            berekend_op=timezone.now(),
        )
    return dossiers


def duur(wat="intake", telt="voorbij"):
    return reverse("kwaliteit:duur", args=[wat, telt])


def test_given_times_of_a_fase_when_a_number_is_followed_then_its_dossiers_show_with_their_days(client, noor):
    dossiers = met_fasen(noor, aantal=7, voorbij=5)
    # Of another: in the number, not in the list.
    met_fasen(MedewerkerFactory(), aantal=1, voorbij=1)

    pagina = lees(client.get(PAGINA, {"tot": "30-06-2022"}))
    adressen = [a.get("href") for a in vind(pagina, "a.kwal-lijst") if "/duur/" in a.get("href")]
    voorbij, loopt = (client.get(adres) for adres in adressen)

    assert [tekst(a) for a in vind(pagina, "a.kwal-lijst") if "/duur/" in a.get("href")] == ["6", "2"]
    assert {(rij[1], rij[4]) for rij in cellen(voorbij)} == {
        (dossier.nummer, str(dagen)) for dagen, dossier in enumerate(dossiers[:5], start=1)
    }
    assert {(rij[1], rij[4]) for rij in cellen(loopt)} == {
        (dossier.nummer, "150") for dossier in dossiers[5:]
    }
    assert set(Inzage.objects.values_list("dossier_id", "onderdeel")) == {
        (dossier.pk, "kwaliteit:duur") for dossier in dossiers
    }


def test_given_a_fase_that_came_twice_when_its_list_opens_then_the_dossier_shows_once_with_the_longest(
    client, noor
):
    (dossier,) = met_fasen(noor, aantal=1, voorbij=1)
    Faseperiode.objects.create(
        dossier=dossier, fase="intake", van=date(2022, 3, 1), tot=date(2022, 3, 9), berekend_op=timezone.now()
    )

    antwoord = client.get(duur(), {"tot": "30-06-2022"})

    assert [(rij[1], rij[4]) for rij in cellen(antwoord)] == [(dossier.nummer, "9")]


def test_given_a_quarter_of_a_measure_when_its_number_is_followed_then_only_what_came_in_then_shows(
    client, noor
):
    toen = dossiers_voor(noor, 5, ontvangen_op=date(2022, 3, 31))
    dossiers_voor(noor, 5, ontvangen_op=date(2022, 4, 1))

    antwoord = client.get(lijst("medisch", "alle"), {"kwartaal": "2022-K1"})

    assert {rij[1] for rij in cellen(antwoord)} == {dossier.nummer for dossier in toen}
    assert "Daarvan die binnenkwamen in het 1e kwartaal 2022." in tekst(lees(antwoord))


@pytest.mark.parametrize(
    ("adres", "vraag"),
    [(duur("pauze"), {}), (duur("gesloten"), {}), (duur(telt="ooit"), {}), (duur(), {"kwartaal": "2022-5"})],
)
def test_given_a_time_that_is_none_when_its_list_is_asked_then_it_is_not_there(client, adres, vraag):
    assert client.get(adres, vraag).status_code == 404


@pytest.mark.parametrize("adres", [("leeftijd", "ja"), ("medisch", "misschien")])
def test_given_a_part_that_is_none_when_the_list_is_asked_then_it_is_not_there(client, adres):
    assert client.get(lijst(*adres)).status_code == 404


@pytest.mark.parametrize("adres", [PAGINA, lijst("medisch", "nee"), duur(telt="loopt")])
def test_given_one_or_thirty_dossiers_when_opened_then_the_number_of_queries_is_the_same(client, noor, adres):
    tellingen = []
    for erbij in (6, 24):
        met_fasen(noor, aantal=erbij, voorbij=0)
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(adres)
        tellingen.append(len(gevraagd))

    assert tellingen[0] == tellingen[1]
    assert tellingen[1] <= 15


@pytest.mark.parametrize("naam", ["alle_vier", "strategie_eigen", "overleg_verslag"])
def test_given_a_measure_when_opened_then_it_says_what_it_counts_by_which_norm_and_how_it_went(
    client, noor, naam
):
    dossiers_voor(noor, 5, ontvangen_op=date(2022, 2, 1))
    dossiers_voor(noor, 6, ontvangen_op=date(2022, 8, 1))

    antwoord = client.get(reverse("kwaliteit:maat", args=[naam]))

    pagina = tekst(lees(antwoord))
    norm = NORMEN[MATEN[naam].norm]
    assert [woord in pagina for woord in (str(MATEN[naam].definitie), norm.titel, norm.id, norm.regel)] == [
        True
    ] * 4
    assert len(vind(lees(antwoord), "svg[role=img]")) == 3
    kwartalen = [rij[:2] for rij in cellen(antwoord)]
    links = [a.get("href") for a in vind(lees(antwoord), "tbody a.kwal-lijst")]
    verwacht = (
        []
        if naam != "alle_vier"
        else [
            f"{lijst(naam, telt)}?kwartaal={code}"
            for code in ("2022-K1", "2022-K3")
            for telt in ("ja", "alle")
        ]
    )
    assert links == verwacht
    gaten = {"overleg_verslag": "geen dossiers", "strategie_eigen": "geen dossiers"}.get(naam, "0")
    assert kwartalen == [
        ["1e kwartaal 2022", gaten], ["2e kwartaal 2022", "geen dossiers"], ["3e kwartaal 2022", gaten],
    ]  # fmt: skip


def test_given_a_file_of_the_night_when_opened_then_it_says_of_when_and_a_list_is_of_now(
    client, noor, settings, tmp_path
):
    settings.DATAMAP = tmp_path
    eigen, *_rest = dossiers_voor(noor, 6)
    schrijf_bestand()
    ToetsingFactory(dossier=eigen, moment="schrijnend")

    antwoord = client.get(PAGINA)
    achter = client.get(lijst("schrijnend", "ja"))

    assert cellen(antwoord)[2][3] == "0waar niet"
    assert "De cijfers zijn van " in tekst(vind(lees(antwoord), ".vw-inleiding")[-1])
    assert [tekst(a) for a in vind(lees(achter), "tbody th a")] == [eigen.persoon.lijstnaam]


def test_given_figures_that_were_kept_when_somebody_without_the_right_asks_then_it_is_refused(
    client, noor, settings, tmp_path
):
    settings.DATAMAP = tmp_path
    dossiers_voor(noor, 6)
    schrijf_bestand()
    client.get(PAGINA)

    with pytest.raises(GeenToegang):
        maten_van(Keuze(tot=date(2022, 6, 1)), viewer=MedewerkerFactory(beheerder=True))


@pytest.mark.parametrize("adres", [reverse("kwaliteit:maat", args=["leeftijd"]), lijst("alle_vier", "soms")])
def test_given_a_measure_that_is_none_when_asked_then_it_is_not_there(client, adres):
    assert client.get(adres).status_code == 404


@pytest.mark.parametrize("tot", ["31-03-0001", "31-12-1999", "31-12-9999"])
def test_given_a_day_far_away_when_opened_then_it_is_a_page_with_figures_or_without(client, noor, tot):
    dossiers_voor(noor, 5)

    antwoord = client.get(PAGINA, {"tot": tot})

    assert antwoord.status_code == 200
    assert ("Er zijn geen dossiers om te meten" in tekst(lees(antwoord))) == (not tot.endswith("9999"))
