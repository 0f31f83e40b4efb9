"""The jobs of the desk."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.beheer.actions import HERBEOORDEEL, herbeoordeel_met_nieuwe_waarden
from verantwoord.werkplek.meldingen.actions import notify_quarantaine, remind_plichten
from verantwoord.werkplek.meldingen.bewaring import remind_bewaring
from verantwoord.werkplek.meldingen.catalogus import remind_catalogus
from verantwoord.werkplek.meldingen.inzage import remind_inzageverzoeken
from verantwoord.werkplek.meldingen.mail import send_overzichten
from verantwoord.werkplek.meldingen.onderzoek import remind_reacties
from verantwoord.werkplek.meldingen.ontvangst import remind_ontvangst
from verantwoord.werkplek.meldingen.vakmanschap import remind_dialogen, remind_kennis, remind_opleiding
from verantwoord.werkplek.uitvoer.actions import MAAK, clear_uitvoer, make_uitvoer


class MailBlijftLiggen(Exception):
    """The server that sends mail refused some; the job is tried again."""


@taak("meldingen.plichten", titel=_("Melden welke plichten bijna aflopen"), rooster="20 4 * * *")
def plichten(*, door: Medewerker) -> None:
    remind_plichten(door=door, peildatum=timezone.localdate())


@taak("meldingen.ontvangst", titel=_("Melden welke einddatums het COA niet bereikten"), rooster="25 4 * * *")
def ontvangst(*, door: Medewerker) -> None:
    remind_ontvangst(door=door, peildatum=timezone.localdate())


@taak("meldingen.quarantaine", titel=_("Melden dat berichten in quarantaine wachten"), rooster="*/15 * * * *")
def quarantaine(*, door: Medewerker) -> None:
    notify_quarantaine(door=door)


@taak(
    "meldingen.mail",
    titel=_("Mailen hoeveel meldingen er wachten"),
    rooster="0 5 * * *",
    eigen_transacties=True,
)
def mail(*, door: Medewerker) -> None:
    """Before the working day begins, after the duties of today were said."""
    _verzonden, mislukt = send_overzichten(door=door, nu=timezone.now())
    if mislukt:
        raise MailBlijftLiggen(mislukt)


@taak(MAAK, titel=_("Een lijst als bestand maken"))
def maak_uitvoer(*, door: Medewerker, uitvoer_id: UUID) -> None:
    make_uitvoer(uitvoer_id, door=door, nu=timezone.now())


@taak("uitvoer.ruim_op", titel=_("Verlopen bestanden weggooien"), rooster="25 * * * *")
def ruim_uitvoer_op(*, door: Medewerker) -> None:
    clear_uitvoer(door=door, nu=timezone.now())


@taak(
    HERBEOORDEEL,
    titel=_("Open dossiers beoordelen met een nieuwe waarde van een norm"),
    eigen_transacties=True,
)
def nieuwe_waarden(*, door: Medewerker) -> None:
    herbeoordeel_met_nieuwe_waarden(door=door, op=timezone.localdate())


@taak(
    "meldingen.inzage",
    titel=_("Melden welke vragen van partners een antwoord nodig hebben"),
    rooster="30 4 * * *",
)
def vragen_om_inzage(*, door: Medewerker) -> None:
    remind_inzageverzoeken(door=door)


@taak("meldingen.bewaring", titel=_("Melden wat er over bewaring moet gebeuren"), rooster="40 4 * * *")
def bewaring(*, door: Medewerker) -> None:
    remind_bewaring(door=door, peildatum=timezone.localdate())


@taak("meldingen.catalogus", titel=_("Melden welke ondersteuning is na te vragen"), rooster="35 4 * * *")
def catalogus(*, door: Medewerker) -> None:
    remind_catalogus(door=door, peildatum=timezone.localdate())


@taak("meldingen.opleiding", titel=_("Melden welke verplichte cursus aan de beurt is"), rooster="45 4 * * *")
def opleiding(*, door: Medewerker) -> None:
    remind_opleiding(door=door, peildatum=timezone.localdate())
    remind_kennis(door=door, peildatum=timezone.localdate())


@taak(
    "meldingen.dialoog",
    titel=_("Melden welk verslag van een dialoogsessie aan de beurt is"),
    rooster="50 4 * * *",
)
def dialoog(*, door: Medewerker) -> None:
    remind_dialogen(door=door, peildatum=timezone.localdate())


@taak(
    "meldingen.reacties",
    titel=_("Melden op welke aanbevelingen een reactie wordt gevraagd"),
    rooster="55 4 * * *",
)
def reacties(*, door: Medewerker) -> None:
    remind_reacties(door=door, peildatum=timezone.localdate())
