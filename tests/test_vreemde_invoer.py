"""Whatever is sent to a page of a dossier, the answer is a page with a sentence and never a crash."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.opvang.factories import maak_overplaatsing
from tests.dossier.stemfactories import maak_betwisting, maak_vraag
from tests.ondersteuning.factories import (
    BehoefteFactory,
    BijdrageFactory,
    WensFactory,
    maak_bewijs,
    maak_hulpvoorstel,
    maak_regeling,
    zet_verwijzing,
)
from tests.reisdocument.factories import LPAanvraagFactory
from tests.toezicht.bewaring.factories import maak_voorstel
from tests.toezicht.bouw import maak_maatregel, maak_reistest
from tests.vertrekgesprek.factories import GesprekFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossier, Dossierdeel, Inzageverzoek
from verantwoord.dossier.opvang.forms import STAPPEN as OVERPLAATSSTAPPEN
from verantwoord.dossier.procedure.forms import FORMULIEREN
from verantwoord.dossier.termijnen.forms import FORMULIEREN as TERMIJNSTAPPEN
from verantwoord.overleg.models import Overlegpunt
from verantwoord.toezicht.bewaring.forms import BESLUITEN
from verantwoord.toezicht.bewaring.forms import STAPPEN as BEWARINGSTAPPEN
from verantwoord.toezicht.forms import MAATREGELSTAPPEN, REISTESTSTAPPEN
from verantwoord.toezicht.forms import STAPPEN as TOEZICHTSTAPPEN
from verantwoord.vertrek.forms import REISSTAPPEN, STAPPEN

# A character that the database cannot keep, a number that Python does not read, a text that fits nowhere.
VREEMD = ("\0", "9" * 5000, "é" * 25_000)


class Velden(HTMLParser):
    """The fields of a page as a browser would send them; of a choice the last one offered."""

    def __init__(self) -> None:
        super().__init__()
        self.waarden: dict[str, str] = {}
        self.vrij: set[str] = set()
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        if tag == "select":
            self._select = a.get("name") or ""
        elif tag == "option" and self._select:
            self.waarden[self._select] = a.get("value") or ""
        elif tag in {"input", "textarea"} and a.get("name"):
            self.waarden[str(a["name"])] = a.get("value") or ""
            if tag == "textarea" or a.get("type", "text") in {"text", "hidden"}:
                self.vrij.add(str(a["name"]))


@pytest.fixture
def dossier():
    dossier = DossierFactory()
    zet_verwijzing(dossier)
    herbeoordeel([dossier.pk])
    return dossier


@pytest.fixture
def adressen(dossier) -> list[str]:
    """Every address about this dossier, with something of each kind in it; what a closed one holds was put there before."""
    gesloten_op = dossier.gesloten_op
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=None)
    bewijs = maak_bewijs(dossier)
    bekend = {
        "dossier_id": [dossier.pk],
        "gesprek_id": [
            GesprekFactory(dossier=dossier).pk,
            GesprekFactory(dossier=dossier, eerste=True, afgerond=True).pk,
        ],
        "nummer": [0],
        "wens_id": [WensFactory(dossier=dossier).pk],
        "behoefte_id": [BehoefteFactory(dossier=dossier).pk],
        "bijdrage_id": [BijdrageFactory(dossier=dossier).pk],
        "bewijs_id": [bewijs.pk],
        "derde_land_id": [bewijs.derde_land_id],
        "landstap": ["dia", "antwoord", "bewijs"],
        "regeling_id": [maak_regeling(dossier).pk],
        "verwijzing_id": [maak_hulpvoorstel(dossier).pk],
        "lp_id": [LPAanvraagFactory(dossier=dossier, gecontroleerd=True).pk],
        "moment": ["medisch", "schrijnend"],
        # Every step of every route is walked in the room itself.
        "routestap": ["besluit"],
        "stap": [*STAPPEN],
        "reisstap": [*REISSTAPPEN],
        "soort": [*FORMULIEREN],
        "termijnstap": [*TERMIJNSTAPPEN],
        "toezichtstap": [*TOEZICHTSTAPPEN],
        "maatregelstap": [*MAATREGELSTAPPEN],
        "reisteststap": [*REISTESTSTAPPEN],
        "overplaatsing_id": [maak_overplaatsing(dossier).pk],
        "overplaatsstap": [*OVERPLAATSSTAPPEN],
        "kind": ["zelf"],
        "maatregel_id": [maak_maatregel(dossier, belang_kinderen="Gewogen.").pk],
        "reistest_id": [maak_reistest(dossier).pk],
        "voorstel_id": [maak_voorstel(dossier).pk],
        # Every part of a draft is walked in the room itself.
        "voorsteldeel": ["middel-borg", "kwetsbaarheid", "zicht"],
        "bewaringstap": [*BEWARINGSTAPPEN],
        "besluitstap": [*BESLUITEN],
        "norm": ["aantal-gesprekken-voor-dwang", "lp-verzendverbod"],
        "verzoek_id": [vraag_om_inzage(dossier).pk],
        "feit_id": [_elders(dossier).pk],
        "betwisting_id": [maak_betwisting(dossier).pk],
        "stem_id": [maak_vraag(dossier).pk],
    }
    reis = {"soort": "zelfstandig", "land": "IRQ", "gepland_op": "2022-06-01"}
    Dossierdeel.objects.create(dossier=dossier, deel="boekingen", inhoud=[reis])
    vast = VertrekplanFactory(dossier=dossier)
    VertrekplanFactory(dossier=dossier, concept=True)
    bekend |= {"plan_id": [vast.pk], "actie_id": [actie.pk for actie in vast.acties.all()], "toetsing_id": []}
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=gesloten_op)
    herbeoordeel([dossier.pk])
    return [reverse(naam, kwargs=kwargs) for naam, delen in _routes() for kwargs in _keuzes(delen, bekend)]


def vraag_om_inzage(dossier) -> Inzageverzoek:
    """A partner asks something that the regievoerder decides about."""
    return Inzageverzoek.objects.create(
        dossier=dossier,
        vraagsteller=MedewerkerFactory(avim=True),
        organisatie="avim",
        eigenaar="dtv",
        soort="gespreksverslag",
        wat="Wat is er over de reis gezegd?",
        doel="De reis voorbereiden.",
        grondslag="publieke_taak",
        gevraagd_op=date(2022, 3, 3),
        antwoord_voor=date(2022, 3, 8),
    )


def _elders(dossier) -> Overlegpunt:
    """A meeting from before the dossier came, with something still open."""
    return Overlegpunt.objects.create(
        dossier=dossier,
        volgorde=0,
        soort="rao",
        datum=date(2022, 2, 3),
        besluit="vastgesteld",
        acties=[{"omschrijving": "Bellen", "eigenaar": "coa"}],
    )


def _routes() -> Iterator[tuple[str, list[str]]]:
    for kamer in get_resolver().url_patterns:
        if isinstance(kamer, URLResolver) and kamer.app_name not in {"", None, "ninja"}:
            for patroon in kamer.url_patterns:
                if isinstance(patroon, URLPattern) and "dossier_id" in patroon.pattern.converters:
                    yield f"{kamer.namespace}:{patroon.name}", list(patroon.pattern.converters)


def _keuzes(delen: list[str], bekend: dict[str, list[object]]) -> Iterator[dict[str, object]]:
    if not delen:
        yield {}
        return
    for rest in _keuzes(delen[1:], bekend):
        for waarde in bekend[delen[0]]:
            yield {delen[0]: waarde} | rest


@pytest.mark.django_db
@pytest.mark.parametrize("vreemd", VREEMD)
def test_given_every_form_of_a_dossier_when_something_strange_is_sent_then_it_is_answered(
    client, dossier, adressen, vreemd
):
    client.force_login(dossier.regievoerder)
    client.raise_request_exception = False
    gevallen = []

    for adres in adressen:
        velden = Velden()
        velden.feed(client.get(adres, follow=True).content.decode(errors="replace"))
        velden.waarden.pop("zoek", None)
        vol = velden.waarden | dict.fromkeys(velden.vrij - {"csrfmiddlewaretoken", "zoek"}, vreemd)
        ladingen = ({}, vol, velden.waarden | {f"feiten{vreemd[:9]}": "tekst", "blad": vreemd, "versie": "0"})
        gevallen += [
            (adres.removeprefix(f"/dossiers/{dossier.pk}"), sorted(lading))
            for lading in ladingen
            if client.post(adres, lading).status_code >= 500
        ]

    assert gevallen == []


@pytest.mark.django_db
def test_given_the_walk_over_the_forms_when_counted_then_it_met_many_of_them(adressen):
    assert len(adressen) > 50
