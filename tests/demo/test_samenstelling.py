"""The invented dossiers: the same ones every time, in every fase, and none that the norms would call impossible."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import msgspec
import pytest

from verantwoord.kern.antwoord import Fase
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.dossierbeeld import lees_dossierbeeld, schrijf_dossierbeeld
from verantwoord.project.demo.collegas import VAST, bezetting_voor, ploegen_van
from verantwoord.project.demo.samenstelling import deel_uit
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren import FORMULIEREN

# A Sunday, a Monday, a leap day and the turn of the year.
DAGEN = [date(2026, 11, 22), date(2026, 3, 2), date(2028, 2, 29), date(2027, 1, 1)]
PLANNEN = {"gepland_op", "zitting_op", "presentatie_op", "uiterlijk"}
PLOEGEN = ploegen_van(VAST)


def ontwerpen(vandaag, aantal=60):
    return list(deel_uit(aantal, PLOEGEN, vandaag=vandaag))


def handelingen(beeld, vandaag):
    return {h.handeling: h for h in beoordeel(beeld, peildatum=vandaag).handelingen}


def dagen_in(deel, veld=""):
    """Every date in a dossierbeeld, with the name of its field."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            yield from dagen_in(waarde, naam)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from dagen_in(waarde, veld)
    elif isinstance(deel, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", deel):
        yield veld, date.fromisoformat(deel)


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_one_seed_and_day_when_dealt_out_twice_then_the_dossiers_are_the_same(vandaag):
    eerst, daarna = ontwerpen(vandaag), ontwerpen(vandaag)

    assert [o.beeld for o in eerst] == [o.beeld for o in daarna]
    assert [o.beeld for o in eerst] != [o.beeld for o in ontwerpen(vandaag + timedelta(days=1))]


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_the_ordinary_demo_when_judged_then_every_fase_is_there(vandaag):
    fasen = {beoordeel(o.beeld, peildatum=vandaag).fase for o in ontwerpen(vandaag)}

    assert fasen == set(get_args(Fase))


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_all_stories_when_written_and_read_then_each_fits_the_contract_and_has_its_own_number(vandaag):
    alle = ontwerpen(vandaag, 200)

    assert [lees_dossierbeeld(schrijf_dossierbeeld(o.beeld)) for o in alle] == [o.beeld for o in alle]
    nummers = Counter(o.beeld.dossiernummer for o in alle)
    assert set(nummers.values()) == {1}
    assert {o.beeld.persoon.v_nummer[:2] for o in alle} == {"99"}


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_all_stories_when_reading_their_days_then_only_plans_and_ends_lie_ahead(vandaag):
    vooruit = {
        veld
        for o in ontwerpen(vandaag, 200)
        for veld, dag in dagen_in(msgspec.to_builtins(o.beeld))
        if dag > vandaag and not veld.endswith(("tot", "_tot"))
    }

    assert vooruit <= PLANNEN


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_coercion_in_a_story_when_the_norms_are_asked_then_nothing_stops_it(vandaag):
    gestart = [o for o in ontwerpen(vandaag, 300) if o.verhaal in {"gedwongen", "bewaring"}]

    starten = {handelingen(o.beeld, vandaag)["gedwongen_vertrek_starten"].geblokkeerd_door for o in gestart}
    opleggen = {
        handelingen(o.beeld, vandaag)["bewaring_opleggen"].geblokkeerd_door
        for o in gestart
        if o.verhaal == "bewaring"
    }
    assert {o.verhaal for o in gestart} == {"gedwongen", "bewaring"}
    assert (starten, opleggen) == ({()}, {()})


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_a_forced_strategy_anywhere_when_the_story_is_looked_up_then_it_is_one_of_coercion(vandaag):
    gedwongen = {
        o.verhaal
        for o in ontwerpen(vandaag, 300)
        if any(p.gekozen == "gedwongen" for p in o.beeld.vertrekplannen) or o.beeld.bewaringen
    }

    assert gedwongen == {"gedwongen", "bewaring"}


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_an_lp_that_was_sent_when_judged_on_that_day_then_the_court_had_ruled(vandaag):
    verzonden = [
        (o.beeld, lp.verzonden_op)
        for o in ontwerpen(vandaag, 300)
        for lp in o.beeld.lp_aanvragen
        if lp.verzonden_op is not None
    ]

    tegen = {handelingen(beeld, op)["lp_verzenden"].geblokkeerd_door for beeld, op in verzonden}

    assert len(verzonden) > 10
    assert tegen == {()}


@pytest.mark.parametrize("vandaag", DAGEN)
def test_given_an_established_plan_when_judged_on_that_day_then_all_four_had_been_weighed(vandaag):
    tegen = {
        handelingen(o.beeld, plan.vastgesteld_op)["vertrekplan_vaststellen"].geblokkeerd_door
        for o in ontwerpen(vandaag, 200)
        for plan in o.beeld.vertrekplannen
    }

    assert tegen == {()}


def test_given_a_family_when_dealt_out_then_each_member_has_a_dossier_that_names_the_others():
    beelden = [o.beeld for o in ontwerpen(DAGEN[0], 200)]
    bekend = {b.persoon.v_nummer: b for b in beelden}
    gezinnen = [b for b in beelden if b.persoon.gezin]

    assert len(gezinnen) >= 6
    for beeld in gezinnen:
        for lid in beeld.persoon.gezin:
            ander = bekend[lid.v_nummer]
            assert ander.persoon.geboortedatum == lid.geboortedatum
            assert beeld.persoon.v_nummer in {terug.v_nummer for terug in ander.persoon.gezin}
            assert ander.overdracht.ontvangen_op == beeld.overdracht.ontvangen_op


def test_given_a_family_when_dealt_out_then_no_two_have_one_first_name_and_years_lie_between_the_children():
    gezinnen = {}
    for beeld in (o.beeld for o in ontwerpen(DAGEN[0], 300)):
        if beeld.persoon.gezin:
            leden = {beeld.persoon.v_nummer, *(lid.v_nummer for lid in beeld.persoon.gezin)}
            gezinnen.setdefault(frozenset(leden), []).append(beeld.persoon)

    assert len(gezinnen) >= 8
    for leden in gezinnen.values():
        namen = [lid.naam.voornamen for lid in leden]
        jaren = sorted(int(lid.geboortedatum[:4]) for lid in leden if lid.geboortedatum > "2009")
        assert len(set(namen)) == len(namen)
        assert min((later - eerder for eerder, later in pairwise(jaren)), default=9) >= 3


def test_given_steps_of_a_route_when_dealt_out_then_they_fit_their_forms_and_the_facts():
    for ontwerp in ontwerpen(DAGEN[0], 300):
        for stap in ontwerp.stappen:
            formulier = FORMULIEREN[Moment(stap.moment)][stap.naam]
            gekozen = {veld: formulier.base_fields[veld] for veld in stap.invoer}
            assert stap.invoer[formulier.stap.datumveld] == stap.op.isoformat()
            assert [
                veld
                for veld, soort in gekozen.items()
                if (keuzes := [keuze for keuze, _woord in getattr(soort, "choices", ())])
                and stap.invoer[veld] not in keuzes
                and not isinstance(stap.invoer[veld], bool)
            ] == []


def test_given_somebody_who_came_back_when_dealt_out_then_the_new_dossier_names_the_closed_one():
    beelden = {o.beeld.dossiernummer: o.beeld for o in ontwerpen(DAGEN[0])}
    (opnieuw,) = [b for b in beelden.values() if b.eerdere_dossiers]
    (eerder,) = (beelden[nummer] for nummer in opnieuw.eerdere_dossiers)

    assert eerder.persoon.v_nummer == opnieuw.persoon.v_nummer
    assert eerder.gesloten_op < opnieuw.overdracht.ontvangen_op


def test_given_the_texts_when_read_over_all_dossiers_then_every_place_is_filled_and_words_vary():
    teksten = [
        tekst
        for o in ontwerpen(DAGEN[0], 200)
        for tekst in [
            *(g.verslag for g in o.beeld.gesprekken),
            *(t.afweging for t in o.beeld.toetsingen),
            *(p.strategie for p in o.beeld.vertrekplannen),
        ]
    ]

    assert [tekst for tekst in teksten if re.search(r"[{}]", tekst)] == []
    assert max(Counter(t for t in teksten if len(t) > 60).values()) <= 20
    assert len(set(teksten)) > len(teksten) / 2


def test_given_far_more_work_when_staff_is_made_then_there_are_more_teams_and_no_two_names_alike():
    bezetting = bezetting_voor(100_000)
    namen = [naam for team in bezetting for naam in (team.manager, *team.regievoerders)]

    assert len(namen) == len(set(namen))
    assert sum(len(team.regievoerders) for team in bezetting) >= 100_000 // 45
