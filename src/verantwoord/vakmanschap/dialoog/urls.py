from django.urls import path

from verantwoord.vakmanschap.dialoog import views

app_name = "dialoog"

urlpatterns = [
    path("kennis/dialoog/", views.lijst, name="lijst"),
    path("kennis/dialoog/nieuw/", views.nieuw, name="nieuw"),
    path("kennis/dialoog/<uuid:dialoog_id>/", views.een, name="een"),
    path("kennis/dialoog/<uuid:dialoog_id>/verslag.pdf", views.pdf, name="pdf"),
    path("kennis/dialoog/<uuid:dialoog_id>/antwoord/", views.antwoorden, name="antwoord"),
    path("kennis/dialoog/<uuid:dialoog_id>/voorbeeld/", views.voorbeeld, name="voorbeeld"),
    path(
        "kennis/dialoog/<uuid:dialoog_id>/voorbeeld/<uuid:voorbeeld_id>/",
        views.voorbeeld,
        name="voorbeeld_wijzigen",
    ),
    path("kennis/dialoog/<uuid:dialoog_id>/uitkomst/", views.uitkomst, name="uitkomst"),
    path("kennis/dialoog/<uuid:dialoog_id>/afspraak/", views.afspraak, name="afspraak"),
    path(
        "kennis/dialoog/<uuid:dialoog_id>/afspraak/<uuid:afspraak_id>/gedaan/",
        views.afspraak_gedaan,
        name="afspraak_gedaan",
    ),
    path("kennis/dialoog/<uuid:dialoog_id>/verslag-geven/", views.rapporteren, name="rapporteren"),
    path("kennis/dialoog/<uuid:dialoog_id>/afzeggen/", views.afzeggen, name="afzeggen"),
    path("kennis/dialoog/<uuid:dialoog_id>/reactie/", views.reageren, name="reageren"),
]
