"""The pages of an onderzoek and of a report: what stands on them, for whom they are, and that nobody is named."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.inspectie.factories import maak_getrokken, maak_onderzoek, maak_rapport, mensen_van
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.dossier.models import Dossierdeel, Verblijfplaats
from verantwoord.inspectie import actions
from verantwoord.inspectie.handelingen import HANDELINGEN, KNOPPEN
from verantwoord.inspectie.models import Cijferopmerking, Jaarcijfer, Meetpunt, Onderzoek, Reactie, Stand
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie.models import Publicatie
from verantwoord.kwaliteit.publicatie.tabel import Cijfer, Maattabel
from verantwoord.toegang.actions import systeem

pytestmark = pytest.mark.django_db


@pytest.fixture
def getrokken():
    """A drawn sample of three from five dossiers in Assen and two in Gilze."""
    alle = DossierFactory.create_batch(7)
    Verblijfplaats.objects.filter(dossier__in=alle[5:]).update(locatie="Gilze")
    return maak_getrokken()


def adressen_van(onderzoek):
    eigen = [onderzoek.pk]
    formulieren = [reverse("inspectie:handeling", args=[onderzoek.pk, naam]) for naam in HANDELINGEN]
    bladen = ("onderzoek", "steekproef", "getrokken", "register", "uitkomst")
    return [*(reverse(f"inspectie:{naam}", args=eigen) for naam in bladen), *formulieren]


def test_given_an_inspecteur_when_coming_in_then_the_home_is_the_list_of_own_onderzoeken(client, getrokken):
    leider, _tweede = mensen_van(getrokken)
    maak_onderzoek(titel="Van iemand anders")
    client.force_login(leider)

    antwoord = client.get("/", follow=True)

    assert antwoord.redirect_chain[-1][0] == reverse("inspectie:begin")
    rijen = [[tekst(cel) for cel in rij] for rij in vind(lees(antwoord), "tbody tr")]
    assert [rij[1:] for rij in rijen] == [["Trekking", "1 mei 2022", "3 dossiers"]]


def test_given_every_page_and_form_when_opened_by_who_works_on_it_then_no_number_or_name_stands_there(
    client, getrokken
):
    leider, _tweede = mensen_van(getrokken)
    namen = [
        (g.dossier.nummer, g.dossier.persoon.achternaam)
        for g in getrokken.trekking.getrokken.select_related("dossier__persoon")
    ]
    client.force_login(leider)

    bladen = {url: client.get(url) for url in adressen_van(getrokken)}

    assert {antwoord.status_code for antwoord in bladen.values()} == {200}
    gelekt = [
        (url, woord)
        for url, antwoord in bladen.items()
        for paar in namen
        for woord in paar
        if woord in antwoord.content.decode()
    ]
    assert gelekt == []


@pytest.mark.parametrize("trait", ["inspectie", "manager", "beheerder", "fg", "coa", "ind", None])
def test_given_somebody_else_when_any_address_is_tried_then_it_is_not_there(client, getrokken, trait):
    client.force_login(MedewerkerFactory(**({trait: True} if trait else {})))
    rij = getrokken.trekking.getrokken.first()

    gelezen = {client.get(url).status_code for url in adressen_van(getrokken)}
    gelezen.add(client.get(reverse("inspectie:vervang", args=[getrokken.pk, rij.pk])).status_code)
    gedaan = {
        client.post(reverse("inspectie:knop-rij", args=[getrokken.pk, naam, 1])).status_code
        for naam in KNOPPEN
    }
    gedaan |= {client.post(url, {"reden": "x"}).status_code for url in adressen_van(getrokken)[5:]}

    assert (gelezen, gedaan) == ({404}, {404})


def test_given_a_draw_when_the_page_calculates_it_again_then_it_says_so(client, getrokken):
    leider, _tweede = mensen_van(getrokken)
    client.force_login(leider)

    antwoord = client.get(reverse("inspectie:steekproef", args=[getrokken.pk]), {"reken-na": "ja"})

    koppen = [tekst(kop) for kop in vind(lees(antwoord), "h3.vw-melding__titel")]
    assert koppen == ["Nagerekend: dezelfde populatie, dezelfde trekking"]
    assert getrokken.trekking.populatie_sha256 in tekst(vind(lees(antwoord), "div.insp-bewijs")[0])


@pytest.mark.parametrize(
    ("invoer", "kop"),
    [
        ({"marge": "5", "deel": "50", "uit": ""}, "U heeft 385 dossiers nodig"),
        ({"marge": "5", "deel": "50", "uit": "1000"}, "U heeft 278 dossiers nodig"),
        ({"marge": "2,5", "deel": "8", "uit": "1"}, "U heeft 1 dossier nodig"),
        ({"marge": "vijf", "deel": "50", "uit": ""}, None),
    ],
)
def test_given_a_margin_when_asked_how_many_then_the_page_answers(client, invoer, kop):
    onderzoek = maak_onderzoek()
    client.force_login(mensen_van(onderzoek)[0])

    antwoord = client.get(reverse("inspectie:steekproef", args=[onderzoek.pk]), invoer)

    koppen = [tekst(k) for k in vind(lees(antwoord), "h3.vw-melding__titel")]
    assert koppen == ([kop] if kop else [])
    assert ("Schrijf een getal, bijvoorbeeld 5 of 2,5." in antwoord.content.decode()) is (kop is None)


def test_given_the_form_of_an_onderzoek_when_a_colleague_was_first_then_409_with_both_texts(client):
    onderzoek = maak_onderzoek()
    client.force_login(mensen_van(onderzoek)[0])
    Onderzoek.objects.filter(pk=onderzoek.pk).update(vraag="Van een collega?", versie=2)

    antwoord = client.post(
        reverse("inspectie:handeling", args=[onderzoek.pk, "opzet"]),
        {"versie": "1", "naam": "T", "vraag": "Van mij?", "deelvragen": "Een?\n\nTwee?", "afbakening": ""},
    )

    kanten = [tekst(p) for rij in vind(lees(antwoord), "div.vw-verschil__rij") for p in vind(rij, "p")]
    assert antwoord.status_code == 409
    assert [kant for kant in kanten if kant in {"Van een collega?", "Van mij?"}] == [
        "Van een collega?",
        "Van mij?",
    ]
    assert [veld.get("value") for veld in vind(lees(antwoord), "input[name=versie]")] == ["2"]


def test_given_the_tables_of_the_report_when_registered_then_they_add_up_to_43_beside_the_45_of_the_text(
    client,
):
    onderzoek = maak_onderzoek(genoemd_aantal=45, genoemd_waar="§1.6")
    leider, _tweede = mensen_van(onderzoek)
    a = actions.add_tabel(
        onderzoek.pk, door=leider, titel="interviews azc’s", locaties=["Assen", "Dronten"], genoemd=27
    )
    b = actions.add_tabel(onderzoek.pk, door=leider, titel="niet locatie gebonden")
    for locatie, aantal in (("Assen", 20), ("Dronten", 7)):
        actions.add_interview(
            onderzoek.pk,
            door=leider,
            tabel_id=a.pk,
            functie="Regievoerder DT&V",
            locatie=locatie,
            aantal=aantal,
        )
    actions.add_interview(onderzoek.pk, door=leider, tabel_id=b.pk, functie="Advocatuur", aantal=16)
    actions.keep_bezoek(onderzoek.pk, door=leider, tabel_id=a.pk, bijgewoond=True, locatie="Assen")
    client.force_login(leider)

    antwoord = client.get(reverse("inspectie:register", args=[onderzoek.pk]))

    eerste, tweede = vind(lees(antwoord), "table.insp-register")
    assert [[tekst(c) for c in r] for r in vind(eerste, "tr")] == [
        ["Functie", "Assen", "Dronten"],
        ["Regievoerder DT&V", "20", "7"],
        ["LKO bijgewoond", "ja", "–"],
        ["Totaal interviews", "20", "7"],
    ]
    assert [[tekst(c) for c in r] for r in vind(tweede, "tr")][-1] == ["Totaal interviews", "16"]
    assert [tekst(k) for k in vind(lees(antwoord), "h3.vw-melding__titel")] == [
        "Het rapport noemt 45 personen, de tabellen tellen op tot 43"
    ]


def test_given_a_report_when_read_by_the_chain_then_answers_are_given_by_who_is_addressed_and_stay(client):
    rapport = maak_rapport()
    coa, kmar = MedewerkerFactory(coa=True), MedewerkerFactory(kmar=True)
    adres = reverse("rapporten:reactie", args=[rapport.pk, 1])

    client.force_login(kmar)
    geweigerd = (client.get(adres).status_code, client.post(adres, {}).status_code)
    client.force_login(coa)
    lijst = client.get(reverse("rapporten:lijst"))
    leeg = client.post(adres, {"standpunt": "geheel", "tekst": " "})
    gegeven = client.post(adres, {"standpunt": "deels", "tekst": "Wij toetsen mee."})

    assert geweigerd == (404, 404)
    assert [tekst(k) for k in vind(lees(lijst), "h3")] == ["Reactie op aanbeveling 1", "Verantwoord vertrek"]
    assert (leeg.status_code, gegeven.status_code) == (422, 302)
    reactie = Reactie.objects.get()
    assert (reactie.verzoek.organisatie, reactie.standpunt, reactie.door) == ("coa", "deels", coa)
    blad = client.get(reverse("rapporten:rapport", args=[rapport.pk]))
    antwoorden = [tekst(dd) for dd in vind(lees(blad), "article dd")]
    assert antwoorden[0].endswith("Wij toetsen mee.")
    assert antwoorden[1] == "te laat Nog geen reactie. Gevraagd voor 23 december 2022."


@pytest.mark.parametrize(
    ("trait", "code"),
    [("manager", 200), (None, 200), ("fg", 200), ("inspectie", 200), ("beheerder", 404), ("vwn", 404)],
)
def test_given_a_report_when_opened_by_a_role_then_it_is_there_only_for_who_reads_reports(
    client, trait, code
):
    rapport = maak_rapport()
    client.force_login(MedewerkerFactory(**({trait: True} if trait else {})))

    assert client.get(reverse("rapporten:rapport", args=[rapport.pk])).status_code == code
    assert client.get(reverse("rapporten:rapport", args=[maak_onderzoek().pk])).status_code == 404


def test_given_a_report_when_followed_then_only_what_was_told_stands_after_its_own_figure(client):
    rapport = maak_rapport(op=date(2022, 5, 1), maten=("vertrekstrategie", "medisch"))
    Meetpunt.objects.create(
        onderzoek=rapport,
        maat="vertrekstrategie",
        peildatum=date(2022, 5, 1),
        aantal=128,
        totaal=200,
        uit_rapport=True,
    )
    vertel("vertrekstrategie", Kwartaal(2022, 1), alle=40, wel=20)
    vertel("vertrekstrategie", Kwartaal(2022, 2), alle=15, reden_wel="klein")
    vertel("vertrekstrategie", Kwartaal(2022, 3), alle=20, wel=10)
    vertel("vertrekstrategie", Kwartaal(2022, 4), alle=20, wel=10)
    vertel("medisch", Kwartaal(2022, 4), minstens=10, reden="terugrekenen", reden_wel="terugrekenen")
    client.force_login(MedewerkerFactory(coa=True))

    blad = client.get(reverse("rapporten:rapport", args=[rapport.pk]))

    rijen = vind(lees(blad), "article tbody tr")
    assert [[tekst(c) for c in rij] for rij in rijen] == [
        ["31 december 2022", "niet getoond: om terugrekenen te voorkomen", "–", "–"],
        ["1 mei 2022 uit het rapport", "64%", "57 tot 70", "200"],
        ["30 juni 2022", "niet getoond: in minder dan 5", "–", "ongeveer 15"],
        ["31 december 2022", "50%", "30 tot 70", "ongeveer 20"],
    ]


def vertel(maat, kwartaal, *, minstens=5, **cijfer):
    """Keep, as the night does, what is told of one measure over the year that ends with this quarter."""
    geheel = {"jaar": Cijfer(**cijfer)}
    tabel = Maattabel(
        maat=maat, minstens=minstens, afronding=minstens, tijden=(), geheel=geheel, verdelingen={}
    )
    for onderdeel, inhoud in ((f"maat:{maat}", tabel.als_json()), ("teksten", {})):
        Publicatie.objects.get_or_create(
            kwartaal=kwartaal.code, onderdeel=onderdeel, defaults={"inhoud": inhoud}
        )


def test_given_the_last_step_with_nothing_missing_when_opened_then_it_says_how_to_publish(client, getrokken):
    leider, tweede = mensen_van(getrokken)
    actions.keep_conclusie(getrokken.pk, door=leider, kop="Toetsing", tekst="Te weinig.")
    actions.keep_aanbeveling(getrokken.pk, door=leider, tekst="Toets vier keer.", aan=("dtv",))
    Onderzoek.objects.filter(pk=getrokken.pk).update(stand=Stand.RAPPORT)
    adres = reverse("inspectie:onderzoek", args=[getrokken.pk])
    knop = f'href="{reverse("inspectie:handeling", args=[getrokken.pk, "publiceren"])}"'

    gezien = []
    for wie in (leider, tweede):
        client.force_login(wie)
        gezien.append(client.get(adres).content.decode())

    assert [knop in blad for blad in gezien] == [True, False]
    assert "De leider van het onderzoek publiceert het." in gezien[1]


def test_given_questions_without_an_answer_when_days_pass_then_each_is_reminded_in_time_and_not_every_day():
    rapport = maak_rapport(aan=("coa",), op=date(2022, 11, 11))

    geteld = {
        dag: actions.mark_herinnerd(door=systeem(), peildatum=dag)
        for dag in (
            date(2022, 11, 12), date(2022, 11, 13), date(2022, 12, 8), date(2022, 12, 9), date(2022, 12, 10),
            date(2022, 12, 23), date(2022, 12, 24), date(2022, 12, 25), date(2022, 12, 31),
        )
    }  # fmt: skip
    actions.give_reactie(
        door=MedewerkerFactory(coa=True),
        aanbeveling_id=rapport.aanbevelingen.get().pk,
        standpunt="niet",
        tekst="Dit doen wij al.",
    )

    gezegd = [dag for dag, organisaties in geteld.items() if organisaties]
    assert gezegd == [date(2022, 11, 12), date(2022, 12, 9), date(2022, 12, 24), date(2022, 12, 31)]
    assert actions.mark_herinnerd(door=systeem(), peildatum=date(2023, 6, 1)) == set()


@pytest.fixture
def cijfers():
    """The report's figure of one year with its remark, and what is counted here since."""
    Jaarcijfer.objects.create(soort="artikel_64", jaar=2021, aantal=0, bron="Report §3.3")
    Jaarcijfer.objects.create(soort="buiten_schuld", jaar=2021, aantal=6, bron="Report §3.3")
    Cijferopmerking.objects.create(
        soort="buiten_schuld",
        van_jaar=2019,
        tot_jaar=2021,
        aard="onvolledig",
        tekst="=Het systeem wijzigde.",
        bron="DT&V",
    )
    for i, dossier in enumerate(DossierFactory.create_batch(7)):
        Dossierdeel.objects.create(
            dossier=dossier, deel="buiten_schuld", inhoud={"zwaarwegend_advies_op": "2022-03-01"}
        )
        if i < 6:
            Dossierdeel.objects.create(
                dossier=dossier, deel="medisch", inhoud={"art64_ambtshalve_op": "2022-04-01"}
            )


def test_given_figures_when_shown_then_small_counts_are_not_and_each_remark_goes_along(client, cijfers):
    client.force_login(MedewerkerFactory(manager=True))

    blad = client.get(reverse("rapporten:cijfers"))
    uit = client.get(reverse("rapporten:cijfers-csv"))

    rijen = [[tekst(c) for c in rij] for rij in vind(lees(blad), "tbody tr")]
    assert [rij[:3] for rij in rijen] == [
        ["Medisch: artikel 64, ambtshalve", "0", "minder dan 10"],
        ["Buiten schuld: zwaarwegend advies", "6* met opmerking", "5"],
        ["Schrijnend: ingediend", "niet bekend", "minder dan 5"],
        ["Schrijnend: in vooroverleg, informeel", "niet bekend", "minder dan 5"],
    ]
    regels = list(csv.DictReader(StringIO(uit.content.decode().lstrip("\ufeff")), delimiter=";"))
    (met,) = [r for r in regels if r["opmerkingen"]]
    assert (met["soort"], met["jaar"], met["aantal"]) == ("Buiten schuld: zwaarwegend advies", "2021", "6")
    assert met["opmerkingen"] == "Het cijfer is niet volledig: =Het systeem wijzigde. (DT&V)"
    (geteld,) = [r for r in regels if r["soort"] == met["soort"] and r["jaar"] == "2022"]
    assert (geteld["aantal"], geteld["bron"].endswith("Afgerond op vijf, en bij gezondheid op tien.")) == (
        "5",
        True,
    )


def test_given_a_remark_when_written_then_it_goes_along_until_its_writer_takes_it_back(client, cijfers):
    manager = MedewerkerFactory(manager=True)
    client.force_login(manager)
    invoer = {
        "soort": "artikel_64", "van_jaar": "2021", "tot_jaar": "2021", "aard": "betekenis", "tekst": "Alleen ambtshalve.", "bron": "Beleid",
    }  # fmt: skip

    geweigerd = client.post(reverse("rapporten:opmerking"), invoer | {"tot_jaar": "2019"})
    gegeven = client.post(reverse("rapporten:opmerking"), invoer)
    rij = Cijferopmerking.objects.get(door=manager)
    van_ander = Cijferopmerking.objects.exclude(pk=rij.pk).get()
    weg = [
        client.post(reverse("rapporten:opmerking-weg", args=[o.pk])).status_code
        for o in (van_ander, rij, rij)
    ]

    assert (geweigerd.status_code, gegeven.status_code, weg) == (422, 302, [404, 302, 404])
    assert "Alleen ambtshalve." not in client.get(reverse("rapporten:cijfers")).content.decode()


@pytest.mark.parametrize("naam", ["begin", "getrokken", "register"])
def test_given_one_or_many_rows_when_opened_then_the_number_of_queries_is_the_same(client, naam):
    DossierFactory.create_batch(40)
    klein = maak_getrokken(aantal=1, rest=0)
    leider, tweede = mensen_van(klein)
    client.force_login(leider)
    tellingen = []
    for onderzoek in (klein, maak_getrokken(aantal=30, rest=0, leider=leider, tweede=tweede)):
        _vul_register(onderzoek, leider, 2 if onderzoek is klein else 30)
        args = [] if naam == "begin" else [onderzoek.pk]
        with CaptureQueriesContext(connection) as gevraagd:
            assert client.get(reverse(f"inspectie:{naam}", args=args)).status_code == 200
        tellingen.append(len(gevraagd))

    assert tellingen[0] == tellingen[1]
    assert tellingen[1] <= 20


def _vul_register(onderzoek, leider, hoeveel):
    tabel = actions.add_tabel(onderzoek.pk, door=leider, titel="Lijst")
    for n in range(hoeveel):
        actions.add_interview(onderzoek.pk, door=leider, tabel_id=tabel.pk, functie=f"Functie {n}")
        actions.add_bron(onderzoek.pk, door=leider, titel=f"Stuk {n}", herkomst="DT&V", waarvoor="Vraag 1")


@pytest.mark.parametrize("naam", ["lijst", "rapport"])
def test_given_one_or_many_reports_and_recommendations_when_read_then_the_number_of_queries_is_the_same(
    client, naam
):
    leider = MedewerkerFactory(inspectie=True)
    client.force_login(leider)
    tellingen = []
    for hoeveel in (1, 5):
        rapport = _verschenen(leider, aanbevelingen=hoeveel)
        with CaptureQueriesContext(connection) as gevraagd:
            antwoord = client.get(
                reverse(f"rapporten:{naam}", args=[rapport.pk] if naam == "rapport" else [])
            )
        assert antwoord.status_code == 200
        tellingen.append(len(gevraagd))

    assert tellingen[0] == tellingen[1]


def _verschenen(leider, *, aanbevelingen):
    """A report with so many recommendations, each to two and with two measures of which there is a figure."""
    onderzoek = maak_onderzoek(leider=leider)
    for n in range(aanbevelingen):
        actions.keep_conclusie(
            onderzoek.pk, door=leider, kop=f"Kop {n}", tekst="Er wordt te weinig getoetst."
        )
        actions.keep_aanbeveling(
            onderzoek.pk,
            door=leider,
            tekst="Toets vier keer.",
            aan=("dtv", "coa"),
            paragraaf="§4.2",
            maten=("vertrekstrategie", "schrijnend"),
        )
    for maat in ("vertrekstrategie", "schrijnend"):
        Meetpunt.objects.create(
            onderzoek=onderzoek,
            maat=maat,
            peildatum=date(2022, 5, 1),
            aantal=64,
            totaal=200,
            uit_rapport=True,
        )
    Onderzoek.objects.filter(pk=onderzoek.pk).update(stand=Stand.RAPPORT)
    return actions.publish_onderzoek(
        onderzoek.pk, door=leider, op=date(2022, 11, 11), vindplaats="Kamerstuk, nr. 3008"
    )
