"""One person, one year, and a clock that the test moves: what each day asks, and that no day decides by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.vertrekgesprek.factories import compleet
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.dossier import poort
from verantwoord.dossier.actions import (
    assign_regievoerder,
    finish_intake,
    record_procedure,
    record_startgebeurtenis,
    record_verwijderbaarheidscheck,
)
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.overdracht import procedurebericht as p
from verantwoord.toetsing.actions import record_signaal, record_toetsing
from verantwoord.vertrek.actions import book_vertrek, close_dossier, confirm_vertrek, let_vertrek_doorgaan
from verantwoord.vertrek.actions.boeking import Uitleg
from verantwoord.vertrekgesprek.actions import finish_gesprek, plan_gesprek
from verantwoord.vertrekgesprek.actions.planning import Planning
from verantwoord.vertrekgesprek.verslag import Afspraak
from verantwoord.vertrekplan import actions as plan
from verantwoord.vertrekplan.inhoud import Actieregel, Inhoud, Optie

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


# The day on which the transfer of these journeys says the appeal was lodged, ten days before it is made.
INGESTELD_OP = date(2026, 1, 2)


class Klok:
    """Today, as everything that asks for the time is told."""

    def __init__(self, nu: datetime) -> None:
        self.nu = nu

    def zet(self, maand: int, dag: int) -> date:
        """Move to ten in the morning of a day of 2026."""
        self.nu = datetime(2026, maand, dag, 9, 0, tzinfo=UTC)
        return self.nu.date()


@pytest.fixture
def klok(monkeypatch) -> Klok:
    klok = Klok(datetime(2026, 1, 12, 9, 0, tzinfo=UTC))
    monkeypatch.setattr(timezone, "now", lambda: klok.nu)
    return klok


class Werk:
    """What the regievoerder does in this year, on the day the clock stands at."""

    def __init__(self, dossier: Dossier, noor, page: Page, adres: str, log_in, klok: Klok) -> None:
        self.dossier, self.noor, self.page, self.adres, self.klok = dossier, noor, page, adres, klok
        self.log_in = log_in

    def op(self, maand: int, dag: int) -> date:
        """A new day: the night has passed, and she logs in again."""
        vandaag = self.klok.zet(maand, dag)
        herbeoordeel([self.dossier.pk], peildatum=vandaag)
        self.log_in(self.page, self.noor)
        return vandaag

    @property
    def wie(self) -> dict:
        return {"door": self.noor, "dossier_id": self.dossier.pk}

    @property
    def fase(self) -> str:
        return Stand.objects.get(pk=self.dossier.pk).fase

    def open(self, naam: str) -> Page:
        self.page.goto(self.adres + reverse(naam, args=[self.dossier.pk]))
        return self.page

    def bericht(self, gebeurtenis) -> None:
        record_procedure(**self.wie, gebeurtenis=gebeurtenis)

    def gesprek(self, moment: str, vandaag: date) -> None:
        planning = Planning(
            gepland_op=vandaag, taal="ar", gemeenschappelijke_taal=False, tolk_gepland="telefonisch"
        )
        afspraak = Afspraak(wie="Regievoerder", wat="Belt IOM", uiterlijk=vandaag + timedelta(days=14))
        gesprek = plan_gesprek(**self.wie, moment=moment, planning=planning, peildatum=vandaag)
        finish_gesprek(
            **self.wie,
            gesprek_id=gesprek.pk,
            versie=0,
            verslag=compleet(gevoerd_op=vandaag, afspraken=(afspraak,)),
            peildatum=vandaag,
        )

    def toets(self, vandaag: date, *, aanleiding: str = "stadium", eerdere: int = 0) -> None:
        for moment in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel"):
            record_toetsing(
                **self.wie,
                moment=moment,
                versie=eerdere,
                getoetst_op=vandaag,
                peildatum=vandaag,
                aanleiding=aanleiding,
                feiten=f"Op {vandaag} is in het gesprek gevraagd naar {moment}.",
                bronnen=["gesprek"],
                afweging=f"Op {vandaag} is er geen aanwijzing voor {moment}; bij een signaal kijken we opnieuw.",
                conclusie="geen_aanwijzing",
            )

    def stel_plan_vast(self, vandaag: date) -> None:
        concept = plan.start_concept(**self.wie)
        inhoud = Inhoud(
            strategie="Samen met IOM een winkel in Basra voorbereiden.",
            aanleiding="",
            analyse=dict.fromkeys(
                ("documenten", "medewerking_land", "wensen", "ondersteuning", "toetsing", "alternatieven"),
                f"Bekeken op {vandaag}.",
            ),
            opties=(
                Optie(optie="zelfstandig_iom", analyse="Er is een project.", haalbaar="ja", wil="Met mijn broer."),
                Optie(optie="gedwongen", analyse="Nog niet aan de orde.", haalbaar="nee"),
            ),
            gekozen="zelfstandig_iom",
            reden_keuze="Dit wil hij zelf.",
            acties=(Actieregel(omschrijving="Afspraak met IOM", eigenaar="dtv"),),
        )  # fmt: skip
        concept = plan.save_concept(**self.wie, revisie=concept.revisie, inhoud=inhoud)
        plan.establish_vertrekplan(**self.wie, revisie=concept.revisie, peildatum=vandaag)


def test_given_one_person_when_a_year_passes_then_every_day_asks_its_own_and_nothing_happens_by_itself(
    klok, browser_page, live_server, log_in, overdracht, regievoerder, manager, axe
):
    werk = Werk(overdracht, regievoerder, browser_page, live_server.url, log_in, klok)
    page = browser_page

    # 12 January: the transfer came in; the manager gives it to her and she takes it in charge.
    vandaag = werk.op(1, 12)
    assign_regievoerder(door=manager, dossier_id=overdracht.pk, regievoerder=regievoerder)
    finish_intake(**werk.wie, peildatum=vandaag)
    page.goto(live_server.url)
    expect(page.get_by_role("row", name="Proefman").get_by_text("Gesprek 1 voeren")).to_be_visible()
    expect(page.get_by_text("vr 23 jan, over 11 dagen")).to_be_visible()

    # 27 January: the day has passed. It is said, and that is all that happened.
    werk.op(1, 27)
    page.goto(live_server.url)
    expect(page.get_by_text("vr 23 jan, 4 dagen te laat")).to_be_visible()
    assert werk.fase == "beroep_loopt"

    # 28 January: the talk is held; nobody asks for it any more.
    werk.gesprek("eerste", werk.op(1, 28))
    expect(werk.open("werkplek:overzicht").get_by_text("Gesprek 1 voeren", exact=True)).to_have_count(0)

    # February: the hearing becomes known, and the second talk comes before it.
    werk.op(2, 10)
    werk.bericht(
        p.ZittingBepaald(
            ingesteld_op=INGESTELD_OP, zitting_bekend_op=date(2026, 2, 10), zitting_op=date(2026, 3, 24)
        )
    )
    expect(
        werk.open("werkplek:overzicht").get_by_text("Gesprek 2 voeren voor de zitting").first
    ).to_be_visible()
    werk.gesprek("tweede", werk.op(3, 10))

    # 20 April: the appeal is unfounded. The clock of the departure starts with an event that fits.
    vandaag = werk.op(4, 20)
    werk.bericht(
        p.Uitspraak(
            ingesteld_op=INGESTELD_OP,
            uitspraak_op=date(2026, 4, 17),
            bekendgemaakt_op=vandaag,
            uitkomst="ongegrond",
        )
    )
    record_startgebeurtenis(**werk.wie, startgebeurtenis="uitspraak_ongegrond", start_op=vandaag)
    assert werk.fase == "vertrekfase"
    vandaag = werk.op(4, 24)
    werk.gesprek("derde", vandaag)
    werk.toets(vandaag)
    werk.stel_plan_vast(vandaag)
    assert werk.fase == "zelfstandig_in_voorbereiding"

    # 20 May: the term has passed. It asks to be weighed again; the fase is what it was.
    werk.op(5, 20)
    expect(
        werk.open("werkplek:overzicht").get_by_text("Na de vertrektermijn opnieuw beoordelen").first
    ).to_be_visible()
    axe(page)
    assert werk.fase == "zelfstandig_in_voorbereiding"

    # June: the COA signals that he is ill; in July the IND postpones departure until December.
    vandaag = werk.op(6, 3)
    record_signaal(
        **werk.wie, moment="medisch", ontvangen_op=vandaag, peildatum=vandaag, bron="coa", toelichting="Opgenomen."
    )  # fmt: skip
    page.goto(live_server.url)
    expect(page.get_by_text("Medisch: nieuwe aanwijzing", exact=True).first).to_be_attached()
    vandaag = werk.op(7, 1)
    werk.bericht(
        p.Artikel64Besluit(
            besluit="toegekend",
            besloten_op=vandaag,
            aangevraagd_op=date(2026, 6, 8),
            van=vandaag,
            tot=date(2026, 12, 1),
        )
    )
    overzicht = werk.open("werkplek:overzicht")
    expect(overzicht.get_by_text("opgeschort").first).to_be_visible()
    assert werk.fase == "opgeschort"
    with pytest.raises(NormBlokkeert):
        poort.require("gedwongen_vertrek_starten", dossier=overdracht, peildatum=vandaag, door=regievoerder)

    # 2 December: the postponement has ended. The old term does not revive by itself.
    vandaag = werk.op(12, 2)
    assert werk.fase == "zelfstandig_in_voorbereiding"
    expect(
        werk.open("werkplek:overzicht").get_by_text("De oude termijn begint dan niet vanzelf opnieuw").first
    ).to_be_attached()
    record_startgebeurtenis(**werk.wie, startgebeurtenis="einde_uitstel", start_op=vandaag)
    werk.toets(vandaag, aanleiding="vertrek", eerdere=1)
    werk.stel_plan_vast(vandaag)
    record_verwijderbaarheidscheck(**werk.wie, gecheckt_op=vandaag, uitkomst="verwijderbaar")

    # He goes with IOM on the 16th; whether it may go ahead is asked that day, and the proof closes the dossier.
    boek(werk, date(2026, 12, 16), vandaag)
    vandaag = werk.op(12, 16)
    record_verwijderbaarheidscheck(**werk.wie, gecheckt_op=vandaag, uitkomst="verwijderbaar")
    let_vertrek_doorgaan(
        **werk.wie, nummer=0, versie=None, afweging="Hij wil en kan vandaag gaan.", peildatum=vandaag
    )
    vandaag = werk.op(12, 18)
    confirm_vertrek(
        **werk.wie,
        versie=None,
        soort="zelfstandig_gecontroleerd",
        op=date(2026, 12, 16),
        bewijs="iom",
        bewijs_ref="IOM 2026-118",
        peildatum=vandaag,
    )
    close_dossier(
        **werk.wie,
        versie=None,
        soort="zelfstandig_gecontroleerd",
        reden="Vertrokken met IOM.",
        ondersteuning="Een winkel met zijn broer.",
        peildatum=vandaag,
        gezien_wat_vervalt=True,
    )
    werk.log_in(page, regievoerder)
    page.goto(live_server.url)
    expect(page.get_by_text("Er staan geen dossiers op deze lijst")).to_be_visible()
    axe(werk.open("werkplek:tijdlijn"))
    assert werk.fase == "gesloten"
    assert eerste_gebroken_schakel() is None


def boek(werk: Werk, gepland_op: date, vandaag: date) -> None:
    book_vertrek(
        **werk.wie,
        versie=None,
        boeking=d.Vertrekboeking(
            soort="zelfstandig",
            land="IRQ",
            gepland_op=gepland_op,
            dia_overwogen=True,
            reden_geen_dia="IOM haalt hem op en zijn broer helpt.",
        ),
        uitleg=Uitleg(taal="ar", gemachtigde="weet_het", gemachtigde_op=vandaag),
        peildatum=vandaag,
    )
