from django.urls import path

from verantwoord.inspectie.views import cijfers, rapporten

app_name = "rapporten"
urlpatterns = [
    path("rapporten/", rapporten.lijst, name="lijst"),
    path("rapporten/naar-de-ind/", cijfers.cijfers, name="cijfers"),
    path("rapporten/naar-de-ind.csv", cijfers.als_csv, name="cijfers-csv"),
    path("rapporten/naar-de-ind/opmerking/", cijfers.opmerking, name="opmerking"),
    path(
        "rapporten/naar-de-ind/opmerking/<int:opmerking_id>/weg/", cijfers.opmerking_weg, name="opmerking-weg"
    ),
    path("rapporten/<uuid:onderzoek_id>/", rapporten.rapport, name="rapport"),
    path("rapporten/<uuid:onderzoek_id>/aanbevelingen/<int:nummer>/", rapporten.reactie, name="reactie"),
]
