"""What comes after: who must be told, when to look again, how long it lasted, and how it ends."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from msgspec.structs import replace

from tests.dossier.factories import MedewerkerFactory
from tests.kern.bouw import opgelegd
from tests.toezicht.bewaring.bouw import (
    VOLLEDIG,
    hef_op,
    in_bewaring,
    leg_op,
    maak_zaak,
    schrijf,
    tot_voorgelegd,
    wijs_aan,
)
from tests.vertrek.bouw import DAG
from verantwoord.dossier.actions import change_feiten
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.kern import dossierbeeld as d
from verantwoord.keten.partner.gevraagd import vragen_aan
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toetsing.actions import record_signaal
from verantwoord.toezicht.bewaring import actions, queries, tonen
from verantwoord.toezicht.bewaring.dagen import Periode, dagen_samen, perioden_van
from verantwoord.toezicht.bewaring.fouten import KanNietNu, NietBevoegd, VeldFout
from verantwoord.toezicht.bewaring.keuzes import Waarvoor
from verantwoord.toezicht.bewaring.models import Aanwijzing
from verantwoord.werkplek.meldingen.bewaring import remind_bewaring
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db


def taken(zaak, dag):
    stand = queries.stand_of(zaak.dossier.pk, viewer=zaak.opsteller, peildatum=dag)
    return [(taak.stap, taak.uiterlijk) for taak in stand.taken]


def heroverweeg(zaak, dag, **anders):
    return actions.record_heroverweging(
        **{
            "door": zaak.opsteller,
            "dossier_id": zaak.dossier.pk,
            "zicht": True,
            "zicht_tekst": "De vlucht is geboekt.",
            "lichter": "Een meldplicht hield hij niet.",
            "aanwijzing": "",
            "volgende_op": dag + timedelta(days=14),
            "peildatum": dag,
        }
        | anders
    )


def signaal(zaak, dag):
    return record_signaal(
        door=zaak.opsteller,
        dossier_id=zaak.dossier.pk,
        moment="schrijnend",
        ontvangen_op=dag,
        peildatum=dag,
        bron="coa",
    )


def verleng(zaak, dag, **anders):
    return actions.extend_bewaring(
        **{
            "door": MedewerkerFactory(manager=True, team=zaak.dossier.team),
            "dossier_id": zaak.dossier.pk,
            "grond": "documenten",
            "motivering": "Het papier komt over twee weken.",
            "peildatum": dag,
        }
        | anders
    )


def test_given_it_was_imposed_today_when_what_is_owed_is_asked_then_the_lawyer_comes_first():
    zaak = maak_zaak()
    in_bewaring(zaak)

    assert taken(zaak, DAG) == [
        ("advocaat", DAG),
        ("rechtbank", DAG + timedelta(days=28)),
        ("heroverwegen", DAG + timedelta(days=28)),
    ]


def test_given_lawyer_and_court_know_when_what_is_owed_is_asked_then_only_looking_again_is_left():
    zaak = maak_zaak()
    in_bewaring(zaak)
    wie = {"door": zaak.opsteller, "dossier_id": zaak.dossier.pk, "op": DAG, "peildatum": DAG}

    actions.record_advocaat(**wie, wie="mr. Voorbeeld")
    actions.record_rechtbank(**wie, kenmerk="NL22.1")

    assert taken(zaak, DAG) == [("heroverwegen", DAG + timedelta(days=28))]
    assert beeld_of(zaak.dossier.pk).bewaringen[0].rechtbank_in_kennis_op == DAG


def test_given_somebody_looked_again_when_a_day_was_agreed_then_that_day_counts():
    zaak = maak_zaak()
    in_bewaring(zaak)
    dag = DAG + timedelta(days=7)

    heroverweeg(zaak, dag)

    assert ("heroverwegen", dag + timedelta(days=14)) in taken(zaak, dag)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"zicht": False}, "zicht"),
        ({"lichter": " "}, "lichter"),
        ({"zicht_tekst": ""}, "zicht_tekst"),
        ({"volgende_op": DAG + timedelta(days=29)}, "volgende_op"),
        ({"volgende_op": DAG}, "volgende_op"),
    ],
)
def test_given_a_review_that_cannot_be_when_it_is_recorded_then_it_is_refused(anders, veld):
    zaak = maak_zaak()
    in_bewaring(zaak)

    with pytest.raises(VeldFout) as fout:
        heroverweeg(zaak, DAG, **anders)

    assert fout.value.veld == veld


def test_given_a_new_sign_during_detention_when_it_comes_in_then_a_review_is_owed_at_once_and_told():
    zaak = maak_zaak()
    in_bewaring(zaak)
    vandaag = timezone.localdate()

    signaal(zaak, DAG)

    assert ("heroverwegen", min(vandaag, DAG + timedelta(days=28))) in taken(zaak, DAG)
    assert Melding.objects.filter(medewerker=zaak.opsteller, soort="bewaring").exists()
    with pytest.raises(KanNietNu):
        heroverweeg(zaak, DAG)


def test_given_each_step_when_it_waits_for_somebody_then_that_person_is_told():
    zaak = maak_zaak()

    tot_voorgelegd(zaak)

    wie = set(Melding.objects.filter(soort="bewaring").values_list("medewerker", flat=True))
    assert wie == {zaak.lezer.pk, zaak.opsteller.pk, zaak.ambtenaar.pk}


def test_given_a_review_that_nobody_did_when_the_night_comes_then_the_regievoerder_is_told_once():
    zaak = maak_zaak()
    in_bewaring(zaak)
    Melding.objects.all().delete()
    wie = {"door": zaak.opsteller, "dossier_id": zaak.dossier.pk}
    actions.record_advocaat(**wie, op=DAG, wie="mr. Voorbeeld", peildatum=DAG)
    actions.record_rechtbank(**wie, op=DAG, kenmerk="NL22.1", peildatum=DAG)
    Melding.objects.all().delete()

    remind_bewaring(door=systeem(), peildatum=DAG + timedelta(days=27))
    vooraf = Melding.objects.count()
    for _nacht in range(2):
        remind_bewaring(door=systeem(), peildatum=DAG + timedelta(days=28))

    assert (vooraf, [m.medewerker for m in Melding.objects.all()]) == (0, [zaak.opsteller])


def test_given_an_officer_who_stays_silent_when_days_pass_then_only_the_regievoerder_is_reminded():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    eerst = beeld_of(zaak.dossier.pk)
    Melding.objects.all().delete()

    remind_bewaring(door=systeem(), peildatum=DAG + timedelta(days=60))

    assert [m.medewerker for m in Melding.objects.all()] == [zaak.opsteller]
    assert beeld_of(zaak.dossier.pk) == eerst


def test_given_the_desk_of_the_officer_when_it_was_laid_before_them_then_it_stands_there_and_only_there():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    collega = MedewerkerFactory(avim=True, team=zaak.ambtenaar.team)

    voor_ambtenaar = vragen_aan(zaak.ambtenaar, op=DAG).vragen
    voor_collega = vragen_aan(collega, op=DAG).vragen

    url = reverse("bewaringsbesluit:lezen", args=[zaak.dossier.pk])
    assert [v.url for v in voor_ambtenaar if "bewaring" in v.url] == [url]
    assert [v.url for v in voor_collega if "bewaring" in v.url] == []


def test_given_a_case_that_becomes_shielded_when_it_is_recorded_then_the_partner_no_longer_sees_it():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    Dossier.objects.update(afgeschermd=True)
    zaak.dossier.refresh_from_db()

    change_feiten(
        zaak.dossier,
        lambda beeld: replace(beeld, mensenhandel=d.Mensenhandel(aanwijzing_op=DAG)),
        door=zaak.opsteller,
        soort="mensenhandel.afscherming",
    )

    assert not Betrokkenheid.objects.filter(grond="toezicht", tot__isnull=True).exists()


def test_given_six_months_nearly_over_when_a_manager_extends_after_a_review_then_it_is_kept_once():
    zaak = maak_zaak()
    in_bewaring(zaak)
    dag = date(2022, 10, 10)
    heroverweeg(zaak, dag)

    verleng(zaak, dag)

    assert beeld_of(zaak.dossier.pk).bewaringen[0].verlengd_op == dag
    with pytest.raises(KanNietNu):
        verleng(zaak, dag)


@pytest.mark.parametrize("dag", [DAG + timedelta(days=40), date(2022, 10, 21)])
def test_given_too_early_or_too_late_when_it_would_be_extended_then_it_is_refused(dag):
    zaak = maak_zaak()
    in_bewaring(zaak)
    heroverweeg(zaak, dag)

    with pytest.raises(KanNietNu):
        verleng(zaak, dag)


def test_given_nobody_looked_again_or_the_same_person_did_when_it_would_be_extended_then_it_is_refused():
    zaak = maak_zaak()
    in_bewaring(zaak)
    dag = date(2022, 10, 10)

    with pytest.raises(KanNietNu):
        verleng(zaak, dag)
    manager = MedewerkerFactory(manager=True, team=zaak.dossier.team)
    with pytest.raises(GeenToegang):
        heroverweeg(zaak, dag, door=manager)
    with pytest.raises(GeenToegang):
        verleng(zaak, dag, door=zaak.opsteller)


def test_given_periods_that_touch_when_days_are_counted_then_no_day_counts_twice():
    eerst = Periode(van=date(2022, 1, 1), tot=date(2022, 1, 10), van_dit_dossier=False)
    later = Periode(van=date(2022, 1, 10), tot=None, van_dit_dossier=True)

    assert dagen_samen([eerst, later], op=date(2022, 1, 12)) == 12
    assert dagen_samen([eerst, later], op=date(2022, 1, 5)) == 5
    assert dagen_samen([], op=date(2022, 1, 5)) == 0


def test_given_an_earlier_detention_when_the_ledger_is_read_then_it_is_counted_and_said_in_words():
    zaak = maak_zaak(bewaringen=[opgelegd("2022-03-01", opgeheven_op="2022-03-10")])
    in_bewaring(zaak)

    boek = tonen.dagenboek(perioden_van(zaak.dossier.pk), op=DAG + timedelta(days=1))

    assert boek.zin == "Deze persoon was in totaal 12 dagen in bewaring, in alle perioden samen."
    assert [rij[2] for rij in boek.rijen] == [10, 2]


def test_given_somebody_without_a_look_at_the_case_when_the_days_are_asked_then_there_are_none():
    zaak = maak_zaak()
    in_bewaring(zaak)

    with transactie_van(MedewerkerFactory(kmar=True)):
        buiten = perioden_van(zaak.dossier.pk)

    with transactie_van(systeem()):
        binnen = perioden_van(zaak.dossier.pk)

    assert (buiten, len(binnen)) == ([], 1)


def test_given_the_same_words_in_many_cases_when_they_are_read_then_that_is_pointed_at_and_nothing_is_refused():
    zaken = [
        maak_zaak(
            dossiernummer=f"D-2022-91000{n}",
            persoon={"v_nummer": f"283000000{n}", "geboortedatum": "1988-03-04"},
        )
        for n in range(5)
    ]
    for zaak in zaken:
        voorstel = schrijf(zaak, replace(VOLLEDIG, zicht_afweging=f"Eigen woorden {zaak.dossier.nummer}."))

    gelijk = queries.gelijk_in(voorstel)

    assert gelijk["middel meldplicht"] == 5
    assert "zicht" not in gelijk


def test_given_the_person_was_detained_elsewhere_when_it_is_ended_here_then_nothing_stands_in_the_way():
    zaak = maak_zaak(bewaringen=[opgelegd("2022-04-01")])

    hef_op(zaak)

    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgeheven_op == DAG


def test_given_a_closed_case_when_somebody_is_still_detained_then_it_can_be_ended():
    zaak = maak_zaak(bewaringen=[opgelegd("2022-04-01")])
    Dossier.objects.update(gesloten_op=DAG)

    hef_op(zaak)

    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgeheven_op == DAG


def test_given_who_proposed_a_designation_when_they_confirm_it_then_it_is_refused_here_and_in_the_database():
    een, wie = MedewerkerFactory(beheerder=True), MedewerkerFactory(kmar=True)
    aanwijzing = actions.propose_aanwijzing(
        door=een, medewerker=wie, waarvoor=Waarvoor.OPLEGGEN, kenmerk="K", van=DAG, tot=DAG, peildatum=DAG
    )

    with pytest.raises(NietBevoegd):
        actions.confirm_aanwijzing(door=een, aanwijzing_id=aanwijzing.pk, peildatum=DAG)
    with pytest.raises(IntegrityError, match="aanwijzing_four_eyes"), transaction.atomic():
        Aanwijzing.objects.update(bevestigd_door=een, bevestigd_op=DAG)
    with pytest.raises(IntegrityError, match="aanwijzing_by_others"), transaction.atomic():
        Aanwijzing.objects.update(bevestigd_door=wie, bevestigd_op=DAG)


def test_given_a_role_that_cannot_decide_when_it_would_be_designated_then_it_is_refused():
    with pytest.raises(VeldFout) as fout:
        wijs_aan(MedewerkerFactory(coa=True))

    assert fout.value.veld == "medewerker"


def test_given_a_designation_withdrawn_today_when_the_officer_decides_then_it_gives_nothing_any_more():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)

    actions.withdraw_aanwijzing(
        door=MedewerkerFactory(beheerder=True),
        aanwijzing_id=Aanwijzing.objects.get().pk,
        reden="Andere functie.",
        peildatum=DAG,
    )

    with pytest.raises(NietBevoegd):
        leg_op(zaak)
