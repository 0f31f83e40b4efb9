"""A case in which every norm would let detention be proposed, and the people it takes. All of them are invented."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.dossier.factories import MedewerkerFactory
from tests.kern.bouw import Deel
from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from verantwoord.dossier.models import Dossier
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.bewaring import actions
from verantwoord.toezicht.bewaring.inhoud import Inhoud, Middel
from verantwoord.toezicht.bewaring.keuzes import INDICATOREN, KWETSBAAR, MIDDELEN, Waarvoor
from verantwoord.toezicht.bewaring.models import Aanwijzing, Voorstel

VOLLEDIG = Inhoud(
    middelen={
        naam: Middel(
            geprobeerd_op=date(2022, 4, 1),
            resultaat=f"{naam}: geprobeerd en besproken.",
            waarom=f"{naam}: volstaat nu niet, want hij ging steeds weg.",
        )
        for naam in MIDDELEN
    },
    kwetsbaarheid={naam: f"{naam}: gevraagd, niets gebleken." for naam in KWETSBAAR},
    gronden={"3b": "Hij was van 2 tot 20 maart nergens te vinden.", "4c": "Hij sliep steeds ergens anders."},
    zicht={naam: f"{naam}: het paspoort ligt klaar." for naam in INDICATOREN},
    zicht_oordeel=True,
    zicht_afweging="Er is een paspoort en een vlucht kan binnen twee weken.",
)


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """The dossier, its author, a second reader, and an officer of the AVIM who is designated on ``dag``."""

    dossier: Dossier
    opsteller: Medewerker
    lezer: Medewerker
    ambtenaar: Medewerker
    dag: date

    @property
    def voorstel(self) -> Voorstel:
        return Voorstel.objects.get(dossier=self.dossier)


def wijs_aan(
    wie: Medewerker, *, dag: date = DAG, waarvoor: str = Waarvoor.OPLEGGEN, kenmerk: str = "HOvJ-1"
) -> Aanwijzing:
    """Designate somebody, from a month before ``dag`` until a month after it."""
    een, twee = MedewerkerFactory(beheerder=True), MedewerkerFactory(beheerder=True)
    aanwijzing = actions.propose_aanwijzing(
        door=een,
        medewerker=wie,
        waarvoor=waarvoor,
        kenmerk=kenmerk,
        van=dag - timedelta(days=30),
        tot=dag + timedelta(days=30),
        peildatum=dag - timedelta(days=30),
    )
    return actions.confirm_aanwijzing(
        door=twee, aanwijzing_id=aanwijzing.pk, peildatum=dag - timedelta(days=30)
    )


def maak_zaak(*, vandaag: date | None = None, **feiten: Deel) -> Zaak:
    dossier = maak_dossier(klaar_voor_vertrek(**feiten), vandaag=vandaag)
    dag = vandaag or DAG
    ambtenaar = MedewerkerFactory(avim=True)
    wijs_aan(ambtenaar, dag=dag)
    return Zaak(
        dossier=dossier,
        opsteller=dossier.regievoerder,
        lezer=MedewerkerFactory(team=dossier.team),
        ambtenaar=ambtenaar,
        dag=dag,
    )


def schrijf(zaak: Zaak, inhoud: Inhoud = VOLLEDIG) -> Voorstel:
    voorstel = actions.begin_voorstel(door=zaak.opsteller, dossier_id=zaak.dossier.pk)
    return actions.save_voorstel(
        door=zaak.opsteller,
        dossier_id=zaak.dossier.pk,
        versie=voorstel.versie,
        verander=lambda _eerst: inhoud,
    )


def bied_aan(zaak: Zaak) -> Voorstel:
    return actions.submit_voorstel(
        door=zaak.opsteller, dossier_id=zaak.dossier.pk, lezer=zaak.lezer, peildatum=zaak.dag
    )


def lees(zaak: Zaak) -> Voorstel:
    return actions.approve_voorstel(
        door=zaak.lezer,
        dossier_id=zaak.dossier.pk,
        opmerkingen="Ik lees hetzelfde in het dossier.",
        peildatum=zaak.dag,
    )


def leg_voor(zaak: Zaak, aan: Medewerker | None = None) -> Voorstel:
    return actions.send_voorstel(
        door=zaak.opsteller, dossier_id=zaak.dossier.pk, ambtenaar=aan or zaak.ambtenaar, peildatum=zaak.dag
    )


def leg_op(zaak: Zaak, door: Medewerker | None = None, dag: date | None = None) -> Voorstel:
    return actions.impose_bewaring(
        door=door or zaak.ambtenaar,
        dossier_id=zaak.dossier.pk,
        gehoord="Hij zei dat hij bij zijn neef wil wonen.",
        lichter="De neef wil hem niet in huis; een meldplicht hield hij twee keer niet.",
        motivering="Alles samen is bewaring nu nodig, voor zo kort mogelijk.",
        uitgereikt=True,
        peildatum=dag or zaak.dag,
    )


def tot_voorgelegd(zaak: Zaak) -> Voorstel:
    """Written, read and agreed, and laid before the officer."""
    schrijf(zaak)
    bied_aan(zaak)
    lees(zaak)
    return leg_voor(zaak)


def in_bewaring(zaak: Zaak) -> Voorstel:
    tot_voorgelegd(zaak)
    return leg_op(zaak)


def hef_op(zaak: Zaak, door: Medewerker | None = None, dag: date | None = None) -> Dossier:
    return actions.release_bewaring(
        door=door or zaak.opsteller,
        dossier_id=zaak.dossier.pk,
        reden="geen_zicht",
        toelichting="",
        peildatum=dag or zaak.dag,
    )
