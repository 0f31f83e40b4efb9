from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class ToegangConfig(AppConfig):
    name = "verantwoord.toegang"
    label = "toegang"

    def ready(self) -> None:
        from verantwoord.toegang.inlog.aanmelden import begin_sessie  # noqa: PLC0415 - models are there from here on

        user_logged_in.connect(begin_sessie, dispatch_uid="toegang.begin_sessie")
