from django.urls import path

from verantwoord.werkplek.beheer.views import (
    begin,
    inlog,
    landen,
    medewerkers,
    normwaarden,
    sleutels,
    teams,
    uitwisseling,
)

app_name = "beheer"
_MEDEWERKER = "beheer/medewerkers/<uuid:medewerker_id>"
_ONTVANGER = "beheer/uitwisseling/ontvangers/<uuid:ontvanger_id>"
_AFLEVERING = "beheer/uitwisseling/berichten/<int:aflevering_id>"
_NORMWAARDE = "beheer/normwaarden/<slug:norm>/<slug:naam>"
urlpatterns = [
    path("beheer/", begin.begin, name="begin"),
    path("beheer/medewerkers/", medewerkers.lijst, name="medewerkers"),
    path("beheer/medewerkers/nieuw/", medewerkers.nieuw, name="medewerker_nieuw"),
    path(f"{_MEDEWERKER}/", medewerkers.detail, name="medewerker"),
    path(f"{_MEDEWERKER}/wijzigen/", medewerkers.wijzigen, name="medewerker_wijzigen"),
    path(f"{_MEDEWERKER}/sluiten/", medewerkers.sluiten, name="medewerker_sluiten"),
    path(f"{_MEDEWERKER}/heropenen/", medewerkers.heropenen, name="medewerker_heropenen"),
    path(f"{_MEDEWERKER}/wachtwoord/", medewerkers.wachtwoord, name="medewerker_wachtwoord"),
    path(f"{_MEDEWERKER}/sleutels/nieuw/", sleutels.nieuw, name="sleutel_nieuw"),
    path(f"{_MEDEWERKER}/sleutels/<int:sleutel_id>/intrekken/", sleutels.intrekken, name="sleutel_intrekken"),
    path(f"{_MEDEWERKER}/tweede-stap/", inlog.tweede_stap_weg, name="medewerker_tweede_stap"),
    path(f"{_MEDEWERKER}/koppelen/", inlog.koppelen, name="medewerker_koppelen"),
    path("beheer/groepen/", inlog.groepen, name="groepen"),
    path("beheer/groepen/nieuw/", inlog.groep_nieuw, name="groep_nieuw"),
    path("beheer/groepen/<int:rolclaim_id>/weghalen/", inlog.groep_weg, name="groep_weg"),
    path("beheer/teams/", teams.lijst, name="teams"),
    path("beheer/teams/nieuw/", teams.nieuw, name="team_nieuw"),
    path("beheer/teams/<int:team_id>/", teams.wijzigen, name="team"),
    path("beheer/landen/", landen.lijst, name="landen"),
    path("beheer/landen/vastleggen/", landen.vastleggen, name="land_nieuw"),
    path("beheer/landen/<slug:land>/", landen.detail, name="land"),
    path("beheer/landen/<slug:land>/vastleggen/", landen.vastleggen, name="land_vastleggen"),
    path("beheer/normwaarden/", normwaarden.lijst, name="normwaarden"),
    path(f"{_NORMWAARDE}/", normwaarden.detail, name="normwaarde"),
    path(f"{_NORMWAARDE}/kiezen/", normwaarden.kiezen, name="normwaarde_kiezen"),
    path(f"{_NORMWAARDE}/<int:waarde_id>/beeindigen/", normwaarden.beeindigen, name="normwaarde_beeindigen"),
    path("beheer/uitwisseling/", uitwisseling.lijst, name="uitwisseling"),
    path("beheer/uitwisseling/ontvangers/nieuw/", uitwisseling.nieuw, name="ontvanger_nieuw"),
    path(f"{_ONTVANGER}/", uitwisseling.ontvanger, name="ontvanger"),
    path(f"{_ONTVANGER}/wijzigen/", uitwisseling.wijzigen, name="ontvanger_wijzigen"),
    path(f"{_ONTVANGER}/sleutel/", uitwisseling.sleutel, name="ontvanger_sleutel"),
    path(f"{_ONTVANGER}/afspraken/nieuw/", uitwisseling.afspraak, name="afspraak_nieuw"),
    path(
        f"{_ONTVANGER}/afspraken/<uuid:afspraak_id>/beeindigen/",
        uitwisseling.afspraak_eindigt,
        name="afspraak_eindigt",
    ),
    path(f"{_AFLEVERING}/opnieuw/", uitwisseling.opnieuw, name="aflevering_opnieuw"),
    path(f"{_AFLEVERING}/overslaan/", uitwisseling.overslaan, name="aflevering_overslaan"),
]
