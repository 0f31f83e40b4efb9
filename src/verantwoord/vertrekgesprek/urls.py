"""Addresses of this room; every one names its dossier, so that no look goes unrecorded."""

from django.urls import path

from verantwoord.vertrekgesprek import views

app_name = "vertrekgesprek"
_GESPREKKEN = "dossiers/<uuid:dossier_id>/gesprekken/"
_GESPREK = f"{_GESPREKKEN}<uuid:gesprek_id>/"
urlpatterns = [
    path(_GESPREKKEN, views.lijst, name="lijst"),
    path(f"{_GESPREKKEN}nieuw/", views.plan, name="nieuw"),
    path(_GESPREK, views.gesprek, name="gesprek"),
    path(f"{_GESPREK}verslag/", views.verslag, name="verslag"),
    path(f"{_GESPREK}concept/", views.concept, name="concept"),
    path(f"{_GESPREK}verzetten/", views.verzet, name="verzetten"),
    path(f"{_GESPREK}niet-gevoerd/", views.niet_gevoerd, name="niet-gevoerd"),
    path(f"{_GESPREK}tolk/", views.tolk, name="tolk"),
    path(f"{_GESPREK}verslag.pdf", views.verslag_pdf, name="verslag-pdf"),
    path(f"{_GESPREK}reactie/", views.reactie, name="reactie"),
    path(f"{_GESPREK}passages/", views.passage, name="passage"),
    path(f"{_GESPREK}aanvulling/", views.aanvulling, name="aanvulling"),
    path(f"{_GESPREK}afspraken/<int:nummer>/", views.afspraak_gedaan, name="afspraak-gedaan"),
    path(f"{_GESPREK}uitnodiging.pdf", views.uitnodiging, name="uitnodiging"),
]
