from django.contrib.auth.views import LogoutView
from django.urls import path

from verantwoord.toegang.views import Inloggen, wachtwoord

app_name = "toegang"

urlpatterns = [
    path("inloggen/", Inloggen.as_view(), name="inloggen"),
    path("uitloggen/", LogoutView.as_view(), name="uitloggen"),
    path("wachtwoord/", wachtwoord, name="wachtwoord"),
]
