"""A complete file on 20 April 2022, its regievoerder, and the case manager of the COA of the azc in Assen."""

import json
from datetime import date

import pytest

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.kern import bouw
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.dossier.opvang import overplaatsen
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import Organisatie

OP = date(2022, 4, 20)
AZC = {"soort": "azc", "locatie": "Assen", "van": "2021-06-10"}


def neem_over(nummer, *delen, **persoon) -> Dossier:
    """Take over somebody whose file nothing stops, without the proposals and the outcome of the example."""
    beeld = bouw.beeld(bouw.alles_mag(), {"opvang": {"verblijfplaatsen": [AZC]}}, *delen)
    for weg in ("bewaringen", "meldplichten", "afwezigheid", "uitkomst"):
        del beeld[weg]
    beeld["dossiernummer"] = f"D-2022-{nummer:06}"
    beeld["persoon"] |= {"v_nummer": f"99{nummer:08}"} | persoon
    return import_dossierbeeld(door=systeem(), beeld=lees_dossierbeeld(json.dumps(beeld).encode()))


@pytest.fixture
def regie():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def coa():
    return MedewerkerFactory(
        coa=True, naam="Casper van het COA", team=TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"])
    )


def geef_aan(dossier, regie) -> Dossier:
    Dossier.objects.filter(pk=dossier.pk).update(
        regievoerder=regie, regievoerder_elders=None, team=regie.team
    )
    herbeoordeel([dossier.pk], peildatum=OP)
    return Dossier.objects.select_related("persoon", "regievoerder").get(pk=dossier.pk)


@pytest.fixture
def dossier(regie):
    return geef_aan(neem_over(1), regie)


@pytest.fixture
def gezin(dossier, regie):
    """The same with a partner and a child of eleven, each with a dossier of their own."""
    partner = geef_aan(neem_over(2, naam={"achternaam": "Voorbeeld", "voornamen": "Rana"}), regie)
    kind = geef_aan(
        neem_over(3, naam={"achternaam": "Voorbeeld", "voornamen": "Lina"}, geboortedatum="2011-05-06"), regie
    )
    alle = [dossier, partner, kind]
    for een in alle:
        for volgorde, ander in enumerate(d for d in alle if d is not een):
            Gezinslid.objects.create(
                persoon=een.persoon,
                volgorde=volgorde,
                relatie="kind" if ander is kind else ("ouder" if een is kind else "partner"),
                v_nummer=ander.persoon.v_nummer,
                geboortedatum=ander.persoon.geboortedatum,
            )
    for een in alle:
        herbeoordeel([een.pk], peildatum=OP)
    return alle


VERZOEK = {
    "naar": "vbl",
    "locatie": "Ter Apel",
    "gewenst_op": date(2022, 4, 29),
    "antwoord_voor": date(2022, 4, 25),
    "toelichting": "Twee kamers, het kind gaat naar school.",
    "zicht_op_terugkeer": "De LP is toegezegd en de reis kan binnen acht weken.",
    "maatregel": "VBM-2022-17",
    "maatregel_op": date(2022, 4, 19),
    "peildatum": OP,
}


def versie(dossier) -> int:
    return Dossier.objects.get(pk=dossier.pk).versie


def vraag(dossier, *, samen=(), **anders):
    return overplaatsen.ask_overplaatsing(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        versie=versie(dossier),
        samen={ander.pk: versie(ander) for ander in samen},
        **VERZOEK | anders,
    )


def draag_over(rij, *wie, op=date(2022, 4, 26)):
    for door in wie:
        overplaatsen.hand_over(
            door=door,
            dossier_id=rij.dossier_id,
            overplaatsing_id=rij.pk,
            wat="School en gesprekken doorgesproken.",
            peildatum=op,
            recht=overplaatsen.Recht.OPVANG_BESLUITEN
            if door.organisatie == Organisatie.COA
            else overplaatsen.Recht.DOSSIER_BEHANDELEN,
        )


def reserveer(rij, coa, op=date(2022, 4, 22)):
    overplaatsen.accept_overplaatsing(
        door=coa, dossier_id=rij.dossier_id, overplaatsing_id=rij.pk, toelichting="", peildatum=op
    )
