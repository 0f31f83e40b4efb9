from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verantwoord.toegang.actions import systeem
from verantwoord.werkplek.meldingen.actions import notify_quarantaine, remind_plichten
from verantwoord.werkplek.meldingen.mail import send_overzichten


class Command(BaseCommand):
    help = (
        "Maakt meldingen van plichten die bijna aflopen en van quarantaine, en mailt wie dat wil. Een paar keer op een "
        "dag geven is niet erg: niemand krijgt twee mails op een dag."
    )

    def handle(self, **options: Any) -> None:
        del options
        door, nu = systeem(), timezone.now()
        remind_plichten(door=door, peildatum=timezone.localdate(nu))
        notify_quarantaine(door=door)
        if not settings.MAIL_AAN:
            self.stdout.write(
                "De meldingen zijn bij. E-mail staat uit: zet VERANTWOORD_MAIL en VERANTWOORD_ADRES."
            )
            return
        verzonden, mislukt = send_overzichten(door=door, nu=nu)
        self.stdout.write(f"De meldingen zijn bij; {verzonden} mails verzonden.")
        if mislukt:
            raise CommandError(
                f"{mislukt} mails konden niet weg. Controleer VERANTWOORD_MAIL en geef de opdracht nog een keer."
            )
