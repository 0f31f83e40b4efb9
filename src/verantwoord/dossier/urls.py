from django.urls import path

from verantwoord.dossier import views

app_name = "dossier"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/toewijzen/", views.toewijzen, name="toewijzen"),
    path("dossiers/<uuid:dossier_id>/in-behandeling/", views.in_behandeling, name="in_behandeling"),
]
