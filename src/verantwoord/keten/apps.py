from django.apps import AppConfig


class KetenConfig(AppConfig):
    name = "verantwoord.keten"
    label = "keten"
