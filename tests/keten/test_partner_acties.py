"""What partners send: by their own right, through the gate, once, and readable afterwards for the sender alone."""

import uuid
from datetime import date

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Dossierdeel, Opvangverlenging
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.termijnen import Stand
from verantwoord.keten.models import Inzending
from verantwoord.keten.partner import actions
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.toegang.rechten import GeenToegang, Organisatie
from verantwoord.toetsing.models import Routeregel, Signaal
from verantwoord.vertrekplan.models import Actie
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.wacht import niet_gezien

pytestmark = pytest.mark.django_db
VANDAAG = date(2022, 2, 14)


@pytest.fixture
def dossier() -> Dossier:
    return DossierFactory()


def team_in(organisatie: Organisatie, locatie: str = "Assen"):
    return TeamFactory(organisatie=organisatie, locaties=[locatie])


@pytest.fixture
def coa():
    return MedewerkerFactory(coa=True, team=team_in(Organisatie.COA))


@pytest.fixture
def avim():
    return MedewerkerFactory(avim=True, team=team_in(Organisatie.AVIM))


def betrokken(dossier: Dossier) -> None:
    herbeoordeel([dossier.pk], peildatum=VANDAAG)


def meld_weg(dossier: Dossier, door, **anders):
    return actions.send_afwezigheid(
        **{
            "door": door,
            "dossier_id": dossier.pk,
            "inzending_id": uuid.uuid4(),
            "laatst_gezien_op": date(2022, 2, 10),
            "toelichting": "Kamer leeg bij de ronde.",
            "peildatum": VANDAAG,
        }
        | anders
    )


def test_given_coa_of_the_location_when_reporting_absence_then_the_fact_is_there_and_nothing_else_changed(
    dossier, coa
):
    betrokken(dossier)
    eerst = beeld_of(dossier.pk)

    inzending = meld_weg(dossier, coa)

    beeld = beeld_of(dossier.pk)
    assert beeld.afwezigheid.laatst_gezien_op == date(2022, 2, 10)
    assert beeld.opvang == eerst.opvang
    assert inzending.inhoud == {
        "laatst_gezien_op": "2022-02-10",
        "toelichting": "Kamer leeg bij de ronde.",
    }
    assert [
        (g.soort, g.door) for g in Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("volgnummer")
    ] == [
        ("afwezigheid.gemeld", coa.gebruikersnaam),
        ("keten.ingezonden", coa.gebruikersnaam),
    ]


def test_given_the_same_form_sent_twice_when_sending_then_it_counts_once(dossier, coa):
    betrokken(dossier)
    inzending_id = uuid.uuid4()

    meld_weg(dossier, coa, inzending_id=inzending_id)
    nog_eens = meld_weg(dossier, coa, inzending_id=inzending_id)

    assert nog_eens.pk == inzending_id
    assert Inzending.objects.count() == 1
    assert Gebeurtenis.objects.filter(soort="afwezigheid.gemeld").count() == 1


def test_given_the_mark_of_somebody_elses_form_when_sending_then_it_is_refused(dossier, coa, avim):
    betrokken(dossier)
    inzending = meld_weg(dossier, coa)

    with pytest.raises(DomeinFout, match="al gebruikt"):
        meld_weg(dossier, avim, inzending_id=inzending.pk)


def test_given_coa_of_another_location_when_reporting_absence_then_the_dossier_is_not_there(dossier):
    elders = MedewerkerFactory(coa=True, team=team_in(Organisatie.COA, "Ter Apel"))
    betrokken(dossier)

    with pytest.raises(Dossier.DoesNotExist):
        meld_weg(dossier, elders)

    assert beeld_of(dossier.pk).afwezigheid.laatst_gezien_op is None


def test_given_the_ind_when_reporting_absence_then_it_is_not_theirs_to_do(dossier):
    ind = MedewerkerFactory(ind=True, team=team_in(Organisatie.IND))
    betrokken(dossier)

    with pytest.raises(GeenToegang):
        meld_weg(dossier, ind)


def test_given_an_absence_when_coa_checks_and_avim_tells_then_both_stand_in_the_dossier(dossier, coa, avim):
    betrokken(dossier)
    meld_weg(dossier, coa)
    actions.send_controle(
        door=coa, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), op=date(2022, 2, 12), aangetroffen=False,
        nagevraagd=["ziekenhuis"], toelichting="", peildatum=VANDAAG,
    )  # fmt: skip

    actions.send_bericht_van_vertrek(
        door=avim, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), kenmerk="AVIM-22-17",
        op=date(2022, 2, 13), peildatum=VANDAAG,
    )  # fmt: skip

    afwezigheid = beeld_of(dossier.pk).afwezigheid
    assert afwezigheid.aanwezigheidscontrole_op == date(2022, 2, 12)
    assert afwezigheid.bericht_van_vertrek_ref == "AVIM-22-17"
    assert Dossier.objects.get(pk=dossier.pk).gesloten_op is None


def test_given_somebody_seen_again_when_coa_says_so_then_the_absence_no_longer_counts(dossier, coa):
    betrokken(dossier)
    Dossierdeel.objects.create(
        dossier=dossier, deel="afwezigheid", inhoud={"bericht_van_vertrek_ref": "AVIM-22-17"}
    )

    actions.send_weer_gezien(
        door=coa, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), op=date(2022, 2, 13),
        toelichting="Bij de receptie.", peildatum=VANDAAG,
    )  # fmt: skip

    afwezigheid = beeld_of(dossier.pk).afwezigheid
    assert afwezigheid.laatst_gezien_op == date(2022, 2, 13)
    assert afwezigheid.bericht_van_vertrek_ref is None


def besluit(dossier: Dossier, door, **anders):
    return actions.send_opvangbesluit(
        **{
            "door": door,
            "dossier_id": dossier.pk,
            "inzending_id": uuid.uuid4(),
            "besluit": "akkoord",
            "tot": date(2022, 3, 31),
            "toelichting": "Tot het einde van de maand.",
            "peildatum": VANDAAG,
        }
        | anders
    )


def test_given_a_request_for_longer_reception_when_coa_agrees_then_the_date_stands_in_the_dossier(
    dossier, coa
):
    Opvangverlenging.objects.create(
        dossier=dossier, volgorde=0, gevraagd_op=date(2022, 2, 8), reden="Het schooljaar loopt nog."
    )
    betrokken(dossier)

    besluit(dossier, coa)

    (verlenging,) = beeld_of(dossier.pk).opvang.verlengingen
    assert (verlenging.coa_besluit, verlenging.coa_besloten_op, verlenging.tot) == (
        "akkoord",
        VANDAAG,
        date(2022, 3, 31),
    )


def test_given_a_colleague_answered_before_when_coa_answers_then_the_first_answer_stays(dossier, coa):
    Opvangverlenging.objects.create(
        dossier=dossier, volgorde=0, gevraagd_op=date(2022, 2, 8), reden="Het schooljaar loopt nog."
    )
    betrokken(dossier)
    besluit(dossier, coa)

    with pytest.raises(actions.AlBeantwoord):
        besluit(dossier, coa, besluit="geweigerd", tot=None)

    (verlenging,) = beeld_of(dossier.pk).opvang.verlengingen
    assert verlenging.coa_besluit == "akkoord"


def test_given_a_date_that_cannot_be_right_when_coa_says_so_then_the_date_stays_and_the_words_are_kept(
    dossier, coa
):
    betrokken(dossier)
    eerst = beeld_of(dossier.pk)

    actions.contest_einddatum(
        door=coa, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), toelichting="Er is een baby geboren."
    )

    assert beeld_of(dossier.pk) == eerst
    gebeurtenis = Gebeurtenis.objects.get(soort="keten.ingezonden")
    assert gebeurtenis.gegevens == {
        "inzending": "einddatum",
        "organisatie": "coa",
        "toelichting": "Er is een baby geboren.",
    }


def zorg(dossier: Dossier, door, moment: str = "medisch", **anders):
    return actions.send_zorg(
        **{
            "door": door,
            "dossier_id": dossier.pk,
            "inzending_id": uuid.uuid4(),
            "moment": moment,
            "gezien_op": date(2022, 2, 13),
            "toelichting": "KANARIE-ZORG",
            "peildatum": VANDAAG,
        }
        | anders
    )


@pytest.mark.parametrize("moment", ["medisch", "buiten_schuld", "schrijnend", "mensenhandel"])
def test_given_a_worry_when_coa_sends_it_then_that_moment_is_open_again_and_the_event_holds_no_words(
    dossier, coa, moment
):
    betrokken(dossier)

    zorg(dossier, coa, moment)

    signaal = Signaal.objects.get(dossier=dossier)
    assert (signaal.moment, signaal.bron, signaal.toelichting, signaal.door) == (
        moment,
        "coa",
        "KANARIE-ZORG",
        coa,
    )
    gegevens = [
        g.gegevens for g in Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort="keten.ingezonden")
    ]
    assert gegevens == [{"inzending": "zorg", "organisatie": "coa"}]
    assert not Gebeurtenis.objects.filter(gegevens__icontains="KANARIE").exists()


def test_given_a_worry_about_trafficking_when_coa_sends_it_then_the_police_must_be_told_and_a_colleague_reads_nothing(
    dossier, coa
):
    collega = MedewerkerFactory(coa=True, team=coa.team)
    betrokken(dossier)

    zorg(dossier, coa, "mensenhandel")

    assert OpenBevinding.objects.filter(
        dossier=dossier, norm="mensenhandel-signaal", tot__isnull=True
    ).exists()
    assert [i.inhoud["toelichting"] for i in Inzending.objects.visible_to(coa)] == ["KANARIE-ZORG"]
    assert list(Inzending.objects.visible_to(collega)) == []


def verwezen(dossier: Dossier, **anders) -> None:
    feit = {"naar": "iom", "verwezen_op": "2022-02-08", "toestemming": True} | anders
    Dossierdeel.objects.create(dossier=dossier, deel="verwijzingen", inhoud=[feit])
    betrokken(dossier)


def antwoord(dossier: Dossier, door, keuze: str):
    return actions.send_verwijzing_antwoord(
        door=door, dossier_id=dossier.pk, inzending_id=uuid.uuid4(),antwoord=keuze,
        toelichting="Er is een plek in de cursus.", peildatum=VANDAAG,
    )  # fmt: skip


def test_given_a_referral_to_iom_when_iom_takes_it_up_then_the_regievoerder_hears_it_and_no_result_is_recorded(
    dossier,
):
    iom = MedewerkerFactory(iom=True)
    verwezen(dossier)

    antwoord(dossier, iom, "neemt_op")

    (feit,) = beeld_of(dossier.pk).verwijzingen
    assert feit.resultaat is None
    assert Dossier.objects.visible_to(iom).filter(pk=dossier.pk).exists()


def test_given_a_referral_to_iom_when_iom_cannot_help_then_it_ends_with_its_reason_and_nothing_is_lost(
    dossier,
):
    iom = MedewerkerFactory(iom=True)
    verwezen(dossier)

    antwoord(dossier, iom, "weigert")

    (feit,) = beeld_of(dossier.pk).verwijzingen
    assert (feit.resultaat, feit.toestemming) == ("Er is een plek in de cursus.", True)
    assert Verwijzing.objects.values_list("antwoord", "einde").get() == ("geweigerd", "kan_niet_helpen")
    assert not Dossier.objects.visible_to(iom).filter(pk=dossier.pk).exists()


def test_given_a_referral_to_iom_when_iom_gives_the_result_then_it_stands_there_and_the_task_ends(dossier):
    iom = MedewerkerFactory(iom=True)
    verwezen(dossier)
    antwoord(dossier, iom, "gelukt")

    betrokken(dossier)

    (feit,) = beeld_of(dossier.pk).verwijzingen
    assert (feit.resultaat, feit.resultaat_op) == ("Er is een plek in de cursus.", VANDAAG)
    assert not Dossier.objects.visible_to(iom).filter(pk=dossier.pk).exists()


def test_given_referrals_to_two_ngos_when_one_answers_then_only_its_own_has_a_result(dossier):
    ander, eigen = (
        TeamFactory(organisatie=Organisatie.NGO, naam=naam) for naam in ("Stichting A", "Stichting B")
    )
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="verwijzingen",
        inhoud=[
            {"naar": "ngo", "organisatie": naam, "verwezen_op": "2022-02-08", "toestemming": True}
            for naam in (ander.naam, eigen.naam)
        ],
    )
    betrokken(dossier)

    antwoord(dossier, MedewerkerFactory(ngo=True, team=eigen), "gelukt")

    assert [(v.organisatie, v.resultaat_op) for v in beeld_of(dossier.pk).verwijzingen] == [
        ("Stichting A", None),
        ("Stichting B", VANDAAG),
    ]


def test_given_a_referral_that_has_a_result_when_iom_answers_it_again_then_none_waits(dossier):
    iom = MedewerkerFactory(iom=True)
    verwezen(dossier)
    Dossierdeel.objects.filter(dossier=dossier, deel="verwijzingen").update(
        inhoud=[
            {"naar": "iom", "verwezen_op": "2022-02-08", "toestemming": True, "resultaat": "Klaar.",
             "resultaat_op": "2022-02-10"}
        ]
    )  # fmt: skip

    with pytest.raises(actions.NietGevraagd):
        antwoord(dossier, iom, "gelukt")


def test_given_an_action_of_the_coa_in_the_plan_when_coa_says_it_is_done_then_it_stands_there_as_done(
    dossier, coa
):
    plan = VertrekplanFactory(dossier=dossier, met_acties=False)
    Actie.objects.create(plan=plan, volgorde=0, omschrijving="Iets van de DT&V", eigenaar="dtv")
    Actie.objects.create(plan=plan, volgorde=1, omschrijving="De koffers klaarzetten", eigenaar="coa")
    betrokken(dossier)

    actions.finish_opdracht(
        door=coa, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), nummer=0,
        gereed_op=date(2022, 2, 12), peildatum=VANDAAG,
    )  # fmt: skip

    assert [(a.eigenaar, a.gereed_op) for a in plan.acties.order_by("volgorde")] == [
        ("dtv", None),
        ("coa", date(2022, 2, 12)),
    ]


def test_given_an_action_of_somebody_else_when_coa_says_it_is_done_then_it_was_not_asked(dossier, coa):
    plan = VertrekplanFactory(dossier=dossier, met_acties=False)
    Actie.objects.create(plan=plan, volgorde=0, omschrijving="Iets van de AVIM", eigenaar="avim")
    betrokken(dossier)

    with pytest.raises(actions.NietGevraagd):
        actions.finish_opdracht(
            door=coa, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), nummer=0,
            gereed_op=date(2022, 2, 12), peildatum=VANDAAG,
        )  # fmt: skip


def test_given_a_partner_that_sends_something_when_the_regievoerder_looks_then_she_was_told_and_it_waits_for_her(
    dossier, coa
):
    betrokken(dossier)

    meld_weg(dossier, coa)

    assert [(m.medewerker, m.soort) for m in Melding.objects.filter(dossier=dossier)] == [
        (dossier.regievoerder, Melding.Soort.KETEN)
    ]
    s = Stand(beeld_of(dossier.pk), VANDAAG, geldende_parameters().op(VANDAAG))
    (punt,) = niet_gezien(s, dossier.pk)
    assert punt.uitleg.startswith(f"{coa.naam} meldde: voor het laatst gezien op 10 februari 2022.")


def test_given_an_absence_that_was_looked_into_when_the_regievoerder_looks_then_it_no_longer_waits(
    dossier, coa
):
    betrokken(dossier)
    meld_weg(dossier, coa)
    actions.send_controle(
        door=coa, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), op=date(2022, 2, 12), aangetroffen=True,
        nagevraagd=[], toelichting="Zat in de bibliotheek.", peildatum=VANDAAG,
    )  # fmt: skip

    s = Stand(beeld_of(dossier.pk), VANDAAG, geldende_parameters().op(VANDAAG))

    assert list(niet_gezien(s, dossier.pk)) == []


def test_given_a_signal_that_the_police_have_when_they_answer_then_the_answer_stands_in_the_route(dossier):
    politie = MedewerkerFactory(avim_mensenhandel=True)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="mensenhandel",
        inhoud={"aanwijzing_op": "2022-02-08", "politie_gemeld_op": "2022-02-09"},
    )
    betrokken(dossier)

    actions.send_politieantwoord(
        door=politie, dossier_id=dossier.pk, inzending_id=uuid.uuid4(), op=date(2022, 2, 11),
        uitkomst="geen_vervolg", kenmerk="PL-7", toelichting="", peildatum=VANDAAG,
    )  # fmt: skip

    assert beeld_of(dossier.pk).mensenhandel.politie_terugkoppeling_op == date(2022, 2, 11)
    (regel,) = Routeregel.objects.filter(dossier=dossier)
    assert (regel.stap, regel.door, regel.invoer["uitkomst"]) == ("terugkoppeling", politie, "geen_vervolg")
