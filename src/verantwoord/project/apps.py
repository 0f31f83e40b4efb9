from django.apps import AppConfig, apps
from django.db.models.signals import pre_migrate


class ProjectConfig(AppConfig):
    name = "verantwoord.project"
    label = "project"

    def ready(self) -> None:
        """Wire what no room below may know: after an event the norms are asked again, and which database is too old."""
        from verantwoord.bewaking.actions import herbeoordeel  # noqa: PLC0415 - models are loaded only now
        from verantwoord.gebeurtenis.actions import na_gebeurtenis  # noqa: PLC0415 - idem
        from verantwoord.project.bijwerken import laat_django_weigeren  # noqa: PLC0415 - idem

        na_gebeurtenis(herbeoordeel)
        # Django says it for every room; once is enough.
        pre_migrate.connect(laat_django_weigeren, sender=apps.get_app_config("gebeurtenis"))
