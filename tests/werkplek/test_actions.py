"""Finishing a talk together with what it yielded."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory
from tests.vertrekgesprek.factories import GesprekFactory, compleet
from verantwoord.dossier.models import Besluit
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.models import Wens
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.vertrekgesprek.fouten import VerslagOnvolledig
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslag import LPUitGesprek, Opbrengst, WensUitGesprek
from verantwoord.werkplek.actions import rond_gesprek_af
from verantwoord.werkplek.voorbereiding import bereid_voor

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 16)
GEREEDSCHAP = WensUitGesprek(soort="bagage", omschrijving="Ik wil mijn gereedschap meenemen.")


@pytest.fixture
def gesprek():
    return GesprekFactory(eerste=True)


def rond_af(gesprek, **opbrengst):
    return rond_gesprek_af(
        door=gesprek.dossier.regievoerder,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        versie=0,
        verslag=compleet(opbrengst=Opbrengst(**opbrengst)),
        peildatum=OP,
    )


def test_given_wishes_and_a_form_when_the_talk_is_finished_then_each_stands_in_its_own_room(gesprek):
    rond_af(gesprek, wensen=(GEREEDSCHAP,), lp=LPUitGesprek(antwoord="ingevuld", uitleg_gegeven=True))

    dag = date(2022, 2, 15)
    assert list(Wens.objects.values_list("soort", "omschrijving", "geuit_op", "bron", "gesprek_id")) == [
        ("bagage", "Ik wil mijn gereedschap meenemen.", dag, "gesprek", gesprek.pk)
    ]
    assert list(
        LPAanvraag.objects.values_list(
            "land", "ingevuld_op", "geweigerd_op", "uitleg_gegeven", "verzonden_op"
        )
    ) == [("IRQ", dag, None, True, None)]
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", flat=True)) == [
        "gesprek.afgerond",
        "wens.geuit",
        "lp.formulier_ingevuld",
    ]


def test_given_the_form_was_not_filled_in_when_finished_then_that_is_recorded_as_such(gesprek):
    rond_af(gesprek, lp=LPUitGesprek(antwoord="geweigerd", uitleg_gegeven=True))

    assert list(LPAanvraag.objects.values_list("ingevuld_op", "geweigerd_op")) == [(None, date(2022, 2, 15))]


def test_given_no_country_is_known_when_finished_then_nothing_is_and_the_field_says_what_to_do(gesprek):
    Besluit.objects.update(land_van_terugkeer=None)
    gesprek.dossier.persoon.nationaliteiten = ["XXA"]
    gesprek.dossier.persoon.save()

    with pytest.raises(VerslagOnvolledig) as fout:
        rond_af(gesprek, wensen=(GEREEDSCHAP,), lp=LPUitGesprek(antwoord="ingevuld"))

    assert list(fout.value.velden) == ["lp_antwoord"]
    assert Gesprek.objects.get(pk=gesprek.pk).afgerond_op is None
    assert not Wens.objects.exists()


def test_given_the_form_was_filled_in_before_when_finished_then_the_field_says_so_and_nothing_is_kept(
    gesprek,
):
    LPAanvraag.objects.create(dossier=gesprek.dossier, volgorde=0, land="IRQ", ingevuld_op=date(2022, 2, 10))

    with pytest.raises(VerslagOnvolledig) as fout:
        rond_af(gesprek, lp=LPUitGesprek(antwoord="ingevuld"))

    assert fout.value.velden == {
        "lp_antwoord": "Voor dit land is het formulier al ingevuld. Ververs de pagina."
    }
    assert Gesprek.objects.get(pk=gesprek.pk).afgerond_op is None


def test_given_what_is_open_when_a_talk_is_prepared_then_wishes_toetsingen_and_the_form_are_named():
    dossier = DossierFactory()
    Wens.objects.create(
        dossier=dossier, volgorde=0, soort="werk", omschrijving="Kapper worden.", geuit_op=date(2022, 2, 3)
    )
    LPAanvraag.objects.create(dossier=dossier, volgorde=0, land="IRQ", ingevuld_op=date(2022, 2, 10))

    bekend = bereid_voor(dossier.pk, dossier.regievoerder, OP)

    assert [punt.tekst for punt in bekend.nog_open] == [
        "Wens van 3 februari 2022 wacht op antwoord: “Kapper worden.”",
        "Medisch: ontbreekt",
        "Buiten schuld: ontbreekt",
        "Schrijnend: ontbreekt",
        "Mensenhandel: ontbreekt",
    ]
    assert bekend.lp == ("Het formulier is ingevuld op 10 februari 2022.",)


def test_given_nothing_about_wishes_when_a_talk_is_prepared_then_that_stands_first_of_what_is_open():
    dossier = DossierFactory()

    assert bereid_voor(dossier.pk, dossier.regievoerder, OP).nog_open[0].tekst == "Wensen: nog niet gevraagd"
