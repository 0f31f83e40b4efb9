from django.urls import path

from verantwoord.toegang.inlog.views import account, inloggen, instellen, organisatie
from verantwoord.toegang.nakijken.views import reden
from verantwoord.toegang.views import wachtwoord

app_name = "toegang"

urlpatterns = [
    path("inloggen/", inloggen.inloggen, name="inloggen"),
    path("inloggen/tweede-stap/", inloggen.tweede_stap, name="tweede_stap"),
    path("inloggen/instellen/", instellen.instellen, name="instellen"),
    path("inloggen/organisatie/", organisatie.naar_organisatie, name="naar_organisatie"),
    path("inloggen/terug/", organisatie.van_organisatie, name="van_organisatie"),
    path("inloggen/afgemeld/", organisatie.afgemeld, name="afgemeld"),
    path("uitloggen/", inloggen.uitloggen, name="uitloggen"),
    path("wachtwoord/", wachtwoord, name="wachtwoord"),
    path("reden/", reden, name="reden"),
    path("account/", account.beveiliging, name="beveiliging"),
    path("account/ingelogd/", account.ingelogd, name="ingelogd"),
    path("account/bevestigen/", account.bevestigen, name="bevestigen"),
    path("account/app/", instellen.app, name="app"),
    path("account/passkey/", instellen.passkey, name="passkey"),
    path("account/herstelcodes/", account.herstelcodes, name="herstelcodes"),
    path(
        "account/stappen/<uuid:factor_id>/verwijderen/", account.factor_verwijderen, name="factor_verwijderen"
    ),
    path("account/sessies/", account.sessies, name="sessies"),
    path(
        "account/sessies/andere/beeindigen/",
        account.andere_sessies_beeindigen,
        name="andere_sessies_beeindigen",
    ),
    path("account/sessies/<uuid:nummer>/beeindigen/", account.sessie_beeindigen, name="sessie_beeindigen"),
]
