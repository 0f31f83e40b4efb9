"""The program in the documentation, run as it stands there: it keeps every end date, and confirms what it kept."""

import os
import re
import sqlite3
import subprocess
import sys
from datetime import date

import pytest
from django.db import transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory, zet_dagen
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Besluit, Ontvangstbevestiging
from verantwoord.project.omgeving import WORTEL
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Organisatie

KANARIE = "KANARIE"


@pytest.mark.django_db(transaction=True)
def test_given_the_program_of_the_documentation_when_a_date_is_put_right_then_coa_has_both_and_nothing_else(
    live_server, tmp_path
):
    blad = (WORTEL / "docs" / "howto" / "partner-api.md").read_text()
    (programma,) = re.findall(r"```python\n(.*?)```", blad, re.DOTALL)
    (tmp_path / "keep_up.py").write_text(programma)
    with transaction.atomic(), als_systeem():
        coa = MedewerkerFactory(coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"]))
        token = give_sleutel(door=systeem(), medewerker=coa, naam="registratie")
        dossier = DossierFactory(recht_eindigt_op=date(2091, 4, 1))
        Besluit.objects.filter(dossier=dossier).update(kenmerk=KANARIE)
        herbeoordeel([dossier.pk])
    loop(live_server.url, tmp_path, token)
    with transaction.atomic(), als_systeem():
        zet_dagen(dossier, recht_eindigt_op=date(2091, 4, 8))
        herbeoordeel([dossier.pk])

    loop(live_server.url, tmp_path, token)

    with sqlite3.connect(tmp_path / "dates.db") as eigen:
        regels = eigen.execute("select * from einddatum order by antwoord").fetchall()
    (eerste, *_), _tweede = regels
    assert [regel[1:] for regel in regels] == [
        (str(dossier.pk), "ja", "2091-04-01", "termijn-verstreken", None),
        (str(dossier.pk), "ja", "2091-04-08", "correctie", eerste),
    ]
    with transaction.atomic(), als_systeem():
        assert set(Ontvangstbevestiging.objects.values_list("organisatie", flat=True)) == {"coa"}
        assert Ontvangstbevestiging.objects.count() == 2
    assert KANARIE.encode() not in (tmp_path / "dates.db").read_bytes()


def loop(adres: str, plek, token: str) -> None:
    gedaan = subprocess.run(  # noqa: S603 - our own documentation
        [sys.executable, "keep_up.py", f"{adres}/api/v1", "dates.db"],
        cwd=plek,
        env=os.environ | {"VERANTWOORD_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (gedaan.returncode, gedaan.stderr) == (0, "")
