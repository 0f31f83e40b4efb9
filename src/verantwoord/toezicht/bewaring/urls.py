from django.urls import path

from verantwoord.toezicht.bewaring import views

app_name = "bewaring"
_BEWARING = "dossiers/<uuid:dossier_id>/bewaring"
urlpatterns = [
    path(f"{_BEWARING}/", views.overzicht, name="overzicht"),
    path(f"{_BEWARING}/beginnen/", views.beginnen, name="beginnen"),
    path(f"{_BEWARING}/voorstel/", views.voorstel, name="voorstel"),
    path(f"{_BEWARING}/voorstel/<slug:voorsteldeel>/", views.deel, name="deel"),
    path(f"{_BEWARING}/eerder/<uuid:voorstel_id>/", views.eerder, name="eerder"),
    path(f"{_BEWARING}/stap/<slug:bewaringstap>/", views.stap, name="stap"),
]
