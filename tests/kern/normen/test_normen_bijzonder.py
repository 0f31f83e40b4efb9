"""No-fault, hardship and trafficking: the routes beside departure."""

import pytest

from tests.kern.bouw import afgewezen, beeld, beroep, beroep_loopt, met, uitspraak, zonder
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
BS = {
    "buiten_schuld": {
        "eigen_pogingen": ["brief aan de ambassade"],
        "bemiddeling_gevraagd_op": "2022-04-01",
        "bemiddeling_mislukt_op": "2022-04-15",
        "identiteit_twijfel": False,
        "meewerkend": True,
    }
}
VERVULD = beeld(uitspraak(), BS)
GEVRAAGD = "buiten_schuld.bemiddeling_gevraagd_op"
MISLUKT = "buiten_schuld.bemiddeling_mislukt_op"
TWIJFEL = "buiten_schuld.identiteit_twijfel"
MEEWERKEND = "buiten_schuld.meewerkend"


@pytest.mark.norm("buitenschuld-voorwaarden")
@tabel(
    nvt("niets geprobeerd en niets gevraagd", {}, OP),
    nvt(
        "bemiddeling van morgen, geen pogingen",
        {"buiten_schuld": {"bemiddeling_gevraagd_op": "2022-04-21"}},
        OP,
    ),
    voldaan("alle voorwaarden", VERVULD, OP),
    voldaan("alle voorwaarden, geen besluit bekend", BS, OP),
    niet_voldaan("alleen bemiddeling gevraagd", zonder(VERVULD, "buiten_schuld.eigen_pogingen"), OP),
    niet_voldaan("bemiddeling niet gevraagd", zonder(VERVULD, GEVRAAGD), OP),
    niet_voldaan("bemiddeling loopt nog", zonder(VERVULD, MISLUKT), OP),
    niet_voldaan("dag voor het mislukken", VERVULD, "2022-04-14"),
    voldaan("dag van het mislukken", VERVULD, "2022-04-15"),
    voldaan("amv zonder bemiddeling", met(zonder(VERVULD, GEVRAAGD, MISLUKT), {"persoon.amv": True}), OP),
    niet_voldaan(
        "open aanvraag",
        met(VERVULD, {"procedure.aanvragen[1]": {"soort": "regulier", "ingediend_op": OP}}),
        OP,
    ),
    voldaan(
        "aanvraag van morgen",
        met(VERVULD, {"procedure.aanvragen[1]": {"soort": "regulier", "ingediend_op": "2022-04-21"}}),
        OP,
    ),
    voldaan(
        "beslist",
        met(
            VERVULD,
            {"procedure.aanvragen[1]": {"soort": "regulier", "ingediend_op": "2022-04-01", "beslist_op": OP}},
        ),
        OP,
    ),
    niet_voldaan(
        "een reguliere aanvraag sluit niet door een later besluit",
        met(VERVULD, {"procedure.aanvragen[1]": {"soort": "regulier", "ingediend_op": "2022-01-01"}}),
        OP,
    ),
    niet_voldaan(
        "verblijfsgrond actief",
        met(VERVULD, {"procedure.verblijfsgronden[0]": {"grond": "8h", "van": OP}}),
        OP,
    ),
    voldaan(
        "verblijfsgrond geëindigd",
        met(
            VERVULD,
            {"procedure.verblijfsgronden[0]": {"grond": "8h", "van": "2022-01-01", "tot": "2022-04-19"}},
        ),
        OP,
    ),
    niet_voldaan("beroep loopt", beeld(beroep_loopt(), BS), OP),
    voldaan("uitspraak onvolledig", beeld(uitspraak(uitkomst=None), BS), OP),
    niet_voldaan("identiteit in twijfel", met(VERVULD, {TWIJFEL: True}), OP),
    niet_voldaan("niet meewerkend", met(VERVULD, {MEEWERKEND: False}), OP),
    onbekend("twijfel niet beantwoord", zonder(VERVULD, TWIJFEL), OP, TWIJFEL),
    onbekend("meewerken niet beantwoord", zonder(VERVULD, MEEWERKEND), OP, MEEWERKEND),
    onbekend("beide niet beantwoord", zonder(VERVULD, TWIJFEL, MEEWERKEND), OP, TWIJFEL, MEEWERKEND),
    niet_voldaan(
        "niet beantwoord en niet meewerkend", met(zonder(VERVULD, TWIJFEL), {MEEWERKEND: False}), OP
    ),
    niet_voldaan("niet beantwoord en bemiddeling loopt nog", zonder(VERVULD, TWIJFEL, MISLUKT), OP),
)
def test_buitenschuld_voorwaarden(controleer, rij):
    controleer(rij)


ADVIES = "buiten_schuld.zwaarwegend_advies_op"


@pytest.mark.norm("buitenschuld-zwaarwegend-advies")
@tabel(
    nvt("voorwaarden niet van toepassing", {}, OP),
    nvt("voorwaarden niet vervuld", met(VERVULD, {MEEWERKEND: False}), OP),
    nvt("voorwaarden onbekend", zonder(VERVULD, TWIJFEL), OP),
    niet_voldaan("vervuld, geen advies", VERVULD, OP),
    niet_voldaan("vervuld, advies van morgen", met(VERVULD, {ADVIES: "2022-04-21"}), OP),
    voldaan("vervuld, advies van vandaag", met(VERVULD, {ADVIES: OP}), OP, noemt=(OP,)),
    voldaan("advies zonder vervulde voorwaarden", {"buiten_schuld": {"zwaarwegend_advies_op": OP}}, OP),
)
def test_buitenschuld_zwaarwegend_advies(controleer, rij):
    controleer(rij)


def schrijnend(**feiten):
    return {"schrijnend": feiten}


SIGNAAL = {"signalen": [{"moment": "schrijnend", "bron": "vwn", "ontvangen_op": "2022-04-10"}]}
TWEE_FACTOREN = schrijnend(factoren=["ziekte", "overlijden van een kind"])


@pytest.mark.norm("schrijnend-signaal")
@tabel(
    nvt("niets", {}, OP),
    nvt("een enkele factor", schrijnend(factoren=["ziekte"]), OP),
    niet_voldaan("twee factoren", TWEE_FACTOREN, OP),
    nvt("signaal van morgen", SIGNAAL, "2022-04-09"),
    niet_voldaan("signaal", SIGNAAL, "2022-04-10"),
    nvt(
        "signaal op een ander moment",
        {"signalen": [{"moment": "medisch", "bron": "vwn", "ontvangen_op": "2022-04-10"}]},
        OP,
    ),
    voldaan("tweede lezer las mee", beeld(TWEE_FACTOREN, schrijnend(tweede_lezer_op=OP)), OP, noemt=(OP,)),
    niet_voldaan(
        "tweede lezer leest morgen", beeld(TWEE_FACTOREN, schrijnend(tweede_lezer_op="2022-04-21")), OP
    ),
    nvt("voor de regel bestond", TWEE_FACTOREN, "2019-04-30"),
    niet_voldaan("eerste dag van de regel", TWEE_FACTOREN, "2019-05-01"),
)
def test_schrijnend_signaal(controleer, rij):
    controleer(rij)


EEN_FACTOR = schrijnend(factoren=["ziekte"])
HOGER = beroep(soort="hoger_beroep", ingesteld_op="2022-03-20")


def met_hoger(**anders):
    return met(beeld(uitspraak(), EEN_FACTOR), {"procedure.beroepen[1]": HOGER | anders})


@pytest.mark.norm("schrijnend-eerste-procedure")
@tabel(
    nvt("geen schrijnendheid aan de orde", beroep_loopt(), OP),
    nvt("signaal van morgen", beeld(beroep_loopt(), SIGNAAL), "2022-04-09"),
    voldaan("signaal tijdens het beroep", beeld(beroep_loopt(), SIGNAAL), OP),
    voldaan("vooroverleg tijdens het beroep", beeld(beroep_loopt(), schrijnend(vooroverleg_op=OP)), OP),
    nvt("vooroverleg van morgen", beeld(beroep_loopt(), schrijnend(vooroverleg_op="2022-04-21")), OP),
    voldaan("ingediend tijdens het beroep", beeld(beroep_loopt(), schrijnend(ingediend_op=OP)), OP),
    voldaan("laatste dag van de beroepstermijn", beeld(afgewezen(), EEN_FACTOR), "2022-02-08"),
    niet_voldaan("dag na de beroepstermijn", beeld(afgewezen(), EEN_FACTOR), "2022-02-09"),
    niet_voldaan(
        "opvolgende aanvraag",
        met(
            beeld(beroep_loopt(), EEN_FACTOR),
            {"procedure.aanvragen[1]": {"soort": "opvolgend_asiel", "ingediend_op": OP}},
        ),
        OP,
    ),
    voldaan(
        "opvolgende aanvraag van morgen",
        met(
            beeld(beroep_loopt(), EEN_FACTOR),
            {"procedure.aanvragen[1]": {"soort": "opvolgend_asiel", "ingediend_op": "2022-04-21"}},
        ),
        OP,
    ),
    voldaan("hoger beroep loopt", met_hoger(), OP),
    niet_voldaan("hoger beroep beslist", met_hoger(uitspraak_op=OP), OP),
    voldaan("hoger beroep morgen beslist", met_hoger(uitspraak_op="2022-04-21", uitkomst="ongegrond"), OP),
    niet_voldaan("hoger beroep met uitkomst", met_hoger(uitkomst="ongegrond"), OP),
    onbekend(
        "hoger beroep van voor het besluit", met_hoger(ingesteld_op="2022-01-09"), OP, "procedure.beroepen"
    ),
    onbekend("geen besluit", EEN_FACTOR, OP, "procedure.besluiten"),
    onbekend(
        "einde beroepstermijn onbekend",
        zonder(beeld(afgewezen(), EEN_FACTOR), "procedure.beroepstermijn_tot"),
        OP,
        "procedure.beroepstermijn_tot",
    ),
    onbekend(
        "uitkomst onbekend", beeld(uitspraak(uitkomst=None), EEN_FACTOR), OP, "procedure.beroepen[0].uitkomst"
    ),
    onbekend("afgedaan, hoger beroep niet bekend", beeld(uitspraak(), EEN_FACTOR), OP, "procedure.beroepen"),
    onbekend(
        "gegrond, hoger beroep niet bekend",
        beeld(uitspraak(uitkomst="gegrond"), EEN_FACTOR),
        OP,
        "procedure.beroepen",
    ),
    nvt("voor de regel bestond", EEN_FACTOR, "2019-04-30"),
    onbekend("eerste dag van de regel", EEN_FACTOR, "2019-05-01", "procedure.besluiten"),
)
def test_schrijnend_eerste_procedure(controleer, rij):
    controleer(rij)


VOOROVERLEG = schrijnend(vooroverleg_op="2022-04-10", vooroverleg_uitkomst="indienen")


@pytest.mark.norm("schrijnend-ketenbreed")
@tabel(
    nvt("niets ingediend", {}, OP),
    nvt("vooroverleg van morgen", VOOROVERLEG, "2022-04-09"),
    niet_voldaan("uitkomst niet vastgelegd", schrijnend(vooroverleg_op="2022-04-10"), OP),
    niet_voldaan("uitkomst open", schrijnend(vooroverleg_op="2022-04-10", vooroverleg_uitkomst="open"), OP),
    voldaan("afgedaan", schrijnend(vooroverleg_op="2022-04-10", vooroverleg_uitkomst="afgedaan"), OP),
    niet_voldaan("indienen, nog niet gedaan", VOOROVERLEG, OP),
    niet_voldaan("ingediend zonder coördinator", beeld(VOOROVERLEG, schrijnend(ingediend_op=OP)), OP),
    voldaan(
        "ingediend met coördinator", beeld(VOOROVERLEG, schrijnend(ingediend_op=OP, coordinator="coa")), OP
    ),
    niet_voldaan(
        "morgen ingediend", beeld(VOOROVERLEG, schrijnend(ingediend_op="2022-04-21", coordinator="coa")), OP
    ),
    voldaan("zonder vooroverleg ingediend", schrijnend(ingediend_op=OP, coordinator="dtv"), OP),
    niet_voldaan("zonder vooroverleg en zonder coördinator", schrijnend(ingediend_op=OP), OP),
)
def test_schrijnend_ketenbreed(controleer, rij):
    controleer(rij)


def mensenhandel(**feiten):
    return {"mensenhandel": feiten}


AANWIJZING = mensenhandel(aanwijzing_op="2022-04-14")
GEMELD = mensenhandel(aanwijzing_op="2022-04-14", politie_gemeld_op="2022-04-19")
MH_SIGNAAL = {"signalen": [{"moment": "mensenhandel", "bron": "ngo", "ontvangen_op": "2022-04-14"}]}


@pytest.mark.norm("mensenhandel-signaal")
@tabel(
    nvt("geen aanwijzing", {}, OP),
    nvt("aanwijzing van morgen", AANWIJZING, "2022-04-13"),
    niet_voldaan(
        "aanwijzing: uiterlijk een werkdag later, over Pasen",
        AANWIJZING,
        "2022-04-14",
        uiterlijk="2022-04-19",
    ),
    niet_voldaan("signaal: uiterlijk een werkdag later", MH_SIGNAAL, "2022-04-14", uiterlijk="2022-04-19"),
    nvt("signaal van morgen", MH_SIGNAAL, "2022-04-13"),
    nvt(
        "signaal op een ander moment",
        {"signalen": [{"moment": "medisch", "bron": "ngo", "ontvangen_op": "2022-04-14"}]},
        OP,
    ),
    niet_voldaan("gemeld, geen antwoord", GEMELD, OP, uiterlijk=None),
    niet_voldaan("morgen antwoord", beeld(GEMELD, mensenhandel(politie_terugkoppeling_op="2022-04-21")), OP),
    voldaan(
        "vandaag antwoord",
        beeld(GEMELD, mensenhandel(politie_terugkoppeling_op=OP)),
        OP,
        uiterlijk=None,
        noemt=(OP,),
    ),
    voldaan(
        "antwoord op de dag van de aanwijzing",
        mensenhandel(aanwijzing_op=OP, politie_gemeld_op=OP, politie_terugkoppeling_op=OP),
        OP,
    ),
    niet_voldaan(
        "antwoord van voor de aanwijzing",
        mensenhandel(
            aanwijzing_op=OP, politie_gemeld_op="2022-04-01", politie_terugkoppeling_op="2022-04-19"
        ),
        OP,
    ),
    niet_voldaan(
        "antwoord zonder melding", mensenhandel(aanwijzing_op="2022-04-14", politie_terugkoppeling_op=OP), OP
    ),
    niet_voldaan(
        "nieuw signaal na het antwoord",
        beeld(
            GEMELD,
            mensenhandel(politie_terugkoppeling_op="2022-04-19"),
            signalen=[{"moment": "mensenhandel", "bron": "ngo", "ontvangen_op": OP}],
        ),
        OP,
    ),
    voldaan(
        "nieuw signaal pas morgen",
        beeld(
            GEMELD,
            mensenhandel(politie_terugkoppeling_op="2022-04-19"),
            signalen=[{"moment": "mensenhandel", "bron": "ngo", "ontvangen_op": "2022-04-21"}],
        ),
        OP,
    ),
    niet_voldaan(
        "de vroegste van aanwijzing en signaal bepaalt de uiterste dag",
        beeld(AANWIJZING, signalen=[{"moment": "mensenhandel", "bron": "ngo", "ontvangen_op": "2022-04-11"}]),
        OP,
        uiterlijk="2022-04-12",
    ),
)
def test_mensenhandel_signaal(controleer, rij):
    controleer(rij)


BEDENKTIJD = mensenhandel(bedenktijd_van="2021-11-30")


@pytest.mark.norm("mensenhandel-bedenktijd")
@tabel(
    nvt("geen bedenktijd", {}, OP),
    nvt("bedenktijd van morgen", BEDENKTIJD, "2021-11-29"),
    nvt(
        "bedenktijd van morgen, met einde",
        beeld(BEDENKTIJD, mensenhandel(bedenktijd_tot="2022-02-01")),
        "2021-11-29",
    ),
    niet_voldaan("eerste dag", BEDENKTIJD, "2021-11-30", uiterlijk="2022-02-28", noemt=("2022-02-28",)),
    niet_voldaan("laatste dag", BEDENKTIJD, "2022-02-28", uiterlijk="2022-02-28", noemt=("2022-02-28",)),
    voldaan("dag na drie maanden", BEDENKTIJD, "2022-03-01", noemt=("2022-02-28",)),
    niet_voldaan(
        "schrikkeljaar, laatste dag",
        mensenhandel(bedenktijd_van="2023-11-30"),
        "2024-02-29",
        uiterlijk="2024-02-29",
    ),
    niet_voldaan(
        "eerder geëindigd, laatste dag",
        beeld(BEDENKTIJD, mensenhandel(bedenktijd_tot="2022-01-15")),
        "2022-01-15",
        uiterlijk="2022-01-15",
    ),
    voldaan(
        "eerder geëindigd, dag erna",
        beeld(BEDENKTIJD, mensenhandel(bedenktijd_tot="2022-01-15")),
        "2022-01-16",
    ),
    voldaan(
        "een later einde verlengt niet",
        beeld(BEDENKTIJD, mensenhandel(bedenktijd_tot="2022-06-01")),
        "2022-03-01",
        uiterlijk="2022-02-28",
    ),
    onbekend(
        "einde zonder begin", mensenhandel(bedenktijd_tot="2022-06-01"), OP, "mensenhandel.bedenktijd_van"
    ),
    onbekend(
        "einde zonder begin, einde voorbij",
        mensenhandel(bedenktijd_tot="2022-01-01"),
        OP,
        "mensenhandel.bedenktijd_van",
    ),
    niet_voldaan(
        "dublin op 18 mei 2023: nog drie maanden",
        beeld(mensenhandel(bedenktijd_van="2023-05-18"), spoor="dublin"),
        "2023-08-18",
        uiterlijk="2023-08-18",
    ),
    niet_voldaan(
        "dublin na 18 mei 2023: dertig dagen",
        beeld(mensenhandel(bedenktijd_van="2023-05-19"), spoor="dublin"),
        "2023-06-18",
        uiterlijk="2023-06-18",
    ),
    voldaan(
        "dublin na 18 mei 2023: dag erna",
        beeld(mensenhandel(bedenktijd_van="2023-05-19"), spoor="dublin"),
        "2023-06-19",
    ),
    niet_voldaan(
        "asiel na 18 mei 2023: drie maanden",
        mensenhandel(bedenktijd_van="2023-05-19"),
        "2023-08-19",
        uiterlijk="2023-08-19",
    ),
)
def test_mensenhandel_bedenktijd(controleer, rij):
    controleer(rij)


VERGUNNING = mensenhandel(vergunning_van="2022-03-01", vergunning_tot="2022-04-30")


@pytest.mark.norm("mensenhandel-vergunning")
@tabel(
    nvt("geen vergunning", {}, OP),
    nvt("vergunning van morgen", VERGUNNING, "2022-02-28"),
    niet_voldaan("eerste dag", VERGUNNING, "2022-03-01"),
    niet_voldaan("laatste dag", VERGUNNING, "2022-04-30", noemt=("2022-04-30",)),
    voldaan("dag erna", VERGUNNING, "2022-05-01", noemt=("2022-04-30",)),
    niet_voldaan("zonder einde", mensenhandel(vergunning_van="2022-03-01"), "2024-01-01"),
    niet_voldaan("dag voor het sepot", beeld(VERGUNNING, mensenhandel(sepot_op=OP)), "2022-04-19"),
    voldaan("dag van het sepot", beeld(VERGUNNING, mensenhandel(sepot_op=OP)), OP, noemt=(OP,)),
)
def test_mensenhandel_vergunning(controleer, rij):
    controleer(rij)
