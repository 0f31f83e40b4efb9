from django.apps import AppConfig


class VertrekplanConfig(AppConfig):
    name = "verantwoord.vertrekplan"
    label = "vertrekplan"

    def ready(self) -> None:
        from verantwoord.vertrekplan.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now

        register_feiten()
