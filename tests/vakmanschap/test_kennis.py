"""Pieces of knowledge: looked at by another, with a last day, found by subject and country, and read by nobody in particular."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.vakmanschap.factories import OP, KennisstukFactory, maak_trainer
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vakmanschap.kennis import actions, queries
from verantwoord.vakmanschap.models import Kennisstuk
from verantwoord.vakmanschap.navertelling import HerkenbareTekst

pytestmark = pytest.mark.django_db


def gegevens(**anders):
    velden = {"titel": "Hulp", "tekst": "Een ngo helpt.", "onderwerp": "ngo", "bron": "Brief"}
    return actions.Kennisgegevens(geldig_tot=date(2022, 12, 31), **velden | anders)


def titels(stukken):
    return [stuk.titel for stuk in stukken]


def test_given_a_piece_when_its_writer_is_a_trainer_then_another_looks_at_it_before_it_is_shown():
    schrijver, ander = maak_trainer(), maak_trainer()
    stuk = actions.write_stuk(door=schrijver, gegevens=gegevens(), peildatum=OP)

    with pytest.raises(GeenToegang):
        actions.review_stuk(door=schrijver, stuk_id=stuk.pk, versie=1, peildatum=OP)
    voor = titels(queries.kennis_of(viewer=ander, peildatum=OP))
    actions.review_stuk(door=ander, stuk_id=stuk.pk, versie=1, peildatum=OP)

    assert (voor, titels(queries.kennis_of(viewer=ander, peildatum=OP))) == ([], ["Hulp"])


def test_given_a_piece_that_was_looked_at_when_somebody_changes_it_then_it_is_looked_at_anew():
    stuk = KennisstukFactory()

    actions.change_stuk(
        door=stuk.beoordeeld_door, stuk_id=stuk.pk, versie=1, gegevens=gegevens(), peildatum=OP
    )

    vast = Kennisstuk.objects.get()
    assert (vast.opgesteld_door, vast.beoordeeld_door) == (stuk.beoordeeld_door, None)


def test_given_a_last_day_when_it_passed_then_the_piece_is_shown_no_more_and_waits_for_who_keeps_it():
    KennisstukFactory(titel="Oud", geldig_tot=date(2022, 2, 28))
    KennisstukFactory(titel="Vandaag nog", geldig_tot=OP)
    wie = MedewerkerFactory()

    assert titels(queries.kennis_of(viewer=wie, peildatum=OP)) == ["Vandaag nog"]
    assert titels(queries.wachtend_of(viewer=wie, peildatum=OP)) == ["Oud"]


def test_given_pieces_when_a_page_of_the_work_asks_then_they_come_by_subject_and_country_and_few():
    for titel, velden in {
        "Overal": {},
        "Irak": {"landen": ["IRQ", "IRN"]},
        "Ghana": {"landen": ["GHA"]},
        "Bijdrage": {"onderwerp": "bijdrage"},
        "Reisdocument": {"onderwerp": "reisdocument"},
    }.items():
        KennisstukFactory(titel=titel, **velden)

    def voor(meeste):
        return titels(
            queries.kennis_voor(
                viewer=MedewerkerFactory(),
                onderwerpen=["ngo", "bijdrage"],
                landen=["IRQ"],
                peildatum=OP,
                meeste=meeste,
            )
        )

    assert (voor(4), voor(1)) == (["Irak", "Overal", "Bijdrage"], ["Irak"])


def test_given_a_word_a_subject_and_a_country_when_searching_then_each_narrows():
    KennisstukFactory(titel="Eigen zaak", tekst="In Irak.", landen=["IRQ"])
    KennisstukFactory(titel="Zaak elders", landen=["GHA"])
    KennisstukFactory(titel="Bijdrage voor een zaak", onderwerp="bijdrage")
    wie = MedewerkerFactory()

    def zoek(**vraag):
        return titels(queries.kennis_of(viewer=wie, peildatum=OP, **vraag))

    assert zoek(woord="ZAAK irak") == ["Eigen zaak"]
    assert zoek(woord="zaak", land="IRQ") == ["Bijdrage voor een zaak", "Eigen zaak"]
    assert zoek(onderwerp="bijdrage") == ["Bijdrage voor een zaak"]


def test_given_a_piece_about_a_person_when_writing_then_a_number_is_refused_and_a_phone_of_an_office_is_not():
    wie = MedewerkerFactory()

    with pytest.raises(HerkenbareTekst):
        actions.write_stuk(door=wie, gegevens=gegevens(tekst="Zie 9900000017."), peildatum=OP)
    actions.write_stuk(door=wie, gegevens=gegevens(tekst="Bel 070 1234567 tot 1 mei 2022."), peildatum=OP)

    assert Kennisstuk.objects.count() == 1


def test_given_a_piece_when_somebody_reads_it_then_that_is_kept_nowhere(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    stuk = KennisstukFactory()
    client.force_login(MedewerkerFactory())

    antwoord = client.get(reverse("vakmanschap:kennis_een", args=[stuk.pk]))

    assert (antwoord.status_code, Gebeurtenis.objects.count()) == (200, 0)


def test_given_a_dossier_when_its_pages_are_opened_then_what_is_known_of_the_subject_and_country_stands_there(
    client, monkeypatch
):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    dossier = DossierFactory()
    gesprek = GesprekFactory(dossier=dossier)
    herbeoordeel([dossier.pk])
    for titel, onderwerp, landen in (
        ("Van een ngo in Irak", "ngo", ["IRQ"]),
        ("Van een ngo in Ghana", "ngo", ["GHA"]),
        ("Over stilte", "gesprek", []),
        ("Over DIA", "dia", []),
    ):
        KennisstukFactory(titel=titel, onderwerp=onderwerp, landen=landen)
    client.force_login(dossier.regievoerder)

    def staat(pad):
        tekst = client.get(pad).content.decode()
        return [
            t
            for t in ("Van een ngo in Irak", "Van een ngo in Ghana", "Over stilte", "Over DIA")
            if t in tekst
        ]

    assert staat(reverse("ondersteuning:wensen", args=[dossier.pk])) == ["Van een ngo in Irak", "Over DIA"]
    assert staat(reverse("vertrekgesprek:verslag", args=[dossier.pk, gesprek.pk])) == [
        "Van een ngo in Irak",
        "Over stilte",
    ]
