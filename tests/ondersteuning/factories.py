"""The ordinary wish: to take one's tools along, said in a talk and not yet answered."""

from datetime import date

import factory

from tests.dossier.factories import DossierFactory
from verantwoord.ondersteuning.keuzes import Bron, Soort, Vervolg
from verantwoord.ondersteuning.models import Wens


class WensFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Wens

    class Params:
        beantwoord = factory.Trait(
            vervolg=Vervolg.UITGELEGD, vervolg_op=date(2022, 2, 20), antwoord="Dertig kilo kan mee."
        )
        geen_wens = factory.Trait(soort=Soort.GEEN_WENS_GEUIT, omschrijving="")

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.Sequence(lambda n: n)
    soort = Soort.BAGAGE
    omschrijving = "Mijn gereedschap moet mee, zonder gereedschap ben ik niemand."
    geuit_op = date(2022, 2, 15)
    bron = Bron.GESPREK
