from django.apps import AppConfig


class PortaalConfig(AppConfig):
    name = "verantwoord.portaal"
    label = "portaal"
