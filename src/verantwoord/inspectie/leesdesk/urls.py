from django.urls import path

from verantwoord.inspectie.leesdesk import views

app_name = "leesdesk"
_EEN = "inspectie/onderzoeken/<uuid:onderzoek_id>/lezen"
urlpatterns = [
    path(f"{_EEN}/", views.onderzoek, name="onderzoek"),
    path(f"{_EEN}/criterium/", views.criterium, name="criterium"),
    path(f"{_EEN}/criteria-van-het-rapport/", views.rapportcriteria, name="rapportcriteria"),
    path(f"{_EEN}/criterium/<int:criterium_id>/weg/", views.criterium_weg, name="criterium_weg"),
    path(f"{_EEN}/begin/", views.begin, name="begin"),
    path(f"{_EEN}/exemplaren/", views.exemplaren, name="exemplaren"),
    path(f"{_EEN}/exemplaren/<uuid:exemplaar_id>/beslis/", views.beslis, name="beslis"),
    path(f"{_EEN}/oordelen.csv", views.oordelen, name="oordelen"),
    path(f"{_EEN}/oordelen/", views.overnemen, name="overnemen"),
    path(f"{_EEN}/vergelijken/", views.vergelijken, name="vergelijken"),
    path(f"{_EEN}/rapport/", views.maak_rapport, name="rapport"),
    path(f"{_EEN}/rapport.pdf", views.rapport_bestand, {"soort": "pdf"}, name="rapport_pdf"),
    path(f"{_EEN}/onderzoeksdossier.zip", views.rapport_bestand, {"soort": "zip"}, name="rapport_zip"),
    path("inspectie/lezen/<uuid:beurt_id>/", views.beurt, name="beurt"),
    path("inspectie/lezen/<uuid:beurt_id>/verberg/", views.verberg, name="verberg"),
]
