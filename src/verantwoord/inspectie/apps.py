from django.apps import AppConfig


class InspectieConfig(AppConfig):
    name = "verantwoord.inspectie"
    label = "inspectie"
