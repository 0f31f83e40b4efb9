from django.apps import AppConfig


class OndersteuningConfig(AppConfig):
    name = "verantwoord.ondersteuning"
    label = "ondersteuning"

    def ready(self) -> None:
        from verantwoord.ondersteuning.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now

        register_feiten()
