"""Every example message gets the fate its sender may expect, and nothing that came in is lost."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.dossier.factories import MedewerkerFactory
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.models import Dossier
from verantwoord.keten.models import InkomendBericht
from verantwoord.keten.queries import gaten_per_afzender
from verantwoord.toegang.rechten import Rol

pytestmark = pytest.mark.django_db
BERICHTEN = Path(__file__).parents[1] / "data" / "overdrachten"
NU = "2022-07-01T12:00:00+02:00"


def importeer(*paden: Path, nu: str = NU) -> list[dict]:
    uit = StringIO()
    call_command("import_overdrachten", *map(str, paden), "--json", "--nu", nu, stdout=uit, stderr=StringIO())
    return [json.loads(regel) for regel in uit.getvalue().splitlines()]


def test_given_all_example_messages_when_imported_then_each_has_its_expected_fate():
    verwacht = [json.loads(regel) for regel in (BERICHTEN / "verwacht.jsonl").read_text().splitlines()]

    gekregen = importeer(
        *(
            BERICHTEN / naam
            for naam in ("dubbel.jsonl", "fouten.jsonl", "losse-berichten", "overdrachten-2022.jsonl")
        )
    )

    v_nummers = dict(Dossier.objects.values_list("nummer", "persoon__v_nummer"))
    assert [
        (Path(g["bestand"]).name, g["regel"], g["status"], g["reden"], v_nummers.get(g["dossiernummer"]))
        for g in gekregen
    ] == [(Path(v["bestand"]).name, v["regel"], v["status"], v["reden"], v["dossier_van"]) for v in verwacht]
    gaten = {afzender: [] for afzender in ("avim", "ind", "kmar")}
    for gat in gaten_per_afzender():
        gaten[gat.afzender].append([gat.van, gat.tot])
    assert gaten == json.loads((BERICHTEN / "verwacht-gaten.json").read_text())
    assert Stand.objects.count() == Dossier.objects.count() == len(set(v_nummers.values()))


def test_given_messages_that_were_imported_when_imported_again_then_all_are_double_and_nothing_changes():
    eerst = importeer(BERICHTEN / "losse-berichten")
    dossiers = list(Dossier.objects.values_list("nummer", "versie"))

    daarna = importeer(BERICHTEN / "losse-berichten")

    opnieuw = {"opgenomen": "dubbel", "dubbel": "dubbel", "quarantaine": "quarantaine"}
    assert [r["status"] for r in daarna] == [opnieuw[r["status"]] for r in eerst]
    assert list(Dossier.objects.values_list("nummer", "versie")) == dossiers
    beheerder = MedewerkerFactory(rol=Rol.BEHEERDER)
    assert InkomendBericht.objects.visible_to(beheerder).in_quarantaine().count() == sum(
        1 for r in eerst if r["status"] == "quarantaine"
    )
