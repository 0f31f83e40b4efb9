"""Until when there is shelter, who decides about more, and where somebody may be moved."""

import pytest

from tests.kern.bouw import (
    afgewezen,
    akkoorden,
    alles_mag,
    artikel_64,
    beeld,
    beroep_loopt,
    lko,
    lp_aanvraag,
    met,
    plan,
    uitspraak,
    zonder,
)
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
ONGEGROND = beeld(uitspraak())
RECHT = "opvang.recht_eindigt_op"


def verlengd(**anders):
    entry = {
        "gevraagd_op": "2022-03-20",
        "reden": "IOM is bezig.",
        "coa_besluit": "akkoord",
        "coa_besloten_op": "2022-03-22",
        "tot": "2022-04-20",
    }
    return {
        "opvang": {
            "verlengingen": [{sleutel: waarde for sleutel, waarde in (entry | anders).items() if waarde}]
        }
    }


@pytest.mark.norm("opvang-vier-weken")
@tabel(
    nvt("regulier spoor", beeld(ONGEGROND, spoor="regulier"), OP),
    niet_voldaan("laatste dag", ONGEGROND, "2022-04-04", uiterlijk="2022-04-04", noemt=("2022-04-04",)),
    voldaan("dag na de laatste", ONGEGROND, "2022-04-05", uiterlijk="2022-04-04", noemt=("2022-04-04",)),
    niet_voldaan("beroepstermijn verstreken, laatste dag", afgewezen(), "2022-03-08", uiterlijk="2022-03-08"),
    voldaan("beroepstermijn verstreken, dag na de laatste", afgewezen(), "2022-03-09"),
    voldaan(
        "zaterdag is gewoon de laatste dag", uitspraak(op="2022-03-05"), "2022-04-03", uiterlijk="2022-04-02"
    ),
    niet_voldaan(
        "vastgelegde einddatum, laatste dag",
        met(ONGEGROND, {RECHT: "2022-05-01"}),
        "2022-05-01",
        uiterlijk="2022-05-01",
    ),
    voldaan(
        "vastgelegde einddatum gaat voor de berekende",
        met(ONGEGROND, {RECHT: "2022-03-20"}),
        "2022-03-21",
        uiterlijk="2022-03-20",
    ),
    voldaan(
        "vastgelegde einddatum terwijl het beroep loopt",
        met(beeld(beroep_loopt()), {RECHT: "2022-03-20"}),
        "2022-03-21",
    ),
    niet_voldaan(
        "verlengd door het COA, laatste dag",
        beeld(ONGEGROND, verlengd()),
        "2022-04-20",
        uiterlijk="2022-04-20",
    ),
    voldaan("verlengd door het COA, dag erna", beeld(ONGEGROND, verlengd()), "2022-04-21"),
    voldaan("verlenging geweigerd", beeld(ONGEGROND, verlengd(coa_besluit="geweigerd")), "2022-04-05"),
    voldaan(
        "het COA beslist pas morgen", beeld(ONGEGROND, verlengd(coa_besloten_op="2022-04-06")), "2022-04-05"
    ),
    niet_voldaan(
        "artikel 64 loopt, laatste dag",
        beeld(ONGEGROND, artikel_64("2022-04-10", "2022-04-30")),
        "2022-04-30",
    ),
    voldaan("dag na artikel 64", beeld(ONGEGROND, artikel_64("2022-04-10", "2022-04-30")), "2022-05-01"),
    niet_voldaan(
        "bedenktijd loopt", beeld(ONGEGROND, {"mensenhandel": {"bedenktijd_van": "2022-04-10"}}), OP
    ),
    niet_voldaan("opschorting zonder enig besluit", artikel_64("2022-04-10", None), OP),
    niet_voldaan("beroep loopt, schorsend", beroep_loopt(), OP, uiterlijk=None),
    niet_voldaan("laatste dag beroepstermijn, schorsend", afgewezen(), "2022-02-08", uiterlijk=None),
    niet_voldaan("beroep gegrond, schorsend", uitspraak(uitkomst="gegrond"), OP),
    onbekend(
        "beroep loopt, niet schorsend", beroep_loopt(schorsende_werking=False), OP, RECHT, uiterlijk=None
    ),
    onbekend("beroep loopt, schorsing onbekend", beroep_loopt(schorsende_werking=None), OP, RECHT),
    onbekend(
        "gegrond, niet schorsend",
        uitspraak(uitkomst="gegrond", besluit_anders={"schorsende_werking": False}),
        OP,
        RECHT,
    ),
    onbekend("geen besluit", {}, OP, "procedure.besluiten"),
    onbekend(
        "uitspraak onvolledig", uitspraak(bekendgemaakt_op=None), OP, "procedure.beroepen[0].bekendgemaakt_op"
    ),
    onbekend(
        "einde beroepstermijn onbekend",
        zonder(beeld(afgewezen()), "procedure.beroepstermijn_tot"),
        OP,
        "procedure.beroepstermijn_tot",
    ),
)
def test_opvang_vier_weken(controleer, rij):
    controleer(rij)


ENTRY = "opvang.verlengingen[0]"


@pytest.mark.norm("opvang-verlenging-maatwerk")
@tabel(
    nvt("geen verzoek", {}, OP),
    nvt("verzoek van morgen", verlengd(), "2022-03-19"),
    onbekend(
        "verzoek gedaan",
        verlengd(),
        "2022-03-20",
        f"{ENTRY}.coa_besluit",
        f"{ENTRY}.coa_besloten_op",
        noemt=("2022-03-20",),
    ),
    onbekend(
        "dag voor het besluit", verlengd(), "2022-03-21", f"{ENTRY}.coa_besluit", f"{ENTRY}.coa_besloten_op"
    ),
    niet_voldaan("dag van het besluit", verlengd(), "2022-03-22", noemt=("2022-04-20",)),
    niet_voldaan("laatste dag van de verlenging", verlengd(), "2022-04-20", noemt=("2022-04-20",)),
    voldaan("dag na de verlenging", verlengd(), "2022-04-21"),
    voldaan("geweigerd", verlengd(coa_besluit="geweigerd", tot=None), "2022-03-22", noemt=("2022-03-22",)),
    onbekend("akkoord zonder einddatum", verlengd(tot=None), OP, f"{ENTRY}.tot"),
    onbekend(
        "geweigerd zonder datum",
        verlengd(coa_besluit="geweigerd", coa_besloten_op=None),
        OP,
        f"{ENTRY}.coa_besloten_op",
    ),
    onbekend("datum zonder besluit", verlengd(coa_besluit=None), OP, f"{ENTRY}.coa_besluit"),
    onbekend(
        "het laatste verzoek telt, waar het ook staat",
        {
            "opvang": {
                "verlengingen": [
                    {"gevraagd_op": "2022-04-10", "reden": "Nog twee weken."},
                    verlengd(coa_besluit="geweigerd")["opvang"]["verlengingen"][0],
                ]
            }
        },
        OP,
        f"{ENTRY}.coa_besluit",
        f"{ENTRY}.coa_besloten_op",
    ),
)
def test_opvang_verlenging_maatwerk(controleer, rij):
    controleer(rij)


def verblijf(soort, van, tot=None):
    return {"soort": soort, "locatie": "ergens", "van": van, "tot": tot}


VBL = {"opvang": {"verblijfplaatsen": [verblijf("vbl", "2022-03-01")]}}


@pytest.mark.norm("vbl-twaalf-weken")
@tabel(
    nvt("geen verblijf in de vbl", {"opvang": {"verblijfplaatsen": [verblijf("azc", "2022-03-01")]}}, OP),
    nvt("dag voor aankomst", VBL, "2022-02-28"),
    voldaan("dag van aankomst", VBL, "2022-03-01", uiterlijk="2022-05-24"),
    voldaan("dag 84", VBL, "2022-05-24", uiterlijk="2022-05-24", noemt=("2022-05-24",)),
    niet_voldaan("dag 85", VBL, "2022-05-25", uiterlijk="2022-05-24", noemt=("2022-05-24",)),
    voldaan(
        "dag 85 met besluit van het LKO",
        met(beeld(VBL), {"opvang.vbl_lko_besluit_op": "2022-05-25"}),
        "2022-05-25",
    ),
    niet_voldaan(
        "besluit van het LKO pas morgen",
        met(beeld(VBL), {"opvang.vbl_lko_besluit_op": "2022-05-26"}),
        "2022-05-25",
    ),
    voldaan(
        "besluit van de dag van aankomst",
        met(beeld(VBL), {"opvang.vbl_lko_besluit_op": "2022-03-01"}),
        "2022-05-25",
    ),
    niet_voldaan(
        "besluit over een eerder verblijf",
        met(beeld(VBL), {"opvang.vbl_lko_besluit_op": "2022-02-28"}),
        "2022-05-25",
    ),
    voldaan(
        "laatste dag in de vbl",
        met(beeld(VBL), {"opvang.verblijfplaatsen[0].tot": "2022-03-31"}),
        "2022-03-31",
    ),
    nvt(
        "dag na vertrek uit de vbl",
        met(beeld(VBL), {"opvang.verblijfplaatsen[0].tot": "2022-03-31"}),
        "2022-04-01",
    ),
    voldaan(
        "het laatst begonnen verblijf telt",
        {"opvang": {"verblijfplaatsen": [verblijf("vbl", "2022-05-01"), verblijf("vbl", "2022-01-01")]}},
        "2022-05-25",
        uiterlijk="2022-07-24",
    ),
    niet_voldaan(
        "goedgekeurde afwijking laat het oordeel zoals het is",
        beeld(
            VBL,
            afwijkingen=[
                {
                    "norm": "vbl-twaalf-weken",
                    "reden": "Reis staat vast.",
                    "door": "a",
                    "goedgekeurd_door": "b",
                    "goedgekeurd_op": "2022-05-20",
                    "geldig_tot": "2022-06-01",
                }
            ],
        ),
        "2022-05-25",
    ),
    nvt("voor de Leidraad", {"opvang": {"verblijfplaatsen": [verblijf("vbl", "2021-01-01")]}}, "2021-10-10"),
    niet_voldaan(
        "eerste dag van de Leidraad",
        {"opvang": {"verblijfplaatsen": [verblijf("vbl", "2021-01-01")]}},
        "2021-10-11",
    ),
)
def test_vbl_twaalf_weken(controleer, rij):
    controleer(rij)


def kind(geboren, relatie="kind"):
    return {"relatie": relatie, "geboortedatum": geboren}


def gezin(*leden, **delen):
    return beeld(delen, persoon={"gezin": list(leden)})


def ferreira(dreigt, op="2022-04-01"):
    return {"getoetst_op": op, "humanitaire_noodsituatie": dreigt, "toelichting": "Gewogen."}


KIND = gezin(kind("2010-06-15"))
PAD = "persoon.gezin[0].geboortedatum"


@pytest.mark.norm("gezinslocatie-ferreira")
@tabel(
    nvt("volwassene alleen", {}, OP),
    niet_voldaan("kind, geen toets", KIND, OP),
    voldaan(
        "kind, geen noodsituatie",
        met(KIND, {"opvang.ferreira[0]": ferreira(dreigt=False)}),
        OP,
        noemt=("2022-04-01",),
    ),
    niet_voldaan("kind, noodsituatie dreigt", met(KIND, {"opvang.ferreira[0]": ferreira(dreigt=True)}), OP),
    niet_voldaan(
        "toets van morgen", met(KIND, {"opvang.ferreira[0]": ferreira(dreigt=False, op="2022-04-21")}), OP
    ),
    niet_voldaan(
        "de laatste toets telt, waar zij ook staat",
        met(KIND, {"opvang.ferreira": [ferreira(dreigt=True, op="2022-04-10"), ferreira(dreigt=False)]}),
        OP,
    ),
    niet_voldaan("dag voor de achttiende verjaardag", KIND, "2028-06-14"),
    nvt("achttiende verjaardag", KIND, "2028-06-15"),
    niet_voldaan("persoon zelf minderjarig", {"persoon": {"geboortedatum": "2004-04-21"}}, OP),
    nvt("persoon vandaag achttien", {"persoon": {"geboortedatum": "2004-04-20"}}, OP),
    niet_voldaan("29 februari: op 28 februari nog zeventien", gezin(kind("2004-02-29")), "2022-02-28"),
    nvt("29 februari: achttien op 1 maart", gezin(kind("2004-02-29")), "2022-03-01"),
    onbekend("leeftijd persoon onbekend", {"persoon": {"geboortedatum": None}}, OP, "persoon.geboortedatum"),
    niet_voldaan("leeftijd onbekend maar amv", {"persoon": {"geboortedatum": None, "amv": True}}, OP),
    onbekend("kind zonder geboortedatum", gezin({"relatie": "kind"}), OP, PAD),
    onbekend("broer of zus zonder geboortedatum", gezin({"relatie": "broer_zus"}), OP, PAD),
    onbekend("ander gezinslid zonder geboortedatum", gezin({"relatie": "overig"}), OP, PAD),
    nvt("partner zonder geboortedatum is volwassen", gezin({"relatie": "partner"}), OP),
    nvt("ouder zonder geboortedatum is volwassen", gezin({"relatie": "ouder"}), OP),
    onbekend("partner met geheel onbekende datum", gezin(kind("0000-00-00", "partner")), OP, PAD),
    onbekend(
        "twee onbekende leeftijden",
        gezin(kind("0000-00-00"), {"relatie": "overig"}, persoon={"geboortedatum": None}),
        OP,
        "persoon.geboortedatum",
        PAD,
        "persoon.gezin[1].geboortedatum",
    ),
    niet_voldaan(
        "zeker een minderjarige naast een onbekende", gezin({"relatie": "kind"}, kind("2015-01-01")), OP
    ),
    onbekend("alleen het geboortejaar, kan beide zijn", gezin(kind("2004-00-00")), OP, PAD),
    niet_voldaan("alleen het jaar, zeker nog geen achttien", gezin(kind("2005-00-00")), OP),
    nvt("alleen het jaar, zeker achttien", gezin(kind("2003-00-00")), OP),
    nvt("kind dat nog niet geboren is", gezin(kind("2022-04-21")), OP),
    niet_voldaan("vandaag geboren", gezin(kind("2022-04-20")), OP),
    niet_voldaan("ook een kind dat niet meereist", gezin(kind("2010-06-15") | {"meereizend": False}), OP),
    nvt("voor het arrest", KIND, "2011-01-10"),
    niet_voldaan("dag van het arrest", KIND, "2011-01-11"),
)
def test_gezinslocatie_ferreira(controleer, rij):
    controleer(rij)


VOL = beeld(vertrekplannen=[plan()], overleg=[lko()], lp_aanvragen=[lp_aanvraag()])
PUNT = "overleg[0]"


@pytest.mark.norm("overplaatsing-compleet-dossier")
@tabel(
    nvt("voor de Leidraad", {}, "2021-10-10"),
    niet_voldaan("eerste dag van de Leidraad, niets geregeld", {}, "2021-10-11"),
    voldaan("compleet", VOL, OP),
    voldaan("alles mag", alles_mag(), OP),
    niet_voldaan("geen plan", zonder(VOL, "vertrekplannen"), OP),
    niet_voldaan("dag voor het plan", VOL, "2022-04-14"),
    voldaan("dag van het plan", VOL, "2022-04-15"),
    niet_voldaan("strategie blanco", met(VOL, {"vertrekplannen[0].strategie": "\t"}), OP),
    niet_voldaan("geen keuze", met(VOL, {"vertrekplannen[0].gekozen": None}), OP),
    niet_voldaan("geen overleg", zonder(VOL, PUNT), OP),
    *[voldaan(f"onderwerp {wat}", met(VOL, {f"{PUNT}.onderwerp": wat}), OP) for wat in ("vbl", "gl")],
    *[
        niet_voldaan(f"onderwerp {wat}", met(VOL, {f"{PUNT}.onderwerp": wat}), OP)
        for wat in ("bewaring", "einde_opvang", "gedwongen_vertrek", "overig")
    ],
    niet_voldaan("niet vastgesteld", met(VOL, {f"{PUNT}.besluit": "aangehouden"}), OP),
    niet_voldaan(
        "drie akkoorden", met(VOL, {f"{PUNT}.standpunten": akkoorden(partners=("dtv", "coa", "ind"))}), OP
    ),
    voldaan(
        "een eerder bindend besluit volstaat",
        met(VOL, {"overleg[1]": lko(datum="2022-04-18", besluit="aangehouden")}),
        OP,
    ),
    niet_voldaan("geen reisdocument en geen LP-aanvraag", zonder(VOL, "lp_aanvragen"), OP),
    voldaan(
        "geweigerde LP-aanvraag telt", met(VOL, {"lp_aanvragen": [{"land": "ARM", "geweigerd_op": OP}]}), OP
    ),
    niet_voldaan(
        "morgen geweigerd", met(VOL, {"lp_aanvragen": [{"land": "ARM", "geweigerd_op": "2022-04-21"}]}), OP
    ),
    niet_voldaan("LP-aanvraag zonder ingevuld formulier", met(VOL, {"lp_aanvragen": [{"land": "ARM"}]}), OP),
    voldaan(
        "reisdocument, laatste dag geldig",
        met(zonder(VOL, "lp_aanvragen"), {"reisdocumenten[0]": {"soort": "paspoort", "geldig_tot": OP}}),
        OP,
    ),
    niet_voldaan(
        "reisdocument verlopen",
        met(
            zonder(VOL, "lp_aanvragen"),
            {"reisdocumenten[0]": {"soort": "paspoort", "geldig_tot": "2022-04-19"}},
        ),
        OP,
    ),
    niet_voldaan(
        "reisdocument zonder einddatum",
        met(zonder(VOL, "lp_aanvragen"), {"reisdocumenten[0]": {"soort": "paspoort"}}),
        OP,
    ),
)
def test_overplaatsing_compleet_dossier(controleer, rij):
    controleer(rij)
