from django.urls import path

from verantwoord.dossier import views
from verantwoord.dossier.procedure import views as procedure

app_name = "dossier"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/toewijzen/", views.toewijzen, name="toewijzen"),
    path("dossiers/<uuid:dossier_id>/in-behandeling/", views.in_behandeling, name="in_behandeling"),
    path("dossiers/<uuid:dossier_id>/procedure/", procedure.overzicht, name="procedure"),
    path(
        "dossiers/<uuid:dossier_id>/procedure/<slug:soort>/",
        procedure.vastleggen,
        name="procedure_vastleggen",
    ),
]
