"""The list of requests that wait, for whoever decides; her list of dossiers leads to it."""

from django.urls import path

from verantwoord.dossier.afwijken import views

app_name = "afwijkverzoeken"
urlpatterns = [path("afwijkingen/", views.wachten, name="wachten")]
