"""Every address, every method, every role, each kind of dossier: made from the addresses themselves.

An address that nobody classified fails here. In everything that a role gets, the words of a category that it may not
see (canaries, one for each) never stand.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise, product
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.dossier.opvang.factories import maak_overplaatsing
from tests.dossier.stemfactories import maak_betwisting, maak_vraag
from tests.ondersteuning.factories import (
    BehoefteFactory,
    BijdrageFactory,
    WensFactory,
    maak_bewijs,
    maak_hulpvoorstel,
    maak_regeling,
)
from tests.reisdocument.factories import LPAanvraagFactory
from tests.security.kanaries import KANARIE, ROLLEN, iemand, klant, maak_dossier, verboden_woorden
from tests.toezicht.bewaring.factories import maak_voorstel
from tests.toezicht.bouw import maak_maatregel, maak_reistest
from tests.vertrekgesprek.factories import GesprekFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossier, Inzageverzoek
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import KETENROLLEN, Rol

pytestmark = pytest.mark.django_db
WEG = UUID(int=42)
STAF = {Rol.REGIEVOERDER, Rol.MANAGER}
KETEN = {*KETENROLLEN, Rol.MEDISCH_BEVOEGD}
# Whose addresses about one dossier these are, by the name with which they begin. One that is missing fails the test.
VAN_WIE = {
    "afwijken": STAF,
    "dossier": STAF,
    "dossieroverleg": STAF,
    "inzageverzoeken": STAF,
    "ondersteuning": STAF,
    "procedure": STAF,
    "reisdocument": STAF,
    "termijnen": STAF,
    "toetsing": STAF,
    "toezicht": STAF,
    "bewaring": STAF,
    "bewaringsbesluit": STAF | {Rol.AVIM_TOEZICHT, Rol.KMAR},
    "vertrek": STAF,
    "vertrekgesprek": STAF,
    "vertrekplan": STAF,
    "werkplek": STAF,
    "overleg": STAF | KETEN,
    "partner": KETEN,
    "vragen": KETEN,
    "api": STAF | KETEN,
}
METHODEN = ("get", "post", "put", "patch", "delete")


def alle_adressen() -> Iterator[tuple[str, str, list[str]]]:
    """Name, pattern and parts of every address that names a dossier, at any depth."""
    for kamer in get_resolver().url_patterns:
        if isinstance(kamer, URLResolver):
            naam = "api" if kamer.app_name == "ninja" else str(kamer.namespace)
            for patroon in kamer.url_patterns:
                if isinstance(patroon, URLPattern):
                    route = f"{kamer.pattern}{patroon.pattern}"
                    delen = re.findall(r"<(?:\w+:)?(\w+)>", route)
                    if "dossier_id" in delen:
                        yield naam, route, delen


def adres(route: str, waarden: dict[str, object]) -> str:
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda deel: str(waarden[deel[1]]), route).lstrip("^")


@pytest.fixture
def locatie():
    return "azc Kanarieveld"


@pytest.fixture
def dossier(locatie):
    """A dossier with a canary in each category and something of each kind that an address can name."""
    return maak_dossier(locatie)


@pytest.fixture
def waarden(dossier):
    plan = VertrekplanFactory(dossier=dossier, concept=True)
    avim = MedewerkerFactory(avim=True)
    bewijs = maak_bewijs(dossier)
    verzoek = Inzageverzoek.objects.create(
        dossier=dossier, vraagsteller=avim, organisatie="avim", eigenaar="dtv", soort="gespreksverslag", wat="Wat?",
        doel="Reis", grondslag="publieke_taak", gevraagd_op=date(2022, 3, 3), antwoord_voor=date(2022, 3, 8),
    )  # fmt: skip
    return {
        "dossier_id": dossier.pk,
        "gesprek_id": GesprekFactory(dossier=dossier).pk,
        "toetsing_id": WEG,
        "nummer": 0,
        "wens_id": WensFactory(dossier=dossier).pk,
        "behoefte_id": BehoefteFactory(dossier=dossier).pk,
        "bijdrage_id": BijdrageFactory(dossier=dossier).pk,
        "bewijs_id": bewijs.pk,
        "derde_land_id": bewijs.derde_land_id,
        "landstap": "dia",
        "regeling_id": maak_regeling(dossier).pk,
        "verwijzing_id": maak_hulpvoorstel(dossier).pk,
        "lp_id": LPAanvraagFactory(dossier=dossier, gecontroleerd=True).pk,
        "moment": "medisch",
        "routestap": "besluit",
        "stap": "sluiten",
        "reisstap": "annuleren",
        "soort": "aanvraag",
        "termijnstap": "verzoek",
        "toezichtstap": "maatregel",
        "maatregelstap": "bekijken",
        "reisteststap": "antwoord",
        "overplaatsing_id": maak_overplaatsing(dossier, waarom=KANARIE["vertrekplan_en_toetsing"]).pk,
        "overplaatsstap": "overdracht",
        "kind": "zelf",
        "maatregel_id": maak_maatregel(dossier, belang_kinderen="Gewogen.").pk,
        "reistest_id": maak_reistest(dossier).pk,
        "voorstel_id": maak_voorstel(dossier, waarom=KANARIE["toezicht_en_bewaring"], gelezen=True).pk,
        "voorsteldeel": "middel-meldplicht",
        "bewaringstap": "stoppen",
        "besluitstap": "niet-opleggen",
        "norm": "lp-verzendverbod",
        "plan_id": plan.pk,
        "actie_id": plan.acties.all()[0].pk,
        "verzoek_id": verzoek.pk,
        "zending_id": WEG,
        "punt_id": WEG,
        "antwoord_id": 1,
        "noodtoegang_id": WEG,
        "overlegpunt_id": WEG,
        "feit_id": WEG,
        "betwisting_id": maak_betwisting(dossier).pk,
        "stem_id": maak_vraag(dossier).pk,
    }


def kaal(antwoord) -> bytes:
    """The answer without what differs at every request."""
    zonder = re.sub(
        rb'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|[0-9a-f]{16}', b"", antwoord.content
    )
    return zonder.replace(str(WEG).encode(), b"")


def test_every_address_about_a_dossier_is_classified():
    assert {naam for naam, _route, _delen in alle_adressen()} - set(VAN_WIE) == set()


def test_every_part_of_an_address_is_tried(waarden):
    assert {deel for _n, _r, delen in alle_adressen() for deel in delen} - set(waarden) == set()


@pytest.mark.parametrize("rol", ROLLEN)
def test_no_role_gets_a_word_of_a_category_that_is_not_for_it(rol, dossier, waarden, locatie):
    wie = iemand(rol, dossier, locatie)
    client = klant(wie)
    verboden = verboden_woorden(rol, wie)
    gelekt = []
    bladen = [
        "/",
        "/meldingen/",
        "/overleg/",
        "/keten/",
        "/fg/",
        "/team/",
        "/agenda/",
        "/kwaliteit/",
        "/beheer/",
        "/tekenen/",
    ]

    for pad in [*bladen, *(adres(route, waarden) for _n, route, _d in alle_adressen())]:
        antwoord = client.get(pad)
        gelekt += [(pad, woord) for woord in verboden if woord.encode() in antwoord.content]
    for zoekpad in ("/zoeken/", "/keten/zoeken/"):
        gevonden = client.post(zoekpad, {"zoek": dossier.persoon.v_nummer})
        gelekt += [(zoekpad, woord) for woord in verboden if woord.encode() in gevonden.content]

    assert gelekt == []


def test_the_canaries_sing_for_who_may_hear_them(dossier, waarden, locatie):
    """Without this the test above would pass on empty pages."""
    client = klant(dossier.regievoerder)

    alles = b"".join(client.get(adres(route, waarden)).content for _n, route, _d in alle_adressen())

    assert {categorie for categorie, woord in KANARIE.items() if woord.encode() not in alles} == set()


@pytest.fixture
def bare_errors(monkeypatch):
    """Answer errors with their number alone: drawing a page a thousand times says nothing about who may see what."""
    monkeypatch.setattr(
        "verantwoord.web.views._page", lambda _verzoek, status, *_: HttpResponse(status=status)
    )


@pytest.mark.usefixtures("bare_errors")
@pytest.mark.parametrize("rol", ROLLEN)
def test_an_address_of_another_desk_is_not_there(rol, dossier, waarden, locatie):
    wie = iemand(rol, dossier, locatie)
    client = klant(wie)

    fout = [
        (methode, route, antwoord.status_code)
        for naam, route, _delen in alle_adressen()
        if wie.rol not in VAN_WIE[naam]
        for methode in METHODEN
        if (antwoord := getattr(client, methode)(adres(route, waarden))).status_code not in {403, 404, 405}
    ]

    assert fout == []


@pytest.mark.parametrize("rol", ROLLEN)
def test_the_dossier_of_somebody_else_looks_exactly_like_none(rol, dossier, waarden, locatie):
    ander = DossierFactory()
    client = klant(iemand(rol, dossier, locatie))
    anders = []

    for methode, (_naam, route, _delen) in product(("get", "post"), alle_adressen()):
        bij_ander = getattr(client, methode)(adres(route, waarden | {"dossier_id": ander.pk}))
        bij_geen = getattr(client, methode)(adres(route, waarden | {"dossier_id": WEG}))
        gelijk = kaal(bij_ander).replace(str(ander.pk).encode(), b"") == kaal(bij_geen)
        if (
            bij_ander.status_code != bij_geen.status_code
            or bij_ander.status_code not in {404, 405}
            or not gelijk
        ):
            anders.append((methode, route, bij_ander.status_code, bij_geen.status_code))

    assert anders == []


@pytest.mark.parametrize("rol", ["manager", "coa", "avim"])
def test_a_shielded_dossier_is_not_there_for_a_colleague_and_not_for_supervision(
    rol, dossier, waarden, locatie
):
    wie = iemand(rol, dossier, locatie)
    Dossier.objects.filter(pk=dossier.pk).update(afgeschermd=True)
    herbeoordeel([dossier.pk], peildatum=date(2022, 3, 1))
    client = klant(wie)

    te_zien = {
        naam
        for naam, route, _delen in alle_adressen()
        if client.get(adres(route, waarden)).status_code == 200
    }

    # The COA gives shelter, and must know until when.
    assert te_zien <= ({"partner", "vragen", "api"} if rol == "coa" else set())


@pytest.mark.parametrize("rol", ["coa", "avim", "ind"])
def test_a_closed_dossier_is_no_partners_task(rol, dossier, waarden, locatie):
    wie = iemand(rol, dossier, locatie)
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=date(2022, 3, 1))
    herbeoordeel([dossier.pk], peildatum=date(2022, 3, 1))
    client = klant(wie)

    assert {client.get(adres(route, waarden)).status_code for _n, route, _d in alle_adressen()} <= {404, 405}


def test_every_try_at_a_dossier_is_kept(dossier, waarden, locatie):
    wie = MedewerkerFactory(coa=True, team=TeamFactory(organisatie="coa"))
    client = klant(wie)
    pogingen = [("", 0)]

    for _naam, route, _delen in alle_adressen():
        client.get(adres(route, waarden))

        pogingen.append((route, Inzage.objects.filter(medewerker_id=wie.pk, toegestaan=False).count()))

    niet_bewaard = [route for (_r, voor), (route, na) in pairwise(pogingen) if na != voor + 1]
    assert niet_bewaard == []
    assert not Inzage.objects.filter(medewerker_id=wie.pk, toegestaan=True).exists()
