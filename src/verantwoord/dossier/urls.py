from django.urls import path

from verantwoord.dossier import views
from verantwoord.dossier.afscherming import views as afscherming
from verantwoord.dossier.afwijken import views as afwijken
from verantwoord.dossier.betwisting import views as betwisting
from verantwoord.dossier.inzageverzoek import views as inzageverzoek
from verantwoord.dossier.machtiging import views as machtiging
from verantwoord.dossier.onthouding import views as onthouding
from verantwoord.dossier.opvang import views as opvang
from verantwoord.dossier.persoon import views as persoon
from verantwoord.dossier.portaal import views as portaal
from verantwoord.dossier.procedure import views as procedure
from verantwoord.dossier.stem import views as stem
from verantwoord.dossier.termijnen import views as termijnen
from verantwoord.dossier.veiligheid import views as veiligheid

app_name = "dossier"
urlpatterns = [
    path("dossiers/<uuid:dossier_id>/toewijzen/", views.toewijzen, name="toewijzen"),
    path("dossiers/<uuid:dossier_id>/in-behandeling/", views.in_behandeling, name="in_behandeling"),
    path("dossiers/<uuid:dossier_id>/namen/", persoon.namen, name="namen"),
    path("dossiers/<uuid:dossier_id>/namen/toevoegen/", persoon.erbij, name="naam_erbij"),
    path("dossiers/<uuid:dossier_id>/namen/<int:nummer>/weghalen/", persoon.weg, name="naam_weg"),
    path("dossiers/<uuid:dossier_id>/procedure/", procedure.overzicht, name="procedure"),
    path(
        "dossiers/<uuid:dossier_id>/procedure/<slug:soort>/",
        procedure.vastleggen,
        name="procedure_vastleggen",
    ),
    path("dossiers/<uuid:dossier_id>/termijnen/", termijnen.overzicht, name="termijnen"),
    path(
        "dossiers/<uuid:dossier_id>/termijnen/<slug:termijnstap>/",
        termijnen.vastleggen,
        name="termijn_vastleggen",
    ),
    path("dossiers/<uuid:dossier_id>/opvang/", opvang.overzicht, name="opvang"),
    path("dossiers/<uuid:dossier_id>/opvang/verblijf/", opvang.plaats, name="verblijf"),
    path(
        "dossiers/<uuid:dossier_id>/opvang/verblijf/<int:nummer>/", opvang.plaats, name="verblijf_verbeteren"
    ),
    path("dossiers/<uuid:dossier_id>/opvang/overplaatsen/", opvang.overplaatsen, name="overplaatsen"),
    path(
        "dossiers/<uuid:dossier_id>/opvang/overplaatsing/<uuid:overplaatsing_id>/<slug:overplaatsstap>/",
        opvang.overplaatsing,
        name="overplaatsing",
    ),
    path("dossiers/<uuid:dossier_id>/opvang/kind/<slug:kind>/", opvang.belangen, name="kindbelangen"),
    path("dossiers/<uuid:dossier_id>/opvang/kind/<slug:kind>/achttien/", opvang.achttien, name="achttien"),
    path("dossiers/<uuid:dossier_id>/afwijken/", afwijken.overzicht, name="afwijkingen"),
    path("dossiers/<uuid:dossier_id>/afwijken/<slug:norm>/", afwijken.afwijken, name="afwijken"),
    path("dossiers/<uuid:dossier_id>/inzageverzoeken/", inzageverzoek.lijst, name="inzageverzoeken"),
    path(
        "dossiers/<uuid:dossier_id>/inzageverzoeken/<uuid:verzoek_id>/",
        inzageverzoek.behandelen,
        name="inzageverzoek",
    ),
    path("dossiers/<uuid:dossier_id>/betwist/", betwisting.lijst, name="betwistingen"),
    path("dossiers/<uuid:dossier_id>/betwist/<uuid:betwisting_id>/", betwisting.beslis, name="betwisting"),
    path("dossiers/<uuid:dossier_id>/woorden/", stem.lijst, name="stemmen"),
    path("dossiers/<uuid:dossier_id>/woorden/<uuid:stem_id>/", stem.antwoorden, name="stem"),
    path("dossiers/<uuid:dossier_id>/woorden/<uuid:stem_id>/gelezen/", stem.gelezen, name="stem_gelezen"),
    path("dossiers/<uuid:dossier_id>/veiligheid/", veiligheid.kaart, name="veiligheid"),
    path("dossiers/<uuid:dossier_id>/afscherming/", afscherming.afscherming, name="afscherming"),
    path("dossiers/<uuid:dossier_id>/portaal/", portaal.portaal, name="portaal"),
    path("dossiers/<uuid:dossier_id>/portaal/achterhouden/", onthouding.onthoudingen, name="onthoudingen"),
    path("dossiers/<uuid:dossier_id>/portaal/machtigingen/", machtiging.machtigingen, name="machtigingen"),
]
