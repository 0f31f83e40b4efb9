from django.apps import AppConfig


class VakmanschapConfig(AppConfig):
    name = "verantwoord.vakmanschap"
    label = "vakmanschap"
