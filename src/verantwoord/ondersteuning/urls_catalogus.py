"""Addresses of the catalogue; nothing in it is about a person."""

from django.urls import path

from verantwoord.ondersteuning import views

app_name = "catalogus"
urlpatterns = [
    path("ondersteuning/", views.catalogus, name="lijst"),
    path("ondersteuning/nieuw/", views.aanbod_nieuw, name="nieuw"),
    path("ondersteuning/nakijken/", views.nakijken, name="nakijken"),
    path("ondersteuning/bestand/", views.bestand, name="bestand"),
    path("ondersteuning/invoer/", views.invoer, name="invoer"),
    path("ondersteuning/invoer/<uuid:invoer_id>/", views.proef, name="proef"),
    path("ondersteuning/<uuid:aanbod_id>/geschiedenis/", views.geschiedenis, name="geschiedenis"),
    path("ondersteuning/<uuid:aanbod_id>/nagevraagd/", views.nagevraagd, name="nagevraagd"),
    path("ondersteuning/<uuid:aanbod_id>/", views.aanbod, name="aanbod"),
    path("ondersteuning/<uuid:aanbod_id>/wijzigen/", views.aanbod_wijzigen, name="wijzigen"),
]
