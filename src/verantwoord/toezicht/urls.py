from django.urls import path

from verantwoord.toezicht.views import paginas

app_name = "toezicht"
_TOEZICHT = "dossiers/<uuid:dossier_id>/toezicht"
_TESTEN = "dossiers/<uuid:dossier_id>/testen-voor-de-reis"
urlpatterns = [
    path(f"{_TOEZICHT}/", paginas.overzicht, name="overzicht"),
    path(f"{_TOEZICHT}/meldplicht/", paginas.meldplicht, name="meldplicht"),
    path(f"{_TOEZICHT}/aanwezigheid/", paginas.aanwezigheid, name="aanwezigheid"),
    path(f"{_TOEZICHT}/stap/<slug:toezichtstap>/", paginas.stap, name="stap"),
    path(
        f"{_TOEZICHT}/maatregelen/<uuid:maatregel_id>/<slug:maatregelstap>/",
        paginas.maatregelstap,
        name="maatregelstap",
    ),
    path(f"{_TESTEN}/", paginas.reistesten, name="reistesten"),
    path(f"{_TESTEN}/nieuw/", paginas.reistest_nieuw, name="reistest_nieuw"),
    path(f"{_TESTEN}/<uuid:reistest_id>/<slug:reisteststap>/", paginas.reisteststap, name="reisteststap"),
]
