"""A substantive toetsing, and a sign that something may be the matter. All people are invented."""

from datetime import date

import factory

from tests.dossier.factories import DossierFactory
from verantwoord.toetsing.models import Routeregel, Signaal, Toetsing
from verantwoord.toetsing.tekst import vinger_van


class ToetsingFactory(factory.django.DjangoModelFactory):
    """Medical, recorded on 3 February 2022 with facts and a weighing: it counts."""

    class Meta:
        model = Toetsing

    class Params:
        zonder_afweging = factory.Trait(afweging="")

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.LazyAttribute(lambda t: Toetsing.objects.filter(dossier=t.dossier).count())
    moment = "medisch"
    getoetst_op = date(2022, 2, 3)
    feiten = "Gevraagd naar gezondheid en medicijnen; hij slikt niets en heeft geen klachten."
    bronnen = factory.LazyFunction(lambda: ["gesprek van 3 februari 2022 met tolk"])
    afweging = "Er is nu geen behandeling die in Irak ontbreekt; bij klachten kijken we opnieuw."
    conclusie = "geen_aanwijzing"
    door = factory.SelfAttribute("dossier.regievoerder")
    door_naam = factory.SelfAttribute("door.naam")
    afweging_vinger = factory.LazyAttribute(lambda t: vinger_van(t.afweging))


class SignaalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Signaal

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.LazyAttribute(lambda s: Signaal.objects.filter(dossier=s.dossier).count())
    moment = "medisch"
    ontvangen_op = date(2022, 2, 7)
    bron = "coa"
    toelichting = "Hij sliep drie nachten niet en kwam niet meer naar buiten."


class RouteregelFactory(factory.django.DjangoModelFactory):
    """An informal pre-consultation about hardship, as its step keeps it."""

    class Meta:
        model = Routeregel

    dossier = factory.SubFactory(DossierFactory)
    moment = "schrijnend"
    stap = "vooroverleg"
    op = date(2022, 2, 8)
    invoer = factory.LazyFunction(
        lambda: {
            "op": "2022-02-08",
            "vorm": "informeel",
            "met": "IND",
            "waarover": "schrijnend",
            "uitkomst": "open",
        }
    )
    toelichting = "De IND wil het dossier eerst lezen."
    toelichting_vinger = factory.LazyAttribute(lambda r: vinger_van(r.toelichting))
    door = factory.SelfAttribute("dossier.regievoerder")
    door_naam = factory.SelfAttribute("door.naam")
