"""The way in of an invented person, and of their lawyer."""

from datetime import date

import factory

from tests.dossier.factories import DossierFactory
from verantwoord.dossier.models import Machtiging, Portaalaccount, Portaalafscherming
from verantwoord.toegang.rechten import Portaalrol


class PortaalaccountFactory(factory.django.DjangoModelFactory):
    """The person of a dossier, who activated it before."""

    class Meta:
        model = Portaalaccount

    rol = Portaalrol.PERSOON
    persoon = factory.SelfAttribute("dossier.persoon")
    geactiveerd_op = "2022-02-03T10:00:00Z"

    class Params:
        dossier = factory.SubFactory(DossierFactory)
        gemachtigde = factory.Trait(rol=Portaalrol.GEMACHTIGDE, persoon=None, eigen_naam="mr. E. Voorbeeld")


class MachtigingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Machtiging

    account = factory.SubFactory(PortaalaccountFactory, gemachtigde=True)
    dossier = factory.SubFactory(DossierFactory)
    hoedanigheid = Machtiging.Hoedanigheid.ADVOCAAT
    van = date(2022, 2, 1)
    tot = date(2099, 1, 1)
    gegeven_naam = "Proefpersoon"


class PortaalafschermingFactory(factory.django.DjangoModelFactory):
    """Closed by two colleagues."""

    class Meta:
        model = Portaalafscherming

    reden = "Iemand leest mee op deze telefoon."
    tot = date(2099, 1, 1)
    door_naam = "Noor Haverkamp"
    tweede_naam = "Hassan Ouali"
