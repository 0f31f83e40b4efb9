"""Deviating with reasons: only from policy, by two people, until a day, and never from a legal limit."""

from datetime import date, timedelta

import msgspec
import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.actions import ask_afwijking, decide_afwijking, withdraw_afwijking
from verantwoord.dossier.actions.afwijken import AFWIJKBAAR, AfwijkenKanNiet
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Afwijkverzoek, Dossier, Dossierdeel
from verantwoord.dossier.queries import afwijkverzoeken_of, wachtende_afwijkverzoeken
from verantwoord.dossier.stand import beoordeel_op, bevinding_van
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.normen import DOSSIERNORMEN, NORMEN
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang, Rol
from verantwoord.werkplek.tijdlijn import maak_regels
from verantwoord.werkplek.watnu import maak_watnu

pytestmark = pytest.mark.django_db

NORM = "aantal-gesprekken-voor-dwang"
OP = date(2022, 3, 1)
TOT = date(2022, 4, 30)
# Log-in, who sees what, the list itself and one line a look, whatever its length.
AANTAL_VRAGEN = 8


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def manager(dossier):
    return MedewerkerFactory(naam="Mirjam de Graaf", team=dossier.team, rol=Rol.MANAGER)


def nu(dossier):
    return Dossier.objects.get(pk=dossier.pk).versie


def vraag(dossier, **anders):
    gegevens = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "norm": NORM,
        "reden": "Het derde gesprek kan niet: de vreemdeling ligt in het ziekenhuis.",
        "geldig_tot": TOT,
        "peildatum": OP,
        "versie": nu(dossier),
    }
    return ask_afwijking(**gegevens | anders)


def besluit(dossier, door, besluit="goedgekeurd", **anders):
    gegevens = {
        "door": door,
        "dossier_id": dossier.pk,
        "norm": NORM,
        "besluit": besluit,
        "motivering": "Twee gesprekken zijn hier genoeg om te weten wat er speelt.",
        "peildatum": OP,
        "versie": nu(dossier),
    }
    return decide_afwijking(**gegevens | anders)


def trek_in(dossier, door, **anders):
    gegevens = {"door": door, "dossier_id": dossier.pk, "norm": NORM, "reden": "Het gesprek kan toch."}
    return withdraw_afwijking(**gegevens | {"peildatum": OP, "versie": nu(dossier)} | anders)


def blokkeert(dossier, op):
    _s, beoordeling = beoordeel_op(beeld_of(dossier.pk), op)
    return bevinding_van(beoordeling, NORM).blokkeert


@pytest.mark.parametrize("norm", [pytest.param(n, id=n.id) for n in DOSSIERNORMEN])
def test_given_every_norm_of_the_catalogue_when_asking_to_deviate_then_only_policy_that_allows_it_can_be_asked(
    dossier, norm
):
    kan = True
    try:
        with transaction.atomic():
            vraag(dossier, norm=norm.id)
    except AfwijkenKanNiet as fout:
        kan = fout.melding != "Van deze regel kan niemand afwijken."

    assert kan is norm.afwijking_mogelijk
    assert Afwijkverzoek.objects.exclude(norm__in=AFWIJKBAAR).count() == 0


def test_given_a_request_when_nobody_decided_then_nothing_changes_and_no_fact_is_made(dossier):
    eerst = blokkeert(dossier, OP)

    vraag(dossier)

    assert len(eerst) == 5
    assert blokkeert(dossier, OP) == eerst
    assert beeld_of(dossier.pk).afwijkingen == ()


def test_given_a_request_when_a_manager_approves_then_the_norm_stops_nothing_until_the_last_day(
    dossier, manager
):
    vraag(dossier)
    besluit(dossier, manager)

    assert beeld_of(dossier.pk).afwijkingen == (
        d.Afwijking(
            norm=NORM, reden="Het derde gesprek kan niet: de vreemdeling ligt in het ziekenhuis.",
            door=dossier.regievoerder.naam, goedgekeurd_door="Mirjam de Graaf", goedgekeurd_op=OP, geldig_tot=TOT,
        ),
    )  # fmt: skip
    assert blokkeert(dossier, TOT) == ()
    assert len(blokkeert(dossier, date(2022, 5, 1))) == 5


def test_given_a_request_when_refused_then_it_keeps_the_reasons_and_is_no_fact(dossier, manager):
    vraag(dossier)
    besluit(dossier, manager, "geweigerd", motivering="Wacht tot het gesprek kan.")

    verzoek = Afwijkverzoek.objects.get()
    assert (verzoek.besluit, verzoek.motivering, verzoek.besloten_op) == (
        "geweigerd", "Wacht tot het gesprek kan.", OP,
    )  # fmt: skip
    assert beeld_of(dossier.pk).afwijkingen == ()
    assert Gebeurtenis.objects.filter(soort="afwijking.geweigerd").get().gegevens == {
        "norm": NORM, "geldig_tot": "2022-04-30", "toelichting": "Wacht tot het gesprek kan.",
    }  # fmt: skip


def test_given_an_approved_deviation_when_withdrawn_then_the_norm_counts_again_from_that_day(
    dossier, manager
):
    vraag(dossier)
    besluit(dossier, manager)

    trek_in(dossier, dossier.regievoerder, peildatum=date(2022, 3, 10))

    assert blokkeert(dossier, date(2022, 3, 9)) == ()
    assert len(blokkeert(dossier, date(2022, 3, 10))) == 5
    verzoek = Afwijkverzoek.objects.get()
    assert (verzoek.ingetrokken_op, verzoek.intrekreden) == (date(2022, 3, 10), "Het gesprek kan toch.")


def test_given_a_request_that_waits_when_withdrawn_then_another_can_be_asked(dossier):
    vraag(dossier)
    trek_in(dossier, dossier.regievoerder)

    vraag(dossier)

    assert [v.wacht for v in afwijkverzoeken_of(dossier.pk, viewer=dossier.regievoerder)] == [False, True]


def test_given_a_deviation_that_came_along_from_elsewhere_when_withdrawn_then_it_ends_without_a_request(
    dossier,
):
    elders = d.Afwijking(
        norm=NORM, reden="Elders besloten.", door="Een Ander", goedgekeurd_door="Nog Iemand",
        goedgekeurd_op=date(2022, 2, 1), geldig_tot=TOT,
    )  # fmt: skip

    Dossierdeel.objects.create(dossier=dossier, deel="afwijkingen", inhoud=[msgspec.to_builtins(elders)])

    trek_in(dossier, dossier.regievoerder)

    assert len(blokkeert(dossier, OP)) == 5


@pytest.mark.parametrize(
    "doe",
    [
        lambda dossier, _manager: vraag(dossier, reden="  "),
        lambda dossier, _manager: vraag(dossier, geldig_tot=date(2022, 2, 28)),
        besluit,
        lambda dossier, _manager: trek_in(dossier, dossier.regievoerder),
    ],
    ids=["no reason", "a day that has passed", "nothing to decide", "nothing to withdraw"],
)
def test_given_what_cannot_be_when_tried_then_it_is_refused_with_a_sentence(dossier, manager, doe):
    with pytest.raises(AfwijkenKanNiet) as fout:
        doe(dossier, manager)

    assert fout.value.melding.endswith(".")
    assert Afwijkverzoek.objects.count() == 0


def test_given_a_request_when_another_is_asked_or_decided_without_words_or_too_late_then_refused(
    dossier, manager
):
    vraag(dossier)

    for doe in (
        lambda: vraag(dossier),
        lambda: besluit(dossier, manager, motivering=" "),
        lambda: besluit(dossier, manager, peildatum=date(2022, 5, 1)),
        lambda: trek_in(dossier, manager, reden=""),
    ):
        with pytest.raises(AfwijkenKanNiet):
            doe()

    assert Afwijkverzoek.objects.get().wacht is True


@pytest.mark.parametrize("norm", ["vbl-twaalf-weken", "lko-tegenspraak"])
def test_given_a_norm_that_asks_nothing_now_when_asked_then_it_says_so(dossier, norm):
    with pytest.raises(AfwijkenKanNiet) as fout:
        vraag(dossier, norm=norm)

    assert fout.value.melding == "Deze regel vraagt in dit dossier nu niets. Afwijken is niet nodig."


def test_given_a_deviation_that_holds_when_another_is_asked_then_the_first_must_end(dossier, manager):
    vraag(dossier)
    besluit(dossier, manager)

    with pytest.raises(AfwijkenKanNiet) as fout:
        vraag(dossier)

    assert fout.value.melding == (
        "Er geldt al een afwijking tot en met 30 april 2022. Trek die eerst in als er een andere nodig is."
    )


def test_given_a_manager_who_was_the_one_asking_when_deciding_then_refused_by_program_and_database(dossier):
    vraag(dossier)
    dossier.regievoerder.rol = Rol.MANAGER
    dossier.regievoerder.save()

    with pytest.raises(AfwijkenKanNiet):
        besluit(dossier, dossier.regievoerder)
    with pytest.raises(IntegrityError), transaction.atomic():
        Afwijkverzoek.objects.update(
            besluit="goedgekeurd", besloten_door=dossier.regievoerder, besloten_op=OP
        )


def test_given_roles_when_asking_and_deciding_then_each_has_its_own(dossier, manager):
    with pytest.raises(GeenToegang):
        vraag(dossier, door=manager)
    vraag(dossier)

    with pytest.raises(GeenToegang):
        besluit(dossier, MedewerkerFactory(team=dossier.team))
    with pytest.raises(GeenToegang):
        trek_in(dossier, MedewerkerFactory(beheerder=True))


def test_given_an_older_version_when_asking_or_deciding_then_it_is_a_conflict(dossier, manager):
    oud = nu(dossier)
    vraag(dossier)

    with pytest.raises(Versieconflict):
        besluit(dossier, manager, versie=oud)


def test_given_an_outsider_when_asking_for_requests_then_there_are_none_and_nothing_can_be_done(
    dossier, manager
):
    vraag(dossier)
    vreemde = MedewerkerFactory(manager=True)

    assert list(wachtende_afwijkverzoeken(viewer=vreemde)) == []
    assert list(afwijkverzoeken_of(dossier.pk, viewer=vreemde)) == []
    assert [v.norm for v in wachtende_afwijkverzoeken(viewer=manager)] == [NORM]
    with pytest.raises(Dossier.DoesNotExist):
        besluit(dossier, vreemde)


def test_given_requests_when_decided_closed_or_ones_own_then_they_do_not_wait_for_this_manager(
    dossier, manager
):
    gesloten = DossierFactory(regievoerder=dossier.regievoerder)
    vraag(dossier)
    vraag(gesloten)
    Dossier.objects.filter(pk=gesloten.pk).update(gesloten_op=OP)

    assert [v.dossier for v in wachtende_afwijkverzoeken(viewer=manager)] == [dossier]
    assert list(wachtende_afwijkverzoeken(viewer=dossier.regievoerder)) == []


class TestPaginas:
    @pytest.fixture
    def adres(self, client, dossier):
        client.force_login(dossier.regievoerder)
        return reverse("dossier:afwijken", args=[dossier.pk, NORM])

    def invoer(self, dossier, stap, **velden):
        return {"stap": stap, "versie": nu(dossier)} | velden

    def over_een_maand(self):
        dag = timezone.localdate() + timedelta(days=30)
        return {"geldig_tot_dag": dag.day, "geldig_tot_maand": dag.month, "geldig_tot_jaar": dag.year}

    def test_given_every_norm_of_the_catalogue_when_opening_its_page_then_only_policy_that_allows_it_has_one(
        self, client, dossier, adres
    ):
        gevonden = {
            norm.id: client.get(reverse("dossier:afwijken", args=[dossier.pk, norm.id])).status_code
            for norm in NORMEN.values()
        }

        assert gevonden == {norm.id: 200 if norm.afwijking_mogelijk else 404 for norm in NORMEN.values()}

    def test_given_every_norm_without_a_deviation_when_a_form_is_sent_to_it_then_404_and_nothing_is_asked(
        self, client, dossier, adres
    ):
        vraag_ = self.invoer(dossier, "vragen", reden="Toch.", **self.over_een_maand())

        gevonden = {
            client.post(reverse("dossier:afwijken", args=[dossier.pk, norm.id]), vraag_).status_code
            for norm in NORMEN.values()
            if not norm.afwijking_mogelijk
        }

        assert gevonden == {404}
        assert Afwijkverzoek.objects.count() == 0

    def test_given_the_whole_way_when_asked_approved_and_withdrawn_then_each_page_says_so(
        self, client, dossier, manager, adres
    ):
        herbeoordeel([dossier.pk])
        overzicht = reverse("werkplek:overzicht", args=[dossier.pk])
        antwoord = client.post(
            adres,
            self.invoer(dossier, "vragen", reden="Hij ligt in het ziekenhuis.", **self.over_een_maand()),
        )
        assert (antwoord.status_code, antwoord.url) == (302, adres)
        (wacht,) = client.get(overzicht).context["watnu"].afwijkingen
        assert (wacht.hoe, wacht.reden) == ("wacht", "Hij ligt in het ziekenhuis.")

        client.force_login(manager)
        assert [v.norm for v, _norm in client.get(reverse("afwijkverzoeken:wachten")).context["rijen"]] == [
            NORM
        ]
        assert [f.stap for f in client.get(adres).context["formulieren"]] == ["besluiten"]
        client.post(
            adres, self.invoer(dossier, "besluiten", besluit="goedgekeurd", motivering="Goed uitgelegd.")
        )
        (geldt,) = client.get(overzicht).context["watnu"].afwijkingen
        assert (geldt.hoe, geldt.motivering) == ("geldt", "Goed uitgelegd.")

        client.force_login(dossier.regievoerder)
        assert [f.stap for f in client.get(adres).context["formulieren"]] == ["intrekken"]
        client.post(adres, self.invoer(dossier, "intrekken", reden="Hij is thuis."))
        assert client.get(overzicht).context["watnu"].afwijkingen == ()
        lijst = client.get(reverse("dossier:afwijkingen", args=[dossier.pk])).context["afwijkingen"]
        assert [(a.norm, a.hoe) for a in lijst] == [(NORM, "ingetrokken")]

    def test_given_a_form_without_reason_when_sent_then_422_and_the_date_stays(self, client, dossier, adres):
        antwoord = client.post(adres, self.invoer(dossier, "vragen", **self.over_een_maand()))

        assert antwoord.status_code == 422
        assert antwoord.context["fout"].errors == {"reden": ["Vul dit in."]}
        assert antwoord.context["fout"]["geldig_tot"].value() == [
            str(v) for v in self.over_een_maand().values()
        ]

    def test_given_a_colleague_was_first_when_sent_then_409_and_what_was_typed_stays(
        self, client, dossier, adres
    ):
        oud = nu(dossier)
        vraag(
            dossier,
            norm="gesprek-1-termijn",
            geldig_tot=timezone.localdate(),
            peildatum=timezone.localdate(),
        )

        antwoord = client.post(
            adres, {"stap": "vragen", "versie": oud, "reden": "Getypt.", **self.over_een_maand()}
        )

        assert antwoord.status_code == 409
        assert antwoord.context["fout"]["reden"].value() == "Getypt."
        assert antwoord.context["fout"]["versie"].value() == str(nu(dossier))

    def test_given_a_regievoerder_when_deciding_then_403_and_a_step_that_is_none_then_422(
        self, client, dossier, adres
    ):
        vraag(dossier, geldig_tot=timezone.localdate(), peildatum=timezone.localdate())

        invoer = self.invoer(dossier, "besluiten", besluit="goedgekeurd", motivering="Ik vind het goed.")

        assert client.post(adres, invoer).status_code == 403
        assert client.post(adres, {"stap": "anders"}).status_code == 422
        assert beeld_of(dossier.pk).afwijkingen == ()

    def test_given_who_may_not_decide_when_opening_the_list_then_it_is_not_there(self, client, adres):
        assert client.get(reverse("afwijkverzoeken:wachten")).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 30])
    def test_given_few_or_many_requests_when_the_list_opens_then_it_asks_as_often_and_keeps_every_look(
        self, client, dossier, manager, aantal
    ):
        for _n in range(aantal):
            vraag(DossierFactory(regievoerder=dossier.regievoerder))
        client.force_login(manager)
        with CaptureQueriesContext(connection) as eerst:
            antwoord = client.get(reverse("afwijkverzoeken:wachten"))

        assert len(antwoord.context["rijen"]) == aantal
        assert len([q for q in eerst if "dossier_afwijkverzoek" in q["sql"]]) == 1
        assert len(eerst) == AANTAL_VRAGEN
        assert Inzage.objects.filter(onderdeel="afwijkverzoeken:wachten").count() == aantal

    def test_given_a_deviation_when_the_timeline_tells_it_then_it_names_the_norm_and_the_reason(
        self, dossier
    ):
        vraag(dossier)

        (regel,) = maak_regels(Gebeurtenis.objects.filter(soort="afwijking.gevraagd"), vandaag=OP)

        assert (regel.titel, regel.tekst) == (
            "Gevraagd om van een regel af te wijken, te weinig gesprekken beperkt dwang:",
            "Het derde gesprek kan niet: de vreemdeling ligt in het ziekenhuis.",
        )


def test_given_limits_that_also_rest_on_the_law_when_shown_then_no_link_to_deviate_stands_beside_them(
    dossier,
):
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="bewaringen",
        inhoud=[{"voorgesteld_op": "2022-02-20", "voorgesteld_door": "Iemand"}],
    )

    s, beoordeling = beoordeel_op(beeld_of(dossier.pk), OP)

    blokkades = maak_watnu(s, beoordeling, dossier.pk, afwijkingen={}).blokkades
    assert {b.afwijken_url for b in blokkades} == {""}
    assert len(blokkades) > 0
