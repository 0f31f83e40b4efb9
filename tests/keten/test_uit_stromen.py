"""What goes out by itself is what the need-to-know matrix allows, and every stream says for what and on which ground."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory, TeamFactory
from tests.keten.uitfactories import AfspraakFactory, OntvangerFactory, betrokken_dossier, meld
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.nacht import herbeoordeel_alles
from verantwoord.dossier.models import Antwoord, Betrokkenheid
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import antwoorden
from verantwoord.kern.antwoordvormen import Reisgeschiktheid, Toezicht, Vertrek
from verantwoord.kern.toegang import ROLLEN, Toegang, toegang_van
from verantwoord.keten.models import Aflevering, Uitbericht
from verantwoord.keten.uit.stromen import STROMEN, V_NUMMER, alle_velden, velden_van
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import KETENROLLEN, ORGANISATIES, Organisatie, Rol

PAREN = [(rol, organisatie) for rol, organisaties in ORGANISATIES.items() for organisatie in organisaties]


@pytest.mark.parametrize("soort", STROMEN)
def test_given_every_role_and_stream_when_asked_what_goes_there_then_never_more_than_the_matrix_gives(soort):
    stroom = STROMEN[soort]
    te_veel = []
    for rol, organisatie in PAREN:
        velden = set(velden_van(soort, rol=rol, organisatie=organisatie))
        mag = toegang_van(rol, stroom.categorie) in {Toegang.VOL, Toegang.ANTWOORD}
        van_bron = (
            set(stroom.velden)
            if stroom.gebeurtenis
            else set(antwoorden.velden_voor(soort, rol=rol, organisatie=organisatie))
        )
        toegestaan = (van_bron if mag else set()) | (
            {V_NUMMER} if mag and toegang_van(rol, "identiteit") is Toegang.VOL else set()
        )
        te_veel += [(rol, organisatie, veld) for veld in velden - toegestaan]

    assert te_veel == []


@pytest.mark.parametrize("soort", STROMEN)
def test_given_a_stream_when_read_then_it_has_purpose_ground_and_receivers_of_the_chain_alone(soort):
    stroom = STROMEN[soort]

    assert stroom.doel.strip()
    assert stroom.grondslag.strip()
    assert stroom.ontvangers <= KETENROLLEN
    # Nobody stands in the table for nothing.
    assert all(
        any(velden_van(soort, rol=rol, organisatie=organisatie) for organisatie in ORGANISATIES[rol])
        for rol in stroom.ontvangers
    )


def test_given_what_is_most_sensitive_when_looked_for_in_the_table_then_no_stream_tells_it():
    categorieen = {stroom.categorie for stroom in STROMEN.values()}

    assert (
        categorieen & {"ind_besluit", "mensenhandel", "gespreksverslag", "correspondentie_gemachtigde"}
        == set()
    )
    medisch = [stroom for stroom in STROMEN.values() if stroom.categorie == "medisch"]
    assert {rol for stroom in medisch for rol in stroom.ontvangers} & {Rol.COA, Rol.AVIM_TOEZICHT} == set()


def test_given_a_role_or_sort_that_is_not_in_the_table_when_asked_then_nothing_goes_there():
    assert [velden_van("gespreksverslag", rol=rol, organisatie="coa") for rol in ROLLEN] == [()] * len(ROLLEN)
    assert velden_van("opvangrecht", rol="kmar", organisatie="kmar") == ()
    assert velden_van("opdrachten_coa", rol="coa", organisatie="ind") == ()
    assert alle_velden("inspectie") == ()


def test_given_the_coa_when_asked_what_can_be_agreed_then_the_decision_and_what_is_medical_are_not_in_it():
    velden = alle_velden("coa")

    assert velden[:5] == (
        "opvangrecht.v_nummer",
        "opvangrecht.recht",
        "opvangrecht.categorie",
        "opvangrecht.einddatum",
        "opvangrecht.redencode",
    )
    assert {veld.split(".")[0] for veld in velden} == {
        "opvangrecht", "toezicht", "vertrek", "opdrachten_coa", "overlegactie",
        "overplaatsing", "overplaatsing_ingetrokken",
    }  # fmt: skip


@pytest.mark.django_db
def test_given_receivers_of_three_partners_when_an_answer_changes_then_who_is_involved_gets_its_own_fields_alone():
    dossier = betrokken_dossier(Organisatie.COA, Rol.COA)
    Betrokkenheid.objects.create(dossier=dossier, organisatie=Organisatie.VWN, rol="", grond="overleg")
    for organisatie, rol in (
        (Organisatie.COA, Rol.COA),
        (Organisatie.VWN, Rol.VWN),
        (Organisatie.AVIM, Rol.AVIM_TOEZICHT),
    ):
        AfspraakFactory(organisatie=organisatie)
        OntvangerFactory(organisatie=organisatie, rol=rol)

    meld(dossier)

    gemaakt = {b.ontvanger.organisatie: sorted(b.inhoud["velden"]) for b in Uitbericht.objects.all()}
    assert gemaakt == {
        "coa": ["categorie", "einddatum", "recht", "redencode", "v_nummer"],
        "vwn": ["einddatum", "recht"],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("rol", [Rol.AVIM_MENSENHANDEL, Rol.KMAR])
def test_given_another_hat_of_the_same_organisation_when_an_answer_changes_then_it_hears_nothing(rol):
    organisatie = Organisatie.AVIM if rol == Rol.AVIM_MENSENHANDEL else Organisatie.KMAR
    dossier = betrokken_dossier(organisatie, Rol.AVIM_TOEZICHT)
    OntvangerFactory(organisatie=organisatie, rol=rol)

    meld(dossier)

    assert Uitbericht.objects.count() == 0


@pytest.mark.django_db
def test_given_a_dossier_in_which_the_partner_is_not_or_no_longer_involved_when_it_changes_then_it_hears_nothing():
    vreemd, voorbij = betrokken_dossier(Organisatie.IND, Rol.IND), betrokken_dossier()
    Betrokkenheid.objects.filter(dossier=voorbij).update(van="2022-01-01T00:00Z", tot="2022-01-31T00:00Z")
    OntvangerFactory()

    meld(vreemd)
    meld(voorbij)

    assert Uitbericht.objects.count() == 0


@pytest.mark.django_db
def test_given_a_receiver_that_was_switched_off_when_an_answer_changes_then_it_hears_nothing():
    OntvangerFactory(actief=False)

    meld(betrokken_dossier())

    assert (Antwoord.objects.count(), Aflevering.objects.count()) == (1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("soort", "inhoud", "velden"),
    [
        (
            "vertrek",
            Vertrek(soort="gedwongen", land="IRQ"),
            ["begeleiding_kmar", "gepland_op", "land", "soort", "v_nummer"],
        ),
        (
            "reisgeschiktheid",
            Reisgeschiktheid(geschikt="nee"),
            ["begeleiding", "geschikt", "tot", "v_nummer"],
        ),
        ("toezicht", Toezicht(meldplicht=True), None),
    ],
)
def test_given_a_booking_with_escort_when_something_changes_then_the_kmar_hears_what_its_task_needs(
    soort, inhoud, velden
):
    dossier = betrokken_dossier(Organisatie.KMAR, Rol.KMAR)
    OntvangerFactory(kmar=True)

    meld(dossier, soort=soort, inhoud=inhoud)

    assert [sorted(b.inhoud["velden"]) for b in Uitbericht.objects.all()] == ([velden] if velden else [])


@pytest.mark.django_db
@pytest.mark.parametrize(("voor", "gehoord"), [("coa", 1), ("ind", 0), (None, 0)])
def test_given_an_action_of_a_meeting_when_it_is_assigned_then_only_its_owner_hears_of_it_and_not_in_words(
    voor, gehoord
):
    dossier = betrokken_dossier()
    OntvangerFactory()

    record_gebeurtenis(
        soort="overleg.actie_toegevoegd",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=systeem(),
        gegevens={"eigenaar": voor, "overleg": "lko", "datum": "2022-03-01", "actie": "Sami belt de arts."},
    )

    assert [b.inhoud["velden"] for b in Uitbericht.objects.all()] == [
        {
            "overleg": "lko",
            "datum": "2022-03-01",
            "punt": str(dossier.pk),
            "v_nummer": dossier.persoon.v_nummer,
        }
    ] * gehoord


@pytest.mark.django_db
def test_given_a_wrong_date_that_was_put_right_when_told_then_the_message_says_so_and_names_the_one_it_corrects():
    dossier = betrokken_dossier()
    OntvangerFactory()
    meld(dossier, 1)

    meld(dossier, 20)

    fout, goed = Uitbericht.objects.order_by("antwoord_id")
    assert (fout.inhoud["vast"]["correctie_van"], fout.inhoud["velden"]["redencode"]) == (
        None,
        "termijn-verstreken",
    )
    assert (goed.inhoud["vast"]["correctie_van"], goed.inhoud["velden"]["redencode"]) == (
        fout.antwoord_id,
        "correctie",
    )


@pytest.mark.django_db
def test_given_a_right_that_ends_by_the_calendar_alone_when_the_night_comes_by_then_the_coa_hears_of_it():
    team = TeamFactory(organisatie=Organisatie.COA, naam="COA Assen", locaties=["Assen"])
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 3, 1))
    OntvangerFactory()

    herbeoordeel_alles(door=systeem(), op=date(2022, 8, 1), processen=1)

    (bericht,) = Uitbericht.objects.filter(soort="opvangrecht")
    laatste = Antwoord.objects.filter(dossier=dossier, soort="opvangrecht").latest("pk")
    assert team.locaties == ["Assen"]
    assert (bericht.antwoord_id, bericht.inhoud["velden"]["recht"]) == (laatste.pk, laatste.inhoud["recht"])
    assert Aflevering.objects.filter(stand="wacht", baan=dossier.pk).count() >= 1
