from django.urls import path

from verantwoord.taken import views

app_name = "taken"

urlpatterns = [
    path("taken/", views.overzicht, name="overzicht"),
    path("taken/<int:taak_id>/opnieuw/", views.opnieuw, name="opnieuw"),
]
