"""An administrator sees who hears what and what did not arrive, never what is in it; and decides about it with a trace."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.keten.uitfactories import AfspraakFactory, OntvangerFactory, betrokken_dossier, meld
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.models import (
    Aflevering,
    Ondertekensleutel,
    Ontvanger,
    Uitbericht,
    Uitwisselafspraak,
    Verstrekking,
)
from verantwoord.keten.uit import actions, queries
from verantwoord.keten.uit.geheim import haal_op
from verantwoord.keten.uit.stromen import alle_velden
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Rol
from verantwoord.werkplek.beheer.uitforms import SOORTEN, VELDEN, veld_in_woorden, wiekeuzes

pytestmark = pytest.mark.django_db
HOST = "ontvangst.partner.example"
NIEUW = {
    "naam": "COA, systeem voor bewoners",
    "organisatie": "coa",
    "rol": "coa",
    "adres": f"https://{HOST}/in",
}


@pytest.fixture(autouse=True)
def toegelaten(settings):
    settings.UITWISSELING_HOSTS = frozenset({HOST})


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True)


@pytest.fixture
def beheer(client, beheerder):
    client.force_login(beheerder)
    return client


def parkeer(aantal: int = 1, ontvanger: Ontvanger | None = None) -> list[Aflevering]:
    ontvanger = ontvanger or OntvangerFactory()
    for _ in range(aantal):
        meld(betrokken_dossier())
    Aflevering.objects.update(stand=Aflevering.Stand.GEPARKEERD, pogingen=6, laatste_uitkomst="http_400")
    return list(Aflevering.objects.order_by("pk"))


def test_given_a_new_receiver_when_added_then_its_secret_is_shown_once_and_kept_unreadable(beheer):
    antwoord = beheer.post(
        reverse("beheer:ontvanger_nieuw"),
        {"naam": NIEUW["naam"], "wie": "coa/coa", "adres": NIEUW["adres"]},
    )

    geheim = antwoord.context["geheim"]
    bewaard = bytes(Ondertekensleutel.objects.get().geheim)
    assert (antwoord.status_code, geheim[:6]) == (200, "whsec_")
    assert haal_op(bewaard) == geheim
    assert geheim.encode() not in bewaard
    ontvanger = Ontvanger.objects.get()
    assert (ontvanger.naam, ontvanger.rol) == (NIEUW["naam"], "coa")
    assert geheim not in beheer.get(reverse("beheer:ontvanger", args=[ontvanger.pk])).content.decode()
    feit = Gebeurtenis.objects.get(soort="ontvanger.toegevoegd")
    assert geheim not in str(feit.gegevens)


@pytest.mark.parametrize(
    ("anders", "begin"),
    [
        ({"adres": "http://ontvangst.partner.example/"}, "Het adres moet met https"),
        ({"adres": "https://elders.example/"}, "Deze host staat niet"),
        ({"adres": "https://x@ontvangst.partner.example/"}, "Dit adres is niet te lezen"),
        ({"rol": "kmar"}, "Kies een rol"),
        ({"rol": "regievoerder", "organisatie": "dtv"}, "Kies een rol"),
        ({"naam": "bestaat AL"}, "Er is al een ontvanger"),
    ],
)
def test_given_a_receiver_that_cannot_be_when_added_then_a_sentence_says_why_and_there_is_none(
    beheerder, anders, begin
):
    OntvangerFactory(naam="Bestaat al")

    with pytest.raises(DomeinFout) as fout:
        actions.add_ontvanger(door=beheerder, **NIEUW | anders)

    assert (str(fout.value).startswith(begin), Ontvanger.objects.count()) == (True, 1)


def test_given_no_number_of_our_own_when_a_receiver_is_added_then_it_is_refused(beheerder, settings):
    settings.OIN = ""

    with pytest.raises(DomeinFout, match="VERANTWOORD_OIN"):
        actions.add_ontvanger(door=beheerder, **NIEUW)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.BEHEERDER, Rol.SYSTEEM, Rol.AFZENDER}])
def test_given_anyone_else_when_opening_or_acting_then_it_looks_like_not_there_and_nothing_changes(
    client, rol
):
    (aflevering,) = parkeer()
    ontvanger = aflevering.ontvanger
    wie = MedewerkerFactory(rol=rol, organisatie=Organisatie.DTV)
    client.force_login(wie)

    lezen = [client.get(pad).status_code for pad in adressen(ontvanger, aflevering)]
    doen = [client.post(pad, {"reden": "x"}).status_code for pad in adressen(ontvanger, aflevering)]
    stand = (
        queries.ontvangers(viewer=wie),
        queries.geparkeerd(viewer=wie),
        queries.ontvanger_of(ontvanger.pk, viewer=wie),
    )

    assert set(lezen + doen) <= {404, 405}
    assert stand == ([], ([], None), None)
    with pytest.raises(GeenToegang):
        actions.skip_aflevering(door=wie, aflevering_id=aflevering.pk, reden="Hoeft niet.")
    assert Aflevering.objects.get().stand == Aflevering.Stand.GEPARKEERD


def adressen(ontvanger: Ontvanger, aflevering: Aflevering) -> list[str]:
    afspraak = Uitwisselafspraak.objects.first()
    return [
        reverse("beheer:uitwisseling"),
        reverse("beheer:ontvanger_nieuw"),
        *(
            reverse(f"beheer:{naam}", args=[ontvanger.pk])
            for naam in ("ontvanger", "ontvanger_wijzigen", "ontvanger_sleutel", "afspraak_nieuw")
        ),
        reverse("beheer:afspraak_eindigt", args=[ontvanger.pk, afspraak.pk if afspraak else uuid4()]),
        reverse("beheer:aflevering_opnieuw", args=[aflevering.pk]),
        reverse("beheer:aflevering_overslaan", args=[aflevering.pk]),
    ]


def test_given_a_message_set_aside_when_listed_then_it_says_what_went_wrong_and_nothing_of_the_person(beheer):
    (aflevering,) = parkeer()
    bericht = Uitbericht.objects.get()

    pagina = beheer.get(reverse("beheer:uitwisseling")).content.decode()

    assert pagina.count("geweigerd (400)") == 1
    namen = [bericht.dossier.persoon.v_nummer, bericht.dossier.nummer, str(bericht.dossier_id), "2022-03-01"]
    assert [naam for naam in namen if naam in pagina] == []
    assert pagina.count(f"nummer {aflevering.pk}") >= 1


def test_given_a_message_set_aside_when_tried_again_then_it_waits_with_a_clean_count(beheer):
    (aflevering,) = parkeer()

    antwoord = beheer.post(reverse("beheer:aflevering_opnieuw", args=[aflevering.pk]), follow=True)

    aflevering.refresh_from_db()
    assert antwoord.redirect_chain == [(reverse("beheer:uitwisseling"), 302)]
    assert (aflevering.stand, aflevering.pogingen) == (Aflevering.Stand.WACHT, 0)
    assert Gebeurtenis.objects.filter(soort="aflevering.opnieuw").count() == 1


def test_given_a_message_set_aside_when_skipped_without_a_reason_then_422_and_it_stays(beheer):
    (aflevering,) = parkeer()

    antwoord = beheer.post(reverse("beheer:aflevering_overslaan", args=[aflevering.pk]), {"reden": "  "})

    aflevering.refresh_from_db()
    assert (antwoord.status_code, aflevering.stand) == (422, Aflevering.Stand.GEPARKEERD)


def test_given_a_message_set_aside_when_skipped_then_the_dossier_tells_it_and_the_next_may_go(beheer):
    dossier, ontvanger = betrokken_dossier(), OntvangerFactory()
    meld(dossier, 1)
    parkeer(0, ontvanger)
    meld(dossier, 2)
    eerste, tweede = Aflevering.objects.order_by("pk")

    beheer.post(
        reverse("beheer:aflevering_overslaan", args=[eerste.pk]),
        {"reden": "Telefonisch bevestigd op 3 maart."},
    )

    eerste.refresh_from_db()
    assert (eerste.stand, eerste.reden, tweede.stand) == (
        "overgeslagen",
        "Telefonisch bevestigd op 3 maart.",
        "wacht",
    )
    (feit,) = Gebeurtenis.objects.filter(soort="uitbericht.overgeslagen")
    assert (feit.dossier_id, feit.gegevens["soort"]) == (dossier.pk, "opvangrecht")


def test_given_a_message_that_is_not_set_aside_when_somebody_decides_about_it_then_it_is_refused(beheerder):
    OntvangerFactory()
    meld(betrokken_dossier())
    wacht = Aflevering.objects.get()

    with pytest.raises(actions.NietGeparkeerd):
        actions.retry_aflevering(door=beheerder, aflevering_id=wacht.pk)
    with pytest.raises(actions.NietGeparkeerd):
        actions.skip_aflevering(door=beheerder, aflevering_id=wacht.pk, reden="Hoeft niet.")


def test_given_no_reason_when_the_database_is_asked_to_skip_then_it_refuses_too():
    parkeer()

    with pytest.raises(IntegrityError), transaction.atomic():
        Aflevering.objects.update(stand="overgeslagen")


def test_given_a_secret_that_is_replaced_when_replaced_again_then_never_more_than_two_are_valid(beheerder):
    ontvanger = OntvangerFactory()

    geheimen = [actions.rotate_sleutel(door=beheerder, ontvanger_id=ontvanger.pk) for _ in range(3)]

    nu = timezone.now()
    geldig = [s for s in Ondertekensleutel.objects.order_by("pk") if s.tot is None or s.tot > nu]
    assert [haal_op(bytes(s.geheim)) for s in geldig] == geheimen[1:]
    assert geldig[0].tot - nu > timedelta(hours=23)


def test_given_an_agreement_about_more_than_the_matrix_gives_when_recorded_then_it_is_refused(beheerder):
    with pytest.raises(DomeinFout, match="Meer dan in de lijst staat"):
        actions.record_afspraak(
            door=beheerder,
            organisatie="coa",
            kenmerk="2026-COA-1",
            doel="Alles weten.",
            velden=["opvangrecht.einddatum", "reisgeschiktheid.geschikt"],
            van=date(2026, 1, 1),
            tot=date(2027, 1, 1),
        )

    assert Uitwisselafspraak.objects.count() == 0


def test_given_an_agreement_when_recorded_and_ended_on_the_page_then_it_says_so_and_the_list_warns(beheer):
    ontvanger = OntvangerFactory()
    meld(betrokken_dossier())
    vandaag = timezone.localdate()
    velden = {
        "kenmerk": "2026-COA-3",
        "doel": "Weten tot wanneer iemand recht op opvang heeft.",
        "velden": ["opvangrecht.einddatum", "opvangrecht.v_nummer"],
        **dag("van", vandaag),
        **dag("tot", vandaag + timedelta(days=300)),
    }

    beheer.post(reverse("beheer:afspraak_nieuw", args=[ontvanger.pk]), velden)
    afspraak = Uitwisselafspraak.objects.get()
    met = queries.ontvangers(viewer=MedewerkerFactory(beheerder=True))[0]
    beheer.post(reverse("beheer:afspraak_eindigt", args=[ontvanger.pk, afspraak.pk]))
    afspraak.refresh_from_db()
    Uitwisselafspraak.objects.update(van=vandaag - timedelta(days=2), tot=vandaag - timedelta(days=1))
    pagina = beheer.get(reverse("beheer:uitwisseling")).content.decode()

    assert (afspraak.velden, afspraak.tot) == (["opvangrecht.einddatum", "opvangrecht.v_nummer"], vandaag)
    assert (met.staat_stil, met.wacht) == (False, 1)
    assert pagina.count(f"Voor {ontvanger.naam} loopt geen afspraak") == 1


def dag(naam: str, op: date) -> dict[str, object]:
    return {f"{naam}_dag": op.day, f"{naam}_maand": op.month, f"{naam}_jaar": op.year}


def test_given_a_colleague_who_was_first_when_changing_a_receiver_then_409_shows_both(beheer, beheerder):
    ontvanger = OntvangerFactory(adres=f"https://{HOST}/oud")
    gezien = actions.stand_van(ontvanger)
    actions.change_ontvanger(
        door=beheerder,
        ontvanger_id=ontvanger.pk,
        gezien=gezien,
        adres=f"https://{HOST}/van-een-ander",
        actief=True,
    )

    antwoord = beheer.post(
        reverse("beheer:ontvanger_wijzigen", args=[ontvanger.pk]),
        {"gezien": gezien, "adres": f"https://{HOST}/van-mij", "actief": "ja"},
    )

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, pagina.count("/van-een-ander"), pagina.count("/van-mij")) == (409, 2, 1)


@pytest.mark.parametrize("pad", ["uitwisseling", "ontvanger"])
def test_given_one_or_thirty_of_everything_when_a_page_is_opened_then_the_number_of_queries_is_the_same(
    beheer, pad
):
    ontvanger = OntvangerFactory()
    AfspraakFactory()
    parkeer(1, ontvanger)
    adres = reverse(f"beheer:{pad}", args=[ontvanger.pk] if pad == "ontvanger" else [])

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(adres)
        return len(vragen)

    een = tel()
    for _ in range(5):
        OntvangerFactory()
        AfspraakFactory()
    parkeer(30, ontvanger)

    assert tel() == een


def test_given_more_than_a_page_set_aside_when_listed_then_the_next_page_has_the_rest(beheer):
    parkeer(27, OntvangerFactory())

    eerste = beheer.get(reverse("beheer:uitwisseling")).context
    tweede = beheer.get(reverse("beheer:uitwisseling"), {"na": eerste["volgende"]}).context

    assert (len(eerste["apart"]), len(tweede["apart"]), tweede["volgende"]) == (25, 2, None)


def test_given_everything_that_can_be_agreed_when_shown_then_it_has_words():
    paren = {paar for keuze, _ in wiekeuzes() for paar in velden_van_keuze(keuze)}

    assert {paar.split(".")[0] for paar in paren} == set(SOORTEN)
    assert {paar.split(".")[1] for paar in paren} == set(VELDEN)
    assert veld_in_woorden("opvangrecht.einddatum") == "Recht op opvang: laatste dag"


def velden_van_keuze(keuze: str) -> tuple[str, ...]:
    return alle_velden(keuze.split("/", maxsplit=1)[0])


def test_given_what_went_out_about_a_dossier_when_somebody_else_asks_then_there_is_nothing():
    dossier = betrokken_dossier()
    Verstrekking.objects.create(
        dossier=dossier, bericht_id=uuid4(), organisatie="coa", rol="coa", ontvanger="COA", soort="opvangrecht",
        velden=["einddatum"], doel="Weten tot wanneer.", grondslag="AVG art. 5", afspraken=["1"], operatie_id="0" * 16,
    )  # fmt: skip

    eigen = queries.verstrekkingen_of(dossier.pk, viewer=dossier.regievoerder)
    ander = queries.verstrekkingen_of(dossier.pk, viewer=MedewerkerFactory())

    assert (eigen.count(), ander.count()) == (1, 0)
