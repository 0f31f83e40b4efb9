"""What one designated officer reaches, also one of a partner."""

from django.urls import path

from verantwoord.toezicht.bewaring import besluitviews

app_name = "bewaringsbesluit"
_BESLUIT = "bewaringsbesluiten/<uuid:dossier_id>"
urlpatterns = [
    path(f"{_BESLUIT}/", besluitviews.lezen, name="lezen"),
    path(f"{_BESLUIT}/<slug:besluitstap>/", besluitviews.stap, name="stap"),
]
