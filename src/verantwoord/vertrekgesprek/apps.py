from django.apps import AppConfig


class VertrekgesprekConfig(AppConfig):
    name = "verantwoord.vertrekgesprek"
    label = "vertrekgesprek"

    def ready(self) -> None:
        from verantwoord.vertrekgesprek.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now

        register_feiten()
