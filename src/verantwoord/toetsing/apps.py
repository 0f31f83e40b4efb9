from django.apps import AppConfig


class ToetsingConfig(AppConfig):
    name = "verantwoord.toetsing"
    label = "toetsing"

    def ready(self) -> None:
        from verantwoord.toetsing.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now

        register_feiten()
