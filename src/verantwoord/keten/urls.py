from django.urls import path

from verantwoord.keten import views

app_name = "keten"

urlpatterns = [
    path("berichten/", views.quarantaine, name="quarantaine"),
    path("berichten/<uuid:bericht_pk>/", views.bericht, name="bericht"),
    path("berichten/<uuid:bericht_pk>/opnieuw/", views.opnieuw, name="opnieuw"),
    path("berichten/<uuid:bericht_pk>/sluit/", views.sluit, name="sluit"),
]
