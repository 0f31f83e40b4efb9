from django.urls import path

from verantwoord.portaal.inloggen import binnenkomen, eigen, openen
from verantwoord.portaal.views import lezen, schrijven, toegang

app_name = "portaal"

urlpatterns = [
    path("mijn/", lezen.begin, name="begin"),
    path("mijn/procedure/", lezen.procedure, name="procedure"),
    path("mijn/opvang/", lezen.opvang, name="opvang"),
    path("mijn/toetsingen/", lezen.toetsingen, name="toetsingen"),
    path("mijn/vertrekplan/", lezen.vertrekplan, name="vertrekplan"),
    path("mijn/brieven/", lezen.brieven, name="brieven"),
    path("mijn/brieven/<slug:soort>/<uuid:brief_id>/", lezen.brief, name="brief"),
    path("mijn/wie-keek/", lezen.gekeken, name="gekeken"),
    path("mijn/hulp-die-past/", lezen.steun, name="steun"),
    path("mijn/klacht-en-hulp/", lezen.hulp, name="hulp"),
    path("mijn/wensen/", schrijven.wensen, name="wensen"),
    path("mijn/wensen/intrekken/", schrijven.wens_intrekken, name="wens_intrekken"),
    path("mijn/wensen/gelezen/", schrijven.wens_gelezen, name="wens_gelezen"),
    path("mijn/vragen/", schrijven.vragen, name="vragen"),
    path("mijn/vragen/<uuid:vraag_id>/", schrijven.vraag, name="vraag"),
    path("mijn/afspraken/", schrijven.afspraken, name="afspraken"),
    path("mijn/afspraken/ik-kom/", schrijven.ik_kom, name="ik_kom"),
    path("mijn/afspraken/<uuid:gesprek_id>/andere-dag/", schrijven.andere_dag, name="andere_dag"),
    path("mijn/verslagen/", schrijven.verslagen, name="verslagen"),
    path("mijn/verslagen/<uuid:gesprek_id>/", schrijven.reageren, name="reageren"),
    path("mijn/dit-klopt-niet/", schrijven.betwistingen, name="betwistingen"),
    path("mijn/dit-klopt-niet/terug/", schrijven.betwisting_intrekken, name="betwisting_intrekken"),
    path("mijn/toestemming/", schrijven.toestemming, name="toestemming"),
    path("mijn/toestemming/hulp/", schrijven.hulp_stoppen, name="hulp_stoppen"),
    path("mijn/activeren/", openen.activeren, name="activeren"),
    path("mijn/activeren/kies/", openen.kies, name="activeren_kies"),
    path("mijn/activeren/app/", openen.app, name="activeren_app"),
    path("mijn/activeren/passkey/", openen.passkey, name="activeren_passkey"),
    path("mijn/inloggen/", binnenkomen.inloggen, name="inloggen"),
    path("mijn/uitloggen/", binnenkomen.uitloggen, name="uitloggen"),
    path("mijn/kiezen/", eigen.kiezen, name="kiezen"),
    path("mijn/toegang/", eigen.toegang, name="sessies"),
    path("mijn/toegang/beeindig/", eigen.beeindig, name="beeindig"),
    path("mijn/toegang/weghalen/", eigen.weghalen, name="weghalen"),
    path("mijn/toegang/app/", eigen.app_erbij, name="app_erbij"),
    path("mijn/toegang/passkey/", eigen.passkey_erbij, name="passkey_erbij"),
    path("mijn/toegang/papier/", eigen.papier_erbij, name="papier_erbij"),
    path("mijn/taal/", toegang.taal, name="taal"),
    path("mijn/weg/", toegang.weg, name="weg"),
]
