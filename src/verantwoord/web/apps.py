"""The Django app of this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "verantwoord.web"
    label = "web"
