"""The application for a laissez-passer: asked in the first interview, checked by a second reader."""

import pytest

from tests.kern.bouw import afgewezen, beeld, bewaring, gesprek, lp_aanvraag, met, plan
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
EERSTE = beeld(gesprekken=[gesprek("eerste", "2022-01-20")])
INGEVULD = met(EERSTE, {"lp_aanvragen[0]": lp_aanvraag()})
LP = "lp_aanvragen[0]"
PASPOORT = "reisdocumenten[0]"


@pytest.mark.norm("lp-formulier-gesprek-1")
@tabel(
    nvt("geen gesprek", {}, OP),
    nvt("eerste gesprek morgen", EERSTE, "2022-01-19"),
    nvt("alleen een tweede gesprek", met(EERSTE, {"gesprekken[0].moment": "tweede"}), OP),
    nvt("eerste gesprek zonder tolk", met(EERSTE, {"gesprekken[0].tolk": "geen"}), OP),
    niet_voldaan("niet gevraagd", EERSTE, OP),
    voldaan("ingevuld met uitleg", INGEVULD, OP),
    niet_voldaan("zonder uitleg", met(INGEVULD, {f"{LP}.uitleg_gegeven": False}), OP),
    voldaan(
        "geweigerd met uitleg",
        met(EERSTE, {LP: lp_aanvraag(ingevuld_op=None, geweigerd_op="2022-01-20")}),
        OP,
    ),
    niet_voldaan("morgen ingevuld", met(INGEVULD, {f"{LP}.ingevuld_op": "2022-04-21"}), OP),
    niet_voldaan("uitleg zonder formulier", met(EERSTE, {LP: lp_aanvraag(ingevuld_op=None)}), OP),
    niet_voldaan(
        "het een op de ene, het ander op de andere aanvraag",
        met(
            EERSTE, {LP: lp_aanvraag(uitleg_gegeven=False), "lp_aanvragen[1]": lp_aanvraag(ingevuld_op=None)}
        ),
        OP,
    ),
    nvt("paspoort, laatste dag geldig", met(EERSTE, {PASPOORT: {"soort": "paspoort", "geldig_tot": OP}}), OP),
    niet_voldaan(
        "paspoort gisteren verlopen",
        met(EERSTE, {PASPOORT: {"soort": "paspoort", "geldig_tot": "2022-04-19"}}),
        OP,
    ),
    onbekend(
        "paspoort zonder einddatum",
        met(EERSTE, {PASPOORT: {"soort": "paspoort"}}),
        OP,
        f"{PASPOORT}.geldig_tot",
    ),
    voldaan("paspoort zonder einddatum, wel ingevuld", met(INGEVULD, {PASPOORT: {"soort": "paspoort"}}), OP),
    onbekend(
        "een verlopen en een zonder einddatum",
        met(
            EERSTE,
            {"reisdocumenten": [{"soort": "paspoort", "geldig_tot": "2020-01-01"}, {"soort": "anders"}]},
        ),
        OP,
        "reisdocumenten[1].geldig_tot",
    ),
    nvt(
        "een geldig naast een zonder einddatum",
        met(EERSTE, {"reisdocumenten": [{"soort": "anders"}, {"soort": "paspoort", "geldig_tot": OP}]}),
        OP,
    ),
)
def test_lp_formulier_gesprek_1(controleer, rij):
    controleer(rij)


SET = beeld(regievoerder="rv.een", lp_aanvragen=[lp_aanvraag()])


@pytest.mark.norm("lp-geen-asielinformatie")
@tabel(
    onbekend("geen LP-aanvraag", {}, OP, "lp_aanvragen"),
    onbekend("LP-aanvraag van morgen", SET, "2022-01-19", "lp_aanvragen"),
    voldaan("gecontroleerd door een tweede lezer", SET, OP),
    voldaan("geen regievoerder vastgelegd", met(SET, {"regievoerder": None}), OP),
    niet_voldaan(
        "gecontroleerd door de regievoerder zelf", met(SET, {f"{LP}.set_gecontroleerd_door": "rv.een"}), OP
    ),
    niet_voldaan("niet gecontroleerd", met(SET, {f"{LP}.set_gecontroleerd_door": None}), OP),
    niet_voldaan("asielinformatie gevonden", met(SET, {f"{LP}.asielinformatie_aangetroffen": True}), OP),
    onbekend(
        "uitkomst van de controle niet vastgelegd",
        met(SET, {f"{LP}.asielinformatie_aangetroffen": None}),
        OP,
        f"{LP}.asielinformatie_aangetroffen",
    ),
    niet_voldaan(
        "niet gecontroleerd en uitkomst niet vastgelegd",
        met(SET, {f"{LP}.asielinformatie_aangetroffen": None, f"{LP}.set_gecontroleerd_door": None}),
        OP,
    ),
    niet_voldaan(
        "gecontroleerd door de regievoerder, uitkomst niet vastgelegd",
        met(SET, {f"{LP}.asielinformatie_aangetroffen": None, f"{LP}.set_gecontroleerd_door": "rv.een"}),
        OP,
    ),
    onbekend(
        "de laatste niet verzonden aanvraag telt",
        met(
            SET,
            {
                "lp_aanvragen": [
                    lp_aanvraag(),
                    lp_aanvraag(asielinformatie_aangetroffen=None),
                    lp_aanvraag(verzonden_op=OP),
                ]
            },
        ),
        OP,
        "lp_aanvragen[1].asielinformatie_aangetroffen",
    ),
    onbekend(
        "alles verzonden: de laatste telt",
        met(
            SET,
            {
                "lp_aanvragen": [
                    lp_aanvraag(verzonden_op=OP),
                    lp_aanvraag(verzonden_op=OP, asielinformatie_aangetroffen=None),
                ]
            },
        ),
        OP,
        "lp_aanvragen[1].asielinformatie_aangetroffen",
    ),
    voldaan(
        "morgen verzonden is nog niet verzonden",
        met(
            SET,
            {
                "lp_aanvragen": [
                    lp_aanvraag(asielinformatie_aangetroffen=True),
                    lp_aanvraag(verzonden_op="2022-04-21"),
                ]
            },
        ),
        OP,
    ),
    voldaan(
        "een aanvraag van morgen bestaat nog niet",
        met(SET, {"lp_aanvragen[1]": {"land": "ARM", "ingevuld_op": "2022-04-21"}}),
        OP,
    ),
    niet_voldaan("een aanvraag zonder datum bestaat", met(SET, {"lp_aanvragen[1]": {"land": "ARM"}}), OP),
)
def test_lp_geen_asielinformatie(controleer, rij):
    controleer(rij)


def land(code, per, **anders):
    return {"land": code, "per": per, "lp_gedwongen": True} | anders


GEDWONGEN = beeld(afgewezen(), vertrekplannen=[plan()], landen=[land("ARM", "2022-01-01")])


@pytest.mark.norm("lp-land-medewerking")
@tabel(
    nvt("geen plan en geen bewaring", {}, OP),
    nvt("zelfstandig gekozen", met(GEDWONGEN, {"vertrekplannen[0].gekozen": "zelfstandig_iom"}), OP),
    nvt("dag voor het plan", GEDWONGEN, "2022-04-14"),
    voldaan("land werkt mee", GEDWONGEN, OP),
    niet_voldaan("land werkt niet mee", met(GEDWONGEN, {"landen[0].lp_gedwongen": False}), OP),
    onbekend("medewerking niet vastgelegd", met(GEDWONGEN, {"landen[0].lp_gedwongen": None}), OP, "landen"),
    onbekend("geen landinformatie", met(GEDWONGEN, {"landen": []}), OP, "landen"),
    onbekend("alleen over een ander land", met(GEDWONGEN, {"landen[0].land": "GEO"}), OP, "landen"),
    onbekend("landinformatie van morgen", met(GEDWONGEN, {"landen[0].per": "2022-04-21"}), OP, "landen"),
    niet_voldaan(
        "de laatste informatie telt, waar zij ook staat",
        met(
            GEDWONGEN, {"landen": [land("ARM", "2022-03-01", lp_gedwongen=False), land("ARM", "2022-01-01")]}
        ),
        OP,
    ),
    voldaan(
        "informatie van morgen telt nog niet",
        met(GEDWONGEN, {"landen[1]": land("ARM", "2022-04-21", lp_gedwongen=False)}),
        OP,
    ),
    voldaan("vrijwillig is een andere vraag", met(GEDWONGEN, {"landen[0].lp_vrijwillig": False}), OP),
    voldaan(
        "het land van het besluit gaat voor de nationaliteit",
        met(GEDWONGEN, {"persoon.nationaliteiten": ["GEO"]}),
        OP,
    ),
    voldaan(
        "zonder land in het besluit: de nationaliteit",
        met(GEDWONGEN, {"procedure.besluiten[0].land_van_terugkeer": None}),
        OP,
    ),
    onbekend(
        "de eerste nationaliteit telt",
        met(
            GEDWONGEN,
            {"procedure.besluiten[0].land_van_terugkeer": None, "persoon.nationaliteiten": ["GEO", "ARM"]},
        ),
        OP,
        "landen",
    ),
    onbekend(
        "geen land bekend",
        met(GEDWONGEN, {"procedure.besluiten[0].land_van_terugkeer": None, "persoon.nationaliteiten": []}),
        OP,
        "landen",
    ),
    niet_voldaan(
        "open bewaring zonder plan",
        beeld(afgewezen(), bewaringen=[bewaring()], landen=[land("ARM", "2022-01-01", lp_gedwongen=False)]),
        OP,
    ),
    nvt("bewaring opgeheven", beeld(afgewezen(), bewaringen=[bewaring(opgeheven_op=OP)]), OP),
)
def test_lp_land_medewerking(controleer, rij):
    controleer(rij)
