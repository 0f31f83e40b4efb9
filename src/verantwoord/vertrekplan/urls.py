from django.urls import path

from verantwoord.vertrekplan import views

app_name = "vertrekplan"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/vertrekplan/", views.plan, name="plan"),
    path("dossiers/<uuid:dossier_id>/vertrekplan/begin/", views.begin, name="begin"),
    path("dossiers/<uuid:dossier_id>/vertrekplan/bewerken/", views.bewerken, name="bewerken"),
    path("dossiers/<uuid:dossier_id>/vertrekplan/concept/", views.concept, name="concept"),
    path("dossiers/<uuid:dossier_id>/vertrekplan/vaststellen/", views.vaststellen, name="vaststellen"),
    path("dossiers/<uuid:dossier_id>/vertrekplan/acties/<uuid:actie_id>/", views.gereed, name="gereed"),
    path("dossiers/<uuid:dossier_id>/vertrekplan/versies/<uuid:plan_id>/", views.versie, name="versie"),
]
