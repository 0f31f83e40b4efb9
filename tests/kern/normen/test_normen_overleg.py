"""LKO, RAO and Deelberaad Asiel: everybody agrees explicitly, dissent is kept, minutes follow."""

import pytest

from tests.kern.bouw import PARTNERS, afwijking, akkoorden, beeld, lko, met
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-25"
PUNT = beeld(overleg=[lko()])
O = "overleg[0]"  # noqa: E741 - the path of the first point, read hundreds of times below
STANDPUNTEN = f"{O}.standpunten"


def punten(*lijst):
    return beeld(overleg=list(lijst))


@pytest.mark.norm("lko-deelnemers")
@tabel(
    nvt("geen overleg", {}, OP),
    *[
        nvt(f"alleen {soort}", punten(lko(soort=soort, standpunten=[])), OP)
        for soort in ("rao", "deelberaad", "buiten_overleg")
    ],
    nvt("overleg van morgen", PUNT, "2022-04-13"),
    voldaan("alle vier spraken zich uit", PUNT, OP),
    *[
        niet_voldaan(
            f"zonder {wie}",
            met(PUNT, {STANDPUNTEN: akkoorden(partners=tuple(p for p in PARTNERS if p != wie))}),
            OP,
        )
        for wie in PARTNERS
    ],
    voldaan(
        "ook een onthouding is aanwezigheid", met(PUNT, {f"{STANDPUNTEN}[2].standpunt": "onthouding"}), OP
    ),
    niet_voldaan("standpunt van morgen", met(PUNT, {f"{STANDPUNTEN}[2].gegeven_op": "2022-04-26"}), OP),
    niet_voldaan(
        "klein lko met drie",
        punten(lko(soort="klein_lko", standpunten=akkoorden(partners=("dtv", "coa", "avim")))),
        OP,
    ),
    niet_voldaan(
        "het laatste punt telt, waar het ook staat",
        punten(lko(datum="2022-04-20", standpunten=[]), lko()),
        OP,
    ),
    voldaan(
        "een later rao-punt telt niet mee",
        punten(lko(), lko(soort="rao", datum="2022-04-20", standpunten=[])),
        OP,
    ),
    nvt("voor de Leidraad", punten(lko(datum="2021-10-01")), "2021-10-10"),
    niet_voldaan("eerste dag van de Leidraad", punten(lko(datum="2021-10-01", standpunten=[])), "2021-10-11"),
)
def test_lko_deelnemers(controleer, rij):
    controleer(rij)


def stem(partner, standpunt, op):
    return {"partner": partner, "standpunt": standpunt, "gegeven_op": op}


@pytest.mark.norm("lko-unaniem")
@tabel(
    niet_voldaan("geen overleg", {}, OP),
    niet_voldaan("overleg van morgen", PUNT, "2022-04-13"),
    voldaan("vier akkoorden", PUNT, OP, noemt=("2022-04-14",)),
    voldaan("klein lko met vier akkoorden", punten(lko(soort="klein_lko")), OP),
    *[
        niet_voldaan(
            f"zonder {wie}",
            met(PUNT, {STANDPUNTEN: akkoorden(partners=tuple(p for p in PARTNERS if p != wie))}),
            OP,
        )
        for wie in PARTNERS
    ],
    *[
        niet_voldaan(f"COA: {wat}", met(PUNT, {f"{STANDPUNTEN}[1].standpunt": wat}), OP)
        for wat in ("niet_akkoord", "onthouding")
    ],
    voldaan(
        "op de derde werkdag, over Pasen",
        met(PUNT, {f"{STANDPUNTEN}[3].gegeven_op": "2022-04-21"}),
        "2022-04-21",
    ),
    niet_voldaan("op de vierde werkdag", met(PUNT, {f"{STANDPUNTEN}[3].gegeven_op": "2022-04-22"}), OP),
    niet_voldaan(
        "dag voor het laatste akkoord",
        met(PUNT, {f"{STANDPUNTEN}[3].gegeven_op": "2022-04-20"}),
        "2022-04-19",
    ),
    voldaan(
        "eerst niet, op tijd alsnog akkoord",
        met(
            PUNT,
            {
                f"{STANDPUNTEN}[4]": stem("ind", "akkoord", "2022-04-20"),
                f"{STANDPUNTEN}[3].standpunt": "niet_akkoord",
            },
        ),
        OP,
    ),
    niet_voldaan(
        "akkoord later ingetrokken",
        met(PUNT, {f"{STANDPUNTEN}[4]": stem("ind", "niet_akkoord", "2022-04-25")}),
        OP,
    ),
    voldaan(
        "akkoord morgen ingetrokken",
        met(PUNT, {f"{STANDPUNTEN}[4]": stem("ind", "niet_akkoord", "2022-04-26")}),
        OP,
    ),
    niet_voldaan(
        "op dezelfde dag telt de laatste in de lijst",
        met(PUNT, {f"{STANDPUNTEN}[4]": stem("ind", "onthouding", "2022-04-14")}),
        OP,
    ),
    voldaan(
        "de hoogste datum telt, waar zij ook staat",
        met(
            PUNT,
            {
                STANDPUNTEN: [
                    stem("ind", "akkoord", "2022-04-20"),
                    *akkoorden(partners=("dtv", "coa", "avim")),
                    stem("ind", "niet_akkoord", "2022-04-14"),
                ]
            },
        ),
        OP,
    ),
    *[
        niet_voldaan(f"besluit {wat}", met(PUNT, {f"{O}.besluit": wat}), OP)
        for wat in ("aangehouden", "geen_besluit", "opgeschaald")
    ],
    onbekend(
        "vier akkoorden, besluit niet vastgelegd", met(PUNT, {f"{O}.besluit": None}), OP, f"{O}.besluit"
    ),
    onbekend(
        "klein lko, besluit niet vastgelegd", punten(lko(soort="klein_lko", besluit=None)), OP, f"{O}.besluit"
    ),
    niet_voldaan(
        "drie akkoorden, besluit niet vastgelegd",
        met(PUNT, {f"{O}.besluit": None, STANDPUNTEN: akkoorden(partners=("dtv", "coa", "avim"))}),
        OP,
    ),
    *[
        voldaan(f"{soort} besluit zelf", punten(lko(soort=soort, standpunten=[])), OP)
        for soort in ("rao", "deelberaad")
    ],
    *[
        niet_voldaan(f"{soort} zonder besluit", punten(lko(soort=soort, besluit=None)), OP)
        for soort in ("rao", "deelberaad", "buiten_overleg")
    ],
    niet_voldaan("buiten overleg, niet bevestigd", punten(lko(soort="buiten_overleg")), OP),
    voldaan("buiten overleg, vandaag bevestigd", punten(lko(soort="buiten_overleg", bevestigd_op=OP)), OP),
    niet_voldaan(
        "buiten overleg, morgen bevestigd", punten(lko(soort="buiten_overleg", bevestigd_op="2022-04-26")), OP
    ),
    *[
        voldaan(f"onderwerp {wat}", punten(lko(onderwerp=wat)), OP)
        for wat in ("gedwongen_vertrek", "vbl", "gl")
    ],
    *[
        niet_voldaan(f"onderwerp {wat}", punten(lko(onderwerp=wat)), OP)
        for wat in ("bewaring", "einde_opvang", "overig")
    ],
    voldaan("onderwerp niet genoemd is vertrekstrategie", punten(lko(onderwerp=None)), OP),
    niet_voldaan(
        "het laatste punt is aangehouden", punten(lko(datum="2022-04-20", besluit="aangehouden"), lko()), OP
    ),
    voldaan(
        "een later punt over iets anders",
        punten(lko(), lko(datum="2022-04-20", onderwerp="overig", besluit=None)),
        OP,
    ),
    onbekend("plaats in het bestand", punten(lko(), lko(besluit=None)), OP, "overleg[1].besluit"),
)
def test_lko_unaniem(controleer, rij):
    controleer(rij)


@pytest.mark.norm("lko-tegenspraak")
@tabel(
    nvt("geen overleg", {}, OP),
    nvt("ander onderwerp", punten(lko(onderwerp="vbl")), OP),
    nvt("alleen een rao", punten(lko(soort="rao")), OP),
    nvt("overleg van morgen", PUNT, "2022-04-13"),
    voldaan("tegenspraak en antwoord", PUNT, OP),
    voldaan("klein lko", punten(lko(soort="klein_lko")), OP),
    niet_voldaan("geen tegenspraak", punten(lko(tegenspraak_door=None, tegenspraak="", reactie="")), OP),
    niet_voldaan("tegenspreker niet genoemd", punten(lko(tegenspraak_door=None)), OP),
    niet_voldaan("tegenspraak van de indiener zelf", punten(lko(tegenspraak_door="dtv")), OP),
    niet_voldaan(
        "indiener niet genoemd is de DT&V", punten(lko(voorstel_door=None, tegenspraak_door="dtv")), OP
    ),
    voldaan("de DT&V spreekt het COA tegen", punten(lko(voorstel_door="coa", tegenspraak_door="dtv")), OP),
    niet_voldaan("tegenspraak blanco", punten(lko(tegenspraak=" ")), OP),
    niet_voldaan("antwoord blanco", punten(lko(reactie=" ")), OP),
    niet_voldaan("het laatste punt telt", punten(lko(datum="2022-04-20", reactie=""), lko()), OP),
)
def test_lko_tegenspraak(controleer, rij):
    controleer(rij)


ZONDER_VERSLAG = lko(verslag_op=None)


@pytest.mark.norm("lko-verslag")
@tabel(
    nvt("geen overleg", {}, OP),
    nvt("besluit buiten overleg", punten(lko(soort="buiten_overleg", verslag_op=None)), OP),
    nvt("overleg van morgen", punten(ZONDER_VERSLAG), "2022-04-13"),
    voldaan("verslag gemaakt", PUNT, OP, uiterlijk=None),
    voldaan(
        "derde werkdag, over Pasen",
        punten(ZONDER_VERSLAG),
        "2022-04-21",
        uiterlijk="2022-04-21",
        noemt=("2022-04-21",),
    ),
    *[
        niet_voldaan(
            f"{soort}: dag erna",
            punten(lko(soort=soort, verslag_op=None)),
            "2022-04-22",
            uiterlijk="2022-04-21",
            noemt=("2022-04-21",),
        )
        for soort in ("lko", "klein_lko", "rao", "deelberaad")
    ],
    voldaan("laat, maar gemaakt", punten(lko(verslag_op=OP)), OP),
    niet_voldaan("morgen gemaakt", punten(lko(verslag_op="2022-04-26")), OP),
    niet_voldaan(
        "een van de twee", punten(lko(), lko(datum="2022-03-01", verslag_op=None)), OP, uiterlijk="2022-03-04"
    ),
)
def test_lko_verslag(controleer, rij):
    controleer(rij)


BUITEN = lko(soort="buiten_overleg")


@pytest.mark.norm("lko-besluit-buiten-overleg")
@tabel(
    nvt("geen overleg", {}, OP),
    nvt("besluit in een lko", PUNT, OP),
    nvt("buiten overleg, niets vastgesteld", punten(lko(soort="buiten_overleg", besluit="aangehouden")), OP),
    nvt("besluit van morgen", punten(BUITEN), "2022-04-13"),
    niet_voldaan("niet bevestigd", punten(BUITEN), OP, noemt=("2022-04-14",)),
    voldaan("vandaag bevestigd", punten(BUITEN | {"bevestigd_op": OP}), OP),
    niet_voldaan("morgen bevestigd", punten(BUITEN | {"bevestigd_op": "2022-04-26"}), OP),
    niet_voldaan("een van de twee", punten(BUITEN | {"bevestigd_op": OP}, BUITEN), OP),
)
def test_lko_besluit_buiten_overleg(controleer, rij):
    controleer(rij)


def actie(**anders):
    return {"omschrijving": "School bellen", "eigenaar": "coa"} | anders


def met_acties(*acties, datum="2022-03-28"):
    return lko(datum=datum, acties=list(acties))


@pytest.mark.norm("lko-monitoring")
@tabel(
    nvt("geen overleg", {}, OP),
    nvt("geen acties", PUNT, OP),
    nvt("alles gereed", punten(met_acties(actie(gereed_op=OP))), OP),
    voldaan(
        "open actie, dag 28",
        punten(met_acties(actie())),
        "2022-04-25",
        uiterlijk="2022-04-25",
        noemt=("2022-04-25",),
    ),
    niet_voldaan(
        "open actie, dag 29",
        punten(met_acties(actie())),
        "2022-04-26",
        uiterlijk="2022-04-25",
        noemt=("2022-03-28",),
    ),
    niet_voldaan("morgen gereed", punten(met_acties(actie(gereed_op="2022-04-27"))), "2022-04-26"),
    voldaan(
        "daarna weer besproken, ander soort overleg",
        punten(met_acties(actie()), lko(soort="rao", datum="2022-04-26")),
        "2022-04-26",
        uiterlijk="2022-05-24",
    ),
    niet_voldaan(
        "het volgende overleg is morgen", punten(met_acties(actie()), lko(datum="2022-04-27")), "2022-04-26"
    ),
    niet_voldaan(
        "een van twee acties open", punten(met_acties(actie(gereed_op="2022-04-01"), actie())), "2022-04-26"
    ),
    nvt("overleg van morgen", punten(met_acties(actie())), "2022-03-27"),
)
def test_lko_monitoring(controleer, rij):
    controleer(rij)


TEGEN = lko(
    datum="2022-04-11",
    standpunten=[*akkoorden("2022-04-11", ("dtv", "coa", "avim")), stem("ind", "niet_akkoord", "2022-04-11")],
    besluit="geen_besluit",
)


@pytest.mark.norm("opschaling-rao")
@tabel(
    nvt("geen overleg", {}, OP),
    nvt("iedereen akkoord", PUNT, OP),
    nvt("oneens buiten overleg", punten(TEGEN | {"soort": "buiten_overleg"}), OP),
    nvt("overleg van morgen", punten(TEGEN), "2022-04-10"),
    niet_voldaan("IND niet akkoord", punten(TEGEN), OP),
    niet_voldaan("COA onthoudt zich", met(PUNT, {f"{STANDPUNTEN}[1].standpunt": "onthouding"}), OP),
    nvt("oneens pas morgen", met(PUNT, {f"{STANDPUNTEN}[4]": stem("ind", "niet_akkoord", "2022-04-26")}), OP),
    nvt(
        "eerst oneens, daarna akkoord",
        punten(TEGEN | {"standpunten": [*TEGEN["standpunten"], stem("ind", "akkoord", "2022-04-12")]}),
        OP,
    ),
    voldaan(
        "opgeschaald naar het RAO", punten(TEGEN | {"besluit": "opgeschaald", "opgeschaald_naar": "rao"}), OP
    ),
    niet_voldaan("opgeschaald, niet gezegd waarheen", punten(TEGEN | {"besluit": "opgeschaald"}), OP),
    niet_voldaan(
        "iedereen akkoord, opgeschaald zonder bestemming", met(PUNT, {f"{O}.besluit": "opgeschaald"}), OP
    ),
    niet_voldaan("bestemming zonder besluit", punten(TEGEN | {"opgeschaald_naar": "rao"}), OP),
    voldaan(
        "RAO op dezelfde dag, zonder besluit",
        punten(TEGEN, lko(soort="rao", datum="2022-04-11", besluit=None)),
        OP,
    ),
    niet_voldaan(
        "RAO van een dag eerder", punten(TEGEN, lko(soort="rao", datum="2022-04-10", besluit=None)), OP
    ),
    niet_voldaan("RAO van morgen", punten(TEGEN, lko(soort="rao", datum="2022-04-26", besluit=None)), OP),
    voldaan("later alsnog een gezamenlijk besluit", punten(TEGEN, lko()), OP),
    niet_voldaan("gezamenlijk besluit over iets anders", punten(TEGEN, lko(onderwerp="vbl")), OP),
    niet_voldaan(
        "gezamenlijk besluit van eerder",
        punten(lko(datum="2022-04-08", standpunten=akkoorden("2022-04-08")), TEGEN),
        OP,
    ),
    niet_voldaan("RAO besluit, niet teruggekoppeld", punten(lko(soort="rao")), OP),
    voldaan("RAO besluit, vandaag teruggekoppeld", punten(lko(soort="rao", teruggekoppeld_op=OP)), OP),
    niet_voldaan(
        "RAO besluit, morgen teruggekoppeld", punten(lko(soort="rao", teruggekoppeld_op="2022-04-26")), OP
    ),
    voldaan("RAO zonder besluit hoeft niet terug", punten(lko(soort="rao", besluit="aangehouden")), OP),
    niet_voldaan(
        "opgeschaald, RAO niet teruggekoppeld",
        punten(
            TEGEN | {"besluit": "opgeschaald", "opgeschaald_naar": "rao"},
            lko(soort="rao", datum="2022-04-12"),
        ),
        OP,
    ),
)
def test_opschaling_rao(controleer, rij):
    controleer(rij)


DEELBERAAD = lko(soort="deelberaad")


@pytest.mark.norm("opschaling-deelberaad")
@tabel(
    nvt("geen overleg", {}, OP),
    nvt("opgeschaald naar het RAO", punten(lko(besluit="opgeschaald", opgeschaald_naar="rao")), OP),
    nvt("deelberaad van morgen", punten(DEELBERAAD), "2022-04-13"),
    niet_voldaan("deelberaad zonder RAO", punten(DEELBERAAD), OP),
    voldaan("RAO op dezelfde dag", punten(DEELBERAAD, lko(soort="rao")), OP),
    niet_voldaan("RAO een dag later", punten(DEELBERAAD, lko(soort="rao", datum="2022-04-15")), OP),
    voldaan("spoed met reden", punten(DEELBERAAD | {"spoed_reden": "Vlucht vertrekt morgen."}), OP),
    niet_voldaan("spoed met blanco reden", punten(DEELBERAAD | {"spoed_reden": " "}), OP),
    voldaan(
        "het RAO schaalt zelf op",
        punten(lko(soort="rao", besluit="opgeschaald", opgeschaald_naar="deelberaad")),
        OP,
    ),
    niet_voldaan(
        "het LKO slaat het RAO over", punten(lko(besluit="opgeschaald", opgeschaald_naar="deelberaad")), OP
    ),
    niet_voldaan(
        "een afwijking laat het oordeel staan",
        beeld(punten(DEELBERAAD), afwijkingen=[afwijking("opschaling-deelberaad")]),
        OP,
    ),
)
def test_opschaling_deelberaad(controleer, rij):
    controleer(rij)
