"""How far apart the work is: nobody can be found in it, and who is who changes nothing on the page."""

import random
from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.toetsing.factories import ToetsingFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.vertrekplan.factories import VertrekplanFactory
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.dossier.models import Dossier, Dossierdeel, Verblijfplaats
from verantwoord.kern.normen import REGISTER
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie.maken import publiceer
from verantwoord.kwaliteit.spreiding import SPREIDINGEN, teksten
from verantwoord.kwaliteit.spreiding.beeld import Stip, Strip, maak_beeld
from verantwoord.kwaliteit.spreiding.bewaring import Bewaringregel, tel
from verantwoord.kwaliteit.spreiding.telling import meet_spreiding

K1 = Kwartaal(2022, 1)


def stippen(plek, *sommen, dossiers=10):
    return [Stip(plek, None, dossiers, som) for som in sommen]


def plekken_van(*groepen):
    alle = [stip for groep in groepen for stip in groep]
    return maak_beeld("gesprekken", "2022-K1", per_plek=alle, per_team=[], overal=alle).plekken


def test_given_five_regievoerders_in_a_place_when_told_then_their_dots_stand_in_order_of_value():
    (assen,) = plekken_van(stippen("azc Assen", 30, 21, 25, 40, 28))

    assert assen == Strip(naam="azc Assen", waarden=(2.1, 2.5, 2.8, 3.0, 4.0), dossiers=50)
    assert (assen.aantal, assen.mediaan, assen.midden) == (5, 2.8, (2.5, 3.0))


def test_given_one_place_that_is_too_small_when_told_then_another_goes_with_it():
    gevonden = plekken_van(
        stippen("Assen", *range(20, 29)),
        stippen("Drachten", 3, 4, 5),
        stippen("Emmen", *range(30, 35)),
        stippen("Ter Apel", *range(20, 27)),
    )

    assert [(strip.naam, strip.reden) for strip in gevonden] == [
        ("Assen", None),
        ("Drachten", "klein"),
        ("Emmen", "terugrekenen"),
        ("Ter Apel", None),
    ]
    assert [strip.waarden for strip in gevonden if strip.reden] == [(), ()]


def test_given_teams_when_told_together_then_a_dot_is_a_team_in_which_five_work():
    per_team = [Stip("", team, 10, 10 * team) for team in range(1, 6) for _mens in range(5)]

    beeld = maak_beeld(
        "gesprekken", "2022-K1", per_plek=[], per_team=[*per_team, Stip("", 9, 10, 90)], overal=[]
    )

    assert beeld.teams == Strip(naam="teams", waarden=(1.0, 2.0, 3.0, 4.0, 5.0), dossiers=250)
    assert beeld.regievoerders.reden == "klein"
    assert beeld.samenvatting()["regels"] == [
        {"naam": "regievoerders", "niet_getoond": "klein"},
        {"naam": "teams", "aantal": 5, "dossiers": 250, "mediaan": 3.0, "midden": [2.0, 4.0]},
        {"naam": "locaties", "niet_getoond": "klein"},
    ]


@pytest.mark.parametrize("spreiding", SPREIDINGEN.values(), ids=SPREIDINGEN)
def test_given_a_spreiding_when_defined_then_its_norm_exists(spreiding):
    assert spreiding.norm_id in REGISTER


def ploeg(aantal=5, *, dossiers=5, team=None):
    """So many regievoerders in Assen, each with as many dossiers."""
    team = team or TeamFactory()
    mensen = [MedewerkerFactory(team=team) for _mens in range(aantal)]
    return [[DossierFactory(regievoerder=mens) for _dossier in range(dossiers)] for mens in mensen]


@pytest.mark.django_db
def test_given_what_was_done_when_measured_then_each_distribution_counts_it():
    eerste, *_anderen = ploeg()
    for dossier in eerste:
        GesprekFactory(dossier=dossier, afgerond=True)
        ToetsingFactory(dossier=dossier, moment="medisch", getoetst_op=date(2022, 3, 1))
        Dossierdeel.objects.create(
            dossier=dossier, deel="verwijzingen", inhoud=[{"naar": "iom", "verwezen_op": "2022-03-02"}]
        )
    VertrekplanFactory(
        dossier=eerste[0], vastgesteld_op=date(2022, 3, 3), strategie="Eigen tekst.", analyse={}
    )

    beelden = {sleutel: meet_spreiding(sleutel, kwartaal=K1) for sleutel in SPREIDINGEN}

    assert {sleutel: beeld.plekken[0].waarden for sleutel, beeld in beelden.items()} == {
        "gesprekken": (0.0, 0.0, 0.0, 0.0, 1.0),
        "toetsing": (0.0, 0.0, 0.0, 0.0, 1.0),
        "plan": (0.0, 0.0, 0.0, 0.0, 0.2),
        "verwijzingen": (0.0, 0.0, 0.0, 0.0, 1.0),
    }
    assert beelden["gesprekken"].plekken[0].naam == "azc Assen"


@pytest.mark.django_db
def test_given_four_dossiers_of_somebody_when_measured_then_there_is_no_dot_of_them():
    ploeg(5)
    ploeg(1, dossiers=4)

    beeld = meet_spreiding("gesprekken", kwartaal=K1)

    assert beeld.regievoerders.aantal == 5


def pagina(client, sleutel):
    return client.get(reverse("kwaliteit:een_spreiding", args=[sleutel]), {"periode": K1.code})


@pytest.fixture
def manager(client):
    wie = MedewerkerFactory(manager=True)
    client.force_login(wie)
    return wie


@pytest.mark.django_db
def test_given_who_directs_what_is_dealt_anew_when_told_then_the_page_is_the_same(client, manager):
    groepen = ploeg(6)
    for nummer, groep in enumerate(groepen):
        for dossier in groep[:nummer]:
            GesprekFactory(dossier=dossier, afgerond=True)
    eerst = meet_spreiding("gesprekken", kwartaal=K1)
    wie = [groep[0].regievoerder_id for groep in groepen]
    gehusseld = random.Random(4).sample(wie, len(wie))  # noqa: S311 - only another order
    for groep, nieuw in zip(groepen, gehusseld, strict=True):
        Dossier.objects.filter(pk__in=[dossier.pk for dossier in groep]).update(regievoerder=nieuw)

    publiceer(K1)
    blad = pagina(client, "gesprekken").content.decode()

    assert meet_spreiding("gesprekken", kwartaal=K1) == eerst
    namen = {str(wie.pk) for groep in groepen for wie in [groep[0].regievoerder]}
    namen |= {groep[0].regievoerder.naam for groep in groepen} | {
        groep[0].regievoerder.gebruikersnaam for groep in groepen
    }
    assert [naam for naam in sorted(namen) if naam in blad] == []
    assert blad.count("<circle") == 3 * 2 * 6


@pytest.mark.django_db
def test_given_a_distribution_when_opened_then_the_table_says_what_the_drawing_shows(client, manager):
    ploeg(6)
    for klein in ploeg(2):
        for dossier in klein:
            Verblijfplaats.objects.filter(dossier=dossier).update(locatie="Emmen")
    publiceer(K1)

    blad = lees(pagina(client, "gesprekken"))

    rijen = [[tekst(cel) for cel in rij] for rij in vind(blad, "tbody tr")]
    assert rijen[:2] == [
        ["azc Assen", "niet getoond: om terugrekenen te voorkomen", "–", "–", "–"],
        ["azc Emmen", "niet getoond: minder dan 5 regievoerders", "–", "–", "–"],
    ]
    assert rijen[3] == ["Regievoerders", "8", "ongeveer 40", "0,0", "0,0 tot 0,0"]


@pytest.mark.django_db
def test_given_nothing_told_yet_when_opened_then_every_page_says_so(client, manager):
    adressen = [
        reverse("kwaliteit:een_spreiding", args=["gesprekken"]),
        reverse("kwaliteit:bewaring"),
        reverse("kwaliteit:teksten"),
        reverse("kwaliteit:publicatie"),
    ]

    koppen = [tekst(vind(lees(client.get(adres)), ".vw-leeg h2")[0]) for adres in adressen]

    assert koppen == ["Er zijn nog geen vaste cijfers"] * 4


@pytest.mark.django_db
def test_given_a_role_without_the_right_when_opened_then_it_is_refused(client):
    client.force_login(MedewerkerFactory(beheerder=True))
    namen = [("spreiding",), ("een_spreiding", "plan"), ("bewaring",), ("teksten",), ("publicatie",)]
    namen += [("bestand", "2022-K1", "alles", "csv")]

    gezegd = [client.get(reverse(f"kwaliteit:{naam}", args=waarden)).status_code for naam, *waarden in namen]

    assert gezegd == [403] * 6


@pytest.mark.django_db
def test_given_bewaring_in_first_talks_when_counted_then_only_places_are_told():
    for nummer in range(20):
        GesprekFactory(
            dossier=DossierFactory(), eerste=True, afgerond=True, moment="eerste", bewaring_genoemd=nummer < 8
        )
    dossier = DossierFactory()
    Verblijfplaats.objects.filter(dossier=dossier).update(locatie="Emmen")
    GesprekFactory(dossier=dossier, eerste=True, afgerond=True, moment="eerste", bewaring_genoemd=True)

    regels = tel(K1).regels

    assert regels[0] == Bewaringregel(plek="", gesprekken=20, genoemd=10, reden=None, reden_genoemd=None)
    assert [(regel.plek, regel.gesprekken) for regel in regels if regel.plek == "azc Emmen"] == [
        ("azc Emmen", None)
    ]


STANDAARD = (
    "Er zijn geen medische omstandigheden gebleken die aan terugkeer in de weg staan voor de heer {} uit {}."
)


@pytest.mark.django_db
def test_given_one_sentence_in_many_dossiers_when_sought_then_it_stands_there_without_names():
    for nummer in range(6):
        zin = STANDAARD.format(("Karimi", "Osman", "Haddad")[nummer % 3], ("Irak", "Syrië")[nummer % 2])
        ToetsingFactory(moment="schrijnend", getoetst_op=date(2022, 3, 1), afweging=zin)
    ToetsingFactory(
        moment="schrijnend",
        getoetst_op=date(2022, 3, 1),
        afweging="Er zijn nu geen medische omstandigheden gebleken die aan terugkeer in de weg staan, zo blijkt ook uit 2022.",
    )
    ToetsingFactory(
        moment="schrijnend", getoetst_op=date(2022, 3, 1), afweging="Zijn zus is overleden; dat weegt zwaar."
    )

    gevonden = {soort.soort: soort for soort in teksten.vind(K1).soorten}

    (zin,) = gevonden["schrijnend"].teksten
    assert zin.tekst == STANDAARD.format("…", "…")
    assert (zin.samen, zin.gelijk) == (5, 5)
    assert gevonden["schrijnend"].procent == 50
    assert gevonden["buiten_schuld"].teksten == ()


@pytest.mark.django_db
def test_given_six_sentences_about_health_when_sought_then_none_is_told():
    for _keer in range(6):
        ToetsingFactory(
            moment="medisch", getoetst_op=date(2022, 3, 1), afweging="Geen bijzonderheden, dus verder."
        )

    gevonden = {soort.soort: soort.teksten for soort in teksten.vind(K1).soorten}

    assert gevonden["medisch"] == ()


@pytest.mark.parametrize(
    ("zin", "zonder"),
    [
        ("De heer Al-Jabouri belde op 12-03-2022.", "De heer … belde op …."),
        ("V-nummer 1234567890 klopt. De IND zei nee.", "V-nummer … klopt. De IND zei nee."),
        ("Mevrouw spreekt met Sofie van Dijk.", "Mevrouw spreekt met … van …."),
    ],
)
def test_given_a_sentence_when_shown_then_names_and_numbers_are_out(zin, zonder):
    assert teksten.zonder_namen(zin) == zonder
