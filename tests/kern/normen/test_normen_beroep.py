"""May the appeal be awaited, is there an interim measure, and may a foreign authority be approached?"""

import pytest

from tests.kern.bouw import afgewezen, beeld, beroep, beroep_loopt, besluit, met, uitspraak, zonder
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
SCHORSING = "procedure.besluiten[0].schorsende_werking"
TERMIJN = "procedure.beroepstermijn_tot"
VV = "procedure.voorlopige_voorzieningen[0]"
TOEGEWEZEN = {
    "gevraagd_op": "2022-03-01",
    "beslist_op": "2022-03-03",
    "toegewezen": True,
    "tot": "2022-04-30",
}


def zonder_termijn(**anders):
    return zonder(beeld(afgewezen(**anders)), TERMIJN)


@pytest.mark.norm("beroep-afwachten")
@tabel(
    onbekend("geen besluit", {}, OP, "procedure.besluiten"),
    niet_voldaan("laatste dag van de beroepstermijn", afgewezen(), "2022-02-08", noemt=("2022-02-08",)),
    voldaan("dag na de beroepstermijn", afgewezen(), "2022-02-09", noemt=("2022-02-08",)),
    voldaan("beroepstermijn voorbij, schorsing onbekend", afgewezen(schorsende_werking=None), "2022-02-09"),
    niet_voldaan("beroep loopt", beroep_loopt(), OP, noemt=("2022-01-30",)),
    niet_voldaan("dag voor de uitspraak", uitspraak(), "2022-03-04"),
    onbekend(
        "uitspraak gedaan, nog niet bekendgemaakt",
        uitspraak(),
        "2022-03-06",
        "procedure.beroepen[0].bekendgemaakt_op",
    ),
    voldaan("dag van de bekendmaking", uitspraak(), "2022-03-07", noemt=("2022-03-07",)),
    voldaan("niet ontvankelijk", uitspraak(uitkomst="niet_ontvankelijk"), OP),
    niet_voldaan("gegrond", uitspraak(uitkomst="gegrond"), OP),
    niet_voldaan("deels gegrond", uitspraak(uitkomst="deels_gegrond"), OP),
    niet_voldaan(
        "gegrond, niet schorsend",
        uitspraak(uitkomst="gegrond", besluit_anders={"schorsende_werking": False}),
        OP,
    ),
    niet_voldaan(
        "hoger beroep gegrond",
        met(
            beeld(uitspraak()),
            {
                "procedure.beroepen[1]": beroep(
                    soort="hoger_beroep", ingesteld_op="2022-03-20", uitkomst="gegrond"
                )
            },
        ),
        OP,
    ),
    voldaan(
        "hoger beroep loopt",
        met(
            beeld(uitspraak()),
            {"procedure.beroepen[1]": beroep(soort="hoger_beroep", ingesteld_op="2022-03-20")},
        ),
        OP,
    ),
    voldaan("ingetrokken beroep na de termijn", uitspraak(uitkomst="ingetrokken"), OP),
    voldaan("beroep loopt, niet schorsend", beroep_loopt(schorsende_werking=False), OP),
    voldaan("beroepstermijn loopt, niet schorsend", afgewezen(schorsende_werking=False), "2022-02-08"),
    voldaan("niet schorsend, einde beroepstermijn onbekend", zonder_termijn(schorsende_werking=False), OP),
    voldaan(
        "niet schorsend, uitspraak onvolledig",
        uitspraak(uitkomst=None, besluit_anders={"schorsende_werking": False}),
        OP,
    ),
    niet_voldaan(
        "niet schorsend, voorlopige voorziening, laatste dag",
        met(beeld(beroep_loopt(schorsende_werking=False)), {VV: TOEGEWEZEN}),
        "2022-04-30",
    ),
    voldaan(
        "niet schorsend, dag na de voorlopige voorziening",
        met(beeld(beroep_loopt(schorsende_werking=False)), {VV: TOEGEWEZEN}),
        "2022-05-01",
    ),
    voldaan(
        "afgedaan ondanks voorlopige voorziening: andere norm", met(beeld(uitspraak()), {VV: TOEGEWEZEN}), OP
    ),
    onbekend("schorsing onbekend, beroep loopt", beroep_loopt(schorsende_werking=None), OP, SCHORSING),
    onbekend(
        "schorsing onbekend, beroepstermijn loopt",
        afgewezen(schorsende_werking=None),
        "2022-02-08",
        SCHORSING,
    ),
    onbekend("schorsing en beroepstermijn onbekend", zonder_termijn(schorsende_werking=None), OP, SCHORSING),
    onbekend(
        "schorsing onbekend, uitspraak onvolledig",
        uitspraak(uitkomst=None, besluit_anders={"schorsende_werking": None}),
        OP,
        SCHORSING,
    ),
    onbekend("schorsend, einde beroepstermijn onbekend", zonder_termijn(), OP, TERMIJN),
    onbekend("schorsend, uitkomst onbekend", uitspraak(uitkomst=None), OP, "procedure.beroepen[0].uitkomst"),
    onbekend(
        "schorsend, uitkomst en bekendmaking onbekend",
        uitspraak(uitkomst=None, bekendgemaakt_op=None),
        OP,
        "procedure.beroepen[0].uitkomst",
        "procedure.beroepen[0].bekendgemaakt_op",
    ),
    onbekend(
        "zonder afwijzing telt het terugkeerbesluit",
        {
            "procedure": {
                "besluiten": [
                    besluit(soort="inreisverbod", terugkeerbesluit=False),
                    besluit(soort="terugkeerbesluit", schorsende_werking=None),
                ],
                "beroepstermijn_tot": OP,
            }
        },
        OP,
        "procedure.besluiten[1].schorsende_werking",
    ),
)
def test_beroep_afwachten(controleer, rij):
    controleer(rij)


def verzoek(**anders):
    return {"procedure": {"voorlopige_voorzieningen": [{"gevraagd_op": "2022-03-01"} | anders]}}


def check(op, uitkomst="verwijderbaar"):
    return {"verwijderbaarheidschecks": [{"gecheckt_op": op, "uitkomst": uitkomst}]}


@pytest.mark.norm("hoger-beroep-voorlopige-voorziening")
@tabel(
    nvt("geen hoger beroep en geen verzoek", uitspraak(), OP),
    nvt("verzoek van morgen", verzoek(), "2022-02-28"),
    onbekend("open verzoek", verzoek(), "2022-03-01", f"{VV}.toegewezen", noemt=("2022-03-01",)),
    onbekend(
        "check op de dag van het verzoek", beeld(verzoek(), check("2022-03-01")), OP, f"{VV}.toegewezen"
    ),
    voldaan("check een dag na het verzoek", beeld(verzoek(), check("2022-03-02")), OP),
    onbekend("check van morgen", beeld(verzoek(), check("2022-04-21")), OP, f"{VV}.toegewezen"),
    onbekend(
        "check zonder positief antwoord",
        beeld(verzoek(), check("2022-03-02", "onbekend")),
        OP,
        f"{VV}.toegewezen",
    ),
    niet_voldaan("toegewezen, laatste dag", verzoek(**TOEGEWEZEN), "2022-04-30", noemt=("2022-04-30",)),
    voldaan("dag na de voorziening", verzoek(**TOEGEWEZEN), "2022-05-01"),
    niet_voldaan("toegewezen zonder einde", verzoek(toegewezen=True), OP),
    niet_voldaan("toegewezen ondanks een check", beeld(verzoek(**TOEGEWEZEN), check("2022-03-04")), OP),
    onbekend("morgen pas toegewezen", verzoek(**TOEGEWEZEN), "2022-03-02", f"{VV}.toegewezen"),
    niet_voldaan("vandaag toegewezen", verzoek(**TOEGEWEZEN), "2022-03-03"),
    voldaan("afgewezen verzoek", verzoek(beslist_op="2022-03-03", toegewezen=False), OP),
    voldaan(
        "alleen een hoger beroep",
        {"procedure": {"beroepen": [beroep(soort="hoger_beroep")]}},
        OP,
    ),
    nvt(
        "hoger beroep van morgen",
        {"procedure": {"beroepen": [beroep(soort="hoger_beroep", ingesteld_op="2022-04-21")]}},
        OP,
    ),
    onbekend(
        "twee open verzoeken",
        {
            "procedure": {
                "voorlopige_voorzieningen": [{"gevraagd_op": "2022-03-01"}, {"gevraagd_op": "2022-03-10"}]
            }
        },
        OP,
        f"{VV}.toegewezen",
        "procedure.voorlopige_voorzieningen[1].toegewezen",
    ),
    onbekend(
        "alleen het tweede verzoek is na de check",
        beeld(
            {
                "procedure": {
                    "voorlopige_voorzieningen": [{"gevraagd_op": "2022-03-01"}, {"gevraagd_op": "2022-03-10"}]
                }
            },
            check("2022-03-05"),
        ),
        OP,
        "procedure.voorlopige_voorzieningen[1].toegewezen",
    ),
)
def test_hoger_beroep_voorlopige_voorziening(controleer, rij):
    controleer(rij)


NIEUW = {"soort": "opvolgend_asiel", "ingediend_op": "2022-04-10"}
AANVRAAG = "procedure.aanvragen[0]"


def met_nieuw(**anders):
    return met(beeld(uitspraak()), {"procedure.aanvragen[1]": NIEUW | anders})


@pytest.mark.norm("lp-verzendverbod")
@tabel(
    nvt("regulier spoor zonder asielaanvraag", {"spoor": "regulier"}, OP),
    nvt(
        "regulier spoor, asielaanvraag van morgen",
        beeld(spoor="regulier", procedure={"aanvragen": [NIEUW]}),
        "2022-04-09",
    ),
    niet_voldaan(
        "regulier spoor met asielaanvraag", beeld(spoor="regulier", procedure={"aanvragen": [NIEUW]}), OP
    ),
    # (1) an open application
    niet_voldaan(
        "asielaanvraag nog niet beslist",
        {"procedure": {"aanvragen": [{"soort": "asiel", "ingediend_op": "2021-04-05"}]}},
        OP,
    ),
    niet_voldaan("dag voor de beslissing", afgewezen(), "2022-01-09"),
    niet_voldaan("opvolgende aanvraag", met_nieuw(), "2022-04-10", noemt=("2022-04-10",)),
    voldaan("opvolgende aanvraag van morgen", met_nieuw(), "2022-04-09"),
    voldaan("beslist blijkt uit de datum", met_nieuw(beslist_op="2022-04-15", inwilliging=False), OP),
    voldaan("een open reguliere aanvraag houdt niet tegen", met_nieuw(soort="regulier"), OP),
    voldaan(
        "een besluit van na de aanvraag maakt haar beslist",
        zonder(beeld(uitspraak()), f"{AANVRAAG}.beslist_op"),
        OP,
    ),
    niet_voldaan(
        "een besluit van voor de aanvraag niet",
        met(zonder(beeld(uitspraak()), f"{AANVRAAG}.beslist_op"), {f"{AANVRAAG}.ingediend_op": "2022-01-11"}),
        OP,
    ),
    voldaan(
        "besluit op de dag van de aanvraag",
        met(zonder(beeld(uitspraak()), f"{AANVRAAG}.beslist_op"), {f"{AANVRAAG}.ingediend_op": "2022-01-10"}),
        OP,
    ),
    # (2) an interim measure
    niet_voldaan(
        "voorlopige voorziening, laatste dag", met(beeld(uitspraak()), {VV: TOEGEWEZEN}), "2022-04-30"
    ),
    voldaan("dag na de voorlopige voorziening", met(beeld(uitspraak()), {VV: TOEGEWEZEN}), "2022-05-01"),
    voldaan("open verzoek: andere norm", beeld(uitspraak(), verzoek()), OP),
    # (3) withdrawn in writing
    voldaan(
        "schriftelijk ingetrokken tijdens het beroep",
        met(
            beeld(beroep_loopt()),
            {f"{AANVRAAG}.ingetrokken_op": OP, f"{AANVRAAG}.schriftelijk_ingetrokken": True},
        ),
        OP,
        noemt=(OP,),
    ),
    voldaan(
        "schriftelijk ingetrokken zonder enig besluit",
        {
            "procedure": {
                "aanvragen": [
                    {
                        "soort": "asiel",
                        "ingediend_op": "2021-04-05",
                        "ingetrokken_op": OP,
                        "schriftelijk_ingetrokken": True,
                    }
                ]
            }
        },
        OP,
    ),
    niet_voldaan(
        "morgen ingetrokken",
        met(
            beeld(beroep_loopt()),
            {f"{AANVRAAG}.ingetrokken_op": "2022-04-21", f"{AANVRAAG}.schriftelijk_ingetrokken": True},
        ),
        OP,
    ),
    niet_voldaan("mondeling ingetrokken", met(beeld(beroep_loopt()), {f"{AANVRAAG}.ingetrokken_op": OP}), OP),
    niet_voldaan(
        "niet de laatste aanvraag is ingetrokken",
        met(
            beeld(beroep_loopt()),
            {
                f"{AANVRAAG}.ingetrokken_op": OP,
                f"{AANVRAAG}.schriftelijk_ingetrokken": True,
                "procedure.aanvragen[1]": NIEUW | {"beslist_op": "2022-04-15"},
            },
        ),
        OP,
    ),
    niet_voldaan(
        "ingetrokken maar met voorlopige voorziening",
        met(
            beeld(beroep_loopt()),
            {f"{AANVRAAG}.ingetrokken_op": OP, f"{AANVRAAG}.schriftelijk_ingetrokken": True, VV: TOEGEWEZEN},
        ),
        OP,
    ),
    # (4) no decision, (5) a permit
    onbekend("niets bekend", {}, OP, "procedure.besluiten"),
    niet_voldaan(
        "ingewilligd",
        met(beeld(uitspraak()), {"procedure.besluiten[1]": {"soort": "inwilliging", "genomen_op": OP}}),
        OP,
    ),
    voldaan(
        "morgen ingewilligd",
        met(
            beeld(uitspraak()),
            {"procedure.besluiten[1]": {"soort": "inwilliging", "genomen_op": "2022-04-21"}},
        ),
        OP,
    ),
    # (6) the court
    niet_voldaan("laatste dag van de beroepstermijn", afgewezen(), "2022-02-08", noemt=("2022-02-08",)),
    voldaan("dag na de beroepstermijn", afgewezen(), "2022-02-09"),
    niet_voldaan(
        "beroepstermijn loopt, niet schorsend: de rechter moet gekeken hebben",
        afgewezen(schorsende_werking=False),
        "2022-02-08",
    ),
    niet_voldaan("beroep loopt", beroep_loopt(), OP, noemt=("2022-01-30",)),
    niet_voldaan("beroep loopt, niet schorsend", beroep_loopt(schorsende_werking=False), OP),
    onbekend(
        "uitspraak niet bekendgemaakt", uitspraak(), "2022-03-06", "procedure.beroepen[0].bekendgemaakt_op"
    ),
    voldaan("dag van de bekendmaking", uitspraak(), "2022-03-07", noemt=("2022-03-07",)),
    niet_voldaan("gegrond", uitspraak(uitkomst="gegrond"), OP),
    niet_voldaan("deels gegrond", uitspraak(uitkomst="deels_gegrond"), OP),
    onbekend("einde beroepstermijn onbekend", zonder_termijn(), OP, TERMIJN),
    onbekend("uitkomst onbekend", uitspraak(uitkomst=None), OP, "procedure.beroepen[0].uitkomst"),
    voldaan(
        "hoger beroep loopt",
        met(
            beeld(uitspraak()),
            {"procedure.beroepen[1]": beroep(soort="hoger_beroep", ingesteld_op="2022-03-20")},
        ),
        OP,
    ),
)
def test_lp_verzendverbod(controleer, rij):
    controleer(rij)
