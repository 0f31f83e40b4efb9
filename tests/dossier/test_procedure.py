"""What happens in the procedure, by message or by hand, is one event with one effect."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.actions import (
    NietsVeranderd,
    record_procedure,
    record_startgebeurtenis,
    record_verwijderbaarheidscheck,
)
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Besluit, Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.overdracht import procedurebericht as p
from verantwoord.toegang.rechten import GeenToegang, Rol

pytestmark = pytest.mark.django_db

BEROEP = p.BeroepIngesteld(ingesteld_op=date(2022, 2, 10))


@pytest.fixture
def dossier():
    return DossierFactory()


def leg_vast(dossier, gebeurtenis, **meer):
    return record_procedure(door=dossier.regievoerder, dossier_id=dossier.pk, gebeurtenis=gebeurtenis, **meer)


def test_given_an_appeal_when_its_hearing_and_judgment_come_then_it_is_one_appeal_that_is_decided(dossier):
    leg_vast(dossier, BEROEP)
    leg_vast(
        dossier,
        p.ZittingBepaald(
            ingesteld_op=date(2022, 2, 10), zitting_bekend_op=date(2022, 3, 1), zitting_op=date(2022, 5, 3)
        ),
    )
    leg_vast(
        dossier,
        p.Uitspraak(
            ingesteld_op=date(2022, 2, 10),
            uitspraak_op=date(2022, 5, 20),
            bekendgemaakt_op=date(2022, 5, 23),
            uitkomst="ongegrond",
        ),
    )

    assert beeld_of(dossier.pk).procedure.beroepen == (
        d.Beroep(
            ingesteld_op=date(2022, 2, 10), zitting_bekend_op=date(2022, 3, 1), zitting_op=date(2022, 5, 3),
            uitspraak_op=date(2022, 5, 20), bekendgemaakt_op=date(2022, 5, 23), uitkomst="ongegrond",
        ),
    )  # fmt: skip
    assert [g.soort for g in Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("volgnummer")] == [
        "procedure.beroep_ingesteld", "procedure.zitting_bepaald", "procedure.uitspraak",
    ]  # fmt: skip


def test_given_an_event_when_recorded_then_old_and_new_stand_in_it_and_the_norms_were_asked_again(dossier):
    leg_vast(dossier, BEROEP)

    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk)
    assert gebeurtenis.gegevens["wijzigingen"] == {
        "procedure.beroepen[0]": [None, {"ingesteld_op": "2022-02-10"}]
    }
    assert Stand.objects.get(dossier=dossier).fase == "beroep_loopt"


def test_given_a_withdrawn_appeal_when_recorded_then_it_is_no_appeal_any_more(dossier):
    leg_vast(dossier, BEROEP)
    leg_vast(
        dossier, p.Intrekking(van="beroep", begonnen_op=date(2022, 2, 10), ingetrokken_op=date(2022, 3, 1))
    )

    assert beeld_of(dossier.pk).procedure.beroepen[0].uitkomst == "ingetrokken"


@pytest.mark.parametrize("soort", ["afwijzing", "terugkeerbesluit"])
def test_given_a_return_decision_when_withdrawn_then_it_no_longer_counts_and_stays_recorded(dossier, soort):
    Besluit.objects.filter(dossier=dossier).update(soort=soort)

    leg_vast(
        dossier,
        p.Intrekking(van="terugkeerbesluit", begonnen_op=date(2022, 1, 20), ingetrokken_op=date(2022, 3, 1)),
    )

    assert not any(
        b.terugkeerbesluit or b.soort == "terugkeerbesluit" for b in beeld_of(dossier.pk).procedure.besluiten
    )
    assert Besluit.objects.filter(dossier=dossier).count() == 1


def test_given_a_withdrawn_decision_in_front_when_another_comes_then_it_lands_behind_what_counts(dossier):
    Besluit.objects.filter(dossier=dossier).update(soort="terugkeerbesluit")
    leg_vast(
        dossier,
        p.Intrekking(van="terugkeerbesluit", begonnen_op=date(2022, 1, 20), ingetrokken_op=date(2022, 3, 1)),
    )

    leg_vast(dossier, p.BesluitGenomen(besluit=d.Besluit(soort="afwijzing", genomen_op=date(2022, 4, 1))))
    leg_vast(
        dossier,
        p.BesluitGenomen(besluit=d.Besluit(soort="afwijzing", genomen_op=date(2022, 4, 1), kenmerk="Z2")),
    )

    assert beeld_of(dossier.pk).procedure.besluiten == (
        d.Besluit(soort="afwijzing", genomen_op=date(2022, 4, 1), kenmerk="Z2"),
    )


def test_given_artikel_64_when_granted_then_departure_is_suspended(dossier):
    leg_vast(
        dossier, p.Artikel64Besluit(besluit="toegekend", besloten_op=date(2022, 3, 1), van=date(2022, 3, 1))
    )

    assert Stand.objects.get(dossier=dossier).fase == "opgeschort"


def test_given_what_is_known_already_when_entered_again_by_hand_then_it_says_so(dossier):
    leg_vast(dossier, BEROEP)

    with pytest.raises(NietsVeranderd):
        leg_vast(dossier, BEROEP)


def test_given_an_older_version_when_saved_then_it_is_refused(dossier):
    versie = Dossier.objects.get(pk=dossier.pk).versie
    leg_vast(dossier, BEROEP, versie=versie)

    with pytest.raises(Versieconflict):
        leg_vast(
            dossier,
            p.NieuweAanvraag(aanvraag="opvolgend_asiel", ingediend_op=date(2022, 3, 1)),
            versie=versie,
        )


@pytest.mark.parametrize(
    ("wie", "fout"), [({"rol": Rol.MANAGER}, GeenToegang), ({"team": None}, Dossier.DoesNotExist)]
)
def test_given_someone_who_may_not_when_entering_then_it_is_refused(dossier, wie, fout):
    ander = MedewerkerFactory(**({"team": dossier.team} | wie))

    with pytest.raises(fout):
        record_procedure(door=ander, dossier_id=dossier.pk, gebeurtenis=BEROEP)


def test_given_a_check_and_a_start_event_when_recorded_then_they_are_facts(dossier):
    record_verwijderbaarheidscheck(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        gecheckt_op=date(2022, 6, 1),
        uitkomst="verwijderbaar",
    )
    record_startgebeurtenis(
        door=dossier.regievoerder, dossier_id=dossier.pk, startgebeurtenis="beroepstermijn_verstreken", start_op=date(2022, 2, 17),
    )  # fmt: skip

    beeld = beeld_of(dossier.pk)
    assert beeld.verwijderbaarheidschecks == (
        d.Verwijderbaarheidscheck(gecheckt_op=date(2022, 6, 1), uitkomst="verwijderbaar"),
    )
    assert beeld.vertrektermijn == d.Vertrektermijn(
        startgebeurtenis="beroepstermijn_verstreken", start_op=date(2022, 2, 17)
    )


class TestFormulieren:
    @pytest.fixture
    def adres(self, client, dossier):
        client.force_login(dossier.regievoerder)
        leg_vast(dossier, BEROEP)
        return lambda soort: reverse("dossier:procedure_vastleggen", args=[dossier.pk, soort])

    def test_given_the_hearing_form_when_filled_then_it_is_recorded(self, client, dossier, adres):
        versie = client.get(adres("zitting")).context["form"]["versie"].value()

        antwoord = client.post(adres("zitting"), {
            "versie": versie, "beroep": "0", "zonder_zitting": "nee",
            "zitting_bekend_op_dag": "1", "zitting_bekend_op_maand": "3", "zitting_bekend_op_jaar": "2022",
            "zitting_op_dag": "3", "zitting_op_maand": "5", "zitting_op_jaar": "2022",
        })  # fmt: skip

        assert antwoord.status_code == 302
        assert beeld_of(dossier.pk).procedure.beroepen[0].zitting_op == date(2022, 5, 3)

    def test_given_a_day_that_does_not_exist_when_sent_then_422_and_what_was_typed_stays(self, client, adres):
        antwoord = client.post(adres("uitspraak"), {
            "versie": "2", "beroep": "0", "uitkomst": "ongegrond",
            "uitspraak_op_dag": "31", "uitspraak_op_maand": "9", "uitspraak_op_jaar": "2022",
        })  # fmt: skip

        assert antwoord.status_code == 422
        assert "31 september bestaat niet. September heeft 30 dagen." in antwoord.content.decode()
        assert 'value="31"' in antwoord.content.decode()

    def test_given_a_colleague_was_first_when_sent_then_409_with_both_and_nothing_lost(
        self, client, dossier, adres
    ):
        versie = client.get(adres("aanvraag")).context["form"]["versie"].value()
        leg_vast(dossier, p.Artikel64Besluit(besluit="afgewezen", besloten_op=date(2022, 3, 1)))

        antwoord = client.post(adres("aanvraag"), {
            "versie": versie, "aanvraag": "opvolgend_asiel",
            "ingediend_op_dag": "7", "ingediend_op_maand": "6", "ingediend_op_jaar": "2022",
        })  # fmt: skip

        assert antwoord.status_code == 409
        assert antwoord.context["form"]["versie"].value() == str(versie + 1)
        assert 'value="7"' in antwoord.content.decode()
        assert antwoord.context["groepen"] != []

    @pytest.mark.parametrize(
        "soort",
        [
            "beroep",
            "zitting",
            "uitspraak",
            "besluit",
            "artikel-64",
            "voorziening",
            "aanvraag",
            "intrekking",
            "vertrektermijn",
            "verwijderbaarheid",
        ],
    )
    def test_given_any_form_when_sent_empty_then_it_says_what_is_missing(self, client, adres, soort):
        assert client.get(adres(soort)).status_code == 200
        assert client.post(adres(soort), {"versie": "2"}).status_code == 422

    def test_given_a_day_that_is_still_to_come_when_sent_then_nothing_is_recorded(self, client, adres):
        morgen = timezone.localdate() + timedelta(days=1)
        invoer = {"versie": "2", "soort": "beroep", "ingesteld_op_dag": str(morgen.day)}
        invoer |= {"ingesteld_op_maand": str(morgen.month), "ingesteld_op_jaar": str(morgen.year)}

        antwoord = client.post(adres("beroep"), invoer)

        assert antwoord.status_code == 422
        assert antwoord.context["form"].errors == {
            "ingesteld_op": ["Deze dag moet nog komen. Leg dit vast als het is gebeurd."]
        }

    def test_given_a_manager_when_opening_a_form_then_the_page_comes_instead_and_nothing_can_be_sent(
        self, client, dossier, adres
    ):
        client.force_login(MedewerkerFactory(rol=Rol.MANAGER, team=dossier.team))

        assert client.get(adres("beroep")).url == reverse("dossier:procedure", args=[dossier.pk])
        assert client.post(adres("beroep")).status_code == 404
        assert client.get(reverse("dossier:procedure", args=[dossier.pk])).status_code == 200


@pytest.mark.parametrize(
    ("eerder", "besloten_op", "blijft"),
    [
        ("toegekend", date(2022, 6, 1), True),
        ("toegekend", date(2022, 8, 31), True),
        ("toegekend", date(2022, 9, 1), False),
        ("voorlopig_uitstel", date(2022, 6, 1), False),
    ],
)
def test_given_a_postponement_that_runs_when_another_request_is_refused_then_a_granted_one_stays(
    dossier, eerder, besloten_op, blijft
):
    leg_vast(
        dossier,
        p.Artikel64Besluit(
            besluit=eerder, besloten_op=date(2022, 3, 1), van=date(2022, 3, 1), tot=date(2022, 8, 31)
        ),
    )

    leg_vast(dossier, p.Artikel64Besluit(besluit="afgewezen", besloten_op=besloten_op))

    medisch = beeld_of(dossier.pk).medisch
    assert (medisch.art64_besluit, medisch.art64_tot) == (
        (eerder, date(2022, 8, 31)) if blijft else ("afgewezen", None)
    )
    assert Gebeurtenis.objects.filter(soort="procedure.artikel64_besluit").count() == 2
