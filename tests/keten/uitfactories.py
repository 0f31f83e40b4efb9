"""A receiver of the COA with a key, a running agreement and a dossier in which it is involved."""

from datetime import date

import factory
from django.db import transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.keten.ontvanger import GEHEIM
from verantwoord.bewaking.antwoorden import bewaar_antwoorden
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.kern.antwoordvormen import Inhoud, Opvangrecht
from verantwoord.keten.models import Ondertekensleutel, Ontvanger, Uitwisselafspraak
from verantwoord.keten.uit.geheim import berg_op
from verantwoord.keten.uit.stromen import alle_velden
from verantwoord.toegang.rechten import Organisatie, Rol


class OntvangerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Ontvanger
        skip_postgeneration_save = True

    class Params:
        kmar = factory.Trait(organisatie=Organisatie.KMAR, rol=Rol.KMAR)
        vwn = factory.Trait(organisatie=Organisatie.VWN, rol=Rol.VWN)

    naam = factory.Sequence(lambda n: f"Ontvanger {n}")
    organisatie = Organisatie.COA
    rol = Rol.COA
    adres = "http://127.0.0.1:9/berichten"

    @factory.post_generation
    def met_sleutel(self, create, extracted, **kwargs):
        if create and extracted is not False:
            Ondertekensleutel.objects.create(ontvanger=self, geheim=berg_op(GEHEIM))


class AfspraakFactory(factory.django.DjangoModelFactory):
    """Everything that may be agreed with the organisation, for many years."""

    class Meta:
        model = Uitwisselafspraak

    organisatie = Organisatie.COA
    kenmerk = factory.Sequence(lambda n: f"CONV-{n}")
    doel = "Weten tot wanneer iemand recht op opvang heeft."
    velden = factory.LazyAttribute(lambda a: list(alle_velden(a.organisatie)))
    van = date(2020, 1, 1)
    tot = date(2099, 12, 31)
    vastgelegd_door = factory.SubFactory(MedewerkerFactory, beheerder=True)


def betrokken_dossier(organisatie: str = Organisatie.COA, rol: str = Rol.COA) -> Dossier:
    dossier = DossierFactory()
    Betrokkenheid.objects.create(dossier=dossier, organisatie=organisatie, rol=rol, grond="locatie")
    return dossier


def meld(dossier: Dossier, dag: int = 1, *, soort: str = "opvangrecht", inhoud: Inhoud | None = None) -> None:
    """Let an answer become another, as an act does."""
    nieuw = inhoud or Opvangrecht(
        recht="ja", categorie="na_procedure", einddatum=date(2022, 3, dag), redencode="termijn-verstreken"
    )
    with transaction.atomic():
        bewaar_antwoorden({dossier.pk: {soort: nieuw}}, op=date(2022, 2, 2))
