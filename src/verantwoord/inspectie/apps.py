from django.apps import AppConfig


class InspectieConfig(AppConfig):
    name = "verantwoord.inspectie"
    label = "inspectie"

    def ready(self) -> None:
        from verantwoord.inspectie.leesdesk import voortgang  # noqa: F401, PLC0415 - models are loaded only now
