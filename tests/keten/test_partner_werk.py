"""Whether a desk asks for what its partner must do, and shows what that takes: the police, who is medically competent, a table."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.keten.test_partner import client_van, iemand, opnieuw, zaak
from tests.overleg.factories import DATUM, maak_tafel
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.keten.partner.gevraagd import vragen_aan
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.overleg import actions as overleg
from verantwoord.toetsing.models import Routeregel, Signaal

pytestmark = pytest.mark.django_db
KANARIE = "KANARIE-ROUTE"


def met_deel(deel: str, **inhoud: str) -> Dossier:
    dossier = DossierFactory()
    Dossierdeel.objects.create(dossier=dossier, deel=deel, inhoud=inhoud)
    return opnieuw(dossier)


def gemeld() -> Dossier:
    return met_deel("mensenhandel", aanwijzing_op="2022-02-08", politie_gemeld_op="2022-02-09")


def dag(veld: str, op: date) -> dict[str, int]:
    return {f"{veld}_dag": op.day, f"{veld}_maand": op.month, f"{veld}_jaar": op.year}


@pytest.mark.parametrize(
    ("moment", "trait", "leest"),
    [
        ("mensenhandel", "avim_mensenhandel", True),
        ("mensenhandel", "avim", False),
        ("mensenhandel", "coa", False),
        ("medisch", "medisch_bevoegd", True),
        ("medisch", "coa", False),
        ("medisch", "ind", False),
    ],
)
def test_given_what_was_recorded_of_a_moment_when_partners_open_the_case_then_only_who_handles_it_reads_it(
    moment, trait, leest
):
    partner, dossier = iemand(trait), met_deel(moment, aanwijzing_op="2022-02-08")
    Routeregel.objects.create(
        dossier=dossier, moment=moment, stap="aanwijzing", op=date(2022, 2, 8), toelichting=KANARIE, door_naam="Noor"
    )  # fmt: skip

    antwoord = client_van(partner).get(reverse("partner:zaak", args=[dossier.pk]))

    assert antwoord.status_code == 200
    assert (KANARIE in antwoord.content.decode()) is leest


def test_given_a_sign_with_the_police_when_they_answer_then_it_was_asked_of_them_alone_and_is_no_more():
    politie, ind, coa = iemand("avim_mensenhandel"), iemand("ind"), iemand("coa")
    dossier = gemeld()

    def gevraagd(wie):
        return [(v.titel, v.sinds) for v in vragen_aan(wie, op=DATUM).vragen]

    eerst = {wie.rol: gevraagd(wie) for wie in (politie, ind, coa)}
    antwoord = client_van(politie).post(
        reverse("partner:stuur", args=[dossier.pk, "politieantwoord"]),
        {"inzending_id": uuid4(), "uitkomst": "geen_vervolg", **dag("op", date(2022, 2, 10))},
    )

    naam = dossier.persoon.volledige_naam
    assert eerst == {
        "avim_mensenhandel": [(f"De aanwijzing bij {naam}", date(2022, 2, 9))],
        "ind": [],
        "coa": [],
    }
    assert (antwoord.status_code, gevraagd(politie)) == (302, [])


def test_given_no_medical_answer_when_who_is_competent_opens_the_case_then_that_stands_on_top():
    dossier = met_deel("medisch", aanwijzing_op="2022-02-03")

    pagina = client_van(iemand("medisch_bevoegd")).get(reverse("partner:zaak", args=[dossier.pk]))

    assert pagina.context["hoofd"].titel == "Kan deze persoon reizen?"
    assert pagina.context["hoofd"].antwoord == "Nog niet bekend of reizen kan"


def test_given_a_worry_of_who_is_medically_competent_when_sent_then_the_moment_is_open_again():
    medisch, dossier = (
        MedewerkerFactory(medisch_bevoegd=True),
        met_deel("medisch", aanwijzing_op="2022-02-03"),
    )

    antwoord = client_van(medisch).post(
        reverse("partner:stuur", args=[dossier.pk, "zorg"]),
        {
            "inzending_id": uuid4(),
            "moment": "medisch",
            "toelichting": "Reizen lijkt nu niet te kunnen.",
            **dag("gezien_op", timezone.localdate()),
        },
    )

    assert antwoord.status_code == 302
    assert list(Signaal.objects.values_list("moment", "door")) == [("medisch", medisch.pk)]


@pytest.mark.parametrize(("aantal", "woorden"), [(0, "0 bewoners"), (1, "1 bewoner"), (2, "2 bewoners")])
def test_given_so_many_cases_when_opening_the_desk_then_they_are_counted_in_words_that_fit(aantal, woorden):
    coa = iemand("coa")
    for _n in range(aantal):
        zaak()

    pagina = client_van(coa).get(reverse("partner:begin"))

    assert pagina.context["bijschrift"].partition(". ")[0] == woorden


def test_given_an_action_about_one_person_when_the_coa_opens_the_desk_then_it_says_about_whom():
    tafel = maak_tafel()
    dossier = tafel.dossier()
    punt = tafel.open(tafel.punt(dossier))
    overleg.add_actie(
        door=tafel.notulist,
        punt_id=punt.pk,
        omschrijving="Een kamer vrijhouden",
        eigenaar="coa",
        uiterlijk=date(2022, 3, 8),
    )
    opnieuw(dossier)

    vragen = vragen_aan(tafel.coa, op=date(2022, 3, 5)).vragen

    naam = dossier.persoon.volledige_naam
    assert [(v.titel, v.uitleg, v.dossiers) for v in vragen if v.datum == date(2022, 3, 8)] == [
        ("Een kamer vrijhouden", f"Afgesproken in het overleg over {naam}.", (dossier.pk,))
    ]


class TestVerwijzing:
    def verwijs(self, **fact) -> Dossier:
        dossier = DossierFactory()
        Dossierdeel.objects.create(
            dossier=dossier,
            deel="verwijzingen",
            inhoud=[{"naar": "iom", "verwezen_op": "2022-02-08", "toestemming": True} | fact],
        )
        Verwijzing.objects.create(
            dossier=dossier, plaats=0, naar="iom", waarvoor="Hulp bij een winkel in Erbil.", deelt=KANARIE,
            waarom=KANARIE, toestemming=True, gevraagd_op=date(2022, 2, 8), gekozen_op=date(2022, 2, 8),
        )  # fmt: skip
        return opnieuw(dossier)

    def test_given_a_referral_when_the_organisation_opens_the_case_and_the_form_then_what_is_asked_is_there(
        self,
    ):
        iom, dossier = MedewerkerFactory(iom=True), self.verwijs()
        client = client_van(iom)

        blad = client.get(reverse("partner:zaak", args=[dossier.pk]))
        form = client.get(reverse("partner:stuur", args=[dossier.pk, "verwijzing"]))
        over_de_api = client.get(f"/api/v1/zaken/{dossier.pk}").json()

        assert blad.context["hulpvragen"] == ("Hulp bij een winkel in Erbil.",)
        assert "Hulp bij een winkel in Erbil." in form.content.decode()
        assert over_de_api["hulpvragen"] == ["Hulp bij een winkel in Erbil."]
        assert not any(KANARIE in a.content.decode() for a in (blad, form))

    @pytest.mark.parametrize("trait", ["coa", "ind", "avim", "ngo", "vwn", "kmar"])
    def test_given_a_referral_to_the_iom_when_others_with_a_task_open_the_case_then_it_is_not_there(
        self, trait
    ):
        wie, dossier = iemand(trait), self.verwijs()
        dossier.betrokkenen.create(
            organisatie=wie.organisatie, team=wie.team, rol=wie.rol, grond="overleg", sleutel="proef"
        )
        client = client_van(wie)

        blad = client.get(reverse("partner:zaak", args=[dossier.pk]))

        assert (blad.status_code, blad.context["hulpvragen"]) == (200, ())
        assert "hulpvragen" not in client.get(f"/api/v1/zaken/{dossier.pk}").json()

    @pytest.mark.parametrize(
        "fact", [{"resultaat_op": "2022-02-20", "resultaat": "Gelukt."}, {"toestemming": False}]
    )
    def test_given_a_referral_that_is_over_or_not_agreed_when_a_guest_of_the_iom_looks_then_it_is_not_there(
        self, fact
    ):
        iom, dossier = MedewerkerFactory(iom=True), self.verwijs(**fact)
        dossier.betrokkenen.create(
            organisatie="iom", team=iom.team, rol=iom.rol, grond="overleg", sleutel="proef"
        )

        blad = client_van(iom).get(reverse("partner:zaak", args=[dossier.pk]))

        assert (blad.status_code, blad.context["hulpvragen"]) == (200, ())
