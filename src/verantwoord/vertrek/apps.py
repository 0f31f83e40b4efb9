from django.apps import AppConfig


class VertrekConfig(AppConfig):
    name = "verantwoord.vertrek"
    label = "vertrek"
