from django.apps import AppConfig


class StamgegevensConfig(AppConfig):
    name = "verantwoord.stamgegevens"
    label = "stamgegevens"
