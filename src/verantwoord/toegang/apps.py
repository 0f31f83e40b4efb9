from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "verantwoord.toegang"
    label = "toegang"
