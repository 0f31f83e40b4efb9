from django.urls import path

from verantwoord.werkplek.fg import views

app_name = "fg"
urlpatterns = [
    path("fg/", views.begin, name="begin"),
    path("fg/afgerond/", views.afgerond, name="afgerond"),
    path("fg/opvallend/<uuid:opvallend_id>/", views.opvallend, name="opvallend"),
    path("fg/logboek/", views.logboek, name="logboek"),
]
