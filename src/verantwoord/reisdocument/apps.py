from django.apps import AppConfig


class ReisdocumentConfig(AppConfig):
    name = "verantwoord.reisdocument"
    label = "reisdocument"

    def ready(self) -> None:
        from verantwoord.reisdocument.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now

        register_feiten()
