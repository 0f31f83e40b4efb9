from django.apps import AppConfig


class BewakingConfig(AppConfig):
    name = "verantwoord.bewaking"
    label = "bewaking"
