"""Any order of positions, absences, dissent, votes and days: decided exactly when four said akkoord explicitly in time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.overleg.factories import DATUM, PARTNERS, maak_tafel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt, Tegenspraak
from verantwoord.overleg.queries import standpunten_of

partners = st.sampled_from(PARTNERS)
oordelen = st.sampled_from(["akkoord", "akkoord", "akkoord", "niet_akkoord", "onthouding"])
LAATSTE_DAG = plus_werkdagen(DATUM, 3)


class Punt(RuleBasedStateMachine):
    """One item with a model beside it of what counts; acts that are refused change nothing in either."""

    besluiten = 0

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.besloten = False

    def teardown(self):
        Punt.besluiten += self.besloten
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @initialize(
        afwezig=st.sets(st.sampled_from(["coa", "avim", "ind"])),
        begint_bij=st.sampled_from(["standpunten", "tegenspraak", "stemmen"]),
    )
    def begin(self, afwezig, begint_bij):
        self.tafel = maak_tafel()
        self.dossier = self.tafel.dossier()
        self.punt = self.tafel.punt(self.dossier)
        self.tafel.start(afwezig=tuple(afwezig))
        self.afwezig = afwezig
        self.dag = DATUM
        self.geschreven: set[str] = set()
        self.open = False
        self.stemmen: dict[str, str] = {}
        self.besloten = False
        if begint_bij != "standpunten":
            self.wie_nog_niet_schreef_schrijft()
        if begint_bij == "stemmen":
            self.er_is_tegenspraak_met_antwoord()

    @property
    def nu(self):
        return datetime.combine(self.dag, datetime.min.time(), tzinfo=UTC) + timedelta(hours=12)

    def probeer(self, doe) -> bool:
        try:
            with transaction.atomic():
                doe()
        except DomeinFout:
            return False
        return True

    @rule(dagen=st.sampled_from([0, 1, 1, 2]))
    def de_tijd_gaat_voort(self, dagen):
        self.dag += timedelta(days=dagen)

    @rule(partner=partners, oordeel=oordelen)
    def schrijft(self, partner, oordeel):
        versie = 1 if partner in self.geschreven else 0
        gelukt = self.probeer(
            lambda: self.tafel.standpunt(self.punt, partner, oordeel, versie=versie, nu=self.nu)
        )
        eerder = partner in self.geschreven
        if not eerder:
            assert gelukt == (not self.open)
        if gelukt:
            self.geschreven.add(partner)
            self.open = self.open or len(self.geschreven) == 4

    @rule()
    def voorzitter_opent(self):
        gelukt = self.probeer(
            lambda: actions.reveal_punt(door=self.tafel.voorzitter, punt_id=self.punt.pk, nu=self.nu)
        )
        aanwezig = set(PARTNERS) - self.afwezig
        assert gelukt == (not self.open and aanwezig <= self.geschreven)
        self.open = self.open or gelukt

    @rule(partner=partners)
    def spreekt_tegen(self, partner):
        gelukt = self.probeer(
            lambda: actions.give_tegenspraak(
                door=self.tafel.wie(partner),
                punt_id=self.punt.pk,
                soort="vraag",
                tekst="Waarom nu?",
                nu=self.nu,
            )
        )
        assert gelukt == (self.open and partner != "dtv" and not self.besloten)

    @rule(partner=partners)
    def antwoordt(self, partner):
        vraag = Tegenspraak.objects.filter(punt=self.punt, beantwoord_op__isnull=True).first()
        if vraag is not None:
            gelukt = self.probeer(lambda: self.antwoord(vraag, partner))
            assert gelukt == (partner != vraag.partner)

    def antwoord(self, vraag, partner):
        actions.answer_tegenspraak(
            door=self.tafel.wie(partner),
            punt_id=self.punt.pk,
            tegenspraak_id=vraag.pk,
            antwoord="Daarom.",
            nu=self.nu,
        )

    @rule()
    def wie_nog_niet_schreef_schrijft(self):
        for partner in PARTNERS:
            if partner not in self.geschreven and not self.open:
                self.schrijft(partner, "akkoord")

    @rule()
    def er_is_tegenspraak_met_antwoord(self):
        self.spreekt_tegen(Agendapunt.objects.get(pk=self.punt.pk).tegenspreker)
        for vraag in Tegenspraak.objects.filter(punt=self.punt, beantwoord_op__isnull=True):
            self.antwoord(vraag, "dtv" if vraag.partner != "dtv" else "coa")

    @rule(behalve=st.sampled_from([None, None, "ind"]))
    def iedereen_stemt_akkoord_behalve(self, behalve):
        for partner in PARTNERS:
            if partner != behalve and self.stemmen.get(partner) != "akkoord":
                self.stemt(partner, "akkoord")

    @rule(partner=partners, oordeel=oordelen)
    def stemt(self, partner, oordeel):
        rijen = list(Tegenspraak.objects.filter(punt=self.punt))
        tegenspreker = Agendapunt.objects.get(pk=self.punt.pk).tegenspreker
        beantwoord = all(t.beantwoord_op for t in rijen) and any(t.partner == tegenspreker for t in rijen)
        mag = self.open and beantwoord and not self.besloten and self.dag <= LAATSTE_DAG

        gelukt = self.probeer(lambda: self.tafel.stem(self.punt, partner, oordeel, nu=self.nu))

        assert gelukt == mag
        if gelukt:
            self.stemmen[partner] = oordeel
            self.besloten = self.besloten or self.stemmen == dict.fromkeys(PARTNERS, "akkoord")

    @precondition(lambda self: hasattr(self, "punt"))
    @invariant()
    def besloten_is_vier_keer_akkoord(self):
        punt = Agendapunt.objects.get(pk=self.punt.pk)
        assert (punt.besluit == "vastgesteld") == self.besloten
        op = self.dag + timedelta(days=30)
        s = Stand(beeld_of(self.dossier.pk), op, STANDAARD.op(op))
        assert bool(s.bindende_punten) == self.besloten

    @precondition(lambda self: hasattr(self, "punt"))
    @invariant()
    def niemand_leest_voor_zijn_beurt(self):
        punt = Agendapunt.objects.get(pk=self.punt.pk)
        assert punt.is_onthuld == self.open
        for partner in PARTNERS:
            gelezen = set(standpunten_of(punt, viewer=self.tafel.wie(partner)))
            assert gelezen == (self.geschreven if self.open else self.geschreven & {partner})


@pytest.mark.django_db
def test_given_any_course_of_a_meeting_then_only_four_votes_in_time_decide():
    run_state_machine_as_test(
        Punt,
        settings=settings(
            max_examples=20,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert Punt.besluiten > 0
