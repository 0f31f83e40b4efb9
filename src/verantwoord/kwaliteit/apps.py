from django.apps import AppConfig


class KwaliteitConfig(AppConfig):
    name = "verantwoord.kwaliteit"
    label = "kwaliteit"
