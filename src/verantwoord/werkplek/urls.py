from django.urls import path

from verantwoord.werkplek import dossierviews, views

app_name = "werkplek"
urlpatterns = [
    path("", views.caseload, name="caseload"),
    path("zoeken/", views.zoeken, name="zoeken"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", views.privacy, name="privacy"),
    path("dossiers/<uuid:dossier_id>/", dossierviews.overzicht, name="overzicht"),
    path("dossiers/<uuid:dossier_id>/tijdlijn/", dossierviews.tijdlijn, name="tijdlijn"),
    path("dossiers/<uuid:dossier_id>/inzage/", dossierviews.inzage, name="inzage"),
    path("dossiers/<uuid:dossier_id>/gezin/", dossierviews.gezin, name="gezin"),
    path("dossiers/<uuid:dossier_id>/documenten/", dossierviews.documenten, name="documenten"),
    path("dossiers/<uuid:dossier_id>/overleg/", dossierviews.overleg, name="overleg"),
    path("dossiers/<uuid:dossier_id>/toezicht/", dossierviews.toezicht, name="toezicht"),
    path("dossiers/<uuid:dossier_id>/vertrek/", dossierviews.vertrek, name="vertrek"),
]
