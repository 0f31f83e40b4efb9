from django.urls import path

from verantwoord.vertrek import views

app_name = "vertrek"
_VERTREK = "dossiers/<uuid:dossier_id>/vertrek"
urlpatterns = [
    path(f"{_VERTREK}/", views.overzicht, name="overzicht"),
    path(f"{_VERTREK}/bericht-van-vertrek/", views.bericht_pdf, name="bericht_pdf"),
    path(f"{_VERTREK}/reis/<int:nummer>/<slug:reisstap>/", views.reisstap, name="reisstap"),
    path(f"{_VERTREK}/<slug:stap>/", views.stap, name="stap"),
]
