"""Dialogue in a demo: one session of which the Inspectie has the report, and one to come."""

from datetime import date, time, timedelta

from django.db import transaction

from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie import queries as verteld
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.vakmanschap.dialoog import actions
from verantwoord.vakmanschap.dialoog.models import Genodigde


def laat_dialoog_zien(vandaag: date) -> None:
    """Hold a session of five weeks ago, and plan one in two weeks; nothing when no figures were told yet."""
    manager = (
        Medewerker.objects.filter(rol=Rol.MANAGER, is_active=True, team__isnull=False)
        .order_by("naam")
        .first()
    )
    kwartalen = verteld.kwartalen(viewer=None)
    if manager is None or not kwartalen:
        return
    with transaction.atomic(), als_systeem():
        dinsdag = vandaag - timedelta(days=(vandaag.weekday() - 1) % 7)
        _hield(manager, kwartalen[-1], op=dinsdag - timedelta(weeks=5))
        _komt(manager, kwartalen[0], op=dinsdag + timedelta(weeks=3), vandaag=vandaag)


def _hield(manager: Medewerker, kwartaal: Kwartaal, *, op: date) -> None:
    dialoog = actions.plan_dialoog(
        door=manager, maat="gesprekken", kwartaal=kwartaal,
        vraag="Waardoor voeren wij met de een twee gesprekken en met de ander vier?", op=op, tijd=time(10),
        plaats="Kantoor, zaal 2", teams=[manager.team_id or 0], rapport_voor=op + timedelta(weeks=4),
        peildatum=op - timedelta(weeks=3),
    )  # fmt: skip
    genodigden = Genodigde.objects.filter(dialoog=dialoog).exclude(medewerker=manager)
    for genodigde in genodigden.select_related("medewerker"):
        actions.answer_uitnodiging(door=genodigde.medewerker, dialoog_id=dialoog.pk, komt=True)
    actions.tell_voorbeeld(
        door=manager, dialoog_id=dialoog.pk,
        navertelling="Iemand kwam pas na de uitspraak aan de beurt voor het tweede gesprek, want de brief over de zitting lag bij een collega die vrij was.",
    )  # fmt: skip
    actions.tell_voorbeeld(
        door=manager, dialoog_id=dialoog.pk,
        navertelling="Bij een ander was de tolk twee keer te laat besteld. Daardoor bleef het bij een korte kennismaking.",
    )  # fmt: skip
    actions.write_uitkomst(
        door=manager, dialoog_id=dialoog.pk, aanwezig=genodigden.count() + 1, versie=1, peildatum=op,
        uitkomst="Het aantal gesprekken verschilt vooral door de planning: wie vooruit plant rond de zitting, voert er drie.\nDat iemand om een extra gesprek vraagt, is goed en mag verschillen.\nTolken zijn vaak te laat besteld.",
    )  # fmt: skip
    for wat, eigenaar, weken in (
        ("Bij een zittingsdatum meteen het tweede gesprek plannen", "regievoerders", 2),
        ("Vaste dagen met tolken afspreken", "manager", 8),
    ):
        actions.agree(
            door=manager,
            dialoog_id=dialoog.pk,
            wat=wat,
            eigenaar=eigenaar,
            uiterlijk=op + timedelta(weeks=weken),
        )
    actions.report_dialoog(door=manager, dialoog_id=dialoog.pk, peildatum=op + timedelta(weeks=1))
    inspecteur = Medewerker.objects.filter(rol=Rol.INSPECTIE, is_active=True).order_by("naam").first()
    if inspecteur is not None:
        actions.respond_to_report(
            door=inspecteur, dialoog_id=dialoog.pk, peildatum=op + timedelta(weeks=3),
            tekst="Dank voor het verslag. Wij lezen graag na het volgende kwartaal of het aantal gesprekken dichter bij elkaar ligt.",
        )  # fmt: skip


def _komt(manager: Medewerker, kwartaal: Kwartaal, *, op: date, vandaag: date) -> None:
    actions.plan_dialoog(
        door=manager, maat="toetsing", kwartaal=kwartaal, vraag="Wanneer noemen wij een toetsing inhoudelijk?",
        op=op, tijd=time(13, 30), plaats="Kantoor, zaal 2", teams=[manager.team_id or 0],
        rapport_voor=op + timedelta(weeks=4), peildatum=vandaag,
    )  # fmt: skip
