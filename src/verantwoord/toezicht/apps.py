from django.apps import AppConfig


class ToezichtConfig(AppConfig):
    name = "verantwoord.toezicht"
    label = "toezicht"
