from django.urls import path

from verantwoord.werkplek.tekenen import views as tekenen
from verantwoord.werkplek.views import dossier, lijsten, uitvoer, verstrekkingen

app_name = "werkplek"
urlpatterns = [
    path("", lijsten.caseload, name="caseload"),
    path("filters/bewaren/", lijsten.bewaar_filter, name="bewaar_filter"),
    path("filters/<int:filter_id>/weghalen/", lijsten.vergeet_filter, name="vergeet_filter"),
    path("uitvoer/", uitvoer.vraag, name="vraag_uitvoer"),
    path("uitvoer/<uuid:uitvoer_id>/", uitvoer.toon, name="uitvoer"),
    path("uitvoer/<uuid:uitvoer_id>/bestand/", uitvoer.bestand, name="uitvoer_bestand"),
    path("zoeken/", lijsten.zoeken, name="zoeken"),
    path("tekenen/", tekenen.te_tekenen, name="te_tekenen"),
    path("tekenen/<slug:sleutel>/", tekenen.tekenen, name="tekenen"),
    path("toegankelijkheid/", lijsten.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", lijsten.privacy, name="privacy"),
    path("algoritmen/", lijsten.algoritmen, name="algoritmen"),
    path("verwerkingen/", verstrekkingen.verwerkingen, name="verwerkingen"),
    path("dossiers/<uuid:dossier_id>/", dossier.overzicht, name="overzicht"),
    path("dossiers/<uuid:dossier_id>/tijdlijn/", dossier.tijdlijn, name="tijdlijn"),
    path("dossiers/<uuid:dossier_id>/inzage/", dossier.inzage, name="inzage"),
    path("dossiers/<uuid:dossier_id>/verstrekkingen/", verstrekkingen.verstrekkingen, name="verstrekkingen"),
    path("dossiers/<uuid:dossier_id>/gezin/", dossier.gezin, name="gezin"),
    path("dossiers/<uuid:dossier_id>/documenten/", dossier.documenten, name="documenten"),
]
