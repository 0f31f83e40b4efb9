"""Somebody is no longer seen: each step is recorded, and none leads to the next by itself."""

from datetime import date, datetime, timedelta

import pytest

from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.dossierbeeld import Afwezigheid
from verantwoord.kern.zicht import AMSTERDAM
from verantwoord.vertrek.actions import (
    record_aanwezigheidscontrole,
    record_bericht_van_vertrek,
    record_niet_gezien,
    record_weer_gezien,
)
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet, StapNietAanDeOrde

pytestmark = pytest.mark.django_db
SINDS = datetime(2022, 4, 14, 14, 30, tzinfo=AMSTERDAM)
WEG = {
    "laatst_gezien_op": "2022-04-12",
    "niet_aangekomen_sinds": SINDS.isoformat(),
    "aanwezigheidscontrole_op": "2022-04-18",
    "bericht_van_vertrek_ref": "AVIM-BVV-1",
}


@pytest.fixture
def dossier():
    return maak_dossier(klaar_voor_vertrek())


def wie(dossier):
    return {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "versie": dossier.versie,
        "peildatum": DAG,
    }


def afwezigheid(dossier):
    return beeld_of(dossier.pk).afwezigheid


def test_given_somebody_who_did_not_arrive_when_it_is_recorded_then_only_that_is_known(dossier):
    eerst = beeld_of(dossier.pk)

    record_niet_gezien(
        **wie(dossier),
        laatst_gezien_op=date(2022, 4, 12),
        niet_aangekomen_sinds=SINDS,
        toelichting="Meldde de vbl.",
    )

    beeld = beeld_of(dossier.pk)
    assert beeld.afwezigheid == Afwezigheid(laatst_gezien_op=date(2022, 4, 12), niet_aangekomen_sinds=SINDS)
    assert (beeld.gesloten_op, beeld.uitkomst, beeld.opvang) == (eerst.gesloten_op, None, eerst.opvang)


def test_given_nothing_filled_in_when_it_is_recorded_then_a_day_is_asked(dossier):
    with pytest.raises(AntwoordOntbreekt):
        record_niet_gezien(**wie(dossier), laatst_gezien_op=None, niet_aangekomen_sinds=None)


def test_given_a_moment_that_must_come_when_it_is_recorded_then_it_is_refused(dossier):
    with pytest.raises(DagKloptNiet) as fout:
        record_niet_gezien(
            **wie(dossier), laatst_gezien_op=None, niet_aangekomen_sinds=SINDS + timedelta(days=30)
        )

    assert fout.value.veld == "niet_aangekomen_op"


def test_given_a_check_when_nobody_was_found_then_it_is_kept_where_it_was_asked(dossier):
    with pytest.raises(AntwoordOntbreekt):
        record_aanwezigheidscontrole(**wie(dossier), op=DAG, aangetroffen=False, nagevraagd=[])
    record_aanwezigheidscontrole(**wie(dossier), op=DAG, aangetroffen=False, nagevraagd=["ziekenhuis", "coa"])

    assert afwezigheid(dossier).aanwezigheidscontrole_op == DAG
    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="afwezigheid.gecontroleerd")
    assert gebeurtenis.gegevens["nagevraagd"] == ["ziekenhuis", "coa"]


def test_given_an_absence_when_the_check_finds_the_person_then_the_absence_no_longer_counts():
    dossier = maak_dossier(klaar_voor_vertrek(afwezigheid=WEG))

    record_aanwezigheidscontrole(**wie(dossier), op=DAG, aangetroffen=True, nagevraagd=[])

    assert afwezigheid(dossier) == Afwezigheid(laatst_gezien_op=DAG, aanwezigheidscontrole_op=DAG)


def test_given_no_check_when_the_message_of_the_avim_comes_then_the_check_comes_first(dossier):
    with pytest.raises(StapNietAanDeOrde):
        record_bericht_van_vertrek(**wie(dossier), kenmerk="AVIM-1", op=DAG)


def test_given_a_check_when_the_message_comes_then_it_is_kept_and_the_dossier_stays_open():
    dossier = maak_dossier(klaar_voor_vertrek(afwezigheid={"aanwezigheidscontrole_op": "2022-04-18"}))

    with pytest.raises(DagKloptNiet):
        record_bericht_van_vertrek(**wie(dossier), kenmerk="AVIM-1", op=date(2022, 4, 17))
    record_bericht_van_vertrek(**wie(dossier), kenmerk="AVIM-1", op=date(2022, 4, 19))

    assert afwezigheid(dossier).bericht_van_vertrek_ref == "AVIM-1"
    assert beeld_of(dossier.pk).gesloten_op is None


def test_given_an_absence_when_the_person_is_seen_then_an_old_message_can_close_nothing_later():
    dossier = maak_dossier(klaar_voor_vertrek(afwezigheid=WEG))

    record_weer_gezien(**wie(dossier), op=date(2022, 4, 19), toelichting="Bij de balie in Assen.")

    assert afwezigheid(dossier) == Afwezigheid(
        laatst_gezien_op=date(2022, 4, 19), aanwezigheidscontrole_op=date(2022, 4, 18)
    )
