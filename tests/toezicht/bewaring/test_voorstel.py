"""From the first word to the decision: each precondition removed in turn refuses, and each role is another person."""

import json
from dataclasses import replace as vervang
from datetime import timedelta

import msgspec
import pytest
from django.db import DatabaseError, IntegrityError, transaction

from tests.dossier.factories import MedewerkerFactory
from tests.kern.bouw import gesprek, plan, uitspraak, vier_toetsingen
from tests.toezicht.bewaring.bouw import (
    VOLLEDIG,
    bied_aan,
    hef_op,
    in_bewaring,
    lees,
    leg_op,
    leg_voor,
    maak_zaak,
    schrijf,
    tot_voorgelegd,
    wijs_aan,
)
from tests.vertrek.bouw import DAG, klaar_voor_vertrek
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toetsing.actions import record_signaal
from verantwoord.toezicht.bewaring import actions
from verantwoord.toezicht.bewaring.fouten import KanNietNu, NietBevoegd, NogNietCompleet, VeldFout
from verantwoord.toezicht.bewaring.inhoud import Middel, wat_ontbreekt
from verantwoord.toezicht.bewaring.keuzes import INDICATOREN, KWETSBAAR, MIDDELEN, Stand, Waarvoor
from verantwoord.toezicht.bewaring.models import Aanwijzing, Bewaringsregel, Voorstel

pytestmark = pytest.mark.django_db

ZONDER = {
    **{
        f"middel {naam}": {"middelen": {k: v for k, v in VOLLEDIG.middelen.items() if k != naam}}
        for naam in MIDDELEN
    },
    "middel zonder waarom": {
        "middelen": VOLLEDIG.middelen | {"meldplicht": Middel(resultaat="Twee keer gemist.", waarom=" ")}
    },
    **{
        f"kwetsbaarheid {naam}": {"kwetsbaarheid": VOLLEDIG.kwetsbaarheid | {naam: "  "}}
        for naam in KWETSBAAR
    },
    **{f"zicht {naam}": {"zicht": VOLLEDIG.zicht | {naam: ""}} for naam in INDICATOREN},
    "één grond": {"gronden": {"3b": "Hij was weg."}},
    "zonder oordeel": {"zicht_oordeel": None},
    "zonder afweging": {"zicht_afweging": ""},
}
# What the norms ask of the dossier itself, each removed in turn.
DOSSIER_ZONDER = {
    "toetsing-vier-momenten": {"toetsingen": vier_toetsingen()["toetsingen"][:3]},
    "aantal-gesprekken-voor-dwang": {"gesprekken": [gesprek("eerste", "2022-02-01")]},
    "verwijderbaarheidscheck": {"verwijderbaarheidschecks": []},
    "mensenhandel-signaal": {"mensenhandel": {"aanwijzing_op": "2022-04-18"}},
}


def zin(fout):
    return fout.value.melding


def test_given_every_step_by_another_person_when_it_is_imposed_then_the_facts_say_who_did_what():
    zaak = maak_zaak()

    voorstel = in_bewaring(zaak)

    (feit,) = beeld_of(zaak.dossier.pk).bewaringen
    assert voorstel.stand == Stand.OPGELEGD
    assert (feit.voorgesteld_door, feit.opgelegd_door, feit.opgelegd_door_partner) == (
        zaak.opsteller.naam,
        zaak.ambtenaar.naam,
        "avim",
    )
    assert (feit.opgelegd_op, feit.aanwijzing_ref) == (DAG, "HOvJ-1")
    assert set(feit.lichtere_middelen) == set(MIDDELEN)
    assert [regel.soort for regel in Bewaringsregel.objects.all()] == [
        "ingediend",
        "akkoord",
        "voorgelegd",
        "opgelegd",
    ]


@pytest.mark.parametrize("wat", ZONDER)
def test_given_one_part_is_missing_when_it_is_read_then_just_that_lacks(wat):
    beeld = lees_dossierbeeld(json.dumps(klaar_voor_vertrek()).encode())
    s = Feitenstand(beeld, DAG, STANDAARD.op(DAG))

    tekort = wat_ontbreekt(msgspec.structs.replace(VOLLEDIG, **ZONDER[wat]), s)

    assert [len(zinnen) for zinnen in tekort.values()] == [1]
    assert wat_ontbreekt(VOLLEDIG, s) == {}


def test_given_something_is_missing_when_it_is_offered_then_it_is_refused_and_nothing_is_lost():
    zaak = maak_zaak()
    voorstel = schrijf(zaak, msgspec.structs.replace(VOLLEDIG, gronden={}))

    with pytest.raises(NogNietCompleet):
        bied_aan(zaak)

    assert (zaak.voorstel.stand, zaak.voorstel.inhoud) == (Stand.CONCEPT, voorstel.inhoud)
    assert beeld_of(zaak.dossier.pk).bewaringen == ()


@pytest.mark.parametrize("norm", DOSSIER_ZONDER)
def test_given_a_norm_is_not_met_when_it_is_offered_then_that_norm_refuses(norm):
    zaak = maak_zaak(**DOSSIER_ZONDER[norm])
    schrijf(zaak)

    with pytest.raises(NormBlokkeert) as blok:
        bied_aan(zaak)

    assert norm in [b.norm for b in blok.value.bevindingen]
    assert beeld_of(zaak.dossier.pk).bewaringen == ()


def test_given_no_prospect_when_it_is_offered_then_it_is_refused():
    zaak = maak_zaak()
    schrijf(zaak, msgspec.structs.replace(VOLLEDIG, zicht_oordeel=False))

    with pytest.raises(VeldFout) as fout:
        bied_aan(zaak)

    assert fout.value.veld == "zicht_oordeel"


def test_given_a_sign_after_the_second_reading_when_it_would_be_imposed_then_it_waits_for_an_answer():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    record_signaal(
        door=zaak.opsteller,
        dossier_id=zaak.dossier.pk,
        moment="medisch",
        ontvangen_op=DAG,
        peildatum=DAG,
        bron="coa",
    )

    with pytest.raises(NormBlokkeert) as blok:
        leg_op(zaak)

    assert [b.norm for b in blok.value.bevindingen] == ["toetsing-elk-stadium"]
    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgelegd_op is None


def test_given_the_author_when_she_reads_her_own_proposal_then_it_is_refused_here_and_in_the_database():
    zaak = maak_zaak()
    schrijf(zaak)

    with pytest.raises(NietBevoegd):
        bied_aan(vervang(zaak, lezer=zaak.opsteller))
    with pytest.raises(IntegrityError, match="voorstel_reader_not_author"), transaction.atomic():
        Voorstel.objects.update(lezer=zaak.opsteller)


@pytest.mark.parametrize("wie", ["opsteller", "lezer"])
def test_given_who_took_part_when_they_are_designated_too_then_they_do_not_decide(wie):
    zaak = maak_zaak()
    schrijf(zaak)
    bied_aan(zaak)
    lees(zaak)
    wijs_aan(getattr(zaak, wie))

    with pytest.raises(NietBevoegd):
        leg_voor(zaak, getattr(zaak, wie))
    with pytest.raises(IntegrityError, match="voorstel_officer_is_third"), transaction.atomic():
        Voorstel.objects.update(ambtenaar=getattr(zaak, wie))


def test_given_an_ended_designation_when_the_officer_decides_then_it_is_refused_here_and_in_the_database():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    Aanwijzing.objects.update(tot=DAG - timedelta(days=1))

    with pytest.raises(NietBevoegd):
        leg_op(zaak)
    with pytest.raises(DatabaseError, match="niet aangewezen"), transaction.atomic():
        Voorstel.objects.update(stand="opgelegd", opgelegd_op=DAG, aanwijzing=Aanwijzing.objects.get())

    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgelegd_op is None


def test_given_the_last_day_of_a_designation_when_the_officer_decides_then_it_still_holds():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    Aanwijzing.objects.update(tot=DAG)

    leg_op(zaak)

    assert zaak.voorstel.stand == Stand.OPGELEGD


def test_given_a_designation_that_nobody_confirmed_when_it_is_laid_before_them_then_it_is_refused():
    zaak = maak_zaak()
    ander = MedewerkerFactory(kmar=True)
    actions.propose_aanwijzing(
        door=MedewerkerFactory(beheerder=True),
        medewerker=ander,
        waarvoor=Waarvoor.OPLEGGEN,
        kenmerk="X-2",
        van=DAG,
        tot=DAG,
        peildatum=DAG,
    )
    schrijf(zaak)
    bied_aan(zaak)
    lees(zaak)

    with pytest.raises(NietBevoegd):
        leg_voor(zaak, ander)


def test_given_the_program_when_it_would_impose_then_it_has_no_right_to():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)

    with pytest.raises(GeenToegang):
        leg_op(zaak, door=systeem())


def test_given_another_officer_when_it_was_not_laid_before_them_then_they_do_not_decide():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    ander = MedewerkerFactory(avim=True, team=zaak.ambtenaar.team)
    wijs_aan(ander)

    with pytest.raises(NietBevoegd):
        leg_op(zaak, door=ander)


def test_given_an_outsider_when_it_is_not_laid_before_them_then_the_case_is_not_there():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    buiten = MedewerkerFactory(kmar=True)

    assert Dossier.objects.visible_to(zaak.ambtenaar).get() == zaak.dossier
    assert not Dossier.objects.visible_to(buiten).exists()
    assert not Voorstel.objects.visible_to(buiten).exists()
    with pytest.raises(Dossier.DoesNotExist):
        leg_op(zaak, door=buiten)


def test_given_remarks_when_it_is_returned_then_they_are_kept_with_the_text_that_was_read():
    zaak = maak_zaak()
    schrijf(zaak)
    bied_aan(zaak)

    actions.return_voorstel(
        door=zaak.lezer, dossier_id=zaak.dossier.pk, opmerkingen="Is borg besproken?", peildatum=DAG
    )
    voorstel = schrijf(zaak, msgspec.structs.replace(VOLLEDIG, zicht_afweging="Anders."))

    eerst, terug = Bewaringsregel.objects.order_by("pk")
    assert eerst.gegevens["inhoud"]["zicht_afweging"] == VOLLEDIG.zicht_afweging
    assert (terug.tekst, voorstel.stand, voorstel.lezer) == ("Is borg besproken?", Stand.CONCEPT, None)


def test_given_somebody_reads_it_when_the_text_is_changed_behind_their_back_then_the_database_refuses():
    zaak = maak_zaak()
    schrijf(zaak)
    bied_aan(zaak)

    with pytest.raises(DatabaseError, match="verandert niet meer"), transaction.atomic():
        Voorstel.objects.update(inhoud={})


def test_given_two_windows_when_the_second_saves_then_it_hears_what_stands_there():
    zaak = maak_zaak()
    voorstel = schrijf(zaak)

    with pytest.raises(Versieconflict) as conflict:
        actions.save_voorstel(
            door=zaak.opsteller,
            dossier_id=zaak.dossier.pk,
            versie=voorstel.versie - 1,
            verander=lambda eerst: eerst,
        )

    assert conflict.value.versie == voorstel.versie


def test_given_reasons_when_the_officer_says_no_then_it_is_back_to_lesser_means_and_nobody_keeps_looking():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)

    actions.refuse_bewaring(
        door=zaak.ambtenaar, dossier_id=zaak.dossier.pk, motivering="Een meldplicht volstaat.", peildatum=DAG
    )

    (feit,) = beeld_of(zaak.dossier.pk).bewaringen
    assert (feit.opgelegd_op, feit.opgeheven_op) == (None, DAG)
    assert zaak.voorstel.stand == Stand.GEWEIGERD
    assert not Betrokkenheid.objects.filter(grond="toezicht", tot__isnull=True).exists()


def test_given_an_ended_designation_when_the_officer_says_no_then_that_still_counts():
    zaak = maak_zaak()
    tot_voorgelegd(zaak)
    Aanwijzing.objects.update(tot=DAG - timedelta(days=1))

    actions.refuse_bewaring(door=zaak.ambtenaar, dossier_id=zaak.dossier.pk, motivering="Nee.", peildatum=DAG)

    assert zaak.voorstel.stand == Stand.GEWEIGERD


@pytest.mark.parametrize("weg", ["zicht_op_uitzetting", "toetsing", "aanwijzing"])
def test_given_whatever_no_longer_holds_when_it_is_ended_then_no_norm_stops_that(weg):
    zaak = maak_zaak()
    in_bewaring(zaak)
    if weg == "aanwijzing":
        Aanwijzing.objects.update(tot=DAG - timedelta(days=1))
    else:
        record_signaal(
            door=zaak.opsteller,
            dossier_id=zaak.dossier.pk,
            moment="mensenhandel" if weg == "toetsing" else "medisch",
            ontvangen_op=DAG,
            peildatum=DAG,
            bron="coa",
        )

    hef_op(zaak, door=zaak.ambtenaar if weg == "aanwijzing" else zaak.opsteller)
    hef_op(zaak)

    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgeheven_op == DAG
    assert zaak.voorstel.stand == Stand.OPGEHEVEN
    assert Bewaringsregel.objects.filter(soort="opgeheven").count() == 1


def test_given_a_minor_in_the_family_when_nobody_signed_for_the_board_then_it_goes_no_further():
    kind = {"relatie": "kind", "geboortedatum": "2015-05-05", "meereizend": True}
    zaak = maak_zaak(
        persoon={"v_nummer": "2831234567", "geboortedatum": "1988-03-04", "gezin": [kind]},
        boekingen=[{"soort": "gedwongen", "land": "ARM", "gepland_op": "2022-04-28"}],
    )
    inhoud = msgspec.structs.replace(
        VOLLEDIG, belang_kind="Het kind gaat naar school.", nidos_op=DAG, nidos="Nidos vindt het te zwaar."
    )
    directeur = MedewerkerFactory(manager=True, team=zaak.dossier.team)
    wijs_aan(directeur, waarvoor=Waarvoor.KINDEREN, kenmerk="DIR-1")
    schrijf(zaak, inhoud)
    bied_aan(zaak)
    voorstel = lees(zaak)

    with pytest.raises(KanNietNu):
        leg_voor(zaak)
    actions.sign_voorstel(
        door=directeur, dossier_id=zaak.dossier.pk, motivering="Twaalf dagen, en samen.", peildatum=DAG
    )
    leg_voor(zaak)
    leg_op(zaak)

    assert voorstel.met_minderjarige
    assert zaak.voorstel.directie == directeur
    with pytest.raises(IntegrityError, match="voorstel_minor_signed_by_the_board"), transaction.atomic():
        Voorstel.objects.update(directie=None)


def test_given_a_shielded_case_when_it_would_go_to_a_partner_then_it_does_not():
    zaak = maak_zaak()
    schrijf(zaak)
    bied_aan(zaak)
    lees(zaak)
    Dossier.objects.update(afgeschermd=True)

    with pytest.raises(NietBevoegd) as fout:
        leg_voor(zaak)

    assert zin(fout) == "Dit dossier is afgeschermd. Een ketenpartner krijgt het niet te zien."


def test_given_a_draft_when_the_norms_are_asked_then_it_is_not_there_for_them():
    zaak = maak_zaak(vertrekplannen=[plan(gekozen="gedwongen")], procedure=uitspraak()["procedure"])
    eerst = beeld_of(zaak.dossier.pk)

    schrijf(zaak)

    assert beeld_of(zaak.dossier.pk) == eerst


def test_given_an_officer_of_the_dtv_itself_when_it_is_imposed_then_the_designation_stands_with_it():
    zaak = maak_zaak()
    eigen = MedewerkerFactory(team=zaak.dossier.team)
    wijs_aan(eigen, kenmerk="DTV-9")
    schrijf(zaak)
    bied_aan(zaak)
    lees(zaak)

    leg_voor(zaak, eigen)
    leg_op(zaak, door=eigen)

    (feit,) = beeld_of(zaak.dossier.pk).bewaringen
    assert (feit.opgelegd_door_partner, feit.aanwijzing_ref) == ("dtv", "DTV-9")
    assert not Betrokkenheid.objects.filter(grond="toezicht").exists()


def test_given_an_unaccompanied_minor_when_it_is_written_then_a_ground_of_its_own_is_asked_as_well():
    zaak = maak_zaak(
        persoon={
            "v_nummer": "2831234567",
            "geboortedatum": "2006-03-04",
            "amv": True,
            "voogd": "Nidos",
            "adequate_opvang_bewijs": "Bij de tante, brief 3",
        },
        boekingen=[{"soort": "gedwongen", "land": "ARM", "gepland_op": "2022-04-28"}],
    )
    schrijf(zaak, msgspec.structs.replace(VOLLEDIG, belang_kind="School.", nidos_op=DAG, nidos="Nee."))

    with pytest.raises(NogNietCompleet) as fout:
        bied_aan(zaak)

    assert fout.value.tekort == {"kinderen": ["De grond voor bewaring van een alleenstaande minderjarige"]}


def test_given_a_reader_who_stays_silent_when_another_is_asked_then_only_that_one_can_agree():
    zaak = maak_zaak()
    schrijf(zaak)
    bied_aan(zaak)
    ander = vervang(zaak, lezer=MedewerkerFactory(team=zaak.dossier.team))

    bied_aan(ander)

    with pytest.raises(NietBevoegd):
        lees(zaak)
    assert lees(ander).lezer == ander.lezer
