from django.urls import path

from verantwoord.kwaliteit import views, views_behoeften
from verantwoord.kwaliteit.publicatie import urls as publicatie
from verantwoord.kwaliteit.spreiding import urls as spreiding

app_name = "kwaliteit"

urlpatterns = [
    path("kwaliteit/", views.meting, name="meting"),
    path("kwaliteit/behoeften/", views_behoeften.overzicht, name="behoeften"),
    path("kwaliteit/maat/<slug:naam>/", views.maat, name="maat"),
    *publicatie.patronen,
    *spreiding.patronen,
    path("kwaliteit/duur/<slug:wat>/<slug:telt>/", views.duur, name="duur"),
    path("kwaliteit/<slug:onderdeel>/<slug:telt>/", views.dossiers, name="dossiers"),
]
