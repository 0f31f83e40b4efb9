"""Addresses of the distributions, in those of the room."""

from django.urls import path

from verantwoord.kwaliteit.spreiding import views

patronen = [
    path("kwaliteit/spreiding/", views.overzicht, name="spreiding"),
    path("kwaliteit/spreiding/bewaring/", views.bewaring_genoemd, name="bewaring"),
    path("kwaliteit/spreiding/<slug:sleutel>/", views.spreiding, name="een_spreiding"),
    path("kwaliteit/standaardteksten/", views.standaardteksten, name="teksten"),
]
