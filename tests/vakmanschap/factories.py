"""Courses, people who took them, watching and intervision. Everything is invented."""

from datetime import date

import factory

from tests.dossier.factories import MedewerkerFactory
from verantwoord.vakmanschap.models import (
    Afspraak,
    Bijeenkomst,
    Casus,
    Cursus,
    Deelname,
    Deelnemer,
    Feedback,
    Kennisstuk,
    Loopbaan,
    Meekijken,
    Trainer,
)

OP = date(2022, 3, 1)


class CursusFactory(factory.django.DjangoModelFactory):
    """Mandatory for everybody since 1 January 2022, within ninety days, and to be repeated after two years."""

    class Meta:
        model = Cursus

    titel = factory.Sequence(lambda n: f"Cursus {n}")
    doel = "Toetsen met eigen feiten."
    voor = "iedereen"
    vorm = "online"
    aanbieder = "DT&V Academie"
    uren = 4
    geldt_vanaf = date(2022, 1, 1)
    termijn_dagen = 90
    geldig_maanden = 24
    bron = "Opleidingsplan 2022"


class DeelnameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Deelname

    class Params:
        gevolgd = factory.Trait(
            gedaan_op=date(2022, 2, 1),
            uitkomst="gevolgd",
            bewijs="Certificaat 12",
            geldig_tot=date(2024, 2, 1),
            vastgelegd_door=factory.SelfAttribute("medewerker"),
        )

    cursus = factory.SubFactory(CursusFactory)
    medewerker = factory.SubFactory(MedewerkerFactory)
    aangemeld_op = date(2022, 1, 10)


class MeekijkenFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Meekijken

    class Params:
        afgesproken = factory.Trait(akkoord_op=date(2022, 2, 20))
        gehouden = factory.Trait(akkoord_op=date(2022, 2, 20), gehouden_op=OP)

    waarnemer = factory.SubFactory(MedewerkerFactory)
    gezien = factory.SubFactory(MedewerkerFactory)
    gevraagd_door = factory.SelfAttribute("waarnemer")
    gevraagd_op = date(2022, 2, 15)
    op = OP


class FeedbackFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Feedback

    meekijken = factory.SubFactory(MeekijkenFactory, gehouden=True)
    waarnemingen = factory.LazyFunction(lambda: {"luisteren": "Er viel een stilte en die mocht er zijn."})
    werkte = "De rustige uitleg."
    gegeven_op = OP


class KennisstukFactory(factory.django.DjangoModelFactory):
    """Looked at by a colleague, and good for the rest of the year."""

    class Meta:
        model = Kennisstuk

    titel = factory.Sequence(lambda n: f"Stuk {n}")
    tekst = "Een ngo helpt bij een eigen zaak."
    onderwerp = "ngo"
    bron = "Brief van de ngo"
    geldig_tot = date(2022, 12, 31)
    opgesteld_door = factory.SubFactory(MedewerkerFactory)
    opgesteld_op = date(2022, 1, 5)
    beoordeeld_door = factory.SubFactory(MedewerkerFactory)
    beoordeeld_op = date(2022, 1, 6)


def maak_trainer(medewerker=None):
    """Somebody whom a manager made a trainer."""
    wie = medewerker or MedewerkerFactory()
    Trainer.objects.create(medewerker=wie, aangewezen_door=MedewerkerFactory(manager=True), van=OP)
    return wie


def begon(medewerker, op):
    return Loopbaan.objects.create(medewerker=medewerker, begonnen_op=op, vastgelegd_door=medewerker)


def maak_bijeenkomst(begeleider, *anderen, **velden):
    """A session with its circle, a case and something agreed."""
    bijeenkomst = Bijeenkomst.objects.create(
        thema="Wie blijft zwijgen",
        op=OP,
        plaats="Kamer 2",
        begeleider=begeleider,
        kring=[begeleider.pk, *(wie.pk for wie in anderen)],
        **velden,
    )
    for wie in (begeleider, *anderen):
        Deelnemer.objects.create(bijeenkomst=bijeenkomst, medewerker=wie)
    Casus.objects.create(
        bijeenkomst=bijeenkomst,
        inbrenger=begeleider,
        titel="Stil aan tafel",
        navertelling="Iemand zei drie keer niets.",
        vraag="Hoe verder?",
    )
    Afspraak.objects.create(bijeenkomst=bijeenkomst, wat="Oefenen met stilte", wie=begeleider, uiterlijk=OP)
    return bijeenkomst
