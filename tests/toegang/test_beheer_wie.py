"""The pages of beheer are not there for anybody else, and whatever is sent to them is answered."""

from uuid import uuid4

import pytest
from django.urls import get_resolver, reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.keten.uitfactories import AfspraakFactory, OntvangerFactory
from tests.test_vreemde_invoer import VREEMD, Velden
from verantwoord.keten.models import Aflevering
from verantwoord.stamgegevens.models import Landmedewerking, Parameterwaarde
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.inlog.models import Rolclaim
from verantwoord.toegang.models import Sleutel
from verantwoord.toegang.rechten import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def adressen() -> list[str]:
    """Every address of beheer, with something behind each."""
    afzender = MedewerkerFactory(rol=Rol.AFZENDER, team=None)
    give_sleutel(door=systeem(), medewerker=afzender, naam="koppelvlak")
    Landmedewerking.objects.create(land="IRQ", lp_gedwongen=True, per="2022-01-01", bron="afdeling")
    waarde = Parameterwaarde.objects.create(
        norm="gesprek-1-termijn", naam="target", waarde=10, geldig_van="2022-01-01", reden="besluit"
    )
    ontvanger = OntvangerFactory()
    aflevering = Aflevering.objects.create(
        bericht_id=uuid4(), ontvanger=ontvanger, soort="opvangrecht", baan=uuid4(), stand="geparkeerd"
    )
    bekend = {
        "ontvanger_id": ontvanger.pk,
        "afspraak_id": AfspraakFactory().pk,
        "aflevering_id": aflevering.pk,
        "medewerker_id": afzender.pk,
        "sleutel_id": Sleutel.objects.get().pk,
        "team_id": TeamFactory().pk,
        "land": "IRQ",
        "norm": "gesprek-1-termijn",
        "naam": "target",
        "waarde_id": waarde.pk,
        "rolclaim_id": Rolclaim.objects.create(waarde="regie", organisatie="dtv", rol="regievoerder").pk,
    }
    (kamer,) = (r for r in get_resolver().url_patterns if getattr(r, "namespace", None) == "beheer")
    return [
        reverse(f"beheer:{p.name}", kwargs={deel: bekend[deel] for deel in p.pattern.converters})
        for p in kamer.url_patterns
    ]


@pytest.mark.parametrize("rol", [Rol.REGIEVOERDER, Rol.MANAGER])
def test_given_another_role_when_a_page_of_beheer_is_asked_for_then_it_is_not_there(client, adressen, rol):
    client.force_login(MedewerkerFactory(rol=rol))

    antwoorden = {
        (adres, methode): getattr(client, methode)(adres).status_code
        for adres in adressen
        for methode in ("get", "post")
    }

    assert len(antwoorden) > 40
    assert {sleutel: code for sleutel, code in antwoorden.items() if code not in {404, 405}} == {}


def test_given_an_administrator_when_walking_all_pages_then_no_person_of_a_dossier_is_named(client, adressen):
    dossier = DossierFactory()
    client.force_login(MedewerkerFactory(beheerder=True))
    geheim = (dossier.persoon.achternaam, dossier.persoon.v_nummer, dossier.nummer, str(dossier.pk))

    paginas = [client.get(adres).content.decode() for adres in adressen]

    assert [woord for woord in geheim for pagina in paginas if woord in pagina] == []
    assert client.get(f"/dossiers/{dossier.pk}/").status_code == 404


@pytest.mark.parametrize("vreemd", VREEMD)
def test_given_every_form_of_beheer_when_something_strange_is_sent_then_it_is_answered(
    client, adressen, vreemd
):
    client.force_login(MedewerkerFactory(beheerder=True))
    client.raise_request_exception = False
    gevallen = []

    for adres in adressen:
        velden = Velden()
        velden.feed(client.get(adres).content.decode(errors="replace"))
        velden.waarden.pop("zoek", None)
        vol = velden.waarden | dict.fromkeys(velden.vrij - {"csrfmiddlewaretoken"}, vreemd)
        ladingen = ({}, vol, vol | {"bevestig": vreemd}, velden.waarden | {"terug": vreemd})
        gevallen += [
            (adres, sorted(lading)) for lading in ladingen if client.post(adres, lading).status_code >= 500
        ]
        gevallen += [
            (adres, naam)
            for naam in ("na", "rol", "stand")
            if client.get(adres, {naam: vreemd[:9]}).status_code >= 500
        ]

    assert gevallen == []
