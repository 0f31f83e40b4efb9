"""Everything that is held is in the copy, or counted as withheld: generated from the tables and the facts themselves."""

import json
from datetime import date, timedelta

import msgspec
import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import WensFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding
from verantwoord.dossier.actions import change_feiten
from verantwoord.dossier.afscherming.acties import shield_dossier
from verantwoord.dossier.models import Afschrift, Afschriftbestand, Dossier, Feitrij, Onthouding, Persoon
from verantwoord.dossier.onthouding.acties import OnthoudingKanNiet, ask_onthouding, sign_onthouding
from verantwoord.gebeurtenis.logboek import ontsleutel
from verantwoord.gebeurtenis.models import Gebeurtenis, Verwerkingsregel
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.overleg.models import Agendapunt
from verantwoord.portaal.afschrift.acties import MAAK, clear_afschriften
from verantwoord.portaal.afschrift.indeling import BUITEN, HISTORIE, INDELING, LOGBOEK, SPOREN, Plaats
from verantwoord.taken.register import voer_uit
from verantwoord.toegang.beleid import voorwaarde
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db


def _over_iemand():
    """Every table that has a way to a dossier or a person by its keys."""
    met_weg = {Dossier, Persoon}
    modellen = apps.get_models(include_auto_created=True)
    gegroeid = True
    while gegroeid:
        nieuw = {
            m
            for m in modellen
            if m not in met_weg
            and any(f.name in {"dossier", "dossier_id"} or f.related_model in met_weg for f in m._meta.fields)
        }
        met_weg |= nieuw
        gegroeid = bool(nieuw)
    return {m._meta.label for m in met_weg}


def _maak(client):
    """Ask for a copy, and let the job make it."""
    client.post("/mijn/dossier/")
    with als_systeem():
        afschrift = Afschrift.objects.get()
        taak = ProcrastinateJob.objects.get(task_name=MAAK)
    voer_uit(taak.task_name, taak.args)
    return afschrift, json.loads(client.get(f"/mijn/dossier/{afschrift.pk}/json/").content)


def _onthoud(dossier, wat, welke="", *, grond="bescherming"):
    vandaag = timezone.localdate()
    onthouding = ask_onthouding(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        wat=wat,
        welke=welke,
        grond=grond,
        reden="Geheime reden",
        tot=vandaag + timedelta(days=30),
        vandaag=vandaag,
    )
    return sign_onthouding(
        door=MedewerkerFactory(team=dossier.team),
        dossier_id=dossier.pk,
        onthouding_id=onthouding.pk,
        nu=timezone.now(),
        vandaag=vandaag,
    )


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def client(kom_binnen, dossier):
    return kom_binnen(PortaalaccountFactory(dossier=dossier))


def test_given_every_table_about_somebody_when_read_then_each_has_a_place_in_the_copy():
    alle = {m._meta.label for m in apps.get_models(include_auto_created=True)}

    assert _over_iemand() - set(INDELING) == set()
    assert set(INDELING) - alle == set()


def test_given_every_table_that_is_guarded_when_read_then_none_is_left_out_without_a_reason():
    beschermd = {
        m._meta.label for m in apps.get_models(include_auto_created=True) if voorwaarde(m) is not None
    }
    over = beschermd - set(INDELING) - set(SPOREN)
    reden = {
        label: [r for r in BUITEN if label == r or (r[-1] == "." and label.startswith(r))] for label in over
    }

    assert [label for label, redenen in reden.items() if len(redenen) != 1] == []
    assert set(BUITEN) - {r for redenen in reden.values() for r in redenen} == set()


def test_given_the_facts_when_read_then_every_table_of_facts_goes_along_as_facts():
    feiten = {label for label, soort in INDELING.items() if soort.plaats == Plaats.FEITEN}
    rijen = {m._meta.label for m in apps.get_models() if issubclass(m, Feitrij)}
    paden = {soort.pad for soort in INDELING.values() if soort.plaats == Plaats.FEITEN} - {"*"}

    assert rijen <= feiten
    assert paden <= {veld.name for veld in msgspec.structs.fields(Dossierbeeld)}


def test_given_a_dossier_when_copied_then_all_that_is_held_is_shown_or_counted(client, dossier):
    GesprekFactory(dossier=dossier)
    WensFactory(dossier=dossier)

    _afschrift, inhoud = _maak(client)

    tellingen = inhoud["tellingen"]
    assert set(tellingen) == {label for label, s in INDELING.items() if s.plaats != Plaats.FEITEN} | {
        f"beeld.{veld.name}" for veld in msgspec.structs.fields(Dossierbeeld)
    } | set(SPOREN)
    assert [t for t in tellingen.values() if t["aanwezig"] != t["getoond"] + t["dubbel"] + t["achter"]] == []
    assert [t for t in tellingen.values() if min(t["getoond"], t["dubbel"], t["achter"]) < 0] == []
    assert sum(t["achter"] for t in tellingen.values()) == sum(a["aantal"] for a in inhoud["achtergehouden"])
    assert {label: len(rijen) for label, rijen in inhoud["rijen"].items()} == {
        label: t["getoond"]
        for label, t in tellingen.items()
        if t["getoond"] and not label.startswith("beeld.")
    }
    assert (len(inhoud["dossierbeeld"]["gesprekken"]), len(inhoud["dossierbeeld"]["wensen"])) == (1, 1)
    assert [rij["onderdeel"] for rij in inhoud["rijen"]["toegang.Inzage"]][-1] == "portaal:afschrift"


def test_given_one_talk_withheld_when_copied_then_it_is_counted_with_its_ground_and_its_reason_is_nowhere(
    client, dossier
):
    weg, blijft = GesprekFactory(dossier=dossier), GesprekFactory(dossier=dossier)
    onthouding = _onthoud(dossier, "beeld.gesprekken", "0")

    afschrift, inhoud = _maak(client)

    telling = inhoud["tellingen"]["beeld.gesprekken"]
    assert (telling["aanwezig"], telling["getoond"], telling["achter"]) == (2, 1, 1)
    gronden = [een for een in inhoud["achtergehouden"] if een["tot"] == onthouding.tot.isoformat()]
    assert [een["grond"] for een in gronden] == [
        "Bescherming van u of van iemand anders (AVG artikel 23, lid 1, onder i)."
    ]
    assert gronden[0]["aantal"] >= 1
    tekst = client.get(f"/mijn/dossier/{afschrift.pk}/json/").content.decode()
    assert ("Geheime reden" in tekst, str(weg.pk) in tekst) == (False, False)
    assert weg.pk != blijft.pk


def test_given_an_investigation_when_the_page_is_read_then_neither_the_ground_nor_the_day_is_told(
    client, dossier
):
    _onthoud(dossier, "dossier.Veiligheidskaart", grond="strafzaak")

    blad = client.get("/mijn/dossier/").context["blad"]

    assert [(een.aantal, str(een.waarom), een.tot) for een in blad.achter] == [
        (1, "De wet staat toe dat wij dit nu niet laten zien.", None)
    ]


def test_given_something_withheld_when_its_last_day_is_over_then_it_is_shown_again(client, dossier):
    GesprekFactory(dossier=dossier)
    onthouding = _onthoud(dossier, "beeld.gesprekken")
    with als_systeem():
        Onthouding.objects.filter(pk=onthouding.pk).update(tot=timezone.localdate() - timedelta(days=1))

    _afschrift, inhoud = _maak(client)

    assert len(inhoud["dossierbeeld"]["gesprekken"]) == 1


def test_given_one_signature_when_asked_then_nothing_is_withheld(client, dossier):
    GesprekFactory(dossier=dossier)
    vandaag = timezone.localdate()
    onthouding = ask_onthouding(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        wat="beeld.gesprekken",
        grond="veiligheid",
        reden="Reden",
        tot=vandaag,
        vandaag=vandaag,
    )

    with pytest.raises(OnthoudingKanNiet, match="Een collega tekent"):
        sign_onthouding(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            onthouding_id=onthouding.pk,
            nu=timezone.now(),
            vandaag=vandaag,
        )

    _afschrift, inhoud = _maak(client)
    assert inhoud["tellingen"]["beeld.gesprekken"]["getoond"] == 1


def test_given_a_copy_when_fetched_then_it_is_a_document_and_the_fetching_is_kept(client, dossier):
    afschrift, _inhoud = _maak(client)

    pdf = client.get(f"/mijn/dossier/{afschrift.pk}/pdf/")

    assert (pdf.status_code, pdf.content[:4]) == (200, b"%PDF")
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="document.pdf"'
    with als_systeem():
        soorten = Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort__startswith="afschrift.")
        assert list(soorten.order_by("volgnummer").values_list("soort", flat=True)) == [
            "afschrift.gevraagd",
            "afschrift.gemaakt",
            "afschrift.opgehaald",
            "afschrift.opgehaald",
        ]


def test_given_the_copy_of_the_person_when_the_lawyer_fetches_it_then_it_is_not_there(
    client, kom_binnen, dossier
):
    afschrift, _inhoud = _maak(client)

    gemachtigde = kom_binnen(MachtigingFactory(dossier=dossier).account)

    assert gemachtigde.get(f"/mijn/dossier/{afschrift.pk}/pdf/").status_code == 404
    assert gemachtigde.get("/mijn/dossier/").context["blad"].afschriften == ()


def test_given_thirty_days_when_they_are_over_then_the_copy_is_gone_and_that_it_was_made_is_not(client):
    afschrift, _inhoud = _maak(client)

    with als_systeem():
        weg = clear_afschriften(nu=timezone.now() + timedelta(days=30, seconds=1))
        Afschrift.objects.update(verloopt_op=timezone.now())

    assert (weg, client.get(f"/mijn/dossier/{afschrift.pk}/pdf/").status_code) == (1, 404)
    with als_systeem():
        assert (Afschrift.objects.count(), Afschriftbestand.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("gevraagd", "uiterlijk"), [(date(2022, 1, 31), date(2022, 2, 28)), (date(2022, 12, 5), date(2023, 1, 5))]
)
def test_given_a_day_when_a_copy_is_asked_then_it_is_owed_a_month_later(
    client, monkeypatch, gevraagd, uiterlijk
):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: gevraagd)

    client.post("/mijn/dossier/")
    client.post("/mijn/dossier/")

    with als_systeem():
        assert [a.uiterlijk_op for a in Afschrift.objects.all()] == [uiterlijk]


def test_given_a_wish_that_was_changed_when_copied_then_what_it_was_is_there_without_who_changed_it(
    client, dossier
):
    wens = WensFactory(dossier=dossier, omschrijving="Eerst dit.")
    with als_systeem():
        wens.omschrijving = "Daarna dat."
        wens.save()

    _afschrift, inhoud = _maak(client)

    eerder = [regel for regel in inhoud["rijen"][HISTORIE] if regel["onderdeel"] == "Wensen"]
    assert [(regel["wat_er_gebeurde"], regel["was"]) for regel in eerder] == [
        ("gewijzigd", {"omschrijving": "Eerst dit."})
    ]
    assert set(eerder[0]) == {"onderdeel", "moment", "wat_er_gebeurde", "was"}


def test_given_a_wish_withheld_when_copied_then_what_it_was_before_is_counted_and_not_shown(client, dossier):
    wens = WensFactory(dossier=dossier, omschrijving="KANARIE eerst.")
    with als_systeem():
        wens.omschrijving = "KANARIE daarna."
        wens.save()
    _onthoud(dossier, "beeld.wensen")

    afschrift, inhoud = _maak(client)

    tekst = client.get(f"/mijn/dossier/{afschrift.pk}/json/").content.decode()
    assert ("KANARIE" in tekst, inhoud["tellingen"][HISTORIE]["achter"] >= 1) == (False, True)


def test_given_the_processing_log_when_copied_then_every_line_of_this_person_is_there_or_counted(
    client, kom_binnen, dossier
):
    client.get("/mijn/")
    eigen = client.cookies.output()
    kom_binnen(PortaalaccountFactory(dossier=DossierFactory())).get("/mijn/")
    client.cookies.load(eigen.replace("Set-Cookie: ", ""))
    with als_systeem():
        ander = Inzage.objects.exclude(dossier_id=dossier.pk).count()

    _afschrift, inhoud = _maak(client)

    with als_systeem():
        van_dit = [
            regel
            for regel in Verwerkingsregel.objects.all()
            if ontsleutel(bytes(regel.betrokkene)) == dossier.pk
        ]
    telling = inhoud["tellingen"][LOGBOEK]
    # What is made and handed over after the lines were read is in the next copy.
    later = [
        regel
        for regel in van_dit
        if regel.naam in {"afschrift.gemaakt", "afschrift.opgehaald", "portaal:afschrift_halen"}
    ]
    assert (ander, telling["aanwezig"]) == (1, len(van_dit) - len(later))
    assert len(inhoud["rijen"][LOGBOEK]) == telling["getoond"] > 0


def test_given_an_item_on_an_agenda_when_copied_then_it_is_counted_with_a_ground(client, dossier):
    with als_systeem():
        punt = Agendapunt.objects.create(datum_buiten=date(2022, 2, 15), ontvangen_op=date(2022, 2, 1))
        punt.dossiers.create(dossier=dossier)

    _afschrift, inhoud = _maak(client)

    telling = inhoud["tellingen"]["overleg.Agendapunt"]
    assert (telling["aanwezig"], telling["getoond"], telling["achter"]) == (1, 0, 1)


def test_given_a_fact_withheld_when_copied_then_findings_and_answers_that_rest_on_it_are_counted(
    client, dossier
):
    GesprekFactory(dossier=dossier, eerste=True, afgerond=True)
    with als_systeem():
        herbeoordeel([dossier.pk])
        voor = OpenBevinding.objects.filter(dossier=dossier).count()
    _onthoud(dossier, "beeld.gesprekken")

    _afschrift, inhoud = _maak(client)

    telling = inhoud["tellingen"]["bewaking.OpenBevinding"]
    woorden = " ".join(rij["uitleg"] for rij in inhoud["rijen"]["bewaking.OpenBevinding"])
    assert (telling["achter"] > 0, telling["achter"] < telling["aanwezig"], telling["aanwezig"] >= voor) == (
        True,
    ) * 3
    assert "15 februari 2022" not in woorden


def test_given_nothing_withheld_when_copied_then_every_finding_and_every_answer_is_shown(client, dossier):
    with als_systeem():
        herbeoordeel([dossier.pk])

    _afschrift, inhoud = _maak(client)

    for label in ("bewaking.OpenBevinding", "dossier.Antwoord"):
        telling = inhoud["tellingen"][label]
        assert (telling["achter"], telling["getoond"]) == (0, telling["aanwezig"])


def test_given_a_signal_withheld_when_copied_then_no_event_names_it(client, dossier):
    with als_systeem(), transaction.atomic():
        change_feiten(
            dossier,
            lambda beeld: replace(
                beeld, mensenhandel=replace(beeld.mensenhandel, aanwijzing_op=date(2022, 2, 15))
            ),
            door=dossier.regievoerder,
            soort="mensenhandel.aanwijzing",
        )
    _onthoud(dossier, "beeld.mensenhandel", grond="strafzaak")

    afschrift, inhoud = _maak(client)

    soorten = {rij["soort"] for rij in inhoud["rijen"]["gebeurtenis.Gebeurtenis"]}
    assert [soort for soort in soorten if soort.startswith("mensenhandel")] == []
    assert inhoud["tellingen"]["gebeurtenis.Gebeurtenis"]["achter"] >= 1
    assert afschrift.pk is not None


def test_given_a_dossier_that_was_shielded_when_copied_then_neither_that_nor_why_is_told(client, dossier):
    shield_dossier(
        door=dossier.regievoerder, dossier_id=dossier.pk, reden="KANARIE", tweede=MedewerkerFactory().pk
    )

    afschrift, inhoud = _maak(client)

    tekst = client.get(f"/mijn/dossier/{afschrift.pk}/json/").content.decode()
    telling = inhoud["tellingen"]["dossier.Afscherming"]
    soorten = {rij["soort"] for rij in inhoud["rijen"]["gebeurtenis.Gebeurtenis"]}
    assert (telling["aanwezig"], telling["achter"]) == (1, 1)
    assert ("KANARIE" in tekst, '"afgeschermd"' in tekst, "dossier.afgeschermd" in soorten) == (False,) * 3
