"""An established plan that weighs the options, and a concept. All people are invented."""

from datetime import UTC, date, datetime

import factory

from tests.dossier.factories import DossierFactory
from verantwoord.vertrekplan.keuzes import Analysedeel
from verantwoord.vertrekplan.models import Actie, Vertrekplan


def optie(soort, **anders):
    return {
        "optie": soort,
        "analyse": "Kan, er is een project in Basra.",
        "haalbaar": "ja",
        "haalbaar_bij": "na de uitspraak",
        "belemmering": "Geen reisdocument.",
        "wil": "Alleen als het moet.",
    } | anders


class VertrekplanFactory(factory.django.DjangoModelFactory):
    """Established on 3 February 2022: independent with an ngo, forced departure weighed and not chosen."""

    class Meta:
        model = Vertrekplan
        skip_postgeneration_save = True

    class Params:
        concept = factory.Trait(vastgesteld_op=None, gewijzigd_op=datetime(2022, 2, 9, 9, 0, tzinfo=UTC))

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.LazyAttribute(lambda p: Vertrekplan.objects.filter(dossier=p.dossier).count())
    versie = factory.LazyAttribute(lambda p: p.volgorde + 1)
    vastgesteld_op = date(2022, 2, 3)
    door = factory.SelfAttribute("dossier.regievoerder")
    door_naam = factory.SelfAttribute("door.naam")
    strategie = "Inzetten op zelfstandig vertrek met een project van een ngo."
    analyse = factory.LazyFunction(lambda: {deel.value: f"Bekeken: {deel.value}." for deel in Analysedeel})
    opties = factory.LazyFunction(
        lambda: [optie("zelfstandig_ngo"), optie("gedwongen", haalbaar="nee", haalbaar_bij="", wil="")]
    )
    gekozen = "zelfstandig_ngo"
    reden_keuze = "Hij wil zijn gereedschap meenemen en weer aan het werk."
    aantal_acties = 2

    @factory.post_generation
    def met_acties(self, create, extracted, **kwargs):
        if not create or extracted is False:
            return
        Actie.objects.create(plan=self, volgorde=0, omschrijving="Schoolrapport opvragen", eigenaar="dtv")
        Actie.objects.create(
            plan=self, volgorde=1, omschrijving="Broer om een brief vragen", eigenaar="vreemdeling",
            uiterlijk=date(2022, 3, 7),
        )  # fmt: skip
