"""Dossiers with supervision. All people are invented."""

import uuid
from datetime import date

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie
from verantwoord.toezicht.actions import impose_maatregel, record_reistest
from verantwoord.toezicht.models import Maatregel, Reistest

VANDAAG = date(2022, 2, 14)


def maak_dossier(*, op: date = VANDAAG, **delen) -> Dossier:
    """The ordinary dossier with these parts of the dossierbeeld; the AVIM and the COA of Assen are involved on that day."""
    team_in_assen(Organisatie.AVIM)
    team_in_assen(Organisatie.COA)
    dossier = DossierFactory()
    for deel, inhoud in delen.items():
        Dossierdeel.objects.create(dossier=dossier, deel=deel, inhoud=inhoud)
    herbeoordeel([dossier.pk], peildatum=op)
    return dossier


def maak_avim() -> Medewerker:
    return MedewerkerFactory(avim=True, team=team_in_assen(Organisatie.AVIM))


def team_in_assen(organisatie: Organisatie) -> Team:
    """The one team of this organisation that works for Assen."""
    team = Team.objects.filter(organisatie=organisatie, locaties=["Assen"]).first()
    return team or TeamFactory(organisatie=organisatie, locaties=["Assen"])


def plicht(**anders):
    return {"opgelegd_op": "2022-02-01", "opgelegd_door": "avim"} | anders


def sleutel() -> uuid.UUID:
    return uuid.uuid4()


def maak_maatregel(dossier: Dossier, **anders) -> Maatregel:
    """A measure of four weeks from ``VANDAAG`` in the municipality of Assen."""
    return impose_maatregel(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "versie": None,
            "soort": "gemeente",
            "waar": "Assen",
            "reden": "Zij vertrok twee keer zonder iets te zeggen.",
            "lichter": "Een meldplicht is geprobeerd; zij kwam twee keer niet.",
            "belang_kinderen": "",
            "van": VANDAAG,
            "tot": date(2022, 3, 14),
            "toets_voor": date(2022, 2, 28),
            "peildatum": VANDAAG,
        }
        | anders
    )


def maak_reistest(dossier: Dossier, **anders) -> Reistest:
    """A country asks a vaccination; it is to be talked about before 21 February."""
    return record_reistest(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "land": "IRQ",
            "soort": "vaccinatie",
            "wat": "Een vaccinatie, tien dagen voor de reis.",
            "bron": "Bericht van de ambassade",
            "vraag_voor": date(2022, 2, 21),
            "peildatum": VANDAAG,
        }
        | anders
    )
