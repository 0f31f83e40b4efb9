"""The same words with something changed: a denial, another person, another time, and what is said beside it."""

import pytest

from verantwoord.kern.signalen import zoek_signalen

# One main clause for each matter, as it is written when it is said plainly.
HOOFDZINNEN = {
    "medisch": "zij heeft borstkanker",
    "buiten_schuld": "de ambassade weigert een reisdocument",
    "schrijnend": "haar man is in het azc overleden",
    "mensenhandel": "haar baas heeft haar paspoort afgepakt",
    "wens": "zij wil daar een winkel beginnen",
}
# What takes a hit away, so that it is tried whether it takes too much.
WEGNEMERS = (
    "Zij heeft geen kinderen",
    "Zij heeft geen klachten over de kamer",
    "Ik heb uitgelegd wat artikel 64 inhoudt",
    "Ik heb haar gewezen op de meldplicht",
    "De tolk is verkouden",
    "Van huiselijk geweld is geen sprake",
    "Mocht de bus te laat zijn, dan belt zij",
    "De folder is uitgereikt",
    "Zij ontkent ruzie te hebben",
    "Zij grapte over het weer",
    "Haar broer is hersteld van de griep",
)


def soorten(tekst):
    return {signaal.soort for signaal in zoek_signalen(tekst)}


@pytest.mark.parametrize("verbinding", [", maar {}.", ", want {}.", "; {}.", ". {hoofdletter}."])
@pytest.mark.parametrize("wegnemer", WEGNEMERS)
@pytest.mark.parametrize("soort", HOOFDZINNEN)
def test_given_something_taken_away_when_a_signal_is_said_after_it_then_that_is_still_found(
    soort, wegnemer, verbinding
):
    zin = HOOFDZINNEN[soort]

    tekst = wegnemer + verbinding.format(zin, hoofdletter=zin.capitalize())

    assert soort in soorten(tekst)


@pytest.mark.parametrize("wegnemer", WEGNEMERS)
@pytest.mark.parametrize("soort", HOOFDZINNEN)
def test_given_a_signal_when_something_taken_away_is_said_after_it_then_the_signal_is_still_found(
    soort, wegnemer
):
    zin = HOOFDZINNEN[soort].capitalize()

    tekst = f"{zin}, maar {wegnemer[0].lower()}{wegnemer[1:]}."

    assert soort in soorten(tekst)


@pytest.mark.parametrize(
    "begin",
    ["Zij volgt een cursus", "Ik heb gewezen op de folder", "Zij studeert", "Zij is hersteld van de griep"],
)
def test_given_something_taken_away_when_the_same_sentence_goes_on_about_her_then_that_is_found(begin):
    assert "medisch" in soorten(f"{begin} en heeft hepatitis.")


@pytest.mark.parametrize(
    ("soort", "ja", "nee"),
    [
        ("medisch", "Hij gebruikt medicijnen.", "Hij gebruikt geen medicijnen."),
        ("medisch", "Zij is zwanger.", "Zij is niet zwanger."),
        ("medisch", "Hij is suïcidaal.", "Hij is niet suïcidaal."),
        ("medisch", "Zij heeft last van haar rug.", "Zij heeft geen last van haar rug."),
        ("schrijnend", "Zij is mishandeld.", "Zij is nooit mishandeld."),
        ("schrijnend", "Hij is homoseksueel.", "Hij is niet homoseksueel."),
        ("schrijnend", "Haar broers dreigen met eerwraak.", "Van eerwraak is geen sprake."),
        (
            "mensenhandel",
            "Hij is slachtoffer van mensenhandel.",
            "Hij is geen slachtoffer van mensenhandel.",
        ),
        ("mensenhandel", "Hij is uitgebuit.", "Hij is nooit uitgebuit."),
        ("wens", "Hij wil startgeld.", "Hij wil geen startgeld."),
        ("wens", "Zij wil daar een bakkerij openen.", "Zij wil daar geen bakkerij openen."),
    ],
)
def test_given_a_signal_when_it_is_denied_then_it_is_gone(soort, ja, nee):
    assert (soort in soorten(ja), soort in soorten(nee)) == (True, False)


@pytest.mark.parametrize(
    ("soort", "ontkend"),
    [
        ("medisch", "Hij kan niet meer lopen."),
        ("medisch", "Zij wil niet meer leven."),
        ("medisch", "Hij slaapt al weken niet."),
        ("buiten_schuld", "Hij krijgt van het consulaat geen antwoord."),
        ("buiten_schuld", "Zijn nationaliteit is niet vastgesteld."),
        ("mensenhandel", "Hij werkte maanden zonder loon."),
        ("wens", "Zij wil haar hond niet achterlaten."),
    ],
)
def test_given_a_denial_that_is_the_signal_itself_when_looked_for_then_it_is_found(soort, ontkend):
    assert soort in soorten(ontkend)


@pytest.mark.parametrize(
    "wie", ["Zij", "Hij", "Ik", "Betrokkene", "Mevrouw", "De heer", "btr", "Onze dochter"]
)
@pytest.mark.parametrize("wat", ["heeft hepatitis", "had hepatitis", "kreeg hepatitis", "krijgt hepatitis"])
def test_given_another_person_of_the_file_or_another_tense_when_looked_for_then_it_is_found(wie, wat):
    assert "medisch" in soorten(f"{wie} {wat}.")


@pytest.mark.parametrize(
    "wie",
    [
        "De tolk",
        "Zijn advocaat",
        "Haar gemachtigde",
        "Een kamergenoot",
        "De buurman van betrokkene",
        "Zijn oom",
    ],
)
def test_given_somebody_else_when_looked_for_then_it_is_not_shown(wie):
    assert soorten(f"{wie} heeft hepatitis.") == set()


@pytest.mark.parametrize(
    "voorbij",
    [
        "Hij had hepatitis, maar die is volledig verdwenen.",
        "Hij had hepatitis. Hij is volledig genezen.",
        "In 2015 had hij hepatitis.",
        "Hij is genezen van hepatitis.",
    ],
)
def test_given_what_is_over_when_looked_for_then_it_is_not_shown(voorbij):
    assert soorten(voorbij) == set()


def test_given_what_is_over_of_somebody_else_when_looked_for_then_the_own_illness_stays():
    assert soorten("Zij heeft hepatitis en haar man is volledig genezen.") == {"medisch"}


@pytest.mark.parametrize(
    ("alleen", "samen"),
    [
        (
            "Hij werkt in een restaurant.",
            "Hij werkt in een restaurant. De baas heeft zijn paspoort afgepakt.",
        ),
    ],
)
def test_given_words_that_mean_little_when_another_stands_beside_them_then_both_are_shown(alleen, samen):
    los = zoek_signalen(alleen)
    naast = zoek_signalen(samen)

    assert los == []
    assert [s.begin < len(alleen) for s in naast if s.soort == "mensenhandel"] == [True, False]


@pytest.mark.parametrize(
    ("beide", "gevonden"),
    [
        ("Hij struikelt.", True),
        ("Hij struikelt. De brief van de rechtbank is voorgelezen.", True),
        ("Hij struikelt. Hij heeft geen vragen.", False),
        (
            "Hij struikelt en hij hijgt op de trap. Hij heeft geen vragen. Hij wil niet terug.",
            False,
        ),
        ("Hij heeft borstkanker. Hij heeft geen vragen. Hij wil niet terug.", True),
    ],
)
def test_given_a_report_that_says_that_nothing_is_the_matter_when_looked_for_then_plain_words_stand(
    beide, gevonden
):
    assert ("medisch" in soorten(beide)) == gevonden


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("De ambassade weigert hem een paspoort. Hij heeft geen vragen.", True),
        ("De ambassade weigert hem een paspoort. Hij heeft geen vragen. De zitting is in mei.", False),
        ("Hij is staatloos. Hij heeft geen vragen. De zitting is in mei.", True),
    ],
)
def test_given_a_report_that_closes_twice_when_looked_for_then_only_what_names_the_matter_stands_alone(
    tekst, gevonden
):
    assert ("buiten_schuld" in soorten(tekst)) == gevonden


@pytest.mark.parametrize(
    ("soort", "signaal"),
    [("wens", "Hij vroeg of zijn hond mee mag."), ("buiten_schuld", "Het consulaat zwijgt al maanden.")],
)
def test_given_somebody_who_is_well_when_looked_for_then_a_wish_or_a_closed_door_stands(soort, signaal):
    assert soort in soorten(f"{signaal} Zijn gezondheid is goed. Hij slaapt goed. Hij voelt zich fit.")


def test_given_a_point_in_a_number_when_looked_for_then_the_sentence_goes_on():
    assert "mensenhandel" in soorten("Hij moet nog 12.000 euro terugbetalen aan de man die de reis regelde.")


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Meneer kwam op tijd. Hij sprak over zijn zus. Zij is zwanger.", False),
        ("Hij kwam op tijd, hij was alleen. Hij sprak over zijn zus. Hij huilde. Zij is zwanger.", True),
        ("Mevrouw kwam op tijd. Zij sprak over haar zus. Zij is zwanger.", True),
        ("Meneer kwam op tijd. De tolk zat erbij en zij is zwanger.", False),
        ("Mevrouw kwam op tijd. De tolk zat erbij en zij is zwanger.", True),
    ],
)
def test_given_how_the_report_calls_the_person_when_another_is_named_then_it_is_known_who_is_meant(
    tekst, gevonden
):
    assert ("medisch" in soorten(tekst)) == gevonden


def test_given_what_was_years_ago_when_the_sentence_goes_on_about_that_time_then_it_is_not_shown():
    assert soorten("In 2014 werd hij onderzocht en heeft hij pillen gekregen.") == set()
    assert soorten("In 2014 kwam hij hier en nu heeft hij epilepsie.") == {"medisch"}


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("'Mijn broer in Athene is ziek, hij krijgt chemo.'", False),
        ("Mijn broer is hier, ik krijg zelf chemo.", True),
        ("En de epilepsie van toen? 'Ook over, sinds ik hier slaap.'", False),
        ("En de epilepsie van toen? 'Komt elke week.'", True),
    ],
)
def test_given_a_brother_or_an_answer_that_it_is_over_when_looked_for_then_it_is_not_of_the_person(
    tekst, gevonden
):
    assert ("medisch" in soorten(tekst)) == gevonden


@pytest.mark.parametrize(
    ("tekst", "soort", "gevonden"),
    [
        ("Zwanger? Moeder schiet in de lach, nee.", "medisch", False),
        ("Zwanger? Moeder knikt, vijf maanden.", "medisch", True),
        ("De bewaarder had astma en vertelde er uitvoerig over.", "medisch", False),
        ("Als ik nou eens astma krijg, mag ik dan blijven?", "medisch", False),
    ],
)
def test_given_no_at_the_end_or_somebody_met_on_the_way_when_looked_for_then_it_is_not_of_the_person(
    tekst, soort, gevonden
):
    assert (soort in soorten(tekst)) == gevonden


@pytest.mark.parametrize(
    ("erbij", "gevonden"),
    [
        ("Hij heeft geen vragen. Hij wil niet terug. Zijn beroep loopt. Hij wacht de uitspraak af.", True),
        ("Ik heb uitgelegd wat dat betekent. Is er iets: nee.", False),
    ],
)
def test_given_a_named_illness_when_a_report_closes_then_only_what_denies_it_takes_it(erbij, gevonden):
    assert ("medisch" in soorten(f"Gesproken over epilepsie. {erbij}")) == gevonden


def test_given_a_journey_itself_when_a_report_ends_then_that_is_not_said_of_the_person():
    assert "medisch" in soorten("Zij heeft borstkanker. Over het vertrek zelf heeft zij geen standpunt.")
    assert "medisch" not in soorten("Haar nicht heeft borstkanker. Zelf heeft zij geen klachten.")
