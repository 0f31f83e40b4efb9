from django.urls import path

from verantwoord.kwaliteit import views

app_name = "kwaliteit"

urlpatterns = [
    path("kwaliteit/", views.meting, name="meting"),
    path("kwaliteit/<slug:onderdeel>/<slug:telt>/", views.dossiers, name="dossiers"),
]
