"""Figures are of a table and never of a person, and of too few there are none."""

from datetime import date, timedelta

import pytest

from tests.overleg.factories import DATUM, PARTNERS
from verantwoord.overleg import actions
from verantwoord.overleg.cijfers import Cijfer, Overlegcijfer, Puntcijfer, tel
from verantwoord.overleg.models import Agendapunt
from verantwoord.overleg.queries import cijfers_of
from verantwoord.toegang.actions import systeem


def overleg(**velden):
    return Overlegcijfer(
        **{"voorzitter": "dtv", "afgeweken": False, "aanwezig": frozenset(PARTNERS), "verslag_op_tijd": True}
        | velden
    )


def punt(**velden):
    velden = {
        "tegenspraak": False,
        "niet_unaniem": False,
        "opgeschaald": False,
        "besluit": "vastgesteld",
    } | velden
    return Puntcijfer(**velden)


def test_given_four_meetings_when_counted_then_nothing_is_shown_and_with_five_it_is():
    geteld = [tel([overleg()] * n, [punt()] * n) for n in (4, 5)]

    assert [c.overleggen for c in geteld] == [Cijfer(aantal=None, van=None), Cijfer(aantal=5, van=5)]
    assert [c.aanwezig["coa"].percentage for c in geteld] == [None, 100.0]


def test_given_items_when_counted_then_dissent_and_going_up_are_shares_of_what_was_discussed():
    cijfers = tel(
        [overleg()],
        [punt(tegenspraak=True)] * 3
        + [punt(niet_unaniem=True, opgeschaald=True, besluit="opgeschaald")] * 2
        + [punt(besluit="geen_besluit")] * 3
        + [punt(buiten=True)] * 2,
    )

    assert (cijfers.met_tegenspraak, cijfers.niet_unaniem) == (
        Cijfer(aantal=3, van=8),
        Cijfer(aantal=2, van=8),
    )
    assert (cijfers.opgeschaald.percentage, cijfers.buiten_overleg) == (25.0, Cijfer(aantal=2, van=5))


def test_given_minutes_whose_term_runs_when_counted_then_they_are_neither_in_time_nor_late():
    cijfers = tel([overleg(verslag_op_tijd=None)] * 3 + [overleg(verslag_op_tijd=False)] * 5, [])

    assert cijfers.verslag_op_tijd == Cijfer(aantal=0, van=5)


def test_given_chairs_when_counted_then_each_partner_has_its_share():
    cijfers = tel([overleg(voorzitter="dtv")] * 4 + [overleg(voorzitter="coa", afgeweken=True)] * 4, [])

    assert {p: c.percentage for p, c in cijfers.voorzitter.items()} == {
        "dtv": 50.0, "coa": 50.0, "avim": 0.0, "ind": 0.0,
    }  # fmt: skip
    assert cijfers.afgeweken_van_rooster.percentage == 50.0


@pytest.mark.django_db
def test_given_five_meetings_when_asked_then_the_table_sees_its_figures(tafel, django_assert_max_num_queries):
    actions.extend_reeksen(door=systeem(), peildatum=DATUM + timedelta(weeks=4))
    for overleg_ in tafel.reeks.overleggen.order_by("datum")[:5]:
        tafel.overleg = overleg_
        punt_ = tafel.punt()
        tafel.start(afwezig=("ind",))
        tafel.open(punt_)
        tafel.spreek_tegen(punt_)
        tafel.eindig()
        actions.share_verslag(door=tafel.notulist, overleg_id=overleg_.pk, peildatum=overleg_.datum)

    with django_assert_max_num_queries(20):
        cijfers = cijfers_of(
            viewer=tafel.ind,
            reeks_id=tafel.reeks.pk,
            van=DATUM,
            tot=date(2022, 12, 31),
            op=date(2022, 12, 31),
        )

    assert Agendapunt.objects.count() == 5
    assert (cijfers.overleggen, cijfers.met_tegenspraak.percentage) == (Cijfer(aantal=5, van=5), 100.0)
    assert {p: c.percentage for p, c in cijfers.aanwezig.items()} == {
        "dtv": 100.0, "coa": 100.0, "avim": 100.0, "ind": 0.0,
    }  # fmt: skip
    assert cijfers.verslag_op_tijd.percentage == 100.0
