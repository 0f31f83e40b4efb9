"""The ordinary talk: the second one, planned in the morning with an interpreter in the room."""

from datetime import date, time

import factory

from tests.dossier.factories import DossierFactory
from verantwoord.vertrekgesprek.keuzes import Moment, Status, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslag import Afspraak, Verslag

VRAGEN = {
    "medisch": "Slaapt slecht; gaat op 20 februari naar de huisarts.",
    "buiten_schuld": "Belde twee keer met de ambassade, zonder antwoord.",
    "schrijnend": "Zijn zus is in december overleden.",
    "mensenhandel": "Niemand bedreigt hem.",
}


class GesprekFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Gesprek

    class Params:
        eerste = factory.Trait(moment=Moment.EERSTE, gepland_op=date(2022, 2, 9))
        derde = factory.Trait(moment=Moment.DERDE)
        afgerond = factory.Trait(
            status=Status.GEVOERD,
            gevoerd_op=date(2022, 2, 15),
            afgerond_op=date(2022, 2, 15),
            tolk=Tolk.AANWEZIG,
            gemeenschappelijke_taal=False,
            onderwerpen=[
                "procedure",
                "opties",
                "gevolgen",
                "wensen_belemmeringen",
                "toetsingsmomenten",
                "afspraken",
            ],
            opties_besproken=["iom_rean", "ngo"],
            eigen_woorden="Ik wil eerst met mijn broer praten.",
            blokken={
                "procedure": "De zitting is verteld.",
                "opties": "",
                "gevolgen": "De opvang eindigt.",
                "overig": "",
            },
            vragen=VRAGEN,
            afspraken=[{"wie": "Regievoerder", "wat": "Belt de school", "uiterlijk": "2022-03-01"}],
            concept={"wensen": [], "lp": None},
            verslag="De zitting is verteld.",
        )

    dossier = factory.SubFactory(DossierFactory)
    volgorde = factory.Sequence(lambda n: n)
    moment = Moment.TWEEDE
    status = Status.GEPLAND
    uitgenodigd_op = date(2022, 2, 8)
    gepland_op = date(2022, 2, 15)
    tijd = time(10, 0)
    plaats = "azc Assen, gebouw B, kamer 3"
    taal = "ar"
    tolk_gepland = Tolk.AANWEZIG
    tolk_bestelling = "tolk 40218"


def compleet(**anders: object) -> Verslag:
    """A report in which nothing is missing, held on 15 February 2022 with an interpreter on the phone."""
    return Verslag(
        **{
            "gevoerd_op": date(2022, 2, 15),
            "taal": "ar",
            "gemeenschappelijke_taal": False,
            "tolk": "telefonisch",
            "tolk_bestelling": "tolk 40218",
            "procedure": "Het beroep loopt.",
            "opties_besproken": ("iom_rean", "iom_avrr", "ngo", "dtv_bijdrage", "dia"),
            "gevolgen": "De opvang eindigt vier weken na een ongegrond beroep.",
            "eigen_woorden": "Ik wil niet zonder mijn gereedschap gaan.",
            "vragen": VRAGEN,
            "afspraken": (Afspraak(wie="Regievoerder", wat="Belt de school", uiterlijk=date(2022, 3, 1)),),
        }
        | anders
    )  # fmt: skip
