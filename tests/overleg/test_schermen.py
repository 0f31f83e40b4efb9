"""The pages of the overleg, as each partner meets them."""

from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.overleg.factories import NU, PARTNERS, maak_tafel
from verantwoord.overleg import actions, lezen
from verantwoord.overleg.models import Actie, Agendapunt, Gast, Overlegpunt, Standpunt, Stem
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel():
    return maak_tafel()


@pytest.fixture(autouse=True)
def nu(monkeypatch):
    """Let every page be opened on the day of the meeting."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NU)


def adres(naam, *args):
    return reverse(f"overleg:{naam}", args=args)


def lees(client, wie, url):
    client.force_login(wie)
    return client.get(url)


def test_given_an_item_when_each_partner_opens_it_then_it_reads_who_wrote_and_not_what(client, tafel):
    punt = tafel.punt(voorstel="Opvang verlengen tot de zomer.")
    tafel.standpunt(punt, "coa", motivering="Een geheime zin van het COA.")

    gelezen = {}
    for partner in PARTNERS:
        for naam in ("punt", "punt-stand"):
            antwoord = lees(client, tafel.wie(partner), adres(naam, punt.pk))
            gelezen[partner, naam] = antwoord.content.decode().count("Een geheime zin van het COA.")

    assert gelezen == {
        ("dtv", "punt"): 0, ("dtv", "punt-stand"): 0,
        ("coa", "punt"): 1, ("coa", "punt-stand"): 1,
        ("avim", "punt"): 0, ("avim", "punt-stand"): 0,
        ("ind", "punt"): 0, ("ind", "punt-stand"): 0,
    }  # fmt: skip
    assert [kaart.oordeel for kaart in antwoord.context["blad"].kaarten] == [
        "Nog niet ingevuld",
        "Ingevuld, nog niet zichtbaar",
        "Nog niet ingevuld",
        "Nog niet ingevuld",
    ]


def test_given_four_positions_when_the_last_is_written_then_all_are_open_and_the_turn_goes_on(client, tafel):
    punt = tafel.punt()
    tafel.open(punt, ind="niet_akkoord")

    beurten = {}
    for partner in PARTNERS:
        context = lees(client, tafel.wie(partner), adres("punt", punt.pk)).context
        beurten[partner] = str(context["beurt"].form.titel) if context["beurt"] else ""

    tegenspreker = Agendapunt.objects.get(pk=punt.pk).tegenspreker
    assert [kaart.leesbaar for kaart in context["blad"].kaarten] == [True] * 4
    assert beurten == {p: "Tegenspraak" if p == tegenspreker else "" for p in PARTNERS}


def test_given_votes_when_a_partner_is_left_then_it_says_no_decision_yet_and_asks_that_partner(client, tafel):
    punt = tafel.punt()
    tafel.open(punt)
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "ind"):
        tafel.stem(punt, partner)

    context = lees(client, tafel.avim, adres("punt", punt.pk)).context

    assert str(context["beurt"].form.titel) == "Uw stem"
    assert context["blad"].uitslag.titel == "Nog geen besluit: drie van vier akkoord"
    assert [regel.oordeel for regel in context["blad"].stemmen] == [
        "Akkoord",
        "Akkoord",
        "nog niet gestemd",
        "Akkoord",
    ]


def test_given_nothing_new_when_a_page_asks_then_it_gets_nothing_and_that_is_no_look(client, tafel):
    punt = tafel.punt()
    versies = {
        "punt-stand": lees(client, tafel.coa, adres("punt", punt.pk)).context["versie"],
        "stand": lees(client, tafel.coa, adres("overleg", tafel.overleg.pk)).context["versie"],
    }
    eerder = Inzage.objects.latest("pk").pk

    stil = [
        client.get(adres("punt-stand", punt.pk), {"v": versies["punt-stand"]}),
        client.get(adres("stand", tafel.overleg.pk), {"v": versies["stand"]}),
    ]

    assert [(antwoord.status_code, antwoord.content) for antwoord in stil] == [(204, b"")] * 2
    assert Inzage.objects.latest("pk").pk == eerder


def test_given_another_item_that_changed_when_a_page_asks_then_its_state_comes_and_only_its_person_was_seen(
    client, tafel
):
    punt, ander, derde = (tafel.punt() for _n in range(3))
    versie = lees(client, tafel.coa, adres("punt", punt.pk)).context["versie"]
    eerder = Inzage.objects.latest("pk").pk
    tafel.standpunt(ander, "ind")

    antwoord = client.get(adres("punt-stand", punt.pk), {"v": versie})

    tekst = antwoord.content.decode()
    assert [tekst.count(f'id="bij-{p.pk}"') for p in (punt, ander, derde)] == [0, 1, 0]
    assert tekst.count("eerste standpunt, 1 van 4") == 1
    assert tekst.count('id="punt-stand"') == 0
    assert list(Inzage.objects.filter(pk__gt=eerder).values_list("dossier_id", "onderdeel", "doel")) == [
        (ander.dossiers.get().dossier_id, "overleg:punt-stand", "overleg")
    ]


@pytest.mark.parametrize("naam", ["punt", "punt-stand"])
def test_given_somebody_who_writes_while_a_page_is_read_when_it_asks_again_then_that_change_comes(
    client, tafel, monkeypatch, naam
):
    punt = tafel.punt()
    gelezen = lezen.queries.open_acties_of

    def intussen(overleg, *, viewer):
        if not Agendapunt.objects.get(pk=punt.pk).ingeleverd:
            tafel.standpunt(punt, "ind")
        return gelezen(overleg, viewer=viewer)

    monkeypatch.setattr(lezen.queries, "open_acties_of", intussen)
    versie = lees(client, tafel.coa, adres(naam, punt.pk)).context["versie"]

    antwoord = client.get(adres("punt-stand", punt.pk), {"v": versie})

    assert Agendapunt.objects.get(pk=punt.pk).ingeleverd == ["ind"]
    assert 'id="punt-stand"' in antwoord.content.decode()


def test_given_an_item_that_came_when_a_page_asks_then_the_agenda_is_new_and_everybody_on_it_was_seen(
    client, tafel
):
    punt = tafel.punt()
    pagina = lees(client, tafel.coa, adres("overleg", tafel.overleg.pk))
    eerder = Inzage.objects.latest("pk").pk
    erbij = tafel.punt()

    antwoord = client.get(adres("stand", tafel.overleg.pk), {"v": pagina.context["versie"]})

    assert [zaak.id for zaak in antwoord.context["zaken"]] == [punt.pk, erbij.pk]
    assert antwoord.content.decode().count('id="overleg-agenda"') == 1
    assert set(Inzage.objects.filter(pk__gt=eerder).values_list("dossier_id", flat=True)) == {
        p.dossiers.get().dossier_id for p in (punt, erbij)
    }


@pytest.mark.parametrize("vreemd", ["", "x", "1.2.3", "0." + "9" * 5000, "\0", "1.abc-1"])
def test_given_a_strange_version_when_a_page_asks_then_it_gets_the_whole(client, tafel, vreemd):
    punt = tafel.punt()

    antwoord = lees(client, tafel.coa, adres("punt-stand", punt.pk) + "?" + urlencode({"v": vreemd}))

    assert antwoord.status_code == 200
    assert antwoord.content.decode().count('id="overleg-agenda"') == 1


def test_given_typed_text_when_it_is_refused_then_everything_is_still_there(client, tafel):
    punt = tafel.punt()
    client.force_login(tafel.ind)
    url = adres("handeling", punt.pk, "standpunt")

    leeg = client.post(url, {"versie": "0", "motivering": "Wacht met de LP."})
    tafel.open(punt)
    laat = client.post(url, {"versie": "0", "oordeel": "akkoord", "motivering": "Wacht met de LP."})

    assert (leeg.status_code, leeg.context["form"].errors) == (422, {"oordeel": ["Kies een antwoord."]})
    assert leeg.context["form"]["motivering"].value() == "Wacht met de LP."
    assert laat.status_code == 422
    assert laat.context["form"].non_field_errors() == [
        "De eerste standpunten van dit punt staan al open. Geef uw mening bij het besluit."
    ]
    assert laat.context["form"]["motivering"].value() == "Wacht met de LP."


def test_given_two_colleagues_of_one_partner_when_both_write_then_the_second_reads_both(client, tafel):
    punt = tafel.punt()
    tafel.standpunt(punt, "ind", motivering="De tekst van de collega.")
    client.force_login(tafel.ind)
    url = adres("handeling", punt.pk, "standpunt")

    eerst = client.post(url, {"versie": "0", "oordeel": "onthouding", "motivering": "Mijn eigen tekst."})
    form = eerst.context["form"]
    opnieuw = client.post(
        url, {"versie": form["versie"].value(), "oordeel": "onthouding", "motivering": "Mijn eigen tekst."}
    )

    assert eerst.status_code == 409
    assert ("Waarom", "De tekst van de collega.") in eerst.context["conflict"]["bewaard"]
    assert form["motivering"].value() == "Mijn eigen tekst."
    assert opnieuw.status_code == 302
    assert Standpunt.objects.get().motivering == "Mijn eigen tekst."


def test_given_a_whole_item_when_it_is_done_through_the_forms_then_four_votes_decide_it(client, tafel):
    tafel.start()
    punt = tafel.punt()

    def doe(wie, handeling, **velden):
        client.force_login(wie)
        antwoord = client.post(adres("handeling", punt.pk, handeling), velden)
        assert antwoord.status_code == 302, (handeling, antwoord.context["form"].errors)

    doe(
        tafel.dtv,
        "voorstel",
        versie=Agendapunt.objects.get().versie,
        vraag="Verlengen?",
        voorstel="Ja, tot mei.",
    )
    for partner in PARTNERS:
        doe(tafel.wie(partner), "standpunt", versie=0, oordeel="akkoord", motivering="Goed.")
    tegen = tafel.wie(Agendapunt.objects.get().tegenspreker)
    doe(tegen, "tegenspraak", soort="risico", tekst="De school begint.")
    tegenspraak = Agendapunt.objects.get().tegenspraken.get()
    doe(tafel.dtv, "antwoord", tegenspraak_id=tegenspraak.pk, antwoord="Daarom pas in mei.")
    doe(tafel.notulist, "besproken", was="", tekst="De huisarts is gebeld.")
    for partner in PARTNERS:
        doe(tafel.wie(partner), "stem", oordeel="akkoord")
    doe(
        tafel.coa, "actie", omschrijving="Verlenging bevestigen", eigenaar="coa",
        uiterlijk_dag="4", uiterlijk_maand="3", uiterlijk_jaar="2022",
    )  # fmt: skip
    doe(tafel.ind, "gast", naam="Gemeente Assen", reden="Kent de school")

    punt.refresh_from_db()
    assert (punt.besluit, punt.voorstel, punt.besproken) == (
        "vastgesteld",
        "Ja, tot mei.",
        "De huisarts is gebeld.",
    )
    assert Stem.objects.count() == 4
    assert Actie.objects.values_list("eigenaar", "uiterlijk").get() == ("coa", date(2022, 3, 4))
    assert lees(client, tafel.avim, adres("punt", punt.pk)).context["blad"].uitslag.titel == (
        "Besloten op 1 maart 2022: alle vier akkoord"
    )


@pytest.mark.parametrize(
    ("handeling", "velden"),
    [
        ("stem", {"oordeel": "niet_akkoord", "motivering": ""}),
        ("opschalen", {"naar": "deelberaad", "verschil": "Over de LP.", "spoed_reden": ""}),
        ("aanhouden", {"reden": ""}),
        ("tegenspraak", {"soort": "risico", "tekst": "  "}),
    ],
)
def test_given_a_reason_that_is_missing_when_it_is_sent_then_the_form_says_so(
    client, tafel, handeling, velden
):
    punt = tafel.punt()
    tafel.open(punt)
    if handeling != "tegenspraak":
        tafel.spreek_tegen(punt)
    client.force_login(tafel.voorzitter if handeling == "aanhouden" else tafel.coa)

    antwoord = client.post(adres("handeling", punt.pk, handeling), velden)

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors
    assert Agendapunt.objects.get().besluit is None


def alle_adressen(tafel, punt, actie, gast):
    return [
        adres("punt", punt.pk),
        adres("punt-stand", punt.pk),
        *(
            adres("handeling", punt.pk, h)
            for h in ("standpunt", "stem", "opschalen", "actie", "gast", "besproken")
        ),
        adres("gast-klaar", punt.pk, gast.pk),
        adres("actie-gereed", actie.pk),
        adres("overleg", tafel.overleg.pk),
        *(
            adres("stap", tafel.overleg.pk, s)
            for s in ("begin", "voorzitter", "inbrengen", "vervallen", "einde")
        ),
        adres("verslag", tafel.overleg.pk),
        adres("verslag-stap", tafel.overleg.pk, "delen"),
        adres("reeks-extra", tafel.reeks.pk),
        adres("reeks-einde", tafel.reeks.pk),
    ]


@pytest.mark.parametrize("rol", ["coa", "avim", "ind", "kmar", "manager", "beheerder"])
def test_given_an_outsider_when_any_page_is_asked_or_sent_then_it_is_not_there(client, tafel, rol):
    punt = tafel.punt()
    tafel.open(punt)
    actie = actions.add_actie(
        door=tafel.coa, punt_id=punt.pk, omschrijving="Bellen", eigenaar="coa", uiterlijk=None
    )
    gast = actions.invite_gast(door=tafel.coa, punt_id=punt.pk, naam="Gemeente", team_id=None, reden="School")
    client.force_login(MedewerkerFactory(**{rol: True}))

    adressen = alle_adressen(tafel, punt, actie, gast)
    statussen = {
        (methode, url): getattr(client, methode)(url).status_code
        for url in adressen
        for methode in ("get", "post")
    }

    assert {url for url, status in statussen.items() if status not in {404, 405}} == set()
    assert lees(client, MedewerkerFactory(**{rol: True}), adres("overleggen")).context["te_doen"] == []


def test_given_a_guest_when_they_look_then_they_see_their_item_and_nothing_else(client, tafel):
    punt, ander = tafel.punt(), tafel.punt()
    gast = MedewerkerFactory(kmar=True)
    actions.invite_gast(
        door=tafel.coa, punt_id=punt.pk, naam="KMar", team_id=gast.team_id, reden="Kent de luchthaven"
    )

    eigen = lees(client, gast, adres("punt", punt.pk))

    assert eigen.status_code == 200
    assert [regel.titel for regel in eigen.context["agenda"]] == [eigen.context["blad"].titel]
    assert (eigen.context["beurt"], eigen.context["blad"].handelingen) == (None, [])
    assert client.get(adres("punt", ander.pk)).status_code == 404
    assert client.get(adres("overleg", tafel.overleg.pk)).status_code == 404
    assert client.post(adres("handeling", punt.pk, "stem"), {"oordeel": "akkoord"}).status_code == 403
    gast_rij = Gast.objects.get()
    client.force_login(tafel.ind)
    client.post(adres("gast-klaar", punt.pk, gast_rij.pk))
    assert lees(client, gast, adres("punt", punt.pk)).status_code == 404


def test_given_a_regievoerder_who_is_not_at_the_table_when_reading_her_case_then_she_only_reads(
    client, tafel
):
    zij = MedewerkerFactory()
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    dossier.regievoerder, dossier.team = zij, zij.team
    dossier.save(update_fields=["regievoerder", "team"])

    antwoord = lees(client, zij, adres("punt", punt.pk))

    assert antwoord.status_code == 200
    assert (antwoord.context["beurt"], antwoord.context["blad"].handelingen) == (None, [])
    assert [regel.titel for regel in antwoord.context["agenda"]] == [antwoord.context["blad"].titel]
    post = client.post(
        adres("handeling", punt.pk, "standpunt"), {"versie": "0", "oordeel": "akkoord", "motivering": "Ja."}
    )
    assert post.status_code == 403
    assert post.context["form"]["motivering"].value() == "Ja."


def test_given_a_meeting_when_its_chair_deviates_begins_and_ends_it_then_each_step_is_kept(client, tafel):
    punt = tafel.punt()
    client.force_login(tafel.voorzitter)
    zonder = client.post(adres("stap", tafel.overleg.pk, "voorzitter"), {"voorzitter": "ind", "reden": ""})
    met = client.post(adres("stap", tafel.overleg.pk, "voorzitter"), {"voorzitter": "ind", "reden": "Ziek"})
    client.force_login(tafel.ind)
    aanwezig = {f"aanwezig_{p}": "nee" if p == "avim" else "ja" for p in PARTNERS}
    begin = client.post(adres("stap", tafel.overleg.pk, "begin"), aanwezig)
    pagina = client.get(adres("overleg", tafel.overleg.pk))
    einde = client.post(adres("stap", tafel.overleg.pk, "einde"))

    tafel.overleg.refresh_from_db()
    assert (zonder.status_code, met.status_code, begin.status_code, einde.status_code) == (422, 302, 302, 302)
    assert [str(feit.waarde) for feit in pagina.context["kop"].feiten][1:3] == [
        "niet alle vier de partners",
        "IND (afwijkend)",
    ]
    assert pagina.context["reden_voorzitter"] == "Ziek"
    assert (tafel.overleg.stand, tafel.overleg.soort) == ("afgerond", "klein_lko")
    assert Agendapunt.objects.get(pk=punt.pk).doorgeschoven_op is not None


def test_given_somebody_else_than_the_chair_when_ending_then_the_page_says_who_does(client, tafel):
    tafel.start()
    ander = next(tafel.wie(p) for p in PARTNERS if p != tafel.overleg.voorzitter)

    client.force_login(ander)
    antwoord = client.post(adres("stap", tafel.overleg.pk, "einde"))

    assert antwoord.status_code == 403
    assert antwoord.context["weigering"] == (
        "Dit doet de voorzitter van het overleg. Vraag het aan de voorzitter."
    )


def test_given_a_number_when_a_member_brings_in_a_case_then_it_stands_on_the_agenda(client, tafel):
    dossier = tafel.dossier()
    client.force_login(tafel.dtv)
    url = adres("stap", tafel.overleg.pk, "inbrengen")
    velden = {"onderwerp": "einde_opvang", "vraag": "Kan de opvang langer?", "voorstel": ""}

    onbekend = client.post(url, velden | {"dossiers": "D-1999-000001"})
    goed = client.post(url, velden | {"dossiers": f" {dossier.persoon.v_nummer} "})

    assert onbekend.status_code == 422
    assert onbekend.context["form"].non_field_errors() == [
        "Dossier D-1999-000001 staat niet bij u open. Controleer het nummer."
    ]
    assert goed.status_code == 302
    assert Agendapunt.objects.get().dossiers.get().dossier_id == dossier.pk


def test_given_the_minutes_when_they_are_shared_and_confirmed_then_they_are_fixed_and_printed(client, tafel):
    punt = tafel.punt()
    tafel.start()
    tafel.besluit(punt)
    tafel.eindig()
    url = adres("verslag", tafel.overleg.pk)

    client.force_login(tafel.notulist)
    assert client.post(adres("verslag-stap", tafel.overleg.pk, "delen")).status_code == 302
    zegel = client.get(url).context["verslag"].handelingen[0].zegel
    actions.add_actie(door=tafel.coa, punt_id=punt.pk, omschrijving="Bellen", eigenaar="coa", uiterlijk=None)
    oud = client.post(adres("verslag-stap", tafel.overleg.pk, "bevestigen"), {"zegel": zegel})
    for partner in PARTNERS:
        client.force_login(tafel.wie(partner))
        zegel = client.get(url).context["verslag"].handelingen[0].zegel
        client.post(adres("verslag-stap", tafel.overleg.pk, "bevestigen"), {"zegel": zegel})

    blad = client.get(url).context["verslag"]
    assert oud.status_code == 409
    assert blad.stand == (
        "Vastgesteld op dinsdag 1 maart 2022. Niemand kan het nog wijzigen; aanvullen kan wel."
    )
    assert [b.stand for b in blad.bevestigingen] == ["bevestigd"] * 4
    assert blad.handelingen == []
    pdf = client.get(url, {"vorm": "pdf"})
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_given_two_cases_when_the_tab_of_one_is_opened_then_only_its_own_item_is_there(client, tafel):
    dossier, ander = tafel.dossier(), tafel.dossier()
    eigen, vreemd = tafel.punt(dossier), tafel.punt(ander)
    tafel.start()
    for punt in (eigen, vreemd):
        tafel.besluit(punt)
    actions.write_besproken(door=tafel.notulist, punt_id=vreemd.pk, tekst="Over een ander mens.", was="")
    Overlegpunt.objects.create(
        dossier=dossier, volgorde=7, soort="rao", datum=date(2021, 5, 4), onderwerp="vbl", voorstel_door="coa",
        standpunten=[{"partner": "coa", "standpunt": "akkoord"}], besluit="aangehouden",
    )  # fmt: skip

    antwoord = lees(client, tafel.dtv, reverse("dossieroverleg:overzicht", args=[dossier.pk]))

    assert [(deel.titel, deel.stand) for deel in antwoord.context["delen"]] == [
        (f"{tafel.overleg.naam}, 1 maart 2022: strategie voor het vertrek", "besloten"),
        ("RAO, 4 mei 2021: vrijheidsbeperkende locatie", "besluit aangehouden"),
    ]
    assert antwoord.content.decode().count("Over een ander mens.") == 0


def test_given_an_agreement_outside_a_meeting_when_it_is_recorded_then_it_is_provisional(client, tafel):
    dossier = tafel.dossier()
    client.force_login(tafel.dtv)
    url = reverse("dossieroverleg:buiten", args=[dossier.pk])
    velden = {
        "datum_dag": "28", "datum_maand": "2", "datum_jaar": "2022", "onderwerp": "einde_opvang",
        "partners": ["dtv", "coa"], "tekst": "Telefonisch: een week langer, want het kind is ziek.",
    }  # fmt: skip

    zonder = client.post(url, velden | {"tekst": ""})
    goed = client.post(url, velden, follow=True)

    assert zonder.status_code == 422
    deel = goed.context["delen"][0]
    assert deel.titel == "Buiten het overleg, 28 februari 2022: einde van de opvang"
    punt = client.get(deel.url).context["blad"]
    assert punt.uitslag.titel == "Afgesproken buiten het overleg, nog niet bevestigd"


def test_given_the_tab_when_a_case_is_put_on_an_agenda_then_one_is_led_to_the_item(client, tafel):
    ouder, kind = tafel.gezin()
    client.force_login(tafel.dtv)
    url = reverse("dossieroverleg:inbrengen", args=[ouder.pk])

    form = client.get(url).context["form"]
    antwoord = client.post(
        url,
        {
            "overleg": str(tafel.overleg.pk),
            "onderwerp": "vertrekstrategie",
            "vraag": "Past het?",
            "gezin": [str(kind.pk)],
        },
    )

    punt = Agendapunt.objects.get()
    assert [naam for _pk, naam in form.fields["gezin"].choices] == [kind.persoon.volledige_naam]
    assert antwoord.url == adres("punt", punt.pk)
    assert {d.dossier_id for d in punt.dossiers.all()} == {ouder.pk, kind.pk}


def test_given_a_series_without_one_partner_when_planning_then_the_form_asks_for_it(client, tafel):
    client.force_login(tafel.dtv)
    velden = {
        "soort": "rao", "naam": "RAO Noord", "locaties": "Assen\nEmmen\n", "begin": "09.30", "om_de_weken": "4",
        "eerste_op_dag": "15", "eerste_op_maand": "3", "eerste_op_jaar": "2022",
    } | {f"tafel_{p}": [f"team:{tafel.wie(p).team_id}"] for p in ("dtv", "coa", "avim")}  # fmt: skip

    zonder = client.post(adres("reeks-nieuw"), velden)
    goed = client.post(adres("reeks-nieuw"), velden | {"tafel_ind": [f"mens:{tafel.ind.pk}"]})

    assert (zonder.status_code, list(zonder.context["form"].errors)) == (422, ["tafel_ind"])
    assert goed.status_code == 302
    regels = lees(client, tafel.ind, adres("overleggen")).context["delen"]
    assert {regel.naam for _kop, _bij, rijen in regels for regel in rijen} == {
        "RAO Noord",
        tafel.overleg.naam,
    }


def test_given_few_items_when_the_figures_are_opened_then_nothing_is_shown(client, tafel):
    antwoord = lees(client, tafel.coa, adres("cijfers"))

    assert antwoord.status_code == 200
    ((_naam, cellen),) = antwoord.context["rijen"]
    assert {waarde for _titel, waarde in cellen} == {"minder dan vijf", "niet getoond: minder dan vijf"}


def test_given_what_waits_when_the_list_is_opened_then_it_stands_by_its_last_day(client, tafel):
    punt = tafel.punt()
    tafel.open(punt)
    tafel.spreek_tegen(punt)
    actions.add_actie(
        door=tafel.coa, punt_id=punt.pk, omschrijving="Bellen", eigenaar="ind", uiterlijk=date(2022, 3, 2)
    )
    nog_een = tafel.punt()

    te_doen = lees(client, tafel.ind, adres("overleggen")).context["te_doen"]

    assert [(ding.wat, ding.uiterlijk) for ding in te_doen] == [
        ("Schrijf uw standpunt", date(2022, 3, 1)),
        ("Bellen", date(2022, 3, 2)),
        ("Stem schriftelijk", date(2022, 3, 4)),
    ]
    assert set(
        Inzage.objects.filter(onderdeel="overleg:overleggen").values_list("dossier_id", flat=True)
    ) == {p.dossiers.get().dossier_id for p in (punt, nog_een)}


def test_given_an_action_when_its_owner_says_it_is_done_then_it_is_and_another_cannot(client, tafel):
    punt = tafel.punt()
    tafel.open(punt)
    actie = actions.add_actie(
        door=tafel.coa, punt_id=punt.pk, omschrijving="Bellen", eigenaar="ind", uiterlijk=None
    )
    velden = {"gereed_op_dag": "1", "gereed_op_maand": "3", "gereed_op_jaar": "2022"}

    client.force_login(tafel.coa)
    ander = client.post(adres("actie-gereed", actie.pk), velden)
    client.force_login(tafel.ind)
    eigen = client.post(adres("actie-gereed", actie.pk), velden)

    actie.refresh_from_db()
    assert (ander.status_code, eigen.status_code, actie.gereed_op) == (403, 302, date(2022, 3, 1))


def vragen(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as gevraagd:
        assert client.get(url).status_code == 200
    return len(gevraagd)


def test_given_one_and_thirty_items_when_the_pages_are_opened_then_they_ask_as_much(client, tafel):
    punt = tafel.punt()
    client.force_login(tafel.coa)
    adressen = [
        adres("overleggen"),
        adres("overleg", tafel.overleg.pk),
        adres("punt", punt.pk),
        adres("verslag", tafel.overleg.pk),
    ]
    een = {url: vragen(client, url) for url in adressen}
    for _n in range(29):
        tafel.punt()

    dertig = {url: vragen(client, url) for url in adressen}

    assert dertig == een
    assert max(een.values()) < 60


def test_given_one_and_thirty_meetings_when_the_list_is_opened_then_it_asks_as_much(client, tafel):
    client.force_login(tafel.coa)
    een = vragen(client, adres("overleggen"))
    for n in range(27):
        # Beside the rhythm of four weeks.
        actions.plan_overleg(
            door=tafel.dtv, reeks_id=tafel.reeks.pk, datum=NU.date() + timedelta(days=n + 1), begin=NU.time()
        )

    assert vragen(client, adres("overleggen")) == een


def test_given_one_and_seven_items_of_a_dossier_when_its_tab_is_opened_then_it_asks_as_much(client, tafel):
    dossier = tafel.dossier()
    client.force_login(tafel.dtv)
    url = reverse("dossieroverleg:overzicht", args=[dossier.pk])
    onderwerpen = ["vertrekstrategie", "einde_opvang", "vbl", "gl", "gedwongen_vertrek", "bewaring", "overig"]
    tafel.open(tafel.punt(dossier))
    een = vragen(client, url)
    for onderwerp in onderwerpen[1:]:
        tafel.open(tafel.punt(dossier, onderwerp=onderwerp))

    assert vragen(client, url) == een


def test_given_minutes_that_are_fixed_when_a_partner_adds_then_it_stands_below_them(client, tafel):
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    tafel.start()
    tafel.besluit(punt)
    tafel.eindig()
    actions.share_verslag(door=tafel.notulist, overleg_id=tafel.overleg.pk, peildatum=NU.date())
    client.force_login(tafel.dtv)

    actions.add_aanvulling(door=tafel.ind, punt_id=punt.pk, tekst="Wij zagen dit anders.")

    for url in (
        adres("punt", punt.pk),
        adres("verslag", tafel.overleg.pk),
        reverse("dossieroverleg:overzicht", args=[dossier.pk]),
    ):
        assert client.get(url).content.decode().count("Wij zagen dit anders.") == 1


def test_given_no_such_thing_when_any_address_is_asked_then_it_is_not_there(client, tafel):
    punt = tafel.punt()
    client.force_login(tafel.coa)

    adressen = [
        adres("punt", uuid4()),
        adres("punt-stand", uuid4()),
        adres("overleg", uuid4()),
        adres("verslag", uuid4()),
        adres("handeling", punt.pk, "verzonnen"),
        adres("stap", tafel.overleg.pk, "verzonnen"),
        adres("actie-gereed", uuid4()),
        adres("reeks-nieuw"),
    ]

    assert [client.get(url).status_code for url in adressen] == [404] * len(adressen)
