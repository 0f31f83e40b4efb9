from django.urls import path

from verantwoord.werkplek.team import views

app_name = "team"
urlpatterns = [
    path("team/", views.overzicht, name="overzicht"),
    path("team/waarneming/", views.waarneming, name="waarneming"),
    path("team/waarneming/<int:vervanging_id>/beeindigen/", views.beeindigen, name="beeindigen"),
    path("team/overdragen/<uuid:medewerker_id>/", views.overdragen, name="overdragen"),
    path("team/toewijzen/", views.overdragen, name="toewijzen"),
]
