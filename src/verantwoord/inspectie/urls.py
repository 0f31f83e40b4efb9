from django.urls import path

from verantwoord.inspectie.views import bladen, onderzoek, steekproef

app_name = "inspectie"
_EEN = "inspectie/onderzoeken/<uuid:onderzoek_id>"
urlpatterns = [
    path("inspectie/", onderzoek.begin, name="begin"),
    path("inspectie/onderzoeken/nieuw/", onderzoek.nieuw, name="nieuw"),
    path(f"{_EEN}/", onderzoek.onderzoek, name="onderzoek"),
    path(f"{_EEN}/steekproef/", steekproef.steekproef, name="steekproef"),
    path(f"{_EEN}/steekproef/getrokken/", steekproef.dossiers, name="getrokken"),
    path(f"{_EEN}/steekproef/getrokken/<uuid:getrokken_id>/", steekproef.vervang, name="vervang"),
    path(f"{_EEN}/register/", bladen.register, name="register"),
    path(f"{_EEN}/uitkomst/", bladen.uitkomst, name="uitkomst"),
    path(f"{_EEN}/leg-vast/<slug:handeling>/", onderzoek.handeling, name="handeling"),
    path(f"{_EEN}/leg-vast/<slug:handeling>/<int:rij>/", onderzoek.handeling, name="handeling-rij"),
    path(f"{_EEN}/doe/<slug:knop>/", onderzoek.knop, name="knop"),
    path(f"{_EEN}/doe/<slug:knop>/<int:rij>/", onderzoek.knop, name="knop-rij"),
]
