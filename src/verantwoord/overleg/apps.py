from django.apps import AppConfig


class OverlegConfig(AppConfig):
    name = "verantwoord.overleg"
    label = "overleg"

    def ready(self) -> None:
        from verantwoord.overleg.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now

        register_feiten()
