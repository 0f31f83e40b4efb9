"""A beginning makes a room in one go; asked for its SQL it only tells."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from verantwoord.ondersteuning.models import Aanbod

pytestmark = pytest.mark.django_db(databases=["default", "eigenaar"])


def test_given_a_beginning_when_its_sql_is_asked_then_each_table_is_told_and_no_row_is_written():
    aantal = Aanbod.objects.count()
    uit = StringIO()

    call_command("sqlmigrate", "ondersteuning", "0001_begin", database="eigenaar", no_color=True, stdout=uit)

    tabellen = [
        regel.split('"')[1] for regel in uit.getvalue().splitlines() if regel.startswith("CREATE TABLE")
    ]
    assert sorted(tabellen) == sorted(
        m._meta.db_table for m in apps.get_app_config("ondersteuning").get_models()
    )
    assert Aanbod.objects.count() == aantal == 5
