"""Addresses of this room: the gallery of components, and the road of the part chooser."""

from django.urls import path

from verantwoord.web import views

app_name = "web"
urlpatterns = [
    path("onderdelen/", views.onderdelen, name="onderdelen"),
    path("onderdelen/portaal/", views.onderdelen_portaal, name="onderdelen-portaal"),
    path("ga-naar/", views.ga_naar, name="ga-naar"),
    path("favicon.ico", views.favicon, name="favicon"),
]
