"""What the tab of a dossier shows of its meetings; for the staff of the DT&V alone, so under a name of its own."""

from django.urls import path

from verantwoord.overleg.views import dossier, elders

app_name = "dossieroverleg"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/overleg/", dossier.overzicht, name="overzicht"),
    path("dossiers/<uuid:dossier_id>/overleg/buiten/", dossier.buiten, name="buiten"),
    path("dossiers/<uuid:dossier_id>/overleg/inbrengen/", dossier.inbrengen, name="inbrengen"),
    path("dossiers/<uuid:dossier_id>/overleg/elders/<uuid:feit_id>/", elders.bijwerken, name="bijwerken"),
]
