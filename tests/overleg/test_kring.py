"""The whole way of an item with the policies of the database in force: each act as the person who does it, nobody more."""

from contextlib import contextmanager
from datetime import date, time, timedelta

import pytest
from django.db import connection

from tests.dossier.factories import MedewerkerFactory
from tests.overleg import factories
from tests.overleg.factories import DATUM, PARTNERS, VRIJDAG
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.overleg import actions as echte_actions
from verantwoord.overleg.models import Agendapunt
from verantwoord.overleg.queries import verslag_of
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import transactie_van

pytestmark = pytest.mark.django_db


@contextmanager
def als(wie):
    """As this person in the database; afterwards the test itself sees everything again, as before."""
    try:
        with transactie_van(wie):
            yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("select set_config('verantwoord.rol', 'systeem', true)")


class AlsZichzelf:
    """The acts of the room, each in a transaction in which the database knows who does it."""

    def __getattr__(self, naam):
        act = getattr(echte_actions, naam)

        def doe(*, door, **velden):
            with als(door):
                return act(door=door, **velden)

        return doe


actions = AlsZichzelf()


@pytest.fixture
def als_zichzelf(tafel, monkeypatch):
    """From here on every act at this table is done under the policies of who acts."""
    monkeypatch.setattr(factories, "actions", actions)
    return tafel


def rijen(wie, tabel):
    with als(wie), connection.cursor() as cursor:
        cursor.execute(f"select * from overleg_{tabel}")
        return len(cursor.fetchall())


def test_given_closed_cards_when_the_database_is_asked_then_each_organisation_has_its_own_alone(als_zichzelf):
    tafel = als_zichzelf
    punt = tafel.punt()
    for partner in ("dtv", "coa", "avim"):
        tafel.standpunt(punt, partner)
    vreemd = MedewerkerFactory(coa=True)

    dicht = {p: rijen(tafel.wie(p), "standpunt") for p in PARTNERS}
    tafel.standpunt(punt, "ind")

    assert dicht == {"dtv": 1, "coa": 1, "avim": 1, "ind": 0}
    assert {p: rijen(tafel.wie(p), "standpunt") for p in PARTNERS} == dict.fromkeys(PARTNERS, 4)
    assert [rijen(vreemd, tabel) for tabel in ("standpunt", "agendapunt", "puntdossier", "stem")] == [
        0,
        0,
        0,
        0,
    ]


def test_given_the_other_hat_of_the_police_when_the_database_is_asked_then_it_does_not_sit_at_this_table(
    als_zichzelf,
):
    tafel = als_zichzelf
    tafel.punt()
    andere_pet = MedewerkerFactory(avim_mensenhandel=True, team=tafel.avim.team)

    assert (rijen(tafel.avim, "agendapunt"), rijen(andere_pet, "agendapunt")) == (1, 0)


def test_given_each_act_as_its_person_when_a_partner_proposes_and_all_agree_then_it_is_decided_and_fixed(
    als_zichzelf,
):
    tafel = als_zichzelf
    dossier = tafel.dossier()
    Betrokkenheid.objects.create(
        dossier=dossier, organisatie="coa", team=tafel.coa.team, rol="coa", grond="locatie"
    )
    punt = tafel.punt(dossier, door="coa")
    afgeschermd = tafel.punt()
    tafel.start(afwezig=("ind",))
    for open_punt in (punt, afgeschermd):
        tafel.open(open_punt)
        tafel.spreek_tegen(open_punt)
        for partner in ("dtv", "coa", "avim"):
            tafel.stem(open_punt, partner)
    actions.write_besproken(door=tafel.notulist, punt_id=punt.pk, tekst="De school is gebeld.", was="")
    actie = actions.add_actie(
        door=tafel.avim, punt_id=punt.pk, omschrijving="Bellen", eigenaar="coa", uiterlijk=None
    )
    Dossier.objects.filter(pk=afgeschermd.dossiers.get().dossier_id).update(afgeschermd=True)
    tafel.eindig()
    tafel.stem(punt, "ind", nu=VRIJDAG)
    actions.share_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=DATUM)
    for partner in PARTNERS:
        with als(tafel.wie(partner)):
            zegel = verslag_of(tafel.overleg.pk, viewer=tafel.wie(partner)).zegel
        verslag = actions.confirm_verslag(
            door=tafel.wie(partner), overleg_id=tafel.overleg.pk, zegel=zegel, nu=VRIJDAG + timedelta(days=3)
        )
    actions.finish_actie(door=tafel.coa, actie_id=actie.pk, gereed_op=DATUM, peildatum=DATUM)

    (feit,) = beeld_of(dossier.pk).overleg
    assert (feit.besluit, feit.voorstel_door, feit.acties[0].gereed_op) == ("vastgesteld", "coa", DATUM)
    assert (verslag.vastgesteld_op, verslag.punten.count()) == (date(2022, 3, 7), 2)


def test_given_people_of_the_rao_alone_when_they_decide_then_the_lko_they_do_not_sit_at_hears_it(
    als_zichzelf,
):
    tafel = als_zichzelf
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    tafel.open(punt, coa="niet_akkoord")
    actions.escalate_punt(
        door=tafel.coa, punt_id=punt.pk, naar="rao", verschil="Het COA wil wachten.", peildatum=DATUM
    )
    boven = {
        "dtv": MedewerkerFactory(manager=True),
        "coa": MedewerkerFactory(coa=True),
        "avim": MedewerkerFactory(avim=True),
        "ind": MedewerkerFactory(ind=True),
    }
    reeks = actions.plan_reeks(
        door=boven["dtv"], soort="rao", naam="RAO Noord", locaties=["Assen"], om_de_weken=4,
        eerste_op=DATUM + timedelta(days=7), begin=time(10, 0), teams=[],
        medewerkers=[m.pk for m in boven.values()],
    )  # fmt: skip
    rao = reeks.overleggen.earliest("datum")
    actions.fill_agenda(door=systeem(), overleg_id=rao.pk, peildatum=DATUM)
    voorzitter = boven[rao.voorzitter]
    bij_rao = rao.punten.get()

    actions.record_uitkomst(
        door=voorzitter, punt_id=bij_rao.pk, besluit="vastgesteld", tekst="Wacht.", peildatum=rao.datum
    )
    actions.feed_back(door=voorzitter, punt_id=bij_rao.pk, tekst="", peildatum=rao.datum)

    assert Agendapunt.objects.get(pk=punt.pk).teruggekoppeld_op == rao.datum
    assert [p.teruggekoppeld_op for p in beeld_of(dossier.pk).overleg] == 2 * [rao.datum]
    assert rijen(boven["coa"], "agendapunt") == 1


def test_given_a_guest_when_the_database_is_asked_then_one_item_is_there_until_the_meeting_ends(als_zichzelf):
    tafel = als_zichzelf
    iom = MedewerkerFactory(iom=True)
    punt = tafel.punt()
    tafel.punt()
    actions.invite_gast(door=tafel.dtv, punt_id=punt.pk, naam="IOM", team_id=iom.team_id, reden="Kent haar.")
    tijdens = rijen(iom, "agendapunt")
    tafel.start()
    tafel.open(punt)

    tafel.eindig()

    assert (tijdens, rijen(iom, "agendapunt")) == (1, 0)


def test_given_a_decision_outside_that_another_table_confirms_when_voted_then_both_know(als_zichzelf):
    tafel = als_zichzelf
    dossier = tafel.dossier()
    los = actions.record_besluit_buiten(
        door=tafel.dtv, dossiers=[dossier.pk], onderwerp="gl", datum=DATUM - timedelta(days=5),
        tekst="Telefonisch besloten.", partners=["coa"], peildatum=DATUM,
    )  # fmt: skip
    actions.fill_agenda(door=systeem(), overleg_id=tafel.overleg.pk, peildatum=DATUM)
    punt = Agendapunt.objects.get(overleg=tafel.overleg, redenen__contains=["bevestigen"])
    tafel.open(punt)
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "avim", "ind"):
        tafel.stem(punt, partner)

    assert Agendapunt.objects.get(pk=los.pk).bevestigd_op == DATUM
