from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "verantwoord.werkplek"
    label = "werkplek"
