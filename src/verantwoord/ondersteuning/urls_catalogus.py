"""Addresses of the catalogue; nothing in it is about a person."""

from django.urls import path

from verantwoord.ondersteuning import views

app_name = "catalogus"
urlpatterns = [
    path("ondersteuning/", views.catalogus, name="lijst"),
    path("ondersteuning/nieuw/", views.aanbod_nieuw, name="nieuw"),
    path("ondersteuning/<uuid:aanbod_id>/", views.aanbod, name="aanbod"),
    path("ondersteuning/<uuid:aanbod_id>/wijzigen/", views.aanbod_wijzigen, name="wijzigen"),
]
