"""Addresses of the rules about words; nothing in them is about a person."""

from django.urls import path

from verantwoord.vertrekgesprek.views import woordregels, woordvoorstellen

app_name = "woordregels"
urlpatterns = [
    path("woordregels/", woordregels.begin, name="begin"),
    path("woordregels/proberen/", woordregels.proberen, name="proberen"),
    path("woordregels/gedeeld/", woordregels.gedeeld, name="gedeeld"),
    path("woordregels/voorstellen/", woordvoorstellen.lijst, name="voorstellen"),
    path("woordregels/voorstellen/nieuw/", woordvoorstellen.nieuw, name="voorstel-nieuw"),
    path("woordregels/voorstellen/<uuid:voorstel_id>/", woordvoorstellen.voorstel, name="voorstel"),
    path("woordregels/<slug:terrein>/", woordregels.soort, name="soort"),
]
