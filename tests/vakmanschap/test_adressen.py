"""Every address of the room, with whatever is sent to it and whoever sends it: an answer in words, and never a crash."""

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.test_vreemde_invoer import VREEMD, Velden
from tests.vakmanschap.factories import (
    OP,
    DeelnameFactory,
    FeedbackFactory,
    KennisstukFactory,
    MeekijkenFactory,
    maak_bijeenkomst,
    maak_trainer,
)
from verantwoord.vakmanschap.models import Afspraak, Casus, Trainer

pytestmark = pytest.mark.django_db
# Whose these are nobody else may open; of the others the room itself says who may.
VAN_IEMAND = {"meekijken_id", "bijeenkomst_id", "deelname_id", "afspraak_id", "medewerker_id"}


@pytest.fixture
def wie():
    return maak_trainer()


@pytest.fixture
def adressen(wie):
    """Each address with something of its own behind it: asked, agreed, held; as list of parts and path."""
    manager = MedewerkerFactory(manager=True, team=wie.team)
    bijeenkomst = maak_bijeenkomst(wie, MedewerkerFactory())
    deelname = DeelnameFactory(medewerker=wie)
    bekend = {
        "cursus_id": [deelname.cursus_id],
        "deelname_id": [deelname.pk],
        "medewerker_id": [manager.pk],
        "trainer_id": [Trainer.objects.get().pk, 10**30],
        "meekijken_id": [
            MeekijkenFactory(gezien=wie).pk,
            MeekijkenFactory(waarnemer=wie, afgesproken=True).pk,
            FeedbackFactory(meekijken__gezien=wie).meekijken_id,
        ],
        "bijeenkomst_id": [bijeenkomst.pk],
        "casus_id": [Casus.objects.get().pk],
        "afspraak_id": [Afspraak.objects.get().pk],
        "stuk_id": [KennisstukFactory().pk, KennisstukFactory(beoordeeld_door=None, beoordeeld_op=None).pk],
    }
    return [
        (set(delen), reverse(f"vakmanschap:{naam}", kwargs=kwargs))
        for naam, delen in _routes()
        for kwargs in _keuzes(delen, bekend)
    ]


def _routes():
    kamer = next(k for k in get_resolver().url_patterns if getattr(k, "namespace", "") == "vakmanschap")
    return [(patroon.name, list(patroon.pattern.converters)) for patroon in kamer.url_patterns]


def _keuzes(delen, bekend):
    return [
        {deel: bekend[deel][min(i, len(bekend[deel]) - 1)] for deel in delen}
        for i in range(max((len(bekend[deel]) for deel in delen), default=1))
    ]


@pytest.mark.parametrize("vreemd", [*VREEMD, ""], ids=["nul", "number", "long", "nothing"])
def test_given_strange_words_when_sent_to_any_form_then_the_answer_is_a_page(
    client, wie, adressen, vreemd, monkeypatch
):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    client.force_login(wie)
    statussen = {}

    for _delen, pad in adressen:
        bladzij = client.get(pad)
        velden = Velden()
        velden.feed(bladzij.content.decode())
        statussen[pad, "get"] = bladzij.status_code
        invoer = velden.waarden | dict.fromkeys(velden.vrij, vreemd)
        statussen[pad, "post"] = client.post(pad, invoer).status_code

    goed = {200, 302, 404, 405, 409, 422}
    assert {waar: status for waar, status in statussen.items() if status not in goed} == {}


@pytest.mark.parametrize("trait", [{}, {"manager": True}, {"beheerder": True}])
def test_given_what_is_somebody_elses_when_a_colleague_opens_it_then_it_is_not_there(client, adressen, trait):
    client.force_login(MedewerkerFactory(**trait))

    open_ = {
        (pad, methode)
        for delen, pad in adressen
        for methode in ("get", "post")
        if delen & VAN_IEMAND and getattr(client, methode)(pad).status_code not in {404, 405}
    }

    assert open_ == set()


def test_given_a_partner_when_opening_any_address_then_there_is_no_such_room(client, adressen):
    client.force_login(MedewerkerFactory(coa=True))

    assert {client.get(pad).status_code for _delen, pad in adressen} == {404}
