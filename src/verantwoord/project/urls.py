"""Which address belongs to which room."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from verantwoord.project import fouten
from verantwoord.project.api import adressen
from verantwoord.project.gezondheid import gezondheid

handler400 = fouten.fout_400
handler403 = fouten.fout_403
handler404 = fouten.fout_404
handler500 = fouten.fout_500

urlpatterns = [
    path("api/v1/", adressen()),
    path("gezondheid/", gezondheid, name="gezondheid"),
    path("taal/", login_not_required(set_language), name="set_language"),
    path("", include("verantwoord.toegang.urls")),
    path("", include("verantwoord.web.urls")),
    path("", include("verantwoord.taken.urls")),
    path("", include("verantwoord.vertrekgesprek.urls")),
    path("", include("verantwoord.vertrekgesprek.urls_woordregels")),
    path("", include("verantwoord.ondersteuning.urls")),
    path("", include("verantwoord.ondersteuning.urls_catalogus")),
    path("", include("verantwoord.portaal.urls")),
    path("", include("verantwoord.werkplek.urls")),
    path("", include("verantwoord.werkplek.beheer.urls")),
    path("", include("verantwoord.werkplek.agenda.urls")),
    path("", include("verantwoord.werkplek.meldingen.urls")),
    path("", include("verantwoord.werkplek.team.urls")),
    path("", include("verantwoord.dossier.urls")),
    path("", include("verantwoord.dossier.afwijken.urls")),
    path("", include("verantwoord.dossier.nood.urls")),
    path("", include("verantwoord.werkplek.fg.urls")),
    path("", include("verantwoord.keten.urls")),
    path("", include("verantwoord.keten.partner.urls")),
    path("", include("verantwoord.keten.vragen.urls")),
    path("", include("verantwoord.reisdocument.urls")),
    path("", include("verantwoord.toetsing.urls")),
    path("", include("verantwoord.vertrekplan.urls")),
    path("", include("verantwoord.vertrek.urls")),
    path("", include("verantwoord.toezicht.urls")),
    path("", include("verantwoord.toezicht.bewaring.urls")),
    path("", include("verantwoord.toezicht.bewaring.urls_besluit")),
    path("", include("verantwoord.toezicht.bewaring.urls_aanwijzing")),
    path("", include("verantwoord.overleg.urls")),
    path("", include("verantwoord.overleg.urls_dossier")),
    path("", include("verantwoord.kwaliteit.werkdruk.urls")),
    path("", include("verantwoord.kwaliteit.urls")),
    path("", include("verantwoord.inspectie.leesdesk.urls")),
    path("", include("verantwoord.inspectie.urls")),
    path("", include("verantwoord.inspectie.urls_rapporten")),
    path("", include("verantwoord.vakmanschap.urls")),
    path("", include("verantwoord.vakmanschap.dialoog.urls")),
]
