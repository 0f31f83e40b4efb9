"""A dossier with words in it, one for each category, by which is heard who gets to read that category."""

from datetime import date

from django.test import Client

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import ToetsingFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Besluit, Dossierdeel, Verblijfplaats
from verantwoord.kern.toegang import ANTWOORD_IS_ALLES, Toegang, toegang_van
from verantwoord.toegang.rechten import KETENROLLEN, matrixrol
from verantwoord.toetsing.models import Signaal

KANARIE = {
    "identiteit": "KanarieNaam",
    "ind_besluit": "KANARIE-BESLUIT",
    "medisch": "KANARIE-MEDISCH",
    "mensenhandel": "KANARIE-MENSENHANDEL",
    "vertrekplan_en_toetsing": "KANARIE-PLAN",
    "gespreksverslag": "KANARIE-VERSLAG",
    "toezicht_en_bewaring": "KANARIE-TOEZICHT",
}
ROLLEN = (
    "regievoerder", "manager", "coa", "ind", "avim", "avim_mensenhandel", "kmar", "iom", "ngo", "vwn",
    "medisch_bevoegd", "inspectie", "fg", "beheerder",
)  # fmt: skip


def maak_dossier(locatie, **velden):
    """A dossier with a canary in each category, of somebody who lives at this location."""
    dossier = DossierFactory(**velden)
    dossier.persoon.achternaam = KANARIE["identiteit"]
    dossier.persoon.save()
    Verblijfplaats.objects.filter(dossier=dossier).update(locatie=locatie, soort="azc")
    Besluit.objects.filter(dossier=dossier).update(kenmerk=KANARIE["ind_besluit"])
    for moment, categorie in (("medisch", "medisch"), ("mensenhandel", "mensenhandel")):
        ToetsingFactory(
            dossier=dossier, moment=moment, feiten=KANARIE[categorie], afweging=KANARIE[categorie]
        )
        Signaal.objects.create(
            dossier=dossier, volgorde=80 + len(moment), moment=moment, ontvangen_op=date(2022, 2, 3), bron="gemachtigde",
            toelichting=KANARIE[categorie], door_naam="Iemand",
        )  # fmt: skip
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="meldplichten",
        inhoud=[
            {
                "opgelegd_op": "2022-02-01",
                "opgelegd_door": "avim",
                "reden_afwijking": KANARIE["toezicht_en_bewaring"],
            }
        ],
    )
    VertrekplanFactory(dossier=dossier, strategie=KANARIE["vertrekplan_en_toetsing"])
    GesprekFactory(dossier=dossier, eerste=True, afgerond=True, eigen_woorden=KANARIE["gespreksverslag"])
    herbeoordeel([dossier.pk], peildatum=date(2022, 3, 1))
    return dossier


def iemand(rol, dossier, locatie):
    """Somebody of this role to whom the dossier belongs, as far as it can belong to that role."""
    if rol == "regievoerder":
        return dossier.regievoerder
    if rol == "manager":
        return MedewerkerFactory(manager=True, team=dossier.team)
    wie = MedewerkerFactory(**{rol: True})
    if wie.team is not None and wie.rol in KETENROLLEN:
        wie.team.locaties = [locatie]
        wie.team.save()
        dossier.betrokkenen.create(organisatie=wie.organisatie, team=wie.team, rol=wie.rol, grond="locatie")
    return wie


def klant(wie):
    client = Client(raise_request_exception=False)
    client.force_login(wie)
    return client


def verboden_woorden(rol, wie):
    """The canaries that this person may hear nowhere."""
    van_de_rol = matrixrol(wie)
    verboden = {
        woord
        for categorie, woord in KANARIE.items()
        if toegang_van(van_de_rol, categorie) is not Toegang.VOL
        and (van_de_rol, categorie) not in ANTWOORD_IS_ALLES
    }
    if rol in {"iom", "ngo", "vwn", "avim_mensenhandel"}:
        # Of these the answer about who it is holds the name.
        verboden.discard(KANARIE["identiteit"])
    return verboden
