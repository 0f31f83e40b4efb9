"""The fasen of a dossier say of every day what the core says of that day."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kern import bouw
from tests.kwaliteit.test_meet import neem_over
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.fase import bepaal_fase
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.kwaliteit.fasen import fasen_van, werk_fasen_bij
from verantwoord.kwaliteit.maten.vragen import _kalender, _vroegste
from verantwoord.kwaliteit.models import Faseperiode

SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"
BEELDEN = [
    lees_dossierbeeld(msgspec.json.encode(msgspec.json.decode(regel)["beeld"]))
    for regel in SCENARIOS.read_bytes().splitlines()
]
TOT = date(2026, 1, 1)


@given(st.sampled_from(BEELDEN), st.integers(0, 1500), st.integers(0, 1500))
def test_given_any_day_when_the_fase_is_looked_up_then_it_is_what_the_core_says(beeld, na, later):
    dag = beeld.overdracht.ontvangen_op + timedelta(na)

    perioden = fasen_van(beeld, tot=dag + timedelta(later), parameters=STANDAARD)

    (fase,) = [p.fase for p in perioden if p.van <= dag and (p.tot is None or p.tot >= dag)]
    assert fase == bepaal_fase(Stand(beeld, dag, STANDAARD.op(dag)))


@pytest.mark.parametrize("beeld", BEELDEN[::7], ids=lambda b: b.dossiernummer)
def test_given_a_dossier_when_its_fasen_follow_each_other_then_without_gaps_and_never_twice_the_same(beeld):
    perioden = fasen_van(beeld, tot=TOT, parameters=STANDAARD)

    assert perioden[0].van == beeld.overdracht.ontvangen_op
    assert perioden[-1].tot is None
    for deze, volgende in pairwise(perioden):
        assert volgende.van == deze.tot + timedelta(1)
        assert volgende.fase != deze.fase


@given(st.dates(date(2020, 1, 1), date(2027, 1, 1)), st.integers(1, 10), st.integers(0, 60))
def test_given_working_days_when_turned_round_then_both_ways_say_the_same(tot, aantal, terug):
    dag = tot - timedelta(terug)
    dagen, uiterlijk = _kalender(tot, aantal, frozenset())

    assert uiterlijk[dagen.index(dag)] == plus_werkdagen(dag, aantal)
    assert (dag >= _vroegste(tot, aantal, frozenset())) == (tot <= plus_werkdagen(dag, aantal))


@pytest.mark.django_db
def test_given_a_dossier_that_changed_when_worked_out_again_then_only_that_one_is():
    neem_over(bouw.afgewezen())
    neem_over(bouw.afgewezen(), nummer="D-2022-000002", v_nummer="9900000002")
    op = date(2022, 6, 1)
    eerst = werk_fasen_bij(op=op)
    opnieuw = werk_fasen_bij(op=op)
    Faseperiode.objects.filter(dossier__nummer="D-2022-000002").update(fase="gesloten")

    daarna = werk_fasen_bij(op=op)

    assert (eerst, opnieuw, daarna) == (2, 0, 1)
