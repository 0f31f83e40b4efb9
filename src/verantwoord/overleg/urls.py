from django.urls import path

from verantwoord.overleg.views import acties, cijfers, overleg, overzicht, punt, reeksen, verslag

app_name = "overleg"
urlpatterns = [
    path("overleg/", overzicht.overleggen, name="overleggen"),
    path("overleg/cijfers/", cijfers.cijfers, name="cijfers"),
    path("overleg/reeksen/", reeksen.reeksen, name="reeksen"),
    path("overleg/reeksen/nieuw/", reeksen.nieuw, name="reeks-nieuw"),
    path("overleg/reeksen/<uuid:reeks_id>/extra/", reeksen.extra, name="reeks-extra"),
    path("overleg/reeksen/<uuid:reeks_id>/einde/", reeksen.einde, name="reeks-einde"),
    path("overleg/acties/<uuid:actie_id>/gereed/", acties.gereed, name="actie-gereed"),
    path("overleg/punten/<uuid:punt_id>/", punt.punt, name="punt"),
    path("overleg/punten/<uuid:punt_id>/stand/", punt.stand, name="punt-stand"),
    path("overleg/punten/<uuid:punt_id>/gasten/<uuid:gast_id>/klaar/", punt.gast_klaar, name="gast-klaar"),
    path("overleg/punten/<uuid:punt_id>/<slug:handeling>/", punt.handeling, name="handeling"),
    path("overleg/<uuid:overleg_id>/", overleg.overleg, name="overleg"),
    path("overleg/<uuid:overleg_id>/stand/", overleg.stand, name="stand"),
    path("overleg/<uuid:overleg_id>/verslag/", verslag.verslag, name="verslag"),
    path("overleg/<uuid:overleg_id>/verslag/<slug:stap>/", verslag.stap, name="verslag-stap"),
    path("overleg/<uuid:overleg_id>/<slug:stap>/", overleg.stap, name="stap"),
]
