"""Which address belongs to which room."""

from django.urls import include, path

urlpatterns = [
    path("", include("verantwoord.toegang.urls")),
    path("", include("verantwoord.web.urls")),
]
