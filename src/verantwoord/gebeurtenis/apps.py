from django.apps import AppConfig


class GebeurtenisConfig(AppConfig):
    name = "verantwoord.gebeurtenis"
    label = "gebeurtenis"
