"""The ordinary wish: to take one's tools along, said in a talk and not yet answered."""

from datetime import date
from decimal import Decimal

import factory

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.models import Dossierdeel
from verantwoord.ondersteuning.keuzes import Aanbieder, Behoeftesoort, Besluit, Bron, Soort, Vervolg, Vorm
from verantwoord.ondersteuning.models import Aanbod, Behoefte, Bijdrage, DerdeLand, Regeling, Verwijzing, Wens


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


class AanbodFactory(factory.django.DjangoModelFactory):
    """A project that somebody invented, for wishes about a business, in Iraq."""

    class Meta:
        model = Aanbod

    aanbieder = Aanbieder.NGO
    organisatie = "Stichting Proefproject"
    titel = factory.Sequence(lambda n: f"Proefproject {n}")
    omschrijving = "Helpt bij een eigen bedrijf."
    wensen = factory.LazyFunction(lambda: [Soort.ONDERNEMEN.value])
    landen = factory.LazyFunction(lambda: ["IRQ"])


class BijdrageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Bijdrage

    class Params:
        besloten = factory.Trait(
            besluit=Besluit.TOEGEKEND,
            besluit_op=date(2022, 2, 20),
            bedrag=Decimal("300.00"),
            reden="Het gereedschap is nodig om te werken.",
            besloten_door="Mirjam de Graaf",
            beslisser=factory.SubFactory(MedewerkerFactory, manager=True),
        )

    dossier = factory.SubFactory(DossierFactory)
    aanvrager = factory.SelfAttribute("dossier.regievoerder")
    vorm = Vorm.GELD
    waarvoor = "Gereedschap voor zijn werk"
    gevraagd_op = date(2022, 2, 16)


def maak_bewijs(dossier):
    """Another country that was looked into, with a visa for it."""
    land = DerdeLand.objects.create(dossier=dossier, land="RWA", begonnen_op=date(2022, 2, 18))
    regie = dossier.regievoerder
    return land.bewijzen.create(
        soort="visum", kenmerk="V-17", gezien_op=date(2022, 2, 20), door=regie, door_naam=regie.naam
    )


def maak_regeling(dossier, **anders):
    """A school that Bijzonder Vertrek was asked to find."""
    vast = {
        "uitvoerder": "bijzonder_vertrek", "soort": "school", "nodig": "Een plek in groep 5.", "land": "IRQ",
        "gevraagd_op": date(2022, 2, 20), "nodig_op": date(2022, 5, 1),
    }  # fmt: skip
    return Regeling.objects.create(dossier=dossier, **vast | anders)


def maak_hulpvoorstel(dossier):
    """Help that was proposed, about which nobody chose yet."""
    return Verwijzing.objects.create(
        dossier=dossier, naar="iom", toestemming=None, gevraagd_op=date(2022, 2, 18),
        volgende_op=date(2022, 3, 4), waarvoor="Een plan maken.", deelt="Uw naam en uw plan.",
        waarom="De IOM helpt mensen met een eigen zaak.",
    )  # fmt: skip


def zet_verwijzing(dossier, **anders):
    """Put a referral in the facts of a dossier, as one that came from elsewhere: without a row of this room."""
    feit = {
        "naar": "iom",
        "organisatie": "IOM Noord",
        "verwezen_op": "2022-02-10",
        "toestemming": True,
    } | anders
    deel, _nieuw = Dossierdeel.objects.get_or_create(
        dossier=dossier, deel="verwijzingen", defaults={"inhoud": []}
    )
    deel.inhoud = [*deel.inhoud, feit]
    deel.save()


class BehoefteFactory(factory.django.DjangoModelFactory):
    """Somebody who would need certainty about safety, which nobody gives."""

    class Meta:
        model = Behoefte

    dossier = factory.SubFactory(DossierFactory)
    wens = factory.LazyAttribute(lambda o: WensFactory(dossier=o.dossier, soort=Soort.VEILIGHEID))
    soort = Behoeftesoort.VEILIGHEID
    land = "IRQ"
    toelichting = "Nergens is hier iets voor."
    gemeld_op = date(2022, 2, 16)
    door = factory.LazyAttribute(lambda o: o.dossier.regievoerder)
    door_naam = factory.LazyAttribute(lambda o: o.door.naam)
