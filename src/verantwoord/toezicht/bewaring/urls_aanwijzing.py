"""Who may impose detention, for administrators."""

from django.urls import path

from verantwoord.toezicht.bewaring import beheerviews

app_name = "aanwijzingen"
urlpatterns = [
    path("beheer/aanwijzingen/", beheerviews.lijst, name="lijst"),
    path("beheer/aanwijzingen/nieuw/", beheerviews.nieuw, name="nieuw"),
    path("beheer/aanwijzingen/<uuid:aanwijzing_id>/bevestigen/", beheerviews.bevestigen, name="bevestigen"),
    path("beheer/aanwijzingen/<uuid:aanwijzing_id>/intrekken/", beheerviews.intrekken, name="intrekken"),
]
