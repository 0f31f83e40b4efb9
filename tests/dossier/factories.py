"""The ordinary dossier: a rejected asylum request, an appeal period that runs, a regievoerder. All people are invented."""

from datetime import date

import factory

from verantwoord.dossier.models import (
    Aanvraag,
    Besluit,
    Dossier,
    Opvangdagen,
    Persoon,
    Proceduredagen,
    Verblijfplaats,
)
from verantwoord.dossier.namen import zoeknaam
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie, Rol


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Team

    naam = factory.Sequence(lambda n: f"Team {n}")


class MedewerkerFactory(factory.django.DjangoModelFactory):
    """A regievoerder of the DT&V with a team of her own."""

    class Meta:
        model = Medewerker

    class Params:
        manager = factory.Trait(rol=Rol.MANAGER)
        beheerder = factory.Trait(rol=Rol.BEHEERDER, team=None)
        fg = factory.Trait(rol=Rol.FG, team=None)
        inspectie = factory.Trait(rol=Rol.INSPECTIE, organisatie=Organisatie.INSPECTIE, team=None)
        medisch_bevoegd = factory.Trait(rol=Rol.MEDISCH_BEVOEGD)
        # Partners: a team of their own organisation; pass ``team`` for one that works for a location.
        coa = factory.Trait(rol=Rol.COA, organisatie=Organisatie.COA)
        ind = factory.Trait(rol=Rol.IND, organisatie=Organisatie.IND)
        avim = factory.Trait(rol=Rol.AVIM_TOEZICHT, organisatie=Organisatie.AVIM)
        avim_mensenhandel = factory.Trait(rol=Rol.AVIM_MENSENHANDEL, organisatie=Organisatie.AVIM)
        kmar = factory.Trait(rol=Rol.KMAR, organisatie=Organisatie.KMAR)
        iom = factory.Trait(rol=Rol.IOM_NGO, organisatie=Organisatie.IOM)
        ngo = factory.Trait(rol=Rol.IOM_NGO, organisatie=Organisatie.NGO)
        vwn = factory.Trait(rol=Rol.VWN, organisatie=Organisatie.VWN)

    gebruikersnaam = factory.Sequence(lambda n: f"medewerker{n}")
    naam = factory.Sequence(lambda n: f"Medewerker {n}")
    organisatie = Organisatie.DTV
    rol = Rol.REGIEVOERDER
    team = factory.SubFactory(TeamFactory, organisatie=factory.SelfAttribute("..organisatie"))


class PersoonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Persoon

    # Numbers that begin with 99 are not given out.
    v_nummer = factory.Sequence(lambda n: f"99{n:08}")
    achternaam = factory.Sequence(lambda n: f"Proefpersoon{n}")
    voornamen = "Sami"
    geboortedatum = "1988-03-04"
    nationaliteiten = factory.LazyFunction(lambda: ["IRQ"])
    talen = factory.LazyFunction(lambda: ["ar"])
    zoeknaam = factory.LazyAttribute(lambda p: zoeknaam(p.voornamen, p.achternaam))


VELD_VAN = {
    veld.name: soort
    for soort in (Proceduredagen, Opvangdagen)
    for veld in soort._meta.concrete_fields
    if not veld.primary_key
}


def zet_dagen(dossier, **dagen):
    """Put these facts of one value in the rows that hold them."""
    for soort in (Proceduredagen, Opvangdagen):
        waarden = {naam: dag for naam, dag in dagen.items() if VELD_VAN[naam] is soort}
        if waarden:
            soort.objects.update_or_create(dossier_id=dossier.pk, defaults=waarden)


class DossierFactory(factory.django.DjangoModelFactory):
    """Received on 1 February 2022 after a rejection of 20 January; the appeal period runs until 17 February."""

    class Meta:
        model = Dossier
        skip_postgeneration_save = True

    nummer = factory.Sequence(lambda n: f"D-2022-{n:06}")
    persoon = factory.SubFactory(PersoonFactory)
    regievoerder = factory.SubFactory(MedewerkerFactory)
    team = factory.SelfAttribute("regievoerder.team")
    afzender = Organisatie.IND
    ontvangen_op = date(2022, 2, 1)
    intake_afgerond_op = date(2022, 2, 2)
    beroepstermijn_tot = date(2022, 2, 17)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        dagen = {naam: kwargs.pop(naam) for naam in VELD_VAN if naam in kwargs}
        dossier = super()._create(model_class, *args, **kwargs)
        zet_dagen(dossier, **dagen)
        return dossier

    @factory.post_generation
    def met_procedure(self, create, extracted, **kwargs):
        if not create or extracted is False:
            return
        Aanvraag.objects.create(
            dossier=self, volgorde=0, soort="asiel", ingediend_op=date(2021, 6, 1),
            beslist_op=date(2022, 1, 20), inwilliging=False,
        )  # fmt: skip
        Besluit.objects.create(
            dossier=self, volgorde=0, soort="afwijzing", genomen_op=date(2022, 1, 20),
            bekendgemaakt_op=date(2022, 1, 20), terugkeerbesluit=True, land_van_terugkeer="IRQ",
            vertrektermijn_dagen=28, kenmerk="Z1-000001", schorsende_werking=True,
        )  # fmt: skip
        Verblijfplaats.objects.create(
            dossier=self, volgorde=0, soort="azc", locatie="Assen", van=date(2021, 6, 10)
        )
