"""The list of requests that wait; a page of its own in the menu of whoever decides."""

from django.urls import path

from verantwoord.dossier.afwijken import views

app_name = "afwijkverzoeken"
urlpatterns = [path("afwijkingen/", views.wachten, name="wachten")]
