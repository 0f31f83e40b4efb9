"""Addresses of this room; every one about a person names the dossier, so that no look goes unrecorded."""

from django.urls import path

from verantwoord.ondersteuning import views

app_name = "ondersteuning"
_WENSEN = "dossiers/<uuid:dossier_id>/wensen/"
_STEUN = "dossiers/<uuid:dossier_id>/ondersteuning/"
_VERWIJZING = f"{_STEUN}verwijzing/<int:nummer>/"
_VOORSTEL = f"{_STEUN}voorstel/<uuid:verwijzing_id>/"
_LAND = f"{_STEUN}land/<uuid:derde_land_id>/"
urlpatterns = [
    path(_WENSEN, views.wensen, name="wensen"),
    path(f"{_WENSEN}nieuw/", views.nieuw, name="nieuw"),
    path(f"{_WENSEN}<uuid:wens_id>/beoordelen/", views.beoordelen, name="beoordelen"),
    path(f"{_WENSEN}<uuid:wens_id>/beantwoorden/", views.beantwoorden, name="beantwoorden"),
    path(f"{_WENSEN}<uuid:wens_id>/vertellen/", views.vertellen, name="vertellen"),
    path(f"{_WENSEN}<uuid:wens_id>/past-hierbij/", views.past_hierbij, name="past_hierbij"),
    path(f"{_WENSEN}<uuid:wens_id>/niets-voor/", views.behoefte, name="behoefte"),
    path(f"{_STEUN}niets-voor/<uuid:behoefte_id>/gevonden/", views.vervuld, name="vervuld"),
    path(f"{_STEUN}navragen/", views.navragen, name="navragen"),
    path(f"{_STEUN}verwijzing/nieuw/", views.verwijzen, name="verwijzen"),
    path(f"{_STEUN}verwijzing/opvolging/", views.eerste_opvolging, name="eerste_opvolging"),
    path(f"{_VERWIJZING}opvolging/", views.opvolging, name="opvolging"),
    path(f"{_VERWIJZING}antwoord/", views.antwoord, name="antwoord"),
    path(f"{_VERWIJZING}bewijs/", views.bewijs, name="bewijs"),
    path(f"{_VERWIJZING}uitslag/", views.resultaat, name="resultaat"),
    path(f"{_VERWIJZING}einde/", views.einde, name="einde"),
    path(f"{_VOORSTEL}antwoord/", views.voorstel_antwoord, name="voorstel_antwoord"),
    path(f"{_VOORSTEL}weghalen/", views.voorstel_vervallen, name="voorstel_vervallen"),
    path(f"{_STEUN}bijdrage/nieuw/", views.bijdrage, name="bijdrage"),
    path(f"{_STEUN}bijdrage/<uuid:bijdrage_id>/besluit/", views.besluit, name="besluit"),
    path(f"{_STEUN}bijdrage/<uuid:bijdrage_id>/betaling/", views.betaling, name="betaling"),
    path(f"{_STEUN}land/nieuw/", views.derde_land, name="derde_land"),
    path(f"{_LAND}<slug:landstap>/", views.landstap, name="landstap"),
    path(f"{_LAND}bewijs/<uuid:bewijs_id>/vervallen/", views.bewijs_vervallen, name="bewijs_vervallen"),
    path(f"{_STEUN}regeling/nieuw/", views.regeling, name="regeling"),
    path(f"{_STEUN}regeling/<uuid:regeling_id>/", views.regelstand, name="regelstand"),
    path("ondersteuning/verwijzingen/", views.stil, name="stil"),
    path("ondersteuning/bijdragen/", views.bijdragen, name="bijdragen"),
    path("ondersteuning/begroting/", views.begroting, name="begroting"),
]
