from django.urls import path

from verantwoord.toetsing import views
from verantwoord.toetsing.route import views as route

app_name = "toetsing"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/toetsing/", views.overzicht, name="overzicht"),
    path("dossiers/<uuid:dossier_id>/toetsing/<uuid:toetsing_id>/", views.toetsing, name="toetsing"),
    path(
        "dossiers/<uuid:dossier_id>/toetsing/<slug:moment>/vastleggen/", views.vastleggen, name="vastleggen"
    ),
    path("dossiers/<uuid:dossier_id>/toetsing/<slug:moment>/concept/", views.concept, name="concept"),
    path("dossiers/<uuid:dossier_id>/toetsing/<slug:moment>/aanwijzing/", views.signaal, name="signaal"),
    path("dossiers/<uuid:dossier_id>/toetsing/<slug:moment>/route/", route.overzicht, name="route"),
    path(
        "dossiers/<uuid:dossier_id>/toetsing/<slug:moment>/route/<slug:routestap>/", route.stap, name="stap"
    ),
]
