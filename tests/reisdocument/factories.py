"""A travel document and a request for a laissez-passer. All people are invented."""

from datetime import date

import factory

from tests.dossier.factories import DossierFactory
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument


class ReisdocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Reisdocument

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.LazyAttribute(lambda r: Reisdocument.objects.filter(dossier=r.dossier).count())
    soort = "paspoort"
    geldig_tot = date(2030, 1, 1)


class LPAanvraagFactory(factory.django.DjangoModelFactory):
    """Filled in on 3 February 2022 after an explanation; nobody has checked the set yet."""

    class Meta:
        model = LPAanvraag

    class Params:
        gecontroleerd = factory.Trait(
            set_gecontroleerd_door="Tweede Lezer",
            set_gecontroleerd_op=date(2022, 2, 5),
            asielinformatie_aangetroffen=False,
        )
        verzonden = factory.Trait(gecontroleerd=True, verzonden_op=date(2022, 2, 21))

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.LazyAttribute(lambda lp: LPAanvraag.objects.filter(dossier=lp.dossier).count())
    land = "IRQ"
    ingevuld_op = date(2022, 2, 3)
    uitleg_gegeven = True
