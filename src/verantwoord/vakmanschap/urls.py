from django.urls import path

from verantwoord.vakmanschap import views
from verantwoord.vakmanschap.intervisie import views as intervisie
from verantwoord.vakmanschap.kennis import views as kennis
from verantwoord.vakmanschap.meekijken import views as meekijken
from verantwoord.vakmanschap.opleiding import views as opleiding

app_name = "vakmanschap"

urlpatterns = [
    path("kennis/", views.begin, name="begin"),
    path("kennis/cursussen/", opleiding.cursussen, name="cursussen"),
    path("kennis/cursussen/nieuw/", opleiding.cursus_nieuw, name="cursus_nieuw"),
    path("kennis/cursussen/<uuid:cursus_id>/", opleiding.cursus, name="cursus"),
    path("kennis/cursussen/<uuid:cursus_id>/wijzigen/", opleiding.cursus_wijzigen, name="cursus_wijzigen"),
    path("kennis/cursussen/<uuid:cursus_id>/aanmelden/", opleiding.aanmelden, name="aanmelden"),
    path(
        "kennis/cursussen/<uuid:cursus_id>/uitkomst/",
        opleiding.uitkomst,
        {"van": "zelf"},
        name="uitkomst",
    ),
    path(
        "kennis/cursussen/<uuid:cursus_id>/uitkomst/collega/",
        opleiding.uitkomst,
        {"van": "collega"},
        name="uitkomst_collega",
    ),
    path("kennis/deelnames/<uuid:deelname_id>/afmelden/", opleiding.afmelden, name="afmelden"),
    path("kennis/team/", opleiding.team, name="team"),
    path("kennis/team/<uuid:medewerker_id>/", opleiding.team_begin, name="team_begin"),
    path("kennis/trainers/", opleiding.trainers, name="trainers"),
    path(
        "kennis/trainers/<int:trainer_id>/beeindigen/",
        opleiding.trainer_beeindigen,
        name="trainer_beeindigen",
    ),
    path("kennis/meekijken/", meekijken.lijst, name="meekijken"),
    path("kennis/meekijken/vragen/", meekijken.vragen, name="meekijken_vragen"),
    path("kennis/meekijken/<uuid:meekijken_id>/", meekijken.een, name="meekijken_een"),
    path("kennis/meekijken/<uuid:meekijken_id>/akkoord/", meekijken.akkoord, name="meekijken_akkoord"),
    path("kennis/meekijken/<uuid:meekijken_id>/afzeggen/", meekijken.afzeggen, name="meekijken_afzeggen"),
    path("kennis/meekijken/<uuid:meekijken_id>/feedback/", meekijken.feedback, name="meekijken_feedback"),
    path("kennis/meekijken/<uuid:meekijken_id>/antwoord/", meekijken.antwoord, name="meekijken_antwoord"),
    path("kennis/intervisie/", intervisie.lijst, name="intervisie"),
    path("kennis/intervisie/nieuw/", intervisie.nieuw, name="intervisie_nieuw"),
    path("kennis/intervisie/<uuid:bijeenkomst_id>/", intervisie.een, name="intervisie_een"),
    path(
        "kennis/intervisie/<uuid:bijeenkomst_id>/antwoord/", intervisie.antwoorden, name="intervisie_antwoord"
    ),
    path("kennis/intervisie/<uuid:bijeenkomst_id>/casus/", intervisie.casus, name="intervisie_casus"),
    path(
        "kennis/intervisie/<uuid:bijeenkomst_id>/casus/<uuid:casus_id>/",
        intervisie.casus,
        name="intervisie_casus_wijzigen",
    ),
    path(
        "kennis/intervisie/<uuid:bijeenkomst_id>/inzichten/",
        intervisie.inzichten,
        name="intervisie_inzichten",
    ),
    path(
        "kennis/intervisie/<uuid:bijeenkomst_id>/afspraak/", intervisie.afspraak, name="intervisie_afspraak"
    ),
    path(
        "kennis/intervisie/<uuid:bijeenkomst_id>/afronden/", intervisie.afronden, name="intervisie_afronden"
    ),
    path(
        "kennis/intervisie/<uuid:bijeenkomst_id>/afzeggen/", intervisie.afzeggen, name="intervisie_afzeggen"
    ),
    path("kennis/afspraken/<int:afspraak_id>/gedaan/", intervisie.afspraak_gedaan, name="afspraak_gedaan"),
    path("kennis/stukken/", kennis.lijst, name="kennis"),
    path("kennis/stukken/nieuw/", kennis.nieuw, name="kennis_nieuw"),
    path("kennis/stukken/<uuid:stuk_id>/", kennis.een, name="kennis_een"),
    path("kennis/stukken/<uuid:stuk_id>/wijzigen/", kennis.wijzigen, name="kennis_wijzigen"),
    path("kennis/stukken/<uuid:stuk_id>/nakijken/", kennis.nakijken, name="kennis_nakijken"),
    path("kennis/stukken/<uuid:stuk_id>/intrekken/", kennis.intrekken, name="kennis_intrekken"),
]
