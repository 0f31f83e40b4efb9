from django.urls import path

from verantwoord.portaal import views

app_name = "portaal"

urlpatterns = [
    path("mijn/", views.begin, name="begin"),
    path("mijn/inloggen/", views.inloggen, name="inloggen"),
    path("mijn/kiezen/", views.kiezen, name="kiezen"),
    path("mijn/weg/", views.weg, name="weg"),
]
