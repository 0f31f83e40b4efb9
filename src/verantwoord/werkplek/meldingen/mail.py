"""Mail about unread notifications: at most one a day, with how many of which kind and the way to them, and no name."""

import logging
from collections.abc import Mapping
from datetime import datetime
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.toegang.actions import require
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.werkplek.meldingen.models import Mailvoorkeur, Melding

logger = logging.getLogger(__name__)

# A mail nobody sat down to write; no holiday notice answers it.
KOPREGELS: Final = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_overzichten(*, door: Medewerker, nu: datetime) -> tuple[int, int]:
    """Mail everyone who wants it and has something new; return how many were sent and how many failed.

    Running it again the same day sends nothing twice. Who failed is tried again by the next run.
    """
    require(door, Recht.HERBEOORDELEN)
    if not settings.MAIL_AAN:
        return 0, 0
    begin_van_vandaag = timezone.localtime(nu).replace(hour=0, minute=0, second=0, microsecond=0)
    wachtend = Mailvoorkeur.objects.filter(per_mail=True, medewerker__is_active=True).exclude(adres="")
    verzonden = mislukt = 0
    for pk in wachtend.exclude(laatste_mail_op__gte=begin_van_vandaag).values_list("pk", flat=True):
        vorige = _neem_beurt(pk, door=door, nu=nu, begin_van_vandaag=begin_van_vandaag)
        if vorige is None:
            continue
        adres, tellingen, eerder = vorige
        try:
            _bericht(adres, tellingen).send()
        except (OSError, SMTPException):
            logger.exception("a mail about notifications could not be sent")
            Mailvoorkeur.objects.filter(pk=pk, laatste_mail_op=nu).update(laatste_mail_op=eerder)
            mislukt += 1
        else:
            verzonden += 1
    return verzonden, mislukt


def _neem_beurt(
    pk: int, *, door: Medewerker, nu: datetime, begin_van_vandaag: datetime
) -> tuple[str, Mapping[str, int], datetime | None] | None:
    """Write down that this person is mailed today, before it is done: two runs at once never send two."""
    with transactie_van(door, verzoek="mail over meldingen"):
        return _beurt(pk, nu=nu, begin_van_vandaag=begin_van_vandaag)


def _beurt(
    pk: int, *, nu: datetime, begin_van_vandaag: datetime
) -> tuple[str, Mapping[str, int], datetime | None] | None:
    voorkeur = (
        Mailvoorkeur.objects.select_for_update(skip_locked=True)
        .filter(pk=pk, per_mail=True)
        .exclude(laatste_mail_op__gte=begin_van_vandaag)
        .first()
    )
    if voorkeur is None:
        return None
    ongelezen = Melding.objects.visible_to(voorkeur.medewerker).ongelezen()
    eerder = voorkeur.laatste_mail_op
    nieuw = ongelezen.filter(gemaakt_op__gt=eerder) if eerder else ongelezen
    if not nieuw.exists():
        return None
    tellingen = dict(ongelezen.order_by().values_list("soort").annotate(Count("pk")))
    voorkeur.laatste_mail_op = nu
    voorkeur.save(update_fields=["laatste_mail_op"])
    return voorkeur.adres, tellingen, eerder


def _bericht(adres: str, tellingen: Mapping[str, int]) -> EmailMessage:
    with translation.override(settings.LANGUAGE_CODE):
        aantal = sum(tellingen.values())
        onderwerp = ngettext("%(n)d ongelezen melding", "%(n)d ongelezen meldingen", aantal) % {"n": aantal}
        regels = [
            _("In verantwoord wacht op u:"),
            "",
            *(f"- {soort.label}: {tellingen[soort]}" for soort in Melding.Soort if soort in tellingen),
            "",
            _("Bekijk ze hier, nadat u hebt ingelogd:"),
            settings.SITE_ADRES + reverse("meldingen:lijst"),
            "",
            _("U krijgt hooguit één keer per dag zo’n bericht, en alleen als er iets nieuws is."),
            _("Wilt u dit niet meer? Zet het hier uit:"),
            settings.SITE_ADRES + reverse("meldingen:mail"),
        ]
        return EmailMessage(
            subject=f"verantwoord: {onderwerp}", body="\n".join(regels), to=[adres], headers=KOPREGELS
        )
