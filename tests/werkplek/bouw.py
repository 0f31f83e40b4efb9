"""Dossiers as lists need them: with a person, a stay and a stand of today, quickly and many at once."""

from datetime import timedelta

from django.utils import timezone

from tests.dossier.factories import DossierFactory, PersoonFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.models import Besluit, Dossier, Persoon, Verblijfplaats
from verantwoord.dossier.namen import zoeknaam

VANDAAG = timezone.localdate


def dossier_voor(regievoerder, *, naam=None, v_nummer=None, **anders):
    """One dossier received ten days ago, with its stand made up."""
    vandaag = VANDAAG()
    persoon = {}
    if naam is not None:
        voornamen, achternaam = naam
        persoon = {
            "voornamen": voornamen,
            "achternaam": achternaam,
            "zoeknaam": zoeknaam(voornamen, achternaam),
        }
    if v_nummer is not None:
        persoon["v_nummer"] = v_nummer
    velden = {
        "regievoerder": regievoerder,
        "persoon": PersoonFactory(**persoon),
        "ontvangen_op": vandaag - timedelta(days=10),
        "intake_afgerond_op": vandaag - timedelta(days=9),
        "beroepstermijn_tot": vandaag + timedelta(days=20),
        "met_procedure": False,
    }
    if regievoerder is None:
        velden["team"] = anders.pop("team")
    dossier = DossierFactory(**velden | anders)
    Besluit.objects.create(
        dossier=dossier,
        volgorde=0,
        soort="afwijzing",
        genomen_op=vandaag - timedelta(days=15),
        bekendgemaakt_op=vandaag - timedelta(days=15),
        terugkeerbesluit=True,
        land_van_terugkeer="IRQ",
        vertrektermijn_dagen=28,
        schorsende_werking=True,
    )
    Verblijfplaats.objects.create(
        dossier=dossier, volgorde=0, soort="azc", locatie="Assen", van=vandaag - timedelta(days=100)
    )
    herbeoordeel([dossier.pk])
    return dossier


def veel_dossiers(regievoerder, aantal, *, begin=0, persoon=None):
    """Many dossiers with stands, in a handful of queries; ``persoon`` gives what differs between the people."""
    vandaag = VANDAAG()
    personen = [
        Persoon(
            v_nummer=f"98{begin + n:08}",
            **{
                "achternaam": f"Verzonnen{n}",
                "geboortedatum": "1990-01-01",
                "zoeknaam": f"verzonnen{n} | ferson{n}",
            }
            | (persoon(n) if persoon else {}),
        )
        for n in range(aantal)
    ]
    Persoon.objects.bulk_create(personen)
    dossiers = [
        Dossier(
            nummer=f"D-2021-{begin + n:06}",
            persoon=persoon_,
            team=regievoerder.team,
            regievoerder=regievoerder,
            afzender="ind",
            ontvangen_op=vandaag - timedelta(days=n % 25),
            intake_afgerond_op=vandaag,
        )
        for n, persoon_ in enumerate(personen)
    ]
    Dossier.objects.bulk_create(dossiers)
    herbeoordeel([dossier.pk for dossier in dossiers])
    return dossiers


def stand_van(dossier):
    return Stand.objects.get(pk=dossier.pk)
