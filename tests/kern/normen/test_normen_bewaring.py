"""Detention: last, by a competent other person, with grounds, for as short as can be, children hardly ever."""

import pytest

from tests.kern.bouw import beeld, bewaring, boeking, met, opgelegd, zonder
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
VOORSTEL = beeld(bewaringen=[bewaring()])
IBS = beeld(bewaringen=[opgelegd()])
B = "bewaringen[0]"
# The proposal of tomorrow, the lifted one and none at all are no open bewaring.
GEEN_OPEN_BEWARING = [
    ("geen bewaring", {}),
    ("voorstel van morgen", met(VOORSTEL, {f"{B}.voorgesteld_op": "2022-04-21"})),
    ("vandaag opgeheven", met(VOORSTEL, {f"{B}.opgeheven_op": OP})),
]


@pytest.mark.norm("bewaring-laatste-middel")
@tabel(
    *[niet_voldaan(wat, feiten, OP) for wat, feiten in GEEN_OPEN_BEWARING],
    voldaan("afgewogen", VOORSTEL, OP),
    voldaan("morgen opgeheven", met(VOORSTEL, {f"{B}.opgeheven_op": "2022-04-21"}), OP),
    voldaan("dag van het voorstel", VOORSTEL, "2022-04-19"),
    niet_voldaan("dag voor het voorstel", VOORSTEL, "2022-04-18"),
    voldaan(
        "opgelegd zonder voorstel, dag van opleggen", met(IBS, {f"{B}.voorgesteld_op": None}), "2022-04-19"
    ),
    voldaan("zonder enige datum bestaat het voorstel", met(VOORSTEL, {f"{B}.voorgesteld_op": None}), OP),
    niet_voldaan("geen lichter middel bekeken", met(VOORSTEL, {f"{B}.lichtere_middelen": {}}), OP),
    voldaan("een enkel middel", met(VOORSTEL, {f"{B}.lichtere_middelen": {"meldplicht": "Gemist."}}), OP),
    niet_voldaan("een van de middelen zonder uitleg", met(VOORSTEL, {f"{B}.lichtere_middelen.vbl": " "}), OP),
    niet_voldaan("kwetsbaarheid niet gewogen", met(VOORSTEL, {f"{B}.kwetsbaarheid": " "}), OP),
    niet_voldaan(
        "de laatste open bewaring telt", met(VOORSTEL, {"bewaringen[1]": bewaring(kwetsbaarheid="")}), OP
    ),
)
def test_bewaring_laatste_middel(controleer, rij):
    controleer(rij)


DTV = {f"{B}.opgelegd_door_partner": "dtv"}


@pytest.mark.norm("bewaring-bevoegdheid")
@tabel(
    *[nvt(wat, feiten, OP) for wat, feiten in GEEN_OPEN_BEWARING],
    voldaan("voorstel met naam", VOORSTEL, OP),
    onbekend(
        "voorstel zonder naam", met(VOORSTEL, {f"{B}.voorgesteld_door": None}), OP, f"{B}.voorgesteld_door"
    ),
    voldaan("opgelegd door de AVIM", IBS, OP),
    voldaan("opgelegd door de KMar", met(IBS, {f"{B}.opgelegd_door_partner": "kmar"}), OP),
    *[
        niet_voldaan(f"opgelegd door {wie}", met(IBS, {f"{B}.opgelegd_door_partner": wie}), OP)
        for wie in ("coa", "ind")
    ],
    niet_voldaan("DT&V zonder aanwijzing", met(IBS, DTV), OP),
    voldaan("DT&V met aanwijzing", met(IBS, DTV | {f"{B}.aanwijzing_ref": "AANW-1"}), OP),
    niet_voldaan("door wie het voorstelde", met(IBS, {f"{B}.opgelegd_door": "rv.een"}), OP),
    onbekend("oplegger onbekend", met(IBS, {f"{B}.opgelegd_door": None}), OP, f"{B}.opgelegd_door"),
    onbekend(
        "dienst onbekend", met(IBS, {f"{B}.opgelegd_door_partner": None}), OP, f"{B}.opgelegd_door_partner"
    ),
    onbekend(
        "alles onbekend",
        met(
            IBS,
            {f"{B}.opgelegd_door": None, f"{B}.opgelegd_door_partner": None, f"{B}.voorgesteld_door": None},
        ),
        OP,
        f"{B}.voorgesteld_door",
        f"{B}.opgelegd_door",
        f"{B}.opgelegd_door_partner",
    ),
    niet_voldaan(
        "zeker fout gaat voor onbekend",
        met(IBS, {f"{B}.opgelegd_door_partner": "ind", f"{B}.voorgesteld_door": None}),
        OP,
    ),
    voldaan(
        "morgen opgelegd: nog niet gelezen",
        met(IBS, {f"{B}.opgelegd_op": "2022-04-21", f"{B}.opgelegd_door_partner": "coa"}),
        OP,
    ),
    voldaan("niet opgelegd: velden niet gelezen", met(VOORSTEL, {f"{B}.opgelegd_door_partner": "coa"}), OP),
    onbekend(
        "plaats in het bestand",
        met(VOORSTEL, {"bewaringen": [bewaring(opgeheven_op=OP), bewaring(voorgesteld_door=None)]}),
        OP,
        "bewaringen[1].voorgesteld_door",
    ),
)
def test_bewaring_bevoegdheid(controleer, rij):
    controleer(rij)


ZICHT = f"{B}.zicht_oordeel"


@pytest.mark.norm("bewaring-zicht-op-uitzetting")
@tabel(
    *[niet_voldaan(wat, feiten, OP) for wat, feiten in GEEN_OPEN_BEWARING],
    voldaan("zicht, onderbouwd", VOORSTEL, OP),
    niet_voldaan("geen zicht", met(VOORSTEL, {ZICHT: False}), OP),
    niet_voldaan("niet onderbouwd", met(VOORSTEL, {f"{B}.zicht_op_uitzetting": {}}), OP),
    niet_voldaan(
        "onderbouwing blanco", met(VOORSTEL, {f"{B}.zicht_op_uitzetting": {"geen_weigering": " "}}), OP
    ),
    voldaan("een blanco naast een goede", met(VOORSTEL, {f"{B}.zicht_op_uitzetting.geen_weigering": ""}), OP),
    onbekend("oordeel niet vastgelegd", met(VOORSTEL, {ZICHT: None}), OP, ZICHT),
    niet_voldaan(
        "oordeel niet vastgelegd en niet onderbouwd",
        met(VOORSTEL, {ZICHT: None, f"{B}.zicht_op_uitzetting": {}}),
        OP,
    ),
)
def test_bewaring_zicht_op_uitzetting(controleer, rij):
    controleer(rij)


def gronden(**lijst):
    return met(VOORSTEL, {f"{B}.gronden": {naam.lstrip("g"): tekst for naam, tekst in lijst.items()}})


@pytest.mark.norm("bewaring-onttrekkingsrisico")
@tabel(
    *[niet_voldaan(wat, feiten, OP) for wat, feiten in GEEN_OPEN_BEWARING],
    voldaan("een zware en een lichte", VOORSTEL, OP),
    voldaan("twee lichte", gronden(g4a="Toegelicht.", g4d="Toegelicht."), OP),
    voldaan("drie gronden", gronden(g3a="Toegelicht.", g3b="Toegelicht.", g4z="Toegelicht."), OP),
    niet_voldaan("een grond", gronden(g3a="Toegelicht."), OP),
    niet_voldaan("geen grond", met(VOORSTEL, {f"{B}.gronden": {}}), OP),
    niet_voldaan("een toelichting blanco", gronden(g3a="Toegelicht.", g4c=" "), OP),
    niet_voldaan("twee goede en een blanco", gronden(g3a="Toegelicht.", g3b="Toegelicht.", g4c=""), OP),
    niet_voldaan(
        "tweede grond staat niet in artikel 5.1b", gronden(g3a="Toegelicht.", g5a="Toegelicht."), OP
    ),
    niet_voldaan("grond met twee letters", gronden(g3a="Toegelicht.", g3aa="Toegelicht."), OP),
    niet_voldaan("grond met hoofdletter", gronden(g3a="Toegelicht.", g3B="Toegelicht."), OP),
    voldaan(
        "een ander trefwoord ernaast, toegelicht",
        gronden(g3a="Toegelicht.", g4c="Toegelicht.", overig="Toegelicht."),
        OP,
    ),
)
def test_bewaring_onttrekkingsrisico(controleer, rij):
    controleer(rij)


LANG = beeld(bewaringen=[opgelegd("2021-08-31", voorgesteld_op="2021-08-30")])
IN_KENNIS = met(LANG, {f"{B}.rechtbank_in_kennis_op": "2021-09-28"})
IN_2011 = beeld(bewaringen=[opgelegd("2011-01-01", voorgesteld_op="2011-01-01")])


@pytest.mark.norm("bewaring-duur")
@tabel(
    nvt("geen bewaring", {}, OP),
    nvt("alleen voorgesteld", VOORSTEL, OP),
    nvt("morgen opgelegd", met(VOORSTEL, {f"{B}.opgelegd_op": "2022-04-21"}), OP),
    voldaan("dag van opleggen", LANG, "2021-08-31", uiterlijk="2021-09-28"),
    voldaan(
        "dag 28, rechtbank weet van niets", LANG, "2021-09-28", uiterlijk="2021-09-28", noemt=("2021-09-28",)
    ),
    niet_voldaan(
        "dag 29, rechtbank weet van niets", LANG, "2021-09-29", uiterlijk="2021-09-28", noemt=("2021-09-28",)
    ),
    voldaan("dag 29, rechtbank in kennis", IN_KENNIS, "2021-09-29", uiterlijk="2022-02-28"),
    voldaan(
        "ook een late kennisgeving is er een",
        met(LANG, {f"{B}.rechtbank_in_kennis_op": "2021-10-05"}),
        "2021-10-05",
    ),
    niet_voldaan("morgen in kennis", met(LANG, {f"{B}.rechtbank_in_kennis_op": "2021-09-30"}), "2021-09-29"),
    voldaan(
        "laatste dag van zes maanden", IN_KENNIS, "2022-02-28", uiterlijk="2022-02-28", noemt=("2022-02-28",)
    ),
    niet_voldaan("dag na zes maanden", IN_KENNIS, "2022-03-01", noemt=("2022-02-28",)),
    voldaan(
        "verlengd, laatste dag van achttien maanden",
        met(IN_KENNIS, {f"{B}.verlengd_op": "2022-02-28"}),
        "2023-02-28",
        uiterlijk="2023-02-28",
    ),
    niet_voldaan("verlengd, dag erna", met(IN_KENNIS, {f"{B}.verlengd_op": "2022-02-28"}), "2023-03-01"),
    niet_voldaan("morgen verlengd", met(IN_KENNIS, {f"{B}.verlengd_op": "2022-03-02"}), "2022-03-01"),
    nvt("opgeheven", met(IN_KENNIS, {f"{B}.opgeheven_op": "2022-03-01"}), "2022-03-01"),
    nvt("voor de regel bestond", IN_2011, "2011-12-30"),
    niet_voldaan("eerste dag van de regel", IN_2011, "2011-12-31"),
)
def test_bewaring_duur(controleer, rij):
    controleer(rij)


KIND = beeld(
    VOORSTEL, persoon={"gezin": [{"relatie": "kind", "geboortedatum": "2010-06-15"}]}, boekingen=[boeking()]
)
REIS = "boekingen[0]"
PAD = "persoon.gezin[0].geboortedatum"


@pytest.mark.norm("bewaring-minderjarigen")
@tabel(
    nvt("volwassene alleen", VOORSTEL, OP),
    voldaan("reis binnen veertien dagen", KIND, OP, noemt=("2022-04-28",)),
    voldaan("reis vandaag", met(KIND, {f"{REIS}.gepland_op": OP}), OP),
    voldaan("reis op dag 14", met(KIND, {f"{REIS}.gepland_op": "2022-05-04"}), OP),
    niet_voldaan("reis op dag 15", met(KIND, {f"{REIS}.gepland_op": "2022-05-05"}), OP),
    niet_voldaan("reis was gisteren", met(KIND, {f"{REIS}.gepland_op": "2022-04-19"}), OP),
    niet_voldaan("reis geannuleerd", met(KIND, {f"{REIS}.geannuleerd_op": OP}), OP),
    voldaan("morgen geannuleerd", met(KIND, {f"{REIS}.geannuleerd_op": "2022-04-21"}), OP),
    niet_voldaan("geen reis", zonder(KIND, "boekingen"), OP),
    voldaan("ook een zelfstandige reis", met(KIND, {f"{REIS}.soort": "zelfstandig"}), OP),
    niet_voldaan("belang van het kind niet gewogen", met(KIND, {f"{B}.kwetsbaarheid": " "}), OP),
    niet_voldaan("geen voorstel", zonder(KIND, "bewaringen"), OP),
    voldaan("dag voor de achttiende verjaardag", met(KIND, {PAD: "2004-04-21"}), OP),
    nvt("achttiende verjaardag", met(KIND, {PAD: "2004-04-20"}), OP),
    voldaan(
        "persoon zelf minderjarig",
        beeld(VOORSTEL, persoon={"geboortedatum": "2006-01-01"}, boekingen=[boeking()]),
        OP,
    ),
    onbekend(
        "leeftijd persoon onbekend",
        beeld(VOORSTEL, persoon={"geboortedatum": None}, boekingen=[boeking()]),
        OP,
        "persoon.geboortedatum",
    ),
    voldaan(
        "leeftijd onbekend maar amv",
        beeld(VOORSTEL, persoon={"geboortedatum": None, "amv": True}, boekingen=[boeking()]),
        OP,
    ),
    onbekend("leeftijd kind onbekend", met(KIND, {PAD: "2004-00-00"}), OP, PAD),
    nvt("kind nog niet geboren", met(KIND, {PAD: "2022-04-21"}), OP),
)
def test_bewaring_minderjarigen(controleer, rij):
    controleer(rij)


AMV = beeld(
    persoon={
        "amv": True,
        "geboortedatum": "2006-04-21",
        "voogd": "Nidos",
        "adequate_opvang_bewijs": "RAPPORT-1",
    }
)


@pytest.mark.norm("amv-adequate-opvang")
@tabel(
    nvt("geen amv", {}, OP),
    nvt("minderjarig maar niet alleenstaand", {"persoon": {"geboortedatum": "2010-01-01"}}, OP),
    voldaan("voogd en bewijs", AMV, OP),
    niet_voldaan("geen voogd", met(AMV, {"persoon.voogd": None}), OP),
    niet_voldaan("geen bewijs", met(AMV, {"persoon.adequate_opvang_bewijs": None}), OP),
    niet_voldaan("dag voor de achttiende verjaardag", met(AMV, {"persoon.voogd": None}), "2024-04-20"),
    nvt("achttiende verjaardag", met(AMV, {"persoon.voogd": None}), "2024-04-21"),
    niet_voldaan(
        "geboortedatum onbekend", met(AMV, {"persoon.voogd": None, "persoon.geboortedatum": None}), OP
    ),
    voldaan("geboortedatum onbekend, alles geregeld", met(AMV, {"persoon.geboortedatum": None}), OP),
    niet_voldaan(
        "leeftijd niet te bepalen",
        met(AMV, {"persoon.voogd": None, "persoon.geboortedatum": "2004-00-00"}),
        OP,
    ),
    niet_voldaan(
        "geheel onbekende datum", met(AMV, {"persoon.voogd": None, "persoon.geboortedatum": "0000-00-00"}), OP
    ),
    nvt("zeker achttien", met(AMV, {"persoon.voogd": None, "persoon.geboortedatum": "2003-00-00"}), OP),
)
def test_amv_adequate_opvang(controleer, rij):
    controleer(rij)
