from django.urls import path

from verantwoord.keten.vragen import views

app_name = "vragen"
urlpatterns = [
    path("keten/dossiers/<uuid:dossier_id>/vragen/", views.lijst, name="lijst"),
    path("keten/dossiers/<uuid:dossier_id>/vragen/nieuw/", views.nieuw, name="nieuw"),
    path("keten/dossiers/<uuid:dossier_id>/vragen/<uuid:verzoek_id>/", views.vraag, name="vraag"),
    path(
        "keten/dossiers/<uuid:dossier_id>/vragen/<uuid:verzoek_id>/terugnemen/",
        views.terugnemen,
        name="terugnemen",
    ),
    path("keten/dossiers/<uuid:dossier_id>/veiligheid/", views.veiligheid, name="veiligheid"),
]
