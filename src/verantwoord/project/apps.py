from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "verantwoord.project"
    label = "project"

    def ready(self) -> None:
        """Wire the one thing that no room below may know: after an event, the norms are asked again."""
        from verantwoord.bewaking.actions import herbeoordeel  # noqa: PLC0415 - models are loaded only now
        from verantwoord.gebeurtenis.actions import na_gebeurtenis  # noqa: PLC0415 - idem

        na_gebeurtenis(herbeoordeel)
