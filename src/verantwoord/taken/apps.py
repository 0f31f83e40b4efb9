from django.apps import AppConfig


class TakenConfig(AppConfig):
    name = "verantwoord.taken"
    label = "taken"
