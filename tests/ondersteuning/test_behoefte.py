"""A wish for which nothing is offered: said by who directs the case, once a kind, and ended when something is found."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import BehoefteFactory, WensFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.actions import meet_behoefte, report_behoefte
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Behoefte
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def wens():
    return WensFactory(dossier=DossierFactory(), soort="veiligheid")


def meld(wens, **anders):
    feiten = {
        "door": wens.dossier.regievoerder,
        "dossier_id": wens.dossier_id,
        "wens_id": wens.pk,
        "soort": "veiligheid",
        "land": "IRQ",
        "toelichting": "Niemand kan zekerheid geven over de dreiging van de buren.",
        "peildatum": OP,
    }
    return report_behoefte(**feiten | anders)


def test_given_a_wish_without_an_offer_when_said_then_it_is_kept_and_the_wish_still_waits(wens):
    behoefte = meld(wens)

    wens.refresh_from_db()
    gebeurtenis = Gebeurtenis.objects.latest("volgnummer")
    assert (behoefte.is_open, behoefte.gemeld_op, behoefte.door_naam) == (
        True,
        OP,
        wens.dossier.regievoerder.naam,
    )
    assert (gebeurtenis.soort, gebeurtenis.gegevens) == (
        "behoefte.gemeld",
        {"soort": "veiligheid", "land": "IRQ"},
    )
    assert wens.is_open


def test_given_a_need_when_said_then_no_fact_of_the_person_changes(wens):
    eerst = beeld_of(wens.dossier_id)

    behoefte = meld(wens)
    meet_behoefte(
        door=behoefte.door,
        dossier_id=wens.dossier_id,
        behoefte_id=behoefte.pk,
        met="Een broer.",
        peildatum=OP,
    )

    assert beeld_of(wens.dossier_id) == eerst


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"toelichting": "  "}, "toelichting"), ({"soort": "school"}, "soort")],
)
def test_given_a_need_without_words_or_said_already_when_said_then_one_is_told(wens, anders, veld):
    BehoefteFactory(dossier=wens.dossier, wens=wens, soort="school")

    with pytest.raises(WensKloptNiet) as fout:
        meld(wens, **anders)

    assert fout.value.veld == veld


def test_given_no_wish_when_a_need_is_said_then_the_wish_comes_first():
    geen = WensFactory(dossier=DossierFactory(), geen_wens=True)

    with pytest.raises(WensKloptNiet):
        meld(geen)


def test_given_an_outsider_or_another_role_when_saying_it_then_it_is_refused(wens, client):
    buiten = MedewerkerFactory()
    client.force_login(buiten)

    with pytest.raises(GeenToegang):
        meld(wens, door=MedewerkerFactory(beheerder=True))
    assert client.get(reverse("ondersteuning:behoefte", args=[wens.dossier_id, wens.pk])).status_code == 404
    assert list(Behoefte.objects.visible_to(buiten)) == []


def test_given_something_found_after_all_when_recorded_then_the_need_is_over_and_its_day_stays(wens):
    behoefte = meld(wens)

    gevonden = meet_behoefte(
        door=wens.dossier.regievoerder,
        dossier_id=wens.dossier_id,
        behoefte_id=behoefte.pk,
        met="Een broer in Basra neemt hem op.",
        peildatum=date(2022, 3, 1),
    )

    assert (gevonden.is_open, gevonden.gemeld_op, gevonden.vervuld_op) == (False, OP, date(2022, 3, 1))
    with pytest.raises(WensKloptNiet):
        meet_behoefte(
            door=wens.dossier.regievoerder,
            dossier_id=wens.dossier_id,
            behoefte_id=behoefte.pk,
            met="Nog iets.",
            peildatum=OP,
        )


def test_given_the_form_when_posted_then_the_wish_shows_the_need_and_its_end(client, wens, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    client.force_login(wens.dossier.regievoerder)
    adres = reverse("ondersteuning:behoefte", args=[wens.dossier_id, wens.pk])
    assert client.get(adres).context["form"].initial == {"land": "IRQ"}

    leeg = client.post(adres, {"land": "IRQ"})
    antwoord = client.post(adres, {"soort": "veiligheid", "land": "IRQ", "toelichting": "Nergens is dit."})
    behoefte = Behoefte.objects.get()
    gevonden = client.post(
        reverse("ondersteuning:vervuld", args=[wens.dossier_id, behoefte.pk]), {"met": "Toch een broer."}
    )

    blad = client.get(reverse("ondersteuning:wensen", args=[wens.dossier_id])).content.decode()
    assert (leeg.status_code, antwoord.status_code, gevonden.status_code) == (422, 302, 302)
    assert "Toch een broer." in blad
