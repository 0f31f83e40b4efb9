"""Rows about detention without the road to them, for tests about something else. All people are invented."""

from datetime import date

from tests.dossier.factories import MedewerkerFactory
from verantwoord.dossier.models import Dossier
from verantwoord.toezicht.bewaring.inhoud import Inhoud, Middel, schrijf_inhoud
from verantwoord.toezicht.bewaring.models import Voorstel


def maak_voorstel(dossier: Dossier, *, waarom: str = "Hij ging weg.", gelezen: bool = False) -> Voorstel:
    """A draft of the regievoerder of the dossier; ``gelezen``: a colleague agreed with it."""
    inhoud = Inhoud(middelen={"meldplicht": Middel(resultaat="Geprobeerd.", waarom=waarom)})
    verder = {"stand": "akkoord", "lezer": MedewerkerFactory(), "gelezen_op": date(2022, 3, 4)}
    return Voorstel.objects.create(
        dossier=dossier,
        opsteller=dossier.regievoerder,
        inhoud=schrijf_inhoud(inhoud),
        **(verder if gelezen else {}),
    )
