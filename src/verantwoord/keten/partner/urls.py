from django.urls import path

from verantwoord.keten.partner import meldplicht, regelingen, views

app_name = "partner"

urlpatterns = [
    path("keten/", views.begin, name="begin"),
    path("keten/gevraagd/", views.gevraagd, name="gevraagd"),
    path("keten/zoeken/", views.zoeken, name="zoeken"),
    path("keten/regelingen/", regelingen.regelingen, name="regelingen"),
    path(
        "keten/dossiers/<uuid:dossier_id>/regelingen/<uuid:regeling_id>/",
        regelingen.regeling,
        name="regeling",
    ),
    path("keten/dossiers/<uuid:dossier_id>/", views.zaak, name="zaak"),
    path("keten/dossiers/<uuid:dossier_id>/meldplicht/", meldplicht.meldplicht, name="meldplicht"),
    path("keten/dossiers/<uuid:dossier_id>/stuur/<slug:soort>/", views.stuur, name="stuur"),
]
