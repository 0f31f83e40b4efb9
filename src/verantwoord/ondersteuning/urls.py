"""Addresses of this room; every one names its dossier, so that no look goes unrecorded."""

from django.urls import path

from verantwoord.ondersteuning import views

app_name = "ondersteuning"
_WENSEN = "dossiers/<uuid:dossier_id>/wensen/"
urlpatterns = [
    path(_WENSEN, views.wensen, name="wensen"),
    path(f"{_WENSEN}nieuw/", views.nieuw, name="nieuw"),
    path(f"{_WENSEN}<uuid:wens_id>/beoordelen/", views.beoordelen, name="beoordelen"),
    path(f"{_WENSEN}<uuid:wens_id>/beantwoorden/", views.beantwoorden, name="beantwoorden"),
]
