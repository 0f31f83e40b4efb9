"""The two clocks: computed from what people recorded, moved only by a decision, and never ending anything by themselves."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory, zet_dagen
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier import actions
from verantwoord.dossier.actions.termijnen import TermijnPastNiet
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.models import Besluit, Dossier, Gezinslid, Verblijfplaats, Verblijfsgrond
from verantwoord.dossier.stand import beoordeel_op, bevinding_van
from verantwoord.dossier.termijnen import tonen
from verantwoord.dossier.termijnen.forms import FORMULIEREN
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang, Rol

pytestmark = pytest.mark.django_db

OP = date(2022, 3, 1)


@pytest.fixture
def dossier():
    """The appeal period passed unused on 17 February 2022, and the term began that day: both clocks run."""
    return DossierFactory(startgebeurtenis="beroepstermijn_verstreken", start_op=date(2022, 2, 17))


def laat_aflopen(dossier):
    """Let the four weeks of reception be over, so that no norm stops its end any more."""
    Dossier.objects.filter(pk=dossier.pk).update(ontvangen_op=date(2022, 1, 25))
    zet_dagen(dossier, beroepstermijn_tot=date(2022, 1, 31))
    Besluit.objects.filter(dossier=dossier).update(schorsende_werking=False)
    Verblijfsgrond.objects.create(
        dossier=dossier, volgorde=0, grond="8f", van=date(2021, 6, 1), tot=date(2022, 1, 20)
    )
    return Dossier.objects.get(pk=dossier.pk)


@pytest.fixture
def afgelopen(dossier):
    """A dossier in which no norm stops the end of reception any more."""
    return laat_aflopen(dossier)


@pytest.fixture
def gezin(afgelopen):
    """The same with the dossier of a partner, of whom the file of each speaks."""
    partner = laat_aflopen(
        DossierFactory(
            regievoerder=afgelopen.regievoerder,
            team=afgelopen.team,
            persoon__voornamen="Rana",
            persoon__achternaam="Proefvrouw",
        )
    )
    for een, ander in ((afgelopen, partner), (partner, afgelopen)):
        Gezinslid.objects.create(
            persoon=een.persoon, volgorde=0, relatie="partner", v_nummer=ander.persoon.v_nummer
        )
    return afgelopen, partner


EINDE_OPVANG = {
    "geeindigd_op": date(2022, 3, 8), "coa_akkoord_op": date(2022, 3, 7), "coa_akkoord_door": "Jan van het COA",
    "waarheen": "Naar een vriend in Zwolle.", "peildatum": date(2022, 3, 9),
}  # fmt: skip


def nu(dossier):
    return Dossier.objects.get(pk=dossier.pk).versie


def doe(dossier, act, **velden):
    gegevens = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "versie": nu(dossier)}
    return act(**gegevens | velden)


def stand(dossier, op=OP):
    return beoordeel_op(beeld_of(dossier.pk), op)


def oordeel(dossier, norm, op=OP):
    _s, beoordeling = stand(dossier, op)
    return bevinding_van(beoordeling, norm).oordeel


class TestVertrektermijn:
    def test_given_a_decision_of_zero_days_when_its_ground_and_reference_come_then_the_norm_is_met(
        self, dossier
    ):
        Besluit.objects.filter(dossier=dossier).update(vertrektermijn_dagen=0, kenmerk=None)
        eerst = oordeel(dossier, "vertrektermijn-nul-dagen")

        doe(
            dossier,
            actions.record_grond_verkorting,
            besluit=0,
            grond_verkorting="onttrekkingsrisico",
            kenmerk="Z1-2",
        )

        besluit = beeld_of(dossier.pk).procedure.besluiten[0]
        assert (eerst, oordeel(dossier, "vertrektermijn-nul-dagen")) == ("niet_voldaan", "voldaan")
        assert (besluit.grond_verkorting, besluit.kenmerk) == ("onttrekkingsrisico", "Z1-2")

    def test_given_a_request_when_not_forwarded_then_it_is_owed_and_after_forwarding_it_waits_for_the_ind(
        self, dossier
    ):
        doe(
            dossier,
            actions.ask_verlenging_vertrektermijn,
            verlenging_gevraagd_op=OP,
            doorgezonden_ind_op=None,
            reden="De kinderen maken het schooljaar af.",
        )
        eerst = oordeel(dossier, "vertrektermijn-verlenging")

        doe(dossier, actions.forward_verlenging, doorgezonden_ind_op=OP)

        assert (eerst, oordeel(dossier, "vertrektermijn-verlenging")) == ("niet_voldaan", "voldaan")
        s, _b = stand(dossier)
        assert s.termijnen.vertrektermijn.eindigt_op == date(2022, 3, 17)

    def test_given_a_decision_of_the_ind_when_granted_then_the_term_ends_later_and_says_why(self, dossier):
        doe(
            dossier, actions.record_verlenging_ind, toegewezen=True, besloten_op=OP, kenmerk="V-9",
            verlengd_tot=date(2022, 5, 2), toelichting="",
        )  # fmt: skip

        s, _b = stand(dossier)
        t = s.termijnen.vertrektermijn
        assert (t.eindigt_rekenkundig_op, t.eindigt_op, t.verlengd_wegens) == (
            date(2022, 3, 17), date(2022, 5, 2), "besluit van de IND",
        )  # fmt: skip

    def test_given_a_decision_of_the_ind_when_refused_then_the_term_stays_and_the_refusal_is_kept(
        self, dossier
    ):
        eerst = beeld_of(dossier.pk)

        doe(
            dossier, actions.record_verlenging_ind, toegewezen=False, besloten_op=OP, kenmerk="V-9",
            verlengd_tot=None, toelichting="Geen reisdocument op korte termijn.",
        )  # fmt: skip

        assert beeld_of(dossier.pk) == eerst
        (regel,) = tonen.verzoeken_vertrektermijn(Gebeurtenis.objects.filter(dossier_id=dossier.pk))
        assert (regel.dag, regel.wat, regel.vervolg) == (
            OP, "De IND heeft de termijn niet verlengd", "Geen reisdocument op korte termijn.",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("act", "velden"),
        [
            (
                "record_grond_verkorting",
                {"besluit": 9, "grond_verkorting": "onttrekkingsrisico", "kenmerk": "Z"},
            ),
            ("forward_verlenging", {"doorgezonden_ind_op": OP}),
            (
                "ask_verlenging_vertrektermijn",
                {"verlenging_gevraagd_op": OP, "doorgezonden_ind_op": date(2022, 2, 1), "reden": "School."},
            ),
            (
                "record_verlenging_ind",
                {
                    "toegewezen": True,
                    "besloten_op": OP,
                    "kenmerk": "V",
                    "verlengd_tot": None,
                    "toelichting": "",
                },
            ),
        ],
    )
    def test_given_what_does_not_fit_when_recorded_then_it_is_refused_and_nothing_changes(
        self, dossier, act, velden
    ):
        eerst = beeld_of(dossier.pk)

        with pytest.raises(TermijnPastNiet):
            doe(dossier, getattr(actions, act), **velden)

        assert beeld_of(dossier.pk) == eerst


class TestOpvang:
    def vraag(self, dossier):
        doe(
            dossier,
            actions.ask_verlenging_opvang,
            gevraagd_op=OP,
            reden="Op 2 april is er een afspraak met het IOM.",
        )

    def antwoord(self, dossier, **anders):
        velden = {
            "verlenging": 0, "coa_besluit": "akkoord", "coa_besloten_op": OP, "tot": date(2022, 4, 15),
            "besloten_door": "Jan van het COA", "toelichting": "",
        }  # fmt: skip
        doe(dossier, actions.record_besluit_coa, **velden | anders)

    def test_given_a_request_when_the_coa_consents_then_reception_runs_until_its_day(self, dossier):
        self.vraag(dossier)
        self.antwoord(dossier)

        s, _b = stand(dossier)
        assert s.termijnen.opvang.eindigt_op == date(2022, 4, 15)
        assert s.beeld.opvang.verlengingen == (
            d.Opvangverlenging(
                gevraagd_op=OP, reden="Op 2 april is er een afspraak met het IOM.", coa_besluit="akkoord",
                coa_besloten_op=OP, tot=date(2022, 4, 15),
            ),
        )  # fmt: skip

    def test_given_a_request_when_the_coa_has_not_answered_then_no_second_one_and_reception_cannot_end(
        self, afgelopen
    ):
        self.vraag(afgelopen)

        with pytest.raises(TermijnPastNiet):
            self.vraag(afgelopen)
        with pytest.raises(NormBlokkeert) as blok:
            self.eindig(afgelopen)

        assert [b.norm for b in blok.value.bevindingen] == ["opvang-verlenging-maatwerk"]

    def test_given_consent_without_a_day_or_before_the_request_when_recorded_then_it_is_refused(
        self, dossier
    ):
        self.vraag(dossier)

        for anders in ({"tot": None}, {"coa_besloten_op": date(2022, 2, 1)}, {"verlenging": 3}):
            with pytest.raises(TermijnPastNiet):
                self.antwoord(dossier, **anders)

    def test_given_a_day_named_by_a_decision_when_recorded_then_it_replaces_the_four_weeks(self, dossier):
        doe(
            dossier,
            actions.record_einde_recht_opvang,
            recht_eindigt_op=date(2022, 6, 1),
            kenmerk="Z1",
            toelichting="De IND.",
        )

        s, _b = stand(dossier)
        assert s.termijnen.opvang.eindigt_op == date(2022, 6, 1)

    def test_given_a_family_when_the_children_are_asked_then_their_words_stay_beside_the_toets(self, dossier):
        Gezinslid.objects.create(
            persoon=dossier.persoon, volgorde=0, relatie="kind", geboortedatum="2015-05-05"
        )
        doe(
            dossier, actions.record_ferreira, getoetst_op=OP, humanitaire_noodsituatie=True,
            kinderen="“Waar slaap ik dan?”", toelichting="Er is geen onderdak bij familie.", peildatum=OP,
        )  # fmt: skip

        s, _b = stand(dossier)
        (regel,) = tonen.toetsen_kinderen(s, Gebeurtenis.objects.filter(soort="opvang.ferreira_getoetst"))
        assert (regel.vervolg, regel.bij) == (
            "Er is geen onderdak bij familie.", "In eigen woorden: “Waar slaap ik dan?”",
        )  # fmt: skip
        assert oordeel(dossier, "gezinslocatie-ferreira") == "niet_voldaan"

    def test_given_no_child_when_the_toets_is_recorded_then_it_says_that_it_is_not_needed(self, dossier):
        with pytest.raises(TermijnPastNiet) as fout:
            doe(
                dossier, actions.record_ferreira, getoetst_op=OP, humanitaire_noodsituatie=False, kinderen="x",
                toelichting="x", peildatum=OP,
            )  # fmt: skip

        assert fout.value.melding == "Er is geen minderjarige in dit gezin. Deze toets is niet nodig."

    def test_given_a_stay_in_a_vbl_when_the_lko_decided_then_the_norm_is_met_after_twelve_weeks(
        self, dossier
    ):
        Verblijfplaats.objects.filter(dossier=dossier).update(soort="vbl", van=date(2021, 11, 1))
        eerst = oordeel(dossier, "vbl-twaalf-weken")

        doe(
            dossier,
            actions.record_vbl_besluit,
            vbl_lko_besluit_op=OP,
            toelichting="Zicht op een LP.",
            peildatum=OP,
        )

        assert (eerst, oordeel(dossier, "vbl-twaalf-weken")) == ("niet_voldaan", "voldaan")

    def test_given_no_vbl_or_a_decision_before_the_stay_when_recorded_then_it_is_refused(self, dossier):
        with pytest.raises(TermijnPastNiet):
            doe(dossier, actions.record_vbl_besluit, vbl_lko_besluit_op=OP, toelichting="x", peildatum=OP)
        Verblijfplaats.objects.filter(dossier=dossier).update(soort="vbl", van=date(2022, 2, 1))

        with pytest.raises(TermijnPastNiet):
            doe(
                dossier,
                actions.record_vbl_besluit,
                vbl_lko_besluit_op=date(2022, 1, 1),
                toelichting="x",
                peildatum=OP,
            )

    def eindig(self, dossier, **anders):
        doe(dossier, actions.end_opvang, **EINDE_OPVANG | anders)

    def test_given_the_right_to_reception_runs_when_ending_it_then_the_gate_refuses(self, dossier):
        with pytest.raises(NormBlokkeert) as blok:
            self.eindig(dossier)

        assert "opvang-vier-weken" in [b.norm for b in blok.value.bevindingen]
        assert beeld_of(dossier.pk).opvang.verblijfplaatsen[0].tot is None

    def test_given_nothing_stops_it_when_ending_reception_with_consent_then_the_stay_has_a_last_day(
        self, afgelopen
    ):
        self.eindig(afgelopen)

        assert beeld_of(afgelopen.pk).opvang.verblijfplaatsen[0].tot == date(2022, 3, 8)
        gegevens = Gebeurtenis.objects.get(soort="opvang.beeindigd").gegevens
        assert (gegevens["coa_akkoord_op"], gegevens["coa_akkoord_door"]) == ("2022-03-07", "Jan van het COA")

    def test_given_a_day_on_which_it_still_ran_when_ending_on_that_day_then_the_gate_of_that_day_refuses(
        self, afgelopen
    ):
        with pytest.raises(NormBlokkeert):
            self.eindig(afgelopen, geeindigd_op=date(2022, 2, 20), coa_akkoord_op=date(2022, 2, 19))

    def test_given_consent_after_the_end_or_no_stay_when_ending_then_it_is_refused(self, afgelopen):
        with pytest.raises(TermijnPastNiet):
            self.eindig(afgelopen, coa_akkoord_op=date(2022, 3, 9))
        Verblijfplaats.objects.filter(dossier=afgelopen).delete()

        with pytest.raises(TermijnPastNiet):
            self.eindig(afgelopen)


class TestGezin:
    def eindig(self, gezin, **anders):
        dossier, ander = gezin
        doe(dossier, actions.end_opvang_gezin, **EINDE_OPVANG | {"samen": {ander.pk: nu(ander)}} | anders)

    def laatste_dagen(self, gezin):
        return [beeld_of(dossier.pk).opvang.verblijfplaatsen[0].tot for dossier in gezin]

    def test_given_a_family_when_reception_ends_for_all_then_each_dossier_has_its_own_act(self, gezin):
        self.eindig(gezin)

        assert self.laatste_dagen(gezin) == [date(2022, 3, 8)] * 2
        gebeurtenissen = Gebeurtenis.objects.filter(soort="opvang.beeindigd")
        assert {g.dossier_id for g in gebeurtenissen} == {dossier.pk for dossier in gezin}

    def test_given_a_norm_that_stops_it_for_one_when_ended_for_all_then_nothing_is_and_it_says_for_whom(
        self, gezin
    ):
        zet_dagen(gezin[1], recht_eindigt_op=date(2022, 6, 1))

        with pytest.raises(TermijnPastNiet) as fout:
            self.eindig(gezin)

        assert fout.value.melding.startswith("Voor Rana Proefvrouw kan dit niet. Het recht op opvang")
        assert self.laatste_dagen(gezin) == [None, None]

    def test_given_a_colleague_who_changed_the_other_dossier_when_ended_for_all_then_nothing_is(self, gezin):
        with pytest.raises(TermijnPastNiet):
            self.eindig(gezin, samen={gezin[1].pk: nu(gezin[1]) + 1})

        assert self.laatste_dagen(gezin) == [None, None]

    def test_given_somebody_outside_the_family_or_the_team_when_chosen_then_nothing_is_ended(self, gezin):
        vreemde = laat_aflopen(DossierFactory(regievoerder=gezin[0].regievoerder, team=gezin[0].team))
        Dossier.objects.filter(pk=gezin[1].pk).update(
            team=(elders := MedewerkerFactory()).team, regievoerder=elders
        )

        with pytest.raises(TermijnPastNiet):
            self.eindig(gezin, samen={vreemde.pk: nu(vreemde)})
        with pytest.raises(Dossier.DoesNotExist):
            self.eindig(gezin)

        assert self.laatste_dagen(gezin) == [None, None]

    def test_given_the_form_when_sent_then_it_names_the_family_keeps_the_look_and_ends_it_for_who_was_chosen(
        self, client, gezin
    ):
        dossier, ander = gezin
        client.force_login(dossier.regievoerder)
        adres = reverse("dossier:termijn_vastleggen", args=[dossier.pk, "opvang-beeindigen"])
        invoer = {
            "versie": nu(dossier), "coa_akkoord_door": "Jan", "waarheen": "Zwolle",
            "samen": [f"{ander.pk}.{nu(ander)}"],
            **{f"{veld}_{deel}": getattr(dag, engels)
               for veld, dag in (("geeindigd_op", date(2022, 3, 8)), ("coa_akkoord_op", date(2022, 3, 7)))
               for deel, engels in (("dag", "day"), ("maand", "month"), ("jaar", "year"))},
        }  # fmt: skip

        formulier = client.get(adres)
        verouderd = client.post(adres, invoer | {"samen": [f"{ander.pk}.{nu(ander) + 1}"]})
        klaar = client.post(adres, invoer)

        assert [str(naam) for _waarde, naam in formulier.context["form"].fields["samen"].choices] == [
            "Rana Proefvrouw"
        ]
        assert list(verouderd.context["form"].errors) == ["samen"]
        assert klaar.status_code == 302
        assert self.laatste_dagen(gezin) == [date(2022, 3, 8)] * 2
        assert Inzage.objects.filter(dossier_id=ander.pk, doel="behandeling").count() == 3

    def test_given_relatives_the_viewer_does_not_work_on_when_the_form_opens_then_they_are_not_named(
        self, client, gezin
    ):
        dossier, ander = gezin
        Dossier.objects.filter(pk=ander.pk).update(
            team=(elders := MedewerkerFactory()).team, regievoerder=elders
        )
        client.force_login(dossier.regievoerder)

        pagina = client.get(reverse("dossier:termijn_vastleggen", args=[dossier.pk, "opvang-beeindigen"]))

        assert ("samen" in pagina.context["form"].fields, "Rana" in pagina.content.decode()) == (False, False)


class TestTonen:
    @pytest.mark.parametrize(
        ("op", "woorden"),
        [
            (date(2022, 3, 15), "Loopt nog 2 dagen"),
            (date(2022, 3, 16), "Loopt nog 1 dag"),
            (date(2022, 3, 17), "Vandaag is de laatste dag"),
            (date(2022, 3, 18), "Laatste dag was 1 dag geleden"),
        ],
    )
    def test_given_days_round_the_end_when_told_then_the_words_are_calm_and_exact(self, dossier, op, woorden):
        s, beoordeling = stand(dossier, op)

        assert tonen.vertrektermijn(s, beoordeling).stand == woorden

    @pytest.mark.parametrize(
        ("op", "aantal"), [(date(2022, 2, 23), 0), (date(2022, 2, 24), 2), (date(2022, 3, 18), 2)]
    )
    def test_given_both_terms_when_three_weeks_are_left_then_each_warns_until_a_person_has_looked(
        self, dossier, op, aantal
    ):
        s, _b = stand(dossier, op)

        assert len(tonen.waarschuwingen(s)) == aantal

    def test_given_a_new_plan_or_no_stay_after_the_end_when_told_then_nothing_warns_any_more(self, dossier):
        VertrekplanFactory(dossier=dossier, vastgesteld_op=date(2022, 3, 20))
        Verblijfplaats.objects.filter(dossier=dossier).update(tot=date(2022, 3, 20))

        s, _b = stand(dossier, date(2022, 3, 25))

        assert tonen.waarschuwingen(s) == []

    def test_given_a_term_that_ends_on_a_holiday_when_shown_then_both_ends_and_the_reason_stand_there(
        self, dossier
    ):
        zet_dagen(dossier, start_op=date(2022, 3, 18), beroepstermijn_tot=date(2022, 3, 18))

        s, beoordeling = stand(dossier, date(2022, 3, 20))

        feiten = {f.naam: (f.waarde, f.toelichting) for f in tonen.vertrektermijn(s, beoordeling).feiten}
        assert feiten["Einde gerekend"] == ("vrijdag 15 april 2022", "")
        assert feiten["Laatste dag"] == ("dinsdag 19 april 2022", "opgeschoven door: Goede Vrijdag")

    def test_given_a_moved_end_when_drawn_then_what_moved_it_is_a_bar_of_its_own(self, dossier):
        zet_dagen(dossier, verlengd_tot=date(2022, 5, 2), verlenging_kenmerk="V-9")

        s, _b = stand(dossier, date(2022, 3, 1))

        rij = tonen.verloop(s).rijen[0]
        assert [(b.van, b.tot, b.zekerheid) for b in rij.balken] == [
            (date(2022, 2, 17), date(2022, 3, 1), "gebeurd"),
            (date(2022, 3, 1), date(2022, 3, 17), "vast"),
            (date(2022, 3, 17), date(2022, 5, 2), "vast"),
        ]


class TestPaginas:
    @pytest.fixture
    def pagina(self, client, dossier):
        client.force_login(dossier.regievoerder)
        herbeoordeel([dossier.pk])
        return reverse("dossier:termijnen", args=[dossier.pk])

    def adres(self, dossier, stap):
        return reverse("dossier:termijn_vastleggen", args=[dossier.pk, stap])

    def datum(self, naam, dag):
        return {f"{naam}_dag": dag.day, f"{naam}_maand": dag.month, f"{naam}_jaar": dag.year}

    def test_given_the_page_when_opened_then_both_clocks_and_the_promise_stand_there(self, client, pagina):
        antwoord = client.get(pagina)

        assert [klok.titel for klok, _stappen in antwoord.context["klokken"]] == ["Vertrektermijn", "Opvang"]
        assert antwoord.content.decode().count(
            "Is een termijn voorbij, dan gebeurt er niets vanzelf: een mens kijkt opnieuw wat er nodig is."
        ) == 1  # fmt: skip

    @pytest.mark.parametrize("stap", FORMULIEREN)
    def test_given_every_form_when_opened_and_sent_empty_then_it_says_what_is_missing(
        self, client, dossier, pagina, stap
    ):
        assert client.get(self.adres(dossier, stap)).status_code == 200
        antwoord = client.post(self.adres(dossier, stap), {"versie": nu(dossier)})

        assert antwoord.status_code == 422
        assert antwoord.context["form"].errors != {}

    def test_given_a_request_to_the_coa_when_sent_then_it_stands_on_the_page(self, client, dossier, pagina):
        antwoord = client.post(
            self.adres(dossier, "verzoek-coa"),
            {
                "versie": nu(dossier),
                "reden": "Reis met het IOM.",
                **self.datum("gevraagd_op", timezone.localdate()),
            },
        )

        assert (antwoord.status_code, antwoord.url) == (302, pagina)
        assert [r.wat for r in client.get(pagina).context["verlengingen"]] == ["Reis met het IOM."]

    def test_given_a_colleague_was_first_when_sent_then_409_with_both_and_nothing_lost(
        self, client, dossier, pagina
    ):
        oud = nu(dossier)
        doe(dossier, actions.ask_verlenging_opvang, gevraagd_op=OP, reden="Eerst.")

        antwoord = client.post(
            self.adres(dossier, "verzoek"),
            {"versie": oud, "reden": "Getypt.", **self.datum("verlenging_gevraagd_op", OP)},
        )

        assert antwoord.status_code == 409
        assert antwoord.context["form"]["reden"].value() == "Getypt."
        assert [klok.titel for klok in antwoord.context["nu"]] == ["Vertrektermijn", "Opvang"]

    def test_given_a_day_that_must_come_when_sent_then_it_is_refused_at_the_field(
        self, client, dossier, pagina
    ):
        morgen = timezone.localdate() + timedelta(days=1)

        antwoord = client.post(
            self.adres(dossier, "verzoek-coa"),
            {"versie": nu(dossier), "reden": "Reis.", **self.datum("gevraagd_op", morgen)},
        )

        assert antwoord.context["form"].errors == {
            "gevraagd_op": ["Deze dag moet nog komen. Leg dit vast als het is gebeurd."]
        }

    def test_given_a_limit_when_ending_reception_then_the_form_says_so_and_a_forced_post_gets_409(
        self, client, dossier, pagina
    ):
        zet_dagen(dossier, recht_eindigt_op=timezone.localdate() + timedelta(days=9))
        vandaag = timezone.localdate()
        invoer = {"versie": nu(dossier), "coa_akkoord_door": "Jan", "waarheen": "Zwolle"}
        invoer |= self.datum("geeindigd_op", vandaag) | self.datum("coa_akkoord_op", vandaag)

        getoond = client.get(self.adres(dossier, "opvang-beeindigen"))
        antwoord = client.post(self.adres(dossier, "opvang-beeindigen"), invoer)

        assert "opvang-vier-weken" in [b.norm for b in getoond.context["tegen"]]
        assert antwoord.status_code == 409
        assert antwoord.context["form"]["waarheen"].value() == "Zwolle"
        assert beeld_of(dossier.pk).opvang.verblijfplaatsen[0].tot is None

    def test_given_a_manager_when_opening_then_she_reads_and_sends_nothing(self, client, dossier, pagina):
        client.force_login(MedewerkerFactory(rol=Rol.MANAGER, team=dossier.team))

        assert [stappen for _klok, stappen in client.get(pagina).context["klokken"]] == [[], []]
        assert client.get(self.adres(dossier, "verzoek")).url == pagina
        assert client.post(self.adres(dossier, "verzoek"), {}).status_code == 403

    def test_given_a_closed_dossier_when_opened_then_it_is_read_and_no_step_is_offered(
        self, client, dossier, pagina
    ):
        Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=timezone.localdate())

        context = client.get(pagina).context
        norm = client.get(reverse("dossier:afwijken", args=[dossier.pk, "gesprek-1-termijn"])).context

        assert [stappen for _klok, stappen in context["klokken"]] == [[], []]
        assert (context["waarschuwingen"], context["mag"], norm["formulieren"]) == ([], False, [])
        assert client.post(self.adres(dossier, "verzoek-coa"), {
            "versie": nu(dossier), "reden": "Toch.", **self.datum("gevraagd_op", OP),
        }).status_code == 403  # fmt: skip

    def test_given_a_step_that_is_none_when_opened_then_404(self, client, dossier, pagina):
        assert client.get(self.adres(dossier, "iets-anders")).status_code == 404

    def test_given_an_outsider_when_opening_then_404(self, client, dossier, pagina):
        client.force_login(MedewerkerFactory())

        assert client.get(pagina).status_code == 404
        assert client.get(self.adres(dossier, "verzoek")).status_code == 404


@pytest.mark.parametrize("wie", [{"rol": Rol.MANAGER}, {"rol": Rol.BEHEERDER}])
def test_given_a_role_without_the_right_when_acting_then_it_is_refused(dossier, wie):
    with pytest.raises(GeenToegang):
        doe(
            dossier,
            actions.ask_verlenging_opvang,
            door=MedewerkerFactory(team=dossier.team, **wie),
            gevraagd_op=OP,
            reden="x",
        )


def test_given_an_older_version_when_acting_then_it_is_a_conflict(dossier):
    oud = nu(dossier)
    doe(dossier, actions.ask_verlenging_opvang, gevraagd_op=OP, reden="Eerst.")

    with pytest.raises(Versieconflict):
        doe(dossier, actions.forward_verlenging, doorgezonden_ind_op=OP, versie=oud)
