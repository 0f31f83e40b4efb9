from django.urls import path

from verantwoord.reisdocument import views

app_name = "reisdocument"
_LP = "dossiers/<uuid:dossier_id>/reisdocument/lp/<uuid:lp_id>"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/reisdocument/", views.overzicht, name="overzicht"),
    path("dossiers/<uuid:dossier_id>/reisdocument/document/", views.document, name="document"),
    path("dossiers/<uuid:dossier_id>/reisdocument/land/", views.land, name="land"),
    path("dossiers/<uuid:dossier_id>/reisdocument/formulier/", views.formulier, name="formulier"),
    path(f"{_LP}/controle/", views.controle, name="controle"),
    path(f"{_LP}/verzenden/", views.verzenden, name="verzenden"),
    path(f"{_LP}/presentatie/", views.presentatie, name="presentatie"),
    path(f"{_LP}/uitkomst/", views.uitkomst, name="uitkomst"),
    path(f"{_LP}/afgifte/", views.afgifte, name="afgifte"),
]
