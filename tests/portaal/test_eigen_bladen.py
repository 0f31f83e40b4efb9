"""What somebody reads of themselves, of what they must do, of papers and the journey, and of help; said to them."""

import re
from datetime import date

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from tests.ondersteuning.factories import AanbodFactory, WensFactory
from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.models import Beroep, Dossierdeel, Gezinslid, Onthouding
from verantwoord.ondersteuning.vinder import VOORWAARDEN
from verantwoord.portaal.queries.steun import eis
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.toezicht.models import Reistest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_20_februari")]


def _deel(dossier, naam, inhoud):
    Dossierdeel.objects.create(dossier=dossier, deel=naam, inhoud=inhoud)


def _kaart(html, titel):
    """The words of one card of a page, without the markup."""
    kaarten = re.split(r"<h2[^>]*>", html.partition("</main>")[0])
    woorden = (" ".join(re.sub(r"<[^>]+>", " ", kaart).split()) for kaart in kaarten)
    return next(een.removeprefix(titel).strip() for een in woorden if een.startswith(titel))


def test_given_a_duty_to_report_that_ended_when_read_then_nothing_is_asked_and_it_is_only_counted(
    kom_binnen,
):
    dossier = DossierFactory()
    _deel(
        dossier, "meldplichten",
        [{"opgelegd_op": "2022-01-01", "opgelegd_door": "avim", "beeindigd_op": "2022-02-01", "reden_afwijking": "KAN-OUD"}],
    )  # fmt: skip

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/melden/").content.decode()

    assert re.findall(r"Hier staat nu niets dat u moet doen\.|U moet zich melden|KAN-OUD", html) == [
        "Hier staat nu niets dat u moet doen."
    ]
    assert "Wat voorbij is, staat in uw hele dossier." in html


def test_given_a_form_that_lies_here_when_read_then_it_says_that_nothing_was_sent_and_why(kom_binnen):
    dossier = DossierFactory()
    Beroep.objects.create(dossier=dossier, volgorde=0, ingesteld_op=date(2022, 2, 10))
    LPAanvraag.objects.create(dossier=dossier, volgorde=0, land="SYR", ingevuld_op=date(2022, 2, 10))

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/reis/").content.decode()

    assert _kaart(html, "Reispapier vragen aan: Syrië").removesuffix(" Klopt hier iets niet? Zeg het.") == (
        "Wij stuurden nog niets naar dat land. Dat mag niet zolang de rechter nog niet over uw asiel heeft beslist."
        " Over uw asielaanvraag vertellen wij dat land niets. donderdag 10 februari 2022 U vulde het formulier in."
    )


@pytest.fixture
def na_de_rechter():
    """A court that judged on 7 February that the person is not right."""
    dossier = DossierFactory()
    Beroep.objects.create(
        dossier=dossier, volgorde=0, ingesteld_op=date(2022, 1, 25), zonder_zitting=True, uitspraak_op=date(2022, 2, 7),
        bekendgemaakt_op=date(2022, 2, 7), uitkomst="ongegrond",
    )  # fmt: skip
    return dossier


def test_given_a_form_that_lies_here_after_the_judgment_when_read_then_it_does_not_say_that_it_may_not_be_sent(
    kom_binnen, na_de_rechter
):
    LPAanvraag.objects.create(dossier=na_de_rechter, volgorde=0, land="SYR", ingevuld_op=date(2022, 2, 10))

    html = kom_binnen(PortaalaccountFactory(dossier=na_de_rechter)).get("/mijn/reis/").content.decode()

    assert "Dat mag niet zolang de rechter" not in html
    assert "Wij stuurden nog niets naar dat land. Dat mag nu wel." in html


@pytest.mark.parametrize(("op", "hoger"), [(date(2022, 3, 7), 1), (date(2022, 3, 8), 0)])
def test_given_a_judgment_when_the_first_page_opens_then_it_speaks_of_a_higher_court_while_there_is_time(
    kom_binnen, na_de_rechter, monkeypatch, op, hoger
):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: op)

    html = kom_binnen(PortaalaccountFactory(dossier=na_de_rechter)).get("/mijn/").content.decode()

    assert html.count("Misschien kunt u nog naar een hogere rechter.") == hoger
    assert html.count("De rechter gaf u op maandag 7 februari 2022 geen gelijk.") == 1


def test_given_a_journey_that_is_booked_when_read_then_its_day_is_there_and_on_the_first_page(kom_binnen):
    dossier = DossierFactory()
    _deel(dossier, "boekingen", [
        {"soort": "gedwongen", "land": "SYR", "gepland_op": "2022-03-01", "geannuleerd_op": "2022-02-10"},
        {"soort": "gedwongen", "land": "SYR", "gepland_op": "2022-03-08"},
    ])  # fmt: skip
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))

    reis, begin = (client.get(f"/mijn/{adres}").content.decode() for adres in ("reis/", ""))

    assert _kaart(reis, "Uw reis") == (
        "dinsdag 8 maart 2022 Naar: Syrië Dit is een gedwongen vertrek. Vraag uw advocaat wat u nog kunt doen."
    )
    assert re.search(r"Vertrek</span> <span[^>]*>([^<]*)", begin)[1] == "dinsdag 8 maart 2022"


def test_given_a_test_that_a_country_asks_when_read_then_both_answers_are_good_and_none_is_shown(kom_binnen):
    dossier = DossierFactory()
    Reistest.objects.create(
        dossier=dossier, land="SYR", soort="test", wat="Een test op tuberculose.", bron="KAN-BRON", gevraagd_op=date(2022, 2, 1),
        vraag_voor=date(2022, 2, 15), door=dossier.regievoerder, door_naam="KAN-VRAGER",
    )  # fmt: skip

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/reis/").content.decode()

    woorden, _keuzes = _kaart(html, "Wat dit land vraagt: Syrië").split(" Ik zeg ", maxsplit=1)
    assert woorden == (
        "Een test op tuberculose. U beslist zelf. Ja en nee zijn allebei goed, en u hoeft niet te zeggen waarom."
        " Zegt u nee? Dan kijken wij samen wat er anders kan. U kunt hier kiezen, of uw keuze zeggen tegen uw"
        " contactpersoon. U kunt later altijd anders kiezen."
    )
    assert "KAN-" not in html


def test_given_a_journey_that_is_withheld_when_the_first_page_opens_then_it_does_not_say_that_there_is_none(
    kom_binnen,
):
    dossier = DossierFactory()
    _deel(dossier, "boekingen", [{"soort": "gedwongen", "land": "SYR", "gepland_op": "2022-03-08"}])
    Onthouding.objects.create(
        dossier=dossier, wat="beeld.boekingen", grond="veiligheid", reden="KAN-REDEN", tot=date(2022, 3, 1), door_naam="KAN-EEN",
        tweede_naam="KAN-TWEE",
    )  # fmt: skip

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/").content.decode()

    assert re.search(r"Vertrek</span> <span[^>]*>([^<]*)", html)[1] == "Hier staat nog geen dag."
    assert "1 onderdeel houden wij nu achter." in html


def test_given_the_person_when_reading_what_is_kept_of_them_then_each_thing_stands_in_words(kom_binnen):
    dossier = DossierFactory(
        persoon__geboortedatum="1990-00-00", persoon__nationaliteiten=["SYR", "XXA"], persoon__talen=["ar"]
    )
    Gezinslid.objects.create(
        persoon=dossier.persoon, volgorde=0, relatie="kind", geboortedatum="2015-05-03", meereizend=False
    )

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/gegevens/").content.decode()

    assert _kaart(html, "Wie bent u?").partition("Geboren ")[2] == (
        "in 1990 . De dag weten wij niet. Nationaliteit Syrië geen nationaliteit Uw taal Arabisch"
    )
    assert _kaart(html, "Uw gezin") == "Uw kind Geboren: 3 mei 2015 Reist niet met u mee."


def test_given_a_wish_that_was_answered_aloud_when_read_then_the_day_is_there_and_how_to_hear_it_again(
    kom_binnen,
):
    dossier = DossierFactory()
    WensFactory(dossier=dossier, geuit_op=date(2022, 2, 1), vervolg="uitgelegd", vervolg_op=date(2022, 2, 8))

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/wensen/").content.decode()

    assert (
        "Wij gaven antwoord op dinsdag 8 februari 2022. Wat wij zeiden, staat hier niet."
        " Wilt u het nog eens weten? Stel een vraag."
    ) in html


def test_given_help_with_conditions_when_read_then_they_are_said_to_the_person_and_no_word_for_staff_is_there(
    kom_binnen,
):
    dossier = DossierFactory()
    WensFactory(dossier=dossier, soort="ondernemen")
    AanbodFactory(
        titel="Eigen zaak", gezin=True, eisen=["definitief_vertrek"], voorwaarden="KAN-VOORWAARDE", contact="KAN-CONTACT",
        bron="KAN-BRON",
    )  # fmt: skip

    html = (
        kom_binnen(PortaalaccountFactory(dossier=dossier), taal="en")
        .get("/mijn/hulp-die-past/")
        .content.decode()
    )

    aanbod = next(deel for deel in html.split('<div class="vw-hulpaanbod">') if "Eigen zaak" in deel)
    assert re.findall(r"<li>(.*?)</li>", aanbod.partition("</ul>")[0]) == [
        "The help is for who leaves for good.",
        "There are other conditions. Your contact person can explain them.",
    ]
    assert "KAN-" not in html


@pytest.mark.parametrize("naam", sorted(VOORWAARDEN))
def test_given_any_condition_of_the_finder_when_said_in_the_portal_then_it_is_a_sentence(naam):
    assert str(eis(naam)).endswith(".")
