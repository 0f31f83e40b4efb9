from django.urls import path

from verantwoord.kwaliteit import views, views_behoeften

app_name = "kwaliteit"

urlpatterns = [
    path("kwaliteit/", views.meting, name="meting"),
    path("kwaliteit/behoeften/", views_behoeften.overzicht, name="behoeften"),
    path("kwaliteit/<slug:onderdeel>/<slug:telt>/", views.dossiers, name="dossiers"),
]
