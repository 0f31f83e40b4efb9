"""When the vertrektermijn starts, how long it is and what follows when it has passed."""

import pytest

from tests.kern.bouw import (
    afgewezen,
    artikel_64,
    beeld,
    beroep,
    beroep_loopt,
    met,
    termijn_loopt,
    uitspraak,
    zonder,
)
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-03-15"
START = "vertrektermijn.start_op"
GEBEURTENIS = "vertrektermijn.startgebeurtenis"
ONGEGROND = beeld(uitspraak(), termijn_loopt())
VERSTREKEN = beeld(afgewezen(), termijn_loopt("2022-02-08", "beroepstermijn_verstreken"))
NIET_SCHORSEND = beeld(
    beroep_loopt(schorsende_werking=False),
    termijn_loopt("2022-01-11", "besluit_zonder_schorsende_werking"),
)
INGETROKKEN = beeld(
    afgewezen(),
    termijn_loopt("2022-02-20", "intrekking_aanvraag"),
)
INGETROKKEN = met(INGETROKKEN, {"procedure.aanvragen[0].ingetrokken_op": "2022-02-20"})
UITGESTELD = beeld(
    uitspraak(), termijn_loopt("2022-03-31", "einde_uitstel"), artikel_64("2022-03-10", "2022-03-31")
)
GEEN_BEKENDMAKING = zonder(ONGEGROND, "procedure.beroepen[0].bekendgemaakt_op")


@pytest.mark.norm("vertrektermijn-start")
@tabel(
    # (1) an active suspension
    nvt("artikel 64 loopt, laatste dag", UITGESTELD, "2022-03-31"),
    nvt("artikel 64 zonder einde", beeld(ONGEGROND, artikel_64("2022-03-10", None)), OP),
    nvt("bedenktijd loopt", beeld(ONGEGROND, {"mensenhandel": {"bedenktijd_van": "2022-03-10"}}), OP),
    nvt(
        "vergunning slachtoffer loopt",
        beeld(ONGEGROND, {"mensenhandel": {"vergunning_van": "2022-03-10"}}),
        OP,
    ),
    nvt(
        "voorlopige voorziening toegewezen",
        met(
            ONGEGROND,
            {"procedure.voorlopige_voorzieningen[0]": {"gevraagd_op": "2022-03-08", "toegewezen": True}},
        ),
        OP,
    ),
    nvt("opschorting gaat voor een ontbrekend besluit", artikel_64("2022-03-10", None), OP),
    # (2) no decision
    onbekend("geen besluit", {}, OP, "procedure.besluiten"),
    onbekend("wel een start, geen besluit", termijn_loopt(), OP, "procedure.besluiten"),
    # (3) nothing recorded while the appeal may be awaited
    nvt("beroepstermijn loopt, schorsend", afgewezen(), "2022-02-08"),
    onbekend("beroepstermijn verstreken, niets vastgelegd", afgewezen(), "2022-02-09", START, GEBEURTENIS),
    nvt("beroepstermijn loopt, schorsing onbekend", afgewezen(schorsende_werking=None), "2022-02-08"),
    onbekend(
        "beroepstermijn loopt, niet schorsend",
        afgewezen(schorsende_werking=False),
        "2022-02-08",
        START,
        GEBEURTENIS,
    ),
    nvt("beroep loopt, schorsend", beroep_loopt(), OP),
    nvt("beroep loopt, schorsing onbekend", beroep_loopt(schorsende_werking=None), OP),
    onbekend("beroep loopt, niet schorsend", beroep_loopt(schorsende_werking=False), OP, START, GEBEURTENIS),
    nvt("einde beroepstermijn onbekend", zonder(beeld(afgewezen()), "procedure.beroepstermijn_tot"), OP),
    nvt("uitspraak onvolledig", uitspraak(bekendgemaakt_op=None), OP),
    onbekend(
        "uitspraak onvolledig, niet schorsend",
        uitspraak(bekendgemaakt_op=None, besluit_anders={"schorsende_werking": False}),
        OP,
        START,
        GEBEURTENIS,
    ),
    nvt("beroep gegrond", uitspraak(uitkomst="gegrond"), OP),
    nvt(
        "beroep gegrond, niet schorsend",
        uitspraak(uitkomst="gegrond", besluit_anders={"schorsende_werking": False}),
        OP,
    ),
    # (4) what is recorded is incomplete
    onbekend("beroep afgedaan, niets vastgelegd", uitspraak(), OP, START, GEBEURTENIS),
    onbekend("alleen de gebeurtenis", zonder(ONGEGROND, START), OP, START),
    onbekend("alleen de dag", zonder(ONGEGROND, GEBEURTENIS), OP, GEBEURTENIS),
    onbekend(
        "start van morgen: ook de gebeurtenis bestaat nog niet",
        met(ONGEGROND, {START: "2022-03-16"}),
        OP,
        START,
        GEBEURTENIS,
    ),
    # uitspraak_ongegrond
    voldaan("start op de dag van de bekendmaking", ONGEGROND, OP, noemt=("2022-03-07",)),
    voldaan("op de startdag zelf", ONGEGROND, "2022-03-07"),
    voldaan("later begonnen", met(ONGEGROND, {START: "2022-03-10"}), OP),
    niet_voldaan("een dag te vroeg", met(ONGEGROND, {START: "2022-03-06"}), OP, noemt=("2022-03-06",)),
    voldaan("niet ontvankelijk", met(ONGEGROND, {"procedure.beroepen[0].uitkomst": "niet_ontvankelijk"}), OP),
    niet_voldaan("beroep loopt nog", beeld(beroep_loopt(), termijn_loopt()), OP),
    niet_voldaan("beroep gegrond", met(ONGEGROND, {"procedure.beroepen[0].uitkomst": "gegrond"}), OP),
    niet_voldaan("er was geen beroep", beeld(afgewezen(), termijn_loopt()), OP),
    niet_voldaan("beroep ingetrokken", met(ONGEGROND, {"procedure.beroepen[0].uitkomst": "ingetrokken"}), OP),
    onbekend("bekendmaking ontbreekt", GEEN_BEKENDMAKING, OP, "procedure.beroepen[0].bekendgemaakt_op"),
    onbekend(
        "uitkomst ontbreekt",
        zonder(ONGEGROND, "procedure.beroepen[0].uitkomst"),
        OP,
        "procedure.beroepen[0].uitkomst",
    ),
    onbekend(
        "uitkomst en bekendmaking ontbreken",
        zonder(GEEN_BEKENDMAKING, "procedure.beroepen[0].uitkomst"),
        OP,
        "procedure.beroepen[0].uitkomst",
        "procedure.beroepen[0].bekendgemaakt_op",
    ),
    onbekend(
        "plaats van het beroep in het bestand",
        met(
            GEEN_BEKENDMAKING,
            {"procedure.beroepen": [beroep(ingesteld_op="2022-05-01"), beroep(uitkomst="ongegrond")]},
        ),
        OP,
        "procedure.beroepen[1].bekendgemaakt_op",
    ),
    # beroepstermijn_verstreken
    niet_voldaan("laatste dag van de beroepstermijn", VERSTREKEN, "2022-02-08"),
    voldaan("dag na de beroepstermijn", VERSTREKEN, "2022-02-09", noemt=("2022-02-08",)),
    niet_voldaan("start voor het einde van de beroepstermijn", met(VERSTREKEN, {START: "2022-02-07"}), OP),
    onbekend(
        "einde van de beroepstermijn niet bekend",
        zonder(VERSTREKEN, "procedure.beroepstermijn_tot"),
        OP,
        "procedure.beroepstermijn_tot",
    ),
    onbekend(
        "beroepstermijn van een eerder besluit",
        met(VERSTREKEN, {"procedure.beroepstermijn_tot": "2022-01-09"}),
        OP,
        "procedure.beroepstermijn_tot",
    ),
    voldaan(
        "beroepstermijn eindigt op de dag van het besluit",
        met(VERSTREKEN, {"procedure.beroepstermijn_tot": "2022-01-10"}),
        OP,
    ),
    niet_voldaan("er loopt toch een beroep", met(VERSTREKEN, {"procedure.beroepen[0]": beroep()}), OP),
    voldaan(
        "een ingetrokken beroep is geen beroep",
        met(VERSTREKEN, {"procedure.beroepen[0]": beroep(uitkomst="ingetrokken")}),
        OP,
    ),
    # besluit_zonder_schorsende_werking
    voldaan("niet schorsend, start op de bekendmaking", NIET_SCHORSEND, OP, noemt=("2022-01-11",)),
    niet_voldaan("niet schorsend, een dag te vroeg", met(NIET_SCHORSEND, {START: "2022-01-10"}), OP),
    niet_voldaan(
        "het besluit schorst wel",
        met(NIET_SCHORSEND, {"procedure.besluiten[0].schorsende_werking": True}),
        OP,
    ),
    onbekend(
        "schorsing onbekend",
        zonder(NIET_SCHORSEND, "procedure.besluiten[0].schorsende_werking"),
        OP,
        "procedure.besluiten[0].schorsende_werking",
    ),
    onbekend(
        "bekendmaking van het besluit onbekend",
        zonder(NIET_SCHORSEND, "procedure.besluiten[0].bekendgemaakt_op"),
        OP,
        "procedure.besluiten[0].bekendgemaakt_op",
    ),
    niet_voldaan(
        "schorst wel, bekendmaking onbekend",
        zonder(
            met(NIET_SCHORSEND, {"procedure.besluiten[0].schorsende_werking": True}),
            "procedure.besluiten[0].bekendgemaakt_op",
        ),
        OP,
    ),
    # intrekking_aanvraag
    voldaan("start op de dag van de intrekking", INGETROKKEN, OP, noemt=("2022-02-20",)),
    niet_voldaan("start een dag voor de intrekking", met(INGETROKKEN, {START: "2022-02-19"}), OP),
    niet_voldaan(
        "aanvraag niet ingetrokken", zonder(INGETROKKEN, "procedure.aanvragen[0].ingetrokken_op"), OP
    ),
    niet_voldaan(
        "een reguliere aanvraag telt niet", met(INGETROKKEN, {"procedure.aanvragen[0].soort": "regulier"}), OP
    ),
    voldaan(
        "opvolgende aanvraag ingetrokken",
        met(INGETROKKEN, {"procedure.aanvragen[0].soort": "opvolgend_asiel"}),
        OP,
    ),
    # einde_uitstel and suspensions that have ended
    voldaan("dag na de laatste dag van het uitstel", UITGESTELD, "2022-04-01", noemt=("2022-03-31",)),
    niet_voldaan("er was geen uitstel", zonder(UITGESTELD, "medisch"), "2022-04-01"),
    niet_voldaan(
        "artikel 64 was afgewezen", met(UITGESTELD, {"medisch.art64_besluit": "afgewezen"}), "2022-04-01"
    ),
    onbekend(
        "uitstel eindigde na de oude start",
        beeld(ONGEGROND, artikel_64("2022-03-10", "2022-03-31")),
        "2022-04-01",
        START,
        noemt=("2022-03-31",),
    ),
    voldaan("uitstel eindigde op de startdag", beeld(ONGEGROND, artikel_64("2022-03-01", "2022-03-07")), OP),
    onbekend(
        "uitstel eindigde een dag na de start",
        beeld(ONGEGROND, artikel_64("2022-03-01", "2022-03-08")),
        OP,
        START,
    ),
)
def test_vertrektermijn_start(controleer, rij):
    controleer(rij)
