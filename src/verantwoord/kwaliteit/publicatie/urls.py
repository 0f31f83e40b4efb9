"""Addresses of the told figures, in those of the room."""

from django.urls import path

from verantwoord.kwaliteit.publicatie import views

patronen = [
    path("kwaliteit/vaste-cijfers/", views.vaste_cijfers, name="publicatie"),
    path("kwaliteit/bestand/<slug:kwartaal>/<slug:maat>/<slug:vorm>/", views.bestand, name="bestand"),
]
