from django.urls import path

from verantwoord.dossier.nood import views

app_name = "noodtoegang"
urlpatterns = [
    path("noodtoegang/", views.openen, name="openen"),
    path("noodtoegang/te-beoordelen/", views.te_beoordelen, name="te_beoordelen"),
    path("noodtoegang/<uuid:noodtoegang_id>/", views.bekijken, name="bekijken"),
    path("noodtoegang/<uuid:noodtoegang_id>/sluiten/", views.sluiten, name="sluiten"),
    path("noodtoegang/<uuid:noodtoegang_id>/beoordelen/", views.beoordelen, name="beoordelen"),
]
