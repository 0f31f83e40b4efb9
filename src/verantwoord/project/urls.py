"""Which address belongs to which room."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("taal/", login_not_required(set_language), name="set_language"),
    path("", include("verantwoord.toegang.urls")),
    path("", include("verantwoord.web.urls")),
    path("", include("verantwoord.werkplek.urls")),
    path("", include("verantwoord.dossier.urls")),
    path("", include("verantwoord.toetsing.urls")),
]
