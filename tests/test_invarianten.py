"""What no setting switches off. Each promise that can be broken today has a test that would notice.

The promises are numbered as in the design; those about talks, toetsingen, plans and the LP are tested in their rooms.
"""

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection, models

from tests.dossier.factories import DossierFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossierdeel
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.project.omgeving import WORTEL

OORDEEL_OVER_MENSEN = re.compile(
    r"score|ranking|rangorde|risico|kans(?!el)|voorspel|prioriteit|geloofwaardig|profiel|label|onttrekking",
    re.IGNORECASE,
)
REKENT_AAN_MENSEN = {
    "scikit-learn",
    "torch",
    "tensorflow",
    "xgboost",
    "lightgbm",
    "transformers",
    "openai",
    "spacy",
}
# Made from facts and the day, and made again whenever either changes. Who is involved ends with a booking that passed.
AFGELEID = {
    "bewaking_stand",
    "bewaking_openbevinding",
    "dossier_antwoord",
    "dossier_betrokkenheid",
    "gebeurtenis_rijhistorie",
    "kwaliteit_faseperiode",
}


def test_given_all_tables_when_reading_their_columns_then_none_can_hold_a_score_or_label_of_a_person():
    verdacht = [
        f"{model._meta.label}.{veld.name}"
        for model in apps.get_models()
        if model.__module__.startswith("verantwoord.")
        for veld in model._meta.get_fields()
        if isinstance(veld, models.Field) and OORDEEL_OVER_MENSEN.search(veld.name)
    ]

    assert verdacht == []


def test_given_what_is_installed_when_reading_its_names_then_nothing_learns_from_people():
    namen = {
        re.split(r"[=\[ ;]", regel)[0].lower()
        for regel in (WORTEL / "requirements" / "app.txt").read_text().splitlines()
        if "==" in regel
    }

    assert len(namen) > 10
    assert namen & REKENT_AAN_MENSEN == set()


def feiten() -> dict[str, str]:
    """A fingerprint of every table that holds facts."""
    with connection.cursor() as cursor:
        tabellen = sorted(set(connection.introspection.table_names()) - AFGELEID)
        inhoud = {}
        for tabel in tabellen:
            cursor.execute(
                f"select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') from \"{tabel}\" t"
            )
            inhoud[tabel] = cursor.fetchone()[0]
    return inhoud


@pytest.mark.django_db
def test_given_dossiers_in_every_state_when_years_pass_then_no_fact_and_no_event_changes_by_itself():
    gewoon, met_boeking, opgeschort, weg = (DossierFactory() for _ in range(4))
    Dossierdeel.objects.create(
        dossier=weg,
        deel="afwezigheid",
        inhoud={
            "niet_aangekomen_sinds": "2022-02-03T09:00:00+01:00",
            "aanwezigheidscontrole_op": "2022-02-08",
            "bericht_van_vertrek_ref": "AVIM-1",
        },
    )
    Dossierdeel.objects.create(
        dossier=met_boeking,
        deel="boekingen",
        inhoud=[{"soort": "gedwongen", "land": "IRQ", "gepland_op": "2022-06-01"}],
    )
    Dossierdeel.objects.create(
        dossier=opgeschort,
        deel="medisch",
        inhoud={"art64_besluit": "toegekend", "art64_van": "2022-02-01", "art64_tot": "2022-05-01"},
    )
    dossiers = [gewoon.pk, met_boeking.pk, opgeschort.pk, weg.pk]
    herbeoordeel(dossiers, peildatum=date(2022, 2, 2))
    eerst = feiten()

    for dag in range(0, 3 * 365, 13):
        herbeoordeel(dossiers, peildatum=date(2022, 2, 2) + timedelta(days=dag))

    assert feiten() == eerst
    assert Gebeurtenis.objects.count() == 0
