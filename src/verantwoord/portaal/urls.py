from django.urls import path

from verantwoord.portaal.views import lezen, toegang

app_name = "portaal"

urlpatterns = [
    path("mijn/", lezen.begin, name="begin"),
    path("mijn/inloggen/", toegang.inloggen, name="inloggen"),
    path("mijn/kiezen/", toegang.kiezen, name="kiezen"),
    path("mijn/taal/", toegang.taal, name="taal"),
    path("mijn/weg/", toegang.weg, name="weg"),
]
