"""What the person says in the portal: it is kept as it was written, and waits for somebody with a day."""

import re
from datetime import date, time

import pytest
from django.utils import timezone
from msgspec.structs import replace

from tests.dossier.factories import DossierFactory
from tests.ondersteuning.factories import WensFactory, zet_verwijzing
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.actions.stem import answer_stem
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Antwoord, Betwisting, Onthouding, Stem
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.ondersteuning.models import Verwijzing, Wens
from verantwoord.toegang.context import als_systeem
from verantwoord.toetsing.models import Routeregel
from verantwoord.vertrekgesprek.models import Addendum
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_20_februari")]

OP = date(2022, 2, 20)
WOORDEN = "أريد أن أفتح مخبزًا <b>في أربيل</b>"
BLADZIJDEN = ("wensen/", "vragen/", "afspraken/", "verslagen/", "dit-klopt-niet/", "toestemming/")


@pytest.fixture
def op_20_februari(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: OP)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def account(dossier):
    return PortaalaccountFactory(dossier=dossier)


@pytest.fixture
def binnen(kom_binnen, account):
    return kom_binnen(account)


def _gebeurtenissen(dossier):
    with als_systeem():
        return list(
            Gebeurtenis.objects.filter(dossier_id=dossier.pk, door__startswith="portaal-")
            .order_by("pk")
            .values_list("soort", flat=True)
        )


def _stemmen(dossier):
    with als_systeem():
        return list(
            Stem.objects.filter(dossier=dossier)
            .values_list("soort", "antwoord_voor", "afgedaan_op")
            .order_by("vastgelegd_op")
        )


def test_given_a_wish_in_arabic_when_sent_then_it_is_kept_as_written_and_told_to_the_regievoerder(
    binnen, dossier
):
    antwoord = binnen.post("/mijn/wensen/", {"omschrijving": WOORDEN, "soort": "ondernemen"})

    with als_systeem():
        wens = Wens.objects.get(dossier=dossier)
        melding = Melding.objects.get(dossier=dossier)
    assert (antwoord.status_code, antwoord.url) == (302, "/mijn/wensen/")
    assert (wens.omschrijving, wens.soort, wens.bron, wens.geuit_op) == (WOORDEN, "ondernemen", "portaal", OP)
    assert (melding.soort, melding.medewerker_id) == ("stem", dossier.regievoerder_id)
    assert _gebeurtenissen(dossier) == ["wens.geuit"]
    html = binnen.get("/mijn/wensen/").content.decode()
    assert "U krijgt antwoord, uiterlijk op zondag 6 maart 2022." in html
    assert "<b>في" not in html


def test_given_a_lawyer_when_sending_a_wish_then_it_says_by_whom(kom_binnen, dossier):
    advocaat = kom_binnen(MachtigingFactory(dossier=dossier).account)

    advocaat.post("/mijn/wensen/", {"omschrijving": "Meer tijd.", "soort": "tijd"})

    with als_systeem():
        wens = Wens.objects.get(dossier=dossier)
    assert (wens.bron, wens.bron_toelichting) == ("gemachtigde", "mr. E. Voorbeeld")


def test_given_an_empty_wish_when_sent_then_it_says_so_and_the_choice_is_kept(binnen, dossier):
    antwoord = binnen.post("/mijn/wensen/", {"omschrijving": " ", "soort": "werk"})

    assert antwoord.status_code == 422
    assert "Schrijf hier iets op. Eén zin is genoeg." in antwoord.content.decode()
    later = binnen.get("/mijn/wensen/").content.decode()
    assert '<option value="werk" selected>' in later
    with als_systeem():
        assert not Wens.objects.filter(dossier=dossier).exists()


def test_given_an_answer_when_the_person_says_it_was_read_then_that_is_kept_without_anybody_of_the_staff(
    binnen, account, dossier
):
    wens = WensFactory(
        dossier=dossier, vervolg="uitgelegd", vervolg_op=date(2022, 2, 18), antwoord="Dat kan via IOM."
    )

    binnen.post("/mijn/wensen/gelezen/", {"id": wens.pk})

    with als_systeem():
        wens.refresh_from_db()
        stap = wens.stappen.get()
    assert (wens.verteld_op, wens.verteld_wijze) == (OP, "portaal")
    assert (stap.door, stap.door_naam, stap.uitkomst) == (None, account.naam, "portaal")


def test_given_a_wish_taken_back_when_looking_then_the_words_stay_and_somebody_must_read_it(binnen, dossier):
    wens = WensFactory(dossier=dossier, omschrijving="Een bakkerij.")

    binnen.post("/mijn/wensen/intrekken/", {"id": wens.pk})

    assert _stemmen(dossier) == [("wens", date(2022, 3, 6), None)]
    html = binnen.get("/mijn/wensen/").content.decode()
    assert "Een bakkerij." in html
    assert "U hebt deze wens op zondag 20 februari 2022 ingetrokken." in html


@pytest.mark.parametrize(
    "adres", ["wensen/intrekken/", "wensen/gelezen/", "dit-klopt-niet/terug/", "afspraken/ik-kom/"]
)
def test_given_a_row_of_somebody_else_when_pressing_a_button_for_it_then_it_is_not_there(binnen, adres):
    ander = DossierFactory()
    rij = {
        "wensen": lambda: WensFactory(dossier=ander, antwoord="Nee.", vervolg="afgewezen"),
        "afspraken": lambda: GesprekFactory(dossier=ander, gepland_op=date(2022, 3, 1)),
        "dit-klopt-niet": lambda: Betwisting.objects.create(
            dossier=ander, onderwerp="procedure", wat_klopt_niet="Nee.", gemeld_op=OP, gemeld_naam="X",
            antwoord_voor=OP,
        ),
    }[adres.split("/", maxsplit=1)[0]]()  # fmt: skip

    assert binnen.post(f"/mijn/{adres}", {"id": rij.pk}).status_code == 404


def test_given_a_question_when_it_was_answered_and_more_is_asked_then_it_waits_again(binnen, dossier):
    binnen.post("/mijn/vragen/", {"tekst": "Mag ik blijven tot de school klaar is?"})
    with als_systeem():
        vraag = Stem.objects.get(dossier=dossier)
        answer_stem(
            door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=vraag.pk, tekst="Ja, tot juli.", op=OP
        )
    beantwoord = _stemmen(dossier)

    binnen.post(f"/mijn/vragen/{vraag.pk}/", {"tekst": "En daarna?"})

    assert beantwoord == [("vraag", date(2022, 3, 6), OP)]
    assert _stemmen(dossier) == [("vraag", date(2022, 3, 6), None)]
    html = binnen.get("/mijn/vragen/").content.decode()
    assert [html.index(w) for w in ("school klaar", "Ja, tot juli.", "En daarna?")] == sorted(
        html.index(w) for w in ("school klaar", "Ja, tot juli.", "En daarna?")
    )
    assert "<h2>Vraag van zondag 20 februari 2022</h2>" in html
    assert dossier.regievoerder.naam not in html


def test_given_a_letter_of_a_lawyer_when_another_with_a_mandate_looks_then_it_is_not_there(
    kom_binnen, dossier
):
    kom_binnen(MachtigingFactory(dossier=dossier).account).post("/mijn/vragen/", {"tekst": "KAN-ADVOCAAT"})
    vwn = MachtigingFactory(dossier=dossier, hoedanigheid="vwn").account

    van_vwn = kom_binnen(vwn).get("/mijn/vragen/").content.decode()
    van_persoon = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/vragen/").content.decode()

    assert ("KAN-ADVOCAAT" in van_vwn, "KAN-ADVOCAAT" in van_persoon) == (False, True)


def test_given_a_question_nobody_answered_when_the_day_went_by_then_being_late_is_said(
    binnen, account, dossier
):
    with als_systeem():
        stem = Stem.objects.create(
            dossier=dossier, soort="vraag", account=account, gezegd_naam="X", gezegd_op=date(2022, 2, 1),
            antwoord_voor=date(2022, 2, 15),
        )  # fmt: skip
        stem.berichten.create(tekst="Wanneer?", op=date(2022, 2, 1), naam="X")

    html = binnen.get("/mijn/vragen/").content.decode()

    assert "U had op dinsdag 15 februari 2022 antwoord moeten krijgen. Dat is niet gelukt." in html


def test_given_another_day_asked_for_when_nobody_answers_then_the_day_of_the_talk_is_the_last(
    binnen, dossier
):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24), tijd=time(10))

    binnen.post(f"/mijn/afspraken/{gesprek.pk}/andere-dag/", {"wanneer": "Dinsdag", "waarom": "De dokter"})

    assert _stemmen(dossier) == [("afspraak", date(2022, 2, 24), None)]
    html = binnen.get("/mijn/afspraken/").content.decode()
    assert "Krijgt u geen antwoord? Dan telt het niet als wegblijven." in html
    with als_systeem():
        gesprek.refresh_from_db()
    assert gesprek.status == "gepland"


def test_given_another_day_asked_for_when_saying_one_comes_after_all_then_nothing_waits(binnen, dossier):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24))
    binnen.post(f"/mijn/afspraken/{gesprek.pk}/andere-dag/", {"wanneer": "Dinsdag"})

    binnen.post("/mijn/afspraken/ik-kom/", {"id": gesprek.pk})

    assert _stemmen(dossier) == [("afspraak", date(2022, 2, 24), OP), ("komt", date(2022, 3, 6), OP)]


def test_given_a_finished_report_when_reacting_then_it_stands_with_the_report(binnen, account, dossier):
    gesprek = GesprekFactory(dossier=dossier, eerste=True, afgerond=True)

    binnen.post(f"/mijn/verslagen/{gesprek.pk}/", {"tekst": "Ik zei iets anders."})

    with als_systeem():
        reactie = Addendum.objects.get(gesprek=gesprek)
    assert (reactie.soort, reactie.vorm, reactie.tekst, reactie.door, reactie.door_naam, reactie.gegeven_op) == (
        "reactie", "portaal", "Ik zei iets anders.", None, account.naam, OP,
    )  # fmt: skip
    assert _stemmen(dossier) == [("reactie", date(2022, 3, 6), None)]


def test_given_a_report_that_is_not_finished_when_reacting_then_it_is_not_there(binnen, dossier):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24))

    assert binnen.post(f"/mijn/verslagen/{gesprek.pk}/", {"tekst": "Hallo"}).status_code == 404


def test_given_something_wrong_when_contested_and_taken_back_then_both_are_told(binnen, dossier):
    binnen.post(
        "/mijn/dit-klopt-niet/",
        {"onderwerp": "persoon.geboortedatum", "wat_klopt_niet": "Ik ben later geboren.", "hoe_dan": "1989"},
    )
    with als_systeem():
        betwisting = Betwisting.objects.get(dossier=dossier)

    binnen.post("/mijn/dit-klopt-niet/terug/", {"id": betwisting.pk})

    assert _gebeurtenissen(dossier) == ["betwisting.gemeld", "betwisting.ingetrokken"]
    html = binnen.get("/mijn/dit-klopt-niet/").content.decode()
    assert "U hebt dit op zondag 20 februari 2022 teruggenomen." in html


def _stand_van_zaken(dossier):
    """All that depends on the facts, without the one field in which the choice is kept."""
    with als_systeem():
        beeld = beeld_of(dossier.pk)
        stand = Stand.objects.get(pk=dossier.pk)
        antwoorden = list(
            Antwoord.objects.filter(dossier=dossier).order_by("pk").values_list("soort", "inhoud")
        )
    parameters = geldende_parameters()
    bevindingen = {
        b.norm: b.oordeel for b in beoordeel(beeld, peildatum=OP, parameters=parameters).bevindingen
    }
    medisch = replace(
        beeld.medisch,
        toestemming_op=None,
        toestemming_geweigerd_op=None,
        toestemming_ingetrokken_op=None,
    )
    return (
        replace(beeld, medisch=medisch),
        bevindingen,
        (stand.fase, stand.volgende_norm, stand.volgende_op, stand.regel),
        antwoorden,
    )


def test_given_a_no_when_chosen_then_nothing_else_in_the_whole_dossier_changes(binnen, dossier):
    binnen.post("/mijn/vragen/", {"tekst": "Zo is alles al een keer beoordeeld."})
    voor = _stand_van_zaken(dossier)

    binnen.post("/mijn/toestemming/", {"keuze": "nee"})

    na = _stand_van_zaken(dossier)
    # Without consent nobody asks a doctor anything: that is the choice itself, and all there is to it.
    veranderd = {norm: (voor[1][norm], na[1][norm]) for norm in na[1] if voor[1][norm] != na[1][norm]}
    assert veranderd == {"medisch-toestemming": ("onbekend", "niet_voldaan")}
    assert (na[0], na[2], na[3]) == (voor[0], voor[2], voor[3])


def test_given_a_yes_when_taken_back_then_all_stands_as_after_a_no(binnen, dossier, kom_binnen):
    binnen.post("/mijn/toestemming/", {"keuze": "ja"})
    binnen.post("/mijn/toestemming/", {"keuze": "intrekken"})
    ingetrokken = _stand_van_zaken(dossier)
    assert "U hebt uw ja ingetrokken." in binnen.get("/mijn/").content.decode()
    ander = DossierFactory()
    ander_client = kom_binnen(PortaalaccountFactory(dossier=ander))
    ander_client.post("/mijn/toestemming/", {"keuze": "nee"})
    geweigerd = _stand_van_zaken(ander)

    assert ingetrokken[1] == geweigerd[1]
    assert [s for s, _op, _af in _stemmen(dossier)] == ["toestemming", "toestemming"]
    with als_systeem():
        regels = list(
            Routeregel.objects.filter(dossier=dossier).values_list("stap", "door", "invoer__antwoord")
        )
    assert regels == [("toestemming", None, "ja"), ("intrekken", None, None)]


def test_given_no_choice_yet_when_the_page_opens_then_both_buttons_are_alike_and_come_in_either_order(binnen):
    volgordes = set()
    for _keer in range(40):
        html = binnen.get("/mijn/toestemming/").content.decode()
        knoppen = re.findall(r"<button[^>]*name=\"keuze\"[^>]*>", html)
        volgordes.add(tuple(re.findall(r'value="(\w+)"', "".join(knoppen))))
        assert len({re.search(r'class="([^"]*)"', knop)[1] for knop in knoppen}) == 1

    assert volgordes == {("ja", "nee"), ("nee", "ja")}


def test_given_a_lawyer_when_going_to_consent_then_there_is_no_such_page(kom_binnen, dossier):
    advocaat = kom_binnen(MachtigingFactory(dossier=dossier).account)

    assert [
        advocaat.get("/mijn/toestemming/").status_code,
        advocaat.post("/mijn/toestemming/", {"keuze": "ja"}).status_code,
        advocaat.post("/mijn/toestemming/hulp/", {"nummer": 0}).status_code,
    ] == [404, 404, 404]


def test_given_a_referral_when_consent_is_taken_back_then_it_ends_at_once(binnen, dossier):
    zet_verwijzing(dossier)

    binnen.post("/mijn/toestemming/hulp/", {"nummer": 0})

    with als_systeem():
        feit = beeld_of(dossier.pk).verwijzingen[0]
        rij = Verwijzing.objects.get(dossier=dossier)
    assert (feit.toestemming, rij.einde, rij.beeindigd_op) == (False, "toestemming_weg", OP)
    assert _stemmen(dossier) == [("verwijzing", date(2022, 3, 6), None)]
    assert "IOM Noord" not in binnen.get("/mijn/toestemming/").content.decode()


@pytest.mark.parametrize("adres", BLADZIJDEN)
def test_given_more_to_read_when_a_page_opens_then_it_asks_no_more_questions(
    binnen, account, dossier, adres, django_assert_num_queries, django_assert_max_num_queries
):
    _vul(dossier, account, 1)
    binnen.get(f"/mijn/{adres}")
    with django_assert_max_num_queries(60) as eerst:
        binnen.get(f"/mijn/{adres}")

    _vul(dossier, account, 5)

    with django_assert_num_queries(len(eerst)):
        binnen.get(f"/mijn/{adres}")


def _vul(dossier, account, aantal):
    with als_systeem():
        for n in range(aantal):
            plek = 20_000 + Wens.objects.filter(dossier=dossier).count()
            WensFactory(dossier=dossier, volgorde=plek)
            komend = GesprekFactory(
                dossier=dossier, volgorde=plek, moment="extra", gepland_op=date(2022, 3, 1 + n)
            )
            klaar = GesprekFactory(dossier=dossier, volgorde=plek + 500, eerste=True, afgerond=True)
            klaar.addenda.create(soort="reactie", tekst="Nee.", door_naam="X", gegeven_op=OP)
            Betwisting.objects.create(
                dossier=dossier, onderwerp="procedure", wat_klopt_niet="Nee.", gemeld_op=OP, gemeld_naam="X",
                antwoord_voor=OP,
            )  # fmt: skip
            for soort in ("vraag", "afspraak"):
                stem = Stem.objects.create(
                    dossier=dossier, soort=soort, account=account, gezegd_naam="X", gezegd_op=OP,
                    antwoord_voor=OP, over=komend.pk,
                )  # fmt: skip
                stem.berichten.create(tekst="Wanneer?", op=OP, naam="X")
            zet_verwijzing(dossier)


@pytest.mark.parametrize(
    ("wat", "adres"), [("dossier.Stem", "vragen/"), ("dossier.Betwisting", "dit-klopt-niet/")]
)
def test_given_words_that_are_withheld_when_the_page_opens_then_they_are_not_there(
    binnen, account, dossier, wat, adres
):
    _vul(dossier, account, 1)
    voor = binnen.get(f"/mijn/{adres}").context["blad"]
    with als_systeem():
        Onthouding.objects.create(
            dossier=dossier, wat=wat, grond="bescherming", reden="Reden", tot=date(2099, 1, 1), door_naam="A",
            tweede_naam="B",
        )  # fmt: skip

    na = binnen.get(f"/mijn/{adres}").context["blad"]

    assert [
        len(getattr(blad, "vragen", None) or getattr(blad, "betwistingen", ())) for blad in (voor, na)
    ] == [
        1,
        0,
    ]


@pytest.mark.parametrize(
    ("adres", "velden", "model"),
    [
        ("wensen/", {"omschrijving": "Mijn gereedschap", "soort": "bagage"}, Wens),
        ("vragen/", {"tekst": "Hoe lang duurt het?"}, Stem),
        ("dit-klopt-niet/", {"onderwerp": "persoon.naam", "wat_klopt_niet": "Het is met een j."}, Betwisting),
    ],
)
def test_given_a_button_when_it_is_pressed_twice_then_it_was_said_once(kom_binnen, adres, velden, model):
    dossier = DossierFactory()
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))

    antwoorden = [client.post(f"/mijn/{adres}", velden).status_code for _ in range(2)]

    with als_systeem():
        assert (antwoorden, model.objects.filter(dossier=dossier).count()) == ([302, 302], 1)
