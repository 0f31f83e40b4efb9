"""Another country: what it answered, whether the DIA can help, what proves admission, and how that reaches a booking."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.kern.bouw import plan
from tests.vertrek.bouw import klaar_voor_vertrek, maak_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.ondersteuning.actions import (
    add_bewijs,
    begin_derde_land,
    consider_dia,
    drop_bewijs,
    record_landantwoord,
)
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import DerdeLand
from verantwoord.ondersteuning.queries import toelating_of
from verantwoord.ondersteuning.steunblad import wacht_op_steun

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def land():
    dossier = DossierFactory()
    return begin_derde_land(door=dossier.regievoerder, dossier_id=dossier.pk, land="RWA", peildatum=OP)


def doe(actie, land, **anders):
    land.refresh_from_db()
    vast = {
        "door": land.dossier.regievoerder,
        "dossier_id": land.dossier_id,
        "derde_land_id": land.pk,
        "versie": land.versie,
    }
    return actie(**vast | anders)


def bewijs(land, **anders):
    vast = {"peildatum": OP, "soort": "visum", "kenmerk": "V-17", "gezien_op": OP}
    return doe(add_bewijs, land, **vast | anders)


def antwoord(land, soort, **anders):
    vast = {"peildatum": OP, "wie": "Ambassade van Rwanda", "soort": soort, "op": OP}
    return doe(record_landantwoord, land, **vast | anders)


def wacht(land):
    landen = [DerdeLand.objects.get(pk=land.pk)]
    return [(w.wat, w.op) for w in wacht_op_steun(land.dossier_id, [], landen, [], [], wie="Ik", vandaag=OP)]


def toegelaten(land, op=OP):
    return toelating_of(land.dossier_id, viewer=land.dossier.regievoerder, op=op)


def test_given_a_country_when_begun_twice_then_it_is_one_and_no_fact_of_the_dossier_changes(land):
    voor = beeld_of(land.dossier_id)

    nog_eens = begin_derde_land(
        door=land.dossier.regievoerder, dossier_id=land.dossier_id, land="RWA", peildatum=OP
    )
    doe(consider_dia, land, dia_overwogen=True, dia_reden="De DIA vraagt het na.")
    antwoord(land, "gevraagd")
    bewijs(land)

    assert (nog_eens.pk, beeld_of(land.dossier_id)) == (land.pk, voor)
    soorten = Gebeurtenis.objects.order_by("volgnummer").values_list("soort", flat=True)
    assert list(soorten) == [
        "derdeland.begonnen", "derdeland.dia_overwogen", "derdeland.antwoord", "derdeland.bewijs",
    ]  # fmt: skip


def test_given_what_is_open_when_listed_then_each_has_its_day_and_silence_of_an_embassy_is_asked_again(
    land,
):
    antwoord(land, "gevraagd")

    assert wacht(land) == [
        ("Vastleggen of de DIA kan helpen bij Rwanda", date(2022, 3, 7)),
        ("Navragen bij Ambassade van Rwanda", date(2022, 3, 7)),
    ]

    doe(consider_dia, land, dia_overwogen=False, dia_reden="De broer regelt het zelf.")
    antwoord(land, "laat_toe", tekst="Hij mag zich melden bij de grens.")

    assert wacht(land) == []


def test_given_proofs_when_asking_who_lets_the_person_in_then_only_one_that_holds_that_day_counts(land):
    oud = bewijs(land, kenmerk="V-16", gezien_op=date(2022, 2, 1), geldig_tot=date(2022, 2, 28))
    nieuw = bewijs(land, geldig_tot=date(2022, 6, 1))

    assert [toegelaten(land, op)[1] for op in (OP, date(2022, 6, 1))] == [nieuw, nieuw]
    assert toegelaten(land, date(2022, 6, 2)) is None

    doe(drop_bewijs, land, bewijs_id=nieuw.pk, peildatum=OP, reden="Het visum is ingetrokken.")

    assert toegelaten(land)[1] == oud
    assert Rijhistorie.objects.filter(tabel="ondersteuning_toelatingsbewijs", operatie="UPDATE").exists()
    with pytest.raises(WensKloptNiet, match="al doorgehaald"):
        doe(drop_bewijs, land, bewijs_id=nieuw.pk, peildatum=OP, reden="Nog eens.")


@pytest.mark.parametrize(
    ("actie", "anders", "veld"),
    [
        (bewijs, {"kenmerk": " "}, "kenmerk"),
        (bewijs, {"kenmerk": "NL91ABNA0417164300"}, "kenmerk"),
        (bewijs, {"gezien_op": date(2022, 2, 22)}, "gezien_op"),
        (bewijs, {"geldig_tot": date(2022, 2, 20)}, "geldig_tot"),
        (antwoord, {"soort": "laat_toe", "wie": ""}, "wie"),
        (antwoord, {"soort": "laat_toe", "op": date(2022, 2, 22)}, "op"),
    ],
)
def test_given_something_that_does_not_fit_when_recorded_then_its_field_is_named(land, actie, anders, veld):
    with pytest.raises(WensKloptNiet) as fout:
        actie(land, **anders)

    assert fout.value.veld == veld
    assert (land.bewijzen.count(), land.antwoorden.count()) == (0, 0)


def test_given_a_colleague_who_was_first_or_an_outsider_when_recording_then_it_is_not_saved(land):
    bewijs(land)

    with pytest.raises(Versieconflict):
        bewijs(land, versie=1)
    with pytest.raises(Dossier.DoesNotExist):
        bewijs(land, door=MedewerkerFactory())
    assert not DerdeLand.objects.visible_to(MedewerkerFactory()).exists()


def test_given_a_proof_when_a_trip_there_is_booked_then_the_form_knows_it_and_the_norm_is_met(client):
    vandaag = timezone.localdate()
    dossier = maak_dossier(klaar_voor_vertrek(vertrekplannen=[plan(gekozen="derde_land")]), vandaag=vandaag)
    regie = dossier.regievoerder
    land = begin_derde_land(door=regie, dossier_id=dossier.pk, land="RWA", peildatum=vandaag)
    dossier.refresh_from_db()
    doe(consider_dia, land, dia_overwogen=False, dia_reden="De broer regelt het zelf.")
    bewijs(land, peildatum=vandaag, gezien_op=vandaag)
    client.force_login(regie)
    adres = reverse("vertrek:stap", args=[dossier.pk, "zelfstandig"])

    form = client.get(adres).context["form"]
    begin = {veld: form.initial[veld] for veld in ("land", "toegangsbewijs_ref", "dia_overwogen")}
    dag = vandaag + timedelta(days=7)
    gestuurd = client.post(
        adres,
        {
            **begin, "versie": dossier.versie, "reden_geen_dia": form.initial["reden_geen_dia"],
            "gepland_op_dag": dag.day, "gepland_op_maand": dag.month, "gepland_op_jaar": dag.year,
        },
    )  # fmt: skip

    assert form.let_op() == "Rwanda laat de persoon toe: Visum, V-17."
    assert gestuurd.status_code == 302
    (geboekt,) = beeld_of(dossier.pk).boekingen
    assert (geboekt.land, geboekt.toegangsbewijs_ref, geboekt.dia_overwogen, geboekt.reden_geen_dia) == (
        "RWA", "Visum, V-17", False, "De broer regelt het zelf.",
    )  # fmt: skip
