"""A test that a country asks: whatever somebody answers, everything but its own page is the same."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core import serializers
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.security.kanaries import klant
from tests.toezicht.bouw import VANDAAG, maak_avim, maak_dossier, maak_reistest, plicht
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Antwoord, Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.project.omgeving import WORTEL
from verantwoord.toezicht import actions, queries
from verantwoord.toezicht.fouten import VeldFout
from verantwoord.toezicht.models import Reistest, Reistestantwoord
from verantwoord.werkplek.wacht_toezicht import toezicht

pytestmark = pytest.mark.django_db
# Where the answer may be named: its own table, act, form and page, and what makes invented ones.
EIGEN = {
    # The copy of everything, for the person alone.
    "portaal/afschrift/indeling.py",
    "project/demo/toezicht.py",
    "toezicht/models/__init__.py",
    "toezicht/models/reistest.py",
    "toezicht/actions/reistest.py",
    "toezicht/keuzes.py",
    "toezicht/blad.py",
    "toezicht/forms/reistest.py",
    "toezicht/forms/__init__.py",
    # What was answered stays: the guards of its table.
    "toezicht/sql.py",
}


def antwoord(test, wat, **anders):
    return actions.record_antwoord(
        **{
            "door": test.door,
            "dossier_id": test.dossier_id,
            "reistest_id": test.pk,
            "antwoord": wat,
            "namens": "zelf",
            "op": VANDAAG,
            "taal": "ar",
            "woorden": "",
            "peildatum": VANDAAG,
        }
        | anders
    )


def zonder_klok(antwoord) -> str:
    """The page without what differs at every request: its marks and the time of day."""
    tekst = re.sub(
        r'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|\d{2}\.\d{2}|datetime="[^"]*"|[0-9a-f]{16,}',
        "",
        antwoord.content.decode(),
    )
    assert antwoord.status_code == 200
    return tekst


def alles_behalve_de_eigen_pagina(dossier, avim) -> dict[str, object]:
    """What norms, lists, partners, the timeline and the pages of supervision give after an answer."""
    regievoerder, politie = klant(dossier.regievoerder), klant(avim)
    bladen = [
        "werkplek:overzicht",
        "werkplek:tijdlijn",
        "toezicht:overzicht",
        "toezicht:meldplicht",
        "vertrek:overzicht",
    ]
    vast = {"pk", "gewijzigd_op", "bijgewerkt_op", "moment"}
    return {
        "beeld": beeld_of(dossier.pk),
        "stand": Stand.objects.filter(pk=dossier.pk).values_list("beeld", flat=True).get(),
        "bevindingen": list(
            OpenBevinding.objects.filter(dossier=dossier).order_by("pk").values_list("norm", flat=True)
        ),
        "antwoorden": [
            {naam: waarde for naam, waarde in rij["fields"].items() if naam not in vast}
            for rij in serializers.serialize(
                "python", Antwoord.objects.filter(dossier=dossier).order_by("pk")
            )
        ],
        "gebeurtenissen": list(
            Gebeurtenis.objects.filter(dossier_id=dossier.pk)
            .order_by("volgnummer")
            .values_list("soort", "gegevens")
        ),
        "plichten": list(
            toezicht(
                queries.toestand_of(dossier.pk, viewer=dossier.regievoerder, peildatum=VANDAAG).s,
                dossier.pk,
                viewer=dossier.regievoerder,
            )
        ),
        "versie": Dossier.objects.get(pk=dossier.pk).versie,
        "caseload": zonder_klok(regievoerder.get("/")),
        "agenda": zonder_klok(regievoerder.get("/agenda/?dag=2022-02-14")),
        **{naam: zonder_klok(regievoerder.get(reverse(naam, args=[dossier.pk]))) for naam in bladen},
        "bureau van de AVIM": zonder_klok(politie.get("/keten/")),
        "zaak bij de AVIM": zonder_klok(politie.get(reverse("partner:zaak", args=[dossier.pk]))),
    }


def na(dossier, avim, doe) -> dict[str, object]:
    """What all of that is after ``doe``; afterwards nothing happened."""
    with transaction.atomic():
        doe()
        gezien = alles_behalve_de_eigen_pagina(dossier, avim)
        transaction.set_rollback(True)
    return gezien


def test_given_a_test_when_the_answer_is_flipped_then_all_else_is_the_same_to_the_byte():
    dossier = maak_dossier(op=timezone.localdate(), meldplichten=[plicht()])
    avim = maak_avim()
    test = maak_reistest(dossier)

    ja = na(dossier, avim, lambda: antwoord(test, "ja"))
    nee = na(dossier, avim, lambda: antwoord(test, "nee", woorden="Ik ben bang voor naalden."))

    assert {naam: nee[naam] == waarde for naam, waarde in ja.items()} == dict.fromkeys(ja, True)


def test_given_an_answer_when_it_is_recorded_then_only_the_duty_to_ask_is_gone():
    dossier = maak_dossier()
    test = maak_reistest(dossier)
    viewer = dossier.regievoerder

    te_vragen = [queries.nog_te_vragen(dossier.pk, viewer=viewer)]
    antwoord(test, "nee")
    te_vragen.append(queries.nog_te_vragen(dossier.pk, viewer=viewer))

    assert te_vragen == [[test], []]


def test_given_a_yes_when_it_is_withdrawn_then_both_stay_readable():
    test = maak_reistest(maak_dossier())
    antwoord(test, "ja")

    antwoord(test, "ingetrokken")

    assert [a.antwoord for a in Reistestantwoord.objects.order_by("pk")] == ["ja", "ingetrokken"]


@pytest.mark.parametrize("eerst", [None, "nee"])
def test_given_no_yes_when_it_is_withdrawn_then_it_is_refused(eerst):
    test = maak_reistest(maak_dossier())
    if eerst:
        antwoord(test, eerst)

    with pytest.raises(VeldFout):
        antwoord(test, "ingetrokken")


def test_given_an_answer_when_it_is_changed_in_the_database_then_it_is_refused():
    test = maak_reistest(maak_dossier())
    antwoord(test, "nee")

    with pytest.raises(DatabaseError), transaction.atomic():
        Reistestantwoord.objects.update(antwoord="ja")


def test_given_a_test_that_is_not_asked_any_more_when_it_lapses_then_nobody_has_to_ask(client):
    dossier = maak_dossier()
    test = maak_reistest(dossier)

    actions.lapse_reistest(
        door=dossier.regievoerder, dossier_id=dossier.pk, reistest_id=test.pk, reden="Andere route.",
        peildatum=date(2022, 2, 15),
    )  # fmt: skip

    assert queries.nog_te_vragen(dossier.pk, viewer=dossier.regievoerder) == []


def test_given_the_desks_of_supervision_and_detention_when_they_look_then_there_is_no_row():
    dossier = maak_dossier()
    test = maak_reistest(dossier)
    antwoord(test, "nee")
    kijkers = [maak_avim(), MedewerkerFactory(kmar=True), MedewerkerFactory(coa=True), MedewerkerFactory()]

    gezien = [
        (Reistest.objects.visible_to(wie).count(), Reistestantwoord.objects.visible_to(wie).count())
        for wie in kijkers
    ]

    assert gezien == [(0, 0)] * len(kijkers)
    assert Reistestantwoord.objects.visible_to(dossier.regievoerder).count() == 1


def test_given_the_program_when_reading_it_then_nothing_else_names_the_answer():
    wortel = WORTEL / "src" / "verantwoord"
    genoemd = {
        str(Path(pad).relative_to(wortel))
        for pad in wortel.rglob("*.py")
        if "migrations" not in pad.parts and "reistestantwoord" in pad.read_text().lower()
    }

    assert genoemd == EIGEN
